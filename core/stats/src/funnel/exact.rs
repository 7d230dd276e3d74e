//! Limits from the exact distribution, between the whole numbers.

use crate::dist::{binomial, poisson};

/// The count below which a share `p` of a binomial distribution lies, interpolated between whole numbers so
/// that limits change smoothly with `n`. `None` outside the distribution.
///
/// # Source
///
/// Spiegelhalter (2005), appendix A.1.1: with r the least count that reaches p, `r − (F(r) − p)/f(r)`.
pub fn binomial_limit(p: f64, n: f64, share: f64) -> Option<f64> {
    let r = binomial::quantile(p, n, share);
    interpolated(p, r, binomial::cdf(r, n, share), binomial::pmf(r, n, share))
}

/// The same for a Poisson distribution.
///
/// # Source
///
/// Spiegelhalter (2005), appendix A.1.2.
pub fn poisson_limit(p: f64, mean: f64) -> Option<f64> {
    let r = poisson::quantile(p, mean);
    interpolated(p, r, poisson::cdf(r, mean), poisson::pmf(r, mean))
}

fn interpolated(p: f64, r: f64, reached: f64, step: f64) -> Option<f64> {
    let limit = r - (reached - p) / step;
    // Below the first whole number there is nothing to lie between.
    limit.is_finite().then(|| limit.max(0.0))
}
