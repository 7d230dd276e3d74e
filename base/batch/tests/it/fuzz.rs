//! Lines of any sort: no panic, and one answer for each, which holds a result or says what is wrong.

use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use varde_batch::{FUNNEL, GTT, SPC, ScanSeries, Table, run, scan_series};
use varde_spc::mdc::Better;
use varde_spc::{Kind, Series};

const TABLES: [&Table; 3] = [&SPC, &FUNNEL, &GTT];

/// Short lines that others' figures are held against: good ones to spoil.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    let files = ["base-r.jsonl", "cases.jsonl", "plotthedots.jsonl", "qcc.jsonl", "qicharts2.jsonl", "subgroups.jsonl"];
    let texts = files.map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    texts.iter().flat_map(|text| text.lines().filter(|line| line.len() < 1_500)).map(str::to_owned).collect()
});

/// What comes of some bytes: one answer for each line that is not blank.
fn check(table: &Table, bytes: &[u8]) {
    let mut written = Vec::new();
    let count = run(table, &mut &*bytes, &mut written).unwrap();
    let answers: Vec<Value> =
        String::from_utf8(written).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len() as u64, count.lines);
    for answer in &answers {
        let (result, error) = (answer.get("result"), answer.get("error"));
        assert!(result.is_some() != error.is_some(), "{answer}");
        let told = |name: &str| error.is_none_or(|error| error[name].as_str().is_some_and(|text| !text.is_empty()));
        assert!(told("code") && told("message"), "{answer}");
    }
    assert_eq!(answers.iter().filter(|answer| answer.get("error").is_some()).count() as u64, count.errors);
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (0..40_i64).prop_map(|n| json!(n)),
        2 => (-5.0..5.0_f64).prop_map(|x| json!(x)),
        1 => prop::sample::select(vec![json!(0), json!(-1), json!(1e308), json!(-1e308), json!(5e-324), json!(1e15), json!(null)]),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => number(),
        5 => prop::collection::vec(number(), 0..30).prop_map(Value::Array),
        1 => prop::collection::vec(prop::collection::vec(number(), 0..5), 0..5).prop_map(|rows| json!(rows)),
        1 => prop::sample::select(vec![json!(true), json!(""), json!("p"), json!("xbar"), json!("up"), json!({}), json!([{}]), json!("2020-01")]),
    ]
}

const FIELDS: [&str; 24] = [
    "y",
    "n",
    "x",
    "subgroup",
    "center",
    "sd",
    "baseline",
    "lambda",
    "freeze",
    "target",
    "odds_ratio",
    "p",
    "group",
    "table",
    "teams",
    "alpha",
    "chart",
    "rules",
    "exclude",
    "multiply",
    "numerator",
    "denominator",
    "sigma",
    "min_length",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for table in TABLES {
            check(table, &bytes);
        }
    }

    #[test]
    fn spoilt_lines_are_answered(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), cut in 0..6_usize, put in "[ -~]{0,4}"
    ) {
        let mut bytes = which.get(&LINES[..]).clone().into_bytes();
        let place = at.index(bytes.len());
        let end = (place + cut).min(bytes.len());
        bytes.splice(place..end, put.bytes());
        check(&SPC, &bytes);
    }

    #[test]
    fn fields_that_cannot_be_meant_are_answered(
        fields in prop::collection::btree_map(prop::sample::select(FIELDS.to_vec()), value(), 0..7), which in any::<prop::sample::Index>()
    ) {
        let all: Vec<(&Table, &str)> =
            TABLES.iter().flat_map(|table| table.kinds.iter().map(|(name, _)| (*table, *name))).collect();
        let (table, kind) = *which.get(&all);
        check(table, json!({ "id": 1, "kind": kind, "input": fields }).to_string().as_bytes());
    }

    #[test]
    fn whatever_is_scanned_every_series_is_judged_or_told_why_not(
        all in prop::collection::vec(("[ab]", "[uvw]", prop::option::of("[xy]"), 0..4_usize, prop::collection::vec(point(), 0..30)), 0..12)
    ) {
        let kinds = [Kind::P, Kind::U, Kind::C, Kind::I];
        let series: Vec<ScanSeries> = all
            .into_iter()
            .map(|(indicator, unit, parent, kind, points)| ScanSeries {
                indicator, unit, parent, kind: kinds[kind], better: Better::Lower, series: Series::ratio(points),
            })
            .collect();
        let found = scan_series(&series, 0.05);
        prop_assert!(found.alerts().len() + found.too_little().len() <= found.count());
        prop_assert!(found.json(&|_, _| None).is_object());
    }
}

/// A numerator and a denominator, sound or not.
fn point() -> impl Strategy<Value = (f64, f64)> {
    let number = || prop_oneof![6 => (0..400_u32).prop_map(f64::from), 1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, -3.5, 1e308, 0.0])];
    (number(), number())
}
