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
    form(&cx, id, &step, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

async fn form(
    cx: &Ctx,
    id: MeasureId,
    step: &str,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let action = if step == "scale-up" { Action::Approve } else { Action::Edit };
    let measure = store::open(cx.db(), cx.actor(), &tree, id, action).await?.into_inner();
    let Some(step) = steps::known(step) else { return Err(Error::NotFound) };
    let is_late = status == StatusCode::CONFLICT;
    let fields = if is_late { cx.stale(id, fields, measure.version).await? } else { fields.clone() };
    // Whoever was too late is told what was done first, and keeps what was written.
    if !is_late && !rules::open_steps(measure.state).contains(&step) {
        return Err(Error::Conflict("measures-refused-out-of-order"));
    }
    let links = store::links_of(cx.db(), id).await?;
    let activities = store::activities_of(cx.db(), id).await?;
    let standing: Standing = edits::standing(cx, &tree, &measure, &links, &activities);
    Ok(page(cx, &measure, cx.t(views::step_key(step))).status(status).body(steps::ask(
        cx,
        &measure,
        (standing, &activities),
        step,
        &fields,
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
        Outcome::Problems(problems) => form(&cx, id, &step, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Outcome::Stale => form(&cx, id, &step, &fields, &Problems::new(), StatusCode::CONFLICT).await,
    }
}

/// `GET /measures/{id}/scope`: a form for a change of what the measure covers.
pub(crate) async fn scope(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    scope_form(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn scope_form(
    cx: &Ctx,
    id: MeasureId,
    fields: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let shown = match fields {
        None => Fields::new(vec![
            ("before".into(), measure.detail.get(cx.locale()).to_owned()),
            ("version".into(), measure.version.to_string()),
        ]),
        Some(fields) if status == StatusCode::CONFLICT => cx.stale(id, fields, measure.version).await?,
        Some(fields) => fields.clone(),
    };
    let activities = store::activities_of(cx.db(), id).await?;
    Ok(page(cx, &measure, cx.t("measures-scope-title"))
        .lead(cx.t("measures-scope-lead"))
        .status(status)
        .body(steps::scope(cx, &measure, &activities, &shown, problems)))
}

/// `POST /measures/{id}/scope`: logs the change with its cause.
pub(crate) async fn change_scope(cx: Ctx, Path(id): Path<MeasureId>, Form(fields): Form) -> Result<Response, Error> {
    match edits::change_scope(&cx, id, &fields).await? {
        Outcome::Saved(()) => Ok(cx.done(&format!("/measures/{id}"), "measures-scope-saved")),
        Outcome::Problems(problems) => {
            scope_form(&cx, id, Some(&fields), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Outcome::Stale => scope_form(&cx, id, Some(&fields), &Problems::new(), StatusCode::CONFLICT).await,
    }
}
