//! Sending in, and following one's own.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::ReportId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::{NewReport, OwnReport, ReceivedReport};
use crate::model::{Entrance, Mode};
use crate::pages::{input, report as sending};
use crate::store::{incidents, reports};

/// One's own reports, the newest first. Those without a name are nobody's.
#[utoipa::path(get, path = "/api/v1/reports", tag = "incidents",
    params(
        ("limit" = Option<i64>, Query, description = "1–200, default 50"),
        ("cursor" = Option<String>, Query, description = "From `next_cursor`"),
    ),
    responses(
        (status = 200, body = Listed<OwnReport>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<OwnReport>>, Error> {
    let me = cx.signed_in()?.person;
    let cursor = Cursor::read(&query)?;
    let mark = sending::mark_of(&cx, me)?;
    let own = reports::own(cx.db(), me, &mark, cursor.fetch(), cursor.skip).await?;
    let known = incidents::of_reports(cx.db(), &own).await?;
    let lines = own.iter().filter_map(|report| {
        let incident = known.iter().find(|incident| incident.id == report.incident)?;
        Some(OwnReport::new(report, incident))
    });
    Ok(Json(cursor.page(lines.collect())))
}

/// Sends in a report, openly or in confidence.
#[utoipa::path(post, path = "/api/v1/reports", tag = "incidents", request_body = NewReport,
    responses(
        (status = 200, body = ReceivedReport, description = "It had been received already"),
        (status = 201, body = ReceivedReport),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn create(cx: Ctx, Json(new): Json<NewReport>) -> Result<Response, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let mode = if new.confidential { Mode::Confidential } else { Mode::Open };
    let fields = new.fields();
    let draft = input::draft(&cx, &tree, &fields, mode, Entrance::Staff).map_err(Error::Invalid)?;
    let received = sending::send(&cx, draft, &fields).await?;
    let status = if received.is_new { StatusCode::CREATED } else { StatusCode::OK };
    let body = ReceivedReport { id: received.report.to_string(), is_new: received.is_new };
    Ok((status, Json(body)).into_response())
}

/// One of one's own reports.
#[utoipa::path(get, path = "/api/v1/reports/{id}", tag = "incidents", params(("id" = String, Path)),
    responses(
        (status = 200, body = OwnReport),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<ReportId>) -> Result<Json<OwnReport>, Error> {
    let mark = sending::mark_of(&cx, cx.signed_in()?.person)?;
    let report = reports::open_own(cx.db(), cx.actor(), id, &mark, Action::Read).await?;
    let incident = incidents::of_report(cx.db(), &report).await?;
    Ok(Json(OwnReport::new(&report, &incident)))
}
