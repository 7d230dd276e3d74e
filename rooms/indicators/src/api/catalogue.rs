//! Indicators, figures and files for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, Problems};
use varde_web::{Checked, Ctx, Cursor, Error, Fields, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::import::kind::digest;
use crate::import::store::{self as senders, Sender};
use crate::import::values;
use crate::pages::import::{allowed, note, read_metadata};
use crate::pages::{filter_of, insert, read_definition, take_step};
use crate::store;

/// The catalogue of indicators.
#[utoipa::path(get, path = "/api/v1/indicators", tag = "indicators",
    params(
        ("q" = Option<String>, Query, description = "Words that the name, code or note must hold"),
        ("state" = Option<String>, Query, description = "proposed, specified, piloted, adopted or retired"),
        ("direction" = Option<String>, Query, description = "up, down or none"),
        ("level" = Option<String>, Query, description = "national, regional, enterprise or municipal"),
        ("values" = Option<String>, Query, description = "yes: only those with values; no: only those without"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of indicators", body = Listed<wire::Indicator>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Indicator>>, Error> {
    let cursor = Cursor::read(&query)?;
    let scope = access::scope(cx.actor(), Kind::Indicator);
    let found = store::list(cx.db(), &scope, &filter_of(&query), cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::Indicator::from).collect())))
}

/// One indicator with its definition.
#[utoipa::path(get, path = "/api/v1/indicators/{id}", tag = "indicators",
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The indicator", body = Checked<wire::Indicator>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Json<Checked<wire::Indicator>>, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    cx.checked(id, wire::Indicator::from(indicator.into_inner())).await
}

/// Proposes a new indicator.
#[utoipa::path(post, path = "/api/v1/indicators", tag = "indicators", request_body = wire::IndicatorDraft,
    responses(
        (status = 201, description = "The new indicator", body = wire::Indicator),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed on the unit", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::IndicatorDraft>) -> Result<Response, Error> {
    cx.signed_in()?;
    let (indicator, mut problems) = read_definition(&body.fields(), None);
    if problems.is_empty()
        && let Some(id) = insert(&cx, indicator, &mut problems).await?
    {
        let tree = cx.tree().await?;
        let made = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
        return Ok((StatusCode::CREATED, Json(wire::Indicator::from(made))).into_response());
    }
    Err(Error::Invalid(problems))
}

/// Changes an indicator's definition. Code, unit and state stay as they are.
#[utoipa::path(put, path = "/api/v1/indicators/{id}", tag = "indicators", request_body = wire::IndicatorDraft,
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The changed indicator", body = wire::Indicator),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn update(
    cx: Ctx,
    Path(id): Path<IndicatorId>,
    Json(body): Json<wire::IndicatorDraft>,
) -> Result<Json<wire::Indicator>, Error> {
    let tree = cx.tree().await?;
    let before = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let fields = body.fields();
    let (mut changed, mut problems) = read_definition(&fields, Some(&before));
    let reason = fields.long("reason", &mut problems);
    if !fields.has("version") {
        problems.field("version", "web-problem-required");
    }
    problems.result().map_err(Error::Invalid)?;
    changed.version = fields.version()?;
    let former = (*before).clone();
    let changed = before.map(|_| changed);
    let tx = cx.begin().await?;
    let version = store::save(&tx, &former, &changed, &reason).await?;
    tx.commit().await?;
    let mut saved = changed.into_inner();
    saved.version = version;
    Ok(Json(saved.into()))
}

/// Takes an indicator one step in its life.
#[utoipa::path(post, path = "/api/v1/indicators/{id}/state", tag = "indicators", request_body = wire::IndicatorStep,
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The indicator in its new state", body = wire::Indicator),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "The step is out of order", body = ProblemDetails),
    ))]
pub async fn step(
    cx: Ctx,
    Path(id): Path<IndicatorId>,
    Json(body): Json<wire::IndicatorStep>,
) -> Result<Json<wire::Indicator>, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let pairs = [("state", body.state), ("reason", body.reason), ("version", body.version.to_string())];
    let fields = Fields::new(pairs.map(|(name, value)| (name.to_owned(), value)).to_vec());
    if let Some(problems) = take_step(&cx, &tree, &indicator, &fields).await? {
        return Err(Error::Invalid(problems));
    }
    let saved = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(saved.into_inner().into()))
}

/// Numbers that the documents print about what no indicator defines.
#[utoipa::path(get, path = "/api/v1/figures", tag = "indicators",
    params(
        ("q" = Option<String>, Query, description = "Words that the figure must hold"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of figures", body = Listed<wire::Figure>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn figures(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Figure>>, Error> {
    let cursor = Cursor::read(&query)?;
    let found = store::figures(cx.db(), &filter_of(&query).words, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::Figure::from).collect())))
}

/// Takes a file of values, all of it or nothing.
#[utoipa::path(post, path = "/api/v1/indicators/import", tag = "indicators", request_body = wire::ValueFile,
    responses(
        (status = 200, description = "What the file did, or would do", body = wire::ValuesImported),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "You report for no unit", body = ProblemDetails),
        (status = 409, description = "Someone recorded the same values meanwhile", body = ProblemDetails),
        (status = 422, description = "Lines that cannot be taken, each with its place", body = ProblemDetails),
    ))]
pub async fn import(cx: Ctx, Json(file): Json<wire::ValueFile>) -> Result<Json<wire::ValuesImported>, Error> {
    let (tree, unit) = allowed(&cx).await?;
    let (bytes, mapping) = file.read().map_err(Error::Invalid)?;
    let mut problems = Problems::new();
    let beside = read_metadata(file.metadata.as_bytes(), &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let (db, actor, has_news) = (cx.db(), cx.actor(), beside.is_some());
    let name = crate::import::said::tidy(&file.sender);
    let known = if name.is_empty() { None } else { senders::sender(db, &name).await? };
    let sender = match known {
        Some(known) => known,
        None => Sender { name, unit, mapping, metadata: None, version: 0 },
    };
    let sender = sender.told(beside);
    let by = (&sender.mapping, sender.metadata.as_ref());
    let mut report = values::look(db, actor, &tree, &bytes, by, cx.today()).await?;
    if !report.problems.is_empty() {
        return Err(Error::Invalid(std::mem::take(&mut report.problems)));
    }
    let mut problems = Problems::new();
    let reason = Fields::new(vec![("reason".to_owned(), file.reason)]).long("reason", &mut problems);
    if 0 < report.n_changed() && reason.is_empty() && !file.dry_run {
        problems.field("reason", "indicators-fault-reason");
    }
    problems.result().map_err(Error::Invalid)?;
    if !file.dry_run {
        let tx = cx.begin().await?;
        values::apply(&tx, &mut report, &reason).await?;
        if !sender.name.is_empty() {
            let digest = digest(&bytes);
            note(&cx, &tx, &tree, sender, ((&digest, ""), report.counts()), has_news).await?;
        }
        tx.commit().await?;
    }
    Ok(Json(wire::ValuesImported::new(&report, file.dry_run)))
}
