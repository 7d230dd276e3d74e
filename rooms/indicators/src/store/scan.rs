//! Looks at every series at once: read as they were known at an instant, kept, and found again.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::task::JoinHandle;
use varde_kernel::access::{Granted, Kind, Scope};
use varde_kernel::{IndicatorId, ScanId, SeriesId, UnitId, UnitTree};
use varde_store::history::Line;
use varde_store::{Column, Error, Insert, Json, Read, Row, Tx, Value, jobs, json, scope_condition, values};

use super::published::NOTHING_KEPT_BACK;
use super::signal::{read_way, way_name};
use super::{OPEN, indicators, places};
use crate::model::{Audience, ByAudience, Indicator, Scan, ScanFound, ScanHit, ScanList, State};
use crate::rules::scan::{Collector, Looked, ScanPoint};

/// The job that looks at every series.
pub const SCAN: &str = "indicators-scan";
/// How many series are read at a time: enough to be quick, few enough to fit.
const PORTION: usize = 1_000;

/// A series that is to be looked at.
#[derive(Clone, Copy)]
struct ToLook {
    series: SeriesId,
    indicator: IndicatorId,
    unit: UnitId,
    kept_back: bool,
}

/// What the series of a unit and those below it say, by the values that were known at an instant: to those who
/// work with all of it, and to others. The same instant gives the same answer, whatever has been corrected since;
/// to others as long as the same values are kept back.
pub async fn look(
    db: &impl Read,
    tree: &UnitTree,
    unit: UnitId,
    (at, rate): (Timestamp, f64),
) -> Result<ByAudience<ScanFound>, Error> {
    let known: Arc<HashMap<IndicatorId, Indicator>> = Arc::new(
        indicators(db)
            .await?
            .into_iter()
            .filter(|one| one.state.is_open() && one.state != State::Retired)
            .map(|one| (one.id, one))
            .collect(),
    );
    // In the order in which their values lie, so that a portion is read in one sweep.
    let sql = "select s.id, s.indicator_id, s.unit_id, s.kept_back from series s
         join unit_line l on l.unit_id = s.unit_id and l.ancestor_id = $1 where s.stratum = '' order by s.id";
    let all = db
        .all(sql, values![unit], |row| {
            Ok(ToLook {
                series: row.get("id")?,
                indicator: row.get("indicator_id")?,
                unit: row.get("unit_id")?,
                kept_back: row.get("kept_back")?,
            })
        })
        .await?;
    // A portion is looked at while the next is read: two cores, half the time.
    let mut looking: Option<JoinHandle<Collector>> = None;
    for portion in all.chunks(PORTION) {
        let points = points(db, portion, at).await?;
        let collector = looked_at(looking).await;
        let (known, portion) = (Arc::clone(&known), portion.to_vec());
        looking = Some(tokio::task::spawn_blocking(move || take(collector, &known, &portion, points)));
    }
    let collector = looked_at(looking).await;
    let former = ByAudience {
        own: former(db, (unit, Audience::Own), at).await?,
        service: former(db, (unit, Audience::Service), at).await?,
    };
    Ok(collector.finish(tree, rate, &former))
}

/// What has been collected so far. Where looking at it stopped in the middle, so does this.
async fn looked_at(looking: Option<JoinHandle<Collector>>) -> Collector {
    let Some(looking) = looking else { return Collector::default() };
    match looking.await {
        Ok(collector) => collector,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(cause) => std::panic::resume_unwind(cause),
            // Called off because the house is closing: nobody waits for the answer any more.
            Err(_) => std::future::pending().await,
        },
    }
}

/// Looks at a portion.
fn take(
    mut collector: Collector,
    known: &HashMap<IndicatorId, Indicator>,
    portion: &[ToLook],
    mut points: HashMap<SeriesId, Vec<ScanPoint>>,
) -> Collector {
    for one in portion {
        let Some(indicator) = known.get(&one.indicator) else { continue };
        let points = points.remove(&one.series).unwrap_or_default();
        let looked = Looked { indicator, series: one.series, unit: one.unit, kept_back: one.kept_back };
        collector.take(looked, &points);
    }
    collector
}

/// The values of some series that counted at an instant: those that may still change do not.
async fn points(db: &impl Read, portion: &[ToLook], at: Timestamp) -> Result<HashMap<SeriesId, Vec<ScanPoint>>, Error> {
    let sql = format!(
        "select o.series_id, o.period, o.numerator, o.denominator, o.value from observation o
         where o.series_id in ({}) and o.recorded_at <= $1 and (o.superseded_at is null or $1 < o.superseded_at)
         and o.value is not null and not o.provisional order by o.series_id, o.period_start, o.period_end",
        places(2, portion.len())
    );
    let mut asked: Vec<Value> = values![at];
    asked.extend(portion.iter().map(|one| one.series.column()));
    let rows = db
        .all(&sql, asked, |row| {
            let point = ScanPoint {
                period: row.get("period")?,
                numerator: row.get("numerator")?,
                denominator: row.get("denominator")?,
                value: row.get("value")?,
            };
            Ok((row.get::<SeriesId>("series_id")?, point))
        })
        .await?;
    let mut found: HashMap<SeriesId, Vec<ScanPoint>> = HashMap::with_capacity(portion.len());
    for (series, point) in rows {
        found.entry(series).or_default().push(point);
    }
    Ok(found)
}

/// The p-values of an audience's runs before an instant, oldest first.
async fn former(db: &impl Read, (unit, audience): (UnitId, Audience), before: Timestamp) -> Result<Vec<f64>, Error> {
    let sql = "select p_value from scan where unit_id = $1 and audience = $3 and ran_at < $2 and p_value is not null
         order by ran_at, id";
    db.all(sql, values![unit, before, audience.name()], |row| row.get("p_value")).await
}

/// Keeps what a run found, for each audience. Returns the id of the one for those inside.
pub async fn put_scan(
    tx: &Tx,
    unit: &Granted<UnitId>,
    (rate, found): (f64, &ByAudience<ScanFound>),
) -> Result<ScanId, Error> {
    let id = put_one(tx, unit, Audience::Own, (rate, &found.own)).await?;
    put_one(tx, unit, Audience::Service, (rate, &found.service)).await?;
    let (alerts, watched) = (found.own.count(ScanList::Alert), found.own.count(ScanList::Watch));
    tx.record(
        Line::new(Kind::Scan, id, Some(**unit), "ran")
            .after(json!({ "n": found.own.n_series, "alerts": alerts, "watched": watched })),
    );
    Ok(id)
}

async fn put_one(
    tx: &Tx,
    unit: &Granted<UnitId>,
    audience: Audience,
    (rate, found): (f64, &ScanFound),
) -> Result<ScanId, Error> {
    let id: ScanId = tx.new_id()?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (alerts, watched) = (count(found.count(ScanList::Alert)), count(found.count(ScanList::Watch)));
    Insert::into("scan")
        .set("id", id)
        .set("unit_id", **unit)
        .set("audience", audience.name())
        .set("ran_at", tx.now())
        .set("rate", rate)
        .set("n_series", count(found.n_series))
        .set("n_short", count(found.n_short))
        .set("n_alerts", alerts)
        .set("n_watched", watched)
        .set("p_value", found.p_value)
        .set("level", found.level)
        .run(tx)
        .await?;
    for list in ScanList::ALL {
        for (place, hit) in (1_i64..).zip(found.hits.iter().filter(|hit| hit.list == *list)) {
            Insert::into("scan_hit")
                .set("scan_id", id)
                .set("series_id", hit.series)
                .set("indicator_id", hit.indicator)
                .set("unit_id", hit.unit)
                .set("list", list.name())
                .set("place", place)
                .set("p_value", hit.p_value)
                .set("q_value", hit.q_value)
                .set("excess", hit.excess)
                .set("way", hit.way.map(way_name))
                .set("since", hit.since)
                .set("n_pooled", count(hit.n_pooled))
                .run(tx)
                .await?;
        }
    }
    Ok(id)
}

/// Asks for a run over a unit and those below it, or over every unit at the top.
pub async fn ask_for_scan(tx: &Tx, unit: &Granted<UnitId>) -> Result<(), Error> {
    let key = format!("{SCAN}@{}@{}", **unit, tx.now().as_microsecond());
    let payload: Json = json!({ "unit": unit.to_string() });
    jobs::ask(tx, SCAN, &payload, tx.now(), Some(&key)).await?;
    Ok(())
}

const RUN: &str = "c.id, c.unit_id, c.audience, c.ran_at, c.rate, c.n_series, c.n_short, c.p_value, c.level";

fn read_run(row: &Row) -> Result<Scan, Error> {
    let count = |column: &str| Ok::<usize, Error>(usize::try_from(row.get::<i64>(column)?).unwrap_or_default());
    Ok(Scan {
        id: row.get("id")?,
        unit: row.get("unit_id")?,
        audience: row.parse("audience")?,
        at: row.get("ran_at")?,
        rate: row.get("rate")?,
        found: ScanFound {
            n_series: count("n_series")?,
            n_short: count("n_short")?,
            p_value: row.get("p_value")?,
            level: row.get("level")?,
            hits: Vec::new(),
        },
    })
}

/// A condition on the run `c` that keeps the one for whom the scope is: worked out from everything over a unit
/// that it covers, and apart from what is kept back over any other.
fn ones_own(scope: &Scope, values: &mut Vec<Value>) -> String {
    let inside = scope_condition(scope, "c.unit_id", "1 = 0", values);
    format!("c.audience = case when {inside} then '{}' else '{}' end", Audience::Own.name(), Audience::Service.name())
}

/// The newest run over any of these units, as the scope may see it; without its hits.
pub async fn newest_scan(db: &impl Read, scope: &Scope, units: &[UnitId]) -> Result<Option<Scan>, Error> {
    let mut values = vec![];
    let (own, units) = (ones_own(scope, &mut values), varde_store::places(units.iter().copied(), &mut values));
    let sql = format!(
        "select {RUN} from scan c where c.unit_id in ({units}) and {own} order by c.ran_at desc, c.id desc limit 1"
    );
    db.one(&sql, values, read_run).await
}

/// A run by its id, as the scope may see it; without its hits. The same run has an id for each audience, and
/// either leads to one's own.
pub async fn scan(db: &impl Read, scope: &Scope, id: ScanId) -> Result<Option<Scan>, Error> {
    let mut values = values![id];
    let own = ones_own(scope, &mut values);
    let sql = format!(
        "select {RUN} from scan c join scan d on d.unit_id = c.unit_id and d.ran_at = c.ran_at
         where d.id = $1 and {own} order by c.id desc limit 1"
    );
    db.one(&sql, values, read_run).await
}

/// The runs as the scope may see them, newest first, without their hits.
pub async fn scans(db: &impl Read, scope: &Scope, (limit, skip): (i64, i64)) -> Result<Vec<Scan>, Error> {
    let mut values = values![limit, skip];
    let own = ones_own(scope, &mut values);
    let sql = format!("select {RUN} from scan c where {own} order by c.ran_at desc, c.id desc limit $1 offset $2");
    db.all(&sql, values, read_run).await
}

/// Which hits of a run a list shows.
#[derive(Clone, Copy, Debug)]
pub struct HitFilter {
    /// Of this list.
    pub list: ScanList,
    /// Of this unit and those below it.
    pub below: Option<UnitId>,
    /// Of this indicator.
    pub indicator: Option<IndicatorId>,
}

fn hits_where(scan: ScanId, scope: &Scope, filter: &HitFilter, values: &mut Vec<Value>) -> String {
    // What was worked out from values that are kept back is for those inside; several units together too.
    let open = format!("({OPEN} and {NOTHING_KEPT_BACK} and h.n_pooled = 0)");
    let seen = scope_condition(scope, "h.unit_id", &open, values);
    values.push(scan.column());
    let mut parts = vec![seen, format!("h.scan_id = ${}", values.len())];
    values.push(filter.list.name().column());
    parts.push(format!("h.list = ${}", values.len()));
    if let Some(unit) = filter.below {
        values.push(unit.column());
        let place = values.len();
        parts.push(format!("h.unit_id in (select l.unit_id from unit_line l where l.ancestor_id = ${place})"));
    }
    if let Some(indicator) = filter.indicator {
        values.push(indicator.column());
        parts.push(format!("h.indicator_id = ${}", values.len()));
    }
    parts.join(" and ")
}

const HITS: &str = "scan_hit h join indicator i on i.id = h.indicator_id join series s on s.id = h.series_id";

/// One page of the hits of a run that the scope shows and the filter keeps, in their order.
pub async fn scan_hits(
    db: &impl Read,
    scan: ScanId,
    scope: &Scope,
    filter: &HitFilter,
    (limit, skip): (i64, i64),
) -> Result<Vec<ScanHit>, Error> {
    let mut values = values![limit, skip];
    let condition = hits_where(scan, scope, filter, &mut values);
    let sql = format!(
        "select h.series_id, h.indicator_id, h.unit_id, h.list, h.p_value, h.q_value, h.excess, h.way, h.since,
         h.n_pooled from {HITS} where {condition} order by h.place limit $1 offset $2"
    );
    db.all(&sql, values, |row| {
        let way: Option<String> = row.get("way")?;
        Ok(ScanHit {
            list: row.parse("list")?,
            series: row.get("series_id")?,
            indicator: row.get("indicator_id")?,
            unit: row.get("unit_id")?,
            n_pooled: usize::try_from(row.get::<i64>("n_pooled")?).unwrap_or_default(),
            p_value: row.get("p_value")?,
            q_value: row.get("q_value")?,
            excess: row.get("excess")?,
            way: way.as_deref().and_then(read_way),
            since: row.get("since")?,
        })
    })
    .await
}

/// How many hits [`scan_hits`] has in all.
pub async fn count_scan_hits(db: &impl Read, scan: ScanId, scope: &Scope, filter: &HitFilter) -> Result<i64, Error> {
    let mut values = vec![];
    let condition = hits_where(scan, scope, filter, &mut values);
    db.number(&format!("select count(*) as n from {HITS} where {condition}"), values).await
}
