//! Who follows which indicator where, and what is new to them.

use jiff::Timestamp;
use varde_kernel::{IndicatorId, PersonId, UnitId};

use super::{Observation, Series, Signal};

/// That a person wants to hear of an indicator at a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Who.
    pub person: PersonId,
    /// Of what.
    pub indicator: IndicatorId,
    /// At which unit.
    pub unit: UnitId,
    /// Whether of the units below it too.
    pub below: bool,
    /// Whether by e-mail too.
    pub mail: bool,
    /// Since when.
    pub since: Timestamp,
    /// What came before this has been seen.
    pub seen: Timestamp,
}

/// From when on something is news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewSince {
    /// Since the person said that they had seen it.
    Seen,
    /// Since the last letter.
    Told,
}

/// What is new to someone in what they follow.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// What they follow.
    pub subscription: Subscription,
    /// Signals, newest first.
    pub signals: Vec<Signal>,
    /// Values with their series, newest first.
    pub values: Vec<(Series, Observation)>,
}

impl News {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.signals.is_empty() && self.values.is_empty()
    }
}
