//! Learning who sent in a report in confidence: one asks, another agrees, and the reporter sees both.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{DisclosureId, IncidentId, PersonId, Problems, ReportId};
use varde_web::{Ctx, Error, Form, Path};

use super::{incidents as shown, input};
use crate::model::Mode;
use crate::store::{incidents, reporters, reports};
use crate::views::reporters as view;

/// `POST /incidents/{id}/reporter`: asks, with the reason.
pub(crate) async fn ask(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let report: ReportId = fields.text("report").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let known = reports::of_incident(cx.db(), id).await?;
    let known = known.into_iter().find(|one| one.id == report && one.said.mode == Mode::Confidential);
    let Some(known) = known else { return Err(Error::NotFound) };
    let granted = reporters::propose(cx.actor(), &tree, &incident, known.id)?;
    let mut problems = Problems::new();
    let why = fields.up_to(input::MAX_WORDS, "why", &mut problems);
    if why.is_empty() {
        problems.field("why", "web-problem-required");
    }
    if !problems.is_empty() {
        return shown::page(&cx, id, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let tx = cx.begin().await?;
    reporters::ask(&tx, &granted, &why).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{id}"), "incidents-disclosure-asked"))
}

/// `GET /reporters/{id}`: what is asked, for the one who is to decide.
pub(crate) async fn show(cx: Ctx, Path(id): Path<DisclosureId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let asked = reporters::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let (disclosure, unit) = &*asked;
    let persons: Vec<PersonId> = [Some(disclosure.asked_by), disclosure.decided_by].into_iter().flatten().collect();
    let names = varde_people::names(cx.db(), &persons).await?;
    Ok(cx
        .page(cx.t("incidents-disclosure-title"))
        .lead(cx.t("incidents-disclosure-lead"))
        .of_unit(&tree, *unit)
        .body(view::one(&cx, &tree, disclosure, *unit, &names)))
}

/// `POST /reporters/{id}`: agrees, or refuses.
pub(crate) async fn decide(cx: Ctx, Path(id): Path<DisclosureId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let asked = reporters::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let agreed = match fields.text("agreed") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::BadRequest("web-error-bad-form")),
    };
    let tx = cx.begin().await?;
    reporters::decide(&tx, &asked, agreed).await?;
    tx.commit().await?;
    Ok(cx.done("/work", "incidents-disclosure-decided"))
}

/// `POST /reporters/{id}/look`: opens the seal for the one who asked, once it is agreed. A POST, because it is written
/// down that they looked.
pub(crate) async fn look(cx: Ctx, Path(id): Path<DisclosureId>, Form(_): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let asked = reporters::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let tx = cx.begin().await?;
    let sealed = reporters::look(&tx, &asked).await?;
    let about = reporters::about(asked.0.report);
    let plain = cx.app().config().seal.open(&about, &sealed).map_err(super::report::sealed)?;
    tx.commit().await?;
    let person = uuid_of(&plain).ok_or(Error::NotFound)?;
    let names = varde_people::names(cx.db(), &[person]).await?;
    let body = view::who(&cx, names.get(&person).map(String::as_str));
    Ok(cx.page(cx.t("incidents-disclosure-who")).of_unit(&tree, asked.1).body(body))
}

fn uuid_of(plain: &[u8]) -> Option<PersonId> {
    let text = hex::encode(plain);
    (plain.len() == 16).then(|| text.parse().ok()).flatten()
}
