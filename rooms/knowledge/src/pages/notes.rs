//! Notes on contradictions and gaps in the documents.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{NoteId, Problems, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, Query, page_of};

use super::{PAGE, forms, words_of};
use crate::model::{Note, NoteState};
use crate::store::{self, NoteFilter};
use crate::views::notes as views;

/// `GET /notes`: `?kind=plan&code=plan.nhp` or `?thing=<id>` shows those that concern one thing.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let thing = query.text("thing");
    let filter = NoteFilter {
        words: words_of(&query),
        note: query.text("type").parse().ok(),
        state: query.text("state").parse().ok(),
        kind: query.text("kind").parse().ok(),
        code: query.text("code").chars().take(200).filter(|letter| !letter.is_control()).collect(),
        // What is no id concerns nothing, and is not the same as not asking.
        thing: (!thing.is_empty()).then(|| thing.parse().unwrap_or_default()),
        document: query.text("document").parse().ok(),
    };
    let page = page_of(&query);
    let total = store::count_notes(cx.db(), &filter).await?;
    let notes = store::notes(cx.db(), &filter, PAGE, (page - 1) * PAGE).await?;
    let ids: Vec<NoteId> = notes.iter().map(|note| note.id).collect();
    let list = views::List {
        query: &query,
        concerns: &store::concerns(cx.db(), &ids).await?,
        documents: &store::documents_of(cx.db(), &ids).await?,
        notes: &notes,
        total,
        page,
    };
    Ok(cx
        .page(cx.t("knowledge-notes-title"))
        .lead(cx.t("knowledge-notes-lead"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .body(views::list(cx.say(), &list)))
}

/// `GET /notes/{id}`.
pub(crate) async fn show(cx: Ctx, Path(id): Path<NoteId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let note = store::open_note(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let page = views::NotePage {
        concerns: store::concerns(cx.db(), &[id]).await?,
        documents: store::documents_of(cx.db(), &[id]).await?,
        happened: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        may_answer: cx.may(Action::Edit, &store::target(&tree, None, true)),
        note: &note,
    };
    Ok(cx
        .page(title(&cx, &note))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .crumb(cx.t("knowledge-notes-title"), "/notes")
        .actions(views::actions(cx.say(), &page))
        .body(views::note(cx.say(), &page)))
}

fn title(cx: &Ctx, note: &Note) -> String {
    let kind = cx.t(crate::views::note_key(note.kind));
    match &note.code {
        Some(code) => format!("{kind} {code}"),
        None => kind,
    }
}

fn fields_of(note: &Note) -> Fields {
    Fields::new(vec![
        ("state".into(), note.state.name().into()),
        ("answer".into(), note.answer.clone()),
        ("version".into(), note.version.to_string()),
    ])
}

/// `GET /notes/{id}/answer`.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<NoteId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let note = store::open_note(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    edit_page(&cx, &note, &fields_of(&note), &Problems::new(), StatusCode::OK).await
}

async fn edit_page(
    cx: &Ctx,
    note: &Note,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((note.id, note.version), fields, status).await?;
    let form =
        FormView::new(cx, &fields, problems, forms::ANSWER, vec![("state", crate::views::note_states(cx.say()))]);
    let here = format!("/notes/{}", note.id);
    Ok(cx
        .page(cx.t("knowledge-note-answer"))
        .crumb(cx.t("knowledge-notes-title"), "/notes")
        .crumb(title(cx, note), &here)
        .status(status)
        .body(views::answer_form(&form, note.text.get(cx.locale()), &format!("{here}/answer"), &here)))
}

/// Reads an answer to a note and writes it down.
pub(crate) async fn reply(cx: &Ctx, tree: &UnitTree, id: NoteId, fields: &Fields) -> Result<(), Error> {
    let tx = cx.begin().await?;
    let note = store::open_note(&tx, cx.actor(), tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let read = forms::answer::<NoteState>(fields, &mut problems);
    let Some((state, answer)) = read.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let version = fields.version()?;
    store::answer_note(&tx, &note, state, &answer, version).await?;
    Ok(tx.commit().await?)
}

/// `POST /notes/{id}/answer`.
pub(crate) async fn answer(cx: Ctx, Path(id): Path<NoteId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (problems, status) = match reply(&cx, &tree, id, &fields).await {
        Ok(()) => return Ok(cx.done(&format!("/notes/{id}"), "knowledge-said-answered")),
        Err(Error::Invalid(problems)) => (problems, StatusCode::UNPROCESSABLE_ENTITY),
        Err(error) if error.is_stale() => (Problems::new(), StatusCode::CONFLICT),
        Err(error) => return Err(error),
    };
    let note = store::open_note(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    edit_page(&cx, &note, &fields, &problems, status).await
}
