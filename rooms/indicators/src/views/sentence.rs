//! What a chart shows, said in words: the same sentences on page, in the picture's description, in
//! the API and on the command line.

use varde_kernel::Period;
use varde_spc::{Kind, Rule, Way};
use varde_web::Say;

use crate::model::{Cause, Direction, Meaning, Measure, Observation};
use crate::rules::chart::{Drawn, LEAST_POINTS};
use crate::rules::reading::{self, Assurance, Variation};

/// What the sentences need to know of what is measured.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// In what it is measured.
    pub measure: Measure,
    /// Which way is better.
    pub direction: Direction,
    /// What one wants to reach.
    pub target: Option<f64>,
    /// Whether all values are shown: the rest alone says nothing of the process.
    pub whole: bool,
}

/// How numbers that stand together are written: all with the same number of decimals, and with what
/// they are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What they are measured in.
    pub measure: Measure,
    /// How many decimals each has.
    pub decimals: usize,
}

impl Figures {
    /// The way to write these values beside each other. More than a tenth of a per cent tells nothing of
    /// what is counted in a service.
    pub fn of(measure: Measure, values: impl IntoIterator<Item = f64>) -> Self {
        Self { measure, decimals: varde_web::decimals(values, if measure == Measure::Percent { 1 } else { 2 }) }
    }

    /// The number alone, for where its unit stands beside.
    pub fn number(self, say: &Say, value: f64) -> String {
        say.number(value, self.decimals)
    }

    /// The number with its unit: "13,7 %", "24,0 årsverk".
    pub fn amount(self, say: &Say, value: f64) -> String {
        let number = self.number(say, value);
        let key = match self.measure {
            Measure::Percent => return format!("{number}{}", say.percent_sign()),
            Measure::Nok => "indicators-value-nok",
            Measure::Fte => "indicators-value-fte",
            Measure::Years => "indicators-value-years",
            Measure::Rank => "indicators-value-rank",
            Measure::Count | Measure::Rate | Measure::Ratio | Measure::Score => return number,
        };
        say.with(key, &[("value", number.into())])
    }
}

/// A number by itself with its unit: "13,7 %", "24 årsverk".
pub fn number(say: &Say, measure: Measure, value: f64) -> String {
    Figures::of(measure, [value]).amount(say, value)
}

/// A number that was worked out, with no more decimals than it deserves.
pub fn about(value: f64) -> f64 {
    let decimals = match value.abs() {
        big if 100.0 <= big => 0,
        middling if 10.0 <= middling => 1,
        _ => 2,
    };
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}

/// A number that was worked out, with its unit.
pub fn worked_out(say: &Say, measure: Measure, value: f64) -> String {
    number(say, measure, about(value))
}

/// The whole answer: where it stands, whether something has happened, what to expect, the target.
pub fn answer(say: &Say, facts: &Facts, values: &[Observation], (drawn, causes): (Option<&Drawn>, &[Cause])) -> String {
    let mut parts = Vec::new();
    if let Some(last) = crate::rules::latest(values) {
        let value = last.value.map(|value| number(say, facts.measure, value)).unwrap_or_default();
        parts.push(
            say.with("indicators-say-latest", &[("value", value.into()), ("period", say.period(last.period).into())]),
        );
    } else {
        return say.t("indicators-chart-empty");
    }
    match drawn {
        _ if !facts.whole => {
            parts.push(say.t("indicators-say-kept-back"));
            let target = facts.target.map(|target| number(say, facts.measure, target));
            parts.extend(target.map(|target| say.with("indicators-say-target", &[("target", target.into())])));
        }
        Some(drawn) => process(say, facts, drawn, causes, &mut parts),
        None => short(say, facts.measure, values, &mut parts),
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// What a chart of a process shows.
fn process(say: &Say, facts: &Facts, drawn: &Drawn, causes: &[Cause], parts: &mut Vec<String>) {
    match reading::current(drawn, causes) {
        Some(cause) => {
            parts.push(happened(say, cause));
            parts.push(match cause.meaning(facts.direction) {
                Meaning::Better => say.t("indicators-say-better"),
                Meaning::Worse => say.t("indicators-say-worse"),
                Meaning::Changed => String::new(),
            });
        }
        None => parts.push(say.t("indicators-say-no-change")),
    }
    let Some(point) = drawn.chart.newest() else { return };
    if let Some(centre) = point.centre {
        let key = if drawn.chart.kind == Kind::Run { "indicators-say-median" } else { "indicators-say-mean" };
        parts.push(say.with(key, &[("value", worked_out(say, facts.measure, centre).into())]));
    }
    if let (Some(low), Some(high)) = (point.lower, point.upper) {
        let ends = [("low", say.value(about(low)).into()), ("high", worked_out(say, facts.measure, high).into())];
        parts.push(say.with("indicators-say-limits", &ends));
    }
    if let Some(target) = facts.target {
        let key = match reading::assurance(&drawn.chart, target, facts.direction) {
            Some(Assurance::Passes) => "indicators-say-target-passes",
            Some(Assurance::Fails) => "indicators-say-target-fails",
            Some(Assurance::HitOrMiss) => "indicators-say-target-chance",
            None => "indicators-say-target",
        };
        parts.push(say.with(key, &[("target", number(say, facts.measure, target).into())]));
    }
    let n_provisional = drawn.chart.points.iter().filter(|point| point.provisional && point.y.is_some()).count();
    if 0 < n_provisional {
        parts.push(say.with("indicators-say-provisional", &[("n", n_provisional.into())]));
    }
}

/// Too few values for a chart: only whether the first and the last certainly differ.
fn short(say: &Say, measure: Measure, values: &[Observation], parts: &mut Vec<String>) {
    parts.push(certain_change(say, measure, values).unwrap_or_else(|| {
        let n = values.iter().filter(|one| one.value.is_some()).count();
        say.with("indicators-say-few", &[("n", n.into()), ("least", LEAST_POINTS.into())])
    }));
}

/// Whether the first and the last value certainly differ; `None` when one of them has no interval.
pub fn certain_change(say: &Say, measure: Measure, values: &[Observation]) -> Option<String> {
    let key = match reading::has_changed(measure, values)? {
        Some(Way::Up) => "indicators-say-short-up",
        Some(Way::Down) => "indicators-say-short-down",
        None => "indicators-say-short-none",
    };
    Some(say.t(key))
}

/// What has happened, since when.
pub fn happened(say: &Say, cause: &Cause) -> String {
    told(say, (cause.rule, cause.way), &say.period(cause.first), &say.period(cause.last))
}

/// What a signal says of the points from the first to the last, named as they are on the chart.
pub fn told(say: &Say, what: (Rule, Option<Way>), first: &str, last: &str) -> String {
    let since = |key: &str| say.with(key, &[("period", first.into())]);
    let span = |one: &str, many: &str| {
        if first == last {
            say.with(one, &[("period", first.into())])
        } else {
            say.with(many, &[("first", first.into()), ("last", last.into())])
        }
    };
    match what {
        (Rule::Outside, Some(Way::Up)) => span("indicators-say-above", "indicators-say-above-some"),
        (Rule::Outside, Some(Way::Down)) => span("indicators-say-below", "indicators-say-below-some"),
        (Rule::Trend, Some(Way::Up)) => since("indicators-say-rising"),
        (Rule::Trend, Some(Way::Down)) => since("indicators-say-falling"),
        (Rule::Shift | Rule::Runs | Rule::OneSide, Some(Way::Up)) => since("indicators-say-higher"),
        (Rule::Shift | Rule::Runs | Rule::OneSide, Some(Way::Down)) => since("indicators-say-lower"),
        (_, Some(Way::Up)) => since("indicators-say-near-high"),
        (_, Some(Way::Down)) => since("indicators-say-near-low"),
        (_, None) => since("indicators-say-pattern"),
    }
}

/// The key of a rule's name.
pub const fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Outside => "indicators-rule-outside",
        Rule::Runs => "indicators-rule-runs",
        Rule::Shift => "indicators-rule-shift",
        Rule::TwoOfThree => "indicators-rule-two-of-three",
        Rule::FourOfFive => "indicators-rule-four-of-five",
        Rule::OneSide => "indicators-rule-one-side",
        Rule::Trend => "indicators-rule-trend",
        Rule::Alternating => "indicators-rule-alternating",
        Rule::Hugging => "indicators-rule-hugging",
        Rule::Mixture => "indicators-rule-mixture",
        Rule::NearLimit => "indicators-rule-near-limit",
    }
}

/// The key of what a process does now.
pub const fn variation_key(variation: Variation) -> &'static str {
    match variation {
        Variation::TooLittle => "indicators-variation-too-little",
        Variation::KeptBack => "indicators-variation-kept-back",
        Variation::Common => "indicators-variation-common",
        Variation::Special(Some(Way::Up), Meaning::Better) => "indicators-variation-up-better",
        Variation::Special(Some(Way::Up), Meaning::Worse) => "indicators-variation-up-worse",
        Variation::Special(Some(Way::Up), Meaning::Changed) => "indicators-variation-up",
        Variation::Special(Some(Way::Down), Meaning::Better) => "indicators-variation-down-better",
        Variation::Special(Some(Way::Down), Meaning::Worse) => "indicators-variation-down-worse",
        Variation::Special(Some(Way::Down), Meaning::Changed) => "indicators-variation-down",
        Variation::Special(None, _) => "indicators-variation-pattern",
    }
}

/// The key of whether a target is met.
pub const fn assurance_key(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::Passes => "indicators-assurance-passes",
        Assurance::Fails => "indicators-assurance-fails",
        Assurance::HitOrMiss => "indicators-assurance-chance",
    }
}

/// The key of a chart's name.
pub const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Run => "indicators-kind-run",
        Kind::I => "indicators-kind-i",
        Kind::Mr => "indicators-kind-mr",
        Kind::Ip => "indicators-kind-ip",
        Kind::Xbar => "indicators-kind-xbar",
        Kind::S => "indicators-kind-s",
        Kind::R => "indicators-kind-r",
        Kind::T => "indicators-kind-t",
        Kind::P => "indicators-kind-p",
        Kind::Pp => "indicators-kind-pp",
        Kind::Np => "indicators-kind-np",
        Kind::C => "indicators-kind-c",
        Kind::U => "indicators-kind-u",
        Kind::Up => "indicators-kind-up",
        Kind::G => "indicators-kind-g",
    }
}

/// Where a period stands on the axis: its own part, and the year that it shares.
pub fn tick(say: &Say, period: Period) -> (String, String) {
    match period {
        Period::Year(year) => (year.to_string(), String::new()),
        Period::Years(first, last) => (format!("{first}–{last}"), String::new()),
        Period::Tertial(year, n) => (format!("T{n}"), year.to_string()),
        Period::Quarter(year, n) => (format!("{}{n}", say.t("indicators-tick-quarter")), year.to_string()),
        Period::Half(year, n) | Period::Week(year, n) => (n.to_string(), year.to_string()),
        Period::Month(year, _) => {
            let name: String = say.period(period).chars().take(3).collect();
            (name, year.to_string())
        }
        Period::Day(day) => (day.day().to_string(), say.period(Period::Month(day.year(), day.month()))),
    }
}
