//! The register of sources for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{DataSourceId, Problems, UnitId};
use varde_web::{Ctx, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::model::DataSource;
use crate::pages::register as pages;
use crate::store;

async fn shown(cx: &Ctx, source: DataSource) -> Result<wire::DataSource, Error> {
    let scope = access::scope(cx.actor(), Kind::Indicator);
    let came = store::delivered(cx.db(), &scope).await?.remove(&source.code).unwrap_or_default();
    Ok(wire::DataSource::new(source, &came))
}

/// Every source that values come from, by name.
#[utoipa::path(get, path = "/api/v1/sources", tag = "indicators",
    responses(
        (status = 200, description = "All sources", body = Listed<wire::DataSource>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx) -> Result<Json<Listed<wire::DataSource>>, Error> {
    let all = store::data_sources(cx.db(), &access::scope(cx.actor(), Kind::DataSource)).await?;
    let mut came = store::delivered(cx.db(), &access::scope(cx.actor(), Kind::Indicator)).await?;
    let items = all
        .into_iter()
        .map(|source| {
            let came = came.remove(&source.code).unwrap_or_default();
            wire::DataSource::new(source, &came)
        })
        .collect();
    Ok(Json(Listed { items, next_cursor: None }))
}

/// One source.
#[utoipa::path(get, path = "/api/v1/sources/{id}", tag = "indicators",
    params(("id" = String, Path, description = "The source's id")),
    responses(
        (status = 200, description = "The source", body = wire::DataSource),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such source", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<DataSourceId>) -> Result<Json<wire::DataSource>, Error> {
    let tree = cx.tree().await?;
    let source = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(shown(&cx, source.into_inner()).await?))
}

/// Writes down a source.
#[utoipa::path(post, path = "/api/v1/sources", tag = "indicators", request_body = wire::DataSourceDraft,
    responses(
        (status = 201, description = "The new source", body = wire::DataSource),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed on the unit", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::DataSourceDraft>) -> Result<Response, Error> {
    cx.signed_in()?;
    let id = pages::insert(&cx, &body.fields()).await?.map_err(Error::Invalid)?;
    let tree = cx.tree().await?;
    let made = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    Ok((StatusCode::CREATED, Json(shown(&cx, made).await?)).into_response())
}

/// Changes what stands of a source. Code and unit stay.
#[utoipa::path(put, path = "/api/v1/sources/{id}", tag = "indicators", request_body = wire::DataSourceDraft,
    params(("id" = String, Path, description = "The source's id")),
    responses(
        (status = 200, description = "The changed source", body = wire::DataSource),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such source", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn update(
    cx: Ctx,
    Path(id): Path<DataSourceId>,
    Json(body): Json<wire::DataSourceDraft>,
) -> Result<Json<wire::DataSource>, Error> {
    let tree = cx.tree().await?;
    let before = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if body.version.is_none() {
        let mut problems = Problems::new();
        problems.field("version", "web-problem-required");
        return Err(Error::Invalid(problems));
    }
    pages::put(&cx, before, &body.fields()).await?.map_err(Error::Invalid)?;
    show(cx, Path(id)).await
}

/// What every source says of a unit in a year, each with its own base. Nothing is added up.
#[utoipa::path(get, path = "/api/v1/units/{id}/sources", tag = "indicators",
    params(
        ("id" = String, Path, description = "The unit's id"),
        ("year" = Option<i16>, Query, description = "Values that end in this year; the newest year when not given"),
    ),
    responses(
        (status = 200, description = "The sources, with what they say as far as you may see it", body = wire::UnitSources),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 422, description = "No year where one is wanted", body = ProblemDetails),
    ))]
pub async fn of_unit(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Json<wire::UnitSources>, Error> {
    let mut problems = Problems::new();
    let year = query.choice::<i16>("year", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let tree = cx.tree().await?;
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    let (beside, years, year) = pages::beside_each_other(&cx, &tree, unit, year).await?;
    Ok(Json(wire::UnitSources::new(beside, years, year)))
}
