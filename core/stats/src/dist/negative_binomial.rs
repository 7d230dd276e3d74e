//! The negative binomial distribution: how many failures before the `size`-th success, when each trial
//! succeeds with probability `p`; with a real `size`, a Poisson count whose mean varies as a gamma.

use super::is_probability;
use super::solve::{Given, guess, walk};
use crate::special::{Tails, beta_tails, binomial_term};

fn valid(size: f64, p: f64) -> bool {
    0.0 < size && size.is_finite() && 0.0 < p && p <= 1.0
}

/// The probability of exactly `k`.
pub fn pmf(k: f64, size: f64, p: f64) -> f64 {
    if !valid(size, p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 || k.fract() != 0.0 || k.is_infinite() {
        return 0.0;
    }
    binomial_term(size, k, p, 1.0 - p) * (size / (size + k))
}

/// Both tails: at or below `k`, and above it.
pub fn tails(k: f64, size: f64, p: f64) -> Tails {
    if !valid(size, p) || k.is_nan() {
        return Tails::UNDEFINED;
    }
    let k = libm::floor(k);
    if k < 0.0 {
        Tails::NONE
    } else if k.is_infinite() {
        Tails::ALL
    } else {
        beta_tails(size, k + 1.0, p, 1.0 - p)
    }
}

/// The probability of `k` or fewer.
pub fn cdf(k: f64, size: f64, p: f64) -> f64 {
    tails(k, size, p).lower
}

/// The probability of more than `k`.
pub fn sf(k: f64, size: f64, p: f64) -> f64 {
    tails(k, size, p).upper
}

/// The least `k` with `cdf(k) ≥ below`.
pub fn quantile(below: f64, size: f64, p: f64) -> f64 {
    find(Given::Lower(below), size, p)
}

/// The least `k` with `sf(k) ≤ above`.
pub fn upper_quantile(above: f64, size: f64, p: f64) -> f64 {
    find(Given::Upper(above), size, p)
}

fn find(given: Given, size: f64, p: f64) -> f64 {
    let (Given::Lower(tail) | Given::Upper(tail)) = given;
    if !valid(size, p) || !is_probability(tail) {
        return f64::NAN;
    }
    if tail == 0.0 || tail == 1.0 {
        let lowest = matches!(given, Given::Lower(_)) == (tail == 0.0);
        return if lowest || p == 1.0 { 0.0 } else { f64::INFINITY };
    }
    if p == 1.0 {
        return 0.0;
    }
    let sd = libm::sqrt(size * (1.0 - p)) / p;
    let skewness = (2.0 - p) / libm::sqrt(size * (1.0 - p));
    walk(given, f64::MAX, guess(given, size * (1.0 - p) / p, sd, skewness), |k| tails(k, size, p))
}
