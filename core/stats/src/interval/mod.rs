//! Intervals: how far the truth may lie from what was counted or measured.

mod difference;
mod location;
mod proportion;
mod rate;

pub use difference::{
    miettinen_nurminen, miettinen_nurminen_ratio, newcombe, rate_difference, rate_ratio, square_and_add,
};
pub use location::{MedianInterval, mean_t, median};
pub use proportion::{clopper_pearson, jeffreys, wilson, wilson_corrected};
pub use rate::{byar, garwood};

/// From `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies within the limits.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Both limits times a factor that is not negative.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }

    /// The limits after a function that rises.
    #[must_use]
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Self {
        Self { low: rising(self.low), high: rising(self.high) }
    }
}

/// Whether a level (0.95 for 95 %) is one.
pub(crate) fn is_level(level: f64) -> bool {
    0.0 < level && level < 1.0
}

/// Whether `x` can be counted among `n`.
pub(crate) fn is_share(x: f64, n: f64) -> bool {
    0.0 <= x && x <= n && 0.0 < n && n.is_finite()
}

/// Whether `count` can have happened in `exposure`.
pub(crate) fn is_rate(count: f64, exposure: f64) -> bool {
    0.0 <= count && count.is_finite() && 0.0 < exposure && exposure.is_finite()
}

#[cfg(test)]
mod tests;
