//! Asking for a document to be revised, and answering.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{Action, Actor};
use varde_kernel::{DocumentId, PersonId, Problems, RevisionRequestId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path};

use super::forms;
use crate::model::{Document, Request, RequestState, Status};
use crate::rules;
use crate::store;
use crate::views::documents as views;
use crate::views::request_key;

/// Whoever may read of a document may ask for its revision, but not with a key that only reads.
fn asker(cx: &Ctx) -> Result<PersonId, Error> {
    match cx.actor() {
        Actor::Person { person, read_only: false, .. } => Ok(*person),
        _ => Err(Error::Forbidden),
    }
}

/// `GET /documents/{id}/revision`.
pub(crate) async fn new(cx: Ctx, Path(id): Path<DocumentId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    asker(&cx)?;
    Ok(new_page(&cx, &document, &Fields::default(), &Problems::new(), StatusCode::OK))
}

fn new_page(cx: &Ctx, document: &Document, fields: &Fields, problems: &Problems, status: StatusCode) -> Response {
    let form = FormView::new(cx, fields, problems, forms::REVISION, Vec::new());
    let here = format!("/documents/{}", document.id);
    cx.page(cx.t("knowledge-revision-ask"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .crumb(document.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(views::revision_form(&form, &format!("{here}/revision"), &here))
}

/// Reads a request and writes it down.
pub(crate) async fn ask(
    cx: &Ctx,
    tree: &UnitTree,
    id: DocumentId,
    fields: &Fields,
) -> Result<RevisionRequestId, Error> {
    let mut problems = Problems::new();
    let text = forms::long_required(fields, "text", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let tx = cx.begin().await?;
    let document = store::open_document(&tx, cx.actor(), tree, id, Action::Read).await?;
    let made = store::insert_request(&tx, &document, asker(cx)?, &text).await?;
    tx.commit().await?;
    Ok(made)
}

/// `POST /documents/{id}/revision`.
pub(crate) async fn create(cx: Ctx, Path(id): Path<DocumentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match ask(&cx, &tree, id, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/documents/{id}"), "knowledge-said-asked")),
        Err(Error::Invalid(problems)) => {
            let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
            Ok(new_page(&cx, &document, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) => Err(error),
    }
}

/// `GET /documents/requests/{id}`.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<RevisionRequestId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (document, request) = store::open_request(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fields = Fields::new(vec![
        ("state".into(), request.state.name().into()),
        ("answer".into(), request.answer.clone()),
        ("version".into(), request.version.to_string()),
    ]);
    edit_page(&cx, &document, &request, &fields, &Problems::new(), StatusCode::OK).await
}

async fn edit_page(
    cx: &Ctx,
    document: &Document,
    request: &Request,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((request.id, request.version), fields, status).await?;
    let answers = RequestState::ALL.iter().filter(|state| **state != RequestState::Asked);
    let answers = answers.map(|state| (state.name().to_owned(), cx.t(request_key(*state)))).collect();
    let form = FormView::new(cx, &fields, problems, forms::ANSWER, vec![("state", answers)]);
    let here = format!("/documents/{}", document.id);
    Ok(cx
        .page(cx.t("knowledge-request-do-answer"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .crumb(document.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(views::answer_form(&form, &request.text, &format!("/documents/requests/{}", request.id), &here)))
}

/// Reads an answer and writes it down. When a group begins, a document that applies is marked as
/// under revision.
pub(crate) async fn reply(
    cx: &Ctx,
    tree: &UnitTree,
    id: RevisionRequestId,
    fields: &Fields,
) -> Result<DocumentId, Error> {
    let tx = cx.begin().await?;
    let request = store::open_request(&tx, cx.actor(), tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let read = forms::answer::<RequestState>(fields, &mut problems);
    if read.as_ref().is_some_and(|(state, _)| *state == RequestState::Asked) {
        problems.field("state", "web-problem-choice");
    }
    let Some((state, answer)) = read.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let version = fields.version()?;
    store::answer_request(&tx, &request, state, &answer, version).await?;
    let document = store::open_document(&tx, cx.actor(), tree, request.0.id, Action::Edit).await?;
    if state == RequestState::UnderRevision && rules::step(document.status, Status::UnderRevision).is_ok() {
        store::set_status(&tx, &document, Status::UnderRevision, document.version, &answer).await?;
    }
    tx.commit().await?;
    Ok(document.id)
}

/// `POST /documents/requests/{id}`.
pub(crate) async fn answer(cx: Ctx, Path(id): Path<RevisionRequestId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match reply(&cx, &tree, id, &fields).await {
        Ok(document) => Ok(cx.done(&format!("/documents/{document}"), "knowledge-said-answered")),
        Err(Error::Invalid(problems)) => {
            let (document, request) =
                store::open_request(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            edit_page(&cx, &document, &request, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            let (document, request) =
                store::open_request(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            edit_page(&cx, &document, &request, &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}
