//! `varde-1`: three tests that share what a chart may signal by chance.
//!
//! - **Outside**: a point beyond limits that are calibrated for the whole chart.
//! - **Shift**: the level has changed once, by the largest standardised difference.
//! - **Runs**: the exact law of longest run and crossings, given how many points are above and below.
//!
//! Each has a budget; together they stay below 6 % of charts with nothing to show, and find a step of two
//! standard deviations in the middle of 24 points in more than nine of ten. `docs/methods/rule-sets.md`
//! prints the measured rates.

use crate::aggregate::Groups;
use crate::chart::{Part, Rule, Signal, Way};
use crate::model::{Centre, Kind, Spec};
use crate::rules::Sequence;
use crate::runs::{self, Counted, Signs};
use crate::shift::{Shift, shift_within};

/// Share of charts whose limits may signal by chance.
pub(crate) const OUTSIDE: f64 = 0.02;
/// Share of charts in which a change of level may be seen by chance.
pub(crate) const SHIFT: f64 = 0.025;
/// Share of charts whose runs may signal by chance.
pub(crate) const RUNS: f64 = 0.01;

/// Fewest points of a level.
const LEAST_POINTS: usize = 3;
/// Fewest events of a level, where events are counted.
const LEAST_EVENTS: f64 = 5.0;

/// Outer limits, in standard deviations from moving ranges, of charts of individual values that are their
/// own baseline, by number of points: [`OUTSIDE`] of charts of independent normal values have a point
/// beyond. Simulated by `examples/calibrate.rs`.
const OWN_LIMITS: &[(f64, f64)] = &[
    (4.0, 2.216),
    (5.0, 2.642),
    (6.0, 2.814),
    (8.0, 2.912),
    (10.0, 3.012),
    (12.0, 3.098),
    (16.0, 3.209),
    (20.0, 3.289),
    (24.0, 3.340),
    (36.0, 3.468),
    (60.0, 3.607),
    (100.0, 3.738),
    (200.0, 3.900),
];

/// The limit for a baseline of `m` points, between those of the table on the scale of log m.
pub(crate) fn own_limit(m: f64) -> f64 {
    let x = m.max(3.0).ln();
    let (first, last) = (OWN_LIMITS[0], OWN_LIMITS[OWN_LIMITS.len() - 1]);
    let between = OWN_LIMITS.windows(2).find(|pair| m <= pair[1].0).map_or((first, last), |pair| (pair[0], pair[1]));
    let ((a, low), (b, high)) = if m > last.0 { (OWN_LIMITS[OWN_LIMITS.len() - 2], last) } else { between };
    low + (high - low) * (x - a.ln()) / (b.ln() - a.ln())
}

/// The tests of level and runs over one part, each at its share of the budget.
pub(crate) fn signals(
    part: &Part,
    number: usize,
    share: f64,
    points: &Sequence,
    groups: &Groups,
    spec: &Spec,
) -> Vec<Signal> {
    let mut found = Vec::new();
    if let Some(shift) = level(points, groups, spec, SHIFT * share) {
        let way = if shift.after > shift.before { Way::Up } else { Way::Down };
        found.push(Signal {
            rule: Rule::Shift,
            part: number,
            points: points.place[shift.at..].to_vec(),
            way: Some(way),
            p_value: Some(shift.p_value),
        });
    }
    let signs = if spec.centre == Centre::Own { Signs::Split } else { Signs::FairCoins };
    let summary = &part.runs;
    let counted = Counted {
        useful: summary.useful,
        above: summary.above,
        longest: summary.longest.unwrap_or(0),
        crossings: summary.crossings.unwrap_or(0),
    };
    // Runs that are ordinary by far need no law.
    let odd = counted.longest + 2 >= runs::longest_ordinary(counted.useful)
        || counted.crossings <= runs::fewest_ordinary(counted.useful);
    if odd && let Some(p) = runs::p_value_within(counted, signs, RUNS * share) {
        let points = points.place.clone();
        found.push(Signal { rule: Rule::Runs, part: number, points, way: None, p_value: Some(p) });
    }
    found
}

/// Looks for a change of level over the points that count, on a scale on which they are near normal. `None`
/// as well when its p-value is above `most`.
pub(crate) fn level(points: &Sequence, groups: &Groups, spec: &Spec, most: f64) -> Option<Shift> {
    let column = |values: &[f64]| points.place.iter().map(|i| values.get(*i).copied().unwrap_or(f64::NAN)).collect();
    let (values, weights): (Vec<f64>, Vec<f64>) = match spec.kind {
        Kind::T => (points.y.iter().map(|y| y.powf(1.0 / 3.6)).collect(), Vec::new()),
        Kind::G => (points.y.iter().map(|y| (y + 0.5).max(0.0).powf(1.0 / 3.6)).collect(), Vec::new()),
        Kind::P | Kind::Pp | Kind::Np | Kind::U | Kind::Up | Kind::Ip if groups.has_n() => {
            (column(&groups.y), column(&groups.n))
        }
        Kind::Mr | Kind::P | Kind::Pp | Kind::Np | Kind::U | Kind::Up => return None,
        Kind::Ip | Kind::Xbar => (column(&groups.y), column(&groups.len)),
        Kind::S | Kind::R => (points.y.clone(), column(&groups.len)),
        Kind::Run | Kind::I | Kind::C => (points.y.clone(), Vec::new()),
    };
    let mut least = LEAST_POINTS;
    if spec.kind.counts() && spec.kind != Kind::G {
        // As many points at each end as hold the fewest events.
        let events: Vec<f64> = column(&groups.total);
        let needed = |events: &mut dyn Iterator<Item = &f64>| {
            let mut so_far = 0.0;
            events
                .take_while(|count| {
                    let enough = so_far >= LEAST_EVENTS;
                    so_far += **count;
                    !enough
                })
                .count()
        };
        least = least.max(needed(&mut events.iter())).max(needed(&mut events.iter().rev()));
    }
    shift_within(&values, &weights, least, most)
}
