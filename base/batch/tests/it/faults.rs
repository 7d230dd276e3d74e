//! What cannot be meant is refused or told, never passed over.

use serde_json::{Value, json};
use varde_batch::{SPC, answer};

fn ask(kind: &str, input: &Value) -> Value {
    answer(&SPC, &json!({ "id": 1, "kind": kind, "input": input }).to_string())
}

#[track_caller]
fn refused(kind: &str, input: &Value, code: &str) {
    let found = ask(kind, input);
    assert_eq!(found["error"]["code"], code, "{kind} {input}: {found:.300}");
}

#[track_caller]
fn warned(kind: &str, input: &Value, warning: &Value) {
    let found = ask(kind, input);
    let warnings = found["result"]["warnings"].as_array().cloned().unwrap_or_default();
    assert!(warnings.contains(warning), "{kind} {input}: {found:.600}");
}

fn steady(then: f64) -> Vec<f64> {
    let mut y = vec![5.0; 12];
    y.extend([then; 5]);
    y
}

#[test]
fn a_baseline_without_spread_is_told() {
    refused("rules", &json!({ "y": [5, 5, 50], "center": 5, "sd": 0 }), "field");
    for kind in ["cusum", "ewma"] {
        warned(kind, &json!({ "y": steady(50.0), "baseline": 12 }), &json!({ "code": "no_spread" }));
        warned(kind, &json!({ "y": [5] }), &json!({ "code": "no_spread" }));
    }
    let sums = ask("cusum", &json!({ "y": steady(50.0), "baseline": 12 }));
    assert_eq!(sums["result"]["pos"][13], Value::Null, "no sum that looks like one: {sums}");
    // A distance that is infinite in standard deviations is beyond every limit.
    let found = varde_spc::patterns(&[Some(5.0), Some(50.0)], 5.0, 0.0, varde_spc::RuleSet::WesternElectric1);
    assert_eq!(found[0].2, [1]);
}

#[test]
fn parameters_out_of_range_are_refused() {
    for (kind, input) in [
        ("ewma", json!({ "y": [1, 2], "sd": -1 })),
        ("ewma", json!({ "y": [1, 2], "nsigmas": -3 })),
        ("ewma", json!({ "y": [1, 2], "nsigmas": 0 })),
        ("ewma", json!({ "y": [1, 2], "lambda": 0 })),
        ("ewma", json!({ "y": [1, 2], "lambda": 1.1 })),
        ("cusum", json!({ "y": [1, 2], "sd": -1 })),
        ("rules", json!({ "y": [1, 2], "center": 1, "sd": -1 })),
        ("ra_cusum", json!({ "y": [1, 0], "p": [0.1, 0.2], "odds_up": 1 })),
        ("ra_cusum", json!({ "y": [1, 0], "p": [0.1, 0.2], "odds_down": 1 })),
        ("ra_cusum", json!({ "y": [1, 0], "p": [0.1, 0.2], "odds_down": 0 })),
        ("bernoulli_cusum", json!({ "x": [1, 0], "target": 0.1, "odds_ratio": 1 })),
    ] {
        refused(kind, &input, "field");
    }
    refused("spc", &json!({ "y": [1, 2], "multiply": 0 }), "scale");
    refused("spc", &json!({ "y": [1, 2], "multiply": -100 }), "scale");
}

#[test]
fn a_negative_denominator_is_missing_and_told() {
    let input = json!({ "chart": "p", "y": [1, 2, 3, 4], "n": [10, -10, 10, 10] });
    warned("spc", &input, &json!({ "code": "negative_denominator", "count": 1 }));
    assert_eq!(ask("spc", &input)["result"]["y"], json!([0.1, null, 0.3, 0.4]));
    // Not even when the sum of the subgroup is above zero.
    let input = json!({ "chart": "p", "y": [1, 2, 3], "n": [10, -5, 10], "x": [1, 1, 2] });
    warned("spc", &input, &json!({ "code": "negative_denominator", "count": 1 }));
    assert_eq!(ask("spc", &input)["result"]["y"][0], json!(0.1));
}

#[test]
fn one_row_has_no_deviation() {
    let with = ask("spc", &json!({ "y": [1, 2, 3], "agg": "sd", "x": [1, 2, 3] }));
    let without = ask("spc", &json!({ "y": [1, 2, 3], "agg": "sd" }));
    assert_eq!(with["result"]["y"], json!([null, null, null]));
    assert_eq!(with["result"]["y"], without["result"]["y"]);
}

#[test]
fn a_known_centre_for_each_row_has_as_many_rows() {
    refused("spc", &json!({ "y": [1, 2, 3], "cl": [1, 2] }), "unequal_columns");
    refused("spc", &json!({ "y": [1, 2, 3], "cl": [1, 2, 3, 4] }), "unequal_columns");
}
