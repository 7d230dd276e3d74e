//! Bodies: councils, networks, committees and meeting places.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{ActorId, BodyId, Problems, TaskId, UnitTree, Words, sort_key};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, Query, Sorting, confirm, page_of, paged};

use super::{PAGE, actor_options, check_actor, check_unit, forms, may, unit_options};
use crate::model::{Body, BodyDraft, TaskDraft};
use crate::store::{self, BodyFilter, people};
use crate::views::bodies as views;
use crate::{rules, views as words};
use varde_web::Options;

/// How many bodies are put in order at most.
const MOST: i64 = 2_000;

/// `GET /bodies`.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let filter = BodyFilter {
        words: query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect(),
        kind: query.text("kind").parse().ok(),
    };
    let page = page_of(&query);
    let total = store::count_bodies(cx.db(), &filter).await?;
    let mut bodies = store::bodies(cx.db(), &filter, MOST, 0).await?;
    let sorting = Sorting::new("/bodies", &query, &["name", "kind", "level"]);
    let name = |body: &Body| sort_key(body.draft.name.get(cx.locale()));
    match sorting.by() {
        "kind" => {
            sorting.sort(&mut bodies, |body| (sort_key(&cx.t(words::body_kind_key(body.draft.kind))), name(body)));
        }
        "level" => sorting.sort(&mut bodies, |body| (body.draft.level, name(body))),
        _ => sorting.sort(&mut bodies, name),
    }
    let bodies: Vec<Body> = paged(bodies, page, PAGE).collect();
    let ids: Vec<BodyId> = bodies.iter().map(|body| body.id).collect();
    let seats = store::seats_of(cx.db(), &ids).await?;
    let rows: Vec<views::BodyRow> = bodies
        .into_iter()
        .map(|body| {
            let theirs: Vec<_> = seats.iter().filter(|seat| seat.body == body.id).cloned().collect();
            views::BodyRow { count: rules::count(&theirs, cx.today()), body }
        })
        .collect();
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let may_make = may(&cx, &tree, Kind::Body, Action::Create, home);
    Ok(cx
        .page(cx.t("governance-bodies-title"))
        .lead(cx.t("governance-bodies-lead"))
        .actions(views::list_actions(cx.say(), may_make))
        .body(views::list(cx.say(), &query, &sorting, &rows, total, page)))
}

/// `GET /bodies/{id}`: its seats by group, its tasks and what it is tied to.
pub(crate) async fn show(cx: Ctx, Path(id): Path<BodyId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let seats = store::seats_of(cx.db(), &[id]).await?;
    let actors = people::actor_names(cx.db()).await?;
    let bodies: HashMap<BodyId, Words> = store::body_names(cx.db()).await?.into_iter().collect();
    let may_edit = may(&cx, &tree, Kind::Body, Action::Edit, body.draft.unit);
    let persons: Vec<_> = seats.iter().flat_map(|seat| &seat.holdings).filter_map(|held| held.draft.person).collect();
    let page = views::BodyPage {
        count: rules::count(&seats, cx.today()),
        unrepresented: rules::unrepresented(&body.draft.required, &seats, cx.today()),
        tasks: store::tasks_of_body(cx.db(), id).await?,
        before: body.draft.succeeds.and_then(|before| bodies.get(&before).map(|name| (before, name.clone()))),
        after: store::successors(cx.db(), id).await?,
        names: people::names(cx.db(), &persons).await?,
        beside: cx.beside(&tree, Kind::Body, id).await?,
        happened: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        actors: &actors,
        seats: &seats,
        body: &body,
        on: cx.today(),
        may_edit,
        guard: cx.guard(),
    };
    Ok(cx
        .page(body.draft.name.get(cx.locale()))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .actions(views::body_actions(cx.say(), &page))
        .body(views::body(cx.say(), &tree, &page)))
}

async fn options(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    own: Option<BodyId>,
) -> Result<Vec<(&'static str, Options)>, Error> {
    let actors: HashMap<ActorId, Words> = people::actor_names(cx.db()).await?;
    let bodies = store::body_names(cx.db()).await?;
    let bodies = bodies
        .into_iter()
        .filter(|(id, _)| Some(*id) != own)
        .map(|(id, name)| (id.to_string(), name.get(cx.locale()).to_owned()))
        .collect();
    let actors = actor_options(cx, &actors);
    Ok(vec![
        ("kind", words::bodies::kinds(cx.say())),
        ("level", words::bodies::levels(cx.say())),
        ("composition", words::bodies::compositions(cx.say())),
        ("required", words::bodies::groups(cx.say())),
        ("unit", unit_options(cx, tree, Kind::Body, fields.text("unit"))),
        ("led_by", actors.clone()),
        ("established_by", actors),
        ("succeeds", bodies),
    ])
}

/// `GET /bodies/new`.
pub(crate) async fn new(cx: Ctx) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    cx.must(Action::Create, &store::target(Kind::Body, &tree, home))?;
    let fields = Fields::new(vec![
        ("unit".into(), home.map(|unit| unit.to_string()).unwrap_or_default()),
        ("quorum_percent".into(), "50".into()),
    ]);
    new_page(&cx, &tree, &fields, &Problems::new(), StatusCode::OK).await
}

async fn new_page(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let form = FormView::new(cx, fields, problems, forms::BODY, options(cx, tree, fields, None).await?);
    Ok(cx
        .page(cx.t("governance-bodies-new"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .status(status)
        .body(views::body_form(&form, "/bodies/new", "/bodies")))
}

/// Reads a body and checks what it points to.
pub(crate) async fn read(
    cx: &Ctx,
    tree: &UnitTree,
    own: Option<BodyId>,
    fields: &Fields,
) -> Result<Result<BodyDraft, Problems>, Error> {
    let mut problems = Problems::new();
    let draft = forms::body(fields, &mut problems);
    if let Some(draft) = &draft {
        check_unit(tree, draft.unit, &mut problems);
        let actors = people::actor_names(cx.db()).await?;
        check_actor(&actors, draft.led_by, "led_by", &mut problems);
        check_actor(&actors, draft.established_by, "established_by", &mut problems);
        if let Some(before) = draft.succeeds {
            let known = store::body_names(cx.db()).await?;
            if Some(before) == own || !known.iter().any(|(id, _)| *id == before) {
                problems.field("succeeds", "web-problem-choice");
            }
        }
    }
    Ok(draft.filter(|_| problems.is_empty()).ok_or(problems))
}

/// Makes a body.
pub(crate) async fn make(cx: &Ctx, tree: &UnitTree, draft: BodyDraft) -> Result<BodyId, Error> {
    let on = store::target(Kind::Body, tree, draft.unit);
    let draft = access::grant(cx.actor(), Action::Create, &on, draft)?;
    let tx = cx.begin().await?;
    let id = store::insert_body(&tx, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a body; moving it asks for the right to make one there.
pub(crate) async fn change(
    cx: &Ctx,
    tree: &UnitTree,
    id: BodyId,
    draft: &BodyDraft,
    sent: &Fields,
) -> Result<i64, Error> {
    let tx = cx.begin().await?;
    let body = store::open_body(&tx, cx.actor(), tree, id, Action::Edit).await?;
    if body.draft.unit != draft.unit {
        cx.must(Action::Create, &store::target(Kind::Body, tree, draft.unit))?;
    }
    let next = store::save_body(&tx, &body, draft, sent.version()?).await?;
    confirm(&tx, id, sent).await?;
    tx.commit().await?;
    Ok(next)
}

/// `POST /bodies/new`.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match read(&cx, &tree, None, &fields).await? {
        Ok(draft) => {
            let id = make(&cx, &tree, draft).await?;
            Ok(cx.done(&format!("/bodies/{id}"), "governance-said-body-made"))
        }
        Err(problems) => new_page(&cx, &tree, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// `GET /bodies/{id}/edit`.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<BodyId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    edit_page(
        &cx,
        &tree,
        &body,
        &cx.with_checks(id, forms::body_fields(&body)).await?,
        &Problems::new(),
        StatusCode::OK,
    )
    .await
}

async fn edit_page(
    cx: &Ctx,
    tree: &UnitTree,
    body: &Body,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((body.id, body.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::BODY, options(cx, tree, &fields, Some(body.id)).await?);
    let here = format!("/bodies/{}", body.id);
    Ok(cx
        .page(cx.t("governance-body-edit"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .crumb(body.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(views::body_form(&form, &format!("{here}/edit"), &here)))
}

/// `POST /bodies/{id}/edit`.
pub(crate) async fn update(cx: Ctx, Path(id): Path<BodyId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let draft = match read(&cx, &tree, Some(id), &fields).await? {
        Ok(draft) => draft,
        Err(problems) => {
            return edit_page(&cx, &tree, &body, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    match change(&cx, &tree, id, &draft, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/bodies/{id}"), "governance-said-saved")),
        Err(error) if error.is_stale() => {
            let now = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            edit_page(&cx, &tree, &now, &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// Gives a body a task by its name.
pub(crate) async fn add_task(cx: &Ctx, tree: &UnitTree, id: BodyId, fields: &Fields) -> Result<TaskId, Error> {
    let tx = cx.begin().await?;
    let body = store::open_body(&tx, cx.actor(), tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let name = fields.required("name", &mut problems);
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let draft = TaskDraft { name: Words::plain(name), unit: body.draft.unit, ..TaskDraft::default() };
    let on = store::target(Kind::Task, tree, draft.unit);
    let draft = access::grant(cx.actor(), Action::Create, &on, draft)?;
    let task = store::insert_task(&tx, &draft).await?;
    let place = i64::try_from(store::tasks_of_body(&tx, id).await?.len()).unwrap_or(0);
    store::give_task(&tx, &body, task, place + 1).await?;
    tx.commit().await?;
    Ok(task)
}

/// `POST /bodies/{id}/tasks`.
pub(crate) async fn give_task(cx: Ctx, Path(id): Path<BodyId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    add_task(&cx, &tree, id, &fields).await?;
    Ok(cx.done(&format!("/bodies/{id}"), "governance-said-task-made"))
}
