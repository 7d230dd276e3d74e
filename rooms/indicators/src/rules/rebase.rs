//! Suggestions that a new phase begins, from `core/spc`, in the words of the room: dated, with the stretch in
//! which each lies and how well the data bear it out. They are shown and never followed by themselves: first one
//! asks why.

use varde_kernel::Period;

use super::chart::Drawn;
use crate::model::{Suggestion, SuggestionState};

/// Where a level may have changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The first period of the new level.
    pub first: Period,
    /// The earliest and the latest period at which it may have begun, with 95 % probability.
    pub between: (Period, Period),
    /// How much it changed, with a 95 % interval that takes the place of the change as known.
    pub shift: (f64, f64, f64),
    /// How much better two levels fit than one: twice the log-likelihood, after the price of a change.
    pub gain: f64,
}

/// How well the data bear a change out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Better than one level alone.
    Positive,
    /// Much better.
    Strong,
    /// So much better that one level hardly comes into question.
    VeryStrong,
}

impl Weight {
    /// The weight of a gain, on the scale that is usual for twice the logarithm of a Bayes factor, of which the
    /// likelihood after a price in the logarithm of the number of points is an estimate from below (Kass and
    /// Raftery 1995, section 3.2).
    pub fn of(gain: f64) -> Self {
        if 10.0 < gain {
            Self::VeryStrong
        } else if 6.0 < gain {
            Self::Strong
        } else {
            Self::Positive
        }
    }
}

/// The most likely changes of level within the phases of a chart, the strongest first, three at most.
///
/// See docs/methods/rebasing.md.
pub fn suggest(drawn: &Drawn) -> Vec<Change> {
    let (series, spec) = &drawn.asked;
    // What could not be charted has no levels either.
    let found = varde_spc::rebase::suggest(series, spec).unwrap_or_default();
    let period = |place: usize| drawn.periods.get(place).copied();
    found
        .into_iter()
        .filter_map(|one| {
            Some(Change {
                first: period(one.at)?,
                between: (period(one.between.0)?, period(one.between.1)?),
                shift: (one.change, one.low, one.high),
                gain: one.gain,
            })
        })
        .collect()
}

/// Whether somebody has answered this change already: a suggestion that lies where the change may have begun. The
/// likeliest place moves a little as values come in, and nobody is asked twice.
pub fn is_answered(known: &[Suggestion], change: &Change) -> bool {
    let (earliest, latest) = (change.between.0.start(), change.between.1.start());
    let within = |one: &Suggestion| earliest <= one.first.start() && one.first.start() <= latest;
    known.iter().any(|one| one.state != SuggestionState::Open && within(one))
}

#[cfg(test)]
mod tests {
    use varde_kernel::{SeriesId, SuggestionId};

    use super::*;
    use crate::model::{ChartSpec, Exclusion, Phase};
    use crate::rules::chart::draw;
    use crate::rules::fixtures::{month, observation, rate};

    fn undecided() -> ChartSpec {
        ChartSpec::undecided(SeriesId::from_code("s"), 1)
    }

    /// A level for each stretch that ends before these months.
    fn drawn(levels: &[(u16, u16)], spec: &ChartSpec) -> Drawn {
        let last = levels.last().map_or(0, |(end, _)| *end);
        let level = |i: u16| levels.iter().find(|(end, _)| i < *end).map_or(0, |(_, level)| *level);
        let values: Vec<_> = (0..last).map(|i| observation(month(i), f64::from(level(i) + i % 4), 100.0)).collect();
        draw(&rate(), &values, spec).unwrap()
    }

    #[test]
    fn a_lasting_change_is_found_where_it_was_made_with_its_stretch_and_its_weight() {
        let found = suggest(&drawn(&[(15, 8), (30, 28)], &undecided()));
        assert_eq!(found.len(), 1, "{found:?}");
        let one = found[0];
        assert_eq!(one.first, month(15));
        assert!((one.shift.0 - 20.0).abs() < 0.5, "{one:?}");
        assert!(one.shift.1 < one.shift.0 && one.shift.0 < one.shift.2);
        assert!(one.between.0.start() <= one.first.start() && one.first.start() <= one.between.1.start());
        assert_eq!(Weight::of(one.gain), Weight::VeryStrong);
    }

    #[test]
    fn several_changes_are_found_and_phases_that_are_there_are_left_alone() {
        let levels = [(14, 8), (28, 30), (42, 10)];
        let found = suggest(&drawn(&levels, &undecided()));
        let mut firsts: Vec<Period> = found.iter().map(|one| one.first).collect();
        firsts.sort_by_key(|period| period.start());
        assert_eq!(firsts, [month(14), month(28)]);
        assert!(found[1].gain <= found[0].gain, "the strongest first");
        let phase = |first: u16| Phase {
            first: month(first),
            reason: "Ny rutine".into(),
            measure: None,
            baseline: None,
            decided_on: month(first).start(),
            by: None,
        };
        let decided = ChartSpec { phases: vec![phase(14)], ..undecided() };
        assert_eq!(suggest(&drawn(&levels, &decided)).iter().map(|one| one.first).collect::<Vec<_>>(), [month(28)]);
        let all = ChartSpec { phases: vec![phase(14), phase(28)], ..undecided() };
        assert_eq!(suggest(&drawn(&levels, &all)), []);
    }

    #[test]
    fn nothing_is_suggested_where_nothing_happened_or_too_near_the_end() {
        assert_eq!(suggest(&drawn(&[(30, 8)], &undecided())), []);
        // Four points of a new level are too few to call it one; what is found keeps eight.
        for near in suggest(&drawn(&[(26, 8), (30, 28)], &undecided())) {
            assert!(near.first.start() <= month(22).start(), "{near:?}");
        }
        // A month that was left out with a reason makes no level.
        let exclusions = vec![Exclusion { period: month(29), reason: "Flytting".into() }];
        let left_out = ChartSpec { exclusions, ..undecided() };
        assert_eq!(suggest(&drawn(&[(29, 8), (30, 60)], &left_out)), []);
    }

    #[test]
    fn what_was_answered_is_not_asked_again_a_month_beside() {
        let change = Change { first: month(15), between: (month(13), month(16)), shift: (1.0, 0.5, 1.5), gain: 12.0 };
        let known = |first: u16, state| Suggestion {
            id: SuggestionId::from_code("s"),
            series: SeriesId::from_code("s"),
            first: month(first),
            between: (month(first), month(first)),
            shift: (1.0, 0.5, 1.5),
            gain: 12.0,
            spec_version: 0,
            state,
            reason: String::new(),
            answered: None,
        };
        for (first, state, expected) in [
            (15, SuggestionState::Open, false),
            (14, SuggestionState::Declined, true),
            (16, SuggestionState::Accepted, true),
            (17, SuggestionState::Declined, false),
        ] {
            assert_eq!(is_answered(&[known(first, state)], &change), expected, "{first} {state:?}");
        }
    }

    #[test]
    fn the_weight_follows_the_scale() {
        for (gain, expected) in [(2.0, Weight::Positive), (8.0, Weight::Strong), (10.5, Weight::VeryStrong)] {
            assert_eq!(Weight::of(gain), expected, "{gain}");
        }
    }
}
