//! Values as CSV: `indicator;unit;period;numerator;denominator;value;source[;stratum;provisional]`.
//!
//! [`read`] turns bytes into rows and [`check`] holds the rows against what is known; neither
//! writes anything. Only [`apply`] does, and it writes all of a file or nothing. The same file sent
//! twice changes nothing the second time.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::access::{Action, Actor, Granted};
use varde_kernel::{IndicatorId, ObservationId, Period, Problems, SeriesId, UnitId, UnitTree};
use varde_store::{Error, Read, Tx};
use varde_web::{MAX_TEXT, read_number};

use crate::model::{Entry, Indicator, Measure, Observation};
use crate::rules;
use crate::store::{self, Recording, Slot};

/// The most rows of one file.
pub const MAX_ROWS: usize = 200_000;
/// The most problems that one file gets told; the first ones are enough to start with.
pub const MAX_PROBLEMS: usize = 500;

/// The columns, with the Norwegian names that are read too.
const COLUMNS: &[(&str, &[&str])] = &[
    ("indicator", &["indikator"]),
    ("unit", &["enhet", "eining"]),
    ("period", &["periode"]),
    ("numerator", &["teller", "teljar"]),
    ("denominator", &["nevner", "nemnar"]),
    ("value", &["verdi"]),
    ("source", &["kilde", "kjelde"]),
    ("stratum", &[]),
    ("provisional", &["foreløpig", "førebels"]),
];
/// Columns that a file cannot be without.
const NEEDED: &[&str] = &["indicator", "unit", "period"];

/// One row as it was read, before anything is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The indicator's code.
    pub indicator: String,
    /// The unit's code.
    pub unit: String,
    /// The stratum; empty for all.
    pub stratum: String,
    /// The period.
    pub period: Period,
    /// What was given.
    pub entry: Entry,
}

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// There is no value for the period yet.
    New,
    /// It replaces this value.
    Changed(ObservationId),
    /// The same value is there already.
    Unchanged,
}

/// A row held against what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The row.
    pub line: Line,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The unit.
    pub unit: UnitId,
    /// What it would do.
    pub effect: Effect,
    /// The value that it would replace.
    pub former: Option<Option<f64>>,
}

/// What a file would do.
#[derive(Debug, Default)]
pub struct Report {
    /// The rows, in the file's order.
    pub rows: Vec<Checked>,
    /// Everything that is wrong. With any, nothing is written.
    pub problems: Problems,
    slots: HashMap<(IndicatorId, UnitId, String), Granted<Slot>>,
}

impl Report {
    fn count(&self, wanted: impl Fn(Effect) -> bool) -> usize {
        self.rows.iter().filter(|row| wanted(row.effect)).count()
    }

    /// In what a row's indicator is measured.
    pub fn measure(&self, row: &Checked) -> Option<Measure> {
        let key = (row.indicator, row.unit, row.line.stratum.clone());
        self.slots.get(&key).map(|slot| slot.indicator.measure)
    }

    /// How many values are new.
    pub fn n_new(&self) -> usize {
        self.count(|effect| effect == Effect::New)
    }

    /// How many values would be replaced.
    pub fn n_changed(&self) -> usize {
        self.count(|effect| matches!(effect, Effect::Changed(_)))
    }

    /// How many values are there already.
    pub fn n_unchanged(&self) -> usize {
        self.count(|effect| effect == Effect::Unchanged)
    }
}

/// The text of a file: UTF-8 with or without its mark, UTF-16 with it, otherwise Latin-1.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
        },
    }
}

/// Reads a file. Pure: the same bytes on the same day give the same rows and problems.
pub fn read(bytes: &[u8], today: Date) -> (Vec<Line>, Problems) {
    let text = decode(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let mut problems = Problems::new();
    let mut lines = Vec::new();
    let Some(head) = text.lines().find(|line| !line.trim().is_empty()) else {
        problems.line(1, None, "indicators-import-empty", vec![]);
        return (lines, problems);
    };
    let delimiter = [b';', b'\t', b','].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns = match reader.headers() {
        Ok(headers) => columns(headers, &mut problems),
        Err(_) => HashMap::new(),
    };
    if !problems.is_empty() {
        return (lines, problems);
    }
    let mut row = Reading { columns, today, decimal: None, problems };
    let n_columns = reader.headers().map_or(0, csv::StringRecord::len);
    let mut counted = Counted { byte: 0, line: 1 };
    for record in reader.records() {
        let Ok(record) = record else {
            row.problems.line(lines.len() + 2, None, "indicators-import-broken", vec![]);
            break;
        };
        let start = record.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(0);
        let line = counted.line_at(text.as_bytes(), start);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if MAX_ROWS <= lines.len() {
            row.problems.line(line, None, "indicators-import-too-many", vec![("max", MAX_ROWS.to_string())]);
            break;
        }
        if MAX_PROBLEMS <= row.problems.len() {
            break;
        }
        if n_columns < record.len() {
            row.problems.line(line, None, "indicators-import-too-wide", vec![("n", n_columns.to_string())]);
            continue;
        }
        lines.extend(row.line(line, &record));
    }
    if lines.is_empty() && row.problems.is_empty() {
        row.problems.line(1, None, "indicators-import-empty", vec![]);
    }
    (lines, row.problems)
}

/// How far lines have been counted. The reader's own count is off by the empty lines it passes over.
struct Counted {
    byte: usize,
    line: usize,
}

impl Counted {
    /// The line on which the row that begins at `start` really begins.
    fn line_at(&mut self, text: &[u8], start: usize) -> usize {
        let blank = text.get(start..).unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
        let end = start + blank;
        let passed = text.get(self.byte..end).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.byte = end.max(self.byte);
        self.line
    }
}

/// Where each column stands.
fn columns(headers: &csv::StringRecord, problems: &mut Problems) -> HashMap<&'static str, usize> {
    let mut places = HashMap::new();
    for (place, header) in headers.iter().enumerate() {
        let header = header.trim_start_matches('\u{feff}').trim().to_lowercase();
        let known = COLUMNS.iter().find(|(name, others)| *name == header || others.contains(&header.as_str()));
        match known {
            Some((name, _)) if places.insert(*name, place).is_some() => {
                problems.line(1, Some(name), "indicators-import-column-twice", vec![]);
            }
            Some(_) => {}
            None if header.is_empty() => {}
            None => {
                let shown: String = header.chars().filter(|letter| !letter.is_control()).take(60).collect();
                problems.line(1, Some(&shown), "indicators-import-column-unknown", vec![]);
            }
        }
    }
    for name in NEEDED {
        if !places.contains_key(name) {
            problems.line(1, Some(name), "indicators-import-column-missing", vec![]);
        }
    }
    places
}

struct Reading {
    columns: HashMap<&'static str, usize>,
    today: Date,
    /// The decimal mark of the file, once one has been seen.
    decimal: Option<char>,
    problems: Problems,
}

impl Reading {
    fn line(&mut self, line: usize, record: &csv::StringRecord) -> Option<Line> {
        let before = self.problems.len();
        let indicator = self.text(line, record, "indicator");
        let unit = self.text(line, record, "unit");
        for (name, text) in [("indicator", &indicator), ("unit", &unit)] {
            if text.is_empty() {
                self.problems.line(line, Some(name), "web-problem-required", vec![]);
            }
        }
        let written = self.text(line, record, "period");
        let period = rules::read_period(&written, self.today)
            .map_err(|fault| self.problems.line(line, Some("period"), fault.key(), vec![]))
            .ok();
        let entry = Entry {
            numerator: self.number(line, record, "numerator"),
            denominator: self.number(line, record, "denominator"),
            value: self.number(line, record, "value"),
            provisional: self.yes(line, record, "provisional"),
            source: self.text(line, record, "source"),
            ..Entry::default()
        };
        let stratum = self.text(line, record, "stratum");
        let period = period?;
        (before == self.problems.len()).then_some(Line { line, indicator, unit, stratum, period, entry })
    }

    fn cell<'a>(&self, record: &'a csv::StringRecord, name: &str) -> &'a str {
        self.columns.get(name).and_then(|place| record.get(*place)).unwrap_or_default()
    }

    fn text(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> String {
        let text = self.cell(record, name);
        if MAX_TEXT < text.chars().count() {
            self.problems.line(line, Some(name), "web-problem-too-long", vec![("max", MAX_TEXT.to_string())]);
        }
        if text.contains(char::is_control) {
            self.problems.line(line, Some(name), "web-problem-control-characters", vec![]);
        }
        text.to_owned()
    }

    fn number(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> Option<f64> {
        let text = self.cell(record, name);
        if text.is_empty() {
            return None;
        }
        // A file with both 13,7 and 13.7 has been through two programs; one of them meant thousands.
        if let Some(mark) = text.chars().find(|letter| matches!(letter, ',' | '.')) {
            if *self.decimal.get_or_insert(mark) != mark {
                self.problems.line(line, Some(name), "indicators-import-mixed-decimals", vec![]);
                return None;
            }
        }
        let number = read_number(text);
        if number.is_none() {
            self.problems.line(line, Some(name), "web-problem-number", vec![]);
        }
        number
    }

    fn yes(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> bool {
        match self.cell(record, name).to_lowercase().as_str() {
            "" | "0" | "nei" | "no" | "false" | "n" => false,
            "1" | "ja" | "yes" | "true" | "j" | "y" | "x" => true,
            _ => {
                self.problems.line(line, Some(name), "indicators-import-yes-or-no", vec![]);
                false
            }
        }
    }
}

/// Holds rows against what is known and against what `actor` may do. Writes nothing.
pub async fn check(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    (lines, problems): (Vec<Line>, Problems),
) -> Result<Report, Error> {
    let mut report = Report { problems, ..Report::default() };
    let indicators: HashMap<String, Indicator> = store::indicators(db)
        .await?
        .into_iter()
        .filter(|indicator| varde_kernel::access::may(actor, Action::Read, &indicator.target(tree)))
        .map(|indicator| (indicator.code.clone(), indicator))
        .collect();
    let units: HashMap<&str, UnitId> = tree.iter().map(|unit| (unit.code.as_str(), unit.id)).collect();
    let known = Known::load(db, &lines, &indicators).await?;
    let mut seen: HashMap<(IndicatorId, UnitId, String, String), usize> = HashMap::new();
    for line in lines {
        if MAX_PROBLEMS <= report.problems.len() {
            break;
        }
        let (indicator, unit) = (indicators.get(&line.indicator), units.get(line.unit.as_str()));
        for (column, found) in [("indicator", indicator.is_some()), ("unit", unit.is_some())] {
            if !found {
                let key = if column == "unit" { "indicators-import-no-unit" } else { "indicators-import-no-indicator" };
                let code = if column == "unit" { &line.unit } else { &line.indicator };
                report.problems.line(line.line, Some(column), key, vec![("code", code.clone())]);
            }
        }
        let (Some(indicator), Some(unit)) = (indicator, unit.copied()) else { continue };
        let place = (indicator.id, unit, line.stratum.clone(), line.period.to_string());
        if let Some(first) = seen.insert(place, line.line) {
            report.problems.line(line.line, None, "indicators-import-twice", vec![("line", first.to_string())]);
            continue;
        }
        if let Some(row) = report.row(actor, tree, &known, (indicator, unit), line) {
            report.rows.push(row);
        }
    }
    Ok(report)
}

/// The values that are there already.
struct Known {
    series: HashMap<(IndicatorId, UnitId, String), crate::model::Series>,
    values: HashMap<(SeriesId, String), Observation>,
}

impl Known {
    async fn load(db: &impl Read, lines: &[Line], indicators: &HashMap<String, Indicator>) -> Result<Self, Error> {
        let mut ids: Vec<IndicatorId> =
            lines.iter().filter_map(|line| indicators.get(&line.indicator)).map(|found| found.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let all = store::series_list(db, &ids, None).await?;
        let mut values = HashMap::new();
        let series: Vec<SeriesId> = all.iter().map(|series| series.id).collect();
        for some in series.chunks(5000) {
            for observation in store::values_of_many(db, some).await?.into_values().flatten() {
                values.insert((observation.series, observation.period.to_string()), observation);
            }
        }
        let series =
            all.into_iter().map(|found| ((found.indicator, found.unit, found.stratum.clone()), found)).collect();
        Ok(Self { series, values })
    }
}

impl Report {
    fn row(
        &mut self,
        actor: &Actor,
        tree: &UnitTree,
        known: &Known,
        (indicator, unit): (&Indicator, UnitId),
        mut line: Line,
    ) -> Option<Checked> {
        let key = (indicator.id, unit, line.stratum.clone());
        let series = known.series.get(&key).cloned();
        if !self.slots.contains_key(&key) {
            let slot = Slot {
                stratum: line.stratum.clone(),
                stratum_name: varde_kernel::Words::plain(line.stratum.clone()),
                ..Slot::whole(indicator.clone(), unit, series.clone())
            };
            match store::grant_slot(actor, tree, slot, Action::Answer) {
                Ok(slot) => {
                    self.slots.insert(key.clone(), slot);
                }
                Err(_) => {
                    self.problems.line(line.line, Some("unit"), "indicators-import-not-yours", vec![]);
                    return None;
                }
            }
        }
        let faults = rules::check(indicator.measure, indicator.per, &line.entry);
        for fault in &faults {
            self.problems.line(line.line, Some(fault.field()), fault.key(), vec![]);
        }
        if !faults.is_empty() {
            return None;
        }
        line.entry = rules::completed(indicator.measure, indicator.per, line.entry);
        let former = series.and_then(|series| known.values.get(&(series.id, line.period.to_string())));
        let effect = match former {
            None => Effect::New,
            Some(former) if same(&former.entry(), &line.entry) => Effect::Unchanged,
            Some(former) => Effect::Changed(former.id),
        };
        let former = former.map(|former| former.value);
        Some(Checked { line, indicator: indicator.id, unit, effect, former })
    }
}

/// Whether a file says what is there already, as far as its columns go.
fn same(known: &Entry, given: &Entry) -> bool {
    let numbers = |entry: &Entry| [entry.numerator, entry.denominator, entry.value].map(|n| n.map(f64::to_bits));
    numbers(known) == numbers(given) && known.provisional == given.provisional && known.source == given.source
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
    let mut by_slot: HashMap<(IndicatorId, UnitId, String), Vec<Recording>> = HashMap::new();
    for row in &report.rows {
        let former = match row.effect {
            Effect::Unchanged => continue,
            Effect::New => None,
            Effect::Changed(former) => Some(former),
        };
        by_slot.entry((row.indicator, row.unit, row.line.stratum.clone())).or_default().push(Recording {
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
