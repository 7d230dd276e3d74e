//! `varde events` on the real program: deliveries in, figures out, and nothing half-loaded.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::house::{said, varde};

const TAKE: [&str; 6] = ["events", "take", "--source", "npr", "--key", "key"];
const COMPUTE: [&str; 6] = ["events", "compute", "--as-of", "2025-12-31", "--definition", "survival-30d-all"];

/// So many stays in a unit in 2024, of which the first so many end in death.
fn stays(unit: &str, from: usize, n: usize, dead: usize) -> String {
    let mut rows = String::new();
    for at in 0..n {
        let id = from + at;
        let died = if at < dead { "2024-03-12" } else { "" };
        writeln!(rows, "{id};{id};stay;{unit};2024-03-02T10:00;2024-03-07T10:00;1950-01-01;f;1;{died}").expect("text");
    }
    rows
}

fn file(folder: &Path, name: &str, rows: &[String]) {
    let head = "person;event;kind;unit;start;end;born;sex;acute;died\n";
    fs::write(folder.join(name), format!("{head}{}", rows.concat())).expect("written");
}

fn take<'a>(files: &[&'a str]) -> Vec<&'a str> {
    [&TAKE[..], files].concat()
}

fn prepare(folder: &Path) {
    fs::write(folder.join("key"), [7_u8; 32]).expect("a secret");
    file(folder, "stays.csv", &[stays("top", 0, 60, 12), stays("ward", 100, 30, 2), stays("hut", 200, 5, 0)]);
}

fn computed(folder: &Path, more: &[&str]) -> Value {
    let text = said(folder, &[&COMPUTE[..], &["--format", "json"], more].concat(), "");
    serde_json::from_str(&text).expect("JSON")
}

fn refused(folder: &Path, args: &[&str]) -> String {
    let output = varde(folder, args, "");
    assert_eq!(output.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "nothing is half-told");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_delivery_becomes_figures_with_what_they_rest_on() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let taken = said(folder.path(), &take(&["stays.csv"]), "");
    assert!(taken.contains("95 new") && taken.contains("14 deaths"), "{taken}");
    let again = said(folder.path(), &take(&["stays.csv"]), "");
    assert!(again.contains("nothing was done"), "{again}");
    let listed = said(folder.path(), &["events", "list", "--check"], "");
    for words in ["npr", "2024", "95", "as it was written"] {
        assert!(listed.contains(words), "{words}: {listed}");
    }

    let found = computed(folder.path(), &[]);
    let sheet = &found[0];
    assert_eq!((sheet["definition"].as_str(), sheet["version"].as_u64()), (Some("survival-30d-all"), Some(1)));
    assert_eq!(sheet["key"], "survival-30d-all/1; cut-off 2025-12-31; structure 2025-12-31; suppression 5-10-0 5-10-0");
    let of =
        |unit: &str| sheet["figures"].as_array().expect("rows").iter().find(|row| row["unit"] == unit).expect("it");
    let top = of("top");
    assert_eq!((top["numerator"].as_f64(), top["denominator"].as_f64()), (Some(48.0), Some(60.0)));
    assert_eq!((top["period"].as_str(), top["crude"]["value"].as_f64()), (Some("2024"), Some(0.8)));
    assert_eq!((top["standardised"]["covered"].as_f64(), top["provisional"].as_bool()), (Some(1.0), Some(false)));
    // Two died among thirty, and five are too few for anything.
    let states = ["top", "ward", "hut"].map(|unit| of(unit)["state"].as_str().expect("a state"));
    assert_eq!(states, ["shown", "kept_back", "too_few"]);
    assert!(of("ward")["numerator"].is_null() && of("ward")["crude"].is_null(), "{}", of("ward"));
    let whole = computed(folder.path(), &["--whole", "--unit", "ward"]);
    assert_eq!((whole[0]["figures"][0]["numerator"].as_f64(), whole[0]["figures"][1].is_null()), (Some(28.0), true));
    assert!(whole[0]["key"].as_str().expect("a key").ends_with("suppression none"));

    let text = said(folder.path(), &COMPUTE, "");
    for words in ["Survival 30 days after admission", "cut-off 2025-12-31", "80.0", "kept back", "too few"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(said(folder.path(), &COMPUTE, ""), text, "the same input, the same bytes");
    let csv = said(folder.path(), &[&COMPUTE[..], &["--format", "csv"]].concat(), "");
    assert!(csv.contains("survival-30d-all,1,top,2024,shown,0,48,60,0.8,"), "{csv}");
    assert!(csv.contains("survival-30d-all,1,ward,2024,kept_back,0,,,,"), "{csv}");

    // On an earlier day it was too early to tell, and nobody is counted.
    let early =
        [&COMPUTE[..3], &["2024-03-20", "--definition", "survival-30d-all", "--whole", "--format", "json"]].concat();
    let early: Value = serde_json::from_str(&said(folder.path(), &early, "")).expect("JSON");
    let first = &early[0]["figures"][1];
    assert_eq!((first["unit"].as_str(), first["left_out"]["not-ripe"].as_i64()), (Some("top"), Some(60)), "{early}");
    assert_eq!(first["provisional"], true);
}

#[test]
fn what_cannot_be_read_is_named_and_nothing_is_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    assert!(refused(folder.path(), &["events", "list"]).contains("events take"));
    file(
        folder.path(),
        "bad.csv",
        &[
            stays("top", 0, 1, 0),
            "1;1;party;top;2024-03-02;;;f;1;\n".to_owned(),
            "2;2;stay;top;2024-03-02;2024-03-01;;f;1;\n".to_owned(),
            "3;3;stay;to".to_owned(),
        ],
    );
    let told = refused(folder.path(), &take(&["stays.csv", "bad.csv"]));
    for words in [
        "nothing was taken in",
        "bad.csv, line 3: kind is none of the names",
        "bad.csv, line 4: end lies before the beginning",
        "bad.csv, line 5: the line is broken",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(refused(folder.path(), &["events", "list"]).contains("no event data"));
    said(folder.path(), &take(&["stays.csv"]), "");
    fs::write(folder.path().join("other"), [8_u8; 32]).expect("a secret");
    let other = ["events", "take", "--source", "npr", "--key", "other", "stays.csv"];
    assert!(refused(folder.path(), &other).contains("another secret"));
    fs::write(folder.path().join("short"), "secret").expect("no secret");
    let short = ["events", "take", "--source", "npr", "--key", "short", "stays.csv"];
    assert!(refused(folder.path(), &short).contains("at least 32 bytes"));
    for (args, words) in [
        (&["events", "compute", "--as-of", "soon"][..], "no date"),
        (&["events", "compute", "--as-of", "2025-12-31", "--definition", "x"], "readmission-30d"),
        (&["events", "compute", "--as-of", "2025-12-31", "--unit", "x"], "no event is of a unit"),
    ] {
        assert!(refused(folder.path(), args).contains(words), "{words}");
    }
}

#[test]
fn a_killed_delivery_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    said(folder.path(), &take(&["stays.csv"]), "");
    file(folder.path(), "more.csv", &[stays("top", 0, 6_000, 100), stays("ward", 10_000, 6_000, 0)]);
    let (mut waits, mut taken) = ([20_u64, 80, 200, 400, 800, 1_500].into_iter(), false);
    while let (Some(wait), false) = (waits.next(), taken) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_varde"))
            .args(take(&["more.csv"]))
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("killed");
        child.wait().expect("ended");
        let listed = said(folder.path(), &["events", "list", "--check", "--json"], "");
        let listed: Value = serde_json::from_str(&listed).expect("JSON");
        taken = listed["deliveries"].as_array().expect("deliveries").len() == 2;
        let events: u64 = listed["held"].as_array().expect("parts").iter().filter_map(|p| p["events"].as_u64()).sum();
        // All of the first delivery's events are in the second, as they were or corrected.
        assert_eq!(events, if taken { 12_000 } else { 95 }, "{listed:#}");
    }
    if !taken {
        said(folder.path(), &take(&["more.csv"]), "");
    }
    let found = computed(folder.path(), &["--whole", "--unit", "ward"]);
    assert_eq!(found[0]["figures"][0]["denominator"].as_f64(), Some(6_000.0));
    // How far it has come is told where it does not mix with the answer, and only when asked.
    file(folder.path(), "last.csv", &[stays("hut", 30_000, 5, 0)]);
    let quiet = varde(folder.path(), &take(&["more.csv"]), "");
    assert!(quiet.status.success() && quiet.stderr.is_empty());
    let told = varde(folder.path(), &[&take(&["last.csv"])[..], &["--progress"]].concat(), "");
    let text = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.success() && text.contains("Reading") && text.contains("Writing: 16 of 16 parts"), "{text}");
}

#[test]
fn figures_become_values_of_series_with_what_they_rest_on() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    said(folder.path(), &["init", "--content", "--administrator", "Test Testesen"], "");
    let publish = ["events", "publish", "--as-of", "2025-12-31", "--definition", "survival-30d-all"];
    assert!(refused(folder.path(), &publish).contains("no event data"));
    said(folder.path(), &take(&["stays.csv"]), "");
    let told = refused(folder.path(), &publish);
    assert!(told.contains("number top, ward, hut") && told.contains("nothing was written"), "{told}");

    // The source names the unit by a code that is known, and those above it get its sums.
    file(folder.path(), "moved.csv", &[stays("fhi", 0, 60, 12), stays("fhi", 100, 30, 2), stays("fhi", 200, 5, 0)]);
    said(folder.path(), &take(&["moved.csv"]), "");
    let dry = said(folder.path(), &[&publish[..], &["--dry-run"]].concat(), "");
    let n = dry.split_once('(').and_then(|(_, rest)| rest.split_once(' ')).expect("a number").0.to_owned();
    assert!(n != "0" && dry.contains(&format!(" {n} new")) && dry.contains("dry run"), "{dry}");
    for expected in ["new", "as before"] {
        let written = said(folder.path(), &publish, "");
        assert!(written.contains(&format!(" {n} {expected}")) && written.contains("Written."), "{expected}: {written}");
    }
}
