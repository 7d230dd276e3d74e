//! Rows held against what is known, and written when they are right.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use varde_kernel::access::{Action, Actor};
use varde_kernel::{IndicatorId, Problems, SeriesId, UnitId, UnitTree, Words};
use varde_store::{Error, Read, Tx};

use super::super::dhis2::metadata::Metadata;
use super::super::said::{Reading, Unfit};
use super::super::sender::Mapping;
use super::super::{kind, translate};
use super::{Checked, Effect, Line, MAX_PROBLEMS, MAX_ROWS, Place, Report};
use crate::model::{Context, Entry, Indicator, Missing, Observation};
use crate::rules;
use crate::rules::disclosure::Sight;
use crate::store::{self, Recording, Slot};

/// Reads a file as its sender's mapping says and holds it against what is known. Writes nothing.
pub async fn look(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    bytes: &[u8],
    (mapping, metadata): (&Mapping, Option<&Metadata>),
    today: Date,
) -> Result<Report, Error> {
    let (lines, mut reading) = read_aside(db, MAX_ROWS, bytes.to_vec(), (mapping, metadata), today).await?;
    if lines.is_empty() && reading.problems.is_empty() {
        reading.refuse(1, "indicators-import-nothing-known");
    }
    more_faults(db, actor, tree, &reading.unfit, &mut reading.problems).await?;
    let mut report = check(db, actor, tree, (lines, reading.problems)).await?;
    report.remarks = reading.remarks;
    report.problems.sort_by_line();
    Ok(report)
}

/// Reads a file of at most so many values aside, so that nobody waits for it, and puts it into our codes.
pub async fn read_aside(
    db: &impl Read,
    most: usize,
    bytes: Vec<u8>,
    (mapping, metadata): (&Mapping, Option<&Metadata>),
    today: Date,
) -> Result<(Vec<Line>, Reading), Error> {
    let register = varde_people::store::units::register(db).await?;
    let codes = store::codes(db).await?;
    let (mapping, metadata) = (mapping.clone(), metadata.cloned());
    let read = varde_web::heavy(move || {
        let reading = kind::read_up_to(most, &bytes, (&mapping, metadata.as_ref()), today);
        drop(bytes);
        translate::translate(reading, &mapping, metadata.as_ref(), &register, &codes)
    });
    Ok(read.await.unwrap_or_else(|| {
        let mut reading = Reading::default();
        reading.refuse(1, "indicators-import-damaged");
        (Vec::new(), reading)
    }))
}

/// Holds rows against what is known and against what `actor` may do. Writes nothing.
pub async fn check(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    (lines, problems): (Vec<Line>, Problems),
) -> Result<Report, Error> {
    let mut report = Report::refused(problems);
    let (indicators, units) = (indicators(db, actor, tree).await?, units(tree));
    let known = Known::load(db, &lines, (&indicators, &units)).await?;
    let mut seen: HashMap<(Place, String), usize> = HashMap::new();
    for line in lines {
        if MAX_PROBLEMS <= report.problems.len() {
            break;
        }
        let (indicator, unit) = (indicators.get(&line.indicator), units.get(line.unit.as_str()).copied());
        unknown(&mut report.problems, line.line, [&line.indicator, &line.unit], [indicator.is_none(), unit.is_none()]);
        let Some(indicator) = indicator else { continue };
        let Some(unit) = unit else {
            report.more(indicator, &line);
            continue;
        };
        let place = ((indicator.id, unit, line.stratum.clone(), line.residence), line.period.to_string());
        if let Some(first) = seen.insert(place, line.line) {
            report.problems.line(line.line, None, "indicators-import-twice", vec![("line", first.to_string())]);
            report.more(indicator, &line);
            continue;
        }
        if let Some(row) = report.row(actor, tree, &known, (indicator, unit), line) {
            report.rows.push(row);
        }
    }
    Ok(report)
}

/// The indicators that `actor` may read, by their codes.
async fn indicators(db: &impl Read, actor: &Actor, tree: &UnitTree) -> Result<HashMap<String, Indicator>, Error> {
    let all = store::indicators(db).await?.into_iter();
    let may = all.filter(|indicator| varde_kernel::access::may(actor, Action::Read, &indicator.target(tree)));
    Ok(may.map(|indicator| (indicator.code.clone(), indicator)).collect())
}

fn units(tree: &UnitTree) -> HashMap<&str, UnitId> {
    tree.iter().map(|unit| (unit.code.as_str(), unit.id)).collect()
}

/// Notes codes of an indicator and a unit that are unknown; empty ones have been told of.
fn unknown(problems: &mut Problems, line: usize, codes: [&str; 2], is_unknown: [bool; 2]) {
    let columns = [("indicator", "indicators-import-no-indicator"), ("unit", "indicators-import-no-unit")];
    for (((column, key), code), is_unknown) in columns.into_iter().zip(codes).zip(is_unknown) {
        if is_unknown && !code.is_empty() {
            problems.line(line, Some(column), key, vec![("code", code.to_owned())]);
        }
    }
}

/// Notes what else is wrong with values that could not be read in full.
///
/// # Errors
///
/// When the database does not answer.
pub async fn more_faults(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    rows: &[Unfit],
    problems: &mut Problems,
) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let (indicators, units) = (indicators(db, actor, tree).await?, units(tree));
    for Unfit { said, is_whole } in rows.iter().take(MAX_PROBLEMS) {
        let (indicator, unit) = (indicators.get(&said.indicator), units.get(said.unit.as_str()));
        unknown(problems, said.line, [&said.indicator, &said.unit], [indicator.is_none(), unit.is_none()]);
        let Some(indicator) = indicator else { continue };
        for fault in faults(indicator, said.computed, &translate::whole(said)) {
            // A number that could not be read is no number that is lacking.
            let lacks = matches!(fault, rules::Fault::Nothing | rules::Fault::DenominatorMissing);
            if *is_whole || !lacks {
                problems.line(said.line, Some(fault.field()), fault.key(), vec![]);
            }
        }
    }
    Ok(())
}

/// What cannot be right about a value. Half a person is none that anyone counted, but may come out of a sum.
fn faults(indicator: &Indicator, computed: bool, entry: &Entry) -> Vec<rules::Fault> {
    if computed {
        rules::check(indicator.measure, indicator.per, entry)
    } else {
        rules::check_reported(indicator, entry)
    }
}

/// The values that are there already.
struct Known {
    series: HashMap<Place, crate::model::Series>,
    values: HashMap<(SeriesId, String), Observation>,
}

impl Known {
    async fn load(
        db: &impl Read,
        lines: &[Line],
        (indicators, units): (&HashMap<String, Indicator>, &HashMap<&str, UnitId>),
    ) -> Result<Self, Error> {
        let asked = |line: &Line| Some((indicators.get(&line.indicator)?.id, *units.get(line.unit.as_str())?));
        let asked: BTreeSet<(IndicatorId, UnitId)> = lines.iter().filter_map(asked).collect();
        let mut ids: Vec<_> = asked.iter().map(|(indicator, _)| *indicator).collect();
        ids.dedup();
        let mut all = store::series_list(db, &ids, None).await?;
        all.retain(|series| asked.contains(&(series.indicator, series.unit)));
        let mut values = HashMap::new();
        let series: Vec<SeriesId> = all.iter().map(|series| series.id).collect();
        for observation in store::values_of_many(db, &Sight::Whole, &series).await?.into_values().flatten() {
            values.insert((observation.series, observation.period.to_string()), observation);
        }
        let place = |found: &crate::model::Series| {
            (found.indicator, found.unit, found.stratum.clone(), found.context == Context::Residence)
        };
        let series = all.into_iter().map(|found| (place(&found), found)).collect();
        Ok(Self { series, values })
    }
}

impl Report {
    /// Notes what cannot be right about a row, and says how much that is.
    fn faults(&mut self, indicator: &Indicator, line: &Line) -> usize {
        let faults = faults(indicator, line.computed, &line.entry);
        for fault in &faults {
            self.problems.line(line.line, Some(fault.field()), fault.key(), vec![]);
        }
        faults.len()
    }

    /// Notes what else cannot be right about a row that is refused already. A coverage alone needs the value that it
    /// belongs to.
    fn more(&mut self, indicator: &Indicator, line: &Line) {
        if !is_coverage_alone(&line.entry) {
            self.faults(indicator, line);
        }
    }

    fn row(
        &mut self,
        actor: &Actor,
        tree: &UnitTree,
        known: &Known,
        (indicator, unit): (&Indicator, UnitId),
        mut line: Line,
    ) -> Option<Checked> {
        let key = (indicator.id, unit, line.stratum.clone(), line.residence);
        let series = known.series.get(&key).cloned();
        if !self.slots.contains_key(&key) {
            let slot = Slot {
                stratum: line.stratum.clone(),
                stratum_name: Words::plain(line.stratum_name.clone()),
                context: line.context(),
                ..Slot::whole(indicator.clone(), unit, series.clone())
            };
            let Ok(slot) = store::grant_slot(actor, tree, slot, Action::Answer) else {
                self.problems.line(line.line, Some("unit"), "indicators-import-not-yours", vec![]);
                self.more(indicator, &line);
                return None;
            };
            self.slots.insert(key.clone(), slot);
        }
        let former = series.and_then(|series| known.values.get(&(series.id, line.period.to_string())));
        if let Some(former) = former.filter(|_| is_coverage_alone(&line.entry)) {
            line.entry = Entry { coverage: line.entry.coverage, ..former.entry() };
        }
        // What is there already and was worked out here may come back in a file of our own.
        line.computed |= former.is_some_and(|former| numbers(&former.entry()) == numbers(&line.entry));
        if 0 < self.faults(indicator, &line) {
            return None;
        }
        line.entry = rules::completed(indicator.measure, indicator.per, line.entry);
        let effect = match former {
            None => Effect::New,
            // A file in which a value is kept back says nothing against the one that is here.
            Some(_) if line.entry.missing == Some(Missing::Protected) => Effect::Unchanged,
            Some(former) if same(&former.entry(), &line.entry) => Effect::Unchanged,
            Some(former) => Effect::Changed(former.id),
        };
        let former = former.map(|former| former.value);
        Some(Checked { line, indicator: indicator.id, unit, effect, former })
    }
}

fn numbers(entry: &Entry) -> [Option<u64>; 3] {
    [entry.numerator, entry.denominator, entry.value].map(|number| number.map(f64::to_bits))
}

/// Whether a file says what is there already, as far as its columns go.
fn same(known: &Entry, given: &Entry) -> bool {
    // A file without coverage, a reason or a note says nothing about them.
    numbers(known) == numbers(given)
        && known.provisional == given.provisional
        && known.source == given.source
        && (given.coverage.is_none() || given.coverage == known.coverage)
        && (given.missing.is_none() || given.missing == known.missing)
        && (given.note.is_empty() || given.note == known.note)
}

/// Whether nothing but the coverage is told: then it belongs to the value that is there.
fn is_coverage_alone(entry: &Entry) -> bool {
    let rest = [entry.numerator, entry.denominator, entry.value];
    entry.coverage.is_some() && rest.iter().all(Option::is_none) && entry.missing.is_none()
}

/// Writes what a checked file says, all of it or nothing. Returns how many values were recorded.
///
/// # Errors
///
/// [`Error::Forbidden`] when the report has problems; [`Error::Stale`] when someone recorded one
/// of the same values since it was checked.
pub async fn apply(tx: &Tx, report: &mut Report, reason: &str) -> Result<usize, Error> {
    if !report.problems.is_empty() {
        return Err(Error::Forbidden);
    }
    let mut by_slot: HashMap<Place, Vec<Recording>> = HashMap::new();
    for row in &report.rows {
        let former = match row.effect {
            Effect::Unchanged => continue,
            Effect::New => None,
            Effect::Changed(former) => Some(former),
        };
        by_slot.entry(row.place()).or_default().push(Recording {
            period: row.line.period,
            entry: row.line.entry.clone(),
            former,
            reason: former.map(|_| reason.to_owned()).unwrap_or_default(),
            code: None,
        });
    }
    let mut slots: Vec<_> = by_slot.into_iter().collect();
    // One order for everyone, so that two imports cannot wait for each other.
    slots.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut n = 0;
    for (key, recordings) in slots {
        let Some(slot) = report.slots.get_mut(&key) else { continue };
        store::record(tx, slot, &recordings).await?;
        n += recordings.len();
    }
    Ok(n)
}
