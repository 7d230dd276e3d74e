//! Tasks and responsibilities over the wire.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::Action;
use varde_kernel::{Problems, ResponsibilityId, TaskId, UnitId};
use varde_web::{Checked, Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::{Made, fields};
use crate::model::{Responsibility, Task};
use crate::pages::{responsibilities, tasks};
use crate::store::{self, TaskFilter};
use crate::views::tasks::Shown;

/// A task.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskOut {
    id: String,
    /// Its stable code, when it comes from a document.
    code: Option<String>,
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    description: String,
    /// `plan`, `do`, `evaluate` or `correct`.
    phase: Option<String>,
    /// The unit whose task it is.
    unit: Option<String>,
    /// The kind of unit of which every one has this task.
    unit_kind: Option<String>,
    /// The actor that a plan gives it to.
    actor: Option<String>,
    source: String,
    version: i64,
}

impl From<&Task> for TaskOut {
    fn from(task: &Task) -> Self {
        let draft = &task.draft;
        Self {
            id: task.id.to_string(),
            code: task.code.clone(),
            name: draft.name.nb.clone(),
            name_nn: draft.name.nn.clone(),
            name_en: draft.name.en.clone(),
            description: draft.description.clone(),
            phase: draft.phase.map(|phase| phase.name().to_owned()),
            unit: draft.unit.map(|id| id.to_string()),
            unit_kind: draft.unit_kind.map(|kind| kind.name().to_owned()),
            actor: draft.actor.map(|id| id.to_string()),
            source: draft.source.clone(),
            version: task.version,
        }
    }
}

/// A task with everyone who holds it, has held it or will hold it.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskWithHeld {
    #[serde(flatten)]
    task: TaskOut,
    responsibilities: Vec<HeldOut>,
}

/// Who holds a task, with which authority.
#[derive(Serialize, ToSchema)]
pub(crate) struct HeldOut {
    id: String,
    task: String,
    /// `decides`, `carries_out`, `advises` or `informed`.
    authority: String,
    /// The name of an access role, or the title of a post.
    role: String,
    unit: Option<String>,
    person: Option<String>,
    actor: Option<String>,
    valid_from: String,
    /// The first day on which it no longer holds.
    valid_to: Option<String>,
    /// The responsibility from which it was handed over.
    delegated_from: Option<String>,
    document: Option<String>,
    dated: Option<String>,
    /// Who that is today, by name: the person, or those who hold the role on the unit or nearest above it.
    /// Told of a task asked for alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    holders: Option<Vec<String>>,
    /// Where they hold the role, when it is above the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_at: Option<String>,
    version: i64,
}

impl From<Shown> for HeldOut {
    fn from(shown: Shown) -> Self {
        Self { holders: Some(shown.who), held_at: shown.at.map(|unit| unit.to_string()), ..Self::from(&shown.held) }
    }
}

impl From<&Responsibility> for HeldOut {
    fn from(held: &Responsibility) -> Self {
        let draft = &held.draft;
        let written = held.delegation.as_ref();
        Self {
            id: held.id.to_string(),
            task: held.task.to_string(),
            authority: draft.authority.name().to_owned(),
            role: draft.role.clone(),
            unit: draft.unit.map(|id| id.to_string()),
            person: draft.person.map(|id| id.to_string()),
            actor: draft.actor.map(|id| id.to_string()),
            valid_from: draft.from.to_string(),
            valid_to: draft.to.map(|to| to.to_string()),
            delegated_from: written.map(|written| written.source.to_string()),
            document: written.map(|written| written.document.clone()),
            dated: written.map(|written| written.on.to_string()),
            holders: None,
            held_at: None,
            version: held.version,
        }
    }
}

/// A task to make or change.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskIn {
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    description: Option<String>,
    phase: Option<String>,
    unit: Option<String>,
    unit_kind: Option<String>,
    actor: Option<String>,
    source: Option<String>,
    /// The version that was read; needed when changing.
    version: Option<i64>,
}

/// Who gets a task, or a delegation when `document` and `dated` are given.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeldIn {
    authority: String,
    /// The name of an access role.
    role: Option<String>,
    /// The title of a post, when it is no access role.
    post: Option<String>,
    unit: Option<String>,
    person: Option<String>,
    actor: Option<String>,
    /// The first day; today when it is absent.
    from: Option<String>,
    /// The last day; until further notice when it is absent.
    last_day: Option<String>,
    /// Where the delegation is written.
    document: Option<String>,
    /// The day on which it was written.
    dated: Option<String>,
    /// The version of what is handed over; needed when delegating.
    version: Option<i64>,
}

/// An ending.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EndIn {
    /// The last day; today when it is absent.
    last_day: Option<String>,
    why: Option<String>,
    version: i64,
}

/// Lists tasks: `q`, `unit`, `phase`, `missing=true`, `limit`, `cursor`.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "governance",
    params(
        ("q" = Option<String>, Query, description = "Words that must be in it"),
        ("unit" = Option<String>, Query, description = "Tasks of a unit and of its kind"),
        ("phase" = Option<String>, Query, description = "plan, do, evaluate or correct"),
        ("missing" = Option<String>, Query, description = "true: only those that nobody answers for"),
        ("limit" = Option<String>, Query, description = "1 to 200"),
        ("cursor" = Option<String>, Query, description = "From the page before")),
    responses(
        (status = 200, body = Listed<TaskOut>),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<TaskOut>>, Error> {
    let cursor = Cursor::read(&query)?;
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit: Option<UnitId> = query.choice("unit", &mut problems);
    let filter = TaskFilter {
        words: crate::rules::looked_for(&query.short("q", &mut problems)),
        unit: unit.map(|unit| (unit, tree.get(unit).map(|unit| unit.kind))),
        phase: query.choice("phase", &mut problems),
        missing_on: query.has("missing").then(|| cx.today()),
    };
    problems.result().map_err(Error::Invalid)?;
    let tasks = store::tasks(cx.db(), &filter, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(tasks.iter().map(TaskOut::from).collect())))
}

/// A task with its responsibilities.
#[utoipa::path(get, path = "/api/v1/tasks/{id}", tag = "governance", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<TaskWithHeld>),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<TaskId>) -> Result<Json<Checked<TaskWithHeld>>, Error> {
    let tree = cx.tree().await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let held = store::of_task(cx.db(), id).await?;
    let unit = task.draft.unit;
    let held = tasks::resolve(&cx, &tree, held, |_| unit).await?.into_iter().map(HeldOut::from).collect();
    cx.checked(id, TaskWithHeld { task: TaskOut::from(&*task), responsibilities: held }).await
}

/// Makes a task.
#[utoipa::path(post, path = "/api/v1/tasks", tag = "governance", request_body = TaskIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<TaskIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let draft = tasks::read(&cx, &tree, &fields(&body), &mut problems).await?;
    problems.result().map_err(Error::Invalid)?;
    let id = tasks::make(&cx, &tree, draft).await?;
    Ok((StatusCode::CREATED, Json(Made::new(id))).into_response())
}

/// Changes a task.
#[utoipa::path(put, path = "/api/v1/tasks/{id}", tag = "governance", params(("id" = String, Path)),
    request_body = TaskIn,
    responses(
        (status = 200, body = TaskOut),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn update(cx: Ctx, Path(id): Path<TaskId>, Json(body): Json<TaskIn>) -> Result<Json<TaskOut>, Error> {
    let tree = cx.tree().await?;
    store::open_task(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let sent = fields(&body);
    let draft = tasks::read(&cx, &tree, &sent, &mut problems).await?;
    problems.result().map_err(Error::Invalid)?;
    tasks::change(&cx, &tree, id, &draft, &sent).await?;
    let task = store::open_task(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(TaskOut::from(&*task)))
}

/// Gives a task to a role.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/responsibilities", tag = "governance", params(("id" = String, Path)),
    request_body = HeldIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn assign(cx: Ctx, Path(id): Path<TaskId>, Json(body): Json<HeldIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let made = responsibilities::give(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made::new(made))).into_response())
}

/// Hands a responsibility over in writing.
#[utoipa::path(post, path = "/api/v1/responsibilities/{id}/delegations", tag = "governance",
    params(("id" = String, Path)), request_body = HeldIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn delegate(
    cx: Ctx,
    Path(id): Path<ResponsibilityId>,
    Json(body): Json<HeldIn>,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let made = responsibilities::hand_over(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made::new(made))).into_response())
}

/// Ends a responsibility and what was handed down from it.
#[utoipa::path(post, path = "/api/v1/responsibilities/{id}/end", tag = "governance", params(("id" = String, Path)),
    request_body = EndIn,
    responses(
        (status = 204, description = "Ended"),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn end(
    cx: Ctx,
    Path(id): Path<ResponsibilityId>,
    Json(body): Json<EndIn>,
) -> Result<StatusCode, Error> {
    let tree = cx.tree().await?;
    responsibilities::stop(&cx, &tree, id, &fields(&body)).await?;
    Ok(StatusCode::NO_CONTENT)
}
