//! Finding and opening indicators.

use varde_kernel::access::{self, Action, Actor, Granted, Scope};
use varde_kernel::{IndicatorId, UnitTree};
use varde_store::{Error, Read, Row, Value, scope_condition, values};

use super::places;
use crate::model::{Filter, Indicator, Level, Sheet};

const COLUMNS: &str = "i.id, i.code, i.name, i.name_nn, i.name_en, i.measure, i.per, i.direction,
    i.direction_stated, i.state, i.levels, i.data, i.source_owner, i.companion_of,
    i.definition, i.definition_nn, i.definition_en, i.numerator, i.numerator_nn, i.numerator_en,
    i.denominator, i.denominator_nn, i.denominator_en, i.note, i.note_nn, i.note_en,
    i.unit_id, i.source, i.version, i.inclusion, i.inclusion_nn, i.inclusion_en, i.exclusion, i.exclusion_nn,
    i.exclusion_en, i.standardisation, i.periods, i.least_coverage, i.coverage_indicator, i.least_denominator,
    i.validation, i.validated_on, i.dimensions, i.use_mark, i.variant_of, i.licence, i.definition_version";
/// True for what everyone who is signed in may read (`State::is_open`).
pub(super) const OPEN: &str = "i.state in ('piloted', 'adopted', 'retired')";

fn read(row: &Row) -> Result<Indicator, Error> {
    let levels: String = row.get("levels")?;
    Ok(Indicator {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.words("name")?,
        measure: row.parse("measure")?,
        per: row.get("per")?,
        direction: row.parse("direction")?,
        direction_stated: row.get("direction_stated")?,
        state: row.parse("state")?,
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
        sheet: read_sheet(row)?,
        definition_version: row.get("definition_version")?,
        version: row.get("version")?,
    })
}

fn read_sheet(row: &Row) -> Result<Sheet, Error> {
    let (periods, dimensions): (String, String) = (row.get("periods")?, row.get("dimensions")?);
    Ok(Sheet {
        inclusion: row.words("inclusion")?,
        exclusion: row.words("exclusion")?,
        standardisation: row.parse("standardisation")?,
        periods: periods.split(',').filter_map(|name| name.parse().ok()).collect(),
        least_coverage: row.get("least_coverage")?,
        coverage_indicator: row.get("coverage_indicator")?,
        least_denominator: row.get("least_denominator")?,
        validation: row.get("validation")?,
        validated_on: row.get("validated_on")?,
        dimensions: dimensions.split(',').filter_map(|name| name.parse().ok()).collect(),
        use_mark: row.parse("use_mark")?,
        variant_of: row.get("variant_of")?,
        licence: row.get("licence")?,
    })
}

/// Every indicator, by code.
pub async fn indicators(db: &impl Read) -> Result<Vec<Indicator>, Error> {
    db.all(&format!("select {COLUMNS} from indicator i order by i.code"), vec![], read).await
}

/// Those of these indicators that the actor may see: what others are still drafting is offered to
/// nobody else to choose from, and not named.
pub fn seen_by(actor: &Actor, tree: &UnitTree, indicators: Vec<Indicator>) -> Vec<Indicator> {
    indicators.into_iter().filter(|one| access::may(actor, Action::Read, &one.target(tree))).collect()
}

/// What someone points to when they choose `wanted` where `former` stood: an indicator that they may
/// see, or the one that stood there. One that they may not see was not in their form, and is not
/// taken away by leaving it out.
///
/// # Errors
///
/// [`Error::NotFound`] when there is no such indicator for them.
pub async fn chosen(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    former: Option<IndicatorId>,
    wanted: Option<IndicatorId>,
) -> Result<Option<IndicatorId>, Error> {
    if wanted == former {
        return Ok(former);
    }
    let asked: Vec<IndicatorId> = former.into_iter().chain(wanted).collect();
    let seen = seen_by(actor, tree, many(db, &asked).await?);
    let is_seen = |id: &IndicatorId| seen.iter().any(|one| one.id == *id);
    match wanted {
        Some(wanted) if is_seen(&wanted) => Ok(Some(wanted)),
        Some(_) => Err(Error::NotFound),
        None => Ok(former.filter(|former| !is_seen(former))),
    }
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

/// Those that these are to be read with, either way: the companions that name them, and those that they name.
pub async fn companions(db: &impl Read, of: &[Indicator]) -> Result<Vec<Indicator>, Error> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = of.iter().map(|one| varde_store::Column::column(one.code.as_str())).collect();
    let codes = places(1, values.len());
    values.extend(of.iter().map(|one| varde_store::Column::column(one.companion_of.as_str())));
    let named = places(of.len() + 1, of.len());
    let sql = format!(
        "select {COLUMNS} from indicator i
         where i.code not in ({codes}) and (i.companion_of in ({codes}) or i.code in ({named})) order by i.code"
    );
    db.all(&sql, values, read).await
}

/// The local variants of a shared indicator that the scope shows, by name.
pub async fn variants(db: &impl Read, scope: &Scope, code: &str) -> Result<Vec<Indicator>, Error> {
    let mut values = values![code];
    let seen = scope_condition(scope, "i.unit_id", OPEN, &mut values);
    let sql = format!("select {COLUMNS} from indicator i where i.variant_of = $1 and {seen} order by i.name, i.id");
    db.all(&sql, values, read).await
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
    parts.push(varde_store::holds_words("i.search_text", &filter.words, values));
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
