//! Findings: list, one, new, changed.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{FindingId, Problems};
use varde_web::ui::{Icon, Weight, card, link_button};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, page_of};

use super::edits::{self, Outcome, SIGNALS};
use super::input;
use crate::model::{EvidenceKind, Finding};
use crate::store::{self, line_of};
use crate::views::{findings as view, forms};

/// How many findings a page of the list shows.
const PAGE: i64 = 25;

/// `GET /findings`: findings by filter, a page at a time.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let filter = input::finding_filter(&query).map_err(|_| Error::BadRequest("measures-error-filter"))?;
    let scope = access::scope(cx.actor(), Kind::Finding);
    let tree = cx.tree().await?;
    let page = page_of(&query);
    let shown = view::Shown {
        total: store::count_findings(cx.db(), &scope, &filter).await?,
        lines: store::findings(cx.db(), &scope, &filter, PAGE, (page - 1) * PAGE).await?,
        filter,
        page,
        page_size: PAGE,
    };
    let can_make = !input::units_where(&cx, &tree, Action::Create, Kind::Finding).is_empty();
    let actions = if can_make {
        link_button(&cx.t("measures-findings-new"), "/findings/new", Weight::Primary, Some(Icon::Plus))
    } else {
        Markup::default()
    };
    Ok(cx
        .page(cx.t("measures-findings-title"))
        .lead(cx.t("measures-findings-lead"))
        .actions(actions)
        .body(view::list(&cx, &tree, &query, &shown)))
}

/// `GET /findings/{id}`: one finding, what it rests on and what answers it.
pub(crate) async fn show(cx: Ctx, Path(id): Path<FindingId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let finding = store::open_finding(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let evidence = store::evidence_of(cx.db(), id).await?;
    let scope = access::scope(cx.actor(), Kind::Measure);
    let measures = store::measures_of_finding(cx.db(), &scope, id).await?;
    let line = line_of(&tree, finding.unit);
    let happened = varde_web::told::section(&cx, &tree, &[id.uuid()]).await?;
    let can_edit = cx.may(Action::Edit, &Target::internal(Kind::Finding, line.clone()));
    let can_answer = cx.may(Action::Create, &Target::internal(Kind::Measure, line));
    let beside = cx.beside(&tree, Kind::Finding, id).await?;
    let body = html! {
        (view::one(&cx, &tree, &finding, &evidence, &measures))
        @for (heading, lines) in &beside { (card(heading, lines)) }
        (happened)
    };
    Ok(cx
        .page(finding.title.get(cx.locale()))
        .crumb(cx.t("measures-findings-title"), "/findings")
        .actions(view::actions(&cx, &finding, can_edit, can_answer))
        .seen_by(&tree, finding.unit, finding.open)
        .body(body))
}

/// `GET /findings/new`: an empty form.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = input::units_where(&cx, &tree, Action::Create, Kind::Finding);
    let asked = query.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    let Some(unit) = asked.or(units.first().copied()) else { return Err(Error::Forbidden) };
    let mut pairs = vec![("unit_id".into(), unit.to_string())];
    if let Ok(signal) = query.text("signal").parse() {
        pairs.extend(of_signal(&cx, &tree, signal).await?);
    }
    if let Ok(source) = query.text("source").parse() {
        pairs.extend(of_source(&cx, &tree, source).await?);
    }
    if let Ok(thing) = query.text("evidence_thing").parse::<crate::model::ThingId>() {
        pairs.extend(of_thing(&query, thing));
    }
    let fields = Fields::new(pairs);
    form(&cx, None, &fields, &Problems::new(), StatusCode::OK).await
}

/// What the form begins with when a finding is drawn from a signal: what happened, and the signal
/// as the evidence.
async fn of_signal(
    cx: &Ctx,
    tree: &varde_kernel::UnitTree,
    id: varde_kernel::SignalId,
) -> Result<Vec<(String, String)>, Error> {
    let signal = varde_indicators::open_signal(cx.db(), cx.actor(), tree, id, Action::Read).await?.into_inner();
    let indicator = varde_indicators::many(cx.db(), &[signal.indicator]).await?.pop();
    let name = indicator.map(|one| cx.say().words(&one.name).to_owned()).unwrap_or_default();
    let happened = varde_indicators::sentence::happened(cx.say(), &signal.cause);
    Ok(vec![
        ("title".into(), name.clone()),
        ("judgement".into(), happened.clone()),
        ("evidence_kind".into(), EvidenceKind::Series.name().into()),
        ("evidence_text".into(), format!("{name}: {happened}")),
        ("evidence_href".into(), format!("{SIGNALS}{id}")),
        ("evidence_thing".into(), id.to_string()),
    ])
}

/// What the form begins with when a finding is drawn from what an outside source says: the source as the
/// evidence, with what it cannot say.
async fn of_source(
    cx: &Ctx,
    tree: &varde_kernel::UnitTree,
    id: varde_kernel::DataSourceId,
) -> Result<Vec<(String, String)>, Error> {
    let source = varde_indicators::open_data_source(cx.db(), cx.actor(), tree, id, Action::Read).await?.into_inner();
    let (name, limits) = (cx.say().words(&source.name), cx.say().words(&source.limits));
    let text = if limits.is_empty() { name.to_owned() } else { format!("{name}. {limits}") };
    Ok(vec![
        ("evidence_kind".into(), EvidenceKind::Report.name().into()),
        ("evidence_text".into(), text),
        ("evidence_href".into(), format!("/sources/{id}")),
        ("evidence_thing".into(), id.to_string()),
    ])
}

/// What the form begins with when a finding is drawn from a thing of another room, which says itself what it is. The
/// address leads nowhere but into Varde.
fn of_thing(query: &Fields, thing: crate::model::ThingId) -> Vec<(String, String)> {
    let kind: EvidenceKind = query.text("evidence_kind").parse().unwrap_or(EvidenceKind::Observation);
    let href = query.text("evidence_href");
    let href = if href.starts_with('/') && !href.starts_with("//") { href } else { "" };
    vec![
        ("evidence_kind".into(), kind.name().into()),
        ("evidence_text".into(), query.text("evidence_text").chars().take(varde_web::MAX_TEXT).collect()),
        ("evidence_href".into(), href.to_owned()),
        ("evidence_thing".into(), thing.to_string()),
    ]
}

async fn form(
    cx: &Ctx,
    finding: Option<&Finding>,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = input::units_where(cx, &tree, Action::Create, Kind::Finding);
    if finding.is_none() && units.is_empty() {
        return Err(Error::Forbidden);
    }
    let version = match finding {
        Some(_) if status == StatusCode::UNPROCESSABLE_ENTITY => Some(fields.version()?),
        Some(finding) => Some(finding.version),
        None => None,
    };
    let action = finding.map_or_else(|| "/findings".to_owned(), |finding| format!("/findings/{}", finding.id));
    let title = if finding.is_some() { "measures-finding-edit-title" } else { "measures-finding-new-title" };
    let units = finding.is_none().then_some(units.as_slice());
    let body = view::form(cx, &tree, &action, fields, problems, units, version);
    Ok(cx
        .page(cx.t(title))
        .lead(cx.t("measures-finding-form-lead"))
        .crumb(cx.t("measures-findings-title"), "/findings")
        .status(status)
        .body(body))
}

/// `POST /findings`: makes a finding.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    match edits::create_finding(&cx, &fields).await? {
        Outcome::Saved(id) => Ok(cx.done(&format!("/findings/{id}"), "measures-finding-created")),
        Outcome::Problems(problems) => form(&cx, None, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}

/// `GET /findings/{id}/edit`: the form with what is saved.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<FindingId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let finding = store::open_finding(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let evidence = store::evidence_of(cx.db(), id).await?;
    let fields = cx.with_checks(id, Fields::new(forms::fields_of_finding(&finding, &evidence))).await?;
    form(&cx, Some(&finding), &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /findings/{id}`: saves the form, unless someone else has saved meanwhile.
pub(crate) async fn update(cx: Ctx, Path(id): Path<FindingId>, Form(fields): Form) -> Result<Response, Error> {
    let outcome = edits::update_finding(&cx, id, &fields).await?;
    if let Outcome::Saved(_) = outcome {
        return Ok(cx.done(&format!("/findings/{id}"), "measures-finding-saved"));
    }
    let tree = cx.tree().await?;
    let finding = store::open_finding(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    if let Outcome::Problems(problems) = outcome {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return form(&cx, Some(&finding), &fields, &problems, status).await;
    }
    let kept = cx.stale(id, &fields, finding.version).await?;
    form(&cx, Some(&finding), &kept, &Problems::new(), StatusCode::CONFLICT).await
}
