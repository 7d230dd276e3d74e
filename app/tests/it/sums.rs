//! The charts that accumulate, and Pareto charts, of `varde spc FILE` on the real program.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json as object};

use crate::house::{json, refused, said};

/// Thirty weeks of waiting days: a little more from the twenty-first on.
fn waiting() -> Vec<f64> {
    let noise = [0.0, 0.9, -0.7, 0.3, -1.1, 0.8, -0.2, 1.0, -0.9, -0.1];
    (0..30)
        .map(|i| 12.0 + noise[i % 10] + if i < 20 { 0.0 } else { 1.6 })
        .map(|days: f64| (10.0 * days).round() / 10.0)
        .collect()
}

fn waiting_csv(folder: &Path) {
    let mut text = "uke;dager\n".to_owned();
    for (i, days) in waiting().iter().enumerate() {
        writeln!(text, "2025-W{:02};{}", i + 1, format!("{days:.1}").replace('.', ",")).expect("written");
    }
    fs::write(folder.join("waiting.csv"), text).expect("written");
}

/// Two hundred operations with their risks; from the 121st on, deaths come four times as often.
fn operations() -> Vec<(bool, f64)> {
    let risk = |i: usize| [0.02, 0.1, 0.05, 0.2, 0.08][i % 5];
    (0..200).map(|i| (if i < 120 { i % 12 == 3 } else { i % 3 == 0 }, risk(i))).collect()
}

fn operations_csv(folder: &Path) {
    let mut text = "day,died,expected\n".to_owned();
    for (i, (died, risk)) in operations().iter().enumerate() {
        writeln!(text, "2025-{:02}-{:02},{},{risk}", i / 20 + 1, i % 20 + 1, u8::from(*died)).expect("written");
    }
    fs::write(folder.join("operations.csv"), text).expect("written");
}

fn batch(folder: &Path, kind: &str, input: &Value) -> Value {
    let line = object!({ "id": 1, "kind": kind, "input": input }).to_string();
    let told: Value = serde_json::from_str(&said(folder, &["spc", "--batch", "-"], &line)).expect("JSON");
    told["result"].clone()
}

#[track_caller]
fn same(found: &Value, batch: &Value, fields: &[&str]) {
    for field in fields {
        assert!(!batch[field].is_null(), "{field}: {batch}");
        assert_eq!(found[field], batch[field], "{field}");
    }
}

/// The picture that a command draws.
fn drawn(folder: &Path, args: &[&str]) -> String {
    said(folder, &[args, &["--svg", "-"]].concat(), "")
}

#[test]
fn an_ewma_tells_a_small_lasting_change() {
    let folder = tempfile::tempdir().expect("a folder");
    waiting_csv(folder.path());
    let asked = ["spc", "waiting.csv", "--chart", "ewma", "--x", "uke", "--y", "dager", "--freeze", "2025-W20"];
    let text = said(folder.path(), &[&asked[..], &["--language", "en"]].concat(), "");
    for words in [
        "How has it gone with dager?",
        "The level has been higher than expected since",
        "The newest value weighs 0.2, and the limits lie 3 standard deviations out.",
        "(from the first 20)",
        "EWMA (weighted moving average), 30 points",
        "above the limit",
        "Single value",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Mind:"), "{text}");
    let full = json(folder.path(), &[&asked[..], &["--json"]].concat());
    let expected = batch(folder.path(), "ewma", &object!({ "y": waiting(), "baseline": 20 }));
    same(&full, &expected, &["ewma", "center", "sd", "lambda", "nsigmas", "lcl", "ucl", "signal", "violations"]);
    assert_eq!(full["signals"][0]["direction"], "up");
    let set = [&asked[..], &["--lambda", "0,4", "--nsigmas", "2.7", "--cl", "12", "--sd", "0.9", "--json"]].concat();
    let expected = batch(
        folder.path(),
        "ewma",
        &object!({ "y": waiting(), "lambda": 0.4, "nsigmas": 2.7, "center": 12, "sd": 0.9 }),
    );
    same(&json(folder.path(), &set), &expected, &["ewma", "lcl", "signal"]);
    let svg = drawn(folder.path(), &asked);
    assert!(svg.contains("class=\"chart-raw\"") && svg.contains("data-signal=\"outside\"") && svg.contains("EWMA"));
    // Nothing is known of the level beforehand: that is said.
    let own = said(folder.path(), &["spc", "waiting.csv", "--chart", "ewma", "--x", "uke", "--y", "dager"], "");
    assert!(own.contains("Merk: serien holdes mot sitt eget snitt"), "{own}");
}

#[test]
fn a_cusum_tells_since_when() {
    let folder = tempfile::tempdir().expect("a folder");
    waiting_csv(folder.path());
    let asked = ["spc", "waiting.csv", "--chart", "cusum", "--x", "uke", "--y", "dager", "--cl", "12", "--sd", "0.9"];
    let text = said(folder.path(), &[&asked[..], &["--language", "en", "--better", "lower"]].concat(), "");
    for words in [
        "The level has been higher than expected since week 21, 2025",
        "The threshold was reached once, at week 24, 2025",
        "a shift of 1 standard deviations (k = 0.5); the threshold is 5 standard deviations (h)",
        "Upwards",
        "Downwards",
        "upper sum past the threshold",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let full = json(folder.path(), &[&asked[..], &["--k", "0.25", "--h", "4", "--json"]].concat());
    let input = object!({ "y": waiting(), "center": 12, "sd": 0.9, "h": 4, "se_shift": 0.5 });
    let expected = batch(folder.path(), "cusum", &input);
    let fields = ["pos", "neg", "signal_upper", "signal_lower", "violations_upper", "h", "se_shift", "center", "sd"];
    same(&full, &expected, &fields);
    // The lower sum is a line of its own, and signals there.
    let down = ["spc", "waiting.csv", "--chart", "cusum", "--x", "uke", "--y", "dager", "--cl", "15", "--sd", "0.9"];
    let svg = drawn(folder.path(), &down);
    let trace = svg.split("class=\"chart-trace\"").nth(1).expect("the lower sum");
    let trace = trace.split("</g>").next().expect("its group");
    assert!(trace.contains("Nedover") && 3 < trace.matches("<path").count(), "line and marks: {trace}");
}

#[test]
fn cases_are_held_against_a_share_or_their_risks() {
    let folder = tempfile::tempdir().expect("a folder");
    operations_csv(folder.path());
    let events: Vec<bool> = operations().iter().map(|(died, _)| *died).collect();
    let risks: Vec<f64> = operations().iter().map(|(_, risk)| *risk).collect();
    let cases = ["spc", "operations.csv", "--x", "day", "--y", "died"];

    let bernoulli = [&cases[..], &["--chart", "bernoulli_cusum", "--freeze", "120"]].concat();
    let text = said(folder.path(), &[&bernoulli[..], &["--language", "en"]].concat(), "");
    for words in ["More than expected, probably since case 1", "(the mean of the first 120)", "8.33%", "Case"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let expected = batch(folder.path(), "bernoulli_cusum", &object!({ "x": events, "target": 120 }));
    let full = json(folder.path(), &[&bernoulli[..], &["--json"]].concat());
    same(&full, &expected, &["upper", "lower", "signal_upper", "violations_upper", "target"]);
    assert!(drawn(folder.path(), &bernoulli).contains("data-signal=\"outside\""));

    let adjusted = [&cases[..], &["--chart", "ra_cusum", "--risk", "expected"]].concat();
    let text = said(folder.path(), &[&adjusted[..], &["--arl", "2000", "--language", "en"]].concat(), "");
    for words in
        ["of 200 cases, against", "More than expected, probably since case 1", "once in 2,000 cases on average"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let input = object!({ "y": events, "p": risks, "arl": 2000, "run_length": true });
    let expected = batch(folder.path(), "ra_cusum", &input);
    let full = json(folder.path(), &[&adjusted[..], &["--arl", "2000", "--json"]].concat());
    same(&full, &expected, &["upper", "lower", "signal_upper", "vlad", "h", "arl0"]);
    let deaths = events.iter().filter(|died| **died).count();
    assert_eq!(full["observed"].as_u64(), u64::try_from(deaths).ok());

    // The display shows the same signals, at its own values.
    let vlad = [&cases[..], &["--chart", "vlad", "--risk", "expected"]].concat();
    let shown = json(folder.path(), &[&vlad[..], &["--json"]].concat());
    let sums = json(folder.path(), &[&adjusted[..], &["--json"]].concat());
    assert_eq!((&shown["signals"], &shown["vlad"]), (&sums["signals"], &sums["vlad"]));
    let text = said(folder.path(), &[&vlad[..], &["--language", "nn"]].concat(), "");
    assert!(text.contains("signala kjem frå den risikojusterte CUSUM-en") && text.contains("Som venta"), "{text}");
    let svg = drawn(folder.path(), &vlad);
    assert!(svg.contains("VLAD") && svg.contains("data-signal=\"outside\"") && !svg.contains("chart-trace"));
}

#[test]
fn causes_are_counted_by_row_or_by_a_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = "årsak\nfall\nmedisin\nfall\nfall\nutstyr\nmedisin\nfall\nannet\nfall\nmedisin\n";
    fs::write(folder.path().join("rows.csv"), rows).expect("written");
    fs::write(folder.path().join("sums.csv"), "årsak;antall\nmedisin;3\nfall;5\nutstyr;1\nannet;1\n").expect("written");
    let asked = ["spc", "rows.csv", "--chart", "pareto", "--x", "årsak"];
    let text = said(folder.path(), &[&asked[..], &["--language", "en"]].concat(), "");
    for words in
        ["What is there most of?", "fall: 5 of 10 (50%). The 2 most common of 4 make up 80%.", "Together", "100%"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let full = json(folder.path(), &[&asked[..], &["--json"]].concat());
    let causes: Vec<&str> = rows.lines().skip(1).collect();
    let expected = batch(folder.path(), "pareto", &object!({ "x": causes }));
    same(&full, &expected, &["x", "y", "y_cum", "p", "p_cum", "total"]);
    let summed =
        json(folder.path(), &["spc", "sums.csv", "--chart", "pareto", "--x", "årsak", "--y", "antall", "--json"]);
    same(&summed, &expected, &["x", "y", "p_cum", "total"]);
    let svg = drawn(folder.path(), &asked);
    assert!(svg.contains("data-chart=\"pareto\"") && svg.matches("chart-bar").count() == 4);
    let nb = said(folder.path(), &asked, "");
    assert!(nb.contains("Hva er det mest av?") && nb.contains("De 2 vanligste av 4 utgjør 80\u{a0}%"), "{nb}");
}

#[test]
fn what_cannot_be_meant_is_told_and_nothing_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    operations_csv(folder.path());
    waiting_csv(folder.path());
    let bad = "died,expected\n1,0.1\n2,0.1\nkanskje,0.2\n0,1.4\nnei,-0.1\nja,mye\n,0.3\n0,0.2\n";
    fs::write(folder.path().join("bad.csv"), bad).expect("written");
    let told = refused(
        folder.path(),
        &["spc", "bad.csv", "--chart", "ra_cusum", "--y", "died", "--risk", "expected", "--language", "en"],
    );
    for (line, words) in [
        (3, "«2»: Write 1 or 0"),
        (4, "«kanskje»: Write 1 or 0"),
        (5, "«1.4»: The risk must lie between 0 and 1"),
        (6, "«-0.1»: The risk must lie"),
        (7, "«mye»"),
    ] {
        let found = told.lines().find(|text| text.contains(&format!("line {line},"))).unwrap_or_default();
        assert!(found.contains(words), "line {line}, {words}: {told}");
    }
    assert!(told.contains("5 faults"), "{told}");
    fs::write(folder.path().join("causes.csv"), "cause,n\na,3\n,2\nb,-1\nc,1.5\nd,x\n").expect("written");
    let told = refused(
        folder.path(),
        &["spc", "causes.csv", "--chart", "pareto", "--x", "cause", "--y", "n", "--language", "en"],
    );
    for words in ["line 3, cause: The cell is empty", "line 4, n: «-1»", "line 5, n: «1.5»", "line 6, n: «x»"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let days = ["spc", "waiting.csv", "--x", "uke", "--y", "dager", "--language", "en"];
    for (more, words) in [
        (&["--chart", "ewma", "--phase", "2025-W10=x", "--h", "4"][..], "--phase, --h"),
        (&["--chart", "i", "--lambda", "0.2"], "--lambda"),
        (&["--chart", "cusum", "--target", "10"], "--target"),
        (&["--chart", "cusum", "--freeze", "2031-W01"], "no such point"),
        (&["--chart", "vlad"], "--risk"),
        (&["--chart", "bernoulli_cusum"], "Write 1 or 0"),
    ] {
        let told = refused(folder.path(), &[&days[..], more].concat());
        assert!(told.contains(words), "{more:?}: {told}");
    }
    let cases = ["spc", "operations.csv", "--y", "died", "--language", "en"];
    for (more, words) in [
        (&["--chart", "bernoulli_cusum", "--freeze", "999"][..], "no such point"),
        (&["--chart", "bernoulli_cusum", "--freeze", "3"], "--p0"),
        (&["--chart", "ra_cusum", "--risk", "risk"], "no column “risk”"),
        (&["--chart", "pareto"], "--x"),
    ] {
        let told = refused(folder.path(), &[&cases[..], more].concat());
        assert!(told.contains(words), "{more:?}: {told}");
    }
    fs::write(folder.path().join("flat.csv"), "y\n4\n4\n4\n4\n").expect("written");
    assert!(
        refused(folder.path(), &["spc", "flat.csv", "--chart", "cusum", "--y", "y", "--language", "en"])
            .contains("do not vary")
    );
    assert!(refused(folder.path(), &["spc", "flat.csv", "--chart", "i", "--language", "en"]).contains("--y"));
}
