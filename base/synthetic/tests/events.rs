//! The planted effects are found by the reference evaluator, and what was not planted is not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

use std::collections::BTreeMap;

use varde_events::{
    Anchor, Attribution, Context, Cube, DAY, Definition, Event, HOUR, Kind, Link, Outcome, PeriodType, Scope, Standard,
    Standardised, Strata, Weights, crude, direct, evaluate, seconds_at_month,
};
use varde_synthetic::{EventPlan, Planted};

fn plan(seed: u64) -> EventPlan {
    let codes = |what: &str, n: usize| (0..n).map(|number| format!("syn.{what}{number}")).collect();
    EventPlan {
        seed,
        hospitals: codes("h", 8),
        homes: codes("home", 4),
        areas: codes("area", 10),
        first_month: 2020 * 12,
        n_months: 60,
        mean_stays: 5.0,
    }
}

fn rows(seed: u64, persons: u64) -> Vec<Event> {
    let plan = plan(seed);
    let mut events = Vec::new();
    for number in 0..persons {
        plan.person(number, &mut events);
    }
    events
}

fn definition(kind: Kind, outcome: Outcome) -> Definition {
    let strata = Strata { bands: vec![0, 50, 65, 75, 85], sex: true };
    Definition {
        code: "d".to_owned(),
        version: 1,
        indicator: "i".to_owned(),
        scope: Scope { kind, codes: Vec::new(), acute: None, age_from: None, age_to: None },
        anchor: Anchor::Start,
        link: None,
        maturity: 365 * DAY,
        outcome,
        must_last: false,
        must_live: false,
        attribution: Attribution::Whole,
        context: Context::Treating,
        period: PeriodType::Year,
        strata,
        standard: Standard::Pooled,
        min_denominator: 20,
        level: None,
        companion: None,
    }
}

fn count(definition: &Definition, rows: &[Event]) -> Cube {
    evaluate(definition, rows.iter().cloned(), seconds_at_month(2026 * 12)).unwrap()
}

/// The whole time as one period, by place: standardised and crude.
fn results(definition: &Definition, cube: &Cube) -> BTreeMap<u32, (Standardised, Standardised)> {
    let weights = Weights::of(definition, cube).unwrap();
    let mut whole = Cube { cells: BTreeMap::new(), ..cube.clone() };
    for (key, cell) in &cube.cells {
        whole.cell(varde_events::Key { period: 0, ..*key }).add(cell);
    }
    whole
        .by_unit()
        .iter()
        .filter_map(|((unit, _), cells)| Some((*unit, (direct(cells, &weights)?, crude(&whole.total(*unit, 0))?))))
        .collect()
}

fn unit(place: usize) -> u32 {
    u32::try_from(place).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_events_in_any_order() {
    let plan = plan(7);
    let (mut once, mut alone) = (Vec::new(), Vec::new());
    (0..50).for_each(|number| plan.person(number, &mut once));
    plan.person(31, &mut alone);
    assert!(!alone.is_empty() && once.windows(alone.len()).any(|part| part == alone));
    assert_ne!(rows(7, 50), rows(8, 50));
    assert!(once.iter().all(|event| event.end.is_none_or(|end| event.start <= end)));
    let ids: std::collections::HashSet<i64> = rows(7, 2_000).iter().map(|event| event.event).collect();
    assert_eq!(ids.len(), rows(7, 2_000).len(), "ids are unique");
}

#[test]
fn the_deadly_hospital_is_found_and_the_one_for_the_old_is_cleared() {
    let rows = rows(11, 30_000);
    let definition = definition(Kind::Stay, Outcome::Alive { days: 30 });
    let cube = count(&definition, &rows);
    let found = results(&definition, &cube);
    let nation = results(&definition, &cube.roll_up(|_| Some(0)))[&0].0;
    let (deadly, old) = (found[&unit(Planted::DEADLY.0)], found[&unit(Planted::OLD)]);
    assert!(deadly.0.high < nation.low, "{deadly:?} {nation:?}");
    // Crude numbers blame the hospital that takes the old; standardised ones do not.
    assert!(old.1.high < nation.low, "{old:?} {nation:?}");
    for quiet in [0, 4, 5, 6, 7] {
        let (standardised, _) = found[&quiet];
        assert!(nation.low < standardised.high && standardised.value > nation.value - 0.01, "{quiet} {standardised:?}");
    }
}

/// Only the planted place differs from the nation, and to the side that was planted.
#[track_caller]
fn check(definition: &Definition, rows: &[Event], place: usize, up: bool) {
    let cube = count(definition, rows);
    let found = results(definition, &cube);
    let nation = results(definition, &cube.roll_up(|_| Some(0)))[&0].0;
    for (unit, (standardised, _)) in &found {
        let planted = *unit == u32::try_from(place).unwrap();
        let signal = if up { nation.high < standardised.low } else { standardised.high < nation.low };
        assert_eq!(signal, planted, "{unit} {standardised:?} {nation:?}");
    }
}

#[test]
fn readmissions_infections_and_lost_follow_up_are_found() {
    let rows = rows(12, 30_000);
    let again = Outcome::FollowedBy {
        scope: Scope { kind: Kind::Stay, codes: Vec::new(), acute: Some(true), age_from: None, age_to: None },
        after: 8 * HOUR,
        within: 30 * DAY,
    };
    let readmission = Definition {
        anchor: Anchor::End,
        link: Some(Link { gap: 8 * HOUR }),
        attribution: Attribution::Last,
        must_live: true,
        ..definition(Kind::Stay, again)
    };
    check(&readmission, &rows, Planted::READMITS.0, true);
    let mut infection = definition(Kind::Operation, Outcome::Found);
    infection.scope.codes = vec!["MCA".to_owned()];
    infection.strata = Strata { bands: vec![0, 30], sex: false };
    check(&infection, &rows, Planted::INFECTS.0, true);
    check(&Definition { outcome: Outcome::FollowedUp, ..infection }, &rows, Planted::LOSES, false);
    let summary = Definition { anchor: Anchor::End, ..definition(Kind::Stay, Outcome::DoneWithin { days: 7 }) };
    check(&summary, &rows, Planted::SLOW, false);
    let mut review = definition(
        Kind::Residency,
        Outcome::FollowedBy {
            scope: Scope { kind: Kind::Review, codes: Vec::new(), acute: None, age_from: None, age_to: None },
            after: 0,
            within: 365 * DAY,
        },
    );
    review.must_last = true;
    check(&review, &rows, 8 + Planted::UNREVIEWED, false);
}

#[test]
fn the_mended_hospital_is_mended_from_the_middle_on() {
    let rows = rows(13, 60_000);
    let mut hip = definition(Kind::Stay, Outcome::Alive { days: 30 });
    hip.scope.codes = vec!["S72".to_owned()];
    hip.strata = Strata { bands: vec![0, 75, 85], sex: true };
    let cube = count(&hip, &rows);
    let mean = |years: std::ops::Range<i32>| {
        let mut sum = varde_events::Cell::default();
        years.for_each(|year| sum.add(&cube.total(unit(Planted::HIP_MENDED), year)));
        crude(&sum).unwrap()
    };
    let (before, after) = (mean(2020..2022), mean(2023..2025));
    assert!(before.high < after.value && before.value < after.low, "{before:?} {after:?}");
}
