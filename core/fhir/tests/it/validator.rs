//! Leaves one resource of each sort for models that others wrote (`scripts/check-fhir.sh`).

use std::fs;
use std::path::Path;

use varde_fhir::{
    AdverseEvent, Bundle, Causality, CodeableConcept, Communication, EventKind, EventOutcome, EventSeverity,
    EventSubject, HarmedPerson, Identifier, OperationOutcome, Page, Reference, SuspectEntity, Task, TaskOutput, lfpse,
    line, read, system, write,
};

use super::lfpse::{good_care, report};
use super::{incident, near_miss};

/// An incident with every field that we know.
fn full() -> AdverseEvent {
    let text = |text: &str| Some(text.to_owned());
    AdverseEvent {
        category: vec![CodeableConcept::of(system::CATEGORY, "wrong-dose")],
        event: Some(CodeableConcept::words("Tidobbel dose")),
        date: text("2026-11-05"),
        detected: text("2026-11-05T09:00:00+01:00"),
        recorded_date: text("2026-11-05T09:30:00+01:00"),
        resulting_condition: vec![Reference::named("Condition", "blødning")],
        location: Some(Reference::named("Location", "sengepost")),
        seriousness: Some(CodeableConcept::of(system::SERIOUSNESS, "Serious")),
        recorder: Some(Reference::named("Practitioner", "sykepleier")),
        contributor: vec![Reference::named("Practitioner", "lege")],
        suspect_entity: vec![SuspectEntity {
            instance: Some(Reference::named("Medication", "heparin")),
            causality: vec![Causality {
                assessment: Some(CodeableConcept::of(system::CAUSALITY, "Probably-Likely")),
                product_relatedness: text("gitt ti minutter før"),
                author: Some(Reference::named("Practitioner", "overlege")),
                ..Causality::default()
            }],
            ..SuspectEntity::default()
        }],
        ..incident().described("Pumpen var stilt på 10 i stedet for 1.\n<script>alert(1)</script>")
    }
}

fn task() -> Task {
    let code = CodeableConcept::words("Melde til tilsynsmyndigheten");
    let owner = Reference::named("Organization", "kvalitetsavdelingen");
    Task {
        id: Some("t1".to_owned()),
        priority: Some("urgent".to_owned()),
        authored_on: Some("2026-11-05T10:00:00+01:00".to_owned()),
        output: vec![TaskOutput {
            r#type: Some(CodeableConcept::words("referanse")),
            value_string: Some("U-1".to_owned()),
            ..TaskOutput::default()
        }],
        ..Task::requested(Reference::to("AdverseEvent/e1"), code, owner, Some("2026-11-12"))
    }
}

#[test]
fn left_for_the_validator() {
    let persons = [
        HarmedPerson {
            subject: EventSubject::Patient,
            severity: Some(EventSeverity::Severe),
            outcome: Some(EventOutcome::Fatal),
        },
        HarmedPerson { subject: EventSubject::Staff, severity: Some(EventSeverity::Mild), outcome: None },
        HarmedPerson {
            subject: EventSubject::Other("pårørende".to_owned()),
            severity: None,
            outcome: Some(EventOutcome::Unknown),
        },
    ];
    let mut events = full().for_each(&Identifier::of("urn:varde:event", "e1"), &persons);
    events.push(near_miss());
    let others = [EventKind::UnsafeCondition, EventKind::Concern, EventKind::GoodCare];
    events.extend(others.map(|kind| AdverseEvent::new(kind, &EventSubject::Group(0)).described("Kort fortalt.")));
    events.extend([report(), good_care()].map(|report| lfpse::adverse_event(&report).unwrap()));

    let message = Communication::of(Reference::to("AdverseEvent/e1"), "2026-11-06T08:00:00+01:00", "Hva skjedde så?");
    let answer = Communication {
        in_response_to: vec![Reference::to("Communication/c1")],
        ..Communication::of(Reference::to("AdverseEvent/e1"), "2026-11-06T09:00:00+01:00", "Pumpen ble byttet.")
    };
    let problems = read::<AdverseEvent>(br#"{"resourceType": "AdverseEvent"}"#).unwrap_err();
    let found = events
        .iter()
        .zip(1..)
        .map(|(event, number)| (format!("https://example.org/fhir/AdverseEvent/{number}"), write(event).unwrap()));
    let address = "https://example.org/fhir/AdverseEvent";
    let page = Page { address, n_total: 40, n_before: 20, n_each: 10 };

    let mut lines = String::new();
    for event in &events {
        lines.push_str(&line(event).unwrap());
    }
    for message in [message, answer.from_reporter()] {
        lines.push_str(&line(&message).unwrap());
    }
    lines.push_str(&line(&task()).unwrap());
    lines.push_str(&line(&OperationOutcome::refusing(&problems)).unwrap());
    lines.push_str(&line(&Bundle::searchset(&page, found.collect())).unwrap());
    lines.push_str(&line(&Bundle::collection(vec![(None, write(&task()).unwrap())])).unwrap());
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("core-fhir.ndjson"), lines).unwrap();
}
