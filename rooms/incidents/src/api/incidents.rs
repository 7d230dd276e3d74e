//! Incidents, for those who handle them.

use axum::response::{IntoResponse, Response};
use http::header;
use varde_fhir::{AdverseEvent, EventKind, EventSubject, Identifier};
use varde_kernel::IncidentId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire::OneIncident;
use crate::model::{Incident, Report, ReportKind};
use crate::pages::input;
use crate::rules::reporting::reference;
use crate::store::{incidents, list as lists, reports};

/// Incidents by filter; without what was sent in.
#[utoipa::path(get, path = "/api/v1/incidents", tag = "incidents",
    params(
        ("q" = Option<String>, Query, description = "Words in it"),
        ("state" = Option<String>, Query, description = "A state, or `open` for all that is not closed or joined"),
        ("kind" = Option<String>, Query, description = "What sort"),
        ("unit" = Option<String>, Query, description = "A unit, with everything below it"),
        ("late" = Option<bool>, Query, description = "Only what is past its date"),
        ("serious" = Option<bool>, Query, description = "Only what is serious"),
        ("mine" = Option<bool>, Query, description = "Only what one handles oneself"),
        ("from" = Option<String>, Query, description = "Happened on this day or after"),
        ("to" = Option<String>, Query, description = "Happened on this day or before"),
        ("sort" = Option<String>, Query, description = "`due` or `happened`; else the newest first"),
        ("limit" = Option<i64>, Query, description = "1–200, default 50"),
        ("cursor" = Option<String>, Query, description = "From `next_cursor`"),
    ),
    responses(
        (status = 200, body = Listed<OneIncident>),
        (status = 400, body = ProblemDetails), (status = 401, body = ProblemDetails),
        (status = 403, body = ProblemDetails),
    ))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<OneIncident>>, Error> {
    cx.signed_in()?;
    if !input::handles(&cx) {
        return Err(Error::Forbidden);
    }
    let cursor = Cursor::read(&query)?;
    let (filter, order) = input::filter(&cx, &query)?;
    let scope = input::seen(&cx);
    let found = lists::list(cx.db(), &scope, &filter, order, (cursor.fetch(), cursor.skip)).await?;
    let lines = found.iter().map(|incident| OneIncident::new(incident, &[])).collect();
    Ok(Json(cursor.page(lines)))
}

async fn opened(cx: &Ctx, id: IncidentId) -> Result<(Incident, Vec<Report>), Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let reports = reports::of_incident(cx.db(), id).await?;
    Ok((incident, reports))
}

/// One incident with what was sent in; never with who sent it.
#[utoipa::path(get, path = "/api/v1/incidents/{id}", tag = "incidents", params(("id" = String, Path)),
    responses(
        (status = 200, body = OneIncident),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<IncidentId>) -> Result<Json<OneIncident>, Error> {
    let (incident, reports) = opened(&cx, id).await?;
    Ok(Json(OneIncident::new(&incident, &reports)))
}

/// One incident as a FHIR R4 `AdverseEvent`. It names no patient: its subject is a group of nobody that is known.
#[utoipa::path(get, path = "/api/v1/incidents/{id}/adverse-event", tag = "incidents", params(("id" = String, Path)),
    responses(
        (status = 200, content_type = "application/fhir+json"),
        (status = 401, body = ProblemDetails), (status = 404, body = ProblemDetails),
    ))]
pub(crate) async fn adverse_event(cx: Ctx, Path(id): Path<IncidentId>) -> Result<Response, Error> {
    let (incident, reports) = opened(&cx, id).await?;
    let mut event = AdverseEvent::new(kind(incident.kind), &EventSubject::Group(0));
    event.identifier = Some(Identifier::of(&format!("{}/incidents", cx.app().config().public_url), &id.to_string()));
    event.date = Some(incident.happened_on.to_string());
    event.recorded_date = Some(incident.received_on.to_string());
    if let Some(first) = reports.first() {
        event = event.described(&first.said.what);
    }
    let line = varde_fhir::line(&event).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Error::Internal(format!("incident {}: {}", reference(id), told.join("; ")).into())
    })?;
    Ok(([(header::CONTENT_TYPE, "application/fhir+json; charset=utf-8")], line).into_response())
}

const fn kind(kind: ReportKind) -> EventKind {
    match kind {
        ReportKind::Incident => EventKind::Incident,
        ReportKind::NearMiss => EventKind::NearMiss,
        ReportKind::UnsafeCondition => EventKind::UnsafeCondition,
        ReportKind::Concern => EventKind::Concern,
        ReportKind::GoodCare => EventKind::GoodCare,
    }
}
