//! The engine counts as the reference does, for every definition of the content, and finds what was planted.

use std::collections::HashMap;
use std::path::Path;

use varde_events::{
    Cell, Cube, DAY, Definition, Event, Key, Kind, Sex, Standardised, Weights, crude, direct, evaluate,
    seconds_at_month,
};
use varde_query::{
    Embedded, Engine as _, EngineError, Origin, Receive, Store, compute, question, read_definitions, take_from,
};
use varde_synthetic::{Dice, EventPlan, Planted};

const BUCKETS: u32 = 3;

pub(crate) fn definitions() -> Vec<Definition> {
    let text = include_str!("../../../../content/event-indicators.yaml");
    read_definitions(text).unwrap().into_iter().map(|one| one.definition).collect()
}

fn definition(code: &str) -> Definition {
    definitions().into_iter().find(|definition| definition.code == code).unwrap()
}

fn plan(seed: u64) -> EventPlan {
    let codes = |what: &str, n: usize| (0..n).map(|number| format!("syn.{what}{number}")).collect();
    EventPlan {
        seed,
        hospitals: codes("h", 8),
        homes: codes("home", 4),
        areas: codes("area", 10),
        first_month: 2022 * 12,
        n_months: 36,
        mean_stays: 5.0,
    }
}

fn events(seed: u64, persons: u64) -> Vec<Event> {
    let mut events = Vec::new();
    (0..persons).for_each(|number| plan(seed).person(number, &mut events));
    events
}

/// The same with gaps as real data have them.
fn with_gaps(mut events: Vec<Event>) -> Vec<Event> {
    let mut dice = Dice::new(5);
    for event in &mut events {
        if dice.happens(0.05) {
            event.age = None;
        }
        if dice.happens(0.05) {
            (event.end, event.end_month, event.lag_days) = (None, None, None);
        }
        if dice.happens(0.05) {
            event.residence = None;
        }
        if dice.happens(0.1) {
            event.acute = None;
        }
        if dice.happens(0.1) {
            event.outcome = None;
        }
        if dice.happens(0.1) {
            event.followed = None;
        }
        if dice.happens(0.1) {
            event.sex = Sex::Unknown;
        }
    }
    events
}

fn hand_over(root: &Path, source: &str, events: &[&Event]) {
    let origin = Origin { source, sha256: "made", secret: "none", zone: "UTC", now: "2026-01-01T00:00:00Z" };
    take_from(root, BUCKETS, (&origin, &mut |_| {}), |into: &mut dyn Receive| {
        plan(0).places().codes().iter().for_each(|code| {
            into.place(code);
        });
        (1..).zip(events).try_for_each(|(line, event)| into.event((0, line), (*event).clone()))
    })
    .unwrap();
}

/// Stays from one source and the rest from another, so that a person's rows lie in several files.
fn stored(root: &Path, events: &[Event]) -> Store {
    let (stays, rest): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|event| event.kind == Kind::Stay);
    hand_over(root, "npr", &rest);
    hand_over(root, "beds", &stays);
    Store::open(root).unwrap()
}

fn engine(store: &Store) -> Embedded {
    Embedded::new(store.root(), 64 << 20, 2).unwrap()
}

#[test]
fn every_definition_counts_as_the_reference_does() {
    let folder = tempfile::tempdir().unwrap();
    let events = with_gaps(events(3, 1_200));
    let store = stored(folder.path(), &events);
    let engine = engine(&store);
    let mut all = definitions();
    // What the content does not use yet: residence, months, planned only, uneven bands, rows with a value by month.
    for code in ["survival-30d-all", "hospital-uti", "discharge-summary-7d", "medication-review-12m"] {
        let mut other = definition(code);
        other.context = varde_events::Context::Residence;
        other.must_live = true;
        other.strata = varde_events::Strata { bands: vec![0, 50, 67], sex: true };
        other.scope.age_to = Some(90);
        all.push(other);
    }
    let mut alone = definition("survival-30d-all");
    (alone.link, alone.attribution, alone.must_last) = (None, varde_events::Attribution::Whole, true);
    alone.scope.acute = Some(false);
    all.push(alone);
    let mut counted = 0;
    for definition in &all {
        for cut_off in [seconds_at_month(2024 * 12 + 3), seconds_at_month(2027 * 12)] {
            let expected = evaluate(definition, events.iter().cloned(), cut_off).unwrap();
            let found = compute(&engine, &store, definition, cut_off).unwrap();
            assert_eq!(found, expected, "{} at {cut_off}", definition.code);
            counted += found.cells.values().map(|cell| cell.d).sum::<i64>();
        }
    }
    assert!(10_000 < counted, "{counted}");
}

#[test]
fn of_a_hundred_discharges_eighty_eight_had_their_summary_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let definition = definition("discharge-summary-7d");
    let stay = |event: &Event| event.kind == Kind::Stay && event.unit == 0 && event.end.is_some();
    let mut stays: Vec<Event> = events(6, 2_000).into_iter().filter(stay).take(100).collect();
    assert_eq!(stays.len(), 100);
    for (at, stay) in stays.iter_mut().enumerate() {
        // Of the late ones, some were sent on the eighth day and some never.
        stay.lag_days = if at < 88 { Some(7) } else { (at % 2 == 0).then_some(8) };
    }
    let store = stored(folder.path(), &stays);
    let cube = compute(&engine(&store), &store, &definition, seconds_at_month(2028 * 12)).unwrap();
    let whole = cube.roll_up(|_| Some(0)).cells.into_values().fold(Cell::default(), |mut sum, cell| {
        sum.add(&cell);
        sum
    });
    assert_eq!((whole.n, whole.d, whole.value, whole.n_value), (88, 100, 88 * 7 + 6 * 8, 94));
}

#[test]
fn rows_are_read_as_they_lie_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let store = stored(folder.path(), &events(4, 200));
    let engine = engine(&store);
    let files: Vec<&str> = store.files().iter().map(|file| file.path.as_str()).collect();
    let answers = engine.ask_in_order(&files, &question::following(&definition("readmission-30d"))).unwrap();
    assert_eq!(answers.len(), files.len());
    for sql in [
        "SELECT person, event FROM events ORDER BY event",
        "SELECT person, began FROM events ORDER BY person, event",
        "SELECT event FROM events",
    ] {
        let refused = engine.ask_in_order(&files, sql).err();
        assert!(matches!(refused, Some(EngineError::Sorts(_))), "{sql}: {refused:?}");
    }
    assert!(matches!(engine.ask(&files, "SELECT nothing FROM events").err(), Some(EngineError::Failed(_))));
}

#[test]
fn a_question_that_needs_more_memory_than_it_may_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = stored(folder.path(), &events(4, 1_000));
    let tight = Embedded::new(store.root(), 1_000, 1).unwrap();
    let files: Vec<&str> = store.files().iter().map(|file| file.path.as_str()).collect();
    let answer = tight.ask(&files, "SELECT event, count(*) AS n FROM events GROUP BY event").unwrap();
    assert!(answer.into_iter().any(|portion| portion.is_err()));
}

/// The whole time as one period, by place.
fn whole_time(cube: &Cube) -> Cube {
    let mut whole = Cube { cells: std::collections::BTreeMap::new(), ..cube.clone() };
    for (key, cell) in &cube.cells {
        whole.cell(Key { period: 0, ..*key }).add(cell);
    }
    whole
}

/// Standardised results by place, and the nation's.
fn results(definition: &Definition, cube: &Cube) -> (HashMap<u32, Standardised>, Standardised) {
    let weights = Weights::of(definition, cube);
    let told = |cube: &Cube| -> HashMap<u32, Standardised> {
        let by_unit = cube.by_unit();
        let of = |(unit, _): &(u32, i32), cells: &std::collections::BTreeMap<_, &Cell>| {
            let figure = match &weights {
                Some(weights) => direct(cells, weights),
                None => crude(&cube.total(*unit, 0)),
            };
            Some((*unit, figure?))
        };
        by_unit.iter().filter_map(|(place, cells)| of(place, cells)).collect()
    };
    let whole = whole_time(cube);
    let nation = told(&whole.roll_up(|_| Some(0)));
    (told(&whole), nation[&0])
}

#[test]
fn what_was_planted_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let store = stored(folder.path(), &events(12, 25_000));
    let engine = engine(&store);
    let late = seconds_at_month(2028 * 12) + DAY;
    let deadly = Planted::DEADLY.0;
    for (code, place, up) in [
        ("survival-30d-all", deadly, false),
        ("readmission-30d", Planted::READMITS.0, true),
        ("discharge-summary-7d", Planted::SLOW, false),
        ("ssi-caesarean-followed", Planted::LOSES, false),
        ("ssi-caesarean", Planted::INFECTS.0, true),
        ("medication-review-12m", 8 + Planted::UNREVIEWED, false),
    ] {
        let definition = definition(code);
        let cube = compute(&engine, &store, &definition, late).unwrap();
        let (found, nation) = results(&definition, &cube);
        for (unit, share) in &found {
            let signal = if up { nation.high < share.low } else { share.high < nation.low };
            assert_eq!(signal, usize::try_from(*unit).unwrap() == place, "{code}: {unit} {share:?} {nation:?}");
        }
    }
}
