//! What comes out: points with centre and limits, signals with the rule that fired, and what should be
//! known about the data. Everything here is after [`Spec::multiply`](crate::Spec::multiply).

use crate::model::{Key, Kind, Limits, RuleSet};

/// A chart that has been worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Which chart it is.
    pub kind: Kind,
    /// The rule set, with version, that decided about signals.
    pub rules: RuleSet,
    /// How the limits were worked out.
    pub limits: Limits,
    /// The points in order.
    pub points: Vec<Point>,
    /// Phases in order, each with its runs.
    pub parts: Vec<Part>,
    /// Signals in order of their last point.
    pub signals: Vec<Signal>,
    /// What was found odd about the data or what was asked.
    pub notices: Vec<Notice>,
}

impl Chart {
    /// Whether anything signals.
    pub fn has_signal(&self) -> bool {
        !self.signals.is_empty()
    }

    /// The newest point that counts: neither missing nor provisional.
    pub fn newest(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.y.is_some() && !point.provisional)
    }
}

/// One point: a subgroup of rows.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four facts of a point that do not depend on each other")]
pub struct Point {
    /// What tells the subgroup apart.
    pub x: Key,
    /// The plotted value; `None` when it is missing.
    pub y: Option<f64>,
    /// Sum of the denominators, or the number of values where there is none and the chart has one.
    pub n: Option<f64>,
    /// Centre line.
    pub centre: Option<f64>,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<f64>,
    /// Lower line of the nearer pair, two standard deviations unless asked otherwise.
    pub lower_near: Option<f64>,
    /// Upper line of the nearer pair.
    pub upper_near: Option<f64>,
    /// Which part it belongs to, counted from 0.
    pub part: usize,
    /// Whether it lies in the baseline that centre and limits come from; those left out have no say there.
    pub baseline: bool,
    /// Whether it counts: not excluded and not provisional.
    pub include: bool,
    /// Whether its value is not final yet.
    pub provisional: bool,
    /// Whether it lies strictly outside the limits.
    pub outside: bool,
}

/// A phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// First point, counted from 0.
    pub first: usize,
    /// One past the last point.
    pub end: usize,
    /// Runs about the centre line.
    pub runs: RunSummary,
    /// Standard deviation of one value, where the chart has one for the whole part (I, x-bar).
    pub sigma: Option<f64>,
    /// How much more the points vary than chance alone would have it (p′ and u′): 1 means as chance.
    pub sigma_z: Option<f64>,
}

/// Runs and crossings of a part.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RunSummary {
    /// Points of the part that are not excluded.
    pub observed: usize,
    /// Those of them that are neither missing nor on the line.
    pub useful: usize,
    /// Useful points above the line.
    pub above: usize,
    /// Longest run on one side; `None` without useful points.
    pub longest: Option<usize>,
    /// Longest run that is still ordinary.
    pub longest_max: Option<usize>,
    /// Times the line is crossed.
    pub crossings: Option<usize>,
    /// Fewest crossings that are still ordinary.
    pub crossings_min: Option<usize>,
    /// Whether runs signal, by the method asked for.
    pub signal: bool,
}

/// Which rule fired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A point strictly outside the limits.
    Outside,
    /// Long run or few crossings (Anhøj; exact test under `varde-1`).
    Runs,
    /// Change of level (`varde-1`).
    Shift,
    /// Two of three beyond two sigma on one side (Western Electric 2, Nelson 5).
    TwoOfThree,
    /// Four of five beyond one sigma on one side (Western Electric 3, Nelson 6).
    FourOfFive,
    /// A run on one side: 8 or more (Western Electric 4), 9 (Nelson 2), 7 (making data count).
    OneSide,
    /// Steadily rising or falling: 6 points (Nelson 3), 7 (making data count).
    Trend,
    /// Fourteen points alternating up and down (Nelson 4).
    Alternating,
    /// Fifteen points within one sigma (Nelson 7).
    Hugging,
    /// Eight points outside one sigma on both sides (Nelson 8).
    Mixture,
    /// Two of three near the limit, on one side (making data count).
    NearLimit,
}

impl Rule {
    /// The name by which files know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Runs => "runs",
            Self::Shift => "shift",
            Self::TwoOfThree => "two_of_three",
            Self::FourOfFive => "four_of_five",
            Self::OneSide => "one_side",
            Self::Trend => "trend",
            Self::Alternating => "alternating",
            Self::Hugging => "hugging",
            Self::Mixture => "mixture",
            Self::NearLimit => "near_limit",
        }
    }
}

/// Which way a signal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Towards higher values.
    Up,
    /// Towards lower values.
    Down,
}

/// A signal: a pattern that chance alone would seldom give.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// The rule that fired.
    pub rule: Rule,
    /// Part, counted from 0.
    pub part: usize,
    /// The points of the pattern, counted from 0. For a change of level: from the first point of the
    /// new level to the end of the part.
    pub points: Vec<usize>,
    /// Which way it points, where it points one.
    pub way: Option<Way>,
    /// Probability of something as odd if nothing has happened, where the rule is a test.
    pub p_value: Option<f64>,
}

impl Signal {
    /// The last point of the pattern.
    pub fn last(&self) -> Option<usize> {
        self.points.last().copied()
    }
}

/// What was found odd, with how often or where it was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// So many rows had no key and were left out.
    RowsWithoutKey(usize),
    /// So many values were not finite numbers and count as missing.
    NotFinite(usize),
    /// So many points have events but a denominator of zero; they are missing.
    ZeroDenominator(usize),
    /// So many rows have a denominator below zero; they are missing.
    NegativeDenominator(usize),
    /// So many points have a share above 1.
    ShareAboveOne(usize),
    /// So many counts are negative.
    NegativeCount(usize),
    /// A known centre line was missing for some points of this part, which worked out its own.
    CentreIncomplete(usize),
    /// This part's baseline has too few points for limits.
    NoLimits(usize),
    /// A time between events was not above zero, which a t chart cannot take.
    TimeNotPositive(usize),
    /// Best box and cut box know 10 to 100 useful points only; this part was judged by Anhøj's rule.
    BoxUnknown(usize),
    /// Categories have no order in time: runs, trends and changes of level were not looked for.
    NoOrder,
}
