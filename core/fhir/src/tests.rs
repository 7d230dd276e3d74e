use std::path::PathBuf;

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

/// The specification's own examples, when they lie beside the project; says so when they do not.
#[test]
fn examples_of_the_specification_round_trip() {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join("shared").join("samples").join("hl7-fhir-r4");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("the specification's examples are not beside the project; nothing is compared with them");
        return;
    };
    let mut n = 0;
    for file in files {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let before: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value(&parse(&bytes).unwrap()), before);
        n += 1;
    }
    assert!(3 <= n);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_texts_never_panic(text in "[{}\\[\\]\":,a-zA-Z0-9 ]{0,120}") {
        let _ = parse(text.as_bytes());
        let _ = parse(format!("{{\"resourceType\":\"MeasureReport\",{text}}}").as_bytes());
    }
}
