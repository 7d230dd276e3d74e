//! Giving a task to a role, handing it over in writing, and ending it.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{Action, Kind, Role};
use varde_kernel::{Problems, ResponsibilityId, TaskId, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, role_key};

use super::tasks::resolve;
use super::{
    actor_options, check_actor, check_person, check_unit, forms, may, person_options, unit_options, units_below,
};
use crate::model::{Authority, Delegation, Responsibility, ResponsibilityDraft, Task};
use crate::rules::{self, Refused};
use crate::store::{self, people};
use crate::views::{steps, tasks as views};
use varde_web::Options;

/// `GET /responsibility/tasks/{id}/assign`.
pub(crate) async fn assign(cx: Ctx, Path(id): Path<TaskId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let unit = task.draft.unit.or_else(|| cx.visitor().and_then(|visitor| visitor.home));
    cx.must(Action::Create, &store::target(Kind::Task, &tree, unit))?;
    let fields = Fields::new(vec![
        ("authority".into(), Authority::Decides.name().into()),
        ("unit".into(), unit.map(|unit| unit.to_string()).unwrap_or_default()),
        ("from".into(), cx.today().to_string()),
    ]);
    assign_page(&cx, &tree, &task, &fields, &Problems::new(), StatusCode::OK).await
}

async fn assign_page(
    cx: &Ctx,
    tree: &UnitTree,
    task: &Task,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let units = unit_options(cx, tree, Kind::Task, fields.text("unit"));
    let options = options(cx, tree, units).await?;
    let form = FormView::new(cx, fields, problems, forms::ASSIGN, options);
    let here = format!("/responsibility/tasks/{}", task.id);
    Ok(cx
        .page(cx.t("governance-task-assign"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .crumb(task.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(steps::assign_form(&form, &format!("{here}/assign"), &here)))
}

async fn options(cx: &Ctx, tree: &UnitTree, units: Options) -> Result<Vec<(&'static str, Options)>, Error> {
    let there: Vec<UnitId> = units.iter().filter_map(|(id, _)| id.parse().ok()).collect();
    let roles = Role::ALL.iter().map(|role| (role.name().to_owned(), cx.t(role_key(*role)))).collect();
    let actors = people::actor_names(cx.db()).await?;
    Ok(vec![
        ("authority", steps::authorities(cx.say())),
        ("role", roles),
        ("person", person_options(cx, tree, &there).await?),
        ("actor", actor_options(cx, &actors)),
        ("unit", units),
    ])
}

async fn check(cx: &Ctx, tree: &UnitTree, draft: &ResponsibilityDraft, problems: &mut Problems) -> Result<(), Error> {
    check_unit(tree, draft.unit, problems);
    check_person(cx, draft.person, problems).await?;
    check_actor(&people::actor_names(cx.db()).await?, draft.actor, "actor", problems);
    Ok(())
}

/// Reads who gets a task and gives it.
pub(crate) async fn give(cx: &Ctx, tree: &UnitTree, id: TaskId, fields: &Fields) -> Result<ResponsibilityId, Error> {
    let tx = cx.begin().await?;
    let task = store::open_task(&tx, cx.actor(), tree, id, Action::Read).await?.into_inner();
    // The right is asked for where the task is to be held, before anything else that was sent is looked
    // at: a class's task is settled unit by unit.
    let place = fields.text("unit").parse().ok().or(task.draft.unit);
    if place.is_some() || task.draft.unit_kind.is_none() {
        cx.must(Action::Create, &store::target(Kind::Task, tree, place))?;
    }
    let mut problems = Problems::new();
    let draft = forms::responsibility(fields, cx.today(), &mut problems);
    if let Some(draft) = &draft {
        check(cx, tree, draft, &mut problems).await?;
    }
    if task.draft.unit.is_none() && task.draft.unit_kind.is_some() && !fields.has("unit") {
        problems.field("unit", "governance-problem-class-unit");
    }
    let Some(draft) = draft.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let on = store::target(Kind::Task, tree, draft.unit.or(task.draft.unit));
    let task = varde_kernel::access::grant(cx.actor(), Action::Create, &on, task)?;
    let given = store::insert_responsibility(&tx, &task, &draft).await?;
    tx.commit().await?;
    Ok(given)
}

/// `POST /responsibility/tasks/{id}/assign`.
pub(crate) async fn assigned(cx: Ctx, Path(id): Path<TaskId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match give(&cx, &tree, id, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/responsibility/tasks/{id}"), "governance-said-assigned")),
        Err(Error::Invalid(problems)) => {
            let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
            assign_page(&cx, &tree, &task, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error),
    }
}

/// Whether the visitor holds the responsibility: named in person, or in its role on its unit or
/// above it.
fn holds(cx: &Ctx, tree: &UnitTree, held: &Responsibility, task: &Task) -> bool {
    if let Some(person) = held.draft.person {
        return cx.actor().person() == Some(person);
    }
    let line = store::line(tree, held.draft.unit.or(task.draft.unit));
    cx.actor().held().iter().any(|mine| mine.role.name() == held.draft.role && line.contains(&mine.unit))
}

/// Only who holds a responsibility, or who decides with the unit's authority, hands it over or
/// ends it.
fn must_hold(cx: &Ctx, tree: &UnitTree, held: &Responsibility, task: &Task) -> Result<(), Error> {
    let decides = may(cx, tree, Kind::Task, Action::Approve, held.draft.unit.or(task.draft.unit));
    if decides || holds(cx, tree, held, task) { Ok(()) } else { Err(Error::Forbidden) }
}

/// `GET /responsibility/held/{id}/delegate`.
pub(crate) async fn delegate(cx: Ctx, Path(id): Path<ResponsibilityId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (held, task) = store::open_responsibility(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    must_hold(&cx, &tree, &held, &task)?;
    let last = forms::last_day(held.draft.to).map(|day| day.to_string()).unwrap_or_default();
    let unit = held.draft.unit.or(task.draft.unit);
    let fields = Fields::new(vec![
        ("authority".into(), held.draft.authority.name().into()),
        ("unit".into(), unit.map(|unit| unit.to_string()).unwrap_or_default()),
        ("dated".into(), cx.today().to_string()),
        ("from".into(), cx.today().to_string()),
        ("last_day".into(), last),
        ("version".into(), held.version.to_string()),
    ]);
    delegate_page(&cx, &tree, (held, task), &fields, &Problems::new(), StatusCode::OK).await
}

async fn delegate_page(
    cx: &Ctx,
    tree: &UnitTree,
    (held, task): (Responsibility, Task),
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let units = match held.draft.unit.or(task.draft.unit) {
        Some(unit) => units_below(cx, tree, unit),
        None => unit_options(cx, tree, Kind::Task, fields.text("unit")),
    };
    let fields = cx.kept((held.id, held.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::ASSIGN, options(cx, tree, units).await?);
    let here = format!("/responsibility/tasks/{}", task.id);
    let action = format!("/responsibility/held/{}/delegate", held.id);
    let unit = task.draft.unit;
    let from = what(cx, tree, held, unit).await?;
    Ok(cx
        .page(cx.t("governance-delegate-title"))
        .lead(cx.t("governance-delegate-lead"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .crumb(task.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(steps::delegate_form(&form, &from, &action, &here)))
}

/// What is held, in words.
async fn what(cx: &Ctx, tree: &UnitTree, held: Responsibility, unit: Option<UnitId>) -> Result<String, Error> {
    let shown = resolve(cx, tree, vec![held], |_| unit).await?;
    let words = shown.first().map(|shown| {
        let authority = cx.t(crate::views::authority_key(shown.held.draft.authority));
        (views::holder_words(cx.say(), tree, shown), authority)
    });
    let (who, authority) = words.unwrap_or_default();
    Ok(cx.say().with("governance-held-what", &[("who", who.into()), ("authority", authority.into())]))
}

/// Reads a delegation, holds it against the rules and writes it down.
pub(crate) async fn hand_over(
    cx: &Ctx,
    tree: &UnitTree,
    id: ResponsibilityId,
    fields: &Fields,
) -> Result<ResponsibilityId, Error> {
    let tx = cx.begin().await?;
    let source = store::open_responsibility(&tx, cx.actor(), tree, id, Action::Edit).await?;
    must_hold(cx, tree, &source.0, &source.1)?;
    if source.0.version != fields.version()? {
        return Err(varde_store::Error::Stale.into());
    }
    let mut problems = Problems::new();
    let read = forms::delegation(fields, &source.0, cx.today(), &mut problems);
    let Some((draft, written)) = read else { return Err(Error::Invalid(problems)) };
    check(cx, tree, &draft, &mut problems).await?;
    let chain = store::chain(&tx, &source.0).await?;
    let broken = rules::delegate(&chain, &draft, &written, within(tree, &source.0, &source.1, &draft));
    let broken: Vec<Refused> = broken.err().unwrap_or_default();
    forms::refuse(&mut problems, broken.into_iter().map(forms::refused_key));
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let given = store::insert_delegation(&tx, &source, &draft, &Delegation { source: id, ..written }).await?;
    tx.commit().await?;
    Ok(given)
}

fn within(tree: &UnitTree, held: &Responsibility, task: &Task, given: &ResponsibilityDraft) -> bool {
    match (held.draft.unit.or(task.draft.unit), given.unit) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(above), Some(unit)) => unit == above || tree.line(unit).contains(&above),
    }
}

/// `POST /responsibility/held/{id}/delegate`.
pub(crate) async fn delegated(
    cx: Ctx,
    Path(id): Path<ResponsibilityId>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let result = hand_over(&cx, &tree, id, &fields).await;
    let (held, task) = store::open_responsibility(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    match result {
        Ok(_) => Ok(cx.done(&format!("/responsibility/tasks/{}", task.id), "governance-said-delegated")),
        Err(Error::Invalid(problems)) => {
            delegate_page(&cx, &tree, (held, task), &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            delegate_page(&cx, &tree, (held, task), &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// `GET /responsibility/held/{id}/end`: asks first.
pub(crate) async fn ask_end(cx: Ctx, Path(id): Path<ResponsibilityId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (held, task) = store::open_responsibility(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    must_hold(&cx, &tree, &held, &task)?;
    let fields =
        Fields::new(vec![("last_day".into(), cx.today().to_string()), ("version".into(), held.version.to_string())]);
    end_page(&cx, &tree, (held, task), &fields, &Problems::new(), StatusCode::OK).await
}

async fn end_page(
    cx: &Ctx,
    tree: &UnitTree,
    (held, task): (Responsibility, Task),
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((held.id, held.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::END, Vec::new());
    let here = format!("/responsibility/tasks/{}", task.id);
    let action = format!("/responsibility/held/{}/end", held.id);
    let what = what(cx, tree, held, task.draft.unit).await?;
    Ok(cx
        .page(cx.t("governance-end-title"))
        .crumb(cx.t("governance-list-title"), "/responsibility")
        .crumb(task.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(steps::end_form(&form, &what, &action, &here)))
}

/// Ends a responsibility after its last day, and what was handed down from it.
pub(crate) async fn stop(cx: &Ctx, tree: &UnitTree, id: ResponsibilityId, fields: &Fields) -> Result<(), Error> {
    // Who may not is told that before anything is said of what they sent.
    let (held, task) = store::open_responsibility(cx.db(), cx.actor(), tree, id, Action::Edit).await?.into_inner();
    must_hold(cx, tree, &held, &task)?;
    let version = fields.version()?;
    let mut problems = Problems::new();
    let last = fields.date("last_day", &mut problems).unwrap_or(cx.today());
    let why = fields.long("why", &mut problems);
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let tx = cx.begin().await?;
    let held = store::open_responsibility(&tx, cx.actor(), tree, id, Action::Edit).await?;
    must_hold(cx, tree, &held.0, &held.1)?;
    let day = rules::end_on(&held.0.draft, last.tomorrow().unwrap_or(last));
    store::end_responsibility(&tx, &held, version, day, &why).await?;
    tx.commit().await?;
    Ok(())
}

/// `POST /responsibility/held/{id}/end`.
pub(crate) async fn end(cx: Ctx, Path(id): Path<ResponsibilityId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let result = stop(&cx, &tree, id, &fields).await;
    let (held, task) = store::open_responsibility(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    match result {
        Ok(()) => Ok(cx.done(&format!("/responsibility/tasks/{}", task.id), "governance-said-ended")),
        Err(Error::Invalid(problems)) => {
            end_page(&cx, &tree, (held, task), &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            end_page(&cx, &tree, (held, task), &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}
