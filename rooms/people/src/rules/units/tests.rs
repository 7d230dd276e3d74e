use jiff::civil::Date;
use varde_kernel::{UnitId, UnitKind, Validity, Words};

use super::*;
use crate::model::units::{ChangeKind, Register, RelationKind, Source, UnitCode, UnitName};

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn id(code: &str) -> UnitId {
    UnitId::from_code(code)
}

fn name(text: &str) -> UnitName {
    UnitName { words: Words::plain(text), short: None }
}

pub(super) fn new(code: &str, kind: UnitKind, owner: Option<&str>, from: &str) -> NewUnit {
    NewUnit {
        id: id(code),
        code: code.into(),
        kind,
        name: name(&format!("Testenhet {code}")),
        owner: owner.map(id),
        valid: Validity::since(day(from)),
        codes: Vec::new(),
        source: Source::default(),
    }
}

/// A nation with two counties and three municipalities, and a region with two trusts that each
/// have a laboratory.
pub(super) fn land() -> Register {
    let none = Register::default();
    let mut draft = Draft::of(&none, "");
    for (code, kind, owner) in [
        ("no", UnitKind::Nation, None),
        ("east", UnitKind::County, Some("no")),
        ("west", UnitKind::County, Some("no")),
        ("a", UnitKind::Municipality, Some("no")),
        ("b", UnitKind::Municipality, Some("no")),
        ("c", UnitKind::Municipality, Some("no")),
        ("home", UnitKind::NursingHome, Some("a")),
        ("care", UnitKind::HomeCare, Some("b")),
        ("rhf", UnitKind::RegionalHealthAuthority, Some("no")),
        ("hf1", UnitKind::HealthTrust, Some("rhf")),
        ("hf2", UnitKind::HealthTrust, Some("rhf")),
        ("lab1", UnitKind::Department, Some("hf1")),
        ("lab2", UnitKind::Department, Some("hf2")),
    ] {
        draft.create(new(code, kind, owner, "2000-01-01")).unwrap();
    }
    for (code, number) in [("a", "1001"), ("b", "1002"), ("c", "2001")] {
        draft.set_code(id(code), CodeSystem::Municipality, Some(number.into()), day("2000-01-01")).unwrap();
        let county = if code == "c" { "west" } else { "east" };
        draft.relate(id(code), RelationKind::Geography, Some(id(county)), day("2000-01-01")).unwrap();
        draft.relate(id(code), RelationKind::Uptake, Some(id("hf1")), day("2000-01-01")).unwrap();
    }
    draft.finish().unwrap().register
}

fn changed(register: &Register, steps: impl FnOnce(&mut Draft<'_>) -> Result<(), Wrong>) -> Change {
    let mut draft = Draft::of(register, "");
    steps(&mut draft).unwrap();
    draft.finish().unwrap()
}

#[track_caller]
fn refused(register: &Register, expected: &Wrong, steps: impl FnOnce(&mut Draft<'_>) -> Result<(), Wrong>) {
    let mut draft = Draft::of(register, "");
    if let Err(wrong) = steps(&mut draft) {
        assert_eq!(&wrong, expected);
    } else {
        let faults = draft.finish().expect_err("the rule stops it");
        assert!(faults.iter().any(|fault| &fault.what == expected), "{faults:?}");
    }
}

fn names_on(register: &Register, code: &str, day: Date) -> Option<String> {
    register.tree(day).get(id(code)).map(|unit| unit.name.nb.clone())
}

fn above(register: &Register, code: &str, on: &str) -> Vec<String> {
    let tree = register.tree(day(on));
    tree.line(id(code)).iter().skip(1).filter_map(|id| tree.get(*id)).map(|unit| unit.code.clone()).collect()
}

#[test]
fn a_new_name_leaves_the_old_one_where_it_was() {
    let change = changed(&land(), |draft| {
        draft.rename(id("hf1"), name("Nytt navn"), day("2030-01-01"))?;
        draft.rename(id("hf1"), name("Mellomnavn"), day("2020-01-01"))
    });
    let register = change.register;
    assert_eq!(names_on(&register, "hf1", day("2019-12-31")).unwrap(), "Testenhet hf1");
    assert_eq!(names_on(&register, "hf1", day("2020-01-01")).unwrap(), "Mellomnavn");
    assert_eq!(names_on(&register, "hf1", day("2030-01-01")).unwrap(), "Nytt navn");
    let kinds: Vec<ChangeKind> = change.told.iter().map(|told| told.kind).collect();
    assert_eq!(kinds, [ChangeKind::Renamed, ChangeKind::Renamed]);
    // Saying the same again changes nothing.
    let again = changed(&register, |draft| draft.rename(id("hf1"), name("Mellomnavn"), day("2020-01-01")));
    assert!(again.is_empty() && again.told.is_empty());
}

#[test]
fn municipalities_merge_into_a_new_one_and_everything_follows() {
    let into = MergeInto::New(Box::new(NewUnit {
        codes: vec![UnitCode { system: CodeSystem::Municipality, code: "1001".into() }],
        ..new("ab", UnitKind::Municipality, Some("no"), "2020-01-01")
    }));
    let change = changed(&land(), |draft| draft.merge(&[id("a"), id("b")], into, day("2020-01-01")));
    let register = &change.register;
    assert_eq!(above(register, "home", "2019-12-31"), ["a", "no"]);
    assert_eq!(above(register, "home", "2020-01-01"), ["ab", "no"]);
    assert_eq!(above(register, "care", "2020-01-01"), ["ab", "no"]);
    assert!(register.tree(day("2020-01-01")).get(id("a")).is_none());
    assert!(register.tree(day("2019-12-31")).get(id("ab")).is_none());
    let merged = register.get(id("ab")).unwrap();
    let places: Vec<RelationKind> = merged.relations.iter().map(|known| known.value.kind).collect();
    assert_eq!(places, [RelationKind::Owner, RelationKind::Geography, RelationKind::Uptake]);
    assert_eq!(change.told.len(), 1);
    assert_eq!(change.told[0].after, [id("ab")]);
}

#[test]
fn one_of_those_that_merge_can_go_on() {
    let change =
        changed(&land(), |draft| draft.merge(&[id("a"), id("b")], MergeInto::Known(id("a")), day("2020-01-01")));
    assert_eq!(above(&change.register, "care", "2020-01-01"), ["a", "no"]);
    assert_eq!(change.register.get(id("a")).unwrap().valid.to, None);
    assert_eq!(change.register.get(id("b")).unwrap().valid.to, Some(day("2020-01-01")));
}

#[test]
fn a_municipality_splits_and_says_where_its_services_go() {
    let parts = || {
        vec![
            new("a1", UnitKind::Municipality, Some("no"), "2024-01-01"),
            new("a2", UnitKind::Municipality, Some("no"), "2024-01-01"),
        ]
    };
    let goes = [(id("home"), id("a2"))];
    let on = day("2024-01-01");
    let change = changed(&land(), |draft| draft.split(id("a"), parts(), &goes, true, on));
    assert_eq!(above(&change.register, "home", "2024-01-01"), ["a2", "no"]);
    assert!(change.register.tree(on).get(id("a")).is_none());
    // A split that goes on keeps what is not given away.
    let change = changed(&land(), |draft| draft.split(id("a"), parts(), &[], false, on));
    assert_eq!(above(&change.register, "home", "2024-01-01"), ["a", "no"]);
    refused(&land(), &Wrong::HasUnitsBelow(1), |draft| draft.split(id("a"), parts(), &[], true, on));
}

#[test]
fn a_municipality_comes_to_lie_in_another_county_with_another_number() {
    let on = day("2020-01-01");
    let change = changed(&land(), |draft| {
        draft.relate(id("c"), RelationKind::Geography, Some(id("east")), on)?;
        draft.set_code(id("c"), CodeSystem::Municipality, Some("1003".into()), on)
    });
    let unit = change.register.get(id("c")).unwrap();
    assert_eq!(unit.code_on(CodeSystem::Municipality, day("2019-12-31")), Some("2001"));
    assert_eq!(unit.code_on(CodeSystem::Municipality, on), Some("1003"));
    let counties: Vec<UnitId> = unit
        .relations
        .iter()
        .filter(|known| known.value.kind == RelationKind::Geography)
        .map(|known| known.value.other)
        .collect();
    assert_eq!(counties, [id("west"), id("east")]);
}

#[test]
fn one_trust_for_diagnostics_from_a_day_to_come() {
    let on = day("2028-01-01");
    let change = changed(&land(), |draft| {
        draft.create(new("diagnostics", UnitKind::HealthTrust, Some("rhf"), "2028-01-01"))?;
        draft.relate(id("lab1"), RelationKind::Owner, Some(id("diagnostics")), on)?;
        draft.relate(id("lab2"), RelationKind::Owner, Some(id("diagnostics")), on)
    });
    let register = change.register;
    assert_eq!(above(&register, "lab1", "2027-12-31"), ["hf1", "rhf", "no"]);
    assert_eq!(above(&register, "lab1", "2028-01-01"), ["diagnostics", "rhf", "no"]);
    assert_eq!(above(&register, "lab2", "2028-01-01"), ["diagnostics", "rhf", "no"]);
    // Whoever runs the region runs a trust that has not begun.
    assert_eq!(&*register.line_near(id("diagnostics"), day("2026-11-22")), [id("diagnostics"), id("rhf"), id("no")]);
}

#[test]
fn what_breaks_a_rule_is_refused() {
    let land = land();
    let d = |text: &str| day(text);
    refused(&land, &Wrong::Circle, |draft| {
        draft.relate(id("rhf"), RelationKind::Owner, Some(id("lab1")), d("2020-01-01"))
    });
    refused(&land, &Wrong::ToItself, |draft| {
        draft.relate(id("rhf"), RelationKind::Owner, Some(id("rhf")), d("2020-01-01"))
    });
    refused(&land, &Wrong::OutsideLife, |draft| draft.rename(id("rhf"), name("x"), d("1999-01-01")));
    refused(&land, &Wrong::NotThere, |draft| draft.rename(id("gone"), name("x"), d("2020-01-01")));
    refused(&land, &Wrong::NameGap, |draft| draft.rename(id("rhf"), name(" "), d("2020-01-01")));
    refused(&land, &Wrong::HasUnitsBelow(1), |draft| draft.close(id("hf1"), d("2020-01-01"), false));
    refused(&land, &Wrong::CodeTaken("hf1".into()), |draft| {
        draft.create(new("hf1", UnitKind::Ward, Some("rhf"), "2020-01-01"))
    });
    refused(&land, &Wrong::NoLife, |draft| {
        let valid = Validity { from: d("2020-01-01"), to: Some(d("2020-01-01")) };
        draft.create(NewUnit { valid, ..new("x", UnitKind::Ward, Some("rhf"), "2020-01-01") })
    });
    refused(&land, &Wrong::OtherGone("Testenhet rhf".into()), |draft| {
        draft.create(new("early", UnitKind::HealthTrust, Some("rhf"), "1990-01-01"))
    });
    refused(&land, &Wrong::BadNumber(CodeSystem::Organisation, "974760674".into()), |draft| {
        draft.set_code(id("hf1"), CodeSystem::Organisation, Some("974760674".into()), d("2020-01-01"))
    });
    refused(&land, &Wrong::NumberTaken(CodeSystem::Municipality, "1001".into()), |draft| {
        draft.set_code(id("c"), CodeSystem::Municipality, Some("1001".into()), d("2020-01-01"))
    });
    refused(&land, &Wrong::TooFew, |draft| draft.merge(&[id("a")], MergeInto::Known(id("a")), d("2020-01-01")));
    refused(&land, &Wrong::TooFew, |draft| draft.split(id("a"), Vec::new(), &[], false, d("2020-01-01")));
}

#[test]
fn closing_with_what_stands_below_lets_go_of_the_rest() {
    let on = day("2027-01-01");
    let change = changed(&land(), |draft| draft.close(id("hf1"), on, true));
    assert_eq!(change.register.get(id("lab1")).unwrap().valid.to, Some(on));
    let uses = &change.register.get(id("a")).unwrap().relations;
    assert!(uses.iter().any(|known| known.value.kind == RelationKind::Uptake && known.valid.to == Some(on)));
    // Two units closed after each other at the same place stay readable as they were.
    assert_eq!(above(&change.register, "lab1", "2026-12-31"), ["hf1", "rhf", "no"]);
}

#[test]
fn a_circle_that_would_close_years_ahead_is_seen_today() {
    let land = land();
    let later =
        changed(&land, |draft| draft.relate(id("hf1"), RelationKind::Owner, Some(id("hf2")), day("2030-01-01")));
    refused(&later.register, &Wrong::Circle, |draft| {
        draft.relate(id("hf2"), RelationKind::Owner, Some(id("hf1")), day("2027-01-01"))
    });
}

/// A register with a planned step, and what the step does to each unit.
fn planned(
    register: &Register,
    steps: impl FnOnce(&mut Draft<'_>) -> Result<(), Wrong>,
) -> (Register, Vec<crate::model::units::Trace>) {
    let change = changed(register, steps);
    let traces = planned::trace(&change);
    (change.register, traces)
}

type Steps = Box<dyn Fn(&mut Draft<'_>) -> Result<(), Wrong>>;

#[test]
fn a_planned_step_is_taken_back_as_if_it_had_never_been() {
    let on = day("2028-01-01");
    let into = || {
        MergeInto::New(Box::new(NewUnit {
            codes: vec![UnitCode { system: CodeSystem::Municipality, code: "1001".into() }],
            ..new("ab", UnitKind::Municipality, Some("no"), "2028-01-01")
        }))
    };
    let parts = || vec![new("hf1.x", UnitKind::HealthTrust, Some("rhf"), "2028-01-01")];
    let steps: [Steps; 5] = [
        Box::new(move |draft| draft.relate(id("lab1"), RelationKind::Owner, Some(id("hf2")), on)),
        Box::new(move |draft| draft.merge(&[id("a"), id("b")], into(), on)),
        Box::new(move |draft| draft.merge(&[id("a"), id("b")], MergeInto::Known(id("b")), on)),
        Box::new(move |draft| draft.split(id("hf1"), parts(), &[(id("lab1"), id("hf1.x"))], true, on)),
        Box::new(move |draft| draft.close(id("hf1"), on, true)),
    ];
    for step in steps {
        let land = land();
        let (after, traces) = planned(&land, |draft| step(draft));
        assert_ne!(after, land);
        assert_eq!(planned::cancel(&after, &traces).unwrap().register, land);
    }
}

#[test]
fn a_planned_step_gets_another_day_and_is_otherwise_the_same() {
    let land = land();
    let split = |on: &'static str| {
        planned(&land, move |draft| {
            let parts = vec![new("a1", UnitKind::Municipality, Some("no"), on)];
            draft.split(id("a"), parts, &[(id("home"), id("a1"))], true, day(on))
        })
    };
    let ((first, traces), (second, _)) = (split("2028-01-01"), split("2029-06-01"));
    let (change, shifted) = planned::put_on(&first, &traces, day("2028-01-01"), day("2029-06-01")).unwrap();
    assert_eq!(change.register, second);
    // The step can then be taken back by its new trace.
    assert_eq!(planned::cancel(&second, &shifted).unwrap().register, land);
}

#[test]
fn what_others_have_built_on_a_planned_step_stands_in_the_way() {
    let wrong = |result: Result<Change, Vec<Fault>>| result.unwrap_err()[0].what.clone();
    let owner = RelationKind::Owner;
    let (first, traces) = planned(&land(), |draft| draft.relate(id("lab1"), owner, Some(id("hf2")), day("2028-01-01")));
    let (both, later) = planned(&first, |draft| draft.relate(id("lab1"), owner, Some(id("hf1")), day("2030-01-01")));
    assert_eq!(wrong(planned::cancel(&both, &traces)), Wrong::BuiltOn);
    assert_eq!(planned::cancel(&both, &later).unwrap().register, first, "the later one can go");
    let put = |on| planned::put_on(&both, &later, day("2030-01-01"), day(on)).map(|(change, _)| change);
    assert_eq!(wrong(put("2027-01-01")), Wrong::Between);
    assert!(put("2028-06-01").is_ok());
    // A name that was changed meanwhile is another matter, and stays.
    let named = changed(&first, |draft| draft.rename(id("lab1"), name("Nytt navn"), day("2027-01-01"))).register;
    let back = planned::cancel(&named, &traces).unwrap().register;
    assert_eq!(names_on(&back, "lab1", day("2027-01-01")).unwrap(), "Nytt navn");
    assert_eq!(above(&back, "lab1", "2029-01-01"), ["hf1", "rhf", "no"]);
    // A unit that would begin with the step has got units of its own.
    let (begun, traces) =
        planned(&land(), |draft| draft.create(new("hf3", UnitKind::HealthTrust, Some("rhf"), "2028-01-01")));
    let used = changed(&begun, |draft| draft.relate(id("lab1"), owner, Some(id("hf3")), day("2028-01-01"))).register;
    assert_eq!(wrong(planned::cancel(&used, &traces)), Wrong::BuiltOn);
}

#[test]
fn those_that_lose_or_gain_a_unit_are_concerned() {
    let on = day("2028-01-01");
    let change = changed(&land(), |draft| draft.relate(id("lab1"), RelationKind::Owner, Some(id("hf2")), on));
    let mut expected = vec![id("hf1"), id("hf2")];
    expected.sort_unstable();
    assert_eq!(planned::concerned(&change, &change.told[0]), expected);
    let change = changed(&land(), |draft| draft.merge(&[id("a"), id("b")], MergeInto::Known(id("a")), on));
    let concerned = planned::concerned(&change, &change.told[0]);
    assert!(concerned.contains(&id("care")), "what comes under another unit is concerned");
}
