//! The kinds that accumulate: `ewma`, `cusum`, `bernoulli_cusum`, `ra_cusum`.

use serde_json::{Value, json};
use varde_spc::cusum;

use super::chart::out_of_range;
use crate::{Fields, Problem, number, numbers};

/// Exponentially weighted moving average.
pub fn ewma(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let y = input.column("y")?;
    let (centre, sigma) = level(input, &y)?;
    let (lambda, k) = (input.number_or("lambda", 0.2)?, input.number_or("nsigmas", 3.0)?);
    let chart = cusum::ewma(&y, centre, sigma, lambda, k)
        .ok_or_else(|| Problem::new("field", "\"lambda\" must be above 0 and at most 1, \"nsigmas\" above 0"))?;
    Ok(ewma_json(&chart, lambda, k))
}

/// An EWMA with its weight and the distance of its limits, as the batch interface gives it.
pub fn ewma_json(chart: &cusum::Ewma, lambda: f64, k: f64) -> Value {
    let limits = |limits: &[f64]| numbers(limits.iter().copied().map(Some));
    json!({
        "ewma": numbers(chart.z.iter().copied()),
        "center": number(chart.centre), "sd": number(chart.sigma), "lambda": lambda, "nsigmas": k,
        "lcl": limits(&chart.lower), "ucl": limits(&chart.upper),
        "signal": chart.signal.iter().map(|signal| *signal != 0).collect::<Vec<_>>(),
        "violations": places(chart.signal.iter().map(|signal| *signal != 0)),
    })
}

/// Centre and standard deviation as given, or from the baseline by moving ranges.
fn level(input: &Fields<'_>, y: &[Option<f64>]) -> Result<(f64, f64), Problem> {
    let baseline = input.maybe_count("baseline")?;
    if let Some(points) = baseline {
        out_of_range(input, "baseline", points, y.len());
    }
    let (centre, sigma) = cusum::level(y, baseline);
    let sigma = match input.maybe_number("sd")? {
        Some(sd) => above_zero("sd", sd)?,
        None => sigma,
    };
    // Without spread nothing can be judged, and that is said.
    if sigma.is_nan() || sigma <= 0.0 {
        input.warn(json!({ "code": "no_spread" }));
    }
    Ok((input.number_or("center", centre)?, sigma))
}

/// A number that must be finite and above 0.
pub fn above_zero(name: &str, value: f64) -> Result<f64, Problem> {
    let wrong = || Problem::new("field", format!("{name:?} must be above 0"));
    Some(value).filter(|value| value.is_finite() && *value > 0.0).ok_or_else(wrong)
}

/// Tabular CUSUM.
pub fn tabular(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let y = input.column("y")?;
    let (centre, sigma) = level(input, &y)?;
    let h = input.number_or("h", 5.0)?;
    let shift = input.number_or("se_shift", 1.0)?;
    let head_start = input.number_or("head_start", 0.0)?;
    if !(h > 0.0 && shift >= 0.0 && (0.0..h).contains(&head_start)) {
        let words = "\"h\" must be above 0, \"se_shift\" not below 0, \"head_start\" from 0 to below \"h\"";
        return Err(Problem::new("field", words));
    }
    let chart = cusum::tabular(&y, centre, sigma, h, shift, head_start);
    Ok(tabular_json(&chart, (centre, sigma), h, shift))
}

/// A tabular CUSUM with level and deviation, threshold and the shift sought, as the batch interface gives it.
pub fn tabular_json(chart: &cusum::Cusum, (centre, sigma): (f64, f64), h: f64, shift: f64) -> Value {
    let more = [("center", number(centre)), ("sd", number(sigma)), ("h", h.into()), ("se_shift", shift.into())];
    with(sums(chart, "pos", "neg"), more)
}

/// An object with further fields.
fn with<const N: usize>(mut object: Value, more: [(&str, Value); N]) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.extend(more.map(|(name, value)| (name.to_owned(), value)));
    }
    object
}

/// Bernoulli CUSUM.
pub fn bernoulli(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let events = events(input, "x")?;
    let target = input.number("target")?;
    let (odds_ratio, limit) = (input.number_or("odds_ratio", 2.0)?, input.number_or("limit", 3.5)?);
    // A target above 1 is a number of cases whose share of events is the target.
    let target = if target > 1.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of cases")]
        let first = events.iter().take(target as usize).flatten();
        let (n, hits) = (first.clone().count(), first.filter(|event| **event).count());
        f64::from(u32::try_from(hits).unwrap_or(u32::MAX)) / f64::from(u32::try_from(n).unwrap_or(u32::MAX))
    } else {
        target
    };
    let chart = cusum::bernoulli(&events, target, odds_ratio, limit).ok_or_else(|| {
        Problem::new("field", "the target must lie between 0 and 1, \"odds_ratio\" above 1 and \"limit\" above 0")
    })?;
    Ok(bernoulli_json(&chart, target))
}

/// A Bernoulli CUSUM with its target, as the batch interface gives it.
pub fn bernoulli_json(chart: &cusum::Cusum, target: f64) -> Value {
    with(sums(chart, "upper", "lower"), [("target", number(target))])
}

/// Risk-adjusted CUSUM and VLAD.
pub fn risk_adjusted(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let events = events(input, "y")?;
    let risks = input.column("p")?;
    if risks.len() != events.len() {
        let words = format!("\"y\" has {} cases and \"p\" has {}", events.len(), risks.len());
        return Err(Problem::new("unequal_columns", words));
    }
    let (up, down) = (input.number_or("odds_up", 2.0)?, input.number_or("odds_down", 0.5)?);
    if !(1.0 < up && 0.0 < down && down < 1.0) {
        return Err(Problem::new("field", "\"odds_up\" must be above 1 and \"odds_down\" between 0 and 1"));
    }
    let cases: Vec<Option<(bool, f64)>> = events.iter().zip(&risks).map(|(y, p)| Some(((*y)?, (*p)?))).collect();
    let known: Vec<f64> = cases.iter().flatten().map(|(_, risk)| *risk).collect();
    let h = match (input.maybe_number("h")?, input.maybe_number("arl")?) {
        (None, Some(length)) => cusum::threshold(&known, up, length)
            .ok_or_else(|| Problem::new("no_threshold", "no limit has such a run length with these risks"))?,
        (h, _) => h.unwrap_or(4.5),
    };
    let reset = input.maybe_flag("reset")?.unwrap_or(false);
    let chart = cusum::risk_adjusted(&cases, up, down, h, reset)
        .ok_or_else(|| Problem::new("field", "\"p\" must hold risks from 0 to 1; \"h\" must be above 0"))?;
    let result = risk_adjusted_json(&chart, &cusum::vlad(&cases), h);
    if input.maybe_flag("run_length")?.unwrap_or(false) {
        return Ok(with(result, [("arl0", number(cusum::run_length(&known, up, 1.0, h)))]));
    }
    Ok(result)
}

/// A risk-adjusted CUSUM with the VLAD of the same cases and its threshold, as the batch interface gives it.
pub fn risk_adjusted_json(chart: &cusum::Cusum, vlad: &[f64], h: f64) -> Value {
    let vlad = numbers(vlad.iter().copied().map(Some));
    with(sums(chart, "upper", "lower"), [("vlad", vlad), ("h", h.into())])
}

/// Events of cases: true and false, or 1 and 0.
fn events(input: &Fields<'_>, name: &'static str) -> Result<Vec<Option<bool>>, Problem> {
    let list = input.maybe_list(name)?.ok_or_else(|| Problem::new("missing_field", format!("{name:?} is missing")))?;
    let wrong = || Problem::new("field", format!("{name:?} must hold true and false, or 1 and 0"));
    list.iter()
        .map(|value| match (value, value.as_f64()) {
            (Value::Null, _) => Ok(None),
            (Value::Bool(event), _) => Ok(Some(*event)),
            (_, Some(1.0)) => Ok(Some(true)),
            (_, Some(0.0)) => Ok(Some(false)),
            _ => Err(wrong()),
        })
        .collect()
}

fn sums(chart: &cusum::Cusum, up: &str, down: &str) -> Value {
    json!({
        up: numbers(chart.up.iter().copied().map(Some)),
        down: numbers(chart.down.iter().copied().map(Some)),
        "signal_upper": chart.signal_up,
        "signal_lower": chart.signal_down,
        "violations_upper": places(chart.signal_up.iter().copied()),
        "violations_lower": places(chart.signal_down.iter().copied()),
    })
}

/// Places from 1 where something holds.
pub fn places(holds: impl Iterator<Item = bool>) -> Vec<usize> {
    (1..).zip(holds).filter(|(_, holds)| *holds).map(|(place, _)| place).collect()
}
