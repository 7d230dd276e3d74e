//! `varde spc FILE` on the real program: charts from files as people send them, without a database.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use varde_document::{Cell, Sheet, write_xlsx};

use crate::house::{json, refused, said, varde};

/// Twenty-four months of falls among stays; from the thirteenth month there are more.
fn months() -> Vec<(String, u32, u32)> {
    (0..24_u32)
        .map(|i| {
            let month = format!("{}-{:02}", 2024 + i / 12, i % 12 + 1);
            let falls = [11, 14, 9, 12, 10, 13][(i % 6) as usize] + if i < 12 { 0 } else { 14 };
            (month, falls, 180 + 5 * (i % 4))
        })
        .collect()
}

fn csv(rows: &[(String, u32, u32)]) -> String {
    let lines = rows.iter().map(|(month, falls, stays)| format!("{month},{falls},{stays}\n"));
    format!("month,n_events,n_stays\n{}", lines.collect::<String>())
}

const COLUMNS: [&str; 6] = ["--x", "month", "--y", "n_events", "--n", "n_stays"];

fn args<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["spc", file][..], &COLUMNS, more].concat()
}

#[test]
fn a_file_becomes_a_document_of_the_same_bytes_on_the_same_day() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("falls.csv"), csv(&months())).expect("written");
    let wanted = ["--title", "#panic() Er det færre fall?", "--date", "2026-11-22", "--pdf", "falls.pdf"];
    let text = said(folder.path(), &args("falls.csv", &wanted), "");
    assert!(text.contains("Er det færre fall?"), "the report is printed as well: {text}");
    let document = fs::read(folder.path().join("falls.pdf")).expect("the document");
    let has = |words: &str| document.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(document.starts_with(b"%PDF-1.7"));
    assert!(has("<pdfuaid:part>1</pdfuaid:part>") && has("#panic() Er det færre fall?") && has("nb-NO"));
    // Another reader looks at it, too (scripts/check-pdf.sh).
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("document.pdf"), &document).expect("left");
    let printed = varde(folder.path(), &args("falls.csv", &[&wanted[..5], &["-"]].concat()), "");
    assert!(printed.status.success() && printed.stdout == document, "the same bytes through standard output");
    let other = varde(folder.path(), &args("falls.csv", &["--language", "en", "--pdf", "-"]), "");
    assert!(other.status.success() && other.stdout.starts_with(b"%PDF-1.7") && other.stdout != document);
}

#[test]
fn a_file_becomes_words_numbers_and_a_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("falls.csv"), csv(&months())).expect("written");
    let chart = ["--chart", "p", "--language", "en", "--title", "Are there fewer falls?", "--svg", "falls.svg"];
    let text = said(folder.path(), &args("falls.csv", &chart), "");
    for words in [
        "Are there fewer falls?",
        "higher than expected since January 2025",
        "Rule set varde-1",
        "the first point is January 2025",
        "24 points from January 2024 to December 2025",
        "Change of level",
        "The centre line is",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let svg = fs::read_to_string(folder.path().join("falls.svg")).expect("the picture");
    assert!(svg.starts_with("<svg") && svg.contains("role=\"img\"") && svg.contains("Are there fewer falls?"));
    assert_eq!(svg.matches("data-point=").count(), 24);
    assert_eq!(said(folder.path(), &args("falls.csv", &chart), ""), text, "the same input, the same bytes");
    assert_eq!(fs::read_to_string(folder.path().join("falls.svg")).expect("the picture"), svg);
    let printed = said(folder.path(), &args("falls.csv", &["--chart", "p", "--language", "en", "--svg", "-"]), "");
    assert!(printed.starts_with("<svg"), "{printed:.60}");

    let full = json(folder.path(), &args("falls.csv", &["--chart", "p", "--json"]));
    assert_eq!((full["chart"].as_str(), full["rules"].as_str()), (Some("p"), Some("varde-1")));
    assert_eq!(full["first_signal"]["point"], 13);
    let centre = full["cl"][0].as_f64().expect("a number");
    let rows = months();
    let (events, stays) = rows.iter().fold((0, 0), |sum, (_, x, n)| (sum.0 + x, sum.1 + n));
    assert!((centre - 100.0 * f64::from(events) / f64::from(stays)).abs() < 1e-9, "in per cent, with all digits");
    // The numbers are those of the batch interface.
    let y: Vec<u32> = rows.iter().map(|row| row.1).collect();
    let n: Vec<u32> = rows.iter().map(|row| row.2).collect();
    let input =
        serde_json::json!({ "id": 1, "input": { "chart": "p", "rules": "varde-1", "y": y, "n": n, "multiply": 100 } });
    let batch = said(folder.path(), &["spc", "--batch", "-"], &input.to_string());
    let batch: Value = serde_json::from_str(&batch).expect("JSON");
    for field in ["y", "cl", "lcl", "ucl", "sigma_signal", "signals", "parts"] {
        assert_eq!(full[field], batch["result"][field], "{field}");
    }
}

#[test]
fn three_languages_say_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("falls.csv"), csv(&months())).expect("written");
    for (language, words) in [
        ("nb", ["høyere enn ventet siden januar 2025", "Regelsett varde-1", "første punkt er januar 2025"]),
        ("nn", ["høgare", "Regelsett varde-1", "første punkt er januar 2025"]),
        ("en", ["higher than expected since January 2025", "Rule set varde-1", "first point is January 2025"]),
    ] {
        let text = said(folder.path(), &args("falls.csv", &["--chart", "p", "--language", language]), "");
        for words in words {
            assert!(text.contains(words), "{language} {words}: {text}");
        }
        assert!(!text.contains("app-spc-") && !text.contains("indicators-"), "{text}");
    }
    let norwegian = said(folder.path(), &args("falls.csv", &[]), "");
    assert!(norwegian.contains("Hvorfor dette kartet"), "bokmål unless asked otherwise: {norwegian}");
}

fn parquet(rows: &[(String, u32, u32)]) -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
    use parquet::file::writer::SerializedFileWriter;
    let schema = "message rows { required binary month (UTF8); required double n_events; required int32 n_stays; }";
    let schema = std::sync::Arc::new(parquet::schema::parser::parse_message_type(schema).expect("a schema"));
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, std::sync::Arc::default()).expect("a writer");
    let mut group = writer.next_row_group().expect("a group");
    let months: Vec<ByteArray> = rows.iter().map(|row| ByteArray::from(row.0.as_str())).collect();
    let falls: Vec<f64> = rows.iter().map(|row| f64::from(row.1)).collect();
    let stays: Vec<i32> = rows.iter().map(|row| i32::try_from(row.2).expect("a number")).collect();
    let mut column = group.next_column().expect("read").expect("a column");
    column.typed::<ByteArrayType>().write_batch(&months, None, None).expect("written");
    column.close().expect("closed");
    let mut column = group.next_column().expect("read").expect("a column");
    column.typed::<DoubleType>().write_batch(&falls, None, None).expect("written");
    column.close().expect("closed");
    let mut column = group.next_column().expect("read").expect("a column");
    column.typed::<Int32Type>().write_batch(&stays, None, None).expect("written");
    column.close().expect("closed");
    group.close().expect("closed");
    writer.close().expect("closed");
    bytes
}

#[test]
fn files_are_read_as_people_send_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = months();
    let expected = {
        fs::write(folder.path().join("plain.csv"), csv(&rows)).expect("written");
        json(folder.path(), &args("plain.csv", &["--chart", "p", "--json"]))
    };
    let same = |file: &str| {
        let found = json(folder.path(), &args(file, &["--chart", "p", "--json"]));
        for field in ["y", "cl", "lcl", "ucl", "labels", "signals"] {
            assert_eq!(found[field], expected[field], "{file} {field}");
        }
    };
    // From a Norwegian spreadsheet: a mark for UTF-8, semicolons, decimal commas, CRLF, dates.
    let mut text = "\u{feff}month;n_events;n_stays;snitt\r\n".to_owned();
    for (month, falls, stays) in &rows {
        let (year, month) = month.split_once('-').expect("a month");
        write!(text, "{month}.{year};{falls},0;{stays};12,5\r\n").expect("written");
    }
    fs::write(folder.path().join("excel.csv"), &text).expect("written");
    same("excel.csv");
    // In Latin-1, with a column that cannot be spelt in ASCII, and capitals in the heading.
    let mut latin = b"Month;N_events;N_stays;sm\xe5\n".to_vec();
    for (month, falls, stays) in &rows {
        latin.extend(format!("{month};{falls};{stays};").into_bytes());
        latin.extend(b"\xf8\n");
    }
    fs::write(folder.path().join("latin.csv"), latin).expect("written");
    same("latin.csv");
    fs::write(folder.path().join("rows.parquet"), parquet(&rows)).expect("written");
    same("rows.parquet");
    // A workbook with real dates, and several rows a month that are added up.
    let mut sheet = Vec::new();
    for (month, falls, stays) in &rows {
        let (year, month) = month.split_once('-').expect("a month");
        let date = |day| jiff::civil::date(year.parse().expect("a year"), month.parse().expect("a month"), day);
        let row = |day, falls: u32, stays: u32| {
            vec![Cell::Date(date(day)), Cell::Number(f64::from(falls)), Cell::Number(f64::from(stays))]
        };
        sheet.push(row(3, 2, stays / 2));
        sheet.push(row(20, falls - 2, stays - stays / 2));
    }
    let head = ["month", "n_events", "n_stays"].map(str::to_owned).to_vec();
    let bytes = write_xlsx(&[Sheet { name: "data".to_owned(), head, rows: sheet }]).expect("a workbook");
    fs::write(folder.path().join("days.xlsx"), bytes).expect("written");
    let by_month = ["--chart", "p", "--by", "month", "--json"];
    let found = json(folder.path(), &args("days.xlsx", &by_month));
    for field in ["y", "cl", "lcl", "ucl", "labels", "signals"] {
        assert_eq!(found[field], expected[field], "{field}");
    }
    let words = said(folder.path(), &args("days.xlsx", &["--chart", "p", "--by", "month", "--language", "en"]), "");
    assert!(words.contains("48 rows became 24 points by adding them up"), "{words}");
}

#[test]
fn every_bad_row_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "month;n_events;n_stays\n2025-01;5;100\n2025-02;mange;100\n2025-03;7;-100\n2025-04;120;100\n\
                2025-05;-3;100\n2025-06;2;0\nSum;30;600\n;4;100\n2025;50;1200\n2025-07;3,5;100\n2025-08;3.5;100\n";
    fs::write(folder.path().join("bad.csv"), text).expect("written");
    let told = refused(folder.path(), &args("bad.csv", &["--chart", "p", "--language", "en"]));
    for (line, words) in [
        (3, "«mange»"),
        (4, "below zero"),
        (5, "120 of 100: the numerator is above the denominator"),
        (6, "count below zero"),
        (7, "The denominator is 0, yet 2 are counted"),
        (8, "“Sum” is no period"),
        (9, "does not say when"),
        (10, "another sort of period"),
        (12, "decimal"),
    ] {
        let found = told.lines().find(|text| text.contains(&format!("line {line},"))).unwrap_or_default();
        assert!(found.contains(words), "line {line}, {words}: {told}");
    }
    assert!(told.contains("9 faults"), "{told}");
    assert!(!told.contains("line 2,") && !told.contains("line 11,"), "{told}");
    let nynorsk = refused(folder.path(), &args("bad.csv", &["--chart", "p", "--language", "nn"]));
    assert!(nynorsk.contains("teljaren er større enn nemnaren"), "{nynorsk}");

    fs::write(folder.path().join("cut.csv"), "month,n_events,n_stays\n2025-01,5,100\n2025-02,6,100\n2025-03,")
        .expect("written");
    assert!(refused(folder.path(), &args("cut.csv", &["--language", "en"])).contains("cut.csv:4"));
    fs::write(folder.path().join("head.csv"), "month,n_events,n_stays\n").expect("written");
    assert!(refused(folder.path(), &args("head.csv", &["--language", "en"])).contains("headings only"));
    fs::write(folder.path().join("good.csv"), csv(&months())).expect("written");
    for (more, words) in [
        (&["--chart", "p", "--phase", "2031-01=x"][..], "no such point"),
        (&["--chart", "p", "--exclude", "99"], "no such point"),
        (&["--chart", "p", "--part", "24"], "ends no part"),
        (&["--sheet", "x", "--y", "falls"], "cannot be used multiple times"),
    ] {
        let output = varde(folder.path(), &args("good.csv", &[more, &["--language", "en"]].concat()), "");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains(words), "{more:?}: {text}");
    }
    let no_column = refused(folder.path(), &["spc", "good.csv", "--y", "falls", "--language", "en"]);
    assert!(no_column.contains("no column “falls”") && no_column.contains("n_stays"), "{no_column}");
    let no_n = refused(folder.path(), &["spc", "good.csv", "--chart", "u", "--y", "n_events", "--language", "en"]);
    assert!(no_n.contains("needs denominators"), "{no_n}");
}

#[test]
fn phases_locks_exclusions_and_gaps_are_drawn_and_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut rows = months();
    rows.remove(5);
    let mut text = csv(&rows);
    text = text.replace("2024-03,9,190", "2024-03,,190");
    fs::write(folder.path().join("falls.csv"), text).expect("written");
    let asked = [
        "--chart",
        "p",
        "--phase",
        "januar 2025=new ward",
        "--freeze",
        "2025-08",
        "--exclude",
        "2024-10=strike",
        "--target",
        "6",
        "--better",
        "lower",
        "--provisional",
        "1",
        "--language",
        "en",
    ];
    let words = said(folder.path(), &args("falls.csv", &asked), "");
    for expected in [
        "October 2024 is left out of centre, limits and runs: strike",
        "No row for June 2024: the line breaks there",
        "One row lacks a value or denominator (row 4 of the file)",
        "From January 2025: The centre line is",
        "the target of 6.0% is met",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    let full = json(folder.path(), &args("falls.csv", &[&asked[..], &["--json"]].concat()));
    assert_eq!(full["parts"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (full["parts"][1]["first"].as_u64(), full["phases"][0]["reason"].as_str()),
        (Some(13), Some("new ward"))
    );
    assert_eq!(full["filled"][0], "2024-06");
    assert_eq!(full["missing_lines"][0], 4);
    let baseline: Vec<bool> = full["baseline"].as_array().expect("points").iter().map(|b| b == true).collect();
    assert_eq!(baseline[12..], [true, true, true, true, true, true, true, true, false, false, false, false]);
    let parts = json(folder.path(), &args("falls.csv", &["--chart", "p", "--part", "12", "--json"]));
    assert_eq!(parts["parts"][1]["first"], 13);
}

#[test]
fn days_of_the_year_1900_are_refused_as_the_import_page_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows =
        (1..=12_i8).map(|n| vec![Cell::Date(jiff::civil::date(1900, 1, n)), Cell::Number(3.0), Cell::Number(40.0)]);
    let head = COLUMNS.iter().skip(1).step_by(2).map(|name| (*name).to_owned()).collect();
    let bytes = write_xlsx(&[Sheet { name: "data".to_owned(), head, rows: rows.collect() }]).expect("a workbook");
    fs::write(folder.path().join("days.xlsx"), bytes).expect("written");
    let text = refused(folder.path(), &args("days.xlsx", &["--chart", "p"]));
    assert_eq!(text.matches("Året kan ikke stemme").count(), 12, "{text}");
    // As text, too; but where points are numbered, such a number is one.
    let lines = |name: &dyn Fn(i32) -> String| {
        let lines = (1..=12).map(|n| format!("{},3,40\n", name(n)));
        format!("month,n_events,n_stays\n{}", lines.collect::<String>())
    };
    fs::write(folder.path().join("days.csv"), lines(&|n| format!("1900-01-{n:02}"))).expect("written");
    assert!(refused(folder.path(), &args("days.csv", &["--chart", "p"])).contains("Året kan ikke stemme"));
    fs::write(folder.path().join("numbers.csv"), lines(&|n| (1800 + n).to_string())).expect("written");
    said(folder.path(), &args("numbers.csv", &["--chart", "p"]), "");
}

#[test]
fn fractions_of_persons_are_told_and_drawn_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = csv(&months()).replacen(",14,", ",13.5,", 1);
    fs::write(folder.path().join("falls.csv"), text).expect("written");
    let expected = "One row counts in fractions (row 3 of the file)";
    for chart in ["p", "auto"] {
        let words = said(folder.path(), &args("falls.csv", &["--chart", chart, "--language", "en"]), "");
        assert!(words.contains(expected), "{chart}: {words}");
    }
    let full = json(folder.path(), &args("falls.csv", &["--chart", "p", "--json"]));
    assert_eq!(full["fraction_lines"], serde_json::json!([3]));
    // What is measured may be any number.
    let words = said(
        folder.path(),
        &["spc", "falls.csv", "--x", "month", "--y", "n_events", "--chart", "i", "--language", "en"],
        "",
    );
    assert!(!words.contains("fractions"), "{words}");
}

#[test]
fn the_chart_that_fits_is_found_with_its_reasons() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("falls.csv"), csv(&months())).expect("written");
    let found = json(folder.path(), &args("falls.csv", &["--json", "--language", "en"]));
    assert_eq!(found["chart"], "p");
    assert!(found["advice"]["words"][0].as_str().is_some_and(|words| words.contains("a p chart")), "{found}");
    assert!(found["advice"]["notes"].as_array().is_some_and(|notes| notes.iter().any(|n| n["code"] == "seasonal")));
    // Rare events cannot be drawn from counts; the report says what would show more.
    let rare: Vec<String> = (0..24).map(|i| format!("{i},{},40\n", u8::from(i % 7 == 0))).collect();
    let rare = rare.concat();
    fs::write(folder.path().join("rare.csv"), format!("month,n_events,n_stays\n{rare}")).expect("written");
    let text = said(folder.path(), &args("rare.csv", &["--language", "en"]), "");
    assert!(text.contains("P chart") && text.contains("A g or t chart of what lies between"), "{text}");
    // Values without denominators, from standard input, every row a point.
    let input = "days\n12,5\n13\n11,5\n14\n12\n13,5\n12,5\n13\n12\n11,5\n13,5\n12,5\n";
    let text = said(folder.path(), &["spc", "-", "--y", "days", "--language", "en"], input);
    assert!(text.contains("I chart") && text.contains("12 points from point 1 to point 12"), "{text}");
}

#[test]
fn help_teaches_by_examples() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = said(folder.path(), &["spc", "--help"], "");
    for words in
        ["varde spc falls.csv --x month --y falls --n stays", "Which chart?", "An empty", "docs/methods/rule-sets.md"]
    {
        assert!(help.contains(words), "{words}: {help}");
    }
}
