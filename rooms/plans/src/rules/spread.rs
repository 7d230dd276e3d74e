//! How much units differ, and what a target for it must be. The method is told in
//! `docs/methods/goal-spread.md`.

use varde_kernel::Problems;
use varde_stats::bootstrap::quantile;
use varde_stats::variance;
use varde_stats::variation::variation;

use super::target;
use crate::model::goal::{Aim, Measured, Spread, TargetKind};

/// With fewer units than this, a spread says more of which units they are than of how alike the
/// service is.
pub const FEWEST_UNITS: usize = 3;

/// One unit's value in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitValue {
    /// The value.
    pub value: f64,
    /// What was counted, out of how many, where that is known.
    pub counted: Option<(f64, f64)>,
}

/// How much units differed in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between {
    /// The spread; `None` when it cannot be worked out from these units.
    pub value: Option<f64>,
    /// The lowest value that counts.
    pub low: Option<f64>,
    /// The highest.
    pub high: Option<f64>,
    /// How many units count.
    pub n: usize,
    /// How many there are.
    pub of: usize,
    /// How often chance alone gives differences like these, where numerators are known.
    pub chance: Option<f64>,
}

/// The spread between units. Of `n_units` there are, those in `seen` have a value.
pub fn between(of: Spread, seen: &[UnitValue], n_units: usize) -> Between {
    let counted: Vec<(f64, f64)> =
        seen.iter().filter_map(|one| one.counted).filter(|(_, out_of)| 0.0 < *out_of).collect();
    let used: Vec<f64> = match of {
        Spread::Systematic => counted.iter().map(|(n, out_of)| n / out_of).collect(),
        _ => seen.iter().map(|one| one.value).collect(),
    };
    let mut sorted: Vec<f64> = used.into_iter().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (sorted.first().copied(), sorted.last().copied());
    // Against the level that all of them have together.
    let common = counted.iter().map(|(n, _)| n).sum::<f64>() / counted.iter().map(|(_, out_of)| out_of).sum::<f64>();
    let (observed, expected): (Vec<f64>, Vec<f64>) = counted.iter().map(|(n, out_of)| (*n, out_of * common)).unzip();
    let against_chance = variation(&observed, &expected);
    let value = match (of, low.zip(high)) {
        (_, None) => None,
        _ if sorted.len() < FEWEST_UNITS => None,
        // Nothing is any number of times more than none.
        (Spread::Ratio, Some((low, high))) => (0.0 < low).then(|| high / low),
        (Spread::Range, Some((low, high))) => Some(high - low),
        (Spread::Deviation, Some(_)) => variance(&sorted).map(f64::sqrt),
        (Spread::Quartiles, Some(_)) => Some(quantile(&sorted, 0.75) - quantile(&sorted, 0.25)),
        // Below zero means no more than chance.
        (Spread::Systematic, Some(_)) => against_chance.map(|found| (found.systematic * 100.0).max(0.0)),
    };
    Between {
        value: value.filter(|value| value.is_finite()),
        low: if of == Spread::Systematic { None } else { low },
        high: if of == Spread::Systematic { None } else { high },
        n: sorted.len(),
        of: n_units,
        // A test of some of the units would speak for all of them.
        chance: against_chance.filter(|_| counted.len() == seen.len()).map(|found| found.p_value),
    }
}

/// What the number of a spread target counts, when its indicator counts `measured`.
pub const fn measured(of: Spread, measured: Measured) -> Measured {
    match of {
        Spread::Ratio | Spread::Systematic => Measured::Ratio,
        Spread::Deviation | Spread::Quartiles | Spread::Range => measured,
    }
}

/// Checks a target for spread; the problems name the fields of the form.
pub fn check(of: Spread, indicator: Option<Measured>, aim: &Aim, problems: &mut Problems) {
    target::check(aim, problems);
    if !matches!(aim.kind, TargetKind::AtMost | TargetKind::Relative) {
        problems.field("kind", "plans-problem-spread-kind");
    }
    if aim.change.is_some_and(|change| !(-100.0..=0.0).contains(&change)) {
        problems.field("change", "plans-problem-spread-change");
    }
    if let Some(value) = aim.value {
        if of == Spread::Ratio && value < 1.0 {
            problems.field("value", "plans-problem-spread-ratio");
        } else if value < 0.0 {
            problems.field("value", "plans-problem-spread-negative");
        }
    }
    match indicator {
        None => problems.field("spread", "plans-problem-spread-indicator"),
        Some(Measured::Percent | Measured::Rate | Measured::Ratio) => {}
        Some(_) if of == Spread::Systematic => problems.field("spread", "plans-problem-spread-counted"),
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::goal::{BaselineStatus, ChangeMode};

    fn plain(values: &[f64]) -> Vec<UnitValue> {
        values.iter().map(|value| UnitValue { value: *value, counted: None }).collect()
    }

    fn counted(pairs: &[(f64, f64)]) -> Vec<UnitValue> {
        pairs.iter().map(|(n, of)| UnitValue { value: n * 100.0 / of, counted: Some((*n, *of)) }).collect()
    }

    #[track_caller]
    fn check_spread(of: Spread, seen: &[UnitValue], expected: Option<f64>) {
        let found = between(of, seen, seen.len()).value;
        let close = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
            (found, expected) => found == expected,
        };
        assert!(close, "{of:?}: {found:?}, expected {expected:?}");
    }

    #[test]
    fn each_way_to_tell_a_spread_gives_what_hand_and_r_give() {
        let values = plain(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        check_spread(Spread::Ratio, &values, Some(4.5));
        check_spread(Spread::Range, &values, Some(7.0));
        // R 4.2: sd(c(2,4,4,4,5,5,7,9)) is sqrt(32/7); IQR() of the same (type 7) is 1.5.
        check_spread(Spread::Deviation, &values, Some((32.0_f64 / 7.0).sqrt()));
        check_spread(Spread::Quartiles, &values, Some(1.5));
        // By hand (McPherson 1982): 10, 20 and 30 of 200 each, 20 expected: (0.5 - 0.15) / 3, times 100.
        check_spread(Spread::Systematic, &counted(&[(10.0, 200.0), (20.0, 200.0), (30.0, 200.0)]), Some(35.0 / 3.0));
    }

    #[test]
    fn what_cannot_be_worked_out_is_not_made_up() {
        check_spread(Spread::Ratio, &plain(&[0.0, 2.0, 3.0]), None);
        check_spread(Spread::Range, &plain(&[1.0, 9.0]), None);
        check_spread(Spread::Deviation, &[], None);
        check_spread(Spread::Systematic, &plain(&[1.0, 2.0, 3.0]), None);
        // No more than chance is nothing, and not less than nothing.
        check_spread(Spread::Systematic, &counted(&[(20.0, 200.0), (20.0, 200.0), (21.0, 200.0)]), Some(0.0));
        let found = between(Spread::Range, &plain(&[1.0, 2.0, 4.0]), 9);
        assert_eq!((found.n, found.of, found.low, found.high, found.chance), (3, 9, Some(1.0), Some(4.0), None));
        let found = between(Spread::Range, &counted(&[(10.0, 200.0), (20.0, 200.0), (30.0, 200.0)]), 3);
        // R 4.2: chisq.test(c(10, 20, 30))$p.value = 0.006738.
        assert!((found.chance.unwrap() - 0.006_737_947).abs() < 1e-8);
    }

    #[test]
    fn a_target_for_spread_says_what_can_be_reached() {
        let aim = |kind, value, change| Aim {
            kind,
            change,
            mode: ChangeMode::Relative,
            value,
            measured: Measured::Ratio,
            baseline_year: change.map(|_| 2024),
            baseline_value: None,
            baseline_status: BaselineStatus::NotNeeded,
            by: Some("2027-12-31".parse().unwrap()),
            every_round: false,
            unit_limit: None,
        };
        let check_keys = |of, indicator, aim: &Aim, expected: &[&str]| {
            let mut problems = Problems::new();
            check(of, indicator, aim, &mut problems);
            assert_eq!(problems.iter().map(|problem| problem.key).collect::<Vec<_>>(), expected);
        };
        let percent = Some(Measured::Percent);
        check_keys(Spread::Ratio, percent, &aim(TargetKind::AtMost, Some(2.0), None), &[]);
        check_keys(Spread::Ratio, percent, &aim(TargetKind::AtMost, Some(0.5), None), &["plans-problem-spread-ratio"]);
        check_keys(
            Spread::Range,
            percent,
            &aim(TargetKind::AtMost, Some(-1.0), None),
            &["plans-problem-spread-negative"],
        );
        check_keys(Spread::Range, percent, &aim(TargetKind::Relative, None, Some(-20.0)), &[]);
        check_keys(
            Spread::Range,
            percent,
            &aim(TargetKind::Relative, None, Some(20.0)),
            &["plans-problem-spread-change"],
        );
        check_keys(Spread::Range, percent, &aim(TargetKind::AtLeast, Some(2.0), None), &["plans-problem-spread-kind"]);
        check_keys(Spread::Range, None, &aim(TargetKind::AtMost, Some(2.0), None), &["plans-problem-spread-indicator"]);
        check_keys(
            Spread::Systematic,
            Some(Measured::Years),
            &aim(TargetKind::AtMost, Some(2.0), None),
            &["plans-problem-spread-counted"],
        );
    }

    proptest! {
        #[test]
        fn order_does_not_matter_and_nothing_is_below_zero(mut values in prop::collection::vec(0.1_f64..100.0, 3..30)) {
            for of in Spread::ALL {
                let there = between(*of, &plain(&values), values.len());
                values.reverse();
                let back = between(*of, &plain(&values), values.len());
                prop_assert_eq!(there.value.map(|value| (value * 1e9).round()), back.value.map(|value| (value * 1e9).round()));
                prop_assert!(there.value.is_none_or(|value| 0.0 <= value));
            }
        }
    }
}
