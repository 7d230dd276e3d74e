//! Indicators that are computed from events: stays, operations, reviews, one row each.
//!
//! A [`Definition`] says, row by row, who stands in the denominator and who in the numerator, from
//! **one** table and with **one** cut-off. Judging rows gives a small [`Cube`] (unit, period,
//! stratum); everything after that is sums of its parts and exact arithmetic, so the same cube comes
//! out whichever engine counted the rows.
//!
//! Rules that look at one row at a time are judged by [`judge`]. Rules about a person's course
//! (transfers that belong together, what follows after a discharge) are judged by [`Fold`], which reads rows
//! person by person and never holds more than one person. [`evaluate`] is the reference: plain Rust
//! over any iterator, for tests and small files. The crate knows no file, engine, clock or zone.

mod course;
mod cube;
mod definition;
mod evaluate;
mod event;
mod figure;
mod judge;
mod period;
mod standard;
mod whole;

pub use course::{CourseRow, Fold, OutOfOrder};
pub use cube::{Cell, Cube, Key, RestatementKey, Stratum};
pub use definition::{
    Anchor, Attribution, Context, Definition, DefinitionError, Level, Link, Outcome, Scope, Standard, Strata,
};
pub use evaluate::{Evaluated, by_person, course_row, evaluate};
pub use event::{DAY, Event, HOUR, Kind, Places, Sex, WHOLE};
pub use figure::{Figure, figures};
pub use judge::{Reason, Verdict, judge};
pub use period::{PeriodType, month_of, seconds_at_month};
pub use standard::{ESP_2013, Standardised, Weights, crude, direct};
