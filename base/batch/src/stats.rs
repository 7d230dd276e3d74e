//! Kinds of plain statistics: intervals and many tests at once.

use serde_json::{Map, Value, json};
use varde_stats::interval::{byar, clopper_pearson, garwood, jeffreys, wilson, wilson_corrected};
use varde_stats::multiplicity::{Adjustment, adjust, cauchy, fisher, simes};
use varde_stats::{Interval, close};

use crate::{Fields, Problem, number, numbers};

/// An interval as `[low, high]`; `null` when there is none.
pub(crate) fn pair(interval: Option<Interval>) -> Value {
    interval.map_or(Value::Null, |interval| json!([number(interval.low), number(interval.high)]))
}

/// The level of an interval, 0.95 unless given; 95 is taken for 0.95.
pub(crate) fn level(input: &Fields<'_>) -> Result<f64, Problem> {
    share_of("level", input.number_or("level", 0.95)?)
}

/// A level between 0 and 1; one above 1 is taken for per cent.
pub(crate) fn share_of(name: &str, level: f64) -> Result<f64, Problem> {
    let level = if 1.0 < level { level / 100.0 } else { level };
    if 0.0 < level && level < 1.0 {
        Ok(level)
    } else {
        Err(Problem::new("level", format!("{name:?} must lie between 0 and 1, or 0 and 100 per cent")))
    }
}

type Method = (&'static str, fn(f64, f64, f64) -> Option<Interval>);

const PROPORTION: &[Method] = &[
    ("wilson", wilson),
    ("wilson_cc", wilson_corrected),
    ("clopper_pearson", clopper_pearson),
    ("exact", clopper_pearson),
    ("jeffreys", jeffreys),
];

const RATE: &[Method] = &[("garwood", garwood), ("exact", garwood), ("byar", byar)];

/// Intervals of a share, `y` of `n`.
pub(crate) fn ci_proportion(input: &mut Fields<'_>) -> Result<Value, Problem> {
    intervals(input, PROPORTION, None, "\"y\" must lie between 0 and \"n\", and \"n\" above 0")
}

/// Intervals of a rate, `y` events in an exposure of `n`.
pub(crate) fn ci_rate(input: &mut Fields<'_>) -> Result<Value, Problem> {
    intervals(input, RATE, Some(1.0), "\"y\" must not be negative, and \"n\" must be above 0")
}

/// One share or rate gives an object; lists give an object of lists, `null` where an element is missing or
/// cannot be right, and a warning with its place for the latter. `alone` is `n` where it may be left out.
fn intervals(input: &Fields<'_>, methods: &[Method], alone: Option<f64>, must: &str) -> Result<Value, Problem> {
    let level = level(input)?;
    let one_size = || alone.map_or_else(|| input.number("n"), |alone| input.number_or("n", alone));
    let many = input.raw("y").is_some_and(Value::is_array);
    if !many {
        let (y, n) = (input.number("y")?, one_size()?);
        let mut result = Map::new();
        for (name, method) in methods {
            let found = method(y, n, level).ok_or_else(|| Problem::new("counts", must))?;
            result.insert((*name).to_owned(), pair(Some(found)));
        }
        result.insert("estimate".to_owned(), number(y / n));
        result.insert("level".to_owned(), number(level));
        return Ok(Value::Object(result));
    }
    let y = input.column("y")?;
    let n =
        if input.raw("n").is_some_and(Value::is_array) { input.column("n")? } else { vec![Some(one_size()?); y.len()] };
    if y.len() != n.len() {
        return Err(Problem::new("unequal_columns", format!("\"y\" has {} rows and \"n\" has {}", y.len(), n.len())));
    }
    let possible = |y: f64, n: f64| methods.first().is_some_and(|(_, method)| method(y, n, level).is_some());
    let given = || y.iter().zip(&n).map(|(y, n)| Some(((*y)?, (*n)?)));
    let wrong = |(place, row): (usize, Option<(f64, f64)>)| row.filter(|(y, n)| !possible(*y, *n)).map(|_| place);
    let impossible: Vec<usize> = (1..).zip(given()).filter_map(wrong).collect();
    if !impossible.is_empty() {
        input.warn(json!({ "code": "counts", "points": impossible }));
    }
    let both = || given().map(|row| row.filter(|(y, n)| possible(*y, *n)));
    let mut result = Map::new();
    for (name, method) in methods {
        let column = both().map(|row| pair(row.and_then(|(y, n)| method(y, n, level)))).collect();
        result.insert((*name).to_owned(), column);
    }
    result.insert("estimate".to_owned(), numbers(both().map(|row| row.map(|(y, n)| y / n))));
    result.insert("level".to_owned(), number(level));
    Ok(Value::Object(result))
}

const ADJUSTMENTS: &[(&str, Adjustment)] = &[
    ("bonferroni", Adjustment::Bonferroni),
    ("holm", Adjustment::Holm),
    ("hochberg", Adjustment::Hochberg),
    ("BH", Adjustment::BenjaminiHochberg),
    ("BY", Adjustment::BenjaminiYekutieli),
];

/// Adjusted p values by every method, and all of them combined into one.
pub(crate) fn multiplicity(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let given = input.column("p")?;
    if given.iter().flatten().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Problem::new("p", "every p value must lie between 0 and 1"));
    }
    let p: Vec<f64> = given.into_iter().map(|p| p.unwrap_or(f64::NAN)).collect();
    let mut result = Map::new();
    for (name, adjustment) in ADJUSTMENTS {
        let adjusted = numbers(adjust(&p, *adjustment).into_iter().map(|p| Some(p).filter(|p| p.is_finite())));
        result.insert((*name).to_owned(), adjusted);
    }
    for (name, combined) in [("simes", simes(&p)), ("fisher", fisher(&p)), ("cauchy", cauchy(&p))] {
        result.insert(name.to_owned(), number(combined));
    }
    Ok(Value::Object(result))
}

/// Whether a number is a whole one, give or take rounding.
pub(crate) fn is_whole(value: f64) -> bool {
    close(value, value.round())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{SPC, answer};

    fn ask(kind: &str, input: &Value) -> Value {
        answer(&SPC, &json!({ "id": 1, "kind": kind, "input": input }).to_string())
    }

    fn near(value: &Value, low: f64, high: f64) {
        let (found_low, found_high) = (value[0].as_f64().unwrap(), value[1].as_f64().unwrap());
        assert!((found_low - low).abs() < 5e-5 && (found_high - high).abs() < 5e-5, "{value}");
    }

    #[test]
    fn shares_and_rates_get_their_intervals() {
        // Newcombe 1998, table I; Garwood 1936.
        let found = ask("ci_proportion", &json!({ "y": 81, "n": 263 }));
        near(&found["result"]["wilson"], 0.2553, 0.3662);
        near(&found["result"]["wilson_cc"], 0.2535, 0.3682);
        near(&found["result"]["exact"], 0.2527, 0.3676);
        let found = ask("ci_rate", &json!({ "y": 10, "n": 1, "level": 95 }));
        let garwood = &found["result"]["garwood"];
        assert!((garwood[0].as_f64().unwrap() - 4.80).abs() < 0.005, "{found}");
        assert!((garwood[1].as_f64().unwrap() - 18.39).abs() < 0.005, "{found}");
        let many = ask("ci_proportion", &json!({ "y": [81, null, 9], "n": [263, 4, 3] }));
        near(&many["result"]["wilson"][0], 0.2553, 0.3662);
        assert_eq!(many["result"]["wilson"][1], Value::Null);
        assert_eq!(many["result"]["wilson"][2], Value::Null);
    }

    #[test]
    fn what_cannot_be_is_told() {
        assert_eq!(ask("ci_proportion", &json!({ "y": 5, "n": 3 }))["error"]["code"], "counts");
        assert_eq!(ask("ci_rate", &json!({ "y": 5, "n": 3, "level": 0 }))["error"]["code"], "level");
        assert_eq!(ask("ci_proportion", &json!({ "y": [1], "n": [1, 2] }))["error"]["code"], "unequal_columns");
        assert_eq!(ask("ci_proportion", &json!({ "y": 1 }))["error"]["code"], "missing_field");
        assert_eq!(ask("ci_proportion", &json!({ "y": [1, 0] }))["error"]["code"], "missing_field");
        assert!(ask("ci_rate", &json!({ "y": 1 }))["result"]["garwood"].is_array());
        let list = ask("ci_proportion", &json!({ "y": [5, 1, null, 1], "n": [3, 4, 4, 0] }));
        assert_eq!(list["result"]["estimate"], json!([null, 0.25, null, null]));
        assert_eq!(list["result"]["warnings"], json!([{ "code": "counts", "points": [1, 4] }]));
        assert_eq!(ask("multiplicity", &json!({ "p": [0.1, 2] }))["error"]["code"], "p");
        assert_eq!(ask("multiplicity", &json!({}))["error"]["code"], "missing_field");
    }

    #[test]
    fn p_values_are_adjusted_by_every_method() {
        let found = ask("multiplicity", &json!({ "p": [0.01, 0.04, null, 0.03] }));
        assert_eq!(found["result"]["BH"], json!([0.03, 0.04, null, 0.04]));
        assert_eq!(found["result"]["holm"], json!([0.03, 0.06, null, 0.06]));
        assert_eq!(found["result"]["simes"], json!(0.03));
    }
}
