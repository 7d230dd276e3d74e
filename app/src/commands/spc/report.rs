//! What the chart shows, in words and as JSON.

use serde_json::{Value, json};
use varde_batch::{advice_json, chart_json};
use varde_chart::{Layout, spc_table};
use varde_indicators::rules::cause::RULES;
use varde_indicators::rules::reading::{Assurance, assurance};
use varde_indicators::sentence;
use varde_spc::{Kind, Limits, Notice, Part, RuleSet, Signal, Spec};
use varde_web::{Arg, Say};

use super::super::table::{NAMED, fraction_words, listed, missing_words, note_words, probability};
use super::rows::Rows;
use super::{Agg, Args, Shown, advice, picture};

/// What is charted: the names of the columns, and what the factor makes of them.
pub fn what(args: &Args, say: &Say, spec: &Spec, y: &str) -> String {
    let per = spec.multiply.to_bits() != 1_f64.to_bits();
    let is_ratio = !matches!(spec.kind, Kind::C | Kind::Np | Kind::G | Kind::T);
    let args: [(&str, Arg); 3] = [
        ("y", y.into()),
        ("n", args.n.as_deref().unwrap_or_default().into()),
        ("per", say.value(spec.multiply).into()),
    ];
    match args[1].1 {
        Arg::Text(ref n) if n.is_empty() => y.to_owned(),
        _ if matches!(spec.kind, Kind::P | Kind::Pp) => say.with("app-spc-what-share", &args),
        _ if is_ratio && per => say.with("app-spc-what-per", &args),
        _ if is_ratio => say.with("app-spc-what-ratio", &args),
        _ => y.to_owned(),
    }
}

/// The answer in one or two sentences: what goes on now, and what went on before.
pub fn answer(shown: &Shown<'_>) -> String {
    let say = shown.say;
    let Some(newest) = shown.chart.points.iter().rposition(|point| point.y.is_some() && !point.provisional) else {
        return say.t("indicators-chart-empty");
    };
    let rank = |signal: &Signal| RULES.iter().position(|rule| *rule == signal.rule);
    let goes_on = |signal: &&Signal| signal.last().is_some_and(|last| newest <= last);
    let current = shown.chart.signals.iter().filter(goes_on).min_by_key(|signal| rank(signal));
    match current {
        Some(signal) => signal_words(shown, signal),
        None if shown.chart.has_signal() => {
            say.with("app-spc-answer-earlier", &[("n", shown.chart.signals.len().into())])
        }
        None => say.t("indicators-say-no-change"),
    }
}

/// What a signal says.
fn signal_words(shown: &Shown<'_>, signal: &Signal) -> String {
    let name = |place: Option<&usize>| {
        let point = place.and_then(|place| shown.chart.points.get(*place));
        point.map(|point| shown.rows.label(shown.say, &point.x)).unwrap_or_default()
    };
    let (first, last) = (name(signal.points.first()), name(signal.points.last()));
    sentence::told(shown.say, (signal.rule, signal.way), &first, &last)
}

/// The first point of the signals that point a way; of the others only when there is none. Long runs and few
/// crossings are a pattern of the whole phase, and say nothing of when.
fn first_signal(shown: &Shown<'_>) -> Option<usize> {
    let first = |sided: bool| {
        let signals = shown.chart.signals.iter().filter(|signal| signal.way.is_some() == sided);
        signals.filter_map(|signal| signal.points.first().copied()).min()
    };
    first(true).or_else(|| first(false))
}

/// Everything the chart says, a sentence each; also the description of the picture.
pub fn sentences(shown: &Shown<'_>) -> Vec<String> {
    let say = shown.say;
    let mut told = vec![answer(shown)];
    told.extend(shown.chart.parts.iter().filter_map(|part| level(shown, part)));
    if let Some(target) = shown.args.target {
        let key = match assurance(&shown.chart, target, shown.args.better.direction()) {
            Some(Assurance::Passes) => "indicators-say-target-passes",
            Some(Assurance::Fails) => "indicators-say-target-fails",
            Some(Assurance::HitOrMiss) => "indicators-say-target-chance",
            None => "indicators-say-target",
        };
        told.push(say.with(key, &[("target", shown.scale.value(say, target).into())]));
    }
    told
}

/// Centre and limits of a part, as they are at its last point.
fn level(shown: &Shown<'_>, part: &Part) -> Option<String> {
    let say = shown.say;
    let points = shown.chart.points.get(part.first..part.end)?;
    let last = points.iter().rev().find(|point| point.centre.is_some())?;
    let name = shown.rows.label(say, &points.first()?.x);
    let key = match (shown.chart.kind, last.lower, last.upper) {
        (Kind::Run, _, _) => "app-spc-level-median",
        (_, None, None) => "app-spc-level-centre",
        _ => "app-spc-level-limits",
    };
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| shown.scale.number(say, value));
    let value = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| shown.scale.value(say, value));
    let args = [
        ("centre", Arg::from(value(last.centre))),
        ("low", number(last.lower).into()),
        ("high", value(last.upper).into()),
    ];
    let words = say.with(key, &args);
    let alone = shown.chart.parts.len() == 1;
    Some(if alone { words } else { say.with("app-spc-from", &[("point", name.into()), ("words", words.into())]) })
}

/// The report.
pub fn text(shown: &Shown<'_>, spec: &Spec) -> String {
    let say = shown.say;
    let mut lines = vec![shown.title.clone(), String::new()];
    lines.extend(sentences(shown));
    lines.push(String::new());
    lines.extend(how(shown));
    lines.extend(signals(shown));
    lines.extend(runs(shown));
    let about = about_data(shown);
    if !about.is_empty() {
        lines.push(String::new());
        lines.extend(about);
    }
    if let Some(advice) = shown.advice {
        lines.push(String::new());
        lines.push(say.t("app-spc-why"));
        lines.extend(advice::words(say, advice).into_iter().map(|words| format!("  {words}")));
    }
    lines.push(String::new());
    lines.push(picture::with(shown, spec, Layout::Wide, |chart| spc_table(chart).text()));
    lines.join("\n")
}

/// Which chart it is, and by which rules it is read.
pub fn how(shown: &Shown<'_>) -> Vec<String> {
    let (say, chart) = (shown.say, &shown.chart);
    let name = |point: Option<&varde_spc::Point>| point.map(|p| shown.rows.label(say, &p.x)).unwrap_or_default();
    let what = [
        ("kind", say.t(sentence::kind_key(chart.kind)).into()),
        ("n", chart.points.len().into()),
        ("first", name(chart.points.first()).into()),
        ("last", name(chart.points.last()).into()),
    ];
    let rules = [("rules", chart.rules.name().into()), ("limits", say.t(limits_key(chart.limits)).into())];
    vec![say.with("app-spc-chart", &what), say.with("app-spc-rules", &rules)]
}

const fn limits_key(limits: Limits) -> &'static str {
    match limits {
        Limits::Sigma => "app-spc-limits-sigma",
        Limits::Exact => "app-spc-limits-exact",
        Limits::Calibrated => "app-spc-limits-calibrated",
    }
}

/// Every signal, and where the first one begins.
pub fn signals(shown: &Shown<'_>) -> Vec<String> {
    let say = shown.say;
    let Some(first) = first_signal(shown) else { return vec![say.t("app-spc-signals-none")] };
    let name = shown.chart.points.get(first).map(|point| shown.rows.label(say, &point.x)).unwrap_or_default();
    let mut lines =
        vec![say.with("app-spc-signals", &[("n", shown.chart.signals.len().into()), ("first", name.into())])];
    for signal in &shown.chart.signals {
        let rule = say.t(sentence::rule_key(signal.rule));
        let p = signal.p_value.map(|p| probability(say, p));
        let p = p.map(|p| if p.starts_with('<') { format!(" (p {p})") } else { format!(" (p = {p})") });
        let p = p.unwrap_or_default();
        lines.push(format!("  {rule}: {}{p}", signal_words(shown, signal)));
    }
    lines
}

/// Longest run and crossings of each part.
pub fn runs(shown: &Shown<'_>) -> Vec<String> {
    shown.chart.parts.iter().filter_map(|part| runs_of(shown, part)).collect()
}

/// Longest run and crossings; with what is ordinary where the rule set goes by that.
fn runs_of(shown: &Shown<'_>, part: &Part) -> Option<String> {
    let say = shown.say;
    let by_rule = shown.chart.rules == RuleSet::Anhoej1;
    let key = if by_rule { "app-spc-runs-ordinary" } else { "app-spc-runs" };
    let args: [(&str, Arg); 4] = [
        ("longest", part.runs.longest?.into()),
        ("most", part.runs.longest_max?.into()),
        ("crossings", part.runs.crossings?.into()),
        ("least", part.runs.crossings_min?.into()),
    ];
    let words = say.with(key, &args);
    let first = shown.chart.points.get(part.first)?;
    let alone = shown.chart.parts.len() == 1;
    let point = shown.rows.label(say, &first.x);
    Some(if alone { words } else { say.with("app-spc-from", &[("point", point.into()), ("words", words.into())]) })
}

/// What one should know about the data: rows taken together, what is missing, what was odd.
pub fn about_data(shown: &Shown<'_>) -> Vec<String> {
    let (say, rows) = (shown.say, shown.rows);
    let mut told = about_rows(say, rows, shown.chart.points.len(), how_key(rows, shown.chart.kind, shown.args.agg()));
    told.extend(shown.phases.excluded.iter().map(|(place, why)| {
        let name = shown.chart.points.get(*place).map(|p| rows.label(say, &p.x)).unwrap_or_default();
        excluded_words(say, &name, why)
    }));
    told.extend(rows.notes.iter().map(|note| note_words(say, note)));
    told.extend(shown.chart.notices.iter().filter_map(|notice| notice_words(say, notice)));
    told
}

/// How many rows became how many points, and what is missing among them.
pub fn about_rows(say: &Say, rows: &Rows, n_points: usize, how: &'static str) -> Vec<String> {
    let mut told = Vec::new();
    let joined = rows.joined();
    if !joined.is_empty() {
        let few = joined.len() <= NAMED && 2 * joined.len() < n_points;
        let args = [("rows", Arg::from(rows.count())), ("points", n_points.into()), ("how", say.t(how).into())];
        told.push(say.with("app-spc-joined", &args));
        if few {
            let names = joined.iter().map(|(key, n)| format!("{} ({n})", rows.label(say, key)));
            told.push(say.with("app-spc-joined-which", &[("names", listed(say, names).into())]));
        }
    }
    told.extend(missing_words(say, &rows.missing));
    told.extend(fraction_words(say, &rows.fractions));
    if !rows.filled.is_empty() {
        let names = rows.filled.iter().map(|period| say.period(*period));
        let args = [("n", rows.filled.len().into()), ("names", listed(say, names).into())];
        told.push(say.with("app-spc-filled", &args));
    }
    told
}

/// That a point is left out, and why.
pub fn excluded_words(say: &Say, name: &str, why: &str) -> String {
    let why = if why.is_empty() { say.t("app-spc-no-reason") } else { why.to_owned() };
    say.with("app-spc-excluded", &[("point", name.into()), ("why", why.into())])
}

/// How the rows of a point became one value.
pub fn how_key(rows: &Rows, kind: Kind, agg: Agg) -> &'static str {
    let counted = rows.series.n.is_some()
        || matches!(kind, Kind::C | Kind::G | Kind::P | Kind::Pp | Kind::Np | Kind::U | Kind::Up);
    match (kind, agg) {
        (Kind::Xbar | Kind::S | Kind::R, _) => "app-spc-how-sample",
        _ if counted => "app-spc-how-sum",
        (_, Agg::Mean) => "app-spc-how-mean",
        (_, Agg::Median) => "app-spc-how-median",
        (_, Agg::Sum) => "app-spc-how-sum",
        (_, Agg::Sd) => "app-spc-how-sd",
    }
}

fn notice_words(say: &Say, notice: &Notice) -> Option<String> {
    Some(match notice {
        Notice::ShareAboveOne(n) => say.with("app-spc-notice-share", &[("n", (*n).into())]),
        Notice::CentreIncomplete(_) => say.t("app-spc-notice-centre"),
        Notice::NoLimits(_) => say.t("app-spc-notice-limits"),
        Notice::NoOrder => say.t("app-spc-notice-order"),
        // Rows of these kinds are refused before there is a chart, and boxes are not asked for here.
        _ => return None,
    })
}

/// The chart with full numbers, and with the words of the report.
pub fn json(shown: &Shown<'_>, spec: &Spec) -> String {
    let say = shown.say;
    let mut whole = chart_json(&shown.chart, Vec::new());
    let label = |place: usize| shown.chart.points.get(place).map(|point| shown.rows.label(say, &point.x));
    let named = |pairs: &[(usize, String)]| -> Vec<Value> {
        pairs.iter().map(|(at, why)| json!({ "point": at + 1, "label": label(*at), "reason": why })).collect()
    };
    let joined = shown.rows.joined();
    let joined = joined.iter().map(|(key, n)| json!({ "label": shown.rows.label(say, key), "rows": n }));
    let limits = match shown.chart.limits {
        Limits::Sigma => "sigma",
        Limits::Exact => "exact",
        Limits::Calibrated => "calibrated",
    };
    let more = json!({
        "title": shown.title, "summary": sentences(shown), "limits": limits, "multiply": spec.multiply,
        "columns": { "x": shown.args.x, "y": shown.args.y, "n": shown.args.n },
        "labels": (0..shown.chart.points.len()).map(label).collect::<Vec<_>>(),
        "target": shown.args.target, "provisional": spec.provisional,
        "phases": named(&shown.phases.reasons), "excluded": named(&shown.phases.excluded),
        "first_signal": first_signal(shown).map(|place| json!({ "point": place + 1, "label": label(place) })),
        "rows": shown.rows.count(), "joined": joined.collect::<Vec<_>>(), "missing_lines": shown.rows.missing, "fraction_lines": shown.rows.fractions,
        "filled": shown.rows.filled.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "advice": shown.advice.map(|advice| {
            let mut object = advice_json(advice);
            if let Value::Object(fields) = &mut object {
                fields.insert("words".to_owned(), advice::words(say, advice).into());
            }
            object
        }),
    });
    if let (Value::Object(whole), Value::Object(more)) = (&mut whole, more) {
        whole.extend(more);
    }
    format!("{whole:#}")
}
