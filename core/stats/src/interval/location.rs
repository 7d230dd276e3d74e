//! Intervals of a mean and of a median.

use super::{Interval, is_level};
use crate::dist::{binomial, student};
use crate::sum::{mean, variance};

/// The interval of a mean by Student's t: `None` of fewer than two values, or one that is not finite.
pub fn mean_t(values: &[f64], level: f64) -> Option<Interval> {
    if !is_level(level) || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let centre = mean(values)?;
    let n = values.len() as f64;
    let reach = student::two_sided(level, n - 1.0) * libm::sqrt(variance(values)? / n);
    Some(Interval { low: centre - reach, high: centre + reach })
}

/// A median with the values that its interval reaches to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MedianInterval {
    /// The sample's median.
    pub median: f64,
    /// Two of the values, equally far from the ends of the sorted sample.
    pub interval: Interval,
    /// The probability with which such an interval covers the median: at least the level asked for.
    pub coverage: f64,
}

/// The interval of a median from order statistics: it assumes nothing but independent values of one
/// continuous distribution. `None` when there are too few values for the level (fewer than 6 at 95 %), or
/// one that is not finite.
///
/// # Source
///
/// Conover WJ (1999). *Practical Nonparametric Statistics*, 3rd ed., section 3.2.
pub fn median(values: &[f64], level: f64) -> Option<MedianInterval> {
    if !is_level(level) || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let tail = (1.0 - level) / 2.0;
    // How many values may be cut off at each end.
    let mut cut = binomial::quantile(tail, n, 0.5);
    while 0.0 < cut && tail < binomial::cdf(cut - 1.0, n, 0.5) {
        cut -= 1.0;
    }
    if cut < 1.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below the length")]
    let first = cut as usize - 1;
    let last = sorted.len() - 1 - first;
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    let middle = if sorted.len().is_multiple_of(2) { f64::midpoint(*sorted.get(half - 1)?, upper) } else { upper };
    Some(MedianInterval {
        median: middle,
        interval: Interval { low: *sorted.get(first)?, high: *sorted.get(last)? },
        coverage: 1.0 - 2.0 * binomial::cdf(cut - 1.0, n, 0.5),
    })
}
