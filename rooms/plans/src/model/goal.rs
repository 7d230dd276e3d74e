//! Goals, the versions of their targets, and what became of them.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{GoalId, IndicatorId, MeasureId, PartId, PersonId, PlanId, TargetId, UnitId, UnitKind, Words};

pub use varde_indicators::Measure as Measured;

use super::plan::Source;

varde_kernel::named! {
    /// Which way is better.
    Direction {
        /// Higher values.
        Up "up",
        /// Lower values.
        Down "down",
    }
}

varde_kernel::named! {
    /// How the indicator came to the goal.
    IndicatorLink {
        /// The plan says so itself.
        Stated "stated",
        /// We read it so.
        Inferred "inferred",
    }
}

varde_kernel::named! {
    /// Whether a goal is still pursued.
    GoalState {
        /// Pursued.
        Active "active",
        /// No longer pursued.
        Ended "ended",
    }
}

varde_kernel::named! {
    /// What sort of number is to be reached.
    TargetKind {
        /// A change from a baseline year.
        Relative "relative",
        /// A floor.
        AtLeast "at_least",
        /// A ceiling.
        AtMost "at_most",
        /// A level.
        Absolute "absolute",
        /// A share of the units.
        ShareOfUnits "share_of_units",
    }
}

varde_kernel::named! {
    /// How the distance between units is told in one number.
    Spread {
        /// The highest value over the lowest.
        Ratio "ratio",
        /// The standard deviation between units.
        Deviation "deviation",
        /// From the lower to the upper quartile.
        Quartiles "quartiles",
        /// From the lowest value to the highest.
        Range "range",
        /// The systematic component of variation, times 100.
        Systematic "systematic",
    }
}

varde_kernel::named! {
    /// How "per cent" is meant of a change.
    ChangeMode {
        /// Of the baseline: 95.0 up 2 per cent is 96.9.
        Relative "relative",
        /// Percentage points: 95.0 up 2 is 97.0.
        Points "points",
        /// The text does not say.
        Unspecified "unspecified",
    }
}

varde_kernel::named! {
    /// Whether a version of a target counts.
    TargetStanding {
        /// It holds from its first day.
        Holds "holds",
        /// The plan is adopted, and its owners have not approved this change of it.
        Awaits "awaits",
        /// It was dropped with the version of the plan that it belonged to.
        Dropped "dropped",
    }
}

varde_kernel::named! {
    /// What is known of the baseline.
    BaselineStatus {
        /// It is printed.
        Given "given",
        /// It is needed or useful, and missing.
        Missing "missing",
        /// The target needs none.
        NotNeeded "not_needed",
    }
}

varde_kernel::named! {
    /// What a unit decided about a goal from above.
    Choice {
        /// It works with it.
        Chosen "chosen",
        /// It does not, for a stated reason.
        LeftOut "left_out",
    }
}

varde_kernel::named! {
    /// What became of a part of a plan in the plan that took over.
    Outcome {
        /// Carried on.
        Continued "continued",
        /// Taken up in something else.
        Merged "merged",
        /// Not carried on.
        Ended "ended",
    }
}

varde_kernel::named! {
    /// What can have a successor.
    ItemKind {
        /// A goal.
        Goal "goal",
        /// A part.
        Part "part",
        /// A measure.
        Measure "measure",
    }
}

/// A goal of a plan or of a unit.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its identity.
    pub id: GoalId,
    /// Its stable code in content.
    pub code: Option<String>,
    /// The plan it stands in; a unit's own goal may stand in none.
    pub plan: Option<PlanId>,
    /// The part it stands under.
    pub part: Option<PartId>,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// Its place in the plan.
    pub ord: i64,
    /// Name.
    pub name: Words,
    /// An overall goal, not measured by itself.
    pub overall: bool,
    /// The indicator that judges it.
    pub indicator: Option<IndicatorId>,
    /// How the indicator came to it.
    pub link: Option<IndicatorLink>,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Whom or what it covers.
    pub scope: Words,
    /// Where the values come from.
    pub data_source: Words,
    /// The goal it serves, one level up.
    pub parent: Option<GoalId>,
    /// Whether it is still pursued.
    pub state: GoalState,
    /// Where it is said.
    pub source: Source,
    /// Whether everyone signed in may read it.
    pub open: bool,
    /// Grows with every change.
    pub version: i64,
}

/// One version of a goal's target. Old versions stay: the year 2020 is judged by the target that
/// held then.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its identity.
    pub id: TargetId,
    /// The goal.
    pub goal: GoalId,
    /// Its number, from 1.
    pub version_no: i64,
    /// The number to reach.
    pub aim: Aim,
    /// What the plan says beside the number.
    pub note: Words,
    /// Where the number and its baseline are said.
    pub source: Source,
    /// How the owner decided that "per cent" is meant.
    pub reading: Option<Decided>,
    /// Whether it counts, or waits for the owners of its plan.
    pub standing: TargetStanding,
    /// First day it holds; `None` holds from the start.
    pub valid_from: Option<Date>,
    /// Why it replaced the one before.
    pub reason: String,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// By whom.
    pub recorded_by: Option<PersonId>,
}

/// The number to reach, as the plan says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// What sort of number.
    pub kind: TargetKind,
    /// Signed change, for a relative target.
    pub change: Option<f64>,
    /// How the change is meant.
    pub mode: ChangeMode,
    /// The number itself, when printed.
    pub value: Option<f64>,
    /// What it counts.
    pub measured: Measured,
    /// Baseline year.
    pub baseline_year: Option<i16>,
    /// Baseline value.
    pub baseline_value: Option<f64>,
    /// What is known of the baseline.
    pub baseline_status: BaselineStatus,
    /// Last day to reach it.
    pub by: Option<Date>,
    /// A floor or ceiling for every round.
    pub every_round: bool,
    /// For a share of units: the value from which one unit counts.
    pub unit_limit: Option<f64>,
}

/// One version of a goal's second target: how much units may differ. Its number is held against the
/// spread of their values, and less is always better.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadTarget {
    /// What the number is of.
    pub of: Spread,
    /// Which units are compared: those of one kind, below the unit that the goal is about.
    pub among: UnitKind,
    /// The number, from when it holds, and why.
    pub target: Target,
}

/// The owner's decision on how "per cent" is meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// How.
    pub mode: ChangeMode,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// What a unit decided about a goal from above.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalChoice {
    /// The goal from above.
    pub goal: GoalId,
    /// The unit.
    pub unit: UnitId,
    /// What.
    pub choice: Choice,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// What a unit decided about a focus area from above.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaChoice {
    /// The focus area.
    pub part: PartId,
    /// The unit.
    pub unit: UnitId,
    /// What.
    pub choice: Choice,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// An item of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A goal.
    Goal(GoalId),
    /// A part.
    Part(PartId),
    /// A measure.
    Measure(MeasureId),
}

impl Item {
    /// What sort of item it is.
    pub const fn kind(self) -> ItemKind {
        match self {
            Self::Goal(_) => ItemKind::Goal,
            Self::Part(_) => ItemKind::Part,
            Self::Measure(_) => ItemKind::Measure,
        }
    }

    /// The goal, when it is one.
    pub const fn goal(self) -> Option<GoalId> {
        match self {
            Self::Goal(id) => Some(id),
            Self::Part(_) | Self::Measure(_) => None,
        }
    }

    /// The measure, when it is one.
    pub const fn measure(self) -> Option<MeasureId> {
        match self {
            Self::Measure(id) => Some(id),
            Self::Goal(_) | Self::Part(_) => None,
        }
    }

    /// The identity as text.
    pub fn text(self) -> String {
        match self {
            Self::Goal(id) => id.to_string(),
            Self::Part(id) => id.to_string(),
            Self::Measure(id) => id.to_string(),
        }
    }

    /// Reads an item back from its kind and its identity as text.
    pub fn read(kind: ItemKind, text: &str) -> Option<Self> {
        Some(match kind {
            ItemKind::Goal => Self::Goal(text.parse().ok()?),
            ItemKind::Part => Self::Part(text.parse().ok()?),
            ItemKind::Measure => Self::Measure(text.parse().ok()?),
        })
    }
}

/// What became of one item of a plan.
#[derive(Clone, Debug)]
pub struct Succession {
    /// The item.
    pub from: Item,
    /// What took over.
    pub to: Option<Item>,
    /// What became of it.
    pub outcome: Outcome,
    /// We read it so; the plan does not say it.
    pub inferred: bool,
    /// More about it.
    pub note: Words,
}
