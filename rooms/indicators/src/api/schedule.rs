//! How each level of the service follows an indicator, for other programs.

use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, Problems};
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::wire;
use crate::pages::sheet::read_schedules;
use crate::store;

/// How each level follows an indicator. A level that is not there does not.
#[utoipa::path(get, path = "/api/v1/indicators/{id}/schedule", tag = "indicators",
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The levels that follow it", body = wire::IndicatorSchedules),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Json<wire::IndicatorSchedules>, Error> {
    let tree = cx.tree().await?;
    store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(store::schedules(cx.db(), id).await?.into()))
}

/// Says how each level follows an indicator, in place of what was said before.
#[utoipa::path(put, path = "/api/v1/indicators/{id}/schedule", tag = "indicators", request_body = wire::IndicatorSchedules,
    params(("id" = String, Path, description = "The indicator's id")),
    responses(
        (status = 200, description = "The levels that follow it now", body = wire::IndicatorSchedules),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
        (status = 422, description = "A level or a kind of period that does not exist, or no whole days", body = ProblemDetails),
    ))]
pub async fn put(
    cx: Ctx,
    Path(id): Path<IndicatorId>,
    Json(body): Json<wire::IndicatorSchedules>,
) -> Result<Json<wire::IndicatorSchedules>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let fields = body.fields(&mut problems);
    let schedules = read_schedules(&fields, &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let tx = cx.begin().await?;
    store::put_schedules(&tx, &indicator, &schedules).await?;
    tx.commit().await?;
    Ok(Json(store::schedules(cx.db(), id).await?.into()))
}
