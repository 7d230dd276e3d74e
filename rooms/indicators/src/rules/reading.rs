//! What a chart says, in one word each: what the process does, and whether it can be counted on to
//! meet its target. Icon, sentence, matrix and page all ask here.

use varde_spc::{Chart, Kind, Rule, Way};

use super::chart::Drawn;
use crate::model::{Cause, Direction, Meaning, Measure, Observation};

/// What the process does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variation {
    /// Too few values to say anything; never to be taken for good.
    TooLittle,
    /// Some values are kept back from the reader, so that the rest say nothing of the process.
    KeptBack,
    /// As before: nothing but chance.
    Common,
    /// Something that is not chance and goes on now.
    Special(Option<Way>, Meaning),
}

/// Whether the target is met, whatever chance brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assurance {
    /// Yes.
    Passes,
    /// No.
    Fails,
    /// Chance decides from period to period.
    HitOrMiss,
}

/// What the process does now: a cause counts while it reaches the newest point that counts.
pub fn variation(drawn: Option<&Drawn>, causes: &[Cause], direction: Direction) -> Variation {
    let Some(drawn) = drawn else { return Variation::TooLittle };
    if !drawn.judged {
        return Variation::KeptBack;
    }
    match current(drawn, causes) {
        Some(cause) => Variation::Special(cause.way, cause.meaning(direction)),
        None => Variation::Common,
    }
}

/// The cause that goes on now.
pub fn current<'a>(drawn: &Drawn, causes: &'a [Cause]) -> Option<&'a Cause> {
    let newest = newest(drawn)?;
    causes
        .iter()
        .filter(|cause| newest.end() <= cause.last.end())
        .max_by_key(|cause| (cause.way.is_some(), std::cmp::Reverse(cause.first.start())))
}

/// The newest period with a value that counts.
fn newest(drawn: &Drawn) -> Option<varde_kernel::Period> {
    let place = drawn.chart.points.iter().rposition(|point| point.y.is_some() && !point.provisional)?;
    drawn.periods.get(place).copied()
}

/// Whether the newest limits meet the target. `None` without limits, target or direction.
pub fn assurance(chart: &Chart, target: f64, direction: Direction) -> Option<Assurance> {
    if chart.kind == Kind::Run {
        return None;
    }
    let point = chart.newest()?;
    let (lower, upper) = (point.lower?, point.upper?);
    let (passes, fails) = match direction {
        Direction::Up => (target <= lower, upper < target),
        Direction::Down => (upper <= target, target < lower),
        Direction::None => return None,
    };
    Some(if passes {
        Assurance::Passes
    } else if fails {
        Assurance::Fails
    } else {
        Assurance::HitOrMiss
    })
}

/// The rule that a point is marked by: the one that says most.
pub fn mark_of(chart: &Chart, point: usize) -> Option<(Rule, Option<Way>)> {
    let rank = |rule: Rule| super::cause::RULES.iter().position(|known| *known == rule);
    chart
        .signals
        .iter()
        .filter(|signal| signal.points.contains(&point))
        // A single point outside is marked as such also within a shift.
        .min_by_key(|signal| (signal.rule != Rule::Outside, rank(signal.rule)))
        .map(|signal| (signal.rule, signal.way))
}

/// Whether a short series has certainly changed: the intervals of its first and its last value do
/// not meet. `None` when either has no interval.
///
/// Two intervals that meet do not prove that nothing has changed; only that these values cannot
/// show it (docs/methods/signals.md).
pub fn has_changed(measure: Measure, values: &[Observation]) -> Option<Option<Way>> {
    let sort = super::chart::sort_of(values)?;
    let mut known: Vec<&Observation> =
        values.iter().filter(|one| one.period.sort() == Some(sort) && one.value.is_some()).collect();
    known.sort_by_key(|one| one.period.start());
    let (first, last) = (known.first()?, known.last()?);
    if first.id == last.id {
        return None;
    }
    let (first, last) = (super::interval(measure, &first.entry())?, super::interval(measure, &last.entry())?);
    Some(if first.1 < last.0 {
        Some(Way::Up)
    } else if last.1 < first.0 {
        Some(Way::Down)
    } else {
        None
    })
}

#[cfg(test)]
mod tests {
    use varde_kernel::SeriesId;
    use varde_spc::RuleSet;

    use super::*;
    use crate::model::ChartSpec;
    use crate::rules::cause::causes;
    use crate::rules::chart::draw;
    use crate::rules::fixtures::{month, observation, rate};

    fn drawn(last: f64) -> Drawn {
        let values: Vec<_> = (0..24_u16)
            .map(|i| observation(month(i), if i == 23 { last } else { f64::from(9 + i % 3) }, 100.0))
            .collect();
        let spec = ChartSpec { rules: RuleSet::ThreeSigma1, ..ChartSpec::undecided(SeriesId::from_code("s"), 1) };
        draw(&rate(), &values, &spec).unwrap()
    }

    #[test]
    fn what_goes_on_now_decides_and_no_data_is_never_good() {
        let quiet = drawn(10.0);
        assert_eq!(variation(Some(&quiet), &causes(&quiet), Direction::Down), Variation::Common);
        let loud = drawn(30.0);
        let found = variation(Some(&loud), &causes(&loud), Direction::Down);
        assert_eq!(found, Variation::Special(Some(Way::Up), Meaning::Worse));
        assert_eq!(variation(None, &[], Direction::Down), Variation::TooLittle);
    }

    #[test]
    fn a_target_is_met_missed_or_left_to_chance() {
        // About 10 of 100: limits near 1 and 19 per cent.
        let process = drawn(10.0);
        for (target, direction, expected) in [
            (25.0, Direction::Down, Some(Assurance::Passes)),
            (0.5, Direction::Down, Some(Assurance::Fails)),
            (10.0, Direction::Down, Some(Assurance::HitOrMiss)),
            (0.5, Direction::Up, Some(Assurance::Passes)),
            (25.0, Direction::Up, Some(Assurance::Fails)),
            (10.0, Direction::None, None),
        ] {
            assert_eq!(assurance(&process.chart, target, direction), expected, "{target} {direction:?}");
        }
    }

    #[test]
    fn six_years_with_intervals_that_meet_show_no_certain_change() {
        let years = |last: f64| -> Vec<Observation> {
            (0..6_i16)
                .map(|i| {
                    let n = if i == 5 { last } else { 13.0 };
                    observation(varde_kernel::Period::Year(2018 + i), n, 100.0)
                })
                .collect()
        };
        assert_eq!(has_changed(Measure::Percent, &years(11.0)), Some(None));
        assert_eq!(has_changed(Measure::Percent, &years(60.0)), Some(Some(Way::Up)));
        assert_eq!(has_changed(Measure::Score, &years(11.0)), None);
    }
}
