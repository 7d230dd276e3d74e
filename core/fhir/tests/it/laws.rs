//! Laws that hold for any resource and any text.

use proptest::prelude::*;
use serde_json::{Map, Value};
use varde_fhir::{
    AdverseEvent, Bundle, Causality, Checked, CodeableConcept, Communication, EventKind, EventOutcome, EventSeverity,
    EventSubject, HarmedPerson, Identifier, OperationOutcome, Reference, SuspectEntity, Task, read, read_value, write,
};

/// A text that FHIR allows.
fn words() -> impl Strategy<Value = String> {
    "[^\\x00-\\x1f]{0,40}[a-zæøå<>\"'&]"
}

fn subject() -> impl Strategy<Value = EventSubject> {
    prop_oneof![
        (0..=u32::try_from(i32::MAX).unwrap()).prop_map(EventSubject::Group),
        Just(EventSubject::Patient),
        Just(EventSubject::Staff),
        words().prop_map(EventSubject::Other),
    ]
}

fn person() -> impl Strategy<Value = HarmedPerson> {
    let severity = proptest::option::of(proptest::sample::select(EventSeverity::ALL));
    let outcome = proptest::option::of(proptest::sample::select(EventOutcome::ALL));
    (subject(), severity, outcome).prop_map(|(subject, severity, outcome)| HarmedPerson { subject, severity, outcome })
}

fn event() -> impl Strategy<Value = AdverseEvent> {
    let suspect = (words(), words()).prop_map(|(display, assessment)| SuspectEntity {
        instance: Some(Reference::named("Device", &display)),
        causality: vec![Causality { assessment: Some(CodeableConcept::words(&assessment)), ..Causality::default() }],
        ..SuspectEntity::default()
    });
    let kind = proptest::sample::select(EventKind::ALL);
    let date =
        "(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)?)?)?";
    (kind, subject(), words(), proptest::option::of(date), proptest::collection::vec(suspect, 0..3)).prop_map(
        |(kind, subject, text, date, suspect_entity)| AdverseEvent {
            date,
            suspect_entity,
            event: Some(CodeableConcept::words(&text)),
            ..AdverseEvent::new(kind, &subject).described(&text)
        },
    )
}

/// Any JSON, mostly with the names of FHIR.
fn anything() -> impl Strategy<Value = Value> {
    let name = proptest::sample::select(vec![
        "id",
        "meta",
        "profile",
        "contained",
        "extension",
        "url",
        "valueCode",
        "valueString",
        "valueBoolean",
        "valueInteger",
        "identifier",
        "system",
        "value",
        "actuality",
        "category",
        "coding",
        "code",
        "display",
        "event",
        "subject",
        "reference",
        "type",
        "date",
        "severity",
        "outcome",
        "suspectEntity",
        "instance",
        "causality",
        "status",
        "intent",
        "priority",
        "payload",
        "contentString",
        "output",
        "restriction",
        "period",
        "start",
        "end",
        "issue",
        "details",
        "expression",
        "total",
        "link",
        "relation",
        "entry",
        "resource",
        "search",
        "mode",
        "fullUrl",
        "resourceType",
        "about",
        "sender",
        "focus",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..9).prop_map(Value::from),
        proptest::sample::select(vec![
            "actual",
            "completed",
            "order",
            "error",
            "searchset",
            "2026-11-05",
            "#x",
            "x",
            "Patient/1",
            "AdverseEvent",
            "match",
            "routine",
            "https://example.org/x",
            "",
            "\u{0}",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
            }),
        ]
    })
}

/// A right resource of each kind.
fn right() -> impl Strategy<Value = Value> {
    let all = [
        include_str!("../golden/adverse-event.json"),
        include_str!("../golden/near-miss.json"),
        include_str!("../golden/lfpse-6.json"),
        include_str!("../golden/communication.json"),
        include_str!("../golden/task.json"),
        include_str!("../golden/operation-outcome.json"),
        include_str!("../golden/bundle.json"),
    ];
    proptest::sample::select(all.map(|text| serde_json::from_str(text).unwrap()).to_vec())
}

/// Where something stands in a value, each place as a pointer.
fn gather(at: &str, value: &Value, places: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (format!("{at}/{name}"), value)).collect(),
        Value::Array(items) => (0..).zip(items).map(|(place, value)| (format!("{at}/{place}"), value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (place, value) in inner {
        gather(&place, value, places);
        places.push(place);
    }
}

/// What is taken is given again unchanged; what is refused says where.
fn check_either<T: Checked>(value: &Value) -> Result<(), TestCaseError> {
    match read_value::<T>(value.clone()) {
        Ok(resource) => prop_assert_eq!(write(&resource), Ok(value.clone())),
        Err(found) => {
            prop_assert!(!found.is_empty());
            for problem in found {
                prop_assert!(problem.path.starts_with(T::KIND));
                // A resource that passes the check has the form of its type.
                prop_assert!(!problem.to_string().contains("not a resource of the kind"), "{}", problem);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(event in event(), persons in proptest::collection::vec(person(), 0..5)) {
        let all = event.for_each(&Identifier::of("urn:varde:event", "1"), &persons);
        prop_assert_eq!(all.len(), persons.len().max(1));
        for one in all {
            let text = write(&one).unwrap().to_string();
            prop_assert!(text.contains("\"subject\""));
            prop_assert_eq!(read::<AdverseEvent>(text.as_bytes()).unwrap(), one);
        }
    }

    #[test]
    fn words_come_through_a_message_and_a_task(text in words()) {
        let message = Communication::of(Reference::to("AdverseEvent/1"), "2026-11-05T07:08:09Z", &text).from_reporter();
        let back: Communication = read(write(&message).unwrap().to_string().as_bytes()).unwrap();
        prop_assert_eq!(&back, &message);
        prop_assert_eq!(back.words().collect::<Vec<_>>(), [text.as_str()]);
        let owner = Reference::named("Organization", &text);
        let code = CodeableConcept::words(&text);
        let task = Task::requested(Reference::to("AdverseEvent/1"), code, owner, Some("2026-11-12"));
        prop_assert_eq!(read::<Task>(write(&task).unwrap().to_string().as_bytes()).unwrap(), task);
    }

    #[test]
    fn a_spoilt_resource_is_taken_whole_or_refused_with_its_place(
        right in right(),
        place in any::<proptest::sample::Index>(),
        change in proptest::option::of(anything()),
    ) {
        let mut places = Vec::new();
        gather("", &right, &mut places);
        let mut spoilt = right;
        let (outer, name) = place.get(&places).rsplit_once('/').unwrap();
        match (spoilt.pointer_mut(outer).unwrap(), change) {
            (Value::Object(members), Some(change)) => members[name] = change,
            (Value::Object(members), None) => drop(members.remove(name)),
            (Value::Array(items), Some(change)) => items[name.parse::<usize>().unwrap()] = change,
            (Value::Array(items), None) => drop(items.remove(name.parse().unwrap())),
            _ => unreachable!("only objects and lists have places"),
        }
        match spoilt["resourceType"].as_str() {
            Some("AdverseEvent") => check_either::<AdverseEvent>(&spoilt)?,
            Some("Communication") => check_either::<Communication>(&spoilt)?,
            Some("Task") => check_either::<Task>(&spoilt)?,
            Some("OperationOutcome") => check_either::<OperationOutcome>(&spoilt)?,
            Some("Bundle") => check_either::<Bundle>(&spoilt)?,
            _ => prop_assert!(read_value::<Bundle>(spoilt).is_err()),
        }
    }

    #[test]
    fn random_texts_never_panic(text in "[{}\\[\\]\":,a-zA-Z0-9 ]{0,120}") {
        prop_assert!(read::<AdverseEvent>(text.as_bytes()).is_err());
        let inside = format!("{{\"resourceType\":\"AdverseEvent\",{text}}}");
        prop_assert!(read::<AdverseEvent>(inside.as_bytes()).is_err());
    }
}
