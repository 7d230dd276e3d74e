//! The kind of `varde funnel --batch`.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};
use varde_stats::funnel::peer::{Arguments, DataType, funnelplotr};
use varde_stats::funnel::{Funnel, Limits, Measure, Options, Tau, Unit, funnel, is_outside};

use crate::{Fields, Problem, Table, number, numbers};

/// What `varde funnel --batch` computes.
pub const FUNNEL: Table = Table { default: "funnel", kinds: &[("funnel", compute)] };

/// A group's name: a text, or a number that sorts as one.
#[derive(Clone, Debug)]
enum Name {
    Number(f64),
    Text(String),
}

impl Name {
    fn of(value: &Value) -> Result<Self, Problem> {
        match value {
            Value::Number(number) => Ok(Self::Number(number.as_f64().unwrap_or(f64::NAN))),
            Value::String(text) => Ok(Self::Text(text.clone())),
            Value::Bool(yes) => Ok(Self::Text(yes.to_string())),
            _ => Err(Problem::new("field", "\"group\" must be names or numbers")),
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }

    fn json(&self) -> Value {
        match self {
            // A whole number is written without a point, as it came.
            #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 1e15 => json!(*value as i64),
            Self::Number(value) => json!(value),
            Self::Text(text) => json!(text),
        }
    }
}

fn compute(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let data_type = input.maybe_text("data_type")?.unwrap_or("SR");
    let (kind, measure) = match (data_type, input.maybe_text("sr_method")?.unwrap_or("SHMI")) {
        ("PR", _) => (DataType::Proportion, Measure::Proportion),
        ("RC", _) => (DataType::RatioOfCounts, Measure::RatioOfCounts),
        ("SR", "SHMI") => (DataType::Shmi, Measure::StandardisedRatio),
        ("SR", "CQC") => (DataType::Cqc, Measure::StandardisedRatio),
        ("SR", _) => return Err(Problem::new("sr_method", "\"sr_method\" must be SHMI or CQC")),
        _ => return Err(Problem::new("data_type", "\"data_type\" must be PR, SR or RC")),
    };
    let (names, units, dropped) = groups(input)?;
    let limit = input.number_or("limit", 99.0)?;
    let arguments = Arguments {
        data_type: kind,
        adjusted: input.maybe_flag("adjusted")?.unwrap_or(true),
        unadjusted: input.maybe_flag("unadjusted")?.unwrap_or(false),
        wide: 95.0 < limit,
        multiplier: input.number_or("multiplier", 1.0)?,
        trim_by: input.number_or("trim_by", 0.1)?,
    };
    if !(0.0 < arguments.trim_by && arguments.trim_by < 0.5) {
        return Err(Problem::new("trim_by", "\"trim_by\" must lie between 0 and one half"));
    }
    let options = Options { trim: arguments.trim_by, tau: tau(input)?, ..Options::default() };
    let own = funnel(measure, &units, &options).map_err(|error| Problem::new("counts", error.to_string()))?;

    let peer = funnelplotr(&units, arguments);
    let mut columns = Map::new();
    columns.insert("group".to_owned(), names.iter().map(Name::json).collect());
    let mut column = |name: &str, values: Vec<f64>| {
        columns.insert(name.to_owned(), numbers(values.into_iter().map(|v| Some(v).filter(|v| v.is_finite()))));
    };
    column("numerator", units.iter().map(|unit| unit.numerator).collect());
    column("denominator", units.iter().map(|unit| unit.denominator).collect());
    column("rr", peer.groups.iter().map(|group| group.rr).collect());
    column("z_unadjusted", peer.groups.iter().map(|group| group.z).collect());
    column("z_trimmed", peer.groups.iter().map(|group| group.z_trimmed).collect());
    let sides = ["LCL95", "UCL95", "LCL99", "UCL99"];
    for (side, name) in sides.iter().enumerate() {
        let at = |four: [f64; 4]| four.get(side).copied().unwrap_or(f64::NAN);
        column(name, peer.groups.iter().map(|group| at(group.limits)).collect());
        column(&format!("OD{name}"), peer.groups.iter().map(|group| at(group.od_limits)).collect());
        let ours = |limits: &[Limits]| {
            let (low, high) = limits.get(side / 2).copied().flatten().unwrap_or((f64::NAN, f64::NAN));
            arguments.multiplier * if side % 2 == 0 { low } else { high }
        };
        column(&format!("exact_{name}"), own.places.iter().map(|place| ours(&place.exact)).collect());
        column(&format!("additive_{name}"), own.places.iter().map(|place| ours(&place.additive)).collect());
        let wide = own.places.iter().map(|place| ours(&place.multiplicative)).collect();
        column(&format!("multiplicative_{name}"), wide);
    }
    column("p_adjusted", own.places.iter().map(|place| place.p_adjusted).collect());
    columns.insert("outlier".to_owned(), peer.groups.iter().map(|group| json!(u8::from(group.outlier))).collect());
    let level = usize::from(arguments.wide);
    columns.insert(
        "exact_outlier".to_owned(),
        own.places.iter().map(|place| outlier(place.value, &place.exact, level)).collect(),
    );
    columns.insert(
        "additive_outlier".to_owned(),
        own.places.iter().map(|place| outlier(place.value, &place.additive, level)).collect(),
    );

    let rows: Vec<Value> = (0..names.len()).map(|i| row(&columns, i)).collect();
    let mut result = columns;
    result.insert("groups".to_owned(), Value::Array(rows));
    result.insert("target".to_owned(), number(peer.target));
    result.insert("phi".to_owned(), number(Some(peer.phi).filter(|phi| phi.is_finite())));
    result.insert("tau2".to_owned(), number(peer.tau2));
    result.insert("varde".to_owned(), summary(&own));
    if 0 < dropped {
        result.insert("warnings".to_owned(), json!([{ "code": "rows_without_counts", "rows": dropped }]));
    }
    Ok(Value::Object(result))
}

/// Varde's own figures of the whole funnel.
fn summary(funnel: &Funnel) -> Value {
    let outside: Vec<Value> = funnel
        .outside
        .iter()
        .map(|outside| {
            json!({
                "level": outside.level, "exact": outside.exact, "additive": outside.additive,
                "multiplicative": outside.multiplicative,
            })
        })
        .collect();
    json!({ "target": funnel.target, "phi": number(funnel.phi), "tau2": funnel.tau2, "share_outside": outside })
}

fn outlier(value: f64, limits: &[Limits], level: usize) -> Value {
    limits.get(level).copied().flatten().map_or(Value::Null, |limits| json!(u8::from(is_outside(value, limits))))
}

fn row(columns: &Map<String, Value>, i: usize) -> Value {
    columns
        .iter()
        .filter_map(|(name, column)| Some((name.clone(), column.get(i)?.clone())))
        .collect::<Map<_, _>>()
        .into()
}

fn tau(input: &Fields<'_>) -> Result<Tau, Problem> {
    match input.maybe_text("tau_method")?.unwrap_or("DL") {
        "DL" => Ok(Tau::DerSimonianLaird),
        "PM" => Ok(Tau::PauleMandel),
        "REML" => Ok(Tau::Reml),
        _ => Err(Problem::new("tau_method", "\"tau_method\" must be DL, PM or REML")),
    }
}

/// The groups with their sums, by name, and how many rows were left out because a count is missing.
fn groups(input: &Fields<'_>) -> Result<(Vec<Name>, Vec<Unit>, usize), Problem> {
    let (numerators, denominators) = (input.column("numerator")?, input.column("denominator")?);
    let names: Vec<Name> = match input.maybe_list("group")? {
        Some(list) => list.iter().map(Name::of).collect::<Result<_, _>>()?,
        #[expect(clippy::cast_precision_loss, reason = "no list holds 2^53 rows")]
        None => (1..=numerators.len()).map(|row| Name::Number(row as f64)).collect(),
    };
    if numerators.len() != denominators.len() || names.len() != numerators.len() {
        return Err(Problem::new("length", "\"numerator\", \"denominator\" and \"group\" must be equally long"));
    }
    let mut rows: Vec<(Name, f64, f64)> = names
        .into_iter()
        .zip(numerators.iter().zip(&denominators))
        .filter_map(|(name, (numerator, denominator))| Some((name, (*numerator)?, (*denominator)?)))
        .collect();
    let dropped = numerators.len() - rows.len();
    rows.sort_by(|a, b| a.0.order(&b.0));
    let mut names: Vec<Name> = Vec::new();
    let mut units: Vec<Unit> = Vec::new();
    for (name, numerator, denominator) in rows {
        match (names.last(), units.last_mut()) {
            (Some(last), Some(unit)) if last.order(&name).is_eq() => {
                unit.numerator += numerator;
                unit.denominator += denominator;
            }
            _ => {
                names.push(name);
                units.push(Unit { numerator, denominator });
            }
        }
    }
    Ok((names, units, dropped))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::FUNNEL;
    use crate::answer;

    #[test]
    fn the_peers_figures_come_out_by_group() {
        // The figures that the R package's functions gave, with rows of a group in pieces.
        let golden: Value =
            serde_json::from_str(include_str!("../../../core/stats/tests/golden/funnelplotr.json")).unwrap();
        for row in golden["rows"].as_array().unwrap() {
            let found = answer(&FUNNEL, &json!({ "id": 4, "kind": "funnel", "input": row }).to_string());
            let result = &found["result"];
            assert_eq!(result["group"], row["groups"], "{found}");
            for name in
                ["phi", "tau2", "rr", "z_unadjusted", "z_trimmed", "LCL95", "UCL99", "ODLCL95", "ODUCL99", "outlier"]
            {
                let (found, want) = (&result[name], &row[name]);
                let pairs: Vec<(&Value, &Value)> = match (found, want) {
                    (Value::Array(found), Value::Array(want)) => found.iter().zip(want).collect(),
                    pair => vec![pair],
                };
                for (found, want) in pairs {
                    match (found.as_f64(), want.as_f64()) {
                        (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-9 * b.abs().max(1e-6), "{name} {a} {b}"),
                        (a, b) => assert_eq!(a, b, "{name}"),
                    }
                }
            }
        }
    }

    #[test]
    fn groups_are_rows_as_well_and_faults_are_told() {
        let line = json!({ "data_type": "PR", "numerator": [3, 1, null, 4], "denominator": [40, 20, 5, 60], "group": [10, 9, 9, 10] });
        let found = answer(&FUNNEL, &json!({ "id": 1, "input": line }).to_string());
        assert_eq!(found["result"]["group"], json!([9, 10]));
        assert_eq!(found["result"]["groups"][1]["numerator"], json!(7.0));
        assert_eq!(found["result"]["warnings"][0]["rows"], json!(1));
        assert!(
            found["result"]["exact_UCL99"][0].as_f64().unwrap() > found["result"]["exact_UCL95"][0].as_f64().unwrap()
        );
        for (line, code) in [
            (json!({ "data_type": "XX" }), "data_type"),
            (json!({ "numerator": [1], "denominator": [1, 2] }), "length"),
            (json!({ "data_type": "PR", "numerator": [3], "denominator": [2] }), "counts"),
            (json!({ "numerator": [1], "denominator": [1], "trim_by": 0.7 }), "trim_by"),
        ] {
            assert_eq!(answer(&FUNNEL, &json!({ "input": line }).to_string())["error"]["code"], code);
        }
    }
}
