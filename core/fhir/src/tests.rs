use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

#[test]
fn a_report_says_what_it_counted() {
    let text = json!({
        "resourceType": "MeasureReport", "status": "complete", "type": "summary",
        "measure": "http://example.org/Measure/falls", "_status": {"id": "kept"},
        "period": {"start": "2026-10-01", "end": "2026-10-31"},
        "group": [{"population": [
            {"code": {"coding": [{"system": system::POPULATION, "code": "numerator"}]}, "count": 3},
            {"code": {"coding": [{"code": "denominator"}]}, "count": 40}],
            "measureScore": {"value": 7.5, "unit": "%"}}]
    });
    let Resource::MeasureReport(report) = of_value(text.clone()).unwrap() else { panic!("a report") };
    assert_eq!(report.group[0].count("numerator"), Some(3));
    assert_eq!(report.group[0].count("denominator"), Some(40));
    assert_eq!(report.group[0].count("denominator-exclusion"), None);
    assert_eq!(value(&Resource::MeasureReport(report)), text);
}

#[test]
fn what_is_no_resource_is_refused_with_a_reason() {
    assert_eq!(parse(b"{\n\"resourceType\":"), Err(Broken::NotJson(2)));
    assert_eq!(parse(b"{}"), Err(Broken::NoKind));
    assert!(matches!(parse(br#"{"resourceType":"Measure","group":7}"#), Err(Broken::Field(_))));
    assert!(matches!(parse(br#"{"resourceType":"Patient"}"#), Ok(Resource::Other(kind, _)) if kind == "Patient"));
    let deep = format!("{{\"resourceType\":\"Measure\",\"x\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(parse(deep.as_bytes()), Err(Broken::NotJson(_))));
}

#[test]
fn examples_of_the_specification_round_trip() {
    for text in [
        include_str!("../tests/golden/adverse-event.json"),
        include_str!("../tests/golden/measure.json"),
        include_str!("../tests/golden/measure-report.json"),
    ] {
        let before: Value = serde_json::from_str(text).unwrap();
        assert_eq!(value(&parse(text.as_bytes()).unwrap()), before);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_texts_never_panic(text in "[{}\\[\\]\":,a-zA-Z0-9 ]{0,120}") {
        let _ = parse(text.as_bytes());
        let _ = parse(format!("{{\"resourceType\":\"MeasureReport\",{text}}}").as_bytes());
    }
}
