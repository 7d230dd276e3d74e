//! What has happened in a unit and below it.

use varde_kernel::UnitId;
use varde_web::told::{self, HistoryLine};
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use crate::pages::units::history::{Asked, lines};

/// What has happened in a unit and below it, newest first.
#[utoipa::path(get, path = "/api/v1/units/{id}/history", tag = "people", operation_id = "history_of_unit",
    params(
        ("id" = String, Path, description = "The unit's id"),
        ("kind" = Option<String>, Query, description = "Only things of this kind: plan, measure, unit …"),
        ("where" = Option<String>, Query, description = "`here` for the unit alone"),
        ("from" = Option<String>, Query, description = "The first day, as 2026-11-22; a year before the last day when left out"),
        ("to" = Option<String>, Query, description = "The last day"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of lines", body = Listed<HistoryLine>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit, or its history is not yours to read", body = ProblemDetails),
        (status = 422, description = "A kind or a day that cannot be", body = ProblemDetails),
    ))]
pub(super) async fn of(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Query(query): Query,
) -> Result<Json<Listed<HistoryLine>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let mut asked = Asked::read(&query, cx.today());
    std::mem::take(&mut asked.problems).result().map_err(Error::Invalid)?;
    let tree = cx.tree().await?;
    let lines = lines(&cx, &tree, id, &asked, (cursor.fetch(), cursor.skip)).await?;
    let items = told::tell(&cx, &tree, lines).await?.into_iter().map(HistoryLine::from).collect();
    Ok(Json(cursor.page(items)))
}
