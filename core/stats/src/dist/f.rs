//! Fisher's F distribution.

use crate::special::{Tails, beta_tails};

/// Both tails at `x` with `numerator` and `denominator` degrees of freedom.
pub fn tails(x: f64, numerator: f64, denominator: f64) -> Tails {
    if x.is_nan() || x < 0.0 {
        return if x < 0.0 { Tails::NONE } else { Tails::UNDEFINED };
    }
    if x.is_infinite() {
        return Tails::ALL;
    }
    let (top, bottom) = (x * numerator, denominator);
    let total = top + bottom;
    beta_tails(numerator / 2.0, denominator / 2.0, top / total, bottom / total)
}

/// The probability of a value at or below `x`.
pub fn cdf(x: f64, numerator: f64, denominator: f64) -> f64 {
    tails(x, numerator, denominator).lower
}

/// The probability of a value above `x`.
pub fn sf(x: f64, numerator: f64, denominator: f64) -> f64 {
    tails(x, numerator, denominator).upper
}
