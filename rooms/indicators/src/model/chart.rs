//! How a series is charted: what is decided by people, with reason, and kept in versions.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::{Author, Kind as Thing, Target};
use varde_kernel::{
    ChartSpecId, IndicatorId, MeasureId, Period, PointNoteId, SeriesId, SuggestionId, UnitId, UnitTree,
};
use varde_spc::{Kind, RuleSet};

/// One version of how a series is charted. A change makes a new version; the former ones stay, so
/// that every chart that was ever shown can be shown again.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// Its identity; none for the chart that nobody has decided on yet.
    pub id: Option<ChartSpecId>,
    /// The series.
    pub series: SeriesId,
    /// Version, from 1; 0 for the chart that nobody has decided on yet.
    pub version: i64,
    /// The chart; none when the adviser chooses by what the data are like.
    pub kind: Option<Kind>,
    /// By which rules something is a signal.
    pub rules: RuleSet,
    /// Phases in order; the first period of the series needs none.
    pub phases: Vec<Phase>,
    /// Points that are left out, with reason.
    pub exclusions: Vec<Exclusion>,
    /// What one wants to reach, in the indicator's own unit.
    pub target: Option<f64>,
    /// The version of the definition that held.
    pub definition_version: i64,
    /// Why it was changed.
    pub why: String,
    /// When it was decided; none for the chart that nobody has decided on yet.
    pub at: Option<Timestamp>,
    /// Who decided it.
    pub by: Option<Author>,
}

impl ChartSpec {
    /// The chart of a series on which nobody has decided anything: the adviser's, by Varde's rules.
    pub fn undecided(series: SeriesId, definition_version: i64) -> Self {
        Self {
            id: None,
            series,
            version: 0,
            kind: None,
            rules: RuleSet::Varde1,
            phases: Vec::new(),
            exclusions: Vec::new(),
            target: None,
            definition_version,
            why: String::new(),
            at: None,
            by: None,
        }
    }
}

/// A phase: since when the process is another one, and why one thinks so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Its first period.
    pub first: Period,
    /// Why a new phase begins.
    pub reason: String,
    /// The measure that it follows.
    pub measure: Option<MeasureId>,
    /// The lock: centre and limits come from this many points, and later ones are held against them.
    pub baseline: Option<u16>,
    /// When it was decided.
    pub decided_on: Date,
    /// Who decided it; none when that is not known any longer.
    pub by: Option<Author>,
}

/// A point that is left out of centre, limits and runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Which period.
    pub period: Period,
    /// Why.
    pub reason: String,
}

/// A note on a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointNote {
    /// Its identity.
    pub id: PointNoteId,
    /// The series.
    pub series: SeriesId,
    /// The period.
    pub period: Period,
    /// What happened.
    pub text: String,
    /// The measure that it tells of.
    pub measure: Option<MeasureId>,
    /// Whether it tells of something that happened, and is drawn as an event; what tells of a measure always is.
    pub event: bool,
    /// When it was written.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<Author>,
    /// When it was taken back.
    pub withdrawn: Option<Timestamp>,
}

impl PointNote {
    /// Whether the chart draws it as something that happened.
    pub const fn is_event(&self) -> bool {
        self.event || self.measure.is_some()
    }
}

/// Where a measure stands on a chart: as a note on a point, or as what a phase follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureMark {
    /// What is measured.
    pub indicator: IndicatorId,
    /// For which unit.
    pub unit: UnitId,
    /// From when on.
    pub period: Period,
}

varde_kernel::named! {
    /// What became of a suggestion.
    SuggestionState {
        /// Nobody has answered it.
        Open "open",
        /// A new phase was made of it.
        Accepted "accepted",
        /// Someone said no, with a reason.
        Declined "declined",
    }
}

/// A suggestion that a new phase begins. It is never followed by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its identity.
    pub id: SuggestionId,
    /// The series.
    pub series: SeriesId,
    /// The first period of the new level.
    pub first: Period,
    /// The earliest and the latest period at which it may have begun.
    pub between: (Period, Period),
    /// How much the level changed, with a 95 % interval, in the indicator's own unit.
    pub shift: (f64, f64, f64),
    /// How much better two levels fit than one: twice the log-likelihood, after the price of a change.
    pub gain: f64,
    /// The version of the chart that it was made for.
    pub spec_version: i64,
    /// What became of it.
    pub state: SuggestionState,
    /// Why it was accepted or declined.
    pub reason: String,
    /// When it was answered, and by whom.
    pub answered: Option<(Timestamp, Option<Author>)>,
}

/// A chart, a note or a suggestion of `unit` as the policy sees it: as open as its series.
pub fn chart_target(tree: &UnitTree, unit: UnitId, open: bool) -> Target {
    Target { open, ..Target::open(Thing::ChartSpec, tree.line(unit)) }
}
