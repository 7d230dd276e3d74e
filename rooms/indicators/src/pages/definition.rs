//! One indicator: its sheet, its values, and the forms that change it.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, Problems, SeriesId, UnitId, UnitTree, Words};
use varde_web::ui::{link, section};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, TextRoom, confirm, page_of, pager, texts};

use super::sheet::{read_sheet, sheet_pairs};
use super::{held_units, names, nation, who};
use crate::model::{Direction, Indicator, Level, Measure, State};
use crate::views::{self, DefinitionForm, May};
use crate::{rules, store};

/// How many series a page shows.
const PER_PAGE: i64 = 25;

/// `GET /indicators/{id}`.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let mut places = store::series_places(cx.db(), id).await?;
    let nation = nation(&tree, &indicator);
    let national =
        places.iter().find(|(_, unit, stratum)| Some(*unit) == nation && stratum.is_empty()).map(|(id, ..)| *id);
    places.sort_by_cached_key(|(_, unit, stratum)| place_key(&cx, &tree, nation, *unit, stratum));
    let (page, total) = (page_of(&query), i64::try_from(places.len()).unwrap_or(i64::MAX));
    let skip = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let take = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let ids: Vec<SeriesId> = places.iter().skip(skip).take(take).map(|(id, ..)| *id).collect();
    let shown = store::series_many(cx.db(), &ids).await?;
    let wanted: Vec<SeriesId> = ids.into_iter().chain(national).collect();
    let values = store::values_of_many(cx.db(), &super::sight(&cx, &tree), &wanted).await?;
    let owner = match indicator.source_owner.as_str() {
        "" => None,
        code => varde_people::actor_by_code(cx.db(), code).await?.map(|actor| actor.name),
    };
    let companion = match indicator.companion_of.as_str() {
        "" => None,
        code => store::by_code(cx.db(), code).await?.filter(|other| cx.may(Action::Read, &other.target(&tree))),
    };
    let shared = match indicator.sheet.variant_of.as_str() {
        "" => None,
        code => store::by_code(cx.db(), code).await?.filter(|other| cx.may(Action::Read, &other.target(&tree))),
    };
    let scope = access::scope(cx.actor(), Kind::Indicator);
    let variants = store::variants(cx.db(), &scope, &indicator.code).await?;
    let schedules = store::schedules(cx.db(), id).await?;
    let called = store::codes_of(cx.db(), id).await?;
    let n_areas = store::residence_places(cx.db(), id).await?.len();
    let target = indicator.target(&tree);
    let may = May {
        edit: cx.may(Action::Edit, &target),
        step: !next_states(&cx, &tree, &indicator).is_empty(),
        report: held_units(&cx, &tree, Kind::Series, Action::Answer),
        own: !held_units(&cx, &tree, Kind::Series, Action::Count).is_empty(),
    };
    let path = format!("/indicators/{id}");
    let body = html! {
        @if let Some(values) = national.and_then(|series| values.get(&series)) {
            (views::picture(&cx, &indicator, values))
            (views::protected_note(&cx, values))
        }
        @for (heading, lines) in &cx.beside(&tree, Kind::Indicator, id).await? { (varde_web::ui::card(heading, lines)) }
        (section("definition", &cx.t("indicators-facts-title"), &Markup::default(),
            &views::sheet(&cx, &tree, &indicator, (owner.as_ref(), companion.as_ref(), shared.as_ref()), &called)))
        @if !variants.is_empty() {
            (section("variants", &cx.t("indicators-sheet-variants"), &Markup::default(), &html! {
                ul { @for one in &variants { li { (link(cx.say().words(&one.name), &format!("/indicators/{}", one.id))) } } }
            }))
        }
        (section("schedule", &cx.t("indicators-schedule-title"), &Markup::default(), &html! {
            (views::schedule_table(&cx, &schedules))
            @if may.edit { p { (link(&cx.t("indicators-schedule-edit"), &format!("{path}/schedule"))) } }
        }))
        (section("series", &cx.t("indicators-series-title"), &Markup::default(), &html! {
            (views::series_table(&cx, &tree, &indicator, &shown, &values))
            (pager(cx.say(), &path, &query, (page, PER_PAGE), total))
            @if 1 < n_areas { p { (link(&cx.t("indicators-residence-link"), &format!("{path}/residence"))) } }
            @if 2 < total {
                p { (link(&cx.t("indicators-funnel-link"), &format!("{path}/funnel"))) }
                p { (link(&cx.t("indicators-multiples-link"), &format!("{path}/multiples"))) }
            }
        }))
        (varde_web::told::section(&cx, &tree, &[id.uuid()]).await?)
        (section("life", &cx.t("indicators-life-title"), &Markup::default(), &life(&cx, id).await?))
    };
    Ok(cx
        .page(cx.say().words(&indicator.name))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .actions(views::indicator_actions(&cx, &tree, &indicator, &may))
        .body(body))
}

/// The steps of an indicator's life and the versions of its definition, with who took them.
async fn life(cx: &Ctx, id: IndicatorId) -> Result<Markup, Error> {
    let (steps, definitions) = (store::life(cx.db(), id).await?, store::definitions(cx.db(), id).await?);
    let known = names(cx, steps.iter().map(|step| step.by).chain(definitions.iter().map(|one| one.by))).await?;
    let steps: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let by = who(cx, &known, step.by);
            (step, by)
        })
        .collect();
    let definitions: Vec<_> = definitions
        .into_iter()
        .map(|one| {
            let by = who(cx, &known, one.by);
            (one, by)
        })
        .collect();
    Ok(views::life(cx, &steps, &definitions))
}

/// The nation first, then by the name of the unit; units that are gone last.
fn place_key(
    cx: &Ctx,
    tree: &UnitTree,
    nation: Option<UnitId>,
    unit: UnitId,
    stratum: &str,
) -> (bool, bool, Option<String>, String) {
    let name = tree.get(unit).map(|unit| unit.name.get(cx.locale()).to_lowercase());
    (Some(unit) != nation, name.is_none(), name, stratum.to_owned())
}

/// `GET /indicators/new`.
pub async fn new(cx: Ctx) -> Result<Response, Error> {
    let first = Fields::new(vec![("measure".into(), "percent".into())]);
    new_page(&cx, &first, &Problems::new()).await
}

async fn new_page(cx: &Ctx, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let owners = held_units(cx, &tree, Kind::Indicator, Action::Create);
    if owners.is_empty() {
        return Err(Error::Forbidden);
    }
    let form = DefinitionForm {
        action: "/indicators",
        cancel: "/indicators",
        fields,
        problems,
        owners: &owners,
        version: None,
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(cx
        .page(cx.t("indicators-new-title"))
        .lead(cx.t("indicators-new-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .status(status)
        .body(views::definition_form(cx, &tree, &form)))
}

/// `POST /indicators`.
pub async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let (indicator, mut problems) = read_definition(&fields, None);
    if problems.is_empty() {
        let id = insert(&cx, indicator, &mut problems).await?;
        if let Some(id) = id {
            return Ok(cx.done(&format!("/indicators/{id}"), "indicators-done-created"));
        }
    }
    new_page(&cx, &fields, &problems).await
}

/// Keeps a new indicator; `None` when its code is taken, which is then among the problems.
///
/// # Errors
///
/// [`Error::Forbidden`] when the visitor may not make one on the unit.
pub async fn insert(cx: &Ctx, indicator: Indicator, problems: &mut Problems) -> Result<Option<IndicatorId>, Error> {
    let tree = cx.tree().await?;
    if indicator.unit.is_none_or(|unit| tree.get(unit).is_none()) {
        problems.field("unit", "web-problem-choice");
        return Ok(None);
    }
    let tx = cx.begin().await?;
    let indicator = Indicator { id: tx.new_id()?, ..indicator };
    let target = indicator.target(&tree);
    let granted = access::grant(cx.actor(), Action::Create, &target, indicator).map_err(|_| Error::Forbidden)?;
    match store::insert(&tx, &granted).await {
        Err(error) if error.is_duplicate() => {
            problems.field("code", "indicators-fault-code-taken");
            return Ok(None);
        }
        other => other?,
    }
    tx.commit().await?;
    Ok(Some(granted.id))
}

/// Reads a definition. Over `former` when there is one: then code, unit and state stay.
pub fn read_definition(fields: &Fields, former: Option<&Indicator>) -> (Indicator, Problems) {
    let mut problems = Problems::new();
    let blank = Words::default();
    let name = fields.required_words(texts!("name"), TextRoom::Line, &blank, &mut problems);
    let mut lines = |names| fields.words(names, TextRoom::Lines, &blank, &mut problems);
    let (definition, note) = (lines(texts!("definition")), lines(texts!("note")));
    let (numerator, denominator) = (lines(texts!("numerator")), lines(texts!("denominator")));
    let per = fields.number("per", &mut problems);
    let measure = fields.must_choose::<Measure>("measure", &mut problems).unwrap_or(Measure::Percent);
    match per {
        Some(per) if !(0.0 < per && per <= rules::LARGEST) => problems.field("per", "indicators-fault-per"),
        None if measure == Measure::Rate => problems.field("per", "indicators-fault-per-missing"),
        _ => {}
    }
    let levels: Vec<Level> = fields.all("levels").filter_map(|name| name.parse().ok()).collect();
    if levels.len() < fields.all("levels").filter(|name| !name.is_empty()).count() {
        problems.field("levels", "web-problem-choice");
    }
    let (code, unit, state) = match former {
        Some(former) => (former.code.clone(), former.unit, former.state),
        None => (read_code(fields, &mut problems), fields.must_choose("unit", &mut problems), State::Proposed),
    };
    let indicator = Indicator {
        id: former.map_or_else(|| IndicatorId::from_code(&code), |former| former.id),
        code,
        name,
        measure,
        per: per.filter(|_| measure == Measure::Rate),
        direction: fields.must_choose::<Direction>("direction", &mut problems).unwrap_or(Direction::None),
        direction_stated: former.is_some_and(|former| former.direction_stated),
        state,
        levels,
        data: fields.short("data", &mut problems),
        source_owner: fields.short("source_owner", &mut problems),
        companion_of: fields.short("companion_of", &mut problems),
        definition,
        numerator,
        denominator,
        note,
        unit,
        source: fields.short("source", &mut problems),
        sheet: read_sheet(fields, former, &mut problems),
        definition_version: former.map_or(1, |former| former.definition_version),
        version: former.map_or(1, |former| former.version),
    };
    (indicator, problems)
}

/// A code that files can name: letters, digits, dots and dashes.
pub fn read_code(fields: &Fields, problems: &mut Problems) -> String {
    let code = fields.required("code", problems);
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '.' | '-' | '_');
    if problems.of_field("code").is_none() && (80 < code.len() || !code.chars().all(plain)) {
        problems.field("code", "indicators-fault-code");
    }
    code
}

/// What the form is filled in with for an indicator that is there.
fn filled_in(indicator: &Indicator) -> Fields {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut set = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
    for (name, words) in [
        ("name", &indicator.name),
        ("definition", &indicator.definition),
        ("numerator", &indicator.numerator),
        ("denominator", &indicator.denominator),
        ("note", &indicator.note),
    ] {
        set(name, &words.nb);
        set(&format!("{name}_nn"), words.nn.as_deref().unwrap_or_default());
        set(&format!("{name}_en"), words.en.as_deref().unwrap_or_default());
    }
    set("measure", indicator.measure.name());
    set("direction", indicator.direction.name());
    set("per", &indicator.per.map(|per| per.to_string().replace('.', ",")).unwrap_or_default());
    for level in &indicator.levels {
        set("levels", level.name());
    }
    set("data", &indicator.data);
    set("source_owner", &indicator.source_owner);
    set("companion_of", &indicator.companion_of);
    set("source", &indicator.source);
    pairs.extend(sheet_pairs(&indicator.sheet));
    Fields::new(pairs)
}

/// `GET /indicators/{id}/edit`.
pub async fn edit(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let fields = cx.with_checks(id, filled_in(&indicator)).await?;
    edit_page(&cx, &indicator, (&fields, &Problems::new()), StatusCode::OK).await
}

async fn edit_page(
    cx: &Ctx,
    indicator: &Indicator,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let back = format!("/indicators/{}", indicator.id);
    let form = DefinitionForm {
        action: &format!("{back}/edit"),
        cancel: &back,
        fields,
        problems,
        owners: &[],
        // What was read decides, also when the form comes back with problems.
        version: Some(fields.text("version").parse().unwrap_or(indicator.version)),
    };
    let body = views::definition_form(cx, &*cx.tree().await?, &form);
    Ok(cx
        .page(cx.t("indicators-edit-title"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(cx.say().words(&indicator.name), &back)
        .status(status)
        .body(body))
}

/// `POST /indicators/{id}/edit`.
pub async fn update(cx: Ctx, Path(id): Path<IndicatorId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let before = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let (mut changed, mut problems) = read_definition(&fields, Some(&before));
    let reason = fields.long("reason", &mut problems);
    changed.version = fields.version()?;
    if !problems.is_empty() {
        return edit_page(&cx, &before, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let former = (*before).clone();
    let tx = cx.begin().await?;
    match store::save(&tx, &former, &before.map(|_| changed), &reason).await {
        Err(varde_store::Error::Stale) => drop(tx),
        other => {
            other?;
            confirm(&tx, id, &fields).await?;
            tx.commit().await?;
            return Ok(cx.done(&format!("/indicators/{id}"), "indicators-done-saved"));
        }
    }
    let now = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let kept = cx.stale(id, &fields, now.version).await?;
    edit_page(&cx, &now, (&kept, &problems), StatusCode::CONFLICT).await
}

/// The steps that the visitor may take an indicator.
fn next_states(cx: &Ctx, tree: &UnitTree, indicator: &Indicator) -> Vec<State> {
    let target = indicator.target(tree);
    let may = |(state, action): &(State, Action)| cx.may(*action, &target).then_some(*state);
    rules::next_states(indicator.state).iter().filter_map(may).collect()
}

/// `GET /indicators/{id}/state`: which step next.
pub async fn state(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    state_page(&cx, &tree, &indicator, (&Fields::default(), &Problems::new()), StatusCode::OK)
}

fn state_page(
    cx: &Ctx,
    tree: &UnitTree,
    indicator: &Indicator,
    form: (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let next = next_states(cx, tree, indicator);
    if next.is_empty() {
        return Err(Error::Forbidden);
    }
    Ok(cx
        .page(cx.t("indicators-state-title"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(cx.say().words(&indicator.name), format!("/indicators/{}", indicator.id))
        .status(status)
        .body(views::state_form(cx, indicator, &next, form)))
}

/// `POST /indicators/{id}/state`: takes the step.
pub async fn step(cx: Ctx, Path(id): Path<IndicatorId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    match take_step(&cx, &tree, &indicator, &fields).await {
        Ok(None) => Ok(cx.done(&format!("/indicators/{id}"), "indicators-done-state")),
        Ok(Some(problems)) => {
            state_page(&cx, &tree, &indicator, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, indicator.version).await?;
            state_page(&cx, &tree, &indicator, (&kept, &Problems::new()), StatusCode::CONFLICT)
        }
        Err(error) => Err(error),
    }
}

/// Takes a step in an indicator's life, or says what is wrong with it.
///
/// # Errors
///
/// [`Error::Forbidden`] without the right that the step takes; [`Error::Conflict`] when someone
/// else changed the indicator meanwhile.
pub async fn take_step(
    cx: &Ctx,
    tree: &UnitTree,
    indicator: &Indicator,
    fields: &Fields,
) -> Result<Option<Problems>, Error> {
    if next_states(cx, tree, indicator).is_empty() {
        return Err(Error::Forbidden);
    }
    // Told before what the step then lacks: someone else has changed it meanwhile.
    if fields.version()? != indicator.version {
        return Err(varde_store::Error::Stale.into());
    }
    let mut problems = Problems::new();
    let reason = fields.required("reason", &mut problems);
    let to = fields.must_choose::<State>("state", &mut problems);
    let action = to.map(|to| rules::step(indicator, to)).transpose().unwrap_or_else(|refused| {
        problems.field("state", refused.key());
        None
    });
    let (Some(to), Some(action), true) = (to, action, problems.is_empty()) else { return Ok(Some(problems)) };
    let changed = Indicator { state: to, version: fields.version()?, ..indicator.clone() };
    let granted = access::grant(cx.actor(), action, &indicator.target(tree), changed)?;
    let tx = cx.begin().await?;
    store::save(&tx, indicator, &granted, &reason).await?;
    tx.commit().await?;
    Ok(None)
}
