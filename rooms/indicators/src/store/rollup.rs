//! What a unit's figures are added up from, where it reports none itself: which units below it report, and what they
//! count together. See docs/methods/roll-up.md.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use varde_kernel::access::Scope;
use varde_kernel::{IndicatorId, Period, SeriesId, UnitId};
use varde_store::{Column, Error, Read, Row, Value, scope_condition};

use super::places;
use super::value::{MOST_ASKED, SERIES, read_series};
use crate::model::{Audience, Measure, Series};
use crate::rules::rollup::Sums;

/// A series that may be a part of a sum.
pub struct PartSeries {
    /// The series.
    pub series: Series,
    /// When its first period begins.
    pub first: Date,
    /// Its newest period.
    pub newest: Period,
}

/// What some units count together, and how many of the values behind it are not shown to an audience.
#[derive(Clone, Copy, Debug, Default)]
pub struct Added {
    /// The sums.
    pub sums: Sums,
    /// How many values are kept back from whoever is signed in.
    pub n_own: i64,
    /// How many are kept back from files.
    pub n_closed: i64,
}

/// The series of these units, over all strata together, of indicators whose figures add up and that the scope shows;
/// with an indicator, only that one's. By the indicator's name. What a document prints is no part of a sum.
pub async fn part_series(
    db: &impl Read,
    scope: &Scope,
    units: &[UnitId],
    indicator: Option<IndicatorId>,
) -> Result<Vec<PartSeries>, Error> {
    let mut found = Vec::new();
    for portion in units.chunks(MOST_ASKED) {
        let mut values: Vec<Value> = portion.iter().map(|unit| unit.column()).collect();
        let wanted = places(1, values.len());
        let seen = scope_condition(scope, "s.unit_id", super::OPEN, &mut values);
        let one = indicator.map_or_else(String::new, |id| {
            values.push(id.column());
            format!(" and s.indicator_id = ${}", values.len())
        });
        let sql = format!(
            "select {SERIES},
                 (select min(o.period_start) from observation o where o.series_id = s.id
                      and o.superseded_at is null and o.code is null) as first,
                 (select o.period from observation o where o.series_id = s.id and o.superseded_at is null
                      and o.code is null order by o.period_start desc, o.period_end limit 1) as newest
             from series s join indicator i on i.id = s.indicator_id
             where s.unit_id in ({wanted}) and s.stratum = '' and i.state <> 'retired'
                 and i.measure in ('percent', 'rate', 'count') and i.standardisation = 'none' and {seen}{one}
             order by i.name, i.id"
        );
        let read = |row: &Row| {
            let (first, newest): (Option<Date>, Option<Period>) = (row.get("first")?, row.get("newest")?);
            let series = read_series(row)?;
            Ok(first.zip(newest).map(|(first, newest)| PartSeries { series, first, newest }))
        };
        found.extend(db.all(&sql, values, read).await?.into_iter().flatten());
    }
    Ok(found)
}

/// Those of these units below which some series of the indicator keeps a value back.
pub async fn veiled_below(db: &impl Read, indicator: IndicatorId, units: &[UnitId]) -> Result<HashSet<UnitId>, Error> {
    let mut found = HashSet::new();
    for portion in units.chunks(MOST_ASKED) {
        let mut asked: Vec<Value> = portion.iter().map(|unit| unit.column()).collect();
        let wanted = places(1, asked.len());
        asked.push(indicator.column());
        let sql = format!(
            "select distinct l.ancestor_id from series s join unit_line l on l.unit_id = s.unit_id
             where s.indicator_id = ${} and s.stratum = '' and s.kept_back = true and 0 < l.depth
                 and l.ancestor_id in ({wanted})",
            asked.len()
        );
        found.extend(db.all(&sql, asked, |row| row.get::<UnitId>("ancestor_id")).await?);
    }
    Ok(found)
}

/// What counts as a part: the counts behind a share or a rate, or a count itself.
fn counted(indicators: &[(IndicatorId, Measure)], values: &mut Vec<Value>) -> String {
    let counts = indicators.iter().filter(|(_, measure)| *measure == Measure::Count);
    let from = values.len() + 1;
    values.extend(counts.map(|(id, _)| id.column()));
    let shares = "o.numerator is not null and o.denominator is not null";
    match values.len() + 1 - from {
        0 => format!("({shares})"),
        n => format!(
            "(({shares}) or (s.indicator_id in ({}) and coalesce(o.value, o.numerator) is not null))",
            places(from, n)
        ),
    }
}

/// The columns of a sum; of a count that comes without what it is out of, its value.
const COUNTED: &str = "case when o.denominator is null then coalesce(o.value, o.numerator) else o.numerator end";

fn read_added(row: &Row) -> Result<Added, Error> {
    let (n, provisional): (i64, i64) = (row.get("n")?, row.get("n_provisional")?);
    let numerator: Option<f64> = row.get("counted")?;
    let denominator: Option<f64> = row.get("among")?;
    Ok(Added {
        sums: Sums {
            n: usize::try_from(n).unwrap_or(0),
            numerator: numerator.unwrap_or(0.0),
            denominator: denominator.unwrap_or(0.0),
            provisional: 0 < provisional,
            version: row.get("definition")?,
        },
        n_own: row.get("n_own")?,
        n_closed: row.get("n_closed")?,
    })
}

fn sums(of: &str) -> String {
    format!(
        "cast(count(*) as bigint) as n, sum({COUNTED}) as counted, sum(o.denominator) as among,
         cast(sum(case when o.provisional then 1 else 0 end) as bigint) as n_provisional,
         cast(max(o.definition_version) as bigint) as definition,
         cast(sum(case when o.shown_to in ('service', 'open') then 0 else 1 end) as bigint) as n_own,
         cast(sum(case when o.shown_to = 'open' then 0 else 1 end) as bigint) as n_closed
         from {of}"
    )
}

/// What the units below each of these count together, by the organisation of today, without the series in `apart`: by
/// indicator and unit, period by period. What lies below several of them is counted at the nearest, so that each value
/// is looked at once. One question, whatever lies below.
pub async fn added_below(
    db: &impl Read,
    indicators: &[(IndicatorId, Measure)],
    above: &[UnitId],
    apart: &[SeriesId],
) -> Result<HashMap<(IndicatorId, UnitId), HashMap<Period, Added>>, Error> {
    let mut found: HashMap<_, HashMap<Period, Added>> = HashMap::new();
    if indicators.is_empty() || above.is_empty() {
        return Ok(found);
    }
    let mut asked: Vec<Value> = above.iter().map(|unit| unit.column()).collect();
    let units = places(1, asked.len());
    let from = asked.len() + 1;
    asked.extend(indicators.iter().map(|(id, _)| id.column()));
    let wanted = places(from, indicators.len());
    let from = asked.len() + 1;
    asked.extend(apart.iter().map(|id| id.column()));
    let apart = match asked.len() + 1 - from {
        0 => String::new(),
        n => format!(" and s.id not in ({})", places(from, n)),
    };
    let counted = counted(indicators, &mut asked);
    // From the units to their few series to their values: in this order whatever the database thinks of it.
    let of = format!(
        "unit_line l cross join series s cross join observation o
         where l.ancestor_id in ({units}) and 0 < l.depth and not exists (select 1 from unit_line m
                 where m.unit_id = l.unit_id and m.ancestor_id in ({units}) and 0 < m.depth and m.depth < l.depth)
             and s.unit_id = l.unit_id and s.indicator_id in ({wanted})
             and s.stratum = ''{apart} and o.series_id = s.id and o.superseded_at is null and o.code is null and {counted}
         group by l.ancestor_id, s.indicator_id, o.period"
    );
    let sql = format!("select l.ancestor_id, s.indicator_id, o.period, {}", sums(&of));
    let read = |row: &Row| {
        let place: (IndicatorId, UnitId) = (row.get("indicator_id")?, row.get("ancestor_id")?);
        Ok((place, row.get::<Period>("period")?, read_added(row)?))
    };
    for (place, period, added) in db.all(&sql, asked, read).await? {
        found.entry(place).or_default().insert(period, added);
    }
    Ok(found)
}

/// What these series count, each by itself, period by period.
pub async fn single_parts(
    db: &impl Read,
    indicators: &[(IndicatorId, Measure)],
    series: &[SeriesId],
) -> Result<HashMap<(IndicatorId, UnitId), HashMap<Period, Added>>, Error> {
    let mut found: HashMap<_, HashMap<Period, Added>> = HashMap::new();
    for portion in series.chunks(MOST_ASKED) {
        let mut asked: Vec<Value> = portion.iter().map(|id| id.column()).collect();
        let ids = places(1, asked.len());
        let counted = counted(indicators, &mut asked);
        let of = format!(
            "series s join observation o on o.series_id = s.id
             where s.id in ({ids}) and o.superseded_at is null and o.code is null and {counted}
             group by s.unit_id, s.indicator_id, o.period"
        );
        let sql = format!("select s.unit_id, s.indicator_id, o.period, {}", sums(&of));
        let read = |row: &Row| {
            let place: (IndicatorId, UnitId) = (row.get("indicator_id")?, row.get("unit_id")?);
            Ok((place, row.get::<Period>("period")?, read_added(row)?))
        };
        for (place, period, added) in db.all(&sql, asked, read).await? {
            found.entry(place).or_default().insert(period, added);
        }
    }
    Ok(found)
}

impl Added {
    /// Adds what other units count.
    pub fn add(&mut self, other: &Self) {
        self.sums.add(&other.sums);
        self.n_own += other.n_own;
        self.n_closed += other.n_closed;
    }

    /// Whether all values behind it may be shown to an audience.
    pub fn is_shown(&self, audience: Audience) -> bool {
        match audience {
            Audience::Own => true,
            Audience::Service => self.n_own == 0,
            Audience::Open => self.n_closed == 0,
        }
    }
}
