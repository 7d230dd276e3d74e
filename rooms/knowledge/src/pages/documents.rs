//! The register of documents.

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use varde_kernel::access::{self, Action, Actor, Kind};
use varde_kernel::{DocumentId, PersonId, Problems, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Options, Path, Query, confirm, page_of};

use super::{PAGE, actor_names, actor_options, forms, unit_options, words_of};
use crate::model::{Document, DocumentDraft, Status};
use crate::store::{self, Filter, Order};
use crate::views::documents as views;
use crate::{export, rules};

/// The most rows that leave as CSV at once.
const MOST_ROWS: i64 = 10_000;

/// `GET /documents`.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let filter = Filter {
        words: words_of(&query),
        kind: query.text("kind").parse().ok(),
        status: query.text("status").parse().ok(),
        issuer: query.text("issuer").parse().ok(),
        due_on: query.has("due").then(|| cx.today()),
    };
    let order = order(&query);
    let scope = access::scope(cx.actor(), Kind::Document);
    let actors = actor_names(&cx).await?;
    if query.text("format") == "csv" {
        let all = store::documents(cx.db(), &filter, order, &scope, MOST_ROWS, 0).await?;
        let text = export::documents(cx.say(), &all, &actors).map_err(|error| Error::Internal(Box::new(error)))?;
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"documents.csv\""),
        ];
        return Ok((headers, text).into_response());
    }
    let page = page_of(&query);
    let total = store::count_documents(cx.db(), &filter, &scope).await?;
    let documents = store::documents(cx.db(), &filter, order, &scope, PAGE, (page - 1) * PAGE).await?;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let list = views::List {
        query: &query,
        documents: &documents,
        issuers: actor_options(&cx, &actors),
        actors: &actors,
        total,
        page,
        today: cx.today(),
        may_make: cx.may(Action::Create, &store::target(&tree, home, true)),
    };
    Ok(cx
        .page(cx.t("knowledge-list-title"))
        .lead(cx.t("knowledge-list-lead"))
        .actions(views::list_actions(cx.say(), &list))
        .body(views::list(cx.say(), &list)))
}

fn order(query: &Fields) -> Order {
    match query.text("sort") {
        "-name" => Order::NameDown,
        "year" => Order::Year,
        "-year" => Order::YearDown,
        _ => Order::Name,
    }
}

/// `GET /documents/{id}`: where it stands in its chain, what is noted on it, what is asked for.
pub(crate) async fn show(cx: Ctx, Path(id): Path<DocumentId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let scope = access::scope(cx.actor(), Kind::Document);
    let actors = actor_names(&cx).await?;
    let requests = store::requests(cx.db(), id).await?;
    let persons: Vec<PersonId> = requests.iter().map(|request| request.person).collect();
    let on = store::target(&tree, document.draft.unit, document.draft.open);
    let page = views::DocumentPage {
        chain: store::chain(cx.db(), &document, &scope).await?,
        notes: store::notes_about(cx.db(), id).await?,
        beside: cx.beside(&tree, Kind::Document, id).await?,
        names: varde_people::names(cx.db(), &persons).await?,
        happened: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        may_edit: cx.may(Action::Edit, &on),
        may_ask: matches!(cx.actor(), Actor::Person { read_only: false, .. }),
        today: cx.today(),
        actors: &actors,
        document: &document,
        requests,
    };
    Ok(cx
        .page(document.draft.name.get(cx.locale()))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .actions(views::actions(cx.say(), &page))
        .body(views::document(cx.say(), &tree, &page)))
}

async fn options(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    own: Option<DocumentId>,
) -> Result<Vec<(&'static str, Options)>, Error> {
    let actors = actor_options(cx, &actor_names(cx).await?);
    let names = store::document_names(cx.db(), &access::scope(cx.actor(), Kind::Document)).await?;
    let others = names.into_iter().filter(|(id, _)| Some(*id) != own);
    let successors = others.map(|(id, name)| (id.to_string(), name.get(cx.locale()).to_owned())).collect();
    Ok(vec![
        ("kind", crate::views::kinds(cx.say())),
        ("status", crate::views::statuses(cx.say())),
        ("issuer", actors.clone()),
        ("commissioned_by", actors),
        ("successor", successors),
        ("unit", unit_options(cx, tree, fields.text("unit"))),
    ])
}

/// `GET /documents/new`.
pub(crate) async fn new(cx: Ctx) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    cx.must(Action::Create, &store::target(&tree, home, true))?;
    let fields = Fields::new(vec![("unit".into(), home.map(|unit| unit.to_string()).unwrap_or_default())]);
    new_page(&cx, &tree, &fields, &Problems::new(), StatusCode::OK).await
}

async fn new_page(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let form = FormView::new(cx, fields, problems, forms::DOCUMENT, options(cx, tree, fields, None).await?);
    Ok(cx
        .page(cx.t("knowledge-new-title"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .status(status)
        .body(views::document_form(&form, true, "/documents/new", "/documents")))
}

/// Reads a document and checks what it points to.
pub(crate) async fn read(
    cx: &Ctx,
    tree: &UnitTree,
    own: Option<DocumentId>,
    fields: &Fields,
    problems: &mut Problems,
) -> Result<Option<DocumentDraft>, Error> {
    let Some(draft) = forms::document(fields, problems) else { return Ok(None) };
    if draft.unit.is_some_and(|unit| tree.get(unit).is_none()) {
        problems.field("unit", "web-problem-choice");
    }
    let actors = actor_names(cx).await?;
    for (field, actor) in [("issuer", draft.issuer), ("commissioned_by", draft.commissioned_by)] {
        if actor.is_some_and(|actor| !actors.contains_key(&actor)) {
            problems.field(field, "web-problem-choice");
        }
    }
    if let Some(successor) = draft.successor {
        let next: HashMap<DocumentId, DocumentId> = store::successions(cx.db()).await?.into_iter().collect();
        if store::open_document(cx.db(), cx.actor(), tree, successor, Action::Read).await.is_err() {
            problems.field("successor", "web-problem-choice");
        } else if own.is_some_and(|own| rules::leads_back(own, successor, |id| next.get(&id).copied())) {
            problems.field("successor", "knowledge-refused-ring");
        }
    }
    Ok(Some(draft).filter(|_| problems.is_empty()))
}

/// Makes a document. Registering what applies already is no adoption; putting it into force later is.
pub(crate) async fn make(cx: &Ctx, tree: &UnitTree, draft: DocumentDraft, status: Status) -> Result<DocumentId, Error> {
    let on = store::target(tree, draft.unit, draft.open);
    let draft = access::grant(cx.actor(), Action::Create, &on, (draft, status))?;
    let tx = cx.begin().await?;
    let id = store::insert_document(&tx, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a document; moving it to another unit asks for the right to make one there.
pub(crate) async fn change(
    cx: &Ctx,
    tree: &UnitTree,
    id: DocumentId,
    draft: &DocumentDraft,
    sent: &Fields,
) -> Result<(), Error> {
    let tx = cx.begin().await?;
    let document = store::open_document(&tx, cx.actor(), tree, id, Action::Edit).await?;
    if document.draft.unit != draft.unit {
        cx.must(Action::Create, &store::target(tree, draft.unit, draft.open))?;
    }
    store::save_document(&tx, &document, draft, sent.version()?).await?;
    confirm(&tx, id, sent).await?;
    Ok(tx.commit().await?)
}

/// `POST /documents/new`.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match read_new(&cx, &tree, &fields).await? {
        Ok((draft, status)) => {
            let id = make(&cx, &tree, draft, status).await?;
            Ok(cx.done(&format!("/documents/{id}"), "knowledge-said-made"))
        }
        Err(problems) => new_page(&cx, &tree, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// Reads a new document with its first status.
pub(crate) async fn read_new(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
) -> Result<Result<(DocumentDraft, Status), Problems>, Error> {
    let mut problems = Problems::new();
    let status: Option<Status> = fields.must_choose("status", &mut problems);
    let draft = read(cx, tree, None, fields, &mut problems).await?;
    Ok(draft.zip(status).filter(|_| problems.is_empty()).ok_or(problems))
}

/// `GET /documents/{id}/edit`.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<DocumentId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    edit_page(
        &cx,
        &tree,
        &document,
        &cx.with_checks(id, forms::document_fields(&document)).await?,
        &Problems::new(),
        StatusCode::OK,
    )
    .await
}

async fn edit_page(
    cx: &Ctx,
    tree: &UnitTree,
    document: &Document,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((document.id, document.version), fields, status).await?;
    let options = options(cx, tree, &fields, Some(document.id)).await?;
    let form = FormView::new(cx, &fields, problems, forms::DOCUMENT, options);
    let here = format!("/documents/{}", document.id);
    Ok(cx
        .page(cx.t("knowledge-document-edit"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .crumb(document.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(views::document_form(&form, false, &format!("{here}/edit"), &here)))
}

/// `POST /documents/{id}/edit`.
pub(crate) async fn update(cx: Ctx, Path(id): Path<DocumentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let mut problems = Problems::new();
    let Some(draft) = read(&cx, &tree, Some(id), &fields, &mut problems).await? else {
        return edit_page(&cx, &tree, &document, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match change(&cx, &tree, id, &draft, &fields).await {
        Ok(()) => Ok(cx.done(&format!("/documents/{id}"), "knowledge-said-saved")),
        Err(error) if error.is_stale() => {
            let now = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            edit_page(&cx, &tree, &now, &fields, &problems, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// `GET /documents/{id}/status`.
pub(crate) async fn ask_status(cx: Ctx, Path(id): Path<DocumentId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fields = Fields::new(vec![("version".into(), document.version.to_string())]);
    status_page(&cx, &document, &fields, &Problems::new(), StatusCode::OK).await
}

async fn status_page(
    cx: &Ctx,
    document: &Document,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let may = |to: &Status| rules::step(document.status, *to).is_ok();
    let steps = Status::ALL.iter().filter(|to| may(to));
    let steps = steps.map(|to| (to.name().to_owned(), cx.t(crate::views::status_key(*to)))).collect();
    let fields = cx.kept((document.id, document.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::STATUS, vec![("status", steps)]);
    let here = format!("/documents/{}", document.id);
    Ok(cx
        .page(cx.t("knowledge-document-move"))
        .crumb(cx.t("knowledge-list-title"), "/documents")
        .crumb(document.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(views::status_form(&form, &format!("{here}/status"), &here)))
}

/// Reads a step and takes it. What decides whether a document applies asks for the authority to
/// adopt.
pub(crate) async fn move_to(cx: &Ctx, tree: &UnitTree, id: DocumentId, fields: &Fields) -> Result<(), Error> {
    let mut problems = Problems::new();
    let read = forms::status(fields, &mut problems);
    let decides = read.as_ref().is_some_and(|(to, _)| rules::decides(*to));
    let action = if decides { Action::Approve } else { Action::Edit };
    let tx = cx.begin().await?;
    let document = store::open_document(&tx, cx.actor(), tree, id, action).await?;
    let Some((to, why)) = read.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let version = fields.version()?;
    if document.version == version
        && let Err(refused) = rules::step(document.status, to)
    {
        problems.field("status", forms::refused_key(refused));
        return Err(Error::Invalid(problems));
    }
    store::set_status(&tx, &document, to, version, &why).await?;
    Ok(tx.commit().await?)
}

/// `POST /documents/{id}/status`.
pub(crate) async fn set_status(cx: Ctx, Path(id): Path<DocumentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let result = move_to(&cx, &tree, id, &fields).await;
    match result {
        Ok(()) => Ok(cx.done(&format!("/documents/{id}"), "knowledge-said-moved")),
        Err(Error::Invalid(problems)) => {
            let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            status_page(&cx, &document, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            let document = store::open_document(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            status_page(&cx, &document, &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}
