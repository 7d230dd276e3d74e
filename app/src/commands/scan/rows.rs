//! From a long table to many series: which there are, what each measures, and which rows cannot be meant.

use std::collections::BTreeMap;

use clap::ValueEnum;
use varde_batch::ScanSeries;
use varde_document::{Decimals, Note, Row, Table};
use varde_indicators::import::sender::Role;
use varde_indicators::import::table::role_named;
use varde_spc::{Key, Kind, Series, mdc};
use varde_web::Say;

use super::super::Failure;
use super::super::flags::{Better, Measured};
use super::super::table::{Axis, Column, Counted, Faults, compare, find, fractions, keys, no_columns};

/// All series of a file.
pub struct Rows {
    pub series: Vec<ScanSeries>,
    /// The periods of each indicator, in the order of time.
    periods: BTreeMap<String, (Axis, Vec<Key>)>,
    /// Lines in which the number, or its denominator, is missing.
    pub missing: Vec<usize>,
    /// Lines in which persons or events seem to be counted in fractions.
    pub fractions: Vec<usize>,
    pub n_read: usize,
    pub notes: Vec<Note>,
}

impl Rows {
    /// The name of an indicator's period.
    pub fn period(&self, say: &Say, indicator: &str, place: usize) -> Option<String> {
        let (axis, periods) = self.periods.get(indicator)?;
        Some(axis.label(say, periods.get(place)?))
    }
}

/// The columns of the table.
struct Columns {
    indicator: Column,
    unit: Column,
    period: Column,
    numerator: Column,
    denominator: Option<Column>,
    kind: Option<Column>,
    better: Option<Column>,
    parent: Option<Column>,
}

impl Columns {
    fn of(table: &Table, say: &Say) -> Result<Self, Failure> {
        let head = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
        let names: Vec<String> = head.iter().map(|cell| cell.text().trim().to_lowercase()).collect();
        // By their English or Norwegian name, and called what the file calls them.
        let known = |role: Role| {
            let name = names.iter().find(|name| role_named(name) == Some(role))?;
            find(table, name)
        };
        let needed = [Role::Indicator, Role::Unit, Role::Period, Role::Numerator];
        let missing: Vec<&str> = needed.into_iter().filter(|role| known(*role).is_none()).map(Role::name).collect();
        match needed.map(known) {
            [Some(indicator), Some(unit), Some(period), Some(numerator)] => Ok(Self {
                indicator,
                unit,
                period,
                numerator,
                denominator: known(Role::Denominator),
                kind: find(table, "kind"),
                better: find(table, "better"),
                parent: find(table, "parent"),
            }),
            _ => Err(no_columns(table, &missing, say)),
        }
    }
}

/// A row, as far as it could be read.
struct Line<'a> {
    row: &'a Row,
    unit: Option<String>,
    parent: Option<String>,
    kind: Option<Measured>,
    better: Option<Better>,
    numerator: Option<f64>,
    denominator: Option<f64>,
}

/// Reads all series; every row that cannot be meant is told, and then nothing is read.
pub fn read(table: &Table, say: &Say) -> Result<Rows, Failure> {
    let columns = Columns::of(table, say)?;
    let mut faults = Faults::new(table);
    let mut decimals = Decimals::new(None);
    let mut indicators: BTreeMap<String, Vec<Line<'_>>> = BTreeMap::new();
    let mut missing = Vec::new();
    let body = table.rows.get(1..).unwrap_or_default();
    for row in body {
        let indicator = faults.text(row, &columns.indicator);
        let line = Line {
            row,
            unit: faults.text(row, &columns.unit),
            parent: columns.parent.as_ref().map(|parent| row.cell(parent.at).text().trim().to_owned()),
            kind: kind(row, columns.kind.as_ref(), &mut faults),
            better: choice(row, columns.better.as_ref(), &mut faults, "app-scan-fault-better"),
            numerator: faults.number(row, &columns.numerator, &mut decimals),
            denominator: columns.denominator.as_ref().and_then(|n| faults.number(row, n, &mut decimals)),
        };
        // Without its indicator a row is already told of, and its period belongs to no series.
        indicators.entry(indicator.unwrap_or_default()).or_default().push(line);
    }
    if body.is_empty() {
        return Err(Failure::Asked(say.t("app-table-no-rows")));
    }
    let mut found = Rows {
        series: Vec::new(),
        periods: BTreeMap::new(),
        missing: Vec::new(),
        fractions: Vec::new(),
        n_read: body.len(),
        notes: table.notes.clone(),
    };
    for (indicator, lines) in &indicators {
        let rows: Vec<&Row> = lines.iter().map(|line| line.row).collect();
        let (axis, keys) = keys(&rows, &columns.period, None, &mut faults);
        if axis == Axis::Names {
            // Names have no order in time.
            for row in rows.iter().filter(|row| !row.cell(columns.period.at).is_empty()) {
                let text = row.cell(columns.period.at).text().into_owned();
                faults.line(row.line, Some(&columns.period.name), "app-table-fault-period", vec![("text", text)]);
            }
        }
        let family = Family::of(lines, &columns, &mut faults);
        family.check(lines, &columns, say, &mut faults);
        missing.extend(lines.iter().filter(|line| family.lacks(line)).map(|line| line.row.line));
        let seen = lines.iter().map(|line| (line.row.line, line.numerator, line.denominator));
        found.fractions.extend(fractions(seen, Counted::of(family.kind)));
        let mut periods: Vec<Key> = keys.iter().flatten().cloned().collect();
        periods.sort_by(compare);
        periods.dedup();
        found.series.extend(family.series((indicator, lines), (&keys, &periods), &columns, &mut faults));
        found.periods.insert(indicator.clone(), (axis, periods));
    }
    faults.refuse(say)?;
    missing.sort_unstable();
    found.missing = missing;
    found.fractions.sort_unstable();
    Ok(found)
}

/// One of few words in a cell; none when it is empty, or another word, which is noted.
fn choice<T: ValueEnum>(row: &Row, column: Option<&Column>, faults: &mut Faults, key: &'static str) -> Option<T> {
    let column = column?;
    let text = row.cell(column.at).text();
    if text.trim().is_empty() {
        return None;
    }
    let found = T::from_str(text.trim(), true).ok();
    if found.is_none() {
        faults.cell(row, column, key);
    }
    found
}

/// What a row says it measures. A row of a scan holds one number, and not the values of a sample.
fn kind(row: &Row, column: Option<&Column>, faults: &mut Faults) -> Option<Measured> {
    const FAULT: &str = "app-scan-fault-kind";
    let found = choice(row, column, faults, FAULT)?;
    if let (Measured::Sample, Some(column)) = (found, column) {
        faults.cell(row, column, FAULT);
        return None;
    }
    Some(found)
}

/// What holds for all series of an indicator.
struct Family {
    kind: Kind,
    better: mdc::Better,
    has_n: bool,
}

impl Family {
    fn of(lines: &[Line<'_>], columns: &Columns, faults: &mut Faults) -> Self {
        let has_n = lines.iter().any(|line| line.denominator.is_some());
        let kind = first(lines, |line| line.kind);
        let better = first(lines, |line| line.better);
        for line in lines {
            if let (Some(column), true) = (&columns.kind, line.kind.is_some_and(|own| Some(own) != kind)) {
                faults.cell(line.row, column, "app-scan-fault-kinds");
            }
            if let (Some(column), true) = (&columns.better, line.better.is_some_and(|own| Some(own) != better)) {
                faults.cell(line.row, column, "app-scan-fault-betters");
            }
        }
        let better = better.map_or(mdc::Better::Lower, Better::for_scan);
        Self { kind: kind.map_or_else(|| guess(lines, has_n), |kind| chart(kind, has_n)), better, has_n }
    }

    /// Notes numbers that cannot be.
    fn check(&self, lines: &[Line<'_>], columns: &Columns, say: &Say, faults: &mut Faults) {
        let y_place = Some(columns.numerator.name.as_str());
        let n_place = columns.denominator.as_ref().map(|column| column.name.as_str());
        for line in lines {
            let mut wrong = |place: Option<&str>, key: &'static str| {
                let shown = |value: Option<f64>| value.map(|value| say.value(value)).unwrap_or_default();
                let args = vec![("y", shown(line.numerator)), ("n", shown(line.denominator))];
                faults.line(line.row.line, place, key, args);
            };
            match (line.numerator, line.denominator) {
                (_, Some(n)) if n < 0.0 => wrong(n_place, "app-table-fault-size"),
                (Some(y), _) if self.kind.counts() && y < 0.0 => wrong(y_place, "app-scan-fault-negative"),
                (Some(y), _) if self.kind == Kind::T && y <= 0.0 => wrong(y_place, "app-scan-fault-time"),
                (Some(y), Some(0.0)) if y != 0.0 => wrong(n_place, "app-table-fault-nothing"),
                (Some(y), Some(n)) if self.kind.is_share() && n < y => wrong(y_place, "app-scan-fault-above"),
                _ => {}
            }
        }
    }

    /// Whether a row has no number to be looked at.
    fn lacks(&self, line: &Line<'_>) -> bool {
        line.numerator.is_none() || self.has_n && line.denominator.is_none()
    }

    /// The series of all units over the periods of the indicator, with gaps where a unit has no row. A unit with
    /// two rows for a period, or two parents, is noted.
    fn series(
        &self,
        (indicator, lines): (&str, &[Line<'_>]),
        (keys, periods): (&[Option<Key>], &[Key]),
        columns: &Columns,
        faults: &mut Faults,
    ) -> Vec<ScanSeries> {
        let mut units: BTreeMap<&str, (ScanSeries, Vec<Option<usize>>)> = BTreeMap::new();
        for (line, key) in lines.iter().zip(keys) {
            let (Some(unit), Some(key)) = (&line.unit, key) else { continue };
            let Ok(place) = periods.binary_search_by(|period| compare(period, key)) else { continue };
            let (one, seen) = units.entry(unit).or_insert_with(|| {
                let gaps = vec![None; periods.len()];
                let series = Series { y: gaps.clone(), n: self.has_n.then_some(gaps), x: None };
                let (indicator, unit) = (indicator.to_owned(), unit.clone());
                let one = ScanSeries { indicator, unit, parent: None, kind: self.kind, better: self.better, series };
                (one, vec![None; periods.len()])
            });
            if let Some(earlier) = seen.get(place).copied().flatten() {
                let args = vec![("line", earlier.to_string())];
                faults.line(line.row.line, Some(&columns.period.name), "app-scan-fault-twice", args);
                continue;
            }
            let parent = line.parent.clone().filter(|parent| !parent.is_empty());
            if one.parent.is_none() {
                one.parent = parent;
            } else if let (Some(_), Some(column)) = (&parent, &columns.parent)
                && one.parent != parent
            {
                faults.cell(line.row, column, "app-scan-fault-parents");
            }
            put(&mut one.series.y, place, line.numerator);
            if let Some(n) = &mut one.series.n {
                put(n, place, line.denominator);
            }
            if let Some(seen) = seen.get_mut(place) {
                *seen = Some(line.row.line);
            }
        }
        units.into_values().map(|(one, _)| one).collect()
    }
}

fn put(column: &mut [Option<f64>], place: usize, value: Option<f64>) {
    if let Some(cell) = column.get_mut(place) {
        *cell = value;
    }
}

fn first<T>(lines: &[Line<'_>], of: impl Fn(&Line<'_>) -> Option<T>) -> Option<T> {
    lines.iter().find_map(of)
}

/// The chart of what is measured.
const fn chart(measured: Measured, has_n: bool) -> Kind {
    match (measured, has_n) {
        (Measured::Share, _) => Kind::P,
        (Measured::Rate, _) => Kind::U,
        (Measured::Count, _) => Kind::C,
        (Measured::Time, _) => Kind::T,
        (Measured::Cases, _) => Kind::G,
        (Measured::Value | Measured::Sample, true) => Kind::Ip,
        (Measured::Value | Measured::Sample, false) => Kind::I,
    }
}

/// What the numbers of an indicator seem to be. A few below zero, or above their denominator, are slips to be
/// named, and no other kind of data.
fn guess(lines: &[Line<'_>], has_n: bool) -> Kind {
    let few = |odd: usize, all: usize| 10 * odd <= all.max(10);
    let values: Vec<f64> = lines.iter().filter_map(|line| line.numerator).collect();
    let both: Vec<(f64, f64)> = lines.iter().filter_map(|line| line.numerator.zip(line.denominator)).collect();
    let negative = values.iter().filter(|y| **y < 0.0).count();
    let counted = values.iter().all(|y| y.fract() == 0.0) && few(negative, values.len());
    let above = both.iter().filter(|(y, n)| 0.0 < *n && n < y).count();
    let measured = match (counted, has_n) {
        (true, true) if few(above, both.len()) => Measured::Share,
        (true, true) => Measured::Rate,
        (true, false) => Measured::Count,
        (false, _) => Measured::Value,
    };
    chart(measured, has_n)
}
