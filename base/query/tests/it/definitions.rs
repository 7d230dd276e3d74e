//! The project's own definitions.

use varde_events::{Anchor, DAY, Definition, Kind, Outcome};
use varde_query::read_definitions;

const DEFINITIONS: &str = include_str!("../../../../content/event-indicators.yaml");

fn definition(code: &str) -> Definition {
    let all = read_definitions(DEFINITIONS).unwrap();
    all.into_iter().find(|found| found.definition.code == code).unwrap().definition
}

#[test]
fn the_first_set_can_be_read() {
    let all = read_definitions(DEFINITIONS).unwrap();
    assert_eq!(all.len(), 14);
    for found in &all {
        let Definition { code, companion, outcome, scope, .. } = &found.definition;
        assert!(![&found.name.nb, &found.name.nn, &found.name.en].contains(&&String::new()), "{code}");
        // An infection is never read without how many were followed up.
        let infection = *outcome == Outcome::Found && scope.kind == Kind::Operation;
        assert!(!infection || companion.is_some(), "{code}");
    }
    let hip = definition("survival-30d-hip-fracture");
    assert_eq!((hip.outcome, hip.scope.age_from, hip.maturity), (Outcome::Alive { days: 30 }, Some(65), 30 * DAY));
    let again = definition("readmission-30d");
    assert!(again.is_course() && again.anchor == Anchor::End);
}

#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert!(DEFINITIONS.contains(from), "{from}");
    let error = read_definitions(&DEFINITIONS.replacen(from, to, 1)).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn a_definition_that_cannot_be_right_is_named() {
    check("maturity_days: 30", "maturity_days: 29", "survival-30d-all: maturity must be at least");
    check("anchor: start", "anchor: middle", "survival-30d-all: anchor");
    check("{alive_days: 30}", "{alive_days: 30, found: true}", "survival-30d-all: outcome");
    check("{alive_days: 30}", "{lives_days: 30}", "lives_days");
    check("standard: pooled", "standard: who-2000", "survival-30d-all: standard");
    check("code: survival-30d-stroke", "code: survival-30d-all", "stands twice");
    check("companion: ssi-hip-followed", "companion: nothing", "ssi-hip: the code stands twice, or its companion");
    check("codes: [S720,", "codes: [\"S72.0\",", "codes are capital letters");
}

#[test]
fn every_definition_fills_an_indicator_that_is_there() {
    let indicators = include_str!("../../../../content/indicators.yaml");
    for found in read_definitions(DEFINITIONS).unwrap() {
        let code = format!("  - code: {}\n", found.definition.indicator);
        assert!(indicators.contains(&code), "{}", found.definition.code);
    }
}
