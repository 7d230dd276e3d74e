//! Two shares or two rates set against each other.

use super::{Interval, clopper_pearson, garwood, is_level, is_rate, is_share, wilson};
use crate::dist::normal;

/// The interval of `a − b` from the estimates and intervals of both, by the square-and-add rule (MOVER).
///
/// # Source
///
/// Zou GY, Donner A (2008). *Statistics in Medicine* 27:1693–1702.
pub fn square_and_add(a: f64, interval_a: Interval, b: f64, interval_b: Interval) -> Interval {
    let difference = a - b;
    Interval {
        low: difference - libm::hypot(a - interval_a.low, interval_b.high - b),
        high: difference + libm::hypot(interval_a.high - a, b - interval_b.low),
    }
}

/// The interval of the difference `x1/n1 − x2/n2` of two independent shares from their Wilson intervals.
///
/// # Source
///
/// Newcombe (1998b), *Statistics in Medicine* 17:873–890, method 10.
pub fn newcombe(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Option<Interval> {
    Some(square_and_add(x1 / n1, wilson(x1, n1, level)?, x2 / n2, wilson(x2, n2, level)?))
}

/// The score interval of the difference of two independent shares.
///
/// # Source
///
/// Miettinen O, Nurminen M (1985). *Statistics in Medicine* 4:213–226.
pub fn miettinen_nurminen(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Option<Interval> {
    if !is_share(x1, n1) || !is_share(x2, n2) || !is_level(level) {
        return None;
    }
    let n = n1 + n2;
    let observed = x1 / n1 - x2 / n2;
    let score = |delta: f64| {
        let (p1, p2) = restricted_difference(x1, n1, x2, n2, delta);
        let variance = (p1 * (1.0 - p1) / n1 + p2 * (1.0 - p2) / n2) * n / (n - 1.0);
        standardised(observed - delta, variance)
    };
    Some(invert(&score, observed, -1.0, 1.0, normal::two_sided(level)))
}

/// The score interval of the ratio `(x1/n1)/(x2/n2)` of two independent shares; the upper limit is infinite
/// when `x2` is 0. `None` when both are 0.
///
/// # Source
///
/// Miettinen O, Nurminen M (1985). *Statistics in Medicine* 4:213–226.
pub fn miettinen_nurminen_ratio(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Option<Interval> {
    if !is_share(x1, n1) || !is_share(x2, n2) || !is_level(level) || x1 + x2 == 0.0 {
        return None;
    }
    let n = n1 + n2;
    let score = |log_ratio: f64| {
        let ratio = libm::exp(log_ratio);
        let p2 = restricted_ratio(x1, n1, x2, n2, ratio);
        let p1 = (ratio * p2).min(1.0);
        let variance = (p1 * (1.0 - p1) / n1 + ratio * ratio * p2 * (1.0 - p2) / n2) * n / (n - 1.0);
        standardised(x1 / n1 - ratio * (x2 / n2), variance)
    };
    let observed = libm::log((x1 / n1) / (x2 / n2));
    let found = invert(&score, observed, -60.0, 60.0, normal::two_sided(level)).map(libm::exp);
    Some(Interval {
        low: if x1 == 0.0 { 0.0 } else { found.low },
        high: if x2 == 0.0 { f64::INFINITY } else { found.high },
    })
}

/// A score in standard errors; without spread, only its sign counts.
fn standardised(distance: f64, variance: f64) -> f64 {
    if 0.0 < variance {
        distance / libm::sqrt(variance)
    } else if distance == 0.0 {
        0.0
    } else {
        f64::INFINITY.copysign(distance)
    }
}

/// Where a falling score passes `z` and `−z`, by bisection on each side of the estimate.
fn invert(score: &impl Fn(f64) -> f64, at: f64, first: f64, last: f64, z: f64) -> Interval {
    let at = at.clamp(first, last);
    let find = |mut inside: f64, mut outside: f64, beyond: &dyn Fn(f64) -> bool| {
        if !beyond(outside) {
            return outside;
        }
        for _ in 0..200 {
            let middle = f64::midpoint(inside, outside);
            if middle.to_bits() == inside.to_bits() || middle.to_bits() == outside.to_bits() {
                break;
            }
            if beyond(middle) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        f64::midpoint(inside, outside)
    };
    Interval { low: find(at, first, &|t| z < score(t)), high: find(at, last, &|t| score(t) < -z) }
}

/// The likeliest two shares that differ by `delta` (the cubic's root in closed form).
fn restricted_difference(x1: f64, n1: f64, x2: f64, n2: f64, delta: f64) -> (f64, f64) {
    let cube = n1 + n2;
    let square = (n1 + 2.0 * n2) * delta - cube - (x1 + x2);
    let line = (n2 * delta - cube - 2.0 * x2) * delta + x1 + x2;
    let rest = x2 * delta * (1.0 - delta);
    let third = square / (3.0 * cube);
    let q = third * third * third - square * line / (6.0 * cube * cube) + rest / (2.0 * cube);
    let p = libm::sqrt((third * third - line / (3.0 * cube)).max(0.0)).copysign(q);
    let cosine = if p == 0.0 { 0.0 } else { (q / (p * p * p)).clamp(-1.0, 1.0) };
    let angle = (std::f64::consts::PI + libm::acos(cosine)) / 3.0;
    let p2 = (2.0 * p * libm::cos(angle) - third).clamp((-delta).max(0.0), (1.0 - delta).min(1.0));
    ((p2 + delta).clamp(0.0, 1.0), p2)
}

/// The likeliest share of the second group when the first has `ratio` times as much.
fn restricted_ratio(x1: f64, n1: f64, x2: f64, n2: f64, ratio: f64) -> f64 {
    let a = (n1 + n2) * ratio;
    let b = n1 * ratio + x1 + n2 + x2 * ratio;
    let c = x1 + x2;
    // The smaller root, written without cancellation.
    let root = libm::sqrt((b * b - 4.0 * a * c).max(0.0));
    (2.0 * c / (b + root)).clamp(0.0, (1.0 / ratio).min(1.0))
}

/// The exact interval of the ratio of two rates, given how many events there were in all. The upper limit is
/// infinite when the second count is 0. `None` when both are 0.
///
/// # Source
///
/// Breslow & Day (1987), formula 3.9; the same as R's `poisson.test`.
pub fn rate_ratio(count1: f64, exposure1: f64, count2: f64, exposure2: f64, level: f64) -> Option<Interval> {
    if !is_rate(count1, exposure1) || !is_rate(count2, exposure2) {
        return None;
    }
    let share = clopper_pearson(count1, count1 + count2, level)?;
    let odds = |p: f64| if p == 1.0 { f64::INFINITY } else { p / (1.0 - p) * (exposure2 / exposure1) };
    Some(share.map(odds))
}

/// The interval of the difference of two rates from their exact intervals, by the square-and-add rule.
///
/// # Source
///
/// Li HQ, Tang ML, Wong WK (2014). Confidence intervals for ratio of two Poisson rates using the method of
/// variance estimates recovery. *Computational Statistics* 29:869–889; Zou & Donner (2008).
pub fn rate_difference(count1: f64, exposure1: f64, count2: f64, exposure2: f64, level: f64) -> Option<Interval> {
    let first = garwood(count1, exposure1, level)?;
    let second = garwood(count2, exposure2, level)?;
    Some(square_and_add(count1 / exposure1, first, count2 / exposure2, second))
}
