//! What comes down to a unit, for other programs.

use http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::access::{self, Kind};
use varde_kernel::{PartId, Problems, UnitId};
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::wire::ChoiceMade;
use crate::model::goal::Goal;
use crate::pages::goals::{areas, inherited_goals, set_aside};
use crate::rules::cascade::{Level, SetAside, Taken, level, serves, taken_up};
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
    /// `expired` or `other_service` when it asks nothing of the unit.
    set_aside: Option<&'static str>,
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

const fn aside_name(why: SetAside) -> &'static str {
    match why {
        SetAside::Expired => "expired",
        SetAside::OtherService => "other_service",
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
    let aside = set_aside(cx.db(), &tree, unit, &above, cx.today()).await?;
    let known: Vec<&Goal> = above.iter().collect();
    let told = above.iter().map(|goal| InheritedGoal {
        set_aside: aside.get(&goal.id).map(|why| aside_name(*why)),
        level: level_name(level(&tree, unit, goal.unit)),
        taken: taken_name(taken_up(goal.id, unit, &own, &known, &choices)),
        reason: choices
            .iter()
            .find(|choice| choice.goal == goal.id)
            .map(|choice| choice.reason.clone())
            .unwrap_or_default(),
        own: own.iter().filter(|sub| serves(sub, goal.id, &known)).map(|sub| sub.id.to_string()).collect(),
        goal: goal.id.to_string(),
        unit: goal.unit.to_string(),
    });
    Ok(Json(told.collect()))
}

/// A focus area from above, and what the unit has done with it.
#[derive(Serialize, ToSchema)]
pub(crate) struct InheritedArea {
    /// The focus area: a part of a framework.
    area: String,
    /// Its name in your language.
    name: String,
    /// The framework.
    plan: String,
    /// Goals of the unit, and of those below it, that are tagged with it.
    goals: i64,
    /// Their measures.
    measures: i64,
    /// `chosen` or `left_out`, when the unit has said so.
    choice: Option<&'static str>,
    /// Why, when that is said.
    reason: String,
    /// Nobody works under it, and nobody has said why.
    open: bool,
}

/// The focus areas that come down to a unit: what it works with, what it left out and why.
#[utoipa::path(get, path = "/api/v1/units/{id}/focus-areas", tag = "goals",
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The focus areas from above", body = Vec<InheritedArea>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub(crate) async fn areas_of_unit(cx: Ctx, Path(unit): Path<UnitId>) -> Result<Json<Vec<InheritedArea>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    tree.get(unit).ok_or(Error::NotFound)?;
    let told = areas::of(&cx, &tree, unit).await?.into_iter().map(|one| InheritedArea {
        area: one.focus.part.to_string(),
        name: cx.say().words(&one.focus.name).to_owned(),
        plan: one.focus.plan_id.to_string(),
        goals: one.n_goals,
        measures: one.n_measures,
        choice: one.choice.as_ref().map(|choice| choice.choice.name()),
        reason: one.choice.map(|choice| choice.reason).unwrap_or_default(),
        open: one.is_open,
    });
    Ok(Json(told.collect()))
}

/// Writes down what a unit decides about a focus area from above.
#[utoipa::path(put, path = "/api/v1/focus-areas/{id}/choice", tag = "goals", request_body = ChoiceMade,
    params(("id" = String, Path, description = "The focus area's id")),
    responses(
        (status = 204, description = "Written down"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for this unit", body = ProblemDetails),
        (status = 404, description = "No such focus area or unit", body = ProblemDetails),
        (status = 422, description = "The reason is missing", body = ProblemDetails),
    ))]
pub(crate) async fn choose_area(
    cx: Ctx,
    Path(id): Path<PartId>,
    Json(body): Json<ChoiceMade>,
) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let fields = body.fields();
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let Some(unit) = unit else { return Err(Error::Invalid(problems)) };
    areas::choose_area(&cx, id, unit, &fields).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}
