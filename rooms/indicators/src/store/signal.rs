//! Signals and what became of them.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{FindingId, IndicatorId, MeasureId, SeriesId, SignalId, UnitId, UnitTree};
use varde_spc::{Rule, Way};
use varde_store::history::Line;
use varde_store::{Column, Error, Insert, Json, Read, Row, Tx, Update, Value, jobs, json, scope_condition, values};

use super::OPEN;
use super::published::NOTHING_KEPT_BACK;
use crate::model::{
    Cause, EventKind, Hits, Pinned, Raised, Series, Signal, SignalEvent, SignalState, Verdict, author_text, read_author,
};
use crate::rules::cause::next_of;

/// The job that looks for signals in series with new values.
pub const JUDGE: &str = "indicators-judge";

pub(super) const SIGNAL: &str =
    "g.id, g.series_id, g.indicator_id, g.unit_id, g.rule, g.rules_fired, g.way, g.first_period,
    g.last_period, g.p_value, g.spec_version, g.chart, g.rules, g.definition_version, g.raised_by, g.raised_at,
    g.state, g.verdict, g.comment, g.state_at, g.state_by, g.due, g.finding_id, g.measure_id, g.version";

/// Signals with what decides who may see them.
pub(super) const SIGNALS: &str =
    "signal g join indicator i on i.id = g.indicator_id join series s on s.id = g.series_id";

pub(super) fn read(row: &Row) -> Result<Signal, Error> {
    let wrong = |column: &str| Error::Column { column: column.to_owned() };
    let (by, fired, rule): (String, String, String) = (row.get("state_by")?, row.get("rules_fired")?, row.get("rule")?);
    let way: Option<String> = row.get("way")?;
    Ok(Signal {
        id: row.get("id")?,
        series: row.get("series_id")?,
        indicator: row.get("indicator_id")?,
        unit: row.get("unit_id")?,
        cause: Cause {
            rule: read_rule(&rule).ok_or_else(|| wrong("rule"))?,
            rules: fired.split(',').filter_map(read_rule).collect(),
            way: way.as_deref().and_then(read_way),
            first: row.get("first_period")?,
            last: row.get("last_period")?,
            p_value: row.get("p_value")?,
        },
        chart: Pinned {
            spec: row.get("spec_version")?,
            kind: row.parse("chart")?,
            rules: row.parse("rules")?,
            definition: row.get("definition_version")?,
        },
        raised: row.parse("raised_by")?,
        at: row.get("raised_at")?,
        state: row.parse("state")?,
        verdict: row.parse_opt("verdict")?,
        comment: row.get("comment")?,
        state_at: row.get("state_at")?,
        state_by: read_author(&by),
        due: row.get("due")?,
        finding: row.get("finding_id")?,
        measure: row.get("measure_id")?,
        version: row.get("version")?,
    })
}

fn read_rule(name: &str) -> Option<Rule> {
    crate::rules::cause::RULES.iter().copied().find(|rule| rule.name() == name)
}

/// How a direction is written in a column.
pub const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Up => "up",
        Way::Down => "down",
    }
}

pub(super) fn read_way(name: &str) -> Option<Way> {
    match name {
        "up" => Some(Way::Up),
        "down" => Some(Way::Down),
        _ => None,
    }
}

/// Every signal of a series, newest first.
pub async fn signals_of(db: &impl Read, series: SeriesId) -> Result<Vec<Signal>, Error> {
    let sql = format!("select {SIGNAL} from signal g where g.series_id = $1 order by g.raised_at desc, g.id desc");
    db.all(&sql, values![series], read).await
}

/// Every signal of these series, newest first.
pub async fn signals_of_many(db: &impl Read, series: &[SeriesId]) -> Result<HashMap<SeriesId, Vec<Signal>>, Error> {
    let mut found: HashMap<SeriesId, Vec<Signal>> = HashMap::new();
    for portion in series.chunks(10_000) {
        let sql = format!(
            "select {SIGNAL} from signal g where g.series_id in ({}) order by g.raised_at desc, g.id desc",
            super::places(1, portion.len())
        );
        for signal in db.all(&sql, portion.iter().map(|id| id.column()).collect(), read).await? {
            found.entry(signal.series).or_default().push(signal);
        }
    }
    Ok(found)
}

/// Opens a signal for doing something with it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open_signal(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: SignalId,
    action: Action,
) -> Result<Granted<Signal>, Error> {
    let sql = format!("select {SIGNAL} from signal g where g.id = $1");
    let signal = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let indicator = super::many(db, &[signal.indicator]).await?.pop().ok_or(Error::NotFound)?;
    let series = super::series(db, signal.series).await?.ok_or(Error::NotFound)?;
    // A signal tells of every value behind it.
    let open = indicator.state.is_open() && !series.kept_back;
    let target = Target { open, ..Target::open(Kind::Signal, tree.line(signal.unit)) };
    Ok(access::grant(actor, action, &target, signal)?)
}

/// Which signals a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignalFilter {
    /// Of this unit and those below it.
    pub below: Option<UnitId>,
    /// Of these units alone.
    pub units: Option<Vec<UnitId>>,
    /// Of this indicator.
    pub indicator: Option<IndicatorId>,
    /// In this state.
    pub state: Option<SignalState>,
    /// Which this measure answers.
    pub measure: Option<MeasureId>,
    /// Only those that wait for a comment.
    pub waiting: bool,
    /// Only those whose comment was due before this day.
    pub due_before: Option<Date>,
}

fn condition(scope: &Scope, filter: &SignalFilter, values: &mut Vec<Value>) -> String {
    let open = format!("({OPEN} and {NOTHING_KEPT_BACK})");
    let mut parts = vec![scope_condition(scope, "g.unit_id", &open, values)];
    let mut with = |value: Value, part: &dyn Fn(usize) -> String| {
        values.push(value);
        parts.push(part(values.len()));
    };
    if let Some(unit) = filter.below {
        with(unit.column(), &|place| {
            format!("g.unit_id in (select l.unit_id from unit_line l where l.ancestor_id = ${place})")
        });
    }
    if let Some(indicator) = filter.indicator {
        with(indicator.column(), &|place| format!("g.indicator_id = ${place}"));
    }
    if let Some(state) = filter.state {
        with(state.name().column(), &|place| format!("g.state = ${place}"));
    }
    if let Some(measure) = filter.measure {
        with(measure.column(), &|place| format!("g.measure_id = ${place}"));
    }
    if let Some(day) = filter.due_before {
        with(day.column(), &|place| format!("g.due < ${place}"));
    }
    if let Some(units) = &filter.units {
        let from = values.len() + 1;
        values.extend(units.iter().map(|unit| unit.column()));
        parts.push(match units.len() {
            0 => "1 = 0".to_owned(),
            n => format!("g.unit_id in ({})", super::places(from, n)),
        });
    }
    if filter.waiting {
        parts.push("g.state in ('new', 'seen')".to_owned());
    }
    parts.join(" and ")
}

/// One page of the signals that the scope shows and the filter keeps, newest first.
pub async fn signals(
    db: &impl Read,
    scope: &Scope,
    filter: &SignalFilter,
    (limit, skip): (i64, i64),
) -> Result<Vec<Signal>, Error> {
    let mut values = values![limit, skip];
    let condition = condition(scope, filter, &mut values);
    let sql = format!(
        "select {SIGNAL} from {SIGNALS} where {condition} order by g.raised_at desc, g.id desc limit $1 offset $2"
    );
    db.all(&sql, values, read).await
}

/// How many signals [`signals`] has in all.
pub async fn count_signals(db: &impl Read, scope: &Scope, filter: &SignalFilter) -> Result<i64, Error> {
    let mut values = vec![];
    let condition = condition(scope, filter, &mut values);
    let sql = format!("select count(*) as n from {SIGNALS} where {condition}");
    db.number(&sql, values).await
}

/// What happened to a signal, oldest first.
pub async fn signal_events(db: &impl Read, signal: SignalId) -> Result<Vec<SignalEvent>, Error> {
    let sql = "select what, note, recorded_at, recorded_by from signal_event
         where signal_id = $1 order by recorded_at, id";
    db.all(sql, values![signal], |row| {
        let by: String = row.get("recorded_by")?;
        Ok(SignalEvent {
            what: row.parse("what")?,
            text: row.get("note")?,
            at: row.get("recorded_at")?,
            by: read_author(&by),
        })
    })
    .await
}

/// How often each rule was right, by what people have said of those of its signals that the scope shows.
pub async fn hits(db: &impl Read, scope: &Scope) -> Result<Vec<Hits>, Error> {
    let mut values = vec![];
    let seen = condition(scope, &SignalFilter::default(), &mut values);
    // `sum()` of integers is no bigint on one of the databases.
    let sql = format!(
        "select g.rule, g.rules,
         cast(sum(case when g.verdict in ('explained', 'measure') then 1 else 0 end) as bigint) as n_real,
         cast(sum(case when g.verdict = 'false_alarm' then 1 else 0 end) as bigint) as n_false,
         cast(sum(case when g.state in ('new', 'seen') then 1 else 0 end) as bigint) as n_waiting
         from {SIGNALS} where {seen} group by g.rule, g.rules order by g.rules, g.rule"
    );
    db.all(&sql, values, |row| {
        let rule: String = row.get("rule")?;
        Ok(Hits {
            rule: read_rule(&rule).ok_or_else(|| Error::Column { column: "rule".to_owned() })?,
            rules: row.parse("rules")?,
            n_real: row.get("n_real")?,
            n_false: row.get("n_false")?,
            n_waiting: row.get("n_waiting")?,
        })
    })
    .await
}

/// Raises a signal in a series.
pub async fn raise(
    tx: &Tx,
    series: &Granted<Series>,
    (cause, chart, raised): (&Cause, Pinned, Raised),
    due: Option<Date>,
) -> Result<SignalId, Error> {
    let id: SignalId = tx.new_id()?;
    Insert::into("signal")
        .set("id", id)
        .set("series_id", series.id)
        .set("indicator_id", series.indicator)
        .set("unit_id", series.unit)
        .set("rule", cause.rule.name())
        .set("rules_fired", fired(cause))
        .set("way", cause.way.map(way_name))
        .set("first_period", cause.first)
        .set("last_period", cause.last)
        .set("p_value", cause.p_value)
        .set("spec_version", chart.spec)
        .set("chart", chart.kind.name())
        .set("rules", chart.rules.name())
        .set("definition_version", chart.definition)
        .set("raised_by", raised.name())
        .set("raised_at", tx.now())
        .set("state", SignalState::New.name())
        .set("verdict", None::<&str>)
        .set("comment", "")
        .set("state_at", tx.now())
        .set("state_by", author_text(tx.author()))
        .set("due", due)
        .set("version", 1_i64)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Signal, id, Some(series.unit), "raised").version(1).after(told(cause, chart)));
    event(tx, id, EventKind::Raised, "").await?;
    Ok(id)
}

fn fired(cause: &Cause) -> String {
    cause.rules.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(",")
}

fn told(cause: &Cause, chart: Pinned) -> Json {
    json!({
        "rule": cause.rule.name(),
        "rules_fired": fired(cause),
        "way": cause.way.map(way_name),
        "first": cause.first.to_string(),
        "last": cause.last.to_string(),
        "p_value": cause.p_value,
        "spec_version": chart.spec,
        "chart": chart.kind.name(),
        "rules": chart.rules.name(),
        "definition_version": chart.definition,
    })
}

/// Writes down that something happened to a signal.
async fn event(tx: &Tx, signal: SignalId, what: EventKind, text: &str) -> Result<(), Error> {
    Insert::into("signal_event")
        .set("id", tx.new_id::<varde_kernel::kind::Signal>()?)
        .set("signal_id", signal)
        .set("what", what.name())
        .set("note", text)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .run(tx)
        .await
}

/// Brings a signal up to date with what its chart sees now: it goes on, or a correction has
/// changed what it rests on.
pub async fn update_cause(
    tx: &Tx,
    series: &Granted<Series>,
    (signal, cause, chart): (&Signal, &Cause, Pinned),
    what: EventKind,
) -> Result<(), Error> {
    let version = Update::of("signal")
        .set("rule", cause.rule.name())
        .set("rules_fired", fired(cause))
        .set("first_period", cause.first)
        .set("last_period", cause.last)
        .set("p_value", cause.p_value)
        .set("spec_version", chart.spec)
        .set("chart", chart.kind.name())
        .set("rules", chart.rules.name())
        .set("definition_version", chart.definition)
        .versioned(tx, signal.id, signal.version)
        .await?;
    tx.record(
        Line::new(Kind::Signal, signal.id, Some(series.unit), what.name())
            .version(version)
            .before(told(&signal.cause, signal.chart))
            .after(told(cause, chart)),
    );
    event(tx, signal.id, what, "").await
}

/// Closes a signal that is not there any longer, since values were corrected.
pub async fn vanish(tx: &Tx, series: &Granted<Series>, signal: &Signal) -> Result<(), Error> {
    let version = Update::of("signal")
        .set("state", SignalState::Closed.name())
        .set("verdict", Verdict::Vanished.name())
        .set("state_at", tx.now())
        .set("state_by", author_text(tx.author()))
        .versioned(tx, signal.id, signal.version)
        .await?;
    tx.record(Line::new(Kind::Signal, signal.id, Some(series.unit), "vanished").version(version));
    event(tx, signal.id, EventKind::Vanished, "").await
}

/// A step that a person takes with a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalStep {
    /// The state that it comes to.
    pub to: SignalState,
    /// What it turned out to be, when that was said.
    pub verdict: Option<Verdict>,
    /// In words.
    pub comment: String,
    /// The finding that was drawn from it.
    pub finding: Option<FindingId>,
    /// The measure that answers it.
    pub measure: Option<MeasureId>,
}

/// Takes a step with a signal.
///
/// # Errors
///
/// [`Error::Stale`] when somebody has done something with it meanwhile.
pub async fn take_step(tx: &Tx, signal: &Granted<Signal>, step: &SignalStep) -> Result<i64, Error> {
    let what = match step.to {
        SignalState::New | SignalState::Seen => EventKind::Seen,
        SignalState::Explained => EventKind::Explained,
        SignalState::Measure => EventKind::Measure,
        SignalState::FalseAlarm => EventKind::FalseAlarm,
        SignalState::Closed => EventKind::Closed,
    };
    let comment = if step.comment.is_empty() { &signal.comment } else { &step.comment };
    let version = Update::of("signal")
        .set("state", step.to.name())
        .set("verdict", step.verdict.or(signal.verdict).map(Verdict::name))
        .set("comment", comment)
        .set("finding_id", step.finding.or(signal.finding))
        .set("measure_id", step.measure.or(signal.measure))
        .set("state_at", tx.now())
        .set("state_by", author_text(tx.author()))
        .versioned(tx, signal.id, signal.version)
        .await?;
    tx.record(
        Line::new(Kind::Signal, signal.id, Some(signal.unit), what.name())
            .version(version)
            .before(json!({ "state": signal.state.name() }))
            .after(json!({ "state": step.to.name(), "comment": step.comment,
                           "measure": step.measure.map(|id| id.to_string()) }))
            .why(&step.comment),
    );
    event(tx, signal.id, what, &step.comment).await?;
    Ok(version)
}

/// Writes down that a finding was drawn from a signal, in the transaction that makes the finding.
pub async fn tie_finding(tx: &Tx, signal: &Granted<Signal>, finding: FindingId) -> Result<(), Error> {
    Update::of("signal").set("finding_id", finding).versioned(tx, signal.id, signal.version).await?;
    tx.record(
        Line::new(Kind::Signal, signal.id, Some(signal.unit), "finding")
            .after(json!({ "finding": finding.to_string() })),
    );
    event(tx, signal.id, EventKind::Finding, "").await
}

/// Writes down that a measure answers what signals found, in the transaction that ties it to the findings that were
/// drawn from them. A signal that a measure answers already, that is closed, or that the actor may not answer, stays
/// as it is.
pub async fn tie_measure(
    tx: &Tx,
    (actor, tree): (&Actor, &UnitTree),
    findings: &[FindingId],
    measure: MeasureId,
) -> Result<(), Error> {
    if findings.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "select {SIGNAL} from signal g where g.finding_id in ({}) and g.measure_id is null order by g.id",
        super::places(1, findings.len())
    );
    let asked = findings.iter().map(|id| id.column()).collect();
    for signal in tx.all(&sql, asked, read).await? {
        if !next_of(signal.state).contains(&SignalState::Measure) {
            continue;
        }
        let Ok(signal) = open_signal(tx, actor, tree, signal.id, Action::Answer).await else { continue };
        let (to, verdict) = (SignalState::Measure, Some(Verdict::Measure));
        let step = SignalStep { to, verdict, comment: String::new(), finding: None, measure: Some(measure) };
        take_step(tx, &signal, &step).await?;
    }
    Ok(())
}

/// Asks for a series to be looked through again.
pub async fn ask_for_judgement(tx: &Tx, series: SeriesId) -> Result<(), Error> {
    tx.run("update series set judged_version = -1 where id = $1", values![series]).await?;
    ask_for_job(tx).await
}

/// Asks once per transaction for the job that looks through series with new values.
pub(super) async fn ask_for_job(tx: &Tx) -> Result<(), Error> {
    let key = format!("{JUDGE}@{}", tx.now().as_microsecond());
    jobs::ask(tx, JUDGE, &Json::Null, tx.now(), Some(&key)).await?;
    Ok(())
}

/// Series with values that nobody has looked through for signals yet, a portion at a time.
pub async fn unjudged(db: &impl Read, limit: i64) -> Result<Vec<Series>, Error> {
    let sql = format!(
        "select {} from series s where s.judged_version < s.version order by s.id limit $1",
        super::value::SERIES
    );
    db.all(&sql, values![limit], super::value::read_series).await
}

/// Writes down that a series has been looked through as it was in this version.
pub async fn judged(tx: &Tx, series: &Series) -> Result<(), Error> {
    let sql = "update series set judged_version = $1 where id = $2 and judged_version < $1";
    tx.run(sql, values![series.version, series.id]).await?;
    Ok(())
}
