//! Estimators for quality indicators: intervals, funnels, many tests at once, agreement, shrinkage and
//! disclosure control.
//!
//! Every function takes numbers and gives numbers. Nothing here reads a file, a clock or a source of
//! randomness: what is drawn by lot is drawn from a seed, by a generator of this crate's own, so the same
//! seed gives the same result on any machine. The elementary functions come from `libm`, not from the
//! platform, for the same reason.
//!
//! **What is asked of the input.** Counts and denominators are `f64`, since sums of many rows are. What
//! cannot be right (a negative count, a numerator above its denominator, not a number) gives `None`, an
//! error that names the fault, or not a number where a plain function of real numbers is asked outside
//! its domain. No input makes a function panic.
//!
//! Each method has its page in `docs/methods/` with formula, assumptions, when not to use it, source and
//! known differences from other software.
#![expect(
    clippy::indexing_slicing,
    reason = "a numeric core: lengths are checked where slices come in, and indices stay below them"
)]
#![expect(clippy::many_single_char_names, reason = "formulas keep the letters of their papers")]
#![expect(clippy::float_cmp, reason = "only bounds that are exact are compared: 0, 1 and infinity")]
#![expect(clippy::cast_precision_loss, reason = "no slice holds 2^53 numbers")]

pub mod agreement;
pub mod bootstrap;
pub mod disclosure;
pub mod disproportionality;
pub mod dist;
pub mod funnel;
pub mod interval;
pub mod multiplicity;
pub mod random;
pub mod review;
pub mod shrinkage;
pub mod special;
pub mod standardise;
mod sum;
pub mod trend;
pub mod variation;

pub use interval::Interval;
pub use sum::{Sum, close, mean, sum, variance};
