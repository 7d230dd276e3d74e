//! Intervals of a share: `x` of `n`. `None` when that is no share or the level lies outside 0 to 1.

use super::{Interval, is_level, is_share};
use crate::dist::{beta, normal};

/// Wilson's score interval.
///
/// # Example
///
/// ```
/// let interval = varde_stats::interval::wilson(81.0, 263.0, 0.95).unwrap();
/// assert!((interval.low - 0.2553).abs() < 5e-5 && (interval.high - 0.3662).abs() < 5e-5);
/// ```
///
/// # Source
///
/// Wilson (1927); Newcombe (1998), method 3. See docs/methods/intervals.md.
pub fn wilson(x: f64, n: f64, level: f64) -> Option<Interval> {
    if !is_share(x, n) || !is_level(level) {
        return None;
    }
    let z = normal::two_sided(level);
    let square = z * z;
    let spread = z * libm::sqrt(square + 4.0 * x * ((n - x) / n));
    let scale = 2.0 * (n + square);
    Some(Interval {
        low: if x == 0.0 { 0.0 } else { (2.0 * x + square - spread) / scale },
        high: if x == n { 1.0 } else { (2.0 * x + square + spread) / scale },
    })
}

/// Wilson's score interval with continuity correction: wider, close to the exact one.
///
/// # Source
///
/// Newcombe (1998), method 4.
pub fn wilson_corrected(x: f64, n: f64, level: f64) -> Option<Interval> {
    if !is_share(x, n) || !is_level(level) {
        return None;
    }
    let z = normal::two_sided(level);
    let square = z * z;
    let p = x / n;
    let scale = 2.0 * (n + square);
    let spread = |shift: f64| z * libm::sqrt((square - 1.0 / n + 4.0 * x * (1.0 - p) + shift).max(0.0)) + 1.0;
    let low = (2.0 * x + square - spread(4.0 * p - 2.0)) / scale;
    let high = (2.0 * x + square + spread(2.0 - 4.0 * p)) / scale;
    Some(Interval { low: if x == 0.0 { 0.0 } else { low.max(0.0) }, high: if x == n { 1.0 } else { high.min(1.0) } })
}

/// The exact interval of Clopper and Pearson: covers at least at its level, mostly more.
///
/// # Source
///
/// Clopper & Pearson (1934); Newcombe (1998), method 5.
pub fn clopper_pearson(x: f64, n: f64, level: f64) -> Option<Interval> {
    if !is_share(x, n) || !is_level(level) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    Some(Interval {
        low: if x == 0.0 { 0.0 } else { beta::quantile(tail, x, n - x + 1.0) },
        high: if x == n { 1.0 } else { beta::upper_quantile(tail, x + 1.0, n - x) },
    })
}

/// The equal-tailed interval of Jeffreys' prior; 0 at none and 1 at all.
///
/// # Source
///
/// Brown LD, Cai TT, `DasGupta` A (2001). *Statistical Science* 16:101–133.
pub fn jeffreys(x: f64, n: f64, level: f64) -> Option<Interval> {
    if !is_share(x, n) || !is_level(level) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    Some(Interval {
        low: if x == 0.0 { 0.0 } else { beta::quantile(tail, x + 0.5, n - x + 0.5) },
        high: if x == n { 1.0 } else { beta::upper_quantile(tail, x + 0.5, n - x + 0.5) },
    })
}
