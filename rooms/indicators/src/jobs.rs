//! Looking through series with new values: who may see them, and what they show.

mod take;
mod tell;
mod whole;

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Author, Kind, System, Target};
use varde_kernel::{IndicatorId, ScanId, SeriesId, SuggestionId, UnitId, UnitTree};
use varde_store::jobs::Job;
use varde_store::{Error, Json, Read, Tx, jobs};
use varde_web::{App, BoxFuture, Every, JobKind};

use crate::model::{
    ByAudience, ChartSpec, EventKind, Indicator, Level, Meaning, Observation, Pinned, Raised, ScanFound, Schedule,
    Series, Signal, Suggestion, SuggestionState,
};
use crate::rules::cause::{self, Step};
use crate::rules::disclosure::{Policy, Sight};
use crate::rules::{chart, due, rebase, scan};
use crate::store;

/// How many series one transaction looks through.
const PORTION: i64 = 200;
/// A pattern that ended more points ago than this is history: nobody is woken for it.
const RECENT_POINTS: usize = 12;

/// The room's background work.
pub fn kinds() -> Vec<JobKind> {
    // Asked for by every new value; once an hour too, so that a new policy takes hold by itself.
    vec![
        JobKind { name: store::JUDGE, run: run_judge, every: Some(Every::Hour) },
        JobKind { name: store::SCAN, run: run_scan, every: Some(Every::Day) },
        JobKind { name: store::TAKE, run: take::run, every: None },
        JobKind { name: "indicators.sweep", run: take::sweep, every: Some(Every::Day) },
        JobKind { name: "indicators.tell", run: tell::run, every: Some(Every::Day) },
    ]
}

fn run_judge<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let (tree, today) = (app.tree().await?, app.today());
        // The settings were read when the house was built; what cannot be read never came so far.
        let policy = Policy::read(&app.config().settings).unwrap_or_default();
        while publish_next(app, &tree, &policy).await? {}
        loop {
            let tx = app.begin_as(Author::System(System::Worker)).await?;
            let looked_at = judge_portion(&tx, &tree, today).await?;
            if looked_at == 0 {
                jobs::done(&tx, job.id).await?;
                return tx.commit().await;
            }
            tx.commit().await?;
        }
    })
}

/// Looks at every series: of the unit that the job names, or of each at the top.
fn run_scan<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let tree = app.tree().await?;
        let asked =
            job.payload.parse::<Json>().ok().and_then(|payload| payload.get("unit")?.as_str()?.parse::<UnitId>().ok());
        let units: Vec<UnitId> = match asked {
            Some(unit) => vec![unit],
            None => tree.roots().to_vec(),
        };
        for unit in units {
            // Read outside the transaction that writes, so that nobody waits for it: values count as they were known
            // at the instant that the run is kept with.
            let at = varde_kernel::instant(app.now());
            let found = store::look(app.db(), &tree, unit, (at, scan::RATE)).await?;
            // An organisation that measures nothing here has no run to keep.
            if asked.is_none() && found.own.n_series + found.own.n_short == 0 {
                continue;
            }
            let tx = app.db().begin_write(Author::System(System::Worker), at).await?;
            put_scan(&tx, &tree, unit, &found).await?;
            tx.commit().await?;
        }
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

/// Keeps what was found in a unit's field, in Varde's own name.
///
/// # Errors
///
/// When the database does not answer.
pub async fn put_scan(tx: &Tx, tree: &UnitTree, unit: UnitId, found: &ByAudience<ScanFound>) -> Result<ScanId, Error> {
    let worker = Actor::System(System::Worker);
    let granted = access::grant(&worker, Action::Create, &Target::open(Kind::Scan, tree.line(unit)), unit)?;
    store::put_scan(tx, &granted, (scan::RATE, found)).await
}

/// Decides who may see the values of one indicator with new ones. `false` when there was none.
async fn publish_next(app: &App, tree: &UnitTree, policy: &Policy) -> Result<bool, Error> {
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    let found = publish_portion(&tx, tree, policy).await?;
    tx.commit().await?;
    Ok(found)
}

/// Decides who may see the values of one indicator with new ones. `false` when there was none.
///
/// # Errors
///
/// When the database does not answer.
pub async fn publish_portion(tx: &Tx, tree: &UnitTree, policy: &Policy) -> Result<bool, Error> {
    let Some(id) = store::unpublished(tx, policy).await? else { return Ok(false) };
    let indicator = store::many(tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    let worker = Actor::System(System::Worker);
    let target = Target::internal(Kind::Series, std::sync::Arc::from([]));
    let granted = access::grant(&worker, Action::Count, &target, indicator)?;
    store::publish_indicator(tx, &granted, tree, policy).await?;
    Ok(true)
}

/// Looks through one portion of the series with new values. Returns how many there were.
///
/// # Errors
///
/// When the database does not answer.
pub async fn judge_portion(tx: &Tx, tree: &UnitTree, today: Date) -> Result<usize, Error> {
    let series = store::unjudged(tx, PORTION).await?;
    let ids: Vec<SeriesId> = series.iter().map(|one| one.id).collect();
    let known = Known::of(tx, &series, &ids).await?;
    for one in &series {
        if let Some(indicator) = known.indicators.get(&one.indicator) {
            judge(tx, tree, today, (one, indicator), &known).await?;
        }
        store::judged(tx, one).await?;
    }
    Ok(series.len())
}

/// What is known of a portion of series, each thing fetched once.
struct Known {
    indicators: HashMap<IndicatorId, Indicator>,
    schedules: HashMap<IndicatorId, Vec<Schedule>>,
    values: HashMap<SeriesId, Vec<Observation>>,
    specs: HashMap<SeriesId, ChartSpec>,
    signals: HashMap<SeriesId, Vec<Signal>>,
}

impl Known {
    async fn of(db: &impl Read, series: &[Series], ids: &[SeriesId]) -> Result<Self, Error> {
        let mut indicators: Vec<IndicatorId> = series.iter().map(|one| one.indicator).collect();
        indicators.sort_unstable();
        indicators.dedup();
        Ok(Self {
            indicators: store::many(db, &indicators).await?.into_iter().map(|one| (one.id, one)).collect(),
            schedules: if series.is_empty() { HashMap::new() } else { store::all_schedules(db).await? },
            values: store::values_of_many(db, &Sight::Whole, ids).await?,
            specs: store::specs(db, ids).await?,
            signals: store::signals_of_many(db, ids).await?,
        })
    }
}

async fn judge(
    tx: &Tx,
    tree: &UnitTree,
    today: Date,
    (series, indicator): (&Series, &Indicator),
    known: &Known,
) -> Result<(), Error> {
    let worker = Actor::System(System::Worker);
    let target = Target::open(Kind::Signal, tree.line(series.unit));
    let granted = access::grant(&worker, Action::Create, &target, series.clone())?;
    let values = known.values.get(&series.id).map_or(&[][..], Vec::as_slice);
    let undecided = ChartSpec::undecided(series.id, indicator.definition_version);
    let spec = known.specs.get(&series.id).unwrap_or(&undecided);
    let signals = known.signals.get(&series.id).map_or(&[][..], Vec::as_slice);
    let drawn = chart::draw(indicator, values, spec);
    let seen = drawn.as_ref().map(cause::causes).unwrap_or_default();
    let oldest_new = drawn.as_ref().and_then(|drawn| {
        let first = drawn.periods.len().saturating_sub(RECENT_POINTS);
        drawn.periods.get(first).map(|period| period.start())
    });
    let pinned = drawn.as_ref().map(|drawn| Pinned {
        spec: spec.version,
        kind: drawn.chart.kind,
        rules: drawn.chart.rules,
        definition: indicator.definition_version,
    });
    for step in cause::compare(&seen, signals, oldest_new) {
        match (step, pinned) {
            (Step::Raise(cause), Some(pinned)) => {
                let due = (cause.meaning(indicator.direction) != Meaning::Better).then(|| {
                    let schedules = known.schedules.get(&indicator.id).map_or(&[][..], Vec::as_slice);
                    today.saturating_add(comment_days(tree, series, schedules).days())
                });
                store::raise(tx, &granted, (&cause, pinned, Raised::Values), due).await?;
            }
            (Step::Continue(signal, cause), Some(pinned)) => {
                store::update_cause(tx, &granted, (signal, &cause, pinned), EventKind::Continued).await?;
            }
            (Step::Change(signal, cause), Some(pinned)) => {
                store::update_cause(tx, &granted, (signal, &cause, pinned), EventKind::Changed).await?;
            }
            (Step::Vanish(signal), _) => store::vanish(tx, &granted, signal).await?,
            (_, None) => {}
        }
    }
    let changes = drawn.as_ref().map(rebase::suggest).unwrap_or_default();
    let known = if changes.is_empty() { Vec::new() } else { store::suggestions(tx, series.id).await? };
    let made: Vec<Suggestion> = changes
        .iter()
        .filter(|change| !rebase::is_answered(&known, change))
        .map(|change| suggestion(series, spec, change))
        .collect();
    store::put_suggestions(tx, &granted, &made).await
}

/// A change of level as it is kept, until somebody answers it.
fn suggestion(series: &Series, spec: &ChartSpec, change: &rebase::Change) -> Suggestion {
    Suggestion {
        // The store gives it an identity when it is new.
        id: SuggestionId::from_uuid(series.id.uuid()),
        series: series.id,
        first: change.first,
        between: change.between,
        shift: change.shift,
        gain: change.gain,
        spec_version: spec.version,
        state: SuggestionState::Open,
        reason: String::new(),
        answered: None,
    }
}

/// Within how many days a signal of the unit is to be commented.
fn comment_days(tree: &UnitTree, series: &Series, schedules: &[Schedule]) -> i64 {
    let level = tree.get(series.unit).map_or(Level::All, |unit| due::level_of(unit.kind));
    due::schedule_for(schedules, level).map_or(due::COMMENT_DAYS, |schedule| schedule.comment_days)
}
