//! Sums, means and comparisons that do not depend on the order of the rows.
//!
//! Missing values are `NaN` inside the crate: the public types have `Option<f64>`.

use varde_stats::Sum;

/// Values that differ by less than this share of the larger one count as equal.
const TIE: f64 = 1e-12;

/// Sum of the values, `NaN` left out.
pub(crate) fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let mut total = Sum::default();
    for value in values {
        if !value.is_nan() {
            total.add(value);
        }
    }
    total.value()
}

/// Mean of the values, `NaN` left out; `NaN` when there is none.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let mut total = Sum::default();
    let mut count = 0_u32;
    for value in values {
        if !value.is_nan() {
            total.add(value);
            count += 1;
        }
    }
    if count == 0 { f64::NAN } else { total.value() / f64::from(count) }
}

/// Standard deviation with n - 1, `NaN` left out; `NaN` with fewer than two values.
pub(crate) fn deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let centre = mean(values.clone());
    let mut total = Sum::default();
    let mut count = 0_u32;
    for value in values {
        if !value.is_nan() {
            total.add((value - centre) * (value - centre));
            count += 1;
        }
    }
    if count < 2 { f64::NAN } else { (total.value() / f64::from(count - 1)).sqrt() }
}

/// Median of the values, `NaN` left out; `NaN` when there is none.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut kept: Vec<f64> = values.filter(|value| !value.is_nan()).collect();
    if kept.is_empty() {
        return f64::NAN;
    }
    let half = kept.len() / 2;
    let even = kept.len().is_multiple_of(2);
    let (below, &mut upper, _) = kept.select_nth_unstable_by(half, f64::total_cmp);
    if !even {
        return upper;
    }
    let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    lower + (upper - lower) / 2.0
}

/// On which side of `line` the value lies: 1 above, -1 below, 0 on it within the tolerance, or when
/// either is missing.
pub(crate) fn side(value: f64, line: f64) -> i8 {
    let gap = value - line;
    // An infinite gap is no tie, though the tolerance is infinite too.
    let tied = gap.is_finite() && gap.abs() <= TIE * value.abs().max(line.abs());
    if gap.is_nan() || tied {
        0
    } else if gap > 0.0 {
        1
    } else {
        -1
    }
}

/// `Some` of a number that can be shown, `None` of what is missing or infinite.
pub(crate) fn shown(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// The other way: `NaN` for what is missing, and for what no statistic can take.
pub(crate) fn taken(value: Option<f64>) -> f64 {
    value.filter(|number| number.is_finite()).unwrap_or(f64::NAN)
}

/// A count as a number.
pub(crate) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::{deviation, mean, median, side, sum};

    #[test]
    fn the_mean_of_tenths_is_a_tenth() {
        let tenths = [0.1; 15];
        assert_eq!(side(mean(tenths.into_iter()), 0.1), 0);
        assert!((sum([1e100, 1.0, -1e100].into_iter()) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn medians_of_odd_and_even_numbers_of_values() {
        assert!((median([3.0, f64::NAN, 1.0, 2.0].into_iter()) - 2.0).abs() < 1e-15);
        assert!((median([4.0, 1.0, 2.0, 3.0].into_iter()) - 2.5).abs() < 1e-15);
        assert!(median([f64::NAN].into_iter()).is_nan());
    }

    #[test]
    fn deviations_need_two_values() {
        assert!(deviation([1.0].into_iter()).is_nan());
        assert!(
            (deviation([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter()) - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12
        );
    }

    #[test]
    fn the_side_of_a_tie_is_none() {
        assert_eq!([side(1.0, 1.0 + 1e-15), side(2.0, 1.0), side(0.0, 1.0), side(f64::NAN, 1.0)], [0, 1, -1, 0]);
        assert_eq!([side(f64::INFINITY, 3.0), side(f64::NEG_INFINITY, 3.0), side(1.0, f64::INFINITY)], [1, -1, -1]);
    }
}
