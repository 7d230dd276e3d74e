//! What a funnel shows, in words and as JSON.

use serde_json::{Value, json};
use varde_chart::{Layout, Table, TableColumn, funnel_table};
use varde_indicators::funnel_answer;
use varde_stats::funnel::{Measure, is_outside};
use varde_web::{Arg, Say};

use super::super::table::{fraction_words, listed, missing_words, note_words};
use super::{Shown, picture};

/// What is compared, by the names of the columns.
pub fn what(say: &Say, (numerator, denominator): (&str, &str), (measure, factor): (Measure, f64)) -> String {
    let args: [(&str, Arg); 3] =
        [("y", numerator.into()), ("n", denominator.into()), ("per", say.value(factor).into())];
    match measure {
        Measure::Proportion => say.with("app-spc-what-share", &args),
        _ if factor.to_bits() == 1_f64.to_bits() => say.with("app-spc-what-ratio", &args),
        _ => say.with("app-spc-what-per", &args),
    }
}

/// Whether a unit lies outside the limits of a level.
fn is_beyond(shown: &Shown<'_>, place: usize, level: usize) -> bool {
    let value = shown.funnel.places.get(place).map_or(f64::NAN, |place| place.value);
    shown.funnel.limits(place, level).is_some_and(|limits| is_outside(value, limits))
}

fn outside<'a>(shown: &'a Shown<'_>) -> Vec<&'a str> {
    let outer = shown.funnel.outside.len().saturating_sub(1);
    let names = shown.units.names.iter().enumerate().filter(|(place, _)| is_beyond(shown, *place, outer));
    names.map(|(_, name)| name.as_str()).collect()
}

/// The answer: how many units stand out, and how to read that.
pub fn answer(shown: &Shown<'_>) -> String {
    funnel_answer(shown.say, shown.funnel, (outside(shown).len(), shown.units.names.len()))
}

/// Everything the funnel says, a sentence each; also the description of the picture.
pub fn sentences(shown: &Shown<'_>) -> Vec<String> {
    let say = shown.say;
    let mut told = vec![answer(shown)];
    let names = outside(shown);
    if !names.is_empty() {
        let names = listed(say, names.iter().map(|name| (*name).to_owned()));
        told.push(say.with("app-funnel-outside", &[("names", names.into())]));
    }
    let level = shown.scale.value(say, shown.funnel.target * shown.factor);
    told.push(say.with("app-funnel-level", &[("level", level.into())]));
    let key = if shown.funnel.is_overdispersed() { "app-funnel-additive" } else { "app-funnel-exact" };
    told.push(say.with(key, &[("phi", say.number(shown.funnel.phi, 2).into())]));
    told
}

/// The report.
pub fn text(shown: &Shown<'_>) -> String {
    let say = shown.say;
    let mut lines = vec![shown.title.clone(), String::new()];
    lines.extend(sentences(shown));
    let mut about = Vec::new();
    let (n_rows, n_units) = (shown.units.n_rows, shown.units.names.len());
    if n_units < n_rows {
        about.push(say.with("app-funnel-summed", &[("rows", n_rows.into()), ("n", n_units.into())]));
    }
    about.extend(missing_words(say, &shown.units.missing));
    about.extend(fraction_words(say, &shown.units.fractions));
    about.extend(shown.units.notes.iter().map(|note| note_words(say, note)));
    if !about.is_empty() {
        lines.push(String::new());
        lines.extend(about);
    }
    lines.push(String::new());
    lines.push(picture::with(shown, Layout::Wide, |chart| with_limits(shown, funnel_table(chart)).text()));
    lines.push(say.t("app-funnel-chance"));
    lines.join("\n")
}

/// The table of the picture, and the limits of each unit behind its numbers.
fn with_limits(shown: &Shown<'_>, mut table: Table) -> Table {
    // Behind unit, value, numerator and denominator.
    const BEFORE: usize = 4;
    let say = shown.say;
    for (level, one) in shown.funnel.outside.iter().enumerate() {
        let at = (BEFORE + level).min(table.columns.len());
        let share = say.percent((one.level * 1000.0).round() / 10.0);
        let heading = say.with("app-funnel-limits", &[("level", share.into())]);
        table.columns.insert(at, TableColumn { heading, numeric: true });
        for (place, row) in table.rows.iter_mut().enumerate() {
            let number = |value: f64| shown.scale.number(say, value * shown.factor);
            let limits = shown.funnel.limits(place, level).map(|(low, high)| {
                say.with("indicators-value-range", &[("low", number(low).into()), ("high", number(high).into())])
            });
            row.insert(at.min(row.len()), limits.unwrap_or_default());
        }
    }
    table
}

/// The funnel with full numbers, and with the words of the report.
pub fn json(shown: &Shown<'_>) -> String {
    let limits = |limits: &[varde_stats::funnel::Limits], level: usize| {
        limits.get(level).copied().flatten().map(|(low, high)| json!([low, high]))
    };
    let groups: Vec<Value> = shown
        .units
        .names
        .iter()
        .zip(&shown.units.counts)
        .zip(&shown.funnel.places)
        .map(|((name, unit), place)| {
            json!({
                "group": name, "numerator": unit.numerator, "denominator": unit.denominator, "value": place.value,
                "z": place.z, "z_adjusted": place.z_adjusted, "p_adjusted": place.p_adjusted,
                "exact_95": limits(&place.exact, 0), "exact_99_8": limits(&place.exact, 1),
                "additive_95": limits(&place.additive, 0), "additive_99_8": limits(&place.additive, 1),
            })
        })
        .collect();
    let share: Vec<Value> = shown
        .funnel
        .outside
        .iter()
        .map(|outside| json!({ "level": outside.level, "exact": outside.exact, "additive": outside.additive }))
        .collect();
    let whole = json!({
        "title": shown.title, "summary": sentences(shown), "target": shown.funnel.target, "phi": shown.funnel.phi,
        "tau2": shown.funnel.tau2, "outside": outside(shown), "share_outside": share, "groups": groups,
        "multiply": shown.factor, "rows": shown.units.n_rows, "missing_lines": shown.units.missing, "fraction_lines": shown.units.fractions,
    });
    format!("{whole:#}")
}
