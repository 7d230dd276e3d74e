//! What is wrong with a file is told at its place, and all of it at once.

use super::RULES;
use varde_incidents::import::duties::{What, read};

const GOOD: &str = r#"
documents: [{code: law, title: "A law"}]
rule_sets:
  - code: one
    version: "1"
    name: {nb: "En", nn: "Ein", en: "One"}
    valid_from: "2026-01-01"
    valid_to: "2026-12-31"
    sources: [{document: law, place: "§ 1"}]
    rules:
      - code: tell
        name: {nb: "Si", nn: "Sei", en: "Tell"}
        force: duty
        when: {all: [patient_death, {not: caused_by_service}]}
        recipients: [police]
        deadline: {pace: at_once, limit: {hours: 72}, from: known}
        channels: [phone, {phone: "00000000"}, {melde_no: biovigilance}, {form: {nb: "a", nn: "b", en: "c"}}]
        payload: notice
        decides: doctor
        sources: [{document: law, place: "§ 2"}]
        certainty: {duty: established, deadline: established}
"#;

/// The file with a piece of text in place of another, and the flaws that it then has, by place.
fn check(from: &str, to: &str, expected: &[(&str, What)]) {
    assert!(GOOD.contains(from), "{from}");
    let flaws = read(&GOOD.replace(from, to)).err().unwrap_or_default();
    let found: Vec<(&str, What)> = flaws.iter().map(|flaw| (flaw.place.as_str(), flaw.what.clone())).collect();
    assert_eq!(found, expected, "{to}");
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn good_files_are_read() {
    assert_eq!(read(GOOD).map(|sets| sets.len()), Ok(1));
    assert_eq!(read(RULES).map(|sets| sets.len()), Ok(3));
}

#[test]
fn words_that_are_not_known() {
    check("patient_death", "patient_dead", &[("one 1 / tell / when", What::UnknownFact(text("patient_dead")))]);
    check("{hours: 72}", "soonish", &[("one 1 / tell / deadline.limit", What::UnknownDeadline(text("soonish")))]);
    check("{hours: 72}", "{weeks: 2}", &[("one 1 / tell / deadline.limit", What::UnknownDeadline(text("weeks")))]);
    check("at_once", "quickly", &[("one 1 / tell / deadline.pace", What::UnknownName(text("quickly")))]);
    check("police", "sheriff", &[("one 1 / tell / recipients", What::UnknownName(text("sheriff")))]);
    check("biovigilance", "blood", &[("one 1 / tell / channels", What::UnknownName(text("blood")))]);
    check("[phone,", "[pigeon,", &[("one 1 / tell / channels", What::UnknownChannel(text("pigeon")))]);
    check("force: duty", "force: whim", &[("one 1 / tell / force", What::UnknownName(text("whim")))]);
    check(
        "law, place: \"§ 2\"",
        "lay, place: \"§ 2\"",
        &[("one 1 / tell / sources.document", What::UnknownDocument(text("lay")))],
    );
}

#[test]
fn conditions_and_numbers_have_a_form() {
    let when = "one 1 / tell / when";
    check("{all: [patient_death, {not: caused_by_service}]}", "{none: [patient_death]}", &[(when, What::NoCondition)]);
    check("{all: [patient_death, {not: caused_by_service}]}", "{all: []}", &[(when, What::NoCondition)]);
    check("{all: [patient_death, {not: caused_by_service}]}", "{any: a, all: b}", &[(when, What::NoCondition)]);
    check("        when: {all: [patient_death, {not: caused_by_service}]}\n", "", &[(when, What::Missing)]);
    let limit = "one 1 / tell / deadline.limit";
    for n in ["0", "-3", "70000", "1.5", "many"] {
        check("{hours: 72}", &format!("{{hours: {n}}}"), &[(limit, What::NoNumber)]);
    }
}

#[test]
fn what_is_missing() {
    check(", nn: \"Sei\"", "", &[("one 1 / tell / name", What::LanguageMissing("nn"))]);
    check("en: \"One\"", "en: \" \"", &[("one 1 / name", What::LanguageMissing("en"))]);
    check(", en: \"c\"", "", &[("one 1 / tell / channels", What::LanguageMissing("en"))]);
    check("        sources: [{document: law, place: \"§ 2\"}]\n", "", &[("one 1 / tell / sources", What::Missing)]);
    check(", place: \"§ 1\"", "", &[("one 1 / sources.place", What::Missing)]);
    check("[police]", "[]", &[("one 1 / tell / recipients", What::Missing)]);
    check("limit: {hours: 72}, ", "", &[("one 1 / tell / deadline.limit", What::Missing)]);
    check("    valid_from: \"2026-01-01\"\n", "", &[("one 1 / valid_from", What::Missing)]);
    check("title: \"A law\"", "title: \"\"", &[("documents / law / title", What::Missing)]);
    let empty = read("documents: []").err().unwrap_or_default();
    assert_eq!(empty.iter().map(ToString::to_string).collect::<Vec<_>>(), ["rule_sets: is missing"]);
}

#[test]
fn codes_and_days_fit_together() {
    let rule = &GOOD[GOOD.find("      - code: tell").unwrap()..];
    check(rule, &format!("{rule}{rule}"), &[("one 1 / tell / code", What::Twice)]);
    check("2026-12-31", "2025-12-31", &[("one 1 / valid_to", What::EndsBeforeStart)]);
    check("\"2026-12-31\"", "\"the end\"", &[("one 1 / valid_to", What::NoDate(text("the end")))]);
    check(
        "[{code: law, title: \"A law\"}]",
        "[{code: law, title: \"A\"}, {code: law, title: \"B\"}]",
        &[("documents / law / code", What::Twice)],
    );
    check(
        "    valid_to: \"2026-12-31\"\n",
        "    replaces: nought\n",
        &[("one 1 / replaces", What::UnknownName(text("nought")))],
    );
    let set = &GOOD[GOOD.find("  - code: one").unwrap()..];
    check(set, &format!("{set}{set}"), &[("one 1 / code", What::Twice)]);
    let second = set.replace("version: \"1\"", "version: \"2\"");
    check(set, &format!("{set}{second}"), &[("one 2 / valid_from", What::Overlaps(text("1")))]);
    let later = second.replace("2026", "2027");
    check(set, &format!("{set}{later}"), &[]);
}

#[test]
fn what_is_not_established_is_not_called_established() {
    check("{hours: 72}", "not_established", &[("one 1 / tell / certainty.deadline", What::NotEstablished)]);
    check("[police]", "[not_established]", &[("one 1 / tell / certainty.duty", What::NotEstablished)]);
}

#[test]
fn all_flaws_come_at_once_and_in_order() {
    let bad = GOOD
        .replace(", nn: \"Ein\"", "")
        .replace("patient_death, {not: caused_by_service}", "ghosts, {not: elves}")
        .replace("{hours: 72}", "soonish")
        .replace("decides: doctor", "decides: nobody");
    let flaws = read(&bad).err().unwrap_or_default();
    let told: Vec<String> = flaws.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "one 1 / name: is missing in nn",
            "one 1 / tell / when: \"ghosts\" is no fact",
            "one 1 / tell / when: \"elves\" is no fact",
            "one 1 / tell / deadline.limit: \"soonish\" is no kind of deadline",
            "one 1 / tell / decides: \"nobody\" is not known here",
        ]
    );
}

#[test]
fn what_is_no_yaml_or_has_unknown_fields_names_the_line() {
    let flaws_of = |text: &str| read(text).err().unwrap_or_default();
    for bad in ["rule_sets: [", "rule_sets: 3", "- a\n- b"] {
        let flaws = flaws_of(bad);
        assert!(matches!(flaws.as_slice(), [flaw] if flaw.place == "file"), "{bad}: {flaws:?}");
    }
    let flaws = flaws_of(&GOOD.replace("payload:", "payloads:"));
    let told = flaws.first().map(ToString::to_string).unwrap_or_default();
    assert!(told.contains("`payloads`") && told.contains("line 18"), "{flaws:?}");
}

proptest::proptest! {
    #[test]
    fn no_text_brings_the_reader_down(at in 0..GOOD.len(), length in 0..40_usize, put in "[ -~\\n]{0,12}") {
        let (from, to) = (floor(at), floor((at + length).min(GOOD.len())));
        let _read = read(&format!("{}{put}{}", &GOOD[..from], &GOOD[to..]));
    }
}

/// The nearest place before `at` where a letter begins.
fn floor(at: usize) -> usize {
    (0..=at).rev().find(|at| GOOD.is_char_boundary(*at)).unwrap_or_default()
}
