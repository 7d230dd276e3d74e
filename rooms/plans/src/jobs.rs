//! Reminders of status rounds, for those who asked for them.

use varde_kernel::PersonId;
use varde_kernel::access::{Action, Author, Kind, System};
use varde_people::Addressee;
use varde_store::Error;
use varde_store::jobs::{self, Job};
use varde_web::mail::{self, Mail};
use varde_web::{App, BoxFuture, Every, JobKind};

use crate::pages::own_units;
use crate::rules::reminders::remind_on;
use crate::store::{rounds, wishes};

pub(crate) fn jobs() -> Vec<JobKind> {
    vec![JobKind { name: "plans.remind", run: remind, every: Some(Every::Day) }]
}

/// Writes a letter to each person who wants one and owes answers. The letter holds the rounds'
/// names and a link; a key of person and day keeps it from going twice.
fn remind<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let mut letters = Vec::new();
        if mail::is_set_up(app) {
            for person in wishes::all(app.db()).await? {
                letters.extend(letter(app, person).await?.map(|letter| (person, letter)));
            }
        }
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        for (person, letter) in letters {
            mail::ask(&tx, &letter, &format!("plans.remind:{person}@{}", app.today())).await?;
        }
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

async fn letter(app: &App, person: PersonId) -> Result<Option<Mail>, Error> {
    let (tree, today) = (app.tree().await?, app.today());
    let Some(Addressee { actor, locale, to }) = varde_people::addressee(app.db(), person, &tree, today).await? else {
        return Ok(None);
    };
    let units = own_units(&actor, Kind::Round, Action::Answer);
    let mut owed = rounds::owed(app.db(), &units, today).await?;
    owed.retain(|(round, ..)| remind_on(round.due, today));
    if owed.is_empty() {
        return Ok(None);
    }
    let say = app.say(locale);
    let address = app.config().public_url.trim_end_matches('/');
    let mut body = say.t("plans-round-mail-hello");
    body.push_str("\n\n");
    for (round, _, n) in &owed {
        let args = [("name", round.name.as_str().into()), ("n", (*n).into()), ("due", say.date(round.due).into())];
        body.push_str(&say.with("plans-round-mail-line", &args));
        body.extend(["\n", address, "/rounds/", &round.id.to_string(), "/answer\n\n"]);
    }
    body.push_str(&say.with("plans-round-mail-bye", &[("href", format!("{address}/reminders").into())]));
    body.push('\n');
    Ok(Some(Mail { to, subject: say.with("plans-round-mail-subject", &[("n", owed.len().into())]), body }))
}
