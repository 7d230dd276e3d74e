//! The beta distribution with shapes `a` and `b`.

use super::is_probability;
use super::solve::{Given, solve};
use crate::special::{Tails, beta_tails, binomial_term, ln_beta};

fn valid(a: f64, b: f64) -> bool {
    0.0 < a && 0.0 < b && a.is_finite() && b.is_finite()
}

/// The density.
pub fn pdf(x: f64, a: f64, b: f64) -> f64 {
    if !valid(a, b) || x.is_nan() {
        return f64::NAN;
    }
    if !(0.0..=1.0).contains(&x) {
        return 0.0;
    }
    if x == 0.0 || x == 1.0 {
        let (near, far) = if x == 0.0 { (a, b) } else { (b, a) };
        return if near < 1.0 {
            f64::INFINITY
        } else if 1.0 < near {
            0.0
        } else {
            far
        };
    }
    slope(a, b, x, 1.0 - x) / (x * (1.0 - x))
}

/// `xᵃ yᵇ / B(a, b)`: the density over the logit of x.
fn slope(a: f64, b: f64, x: f64, y: f64) -> f64 {
    binomial_term(a, b, x, y) * a / (a + b) * b
}

/// Both tails at `x`.
pub fn tails(x: f64, a: f64, b: f64) -> Tails {
    if x.is_nan() {
        return Tails::UNDEFINED;
    }
    let x = x.clamp(0.0, 1.0);
    beta_tails(a, b, x, 1.0 - x)
}

/// The probability of a value at or below `x`.
pub fn cdf(x: f64, a: f64, b: f64) -> f64 {
    tails(x, a, b).lower
}

/// The probability of a value above `x`.
pub fn sf(x: f64, a: f64, b: f64) -> f64 {
    tails(x, a, b).upper
}

/// The value that a share `p` lies below.
pub fn quantile(p: f64, a: f64, b: f64) -> f64 {
    find(Given::Lower(p), a, b).0
}

/// The value that a share `q` lies above.
pub fn upper_quantile(q: f64, a: f64, b: f64) -> f64 {
    find(Given::Upper(q), a, b).0
}

/// The quantile and its distance from 1, each with full relative accuracy.
pub(super) fn find(given: Given, a: f64, b: f64) -> (f64, f64) {
    let (Given::Lower(tail) | Given::Upper(tail)) = given;
    if !valid(a, b) || !is_probability(tail) {
        return (f64::NAN, f64::NAN);
    }
    if tail == 0.0 || tail == 1.0 {
        let lowest = matches!(given, Given::Lower(_)) == (tail == 0.0);
        return if lowest { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    // Over the logit, where both ends are infinitely far and slopes are tame.
    let (below, above) = match given {
        Given::Lower(p) => (p, 1.0 - p),
        Given::Upper(q) => (1.0 - q, q),
    };
    let first_low = (libm::log(below) + libm::log(a) + ln_beta(a, b)) / a;
    let first_high = (libm::log(above) + libm::log(b) + ln_beta(a, b)) / b;
    let start = if 1.0 < a && 1.0 < b {
        let z = if below < 0.5 { super::normal::quantile(below) } else { super::normal::upper_quantile(above) };
        libm::log(a / b) + z * libm::sqrt(1.0 / a + 1.0 / b)
    } else if first_low < -1.0 {
        first_low.max(-700.0)
    } else if first_high < -1.0 {
        -first_high.max(-700.0)
    } else {
        0.0
    };
    let parts = |t: f64| {
        let e = libm::exp(-t.abs());
        let (large, small) = (1.0 / (1.0 + e), e / (1.0 + e));
        if t < 0.0 { (small, large) } else { (large, small) }
    };
    let t = solve(given, start, |t| {
        let (x, y) = parts(t);
        (beta_tails(a, b, x, y), slope(a, b, x, y))
    });
    parts(t)
}
