//! The kinds about levels and fit: `segmentation`, `rebase`, `advise`.

use serde_json::{Value, json};
use varde_spc::Limits;
use varde_spc::adviser::{Advice, Measure, Reason, Warning, advise as fit};
use varde_spc::rebase::{LEAST, levels, suggest};

use super::chart::{key, one_of, series, spec, tell_places};
use crate::{Fields, Problem, number};

/// The work grows with the square of the length; this many take about a second.
const MOST_VALUES: usize = 5_000;

/// Divides values into levels by the normal likelihood; missing values are passed over.
pub fn segmentation(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let y = input.column("y")?;
    let least = input.maybe_count("min_segment")?.unwrap_or(LEAST);
    if least == 0 {
        return Err(Problem::new("field", "\"min_segment\" must be 1 or more"));
    }
    if y.len() > MOST_VALUES {
        return Err(Problem::new(
            "too_long",
            format!("at most {MOST_VALUES} values can be divided; here are {}", y.len()),
        ));
    }
    let (places, values): (Vec<usize>, Vec<f64>) = (1..).zip(&y).filter_map(|(place, y)| Some((place, (*y)?))).unzip();
    let firsts = levels(&values, least);
    let bounds: Vec<usize> = std::iter::once(0).chain(firsts.iter().copied()).chain([values.len()]).collect();
    let place = |i: usize| places.get(i).copied();
    let segments: Vec<Value> = bounds
        .windows(2)
        .filter_map(|pair| {
            let (from, to) = (*pair.first()?, *pair.last()?);
            let held = values.get(from..to).filter(|held| !held.is_empty())?;
            let count = f64::from(u32::try_from(held.len()).ok()?);
            Some(json!({
                "first": place(from), "last": place(to - 1), "n": held.len(), "mean": number(held.iter().sum::<f64>() / count),
            }))
        })
        .collect();
    let changes: Vec<usize> = firsts.iter().filter_map(|first| place(*first)).collect();
    Ok(json!({ "changes": changes, "segments": segments, "min_segment": least }))
}

/// Suggests where new phases may begin; takes what `spc` takes.
pub fn rebase(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let mut warnings = Vec::new();
    let series = series(input)?;
    let spec = spec(input, &mut warnings)?;
    let wrong = |error: varde_spc::Error| Problem::new(error.code(), error.to_string());
    if series.y.len() > MOST_VALUES {
        return Err(Problem::new("too_long", format!("at most {MOST_VALUES} rows can be divided")));
    }
    if ["exclude", "part", "freeze", "phases"].iter().any(|name| input.raw(name).is_some()) {
        tell_places(input, varde_spc::analyse(&series, &spec).map_err(wrong)?.points.len())?;
    }
    let found = suggest(&series, &spec).map_err(wrong)?;
    let suggestions: Vec<Value> = found
        .iter()
        .map(|one| {
            json!({
                "first": one.at + 1, "x": key(&one.x), "between": [one.between.0 + 1, one.between.1 + 1],
                "before": number(one.before), "after": number(one.after), "change": number(one.change),
                "low": number(one.low), "high": number(one.high), "gain": number(one.gain),
            })
        })
        .collect();
    Ok(json!({ "suggestions": suggestions, "warnings": warnings }))
}

/// Says which chart fits, and why.
pub fn advise(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let measure = match input.text("measure")? {
        "share" => Measure::Share,
        "rate" => Measure::Rate,
        "count" => Measure::Count,
        "cases" => Measure::Cases,
        "time" => Measure::Time,
        "value" => Measure::Value,
        "sample" => Measure::Sample,
        _ => return Err(one_of("measure", "share, rate, count, cases, time, value, sample")),
    };
    Ok(advice_json(&fit(&series(input)?, measure, input.maybe_count("season")?)))
}

/// An advice as an object.
pub fn advice_json(advice: &Advice) -> Value {
    let limits = if advice.limits == Limits::Exact { "exact" } else { "sigma" };
    json!({
        "chart": advice.kind.name(), "limits": limits,
        "reasons": advice.reasons.iter().map(reason).collect::<Vec<_>>(),
        "notes": advice.warnings.iter().map(warning).collect::<Vec<_>>(),
    })
}

fn reason(reason: &Reason) -> Value {
    match reason {
        Reason::KindOfData(_) => json!({ "code": "kind_of_data" }),
        Reason::RareEvents { expected, join } => json!({ "code": "rare_events", "expected": expected, "join": join }),
        Reason::FewEvents { expected } => json!({ "code": "few_events", "expected": expected }),
        Reason::Overdispersed { sigma_z, denominator } => {
            json!({ "code": "overdispersed", "sigma_z": sigma_z, "denominator": denominator })
        }
        Reason::SizesVary { ratio } => json!({ "code": "sizes_vary", "ratio": number(*ratio) }),
        Reason::FewPoints { points } => json!({ "code": "few_points", "points": points }),
        Reason::Constant => json!({ "code": "constant" }),
    }
}

fn warning(warning: &Warning) -> Value {
    match warning {
        Warning::Autocorrelated { r } => json!({ "code": "autocorrelated", "r": r }),
        Warning::Seasonal { explained, p_value } => {
            json!({ "code": "seasonal", "explained": explained, "p_value": p_value })
        }
        Warning::Skewed { skewness } => json!({ "code": "skewed", "skewness": skewness }),
        Warning::ManyTies { share } => json!({ "code": "many_ties", "share": share }),
        Warning::NearBound { level } => json!({ "code": "near_bound", "level": level }),
        Warning::ShortBaseline { points } => json!({ "code": "short_baseline", "points": points }),
        Warning::Gaps { missing } => json!({ "code": "gaps", "missing": missing }),
        Warning::Underdispersed { sigma_z } => json!({ "code": "underdispersed", "sigma_z": sigma_z }),
        Warning::LevelChanged { p_value } => json!({ "code": "level_changed", "p_value": p_value }),
    }
}
