//! Runs about a line: how long the longest is, how often the line is crossed, and how odd that is.

mod boxes;
mod law;

pub(crate) use law::p_value_within;
pub use law::{Signs, false_signal, p_value};

use crate::model::Runs;
use crate::number::side;

/// What can be said of the runs of a sequence of values about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Values that are neither missing nor on the line.
    pub useful: usize,
    /// Those of them above the line.
    pub above: usize,
    /// Longest run on one side; 0 without useful values.
    pub longest: usize,
    /// Times the line is crossed.
    pub crossings: usize,
}

/// Counts runs of `values` about `lines`; values on their line and missing ones are passed over.
pub fn count(values: impl Iterator<Item = (f64, f64)>) -> Counted {
    let mut counted = Counted::default();
    let mut last = 0_i8;
    let mut run = 0;
    for (value, line) in values {
        let side = side(value, line);
        if side == 0 {
            continue;
        }
        counted.useful += 1;
        counted.above += usize::from(side > 0);
        if side == last {
            run += 1;
        } else {
            counted.crossings += usize::from(last != 0);
            last = side;
            run = 1;
        }
        counted.longest = counted.longest.max(run);
    }
    counted
}

/// Longest run that is still ordinary among `useful` values: log2 rounded, plus 3 (Schilling 2012).
pub fn longest_ordinary(useful: usize) -> usize {
    // round(log2 n) without logarithms: the power of two that is nearest on the logarithmic scale.
    let floor = useful.max(1).ilog2();
    let square = (useful as u128).saturating_mul(useful as u128);
    let upper_half = square >= 1_u128.checked_shl(2 * floor + 1).unwrap_or(u128::MAX);
    (floor + u32::from(upper_half)) as usize + 3
}

/// Fewest crossings that are still ordinary among `useful` values: the 5 % quantile of the binomial
/// distribution of `useful` - 1 fair coins (Chen 2010).
pub fn fewest_ordinary(useful: usize) -> usize {
    let trials = useful.saturating_sub(1);
    if trials > 1000 {
        // Far beyond charts: the normal quantile with its first correction is right to one crossing.
        let n = crate::number::float(trials);
        let z = -1.644_853_626_951_472_7;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and below the trials")]
        return (n / 2.0 + z * n.sqrt() / 2.0).max(0.0).round() as usize;
    }
    let mut probability = 0.5_f64.powi(i32::try_from(trials).unwrap_or(i32::MAX));
    let mut total = probability;
    let mut k = 0;
    while total < 0.05 * (1.0 - 64.0 * f64::EPSILON) && k < trials {
        probability *= crate::number::float(trials - k) / crate::number::float(k + 1);
        total += probability;
        k += 1;
    }
    k
}

/// How the counts stand against a method: limits of longest run and crossings, and whether it signals.
/// The last is whether the method had to fall back to Anhøj's rule.
pub fn judge(counted: Counted, method: Runs) -> (usize, usize, bool, bool) {
    let longest_max = longest_ordinary(counted.useful);
    let crossings_min = fewest_ordinary(counted.useful);
    let anhoej = counted.longest > longest_max || counted.crossings < crossings_min;
    let boxed = match method {
        Runs::Anhoej => Some(anhoej),
        Runs::BestBox => boxes::best(counted),
        Runs::CutBox => boxes::cut(counted),
    };
    (longest_max, crossings_min, counted.useful > 0 && boxed.unwrap_or(anhoej), boxed.is_none())
}
