//! Measures: list, one, new, changed.

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use jiff::ToSpan;
use maud::Markup;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{FindingId, MeasureId, PersonId, Problems, UnitId, Words};
use varde_store::history;
use varde_web::ui::{Icon, Weight, link_button};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, page_of};

use super::edits::{self, Outcome};
use super::{input, names};
use crate::export;
use crate::model::{Links, Measure};
use crate::rules;
use crate::store::{self, Filter, ListedMeasure};
use crate::views::{self, Names, forms, list as list_view, measure as measure_view};

/// How many measures a page of the list shows.
const PAGE: i64 = 25;
/// How many months ahead the date of a new measure begins.
const SEASON: i32 = 3;
/// How many measures an export holds at most.
const EXPORT: i64 = 50_000;

/// `GET /measures`: measures by filter, a page at a time; with `format=csv` all of them as a file.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let filter = input::filter(&query).map_err(|_| Error::BadRequest("measures-error-filter"))?;
    let scope = access::scope(cx.actor(), Kind::Measure);
    let tree = cx.tree().await?;
    let filter = filter.at(&tree);
    if query.text("format") == "csv" {
        let lines = store::list(cx.db(), &scope, &filter, cx.today(), EXPORT, 0).await?;
        let names = names_of(&cx, &lines).await?;
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"measures.csv\""),
        ];
        return Ok((headers, export::measures(&cx, &tree, &names, &lines)?).into_response());
    }
    let total = store::count(cx.db(), &scope, &filter, cx.today()).await?;
    let page = page_of(&query);
    let lines = store::list(cx.db(), &scope, &filter, cx.today(), PAGE, (page - 1) * PAGE).await?;
    let ids: Vec<MeasureId> = lines.iter().map(|line| line.id).collect();
    let shown = list_view::Shown {
        progress: store::progress_of_many(cx.db(), &ids, cx.today()).await?.into_iter().collect(),
        tags: store::tags(cx.db()).await?,
        names: names_of(&cx, &lines).await?,
        units: filter_units(&cx, &filter),
        lines,
        filter,
        total,
        page,
        page_size: PAGE,
    };
    let can_make = !input::units_where(&cx, &tree, Action::Create, Kind::Measure).is_empty();
    let mut page = cx.page(cx.t("measures-list-title")).lead(cx.t("measures-list-intro"));
    if let Some(unit) = shown.filter.unit {
        page = page.unit(&tree, unit);
    }
    let actions = new_button(&cx, can_make);
    Ok(page.actions(actions).body(list_view::body(&cx, &tree, &query, &shown)))
}

fn new_button(cx: &Ctx, can_make: bool) -> Markup {
    if can_make {
        link_button(&cx.t("measures-list-new"), "/measures/new", Weight::Primary, Some(Icon::Plus))
    } else {
        Markup::default()
    }
}

/// The units one can filter by: one's own and the one that is chosen now.
fn filter_units(cx: &Ctx, filter: &Filter) -> Vec<UnitId> {
    let held = cx.actor().held().iter().map(|held| held.unit);
    let mut units: Vec<UnitId> = held.chain(cx.visitor().and_then(|visitor| visitor.home)).chain(filter.unit).collect();
    let mut seen = Vec::new();
    units.retain(|unit| {
        let is_new = !seen.contains(unit);
        seen.push(*unit);
        is_new
    });
    units
}

async fn names_of(cx: &Ctx, lines: &[ListedMeasure]) -> Result<Names, Error> {
    names::names(cx, lines.iter().filter_map(|line| line.owner)).await
}

/// `GET /measures/{id}`: all about one measure.
pub(crate) async fn show(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let links = store::links_of(cx.db(), id).await?;
    let activities = store::activities_of(cx.db(), id).await?;
    let scope_changes = store::scope_changes_of(cx.db(), id).await?;
    let decisions = store::decisions_of(cx.db(), id).await?;
    let on = store::target(&tree, &measure);
    let persons = measure
        .owner
        .into_iter()
        .chain(activities.iter().filter_map(|activity| activity.owner))
        .chain(scope_changes.iter().filter_map(|change| change.author))
        .chain(decisions.iter().filter_map(|decision| decision.person));
    let known = names::names(&cx, persons).await?;
    let indicator = match measure.effect.indicator {
        Some(indicator) => {
            let found = varde_indicators::many(cx.db(), &[indicator]).await?;
            varde_indicators::seen_by(cx.actor(), &tree, found).pop()
        }
        None => None,
    };
    let findings = access::scope(cx.actor(), Kind::Finding);
    let shown = measure_view::Shown {
        beside: cx.beside(&tree, Kind::Measure, id).await?,
        can_edit: cx.may(Action::Edit, &on),
        can_decide: cx.may(Action::Approve, &on),
        can_choose: !input::units_where(&cx, &tree, Action::Answer, Kind::Measure).is_empty(),
        findings: store::findings_of_measure(cx.db(), &findings, id).await?,
        tags: store::tags_of(cx.db(), id).await?,
        inferred: store::inferred_tags_of(cx.db(), id).await?,
        uptakes: store::uptakes_of(cx.db(), id).await?,
        indicator: indicator.map(|indicator| (indicator.id, indicator.name)),
        needs_start: rules::needs_start_reminder(&measure, cx.today()),
        owes_effect: rules::owes_effect(&measure, cx.today()),
        history: varde_web::told::section(&cx, &tree, &[id.uuid()]).await?,
        measure,
        links,
        activities,
        scope_changes,
        decisions,
        names: known,
    };
    let mut page = cx.page(views::numbered(&cx, shown.measure.number, &shown.measure.title));
    page = page.crumb(cx.t("measures-list-title"), "/measures").actions(measure_view::actions(&cx, &shown));
    page = page.of_unit(&tree, shown.measure.unit).seen_by(&tree, shown.measure.unit, shown.measure.open);
    Ok(page.body(measure_view::body(&cx, &tree, &shown)))
}

/// The persons who stand behind lines of the history.
pub(crate) fn authors(told: &[history::Told]) -> impl Iterator<Item = PersonId> {
    told.iter().filter_map(|told| match told.author {
        access::Author::Person(person) => Some(person),
        access::Author::System(_) | access::Author::Anonymous => None,
    })
}

/// `GET /measures/new`: an empty form; `finding` and `unit` fill it in.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = input::units_where(&cx, &tree, Action::Create, Kind::Measure);
    let Some(first) = units.first().copied() else { return Err(Error::Forbidden) };
    let mut unit = query.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some()).unwrap_or(first);
    let mut base = Measure::stated(MeasureId::from_uuid(unit.uuid()), unit, Words::default());
    let mut links = Links::default();
    if let Ok(finding) = query.text("finding").parse::<FindingId>() {
        let finding = store::open_finding(cx.db(), cx.actor(), &tree, finding, Action::Read).await?;
        base.problem.clone_from(&finding.title.nb);
        base.open = finding.open;
        links.findings.push(finding.id);
        unit = finding.unit;
    }
    // Whoever writes it down answers for it, and it is to be done within a season, until they say
    // otherwise.
    base.owner = cx.actor().person();
    base.due = Some(cx.today().saturating_add(SEASON.months()));
    let mut fields = forms::fields_of(&base, &links);
    fields.push(("unit_id".into(), unit.to_string()));
    new_form(&cx, &Fields::new(fields), &Problems::new()).await
}

async fn new_form(cx: &Ctx, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut units = input::units_where(cx, &tree, Action::Create, Kind::Measure);
    let unit = fields.text("unit_id").parse().ok().or(units.first().copied()).ok_or(Error::Forbidden)?;
    if tree.get(unit).is_some() && !units.contains(&unit) {
        units.push(unit);
    }
    let choices = names::choices(cx, &tree, unit, fields.text("owner_person").parse().ok()).await?;
    let form = forms::MeasureForm {
        fields,
        problems,
        choices: &choices,
        units: Some(&units),
        asks_cause: false,
        version: None,
    };
    Ok(cx
        .page(cx.t("measures-new-title"))
        .crumb(cx.t("measures-list-title"), "/measures")
        .status(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY })
        .body(forms::measure(cx, &tree, "/measures", "/measures", &form)))
}

/// `POST /measures`: makes a measure.
pub(crate) async fn create(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    match edits::create_measure(&cx, &form).await? {
        Outcome::Saved(id) => Ok(cx.done(&format!("/measures/{id}"), "measures-created")),
        Outcome::Problems(problems) => new_form(&cx, &form, &problems).await,
        Outcome::Stale => Err(varde_store::Error::Stale.into()),
    }
}

/// `GET /measures/{id}/edit`: the form with what is saved.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<MeasureId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let links = store::links_of(cx.db(), id).await?;
    let fields = cx.with_checks(id, Fields::new(forms::fields_of(&measure, &links))).await?;
    edit_form(&cx, &measure, &fields, &Problems::new(), Markup::default(), StatusCode::OK).await
}

async fn edit_form(
    cx: &Ctx,
    measure: &Measure,
    fields: &Fields,
    problems: &Problems,
    above: Markup,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut choices = names::choices(cx, &tree, measure.unit, measure.owner).await?;
    // Findings that are answered already stay in the list, so that saving does not untie them.
    let scope = access::scope(cx.actor(), Kind::Finding);
    for finding in store::findings_of_measure(cx.db(), &scope, measure.id).await? {
        if !choices.findings.iter().any(|known| known.id == finding.id) {
            choices.findings.push(finding);
        }
    }
    let version = if status == StatusCode::UNPROCESSABLE_ENTITY { fields.version()? } else { measure.version };
    let form = forms::MeasureForm {
        fields,
        problems,
        choices: &choices,
        units: None,
        asks_cause: measure.state.is_under_way(),
        version: Some(version),
    };
    let href = format!("/measures/{}", measure.id);
    let body = maud::html! { (above) (forms::measure(cx, &tree, &href, &href, &form)) };
    Ok(cx
        .page(cx.t("measures-edit-title"))
        .crumb(cx.t("measures-list-title"), "/measures")
        .crumb(measure.title.get(cx.locale()), href)
        .status(status)
        .body(body))
}

/// `POST /measures/{id}`: saves the form, unless someone else has saved meanwhile.
pub(crate) async fn update(cx: Ctx, Path(id): Path<MeasureId>, Form(form): Form) -> Result<Response, Error> {
    let outcome = edits::update_measure(&cx, id, &form).await?;
    if let Outcome::Saved(_) = outcome {
        return Ok(cx.done(&format!("/measures/{id}"), "measures-saved"));
    }
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    if let Outcome::Problems(problems) = outcome {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return edit_form(&cx, &measure, &form, &problems, Markup::default(), status).await;
    }
    let links = store::links_of(cx.db(), id).await?;
    let told = history::since(cx.db(), id, form.version()?).await?;
    let known = names::names(&cx, authors(&told)).await?;
    let theirs = Fields::new(forms::fields_of(&measure, &links));
    let clash = forms::clash(&cx, names::meanwhile(&cx, &told, &known), &theirs, &form, forms::MEASURE_FIELDS);
    edit_form(&cx, &measure, &form, &Problems::new(), clash, StatusCode::CONFLICT).await
}
