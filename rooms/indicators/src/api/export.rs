//! Values and definitions for other programs, in the formats that they read.

use axum::response::Response;
use varde_kernel::IndicatorId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Error, Path, ProblemDetails, Query};

use crate::export::{self, Made};
use crate::import::sender::Outgoing;
use crate::pages::{answer, asks_for_own, make_export};
use crate::store;

/// All values of an indicator, small ones kept back, as `csv`, `xlsx`, `json-stat`, `dhis2`, `adx` or `fhir`.
#[utoipa::path(get, path = "/api/v1/indicators/{id}/export/{format}", tag = "indicators",
    params(
        ("id" = String, Path, description = "The indicator's id"),
        ("format" = String, Path, description = "csv, xlsx, json-stat, dhis2, adx or fhir"),
        ("own" = Option<String>, Query, description = "1 for the values of the units that one works with alone, with nothing kept back"),
    ),
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"),
            (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (serde_json::Value = "application/json"),
            (String = "application/adx+xml"),
            (serde_json::Value = "application/fhir+json"),
        )),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed to take values along", body = ProblemDetails),
        (status = 404, description = "No such indicator or format", body = ProblemDetails),
        (status = 409, description = "The format cannot say what the values are", body = ProblemDetails),
    ))]
pub async fn values(
    cx: Ctx,
    Path((id, format)): Path<(IndicatorId, String)>,
    Query(query): Query,
) -> Result<Response, Error> {
    let format = format.parse::<Outgoing>().map_err(|()| Error::NotFound)?;
    let (indicator, made) = make_export(&cx, id, format, asks_for_own(&query)).await?;
    Ok(answer(&format!("{}.{}", indicator.code, made.ending), made))
}

/// An indicator's definition as a FHIR `Measure`.
#[utoipa::path(get, path = "/api/v1/indicators/{id}/measure", tag = "indicators",
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The Measure", content((serde_json::Value = "application/fhir+json"))),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
    ))]
pub async fn measure(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let resource = varde_fhir::Resource::Measure(Box::new(export::measure(&indicator)));
    let bytes = varde_fhir::print(&resource).into_bytes();
    let made = Made { bytes, media: "application/fhir+json", ending: "json" };
    Ok(answer(&format!("{}.json", indicator.code), made))
}
