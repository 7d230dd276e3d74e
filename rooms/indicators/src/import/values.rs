//! Values on their way in: rows in our codes, held against what is known, and written when they are right.
//!
//! [`look`] reads a file and says what it would do; it writes nothing. Only [`apply`] does, and it writes
//! all of a file or nothing. The same file sent twice changes nothing the second time.

mod check;

use std::collections::HashMap;

use varde_kernel::access::Granted;
use varde_kernel::{IndicatorId, ObservationId, Period, Problems, UnitId};

use super::said::Remark;
use crate::model::{Context, Entry, Measure};
use crate::store::Slot;

pub use check::{apply, check, look, more_faults, read_aside};

/// The most values of a file that is taken in one step.
pub const MAX_ROWS: usize = 200_000;
/// The most problems that one file gets told; the first ones are enough to start with.
pub const MAX_PROBLEMS: usize = 500;

/// One value in our codes, before anything is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The indicator's code.
    pub indicator: String,
    /// The unit's code.
    pub unit: String,
    /// The stratum; empty for all.
    pub stratum: String,
    /// What the stratum is called.
    pub stratum_name: String,
    /// Whether it counts those who live there, instead of those treated there.
    pub residence: bool,
    /// The period.
    pub period: Period,
    /// What was given.
    pub entry: Entry,
    /// Whether it was worked out from other values of the file.
    pub computed: bool,
}

impl Line {
    /// Whom it counts.
    pub const fn context(&self) -> Context {
        if self.residence { Context::Residence } else { Context::Treating }
    }
}

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// There is no value for the period yet.
    New,
    /// It replaces this value.
    Changed(ObservationId),
    /// The same value is there already.
    Unchanged,
}

/// A row held against what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The row.
    pub line: Line,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The unit.
    pub unit: UnitId,
    /// What it would do.
    pub effect: Effect,
    /// The value that it would replace.
    pub former: Option<Option<f64>>,
}

/// How many values a file brings, by what they would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Values that are new.
    pub n_new: usize,
    /// Values that replace another.
    pub n_changed: usize,
    /// Values that are there already.
    pub n_unchanged: usize,
}

impl Counts {
    /// One value that does this.
    pub const fn of(effect: Effect) -> Self {
        match effect {
            Effect::New => Self { n_new: 1, n_changed: 0, n_unchanged: 0 },
            Effect::Changed(_) => Self { n_new: 0, n_changed: 1, n_unchanged: 0 },
            Effect::Unchanged => Self { n_new: 0, n_changed: 0, n_unchanged: 1 },
        }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.n_new += more.n_new;
        self.n_changed += more.n_changed;
        self.n_unchanged += more.n_unchanged;
    }
}

/// The series that a row belongs to: indicator, unit, stratum, and whether it is by residence.
type Place = (IndicatorId, UnitId, String, bool);

impl Checked {
    fn place(&self) -> Place {
        (self.indicator, self.unit, self.line.stratum.clone(), self.line.residence)
    }
}

/// What a file would do.
#[derive(Debug, Default)]
pub struct Report {
    /// The rows, in the file's order.
    pub rows: Vec<Checked>,
    /// Everything that is wrong. With any, nothing is written.
    pub problems: Problems,
    /// What one should know about the file all the same.
    pub remarks: Vec<Remark>,
    slots: HashMap<Place, Granted<Slot>>,
}

impl Report {
    /// A report that holds nothing but what is wrong.
    pub fn refused(problems: Problems) -> Self {
        Self { problems, ..Self::default() }
    }

    /// In what a row's indicator is measured.
    pub fn measure(&self, row: &Checked) -> Option<Measure> {
        self.slots.get(&row.place()).map(|slot| slot.indicator.measure)
    }

    /// What the rows would do, counted.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            counts += Counts::of(row.effect);
        }
        counts
    }

    /// How many values are new.
    pub fn n_new(&self) -> usize {
        self.counts().n_new
    }

    /// How many values would be replaced.
    pub fn n_changed(&self) -> usize {
        self.counts().n_changed
    }

    /// How many values are there already.
    pub fn n_unchanged(&self) -> usize {
        self.counts().n_unchanged
    }
}
