use varde_kernel::{GoalId, TargetId, Words};

use super::*;
use crate::model::goal::{BaselineStatus, Decided, TargetStanding};

fn aim(kind: TargetKind) -> Aim {
    Aim {
        kind,
        change: None,
        mode: ChangeMode::Unspecified,
        value: None,
        measured: Measured::Percent,
        baseline_year: None,
        baseline_value: None,
        baseline_status: BaselineStatus::Missing,
        by: Some("2023-12-31".parse().unwrap()),
        every_round: false,
        unit_limit: None,
    }
}

fn harm() -> Aim {
    Aim {
        change: Some(-25.0),
        mode: ChangeMode::Relative,
        value: Some(10.3),
        baseline_year: Some(2017),
        baseline_value: Some(13.7),
        baseline_status: BaselineStatus::Given,
        ..aim(TargetKind::Relative)
    }
}

fn change(by: f64, mode: ChangeMode, from: Option<f64>) -> Aim {
    Aim { change: Some(by), mode, baseline_year: Some(2017), baseline_value: from, ..aim(TargetKind::Relative) }
}

fn level(kind: TargetKind, value: f64) -> Aim {
    Aim { value: Some(value), ..aim(kind) }
}

fn version(aim: Aim) -> Target {
    Target {
        id: TargetId::from_code("t"),
        goal: GoalId::from_code("g"),
        version_no: 1,
        aim,
        note: Words::default(),
        source: crate::model::plan::Source::default(),
        reading: None,
        standing: TargetStanding::Holds,
        valid_from: None,
        reason: String::new(),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
        recorded_by: None,
    }
}

fn values(pairs: &[(&str, f64)]) -> Vec<Observed> {
    pairs
        .iter()
        .map(|(period, value)| Observed {
            period: period.parse().unwrap(),
            value: *value,
            interval: None,
            approximate: false,
        })
        .collect()
}

fn judged(target: &Target, pairs: &[(&str, f64)], as_of: &str) -> Judgement {
    judge(&Facts {
        target: Some(target),
        direction: None,
        measured: Some(Measured::Percent),
        values: &values(pairs),
        as_of: as_of.parse().unwrap(),
    })
}

#[track_caller]
fn check(aim: Aim, pairs: &[(&str, f64)], as_of: &str, expected: State) {
    assert_eq!(judged(&version(aim), pairs, as_of).state, expected);
}

const PRINTED: &[(&str, f64)] = &[("2012", 13.7), ("2013", 13.0), ("2017", 13.7), ("2020", 13.1), ("2021", 12.8)];

#[test]
fn harm_in_hospital_stays_through_the_years() {
    for (as_of, expected) in [
        ("2018-06-30", State::AwaitsValue),
        ("2020-12-30", State::AwaitsValue),
        ("2020-12-31", State::OffPath),
        ("2022-06-30", State::OffPath),
        ("2023-12-31", State::OffPath),
        ("2024-01-01", State::NoFinalValue),
        ("2026-11-22", State::NoFinalValue),
    ] {
        let found = judged(&version(harm()), PRINTED, as_of);
        assert_eq!(found.state, expected, "{as_of}");
    }
}

#[test]
fn the_path_of_the_plan_is_eleven_point_four_in_2021() {
    let found = judged(&version(harm()), &[("2017", 13.7), ("2021", 12.4)], "2022-03-01");
    let path = found.wanted[0].path.unwrap();
    assert_eq!(format!("{path:.1}"), "11.4");
    assert_eq!(found.state, State::OffPath);
    assert_eq!(format!("{:.1}", found.left().unwrap()), "2.1");
    assert_eq!(found.wanted[0].exact, Some(10.275));
}

#[test]
fn a_value_from_before_the_last_year_settles_nothing() {
    let found = judged(&version(harm()), PRINTED, "2026-11-22");
    assert!(found.over);
    assert_eq!(found.last.unwrap().period, Period::Year(2021));
    assert_eq!(found.since, Some(Period::Year(2020)));
    assert_eq!(format!("{:.1}", found.left().unwrap()), "2.5");
    // Nor does one that was already there.
    check(harm(), &[("2021", 10.0)], "2024-06-01", State::NoFinalValue);
}

#[test]
fn the_last_year_settles_it_and_later_values_do_not() {
    check(harm(), &[("2023", 10.3)], "2024-06-01", State::Met);
    check(harm(), &[("2023", 10.31)], "2024-06-01", State::NotMet);
    check(harm(), &[("2023-T3", 10.0)], "2024-06-01", State::Met);
    let found = judged(&version(harm()), &[("2023", 12.0), ("2025", 10.1)], "2026-06-01");
    assert_eq!(found.state, State::NotMet);
    assert_eq!(found.reached_later.unwrap().period, Period::Year(2025));
}

#[test]
fn before_the_last_day_the_path_decides() {
    check(harm(), &[("2020", 12.0)], "2021-01-15", State::OnPath);
    check(harm(), &[("2020", 12.4)], "2021-01-15", State::OffPath);
    check(harm(), &[("2020", 10.2)], "2021-01-15", State::Met);
    // The baseline itself is no progress.
    check(harm(), &[("2017", 13.7)], "2021-01-15", State::AwaitsValue);
}

#[test]
fn a_change_from_an_unknown_baseline_cannot_be_judged() {
    let missing = State::CannotBeJudged(Reason::BaselineMissing);
    check(change(-25.0, ChangeMode::Relative, None), &[("2021", 3.0)], "2022-01-01", missing);
    check(change(2.0, ChangeMode::Unspecified, None), &[], "2022-01-01", missing);
    // As soon as the series has the baseline year, it can.
    let found =
        judged(&version(change(-25.0, ChangeMode::Relative, None)), &[("2017", 4.0), ("2021", 3.0)], "2022-01-01");
    assert!(found.baseline.unwrap().from_series);
    assert_eq!((found.state, found.wanted[0].value), (State::Met, 3.0));
}

#[test]
fn three_per_cent_up_from_95_is_97_85() {
    let target = version(change(3.0, ChangeMode::Relative, Some(95.0)));
    let found = judged(&target, &[("2023", 97.85)], "2024-02-01");
    assert_eq!((found.wanted[0].value, found.state), (97.85, State::Met));
    assert_eq!(judged(&target, &[("2023", 97.84)], "2024-02-01").state, State::NotMet);
}

#[test]
fn a_quarter_less_is_three_quarters_of_any_baseline() {
    // Judged without rounding beyond what doubles need; what is told is rounded to hundredths.
    for (from, wanted) in [(4.0, 3.0), (3.47, 2.6025), (1.0, 0.75), (0.1, 0.075)] {
        let target = version(change(-25.0, ChangeMode::Relative, Some(from)));
        let found = judged(&target, &[("2023", wanted)], "2024-02-01");
        assert_eq!((found.wanted[0].value, found.state), (wanted, State::Met), "{from}");
        assert_eq!(judged(&target, &[("2023", wanted + 0.001)], "2024-02-01").state, State::NotMet, "{from}");
    }
}

#[test]
fn two_readings_are_both_worked_out_until_one_is_decided() {
    let target = version(change(2.0, ChangeMode::Unspecified, Some(95.0)));
    let found = judged(&target, &[("2023", 96.95)], "2024-02-01");
    let numbers: Vec<String> = found.wanted.iter().map(|want| format!("{:.1}", want.value)).collect();
    assert_eq!(numbers, ["96.9", "97.0"]);
    assert_eq!(found.state, State::CannotBeJudged(Reason::ReadingsDisagree));
    assert!(found.undecided && found.left().is_none());
    // Where they agree, there is a state.
    assert_eq!(judged(&target, &[("2023", 97.5)], "2024-02-01").state, State::Met);
    assert_eq!(judged(&target, &[("2023", 95.0)], "2024-02-01").state, State::NotMet);
    let decided = Target {
        reading: Some(Decided {
            mode: ChangeMode::Relative,
            at: jiff::Timestamp::UNIX_EPOCH,
            by: None,
            reason: "as the annex says".into(),
        }),
        ..target
    };
    let found = judged(&decided, &[("2023", 96.95)], "2024-02-01");
    assert_eq!((found.state, found.wanted.len(), found.undecided), (State::Met, 1, false));
}

#[test]
fn levels_await_a_value_and_then_speak() {
    for (kind, good, bad) in
        [(TargetKind::AtLeast, 90.0, 89.9), (TargetKind::AtMost, 90.0, 90.1), (TargetKind::ShareOfUnits, 91.0, 67.5)]
    {
        check(level(kind, 90.0), &[], "2026-11-22", State::AwaitsValue);
        check(level(kind, 90.0), &[("2023", good)], "2026-11-22", State::Met);
        check(level(kind, 90.0), &[("2023", bad)], "2026-11-22", State::NotMet);
        // Short of the number, with time left and no path to draw.
        check(level(kind, 90.0), &[("2022", bad)], "2023-03-01", State::OffPath);
        check(level(kind, 90.0), &[("2022", bad)], "2024-03-01", State::NoFinalValue);
    }
    check(level(TargetKind::Absolute, 90.0), &[], "2022-01-01", State::CannotBeJudged(Reason::DirectionUnknown));
}

#[test]
fn a_floor_for_every_round_judges_each_round() {
    let floor = Aim { by: None, every_round: true, ..level(TargetKind::AtLeast, 70.0) };
    check(floor.clone(), &[], "2026-11-22", State::AwaitsValue);
    check(floor.clone(), &[("2022", 65.0), ("2024", 71.0)], "2026-11-22", State::Met);
    check(floor, &[("2022", 75.0), ("2024", 69.9)], "2026-11-22", State::NotMet);
}

#[test]
fn what_is_not_there_is_said_and_never_shown_as_a_result() {
    let target = version(level(TargetKind::AtLeast, 90.0));
    let facts = Facts {
        target: Some(&target),
        direction: None,
        measured: None,
        values: &values(&[("2023", 99.0)]),
        as_of: "2024-06-01".parse().unwrap(),
    };
    assert_eq!(judge(&facts).state, State::CannotBeJudged(Reason::NoIndicator));
    let counts = Facts { measured: Some(Measured::Count), ..facts };
    assert_eq!(judge(&counts).state, State::CannotBeJudged(Reason::OtherUnit));
    assert_eq!(judge(&Facts { target: None, ..facts }).state, State::NoTarget);
    let none = version(aim(TargetKind::AtLeast));
    assert_eq!(judge(&Facts { target: Some(&none), ..facts }).state, State::CannotBeJudged(Reason::NumberMissing));
    // Numbers that are none are no values.
    assert_eq!(judged(&target, &[("2023", f64::NAN)], "2024-06-01").state, State::AwaitsValue);
}

#[test]
fn the_year_2020_is_judged_by_the_target_that_held_then() {
    let old = version(level(TargetKind::AtLeast, 80.0));
    let new = Target {
        version_no: 2,
        valid_from: Some("2021-03-01".parse().unwrap()),
        aim: level(TargetKind::AtLeast, 95.0),
        ..old.clone()
    };
    let versions = [old, new];
    let on = |day: &str| target_on(&versions, day.parse().unwrap()).unwrap().aim.value;
    assert_eq!((on("2020-12-31"), on("2021-03-01")), (Some(80.0), Some(95.0)));
}

#[test]
fn shares_count_units_and_those_left_out() {
    let mut units: Vec<Option<f64>> = vec![Some(80.0); 27];
    units.extend(vec![Some(40.0); 13]);
    let share = share_of_units(&units, Direction::Up, 75.0);
    assert_eq!((share.percent(), share.left_out), (Some(67.5), 0));
    units.extend([None, None]);
    let share = share_of_units(&units[4..], Direction::Up, 75.0);
    assert_eq!((share.of, share.left_out), (36, 2));
    assert_eq!(share_of_units(&[None], Direction::Up, 75.0).percent(), None);
}

#[test]
fn states_add_up() {
    let missing = State::CannotBeJudged(Reason::BaselineMissing);
    let tally = tally([State::NoTarget, State::NoFinalValue, missing, missing, State::AwaitsValue, State::Met]);
    assert_eq!((tally.targets, tally.judged, tally.cannot, tally.awaits), (5, 2, 2, 1));
}
