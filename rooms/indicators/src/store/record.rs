//! Writing values: each becomes the one that holds, and the one it replaces stays readable.

use varde_kernel::access::{self, Action, Actor, Granted, Kind};
use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Tx, Update, json, values};

use super::value::{key_of, series_of};
use crate::model::{Audience, Context, Entry, Indicator, Missing, Series, author_text};
use crate::rules::disclosure::at_once;

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
    /// Whom it counts.
    pub context: Context,
    /// The series, when there is one.
    pub series: Option<Series>,
}

impl Slot {
    /// The series of an indicator for a unit over all strata, which need not exist yet.
    pub fn whole(indicator: Indicator, unit: UnitId, series: Option<Series>) -> Self {
        let (stratum, stratum_name) = (String::new(), Words::default());
        Self { indicator, unit, stratum, stratum_name, context: Context::Treating, series }
    }
}

/// Opens the place where an indicator's values for those a unit treated are, or will be.
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
        let mut series = series.clone();
        // A part that had nothing but its code gets its name when someone tells it.
        let is_news = !slot.stratum_name.is_empty() && slot.stratum_name.nb != series.stratum;
        if is_news && series.stratum_name.nb == series.stratum {
            Update::of("series").words("stratum_name", &slot.stratum_name).by_id(tx, series.id).await?;
            series.stratum_name.clone_from(&slot.stratum_name);
        }
        return Ok(series);
    }
    let series = Series {
        id: tx.new_id()?,
        indicator: slot.indicator.id,
        unit: slot.unit,
        stratum: slot.stratum.clone(),
        stratum_name: slot.stratum_name.clone(),
        context: slot.context,
        source: String::new(),
        version: 1,
        kept_back: true,
    };
    let inserted = Insert::into("series")
        .set("id", series.id)
        .set("indicator_id", series.indicator)
        .set("unit_id", series.unit)
        .set("stratum", key_of(series.context, &series.stratum))
        .set("context", series.context.name())
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
        replace(tx, &series, (&slot.indicator, recording)).await?;
    }
    tx.run("update series set version = version + 1, news_at = $2 where id = $1", values![series.id, tx.now()]).await?;
    let told = recordings.iter().take(MOST_TOLD).map(told).collect::<Vec<Json>>();
    let why = recordings.iter().map(|recording| recording.reason.as_str()).find(|reason| !reason.is_empty());
    tx.record(
        Line::new(Kind::Series, series.id, Some(series.unit), "recorded")
            .version(series.version + 1)
            .after(json!({ "n": recordings.len(), "values": told }))
            .why(why.unwrap_or_default()),
    );
    super::signal::ask_for_job(tx).await?;
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

async fn replace(tx: &Tx, series: &Series, (indicator, recording): (&Indicator, &Recording)) -> Result<(), Error> {
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
    // What others may see of counts is decided by a job, together with all that they hang together with.
    let shown = at_once(indicator.measure, indicator.per, entry, recording.code.is_some());
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
        .set("coverage", entry.coverage)
        .set("missing", entry.missing.map(Missing::name))
        .set("definition_version", indicator.definition_version)
        .set("shown_to", shown.map(Audience::name))
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

/// Says that values are right, on behalf of the unit that answers for them. A correction later is
/// a new value, and has to be affirmed anew. Returns how many were affirmed.
pub async fn affirm(tx: &Tx, slot: &Granted<Slot>, these: &[ObservationId]) -> Result<usize, Error> {
    let Some(series) = &slot.series else { return Err(Error::NotFound) };
    let mut n = 0;
    for id in these {
        n += tx
            .run(
                "update observation set affirmed_at = $1, affirmed_by = $2
                 where id = $3 and series_id = $4 and superseded_at is null and affirmed_at is null",
                values![tx.now(), author_text(tx.author()), *id, series.id],
            )
            .await?;
    }
    let told: Vec<String> = these.iter().map(ToString::to_string).collect();
    if 0 < n {
        tx.record(
            Line::new(Kind::Series, series.id, Some(series.unit), "affirmed")
                .version(series.version)
                .after(json!({ "values": told })),
        );
    }
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}
