//! Plans for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PlanId, Problems, UnitId};
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::{
    Approval, Closing, MatrixCell, OwnersWanted, PartDraft, PartShown, PlanDraft, PlanListed, PlanShown, Shift,
    SuccessionShown, fields,
};
use crate::export::status::{self, StatusWire};
use crate::model::goal::Item;
use crate::model::plan::{Part, Plan};
use crate::pages::plans as pages;
use crate::rules::plan::Step;
use crate::store;

/// Plans that you may see, newest period first.
#[utoipa::path(get, path = "/api/v1/plans", tag = "plans",
    params(
        ("q" = Option<String>, Query, description = "Words in the name"),
        ("kind" = Option<String>, Query, description = "What sort of plan"),
        ("state" = Option<String>, Query, description = "draft, awaiting, adopted or closed"),
        ("unit" = Option<String>, Query, description = "Owned by this unit"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of plans", body = Listed<PlanListed>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<PlanListed>>, Error> {
    let cursor = Cursor::read(&query)?;
    let scope = access::scope(cx.actor(), Kind::Plan);
    let plans = store::plans::list(cx.db(), &scope, &pages::filter(&query), cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(plans.into_iter().map(PlanListed::from).collect())))
}

async fn shown(cx: &Ctx, id: PlanId) -> Result<PlanShown, Error> {
    let plan = store::plans::load(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let owners = store::plans::owners(cx.db(), id).await?;
    Ok(PlanShown::new(plan, &owners, store::plans::dates(cx.db(), id).await?, cx.to_check(id).await?))
}

/// What is written on now: the version under way, or the plan itself.
async fn written(cx: &Ctx, id: PlanId) -> Result<PlanShown, Error> {
    let held = store::plans::load(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let Some(next) = store::versions::under_way(cx.db(), &held).await? else { return shown(cx, id).await };
    let owners = store::plans::owners(cx.db(), id).await?;
    Ok(PlanShown::new(next, &owners, store::plans::dates(cx.db(), id).await?, Vec::new()))
}

/// A new plan, as a draft.
#[utoipa::path(post, path = "/api/v1/plans", tag = "plans", request_body = PlanDraft,
    responses(
        (status = 201, description = "The new plan", body = PlanShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed on the unit", body = ProblemDetails),
        (status = 404, description = "No such unit for you", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<PlanDraft>) -> Result<Response, Error> {
    cx.signed_in()?;
    let fields = body.fields();
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let id = pages::insert(&cx, &fields, unit, problems).await?.map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(shown(&cx, id).await?)).into_response())
}

/// A plan.
#[utoipa::path(get, path = "/api/v1/plans/{id}", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The plan", body = PlanShown),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(shown(&cx, id).await?))
}

/// Changes a plan. Approvals of what was written are void. An adopted plan stands as it is, and
/// open: the change is its next version, which is what is answered.
#[utoipa::path(put, path = "/api/v1/plans/{id}", tag = "plans", request_body = PlanDraft,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The changed plan", body = PlanShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile, or it is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<PlanDraft>,
) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let opened = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let held = Plan::clone(&opened);
    let before = store::versions::written(cx.db(), &held).await?;
    let mut plan = opened.map(|_| before.clone());
    let fields = body.fields();
    let mut problems = Problems::new();
    if !fields.has("version") {
        problems.field("version", "web-problem-required");
    }
    fields.long("why", &mut problems);
    pages::read_plan(&fields, &mut plan, &mut problems);
    problems.result().map_err(Error::Invalid)?;
    pages::put_text(&cx, (&held, &before), plan, fields.version()?, &fields).await?;
    Ok(Json(written(&cx, id).await?))
}

/// The versions of a plan beside the one that holds, newest first: the one under way, which only
/// those who work with its owners see, and those that have held.
#[utoipa::path(get, path = "/api/v1/plans/{id}/versions", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The versions", body = Vec<PlanShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn versions(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<PlanShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let owners = store::plans::owners(cx.db(), id).await?;
    let seen = pages::seen_versions(&cx, &tree, &plan, &owners).await?;
    let dates = store::plans::dates(cx.db(), id).await?;
    Ok(Json(seen.into_iter().map(|one| PlanShown::new(one.plan, &owners, dates.clone(), Vec::new())).collect()))
}

/// Drops the version under way; the adopted one stands.
#[utoipa::path(post, path = "/api/v1/plans/{id}/discard", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The plan that stands", body = PlanShown),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or no version under way", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
    ))]
pub(crate) async fn discard(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    pages::drop_under_way(&cx, id).await?;
    Ok(Json(shown(&cx, id).await?))
}

/// How a plan stands on a day: every numeric target with its honest state.
#[utoipa::path(get, path = "/api/v1/plans/{id}/status", tag = "plans",
    params(
        ("id" = String, Path, description = "The plan's id"),
        ("as_of" = Option<String>, Query, description = "The day; today when left out"),
    ),
    responses(
        (status = 200, description = "The status", body = StatusWire),
        (status = 400, description = "No such day", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn status(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Json<StatusWire>, Error> {
    cx.signed_in()?;
    let (tree, found) = pages::opened(&cx, id, pages::as_of(&cx, &query)?).await?;
    Ok(Json(status::wire(&found, &tree, cx.say())))
}

/// Sends a draft, or the version under way, to its owners.
#[utoipa::path(post, path = "/api/v1/plans/{id}/submit", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The plan, awaiting approval", body = PlanShown),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "It is no draft, or something is missing", body = ProblemDetails),
    ))]
pub(crate) async fn submit(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    pages::take(&cx, plan, Step::Submit, "").await?;
    Ok(Json(written(&cx, id).await?))
}

fn unit(text: String) -> Result<UnitId, Error> {
    let mut problems = Problems::new();
    let unit = fields(vec![("unit", Some(text))]).must_choose("unit", &mut problems);
    unit.ok_or(Error::Invalid(problems))
}

/// Approves this version on behalf of one owner.
#[utoipa::path(post, path = "/api/v1/plans/{id}/approve", tag = "plans", request_body = Approval,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The plan; adopted when this was the last owner", body = PlanShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for this owner", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "It awaits no approval of this unit", body = ProblemDetails),
        (status = 422, description = "No id where one is wanted, or no ground for focus areas that nobody works with",
            body = ProblemDetails),
    ))]
pub(crate) async fn approve(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<Approval>,
) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let unit = unit(body.unit)?;
    let plan = store::plans::open_as_owner(cx.db(), cx.actor(), &tree, id, unit).await?;
    let mut problems = Problems::new();
    let why = fields(vec![("areas_reason", Some(body.areas_reason))]).long("areas_reason", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    pages::approve_read(&cx, plan, unit, body.version_no, &why).await?;
    Ok(Json(written(&cx, id).await?))
}

/// Closes a plan.
#[utoipa::path(post, path = "/api/v1/plans/{id}/close", tag = "plans", request_body = Closing,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The closed plan", body = PlanShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "It cannot be closed now", body = ProblemDetails),
        (status = 422, description = "The reason is missing", body = ProblemDetails),
    ))]
pub(crate) async fn close(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<Closing>,
) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let mut problems = Problems::new();
    let why = fields(vec![("why", Some(body.why))]).required("why", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    pages::take(&cx, plan, Step::Close, &why).await?;
    Ok(Json(shown(&cx, id).await?))
}

/// Gives a plan its owners.
#[utoipa::path(put, path = "/api/v1/plans/{id}/owners", tag = "plans", request_body = OwnersWanted,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The plan with its owners", body = PlanShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "Someone else changed the plan meanwhile, or it is closed", body = ProblemDetails),
        (status = 422, description = "No such unit, or too many", body = ProblemDetails),
    ))]
pub(crate) async fn owners(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Json(body): Json<OwnersWanted>,
) -> Result<Json<PlanShown>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let wanted: Vec<UnitId> = body.units.iter().filter_map(|unit| unit.parse().ok()).collect();
    if wanted.len() != body.units.len() {
        problems.field("units", "plans-problem-unit");
    }
    problems.result().map_err(Error::Invalid)?;
    pages::give_owners(&cx, &tree, &plan, body.version, wanted).await?.map_err(Error::Invalid)?;
    Ok(Json(shown(&cx, id).await?))
}

/// The parts of a plan, by kind and place.
#[utoipa::path(get, path = "/api/v1/plans/{id}/parts", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The parts", body = Vec<PartShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn parts(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<PartShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(store::parts::of(cx.db(), id).await?.into_iter().map(PartShown::from).collect()))
}

/// A new part of a plan.
#[utoipa::path(post, path = "/api/v1/plans/{id}/parts", tag = "plans", request_body = PartDraft,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 201, description = "The new part", body = PartShown),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 409, description = "The plan is closed", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn add_part(cx: Ctx, Path(id): Path<PlanId>, Json(body): Json<PartDraft>) -> Result<Response, Error> {
    cx.signed_in()?;
    let part = pages::insert_part(&cx, id, &body.fields()).await?.map_err(Error::Invalid)?;
    let part = store::parts::load(cx.db(), part).await?.ok_or(Error::NotFound)?;
    Ok((StatusCode::CREATED, Json(PartShown::from(part))).into_response())
}

/// How many measures are tagged with each instrument and each focus area of a framework together.
#[utoipa::path(get, path = "/api/v1/plans/{id}/matrix", tag = "plans",
    params(
        ("id" = String, Path, description = "The framework's id"),
        ("level" = Option<String>, Query, description = "national, regional, specialist, municipal or other; all when left out"),
    ),
    responses(
        (status = 200, description = "Every cell, row by row; none for a plan without instruments and focus areas",
            body = Vec<MatrixCell>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
        (status = 422, description = "No such level", body = ProblemDetails),
    ))]
pub(crate) async fn matrix(
    cx: Ctx,
    Path(id): Path<PlanId>,
    Query(query): Query,
) -> Result<Json<Vec<MatrixCell>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let mut problems = Problems::new();
    let level = query.choice("level", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let matrix = pages::Matrix::of(&cx, &tree, id, level).await?;
    let cell = |(instrument, area, measures): (&Part, &Part, i64)| MatrixCell {
        instrument: instrument.id.to_string(),
        focus_area: area.id.to_string(),
        measures,
    };
    Ok(Json(matrix.cells().map(cell).collect()))
}

/// Moves a goal, a part or a measure past its neighbour in the plan.
#[utoipa::path(post, path = "/api/v1/plans/{id}/order", tag = "plans", request_body = Shift,
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 204, description = "Done"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such plan, or it does not hold the item", body = ProblemDetails),
        (status = 409, description = "The plan is closed, or there is nothing to move it past", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(crate) async fn shift(cx: Ctx, Path(id): Path<PlanId>, Json(body): Json<Shift>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let fields = fields(vec![("kind", Some(body.kind)), ("item", Some(body.item)), ("way", Some(body.way))]);
    pages::shift(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of a plan's items.
#[utoipa::path(get, path = "/api/v1/plans/{id}/succession", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "Item by item", body = Vec<SuccessionShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn succession(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<SuccessionShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let rows = pages::seen_rows(&cx, &tree, store::succession::from(cx.db(), id).await?).await?;
    let shown = |(plan, row): (PlanId, crate::model::goal::Succession)| SuccessionShown {
        plan: plan.to_string(),
        from_kind: row.from.kind().name().to_owned(),
        from: row.from.text(),
        to_kind: row.to.map(|to| to.kind().name().to_owned()),
        to: row.to.map(Item::text),
        outcome: row.outcome.name().to_owned(),
        inferred: row.inferred,
        note: row.note.into(),
    };
    Ok(Json(rows.into_iter().map(shown).collect()))
}
