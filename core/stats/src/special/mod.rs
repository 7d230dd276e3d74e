//! Special functions: gamma, incomplete gamma and beta, and the error function.
//!
//! `ln_gamma`, `erf` and `erfc` are those of `libm` (the FreeBSD ones). The incomplete functions are our
//! own: the crates that offer them multiply powers and gamma functions and so lose up to seven digits
//! where the shape is large or the tail is far (measured in `docs/methods/distributions.md`). Here the
//! common factor comes from Loader's deviance, which keeps its relative accuracy there.

mod beta;
mod gamma;

pub use beta::{Tails, beta_tails, ln_beta};
pub(crate) use gamma::{binomial_term, poisson_term};
pub use gamma::{gamma_tails, ln_choose, ln_factorial, ln_gamma};

/// The error function.
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// One less the error function, with full relative accuracy in the far tail.
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// `1/sqrt(2π)`.
pub(crate) const INV_SQRT_2PI: f64 = 0.398_942_280_401_432_7;
/// `ln(sqrt(2π))`.
pub(crate) const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_8;
