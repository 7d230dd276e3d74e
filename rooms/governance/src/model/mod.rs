//! What the room speaks of.

pub(crate) mod bodies;
pub(crate) mod tasks;

pub use bodies::*;
use jiff::civil::Date;
pub use tasks::*;
use varde_kernel::Validity;

/// Whether a time that begins on `from` and ends before `to` is running on `day`.
pub fn holds(from: Date, to: Option<Date>, day: Date) -> bool {
    Validity { from, to }.holds_on(day)
}
