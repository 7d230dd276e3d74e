//! Letters about what people follow, to those who asked for them.

use varde_kernel::access::{Author, System};
use varde_kernel::{PersonId, UnitTree};
use varde_people::Addressee;
use varde_store::Error;
use varde_store::jobs::{self, Job};
use varde_web::mail::{self, Mail};
use varde_web::{App, BoxFuture};

use crate::model::NewSince;
use crate::pages::following::indicators_of;
use crate::rules::following::floor;
use crate::{store, views};

/// Writes to each person who wants letters and has something new. A letter names what is followed and
/// links to it, and holds no value: mail is a postcard.
pub(super) fn run<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let (now, tree) = (varde_kernel::instant(app.now()), app.tree().await?);
        let mut letters = Vec::new();
        if mail::is_set_up(app) {
            for person in store::want_letters(app.db()).await? {
                letters.extend(letter(app, &tree, person).await?.map(|letter| (person, letter)));
            }
        }
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        for (person, letter) in letters {
            // One letter a day: what comes later is told of tomorrow.
            if mail::ask(&tx, &letter, &format!("indicators.tell:{person}@{}", app.today())).await? {
                store::mark_told(&tx, person, now).await?;
            }
        }
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

async fn letter(app: &App, tree: &UnitTree, person: PersonId) -> Result<Option<Mail>, Error> {
    let addressee = varde_people::addressee(app.db(), person, tree, app.today()).await?;
    let Some(Addressee { actor, locale, to }) = addressee else { return Ok(None) };
    let news = store::news(app.db(), (&actor, tree), NewSince::Told, floor(app.today())).await?;
    if news.is_empty() {
        return Ok(None);
    }
    let wishes = news.iter().map(|one| &one.subscription);
    let indicators = indicators_of(app.db(), (&actor, tree), wishes).await?;
    let say = app.say(locale);
    let address = app.config().public_url.trim_end_matches('/');
    let mut body = say.t("indicators-mail-hello");
    body.push_str("\n\n");
    for one in &news {
        let Some(indicator) = indicators.get(&one.subscription.indicator) else { continue };
        let unit = varde_web::unit_name(tree, one.subscription.unit, locale);
        body.push_str(&views::followed_title(&say, indicator, &unit));
        body.push_str(": ");
        body.push_str(&views::news_line(&say, one));
        body.push('\n');
    }
    body.push('\n');
    let href = format!("{address}/following");
    body.push_str(&say.with("indicators-mail-bye", &[("href", href.into())]));
    body.push('\n');
    Ok(Some(Mail { to, subject: say.with("indicators-mail-subject", &[("n", news.len().into())]), body }))
}
