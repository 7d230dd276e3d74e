//! `varde funnel` on the real program: units from files as people send them, without a database.

use std::fmt::Write as _;
use std::fs;

use varde_document::{Cell, Sheet, write_xlsx};

use crate::house::{json, refused, said};

/// Wards with as many falls as chance lets them, and one with far more.
fn wards() -> Vec<(String, u32, u32)> {
    let mut wards: Vec<(String, u32, u32)> =
        (1..=14_u32).map(|i| (format!("Post {i:02}"), 6 * i + [1, 0, 2][(i % 3) as usize], 60 * i)).collect();
    wards.push(("Post Ø".to_owned(), 60, 300));
    wards
}

const COLUMNS: [&str; 6] = ["--group", "ward", "--numerator", "falls", "--denominator", "stays"];

fn args<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["funnel", file][..], &COLUMNS, more].concat()
}

fn csv() -> String {
    let lines = wards().into_iter().map(|(ward, falls, stays)| format!("{ward},{falls},{stays}\n"));
    format!("ward,falls,stays\n{}", lines.collect::<String>())
}

#[test]
fn a_file_becomes_words_numbers_and_a_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("wards.csv"), csv()).expect("written");
    let more = ["--better", "lower", "--language", "en", "--svg", "wards.svg"];
    let text = said(folder.path(), &args("wards.csv", &more), "");
    for words in [
        "Do any units differ more than chance allows?",
        "One of 15 units lies outside the outer limits",
        "Outside 99.8%: Post Ø.",
        "99.8% limits",
        "20.0  ",
        "Of ordinary units, one in 20",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let svg = fs::read_to_string(folder.path().join("wards.svg")).expect("the picture");
    assert!(svg.starts_with("<svg") && svg.contains("data-chart=\"funnel\"") && svg.contains("Do any units"));
    assert_eq!((svg.matches("data-point=").count(), svg.matches("data-signal=").count()), (15, 1));
    assert!(!svg.contains("var("), "a file has its colours in it");
    assert_eq!(said(folder.path(), &args("wards.csv", &more), ""), text, "the same input, the same bytes");
    let printed = said(folder.path(), &args("wards.csv", &["--svg", "-"]), "");
    assert!(printed.starts_with("<svg"), "{printed:.60}");

    let full = json(folder.path(), &args("wards.csv", &["--json"]));
    assert_eq!(full["outside"], serde_json::json!(["Post Ø"]));
    // The numbers are those of the batch interface.
    let rows = wards();
    let column = |of: &dyn Fn(&(String, u32, u32)) -> serde_json::Value| rows.iter().map(of).collect::<Vec<_>>();
    let input = serde_json::json!({ "id": 1, "input": { "data_type": "PR", "group": column(&|row| row.0.clone().into()),
        "numerator": column(&|row| row.1.into()), "denominator": column(&|row| row.2.into()) } });
    let batch = said(folder.path(), &["funnel", "--batch", "-"], &input.to_string());
    let batch: serde_json::Value = serde_json::from_str(&batch).expect("JSON");
    for (place, group) in full["groups"].as_array().expect("groups").iter().enumerate() {
        assert_eq!(group["exact_95"][1], batch["result"]["exact_UCL95"][place], "{group}");
        assert_eq!(group["additive_99_8"][0], batch["result"]["additive_LCL99"][place], "{group}");
        assert_eq!(group["p_adjusted"], batch["result"]["p_adjusted"][place], "{group}");
    }
}

#[test]
fn three_languages_say_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("wards.csv"), csv()).expect("written");
    for (language, words) in [
        ("nb", ["Skiller noen enheter seg ut", "Utenfor 99,8 %: Post Ø", "Av vanlige enheter"]),
        ("nn", ["einingar", "Utanfor 99,8 %: Post Ø", "Av vanlege einingar"]),
        ("en", ["Do any units differ", "Outside 99.8%: Post Ø", "Of ordinary units"]),
    ] {
        let text = said(folder.path(), &args("wards.csv", &["--language", language]), "");
        for words in words {
            assert!(text.contains(words), "{language} {words}: {text}");
        }
        assert!(!text.contains("app-") && !text.contains("indicators-"), "{text}");
    }
}

#[test]
fn files_are_read_as_people_send_them() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("plain.csv"), csv()).expect("written");
    let expected = json(folder.path(), &args("plain.csv", &["--json"]))["groups"].clone();
    // From a Norwegian spreadsheet in Latin-1, with semicolons, decimal commas and two rows a unit.
    let mut text = "Ward;Falls;Stays\r\n".to_owned();
    for (ward, falls, stays) in wards() {
        write!(text, "{ward};1,0;{}\r\n{ward};{},0;{}\r\n", stays / 2, falls - 1, stays - stays / 2).expect("written");
    }
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect();
    fs::write(folder.path().join("latin.csv"), &latin).expect("written");
    assert_eq!(json(folder.path(), &args("latin.csv", &["--json"]))["groups"], expected);
    let told = said(folder.path(), &args("latin.csv", &["--language", "en"]), "");
    assert!(told.contains("30 rows became 15 units"), "{told}");
    let rows = wards().into_iter().map(|(ward, falls, stays)| {
        vec![Cell::Text(ward), Cell::Number(f64::from(falls)), Cell::Number(f64::from(stays))]
    });
    let head = ["ward", "falls", "stays"].map(str::to_owned).to_vec();
    let bytes = write_xlsx(&[Sheet { name: "data".to_owned(), head, rows: rows.collect() }]).expect("a workbook");
    fs::write(folder.path().join("wards.xlsx"), bytes).expect("written");
    assert_eq!(json(folder.path(), &args("wards.xlsx", &["--json"]))["groups"], expected);
    let piped = said(folder.path(), &args("-", &["--json"]), &csv());
    let piped: serde_json::Value = serde_json::from_str(&piped).expect("JSON");
    assert_eq!(piped["groups"], expected);
}

#[test]
fn every_bad_row_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "ward;falls;stays\nA;5;100\n;4;100\nB;mange;100\nC;120;100\nD;-3;100\nE;3;-100\nF;2;0\nG;;90\nH;1,5;x\n";
    fs::write(folder.path().join("bad.csv"), text).expect("written");
    let told = refused(folder.path(), &args("bad.csv", &["--language", "en"]));
    for (line, words) in [
        (3, "ward: The cell is empty"),
        (4, "«mange»"),
        (5, "120 of 100: the numerator is above the denominator"),
        (6, "below zero"),
        (7, "below zero"),
        (8, "denominator is 0, yet 2"),
        (10, "«x»"),
    ] {
        let found = told.lines().find(|text| text.contains(&format!("line {line},"))).unwrap_or_default();
        assert!(found.contains(words), "line {line}, {words}: {told}");
    }
    assert!(told.contains("7 faults") && !told.contains("line 2,") && !told.contains("line 9,"), "{told}");
    // A rate may be above one, and what is missing is told, and no fault.
    fs::write(folder.path().join("rate.csv"), "ward;falls;stays\nA;120;100\nB;90;95\nC;;90\n").expect("written");
    let text = said(folder.path(), &args("rate.csv", &["--measure", "rate", "--language", "en"]), "");
    assert!(text.contains("row 4 of the file"), "{text}");
    assert!(
        refused(folder.path(), &args("rate.csv", &["--language", "nn"])).contains("teljaren er større enn nemnaren")
    );

    let columns = ["funnel", "rate.csv", "--group", "post", "--numerator", "falls", "--denominator", "days"];
    let told = refused(folder.path(), &[&columns[..], &["--language", "en"]].concat());
    assert!(told.contains("no column “post”") && told.contains("no column “days”"), "both are told: {told}");
    fs::write(folder.path().join("none.csv"), "ward;falls;stays\nA;0;100\nB;0;95\n").expect("written");
    assert!(refused(folder.path(), &args("none.csv", &["--language", "en"])).contains("nothing to compare"));
    fs::write(folder.path().join("head.csv"), "ward;falls;stays\n").expect("written");
    assert!(refused(folder.path(), &args("head.csv", &["--language", "en"])).contains("headings only"));
}

#[test]
fn help_teaches_by_examples() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = said(folder.path(), &["funnel", "--help"], "");
    for words in ["varde funnel wards.csv --group ward", "A funnel is", "docs/methods/funnels.md"] {
        assert!(help.contains(words), "{words}: {help}");
    }
}

#[test]
fn fractions_of_persons_are_told_and_drawn_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("wards.csv"), csv().replacen(",60,300", ",60.5,300.5", 1)).expect("written");
    let words = said(folder.path(), &args("wards.csv", &["--language", "en"]), "");
    assert!(words.contains("One row counts in fractions (row 16 of the file)"), "{words}");
    assert_eq!(json(folder.path(), &args("wards.csv", &["--json"]))["fraction_lines"], serde_json::json!([16]));
    // Time at risk may be any number.
    fs::write(folder.path().join("wards.csv"), csv().replacen(",60,300", ",60,300.5", 1)).expect("written");
    let words = said(folder.path(), &args("wards.csv", &["--measure", "rate", "--language", "en"]), "");
    assert!(!words.contains("fractions"), "{words}");
}
