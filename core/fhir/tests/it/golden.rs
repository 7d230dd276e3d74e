//! What others wrote is read and written again unchanged; what we write is what the format says.

use serde_json::Value;
use varde_fhir::{
    AdverseEvent, Bundle, Checked, Communication, EventKind, EventOutcome, EventSeverity, EventSubject, HarmedPerson,
    Identifier, OperationOutcome, Task, read, write,
};

use super::{incident, near_miss};

#[track_caller]
fn check_unchanged<T: Checked>(text: &str) -> T {
    let before: Value = serde_json::from_str(text).unwrap();
    let resource: T = read(text.as_bytes()).unwrap();
    assert_eq!(write(&resource).unwrap(), before);
    resource
}

#[test]
fn examples_of_the_specification_are_read_and_written_unchanged() {
    let event: AdverseEvent = check_unchanged(include_str!("../golden/adverse-event.json"));
    assert_eq!(event.suspect_entity[0].instance.as_ref().unwrap().reference.as_deref(), Some("Medication/example"));
    assert_eq!((event.kind(), event.description()), (None, None));

    let message: Communication = check_unchanged(include_str!("../golden/communication.json"));
    assert_eq!(message.words().count(), 1);
    assert_eq!(message.payload.len(), 2);

    let task: Task = check_unchanged(include_str!("../golden/task.json"));
    assert_eq!(task.by(), Some("2016-11-02T09:45:05+10:00"));

    let outcome: OperationOutcome = check_unchanged(include_str!("../golden/operation-outcome.json"));
    assert_eq!(outcome.issue[0].code.as_deref(), Some("structure"));

    let bundle: Bundle = check_unchanged(include_str!("../golden/bundle.json"));
    assert!(bundle.page("next").unwrap().ends_with("page=2"));
    assert_eq!((bundle.total, bundle.page("last")), (Some(3), None));
}

#[test]
fn a_near_miss_has_a_subject_of_nobody() {
    let event: AdverseEvent = check_unchanged(include_str!("../golden/near-miss.json"));
    assert_eq!(event, near_miss());
    assert_eq!(event.kind(), Some(EventKind::NearMiss));
    assert_eq!(event.description(), Some("To poser med like etiketter lå i samme skuff."));
}

#[test]
fn one_event_that_harmed_three_is_three_resources_with_one_identifier() {
    let persons = [
        HarmedPerson {
            subject: EventSubject::Patient,
            severity: Some(EventSeverity::Severe),
            outcome: Some(EventOutcome::ResolvedWithSequelae),
        },
        HarmedPerson {
            subject: EventSubject::Other("pårørende".to_owned()),
            severity: Some(EventSeverity::Mild),
            outcome: None,
        },
        HarmedPerson { subject: EventSubject::Staff, severity: None, outcome: Some(EventOutcome::Recovering) },
    ];
    let all = incident().for_each(&Identifier::of("urn:varde:event", "e1"), &persons);
    let made: Vec<Value> = all.iter().map(|event| write(event).unwrap()).collect();
    let golden: Vec<Value> = serde_json::from_str(include_str!("../golden/three-persons.json")).unwrap();
    assert_eq!(made, golden);
}

#[test]
fn one_person_or_nobody_keeps_the_id() {
    let identifier = Identifier::of("urn:varde:event", "e1");
    let alone = HarmedPerson { subject: EventSubject::Staff, severity: None, outcome: None };
    for persons in [vec![alone], Vec::new()] {
        let all = incident().for_each(&identifier, &persons);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].id.as_deref(), Some("e1"));
        assert_eq!(all[0].identifier.as_ref(), Some(&identifier));
        assert_eq!(all[0].contained.len(), 1);
    }
}

#[test]
fn every_kind_has_a_code_an_actuality_and_a_subject() {
    for &kind in EventKind::ALL {
        let event = AdverseEvent::new(kind, &EventSubject::Group(0));
        let back: AdverseEvent = read(write(&event).unwrap().to_string().as_bytes()).unwrap();
        assert_eq!(back.kind(), Some(kind));
        let happened = matches!(kind, EventKind::Incident | EventKind::GoodCare);
        assert_eq!(back.actuality.as_deref() == Some("actual"), happened, "{kind:?}");
    }
}
