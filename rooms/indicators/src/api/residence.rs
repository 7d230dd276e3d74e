//! Areas by where people live, for other programs.

use varde_kernel::IndicatorId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails, Query};

use super::wire;
use crate::pages::{residence, sight};
use crate::store;

/// An indicator by where people live: the areas of one kind in one period, by name, and how much they differ.
#[utoipa::path(get, path = "/api/v1/indicators/{id}/residence", tag = "indicators",
    params(
        ("id" = String, Path, description = "The indicator's id"),
        ("kind" = Option<String>, Query, description = "The kind of area; the most usual one when not given"),
        ("period" = Option<String>, Query, description = "The period; the newest that areas can be compared in when not given"),
    ),
    responses(
        (status = 200, description = "The areas whose values you may see", body = wire::Residence),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Json<wire::Residence>, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let areas = residence::read(&cx, (&tree, &sight(&cx, &tree)), &indicator, &query).await?;
    Ok(Json(wire::Residence::new(&indicator, &areas)))
}
