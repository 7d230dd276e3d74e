//! Notes on contradictions and gaps in the documents.

use axum::response::Response;
use http::StatusCode;
use uuid::Uuid;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{DocumentId, NoteId, Problems, UnitId, UnitTree, Words};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, Query, TextRoom, page_of, texts};

use super::{PAGE, forms, words_of};
use crate::model::{Note, NoteState};
use crate::store::{self, Filter, NewNote, NoteFilter, Order};
use crate::views::notes as views;

/// How many documents the form lets one choose from; the API takes any.
const DOCUMENTS: i64 = 500;

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
    let may_note = may_note(&cx, &*cx.tree().await?);
    Ok(cx
        .page(cx.t("knowledge-notes-title"))
        .actions(views::list_actions(cx.say(), may_note))
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

/// The unit in whose name the visitor notes something: where they keep documents, the own unit first.
fn noting_unit(cx: &Ctx, tree: &UnitTree) -> Option<UnitId> {
    let held = cx.actor().held().iter().map(|held| held.unit);
    let mut units = cx.visitor().and_then(|visitor| visitor.home).into_iter().chain(held);
    units.find(|unit| cx.may(Action::Create, &store::target(tree, Some(*unit), true)))
}

/// Whether the visitor may note something.
pub(crate) fn may_note(cx: &Ctx, tree: &UnitTree) -> bool {
    noting_unit(cx, tree).is_some()
}

/// Writes down that something is missing or contradicts itself. Pages and API share it.
pub(crate) async fn make(cx: &Ctx, tree: &UnitTree, fields: &Fields) -> Result<NoteId, Error> {
    let unit = noting_unit(cx, tree).ok_or(Error::Forbidden)?;
    let mut problems = Problems::new();
    let kind = fields.must_choose("kind", &mut problems);
    let text = fields.required_words(texts!("text"), TextRoom::Lines, &Words::default(), &mut problems);
    let source = fields.short("source", &mut problems);
    let document: Option<DocumentId> = fields.choice("document", &mut problems);
    if let Some(document) = document
        && store::open_document(cx.db(), cx.actor(), tree, document, Action::Read).await.is_err()
    {
        problems.field("document", "web-problem-choice");
    }
    // Without anything else, it is the document itself that it concerns.
    let thing: Option<Uuid> = fields.choice("thing", &mut problems);
    let thing = thing.or_else(|| document.map(varde_kernel::Id::uuid));
    let noted = match thing {
        Some(thing) => store::noted(cx.db(), thing).await?.map(|(kind, ..)| (kind, thing)),
        None => None,
    };
    if noted.is_none() && problems.is_empty() {
        problems.field(if fields.has("thing") { "thing" } else { "document" }, "knowledge-problem-nothing-noted");
    }
    let (Some(kind), Some(concern), true) = (kind, noted, problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    let note = store::propose_note(cx.actor(), tree, unit, NewNote { kind, text, source, concern, document })?;
    let tx = cx.begin().await?;
    let id = store::insert_note(&tx, &note).await?;
    tx.commit().await?;
    Ok(id)
}

/// `GET /notes/new?thing=`: asks what is wrong, and where it was found.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    if !may_note(&cx, &tree) {
        return Err(Error::Forbidden);
    }
    new_page(&cx, &query, &Problems::new(), StatusCode::OK).await
}

async fn new_page(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let noted = match fields.text("thing").parse() {
        Ok(thing) => store::noted(cx.db(), thing).await?,
        Err(_) => None,
    };
    let scope = access::scope(cx.actor(), Kind::Document);
    let found = store::documents(cx.db(), &Filter::default(), Order::Name, &scope, DOCUMENTS, 0).await?;
    let documents = found
        .iter()
        .map(|document| (document.id.to_string(), document.draft.name.get(cx.locale()).to_owned()))
        .collect();
    let options = vec![("kind", crate::views::note_kinds(cx.say())), ("document", documents)];
    let form = FormView::new(cx, fields, problems, forms::NOTE, options);
    Ok(cx
        .page(cx.t("knowledge-note-new"))
        .lead(cx.t("knowledge-note-new-lead"))
        .crumb(cx.t("knowledge-notes-title"), "/notes")
        .status(status)
        .body(views::new_form(cx.say(), &form, noted.as_ref(), fields.text("thing"))))
}

/// `POST /notes/new`.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match make(&cx, &tree, &fields).await {
        Ok(id) => Ok(cx.done(&format!("/notes/{id}"), "knowledge-said-noted")),
        Err(Error::Invalid(problems)) => new_page(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) => Err(error),
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
