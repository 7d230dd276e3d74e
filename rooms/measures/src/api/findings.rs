//! Findings.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::FindingId;
use varde_kernel::access::{self, Action, Kind};
use varde_web::{Checked, Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::{ChangedFinding, NewFinding, OneFinding, Saved};
use crate::pages::{edits, input};
use crate::store;

/// Findings by filter; without what they rest on.
#[utoipa::path(get, path = "/api/v1/findings", tag = "measures",
    params(
        ("q" = Option<String>, Query, description = "Words in its title or judgement"),
        ("state" = Option<String>, Query, description = "`open`, `answered` or `closed`"),
        ("unit" = Option<String>, Query, description = "A unit, with everything below it"),
        ("limit" = Option<i64>, Query, description = "1–200, default 50"),
        ("cursor" = Option<String>, Query, description = "From `next_cursor`"),
    ),
    responses(
        (status = 200, body = Listed<OneFinding>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<OneFinding>>, Error> {
    let cursor = Cursor::read(&query)?;
    let filter = input::finding_filter(&query).map_err(Error::Invalid)?;
    let scope = access::scope(cx.actor(), Kind::Finding);
    let found = store::findings(cx.db(), &scope, &filter, cursor.fetch(), cursor.skip).await?;
    let lines = found.into_iter().map(|finding| OneFinding::new(finding, Vec::new(), Vec::new())).collect();
    Ok(Json(cursor.page(lines)))
}

/// A new finding.
#[utoipa::path(post, path = "/api/v1/findings", tag = "measures", request_body = NewFinding,
    responses(
        (status = 201, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn create(cx: Ctx, Json(new): Json<NewFinding>) -> Result<Response, Error> {
    let mut pairs = new.body.pairs();
    pairs.put("unit_id", Some(&new.unit_id));
    let id = edits::create_finding(&cx, &pairs.done()).await?.or_error()?;
    Ok((StatusCode::CREATED, Json(Saved { id: id.to_string(), version: 1 })).into_response())
}

/// One finding with what it rests on and what answers it.
#[utoipa::path(get, path = "/api/v1/findings/{id}", tag = "measures", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<OneFinding>),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<FindingId>) -> Result<Json<Checked<OneFinding>>, Error> {
    let tree = cx.tree().await?;
    let finding = store::open_finding(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let evidence = store::evidence_of(cx.db(), id).await?;
    let scope = access::scope(cx.actor(), Kind::Measure);
    let measures = store::measures_of_finding(cx.db(), &scope, id).await?;
    let measures = measures.iter().map(|measure| measure.id.to_string()).collect();
    cx.checked(id, OneFinding::new(finding, evidence, measures)).await
}

/// Saves a finding over the version that was read.
#[utoipa::path(put, path = "/api/v1/findings/{id}", tag = "measures", params(("id" = String, Path)),
    request_body = ChangedFinding,
    responses(
        (status = 200, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<FindingId>,
    Json(changed): Json<ChangedFinding>,
) -> Result<Json<Saved>, Error> {
    let mut pairs = changed.body.pairs();
    pairs.put("version", Some(changed.version));
    let version = edits::update_finding(&cx, id, &pairs.done()).await?.or_error()?;
    Ok(Json(Saved { id: id.to_string(), version }))
}
