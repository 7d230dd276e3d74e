//! How series are charted, in versions; notes on points; suggestions of new phases.

use std::collections::HashMap;

use jiff::Timestamp;
use varde_kernel::access::{Granted, Kind};
use varde_kernel::{ChartSpecId, MeasureId, PointNoteId, SeriesId, SuggestionId};
use varde_store::history::Line;
use varde_store::{Column, Error, Insert, Json, Read, Row, Tx, Update, json, values};

use super::places;
use crate::model::{
    ChartSpec, Exclusion, MeasureMark, Phase, PointNote, Series, Suggestion, SuggestionState, author_text, read_author,
};

/// How many series one statement asks for.
const MOST_ASKED: usize = 10_000;

const SPEC: &str = "c.id, c.series_id, c.version, c.chart, c.rules, c.target, c.definition_version, c.why,
    c.recorded_at, c.recorded_by";

fn read_spec(row: &Row) -> Result<ChartSpec, Error> {
    let by: String = row.get("recorded_by")?;
    Ok(ChartSpec {
        id: row.get("id")?,
        series: row.get("series_id")?,
        version: row.get("version")?,
        kind: row.parse_opt("chart")?,
        rules: row.parse("rules")?,
        phases: Vec::new(),
        exclusions: Vec::new(),
        target: row.get("target")?,
        definition_version: row.get("definition_version")?,
        why: row.get("why")?,
        at: row.get("recorded_at")?,
        by: read_author(&by),
    })
}

/// The charts that hold for these series; a series on whose chart nobody has decided is left out.
pub async fn specs(db: &impl Read, series: &[SeriesId]) -> Result<HashMap<SeriesId, ChartSpec>, Error> {
    let mut found = HashMap::new();
    for portion in series.chunks(MOST_ASKED) {
        let sql = format!(
            "select {SPEC} from chart_spec c where c.series_id in ({})
             and c.version = (select max(d.version) from chart_spec d where d.series_id = c.series_id)",
            places(1, portion.len())
        );
        let asked = portion.iter().map(|id| id.column()).collect();
        let specs = with_parts(db, db.all(&sql, asked, read_spec).await?).await?;
        found.extend(specs.into_iter().map(|spec| (spec.series, spec)));
    }
    Ok(found)
}

/// Every version of a series' chart, newest first.
pub async fn spec_versions(db: &impl Read, series: SeriesId) -> Result<Vec<ChartSpec>, Error> {
    let sql = format!("select {SPEC} from chart_spec c where c.series_id = $1 order by c.version desc");
    let found = db.all(&sql, values![series], read_spec).await?;
    with_parts(db, found).await
}

/// One version of a series' chart.
pub async fn spec_version(db: &impl Read, series: SeriesId, version: i64) -> Result<Option<ChartSpec>, Error> {
    let sql = format!("select {SPEC} from chart_spec c where c.series_id = $1 and c.version = $2");
    let found = db.all(&sql, values![series, version], read_spec).await?;
    Ok(with_parts(db, found).await?.pop())
}

/// Fills in phases and exclusions.
async fn with_parts(db: &impl Read, mut specs: Vec<ChartSpec>) -> Result<Vec<ChartSpec>, Error> {
    let ids: Vec<ChartSpecId> = specs.iter().filter_map(|spec| spec.id).collect();
    for portion in ids.chunks(MOST_ASKED) {
        let (wanted, asked) = (places(1, portion.len()), || portion.iter().map(|id| id.column()).collect());
        let sql = format!(
            "select spec_id, first_period, reason, measure_id, n_baseline, decided_on, decided_by
             from chart_phase where spec_id in ({wanted})"
        );
        let phases = db.all(&sql, asked(), |row| Ok((row.get("spec_id")?, read_phase(row)?))).await?;
        let sql = format!("select spec_id, period, reason from chart_exclusion where spec_id in ({wanted})");
        let exclusions = db
            .all(&sql, asked(), |row| {
                Ok((row.get("spec_id")?, Exclusion { period: row.get("period")?, reason: row.get("reason")? }))
            })
            .await?;
        for spec in &mut specs {
            let own = |id: &ChartSpecId| Some(*id) == spec.id;
            spec.phases.extend(phases.iter().filter(|(id, _)| own(id)).map(|(_, phase)| phase.clone()));
            spec.exclusions.extend(exclusions.iter().filter(|(id, _)| own(id)).map(|(_, one)| one.clone()));
        }
    }
    for spec in &mut specs {
        spec.phases.sort_by_key(|phase| phase.first.start());
        spec.exclusions.sort_by_key(|exclusion| exclusion.period.start());
    }
    Ok(specs)
}

fn read_phase(row: &Row) -> Result<Phase, Error> {
    let by: String = row.get("decided_by")?;
    let baseline: Option<i64> = row.get("n_baseline")?;
    Ok(Phase {
        first: row.get("first_period")?,
        reason: row.get("reason")?,
        measure: row.get("measure_id")?,
        baseline: baseline.and_then(|n| u16::try_from(n).ok()),
        decided_on: row.get("decided_on")?,
        by: read_author(&by),
    })
}

/// Keeps a new version of a series' chart after the one with number `read`.
///
/// # Errors
///
/// [`Error::Stale`] when someone else has decided on a version meanwhile.
pub async fn put_spec(tx: &Tx, spec: &Granted<ChartSpec>, read: i64) -> Result<ChartSpec, Error> {
    let series = super::series(tx, spec.series).await?.ok_or(Error::NotFound)?;
    let version = read + 1;
    let id: ChartSpecId = tx.new_id()?;
    let inserted = Insert::into("chart_spec")
        .set("id", id)
        .set("series_id", spec.series)
        .set("version", version)
        .set("chart", spec.kind.map(varde_spc::Kind::name))
        .set("rules", spec.rules.name())
        .set("target", spec.target)
        .set("definition_version", spec.definition_version)
        .set("why", &spec.why)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .run(tx)
        .await;
    match inserted {
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        other => other?,
    }
    let newest = "select max(version) as n from chart_spec where series_id = $1";
    if tx.number(newest, values![spec.series]).await? != version {
        return Err(Error::Stale);
    }
    for phase in &spec.phases {
        Insert::into("chart_phase")
            .set("spec_id", id)
            .set("first_period", phase.first)
            .set("reason", &phase.reason)
            .set("measure_id", phase.measure)
            .set("n_baseline", phase.baseline.map(i64::from))
            .set("decided_on", phase.decided_on)
            .set("decided_by", phase.by.map(author_text).unwrap_or_default())
            .run(tx)
            .await?;
    }
    for exclusion in &spec.exclusions {
        Insert::into("chart_exclusion")
            .set("spec_id", id)
            .set("period", exclusion.period)
            .set("reason", &exclusion.reason)
            .run(tx)
            .await?;
    }
    // What the chart sees may be another thing now.
    super::ask_for_judgement(tx, spec.series).await?;
    tx.record(
        Line::new(Kind::ChartSpec, id, Some(series.unit), "decided").version(version).after(told(spec)).why(&spec.why),
    );
    Ok(ChartSpec { id: Some(id), version, at: Some(tx.now()), by: Some(tx.author()), ..(**spec).clone() })
}

fn told(spec: &ChartSpec) -> Json {
    let phases: Vec<Json> = spec
        .phases
        .iter()
        .map(|phase| {
            json!({ "first": phase.first.to_string(), "reason": phase.reason, "baseline": phase.baseline,
                    "measure": phase.measure.map(|id| id.to_string()) })
        })
        .collect();
    let exclusions: Vec<Json> =
        spec.exclusions.iter().map(|one| json!({ "period": one.period.to_string(), "reason": one.reason })).collect();
    json!({
        "series": spec.series.to_string(),
        "chart": spec.kind.map(varde_spc::Kind::name),
        "rules": spec.rules.name(),
        "target": spec.target,
        "definition_version": spec.definition_version,
        "phases": phases,
        "exclusions": exclusions,
    })
}

fn read_note(row: &Row) -> Result<PointNote, Error> {
    let by: String = row.get("recorded_by")?;
    Ok(PointNote {
        id: row.get("id")?,
        series: row.get("series_id")?,
        period: row.get("period")?,
        text: row.get("note")?,
        measure: row.get("measure_id")?,
        event: row.get("is_event")?,
        at: row.get("recorded_at")?,
        by: read_author(&by),
        withdrawn: row.get("withdrawn_at")?,
    })
}

/// The notes on a series' points that stand, by period.
pub async fn notes(db: &impl Read, series: SeriesId) -> Result<Vec<PointNote>, Error> {
    let sql = "select id, series_id, period, note, measure_id, is_event, recorded_at, recorded_by,
         withdrawn_at from point_note where series_id = $1 and withdrawn_at is null";
    let mut found = db.all(sql, values![series], read_note).await?;
    found.sort_by_key(|note| (note.period.start(), note.at));
    Ok(found)
}

/// The charts on which a measure stands today, each with the first period that it is tied to.
pub async fn marks_of_measure(db: &impl Read, measure: MeasureId) -> Result<Vec<MeasureMark>, Error> {
    let sql = "select s.indicator_id, s.unit_id, n.period from point_note n join series s on s.id = n.series_id
         where n.measure_id = $1 and n.withdrawn_at is null
         union
         select s.indicator_id, s.unit_id, p.first_period from chart_phase p join chart_spec c on c.id = p.spec_id
         join series s on s.id = c.series_id where p.measure_id = $1
         and c.version = (select max(d.version) from chart_spec d where d.series_id = c.series_id)";
    let mut found = db
        .all(sql, values![measure], |row| {
            Ok(MeasureMark {
                indicator: row.get("indicator_id")?,
                unit: row.get("unit_id")?,
                period: row.get("period")?,
            })
        })
        .await?;
    found.sort_by_key(|mark| (mark.indicator, mark.unit, mark.period.start()));
    found.dedup_by_key(|mark| (mark.indicator, mark.unit));
    Ok(found)
}

/// Writes a note on a point.
pub async fn put_note(tx: &Tx, note: &Granted<PointNote>) -> Result<PointNoteId, Error> {
    let series = super::series(tx, note.series).await?.ok_or(Error::NotFound)?;
    let id: PointNoteId = tx.new_id()?;
    Insert::into("point_note")
        .set("id", id)
        .set("series_id", note.series)
        .set("period", note.period)
        .set("note", &note.text)
        .set("measure_id", note.measure)
        .set("is_event", note.event)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .set("withdrawn_at", None::<Timestamp>)
        .run(tx)
        .await?;
    tx.record(
        Line::new(Kind::PointNote, id, Some(series.unit), "created")
            .after(json!({ "series": note.series.to_string(), "period": note.period.to_string(), "note": note.text,
                           "measure": note.measure.map(|id| id.to_string()) })),
    );
    Ok(id)
}

/// Takes a note back. It stays in the history.
///
/// # Errors
///
/// [`Error::NotFound`] when there is no such note on the series, or it is taken back already.
pub async fn withdraw_note(tx: &Tx, place: &Granted<SeriesId>, note: PointNoteId) -> Result<(), Error> {
    let series = super::series(tx, **place).await?.ok_or(Error::NotFound)?;
    let sql = "update point_note set withdrawn_at = $1 where id = $2 and series_id = $3 and withdrawn_at is null";
    if tx.run(sql, values![tx.now(), note, series.id]).await? == 0 {
        return Err(Error::NotFound);
    }
    tx.record(Line::new(Kind::PointNote, note, Some(series.unit), "withdrawn"));
    Ok(())
}

fn read_suggestion(row: &Row) -> Result<Suggestion, Error> {
    let (at, by): (Option<Timestamp>, Option<String>) = (row.get("answered_at")?, row.get("answered_by")?);
    Ok(Suggestion {
        id: row.get("id")?,
        series: row.get("series_id")?,
        first: row.get("first_period")?,
        between: (row.get("earliest")?, row.get("latest")?),
        shift: (row.get("shift")?, row.get("shift_low")?, row.get("shift_high")?),
        gain: row.get("gain")?,
        spec_version: row.get("spec_version")?,
        state: row.parse("state")?,
        reason: row.get("reason")?,
        answered: at.map(|at| (at, by.as_deref().and_then(read_author))),
    })
}

/// The suggestions made for a series, by period, whatever became of them.
pub async fn suggestions(db: &impl Read, series: SeriesId) -> Result<Vec<Suggestion>, Error> {
    let sql = "select id, series_id, first_period, earliest, latest, shift, shift_low, shift_high, gain,
         spec_version, state, reason, answered_at, answered_by from suggestion where series_id = $1";
    let mut found = db.all(sql, values![series], read_suggestion).await?;
    found.sort_by_key(|one| one.first.start());
    Ok(found)
}

/// Keeps suggestions of a series: a new one is open, an open one is brought up to date, one that
/// has been answered is left as it is, and an open one that is not made any longer is removed.
pub async fn put_suggestions(tx: &Tx, series: &Granted<Series>, made: &[Suggestion]) -> Result<(), Error> {
    let series = series.id;
    let known = suggestions(tx, series).await?;
    for one in &known {
        if one.state == SuggestionState::Open && made.iter().all(|new| new.first != one.first) {
            tx.run("delete from suggestion where id = $1 and state = 'open'", values![one.id]).await?;
        }
    }
    for one in made {
        let row = |update: Update| {
            update
                .set("earliest", one.between.0)
                .set("latest", one.between.1)
                .set("shift", one.shift.0)
                .set("shift_low", one.shift.1)
                .set("shift_high", one.shift.2)
                .set("gain", one.gain)
                .set("spec_version", one.spec_version)
        };
        match known.iter().find(|known| known.first == one.first) {
            Some(known) if known.state == SuggestionState::Open => {
                row(Update::of("suggestion")).by_id(tx, known.id).await?;
            }
            Some(_) => {}
            None => {
                Insert::into("suggestion")
                    .set("id", tx.new_id::<varde_kernel::kind::Suggestion>()?)
                    .set("series_id", series)
                    .set("first_period", one.first)
                    .set("earliest", one.between.0)
                    .set("latest", one.between.1)
                    .set("shift", one.shift.0)
                    .set("shift_low", one.shift.1)
                    .set("shift_high", one.shift.2)
                    .set("gain", one.gain)
                    .set("spec_version", one.spec_version)
                    .set("state", SuggestionState::Open.name())
                    .set("reason", "")
                    .set("made_at", tx.now())
                    .run(tx)
                    .await?;
            }
        }
    }
    Ok(())
}

/// Answers a suggestion. The answer is remembered, so that it is not made again.
///
/// # Errors
///
/// [`Error::Stale`] when somebody has answered it already.
pub async fn answer_suggestion(
    tx: &Tx,
    place: &Granted<SeriesId>,
    (id, state, reason): (SuggestionId, SuggestionState, &str),
) -> Result<(), Error> {
    let series = super::series(tx, **place).await?.ok_or(Error::NotFound)?;
    let sql = "update suggestion set state = $1, reason = $2, answered_at = $3, answered_by = $4
         where id = $5 and series_id = $6 and state = 'open'";
    let asked = values![state.name(), reason, tx.now(), author_text(tx.author()), id, series.id];
    if tx.run(sql, asked).await? == 0 {
        return Err(Error::Stale);
    }
    tx.record(Line::new(Kind::ChartSpec, id, Some(series.unit), state.name()).why(reason));
    Ok(())
}
