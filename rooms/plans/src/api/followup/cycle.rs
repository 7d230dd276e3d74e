//! The cycle of a unit for other programs.

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::UnitId;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use crate::pages::followup::cycle::board;

/// A thing in the cycle of a unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct CycleItem {
    /// `goal`, `measure`, `finding` or `step`.
    kind: &'static str,
    /// Its name in your language.
    name: String,
    /// Its page.
    href: String,
    /// `plan`, `do`, `evaluate` or `correct`; each thing has exactly one.
    phase: &'static str,
}

/// A unit's goals, measures, findings and open steps of the wheel, each with its phase of the cycle.
#[utoipa::path(get, path = "/api/v1/units/{id}/cycle", tag = "wheel", operation_id = "cycle_of_unit",
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "What there is, each thing in one phase", body = Vec<CycleItem>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub(crate) async fn of_unit(cx: Ctx, Path(unit): Path<UnitId>) -> Result<Json<Vec<CycleItem>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    tree.get(unit).ok_or(Error::NotFound)?;
    let told = board(&cx, &tree, unit).await?.into_iter().map(|one| CycleItem {
        kind: one.kind,
        name: one.name,
        href: one.href,
        phase: one.phase.name(),
    });
    Ok(Json(told.collect()))
}
