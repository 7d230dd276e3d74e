//! Small kinds: `rules`, `exact_limits`, `subgroup`, `pareto`, `constants`.

use serde_json::{Value, json};
use varde_spc::subgroup::{Share, Statistic, pareto as count, subgroups};
use varde_spc::{Kind, RuleSet, exact_limits, patterns};

use super::sums::{above_zero, places};
use crate::stats::{is_whole, share_of};
use crate::{Fields, Problem, number, numbers};

/// Places that the rules of a set mark, about a known centre.
pub fn rules(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let y = input.column("y")?;
    let (center, sd) = (input.number("center")?, above_zero("sd", input.number("sd")?)?);
    let set = input.maybe_text("rule_set")?.unwrap_or("we");
    let set = match set.parse() {
        Ok(set) => set,
        Err(_) if set == "western-electric" => RuleSet::WesternElectric1,
        Err(_) => return Err(Problem::new("field", "\"rule_set\" must be one of we, nelson, mdc, 3sigma")),
    };
    let asked = input.maybe_count("rule")?;
    let found: Vec<(usize, Value, Vec<usize>)> = patterns(&y, center, sd, set)
        .into_iter()
        .filter(|(number, ..)| asked.is_none_or(|rule| rule == *number))
        .map(|(number, rule, marked)| (number, json!(rule.name()), marked.iter().map(|place| place + 1).collect()))
        .collect();
    if found.is_empty() {
        return Err(Problem::new("field", "\"rule\" is none of this set"));
    }
    let mut all: Vec<usize> = found.iter().flat_map(|(_, _, marked)| marked.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let by_rule: Vec<Value> = found
        .into_iter()
        .map(|(number, name, marked)| json!({ "rule": number, "name": name, "violations": marked }))
        .collect();
    Ok(json!({ "violations": all, "by_rule": by_rule, "rules": set.name() }))
}

/// Limits at quantiles of the binomial, Poisson or geometric distribution.
pub fn exact(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let kind: Kind = input.text("chart")?.parse().map_err(|_| wrong_chart())?;
    let y = input.column("y")?;
    let n = input.maybe_column("n")?;
    if n.as_ref().is_some_and(|n| n.len() != y.len()) {
        return Err(Problem::new("unequal_columns", "\"y\" and \"n\" differ in length"));
    }
    if kind.needs_denominator() && n.is_none() {
        return Err(Problem::new("no_denominator", format!("a {kind} chart needs denominators")));
    }
    let confidence = share_of("confidence", input.number_or("confidence", 0.9973)?)?;
    let n: Option<Vec<Option<f64>>> = n.map(|n| n.into_iter().map(|n| n.filter(|n| *n >= 0.0)).collect());
    tell_odd(input, kind, &y, n.as_deref())?;
    let n: Option<Vec<Option<f64>>> = n.map(|n| n.into_iter().map(|n| n.filter(|n| *n > 0.0)).collect());
    let (level, limits) = exact_limits(kind, &y, n.as_deref(), confidence).ok_or_else(wrong_chart)?;
    let size = |i: usize| n.as_ref().and_then(|n| n.get(i).copied().flatten());
    let plotted: Vec<Option<f64>> = y
        .iter()
        .enumerate()
        .map(|(i, y)| if matches!(kind, Kind::P | Kind::U) { Some((*y)? / size(i)?) } else { *y })
        .collect();
    let outside = plotted.iter().zip(&limits).map(|(y, limits)| match (y, limits) {
        (Some(y), Some((lower, upper))) => y > upper || y < lower,
        _ => false,
    });
    Ok(json!({
        "center": number(level),
        "y": numbers(plotted.iter().copied()),
        "lcl": numbers(limits.iter().map(|limits| limits.map(|pair| pair.0))),
        "ucl": numbers(limits.iter().map(|limits| limits.map(|pair| pair.1))),
        "violations": places(outside),
        "confidence": confidence,
    }))
}

fn wrong_chart() -> Problem {
    Problem::new("field", "\"chart\" must be one of p, np, c, u, g")
}

/// Tells of counts that cannot be, with how many they are; `n` is already without negative numbers.
fn tell_odd(input: &Fields<'_>, kind: Kind, y: &[Option<f64>], n: Option<&[Option<f64>]>) -> Result<(), Problem> {
    let both = || y.iter().zip(n.unwrap_or_default()).filter_map(|(y, n)| Some(((*y)?, (*n)?)));
    let share = matches!(kind, Kind::P | Kind::Np);
    let negative_n = input.maybe_column("n")?.iter().flatten().flatten().filter(|n| **n < 0.0).count();
    let fraction = |value: f64| !is_whole(value);
    let odd = y.iter().flatten().filter(|y| fraction(**y)).count()
        + n.unwrap_or_default().iter().flatten().filter(|n| share && fraction(**n)).count();
    for (code, count) in [
        ("negative_count", y.iter().flatten().filter(|y| **y < 0.0).count()),
        ("negative_denominator", negative_n),
        ("zero_denominator", both().filter(|(y, n)| *y != 0.0 && *n == 0.0).count()),
        ("share_above_one", both().filter(|(y, n)| share && *n > 0.0 && y > n).count()),
        ("counts_not_whole", odd),
    ] {
        if count > 0 {
            input.warn(json!({ "code": code, "count": count }));
        }
    }
    Ok(())
}

/// Charts of subgroups.
pub fn subgroup(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let statistic = match input.text("chart")? {
        "R" | "r" => Statistic::Range,
        "S" | "s" => Statistic::Deviation,
        "xbar_R" | "xbar" | "xbar_r" => Statistic::MeanByRange,
        "xbar_S" | "xbar_s" => Statistic::MeanByDeviation,
        _ => return Err(Problem::new("field", "\"chart\" must be one of R, S, xbar_R, xbar_S")),
    };
    let size = input.maybe_count("subgroup_size")?;
    let flat = input.maybe_list("rows")?.is_some_and(|rows| !rows.is_empty() && rows.iter().all(|row| !row.is_array()));
    if !flat && size.is_some() {
        input.warn(json!({ "code": "subgroup_size_ignored" }));
    }
    let rows = match (flat, size) {
        (true, Some(size)) if size > 0 => input.column("rows")?.chunks(size).map(<[_]>::to_vec).collect(),
        (true, _) => return Err(Problem::new("missing_field", "values in one list need \"subgroup_size\"")),
        (false, _) => input.rows("rows")?,
    };
    let chart = subgroups(&rows, statistic);
    Ok(json!({
        "statistic": numbers(chart.statistic),
        "center": number(chart.centre),
        "sd": number(chart.sigma),
        "lcl": numbers(chart.lower.into_iter().map(Some)),
        "ucl": numbers(chart.upper.into_iter().map(Some)),
        "violations": places(chart.outside.into_iter()),
    }))
}

/// Categories by how often they occur.
pub fn pareto(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let list = input.maybe_list("x")?.ok_or_else(|| Problem::new("missing_field", "\"x\" is missing"))?;
    let names: Vec<String> = list
        .iter()
        .filter(|value| !value.is_null())
        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        .collect();
    Ok(pareto_json(&count(names.iter().map(|name| (name.as_str(), 1)))))
}

/// A Pareto chart as the batch interface gives it.
pub fn pareto_json(counted: &[Share]) -> Value {
    let all = counted.last().map_or(0, |one| one.so_far);
    let share = |count: usize| as_number(count) / as_number(all);
    json!({
        "x": counted.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        "y": counted.iter().map(|one| one.count).collect::<Vec<_>>(),
        "y_cum": counted.iter().map(|one| one.so_far).collect::<Vec<_>>(),
        "p": counted.iter().map(|one| share(one.count)).collect::<Vec<_>>(),
        "p_cum": counted.iter().map(|one| share(one.so_far)).collect::<Vec<_>>(),
        "total": all,
    })
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Constants of control charts for subgroups of size `n`.
pub fn constants(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let n = input.count("n")?;
    let Some(c) = varde_spc::constants(n) else {
        let words = format!("constants are known for sizes from 2 to {}", varde_spc::MAX_RANGE_SIZE);
        return Err(Problem::new("size", words));
    };
    Ok(json!({
        "n": n, "d2": c.d2, "d3": c.d3, "c4": c.c4, "A": 3.0 / as_number(n).sqrt(), "A2": c.a2, "A3": c.a3,
        "B3": c.b3, "B4": c.b4, "B5": c.b5, "B6": c.b6, "D1": c.d1_limit, "D2": c.d2_limit, "D3": c.d3_limit,
        "D4": c.d4_limit, "E2": c.e2,
    }))
}
