//! Looks at every series, for other programs.

use http::StatusCode;
use varde_kernel::access::{self, Kind};
use varde_kernel::{IndicatorId, Problems, ScanId, UnitId};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::model::ScanList;
use crate::pages::ask_for_scan;
use crate::store::{self, HitFilter};

/// The looks at every series, newest first.
#[utoipa::path(get, path = "/api/v1/scans", tag = "indicators",
    params(
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of runs", body = Listed<wire::Scan>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Scan>>, Error> {
    let cursor = Cursor::read(&query)?;
    let scope = access::scope(cx.actor(), Kind::Scan);
    let found = store::scans(cx.db(), &scope, (cursor.fetch(), cursor.skip)).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::Scan::from).collect())))
}

/// What a run found on one of its lists, in order.
#[utoipa::path(get, path = "/api/v1/scans/{id}/hits", tag = "indicators",
    params(
        ("id" = String, Path, description = "The run's id"),
        ("list" = Option<String>, Query, description = "alert (when not given) or watch"),
        ("unit" = Option<String>, Query, description = "Of this unit and those below it"),
        ("indicator" = Option<String>, Query, description = "Of this indicator"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of series", body = Listed<wire::ScanHit>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such run", body = ProblemDetails),
        (status = 422, description = "No list or id where one is wanted", body = ProblemDetails),
    ))]
pub async fn hits(cx: Ctx, Path(id): Path<ScanId>, Query(query): Query) -> Result<Json<Listed<wire::ScanHit>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let list = query.choice::<ScanList>("list", &mut problems).unwrap_or(ScanList::Alert);
    let below = query.choice::<UnitId>("unit", &mut problems);
    let indicator = query.choice::<IndicatorId>("indicator", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let scope = access::scope(cx.actor(), Kind::Scan);
    let run = store::scan(cx.db(), &scope, id).await?.ok_or(Error::NotFound)?;
    let filter = HitFilter { list, below, indicator };
    let found = store::scan_hits(cx.db(), run.id, &scope, &filter, (cursor.fetch(), cursor.skip)).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::ScanHit::from).collect())))
}

/// Asks for a look at every series of a unit and those below it. It is done soon, in the background.
#[utoipa::path(post, path = "/api/v1/scans", tag = "indicators", request_body = wire::NewScan,
    responses(
        (status = 202, description = "Asked for"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::NewScan>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    ask_for_scan(&cx, &Fields::new(vec![("unit".to_owned(), body.unit)])).await?;
    Ok(StatusCode::ACCEPTED)
}
