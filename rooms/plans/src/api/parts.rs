//! What a plan holds and how it stands to others, for other programs: changes of its parts, what
//! became of the former plan's items, relations, and its history.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{GoalId, MeasureId, PartId, PlanId, Problems};
use varde_store::history;
use varde_web::told::HistoryLine;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::plans::succession;
use super::wire::{Former, PartChange, PartShown, RelationDraft, RelationShown, SuccessionDraft, fields};
use crate::pages::plans as pages;
use crate::store;

/// How much of the history is told at once.
const TOLD: i64 = 200;

/// Takes a part out of a plan.
#[utoipa::path(delete, path = "/api/v1/plans/{id}/parts/{part}", tag = "plans",
    params(("id" = String, Path, description = "The plan's id"), ("part" = String, Path, description = "The part's id")),
    responses(
        (status = 204, description = "Done"),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or no such part in it", body = ProblemDetails),
        (status = 409, description = "The plan is closed, or something hangs on the part", body = ProblemDetails),
    ))]
pub(crate) async fn remove(cx: Ctx, Path((id, part)): Path<(PlanId, PartId)>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    pages::remove_part(&cx, id, part, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Changes a part of a plan.
#[utoipa::path(put, path = "/api/v1/plans/{id}/parts/{part}", tag = "plans", request_body = PartChange,
    params(("id" = String, Path, description = "The plan's id"), ("part" = String, Path, description = "The part's id")),
    responses(
        (status = 200, description = "The changed part", body = PartShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or no such part in it", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile, or the plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn change(
    cx: Ctx,
    Path((id, part)): Path<(PlanId, PartId)>,
    Json(body): Json<PartChange>,
) -> Result<Json<PartShown>, Error> {
    cx.signed_in()?;
    pages::change_part(&cx, id, part, &body.fields()).await?.map_err(Error::Invalid)?;
    let part = store::parts::load(cx.db(), part).await?.ok_or(Error::NotFound)?;
    Ok(Json(PartShown::from(part)))
}

/// Says which plan this one takes over from.
#[utoipa::path(put, path = "/api/v1/plans/{id}/predecessor", tag = "plans", request_body = Former,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 204, description = "It is said"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed, on this plan or the former", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "It has one already, or the plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn predecessor(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<Former>,
) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let fields = fields(vec![("former", Some(body.former))]);
    pages::take_over(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says what became of one item of the former plan. Gives all that is said of it so far.
#[utoipa::path(post, path = "/api/v1/plans/{id}/succession", tag = "plans", request_body = SuccessionDraft,
    params(("id" = String, Path, description = "The id of the plan that took over")),
    responses(
        (status = 201, description = "Item by item", body = Vec<super::wire::SuccessionShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "It takes over from no plan, or is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn became(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<SuccessionDraft>,
) -> Result<Response, Error> {
    cx.signed_in()?;
    pages::tell_became(&cx, id, &body.fields()).await?.map_err(Error::Invalid)?;
    let plan = store::plans::load(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let former = plan.predecessor.ok_or(Error::NotFound)?;
    Ok((StatusCode::CREATED, succession(cx, Path(former)).await?).into_response())
}

async fn relations_of(cx: &Ctx, id: PlanId) -> Result<Vec<RelationShown>, Error> {
    let scope = access::scope(cx.actor(), Kind::Plan);
    let relations = store::plans::relations(cx.db(), &scope, id).await?;
    Ok(relations.into_iter().map(RelationShown::from).collect())
}

/// How a plan stands to others.
#[utoipa::path(get, path = "/api/v1/plans/{id}/relations", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "Its relations", body = Vec<RelationShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn relations(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<RelationShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(relations_of(&cx, id).await?))
}

/// Ties a plan to another.
#[utoipa::path(post, path = "/api/v1/plans/{id}/relations", tag = "plans", request_body = RelationDraft,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 201, description = "Its relations, the new one last", body = Vec<RelationShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, here or there", body = ProblemDetails),
        (status = 409, description = "The plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn relate(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<RelationDraft>,
) -> Result<Response, Error> {
    cx.signed_in()?;
    pages::relate(&cx, id, &body.fields()).await?.map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(relations_of(&cx, id).await?)).into_response())
}

/// What happened to a plan, newest first.
#[utoipa::path(get, path = "/api/v1/plans/{id}/history", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "What happened", body = Vec<HistoryLine>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan, or its history is not yours to read", body = ProblemDetails),
    ))]
pub(crate) async fn happened(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<HistoryLine>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    cx.must(Action::Read, &Target::internal(Kind::History, store::line_of(&tree, plan.unit)))?;
    Ok(Json(told(&cx, history::of_thing(cx.db(), id, TOLD).await?).await?))
}

/// What happened to a goal, newest first.
#[utoipa::path(get, path = "/api/v1/goals/{id}/history", tag = "goals",
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "What happened", body = Vec<HistoryLine>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such goal, or its history is not yours to read", body = ProblemDetails),
    ))]
pub(crate) async fn goal_happened(cx: Ctx, Path(id): Path<GoalId>) -> Result<Json<Vec<HistoryLine>>, Error> {
    cx.signed_in()?;
    let (_, lines) = crate::pages::goals::history_of(&cx, id).await?;
    Ok(Json(told(&cx, lines).await?))
}

/// Lines of the history with their words.
async fn told(cx: &Ctx, lines: Vec<history::Told>) -> Result<Vec<HistoryLine>, Error> {
    let told = varde_web::told::tell(cx, &*cx.tree().await?, lines).await?;
    Ok(told.into_iter().map(HistoryLine::from).collect())
}

/// A measure's place in a plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct MeasurePlace {
    /// The measure.
    measure: String,
    /// The part of the plan that it belongs under.
    part: Option<String>,
}

/// Puts a measure into a plan, or moves it to another part.
#[utoipa::path(put, path = "/api/v1/plans/{id}/measures", tag = "plans", request_body = MeasurePlace,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 204, description = "Done"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "The plan is closed", body = ProblemDetails),
        (status = 422, description = "No such measure or part", body = ProblemDetails),
    ))]
pub(crate) async fn place(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<MeasurePlace>,
) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let fields = fields(vec![("measure", Some(body.measure)), ("part", body.part)]);
    pages::place(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a measure out of a plan; the measure itself stays.
#[utoipa::path(delete, path = "/api/v1/plans/{id}/measures/{measure}", tag = "plans",
    params(
        ("id" = String, Path, description = "The plan's id"),
        ("measure" = String, Path, description = "The measure's id"),
    ),
    responses(
        (status = 204, description = "Done"),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or it does not hold the measure", body = ProblemDetails),
        (status = 409, description = "The plan is closed", body = ProblemDetails),
    ))]
pub(crate) async fn take_out(cx: Ctx, Path((id, measure)): Path<(PlanId, MeasureId)>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    pages::take_out(&cx, id, measure).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An open measure of the plan before.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Carried {
    /// The measure.
    measure: String,
}

/// Carries one open measure of the plan before over into this one.
#[utoipa::path(post, path = "/api/v1/plans/{id}/succession/carry", tag = "plans", request_body = Carried,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 204, description = "Done"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or no such open measure before it", body = ProblemDetails),
        (status = 409, description = "The plan is closed, or takes over from none", body = ProblemDetails),
        (status = 422, description = "No id where one is wanted", body = ProblemDetails),
    ))]
pub(crate) async fn carry(cx: Ctx, Path(id): Path<PlanId>, Json(body): Json<Carried>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let measure = fields(vec![("measure", Some(body.measure))]).must_choose("measure", &mut problems);
    let measure: MeasureId = measure.ok_or(Error::Invalid(problems))?;
    pages::carry(&cx, id, measure).await?;
    Ok(StatusCode::NO_CONTENT)
}
