//! Lines of any sort: no panic, and one answer for each, which holds a result or says what is wrong.

use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use varde_batch::{FUNNEL, GTT, SPC, Table, run, scan_csv};

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
    fn tables_to_scan_are_read_or_refused(
        rows in prop::collection::vec(("[ab]", "[uv]?", "(2020-0[1-9]|x)?", "-?[0-9]{0,3}(\\.5)?|1e308|NaN", "-?[0-9]{0,3}|inf"), 0..40), tail in prop::collection::vec(any::<u8>(), 0..8)
    ) {
        let rows: String = rows.iter().map(|(a, b, c, d, e)| format!("{a},{b},{c},{d},{e}\n")).collect();
        let mut bytes = format!("indicator,unit,period,numerator,denominator\n{rows}").into_bytes();
        bytes.extend(tail);
        if let Err(error) = scan_csv(bytes.as_slice(), 0.05) {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}
