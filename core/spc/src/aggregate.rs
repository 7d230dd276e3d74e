//! From raw rows to points: subgroups, their sums, means and spread.

use std::cmp::Ordering;

use crate::chart::Notice;
use crate::model::{Aggregate, Centre, Key, Series, Spec};
use crate::number::{deviation, float, mean, median, sum, taken};

/// The points, in columns of one length; missing is `NaN`.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    pub x: Vec<Key>,
    /// Ratio where there are denominators, otherwise the rows taken together as asked for.
    pub y: Vec<f64>,
    /// Sum of numerators or values.
    pub total: Vec<f64>,
    /// Sum of denominators; empty without denominators.
    pub n: Vec<f64>,
    /// Number of values that are not missing.
    pub len: Vec<f64>,
    /// Mean, standard deviation and range within the subgroup; empty when every row is its own.
    pub within: Option<Within>,
    /// Centre line known in advance; empty without.
    pub known: Vec<f64>,
    /// Whether the keys are categories.
    pub unordered: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Within {
    pub mean: Vec<f64>,
    pub sd: Vec<f64>,
    pub range: Vec<f64>,
}

impl Groups {
    pub(crate) fn has_n(&self) -> bool {
        !self.n.is_empty()
    }
}

/// Forms the points. Columns of unequal length are cut to the shortest by the caller.
pub(crate) fn groups(series: &Series, spec: &Spec, notices: &mut Vec<Notice>) -> Groups {
    let not_finite = series.y.iter().chain(series.n.iter().flatten()).flatten().filter(|v| !v.is_finite()).count();
    if not_finite > 0 {
        notices.push(Notice::NotFinite(not_finite));
    }
    let negative = series.n.iter().flatten().flatten().filter(|n| **n < 0.0).count();
    if negative > 0 {
        notices.push(Notice::NegativeDenominator(negative));
    }
    let known = |row: usize| match &spec.centre {
        Centre::Own => f64::NAN,
        Centre::Known(value) => taken(Some(*value)),
        Centre::Each(values) => taken(values.get(row).copied().flatten()),
    };
    let has_known = spec.centre != Centre::Own;
    let mut groups = match &series.x {
        None => one_row_each(series, spec.aggregate),
        Some(keys) => {
            let rows = ordered(keys);
            let dropped = keys.iter().filter(|key| key.is_none()).count();
            if dropped > 0 {
                notices.push(Notice::RowsWithoutKey(dropped));
            }
            return by_key(series, keys, &rows, spec, has_known, known, notices);
        }
    };
    if has_known {
        groups.known = (0..groups.y.len()).map(known).collect();
    }
    zero_denominators(&mut groups, notices);
    groups
}

/// A denominator; one below zero cannot be, and counts as missing.
fn size(n: Option<f64>) -> f64 {
    let n = taken(n);
    if n < 0.0 { f64::NAN } else { n }
}

/// Every row is a point.
fn one_row_each(series: &Series, aggregate: Aggregate) -> Groups {
    let rows = series.y.len();
    let mut groups = Groups {
        x: (1..=rows).map(|number| Key::Number(float(number))).collect(),
        total: series.y.iter().map(|y| taken(*y)).collect(),
        ..Groups::default()
    };
    if let Some(n) = &series.n {
        groups.n = n.iter().map(|n| size(*n)).collect();
        for (y, n) in groups.total.iter_mut().zip(&mut groups.n) {
            if y.is_nan() || n.is_nan() {
                (*y, *n) = (f64::NAN, f64::NAN);
            }
        }
        groups.y = groups.total.iter().zip(&groups.n).map(|(y, n)| y / n).collect();
    } else if aggregate == Aggregate::Sd {
        // One value has no spread.
        groups.y = vec![f64::NAN; rows];
    } else {
        groups.y.clone_from(&groups.total);
    }
    groups.len = groups.total.iter().map(|y| if y.is_nan() { 0.0 } else { 1.0 }).collect();
    groups
}

/// Row numbers with a key, in the order of the keys; rows of one key keep the order of the file.
fn ordered(keys: &[Option<Key>]) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..keys.len()).filter(|row| keys[*row].as_ref().is_some_and(is_key)).collect();
    rows.sort_by(|a, b| compare(keys[*a].as_ref(), keys[*b].as_ref()));
    rows
}

fn is_key(key: &Key) -> bool {
    !matches!(key, Key::Number(number) if number.is_nan())
}

fn compare(a: Option<&Key>, b: Option<&Key>) -> Ordering {
    match (a, b) {
        (Some(Key::Number(a)), Some(Key::Number(b))) => (a + 0.0).total_cmp(&(b + 0.0)),
        (Some(Key::Date(a)), Some(Key::Date(b))) => a.cmp(b),
        (Some(Key::Text(a)), Some(Key::Text(b))) => a.cmp(b),
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

/// Kinds of keys in one column are kept apart: numbers first, then dates, then categories.
fn rank(key: Option<&Key>) -> u8 {
    match key {
        Some(Key::Number(_)) => 0,
        Some(Key::Date(_)) => 1,
        Some(Key::Text(_)) => 2,
        None => 3,
    }
}

fn by_key(
    series: &Series,
    keys: &[Option<Key>],
    rows: &[usize],
    spec: &Spec,
    has_known: bool,
    known: impl Fn(usize) -> f64,
    notices: &mut Vec<Notice>,
) -> Groups {
    let mut groups = Groups::default();
    let mut within = Within::default();
    for subgroup in rows.chunk_by(|a, b| compare(keys[*a].as_ref(), keys[*b].as_ref()).is_eq()) {
        let Some(key) = subgroup.first().and_then(|row| keys[*row].as_ref()) else {
            continue;
        };
        let pairs = subgroup.iter().map(|row| {
            let y = taken(series.y.get(*row).copied().flatten());
            match &series.n {
                None => (y, f64::NAN),
                Some(n) => {
                    let n = size(n.get(*row).copied().flatten());
                    if y.is_nan() || n.is_nan() { (f64::NAN, f64::NAN) } else { (y, n) }
                }
            }
        });
        let values = pairs.clone().map(|pair| pair.0);
        let len = values.clone().filter(|y| !y.is_nan()).count();
        let total = if len == 0 { f64::NAN } else { sum(values.clone()) };
        groups.unordered |= matches!(key, Key::Text(_));
        groups.x.push(key.clone());
        groups.total.push(total);
        groups.len.push(float(len));
        if series.n.is_some() {
            let n = if len == 0 { f64::NAN } else { sum(pairs.map(|pair| pair.1)) };
            groups.n.push(n);
            groups.y.push(total / n);
        } else {
            groups.y.push(match spec.aggregate {
                Aggregate::Mean => mean(values.clone()),
                Aggregate::Median => median(values.clone()),
                Aggregate::Sum => total,
                Aggregate::Sd => deviation(values.clone()),
            });
        }
        within.mean.push(mean(values.clone()));
        within.sd.push(deviation(values.clone()));
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)));
        within.range.push(if len < 2 { f64::NAN } else { high - low });
        if has_known {
            groups.known.push(subgroup.first().map_or(f64::NAN, |row| known(*row)));
        }
    }
    groups.within = Some(within);
    zero_denominators(&mut groups, notices);
    groups
}

/// Nothing among nothing is missing; something among nothing is an error of the data, told as such.
fn zero_denominators(groups: &mut Groups, notices: &mut Vec<Notice>) {
    let mut faulty = 0;
    for i in 0..groups.n.len() {
        if groups.n[i] == 0.0 {
            if groups.total[i] != 0.0 {
                faulty += 1;
            }
            (groups.y[i], groups.total[i], groups.n[i], groups.len[i]) = (f64::NAN, f64::NAN, f64::NAN, 0.0);
        }
    }
    if faulty > 0 {
        notices.push(Notice::ZeroDenominator(faulty));
    }
}
