//! The numbers behind the picture.

use super::model::{SpcChart, SpcPoint, finite};
use super::plan::{sorted, target_at};
use crate::Table;

/// The data of the chart in time order: period, value, numerator, denominator, centre, limits,
/// target, signal and notes, all as they are written in the picture.
///
/// Columns without any content are left out, so a run chart has none for limits.
pub fn spc_table(chart: &SpcChart) -> Table {
    let points = sorted(chart.points);
    let texts = &chart.texts;
    let number = |value: Option<f64>| finite(value).map_or(String::new(), chart.number);
    let counted = |value: Option<f64>| finite(value).map_or(String::new(), chart.count);
    let column = |heading: &str, numeric: bool, cell: &dyn Fn(&SpcPoint) -> String| {
        (heading.to_owned(), numeric, points.iter().map(|point| cell(point)).collect::<Vec<String>>())
    };
    let value = |point: &SpcPoint| point.known().map_or_else(|| texts.missing.to_owned(), chart.number);
    let mut columns = vec![
        column(texts.period, false, &|point| point.label.clone()),
        column(&with_unit(texts.value, chart.unit), true, &value),
        column(texts.numerator, true, &|point| counted(point.numerator)),
        column(texts.denominator, true, &|point| counted(point.denominator)),
        column(texts.raw, true, &|point| number(point.raw)),
    ];
    for trace in chart.traces {
        columns.push(column(&trace.label, true, &|point| number(trace.at(point.time))));
    }
    columns.extend([
        // A centre without a name is only a line to see by, such as the zero of a sum.
        column(texts.centre, true, &|point| number(point.centre.filter(|_| !texts.centre.is_empty()))),
        column(texts.lower, true, &|point| number(point.lower)),
        column(texts.upper, true, &|point| number(point.upper)),
        column(chart.target.map_or("", |target| &target.label), true, &|point| {
            number(chart.target.and_then(|target| target_at(target, point.time)))
        }),
        column(texts.signal, false, &|point| chart.signal_text(point)),
        column(texts.note, false, &|point| {
            let provisional = if point.provisional { texts.provisional } else { "" };
            let mut words =
                [chart.excluded_text(point), provisional.to_owned(), happened(chart, &points, point)].to_vec();
            words.push(point.note.clone());
            words.retain(|word| !word.trim().is_empty());
            words.join("; ")
        }),
    ]);
    Table::of(columns)
}

/// What happened since the period before, in the words of phases and events.
fn happened(chart: &SpcChart, points: &[&SpcPoint], point: &SpcPoint) -> String {
    let before =
        points.iter().map(|other| other.time).filter(|time| *time < point.time).fold(f64::NEG_INFINITY, f64::max);
    let within = |time: f64| before < time && time <= point.time;
    let phases = chart.phases.iter().filter(|phase| within(phase.start)).map(|phase| phase.label.as_str());
    let events = chart.events.iter().filter(|event| within(event.time)).map(|event| event.words.as_str());
    let words: Vec<&str> = phases.chain(events).filter(|words| !words.is_empty()).collect();
    words.join("; ")
}

fn with_unit(heading: &str, unit: &str) -> String {
    if unit.is_empty() { heading.to_owned() } else { format!("{heading} ({unit})").trim().to_owned() }
}
