//! What the room puts on "my work" and on the start page.

use maud::Markup;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{ActorId, UnitId, WorkItem};
use varde_web::{BesideAsk, BoxFuture, Error, HomeAsk, WorkAsk};

use crate::model::ThingId;
use crate::rules;
use crate::store::{self, DueKind, Whose, line_of};
use crate::views::home as view;

/// `my work`: what is due, not concrete, not started or not evaluated.
pub(crate) fn work<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(items(ask))
}

async fn items(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let led = units(ask, Action::Edit, Kind::Measure);
    let mut items = due(ask, &led).await?;
    items.extend(late_below(ask, &led).await?);
    items.extend(unclear(ask, &led).await?);
    items.extend(reminders(ask, &led).await?);
    let owed = store::owed_effects(ask.db, &led, rules::effect_cutoff(ask.today)).await?;
    items.extend(owed.into_iter().map(|measure| WorkItem {
        ask: "measures-work-effect",
        title: measure.title.get(ask.say.locale()).to_owned(),
        href: format!("/measures/{}", measure.id),
        unit: measure.unit,
        due: measure.ended.map(|ended| ended.saturating_add(jiff::Span::new().days(rules::EFFECT_DAYS))),
    }));
    Ok(items)
}

/// The units on which the asker holds a role that lets them do this.
fn units(ask: &WorkAsk<'_>, action: Action, kind: Kind) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = ask
        .actor
        .held()
        .iter()
        .filter(|held| access::may(ask.actor, action, &Target::open(kind, line_of(ask.tree, held.unit))))
        .map(|held| held.unit)
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

async fn due(ask: &WorkAsk<'_>, led: &[UnitId]) -> Result<Vec<WorkItem>, varde_store::Error> {
    let whose = Whose { person: ask.actor.person(), units: led, until: rules::work_horizon(ask.today) };
    let due = store::due_of(ask.db, &whose).await?;
    Ok(due
        .into_iter()
        .map(|due| WorkItem {
            ask: match due.kind {
                DueKind::Measure => "measures-work-measure",
                DueKind::Activity => "measures-work-activity",
            },
            title: match due.kind {
                DueKind::Measure => due.title.get(ask.say.locale()).to_owned(),
                DueKind::Activity => format!("{}: {}", due.of.get(ask.say.locale()), due.title.get(ask.say.locale())),
            },
            href: format!("/measures/{}", due.measure),
            unit: due.unit,
            due: Some(due.due),
        })
        .collect())
}

/// Whoever adopts plans answers for what is late anywhere below: one line that leads to the list. What is late
/// on the units that the asker leads stands line by line already.
async fn late_below(ask: &WorkAsk<'_>, led: &[UnitId]) -> Result<Vec<WorkItem>, varde_store::Error> {
    let scope = access::scope(ask.actor, Kind::Measure);
    let mut items = Vec::new();
    for unit in units(ask, Action::Approve, Kind::Plan) {
        let (n, first) = store::overdue_below(ask.db, &scope, unit, led, ask.today).await?;
        if 0 < n {
            items.push(WorkItem {
                ask: "measures-work-late",
                title: ask.say.with("measures-work-late-count", &[("n", n.into())]),
                href: format!("/measures?overdue=1&unit={unit}"),
                unit,
                due: first,
            });
        }
    }
    Ok(items)
}

/// One line for each unit: a plan of forty stated measures is one task, not forty.
async fn unclear(ask: &WorkAsk<'_>, led: &[UnitId]) -> Result<Vec<WorkItem>, varde_store::Error> {
    let unclear = store::unclear(ask.db, led).await?;
    Ok(unclear
        .into_iter()
        .map(|(unit, n, measure, title)| {
            let (title, href) = if n == 1 {
                (title.get(ask.say.locale()).to_owned(), format!("/measures/{measure}"))
            } else {
                let title = ask.say.with("measures-work-unclear-count", &[("n", n.into())]);
                (title, format!("/measures?state=stated&unit={unit}"))
            };
            WorkItem { ask: "measures-work-unclear", title, href, unit, due: None }
        })
        .collect())
}

/// The lead actor of a measure is reminded when it was adopted long ago and has not started.
async fn reminders(ask: &WorkAsk<'_>, led: &[UnitId]) -> Result<Vec<WorkItem>, varde_store::Error> {
    if led.is_empty() {
        return Ok(Vec::new());
    }
    let actors = varde_people::actors(ask.db).await?;
    let mut leads: Vec<(ActorId, UnitId)> = Vec::new();
    for unit in led {
        let kind = ask.tree.get(*unit).map(|unit| unit.kind);
        // Only the organisation itself is the actor: a ward is no health trust, although it lies
        // within one.
        let is_it =
            |actor: &&varde_people::PlanActor| actor.unit == Some(*unit) || (kind.is_some() && actor.unit_kind == kind);
        for actor in actors.iter().filter(is_it) {
            if !leads.iter().any(|(lead, _)| *lead == actor.id) {
                leads.push((actor.id, *unit));
            }
        }
    }
    let ids: Vec<ActorId> = leads.iter().map(|(actor, _)| *actor).collect();
    let scope = access::scope(ask.actor, Kind::Measure);
    let late = store::start_reminders(ask.db, &scope, &ids, rules::reminder_cutoff(ask.today)).await?;
    Ok(late
        .into_iter()
        .map(|measure| WorkItem {
            ask: "measures-work-start",
            title: measure.title.get(ask.say.locale()).to_owned(),
            href: format!("/measures/{}", measure.id),
            unit: leads.iter().find(|(actor, _)| Some(*actor) == measure.lead).map_or(measure.unit, |(_, unit)| *unit),
            due: measure.adopted.map(|day| day.saturating_add(jiff::Span::new().days(rules::START_DAYS))),
        })
        .collect())
}

/// The start page: how the measures of the visitor's own unit stand, each number a way to its list.
pub(crate) fn home<'a>(ask: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>> {
    Box::pin(section(ask))
}

async fn section(ask: &HomeAsk<'_>) -> Result<Markup, Error> {
    let cx = ask.cx;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let unit = home.or_else(|| cx.actor().held().first().map(|held| held.unit));
    let Some(unit) = unit.filter(|unit| ask.tree.get(*unit).is_some()) else { return Ok(Markup::default()) };
    let scope = access::scope(cx.actor(), Kind::Measure);
    let counts = store::counts(cx.db(), &scope, unit).await?;
    let (n_overdue, _) = store::overdue_below(cx.db(), &scope, unit, &[], cx.today()).await?;
    Ok(view::section(cx, ask.tree, unit, &counts, n_overdue))
}

/// A unit's page: how many measures and findings it has, each number a way to its list. A source's page: the
/// findings that rest on it.
pub(crate) fn beside<'a>(ask: &'a BesideAsk<'a>) -> BoxFuture<'a, Result<Vec<(String, Markup)>, Error>> {
    Box::pin(async move {
        if matches!(ask.kind, Kind::DataSource | Kind::Incident) {
            let scope = access::scope(ask.cx.actor(), Kind::Finding);
            let resting = store::findings_resting_on(ask.cx.db(), &scope, ThingId::from_uuid(ask.id)).await?;
            return Ok(view::findings_beside(ask.cx, &resting));
        }
        if ask.kind != Kind::Unit {
            return Ok(Vec::new());
        }
        let (cx, unit) = (ask.cx, UnitId::from_uuid(ask.id));
        let scope = access::scope(cx.actor(), Kind::Measure);
        let counts = store::counts(cx.db(), &scope, unit).await?;
        let (n_overdue, _) = store::overdue_below(cx.db(), &scope, unit, &[], cx.today()).await?;
        let findings = access::scope(cx.actor(), Kind::Finding);
        let wanted = store::FindingFilter { unit: Some(unit), ..store::FindingFilter::default() };
        let n_findings = store::count_findings(cx.db(), &findings, &wanted).await?;
        Ok(view::beside(cx, unit, counts.iter().map(|(_, n)| n).sum(), n_overdue, n_findings))
    })
}
