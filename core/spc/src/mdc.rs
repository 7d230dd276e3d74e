//! "Making data count": individual values with the rules and icons of that programme.
//!
//! Mean and limits of each group (2.66 mean moving ranges), four patterns, and two icons: *variation* says
//! what the newest point is, *assurance* whether the target will be met by the process as it is.

use crate::analyse::{Error, analyse};
use crate::chart::{Rule, Way};
use crate::model::{Kind, Phase, RuleSet, Series, Spec};
use crate::number::side;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Better {
    /// Higher values are better.
    #[default]
    Higher,
    /// Lower values are better.
    Lower,
    /// Neither is.
    Neither,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Which way is better.
    pub better: Better,
    /// The target, if there is one.
    pub target: Option<f64>,
    /// First points of new groups, counted from 0.
    pub rebase_at: Vec<usize>,
    /// How many points of each group decide about its mean and limits; all of them without.
    pub fix_after: Option<usize>,
    /// Whether moving ranges of 3.267 times their mean or more are dropped once.
    pub screen_outliers: bool,
}

/// Why a point is marked, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Nothing marks it.
    Common,
    /// Beyond a limit.
    Outside(Way),
    /// In seven that rise, or fall.
    Trend(Way),
    /// Near a limit, as two of three are.
    NearLimit(Way),
    /// In seven on one side of the mean.
    OneSide(Way),
}

impl Cause {
    /// Which way it points.
    pub const fn way(self) -> Option<Way> {
        match self {
            Self::Common => None,
            Self::Outside(way) | Self::Trend(way) | Self::NearLimit(way) | Self::OneSide(way) => Some(way),
        }
    }
}

/// What a point says to those who know which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Ordinary variation.
    Common,
    /// A signal for the better.
    Improvement,
    /// A signal for the worse.
    Concern,
    /// A signal upwards where neither way is better.
    NeutralHigh,
    /// A signal downwards where neither way is better.
    NeutralLow,
}

/// What the target says of the process as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// The target will be met again and again.
    Pass,
    /// The target will not be met.
    Fail,
    /// The target will be met now and then.
    HitAndMiss,
}

/// A point with its lines and marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The value.
    pub y: Option<f64>,
    /// Mean of the group.
    pub mean: Option<f64>,
    /// Lower process limit.
    pub lower: Option<f64>,
    /// Upper process limit.
    pub upper: Option<f64>,
    /// Group, counted from 0.
    pub group: usize,
    /// Whether it is beyond a limit.
    pub outside: bool,
    /// 1 above the mean, -1 below, 0 on it or missing.
    pub side: i8,
    /// Whether it is within the limits but in the outer third.
    pub near: bool,
    /// Why it is marked.
    pub cause: Cause,
    /// What that means.
    pub meaning: Meaning,
    /// Whether its group has fewer than 13 points, which is few for limits.
    pub short_group: bool,
}

/// The points, and the icons of the newest.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// All points.
    pub points: Vec<Point>,
    /// Variation icon; `None` without points.
    pub variation: Option<Meaning>,
    /// Assurance icon; `None` without a target or a better way, and where there are no limits.
    pub assurance: Option<Assurance>,
}

/// Judges a series of individual values.
///
/// # Errors
/// When two groups begin at the same point, or a group is fixed after no points.
pub fn assess(y: &[Option<f64>], options: &Options) -> Result<Assessed, Error> {
    let mut spec = Spec::new(Kind::I, RuleSet::MakingDataCount1);
    spec.screen_mr = options.screen_outliers;
    let mut firsts: Vec<usize> = options.rebase_at.iter().copied().filter(|first| *first > 0).collect();
    firsts.insert(0, 0);
    spec.phases = firsts.into_iter().map(|first| Phase { first, baseline: options.fix_after }).collect();
    let chart = analyse(&Series { y: y.to_vec(), n: None, x: None }, &spec)?;

    let mut causes = vec![Cause::Common; chart.points.len()];
    // From the weakest to the strongest, so that the strongest stays.
    for rule in [Rule::OneSide, Rule::NearLimit, Rule::Trend, Rule::Outside] {
        for signal in chart.signals.iter().filter(|signal| signal.rule == rule) {
            for (place, way) in signal.points.iter().filter_map(|place| Some((*place, signal.way?))) {
                causes[place] = match rule {
                    Rule::OneSide => Cause::OneSide(way),
                    Rule::NearLimit => Cause::NearLimit(way),
                    Rule::Trend => Cause::Trend(way),
                    _ => Cause::Outside(way),
                };
            }
        }
    }
    let points: Vec<Point> = chart
        .points
        .iter()
        .zip(causes)
        .map(|(point, cause)| {
            let (y, mean) = (point.y.unwrap_or(f64::NAN), point.centre.unwrap_or(f64::NAN));
            let beyond = |line: Option<f64>, sign: i8| line.is_some_and(|line| side(y, line) == sign);
            let group = chart.parts.get(point.part);
            Point {
                y: point.y,
                mean: point.centre,
                lower: point.lower,
                upper: point.upper,
                group: point.part,
                outside: point.outside,
                side: side(y, mean),
                near: !point.outside && (beyond(point.upper_near, 1) || beyond(point.lower_near, -1)),
                cause,
                meaning: meaning(cause, options.better),
                short_group: group.is_some_and(|group| group.end - group.first < 13),
            }
        })
        .collect();
    let last = points.last();
    Ok(Assessed {
        variation: last.map(|point| point.meaning),
        assurance: last.and_then(|point| assurance(point, options)),
        points,
    })
}

fn meaning(cause: Cause, better: Better) -> Meaning {
    match (cause.way(), better) {
        (None, _) => Meaning::Common,
        (Some(Way::Up), Better::Neither) => Meaning::NeutralHigh,
        (Some(Way::Down), Better::Neither) => Meaning::NeutralLow,
        (Some(Way::Up), Better::Higher) | (Some(Way::Down), Better::Lower) => Meaning::Improvement,
        (Some(Way::Up), Better::Lower) | (Some(Way::Down), Better::Higher) => Meaning::Concern,
    }
}

fn assurance(point: &Point, options: &Options) -> Option<Assurance> {
    let (target, lower, upper) = (options.target?, point.lower?, point.upper?);
    let higher = match options.better {
        Better::Higher => true,
        Better::Lower => false,
        Better::Neither => return None,
    };
    Some(match (side(target, upper) > 0, side(target, lower) < 0) {
        (true, _) if higher => Assurance::Fail,
        (true, _) => Assurance::Pass,
        (_, true) if higher => Assurance::Pass,
        (_, true) => Assurance::Fail,
        _ => Assurance::HitAndMiss,
    })
}
