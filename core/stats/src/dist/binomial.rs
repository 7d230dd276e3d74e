//! The binomial distribution: how many of `n` happen when each does with probability `p`.

use super::is_probability;
use super::solve::{Given, guess, walk};
use crate::special::{Tails, beta_tails, binomial_term};

fn valid(n: f64, p: f64) -> bool {
    0.0 <= n && n.is_finite() && n.fract() == 0.0 && is_probability(p)
}

/// The probability of exactly `k`; 0 for what is no whole number.
pub fn pmf(k: f64, n: f64, p: f64) -> f64 {
    if !valid(n, p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 || n < k || k.fract() != 0.0 { 0.0 } else { binomial_term(k, n - k, p, 1.0 - p) }
}

/// Both tails: at or below `k`, and above it.
pub fn tails(k: f64, n: f64, p: f64) -> Tails {
    if !valid(n, p) || k.is_nan() {
        return Tails::UNDEFINED;
    }
    let k = libm::floor(k);
    if k < 0.0 {
        Tails::NONE
    } else if n <= k {
        Tails::ALL
    } else {
        beta_tails(k + 1.0, n - k, p, 1.0 - p).turned()
    }
}

/// The probability of `k` or fewer.
pub fn cdf(k: f64, n: f64, p: f64) -> f64 {
    tails(k, n, p).lower
}

/// The probability of more than `k`.
pub fn sf(k: f64, n: f64, p: f64) -> f64 {
    tails(k, n, p).upper
}

/// The least `k` with `cdf(k) ≥ below`.
pub fn quantile(below: f64, n: f64, p: f64) -> f64 {
    find(Given::Lower(below), n, p)
}

/// The least `k` with `sf(k) ≤ above`.
pub fn upper_quantile(above: f64, n: f64, p: f64) -> f64 {
    find(Given::Upper(above), n, p)
}

fn find(given: Given, n: f64, p: f64) -> f64 {
    let (Given::Lower(tail) | Given::Upper(tail)) = given;
    if !valid(n, p) || !is_probability(tail) {
        return f64::NAN;
    }
    let lowest = matches!(given, Given::Lower(_)) == (tail == 0.0);
    if tail == 0.0 || tail == 1.0 {
        return if lowest || n == 0.0 || p == 0.0 { 0.0 } else { n };
    }
    if n == 0.0 || p == 0.0 {
        return 0.0;
    }
    if p == 1.0 {
        return n;
    }
    let sd = libm::sqrt(n * p * (1.0 - p));
    walk(given, n, guess(given, n * p, sd, (1.0 - 2.0 * p) / sd), |k| tails(k, n, p))
}
