//! Deciding who may see which value, and writing it down. What outsiders read afterwards is a column.

use std::collections::BTreeMap;

use jiff::Timestamp;
use varde_kernel::access::Granted;
use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, UnitTree};
use varde_store::{Column, Error, Read, Tx, Value, values};

use super::places;
use super::value::{MOST_ASKED, read_series};
use crate::model::{Audience, Entry, Indicator, Series};
use crate::rules::disclosure::{Policy, counts};
use crate::rules::published::{Cell, publish};

/// An indicator with values that nobody has decided on by this policy; none when all have been.
pub async fn unpublished(db: &impl Read, policy: &Policy) -> Result<Option<IndicatorId>, Error> {
    // First those with new values, which an index finds; a new policy is rare, and takes all.
    let sql = "select indicator_id from series where published_version < version limit 1";
    if let Some(id) = db.one(sql, vec![], |row| row.get("indicator_id")).await? {
        return Ok(Some(id));
    }
    let sql = "select indicator_id from series where published_by <> $1 limit 1";
    db.one(sql, values![policy.name()], |row| row.get("indicator_id")).await
}

/// A value with what its decision needs.
struct Found {
    id: ObservationId,
    cell: Option<Cell>,
    shown: Option<Audience>,
}

/// Decides who may see the values of an indicator: those of the years in which something is new, or all of them
/// when the policy is. Returns how many values were decided on.
pub async fn publish_indicator(
    tx: &Tx,
    indicator: &Granted<Indicator>,
    tree: &UnitTree,
    policy: &Policy,
) -> Result<usize, Error> {
    let name = policy.name();
    let sql = format!("select {}, s.published_by from series s where s.indicator_id = $1", super::value::SERIES);
    let series: Vec<(Series, String)> =
        tx.all(&sql, values![indicator.id], |row| Ok((read_series(row)?, row.get("published_by")?))).await?;
    // The first look at a series is no change of policy.
    let anew = series.iter().any(|(_, by)| !by.is_empty() && *by != name);
    let known: BTreeMap<SeriesId, Series> = series.into_iter().map(|(one, _)| (one.id, one)).collect();
    let mut decided = 0;
    for year in years(tx, indicator.id, anew).await? {
        let found = of_year(tx, indicator, &known, &year).await?;
        decided += decide(tx, found, tree, policy, anew).await?;
    }
    for portion in known.values().collect::<Vec<_>>().chunks(MOST_ASKED / 2) {
        written_down(tx, portion, &name).await?;
    }
    Ok(decided)
}

/// The years in which the indicator has values that are to be decided on: sums run within a year.
async fn years(tx: &Tx, indicator: IndicatorId, anew: bool) -> Result<Vec<String>, Error> {
    let new = if anew { "" } else { " and o.shown_to is null" };
    let sql = format!(
        "select distinct substr(o.period_start, 1, 4) as year from series s join observation o on o.series_id = s.id
         where s.indicator_id = $1{new} order by year"
    );
    tx.all(&sql, values![indicator], |row| row.get("year")).await
}

async fn of_year(
    tx: &Tx,
    indicator: &Indicator,
    known: &BTreeMap<SeriesId, Series>,
    year: &str,
) -> Result<Vec<Found>, Error> {
    let sql = "select o.id, o.series_id, o.code, o.period, o.numerator, o.denominator, o.value, o.recorded_at,
         o.superseded_at, o.shown_to from series s join observation o on o.series_id = s.id
         where s.indicator_id = $1 and substr(o.period_start, 1, 4) = $2
         order by o.series_id, o.period, o.recorded_at, o.id";
    let read = |row: &varde_store::Row| {
        let id: SeriesId = row.get("series_id")?;
        let (code, period): (Option<String>, Period) = (row.get("code")?, row.get("period")?);
        let (from, until): (Timestamp, Option<Timestamp>) = (row.get("recorded_at")?, row.get("superseded_at")?);
        let shown: Option<Audience> = row.parse_opt("shown_to")?;
        let entry = Entry {
            numerator: row.get("numerator")?,
            denominator: row.get("denominator")?,
            value: row.get("value")?,
            ..Entry::default()
        };
        let found = counts(indicator.measure, indicator.per, &entry);
        let cell = found.zip(known.get(&id)).map(|(counts, series)| Cell {
            unit: series.unit,
            context: series.context,
            stratum: series.stratum.clone(),
            period,
            counts,
            from,
            until,
            shown,
            printed: code.is_some(),
        });
        Ok(Found { id: row.get("id")?, cell, shown })
    };
    tx.all(sql, values![indicator.id, year], read).await
}

/// Decides on the values of a year together, and writes down what is new.
async fn decide(tx: &Tx, found: Vec<Found>, tree: &UnitTree, policy: &Policy, anew: bool) -> Result<usize, Error> {
    let mut changed: BTreeMap<Audience, Vec<ObservationId>> = BTreeMap::new();
    let mut cells = Vec::new();
    let mut kept: Vec<(ObservationId, Option<Audience>)> = Vec::new();
    for one in found {
        match one.cell {
            Some(cell) => {
                cells.push(cell);
                kept.push((one.id, one.shown));
            }
            None if one.shown != Some(Audience::Open) => changed.entry(Audience::Open).or_default().push(one.id),
            None => {}
        }
    }
    // A count that is none cannot have been recorded; were there one, nothing of its year would be shown.
    let audiences = publish(&cells, tree, policy, anew).unwrap_or_else(|_| vec![Audience::Own; cells.len()]);
    for ((id, shown), audience) in kept.into_iter().zip(audiences) {
        if shown != Some(audience) {
            changed.entry(audience).or_default().push(id);
        }
    }
    let mut decided = 0;
    for (audience, ids) in &changed {
        let published = (Audience::Own < *audience).then_some(tx.now());
        for portion in ids.chunks(MOST_ASKED) {
            let mut asked: Vec<Value> = values![audience.name(), published];
            asked.extend(portion.iter().map(|id| id.column()));
            // What others saw already is no news to them.
            let sql = format!(
                "update observation set published_at = case when shown_to in ('service', 'open') then published_at
                     else $2 end, shown_to = $1 where id in ({})",
                places(3, portion.len())
            );
            tx.run(&sql, asked).await?;
        }
        decided += ids.len();
    }
    Ok(decided)
}

/// Writes down that series have been looked at as they were, and whether anything of them is kept back.
async fn written_down(tx: &Tx, series: &[&Series], policy: &str) -> Result<(), Error> {
    let ids = || series.iter().map(|one| one.id.column());
    let mut asked: Vec<Value> = values![policy, tx.now()];
    asked.extend(ids());
    let sql = format!(
        "update series set published_by = $1, kept_back = exists (select 1 from observation o
             where o.series_id = series.id and (o.shown_to is null or o.shown_to = 'own')),
             news_at = case when exists (select 1 from observation o
                 where o.series_id = series.id and o.published_at = $2) then $2 else news_at end
         where id in ({})",
        places(3, series.len())
    );
    tx.run(&sql, asked).await?;
    // Values may have come since they were read; those are looked at next time.
    let mut by_version: BTreeMap<i64, Vec<SeriesId>> = BTreeMap::new();
    for one in series {
        by_version.entry(one.version).or_default().push(one.id);
    }
    for (version, ids) in by_version {
        let mut asked: Vec<Value> = values![version];
        asked.extend(ids.iter().map(|id| id.column()));
        let sql = format!("update series set published_version = $1 where id in ({})", places(2, ids.len()));
        tx.run(&sql, asked).await?;
    }
    Ok(())
}

/// A condition on the series `s`: that what was worked out from all of its values may be shown to others.
pub(super) const NOTHING_KEPT_BACK: &str = "not s.kept_back";
