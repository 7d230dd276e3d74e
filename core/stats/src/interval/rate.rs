//! Intervals of a rate: a `count` of events in an `exposure` (bed-days, person-years, an expected number).
//! `None` when the count is negative, the exposure is not positive, or the level lies outside 0 to 1.

use super::{Interval, is_level, is_rate};
use crate::dist::{gamma, normal};

/// The exact interval of a Poisson rate (Garwood).
///
/// # Source
///
/// Garwood (1936); in this form Ulm (1990). See docs/methods/intervals.md.
pub fn garwood(count: f64, exposure: f64, level: f64) -> Option<Interval> {
    if !is_rate(count, exposure) || !is_level(level) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    Some(Interval {
        low: if count == 0.0 { 0.0 } else { gamma::quantile(tail, count, exposure) },
        high: gamma::upper_quantile(tail, count + 1.0, exposure),
    })
}

/// Byar's approximation to the exact interval; close from 5 events on.
///
/// # Source
///
/// Breslow & Day (1987). *Statistical Methods in Cancer Research*, volume II, formula 2.12–2.13.
pub fn byar(count: f64, exposure: f64, level: f64) -> Option<Interval> {
    if !is_rate(count, exposure) || !is_level(level) {
        return None;
    }
    let z = normal::two_sided(level);
    let cube = |count: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + z / (3.0 * libm::sqrt(count));
        count * root * root * root
    };
    Some(Interval {
        low: if count == 0.0 { 0.0 } else { cube(count, -z).max(0.0) / exposure },
        high: cube(count + 1.0, z) / exposure,
    })
}
