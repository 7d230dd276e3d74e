//! Reports as LFPSE takes them.

use serde_json::Value;
use varde_fhir::lfpse::{
    Age, AgeUnit, Harm, HarmRefused, Patient, PhysicalHarm, PsychologicalHarm, Refused, Report, Reporter,
    StrengthOfAssociation, When, WhyAnonymous, adverse_event, event_code, reference_number, worst,
};
use varde_fhir::{AdverseEvent, EventKind, read, write};

/// The report behind `lfpse-6.json`.
pub(crate) fn report() -> Report {
    let patient = |age: Option<Age>, harm: Result<Harm, HarmRefused>, outcome: Option<&str>| Patient {
        age,
        harm: harm.unwrap(),
        clinical_outcome: outcome.map(str::to_owned),
    };
    Report {
        kind: EventKind::Incident,
        description: "Two pumps were swapped".to_owned(),
        when: When::Day("2026-11-05".to_owned()),
        organisation: Some("Example hospital".to_owned()),
        reporter: Reporter::Staff,
        why_anonymous: vec![WhyAnonymous::SaveTime, WhyAnonymous::Colleagues],
        is_anonymous: true,
        sharing_refused: false,
        immediate_actions: Some("The pumps were stopped".to_owned()),
        how_again: None,
        patients: vec![
            patient(
                Age::of(50, AgeUnit::Years),
                Harm::new(PhysicalHarm::Fatal, None, Some(StrengthOfAssociation::Possible)),
                Some("Died the next day"),
            ),
            patient(
                Age::of(7, AgeUnit::Months),
                Harm::new(PhysicalHarm::None, Some(PsychologicalHarm::Severe), Some(StrengthOfAssociation::Caused)),
                None,
            ),
            patient(None, Harm::new(PhysicalHarm::Low, Some(PsychologicalHarm::None), None), None),
        ],
    }
}

/// The report behind `lfpse-6-good-care.json`.
pub(crate) fn good_care() -> Report {
    Report {
        kind: EventKind::GoodCare,
        description: "She was told everything twice".to_owned(),
        when: When::Month("2026-10".to_owned()),
        organisation: None,
        reporter: Reporter::Relative,
        why_anonymous: Vec::new(),
        is_anonymous: false,
        sharing_refused: true,
        immediate_actions: None,
        how_again: Some("Take the time for it".to_owned()),
        patients: Vec::new(),
    }
}

#[test]
fn reports_have_the_form_of_taxonomy_six() {
    for (report, golden) in [
        (report(), include_str!("../golden/lfpse-6.json")),
        (good_care(), include_str!("../golden/lfpse-6-good-care.json")),
    ] {
        let golden: Value = serde_json::from_str(golden).unwrap();
        assert_eq!(write(&adverse_event(&report).unwrap()).unwrap(), golden);
    }
}

#[test]
fn ages_are_counted_in_days_that_are_none() {
    for (n, unit, code) in [
        (12, AgeUnit::Days, 12),
        (30, AgeUnit::Days, 30),
        (1, AgeUnit::Months, 31),
        (7, AgeUnit::Months, 217),
        (11, AgeUnit::Months, 341),
        (1, AgeUnit::Years, 372),
        (50, AgeUnit::Years, 18_600),
        (199, AgeUnit::Years, 74_028),
    ] {
        let age = Age::of(n, unit).unwrap();
        assert_eq!(age.code(), code);
        assert_eq!(age.parts(), (n, unit));
        assert_eq!(Age::of_code(code), Some(age));
    }
    for (n, unit) in [
        (0, AgeUnit::Days),
        (31, AgeUnit::Days),
        (0, AgeUnit::Months),
        (12, AgeUnit::Months),
        (0, AgeUnit::Years),
        (200, AgeUnit::Years),
        (u32::MAX, AgeUnit::Years),
    ] {
        assert_eq!(Age::of(n, unit), None, "{n} {unit:?}");
    }
    // Of all numbers, the validator of the NHS takes 30 of days, 11 of months and 199 of years.
    let valid = (0..100_000).filter(|&code| Age::of_code(code).is_some());
    assert_eq!(valid.count(), 30 + 11 + 199);
    for code in [0, 32, 371, 373, 18_601, 74_400, u32::MAX] {
        assert_eq!(Age::of_code(code), None, "{code}");
    }
}

#[test]
fn harm_is_told_by_the_rules_of_the_service() {
    use PhysicalHarm::{Fatal, Low, Moderate, None as Unharmed, Severe};
    use PsychologicalHarm as Mind;

    let none = Harm::new(PhysicalHarm::None, None, None).unwrap();
    let check = |physical, mind, strength, holds: Result<PhysicalHarm, HarmRefused>| {
        assert_eq!(
            Harm::new(physical, mind, strength).map(Harm::combined),
            holds,
            "{physical:?} {mind:?} {strength:?}"
        );
    };
    let told = Some(StrengthOfAssociation::Unknown);
    check(Fatal, None, told, Ok(Fatal));
    check(Fatal, Some(Mind::None), None, Err(HarmRefused::MindOfTheDead));
    check(Severe, Some(Mind::None), told, Ok(Severe));
    check(Moderate, None, told, Err(HarmRefused::StrengthOfLittleHarm));
    check(Moderate, Some(Mind::Moderate), told, Err(HarmRefused::StrengthOfLittleHarm));
    check(Unharmed, Some(Mind::Severe), told, Ok(Severe));
    check(Unharmed, Some(Mind::Moderate), None, Ok(Moderate));
    check(Unharmed, Some(Mind::Low), None, Ok(Low));
    check(Unharmed, Some(Mind::None), None, Ok(Unharmed));
    check(Low, Some(Mind::None), None, Ok(Low));
    assert_eq!(worst(&[none, Harm::new(Low, None, None).unwrap(), none]), Some(Low));
    assert_eq!(worst(&[]), None);
}

#[test]
fn reports_that_break_a_rule_are_not_written() {
    let check = |report: Report, refused: &[Refused]| assert_eq!(adverse_event(&report).unwrap_err(), refused);
    for kind in [EventKind::UnsafeCondition, EventKind::Concern] {
        assert_eq!(event_code(kind), None);
        check(Report { kind, ..report() }, &[Refused::KindNotEstablished]);
    }
    check(Report { description: " ".to_owned(), ..report() }, &[Refused::DescriptionMissing]);
    for when in ["2026-11", "2026-02-30", "05.11.2026", "2026-11-05T07:08:09Z"] {
        check(Report { when: When::Day(when.to_owned()), ..report() }, &[Refused::NotADate]);
    }
    check(Report { when: When::Month("2026".to_owned()), ..report() }, &[Refused::NotADate]);
    check(Report { is_anonymous: false, ..report() }, &[Refused::ReasonsWithoutAnonymity]);
    check(Report { how_again: Some("so".to_owned()), ..report() }, &[Refused::HowAgainOfHarm]);
    check(Report { how_again: None, ..good_care() }, &[Refused::HowAgainMissing]);
    check(
        Report { how_again: None, patients: report().patients, ..good_care() },
        &[Refused::HowAgainMissing, Refused::GoodCareHarms],
    );
    let many = vec![report().patients[1].clone(); 101];
    check(Report { patients: many.clone(), ..report() }, &[Refused::TooManyPatients]);
    let most = adverse_event(&Report { patients: many[1..].to_vec(), ..report() }).unwrap();
    assert_eq!(most.contained[2]["extension"].as_array().unwrap().len(), 100);
}

#[test]
fn a_near_miss_has_a_patient_resource_without_a_patient() {
    let near = Report { kind: EventKind::NearMiss, patients: Vec::new(), when: When::Unknown, ..report() };
    let event = adverse_event(&near).unwrap();
    assert_eq!(event.contained[2], serde_json::json!({"resourceType": "Patient", "id": "patient"}));
    assert_eq!(event.date, None);
    assert!(write(&event).is_ok());
}

#[test]
fn the_answer_gives_a_number() {
    let answer = br#"{"resourceType": "AdverseEvent", "id": "1", "meta": {"versionId": "1"}, "actuality": "actual",
        "subject": {"display": "x"}, "extension": [{"url": "https://example.org/a", "valueString": "b"},
        {"url": "https://example.org/m", "extension": [{"url": "ReferenceNumber", "valueString": "L-7"}]}]}"#;
    let answer: AdverseEvent = read(answer).unwrap();
    assert_eq!(reference_number(&answer), Some("L-7"));
    assert_eq!(reference_number(&AdverseEvent::default()), None);
}
