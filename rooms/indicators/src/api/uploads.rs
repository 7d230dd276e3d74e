//! Large files for other programs: begun, sent in parts that can be sent again, followed, said yes to.

use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use varde_kernel::UploadId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Error, Fields, Json, Path, ProblemDetails};

use super::wire;
use crate::pages::uploads::{accept, begin, cancel, earlier, put_part};
use crate::store;

/// How many problems are told of at once.
const TOLD: i64 = 500;

/// Begins a large file of values, of any format that is read. Its parts follow, each with its number; then it is read.
#[utoipa::path(post, path = "/api/v1/uploads", tag = "indicators", request_body = wire::NewUpload,
    responses(
        (status = 201, description = "The file, which waits for its parts", body = wire::Upload),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "You report for no unit", body = ProblemDetails),
        (status = 422, description = "It is empty or too large, no such sender is known, or the metadata cannot be read", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::NewUpload>) -> Result<Response, Error> {
    cx.signed_in()?;
    let made = begin(&cx, (&body.name, &body.sender), body.n_bytes, body.metadata.as_bytes())
        .await?
        .map_err(Error::Invalid)?;
    Ok((StatusCode::CREATED, Json(wire::Upload::new(&cx, made, (&[], None)))).into_response())
}

/// Sends a part of a file, at most 1 MB of it, in base64. Parts come in order from 0; one that has come already
/// changes nothing, so that a sender that was cut off sends on from `n_parts`.
#[utoipa::path(put, path = "/api/v1/uploads/{id}/parts/{n}", tag = "indicators", request_body = wire::UploadPart,
    params(
        ("id" = String, Path, description = "The file's id"),
        ("n" = i64, Path, description = "The part's number, from 0"),
    ),
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such file of yours", body = ProblemDetails),
        (status = 409, description = "Another part is to come first, or the file is complete", body = ProblemDetails),
        (status = 422, description = "The part is empty, too large, or more than was told of", body = ProblemDetails),
    ))]
pub async fn part(
    cx: Ctx,
    Path((id, n)): Path<(UploadId, String)>,
    Json(body): Json<wire::UploadPart>,
) -> Result<Response, Error> {
    let n: i64 = n.parse().map_err(|_| Error::NotFound)?;
    let bytes = BASE64.decode(body.base64.trim()).unwrap_or_default();
    put_part(&cx, id, n, &bytes).await?.map_err(Error::Invalid)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// How far a file has come, and what is wrong with it so far.
#[utoipa::path(get, path = "/api/v1/uploads/{id}", tag = "indicators",
    params(("id" = String, Path, description = "The file's id")),
    responses(
        (status = 200, description = "The file", body = wire::Upload),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such file of yours", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<UploadId>) -> Result<Json<wire::Upload>, Error> {
    let upload = store::open_upload(cx.db(), cx.actor(), id, Action::Read).await?.into_inner();
    let found = store::problems_of(cx.db(), id, TOLD).await?;
    let earlier = earlier(&cx, &upload).await?;
    Ok(Json(wire::Upload::new(&cx, upload, (&found, earlier.as_ref()))))
}

/// Says yes to a file that is right: all of it is written, or nothing.
#[utoipa::path(post, path = "/api/v1/uploads/{id}/apply", tag = "indicators", request_body = wire::UploadYes,
    params(("id" = String, Path, description = "The file's id")),
    responses(
        (status = 202, description = "It is being written", body = wire::Upload),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such file of yours", body = ProblemDetails),
        (status = 409, description = "It is not ready", body = ProblemDetails),
        (status = 422, description = "Values are replaced, and the reason is missing", body = ProblemDetails),
    ))]
pub async fn apply(cx: Ctx, Path(id): Path<UploadId>, Json(body): Json<wire::UploadYes>) -> Result<Response, Error> {
    let fields = Fields::new(vec![("reason".to_owned(), body.reason)]);
    accept(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    let now = show(cx, Path(id)).await?;
    Ok((StatusCode::ACCEPTED, now).into_response())
}

/// Calls a file off. Nothing of it is written.
#[utoipa::path(delete, path = "/api/v1/uploads/{id}", tag = "indicators",
    params(("id" = String, Path, description = "The file's id")),
    responses(
        (status = 204, description = "It is called off"),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such file of yours", body = ProblemDetails),
        (status = 409, description = "It is too late", body = ProblemDetails),
    ))]
pub async fn delete(cx: Ctx, Path(id): Path<UploadId>) -> Result<Response, Error> {
    cancel(&cx, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
