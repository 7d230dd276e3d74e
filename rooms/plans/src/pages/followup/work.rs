//! What following up asks people to do.

use jiff::ToSpan;
use varde_kernel::WorkItem;
use varde_kernel::access::{self, Action, Actor, Kind, Target};
use varde_web::{BoxFuture, WorkAsk};

use super::shared::own_units;
use crate::model::followup::choosing::Proposal;
use crate::model::followup::wheel::WheelStep;
use crate::rules::{pilots, wheel};
use crate::store;

/// How far ahead steps of the wheel and decisions on pilots are shown.
const DAYS_AHEAD: i32 = 30;

/// For how long those who follow a proposal are told that it is decided.
const DAYS_TOLD: i32 = 30;

/// Rounds to answer, steps of the wheel, proposals and pilots to decide on, alternatives to vote on.
pub(crate) fn work<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(async move {
        let mut items = rounds(ask).await?;
        items.extend(steps(ask).await?);
        items.extend(proposals(ask).await?);
        items.extend(scores(ask).await?);
        items.extend(answers(ask).await?);
        items.extend(pilots_due(ask).await?);
        items.extend(votes(ask).await?);
        Ok(items)
    })
}

async fn rounds(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = own_units(ask.actor, Kind::Round, Action::Answer);
    let owed = store::rounds::owed(ask.db, &units, ask.today).await?;
    let item = |(round, unit, n): (crate::model::followup::rounds::Round, _, i64)| WorkItem {
        ask: "plans-round-work",
        title: ask.say.with("plans-round-work-title", &[("name", round.name.as_str().into()), ("n", n.into())]),
        href: format!("/rounds/{}/answer", round.id),
        unit,
        due: Some(round.due),
    };
    Ok(owed.into_iter().map(item).collect())
}

/// Whether a step is this actor's: by name, by a role on the unit itself, or because nobody else
/// has it and the actor answers for the unit.
fn is_mine(actor: &Actor, step: &WheelStep, line: std::sync::Arc<[varde_kernel::UnitId]>) -> bool {
    match (step.owner_person, step.owner_role) {
        (Some(person), _) => actor.person() == Some(person),
        (None, Some(role)) => {
            actor.held().iter().any(|held| wheel::falls_on(role, held.role) && held.unit == step.unit)
        }
        (None, None) => access::may(actor, Action::Approve, &Target::open(Kind::Wheel, line)),
    }
}

async fn steps(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = own_units(ask.actor, Kind::Wheel, Action::Read);
    let until = ask.today.saturating_add(DAYS_AHEAD.days());
    let steps = store::wheel::due(ask.db, &units, ask.actor.person(), until).await?;
    let mine = steps.into_iter().filter(|step| is_mine(ask.actor, step, store::line_of(ask.tree, step.unit)));
    Ok(mine
        .map(|step| WorkItem {
            ask: "plans-wheel-work",
            title: step.title.get(ask.say.locale()).to_owned(),
            href: format!("/units/{}/wheel?year={}", step.unit, step.year),
            unit: step.unit,
            due: step.due,
        })
        .collect())
}

/// Proposals as work; `step` is where on a proposal's page it is done.
fn of_proposals(ask: &'static str, step: &str, found: Vec<Proposal>) -> Vec<WorkItem> {
    let item = |one: Proposal| WorkItem {
        ask,
        href: format!("/proposals/{}{step}", one.id),
        title: one.title,
        unit: one.unit,
        due: None,
    };
    found.into_iter().map(item).collect()
}

async fn proposals(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = own_units(ask.actor, Kind::Proposal, Action::Approve);
    let waiting = store::choosing::awaiting(ask.db, &units).await?;
    Ok(of_proposals("plans-proposal-work", "", waiting))
}

/// What one is to score.
async fn scores(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let Some(person) = ask.actor.person() else { return Ok(Vec::new()) };
    let units = own_units(ask.actor, Kind::Proposal, Action::Answer);
    let waiting = store::outcomes::to_score(ask.db, &units, person).await?;
    Ok(of_proposals("plans-proposal-work-score", "/score", waiting))
}

/// The word to those who follow a proposal: it is decided. It goes when one stops following, or
/// by itself after a while.
async fn answers(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let Some(person) = ask.actor.person() else { return Ok(Vec::new()) };
    let since = ask.today.saturating_sub(DAYS_TOLD.days()).to_zoned(jiff::tz::TimeZone::UTC);
    let since = since.map_or(jiff::Timestamp::MIN, |since| since.timestamp());
    let answered = store::outcomes::answered(ask.db, person, since).await?;
    Ok(of_proposals("plans-proposal-work-answer", "", answered))
}

async fn votes(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let Some(person) = ask.actor.person() else { return Ok(Vec::new()) };
    let units = own_units(ask.actor, Kind::Alternative, Action::Answer);
    let waiting = store::alternatives::to_vote(ask.db, &units, person).await?;
    Ok(waiting
        .into_iter()
        .map(|(plan, unit, name)| WorkItem {
            ask: "plans-alternative-work",
            title: name.get(ask.say.locale()).to_owned(),
            href: format!("/plans/{plan}/alternatives"),
            unit,
            due: None,
        })
        .collect())
}

async fn pilots_due(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let units = own_units(ask.actor, Kind::Pilot, Action::Approve);
    let under_way = store::pilots::under_way(ask.db, &units).await?;
    let due = under_way.into_iter().filter(|pilot| {
        let decided = pilot.decision.as_ref().map(|decided| ask.say.day(decided.at));
        pilots::decision_ahead(pilot, decided, ask.today, ask.today.saturating_add(DAYS_AHEAD.days()))
    });
    Ok(due
        .map(|pilot| WorkItem {
            ask: "plans-pilot-work",
            title: pilot.text.name.get(ask.say.locale()).to_owned(),
            href: format!("/pilots/{}", pilot.id),
            unit: pilot.unit,
            due: pilot.text.decision_due.or(pilot.text.ends),
        })
        .collect())
}
