//! Charts of rational subgroups with the estimators that software for industry uses.

use crate::constants::{c4, range_moments};
use crate::number::{deviation, float, mean, sum};

/// Which statistic of the subgroups is charted, and what its standard deviation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statistic {
    /// Ranges.
    Range,
    /// Standard deviations.
    Deviation,
    /// Means, standard deviation from the ranges.
    MeanByRange,
    /// Means, standard deviation from the standard deviations.
    MeanByDeviation,
}

/// A chart of subgroups.
#[derive(Debug, Clone, PartialEq)]
pub struct Subgroups {
    /// The statistic of each subgroup; `None` where it has too few values.
    pub statistic: Vec<Option<f64>>,
    /// Centre line.
    pub centre: f64,
    /// Standard deviation of one value: the unweighted mean of R / d2(n) or s / c4(n).
    pub sigma: f64,
    /// Lower limit of each subgroup.
    pub lower: Vec<f64>,
    /// Upper limit of each subgroup.
    pub upper: Vec<f64>,
    /// Whether it is beyond a limit.
    pub outside: Vec<bool>,
}

/// Charts subgroups at three standard deviations. Missing values are left out of their subgroup.
pub fn subgroups(rows: &[Vec<Option<f64>>], statistic: Statistic) -> Subgroups {
    let rows: Vec<Vec<f64>> =
        rows.iter().map(|row| row.iter().copied().flatten().filter(|value| value.is_finite()).collect()).collect();
    let size: Vec<f64> = rows.iter().map(|row| float(row.len())).collect();
    let moments = |n: usize| range_moments(n).unwrap_or((f64::NAN, f64::NAN));
    let range = |row: &Vec<f64>| {
        let (low, high) = row.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), y| (l.min(*y), h.max(*y)));
        if row.len() < 2 { f64::NAN } else { high - low }
    };
    let by_range = matches!(statistic, Statistic::Range | Statistic::MeanByRange);
    let sigma = mean(rows.iter().map(|row| {
        if by_range { range(row) / moments(row.len()).0 } else { deviation(row.iter().copied()) / c4(float(row.len())) }
    }));
    let values: Vec<f64> = rows
        .iter()
        .map(|row| match statistic {
            Statistic::Range => range(row),
            Statistic::Deviation => deviation(row.iter().copied()),
            _ => mean(row.iter().copied()),
        })
        .collect();
    let used = values.iter().zip(&size).filter(|(value, _)| !value.is_nan());
    let centre = sum(used.clone().map(|(value, n)| value * n)) / sum(used.map(|(_, n)| *n));
    let spread = |n: f64, count: usize| match statistic {
        Statistic::Range => sigma * moments(count).1,
        Statistic::Deviation if count < 2 => f64::NAN,
        Statistic::Deviation => sigma * (1.0 - c4(n) * c4(n)).sqrt(),
        _ if count == 0 => f64::NAN,
        _ => sigma / n.sqrt(),
    };
    let floor = if matches!(statistic, Statistic::Range | Statistic::Deviation) { 0.0 } else { f64::NEG_INFINITY };
    let reach: Vec<f64> = rows.iter().zip(&size).map(|(row, n)| 3.0 * spread(*n, row.len())).collect();
    // Without a statistic there are no limits; a floor would make a number of what is none.
    let floored = |limit: f64| if limit.is_nan() { limit } else { limit.max(floor) };
    let lower: Vec<f64> = reach.iter().map(|reach| floored(centre - reach)).collect();
    let upper: Vec<f64> = reach.iter().map(|reach| centre + reach).collect();
    let outside = (0..values.len())
        .map(|i| crate::number::side(values[i], upper[i]) > 0 || crate::number::side(values[i], lower[i]) < 0)
        .collect();
    Subgroups {
        statistic: values.into_iter().map(crate::number::shown).collect(),
        centre,
        sigma,
        lower,
        upper,
        outside,
    }
}

/// One category of a Pareto chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The category.
    pub name: String,
    /// How often it occurs.
    pub count: usize,
    /// How often it and those before it occur.
    pub so_far: usize,
}

/// Adds up how often categories occur, the most frequent first, those as frequent in the order of the alphabet.
pub fn pareto<'a>(counted: impl IntoIterator<Item = (&'a str, usize)>) -> Vec<Share> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for (value, count) in counted {
        let sum = counts.entry(value).or_default();
        *sum = sum.saturating_add(count);
    }
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut so_far = 0_usize;
    sorted
        .into_iter()
        .map(|(name, count)| {
            so_far = so_far.saturating_add(count);
            Share { name: name.to_owned(), count, so_far }
        })
        .collect()
}
