//! What comes down to a unit, for other programs.

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::UnitId;
use varde_kernel::access::{self, Kind};
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use crate::pages::goals::inherited_goals;
use crate::rules::cascade::{Level, Taken, level, taken};
use crate::store;

/// A goal from above, and what the unit has done with it.
#[derive(Serialize, ToSchema)]
pub(crate) struct InheritedGoal {
    /// The goal; ask `/api/v1/goals/{id}` for the rest.
    goal: String,
    /// The unit that owns it.
    unit: String,
    /// national, above or own.
    level: &'static str,
    /// `sub_goal`, chosen, `left_out` or nothing.
    taken: &'static str,
    /// Why it was left out or chosen, when that is said.
    reason: String,
    /// The unit's own goals under it that you may see.
    own: Vec<String>,
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::National => "national",
        Level::Above => "above",
        Level::Own => "own",
    }
}

const fn taken_name(taken: Taken) -> &'static str {
    match taken {
        Taken::SubGoal => "sub_goal",
        Taken::Chosen => "chosen",
        Taken::LeftOut => "left_out",
        Taken::Nothing => "nothing",
    }
}

/// The goals that come down to a unit: what it chose, what it left out and why.
#[utoipa::path(get, path = "/api/v1/units/{id}/goals", tag = "goals",
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The goals from above", body = Vec<InheritedGoal>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub(crate) async fn of_unit(cx: Ctx, Path(unit): Path<UnitId>) -> Result<Json<Vec<InheritedGoal>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    tree.get(unit).ok_or(Error::NotFound)?;
    let above = inherited_goals(cx.db(), &tree, unit).await?;
    let filter = store::goals::Filter { unit: Some(unit), ..store::goals::Filter::default() };
    let own = store::goals::list(cx.db(), &access::scope(cx.actor(), Kind::Goal), &filter, 200, 0).await?;
    let choices = store::goals::choices_of(cx.db(), &[unit]).await?;
    let told = above.into_iter().map(|goal| InheritedGoal {
        level: level_name(level(&tree, unit, goal.unit)),
        taken: taken_name(taken(goal.id, unit, &own, &choices)),
        reason: choices
            .iter()
            .find(|choice| choice.goal == goal.id)
            .map(|choice| choice.reason.clone())
            .unwrap_or_default(),
        own: own.iter().filter(|sub| sub.parent == Some(goal.id)).map(|sub| sub.id.to_string()).collect(),
        goal: goal.id.to_string(),
        unit: goal.unit.to_string(),
    });
    Ok(Json(told.collect()))
}
