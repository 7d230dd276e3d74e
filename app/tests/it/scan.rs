//! `varde scan` on the real program: many series from files as people send them, without a database.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;
use varde_document::{Cell, Sheet, write_xlsx};

use crate::house::{json, refused, said};

/// Indicator, unit, year, month, numerator, denominator.
type Line = (&'static str, &'static str, i16, i8, u32, u32);

/// Two years of falls in four wards: from the thirteenth month there are more in one, and two are small.
fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for i in 0..24_u32 {
        let (year, month) = (2024 + i16::from(12 <= i), i8::try_from(i % 12 + 1).expect("a month"));
        let noise = [0, 3, 1, 4, 2][(i % 5) as usize];
        let moved = if i < 12 { 12 } else { 32 };
        lines.push(("fall", "Post Ø", year, month, noise + moved, 200));
        lines.push(("fall", "Post B", year, month, noise + 12, 200));
        lines.push(("fall", "Post C", year, month, u32::from(i % 3 == 0), 20));
        lines.push(("fall", "Post D", year, month, u32::from(i % 4 == 0), 20));
    }
    // In the order of their text, October comes before February.
    lines.reverse();
    lines
}

fn csv(head: &str, write_line: impl Fn(&mut String, &Line)) -> String {
    let mut text = format!("{head}\n");
    for line in lines() {
        write_line(&mut text, &line);
    }
    text
}

fn plain() -> String {
    csv("indicator,unit,period,numerator,denominator,parent", |text, (indicator, unit, year, month, x, n)| {
        writeln!(text, "{indicator},{unit},{year}-{month:02},{x},{n},Sykehuset").expect("written");
    })
}

#[test]
fn what_has_changed_is_told_with_since_when() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("series.csv"), plain()).expect("written");
    let text = said(folder.path(), &["scan", "series.csv", "--language", "en"], "");
    for words in [
        "Which of 5 series have changed?",
        "One series has changed. At most 10% of the alerts are expected to be false.",
        "Post Ø",
        "January 2025",
        "more",
        "Fewer than 12 events: 2 (fall (Post C), fall (Post D))",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for (language, words) in [("nb", "Én serie har endret seg."), ("nn", "Éin serie har endra seg.")] {
        let text = said(folder.path(), &["scan", "series.csv", "--language", language], "");
        assert!(text.contains(words) && text.contains("januar 2025"), "{text}");
        assert!(!text.contains("app-") && !text.contains("indicators-"), "{text}");
    }
    let full = json(folder.path(), &["scan", "series.csv", "--json"]);
    let alert = &full["alerts"][0];
    assert_eq!((alert["unit"].as_str(), alert["first"].as_u64()), (Some("Post Ø"), Some(13)));
    assert_eq!((alert["since"].as_str(), alert["chart"].as_str()), (Some("januar 2025"), Some("p")));
    assert_eq!((full["series"].as_u64(), full["rows"].as_u64()), (Some(5), Some(96)));
    assert!(full["too_little"].to_string().contains("Post C"), "{full}");
    let quiet: String = plain().split_inclusive('\n').filter(|line| !line.contains("Post Ø")).collect();
    let none = said(folder.path(), &["scan", "-", "--language", "en"], &quiet);
    assert!(none.contains("Which of 4 series") && none.contains("No series have certainly changed"), "{none}");
}

#[test]
fn files_are_read_as_people_send_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let same = |file: &str, input: &str| {
        let found: Value = serde_json::from_str(&said(folder.path(), &["scan", file, "--json"], input)).expect("JSON");
        (found["alerts"].clone(), found["watch"].clone(), found["too_little"].clone())
    };
    fs::write(folder.path().join("plain.csv"), plain()).expect("written");
    let expected = same("plain.csv", "");
    assert_eq!(expected.0.as_array().map(Vec::len), Some(1));
    assert_eq!(same("-", &plain()), expected);
    // Norwegian headings and months, a mark for UTF-8, semicolons and decimal commas.
    let norwegian =
        csv("\u{feff}Indikator;Enhet;Periode;Teller;Nevner;parent", |text, (indicator, unit, year, month, x, n)| {
            writeln!(text, "{indicator};{unit};{month:02}.{year};{x},0;{n};Sykehuset").expect("written");
        });
    fs::write(folder.path().join("norsk.csv"), &norwegian).expect("written");
    assert_eq!(same("norsk.csv", ""), expected);
    let latin: Vec<u8> = norwegian
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|l| u8::try_from(u32::from(l)).expect("Latin-1"))
        .collect();
    fs::write(folder.path().join("latin.csv"), latin).expect("written");
    assert_eq!(same("latin.csv", ""), expected);
    let rows = lines().into_iter().map(|(indicator, unit, year, month, x, n)| {
        let text = |text: &str| Cell::Text(text.to_owned());
        let period = text(&format!("{year}-{month:02}"));
        let (x, n) = (Cell::Number(f64::from(x)), Cell::Number(f64::from(n)));
        vec![text(indicator), text(unit), period, x, n, text("Sykehuset")]
    });
    let head = ["indicator", "unit", "period", "numerator", "denominator", "parent"].map(str::to_owned).to_vec();
    let bytes = write_xlsx(&[Sheet { name: "data".to_owned(), head, rows: rows.collect() }]).expect("a workbook");
    fs::write(folder.path().join("series.xlsx"), bytes).expect("written");
    assert_eq!(same("series.xlsx", ""), expected);
}

#[test]
fn every_bad_row_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "indicator;unit;period;numerator;denominator;kind;better;parent\n".to_owned();
    for month in 1..=12 {
        writeln!(text, "fall;A;2025-{month:02};{month};100;;;H").expect("written");
    }
    // Lines 14 to 27.
    text.push_str(
        "fall;A;2025-03;4;100;;;H\n;A;2025-04;4;100;;;H\nfall;;2025-04;4;100;;;H\nfall;B;;4;100;;;H\n\
         fall;B;2025;4;100;;;H\nfall;B;Sum;4;100;;;H\nfall;B;2025-01;mange;100;;;H\nfall;B;2025-02;-4;100;;;H\n\
         fall;B;2025-03;4;-100;;;H\nfall;B;2025-04;400;100;;;H\nfall;B;2025-05;4;0;;;H\nfall;B;2025-06;4;100;andel;;H\n\
         fall;B;2025-07;4;100;;best;H\nfall;B;2025-08;4;100;;;Other\nfall;B;2025-09;;100;;;H\n",
    );
    fs::write(folder.path().join("bad.csv"), &text).expect("written");
    let told = refused(folder.path(), &["scan", "bad.csv", "--language", "en"]);
    for (line, words) in [
        (14, "Line 4 says the same"),
        (15, "indicator: The cell is empty"),
        (16, "unit: The cell is empty"),
        (17, "does not say when"),
        (18, "another sort of period"),
        (19, "“Sum” is no period"),
        (20, "«mange»"),
        (21, "count below zero"),
        (22, "below zero"),
        (23, "400 of 100: the numerator is above the denominator"),
        (24, "denominator is 0, yet 4"),
        (25, "«andel»: Write share, rate"),
        (26, "«best»: Write higher"),
        (27, "another unit above it"),
    ] {
        let found = told.lines().find(|text| text.contains(&format!("line {line},"))).unwrap_or_default();
        assert!(found.contains(words), "line {line}, {words}: {told}");
    }
    assert!(told.contains("14 faults") && !told.contains("line 28"), "a missing number is no fault: {told}");
    assert!(
        refused(folder.path(), &["scan", "bad.csv", "--language", "nn"]).contains("teljaren er større enn nemnaren")
    );

    let kinds = "indicator,unit,period,numerator,kind\na,x,1,5,count\na,x,2,6,value\na,y,1,2,sample\na,y,2,0,\n";
    fs::write(folder.path().join("kinds.csv"), kinds).expect("written");
    let told = refused(folder.path(), &["scan", "kinds.csv", "--language", "en"]);
    assert!(told.contains("line 3, kind: «value»: Earlier rows") && told.contains("line 4, kind: «sample»"), "{told}");

    fs::write(folder.path().join("columns.csv"), "indikator;enhet;tid\na;b;2025\n").expect("written");
    let told = refused(folder.path(), &["scan", "columns.csv", "--language", "en"]);
    assert!(told.contains("no column “period”") && told.contains("no column “numerator”"), "{told}");
    fs::write(folder.path().join("names.csv"), "indicator,unit,period,numerator\na,b,first,1\na,b,second,2\n")
        .expect("written");
    assert!(refused(folder.path(), &["scan", "names.csv", "--language", "en"]).contains("“second” is no period"));
    fs::write(folder.path().join("head.csv"), "indicator,unit,period,numerator\n").expect("written");
    assert!(refused(folder.path(), &["scan", "head.csv", "--language", "en"]).contains("headings only"));
    fs::write(folder.path().join("cut.csv"), "indicator,unit,period,numerator\na,b,2025-01,1\na,b,").expect("written");
    assert!(refused(folder.path(), &["scan", "cut.csv", "--language", "en"]).contains("cut.csv:3"));
}

#[test]
fn help_teaches_by_examples() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = said(folder.path(), &["scan", "--help"], "");
    for words in ["varde scan series.csv", "falls;Ward 1;2025-01;12;840;lower;Hospital", "docs/methods/scan.md"] {
        assert!(help.contains(words), "{words}: {help}");
    }
}

#[test]
fn days_of_the_year_1900_are_refused_and_fractions_of_persons_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = ["indicator", "unit", "period", "numerator", "denominator"].map(str::to_owned).to_vec();
    let row = |n: i8| {
        let (indicator, unit) = (Cell::Text("fall".to_owned()), Cell::Text("Post B".to_owned()));
        vec![indicator, unit, Cell::Date(jiff::civil::date(1900, 1, n)), Cell::Number(3.0), Cell::Number(40.0)]
    };
    let bytes = write_xlsx(&[Sheet { name: "data".to_owned(), head, rows: (1..=12).map(row).collect() }]);
    fs::write(folder.path().join("days.xlsx"), bytes.expect("a workbook")).expect("written");
    let text = refused(folder.path(), &["scan", "days.xlsx"]);
    assert_eq!(text.matches("Året kan ikke stemme").count(), 12, "{text}");
    assert!(!text.contains("ingen periode"), "each is told once: {text}");

    let broken = plain().replacen(",15,200,", ",15.5,200,", 1);
    let line = 1 + broken.lines().position(|line| line.contains("15.5")).expect("a line");
    fs::write(folder.path().join("series.csv"), broken).expect("written");
    let words = said(folder.path(), &["scan", "series.csv", "--language", "en"], "");
    assert!(words.contains(&format!("One row counts in fractions (row {line} of the file)")), "{words}");
    let full = json(folder.path(), &["scan", "series.csv", "--json"]);
    assert_eq!(full["fraction_lines"], serde_json::json!([line]));
}
