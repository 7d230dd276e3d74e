//! What the room puts on "my work" and on the start page, and what it does in the background.

use maud::Markup;
use varde_kernel::access::{self, Action, Author, Kind, System, Target};
use varde_kernel::{UnitId, WorkItem};
use varde_store::jobs::{self, Job};
use varde_web::{App, BoxFuture, Error, Every, HomeAsk, JobKind, WorkAsk};

use crate::model::State;
use crate::rules::feedback::feedback;
use crate::store::{line_of, list, reporters, told};
use crate::views::home as view;

/// How far ahead something is work.
const AHEAD: i32 = 14;
/// The most lines that the room puts on "my work".
const MOST: i64 = 100;
/// How far back the headline figures look.
const YEAR: i32 = 365;

/// The room's background work.
pub(crate) fn jobs() -> Vec<JobKind> {
    vec![JobKind { name: "incidents.tell", run: tell, every: Some(Every::Day) }]
}

/// Tells history and search of yesterday's reports without a name.
fn tell<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), varde_store::Error>> {
    Box::pin(async move {
        loop {
            let tx = app.begin_as(Author::System(System::Worker)).await?;
            let n = told::tell(&tx, app.today()).await?;
            if n == 0 {
                jobs::done(&tx, job.id).await?;
            }
            tx.commit().await?;
            if n == 0 {
                return Ok(());
            }
        }
    })
}

/// `my work`: incidents that are due, and requests to learn who a reporter is.
pub(crate) fn work<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(items(ask))
}

/// The units on which the asker holds a role that lets them do this.
fn units(ask: &WorkAsk<'_>, action: Action, kind: Kind) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = ask
        .actor
        .held()
        .iter()
        .filter(|held| access::may(ask.actor, action, &Target::internal(kind, line_of(ask.tree, held.unit))))
        .map(|held| held.unit)
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

async fn items(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let until = ask.today.saturating_add(jiff::Span::new().days(AHEAD));
    let led = units(ask, Action::Edit, Kind::Incident);
    let due = list::due(ask.db, &led, ask.actor.person(), until, MOST).await?;
    let mut items: Vec<WorkItem> = due
        .into_iter()
        .map(|incident| WorkItem {
            ask: match incident.state {
                State::Received => "incidents-work-received",
                State::Triage => "incidents-work-triage",
                State::Duties => "incidents-work-duties",
                State::Analysis => "incidents-work-analysis",
                State::Measures => "incidents-work-measures",
                State::Effect | State::Closed | State::Joined => "incidents-work-effect",
            },
            title: incident.title,
            href: format!("/incidents/{}", incident.id),
            unit: incident.unit,
            due: incident.due_on,
        })
        .collect();
    let agreeing = units(ask, Action::Approve, Kind::Reporter);
    for (asked, unit) in reporters::waiting(ask.db, &agreeing).await? {
        if ask.actor.person() != Some(asked.asked_by) {
            items.push(WorkItem {
                ask: "incidents-work-disclosure",
                title: ask.say.t("incidents-disclosure-title"),
                href: format!("/reporters/{}", asked.id),
                unit,
                due: None,
            });
        }
    }
    Ok(items)
}

/// The start page: how many hear what became of their reports, and how the incidents stand.
pub(crate) fn home<'a>(ask: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>> {
    Box::pin(async move {
        let cx = ask.cx;
        let Some(unit) = cx.visitor().and_then(|visitor| visitor.home).filter(|home| ask.tree.get(*home).is_some())
        else {
            return Ok(Markup::default());
        };
        if !cx.may(Action::Read, &Target::internal(Kind::Incident, line_of(ask.tree, unit))) {
            return Ok(view::reporter(cx));
        }
        let since = cx.today().saturating_sub(jiff::Span::new().days(YEAR));
        let figures = feedback(&list::heard(cx.db(), unit, since).await?, cx.today());
        let scope = super::input::seen(cx);
        let states = list::by_state(cx.db(), &scope, unit).await?;
        let late =
            list::Filter { unit: Some(unit), is_open: true, late_on: Some(cx.today()), ..list::Filter::default() };
        let n_late = list::count(cx.db(), &scope, &late).await?;
        Ok(view::section(cx, ask.tree, unit, &figures, &states, n_late))
    })
}
