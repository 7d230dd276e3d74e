//! Indicators.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope};
use varde_kernel::{IndicatorId, UnitTree};
use varde_store::history::Line;
use varde_store::search::{self, Entry as Findable};
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, json, scope_condition, values};

use super::{places, searchable, words_condition};
use crate::model::{Direction, Filter, Indicator, Level, Measure, State};

const COLUMNS: &str = "i.id, i.code, i.name, i.name_nn, i.name_en, i.measure, i.per, i.direction,
    i.direction_stated, i.state, i.levels, i.data, i.source_owner, i.companion_of,
    i.definition, i.definition_nn, i.definition_en, i.numerator, i.numerator_nn, i.numerator_en,
    i.denominator, i.denominator_nn, i.denominator_en, i.note, i.note_nn, i.note_en,
    i.unit_id, i.source, i.version";
/// True for what everyone who is signed in may read (`State::is_open`).
pub(super) const OPEN: &str = "i.state in ('piloted', 'adopted', 'retired')";

fn read(row: &Row) -> Result<Indicator, Error> {
    let levels: String = row.get("levels")?;
    Ok(Indicator {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.words("name")?,
        measure: parsed::<Measure>(row, "measure")?,
        per: row.get("per")?,
        direction: parsed::<Direction>(row, "direction")?,
        direction_stated: row.get("direction_stated")?,
        state: parsed::<State>(row, "state")?,
        levels: levels.split(',').filter_map(|name| name.parse::<Level>().ok()).collect(),
        data: row.get("data")?,
        source_owner: row.get("source_owner")?,
        companion_of: row.get("companion_of")?,
        definition: row.words("definition")?,
        numerator: row.words("numerator")?,
        denominator: row.words("denominator")?,
        note: row.words("note")?,
        unit: row.get("unit_id")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

fn parsed<T: std::str::FromStr>(row: &Row, column: &str) -> Result<T, Error> {
    row.parse(column)
}

/// Every indicator, by code.
pub async fn indicators(db: &impl Read) -> Result<Vec<Indicator>, Error> {
    db.all(&format!("select {COLUMNS} from indicator i order by i.code"), vec![], read).await
}

/// The indicator with a code.
pub async fn by_code(db: &impl Read, code: &str) -> Result<Option<Indicator>, Error> {
    db.one(&format!("select {COLUMNS} from indicator i where i.code = $1"), values![code], read).await
}

/// These indicators, those that exist, by code.
pub async fn many(db: &impl Read, ids: &[IndicatorId]) -> Result<Vec<Indicator>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select {COLUMNS} from indicator i where i.id in ({}) order by i.code", places(1, ids.len()));
    db.all(&sql, ids.iter().map(|id| varde_store::Column::column(*id)).collect(), read).await
}

/// Opens an indicator for doing something with it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: IndicatorId,
    action: Action,
) -> Result<Granted<Indicator>, Error> {
    let sql = format!("select {COLUMNS} from indicator i where i.id = $1");
    let indicator = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let target = indicator.target(tree);
    Ok(access::grant(actor, action, &target, indicator)?)
}

fn condition(scope: &Scope, filter: &Filter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![scope_condition(scope, "i.unit_id", OPEN, values)];
    parts.push(words_condition(&filter.words, "i.search_text", values));
    let mut equal = |column: &str, value: &'static str| {
        values.push(varde_store::Column::column(value));
        parts.push(format!("{column} = ${}", values.len()));
    };
    if let Some(state) = filter.state {
        equal("i.state", state.name());
    }
    if let Some(direction) = filter.direction {
        equal("i.direction", direction.name());
    }
    if let Some(level) = filter.level {
        values.push(varde_store::Column::column(format!("%,{},%", level.name())));
        let place = values.len();
        parts.push(format!("(',' || i.levels || ',' like ${place} or ',' || i.levels || ',' like '%,all,%')"));
    }
    if let Some(has) = filter.has_values {
        let any = "exists (select 1 from series s join observation o on o.series_id = s.id
                   where s.indicator_id = i.id and o.superseded_at is null and o.value is not null)";
        parts.push(if has { any.to_owned() } else { format!("not {any}") });
    }
    parts.join(" and ")
}

/// One page of the indicators that the scope shows and the filter keeps.
pub async fn list(
    db: &impl Read,
    scope: &Scope,
    filter: &Filter,
    limit: i64,
    skip: i64,
) -> Result<Vec<Indicator>, Error> {
    let mut values = values![limit, skip];
    let condition = condition(scope, filter, &mut values);
    let order = if filter.backwards { "desc" } else { "asc" };
    let sql =
        format!("select {COLUMNS} from indicator i where {condition} order by i.name {order}, i.id limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many indicators [`list`] has in all.
pub async fn count(db: &impl Read, scope: &Scope, filter: &Filter) -> Result<i64, Error> {
    let mut values = vec![];
    let condition = condition(scope, filter, &mut values);
    db.number(&format!("select count(*) as n from indicator i where {condition}"), values).await
}

/// Keeps a new indicator.
///
/// # Errors
///
/// A duplicate ([`Error::is_duplicate`]) when its code is taken.
pub async fn insert(tx: &Tx, indicator: &Granted<Indicator>) -> Result<(), Error> {
    Insert::into("indicator")
        .set("id", indicator.id)
        .set("code", &indicator.code)
        .words("name", &indicator.name)
        .set("measure", indicator.measure.name())
        .set("per", indicator.per)
        .set("direction", indicator.direction.name())
        .set("direction_stated", indicator.direction_stated)
        .set("state", indicator.state.name())
        .set("levels", levels(indicator))
        .set("data", &indicator.data)
        .set("source_owner", &indicator.source_owner)
        .set("companion_of", &indicator.companion_of)
        .words("definition", &indicator.definition)
        .words("numerator", &indicator.numerator)
        .words("denominator", &indicator.denominator)
        .words("note", &indicator.note)
        .set("unit_id", indicator.unit)
        .set("source", &indicator.source)
        .set("search_text", search_text(indicator))
        .set("version", 1_i64)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Indicator, indicator.id, indicator.unit, "created").version(1).after(told(indicator)));
    make_findable(tx, indicator).await
}

/// Saves a changed indicator over the version that was read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, before: &Indicator, changed: &Granted<Indicator>, why: &str) -> Result<i64, Error> {
    let version = Update::of("indicator")
        .words("name", &changed.name)
        .set("measure", changed.measure.name())
        .set("per", changed.per)
        .set("direction", changed.direction.name())
        .set("direction_stated", changed.direction_stated)
        .set("state", changed.state.name())
        .set("levels", levels(changed))
        .set("data", &changed.data)
        .set("source_owner", &changed.source_owner)
        .set("companion_of", &changed.companion_of)
        .words("definition", &changed.definition)
        .words("numerator", &changed.numerator)
        .words("denominator", &changed.denominator)
        .words("note", &changed.note)
        .set("source", &changed.source)
        .set("search_text", search_text(changed))
        .versioned(tx, changed.id, changed.version)
        .await?;
    tx.record(
        Line::new(Kind::Indicator, changed.id, changed.unit, "edited")
            .version(version)
            .before(told(before))
            .after(told(changed))
            .why(why),
    );
    make_findable(tx, changed).await?;
    Ok(version)
}

fn levels(indicator: &Indicator) -> String {
    indicator.levels.iter().map(|level| level.name()).collect::<Vec<_>>().join(",")
}

fn search_text(indicator: &Indicator) -> String {
    let (name, note, definition) = (indicator.name.all(), indicator.note.all(), indicator.definition.all());
    searchable(&[&indicator.code, &name, &note, &definition])
}

async fn make_findable(tx: &Tx, indicator: &Indicator) -> Result<(), Error> {
    search::put(
        tx,
        Findable {
            id: indicator.id.uuid(),
            kind: "indicator",
            unit: indicator.unit,
            href: format!("/indicators/{}", indicator.id),
            title: indicator.name.clone(),
            detail: indicator.code.clone(),
            text: format!("{} {}", indicator.note.all(), indicator.definition.all()),
            open: indicator.state.is_open(),
        },
    )
    .await
}

/// The indicator as the history tells it.
fn told(indicator: &Indicator) -> Json {
    json!({
        "code": indicator.code,
        "name": indicator.name.nb,
        "measure": indicator.measure.name(),
        "per": indicator.per,
        "direction": indicator.direction.name(),
        "state": indicator.state.name(),
        "levels": levels(indicator),
        "data": indicator.data,
        "source_owner": indicator.source_owner,
        "companion_of": indicator.companion_of,
        "definition": indicator.definition.nb,
        "numerator": indicator.numerator.nb,
        "denominator": indicator.denominator.nb,
        "note": indicator.note.nb,
        "source": indicator.source,
    })
}
