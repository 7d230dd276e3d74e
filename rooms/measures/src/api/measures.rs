//! Measures and their activities.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{ActivityId, MeasureId};
use varde_web::{Checked, Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::{
    ActivityBody, ActivityStateBody, ChangedMeasure, MeasureLine, NewMeasure, OneActivity, OneMeasure, OneScopeChange,
    OneTag, Pairs, Saved, ScopeBody, StepBody, UptakeBody,
};
use crate::pages::{edits, input};
use crate::store;

/// Measures by filter.
#[utoipa::path(get, path = "/api/v1/measures", tag = "measures",
    params(
        ("q" = Option<String>, Query, description = "Words in its name or text"),
        ("state" = Option<String>, Query, description = "A state, or `open` for those that are not over"),
        ("unit" = Option<String>, Query, description = "A unit, with everything below it"),
        ("lead" = Option<String>, Query, description = "The actor that leads it"),
        ("owner" = Option<String>, Query, description = "The person who answers for it"),
        ("overdue" = Option<bool>, Query, description = "Past its own date or that of an activity, when present"),
        ("needs_start" = Option<bool>, Query, description = "Adopted ninety days ago and not started, when present"),
        ("owes_effect" = Option<bool>, Query, description = "Completed ninety days ago and not evaluated, when present"),
        ("tag" = Option<String>, Query, description = "A part of a framework"),
        ("tag2" = Option<String>, Query, description = "Another part of a framework, beside the first"),
        ("level" = Option<String>, Query, description = "national, regional, specialist, municipal or other"),
        ("dimension" = Option<String>, Query, description = "A mark of good quality"),
        ("budget_year" = Option<i64>, Query, description = "Paid by this year's budget"),
        ("sort" = Option<String>, Query, description = "`due`, `state` or `title`"),
        ("dir" = Option<String>, Query, description = "`desc` for the other way round"),
        ("limit" = Option<i64>, Query, description = "1–200, default 50"),
        ("cursor" = Option<String>, Query, description = "From `next_cursor`"),
    ),
    responses(
        (status = 200, body = Listed<MeasureLine>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<MeasureLine>>, Error> {
    let cursor = Cursor::read(&query)?;
    let filter = input::filter(&query).map_err(Error::Invalid)?.at(&*cx.tree().await?);
    let scope = access::scope(cx.actor(), Kind::Measure);
    let lines = store::list(cx.db(), &scope, &filter, cx.today(), cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(lines.into_iter().map(MeasureLine::from).collect())))
}

/// A new measure, as stated.
#[utoipa::path(post, path = "/api/v1/measures", tag = "measures", request_body = NewMeasure,
    responses(
        (status = 201, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn create(cx: Ctx, Json(new): Json<NewMeasure>) -> Result<Response, Error> {
    let mut pairs = new.body.pairs();
    pairs.put("unit_id", Some(&new.unit_id));
    let id = edits::create_measure(&cx, &pairs.done()).await?.or_error()?;
    Ok((StatusCode::CREATED, Json(Saved { id: id.to_string(), version: 1 })).into_response())
}

/// The parts of frameworks that measures can be tagged with.
#[utoipa::path(get, path = "/api/v1/measures/tags", tag = "measures",
    responses((status = 200, body = Vec<OneTag>), (status = 401, body = ProblemDetails)))]
pub(crate) async fn tags(cx: Ctx) -> Result<Json<Vec<OneTag>>, Error> {
    cx.signed_in()?;
    Ok(Json(store::tags(cx.db()).await?.into_iter().map(OneTag::from).collect()))
}

/// One measure with its activities.
#[utoipa::path(get, path = "/api/v1/measures/{id}", tag = "measures", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<OneMeasure>),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Json<Checked<OneMeasure>>, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let links = store::links_of(cx.db(), id).await?;
    let activities = store::activities_of(cx.db(), id).await?;
    cx.checked(id, OneMeasure::new(measure, &links, activities)).await
}

/// Saves a measure over the version that was read.
#[utoipa::path(put, path = "/api/v1/measures/{id}", tag = "measures", params(("id" = String, Path)),
    request_body = ChangedMeasure,
    responses(
        (status = 200, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<MeasureId>,
    Json(changed): Json<ChangedMeasure>,
) -> Result<Json<Saved>, Error> {
    let mut pairs = changed.body.pairs();
    pairs.put("version", Some(changed.version));
    pairs.put("cause", changed.cause.as_ref());
    let version = edits::update_measure(&cx, id, &pairs.done()).await?.or_error()?;
    Ok(Json(Saved { id: id.to_string(), version }))
}

/// Moves a measure one step.
#[utoipa::path(post, path = "/api/v1/measures/{id}/steps", tag = "measures", params(("id" = String, Path)),
    request_body = StepBody,
    responses(
        (status = 200, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn step(cx: Ctx, Path(id): Path<MeasureId>, Json(step): Json<StepBody>) -> Result<Json<Saved>, Error> {
    let version = edits::take_step(&cx, id, &step.step, &step.fields()).await?.or_error()?;
    Ok(Json(Saved { id: id.to_string(), version }))
}

/// The changes of scope of a measure and its activities, newest first.
#[utoipa::path(get, path = "/api/v1/measures/{id}/scope-changes", tag = "measures", params(("id" = String, Path)),
    responses(
        (status = 200, body = Vec<OneScopeChange>),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn scope_changes(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Json<Vec<OneScopeChange>>, Error> {
    let tree = cx.tree().await?;
    store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(store::scope_changes_of(cx.db(), id).await?.into_iter().map(OneScopeChange::from).collect()))
}

/// Logs a change of what a measure covers.
#[utoipa::path(post, path = "/api/v1/measures/{id}/scope-changes", tag = "measures", params(("id" = String, Path)),
    request_body = ScopeBody,
    responses(
        (status = 204),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn scope(
    cx: Ctx,
    Path(id): Path<MeasureId>,
    Json(body): Json<ScopeBody>,
) -> Result<StatusCode, Error> {
    let mut pairs = Pairs::default();
    pairs.put("activity_id", body.activity_id.as_ref());
    pairs.put("cause", Some(&body.cause));
    pairs.put("before", Some(&body.before));
    pairs.put("after", Some(&body.after));
    edits::change_scope(&cx, id, &pairs.done()).await?.or_error()?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes down whether a unit follows a measure or leaves it out.
#[utoipa::path(put, path = "/api/v1/measures/{id}/uptake", tag = "measures", params(("id" = String, Path)),
    request_body = UptakeBody,
    responses(
        (status = 200, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn uptake(
    cx: Ctx,
    Path(id): Path<MeasureId>,
    Json(body): Json<UptakeBody>,
) -> Result<Json<Saved>, Error> {
    let mut pairs = Pairs::default();
    pairs.put("unit_id", Some(&body.unit_id));
    pairs.put("choice", Some(&body.choice));
    pairs.put("reason", Some(&body.reason));
    pairs.put("version", Some(body.version));
    let version = edits::choose(&cx, id, &pairs.done()).await?.or_error()?;
    Ok(Json(Saved { id: id.to_string(), version }))
}

/// Adds an activity to a measure.
#[utoipa::path(post, path = "/api/v1/measures/{id}/activities", tag = "measures", params(("id" = String, Path)),
    request_body = ActivityBody,
    responses(
        (status = 201, body = Saved),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn add_activity(
    cx: Ctx,
    Path(id): Path<MeasureId>,
    Json(body): Json<ActivityBody>,
) -> Result<Response, Error> {
    let id = edits::create_activity(&cx, id, &body.fields()).await?.or_error()?;
    Ok((StatusCode::CREATED, Json(Saved { id: id.to_string(), version: 1 })).into_response())
}

/// One activity.
#[utoipa::path(get, path = "/api/v1/activities/{id}", tag = "measures", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<OneActivity>),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn show_activity(cx: Ctx, Path(id): Path<ActivityId>) -> Result<Json<Checked<OneActivity>>, Error> {
    let tree = cx.tree().await?;
    let (activity, _) = store::activity(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    cx.checked(id, OneActivity::from(activity.into_inner())).await
}

/// Saves an activity over the version that was read.
#[utoipa::path(put, path = "/api/v1/activities/{id}", tag = "measures", params(("id" = String, Path)),
    request_body = ActivityBody,
    responses(
        (status = 200, body = Checked<OneActivity>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn update_activity(
    cx: Ctx,
    Path(id): Path<ActivityId>,
    Json(body): Json<ActivityBody>,
) -> Result<Json<Checked<OneActivity>>, Error> {
    edits::update_activity(&cx, id, &body.fields()).await?.or_error()?;
    show_activity(cx, Path(id)).await
}

/// Moves an activity to a state.
#[utoipa::path(put, path = "/api/v1/activities/{id}/state", tag = "measures", params(("id" = String, Path)),
    request_body = ActivityStateBody,
    responses(
        (status = 200, body = Checked<OneActivity>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails), (status = 404, body = ProblemDetails),
        (status = 409, body = ProblemDetails), (status = 422, body = ProblemDetails),
    ))]
pub(crate) async fn move_activity(
    cx: Ctx,
    Path(id): Path<ActivityId>,
    Json(body): Json<ActivityStateBody>,
) -> Result<Json<Checked<OneActivity>>, Error> {
    let mut pairs = Pairs::default();
    pairs.put("version", Some(body.version));
    pairs.put("state", Some(&body.state));
    pairs.put("why", body.why.as_ref());
    edits::move_activity(&cx, id, &pairs.done()).await?.or_error()?;
    show_activity(cx, Path(id)).await
}
