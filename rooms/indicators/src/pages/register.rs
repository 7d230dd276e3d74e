//! The register of sources: what each holds and cannot say, and what all of them say of a unit, side by side.

use std::collections::{BTreeSet, HashMap};

use axum::response::Response;
use http::StatusCode;
use maud::Markup;
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{DataSourceId, Problems, UnitId, UnitTree, Words};
use varde_web::ui::{Icon, Weight, link_button};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, TextRoom, texts};

use super::definition::read_code;
use super::reading;
use super::{held_units, sight};
use crate::model::{Connection, DataSource, Indicator, Level, Observation};
use crate::rules::coverage::{Coverage, coverage};
use crate::rules::due;
use crate::store;
use crate::views::{self, Beside, RegisterForm};

/// `GET /sources`: all of them, and how much is known of each level of the service.
pub async fn list(cx: Ctx) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let scope = access::scope(cx.actor(), Kind::DataSource);
    let all = store::data_sources(cx.db(), &scope).await?;
    let delivered = store::delivered(cx.db(), &access::scope(cx.actor(), Kind::Indicator)).await?;
    let levels = match tree.roots().first() {
        Some(root) => known_of(&cx, &tree, *root, &all).await?,
        None => Vec::new(),
    };
    let may = !held_units(&cx, &tree, Kind::DataSource, Action::Create).is_empty();
    let body = views::register(&cx, &all, &delivered, &levels);
    let actions = maud::html! {
        @if may { (link_button(&cx.t("indicators-register-new"), "/sources/new", Weight::Primary, Some(Icon::Plus))) }
    };
    Ok(cx
        .page(cx.t("indicators-register-title"))
        .lead(cx.t("indicators-register-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .actions(actions)
        .body(body))
}

/// How many of the sources say anything about each level of the service at or below a unit: (level, how many, how
/// much that is).
pub async fn known_of(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    all: &[DataSource],
) -> Result<Vec<(Level, usize, Coverage)>, Error> {
    let reaches = store::reaches(cx.db(), &access::scope(cx.actor(), Kind::Indicator), unit).await?;
    let known: BTreeSet<(Level, &str)> = reaches
        .iter()
        .filter(|(code, _)| all.iter().any(|source| source.code == *code))
        .filter_map(|(code, unit)| Some((due::level_of(tree.get(*unit)?.kind), code.as_str())))
        .collect();
    let n_of = |level: Level| known.iter().filter(|(known, _)| *known == level).count();
    Ok([Level::National, Level::Regional, Level::Enterprise, Level::Municipal]
        .into_iter()
        .map(|level| (level, n_of(level), coverage(n_of(level), all.len())))
        .collect())
}

/// `GET /sources/{id}`.
pub async fn show(cx: Ctx, Path(id): Path<DataSourceId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let source = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let scope = access::scope(cx.actor(), Kind::Indicator);
    let ids = store::indicators_from(cx.db(), &scope, &source.code).await?;
    let mut indicators = store::many(cx.db(), &ids).await?;
    indicators.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
    let delivered = store::delivered(cx.db(), &scope).await?.remove(&source.code).unwrap_or_default();
    let owner = match source.owner.as_str() {
        "" => None,
        code => varde_people::actor_by_code(cx.db(), code).await?.map(|actor| actor.name),
    };
    let may_edit = cx.may(Action::Edit, &source.target(&tree));
    let body = maud::html! {
        (views::source_facts(&cx, &source, owner.as_ref(), &delivered, &indicators))
        @for (heading, lines) in &cx.beside(&tree, Kind::DataSource, id).await? { (varde_web::ui::card(heading, lines)) }
        (varde_web::told::section(&cx, &tree, &[id.uuid()]).await?)
    };
    let actions = maud::html! {
        @if may_edit { (link_button(&cx.t("indicators-register-edit"), &format!("/sources/{id}/edit"), Weight::Secondary, Some(Icon::Pencil))) }
    };
    Ok(cx
        .page(cx.say().words(&source.name))
        .crumb(cx.t("indicators-register-title"), "/sources")
        .actions(actions)
        .body(body))
}

/// `GET /units/{id}/sources`: what every source says of a unit, each with its own base; with `?year=`.
pub async fn of_unit(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    let (beside, years, year) = beside_each_other(&cx, &tree, unit, query.text("year").parse().ok()).await?;
    let all: Vec<DataSource> = beside.iter().map(|one| one.source.clone()).collect();
    let levels = known_of(&cx, &tree, unit, &all).await?;
    let may_find = cx.may(Action::Create, &access::Target::open(Kind::Finding, tree.line(unit)));
    let body = views::beside_page(&cx, &tree, unit, &beside, (&years, year), (&levels, may_find));
    Ok(cx.page(cx.t("indicators-beside-title")).lead(cx.t("indicators-beside-lead")).unit(&tree, unit).body(body))
}

/// Every source with its newest values of a unit in a year, and the years that any of them has values for, newest
/// first. Without a year asked for, the newest is shown.
pub async fn beside_each_other(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    asked: Option<i16>,
) -> Result<(Vec<Beside>, Vec<i16>, Option<i16>), Error> {
    let db = cx.db();
    let sources = store::data_sources(db, &access::scope(cx.actor(), Kind::DataSource)).await?;
    let series = store::series_of_units(db, &access::scope(cx.actor(), Kind::Series), &[unit]).await?;
    let ids: Vec<_> = series.iter().map(|one| one.indicator).collect();
    let indicators = store::seen_by(cx.actor(), tree, store::many(db, &ids).await?);
    let indicators: HashMap<_, Indicator> = indicators
        .into_iter()
        .filter(|one| sources.iter().any(|source| source.code == one.data))
        .map(|one| (one.id, one))
        .collect();
    let readings = reading::read(db, &sight(cx, tree), &indicators, series).await?;
    let mut years: Vec<i16> =
        readings.iter().flat_map(|one| one.values.iter().map(|value| value.period.end().year())).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let year = asked.filter(|year| years.contains(year)).or_else(|| years.first().copied());
    let beside = sources
        .into_iter()
        .map(|source| {
            let values = readings
                .iter()
                .filter_map(|one| {
                    let indicator = indicators.get(&one.series.indicator).filter(|one| one.data == source.code)?;
                    let newest = newest_of(&one.values, year)?;
                    Some((indicator.clone(), newest.clone()))
                })
                .collect();
            Beside { source, values }
        })
        .collect();
    Ok((beside, years, year))
}

/// The newest value that ends in a year.
fn newest_of(values: &[Observation], year: Option<i16>) -> Option<&Observation> {
    values
        .iter()
        .filter(|value| year.is_none_or(|year| value.period.end().year() == year))
        .max_by_key(|value| (value.period.end(), value.period.start()))
}

/// Reads what a form says of a source; over `former` code and unit stay.
pub fn read_source(fields: &Fields, former: Option<&DataSource>, problems: &mut Problems) -> DataSource {
    let blank = Words::default();
    let stood = |text: fn(&DataSource) -> &Words| former.map_or(&blank, text);
    let (code, unit) = match former {
        Some(former) => (former.code.clone(), former.unit),
        None => {
            (read_code(fields, problems), fields.must_choose("unit", problems).unwrap_or_else(|| UnitId::from_code("")))
        }
    };
    let levels: Vec<Level> = fields.all("levels").filter_map(|name| name.parse().ok()).collect();
    if levels.len() < fields.all("levels").filter(|name| !name.is_empty()).count() {
        problems.field("levels", "web-problem-choice");
    }
    let name = fields.required_words(texts!("name"), TextRoom::Line, stood(|one| &one.name), problems);
    // Without these two a count is read as if it were everything.
    let base = fields.required_words(texts!("base"), TextRoom::Lines, stood(|one| &one.base), problems);
    let limits = fields.required_words(texts!("limits"), TextRoom::Lines, stood(|one| &one.limits), problems);
    let mut lines = |names, text| fields.words(names, TextRoom::Lines, stood(text), problems);
    let (content, legal_basis) =
        (lines(texts!("content"), |one| &one.content), lines(texts!("legal_basis"), |one| &one.legal_basis));
    let (quality, access) = (lines(texts!("quality"), |one| &one.quality), lines(texts!("access"), |one| &one.access));
    DataSource {
        id: former.map_or_else(|| DataSourceId::from_code(&code), |former| former.id),
        code,
        name,
        owner: fields.short("owner", problems),
        unit,
        content,
        levels,
        frequency: fields.choice("frequency", problems),
        legal_basis,
        quality,
        access,
        base,
        limits,
        connection: fields.must_choose("connection", problems).unwrap_or(Connection::None),
        document: former.and_then(|former| former.document),
        source: fields.short("source", problems),
        version: former.map_or(1, |former| former.version),
    }
}

/// Keeps a new source of a unit; what is wrong with it otherwise. Pages and API share it.
pub async fn insert(cx: &Ctx, fields: &Fields) -> Result<Result<DataSourceId, Problems>, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let new = read_source(fields, None, &mut problems);
    if problems.of_field("unit").is_none() && tree.get(new.unit).is_none() {
        problems.field("unit", "web-problem-choice");
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let tx = cx.begin().await?;
    let new = DataSource { id: tx.new_id()?, ..new };
    let target = new.target(&tree);
    let granted = access::grant(cx.actor(), Action::Create, &target, new).map_err(|_| Error::Forbidden)?;
    match store::insert_data_source(&tx, &granted).await {
        Err(error) if error.is_duplicate() => {
            problems.field("code", "indicators-fault-code-taken");
            return Ok(Err(problems));
        }
        other => other?,
    }
    tx.commit().await?;
    Ok(Ok(granted.id))
}

/// Saves a changed source; what is wrong with it otherwise. Pages and API share it.
pub async fn put(cx: &Ctx, before: Granted<DataSource>, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let mut problems = Problems::new();
    let former = (*before).clone();
    let mut after = read_source(fields, Some(&former), &mut problems);
    after.version = fields.version()?;
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let after = before.map(|_| after);
    let tx = cx.begin().await?;
    store::save_data_source(&tx, &former, &after).await?;
    varde_store::translation::confirm(&tx, after.id, &fields.confirmed()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `GET /sources/new`.
pub async fn new(cx: Ctx) -> Result<Response, Error> {
    new_page(&cx, &Fields::default(), &Problems::new()).await
}

async fn new_page(cx: &Ctx, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let owners = held_units(cx, &tree, Kind::DataSource, Action::Create);
    if owners.is_empty() {
        return Err(Error::Forbidden);
    }
    let form =
        RegisterForm { action: "/sources", cancel: "/sources", fields, problems, owners: &owners, version: None };
    Ok(page(cx, cx.t("indicators-register-new"), problems, views::register_form(cx, &tree, &form)))
}

fn page(cx: &Ctx, title: String, problems: &Problems, body: Markup) -> Response {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    cx.page(title).crumb(cx.t("indicators-register-title"), "/sources").status(status).body(body)
}

/// `POST /sources`.
pub async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    match insert(&cx, &fields).await? {
        Ok(id) => Ok(cx.done(&format!("/sources/{id}"), "indicators-register-saved")),
        Err(problems) => new_page(&cx, &fields, &problems).await,
    }
}

/// `GET /sources/{id}/edit`.
pub async fn edit(cx: Ctx, Path(id): Path<DataSourceId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let source = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let mut pairs: Vec<(String, String)> = vec![
        ("owner".into(), source.owner.clone()),
        ("frequency".into(), source.frequency.map(|one| one.name().to_owned()).unwrap_or_default()),
        ("connection".into(), source.connection.name().to_owned()),
        ("source".into(), source.source.clone()),
    ];
    pairs.extend(source.levels.iter().map(|level| ("levels".to_owned(), level.name().to_owned())));
    let fields = Fields::new(pairs)
        .with_words(texts!("name"), &source.name)
        .with_words(texts!("content"), &source.content)
        .with_words(texts!("base"), &source.base)
        .with_words(texts!("limits"), &source.limits)
        .with_words(texts!("quality"), &source.quality)
        .with_words(texts!("access"), &source.access)
        .with_words(texts!("legal_basis"), &source.legal_basis);
    let fields = cx.with_checks(id, fields).await?;
    edit_page(&cx, &source, (&fields, &Problems::new()), StatusCode::OK).await
}

async fn edit_page(
    cx: &Ctx,
    source: &DataSource,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    // What was read decides, also when the form comes back with problems.
    let version = Some(fields.text("version").parse().unwrap_or(source.version));
    let address = format!("/sources/{}", source.id);
    let action = format!("{address}/edit");
    let form = RegisterForm { action: &action, cancel: &address, fields, problems, owners: &[], version };
    let body = views::register_form(cx, &tree, &form);
    Ok(cx
        .page(cx.t("indicators-register-edit"))
        .crumb(cx.t("indicators-register-title"), "/sources")
        .status(status)
        .body(body))
}

/// `POST /sources/{id}/edit`.
pub async fn update(cx: Ctx, Path(id): Path<DataSourceId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let source = store::open_data_source(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let before = (*source).clone();
    match put(&cx, source, &fields).await {
        Ok(Ok(())) => Ok(cx.done(&format!("/sources/{id}"), "indicators-register-saved")),
        Ok(Err(problems)) => edit_page(&cx, &before, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, before.version).await?;
            edit_page(&cx, &before, (&kept, &Problems::new()), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}
