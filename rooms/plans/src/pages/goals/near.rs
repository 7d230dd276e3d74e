//! What lies near a goal without being tied to it: goals that the same indicator judges, and what its plan's
//! measures are gathered under.

use varde_kernel::access::{self, Kind};
use varde_kernel::{GoalId, PlanId, Words};
use varde_web::{Ctx, Error};

use crate::model::goal::Goal;
use crate::model::plan::Part;
use crate::store;
use crate::store::beside::JudgedGoal;

/// Goals of others on the same indicator, that are neither above nor below this one.
pub(super) async fn related(cx: &Ctx, goal: &Goal, above: &[Goal], below: &[Goal]) -> Result<Vec<JudgedGoal>, Error> {
    let Some(indicator) = goal.indicator else { return Ok(Vec::new()) };
    let scope = access::scope(cx.actor(), Kind::Goal);
    let mut found = store::beside::goals_of_indicator(cx.db(), &scope, indicator).await?;
    let told = |id: GoalId| id == goal.id || above.iter().chain(below).any(|other| other.id == id);
    found.retain(|near| !told(near.id));
    Ok(found)
}

/// The parts of a plan that its measures hang on, with how many each holds.
pub(super) async fn areas(cx: &Ctx, plan: Option<PlanId>, parts: &[Part]) -> Result<Vec<(Words, usize)>, Error> {
    let Some(plan) = plan else { return Ok(Vec::new()) };
    let places = store::plans::measures(cx.db(), plan).await?;
    let count = |part: &Part| places.iter().filter(|place| place.part == Some(part.id)).count();
    Ok(parts.iter().map(|part| (part.name.clone(), count(part))).filter(|(_, n)| 0 < *n).collect())
}
