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

#[test]
fn each_type_of_key_is_kept_apart() {
    let keyed = |x: Value, kind: Value| json!({ "y": [1, 2, 3], "x": x, "x_type": kind });
    for (x, kind) in [
        (json!(["2024-03-01", "2024-03-02", "2024-03-03"]), "number"),
        (json!([1, "2", 3]), "number"),
        (json!([1, 2, 3]), "date"),
        (json!(["2024-03-01", "March", "2024-03-03"]), "date"),
        (json!(["2024-03-01", 2, "2024-03-03"]), "date"),
        (json!(["a", true, "b"]), "category"),
    ] {
        refused("spc", &keyed(x, json!(kind)), "field");
    }
    assert_eq!(ask("spc", &keyed(json!([10, 9, "a"]), Value::Null))["result"]["x"], json!(["10", "9", "a"]));
    // A time of day, with its zone or without, is the day as written.
    let times = json!(["2024-03-01T12:00:00", "2024-03-02T23:30:00Z", "2024-03-03T00:30:00+02:00"]);
    let days = json!(["2024-03-01", "2024-03-02", "2024-03-03"]);
    for kind in [Value::Null, json!("date")] {
        assert_eq!(ask("spc", &keyed(times.clone(), kind))["result"]["x"], days);
    }
}

#[test]
fn a_period_needs_dates() {
    let found = ask("spc", &json!({ "y": [1, 3], "x": ["2024-03-01T12:00:00Z", "2024-03-09"], "x_period": "month" }));
    assert_eq!(found["result"]["x"], json!(["2024-03-01"]));
    for x in [json!([1, 2]), json!(["a", "b"]), json!(["2024-03-01", "b"]), Value::Null] {
        refused("spc", &json!({ "y": [1, 3], "x": x, "x_period": "month" }), "field");
    }
}

#[test]
fn places_that_no_point_has_are_told() {
    let told = |field: &str, value: usize| json!({ "code": "out_of_range", "field": field, "value": value });
    let y = json!([1, 2, 3]);
    for (field, given, value) in [
        ("exclude", json!([0]), 0),
        ("exclude", json!([1, 99]), 99),
        ("part", json!([0]), 0),
        ("part", json!([9]), 9),
        ("freeze", json!(99), 99),
        ("phases", json!([{ "first": 1 }, { "first": 99 }]), 99),
    ] {
        for kind in ["spc", "rebase"] {
            warned(kind, &json!({ "y": y, field: given }), &told(field, value));
        }
    }
    for value in [0, 99] {
        warned("mdc", &json!({ "y": y, "rebase_at": [value] }), &told("rebase_at", value));
    }
    for kind in ["ewma", "cusum"] {
        warned(kind, &json!({ "y": y, "baseline": 9 }), &told("baseline", 9));
    }
    let odd = json!({ "y": y, "phases": [{ "first": 1, "lock": 2 }] });
    warned("spc", &odd, &json!({ "code": "unknown_field", "field": "phases.lock" }));
    let sound = json!({ "y": y, "part": [2], "exclude": [1, 3] });
    assert_eq!(ask("spc", &sound)["result"]["warnings"], json!([]));
}

#[test]
fn exact_limits_tell_of_counts_that_cannot_be() {
    let told = |code: &str| json!({ "code": code, "count": 1 });
    let with = |y: Value, n: Value| json!({ "chart": "p", "y": y, "n": n });
    warned("exact_limits", &with(json!([-1, 2]), json!([9, 9])), &told("negative_count"));
    warned("exact_limits", &with(json!([10, 2]), json!([9, 9])), &told("share_above_one"));
    warned("exact_limits", &with(json!([1, 2]), json!([9.5, 9])), &told("counts_not_whole"));
    warned("exact_limits", &with(json!([1, 2]), json!([-9, 9])), &told("negative_denominator"));
    warned("exact_limits", &with(json!([1, 2]), json!([0, 9])), &told("zero_denominator"));
    let found = ask("exact_limits", &with(json!([1, 2, 3]), json!([-9, 0, 9])));
    assert_eq!(found["result"]["y"], json!([null, null, 3.0 / 9.0]));
    let limits = |confidence: f64| {
        let input = json!({ "chart": "c", "y": [1, 2, 3], "confidence": confidence });
        ask("exact_limits", &input)["result"].clone()
    };
    assert_eq!(limits(95.0)["ucl"], limits(0.95)["ucl"]);
    assert_eq!(limits(95.0).get("warnings"), None);
    refused("exact_limits", &json!({ "chart": "c", "y": [1], "confidence": 0 }), "level");
}

#[test]
fn segmentation_has_a_limit() {
    refused("segmentation", &json!({ "y": [1, 2], "min_segment": 0 }), "field");
    refused("segmentation", &json!({ "y": vec![1; 20_000] }), "too_long");
    refused("rebase", &json!({ "y": vec![1; 20_000] }), "too_long");
}

#[test]
fn subgroups_without_a_statistic_have_no_limits() {
    for chart in ["R", "S"] {
        let found = ask("subgroup", &json!({ "chart": chart, "rows": [[1, 2], [3], [2, 5]] }));
        assert_eq!((&found["result"]["lcl"][1], &found["result"]["ucl"][1]), (&Value::Null, &Value::Null), "{found}");
        assert_eq!(found["result"]["lcl"][0], json!(0.0));
    }
    for chart in ["xbar_R", "xbar_S", "R", "S"] {
        let found = ask("subgroup", &json!({ "chart": chart, "rows": [] }));
        assert_eq!(
            (&found["result"]["statistic"], &found["result"]["violations"]),
            (&json!([]), &json!([])),
            "{found}"
        );
        let found = ask("subgroup", &json!({ "chart": chart, "rows": [[1, 2], [], [2, 5]] }));
        assert_eq!(found["result"]["ucl"][1], Value::Null, "{found}");
    }
    let nested = json!({ "chart": "R", "rows": [[1, 2], [3, 4]], "subgroup_size": 2 });
    warned("subgroup", &nested, &json!({ "code": "subgroup_size_ignored" }));
}
