//! Suggestions that a new phase begins. They are shown with their evidence and never followed by
//! themselves: first one asks why.

use varde_kernel::Period;

use super::chart::Drawn;

/// Both levels keep this many points or more, so nothing is suggested near the end of a series.
const LEAST: usize = 8;
/// No more likely than this when nothing has happened.
const LIKELY: f64 = 0.01;
/// The 97.5 % quantile of the normal distribution, for an interval of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// Where a level may have changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The first period of the new level.
    pub first: Period,
    /// How much it changed, with a 95 % interval that takes the place of the change as known.
    pub shift: (f64, f64, f64),
    /// Probability of as large a change anywhere, when nothing has happened.
    pub p_value: f64,
}

/// The most likely change of level in the newest phase, when chance seldom gives as large a one.
///
/// See docs/methods/signals.md.
pub fn suggest(drawn: &Drawn) -> Option<Change> {
    let part = drawn.chart.parts.last()?;
    let known: Vec<(Period, f64, f64)> = drawn
        .chart
        .points
        .iter()
        .zip(&drawn.periods)
        .skip(part.first)
        .filter(|(point, _)| point.include && !point.provisional)
        .filter_map(|(point, period)| Some((*period, point.y?, point.n.filter(|n| 0.0 < *n).unwrap_or(1.0))))
        .collect();
    let values: Vec<f64> = known.iter().map(|(_, y, _)| *y).collect();
    let weights: Vec<f64> = known.iter().map(|(_, _, n)| *n).collect();
    let found = varde_spc::shift::shift(&values, &weights, LEAST)?;
    if LIKELY < found.p_value {
        return None;
    }
    let size = found.after - found.before;
    Some(Change {
        first: known.get(found.at)?.0,
        shift: (size, size - Z * found.error, size + Z * found.error),
        p_value: found.p_value,
    })
}

#[cfg(test)]
mod tests {
    use varde_kernel::SeriesId;

    use super::*;
    use crate::model::ChartSpec;
    use crate::rules::chart::draw;
    use crate::rules::fixtures::{month, observation, rate};

    fn drawn(first: u16) -> Drawn {
        let values: Vec<_> = (0..30_u16)
            .map(|i| observation(month(i), f64::from(if i < first { 8 + i % 4 } else { 18 + i % 4 }), 100.0))
            .collect();
        draw(&rate(), &values, &ChartSpec::undecided(SeriesId::from_code("s"), 1)).unwrap()
    }

    #[test]
    fn a_lasting_change_is_found_where_it_was_made() {
        let found = suggest(&drawn(15)).unwrap();
        assert_eq!(found.first, month(15));
        assert!((found.shift.0 - 10.0).abs() < 0.5, "{found:?}");
        assert!(found.shift.1 < found.shift.0 && found.shift.0 < found.shift.2);
    }

    #[test]
    fn nothing_is_suggested_where_nothing_happened_or_too_near_the_end() {
        assert_eq!(suggest(&drawn(30)), None);
        // Four points of a new level are too few to call it one; what is found keeps eight.
        let near = suggest(&drawn(26));
        assert!(near.is_none_or(|found| found.first.start() <= month(22).start()), "{near:?}");
    }
}
