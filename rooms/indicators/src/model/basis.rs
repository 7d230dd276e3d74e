//! What a value rests on that was computed from events.

use varde_events::{Reason, RestatementKey};

/// A value standardised to a stated population, in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    /// The value.
    pub value: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end of its 95 % interval.
    pub high: f64,
    /// How much of the standard population lies in strata where someone was counted, in per cent.
    pub covered: f64,
}

/// What a computed value rests on, so that a later one can be explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Definition and version, cut-off, the day of the structure of units, and the rule for small numbers.
    pub key: RestatementKey,
    /// The latest cut-off at which the same value came out; the key's own when it was computed once.
    pub confirmed: String,
    /// The standardised value, where the definition asks for one.
    pub adjusted: Option<Adjusted>,
    /// How many the indicator is about but does not count, by reason.
    pub excluded: Vec<(Reason, i64)>,
}
