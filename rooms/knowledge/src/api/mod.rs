//! The room's API. Bodies are read through the same fields as the forms, with the same limits.

mod wire;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Serialize;
use serde_json::Value;
use utoipa::OpenApi;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{DocumentId, NoteId, Problems, RevisionRequestId};
use varde_web::{Checked, Ctx, Cursor, Error, Fields, Json, Listed, Need, Path, ProblemDetails, Query, Route};

use crate::pages::{documents, notes, requests};
use crate::store::{self, Filter, NoteFilter, Order};
use wire::{
    AnswerIn, ConcernOut, DocumentIn, DocumentOut, DocumentWithChain, Made, NoteIn, NoteOut, NoteWithConcerns,
    RequestOut, RevisionIn, StatusIn, out,
};

pub(crate) fn routes() -> Vec<Route> {
    let create = Need::May(Kind::Document, Action::Create);
    let edit = Need::May(Kind::Document, Action::Edit);
    vec![
        Route::get("/api/v1/documents", Need::SignedIn, list),
        Route::post("/api/v1/documents", create, make),
        Route::get("/api/v1/documents/{id}", Need::SignedIn, show),
        Route::put("/api/v1/documents/{id}", edit, update),
        Route::post("/api/v1/documents/{id}/status", edit, set_status),
        Route::post("/api/v1/documents/{id}/revision-requests", Need::SignedIn, ask),
        Route::post("/api/v1/revision-requests/{id}/answer", edit, answer_request),
        Route::get("/api/v1/notes", Need::SignedIn, list_notes),
        Route::post("/api/v1/notes", create, make_note),
        Route::get("/api/v1/notes/{id}", Need::SignedIn, show_note),
        Route::post("/api/v1/notes/{id}/answer", edit, answer_note),
    ]
}

#[derive(OpenApi)]
#[openapi(
    paths(list, make, show, update, set_status, ask, answer_request, list_notes, make_note, show_note, answer_note),
    components(schemas(ProblemDetails))
)]
struct Api;

/// The room's part of the API's description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

/// A JSON body as the fields of a form. What is absent is empty.
fn fields(body: &impl Serialize) -> Fields {
    let Ok(Value::Object(map)) = serde_json::to_value(body) else { return Fields::default() };
    let pairs = map.into_iter().filter_map(|(name, value)| match value {
        Value::Bool(true) => Some((name, "true".to_owned())),
        Value::Number(number) => Some((name, number.to_string())),
        Value::String(text) => Some((name, text)),
        _ => None,
    });
    Fields::new(pairs.collect())
}

/// Lists documents: `q`, `kind`, `status`, `issuer`, `limit`, `cursor`.
#[utoipa::path(get, path = "/api/v1/documents", tag = "knowledge",
    params(
        ("q" = Option<String>, Query, description = "Words that must be in it"),
        ("kind" = Option<String>, Query, description = "What sort"),
        ("status" = Option<String>, Query, description = "How it stands"),
        ("issuer" = Option<String>, Query, description = "Who stands behind it"),
        ("due" = Option<String>, Query, description = "true: only those past their review date"),
        ("limit" = Option<String>, Query, description = "1 to 200"),
        ("cursor" = Option<String>, Query, description = "From the page before")),
    responses(
        (status = 200, body = Listed<DocumentOut>),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<DocumentOut>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let filter = Filter {
        words: query.short("q", &mut problems),
        kind: query.choice("kind", &mut problems),
        status: query.choice("status", &mut problems),
        issuer: query.choice("issuer", &mut problems),
        due_on: query.has("due").then(|| cx.today()),
    };
    problems.result().map_err(Error::Invalid)?;
    let scope = access::scope(cx.actor(), Kind::Document);
    let found = store::documents(cx.db(), &filter, Order::Name, &scope, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(found.iter().map(|document| out(document, &cx)).collect())))
}

/// A document with its chain, notes and requests.
#[utoipa::path(get, path = "/api/v1/documents/{id}", tag = "knowledge", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<DocumentWithChain>),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<DocumentId>) -> Result<Json<Checked<DocumentWithChain>>, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let scope = access::scope(cx.actor(), Kind::Document);
    let chain = store::chain(cx.db(), &document, &scope).await?;
    let notes = store::notes_on(cx.db(), &[id.uuid()]).await?;
    let requests = store::requests(cx.db(), id).await?;
    let told = DocumentWithChain {
        document: out(&document, &cx),
        chain: chain.iter().map(|document| out(document, &cx)).collect(),
        notes: notes.iter().map(NoteOut::from).collect(),
        requests: requests
            .into_iter()
            .map(|request| RequestOut {
                id: request.id.to_string(),
                person: request.person.to_string(),
                asked_at: request.at.to_string(),
                text: request.text,
                state: request.state.name().to_owned(),
                answer: request.answer,
                version: request.version,
            })
            .collect(),
    };
    cx.checked(id, told).await
}

/// Makes a document.
#[utoipa::path(post, path = "/api/v1/documents", tag = "knowledge", request_body = DocumentIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn make(cx: Ctx, Json(body): Json<DocumentIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (draft, status) = documents::read_new(&cx, &tree, &fields(&body)).await?.map_err(Error::Invalid)?;
    let id = documents::make(&cx, &tree, draft, status).await?;
    Ok((StatusCode::CREATED, Json(Made { id: id.to_string() })).into_response())
}

/// Changes a document.
#[utoipa::path(put, path = "/api/v1/documents/{id}", tag = "knowledge", params(("id" = String, Path)),
    request_body = DocumentIn,
    responses(
        (status = 200, body = DocumentOut),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<DocumentId>,
    Json(body): Json<DocumentIn>,
) -> Result<Json<DocumentOut>, Error> {
    let tree = cx.tree().await?;
    store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let (sent, mut problems) = (fields(&body), Problems::new());
    let draft = documents::read(&cx, &tree, Some(id), &sent, &mut problems).await?;
    let Some(draft) = draft else { return Err(Error::Invalid(problems)) };
    documents::change(&cx, &tree, id, &draft, &sent).await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(out(&document, &cx)))
}

/// Moves a document to another status.
#[utoipa::path(post, path = "/api/v1/documents/{id}/status", tag = "knowledge", params(("id" = String, Path)),
    request_body = StatusIn,
    responses(
        (status = 204, description = "Done"),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn set_status(
    cx: Ctx,
    Path(id): Path<DocumentId>,
    Json(body): Json<StatusIn>,
) -> Result<StatusCode, Error> {
    let tree = cx.tree().await?;
    documents::move_to(&cx, &tree, id, &fields(&body)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks for a document to be revised.
#[utoipa::path(post, path = "/api/v1/documents/{id}/revision-requests", tag = "knowledge",
    params(("id" = String, Path)), request_body = RevisionIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn ask(cx: Ctx, Path(id): Path<DocumentId>, Json(body): Json<RevisionIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let id = requests::ask(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made { id: id.to_string() })).into_response())
}

/// Answers a request for revision: `under_revision`, `done` or `declined`.
#[utoipa::path(post, path = "/api/v1/revision-requests/{id}/answer", tag = "knowledge",
    params(("id" = String, Path)), request_body = AnswerIn,
    responses(
        (status = 204, description = "Done"),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn answer_request(
    cx: Ctx,
    Path(id): Path<RevisionRequestId>,
    Json(body): Json<AnswerIn>,
) -> Result<StatusCode, Error> {
    let tree = cx.tree().await?;
    requests::reply(&cx, &tree, id, &fields(&body)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists notes: `q`, `type`, `state`, `kind`, `code`, `thing`, `document`, `limit`, `cursor`.
#[utoipa::path(get, path = "/api/v1/notes", tag = "knowledge",
    params(
        ("q" = Option<String>, Query, description = "Words that must be in it"),
        ("type" = Option<String>, Query, description = "contradiction, gap, ambiguity, error_in_text, arithmetic"),
        ("state" = Option<String>, Query, description = "open, explained, resolved"),
        ("kind" = Option<String>, Query, description = "The kind of thing it concerns"),
        ("code" = Option<String>, Query, description = "The code of the thing"),
        ("thing" = Option<String>, Query, description = "The id of the thing"),
        ("document" = Option<String>, Query, description = "The id of the document"),
        ("limit" = Option<String>, Query, description = "1 to 200"),
        ("cursor" = Option<String>, Query, description = "From the page before")),
    responses(
        (status = 200, body = Listed<NoteOut>),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn list_notes(cx: Ctx, Query(query): Query) -> Result<Json<Listed<NoteOut>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let filter = NoteFilter {
        words: query.short("q", &mut problems),
        note: query.choice("type", &mut problems),
        state: query.choice("state", &mut problems),
        kind: query.choice("kind", &mut problems),
        code: query.short("code", &mut problems),
        thing: query.choice("thing", &mut problems),
        document: query.choice("document", &mut problems),
    };
    problems.result().map_err(Error::Invalid)?;
    let found = store::notes(cx.db(), &filter, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(found.iter().map(NoteOut::from).collect())))
}

/// Notes a contradiction or a gap on a thing.
#[utoipa::path(post, path = "/api/v1/notes", tag = "knowledge", request_body = NoteIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn make_note(cx: Ctx, Json(body): Json<NoteIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let id = notes::make(&cx, &tree, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made { id: id.to_string() })).into_response())
}

/// A note with what it concerns.
#[utoipa::path(get, path = "/api/v1/notes/{id}", tag = "knowledge", params(("id" = String, Path)),
    responses(
        (status = 200, body = NoteWithConcerns),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn show_note(cx: Ctx, Path(id): Path<NoteId>) -> Result<Json<NoteWithConcerns>, Error> {
    let tree = cx.tree().await?;
    let note = store::open_note(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let concerns = store::concerns(cx.db(), &[id]).await?;
    Ok(Json(NoteWithConcerns {
        note: NoteOut::from(&*note),
        concerns: concerns.into_iter().map(ConcernOut::from).collect(),
    }))
}

/// Answers a note: `explained` or `resolved`, or `open` again.
#[utoipa::path(post, path = "/api/v1/notes/{id}/answer", tag = "knowledge", params(("id" = String, Path)),
    request_body = AnswerIn,
    responses(
        (status = 204, description = "Done"),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn answer_note(
    cx: Ctx,
    Path(id): Path<NoteId>,
    Json(body): Json<AnswerIn>,
) -> Result<StatusCode, Error> {
    let tree = cx.tree().await?;
    notes::reply(&cx, &tree, id, &fields(&body)).await?;
    Ok(StatusCode::NO_CONTENT)
}
