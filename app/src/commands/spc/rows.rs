//! From a table to the rows of a series: which points there are, and which rows cannot be meant.

use varde_document::{Decimals, Note, Row, Table};
use varde_kernel::{Period, PeriodType};
use varde_spc::{Key, Kind, Series};
use varde_web::Say;

use super::super::Failure;
use super::super::table::{Axis, Column, Counted, Faults, asked, columns, compare, date, fractions, keys};

/// Names of the columns, and how far periods are taken together.
pub struct Columns<'a> {
    pub x: Option<&'a str>,
    pub y: &'a str,
    pub n: Option<&'a str>,
    pub by: Option<PeriodType>,
}

/// The rows of a file, ready to be charted.
pub struct Rows {
    pub series: Series,
    pub axis: Axis,
    /// What the file itself makes worth saying.
    pub notes: Vec<Note>,
    /// Lines of the file in which the value, or its denominator, is missing.
    pub missing: Vec<usize>,
    /// Lines in which persons or events seem to be counted in fractions, once it is known which chart they are for.
    pub fractions: Vec<usize>,
    /// Periods that no row speaks of, put in as missing.
    pub filled: Vec<Period>,
    /// The line of each row.
    lines: Vec<usize>,
    y: Column,
    n: Option<Column>,
    faults: Faults,
}

/// More empty periods than this are no gaps but a mistake in a date.
const MOST_GAPS: usize = 2_000;

/// Reads the rows; what is wrong with them is kept until it is known which chart they are for.
pub fn read(table: &Table, names: &Columns<'_>, say: &Say) -> Result<Rows, Failure> {
    let [y] = columns(table, [names.y], say)?;
    let (x, n) = (asked(table, names.x, say)?, asked(table, names.n, say)?);
    let body: Vec<&Row> = table.rows.iter().skip(1).collect();
    let (mut faults, mut decimals) = (Faults::new(table), Decimals::new(None));
    let mut numbers = |column: &Column| -> Vec<Option<f64>> {
        body.iter().map(|row| faults.number(row, column, &mut decimals)).collect()
    };
    let series = Series { y: numbers(&y), n: n.as_ref().map(&mut numbers), x: None };
    let lacks = |column: &[Option<f64>], at: usize| column.get(at).is_some_and(Option::is_none);
    let is_missing = |at: usize| lacks(&series.y, at) || series.n.as_deref().is_some_and(|n| lacks(n, at));
    let missing = body.iter().enumerate().filter(|(at, _)| is_missing(*at)).map(|(_, row)| row.line).collect();
    let mut rows = Rows {
        series,
        axis: Axis::Rows,
        notes: table.notes.clone(),
        missing,
        fractions: Vec::new(),
        filled: Vec::new(),
        lines: body.iter().map(|row| row.line).collect(),
        y,
        n,
        faults,
    };
    if let Some(x) = x {
        let (axis, found) = keys(&body, &x, names.by, &mut rows.faults);
        (rows.axis, rows.series.x) = (axis, Some(found));
    }
    Ok(rows)
}

impl Rows {
    /// Refuses rows that cannot be meant on this chart, all of them named.
    pub fn must_fit(&mut self, kind: Kind, say: &Say) -> Result<(), Failure> {
        if kind.needs_denominator() && self.series.n.is_none() {
            return Err(Failure::Asked(say.with("app-spc-needs-n", &[("kind", kind.name().into())])));
        }
        if self.lines.is_empty() {
            return Err(Failure::Asked(say.t("app-table-no-rows")));
        }
        let (y_place, n_place) = (Some(self.y.name.as_str()), self.n.as_ref().map(|n| n.name.as_str()));
        for (at, line) in self.lines.iter().enumerate() {
            let y = self.series.y.get(at).copied().flatten();
            let n = self.series.n.as_ref().and_then(|n| n.get(at).copied().flatten());
            let mut wrong = |place: Option<&str>, key: &'static str, values: [Option<f64>; 2]| {
                let [y, n] = values.map(|value| value.map(|value| say.value(value)).unwrap_or_default());
                self.faults.line(*line, place, key, vec![("y", y), ("n", n)]);
            };
            match (y, n) {
                (_, Some(n)) if n < 0.0 => wrong(n_place, "app-table-fault-size", [y, Some(n)]),
                (Some(y), _) if kind.counts() && y < 0.0 => wrong(y_place, "app-spc-fault-negative", [Some(y), n]),
                (Some(y), _) if kind == Kind::T && y <= 0.0 => wrong(y_place, "app-spc-fault-time", [Some(y), n]),
                (Some(y), Some(0.0)) if y != 0.0 => wrong(n_place, "app-table-fault-nothing", [Some(y), Some(0.0)]),
                (Some(y), Some(n)) if kind.is_share() && n < y => {
                    wrong(y_place, "app-spc-fault-above", [Some(y), Some(n)]);
                }
                _ => {}
            }
        }
        let seen = self.lines.iter().enumerate().map(|(at, line)| {
            let n = self.series.n.as_ref().and_then(|n| n.get(at).copied().flatten());
            (*line, self.series.y.get(at).copied().flatten(), n)
        });
        self.fractions = fractions(seen, Counted::of(kind));
        self.faults.refuse(say)
    }

    /// Puts in the periods that no row speaks of, so that the line breaks there: an absent month is no value.
    /// Charts of what lies between events have no such gaps.
    pub fn fill_gaps(&mut self, kind: Kind) {
        let Axis::Periods(sort) = self.axis else { return };
        let Some(keys) = &mut self.series.x else { return };
        if matches!(kind, Kind::T | Kind::G) || sort == PeriodType::Day {
            return;
        }
        let mut dates: Vec<_> = keys.iter().flatten().filter_map(date).collect();
        dates.sort_unstable();
        dates.dedup();
        let Some((first, last)) = dates.first().zip(dates.last()) else { return };
        let mut period = sort.holding(*first);
        while let Some(next) = period.following().filter(|next| next.start() < *last) {
            period = next;
            if dates.binary_search(&period.start()).is_err() {
                self.filled.push(period);
            }
            if MOST_GAPS < self.filled.len() {
                self.filled.clear();
                return;
            }
        }
        for period in &self.filled {
            keys.push(Some(Key::Date(period.start())));
            self.series.y.push(None);
            if let Some(n) = &mut self.series.n {
                n.push(None);
            }
        }
    }

    /// How many rows of the file each point has, where a point has several.
    pub fn joined(&self) -> Vec<(Key, usize)> {
        let mut found: Vec<(Key, usize)> = Vec::new();
        let mut keys: Vec<&Key> = self.series.x.iter().flatten().take(self.lines.len()).flatten().collect();
        keys.sort_by(|a, b| compare(a, b));
        for alike in keys.chunk_by(|a, b| a == b) {
            if let Some(first) = alike.first().filter(|_| 1 < alike.len()) {
                found.push(((*first).clone(), alike.len()));
            }
        }
        found
    }

    /// How many rows the file has.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The name of a point.
    pub fn label(&self, say: &Say, key: &Key) -> String {
        self.axis.label(say, key)
    }
}
