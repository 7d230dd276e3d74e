//! Distributions: density or probability, both tails, and quantiles from either tail.
//!
//! `cdf` is the probability of a value at or below the point, `sf` of one above it; each keeps its own
//! relative accuracy (about 1e-13), so a tail of 1e-200 can be compared with another. `quantile` takes the
//! probability below, `upper_quantile` the one above. Parameters outside the distribution's own range, and
//! probabilities outside `0..=1`, give not a number.

pub mod beta;
pub mod binomial;
pub mod chi_squared;
pub mod f;
pub mod gamma;
pub mod geometric;
pub mod hypergeometric;
pub mod negative_binomial;
pub mod normal;
pub mod poisson;
mod solve;
pub mod student;

/// Whether a probability is one.
fn is_probability(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

#[cfg(test)]
mod tests;
