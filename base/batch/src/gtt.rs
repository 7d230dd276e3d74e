//! The kinds of `varde gtt estimate --batch`.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use varde_stats::agreement::{Agreement, Weights, cohen, gwet_ac1, scott};
use varde_stats::review::{Team, estimate};

use crate::stats::{is_whole, level, pair};
use crate::{Fields, Problem, Table, number};

/// What `varde gtt estimate --batch` computes: an estimate when the input has teams, agreement when it has a
/// table.
pub const GTT: Table =
    Table { default: "gtt", kinds: &[("gtt", either), ("estimate", of_teams), ("agreement", of_table)] };

/// The official number of resamples.
const RESAMPLES: usize = 10_000;
/// More would only take time.
const MOST_RESAMPLES: usize = 10_000_000;

fn either(input: &mut Fields<'_>) -> Result<Value, Problem> {
    if input.raw("table").is_some() { of_table(input) } else { of_teams(input) }
}

fn of_teams(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let wrong = || Problem::new("field", "\"teams\" must be a list of {\"n\", \"x\", \"stays\"}");
    let list = input.maybe_list("teams")?.ok_or_else(|| Problem::new("missing_field", "\"teams\" is missing"))?;
    let teams: Vec<Team> = list
        .iter()
        .map(|team| {
            let field = |name: &str| team.get(name).and_then(Value::as_f64);
            Some(Team { n: field("n")?, x: field("x")?, stays: field("stays")? })
        })
        .collect::<Option<_>>()
        .ok_or_else(wrong)?;
    let known = ["n", "x", "stays"];
    let names = list.iter().filter_map(Value::as_object).flat_map(Map::keys);
    let unknown: BTreeSet<&String> = names.filter(|name| !known.contains(&name.as_str())).collect();
    for name in unknown {
        input.warn(json!({ "code": "unknown_field", "field": format!("teams.{name}") }));
    }
    let level = level(input)?;
    let resamples = input.maybe_count("resamples")?.unwrap_or(RESAMPLES);
    let seed = input.maybe_count("seed")?.unwrap_or(1);
    if MOST_RESAMPLES < resamples {
        return Err(Problem::new("resamples", format!("at most {MOST_RESAMPLES} resamples")));
    }
    let problem = |error: varde_stats::review::ReviewError| Problem::new("teams", error.to_string());
    let found = estimate(&teams).map_err(problem)?;
    let official = found.official(resamples, seed as u64, level).map_err(problem)?;
    let mut warnings = Vec::new();
    if found.flat_team {
        warnings.push(json!({ "code": "flat_team" }));
    }
    if teams.iter().any(|team| 0.0 < team.stays && team.n < 2.0) {
        warnings.push(json!({ "code": "single_record" }));
    }
    if teams.iter().any(|team| !is_whole(team.n) || !is_whole(team.x)) {
        warnings.push(json!({ "code": "counts_not_whole" }));
    }
    Ok(json!({
        "p": found.p, "standard_error": number(Some(found.standard_error).filter(|error| error.is_finite())), "n": found.n,
        "stratified": pair(found.stratified(level)), "bootstrap": pair(Some(official)),
        "level": level, "resamples": resamples, "seed": seed, "warnings": warnings,
    }))
}

fn of_table(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let rows = input.rows("table")?;
    let table: Option<Vec<Vec<f64>>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
    let wrong = || Problem::new("table", "\"table\" must be a square of counts, with at least one of them above 0");
    let table = table.ok_or_else(wrong)?;
    let level = level(input)?;
    let mut result = Map::new();
    result.insert("level".to_owned(), number(level));
    for (name, found) in [("kappa", cohen(&table, Weights::None)), ("scott", scott(&table)), ("ac1", gwet_ac1(&table))]
    {
        let found: Agreement = found.ok_or_else(wrong)?;
        // Raters who agree throughout, or one record: nothing is known of how far off the figure may be.
        if found.standard_error.is_nan() || found.standard_error <= 0.0 {
            input.warn(json!({ "code": "no_spread", "field": name }));
        }
        result.insert(name.to_owned(), number(Some(found.value).filter(|value| value.is_finite())));
        result.insert(format!("{name}_interval"), pair(found.interval(level)));
        result.insert(format!("{name}_se"), number(Some(found.standard_error).filter(|error| error.is_finite())));
        result.insert("p_o".to_owned(), number(found.observed));
    }
    Ok(Value::Object(result))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::GTT;
    use crate::answer;

    fn near(value: &Value, want: f64) {
        assert!((value.as_f64().unwrap() - want).abs() < 6e-6, "{value} against {want}");
    }

    #[test]
    fn the_fields_vectors_come_out() {
        // The three teams and the 2 × 2 table of the national method's description, worked out apart from this.
        let line = r#"{"id":"a","input":{"teams":[{"n":240,"x":34,"stays":12000},{"n":240,"x":26,"stays":30000},{"n":480,"x":70,"stays":18000}],"resamples":10000,"seed":7}}"#;
        let found = answer(&GTT, line);
        near(&found["result"]["p"], 0.12625);
        near(&found["result"]["stratified"][0], 0.10266);
        near(&found["result"]["stratified"][1], 0.14984);
        assert!((found["result"]["bootstrap"][0].as_f64().unwrap() - 101.0 / 960.0).abs() < 1.1 / 960.0);
        assert!((found["result"]["bootstrap"][1].as_f64().unwrap() - 142.0 / 960.0).abs() < 1.1 / 960.0);
        assert_eq!(found, answer(&GTT, line));
        // A line may also hold its fields itself, without "input".
        let found = answer(&GTT, r#"{"id":2,"table":[[30,10],[8,192]]}"#);
        near(&found["result"]["kappa"], 0.72449);
        near(&found["result"]["scott"], 0.72445);
        near(&found["result"]["ac1"], 0.89695);
        // irrCAC 0.4.4: standard error 0.024930885112.
        near(&found["result"]["ac1_interval"][0], 0.896_951_48 - 1.959_964 * 0.024_930_885);
    }

    #[test]
    fn faults_are_told() {
        for (input, code) in [
            (json!({}), "missing_field"),
            (json!({ "teams": [{ "n": 1 }] }), "field"),
            (json!({ "teams": [] }), "teams"),
            (json!({ "teams": [{ "n": 5, "x": 6, "stays": 1 }] }), "teams"),
            (json!({ "teams": [{ "n": 5, "x": 1, "stays": 1 }], "resamples": 0 }), "teams"),
            (json!({ "table": [[1, 2]] }), "table"),
            (json!({ "table": [[1, null], [0, 1]] }), "table"),
        ] {
            assert_eq!(answer(&GTT, &json!({ "id": 1, "input": input }).to_string())["error"]["code"], code, "{input}");
        }
        let found = answer(&GTT, r#"{"teams":[{"n":5,"x":0,"stays":1}]}"#);
        assert_eq!(found["result"]["warnings"], json!([{ "code": "flat_team" }]));
        assert_eq!((&found["result"]["stratified"], &found["result"]["standard_error"]), (&Value::Null, &Value::Null));
        let found = answer(&GTT, r#"{"teams":[{"n":5,"x":1,"stays":1},{"n":1,"x":1,"stays":1,"name":"A"}]}"#);
        let warnings = json!([{ "code": "flat_team" }, { "code": "single_record" },
            { "code": "unknown_field", "field": "teams.name" }]);
        assert_eq!((&found["result"]["stratified"], &found["result"]["warnings"]), (&Value::Null, &warnings));
    }

    #[test]
    fn agreement_throughout_is_no_certainty() {
        let found = answer(&GTT, r#"{"table":[[0,1],[0,0]]}"#);
        for name in ["kappa", "scott", "ac1"] {
            assert_eq!(found["result"][format!("{name}_interval")], Value::Null, "{found}");
            assert_eq!(found["result"][format!("{name}_se")], Value::Null, "{found}");
        }
        let found = answer(&GTT, r#"{"table":[[10,0],[0,10]]}"#);
        let told = |name: &str| json!({ "code": "no_spread", "field": name });
        assert_eq!(found["result"]["warnings"], json!([told("kappa"), told("scott"), told("ac1")]));
    }
}
