//! Goals for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{GoalId, PlanId, Problems, TargetId, UnitId};
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::{
    ChoiceMade, GoalDraft, GoalShown, MeasuresTied, ReadingDecision, SpreadTargetDraft, SpreadTargetShown, TargetDraft,
    TargetShown, fields,
};
use crate::export::status::{GoalStatusWire, goal_wire};
use crate::pages::{goals as pages, plans::as_of};
use crate::store;
use crate::store::standing;

/// Goals that you may see, with where each one stands.
#[utoipa::path(get, path = "/api/v1/goals", tag = "goals",
    params(
        ("q" = Option<String>, Query, description = "Words in the name"),
        ("unit" = Option<String>, Query, description = "Of this unit"),
        ("plan" = Option<String>, Query, description = "Of this plan"),
        ("state" = Option<String>, Query, description = "active (when left out), ended or all"),
        ("as_of" = Option<String>, Query, description = "The day; today when left out"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of goals", body = Listed<GoalStatusWire>),
        (status = 400, description = "Bad cursor, limit or day", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<GoalStatusWire>>, Error> {
    let cursor = Cursor::read(&query)?;
    let tree = cx.tree().await?;
    let scope = access::scope(cx.actor(), Kind::Goal);
    let goals = store::goals::list(cx.db(), &scope, &pages::filter(&query), cursor.fetch(), cursor.skip).await?;
    let standings = standing::of(cx.db(), &Sight::Of(cx.actor(), &tree), &tree, goals, as_of(&cx, &query)?).await?;
    Ok(Json(cursor.page(standings.iter().map(|standing| goal_wire(standing, cx.say())).collect())))
}

async fn shown(cx: &Ctx, id: GoalId) -> Result<GoalShown, Error> {
    let goal = store::goals::load(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let (ties, measures) = pages::tied_to(cx, &goal).await?;
    Ok(GoalShown::new(goal, (&ties, &measures), cx.to_check(id).await?))
}

/// A new goal of a unit or of a plan.
#[utoipa::path(post, path = "/api/v1/goals", tag = "goals", request_body = GoalDraft,
    responses(
        (status = 201, description = "The new goal", body = GoalShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan or unit for you", body = ProblemDetails),
        (status = 409, description = "The plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<GoalDraft>) -> Result<Response, Error> {
    cx.signed_in()?;
    let fields = body.fields();
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.choice("unit", &mut problems);
    let plan: Option<PlanId> = fields.choice("plan", &mut problems);
    let input = pages::GoalInput::read(&fields, None, &mut problems);
    let id = pages::insert(&cx, unit, plan, input, problems).await?.map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(shown(&cx, id).await?)).into_response())
}

/// A goal.
#[utoipa::path(get, path = "/api/v1/goals/{id}", tag = "goals",
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The goal", body = GoalShown),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<GoalId>) -> Result<Json<GoalShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(shown(&cx, id).await?))
}

/// Changes a goal. What the body says nothing of, of tags and grounds, stays as it is.
#[utoipa::path(put, path = "/api/v1/goals/{id}", tag = "goals", request_body = GoalDraft,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The changed goal", body = GoalShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile, or its plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<GoalDraft>,
) -> Result<Json<GoalShown>, Error> {
    cx.signed_in()?;
    let goal = pages::to_edit(&cx, id).await?;
    let (names_tags, names_grounds) = (body.tags.is_some(), body.grounds.is_some());
    let fields = body.fields();
    let mut problems = Problems::new();
    if !fields.has("version") {
        problems.field("version", "web-problem-required");
    }
    let why = fields.long("why", &mut problems);
    let mut input = pages::GoalInput::read(&fields, Some(&goal), &mut problems);
    input.tags = input.tags.filter(|_| names_tags);
    input.grounds = input.grounds.filter(|_| names_grounds);
    let read = fields.version().unwrap_or(0);
    pages::put(&cx, goal, read, input, problems, &why).await?.map_err(Error::Invalid)?;
    Ok(Json(shown(&cx, id).await?))
}

/// All versions of a goal's target, oldest first.
#[utoipa::path(get, path = "/api/v1/goals/{id}/targets", tag = "goals",
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The versions", body = Vec<TargetShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
    ))]
pub(crate) async fn targets(cx: Ctx, Path(id): Path<GoalId>) -> Result<Json<Vec<TargetShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(targets_of(&cx, id).await?))
}

/// A new version of a goal's target. Former versions are kept.
#[utoipa::path(post, path = "/api/v1/goals/{id}/targets", tag = "goals", request_body = TargetDraft,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 201, description = "All versions, the new one last", body = Vec<TargetShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 409, description = "Someone else added a version meanwhile, or its plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn add_target(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<TargetDraft>,
) -> Result<Response, Error> {
    cx.signed_in()?;
    let goal = pages::to_edit(&cx, id).await?;
    pages::insert_target(&cx, &goal, &body.fields()).await?.map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(targets_of(&cx, id).await?)).into_response())
}

async fn targets_of(cx: &Ctx, id: GoalId) -> Result<Vec<TargetShown>, Error> {
    let versions = store::targets::of(cx.db(), &[id]).await?.remove(&id).unwrap_or_default();
    Ok(versions.into_iter().map(TargetShown::from).collect())
}

async fn spreads_of(cx: &Ctx, id: GoalId) -> Result<Vec<SpreadTargetShown>, Error> {
    let versions = store::spreads::of(cx.db(), &[id]).await?.remove(&id).unwrap_or_default();
    Ok(versions.into_iter().map(SpreadTargetShown::from).collect())
}

/// All versions of a goal's target for how much units differ, oldest first. Where the goal stands by
/// it is told with the goal's status.
#[utoipa::path(get, path = "/api/v1/goals/{id}/spread-targets", tag = "goals",
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The versions", body = Vec<SpreadTargetShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
    ))]
pub(crate) async fn spread_targets(cx: Ctx, Path(id): Path<GoalId>) -> Result<Json<Vec<SpreadTargetShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(spreads_of(&cx, id).await?))
}

/// A new version of a goal's target for how much units differ. Former versions are kept.
#[utoipa::path(post, path = "/api/v1/goals/{id}/spread-targets", tag = "goals", request_body = SpreadTargetDraft,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 201, description = "All versions, the new one last", body = Vec<SpreadTargetShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 409, description = "Someone else added a version meanwhile, or its plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn add_spread_target(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<SpreadTargetDraft>,
) -> Result<Response, Error> {
    cx.signed_in()?;
    let goal = pages::to_edit(&cx, id).await?;
    pages::insert_spread(&cx, &goal, &body.fields()).await?.map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(spreads_of(&cx, id).await?)).into_response())
}

/// Decides how "per cent" is meant in a target.
#[utoipa::path(put, path = "/api/v1/goals/{id}/reading", tag = "goals", request_body = ReadingDecision,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "All versions of the target", body = Vec<TargetShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 409, description = "It has been decided already", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn reading(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<ReadingDecision>,
) -> Result<Json<Vec<TargetShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let fields = fields(vec![("target", Some(body.target)), ("mode", Some(body.mode)), ("reason", Some(body.reason))]);
    let mut problems = Problems::new();
    let target: Option<TargetId> = fields.must_choose("target", &mut problems);
    let mode = fields.choice("mode", &mut problems);
    let reason = fields.long("reason", &mut problems);
    let (Some(target), true) = (target, problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    pages::decide_reading(&cx, &goal, target, mode, &reason).await?.map_err(Error::Invalid)?;
    Ok(Json(targets_of(&cx, id).await?))
}

/// Writes down what a unit decides about a goal from above.
#[utoipa::path(put, path = "/api/v1/goals/{id}/choice", tag = "goals", request_body = ChoiceMade,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 204, description = "Written down"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for this unit", body = ProblemDetails),
        (status = 404, description = "No such goal or unit", body = ProblemDetails),
        (status = 422, description = "The reason is missing", body = ProblemDetails),
    ))]
pub(crate) async fn choice(cx: Ctx, Path(id): Path<GoalId>, Json(body): Json<ChoiceMade>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let fields = body.fields();
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let Some(unit) = unit else { return Err(Error::Invalid(problems)) };
    pages::choose_goal(&cx, id, unit, &fields).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ties measures of your own to a goal.
#[utoipa::path(put, path = "/api/v1/goals/{id}/measures", tag = "goals", request_body = MeasuresTied,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 204, description = "Written down"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "You may change no measures", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 422, description = "One of them is no measure of yours", body = ProblemDetails),
    ))]
pub(crate) async fn tie_measures(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<MeasuresTied>,
) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let mut pairs: Vec<_> = body.measures.into_iter().map(|measure| ("measure", Some(measure))).collect();
    if let Some(was) = body.was {
        pairs.push(("was", Some(String::new())));
        pairs.extend(was.into_iter().map(|measure| ("was", Some(measure))));
    }
    pages::tie_measures(&cx, id, &fields(pairs)).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}
