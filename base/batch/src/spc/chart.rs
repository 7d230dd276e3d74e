//! The kind `spc`: a chart of a series.

use jiff::civil::Date;
use serde_json::{Value, json};
use varde_spc::{
    Aggregate, Centre, Chart, Key, Limits, Notice, Period, Phase, RuleSet, Runs, Series, Spec, Way, analyse,
};

use crate::{Fields, Problem, number, numbers};

/// Works out the chart.
pub fn compute(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let mut warnings = Vec::new();
    let series = series(input)?;
    let spec = spec(input, &mut warnings)?;
    let chart = analyse(&series, &spec).map_err(|error| Problem::new(error.code(), error.to_string()))?;
    tell_places(input, chart.points.len())?;
    Ok(chart_json(&chart, warnings))
}

/// The rows of a line.
pub(super) fn series(input: &Fields<'_>) -> Result<Series, Problem> {
    let y = input.column("y")?;
    let n = input.maybe_column("n")?;
    let keys = keys(input, y.len())?;
    let mut series = Series { y, n, x: keys };
    if let Some(period) = input.maybe_text("x_period")? {
        let dated = series.x.iter().flatten().flatten().all(|key| matches!(key, Key::Date(_)));
        if series.x.is_none() || !dated {
            return Err(Problem::new("field", "\"x_period\" needs \"x\" to hold dates (YYYY-MM-DD) and nothing else"));
        }
        series = series.by(match period {
            "week" => Period::Week,
            "month" => Period::Month,
            "quarter" => Period::Quarter,
            "year" => Period::Year,
            _ => return Err(one_of("x_period", "week, month, quarter, year")),
        });
    }
    Ok(series)
}

pub(super) fn one_of(name: &str, names: &str) -> Problem {
    Problem::new("field", format!("{name:?} must be one of {names}"))
}

/// The subgroup of each row.
fn keys(input: &Fields<'_>, rows: usize) -> Result<Option<Vec<Option<Key>>>, Problem> {
    let asked = input.maybe_text("x_type")?;
    let Some(list) = input.maybe_list("x")? else {
        return Ok(None);
    };
    if list.len() != rows {
        return Err(Problem::new("unequal_columns", format!("\"y\" has {rows} rows and \"x\" has {}", list.len())));
    }
    let there = || list.iter().filter(|value| !value.is_null());
    let kind = match asked {
        Some(name @ ("number" | "date" | "category")) => name,
        Some(_) => return Err(one_of("x_type", "number, date, category")),
        None if there().all(Value::is_number) => "number",
        None if there().all(|value| value.as_str().and_then(date).is_some()) => "date",
        None => "category",
    };
    let key = |value: &Value| match (kind, value) {
        (_, Value::Null) => Ok(None),
        ("number", Value::Number(number)) => Ok(number.as_f64().map(Key::Number)),
        ("date", Value::String(text)) if date(text).is_some() => Ok(date(text).map(Key::Date)),
        ("category", Value::String(text)) => Ok(Some(Key::Text(text.clone()))),
        ("category", Value::Number(number)) => Ok(Some(Key::Text(number.to_string()))),
        ("number", other) => Err(Problem::new("field", format!("{other} in \"x\" is not a number"))),
        ("date", other) => Err(Problem::new("field", format!("{other} in \"x\" is not a date (YYYY-MM-DD)"))),
        _ => Err(Problem::new("field", "\"x\" must hold numbers, dates or categories")),
    };
    list.iter().map(key).collect::<Result<_, _>>().map(Some)
}

/// The day as it is written; a time of day behind it, with or without its zone, is left out.
fn date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().or_else(|| {
        text.parse::<jiff::Timestamp>().ok()?;
        text.get(..10)?.parse().ok()
    })
}

/// Tells of places that no point has, counted from 1.
pub(super) fn tell_places(input: &Fields<'_>, points: usize) -> Result<(), Problem> {
    for name in ["exclude", "part", "freeze"] {
        for place in input.counts(name)?.unwrap_or_default() {
            out_of_range(input, name, place, points);
        }
    }
    for phase in input.maybe_list("phases")?.unwrap_or_default() {
        if let Some(first) = phase.get("first").and_then(Value::as_u64).and_then(|first| usize::try_from(first).ok()) {
            out_of_range(input, "phases", first, points);
        }
    }
    Ok(())
}

/// Tells of a place that no point has.
pub(super) fn out_of_range(input: &Fields<'_>, name: &str, place: usize, points: usize) {
    if !(1..=points).contains(&place) {
        input.warn(json!({ "code": "out_of_range", "field": name, "value": place }));
    }
}

/// The description of the chart; what is not given is as in qicharts2.
pub(super) fn spec(input: &Fields<'_>, warnings: &mut Vec<Value>) -> Result<Spec, Problem> {
    let kind = input.maybe_text("chart")?.unwrap_or("run");
    let kind = kind.parse().map_err(|_| one_of("chart", "run, i, mr, ip, xbar, s, r, t, p, pp, np, c, u, up, g"))?;
    let rules = match input.maybe_text("rules")? {
        None => RuleSet::Anhoej1,
        Some(name) => name.parse().map_err(|_| one_of("rules", "anhoej, 3sigma, we, nelson, mdc, varde-1"))?,
    };
    let mut spec = Spec::new(kind, rules);
    spec.aggregate = match input.maybe_text("agg")?.unwrap_or("mean") {
        "mean" => Aggregate::Mean,
        "median" => Aggregate::Median,
        "sum" => Aggregate::Sum,
        "sd" => Aggregate::Sd,
        _ => return Err(one_of("agg", "mean, median, sum, sd")),
    };
    spec.runs = match input.maybe_text("method")?.unwrap_or("anhoej") {
        "anhoej" => Runs::Anhoej,
        "bestbox" => Runs::BestBox,
        "cutbox" => Runs::CutBox,
        _ => return Err(one_of("method", "anhoej, bestbox, cutbox")),
    };
    if let Some(limits) = input.maybe_text("limits")? {
        spec.limits = match limits {
            "sigma" => Limits::Sigma,
            "exact" => Limits::Exact,
            "calibrated" => Limits::Calibrated,
            _ => return Err(one_of("limits", "sigma, exact, calibrated")),
        };
    }
    let part = input.counts("part")?;
    let freeze = input.maybe_count("freeze")?;
    if let Some(last) = &part {
        spec = spec.parts_after(last);
        if freeze.is_some() {
            warnings.push(json!({ "code": "freeze_ignored" }));
        }
    } else if let Some(points) = freeze {
        spec = spec.frozen_after(points);
    }
    if let Some(phases) = input.maybe_list("phases")? {
        spec.phases = phases.iter().map(|value| phase(input, value)).collect::<Result<_, _>>()?;
    }
    spec.exclude = input.counts("exclude")?.unwrap_or_default().iter().filter_map(|i| i.checked_sub(1)).collect();
    spec.provisional = input.maybe_count("provisional")?.unwrap_or(0);
    spec.multiply = input.number_or("multiply", 1.0)?;
    spec.y_neg = input.maybe_flag("y_neg")?.unwrap_or(true);
    spec.screen_mr = input.maybe_flag("screen_mr")?.unwrap_or(rules.screens());
    spec.centre = match input.raw("cl") {
        None => Centre::Own,
        Some(Value::Array(_)) => Centre::Each(input.column("cl")?),
        Some(_) => Centre::Known(input.number("cl")?),
    };
    Ok(spec)
}

/// A phase: its first point from 1, and how many points it is locked at.
fn phase(input: &Fields<'_>, value: &Value) -> Result<Phase, Problem> {
    let wrong = || Problem::new("field", "\"phases\" must hold objects {\"first\": point, \"baseline\": points}");
    let fields = Fields::new(value.as_object().ok_or_else(wrong)?);
    let first = fields.count("first")?.checked_sub(1).ok_or_else(wrong)?;
    let phase = Phase { first, baseline: fields.maybe_count("baseline")? };
    for name in fields.unknown() {
        input.warn(json!({ "code": "unknown_field", "field": format!("phases.{name}") }));
    }
    Ok(phase)
}

/// The chart as an object of columns; what it notices about the data stands after the warnings given.
pub fn chart_json(chart: &Chart, mut warnings: Vec<Value>) -> Value {
    warnings.extend(chart.notices.iter().map(notice));
    let points = &chart.points;
    let x: Vec<Value> = points.iter().map(|point| key(&point.x)).collect();
    let parts: Vec<Value> = (1..)
        .zip(&chart.parts)
        .map(|(number_of_part, part)| {
            let runs = part.runs;
            json!({
                "part": number_of_part, "first": part.first + 1, "last": part.end,
                "n_obs": runs.observed, "n_useful": runs.useful,
                "longest_run": runs.longest, "longest_run_max": runs.longest_max,
                "n_crossings": runs.crossings, "n_crossings_min": runs.crossings_min,
                "runs_signal": runs.signal, "sigma": number(part.sigma), "sigma_z": number(part.sigma_z),
            })
        })
        .collect();
    let signals: Vec<Value> = chart
        .signals
        .iter()
        .map(|signal| {
            let places: Vec<usize> = signal.points.iter().map(|place| place + 1).collect();
            let way = signal.way.map(|way| if way == Way::Up { "up" } else { "down" });
            json!({
                "rule": signal.rule.name(), "part": signal.part + 1, "points": places, "direction": way,
                "p_value": number(signal.p_value),
            })
        })
        .collect();
    json!({
        "x": x,
        "y": numbers(points.iter().map(|p| p.y)),
        "cl": numbers(points.iter().map(|p| p.centre)),
        "lcl": numbers(points.iter().map(|p| p.lower)),
        "ucl": numbers(points.iter().map(|p| p.upper)),
        "lcl95": numbers(points.iter().map(|p| p.lower_near)),
        "ucl95": numbers(points.iter().map(|p| p.upper_near)),
        "n": numbers(points.iter().map(|p| p.n)),
        "part": points.iter().map(|p| p.part + 1).collect::<Vec<_>>(),
        "baseline": points.iter().map(|p| p.baseline).collect::<Vec<_>>(),
        "include": points.iter().map(|p| p.include).collect::<Vec<_>>(),
        "sigma_signal": points.iter().map(|p| p.outside).collect::<Vec<_>>(),
        "parts": parts,
        "runs_signal": chart.parts.iter().any(|part| part.runs.signal),
        "signals": signals,
        "chart": chart.kind.name(),
        "rules": chart.rules.name(),
        "warnings": warnings,
    })
}

/// A key as JSON.
pub(super) fn key(key: &Key) -> Value {
    match key {
        Key::Number(value) => number(*value),
        Key::Date(date) => Value::from(date.to_string()),
        Key::Text(text) => Value::from(text.as_str()),
    }
}

/// A notice as a warning.
fn notice(notice: &Notice) -> Value {
    let (code, count) = match notice {
        Notice::RowsWithoutKey(rows) => ("rows_without_x", Some(*rows)),
        Notice::NotFinite(values) => ("not_finite", Some(*values)),
        Notice::ZeroDenominator(points) => ("zero_denominator", Some(*points)),
        Notice::NegativeDenominator(rows) => ("negative_denominator", Some(*rows)),
        Notice::ShareAboveOne(points) => ("share_above_one", Some(*points)),
        Notice::NegativeCount(points) => ("negative_count", Some(*points)),
        Notice::CentreIncomplete(part) => return json!({ "code": "centre_incomplete", "part": part + 1 }),
        Notice::NoLimits(part) => return json!({ "code": "no_limits", "part": part + 1 }),
        Notice::BoxUnknown(part) => return json!({ "code": "box_unknown", "part": part + 1 }),
        Notice::NoOrder => ("no_order", None),
        _ => ("other", None),
    };
    json!({ "code": code, "count": count })
}
