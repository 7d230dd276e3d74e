//! Bulk FHIR, written from the description of the resources in FHIR R4.

use std::path::PathBuf;

use varde_events::{Event, Kind, Sex};
use varde_query::Collected;
use varde_query::read::fhir;

use super::{keys, zone};

pub const PATIENTS: &str = r#"{"resourceType":"Patient","id":"p1","birthDate":"1950-02-01","gender":"female","deceasedDateTime":"2025-02-20","address":[{"extension":[{"url":"http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode","valueCoding":{"system":"urn:oid:2.16.578.1.12.4.1.1.3402","code":"3301"}}]}]}
{"resourceType":"Patient","id":"0A7F6B1E-0000-4000-8000-000000000001","gender":"male","deceasedBoolean":false}
"#;
pub const OTHERS: &str = r#"{"resourceType":"Organization","id":"o1","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.102","value":"700"},{"system":"urn:oid:2.16.578.1.12.4.1.4.101","value":"999000111"}]}
{"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://snomed.info/sct","code":"5913000"},{"system":"urn:oid:2.16.578.1.12.4.1.1.7110","code":"S72.0"}]},"subject":{"reference":"Patient/p1"}}
{"resourceType":"Condition","id":"c2","code":{"coding":[{"code":"I10"}]},"subject":{"reference":"Patient/p1"}}

{"resourceType":"Observation","id":"f1","status":"final","code":{"coding":[{"system":"urn:varde:event","code":"done"}]},"encounter":{"reference":"Encounter/e1"},"valueDateTime":"2025-02-03T09:00:00+01:00"}
{"resourceType":"Observation","id":"f2","status":"final","code":{"coding":[{"system":"urn:varde:event","code":"outcome"}]},"partOf":[{"reference":"Procedure/r1"}],"valueBoolean":true}
{"resourceType":"Observation","id":"f3","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"valueQuantity":{"value":70}}
"#;
pub const ENCOUNTERS: &str = r#"{"resourceType":"Encounter","id":"e1","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},"priority":{"coding":[{"code":"EM"}]},"subject":{"reference":"Patient/p1"},"period":{"start":"2025-01-31T22:00:00+01:00","end":"2025-02-02T10:00:00+01:00"},"serviceProvider":{"reference":"Organization/o1"},"diagnosis":[{"condition":{"reference":"Condition/c2"},"rank":2},{"condition":{"reference":"https://example.org/fhir/Condition/c1"},"rank":1}]}
{"resourceType":"Encounter","id":"e2","status":"finished","class":{"code":"AMB"},"subject":{"reference":"urn:uuid:0a7f6b1e-0000-4000-8000-000000000001"},"period":{"start":"2025-03-01"},"serviceProvider":{"identifier":{"value":"gp7"}}}
{"resourceType":"Encounter","id":"e3","status":"cancelled","class":{"code":"IMP"},"subject":{"reference":"Patient/p1"},"serviceProvider":{"reference":"Organization/o1"}}
"#;
pub const PROCEDURES: &str = r#"{"resourceType":"Procedure","id":"r1","status":"completed","code":{"coding":[{"system":"urn:oid:2.16.578.1.12.4.1.1.7210","code":"NFB 20"}]},"subject":{"reference":"Patient/p1"},"encounter":{"reference":"Encounter/e1"},"performedPeriod":{"start":"2025-02-01T08:00:00+01:00","end":"2025-02-01T10:00:00+01:00"}}
{"resourceType":"Procedure","id":"r2","status":"completed","code":{"coding":[{"system":"http://snomed.info/sct","code":"182836005"}]},"subject":{"reference":"urn:uuid:0a7f6b1e-0000-4000-8000-000000000001"},"encounter":{"reference":"urn:uuid:e2"},"performedDateTime":"2025-03-01"}
"#;

fn take(texts: &[&str]) -> Collected {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = (0..texts.len()).map(|n| folder.path().join(format!("{n}.ndjson"))).collect();
    for (file, text) in files.iter().zip(texts) {
        std::fs::write(file, text).unwrap();
    }
    let mut into = Collected::default();
    fhir::read(&files, ("ehr", &keys(), &zone()), &mut into).unwrap();
    into
}

fn events(texts: &[&str]) -> (Vec<Event>, Vec<String>) {
    let mut taken = take(texts);
    assert!(taken.problems.is_empty(), "{:?}", taken.problems);
    assert_eq!((taken.n_void, taken.deaths.len()), (1, 1));
    taken.events.sort_by_key(|event| (event.kind, event.start));
    // Places are numbered as they are met; their codes are what must be the same.
    let places = taken.events.iter().map(|event| taken.places.code(event.unit).unwrap().to_owned()).collect();
    (taken.events, places)
}

#[test]
fn from_description_resources_become_events() {
    let (events, units) = events(&[PATIENTS, OTHERS, ENCOUNTERS, PROCEDURES]);
    assert_eq!(
        events.iter().map(|event| event.kind).collect::<Vec<_>>(),
        [Kind::Stay, Kind::Operation, Kind::Review, Kind::Contact]
    );
    assert_eq!(units, ["999000111", "999000111", "gp7", "gp7"]);
    let (stay, operation, contact) = (&events[0], &events[1], &events[3]);
    assert_eq!((stay.code.as_str(), stay.acute, stay.age, stay.sex), ("S720", Some(true), Some(74), Sex::Female));
    assert_eq!((stay.lag_days, stay.month), (Some(1), 2025 * 12));
    assert_eq!((operation.code.as_str(), operation.outcome, operation.acute), ("NFB20", Some(true), Some(true)));
    assert!(stay.died.is_some() && stay.died == operation.died);
    assert_eq!((contact.age, contact.sex, contact.acute, contact.died), (None, Sex::Male, None, None));
    assert_eq!(stay.person, keys().person("p1"));
}

#[test]
fn from_description_files_may_come_in_any_order() {
    let expected = events(&[PATIENTS, OTHERS, ENCOUNTERS, PROCEDURES]);
    let (turned, units) = events(&[PROCEDURES, ENCOUNTERS, OTHERS, PATIENTS]);
    let ids = |events: &[Event]| events.iter().map(|event| (event.event, event.start, event.died)).collect::<Vec<_>>();
    assert_eq!((ids(&turned), units), (ids(&expected.0), expected.1));
}

#[test]
fn from_description_every_bad_resource_is_told() {
    let bad = r#"{"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/nobody"},"period":{"start":"2025-01-31"},"serviceProvider":{"reference":"Organization/o1"}}
{"resourceType":"Encounter","id":"e2","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/p1"},"period":{"start":"2025-01-31","end":"2025-01-30"},"serviceProvider":{"reference":"Organization/o1"}}
{"resourceType":"Encounter","id":"e3","status":"asleep","class":{"code":"IMP"}}
{"resourceType":"Encounter","status":"finished"}
{"resourceType":"Claim","id":"x"}
{"resourceType":"Patient","id":"p1","birthDate":"1950"}
{"resourceType":"Procedure","id":"r1","status":"completed","code":{"coding":[{"code":"NFB20"}]},"encounter":{"reference":"Encounter/e9"}}
{"resourceType":"Patient","id":"p
"#;
    let mut taken = take(&[bad]);
    taken.problems.sort();
    let told: Vec<String> = taken.problems.told().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1: subject points to something that is not in the delivery",
            "line 2: subject points to something that is not in the delivery",
            "line 3: status is none of the names that may stand there",
            "line 4: id must be filled",
            "line 5: resourceType is a type of resource that is not read",
            "line 6: birthDate is no date or instant such as 2025-01-31 or 2025-01-31T14:05",
            "line 7: encounter points to something that is not in the delivery",
            "line 8: the line is no JSON object",
        ]
    );
    assert!(taken.events.is_empty());
}
