//! The gamma distribution with `shape` and `rate`.

use super::is_probability;
use super::solve::{Given, solve};
use crate::special::{Tails, gamma_tails, ln_gamma, poisson_term};

fn valid(shape: f64, rate: f64) -> bool {
    0.0 < shape && 0.0 < rate && shape.is_finite() && rate.is_finite()
}

/// The density.
pub fn pdf(x: f64, shape: f64, rate: f64) -> f64 {
    if !valid(shape, rate) || x.is_nan() {
        return f64::NAN;
    }
    if x < 0.0 || x.is_infinite() {
        return 0.0;
    }
    if x == 0.0 {
        return if shape < 1.0 {
            f64::INFINITY
        } else if 1.0 < shape {
            0.0
        } else {
            rate
        };
    }
    poisson_term(shape, x * rate) * shape / x
}

/// Both tails at `x`.
pub fn tails(x: f64, shape: f64, rate: f64) -> Tails {
    if valid(shape, rate) { gamma_tails(shape, (x * rate).max(0.0)) } else { Tails::UNDEFINED }
}

/// The probability of a value at or below `x`.
pub fn cdf(x: f64, shape: f64, rate: f64) -> f64 {
    tails(x, shape, rate).lower
}

/// The probability of a value above `x`.
pub fn sf(x: f64, shape: f64, rate: f64) -> f64 {
    tails(x, shape, rate).upper
}

/// The value that a share `p` lies below.
pub fn quantile(p: f64, shape: f64, rate: f64) -> f64 {
    find(Given::Lower(p), p, shape, rate)
}

/// The value that a share `q` lies above.
pub fn upper_quantile(q: f64, shape: f64, rate: f64) -> f64 {
    find(Given::Upper(q), 1.0 - q, shape, rate)
}

fn find(given: Given, below: f64, shape: f64, rate: f64) -> f64 {
    let (Given::Lower(tail) | Given::Upper(tail)) = given;
    if !valid(shape, rate) || !is_probability(tail) {
        return f64::NAN;
    }
    if tail == 0.0 || tail == 1.0 {
        let lowest = matches!(given, Given::Lower(_)) == (tail == 0.0);
        return if lowest { 0.0 } else { f64::INFINITY };
    }
    // Wilson and Hilferty's cube, or for the low end of small shapes the first term of the series.
    let z = match given {
        Given::Lower(p) => super::normal::quantile(p),
        Given::Upper(q) => super::normal::upper_quantile(q),
    };
    let spread = 1.0 / (9.0 * shape);
    let root = 1.0 - spread + z * libm::sqrt(spread);
    let first = (libm::log(below) + ln_gamma(shape + 1.0)) / shape;
    let start =
        if 0.2 < root && 0.3 < shape { libm::log(shape) + 3.0 * libm::log(root) } else { first.clamp(-700.0, 6.0) };
    // Over the logarithm of x, since shapes below 1 have quantiles like 1e-100.
    let t = solve(given, start, |t| {
        let x = libm::exp(t);
        (gamma_tails(shape, x), shape * poisson_term(shape, x))
    });
    libm::exp(t) / rate
}
