//! Every line of a golden file is a request with what others answer to it; the first line names them.

use serde_json::Value;
use varde_batch::{SPC, Table, answer};

/// Holds a file against our answers; numbers agree to `tolerance`, relative to the larger of the two.
#[track_caller]
fn check(table: &Table, file: &str, tolerance: f64) {
    let mut lines = file.lines();
    let source: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert!(source["source"].is_string());
    let mut faults = Vec::new();
    let mut compared = 0;
    for line in lines {
        let request: Value = serde_json::from_str(line).unwrap();
        let ours = answer(table, line);
        for (field, expected) in request["expected"].as_object().unwrap() {
            compared += 1;
            if let Some(fault) = differs(&ours["result"][field], expected, tolerance) {
                let input = request["input"].to_string();
                faults.push(format!("{} {field}: {fault}\n    {:.200}", request["id"], input));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {compared} differ:\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
    assert!(compared > 0);
}

fn differs(ours: &Value, theirs: &Value, tolerance: f64) -> Option<String> {
    match (ours, theirs) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            (0..).zip(a.iter().zip(b)).find_map(|(i, (a, b))| Some(format!("[{i}] {}", differs(a, b, tolerance)?)))
        }
        (Value::Object(a), Value::Object(b)) => b.iter().find_map(|(name, b)| match a.get(name) {
            None => Some(format!("{name} is missing")),
            Some(a) => Some(format!("{name} {}", differs(a, b, tolerance)?)),
        }),
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let near = (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1e-12);
            (!near).then(|| format!("{a} is not {b}"))
        }
        (a, b) => (a != b).then(|| format!("{a:.60} is not {b:.60}")),
    }
}

#[test]
fn a_difference_is_seen_at_any_depth() {
    let theirs = serde_json::json!({ "parts": [{ "n_obs": 3, "deep": { "x": 1.0 } }] });
    assert_eq!(differs(&theirs, &theirs, 1e-9), None);
    for ours in [
        serde_json::json!({ "parts": [{ "n_obs": 3 }] }),
        serde_json::json!({ "parts": [{ "n_obs": 3, "deep": {} }] }),
        serde_json::json!({ "parts": [{ "n_obs": 3, "deep": { "x": 1.1 } }] }),
        serde_json::json!({ "parts": [] }),
        serde_json::json!({}),
    ] {
        assert!(differs(&ours, &theirs, 1e-9).is_some(), "{ours}");
    }
}

#[test]
fn charts_are_those_of_qicharts2() {
    check(&SPC, include_str!("golden/qicharts2.jsonl"), 1e-9);
}

#[test]
fn keys_and_denominators_of_those_charts_are_those_of_their_rows() {
    // The file does not hold them; they follow from the rows that were asked about.
    let (mut keyed, mut with_n) = (0, 0);
    for line in include_str!("golden/qicharts2.jsonl").lines().skip(1) {
        let request: Value = serde_json::from_str(line).unwrap();
        let (input, ours) = (&request["input"], &answer(&SPC, line)["result"]);
        if !input["x_period"].is_null() || input["x_type"] == "category" {
            continue;
        }
        let rows = input["y"].as_array().unwrap().len();
        let numbered: Vec<Value> = (1..=rows).map(|row| Value::from(f64::from(u32::try_from(row).unwrap()))).collect();
        let keys = input["x"].as_array().unwrap_or(&numbered);
        let mut groups: Vec<Value> = keys.iter().filter(|key| !key.is_null()).cloned().collect();
        groups.sort_by(|a, b| match (a.as_f64(), b.as_f64()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => a.as_str().cmp(&b.as_str()),
        });
        groups.dedup();
        assert_eq!(differs(&ours["x"], &Value::from(groups.clone()), 1e-12), None, "{}", request["id"]);
        keyed += 1;
        let Some(n) = input["n"].as_array() else { continue };
        for (place, group) in groups.iter().enumerate() {
            let held = (0..rows).filter(|row| keys[*row] == *group && !input["y"][*row].is_null());
            let sum: f64 = held.filter_map(|row| n[row].as_f64()).sum();
            let expected = if sum == 0.0 { Value::Null } else { Value::from(sum) };
            assert_eq!(differs(&ours["n"][place], &expected, 1e-12), None, "{} {group}", request["id"]);
        }
        with_n += 1;
    }
    assert!(keyed > 100 && with_n > 20, "{keyed} {with_n}");
}

#[test]
fn making_data_count_is_that_of_plotthedots() {
    check(&SPC, include_str!("golden/plotthedots.jsonl"), 1e-9);
}

#[test]
fn rules_averages_sums_and_quantiles_are_those_of_qcc() {
    check(&SPC, include_str!("golden/qcc.jsonl"), 1e-9);
}

#[test]
fn subgroups_and_their_constants_are_those_of_the_range_in_r() {
    // R's ptukey is good to about ten digits, and its integral less.
    check(&SPC, include_str!("golden/subgroups.jsonl"), 1e-7);
}

#[test]
fn numbers_and_ranges_in_samples_are_those_of_base_r() {
    check(&SPC, include_str!("golden/base-r.jsonl"), 1e-7);
}

#[test]
fn all_rules_of_a_set_at_once_are_those_of_qcc_one_by_one() {
    // The file asks for one rule a line; the same series asked for all of them must name each as it is there.
    let mut series: Vec<(Value, Vec<(u64, Value)>)> = Vec::new();
    for line in include_str!("golden/qcc.jsonl").lines().skip(1) {
        let request: Value = serde_json::from_str(line).unwrap();
        if request["kind"] != "rules" {
            continue;
        }
        let mut input = request["input"].clone();
        let rule = input.as_object_mut().unwrap().remove("rule").unwrap().as_u64().unwrap();
        let marked = (rule, request["expected"]["violations"].clone());
        match series.iter_mut().find(|(known, _)| *known == input) {
            Some((_, rules)) => rules.push(marked),
            None => series.push((input, vec![marked])),
        }
    }
    let (mut whole, mut marks) = (0, 0);
    for (input, rules) in &series {
        let line = serde_json::json!({ "id": 1, "kind": "rules", "input": input }).to_string();
        let ours = answer(&SPC, &line)["result"]["by_rule"].as_array().unwrap().clone();
        let mut all: Vec<u64> = Vec::new();
        for (rule, expected) in rules {
            let found = ours.iter().find(|one| one["rule"] == *rule).unwrap();
            assert!(found["name"].is_string());
            assert_eq!(found["violations"], *expected, "{input:.200} {rule}");
            all.extend(expected.as_array().unwrap().iter().filter_map(Value::as_u64));
        }
        if rules.len() == ours.len() {
            all.sort_unstable();
            all.dedup();
            assert_eq!(answer(&SPC, &line)["result"]["violations"], Value::from(all.clone()));
            whole += 1;
        }
        marks += all.len();
    }
    assert!(whole > 40 && marks > 200, "{whole} whole sets, {marks} marks");
}

#[test]
fn cases_in_order_are_those_of_bchart_and_of_steiner() {
    check(&SPC, include_str!("golden/cases.jsonl"), 1e-9);
}
