//! The hypergeometric distribution: how many marked ones among `drawn` of a `population` with `marked`.

use crate::special::{Tails, binomial_term};
use crate::sum::Sum;

fn valid(population: f64, marked: f64, drawn: f64) -> bool {
    [population, marked, drawn].iter().all(|count| 0.0 <= *count && count.fract() == 0.0 && *count < 1e15)
        && marked <= population
        && drawn <= population
}

/// The smallest and largest count that can be.
pub fn range(population: f64, marked: f64, drawn: f64) -> (f64, f64) {
    ((marked + drawn - population).max(0.0), marked.min(drawn))
}

/// The probability of exactly `k`.
pub fn pmf(k: f64, population: f64, marked: f64, drawn: f64) -> f64 {
    if !valid(population, marked, drawn) || k.is_nan() {
        return f64::NAN;
    }
    let (low, high) = range(population, marked, drawn);
    if k < low || high < k || k.fract() != 0.0 {
        return 0.0;
    }
    if drawn == 0.0 || drawn == population {
        return 1.0;
    }
    // Three binomial terms at one p: no large logarithms are subtracted.
    let (p, q) = (drawn / population, (population - drawn) / population);
    let unmarked = population - marked;
    binomial_term(k, marked - k, p, q) * binomial_term(drawn - k, unmarked - drawn + k, p, q)
        / binomial_term(drawn, population - drawn, p, q)
}

/// Both tails: at or below `k`, and above it.
pub fn tails(k: f64, population: f64, marked: f64, drawn: f64) -> Tails {
    if !valid(population, marked, drawn) || k.is_nan() {
        return Tails::UNDEFINED;
    }
    let k = libm::floor(k);
    let (low, high) = range(population, marked, drawn);
    if k < low {
        return Tails::NONE;
    }
    if high <= k {
        return Tails::ALL;
    }
    let unmarked = population - marked;
    let mean = drawn * marked / population;
    let mut total = Sum::new();
    if k < mean {
        let (mut at, mut term) = (k, pmf(k, population, marked, drawn));
        while low <= at && 0.0 < term {
            total.add(term);
            if term < total.value() * 1e-18 {
                break;
            }
            term *= at * (unmarked - drawn + at) / ((marked - at + 1.0) * (drawn - at + 1.0));
            at -= 1.0;
        }
        Tails::from_lower(total.value())
    } else {
        let (mut at, mut term) = (k + 1.0, pmf(k + 1.0, population, marked, drawn));
        while at <= high && 0.0 < term {
            total.add(term);
            if term < total.value() * 1e-18 {
                break;
            }
            term *= (marked - at) * (drawn - at) / ((at + 1.0) * (unmarked - drawn + at + 1.0));
            at += 1.0;
        }
        Tails::from_upper(total.value())
    }
}

/// The probability of `k` or fewer.
pub fn cdf(k: f64, population: f64, marked: f64, drawn: f64) -> f64 {
    tails(k, population, marked, drawn).lower
}

/// The probability of more than `k`.
pub fn sf(k: f64, population: f64, marked: f64, drawn: f64) -> f64 {
    tails(k, population, marked, drawn).upper
}
