//! A series as a document: what its page shows, in the same words.

use varde_kernel::{PrintColumn, PrintPart, PrintTable, Printout, UnitId, UnitTree};
use varde_web::Ctx;

use super::advice::why_text;
use super::chart::{interval_text, picture_print};
use super::marks::{age_mark, mark_words};
use super::signals::{meaning_key, state_word};
use super::spc::{Shown, spc_print};
use super::{derived_text, direction_key, figures, measure_key, number, observed_in, protected_text, unit_name};
use crate::model::{Indicator, Observation, PointNote, Signal};
use crate::pages::rollup::Derived;
use crate::{rules, sentence};

/// What the document tells of.
pub struct SeriesPrint<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Where.
    pub unit: UnitId,
    /// The values, as the visitor sees them.
    pub values: &'a [Observation],
    /// What they were added up from, where the unit reports nothing itself.
    pub derived: Option<&'a Derived>,
    /// The chart; none with too few values.
    pub chart: Option<Shown<'a>>,
    /// What was noted about points.
    pub notes: &'a [PointNote],
    /// What the chart has seen, for those who may know.
    pub signals: &'a [Signal],
}

/// The document.
pub fn series_printout(cx: &Ctx, tree: &UnitTree, shown: &SeriesPrint<'_>) -> Printout {
    let say = cx.say();
    let (indicator, values) = (shown.indicator, shown.values);
    let picture = match &shown.chart {
        Some(chart) => Some(spc_print(cx, chart)),
        None => picture_print(cx, indicator, values),
    };
    let lead = picture.as_ref().map_or_else(|| cx.t("indicators-chart-empty"), |picture| picture.alt.clone());
    let mut parts = Vec::new();
    if let Some(picture) = picture {
        let question = shown.chart.as_ref().map(|chart| chart.question.to_owned());
        parts.push(PrintPart::Heading(question.unwrap_or_else(|| cx.t("indicators-chart-question"))));
        parts.push(PrintPart::Picture(picture));
    }
    let judged = shown.chart.as_ref().filter(|chart| chart.drawn.judged);
    parts.extend(judged.map(|chart| PrintPart::Text(why_text(cx, chart.drawn))));
    parts.extend(protected_text(cx, values).map(PrintPart::Text));
    parts.extend(shown.derived.map(|derived| PrintPart::Text(derived_text(cx, derived))));
    if !shown.signals.is_empty() {
        parts.push(PrintPart::Heading(cx.t("indicators-series-signals")));
        parts.push(PrintPart::Table(signals(cx, shown)));
    }
    if !values.is_empty() {
        parts.push(PrintPart::Heading(cx.t("indicators-values-title")));
        parts.push(PrintPart::Table(table(cx, shown)));
    }
    let path = format!("/indicators/{}/units/{}", indicator.id, shown.unit);
    Printout {
        above: unit_name(cx, tree, shown.unit),
        title: say.words(&indicator.name).to_owned(),
        lead,
        facts: facts(cx, shown),
        parts,
        ..cx.printout(&path, tree, shown.unit)
    }
}

fn facts(cx: &Ctx, shown: &SeriesPrint<'_>) -> Vec<(String, String)> {
    let (say, indicator) = (cx.say(), shown.indicator);
    let measure = cx.t(measure_key(indicator.measure));
    let measured = match indicator.per {
        Some(per) => say.with("indicators-facts-per", &[("measure", measure.into()), ("per", say.value(per).into())]),
        None => measure,
    };
    let target = shown.chart.as_ref().and_then(|chart| chart.spec.target);
    let facts = [
        ("indicators-facts-definition", say.words(&indicator.definition).to_owned()),
        ("indicators-facts-measure", measured),
        ("indicators-facts-direction", cx.t(direction_key(indicator.direction))),
        ("indicators-chart-target", target.map(|value| number(cx, indicator.measure, value)).unwrap_or_default()),
        ("indicators-values-source", one_source(shown.values).map(|source| say.cite_text(source)).unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(key, fact)| (cx.t(key), fact)).collect()
}

/// The source of all values, when they share one.
fn one_source(values: &[Observation]) -> Option<&str> {
    let first = values.first()?.source.as_str();
    values.iter().all(|value| value.source == first).then_some(first)
}

fn signals(cx: &Ctx, shown: &SeriesPrint<'_>) -> PrintTable {
    let row = |signal: &Signal| {
        let meaning = cx.t(meaning_key(signal.cause.meaning(shown.indicator.direction)));
        vec![format!("{}\n{meaning}", sentence::happened(cx.say(), &signal.cause)), state_word(cx, signal)]
    };
    PrintTable::of_texts(
        ["indicators-signal-what", "indicators-facts-state"].map(|key| cx.t(key)),
        shown.signals.iter().map(row).collect(),
    )
}

/// All values, newest first. Columns in which nothing stands are left out.
fn table(cx: &Ctx, shown: &SeriesPrint<'_>) -> PrintTable {
    let (say, values) = (cx.say(), shown.values);
    let figures = figures(shown.indicator.measure, values);
    let plain = |value: Option<f64>| value.map(|value| say.value(value)).unwrap_or_default();
    let shared = one_source(values).is_some();
    let newest = rules::latest(values).map(|value| value.id);
    let columns = [
        ("indicators-values-period", false),
        ("indicators-values-value", true),
        ("indicators-value-interval", true),
        ("indicators-values-numerator", true),
        ("indicators-values-denominator", true),
        ("indicators-chart-note", false),
        ("indicators-values-source", false),
    ];
    let mut rows: Vec<Vec<String>> = values
        .iter()
        .rev()
        .map(|value| {
            vec![
                say.period(value.period),
                observed_in(cx, figures, value),
                interval_text(say, figures, value).unwrap_or_default(),
                plain(value.numerator),
                plain(value.denominator),
                remarks(cx, shown, value, newest == Some(value.id)),
                if shared { String::new() } else { say.cite_text(&value.source) },
            ]
        })
        .collect();
    let kept: Vec<bool> = (0..columns.len())
        .map(|place| rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.is_empty())))
        .collect();
    for row in &mut rows {
        let mut kept = kept.iter();
        row.retain(|_| kept.next().is_some_and(|kept| *kept));
    }
    let columns = columns.into_iter().zip(&kept).filter(|(_, kept)| **kept);
    PrintTable {
        columns: columns.map(|((key, numeric), _)| PrintColumn { heading: cx.t(key), numeric }).collect(),
        rows,
    }
}

/// What one should know about a value: its marks, for whom it holds, what was noted.
fn remarks(cx: &Ctx, shown: &SeriesPrint<'_>, value: &Observation, newest: bool) -> String {
    let age = newest.then(|| age_mark(cx, value)).flatten();
    let mut lines = vec![mark_words(cx, shown.indicator, value, &[])];
    lines.extend(age);
    lines.extend([&value.scope, &value.note].map(|words| words.get(cx.locale()).to_owned()));
    lines.extend(shown.notes.iter().filter(|note| note.period == value.period).map(|note| note.text.clone()));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
