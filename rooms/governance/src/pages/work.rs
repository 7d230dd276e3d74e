//! What the room asks people to do.

use jiff::ToSpan;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{UnitId, WorkItem};
use varde_web::{BoxFuture, WorkAsk};

use crate::rules;
use crate::store::{self, TaskFilter, people};

/// Tasks without a role, delegations that end soon, and seats to appoint to, on the asker's units.
pub(crate) fn items<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(async move {
        let mut items = missing(ask).await?;
        items.extend(ending(ask).await?);
        items.extend(vacant(ask).await?);
        Ok(items)
    })
}

/// The units on which the asker holds a role that lets them do this.
fn units(ask: &WorkAsk<'_>, kind: Kind, action: Action) -> Vec<UnitId> {
    let may = |unit| access::may(ask.actor, action, &Target::open(kind, store::line(ask.tree, Some(unit))));
    let mut units: Vec<UnitId> = ask.actor.held().iter().map(|held| held.unit).filter(|unit| may(*unit)).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// One line for each unit: twelve tasks without a role are one thing to see to.
async fn missing(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let mut items = Vec::new();
    for unit in units(ask, Kind::Task, Action::Edit) {
        let Some(there) = ask.tree.get(unit) else { continue };
        let filter =
            TaskFilter { unit: Some((unit, Some(there.kind))), missing_on: Some(ask.today), ..TaskFilter::default() };
        let n = store::count_tasks(ask.db, &filter).await?;
        if 0 < n {
            items.push(WorkItem {
                ask: "governance-work-missing",
                title: ask.say.with("governance-missing-count", &[("n", n.into())]),
                href: format!("/responsibility/missing?unit={unit}"),
                unit,
                due: None,
            });
        }
    }
    Ok(items)
}

async fn ending(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = units(ask, Kind::Task, Action::Edit);
    let until = ask.today.saturating_add(rules::WARN_DAYS.days());
    let ending = store::ending(ask.db, &units, ask.today, until).await?;
    Ok(ending
        .into_iter()
        .map(|(held, task)| WorkItem {
            ask: "governance-work-ending",
            title: task.get(ask.say.locale()).to_owned(),
            href: format!("/responsibility/tasks/{}", held.task),
            unit: held.draft.unit.or_else(|| units.first().copied()).unwrap_or(UnitId::from_uuid(held.id.uuid())),
            due: super::forms::last_day(held.draft.to),
        })
        .collect())
}

async fn vacant(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = units(ask, Kind::Task, Action::Approve);
    let mut items = Vec::new();
    for (actor, unit) in people::actors_of_units(ask.db, &units).await? {
        for (seat, body) in store::vacancies(ask.db, Some(&[actor]), ask.today, 50, 0).await? {
            items.push(WorkItem {
                ask: "governance-work-vacant",
                title: body.get(ask.say.locale()).to_owned(),
                href: format!("/bodies/{}", seat.body),
                unit,
                due: None,
            });
        }
    }
    Ok(items)
}
