//! The chi-squared distribution.

use super::gamma;
use crate::special::Tails;

/// Both tails at `x`.
pub fn tails(x: f64, df: f64) -> Tails {
    gamma::tails(x, df / 2.0, 0.5)
}

/// The density.
pub fn pdf(x: f64, df: f64) -> f64 {
    gamma::pdf(x, df / 2.0, 0.5)
}

/// The probability of a value at or below `x`.
pub fn cdf(x: f64, df: f64) -> f64 {
    tails(x, df).lower
}

/// The probability of a value above `x`.
pub fn sf(x: f64, df: f64) -> f64 {
    tails(x, df).upper
}

/// The value that a share `p` lies below.
pub fn quantile(p: f64, df: f64) -> f64 {
    gamma::quantile(p, df / 2.0, 0.5)
}

/// The value that a share `q` lies above.
pub fn upper_quantile(q: f64, df: f64) -> f64 {
    gamma::upper_quantile(q, df / 2.0, 0.5)
}
