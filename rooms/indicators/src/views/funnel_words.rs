//! What a funnel says, and the words that it and its table add on their own: the same on pages and for a file
//! that is compared on the command line.

use varde_chart::{FunnelCurve, FunnelMark, FunnelTexts, Tone};
use varde_stats::funnel::{Funnel, Measure, is_outside};
use varde_web::Say;

use super::chart_words::Joined;
use crate::model::Direction;

const KEYS: [&str; 9] = [
    "indicators-values-value",
    "indicators-funnel-mark",
    "indicators-funnel-inner",
    "indicators-funnel-outer",
    "indicators-kin-own",
    "indicators-mark-few",
    "indicators-value-missing",
    "indicators-chart-empty",
    "indicators-funnel-centre",
];

/// How many places a curve of limits is drawn through.
const STEPS: u16 = 80;

/// What the columns of the data are called.
#[derive(Clone, Copy)]
pub struct FunnelNames<'a> {
    /// The units.
    pub unit: &'a str,
    /// What is counted.
    pub numerator: &'a str,
    /// Among what.
    pub denominator: &'a str,
}

/// The words of one funnel in one language.
pub struct FunnelWords<'a> {
    said: Vec<String>,
    of: Joined<'a>,
}

impl<'a> FunnelWords<'a> {
    /// The words in this language.
    pub fn new(say: &'a Say) -> Self {
        let of = |part: &str, whole: &str| {
            say.with("indicators-chart-of", &[("part", part.into()), ("whole", whole.into())])
        };
        Self { said: KEYS.iter().map(|key| say.t(key)).collect(), of: Box::new(of) }
    }

    fn said(&self, place: usize) -> &str {
        self.said.get(place).map_or("", String::as_str)
    }

    /// What all units together are called.
    pub fn centre(&self) -> &str {
        self.said(8)
    }

    /// As the renderer takes them.
    pub fn texts<'b>(&'b self, names: FunnelNames<'b>) -> FunnelTexts<'b> {
        FunnelTexts {
            unit: names.unit,
            value: self.said(0),
            numerator: names.numerator,
            denominator: names.denominator,
            mark: self.said(1),
            inner: self.said(2),
            outer: self.said(3),
            own: self.said(4),
            too_small: self.said(5),
            missing: self.said(6),
            no_values: self.said(7),
            of: &*self.of,
        }
    }
}

/// What the funnel says: how many of those judged lie outside the outer limits, and how to read that.
pub fn funnel_answer(say: &Say, funnel: &Funnel, (n_outside, n_judged): (usize, usize)) -> String {
    let mut text = say.with("indicators-funnel-answer", &[("n", n_outside.into()), ("total", n_judged.into())]);
    if funnel.is_overdispersed() {
        text = format!("{text} {}", say.t("indicators-funnel-overdispersed"));
    }
    format!("{text} {}", say.t("indicators-funnel-no-ranking"))
}

/// How a unit is marked that lies outside the inner limits.
pub fn funnel_mark(say: &Say, direction: Direction, funnel: &Funnel, place: usize) -> Option<FunnelMark> {
    let value = funnel.places.get(place)?.value;
    let beyond = |level: usize| funnel.limits(place, level).is_some_and(|limits| is_outside(value, limits));
    if !beyond(0) {
        return None;
    }
    let up = funnel.target < value;
    let tone = match (up, direction) {
        (_, Direction::None) => Tone::Neutral,
        (true, Direction::Up) | (false, Direction::Down) => Tone::Better,
        (true, Direction::Down) | (false, Direction::Up) => Tone::Worse,
    };
    let key = if up { "indicators-funnel-above" } else { "indicators-funnel-below" };
    Some(FunnelMark { outer: beyond(funnel.outside.len().saturating_sub(1)), tone, words: say.t(key) })
}

/// The curves of all limits from the smallest to the largest unit, each value `factor` times as large; close
/// together where units are small, since there the limits bend.
pub fn funnel_curves(
    say: &Say,
    funnel: &Funnel,
    denominators: impl Iterator<Item = f64>,
    factor: f64,
) -> Vec<FunnelCurve> {
    let (smallest, largest) = denominators
        .filter(|n| n.is_finite() && 0.0 < *n)
        .fold((f64::INFINITY, 0.0_f64), |(low, high), n| (low.min(n), high.max(n)));
    // A little to both sides of the units, so that none sits at the end of its limits.
    let (from, to) = ((0.96 * smallest).sqrt(), (1.04 * largest).sqrt());
    let size = |step: u16| {
        let n = (from + (to - from) * f64::from(step) / f64::from(STEPS)).powi(2);
        // There is no part of a person to be counted among.
        if funnel.measure == Measure::Proportion { n.round() } else { n }
    };
    let path = |level: f64| {
        let limits = (0..=STEPS).map(size).filter_map(|n| Some((n, funnel.limits_at(level, n)?)));
        limits.map(|(n, (low, high))| (n, Some(low * factor), Some(high * factor))).collect()
    };
    let named = |share: f64| say.percent((share * 1000.0).round() / 10.0);
    funnel.outside.iter().map(|one| FunnelCurve { label: named(one.level), path: path(one.level) }).collect()
}
