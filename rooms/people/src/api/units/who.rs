//! Who can see what hangs on a unit.

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::UnitId;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use crate::store;

/// Someone with a role on the unit or above it.
#[derive(Serialize, ToSchema)]
pub(super) struct Insight {
    /// The holder's name.
    name: String,
    /// The role; `docs/access.txt` says what it opens.
    role: &'static str,
    /// The unit on which it is held.
    unit: String,
    /// The first day on which it no longer holds.
    valid_to: Option<String>,
}

/// Who has a role on a unit or above it, and so sees what is not published there.
#[utoipa::path(get, path = "/api/v1/units/{id}/who", tag = "people",
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "Who, through which role", body = Vec<Insight>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub(super) async fn who(cx: Ctx, Path(id): Path<UnitId>) -> Result<Json<Vec<Insight>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    tree.get(id).ok_or(Error::NotFound)?;
    let people = store::persons::holdings_on(cx.db(), &tree.line(id), cx.today()).await?;
    let told = people.into_iter().map(|row| Insight {
        name: row.name,
        role: row.role.name(),
        unit: row.unit.to_string(),
        valid_to: row.valid_to.map(|day| day.to_string()),
    });
    Ok(Json(told.collect()))
}
