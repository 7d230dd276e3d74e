//! Activities: shown, new, changed, moved.

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use varde_kernel::access::{Action, Kind};
use varde_kernel::{ActivityId, MeasureId, Problems, Words};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::edits::{self, Outcome};
use super::names;
use crate::model::{Activity, Measure};
use crate::views::{activity as view, forms};
use crate::{export, store};

/// `GET /activities/{id}`: all about one activity.
pub(crate) async fn show(cx: Ctx, Path(id): Path<ActivityId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (activity, measure) = store::activity(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let activity = activity.into_inner();
    let mut scope_changes = store::scope_changes_of(cx.db(), measure.id).await?;
    scope_changes.retain(|change| change.activity == Some(id));
    let persons = activity.owner.into_iter().chain(scope_changes.iter().filter_map(|change| change.author));
    let shown = view::Shown {
        names: names::names(&cx, persons).await?,
        // An activity is of its measure's kind.
        beside: cx.beside(&tree, Kind::Measure, id).await?,
        history: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        can_edit: cx.may(Action::Edit, &store::target(&tree, &measure)),
        scope_changes,
        activity,
        measure,
    };
    let activity = &shown.activity;
    let page = cx
        .page(view::lettered(activity.letter.as_deref(), activity.title.get(cx.locale())))
        .crumb(cx.t("measures-list-title"), "/measures")
        .crumb(shown.measure.title.get(cx.locale()), format!("/measures/{}", shown.measure.id))
        .actions(view::actions(&cx, &shown))
        .of_unit(&tree, activity.unit.unwrap_or(shown.measure.unit))
        .seen_by(&tree, shown.measure.unit, shown.measure.open);
    Ok(page.body(view::body(&cx, &tree, &shown)))
}

/// `GET /measures/{id}/activities`: the activities of a measure as CSV.
pub(crate) async fn file(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let activities = store::activities_of(cx.db(), id).await?;
    let known = names::names(&cx, activities.iter().filter_map(|activity| activity.owner)).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"activities.csv\""),
    ];
    Ok((headers, export::activities(&cx, &tree, &known, &activities)?).into_response())
}

/// `GET /measures/{id}/activities/new`: an empty form.
pub(crate) async fn new(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let activity = Activity::planned(ActivityId::from_uuid(id.uuid()), id, Words::default());
    let fields = Fields::new(forms::fields_of_activity(&activity));
    form(&cx, &measure, None, &fields, &Problems::new(), StatusCode::OK).await
}

async fn form(
    cx: &Ctx,
    measure: &Measure,
    activity: Option<&Activity>,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let choices = names::choices(cx, &tree, measure.unit, activity.and_then(|activity| activity.owner)).await?;
    let (title, action) = match activity {
        None => ("measures-activity-new-title", format!("/measures/{}/activities", measure.id)),
        Some(activity) => ("measures-activity-edit-title", format!("/activities/{}", activity.id)),
    };
    let version = match activity {
        Some(_) if status == StatusCode::UNPROCESSABLE_ENTITY => Some(fields.version()?),
        Some(activity) => Some(activity.version),
        None => None,
    };
    let body = forms::activity(cx, &tree, &action, measure, fields, problems, &choices, version);
    Ok(cx
        .page(cx.t(title))
        .crumb(cx.t("measures-list-title"), "/measures")
        .crumb(measure.title.get(cx.locale()), format!("/measures/{}", measure.id))
        .status(status)
        .body(body))
}

/// `POST /measures/{id}/activities`: adds an activity.
pub(crate) async fn create(cx: Ctx, Path(id): Path<MeasureId>, Form(fields): Form) -> Result<Response, Error> {
    match edits::create_activity(&cx, id, &fields).await? {
        Outcome::Saved(_) => Ok(cx.done(&format!("/measures/{id}#activities"), "measures-activity-created")),
        Outcome::Problems(problems) => {
            let tree = cx.tree().await?;
            let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            form(&cx, &measure, None, &fields, &problems, status).await
        }
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}

/// `GET /activities/{id}/edit`: the form with what is saved.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<ActivityId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (activity, measure) = store::activity(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let fields = cx.with_checks(activity.id, Fields::new(forms::fields_of_activity(&activity))).await?;
    form(&cx, &measure, Some(&activity), &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /activities/{id}`: saves the form, unless someone else has saved meanwhile.
pub(crate) async fn update(cx: Ctx, Path(id): Path<ActivityId>, Form(fields): Form) -> Result<Response, Error> {
    let outcome = edits::update_activity(&cx, id, &fields).await?;
    if let Outcome::Saved(measure) = outcome {
        return Ok(cx.done(&format!("/measures/{measure}#activities"), "measures-activity-saved"));
    }
    let tree = cx.tree().await?;
    let (activity, measure) = store::activity(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if let Outcome::Problems(problems) = outcome {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return form(&cx, &measure, Some(&activity), &fields, &problems, status).await;
    }
    let kept = cx.stale(id, &fields, activity.version).await?;
    form(&cx, &measure, Some(&activity), &kept, &Problems::new(), StatusCode::CONFLICT).await
}

/// `POST /activities/{id}/state`: moves an activity from the measure's own page.
pub(crate) async fn advance(cx: Ctx, Path(id): Path<ActivityId>, Form(fields): Form) -> Result<Response, Error> {
    match edits::move_activity(&cx, id, &fields).await? {
        Outcome::Saved(measure) => Ok(cx.done(&format!("/measures/{measure}#activities"), "measures-activity-saved")),
        Outcome::Problems(problems) => {
            // The form shows the problem beside the state, with everything else about the activity.
            let tree = cx.tree().await?;
            let (activity, measure) = store::activity(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
            let mut kept = forms::fields_of_activity(&activity);
            kept.retain(|(name, _)| name != "state");
            kept.push(("state".into(), fields.text("state").to_owned()));
            kept.push(("version".into(), fields.text("version").to_owned()));
            let (kept, status) = (Fields::new(kept), StatusCode::UNPROCESSABLE_ENTITY);
            form(&cx, &measure, Some(&activity), &kept, &problems, status).await
        }
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}
