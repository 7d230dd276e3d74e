//! The words and rules that every part of Varde shares: identities, units and periods, the
//! access policy, work items and problems.
//!
//! Nothing here does input or output, reads a clock or draws a random number. Whatever needs the
//! world takes it as an argument, so that every decision can be tested as a table of cases.

pub mod access;
mod alphabet;
mod id;
mod named;
mod period;
mod period_type;
mod printout;
mod problem;
mod quality;
mod time;
mod units;
mod words;
mod work;

pub use alphabet::sort_key;
pub use id::*;
pub use period::{Period, PeriodError, Validity};
pub use period_type::PeriodType;
pub use printout::{PrintColumn, PrintPart, PrintPicture, PrintTable, Printout};
pub use problem::{Place, Problem, Problems};
pub use quality::Dimension;
pub use time::{Clock, FixedClock, instant};
pub use units::{Unit, UnitKind, UnitTree};
pub use words::{Locale, Translation, Words};
pub use work::{Urgency, WorkItem};
