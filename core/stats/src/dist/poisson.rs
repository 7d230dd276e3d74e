//! The Poisson distribution: how many events when `mean` are expected.

use super::is_probability;
use super::solve::{Given, guess, walk};
use crate::special::{Tails, gamma_tails, poisson_term};

fn valid(mean: f64) -> bool {
    0.0 <= mean && mean.is_finite()
}

/// The probability of exactly `k`; 0 for what is no whole number.
pub fn pmf(k: f64, mean: f64) -> f64 {
    if !valid(mean) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 || k.fract() != 0.0 || k.is_infinite() { 0.0 } else { poisson_term(k, mean) }
}

/// Both tails: at or below `k`, and above it.
pub fn tails(k: f64, mean: f64) -> Tails {
    if !valid(mean) || k.is_nan() {
        return Tails::UNDEFINED;
    }
    let k = libm::floor(k);
    if k < 0.0 {
        Tails::NONE
    } else if k.is_infinite() {
        Tails::ALL
    } else {
        gamma_tails(k + 1.0, mean).turned()
    }
}

/// The probability of `k` or fewer.
pub fn cdf(k: f64, mean: f64) -> f64 {
    tails(k, mean).lower
}

/// The probability of more than `k`.
pub fn sf(k: f64, mean: f64) -> f64 {
    tails(k, mean).upper
}

/// The least `k` with `cdf(k) ≥ below`.
pub fn quantile(below: f64, mean: f64) -> f64 {
    find(Given::Lower(below), mean)
}

/// The least `k` with `sf(k) ≤ above`.
pub fn upper_quantile(above: f64, mean: f64) -> f64 {
    find(Given::Upper(above), mean)
}

fn find(given: Given, mean: f64) -> f64 {
    let (Given::Lower(tail) | Given::Upper(tail)) = given;
    if !valid(mean) || !is_probability(tail) {
        return f64::NAN;
    }
    if tail == 0.0 || tail == 1.0 {
        let lowest = matches!(given, Given::Lower(_)) == (tail == 0.0);
        return if lowest || mean == 0.0 { 0.0 } else { f64::INFINITY };
    }
    if mean == 0.0 {
        return 0.0;
    }
    let sd = libm::sqrt(mean);
    walk(given, f64::MAX, guess(given, mean, sd, 1.0 / sd), |k| tails(k, mean))
}
