//! Notes on points for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{Action, Kind, Target};
use varde_kernel::{PointNoteId, SeriesId};
use varde_web::{Ctx, Error, Json, Listed, Path, ProblemDetails};

use super::value::open;
use super::wire;
use crate::pages::charting::{withdraw_note, write_note};
use crate::store;

/// A series' notes as the policy sees them.
async fn target(cx: &Ctx, id: SeriesId) -> Result<Target, Error> {
    let (series, slot) = open(cx, id, Action::Read).await?;
    let line = cx.tree().await?.line(series.unit);
    Ok(Target { open: slot.indicator.state.is_open(), ..Target::open(Kind::PointNote, line) })
}

/// The notes on the points of a series, by period.
#[utoipa::path(get, path = "/api/v1/series/{id}/notes", tag = "indicators",
    params(("id" = String, Path, description = "The series' id")),
    responses(
        (status = 200, description = "All that are not taken back", body = Listed<wire::PointNote>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx, Path(id): Path<SeriesId>) -> Result<Json<Listed<wire::PointNote>>, Error> {
    target(&cx, id).await?;
    let items = store::notes(cx.db(), id).await?.into_iter().map(wire::PointNote::from).collect();
    Ok(Json(Listed { items, next_cursor: None }))
}

/// Writes a note on a point.
#[utoipa::path(post, path = "/api/v1/series/{id}/notes", tag = "indicators", request_body = wire::NewPointNote,
    params(("id" = String, Path, description = "The series' id")),
    responses(
        (status = 201, description = "The new note", body = wire::PointNote),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
        (status = 422, description = "The series has no value for the period, or the note is empty", body = ProblemDetails),
    ))]
pub async fn create(
    cx: Ctx,
    Path(id): Path<SeriesId>,
    Json(body): Json<wire::NewPointNote>,
) -> Result<Response, Error> {
    cx.signed_in()?;
    let on = target(&cx, id).await?;
    let made = write_note(&cx, &on, id, &body.fields()).await?.map_err(Error::Invalid)?;
    let notes = store::notes(cx.db(), id).await?;
    let note = notes.into_iter().find(|note| note.id == made).ok_or(Error::NotFound)?;
    Ok((StatusCode::CREATED, Json(wire::PointNote::from(note))).into_response())
}

/// Takes a note back. It stays in the history.
#[utoipa::path(delete, path = "/api/v1/series/{id}/notes/{note}", tag = "indicators",
    params(
        ("id" = String, Path, description = "The series' id"),
        ("note" = String, Path, description = "The note's id"),
    ),
    responses(
        (status = 204, description = "It is taken back"),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such series, or no such note on it", body = ProblemDetails),
    ))]
pub async fn delete(cx: Ctx, Path((id, note)): Path<(SeriesId, PointNoteId)>) -> Result<Response, Error> {
    cx.signed_in()?;
    let on = target(&cx, id).await?;
    withdraw_note(&cx, &on, id, note).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
