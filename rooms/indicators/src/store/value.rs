//! Series and their observations. Values are read as someone sees them: every function that gives values asks
//! for a [`Sight`], and keeps back what it does not show.

use std::collections::HashMap;

use jiff::Timestamp;
use varde_kernel::access::Scope;
use varde_kernel::{IndicatorId, SeriesId, UnitId};
use varde_store::{Column, Error, Read, Row, Value, scope_condition, values};

use super::places;
use crate::model::{Audience, Context, Observation, Series, read_author};
use crate::rules::disclosure::{Sight, kept_back};

pub(super) const SERIES: &str = "s.id, s.indicator_id, s.unit_id, s.stratum, s.stratum_name, s.stratum_name_nn,
    s.stratum_name_en, s.context, s.source, s.version, s.kept_back";
pub(super) const OBSERVATION: &str =
    "o.id, o.series_id, o.code, o.period, o.numerator, o.denominator, o.value, o.low, o.high,
    o.approximate, o.provisional, o.note, o.note_nn, o.note_en, o.scope, o.scope_nn, o.scope_en, o.source,
    o.coverage, o.missing, o.definition_version, o.affirmed_at, o.affirmed_by, o.reason, o.recorded_at,
    o.recorded_by, o.superseded_at, o.shown_to, s.indicator_id, s.unit_id";
const FROM: &str = "from observation o join series s on s.id = o.series_id";

pub(super) fn read_series(row: &Row) -> Result<Series, Error> {
    let context: Context = row.parse("context")?;
    let key: String = row.get("stratum")?;
    Ok(Series {
        id: row.get("id")?,
        indicator: row.get("indicator_id")?,
        unit: row.get("unit_id")?,
        stratum: key.strip_prefix(key_of(context, "").as_str()).unwrap_or(&key).to_owned(),
        context,
        stratum_name: row.words("stratum_name")?,
        source: row.get("source")?,
        version: row.get("version")?,
        kept_back: row.get("kept_back")?,
    })
}

/// The column `stratum` is part of a key that was released before series had a context, so it
/// carries those who live there too.
pub(super) fn key_of(context: Context, stratum: &str) -> String {
    match context {
        Context::Treating => stratum.to_owned(),
        Context::Residence => format!("residence|{stratum}"),
    }
}

pub(super) fn read_observation(row: &Row) -> Result<Observation, Error> {
    let by: String = row.get("recorded_by")?;
    let affirmed: Option<Timestamp> = row.get("affirmed_at")?;
    let affirmed_by: Option<String> = row.get("affirmed_by")?;
    Ok(Observation {
        id: row.get("id")?,
        series: row.get("series_id")?,
        code: row.get("code")?,
        period: row.get("period")?,
        value: row.get("value")?,
        numerator: row.get("numerator")?,
        denominator: row.get("denominator")?,
        low: row.get("low")?,
        high: row.get("high")?,
        approximate: row.get("approximate")?,
        provisional: row.get("provisional")?,
        note: row.words("note")?,
        scope: row.words("scope")?,
        source: row.get("source")?,
        coverage: row.get("coverage")?,
        missing: row.parse_opt("missing")?,
        definition_version: row.get("definition_version")?,
        affirmed: affirmed.map(|at| (at, affirmed_by.as_deref().and_then(read_author))),
        reason: row.get("reason")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: read_author(&by),
        superseded_at: row.get("superseded_at")?,
    })
}

/// The series of an indicator for those a unit treated, over all strata together.
pub async fn series_of(db: &impl Read, indicator: IndicatorId, unit: UnitId) -> Result<Option<Series>, Error> {
    series_in(db, indicator, unit, "").await
}

/// The series of an indicator for those a unit treated, in a stratum.
pub async fn series_in(
    db: &impl Read,
    indicator: IndicatorId,
    unit: UnitId,
    stratum: &str,
) -> Result<Option<Series>, Error> {
    series_at(db, (indicator, unit), (Context::Treating, stratum)).await
}

/// The series of an indicator for a unit, in a context and a stratum.
pub async fn series_at(
    db: &impl Read,
    (indicator, unit): (IndicatorId, UnitId),
    (context, stratum): (Context, &str),
) -> Result<Option<Series>, Error> {
    let sql = format!("select {SERIES} from series s where s.indicator_id = $1 and s.unit_id = $2 and s.stratum = $3");
    db.one(&sql, values![indicator, unit, key_of(context, stratum)], read_series).await
}

/// A series by its id.
pub async fn series(db: &impl Read, id: SeriesId) -> Result<Option<Series>, Error> {
    db.one(&format!("select {SERIES} from series s where s.id = $1"), values![id], read_series).await
}

/// Series of these indicators; with a unit, only that unit's. By indicator, unit and stratum.
pub async fn series_list(
    db: &impl Read,
    indicators: &[IndicatorId],
    unit: Option<UnitId>,
) -> Result<Vec<Series>, Error> {
    if indicators.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = indicators.iter().map(|id| id.column()).collect();
    let wanted = places(1, values.len());
    let one_unit = match unit {
        None => String::new(),
        Some(unit) => {
            values.push(unit.column());
            format!(" and s.unit_id = ${}", values.len())
        }
    };
    let sql = format!(
        "select {SERIES} from series s where s.indicator_id in ({wanted}){one_unit}
         order by s.indicator_id, s.unit_id, s.stratum"
    );
    db.all(&sql, values, read_series).await
}

/// The series of an indicator for those these units treated, over all strata together.
pub async fn series_at_units(db: &impl Read, indicator: IndicatorId, units: &[UnitId]) -> Result<Vec<Series>, Error> {
    let mut found = Vec::new();
    for portion in units.chunks(MOST_ASKED) {
        let mut values = vec![indicator.column()];
        values.extend(portion.iter().map(|unit| unit.column()));
        let sql = format!(
            "select {SERIES} from series s where s.indicator_id = $1 and s.stratum = '' and s.unit_id in ({})",
            places(2, portion.len())
        );
        found.extend(db.all(&sql, values, read_series).await?);
    }
    Ok(found)
}

/// The series of these units, over all strata together, of indicators that the scope shows.
pub async fn series_of_units(db: &impl Read, scope: &Scope, units: &[UnitId]) -> Result<Vec<Series>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = units.iter().map(|unit| unit.column()).collect();
    let wanted = places(1, values.len());
    let seen = scope_condition(scope, "s.unit_id", super::OPEN, &mut values);
    let sql = format!(
        "select {SERIES} from series s join indicator i on i.id = s.indicator_id
         where s.unit_id in ({wanted}) and s.stratum = '' and i.state <> 'retired' and {seen}
         order by i.name, i.id, s.unit_id"
    );
    db.all(&sql, values, read_series).await
}

/// Which series an indicator has, and for which units: enough to sort them by.
pub async fn series_places(db: &impl Read, indicator: IndicatorId) -> Result<Vec<(SeriesId, UnitId, String)>, Error> {
    let sql = "select s.id, s.unit_id, s.stratum from series s where s.indicator_id = $1";
    db.all(sql, values![indicator], |row| Ok((row.get("id")?, row.get("unit_id")?, row.get("stratum")?))).await
}

/// The series of an indicator for those who live in an area, over all strata together.
pub async fn residence_places(db: &impl Read, indicator: IndicatorId) -> Result<Vec<(SeriesId, UnitId)>, Error> {
    let sql = "select s.id, s.unit_id from series s where s.indicator_id = $1 and s.stratum = $2";
    let asked = values![indicator, key_of(Context::Residence, "")];
    db.all(sql, asked, |row| Ok((row.get("id")?, row.get("unit_id")?))).await
}

/// These series, in the order asked for; those that do not exist are left out.
pub async fn series_many(db: &impl Read, ids: &[SeriesId]) -> Result<Vec<Series>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select {SERIES} from series s where s.id in ({})", places(1, ids.len()));
    let mut found = db.all(&sql, ids.iter().map(|id| id.column()).collect(), read_series).await?;
    found.sort_by_key(|series| ids.iter().position(|id| *id == series.id));
    Ok(found)
}

/// One page of the series whose indicator the scope shows, of an indicator, of a unit, or both.
pub async fn series_page(
    db: &impl Read,
    scope: &Scope,
    (indicator, unit): (Option<IndicatorId>, Option<UnitId>),
    (limit, skip): (i64, i64),
) -> Result<Vec<Series>, Error> {
    let mut values = values![limit, skip];
    let mut parts = vec![scope_condition(scope, "i.unit_id", super::OPEN, &mut values)];
    for (column, id) in [("s.indicator_id", indicator.map(IndicatorId::uuid)), ("s.unit_id", unit.map(UnitId::uuid))] {
        if let Some(id) = id {
            values.push(id.column());
            parts.push(format!("{column} = ${}", values.len()));
        }
    }
    let sql = format!(
        "select {SERIES} from series s join indicator i on i.id = s.indicator_id where {}
         order by s.id limit $1 offset $2",
        parts.join(" and ")
    );
    db.all(&sql, values, read_series).await
}

/// A value as it is seen, with what it belongs to.
struct SeenValue {
    indicator: IndicatorId,
    unit: UnitId,
    value: Observation,
}

/// Reads rows as someone sees them.
async fn seen(db: &impl Read, sight: &Sight<'_>, sql: &str, asked: Vec<Value>) -> Result<Vec<SeenValue>, Error> {
    let rows = db
        .all(sql, asked, |row| {
            let shown: Option<Audience> = row.parse_opt("shown_to")?;
            let (indicator, unit) = (row.get("indicator_id")?, row.get("unit_id")?);
            Ok((shown, SeenValue { indicator, unit, value: read_observation(row)? }))
        })
        .await?;
    let mut inside: HashMap<UnitId, bool> = HashMap::new();
    Ok(rows
        .into_iter()
        .map(|(shown, one)| {
            let inside = *inside.entry(one.unit).or_insert_with(|| sight.inside(one.unit));
            if sight.sees(inside, shown) { one } else { SeenValue { value: kept_back(one.value), ..one } }
        })
        .collect())
}

/// The values of a series that hold now, by period.
pub async fn values(db: &impl Read, sight: &Sight<'_>, series: SeriesId) -> Result<Vec<Observation>, Error> {
    Ok(values_of_many(db, sight, &[series]).await?.remove(&series).unwrap_or_default())
}

/// The values of a series as they were known at an instant, by period.
pub async fn values_as_known_at(
    db: &impl Read,
    sight: &Sight<'_>,
    series: SeriesId,
    at: Timestamp,
) -> Result<Vec<Observation>, Error> {
    let sql = format!(
        "select {OBSERVATION} {FROM} where o.series_id = $1
         and o.recorded_at <= $2 and (o.superseded_at is null or $2 < o.superseded_at)
         order by o.period_start, o.period_end"
    );
    Ok(seen(db, sight, &sql, values![series, at]).await?.into_iter().map(|one| one.value).collect())
}

/// The values that were replaced, newest first.
pub async fn former_values(
    db: &impl Read,
    sight: &Sight<'_>,
    series: SeriesId,
    limit: i64,
) -> Result<Vec<Observation>, Error> {
    let sql = format!(
        "select {OBSERVATION} {FROM} where o.series_id = $1 and o.superseded_at is not null
         order by o.superseded_at desc, o.id desc limit $2"
    );
    Ok(seen(db, sight, &sql, values![series, limit]).await?.into_iter().map(|one| one.value).collect())
}

/// The values of several series that hold now, by period, in one query.
pub async fn values_of_many(
    db: &impl Read,
    sight: &Sight<'_>,
    series: &[SeriesId],
) -> Result<HashMap<SeriesId, Vec<Observation>>, Error> {
    let mut found: HashMap<SeriesId, Vec<Observation>> = HashMap::new();
    // One query, until there are more values than a statement takes.
    for portion in series.chunks(MOST_ASKED) {
        let sql = format!(
            "select {OBSERVATION} {FROM} where o.series_id in ({}) and o.superseded_at is null
             order by o.period_start, o.period_end",
            places(1, portion.len())
        );
        for one in seen(db, sight, &sql, portion.iter().map(|id| id.column()).collect()).await? {
            found.entry(one.value.series).or_default().push(one.value);
        }
    }
    Ok(found)
}

/// How many things one statement asks for; SQLite takes 32 766 values.
pub(super) const MOST_ASKED: usize = 10_000;

/// The values of several indicators for several units (over all strata together) that hold now,
/// by period, in one query. What has no values is left out.
pub async fn values_of_pairs(
    db: &impl Read,
    sight: &Sight<'_>,
    pairs: &[(IndicatorId, UnitId)],
) -> Result<HashMap<(IndicatorId, UnitId), Vec<Observation>>, Error> {
    let mut found: HashMap<_, Vec<Observation>> = HashMap::new();
    for portion in pairs.chunks(MOST_ASKED) {
        let wanted: Vec<String> = (0..portion.len()).map(|n| format!("(${}, ${})", 2 * n + 1, 2 * n + 2)).collect();
        let sql = format!(
            "select {OBSERVATION} {FROM}
             where (s.indicator_id, s.unit_id) in (values {}) and s.stratum = '' and o.superseded_at is null
             order by o.period_start, o.period_end",
            wanted.join(", ")
        );
        let asked = portion.iter().flat_map(|(indicator, unit)| [indicator.column(), unit.column()]).collect();
        for one in seen(db, sight, &sql, asked).await? {
            found.entry((one.indicator, one.unit)).or_default().push(one.value);
        }
    }
    Ok(found)
}
