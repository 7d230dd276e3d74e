//! From a table to the rows of a series: which points there are, and which rows cannot be meant.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use varde_document::{Cell, Decimals, Kind as FileKind, Note, Row, Table};
use varde_indicators::import::table::fault_key;
use varde_indicators::import::when;
use varde_indicators::sentence;
use varde_kernel::{Period, PeriodType, Place, Problems};
use varde_spc::{Key, Kind, Series};
use varde_web::{Arg, Say};

use super::super::Failure;

/// Names of the columns, and how far periods are taken together.
pub struct Columns<'a> {
    pub x: Option<&'a str>,
    pub y: &'a str,
    pub n: Option<&'a str>,
    pub by: Option<PeriodType>,
}

/// What the points are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The rows in their order.
    Rows,
    /// Numbers of some kind.
    Numbers,
    /// Periods of one sort.
    Periods(PeriodType),
    /// Names without an order in time.
    Names,
}

/// The rows of a file, ready to be charted.
pub struct Rows {
    pub series: Series,
    pub axis: Axis,
    /// What the file itself makes worth saying.
    pub notes: Vec<Note>,
    /// Lines of the file in which the value, or its denominator, is missing.
    pub missing: Vec<usize>,
    /// Periods that no row speaks of, put in as missing.
    pub filled: Vec<Period>,
    /// The line of each row.
    lines: Vec<usize>,
    /// The columns of value and denominator as one finds them in the file.
    places: (String, Option<String>),
    kind: FileKind,
    problems: Problems,
}

/// More empty periods than this are no gaps but a mistake in a date.
const MOST_GAPS: usize = 2_000;

/// Reads the rows; what is wrong with them is kept until it is known which chart they are for.
pub fn read(table: &Table, columns: &Columns<'_>, say: &Say) -> Result<Rows, Failure> {
    let column = |name: &str| column(table, name, say);
    let (x, y) = (columns.x.map(column).transpose()?, column(columns.y)?);
    let n = columns.n.map(column).transpose()?;
    let named = |column: usize, name: &str| match table.kind {
        FileKind::Xlsx => format!("{} ({name})", table.column_name(column)),
        _ => name.to_owned(),
    };
    let places = (named(y, columns.y), n.zip(columns.n).map(|(n, name)| named(n, name)));
    let body = table.rows.get(1..).unwrap_or_default();
    let mut rows = Rows {
        series: Series::default(),
        axis: Axis::Rows,
        notes: table.notes.clone(),
        missing: Vec::new(),
        filled: Vec::new(),
        lines: body.iter().map(|row| row.line).collect(),
        places,
        kind: table.kind,
        problems: Problems::new(),
    };
    let mut decimals = Decimals::new(None);
    rows.series.y = rows.numbers(body, y, &mut decimals, false);
    rows.series.n = n.map(|n| rows.numbers(body, n, &mut decimals, true));
    for (at, row) in body.iter().enumerate() {
        let lacks = |column: &[Option<f64>]| column.get(at).is_some_and(Option::is_none);
        if lacks(&rows.series.y) || rows.series.n.as_deref().is_some_and(lacks) {
            rows.missing.push(row.line);
        }
    }
    if let Some(x) = x {
        let name = named(x, columns.x.unwrap_or_default());
        rows.keys(body, (x, &name), columns.by);
    }
    Ok(rows)
}

/// The place of a column, by its name without regard to letter case.
fn column(table: &Table, name: &str, say: &Say) -> Result<usize, Failure> {
    let head = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let wanted = name.trim().to_lowercase();
    head.iter().position(|cell| cell.text().trim().to_lowercase() == wanted).ok_or_else(|| {
        // What is no text must not reach the terminal as it is.
        let shown = |cell: &Cell| cell.text().chars().filter(|letter| !letter.is_control()).take(60).collect();
        let known: Vec<String> = head.iter().map(shown).collect();
        let args = [("name", Arg::from(name)), ("known", known.join(", ").into())];
        Failure::Asked(say.with("app-spc-no-column", &args))
    })
}

impl Rows {
    fn numbers(
        &mut self,
        body: &[Row],
        column: usize,
        decimals: &mut Decimals,
        is_denominator: bool,
    ) -> Vec<Option<f64>> {
        let place = if is_denominator { self.places.1.clone() } else { Some(self.places.0.clone()) };
        let read = |row: &Row| match decimals.read(row.cell(column)) {
            Ok(number) => number,
            Err(fault) => {
                let text = row.cell(column).text().into_owned();
                let place = place.as_deref().map(|place| format!("{place}: «{text}»"));
                self.problems.line(row.line, place.as_deref(), fault_key(fault), Vec::new());
                None
            }
        };
        body.iter().map(read).collect()
    }

    /// The point of each row: periods when most are, otherwise numbers, otherwise names.
    fn keys(&mut self, body: &[Row], (x, name): (usize, &str), by: Option<PeriodType>) {
        let texts: Vec<String> = body.iter().map(|row| row.cell(x).text().trim().to_owned()).collect();
        let periods: Vec<Option<Period>> = body.iter().map(|row| period(row.cell(x))).collect();
        let mut decimals = Decimals::new(None);
        let numbers: Vec<Option<f64>> = body.iter().map(|row| decimals.read(row.cell(x)).ok().flatten()).collect();
        let there = texts.iter().filter(|text| !text.is_empty()).count();
        let most = |count: usize| 0 < count && there <= 2 * count;
        let sort = usual(&periods);
        let sort = sort.filter(|_| most(periods.iter().flatten().count()));
        self.axis = match (sort, by) {
            (Some(_), Some(by)) => Axis::Periods(by),
            (Some(sort), None) => Axis::Periods(sort),
            _ if most(numbers.iter().flatten().count()) => Axis::Numbers,
            _ => Axis::Names,
        };
        let mut keys = Vec::with_capacity(body.len());
        for (((row, text), period), number) in body.iter().zip(texts).zip(periods).zip(numbers) {
            let key = match self.axis {
                _ if text.is_empty() => Err("app-spc-fault-no-point"),
                Axis::Periods(sort) => match (period, period.and_then(Period::sort)) {
                    (Some(period), Some(own)) if own == sort || by.is_some() && sort.per_year() < own.per_year() => {
                        Ok(Key::Date(sort.holding(period.start()).start()))
                    }
                    (Some(_), _) => Err("app-spc-fault-sort"),
                    (None, _) => Err("app-spc-fault-period"),
                },
                Axis::Numbers => number.map(Key::Number).ok_or("app-spc-fault-number"),
                Axis::Names | Axis::Rows => Ok(Key::Text(text.clone())),
            };
            keys.push(key.map_or_else(
                |problem| {
                    self.problems.line(row.line, Some(name), problem, vec![("text", text.clone())]);
                    None
                },
                Some,
            ));
        }
        self.series.x = Some(keys);
    }

    /// Refuses rows that cannot be meant on this chart, all of them named.
    pub fn must_fit(&mut self, kind: Kind, say: &Say) -> Result<(), Failure> {
        if kind.needs_denominator() && self.series.n.is_none() {
            return Err(Failure::Asked(say.with("app-spc-needs-n", &[("kind", kind.name().into())])));
        }
        if self.lines.is_empty() {
            return Err(Failure::Asked(say.t("app-spc-no-rows")));
        }
        let (y_place, n_place) = (Some(self.places.0.as_str()), self.places.1.as_deref());
        for (at, line) in self.lines.iter().enumerate() {
            let y = self.series.y.get(at).copied().flatten();
            let n = self.series.n.as_ref().and_then(|n| n.get(at).copied().flatten());
            let mut wrong = |place: Option<&str>, key: &'static str, values: [Option<f64>; 2]| {
                let [y, n] = values.map(|value| value.map(|value| say.value(value)).unwrap_or_default());
                self.problems.line(*line, place, key, vec![("y", y), ("n", n)]);
            };
            match (y, n) {
                (_, Some(n)) if n < 0.0 => wrong(n_place, "app-spc-fault-size", [y, Some(n)]),
                (Some(y), _) if kind.counts() && y < 0.0 => wrong(y_place, "app-spc-fault-negative", [Some(y), n]),
                (Some(y), _) if kind == Kind::T && y <= 0.0 => wrong(y_place, "app-spc-fault-time", [Some(y), n]),
                (Some(y), Some(0.0)) if y != 0.0 => wrong(n_place, "app-spc-fault-nothing", [Some(y), Some(0.0)]),
                (Some(y), Some(n)) if kind.is_share() && n < y => {
                    wrong(y_place, "app-spc-fault-above", [Some(y), Some(n)]);
                }
                _ => {}
            }
        }
        if self.problems.is_empty() { Ok(()) } else { Err(self.told(say)) }
    }

    /// Every problem with its place and what to do.
    fn told(&self, say: &Say) -> Failure {
        let place_key = match self.kind {
            FileKind::Xlsx => "app-spc-row",
            FileKind::Parquet => "app-spc-record",
            FileKind::Csv | FileKind::OldWorkbook => "app-spc-line",
        };
        let mut text = say.with("app-spc-refused", &[("n", self.problems.len().into())]);
        let mut found: Vec<_> = (&self.problems).into_iter().collect();
        found.sort_by_key(|problem| problem.place.clone());
        for problem in found {
            let place = match &problem.place {
                Place::Line(line, column) => {
                    let line = say.with(place_key, &[("n", line.to_string().into())]);
                    column.as_ref().map_or(line.clone(), |column| format!("{line}, {column}"))
                }
                Place::Whole | Place::Field(_) => String::new(),
            };
            text.push_str("\n  ");
            text.push_str(&place);
            text.push_str(": ");
            text.push_str(&say.problem(problem));
        }
        Failure::Asked(text)
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
        match (self.axis, key) {
            (Axis::Periods(sort), Key::Date(date)) => say.period(sort.holding(*date)),
            (Axis::Rows, Key::Number(number)) => say.with("app-spc-point", &[("n", number.to_string().into())]),
            (_, Key::Number(number)) => say.value(*number),
            (_, Key::Date(date)) => say.date(*date),
            (_, Key::Text(text)) => text.clone(),
        }
    }

    /// The name of a point on the axis, and what it shares with its neighbours.
    pub fn tick(&self, say: &Say, key: &Key) -> (String, String) {
        match (self.axis, key) {
            (Axis::Periods(sort), Key::Date(date)) => sentence::tick(say, sort.holding(*date)),
            (_, Key::Number(number)) => (say.value(*number), String::new()),
            _ => (self.label(say, key), String::new()),
        }
    }
}

/// The period of a cell; a year must be one that charts are made of, or it is just a number.
fn period(cell: &Cell) -> Option<Period> {
    match cell {
        Cell::Date(date) => Some(Period::Day(*date)),
        Cell::DateTime(at) => Some(Period::Day(at.date())),
        // A time of day behind the day is left out.
        other => {
            let text = other.text();
            let day = text.get(..10).filter(|_| text.get(10..11).is_some_and(|mark| matches!(mark, "T" | " ")));
            when::read(&text).or_else(|| day.and_then(when::read))
        }
    }
    .filter(|period| (1800..2200).contains(&period.start().year()))
}

/// The sort that most periods are of.
fn usual(periods: &[Option<Period>]) -> Option<PeriodType> {
    let mut counts: BTreeMap<PeriodType, usize> = BTreeMap::new();
    for sort in periods.iter().flatten().filter_map(|period| period.sort()) {
        *counts.entry(sort).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(sort, count)| (*count, *sort)).map(|(sort, _)| sort)
}

fn date(key: &Key) -> Option<jiff::civil::Date> {
    match key {
        Key::Date(date) => Some(*date),
        Key::Number(_) | Key::Text(_) => None,
    }
}

fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Date(a), Key::Date(b)) => a.cmp(b),
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Text(a), Key::Text(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}
