//! Planned changes of the organisation.

use http::StatusCode;
use varde_kernel::{PlannedChangeId, Problems};
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::wire;
use crate::pages::units::planned::{open, other_day, take_back};

/// A planned change, while its day has not come and after.
#[utoipa::path(get, path = "/api/v1/planned-changes/{id}", tag = "people",
    params(("id" = String, Path, description = "The planned change's id, as a unit's changes give it")),
    responses(
        (status = 200, description = "The planned change", body = wire::PlannedChange),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such planned change", body = ProblemDetails),
    ))]
pub(super) async fn show(cx: Ctx, Path(id): Path<PlannedChangeId>) -> Result<Json<wire::PlannedChange>, Error> {
    let (planned, _) = open(&cx, cx.db(), id).await?;
    Ok(Json((&planned).into()))
}

/// Takes a planned change back; its day must not have come.
#[utoipa::path(post, path = "/api/v1/planned-changes/{id}/cancel", tag = "people", request_body = wire::CancelPlanned,
    params(("id" = String, Path, description = "The planned change's id")),
    responses(
        (status = 204, description = "It will not happen"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such planned change", body = ProblemDetails),
        (status = 409, description = "It got another day meanwhile", body = ProblemDetails),
        (status = 422, description = "It cannot be taken back", body = ProblemDetails),
    ))]
pub(super) async fn cancel(
    cx: Ctx,
    Path(id): Path<PlannedChangeId>,
    Json(body): Json<wire::CancelPlanned>,
) -> Result<StatusCode, Error> {
    let fields = wire::Pairs::default().set("note", body.note).fields();
    let mut problems = Problems::new();
    let why = fields.long("note", &mut problems);
    let done = take_back(&cx, id, body.version, &why, problems).await?;
    done.map(|_| StatusCode::NO_CONTENT).map_err(|(_, _, problems)| Error::Invalid(problems))
}

/// Gives a planned change another day; neither the old nor the new may have come.
#[utoipa::path(post, path = "/api/v1/planned-changes/{id}/day", tag = "people", request_body = wire::RedatePlanned,
    params(("id" = String, Path, description = "The planned change's id")),
    responses(
        (status = 200, description = "The planned change on its new day", body = wire::PlannedChange),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such planned change", body = ProblemDetails),
        (status = 409, description = "It got another day meanwhile", body = ProblemDetails),
        (status = 422, description = "It cannot be on that day", body = ProblemDetails),
    ))]
pub(super) async fn redate(
    cx: Ctx,
    Path(id): Path<PlannedChangeId>,
    Json(body): Json<wire::RedatePlanned>,
) -> Result<Json<wire::PlannedChange>, Error> {
    let fields = wire::Pairs::default().set("note", body.note).set("on", body.on).fields();
    let mut problems = Problems::new();
    let why = fields.long("note", &mut problems);
    if !fields.has("on") {
        problems.field("on", "web-problem-required");
    }
    let on = fields.date("on", &mut problems).unwrap_or_else(|| cx.today());
    let done = other_day(&cx, id, body.version, on, &why, problems).await?;
    done.map_err(|(_, _, problems)| Error::Invalid(problems))?;
    let (planned, _) = open(&cx, cx.db(), id).await?;
    Ok(Json((&planned).into()))
}
