//! What the rows of a table are about: periods when most are, otherwise numbers, otherwise names.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use varde_document::{Cell, Decimals, Row};
use varde_indicators::import::when;
use varde_indicators::{rules, sentence};
use varde_kernel::{Period, PeriodType};
use varde_spc::Key;
use varde_web::Say;

use super::{Column, Faults};

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

impl Axis {
    /// The name of a point.
    pub fn label(self, say: &Say, key: &Key) -> String {
        match (self, key) {
            (Self::Periods(sort), Key::Date(date)) => say.period(sort.holding(*date)),
            (Self::Rows, Key::Number(number)) => say.with("app-spc-point", &[("n", number.to_string().into())]),
            (_, Key::Number(number)) => say.value(*number),
            (_, Key::Date(date)) => say.date(*date),
            (_, Key::Text(text)) => text.clone(),
        }
    }

    /// The name of a point on the axis, and what it shares with its neighbours.
    pub fn tick(self, say: &Say, key: &Key) -> (String, String) {
        match (self, key) {
            (Self::Periods(sort), Key::Date(date)) => sentence::tick(say, sort.holding(*date)),
            (_, Key::Number(number)) => (say.value(*number), String::new()),
            _ => (self.label(say, key), String::new()),
        }
    }
}

/// The point of each row; what cannot be one is noted. `by` takes short periods together.
pub fn keys(body: &[&Row], x: &Column, by: Option<PeriodType>, faults: &mut Faults) -> (Axis, Vec<Option<Key>>) {
    let texts: Vec<String> = body.iter().map(|row| row.cell(x.at).text().trim().to_owned()).collect();
    let periods: Vec<Option<Period>> = body.iter().map(|row| period(row.cell(x.at))).collect();
    let mut decimals = Decimals::new(None);
    let numbers: Vec<Option<f64>> = body.iter().map(|row| decimals.read(row.cell(x.at)).ok().flatten()).collect();
    // A year that cannot be meant is just a number where it can be one, and otherwise a mistake of a spreadsheet.
    let is_odd = |period: &Period| !rules::is_in_years(*period);
    let periods: Vec<Option<Period>> = periods
        .into_iter()
        .zip(&numbers)
        .map(|(period, number)| period.filter(|period| number.is_none() || !is_odd(period)))
        .collect();
    let there = texts.iter().filter(|text| !text.is_empty()).count();
    let most = |count: usize| 0 < count && there <= 2 * count;
    let sort = usual(&periods);
    let sort = sort.filter(|_| most(periods.iter().flatten().count()));
    let axis = match (sort, by) {
        (Some(_), Some(by)) => Axis::Periods(by),
        (Some(sort), None) => Axis::Periods(sort),
        _ if most(numbers.iter().flatten().count()) => Axis::Numbers,
        _ => Axis::Names,
    };
    let mut keys = Vec::with_capacity(body.len());
    for (((row, text), period), number) in body.iter().zip(texts).zip(periods).zip(numbers) {
        let key = match axis {
            _ if text.is_empty() => Err("app-table-fault-no-point"),
            _ if period.as_ref().is_some_and(is_odd) => Err("indicators-fault-period-year"),
            Axis::Periods(sort) => match (period, period.and_then(Period::sort)) {
                (Some(period), Some(own)) if own == sort || by.is_some() && sort.per_year() < own.per_year() => {
                    Ok(Key::Date(sort.holding(period.start()).start()))
                }
                (Some(_), _) => Err("app-table-fault-sort"),
                (None, _) => Err("app-table-fault-period"),
            },
            Axis::Numbers => number.map(Key::Number).ok_or("app-table-fault-number"),
            Axis::Names | Axis::Rows => Ok(Key::Text(text.clone())),
        };
        keys.push(key.map_or_else(
            |problem| {
                faults.line(row.line, Some(&x.name), problem, vec![("text", text.clone())]);
                None
            },
            Some,
        ));
    }
    (axis, keys)
}

/// The period of a cell.
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
}

/// The sort that most periods are of.
fn usual(periods: &[Option<Period>]) -> Option<PeriodType> {
    let mut counts: BTreeMap<PeriodType, usize> = BTreeMap::new();
    for sort in periods.iter().flatten().filter_map(|period| period.sort()) {
        *counts.entry(sort).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(sort, count)| (*count, *sort)).map(|(sort, _)| sort)
}

/// The day of a key that is one.
pub fn date(key: &Key) -> Option<jiff::civil::Date> {
    match key {
        Key::Date(date) => Some(*date),
        Key::Number(_) | Key::Text(_) => None,
    }
}

/// Days and numbers in their order; names by the alphabet.
pub fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Date(a), Key::Date(b)) => a.cmp(b),
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Text(a), Key::Text(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}
