//! Steps of a measure, and changes of its scope.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{MeasureId, Problems};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::edits::{self, Outcome};
use crate::model::Measure;
use crate::rules::{self, Standing};
use crate::store;
use crate::views::{self, steps};

/// `GET /measures/{id}/steps/{step}`: says what the step does and asks for what it needs.
pub(crate) async fn ask(cx: Ctx, Path((id, step)): Path<(MeasureId, String)>) -> Result<Response, Error> {
    form(&cx, id, &step, &Fields::default(), &Problems::new()).await
}

async fn form(cx: &Ctx, id: MeasureId, step: &str, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let action = if step == "scale-up" { Action::Approve } else { Action::Edit };
    let measure = store::open(cx.db(), cx.actor(), &tree, id, action).await?.into_inner();
    let Some(step) = steps::known(step) else { return Err(Error::NotFound) };
    if !rules::open_steps(measure.state).contains(&step) {
        return Err(Error::Conflict("measures-refused-out-of-order"));
    }
    let links = store::links_of(cx.db(), id).await?;
    let activities = store::activities_of(cx.db(), id).await?;
    let standing: Standing = edits::standing(cx, &tree, &measure, &links, &activities);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(cx, &measure, cx.t(views::step_key(step))).status(status).body(steps::ask(
        cx,
        &measure,
        (standing, &activities),
        step,
        fields,
        problems,
    )))
}

fn page<'a>(cx: &'a Ctx, measure: &Measure, title: String) -> varde_web::Page<'a> {
    cx.page(title)
        .crumb(cx.t("measures-list-title"), "/measures")
        .crumb(measure.title.get(cx.locale()), format!("/measures/{}", measure.id))
}

/// `POST /measures/{id}/steps/{step}`: takes the step, or says what stops it.
pub(crate) async fn take(
    cx: Ctx,
    Path((id, step)): Path<(MeasureId, String)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    match edits::take_step(&cx, id, &step, &fields).await? {
        Outcome::Saved(_) => Ok(cx.done(&format!("/measures/{id}"), "measures-step-done")),
        Outcome::Problems(problems) => form(&cx, id, &step, &fields, &problems).await,
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}

/// `GET /measures/{id}/scope`: a form for a change of what the measure covers.
pub(crate) async fn scope(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    scope_form(&cx, id, None, &Problems::new()).await
}

async fn scope_form(cx: &Ctx, id: MeasureId, fields: Option<&Fields>, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fresh = Fields::new(vec![("before".into(), measure.detail.get(cx.locale()).to_owned())]);
    let activities = store::activities_of(cx.db(), id).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(cx, &measure, cx.t("measures-scope-title"))
        .lead(cx.t("measures-scope-lead"))
        .status(status)
        .body(steps::scope(cx, &measure, &activities, fields.unwrap_or(&fresh), problems)))
}

/// `POST /measures/{id}/scope`: logs the change with its cause.
pub(crate) async fn change_scope(cx: Ctx, Path(id): Path<MeasureId>, Form(fields): Form) -> Result<Response, Error> {
    match edits::change_scope(&cx, id, &fields).await? {
        Outcome::Saved(()) => Ok(cx.done(&format!("/measures/{id}"), "measures-scope-saved")),
        Outcome::Problems(problems) => scope_form(&cx, id, Some(&fields), &problems).await,
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}
