//! What those who handle an incident do beside the steps: answer, ask for a correction, name it, hand it over, ask the
//! unit above to step in, and join it to another that tells of the same event.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{Action, Granted};
use varde_kernel::{IncidentId, PersonId, Problems, ReportId, UnitId};
use varde_store::Tx;
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::{incidents as shown, input};
use crate::model::{Incident, State};
use crate::store::incidents::{self, Taken};
use crate::store::talk;
use crate::views::incident as view;

async fn refused(cx: &Ctx, id: IncidentId, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    shown::page(cx, id, fields, problems, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn words(fields: &Fields, name: &'static str) -> Result<String, Problems> {
    let mut problems = Problems::new();
    let text = fields.up_to(input::MAX_WORDS, name, &mut problems);
    if text.is_empty() {
        problems.field(name, "web-problem-required");
    }
    problems.result().map(|()| text)
}

/// `POST /incidents/{id}/reply`: says something to whoever sent in one of the reports, or asks them to correct it.
pub(crate) async fn reply(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Answer).await?;
    let report: ReportId = fields.text("report").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let text = match words(&fields, "text") {
        Ok(text) => text,
        Err(problems) => return refused(&cx, id, &fields, &problems).await,
    };
    let tx = cx.begin().await?;
    if fields.has("correction") {
        talk::ask_correction(&tx, &incident, report, &text, cx.today()).await?;
    } else {
        talk::reply(&tx, &incident, report, &text, cx.today()).await?;
    }
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{id}"), "incidents-said"))
}

async fn save(
    cx: &Ctx,
    tx: Tx,
    before: &Granted<Incident>,
    after: &Incident,
    fields: &Fields,
    taken: Taken<'_>,
) -> Result<Response, Error> {
    incidents::save(&tx, before, after, fields.version()?, taken).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{}", before.id), "incidents-saved"))
}

/// `POST /incidents/{id}/name`: gives it a name that tells it from others.
pub(crate) async fn name(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let title = fields.required("title", &mut problems);
    if !problems.is_empty() {
        return refused(&cx, id, &fields, &problems).await;
    }
    let after = Incident { title, ..(*incident).clone() };
    let taken = Taken { step: "name", reason: "", on: cx.today() };
    save(&cx, cx.begin().await?, &incident, &after, &fields, taken).await
}

/// `GET /incidents/{id}/hand-over`: asks to whom.
pub(crate) async fn hand_over_form(cx: Ctx, Path(id): Path<IncidentId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fields =
        Fields::new(vec![("unit".into(), incident.unit.to_string()), ("version".into(), incident.version.to_string())]);
    hand_over_page(&cx, &incident, &fields, &Problems::new(), StatusCode::OK).await
}

async fn hand_over_page(
    cx: &Ctx,
    incident: &Incident,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = input::near(&tree, incident.unit);
    let handlers = input::handlers(cx, &tree, incident.unit).await?;
    Ok(cx
        .page(cx.t("incidents-hand-over"))
        .lead(cx.t("incidents-hand-over-lead"))
        .crumb(cx.t("incidents-list-title"), "/incidents")
        .crumb(incident.title.clone(), format!("/incidents/{}", incident.id))
        .status(status)
        .body(view::hand_over(cx, &tree, incident, fields, problems, &units, &handlers)))
}

/// `POST /incidents/{id}/hand-over`: to another unit or another person, with the reason.
pub(crate) async fn hand_over(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    if unit.is_none() {
        problems.field("unit", "incidents-problem-unit");
    }
    let handler: Option<PersonId> = fields.choice("handler", &mut problems);
    let reason = fields.up_to(input::MAX_WORDS, "reason", &mut problems);
    if reason.is_empty() {
        problems.field("reason", "web-problem-required");
    }
    if let Some(handler) = handler {
        let unit = unit.unwrap_or(incident.unit);
        let may = input::handlers(&cx, &tree, unit).await?;
        if may.iter().all(|(person, _)| *person != handler) {
            problems.field("handler", "incidents-problem-handler-unit");
        }
    }
    let Some(unit) = unit.filter(|_| problems.is_empty()) else {
        return hand_over_page(&cx, &incident, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let handler = if unit == incident.unit { handler.or(incident.handler) } else { handler };
    let after = Incident { unit, handler, ..(*incident).clone() };
    let taken = Taken { step: "hand_over", reason: &reason, on: cx.today() };
    let tx = cx.begin().await?;
    incidents::save(&tx, &incident, &after, fields.version()?, taken).await?;
    tx.commit().await?;
    // Whoever hands it away may not see it any more.
    let on = incidents::target(&tree, unit);
    let back = if cx.may(Action::Read, &on) { format!("/incidents/{id}") } else { "/incidents".to_owned() };
    Ok(cx.done(&back, "incidents-handed-over"))
}

/// `POST /incidents/{id}/escalate`: asks the unit above to step in, with the reason.
pub(crate) async fn escalate(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let reason = match words(&fields, "escalate_reason") {
        Ok(reason) => reason,
        Err(problems) => return refused(&cx, id, &fields, &problems).await,
    };
    let after = Incident { escalated: true, ..(*incident).clone() };
    let taken = Taken { step: "escalate", reason: &reason, on: cx.today() };
    save(&cx, cx.begin().await?, &incident, &after, &fields, taken).await
}

/// `POST /incidents/{id}/join`: joins it to another that tells of the same event. Both viewpoints stay.
pub(crate) async fn join(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    // What people have is an address or the id at its end.
    let typed = fields.text("to").rsplit('/').next().unwrap_or_default();
    let to = match typed.parse::<IncidentId>() {
        Ok(to) if to != id => incidents::open(cx.db(), cx.actor(), &tree, to, Action::Edit).await.ok(),
        _ => None,
    };
    let to = to.filter(|to| !matches!(to.state, State::Joined));
    if to.is_none() {
        problems.field("to", "incidents-problem-join");
    }
    if matches!(incident.state, State::Joined) {
        return Err(Error::Conflict("incidents-refused-order"));
    }
    let Some(to) = to else { return refused(&cx, id, &fields, &problems).await };
    let tx = cx.begin().await?;
    let taken = Taken { step: "join", reason: "", on: cx.today() };
    incidents::join(&tx, &incident, &to, fields.version()?, taken).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{}", to.id), "incidents-joined"))
}
