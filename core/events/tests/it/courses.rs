//! Transfers, shares of time, and what follows.

use varde_events::{
    Anchor, Attribution, Cell, Context, CourseRow, Cube, DAY, Definition, Event, Fold, HOUR, Kind, Link, Outcome,
    Reason, WHOLE, course_row, evaluate,
};

use super::{T0, scope, stay, survival};

const LATE: i64 = T0 + 400 * DAY;

fn linked(attribution: Attribution) -> Definition {
    Definition { link: Some(Link { gap: 24 * HOUR }), attribution, ..survival() }
}

fn readmission() -> Definition {
    Definition {
        anchor: Anchor::End,
        link: Some(Link { gap: 8 * HOUR }),
        attribution: Attribution::Last,
        outcome: Outcome::FollowedBy {
            scope: varde_events::Scope { acute: Some(true), ..scope(Kind::Stay) },
            after: 8 * HOUR,
            within: 30 * DAY,
        },
        must_live: true,
        ..survival()
    }
}

/// Weights in the denominator by unit.
fn weights(cube: &Cube) -> Vec<(u32, i64)> {
    cube.cells.iter().map(|(key, cell)| (key.unit, cell.w)).collect()
}

#[track_caller]
fn check_weights(definition: &Definition, stays: &[Event], expected: &[(u32, i64)]) {
    let cube = evaluate(definition, stays.iter().cloned(), LATE).unwrap();
    assert_eq!(weights(&cube), expected);
}

#[test]
fn a_course_is_shared_by_time() {
    let by_time = linked(Attribution::TimeFraction);
    // One day, three hours on the road, three days.
    let moved = [stay(1, 1, 1, 0, DAY), stay(2, 1, 2, DAY + 3 * HOUR, 4 * DAY + 3 * HOUR)];
    check_weights(&by_time, &moved, &[(1, 25_000), (2, 75_000)]);
    check_weights(&linked(Attribution::First), &moved, &[(1, WHOLE)]);
    check_weights(&linked(Attribution::Last), &moved, &[(2, WHOLE)]);
    // There and back again: the first hospital's two stays are one share.
    let back = [stay(1, 1, 1, 0, DAY), stay(2, 1, 2, DAY, 2 * DAY), stay(3, 1, 1, 2 * DAY, 3 * DAY)];
    check_weights(&by_time, &back, &[(1, 66_667), (2, 33_333)]);
    // Three equal parts: what is left over goes to the first by number, so that they add up.
    let thirds = [stay(1, 1, 7, 0, DAY), stay(2, 1, 3, DAY, 2 * DAY), stay(3, 1, 5, 2 * DAY, 3 * DAY)];
    check_weights(&by_time, &thirds, &[(3, 33_334), (5, 33_333), (7, 33_333)]);
    // No time at all is shared equally.
    check_weights(&by_time, &[stay(1, 1, 1, 0, 0), stay(2, 1, 2, 0, 0)], &[(1, 50_000), (2, 50_000)]);
    // What comes after the thirty days could not change the outcome: 15 days and 15 days of sixty.
    let long = [stay(1, 1, 1, 0, 15 * DAY), stay(2, 1, 2, 15 * DAY, 60 * DAY)];
    check_weights(&by_time, &long, &[(1, 50_000), (2, 50_000)]);
}

#[test]
fn a_gap_makes_a_new_course_and_a_stay_within_a_stay_does_not() {
    let first = linked(Attribution::First);
    let after = |gap| [stay(1, 1, 1, 0, DAY), stay(2, 1, 2, DAY + gap, 3 * DAY)];
    check_weights(&first, &after(24 * HOUR - 1), &[(1, WHOLE)]);
    check_weights(&first, &after(24 * HOUR), &[(1, WHOLE), (2, WHOLE)]);
    // The day in another hospital lies within the long stay; the third goes on from the long one.
    let nested = [stay(1, 1, 1, 0, 10 * DAY), stay(2, 1, 2, 2 * DAY, 3 * DAY), stay(3, 1, 3, 10 * DAY, 12 * DAY)];
    check_weights(&first, &nested, &[(1, WHOLE)]);
    // Another person's stay does not belong to it.
    check_weights(&first, &[stay(1, 1, 1, 0, DAY), stay(2, 2, 2, DAY, 2 * DAY)], &[(1, WHOLE), (2, WHOLE)]);
}

#[test]
fn a_course_is_about_a_fracture_when_any_of_its_stays_is() {
    let mut definition = linked(Attribution::TimeFraction);
    definition.scope.codes = vec!["S720".to_owned()];
    let other = Event { code: "Z509".to_owned(), ..stay(2, 1, 2, DAY, 2 * DAY) };
    check_weights(&definition, &[stay(1, 1, 1, 0, DAY), other.clone()], &[(1, 50_000), (2, 50_000)]);
    check_weights(&definition, &[other], &[]);
}

#[track_caller]
fn check_readmission(gap: i64, change: impl FnOnce(&mut Event), expected: (i64, i64)) {
    let mut next = stay(2, 1, 2, DAY + gap, 200 * DAY);
    change(&mut next);
    let cube = evaluate(&readmission(), [stay(1, 1, 1, 0, DAY), next], LATE).unwrap();
    let Cell { n, d, .. } = cube.total(1, 2025);
    assert_eq!((n, d), expected, "gap {gap}");
}

#[test]
fn readmission_is_from_eight_hours_to_thirty_days() {
    let same = |_: &mut Event| {};
    check_readmission(8 * HOUR, same, (1, 1));
    check_readmission(30 * DAY, same, (1, 1));
    check_readmission(30 * DAY + 1, same, (0, 1));
    // A transfer: no discharge from the first unit at all.
    check_readmission(8 * HOUR - 1, same, (0, 0));
    check_readmission(5 * DAY, |next| next.acute = Some(false), (0, 1));
    check_readmission(5 * DAY, |next| next.acute = None, (0, 1));
    check_readmission(5 * DAY, |next| next.person = 2, (0, 1));
}

#[test]
fn a_planned_stay_between_hides_no_readmission() {
    let planned = Event { acute: Some(false), ..stay(2, 1, 2, 3 * DAY, 4 * DAY) };
    let cube =
        evaluate(&readmission(), [stay(1, 1, 1, 0, DAY), planned, stay(3, 1, 3, 20 * DAY, 21 * DAY)], LATE).unwrap();
    assert_eq!([1, 2, 3].map(|unit| cube.total(unit, 2025).n), [1, 1, 0]);
}

#[test]
fn the_discharging_unit_answers_and_the_dead_cannot_return() {
    let moved = [stay(1, 1, 1, 0, DAY), stay(2, 1, 2, DAY, 5 * DAY), stay(3, 1, 3, 10 * DAY, 11 * DAY)];
    let cube = evaluate(&readmission(), moved, LATE).unwrap();
    assert_eq!([1, 2, 3].map(|unit| (cube.total(unit, 2025).n, cube.total(unit, 2025).d)), [(0, 0), (1, 1), (0, 1)]);
    let died = Event { died: Some(T0 + DAY), ..stay(1, 1, 1, 0, DAY) };
    let cube = evaluate(&readmission(), [died], LATE).unwrap();
    assert_eq!(cube.total(1, 2025).excluded_for(Reason::DiedBefore), 1);
    let lasts = Event { end: None, ..stay(1, 1, 1, 0, DAY) };
    let cube = evaluate(&readmission(), [lasts], LATE).unwrap();
    assert_eq!(cube.total(1, 2025).excluded_for(Reason::EndMissing), 1);
}

#[test]
fn results_can_be_told_by_where_people_live() {
    let definition = Definition { context: Context::Residence, ..linked(Attribution::TimeFraction) };
    check_weights(&definition, &[stay(1, 1, 1, 0, DAY), stay(2, 1, 2, DAY, 2 * DAY)], &[(90, WHOLE)]);
}

#[test]
fn a_review_is_looked_for_within_the_year() {
    let definition = Definition {
        scope: varde_events::Scope { age_from: Some(67), ..scope(Kind::Residency) },
        outcome: Outcome::FollowedBy { scope: scope(Kind::Review), after: 0, within: 365 * DAY },
        must_last: true,
        maturity: 365 * DAY,
        ..survival()
    };
    let resident = |event, person, days| Event { kind: Kind::Residency, ..stay(event, person, 1, 0, days * DAY) };
    let review = |event, person, day| Event { kind: Kind::Review, ..stay(event, person, 1, day * DAY, day * DAY) };
    let rows = [
        resident(1, 1, 700),
        review(2, 1, 365),
        resident(3, 2, 700),
        review(4, 2, 366),
        resident(5, 3, 364),
        review(6, 3, 10),
        resident(7, 4, 700),
        review(8, 4, -1),
    ];
    let cube = evaluate(&definition, rows, T0 + 800 * DAY).unwrap();
    let total = cube.total(1, 2025);
    assert_eq!((total.n, total.d, total.excluded_for(Reason::LeftEarly)), (1, 3, 1));
}

#[test]
fn rows_out_of_order_are_refused() {
    let definition = readmission();
    let row = |person| -> CourseRow { course_row(&definition, &stay(1, person, 1, 0, DAY)).unwrap() };
    let mut fold = Fold::new(&definition, LATE);
    assert!(fold.push(row(5)).is_ok() && fold.push(row(5)).is_ok());
    assert!(fold.push(row(4)).is_err());
}
