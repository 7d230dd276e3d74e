//! What a target must be before it is saved.

use varde_kernel::{Place, Problems};

use crate::model::goal::{Aim, BaselineStatus, ChangeMode, Measured, TargetKind};

/// Checks a target that someone writes down; the problems name the fields of the form. What the
/// plan's text leaves open may be loaded, but nobody may write a new target that leaves it open.
pub fn check(aim: &Aim, problems: &mut Problems) {
    if aim.kind == TargetKind::Relative {
        if aim.change.is_none_or(|change| change == 0.0) {
            problems.field("change", "plans-problem-change");
        }
        if aim.mode == ChangeMode::Unspecified {
            problems.field("mode", "plans-problem-mode");
        }
        if aim.baseline_year.is_none() {
            problems.field("baseline_year", "plans-problem-baseline-year");
        }
    } else if aim.value.is_none() {
        problems.field("value", "plans-problem-value");
    }
    if aim.by.is_none() && !aim.every_round {
        problems.field("by", "plans-problem-by");
    }
    if let (Some(by), Some(year)) = (aim.by, aim.baseline_year)
        && by.year() <= year
    {
        problems.field("by", "plans-problem-by-before-baseline");
    }
    if aim.baseline_year.is_some_and(|year| !(1900..=2200).contains(&year)) {
        problems.field("baseline_year", "plans-problem-year");
    }
    let numbers = [
        ("value", aim.value),
        ("baseline_value", aim.baseline_value),
        (if aim.kind == TargetKind::Relative { "change" } else { "value" }, reached(aim)),
    ];
    for (field, number) in numbers {
        let Some(number) = number else { continue };
        if aim.measured == Measured::Percent && !(0.0..=100.0).contains(&number) {
            problems.push(Place::Field(field), "plans-problem-beyond-scale", Vec::new());
        }
        if 1e12 < number.abs() {
            problems.field(field, "plans-problem-too-large");
        }
    }
}

/// The number that the change leads to, when the baseline is known.
fn reached(aim: &Aim) -> Option<f64> {
    let (from, change) = (aim.baseline_value?, aim.change?);
    match aim.mode {
        ChangeMode::Relative => Some(from * (1.0 + change / 100.0)),
        ChangeMode::Points => Some(from + change),
        ChangeMode::Unspecified => None,
    }
}

/// What is known of the baseline, from what was filled in.
pub const fn baseline_status(kind: TargetKind, value: Option<f64>) -> BaselineStatus {
    match (kind, value) {
        (_, Some(_)) => BaselineStatus::Given,
        (TargetKind::Relative, None) => BaselineStatus::Missing,
        _ => BaselineStatus::NotNeeded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative(change: f64, mode: ChangeMode, from: Option<f64>) -> Aim {
        Aim {
            kind: TargetKind::Relative,
            change: Some(change),
            mode,
            value: None,
            measured: Measured::Percent,
            baseline_year: Some(2017),
            baseline_value: from,
            baseline_status: baseline_status(TargetKind::Relative, from),
            by: Some("2023-12-31".parse().unwrap()),
            every_round: false,
            unit_limit: None,
        }
    }

    #[track_caller]
    fn check_keys(aim: &Aim, expected: &[&str]) {
        let mut problems = Problems::new();
        check(aim, &mut problems);
        let keys: Vec<&str> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, expected);
    }

    #[test]
    fn what_per_cent_means_must_be_said() {
        check_keys(&relative(2.0, ChangeMode::Relative, Some(95.0)), &[]);
        check_keys(&relative(2.0, ChangeMode::Unspecified, Some(95.0)), &["plans-problem-mode"]);
    }

    #[test]
    fn a_share_stays_between_nothing_and_all() {
        check_keys(&relative(3.0, ChangeMode::Relative, Some(95.0)), &[]);
        check_keys(&relative(3.0, ChangeMode::Points, Some(98.0)), &["plans-problem-beyond-scale"]);
        check_keys(&relative(3.0, ChangeMode::Relative, Some(98.0)), &["plans-problem-beyond-scale"]);
        let level = |value| Aim {
            kind: TargetKind::AtLeast,
            change: None,
            baseline_year: None,
            value,
            ..relative(1.0, ChangeMode::Relative, None)
        };
        check_keys(&level(Some(90.0)), &[]);
        check_keys(&level(None), &["plans-problem-value"]);
        check_keys(&level(Some(101.0)), &["plans-problem-beyond-scale"]);
    }

    #[test]
    fn a_day_comes_after_the_baseline() {
        let aim = Aim { by: Some("2017-12-31".parse().unwrap()), ..relative(-25.0, ChangeMode::Relative, Some(4.0)) };
        check_keys(&aim, &["plans-problem-by-before-baseline"]);
    }
}
