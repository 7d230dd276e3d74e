//! Bernoulli CUSUM, risk-adjusted CUSUM and VLAD: whether it happened, case by case.

use serde_json::{Value, json};
use varde_batch::{bernoulli_json, risk_adjusted_json};
use varde_document::{Cell, Decimals, Row, Table, missing_mark};
use varde_spc::cusum::{self, Cusum};
use varde_web::{Arg, Say};

use super::super::super::Failure;
use super::super::super::table::{
    Axis, Column, Faults, Scale, asked, columns, compare, keys, missing_words, note_words,
};
use super::super::args::{Args, Sum};
use super::super::asked::unknown;
use super::{Mark, Memory, Tally, Worked, reaches};

/// How many times higher, or lower, the odds are that the sums look for (Steiner et al. 2000).
const RATIO: f64 = 2.0;
/// The threshold of a Bernoulli CUSUM (bchart of qicharts2).
const BERNOULLI_THRESHOLD: f64 = 3.5;
/// The threshold of a risk-adjusted CUSUM (Steiner et al. 2000).
const THRESHOLD: f64 = 4.5;

/// The cases of a file in their order.
struct Cases {
    /// Whether it happened.
    events: Vec<Option<bool>>,
    /// The risk that each case came with, where there is a column with it.
    risks: Vec<Option<f64>>,
    labels: Vec<String>,
    missing: Vec<usize>,
    faults: Faults,
}

/// Works out the chart of the rows.
pub fn work(args: &Args, say: &Say, table: &Table, (sum, y): (Sum, &str)) -> Result<Worked, Failure> {
    if sum != Sum::Bernoulli && args.sums.risk.is_none() {
        return Err(Failure::Asked(say.t("app-sums-needs-risk")));
    }
    let cases = read(args, say, table, y)?;
    cases.faults.refuse(say)?;
    if cases.events.iter().flatten().next().is_none() {
        return Err(Failure::Asked(say.t("app-table-no-rows")));
    }
    let mut worked = match sum {
        Sum::Bernoulli => bernoulli(args, say, &cases, y)?,
        _ => risk_adjusted(args, say, &cases, (sum, y))?,
    };
    worked.about = missing_words(say, &cases.missing).into_iter().collect();
    worked.about.extend(table.notes.iter().map(|note| note_words(say, note)));
    if let Some(fields) = worked.json.as_object_mut() {
        fields.insert("rows".to_owned(), cases.events.len().into());
        fields.insert("missing_lines".to_owned(), json!(cases.missing));
    }
    Ok(worked)
}

/// Reads the cases; by time when a column says when, those of the same day in the file's order.
fn read(args: &Args, say: &Say, table: &Table, y: &str) -> Result<Cases, Failure> {
    let [y] = columns(table, [y], say)?;
    let risk = asked(table, args.sums.risk.as_deref(), say)?;
    let x = asked(table, args.x.as_deref(), say)?;
    let body: Vec<&Row> = table.rows.iter().skip(1).collect();
    let mut faults = Faults::new(table);
    let mut order: Vec<usize> = (0..body.len()).collect();
    let mut names = vec![None; body.len()];
    if let Some(x) = x {
        let (axis, found) = keys(&body, &x, None, &mut faults);
        if axis != Axis::Names {
            let key = |place: &usize| found.get(*place).and_then(Option::as_ref);
            order.sort_by(|a, b| match (key(a), key(b)) {
                (Some(a), Some(b)) => compare(a, b),
                _ => std::cmp::Ordering::Equal,
            });
        }
        names = found.iter().map(|key| key.as_ref().map(|key| axis.label(say, key))).collect();
    }
    let mut decimals = Decimals::new(None);
    let mut cases = Cases { events: Vec::new(), risks: Vec::new(), labels: Vec::new(), missing: Vec::new(), faults };
    for (place, row) in order.into_iter().filter_map(|place| Some((place, *body.get(place)?))) {
        let event = cases.event(row, &y);
        let risk = risk.as_ref().map(|risk| cases.risk(row, risk, &mut decimals));
        if event.is_none() || risk == Some(None) {
            cases.missing.push(row.line);
        }
        let number = say.with("app-sums-case", &[("n", (cases.labels.len() + 1).into())]);
        cases.labels.push(match names.get(place) {
            Some(Some(name)) => format!("{number}, {name}"),
            _ => number,
        });
        cases.events.push(event);
        cases.risks.push(risk.flatten());
    }
    cases.missing.sort_unstable();
    Ok(cases)
}

impl Cases {
    /// Whether it happened, as people and programs write it.
    fn event(&mut self, row: &Row, y: &Column) -> Option<bool> {
        let found = match row.cell(y.at) {
            Cell::Empty => return None,
            Cell::Bool(event) => Some(*event),
            Cell::Number(number) => event_named(&number.to_string()),
            Cell::Text(text) if missing_mark(text) => return None,
            Cell::Text(text) => event_named(text),
            Cell::Date(_) | Cell::DateTime(_) | Cell::Error(_) => None,
        };
        if found.is_none() {
            self.faults.cell(row, y, "app-sums-fault-event");
        }
        found
    }

    /// The risk of a case.
    fn risk(&mut self, row: &Row, risk: &Column, decimals: &mut Decimals) -> Option<f64> {
        let found = self.faults.number(row, risk, decimals)?;
        if !(0.0..=1.0).contains(&found) {
            self.faults.cell(row, risk, "app-sums-fault-risk");
        }
        Some(found)
    }

    /// The marks of two sums; what a sum was before it began anew is told by `before`.
    fn marks(&self, chart: &Cusum, h: f64, before: impl Fn(usize) -> Option<(f64, f64)>) -> Vec<Mark> {
        let mut marks = Vec::with_capacity(self.events.len());
        for (place, label) in self.labels.iter().enumerate() {
            let at = |column: &[f64]| column.get(place).copied();
            let signals = |column: &[bool]| column.get(place).copied().unwrap_or(false);
            let mut mark = Mark {
                label: label.clone(),
                tick: ((place + 1).to_string(), String::new()),
                limits: Some((-h, h)),
                ..Mark::default()
            };
            if let Some((up, down)) = before(place) {
                (mark.up, mark.down) = (signals(&chart.signal_up), signals(&chart.signal_down));
                mark.value = if mark.up { Some(up) } else { at(&chart.up) };
                mark.under = if mark.down { Some(down) } else { at(&chart.down) };
            }
            marks.push(mark);
        }
        marks
    }

    fn question(say: &Say, key: &str, y: &str) -> String {
        say.with(key, &[("what", y.into())])
    }
}

/// What a text says of whether it happened.
fn event_named(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "1" | "1,0" | "1.0" | "true" | "ja" | "yes" | "sant" | "sann" => Some(true),
        "0" | "0,0" | "0.0" | "false" | "nei" | "no" | "usant" | "usann" => Some(false),
        _ => None,
    }
}

fn whole(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn bernoulli(args: &Args, say: &Say, cases: &Cases, y: &str) -> Result<Worked, Failure> {
    let baseline = baseline(args, say, cases)?;
    let known: Vec<bool> = cases.events.iter().take(baseline.unwrap_or(usize::MAX)).flatten().copied().collect();
    let own = whole(known.iter().filter(|event| **event).count()) / whole(known.len());
    let target = args.sums.p0.unwrap_or(own);
    let (ratio, h) = (args.sums.odds_ratio.unwrap_or(RATIO), args.sums.h.unwrap_or(BERNOULLI_THRESHOLD));
    let chart =
        cusum::bernoulli(&cases.events, target, ratio, h).ok_or_else(|| Failure::Asked(say.t("app-sums-no-share")))?;
    // A sum that signals begins anew at once; the picture shows how far it came.
    let came = |place: usize| {
        let event = cases.events.get(place).copied().flatten()?;
        let last = |column: &[f64]| place.checked_sub(1).and_then(|last| column.get(last).copied()).unwrap_or(0.0);
        let moved = |odds: f64| cusum::score(event, target, odds);
        Some((last(&chart.up) + moved(ratio), last(&chart.down) - moved(1.0 / ratio)))
    };
    let from = match (args.sums.p0, baseline) {
        (Some(_), _) => say.t("app-sums-given"),
        (None, None) => say.t("app-sums-of-all-cases"),
        (None, Some(n)) => say.with("app-sums-of-first-cases", &[("n", n.into())]),
    };
    let set: [(&str, Arg); 4] = [
        ("p0", share_text(say, target).into()),
        ("from", from.into()),
        ("ratio", say.value(ratio).into()),
        ("h", say.value(h).into()),
    ];
    let mut settings = vec![say.with("app-sums-set-bernoulli", &set)];
    if args.sums.p0.is_none() && baseline.is_none() {
        settings.push(say.t("app-sums-mind-own-share"));
    }
    let marks = cases.marks(&chart, h, came);
    Ok(Worked {
        reaches: reaches(&marks, Memory::UntilSignal),
        y_label: Cases::question(say, "app-sums-axis-bernoulli", y),
        question: Cases::question(say, "app-sums-question", y),
        ..worked(say, marks, settings, (bernoulli_json(&chart, target), h))
    })
}

/// A share in per cent, with as many decimals as it needs to be told from its neighbours.
fn share_text(say: &Say, share: f64) -> String {
    let percent = 100.0 * share;
    let number = say.number(percent, if percent < 10.0 { 2 } else { 1 });
    format!("{number}{}", say.percent_sign())
}

/// How many first cases the expected share comes from.
fn baseline(args: &Args, say: &Say, cases: &Cases) -> Result<Option<usize>, Failure> {
    let Some(text) = args.freeze.last() else { return Ok(None) };
    let n = cases.labels.len();
    let found = text.trim().parse::<usize>().ok().filter(|last| (1..=n).contains(last));
    let name = |label: Option<&String>| label.cloned().unwrap_or_default();
    let ends = || (name(cases.labels.first()), name(cases.labels.last()));
    found.map(Some).ok_or_else(|| unknown(say, ("--freeze", text), ends(), n))
}

fn risk_adjusted(args: &Args, say: &Say, cases: &Cases, (sum, y): (Sum, &str)) -> Result<Worked, Failure> {
    let ratio = args.sums.odds_ratio.unwrap_or(RATIO);
    let pairs: Vec<Option<(bool, f64)>> =
        cases.events.iter().zip(&cases.risks).map(|(event, risk)| Some(((*event)?, (*risk)?))).collect();
    let risks: Vec<f64> = pairs.iter().flatten().map(|(_, risk)| *risk).collect();
    let no_threshold = || Failure::Asked(say.t("app-sums-no-threshold"));
    let h = match args.sums.arl {
        Some(length) => cusum::threshold(&risks, ratio, length).ok_or_else(no_threshold)?,
        None => args.sums.h.unwrap_or(THRESHOLD),
    };
    let chart = cusum::risk_adjusted(&pairs, ratio, 1.0 / ratio, h, false).ok_or_else(no_threshold)?;
    let display = cusum::vlad(&pairs);
    let length = cusum::run_length(&risks, ratio, 1.0, h);
    let column = args.sums.risk.as_deref().unwrap_or_default();
    let set: [(&str, Arg); 3] =
        [("column", column.into()), ("ratio", say.value(ratio).into()), ("h", say.number(h, 2).into())];
    let mut settings = vec![say.with("app-sums-set-ra", &set)];
    settings.extend(length.map(|n| say.with("app-sums-set-arl", &[("n", say.value(n.round()).into())])));
    let known = |place: usize| pairs.get(place).copied().flatten();
    let sums = |place: usize| known(place).and_then(|_| Some((*chart.up.get(place)?, *chart.down.get(place)?)));
    let mut marks = cases.marks(&chart, h, sums);
    let signals = reaches(&marks, Memory::UntilZero);
    let observed = pairs.iter().flatten().filter(|(event, _)| *event).count();
    let tally = Tally { n: risks.len(), observed, expected: risks.iter().sum() };
    let mut json = risk_adjusted_json(&chart, &display, h);
    if let Some(fields) = json.as_object_mut() {
        fields.insert("arl0".to_owned(), json!(length));
        fields.insert("observed".to_owned(), observed.into());
        fields.insert("expected".to_owned(), tally.expected.into());
    }
    if sum == Sum::RiskAdjusted {
        return Ok(Worked {
            reaches: signals,
            y_label: Cases::question(say, "app-sums-axis-ra", y),
            question: Cases::question(say, "app-sums-question-risk", y),
            tally: Some(tally),
            ..worked(say, marks, settings, (json, h))
        });
    }
    // The display has no limits of its own: it is marked where the sums signal.
    for (mark, shown) in marks.iter_mut().zip(&display) {
        (mark.value, mark.under, mark.limits) = (mark.value.map(|_| *shown), None, None);
    }
    settings.push(say.t("app-sums-set-vlad"));
    Ok(Worked {
        centre: Some((0.0, say.t("app-sums-as-expected"))),
        y_label: Cases::question(say, "app-sums-axis-vlad", y),
        question: Cases::question(say, "app-sums-question-risk", y),
        tally: Some(tally),
        scale: Scale::new(display.iter().copied(), false),
        reaches: signals,
        ..worked(say, marks, settings, (json, h))
    })
}

/// What the charts case by case have in common.
fn worked(say: &Say, marks: Vec<Mark>, settings: Vec<String>, (json, h): (Value, f64)) -> Worked {
    let sums = marks.iter().flat_map(|mark| [mark.value, mark.under]).flatten().chain([h]);
    Worked {
        scale: Scale::new(sums, false),
        reaches: Vec::new(),
        marks,
        centre: None,
        tally: None,
        question: String::new(),
        y_label: String::new(),
        along: say.t("app-sums-cases"),
        settings,
        about: Vec::new(),
        json,
    }
}
