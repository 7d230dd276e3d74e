//! Tasks: who decides this, what nobody answers for, and a unit's matrix.

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PersonId, Problems, TaskId, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, Query, confirm, local, page_of};

use super::{PAGE, actor_options, check_actor, check_unit, forms, may, unit_options};
use crate::model::{Holder, Responsibility, Task, TaskDraft};
use crate::store::{self, TaskFilter, people};
use crate::views::tasks::{Shown, TaskRow};
use crate::views::{steps, tasks as views};
use crate::{export, rules};

/// The most rows that a unit's matrix holds.
const MATRIX: i64 = 500;

/// `GET /responsibility`: who decides this?
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (mut query, is_ours) = beginning_at_home(&cx, query);
    let mut filter = filter(&query, &tree);
    let page = page_of(&query);
    let mut total = store::count_tasks(cx.db(), &filter).await?;
    if is_ours && total == 0 {
        // Who asked for nothing in particular is not told that nothing was found.
        (query, filter.unit) = (Fields::default(), None);
        total = store::count_tasks(cx.db(), &filter).await?;
    }
    let tasks = store::tasks(cx.db(), &filter, PAGE, (page - 1) * PAGE).await?;
    let unit = filter.unit.map(|(unit, _)| unit);
    let rows = rows(&cx, &tree, tasks, unit).await?;
    let home = unit.or_else(|| cx.visitor().and_then(|visitor| visitor.home));
    let list = views::List {
        query: &query,
        rows: &rows,
        total,
        page,
        unit,
        may_make: may(&cx, &tree, Kind::Task, Action::Create, home),
    };
    Ok(cx
        .page(cx.t("governance-list-title"))
        .lead(cx.t("governance-list-lead"))
        .actions(views::list_actions(cx.say(), &list, home))
        .body(views::list(cx.say(), &tree, &list)))
}

/// Whoever asks for nothing in particular begins with the own unit; all units are asked for with
/// an empty `unit`.
///
/// Gives the question, and whether the unit was added here.
fn beginning_at_home(cx: &Ctx, query: Fields) -> (Fields, bool) {
    let home = cx.visitor().and_then(|visitor| visitor.home);
    match home {
        Some(home) if query.iter().next().is_none() => (Fields::new(vec![("unit".to_owned(), home.to_string())]), true),
        _ => (query, false),
    }
}

fn filter(query: &Fields, tree: &UnitTree) -> TaskFilter {
    let unit: Option<UnitId> = query.text("unit").parse().ok();
    let asked: String = query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect();
    TaskFilter {
        words: rules::looked_for(&asked),
        unit: unit.map(|unit| (unit, tree.get(unit).map(|unit| unit.kind))),
        phase: query.text("phase").parse().ok(),
        ..TaskFilter::default()
    }
}

/// `GET /responsibility/missing`: the tasks that nobody answers for.
pub(crate) async fn missing(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let filter = TaskFilter { missing_on: Some(cx.today()), ..filter(&query, &tree) };
    let page = page_of(&query);
    let total = store::count_tasks(cx.db(), &filter).await?;
    let tasks = store::tasks(cx.db(), &filter, PAGE, (page - 1) * PAGE).await?;
    let unit = filter.unit.map(|(unit, _)| unit);
    let rows = rows(&cx, &tree, tasks, unit).await?;
    let list = views::List { query: &query, rows: &rows, total, page, unit, may_make: false };
    Ok(cx
        .page(cx.t("governance-missing-title"))
        .lead(cx.t("governance-missing-lead"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .body(views::missing(cx.say(), &tree, &list)))
}

/// Tasks with who holds them today, and whose they are.
pub(crate) async fn rows(
    cx: &Ctx,
    tree: &UnitTree,
    tasks: Vec<Task>,
    unit: Option<UnitId>,
) -> Result<Vec<TaskRow>, Error> {
    let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
    let line = unit.map(|unit| tree.line(unit));
    let held = store::of_tasks(cx.db(), &ids, line.as_deref(), cx.today()).await?;
    let units: HashMap<TaskId, Option<UnitId>> = tasks.iter().map(|task| (task.id, task.draft.unit)).collect();
    let mut shown = resolve(cx, tree, held, |task| units.get(&task).copied().flatten()).await?;
    let actors = people::actor_names(cx.db()).await?;
    let rows = tasks.into_iter().map(|task| {
        let mine = |shown: &Shown| shown.held.task == task.id;
        let held: Vec<Shown> = shown.extract_if(.., |shown| mine(shown)).collect();
        let actor = task.draft.actor.and_then(|actor| actors.get(&actor)).map(|name| name.get(cx.locale()).to_owned());
        TaskRow { task, actor, held }
    });
    Ok(rows.collect())
}

/// Finds the people behind responsibilities today: those named, or those who hold the role on the
/// unit or, when nobody does there, nearest above it.
pub(crate) async fn resolve(
    cx: &Ctx,
    tree: &UnitTree,
    held: Vec<Responsibility>,
    unit_of_task: impl Fn(TaskId) -> Option<UnitId>,
) -> Result<Vec<Shown>, Error> {
    let line = |held: &Responsibility| {
        let unit = held.draft.unit.or_else(|| unit_of_task(held.task));
        unit.map(|unit| tree.line(unit))
    };
    let mut units: Vec<UnitId> = held.iter().filter_map(line).flat_map(|line| line.to_vec()).collect();
    units.sort_unstable();
    units.dedup();
    let holders = people::holders(cx.db(), &units, cx.today()).await?;
    let mut persons: Vec<PersonId> = held
        .iter()
        .flat_map(|held| [held.draft.person, held.delegation.as_ref().and_then(|written| written.by)])
        .flatten()
        .collect();
    persons.sort_unstable();
    persons.dedup();
    let names = people::names(cx.db(), &persons).await?;
    let actors = people::actor_names(cx.db()).await?;
    Ok(held
        .into_iter()
        .map(|held| {
            let (who, at) = match held.draft.person {
                Some(person) => (names.get(&person).cloned().into_iter().collect(), None),
                None => nearest(&holders, &held.draft.role, line(&held).as_deref().unwrap_or_default()),
            };
            let by = held.delegation.as_ref().and_then(|written| written.by);
            let actor = held.draft.actor.and_then(|actor| actors.get(&actor));
            Shown {
                for_unit: held.draft.unit.filter(|unit| unit_of_task(held.task) != Some(*unit)),
                who,
                at,
                actor: actor.map(|name| name.get(cx.locale()).to_owned()),
                delegated_by: by.and_then(|by| names.get(&by).cloned()),
                held,
            }
        })
        .collect())
}

fn nearest(holders: &[Holder], role: &str, line: &[UnitId]) -> (Vec<String>, Option<UnitId>) {
    for unit in line {
        let there = holders.iter().filter(|holder| holder.unit == *unit && holder.role == role);
        let mut names: Vec<String> = there.map(|holder| holder.name.clone()).collect();
        if !names.is_empty() {
            names.sort();
            names.dedup();
            return (names, Some(*unit));
        }
    }
    (Vec::new(), None)
}

/// `GET /responsibility/tasks/{id}`: a task, who holds it and how it came to them.
pub(crate) async fn show(cx: Ctx, Path(id): Path<TaskId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let all = store::of_task(cx.db(), id).await?;
    let today = rules::holding_on(&all, cx.today());
    let other: Vec<Responsibility> =
        all.iter().filter(|held| !today.iter().any(|now| now.id == held.id)).cloned().collect();
    let unit = task.draft.unit;
    let answered = rules::has_answer(&all, cx.today());
    let today = resolve(&cx, &tree, today, |_| unit).await?;
    let other = resolve(&cx, &tree, other, |_| unit).await?;
    let actors = people::actor_names(cx.db()).await?;
    let page = views::TaskPage {
        actor: task.draft.actor.and_then(|actor| actors.get(&actor)).map(|name| name.get(cx.locale()).to_owned()),
        bodies: store::bodies_of_task(cx.db(), id).await?,
        may_edit: may(&cx, &tree, Kind::Task, Action::Edit, unit),
        may_assign: cx
            .actor()
            .held()
            .iter()
            .any(|held| may(&cx, &tree, Kind::Task, Action::Create, unit.or(Some(held.unit)))),
        may_hand_over: today
            .iter()
            .map(|shown| may(&cx, &tree, Kind::Task, Action::Edit, shown.held.draft.unit.or(unit)))
            .collect(),
        happened: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        task: &task,
        answered,
        today: &today,
        other: &other,
        on: cx.today(),
    };
    let shell = cx.page(task.draft.name.get(cx.locale())).crumb(cx.t("governance-list-title"), "/responsibility");
    Ok(shell.actions(views::task_actions(cx.say(), &page)).body(views::task(cx.say(), &tree, &page)))
}

/// `GET /responsibility/new`.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let unit: Option<UnitId> = query.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some()).or(home);
    cx.must(Action::Create, &store::target(Kind::Task, &tree, unit))?;
    let fields = Fields::new(vec![("unit".into(), unit.map(|unit| unit.to_string()).unwrap_or_default())]);
    new_page(&cx, &tree, &fields, &Problems::new(), StatusCode::OK).await
}

async fn new_page(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let form = FormView::new(cx, fields, problems, forms::TASK, options(cx, tree, fields).await?);
    Ok(cx
        .page(cx.t("governance-new-title"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .status(status)
        .body(steps::task_form(&form, "/responsibility/new", "/responsibility")))
}

async fn options(cx: &Ctx, tree: &UnitTree, fields: &Fields) -> Result<Vec<(&'static str, varde_web::Options)>, Error> {
    let actors = people::actor_names(cx.db()).await?;
    Ok(vec![
        ("phase", steps::phases(cx.say())),
        ("unit", unit_options(cx, tree, Kind::Task, fields.text("unit"))),
        ("unit_kind", steps::classes(cx.say())),
        ("actor", actor_options(cx, &actors)),
    ])
}

/// Reads a task and checks what it points to.
pub(crate) async fn read(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &mut Problems,
) -> Result<TaskDraft, Error> {
    let draft = forms::task(fields, problems);
    check_unit(tree, draft.unit, problems);
    check_actor(&people::actor_names(cx.db()).await?, draft.actor, "actor", problems);
    Ok(draft)
}

/// Makes a task.
pub(crate) async fn make(cx: &Ctx, tree: &UnitTree, draft: TaskDraft) -> Result<TaskId, Error> {
    let on = store::target(Kind::Task, tree, draft.unit);
    let draft = access::grant(cx.actor(), Action::Create, &on, draft)?;
    let tx = cx.begin().await?;
    let id = store::insert_task(&tx, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a task; moving it to another unit asks for the right to make one there.
pub(crate) async fn change(
    cx: &Ctx,
    tree: &UnitTree,
    id: TaskId,
    draft: &TaskDraft,
    sent: &Fields,
) -> Result<i64, Error> {
    let tx = cx.begin().await?;
    let task = store::open_task(&tx, cx.actor(), tree, id, Action::Edit).await?;
    if task.draft.unit != draft.unit {
        cx.must(Action::Create, &store::target(Kind::Task, tree, draft.unit))?;
    }
    let next = store::save_task(&tx, &task, draft, sent.version()?).await?;
    confirm(&tx, id, sent).await?;
    tx.commit().await?;
    Ok(next)
}

/// `POST /responsibility/new`.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let draft = read(&cx, &tree, &fields, &mut problems).await?;
    if !problems.is_empty() {
        return new_page(&cx, &tree, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let id = make(&cx, &tree, draft).await?;
    Ok(cx.done(&format!("/responsibility/tasks/{id}"), "governance-said-task-made"))
}

/// `GET /responsibility/tasks/{id}/edit`.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<TaskId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    edit_page(
        &cx,
        &tree,
        &task,
        &cx.with_checks(id, forms::task_fields(&task)).await?,
        &Problems::new(),
        StatusCode::OK,
    )
    .await
}

async fn edit_page(
    cx: &Ctx,
    tree: &UnitTree,
    task: &Task,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((task.id, task.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::TASK, options(cx, tree, &fields).await?);
    let here = format!("/responsibility/tasks/{}", task.id);
    Ok(cx
        .page(cx.t("governance-edit-title"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .crumb(task.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(steps::task_form(&form, &format!("{here}/edit"), &here)))
}

/// `POST /responsibility/tasks/{id}/edit`.
pub(crate) async fn update(cx: Ctx, Path(id): Path<TaskId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let mut problems = Problems::new();
    let draft = read(&cx, &tree, &fields, &mut problems).await?;
    if !problems.is_empty() {
        return edit_page(&cx, &tree, &task, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match change(&cx, &tree, id, &draft, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/responsibility/tasks/{id}"), "governance-said-saved")),
        Err(error) if error.is_stale() => {
            let now = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            edit_page(&cx, &tree, &now, &fields, &problems, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// `GET /units/{id}/responsibility`: a unit's tasks against who decides, does, advises and is told.
pub(crate) async fn matrix(cx: Ctx, Path(id): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let unit = tree.get(id).ok_or(Error::NotFound)?;
    cx.must(Action::Read, &store::target(Kind::Task, &tree, Some(id)))?;
    let filter = TaskFilter { unit: Some((id, Some(unit.kind))), ..TaskFilter::default() };
    let tasks = store::tasks(cx.db(), &filter, MATRIX, 0).await?;
    let rows = rows(&cx, &tree, tasks, Some(id)).await?;
    if query.text("format") == "csv" {
        let text = export::matrix(cx.say(), &tree, &rows).map_err(|error| Error::Internal(Box::new(error)))?;
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"responsibility.csv\""),
        ];
        return Ok((headers, text).into_response());
    }
    let name = unit.name.get(cx.locale());
    let title = cx.say().with("governance-matrix-title", &[("unit", name.into())]);
    Ok(cx
        .page(title)
        .lead(cx.t("governance-matrix-lead"))
        .unit(&tree, id)
        .actions(views::matrix_actions(cx.say(), local(cx.path())))
        .body(views::matrix(cx.say(), &tree, &rows, id)))
}
