//! What an accumulating chart shows, in words and as JSON.

use serde_json::{Value, json};
use varde_chart::{Layout, spc_table};
use varde_indicators::sentence;
use varde_spc::{Rule, Way};
use varde_web::{Arg, Say};

use super::super::args::Sum;
use super::{Reach, Tally, Told, picture};

/// The key of a chart's name.
const fn name_key(sum: Sum) -> &'static str {
    match sum {
        Sum::Ewma => "app-sums-kind-ewma",
        Sum::Cusum => "app-sums-kind-cusum",
        Sum::Bernoulli => "app-sums-kind-bernoulli",
        Sum::RiskAdjusted => "app-sums-kind-ra",
        Sum::Vlad => "app-sums-kind-vlad",
    }
}

/// What a signal is called at its points.
pub const fn mark_key(sum: Sum, way: Way) -> &'static str {
    match (sum, way) {
        (Sum::Ewma, Way::Up) => "indicators-funnel-above",
        (Sum::Ewma, Way::Down) => "indicators-funnel-below",
        (Sum::Cusum, Way::Up) => "app-sums-mark-up",
        (Sum::Cusum, Way::Down) => "app-sums-mark-down",
        (_, Way::Up) => "app-sums-mark-more",
        (_, Way::Down) => "app-sums-mark-fewer",
    }
}

impl Told<'_> {
    fn label(&self, place: usize) -> &str {
        self.worked.marks.get(place).map_or("", |mark| mark.label.as_str())
    }

    /// What has changed, and since when.
    fn change(&self, reach: &Reach) -> String {
        let since = self.label(reach.since);
        let key = match (self.sum, reach.way) {
            (Sum::Ewma | Sum::Cusum, way) => {
                return sentence::told(self.say, (Rule::Shift, Some(way)), since, since);
            }
            (_, Way::Up) => "app-sums-more",
            (_, Way::Down) => "app-sums-fewer",
        };
        self.say.with(key, &[("since", since.into())])
    }
}

/// The answer in a few sentences.
pub fn answer(told: &Told<'_>) -> String {
    let (say, worked) = (told.say, told.worked);
    let mut parts: Vec<String> = worked.tally.iter().map(|tally| tally_words(say, tally)).collect();
    let newest = worked.marks.iter().rposition(|mark| mark.value.is_some());
    let (Some(newest), last) = (newest, worked.reaches.last()) else {
        return say.t("indicators-chart-empty");
    };
    let n = worked.reaches.len();
    match (told.sum, last) {
        (Sum::Ewma | Sum::Cusum, None) => parts.push(say.t("indicators-say-no-change")),
        (_, None) => parts.push(say.t("app-sums-not-reached")),
        (Sum::Ewma | Sum::Cusum, Some(last)) if last.last < newest => {
            parts.push(say.with("app-spc-answer-earlier", &[("n", n.into())]));
        }
        (Sum::Ewma, Some(last)) => parts.push(told.change(last)),
        (_, Some(last)) => {
            parts.push(told.change(last));
            let reached = [("n", Arg::from(n)), ("point", told.label(last.first).into())];
            parts.push(say.with("app-sums-reached", &reached));
            // A sum that begins anew after its signal says nothing by being low.
            if last.last < newest && told.sum != Sum::Bernoulli {
                parts.push(say.t("app-sums-back"));
            }
        }
    }
    parts.join(" ")
}

/// How many it came to, and how many the risks let one expect.
fn tally_words(say: &Say, tally: &Tally) -> String {
    let args: [(&str, Arg); 3] = [
        ("observed", tally.observed.into()),
        ("n", tally.n.into()),
        ("expected", say.number(tally.expected, 1).into()),
    ];
    say.with("app-sums-tally", &args)
}

/// Everything the chart says, a sentence each; also the description of the picture.
pub fn sentences(told: &Told<'_>) -> Vec<String> {
    let mut said = vec![answer(told)];
    said.extend(told.worked.settings.iter().cloned());
    if let Some(target) = told.args.target {
        said.push(
            told.say.with("indicators-say-target", &[("target", told.worked.scale.value(told.say, target).into())]),
        );
    }
    said
}

/// The report.
pub fn text(told: &Told<'_>) -> String {
    let (say, worked) = (told.say, told.worked);
    let mut lines = vec![told.title.to_owned(), String::new()];
    lines.extend(sentences(told));
    lines.push(String::new());
    lines.push(say.with(
        "app-spc-chart",
        &[
            ("kind", say.t(name_key(told.sum)).into()),
            ("n", worked.marks.len().into()),
            ("first", told.label(0).into()),
            ("last", told.label(worked.marks.len().saturating_sub(1)).into()),
        ],
    ));
    lines.extend(signals(told));
    if !worked.about.is_empty() {
        lines.push(String::new());
        lines.extend(worked.about.iter().cloned());
    }
    lines.push(String::new());
    lines.push(picture::with(told, Layout::Wide, |chart| spc_table(chart).text()));
    lines.join("\n")
}

/// Every signal with its points.
fn signals(told: &Told<'_>) -> Vec<String> {
    let say = told.say;
    let Some(first) = told.worked.reaches.first() else { return vec![say.t("app-spc-signals-none")] };
    let args = [("n", Arg::from(told.worked.reaches.len())), ("first", told.label(first.first).into())];
    let mut lines = vec![say.with("app-spc-signals", &args)];
    lines.extend(told.worked.reaches.iter().map(|reach| {
        let (first, last) = (told.label(reach.first), told.label(reach.last));
        let points = if reach.first == reach.last {
            first.to_owned()
        } else {
            say.with("app-sums-span", &[("first", first.into()), ("last", last.into())])
        };
        format!("  {}: {points}. {}", say.t(mark_key(told.sum, reach.way)), told.change(reach))
    }));
    lines
}

/// The chart with full numbers, and with the words of the report.
pub fn json(told: &Told<'_>) -> String {
    let worked = told.worked;
    let point = |place: usize| json!({ "point": place + 1, "label": told.label(place) });
    let signals: Vec<Value> = worked
        .reaches
        .iter()
        .map(|reach| {
            let way = if reach.way == Way::Up { "up" } else { "down" };
            json!({ "direction": way, "first": point(reach.first), "last": point(reach.last), "since": point(reach.since) })
        })
        .collect();
    let mut whole = worked.json.clone();
    if let Some(fields) = whole.as_object_mut() {
        let columns = json!({ "x": told.args.x, "y": told.args.y, "n": told.args.n, "risk": told.args.sums.risk });
        fields.insert("chart".to_owned(), told.sum.name().into());
        fields.insert("title".to_owned(), told.title.into());
        fields.insert("summary".to_owned(), json!(sentences(told)));
        fields.insert("columns".to_owned(), columns);
        fields.insert("labels".to_owned(), worked.marks.iter().map(|mark| mark.label.as_str()).collect());
        fields.insert("signals".to_owned(), Value::Array(signals));
    }
    format!("{whole:#}")
}
