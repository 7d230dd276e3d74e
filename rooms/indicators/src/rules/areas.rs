//! How much areas differ in what happens to those who live there, chance taken out.

use varde_stats::Interval;
use varde_stats::variation::{Counted, quotient, variation};

/// The level of the interval.
const LEVEL: f64 = 0.95;

/// How much areas differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Differences {
    /// How many areas there are.
    pub n: usize,
    /// The highest over the lowest, with its interval; none when nothing happened in the lowest.
    pub ratio: Option<(f64, Interval)>,
    /// The systematic component of variation times 100; 0 when there is no more than chance gives.
    pub systematic: f64,
    /// How likely differences this large are when all areas are alike.
    pub p_value: f64,
}

/// How much areas differ, from what was counted among how many in each. `None` of fewer than two, or where
/// nothing happened at all.
///
/// What is expected in each area is the common level times its own number: nothing is adjusted for age or sex.
pub fn differences(counted: &[Counted], is_share: bool) -> Option<Differences> {
    let total = |part: &dyn Fn(&Counted) -> f64| varde_stats::sum(counted.iter().map(part));
    let (had, among) = (total(&|one| one.0), total(&|one| one.1));
    if !(0.0 < had && 0.0 < among) {
        return None;
    }
    let observed: Vec<f64> = counted.iter().map(|one| one.0).collect();
    let expected: Vec<f64> = counted.iter().map(|one| one.1 * had / among).collect();
    let found = variation(&observed, &expected)?;
    let level = |one: &Counted| one.0 / one.1;
    let by_level = |a: &&Counted, b: &&Counted| level(a).total_cmp(&level(b));
    let (high, low) = (counted.iter().max_by(by_level)?, counted.iter().min_by(by_level)?);
    Some(Differences {
        n: counted.len(),
        ratio: quotient(*high, *low, is_share, LEVEL),
        systematic: found.systematic.max(0.0) * 100.0,
        p_value: found.p_value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_chance_gives_is_taken_out() {
        // The same as in R: o <- c(10, 20, 30); chisq.test(o): p = 0.006738; ((o - 20)^2 / 400 - 1 / 20) averaged: 0.1167.
        let found = differences(&[(10.0, 1000.0), (20.0, 1000.0), (30.0, 1000.0)], true).unwrap();
        assert_eq!(found.n, 3);
        assert!((found.systematic - 11.666_667).abs() < 1e-5, "{found:?}");
        assert!((found.p_value - 0.006_737_947).abs() < 1e-8);
        let (ratio, interval) = found.ratio.unwrap();
        assert!((ratio - 3.0).abs() < 1e-12 && interval.low < 3.0 && 3.0 < interval.high);
    }

    #[test]
    fn alike_is_no_variation_and_nothing_is_no_answer() {
        let alike = differences(&[(20.0, 1000.0), (10.0, 500.0)], true).unwrap();
        assert_eq!((alike.systematic, alike.ratio.map(|one| one.0)), (0.0, Some(1.0)));
        assert!((alike.p_value - 1.0).abs() < 1e-9);
        assert_eq!(differences(&[(0.0, 10.0), (0.0, 10.0)], true), None);
        assert_eq!(differences(&[(4.0, 10.0)], true), None);
        assert_eq!(differences(&[(4.0, 10.0), (2.0, 0.0)], true), None);
        // Nothing happened in one of them: no ratio, and no number that pretends to be one.
        assert_eq!(differences(&[(8.0, 10.0), (0.0, 10.0)], true).unwrap().ratio, None);
    }

    #[test]
    fn the_order_of_areas_is_of_no_weight() {
        let mut areas = vec![(12.0, 300.0), (40.0, 900.0), (7.0, 250.0), (90.0, 1200.0)];
        let first = differences(&areas, false).unwrap();
        areas.reverse();
        let second = differences(&areas, false).unwrap();
        assert_eq!((first.ratio, first.n), (second.ratio, second.n));
        assert!((first.systematic - second.systematic).abs() < 1e-9);
    }
}
