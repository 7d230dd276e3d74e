//! Series and their observations.

use std::collections::HashMap;

use jiff::Timestamp;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope};
use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Column, Error, Insert, Json, Read, Row, Tx, Value, json, scope_condition, values};

use super::places;
use crate::model::{Entry, Indicator, Observation, Series, author_text, read_author};

const SERIES: &str = "s.id, s.indicator_id, s.unit_id, s.stratum, s.stratum_name, s.stratum_name_nn,
    s.stratum_name_en, s.source, s.version";
const OBSERVATION: &str = "o.id, o.series_id, o.code, o.period, o.numerator, o.denominator, o.value, o.low, o.high,
    o.approximate, o.provisional, o.note, o.note_nn, o.note_en, o.scope, o.scope_nn, o.scope_en, o.source,
    o.reason, o.recorded_at, o.recorded_by, o.superseded_at";

fn read_series(row: &Row) -> Result<Series, Error> {
    Ok(Series {
        id: row.get("id")?,
        indicator: row.get("indicator_id")?,
        unit: row.get("unit_id")?,
        stratum: row.get("stratum")?,
        stratum_name: row.words("stratum_name")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

fn read_observation(row: &Row) -> Result<Observation, Error> {
    let by: String = row.get("recorded_by")?;
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
        reason: row.get("reason")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: read_author(&by),
        superseded_at: row.get("superseded_at")?,
    })
}

/// The series of an indicator for a unit, over all strata together.
pub async fn series_of(db: &impl Read, indicator: IndicatorId, unit: UnitId) -> Result<Option<Series>, Error> {
    series_in(db, indicator, unit, "").await
}

/// The series of an indicator for a unit and a stratum.
pub async fn series_in(
    db: &impl Read,
    indicator: IndicatorId,
    unit: UnitId,
    stratum: &str,
) -> Result<Option<Series>, Error> {
    let sql = format!("select {SERIES} from series s where s.indicator_id = $1 and s.unit_id = $2 and s.stratum = $3");
    db.one(&sql, values![indicator, unit, stratum], read_series).await
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

/// Which series an indicator has, and for which units: enough to sort them by.
pub async fn series_places(db: &impl Read, indicator: IndicatorId) -> Result<Vec<(SeriesId, UnitId, String)>, Error> {
    let sql = "select s.id, s.unit_id, s.stratum from series s where s.indicator_id = $1";
    db.all(sql, values![indicator], |row| Ok((row.get("id")?, row.get("unit_id")?, row.get("stratum")?))).await
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

/// The values of a series that hold now, by period.
pub async fn values(db: &impl Read, series: SeriesId) -> Result<Vec<Observation>, Error> {
    Ok(values_of_many(db, &[series]).await?.remove(&series).unwrap_or_default())
}

/// The values of a series as they were known at an instant, by period.
pub async fn values_as_known_at(db: &impl Read, series: SeriesId, at: Timestamp) -> Result<Vec<Observation>, Error> {
    let sql = format!(
        "select {OBSERVATION} from observation o where o.series_id = $1
         and o.recorded_at <= $2 and (o.superseded_at is null or $2 < o.superseded_at)
         order by o.period_start, o.period_end"
    );
    db.all(&sql, values![series, at], read_observation).await
}

/// The values that were replaced, newest first.
pub async fn former_values(db: &impl Read, series: SeriesId, limit: i64) -> Result<Vec<Observation>, Error> {
    let sql = format!(
        "select {OBSERVATION} from observation o where o.series_id = $1 and o.superseded_at is not null
         order by o.superseded_at desc, o.id desc limit $2"
    );
    db.all(&sql, values![series, limit], read_observation).await
}

/// The values of several series that hold now, by period, in one query.
pub async fn values_of_many(db: &impl Read, series: &[SeriesId]) -> Result<HashMap<SeriesId, Vec<Observation>>, Error> {
    let mut found: HashMap<SeriesId, Vec<Observation>> = HashMap::new();
    // One query, until there are more values than a statement takes.
    for portion in series.chunks(MOST_ASKED) {
        let sql = format!(
            "select {OBSERVATION} from observation o where o.series_id in ({}) and o.superseded_at is null
             order by o.period_start, o.period_end",
            places(1, portion.len())
        );
        let asked = portion.iter().map(|id| id.column()).collect();
        for observation in db.all(&sql, asked, read_observation).await? {
            found.entry(observation.series).or_default().push(observation);
        }
    }
    Ok(found)
}

/// How many things one statement asks for; SQLite takes 32 766 values.
const MOST_ASKED: usize = 10_000;

/// The values of several indicators for several units (over all strata together) that hold now,
/// by period, in one query. What has no values is left out.
pub async fn values_of_pairs(
    db: &impl Read,
    pairs: &[(IndicatorId, UnitId)],
) -> Result<HashMap<(IndicatorId, UnitId), Vec<Observation>>, Error> {
    let mut found: HashMap<_, Vec<Observation>> = HashMap::new();
    for portion in pairs.chunks(MOST_ASKED) {
        let wanted: Vec<String> = (0..portion.len()).map(|n| format!("(${}, ${})", 2 * n + 1, 2 * n + 2)).collect();
        let sql = format!(
            "select {OBSERVATION}, s.indicator_id, s.unit_id from series s join observation o on o.series_id = s.id
             where (s.indicator_id, s.unit_id) in (values {}) and s.stratum = '' and o.superseded_at is null
             order by o.period_start, o.period_end",
            wanted.join(", ")
        );
        let asked = portion.iter().flat_map(|(indicator, unit)| [indicator.column(), unit.column()]).collect();
        let rows = db
            .all(&sql, asked, |row| Ok(((row.get("indicator_id")?, row.get("unit_id")?), read_observation(row)?)))
            .await?;
        for (pair, observation) in rows {
            found.entry(pair).or_default().push(observation);
        }
    }
    Ok(found)
}

/// Where values go: an indicator, a unit, a stratum, and the series when there is one already.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What is measured.
    pub indicator: Indicator,
    /// For which unit.
    pub unit: UnitId,
    /// For which stratum; empty for all.
    pub stratum: String,
    /// The stratum in words.
    pub stratum_name: Words,
    /// The series, when there is one.
    pub series: Option<Series>,
}

impl Slot {
    /// The series of an indicator for a unit over all strata, which need not exist yet.
    pub fn whole(indicator: Indicator, unit: UnitId, series: Option<Series>) -> Self {
        Self { indicator, unit, stratum: String::new(), stratum_name: Words::default(), series }
    }
}

/// Opens the place where an indicator's values for a unit are, or will be.
///
/// # Errors
///
/// [`Error::NotFound`] when there is no such indicator or unit, or the actor may not know;
/// [`Error::Forbidden`] when the actor may only look.
pub async fn open_slot(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    (indicator, unit): (IndicatorId, UnitId),
    action: Action,
) -> Result<Granted<Slot>, Error> {
    let indicator = super::open(db, actor, tree, indicator, Action::Read).await?.into_inner();
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    let series = series_of(db, indicator.id, unit).await?;
    grant_slot(actor, tree, Slot::whole(indicator, unit, series), action)
}

/// Asks the policy about a place for values.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub fn grant_slot(actor: &Actor, tree: &UnitTree, slot: Slot, action: Action) -> Result<Granted<Slot>, Error> {
    let target = slot.indicator.series_target(tree, slot.unit);
    Ok(access::grant(actor, action, &target, slot)?)
}

/// A value on its way into a series.
#[derive(Clone, Debug)]
pub struct Recording {
    /// The period.
    pub period: Period,
    /// The value.
    pub entry: Entry,
    /// The value that it replaces, as the writer saw it; none when there was none.
    pub former: Option<ObservationId>,
    /// Why the former value is replaced.
    pub reason: String,
    /// The code in a content file.
    pub code: Option<String>,
}

/// Makes the series when it is not there yet.
pub async fn ensure_series(tx: &Tx, slot: &mut Granted<Slot>) -> Result<Series, Error> {
    if let Some(series) = &slot.series {
        return Ok(series.clone());
    }
    let series = Series {
        id: tx.new_id()?,
        indicator: slot.indicator.id,
        unit: slot.unit,
        stratum: slot.stratum.clone(),
        stratum_name: slot.stratum_name.clone(),
        source: String::new(),
        version: 1,
    };
    let inserted = Insert::into("series")
        .set("id", series.id)
        .set("indicator_id", series.indicator)
        .set("unit_id", series.unit)
        .set("stratum", &series.stratum)
        .words("stratum_name", &series.stratum_name)
        .set("source", &series.source)
        .set("version", series.version)
        .run(tx)
        .await;
    match inserted {
        // Someone else made it since we looked; what was typed was typed without seeing theirs.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        other => other?,
    }
    slot.series = Some(series.clone());
    Ok(series)
}

/// Records values in one series: each becomes the one that holds, and the one it replaces stays
/// readable. The history gets one line for them all.
///
/// # Errors
///
/// [`Error::Stale`] when a period's value is no longer the one that the writer saw.
pub async fn record(tx: &Tx, slot: &mut Granted<Slot>, recordings: &[Recording]) -> Result<SeriesId, Error> {
    let series = ensure_series(tx, slot).await?;
    for recording in recordings {
        replace(tx, &series, recording).await?;
    }
    tx.run("update series set version = version + 1 where id = $1", values![series.id]).await?;
    let told = recordings.iter().take(MOST_TOLD).map(told).collect::<Vec<Json>>();
    let why = recordings.iter().map(|recording| recording.reason.as_str()).find(|reason| !reason.is_empty());
    tx.record(
        Line::new(Kind::Series, series.id, Some(series.unit), "recorded")
            .version(series.version + 1)
            .after(json!({ "n": recordings.len(), "values": told }))
            .why(why.unwrap_or_default()),
    );
    slot.series = Some(Series { version: series.version + 1, ..series.clone() });
    Ok(series.id)
}

/// How many values of one recording the history spells out; all of them stand in the series.
const MOST_TOLD: usize = 60;

fn told(recording: &Recording) -> Json {
    json!({
        "period": recording.period.to_string(),
        "value": recording.entry.value,
        "numerator": recording.entry.numerator,
        "denominator": recording.entry.denominator,
        "source": recording.entry.source,
    })
}

async fn replace(tx: &Tx, series: &Series, recording: &Recording) -> Result<(), Error> {
    if let Some(former) = recording.former {
        let ended = tx
            .run(
                "update observation set superseded_at = $1
                 where id = $2 and series_id = $3 and period = $4 and superseded_at is null",
                values![tx.now(), former, series.id, recording.period],
            )
            .await?;
        if ended == 0 {
            return Err(Error::Stale);
        }
    }
    // The first value from a content file has the id that other content refers to it by.
    let id = match &recording.code {
        Some(code) if recording.former.is_none() => ObservationId::from_code(code),
        _ => tx.new_id()?,
    };
    let entry = &recording.entry;
    let inserted = Insert::into("observation")
        .set("id", id)
        .set("series_id", series.id)
        .set("code", recording.code.as_deref())
        .set("period", recording.period)
        .set("period_start", recording.period.start())
        .set("period_end", recording.period.end())
        .set("numerator", entry.numerator)
        .set("denominator", entry.denominator)
        .set("value", entry.value)
        .set("low", entry.low)
        .set("high", entry.high)
        .set("approximate", entry.approximate)
        .set("provisional", entry.provisional)
        .words("note", &entry.note)
        .words("scope", &entry.scope)
        .set("source", &entry.source)
        .set("reason", &recording.reason)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .run(tx)
        .await;
    match inserted {
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        other => other,
    }
}
