//! What is refused, and where it says so.

use serde_json::{Value, json};
use varde_fhir::{
    AdverseEvent, Bundle, Checked, Communication, EventSubject, Identifier, OperationOutcome, Problem, Reference, Task,
    read, read_value, write,
};

use super::incident;

/// Sets one place of a right event, or takes it out, and asks which places are wrong.
#[track_caller]
fn check(place: &str, value: Option<Value>, wrong: &[&str]) {
    let mut event = json!({
        "resourceType": "AdverseEvent", "actuality": "actual", "subject": {"reference": "Patient/1"},
        "suspectEntity": [{"instance": {"reference": "Device/1"}}], "event": {"text": "fall"},
    });
    set(&mut event, place, value);
    check_kind::<AdverseEvent>(event, wrong);
}

#[track_caller]
fn check_kind<T: Checked>(resource: Value, wrong: &[&str]) {
    let found = read_value::<T>(resource).err().unwrap_or_default();
    let told: Vec<String> = found.iter().map(Problem::to_string).collect();
    assert_eq!(told, wrong);
}

fn set(resource: &mut Value, place: &str, value: Option<Value>) {
    let (outer, name) = place.rsplit_once('/').unwrap();
    let object = resource.pointer_mut(outer).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => object.insert(name.to_owned(), value),
        None => object.remove(name),
    };
}

#[test]
fn what_is_no_adverse_event_is_refused_with_its_place() {
    check("/id", Some(json!("e1")), &[]);
    check("/resourceType", Some(json!("Patient")), &["AdverseEvent: not a resource of the kind AdverseEvent"]);
    check("/resourceType", None, &["AdverseEvent: not a resource of the kind AdverseEvent"]);
    check("/subject", None, &["AdverseEvent.subject: is missing"]);
    check("/subject", Some(json!("me")), &["AdverseEvent.subject: is not an object"]);
    check("/subject", Some(json!({})), &["AdverseEvent.subject: is empty: leave it out"]);
    check("/actuality", None, &["AdverseEvent.actuality: is missing"]);
    for unknown in [json!("maybe"), json!("Actual"), json!(1)] {
        check("/actuality", Some(unknown), &["AdverseEvent.actuality: is not one of actual, potential"]);
    }
    check("/category", Some(json!({"text": "fall"})), &["AdverseEvent.category: is not a list"]);
    check(
        "/suspectEntity/0/instance",
        None,
        &[
            "AdverseEvent.suspectEntity[0]: is empty: leave it out",
            "AdverseEvent.suspectEntity[0].instance: is missing",
        ],
    );
    check(
        "/suspectEntity/0/causality",
        Some(json!([{"author": 3}])),
        &["AdverseEvent.suspectEntity[0].causality[0].author: is not an object"],
    );
}

#[test]
fn dates_must_be_dates() {
    let message = "is not a date, or a time with its zone";
    for wrong in ["05.11.2026", "2026-02-30", "2026-11-05T07:08:09", "2026-11-05T25:00:00Z", "yesterday"] {
        check("/date", Some(json!(wrong)), &[&format!("AdverseEvent.date: {message}")]);
        check("/detected", Some(json!(wrong)), &[&format!("AdverseEvent.detected: {message}")]);
        check("/recordedDate", Some(json!(wrong)), &[&format!("AdverseEvent.recordedDate: {message}")]);
    }
    check("/date", Some(json!(20_261_105)), &[&format!("AdverseEvent.date: {message}")]);
    for right in ["2026", "2026-11", "2026-11-05", "2026-11-05T07:08:09+01:00"] {
        check("/date", Some(json!(right)), &[]);
    }
}

#[test]
fn severity_and_outcome_are_those_of_the_standard() {
    let system = "http://terminology.hl7.org/CodeSystem/adverse-event-severity";
    let coded = |system: &str, code: &str| json!({"coding": [{"system": system, "code": code}]});
    let refused = ["AdverseEvent.severity.coding: is not one of mild, moderate, severe"];
    check("/severity", Some(coded(system, "mild")), &[]);
    check("/severity", Some(coded(system, "E")), &refused);
    check("/severity", Some(coded("urn:other", "mild")), &refused);
    check("/severity", Some(json!({"text": "mild"})), &refused);
    let outcomes = "resolved, recovering, ongoing, resolvedWithSequelae, fatal, unknown";
    let refused = format!("AdverseEvent.outcome.coding: is not one of {outcomes}");
    check("/outcome", Some(coded(system, "fatal")), &[&refused]);
}

#[test]
fn a_script_is_a_text_like_any_other_and_no_address() {
    let script = "<script>alert(1)</script>\" ' & \u{2028}";
    let event = incident().described(script);
    let written = write(&event).unwrap().to_string();
    let back: AdverseEvent = read(written.as_bytes()).unwrap();
    assert_eq!(back.description(), Some(script));
    check("/event/text", Some(json!(script)), &[]);
    check("/id", Some(json!("<script>")), &["AdverseEvent.id: is not an id of at most 64 letters, digits, - and ."]);
    for wrong in ["javascript:alert(1)", "data:text/html,<script>"] {
        check("/subject", Some(json!({"reference": wrong})), &["AdverseEvent.subject.reference: is not an address"]);
        check("/identifier", Some(json!({"system": wrong})), &["AdverseEvent.identifier.system: is not an address"]);
    }
}

#[test]
fn a_narrative_is_not_kept() {
    let narrative = json!({"status": "generated", "div": "<div><script>alert(1)</script></div>"});
    let mut event = write(&incident()).unwrap();
    let before = event.clone();
    set(&mut event, "/text", Some(narrative.clone()));
    set(&mut event, "/contained/0/text", Some(narrative.clone()));
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": event.clone()}]});
    assert_eq!(write(&read_value::<AdverseEvent>(event).unwrap()).unwrap(), before);
    let read: Bundle = read_value(bundle).unwrap();
    assert_eq!(read.entry[0].resource.as_ref(), Some(&before));
}

#[test]
fn long_texts_are_taken_up_to_what_the_standard_allows() {
    let long = "å".repeat(30_000);
    let event = incident().described(&long);
    let back: AdverseEvent = read(write(&event).unwrap().to_string().as_bytes()).unwrap();
    assert_eq!(back.description(), Some(long.as_str()));
    check("/event/text", Some(json!("å".repeat(1024 * 1024))), &[]);
    check(
        "/event/text",
        Some(json!("å".repeat(1024 * 1024 + 1))),
        &["AdverseEvent.event.text: has more than 1048576 characters"],
    );
}

#[test]
fn texts_hold_letters_and_fields_hold_something() {
    check("/event/text", Some(json!("a\tb\r\nc")), &[]);
    check("/event/text", Some(json!("a\u{0}b")), &["AdverseEvent.event.text: has a control character"]);
    check("/event/text", Some(json!(" \n")), &["AdverseEvent.event.text: is empty: leave it out"]);
    check("/note", Some(Value::Null), &["AdverseEvent.note: is empty: leave it out"]);
    check("/category", Some(json!([])), &["AdverseEvent.category: is empty: leave it out"]);
}

#[test]
fn what_goes_too_deep_is_refused() {
    let mut deep = json!("x");
    for _ in 0..40 {
        deep = json!([deep]);
    }
    let found = read_value::<AdverseEvent>(json!({"resourceType": "AdverseEvent", "x": deep})).unwrap_err();
    assert_eq!(found.len(), 1);
    assert!(found[0].to_string().ends_with("]: goes deeper than 32 levels"), "{}", found[0]);
    let bottomless = format!("{{\"resourceType\":\"AdverseEvent\",\"x\":{}", "[".repeat(100_000));
    let found = read::<AdverseEvent>(bottomless.as_bytes()).unwrap_err();
    assert_eq!(found[0].to_string(), "no JSON from line 1 on");
}

#[test]
fn extensions_have_an_address_and_one_value() {
    let one = |value: Value| Some(json!([value]));
    check("/extension", one(json!({"url": "https://example.org/x", "valueCode": "a"})), &[]);
    check(
        "/extension",
        one(json!({"url": "https://example.org/x", "extension": [{"url": "x", "valueCode": "a"}]})),
        &[],
    );
    for address in ["urn:oid:1.2", "kind"] {
        check(
            "/extension",
            one(json!({"url": address, "valueCode": "a"})),
            &["AdverseEvent.extension[0].url: is not an absolute web address"],
        );
    }
    let half = "AdverseEvent.extension[0]: needs either a value or parts";
    check("/extension", one(json!({"url": "https://example.org/x"})), &[half]);
    let both = json!({"url": "https://example.org/x", "valueCode": "a", "extension": [{"url": "x", "valueCode": "a"}]});
    check("/extension", one(both), &[half]);
    check("/extension", one(json!({"valueCode": "a"})), &["AdverseEvent.extension[0].url: is missing"]);
    check(
        "/event/modifierExtension",
        one(json!({"url": "https://example.org/not", "valueBoolean": true})),
        &["AdverseEvent.event.modifierExtension: changes the meaning in a way that is not known here"],
    );
}

#[test]
fn nobody_is_named() {
    let patient = json!({"resourceType": "Patient", "id": "p", "name": [{"text": "X"}], "birthDate": "1980"});
    check(
        "/contained",
        Some(json!([patient])),
        &[
            "AdverseEvent.contained[0].name: tells who somebody is: leave it out",
            "AdverseEvent.contained[0].birthDate: tells who somebody is: leave it out",
        ],
    );
    let number = json!({"identifier": {"system": "urn:oid:2.16.578.1.12.4.1.4.1", "value": "13075706604"}});
    check("/subject", Some(number), &["AdverseEvent.subject.identifier: tells who somebody is: leave it out"]);
    // Neither on the way out.
    let mut event = incident();
    event.recorder = Some(Reference {
        identifier: Some(Identifier::of("urn:oid:2.16.578.1.12.4.1.4.2", "x")),
        ..Reference::default()
    });
    assert_eq!(write(&event).unwrap_err()[0].path, "AdverseEvent.recorder.identifier");
    for subject in [EventSubject::Patient, EventSubject::Staff, EventSubject::Group(3)] {
        let event = write(&incident().about(&subject)).unwrap();
        let names = event["contained"][0].as_object().unwrap();
        assert!(names.keys().all(|name| ["resourceType", "id", "type", "actual", "quantity"].contains(&name.as_str())));
    }
}

#[test]
fn what_is_pointed_to_inside_is_there() {
    check(
        "/subject",
        Some(json!({"reference": "#gone"})),
        &["AdverseEvent.subject.reference: points to a contained resource that is not there"],
    );
    check("/contained", Some(json!([{"resourceType": "Group"}])), &["AdverseEvent.contained[0].id: is missing"]);
    check("/contained", Some(json!([{"id": "x"}])), &["AdverseEvent.contained[0].resourceType: is missing"]);
}

#[test]
fn nothing_wrong_is_written() {
    let empty = AdverseEvent { resource_type: "AdverseEvent".to_owned(), ..AdverseEvent::default() };
    let told: Vec<String> = write(&empty).unwrap_err().iter().map(Problem::to_string).collect();
    assert_eq!(told, ["AdverseEvent.actuality: is missing", "AdverseEvent.subject: is missing"]);
    assert_eq!(write(&Task::default()).unwrap_err().len(), 1);
}

#[test]
fn messages_tasks_outcomes_and_bundles_are_checked_too() {
    let payload = "Communication.payload[0]: needs exactly one field that begins with content";
    for payloads in [json!([{"contentString": "a", "contentReference": {"reference": "A/1"}}]), json!([{"id": "a"}])] {
        let message = json!({"resourceType": "Communication", "status": "completed", "payload": payloads});
        check_kind::<Communication>(message, &[payload]);
    }
    let message = json!({"resourceType": "Communication", "status": "sent"});
    let found = read_value::<Communication>(message).unwrap_err();
    assert_eq!(found[0].path, "Communication.status");

    check_kind::<Task>(
        json!({"resourceType": "Task", "status": "completed", "intent": "order", "priority": "urgent",
            "output": [{"type": {"text": "effect"}, "valueBoolean": true}, {"valueString": "a"}]}),
        &["Task.output[1].type: is missing"],
    );
    check_kind::<OperationOutcome>(
        json!({"resourceType": "OperationOutcome"}),
        &["OperationOutcome.issue: is missing"],
    );
    check_kind::<Bundle>(
        json!({"resourceType": "Bundle", "type": "searchset", "total": -1, "link": [{"relation": "next"}],
            "entry": [{"resource": {"resourceType": "AdverseEvent", "actuality": "actual"}}, {"resource": {"id": "x"}},
                {"resource": {"resourceType": "Medication", "anything": 1}}]}),
        &[
            "Bundle.total: is not a count",
            "Bundle.link[0].url: is missing",
            "Bundle.entry[0].resource.subject: is missing",
            "Bundle.entry[1].resource.resourceType: is missing",
        ],
    );
}

#[test]
fn no_error_repeats_what_was_sent() {
    let secret = "Kari Nordmann";
    let event = json!({
        "resourceType": "AdverseEvent", "id": secret, "actuality": secret, "subject": secret, "date": secret,
        "contained": [{"resourceType": secret, secret: null}], "severity": {"text": secret}, secret: "",
        "extension": [{"url": secret, "valueCode": [secret]}], "identifier": [secret],
    });
    let found = read_value::<AdverseEvent>(event).unwrap_err();
    assert!(8 < found.len());
    let outcome = write(&OperationOutcome::refusing(&found)).unwrap().to_string();
    assert!(!outcome.contains("Kari") && !outcome.contains("Nordmann"), "{outcome}");
}

#[test]
fn a_thousand_faults_are_told_as_fifty() {
    let many: Vec<Value> = (0..1000).map(|_| json!({"reference": 1})).collect();
    let event = json!({"resourceType": "AdverseEvent", "contributor": many});
    assert_eq!(read_value::<AdverseEvent>(event).unwrap_err().len(), 50);
}
