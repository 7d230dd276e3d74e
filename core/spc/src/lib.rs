//! Statistical process control: control charts and run charts, rules with known false-signal rates,
//! sums that accumulate, which chart fits the data, where a level may have changed.
//!
//! The crate is pure: no files, no clock, no randomness that is not seeded. It knows nothing of the rest
//! of Varde. One function does the work:
//!
//! ```
//! use varde_spc::{Kind, RuleSet, Series, Spec, analyse};
//!
//! let falls = Series::of([12.0, 15.0, 9.0, 11.0, 14.0, 10.0, 13.0, 30.0, 12.0, 11.0, 13.0, 12.0]);
//! let chart = analyse(&falls, &Spec::new(Kind::C, RuleSet::ThreeSigma1))?;
//! assert!(chart.points[7].outside);
//! # Ok::<(), varde_spc::Error>(())
//! ```
//!
//! A [`Spec`] holds everything that decides about limits and signals, so a chart that is kept with its
//! spec can be made again. The rule set is named and versioned ([`RuleSet`]): by naming `anhoej-1`,
//! `we-1`, `nelson-1` or `mdc-1` one gets the figures of the tools that are known for them, by `varde-1`
//! limits and tests with an honest false-signal rate. The method pages (`docs/methods/`) give formulas,
//! sources, measured rates and the known differences from other software.
//!
//! Missing values are `None` and stay missing. Nothing panics, whatever the numbers are.

#![expect(
    clippy::indexing_slicing,
    reason = "numeric loops over columns of one length; every index is below a length checked on entry"
)]

pub mod adviser;
mod aggregate;
mod analyse;
mod calibrated;
mod chart;
mod constants;
pub mod cusum;
mod exact;
mod limits;
pub mod mdc;
mod memo;
mod model;
mod number;
pub mod rebase;
mod rules;
pub mod runs;
pub mod scan;
mod search;
pub mod shift;
pub mod subgroup;
mod varde;

pub use analyse::{Error, analyse};
pub use chart::{Chart, Notice, Part, Point, Rule, RunSummary, Signal, Way};
pub use constants::{Constants, MAX_RANGE_SIZE, constants};
pub use exact::exact_limits;
pub use model::{Aggregate, Centre, Key, Kind, Limits, Period, Phase, RuleSet, Runs, Series, Spec, UnknownName};
pub use rules::patterns;
