//! Incidents for those who handle them: the list, and one with all that belongs to it.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{Id, IncidentId, Problems};
use varde_web::{Ctx, Error, Fields, Path, Query, page_of};

use super::input;
use crate::model::Incident;
use crate::rules::workflow;
use crate::store::{incidents, list as lists, reporters, reports, talk};
use crate::views::{incident as view, list as list_view};

/// How many incidents a page of the list shows.
pub(crate) const PAGE: i64 = 25;

/// `GET /incidents`: those that one handles or answers for, by filter.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    if !input::handles(&cx) {
        return Err(Error::Forbidden);
    }
    let (filter, order) = input::filter(&cx, &query)?;
    let scope = input::seen(&cx);
    let page = page_of(&query);
    let total = lists::count(cx.db(), &scope, &filter).await?;
    let found = lists::list(cx.db(), &scope, &filter, order, (PAGE, (page - 1) * PAGE)).await?;
    let handlers: Vec<_> = found.iter().filter_map(|incident| incident.handler).collect();
    let names = varde_people::names(cx.db(), &handlers).await?;
    let tree = cx.tree().await?;
    let shown = list_view::Shown { incidents: &found, names: &names, filter: &filter, total, page };
    Ok(cx
        .page(cx.t("incidents-list-title"))
        .lead(cx.t("incidents-list-lead"))
        .body(list_view::body(&cx, &tree, &query, &shown)))
}

/// `GET /incidents/{id}`: one incident, what was said about it and what can be done.
pub(crate) async fn show(cx: Ctx, Path(id): Path<IncidentId>) -> Result<Response, Error> {
    page(&cx, id, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

/// The incident's page, with a form on it that came back with problems.
pub(crate) async fn page(
    cx: &Ctx,
    id: IncidentId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let reports = reports::of_incident(cx.db(), id).await?;
    let ids: Vec<_> = reports.iter().map(|report| report.id).collect();
    let messages = talk::messages(cx.db(), &ids).await?;
    let additions = talk::additions(cx.db(), &ids).await?;
    let steps = incidents::steps(cx.db(), id).await?;
    let mut asked = Vec::new();
    for report in &ids {
        asked.extend(reporters::asked(cx.db(), *report).await?);
    }
    let mut persons: Vec<_> = steps.iter().filter_map(|step| step.by).collect();
    persons.extend(incident.handler);
    persons.extend(messages.iter().filter_map(|message| message.author));
    persons.extend(reports.iter().filter_map(|report| report.reporter));
    persons.extend(asked.iter().map(|one| one.asked_by));
    let names = varde_people::names(cx.db(), &persons).await?;
    let on = incidents::target(&tree, incident.unit);
    let may = view::May {
        edit: cx.may(Action::Edit, &on),
        answer: cx.may(Action::Answer, &on),
        steps: allowed(cx, &tree, &incident),
    };
    let shown = view::Shown {
        incident: &incident,
        reports: &reports,
        messages: &messages,
        additions: &additions,
        steps: &steps,
        asked: &asked,
        names: &names,
        may: &may,
        staff: &super::guarding::names_near(cx, &tree, Some(incident.unit)).await?,
    };
    let mut body = vec![view::one(cx, &tree, &shown, fields, problems)];
    for (heading, lines) in cx.beside(&tree, Kind::Incident, Id::<()>::from_uuid(id.uuid())).await? {
        body.push(varde_web::ui::card(&heading, &lines));
    }
    Ok(cx
        .page(incident.title.clone())
        .crumb(cx.t("incidents-list-title"), "/incidents")
        .of_unit(&tree, incident.unit)
        .status(status)
        .body(maud::html! { @for part in &body { (part) } }))
}

/// The steps that someone may take on an incident now.
pub(crate) fn allowed(cx: &Ctx, tree: &varde_kernel::UnitTree, incident: &Incident) -> Vec<crate::model::Step> {
    let on = incidents::target(tree, incident.unit);
    let may = |step| access::may(cx.actor(), super::steps::action(step), &on);
    workflow::steps(incident).into_iter().filter(|step| may(*step)).collect()
}
