//! What is drawn where.

use super::model::{IntervalPlot, IntervalRow};
use crate::Layout;
use crate::axis::{self, Scale, drawable};
use crate::head::Head;
use crate::place::Rect;
use crate::svg::count;
use crate::text::{width, wrap};

/// A row with its geometry.
pub(super) struct Row<'a> {
    pub of: &'a IntervalRow,
    pub top: f64,
    pub foot: f64,
    /// Height at which the estimate lies.
    pub y: f64,
    pub label: Vec<String>,
    /// What stands at the right.
    pub figures: String,
}

/// The plot with its geometry.
pub(super) struct Plan<'a> {
    pub chart: &'a IntervalPlot<'a>,
    pub head: Head,
    pub rows: Vec<Row<'a>>,
    pub x: Scale,
    pub low: f64,
    pub high: f64,
    pub plot: Rect,
    pub ticks: Vec<(f64, String)>,
}

/// Height of a line in a row in relation to the size of words.
pub(super) const LINE: f64 = 1.2;

impl<'a> Plan<'a> {
    pub fn new(chart: &'a IntervalPlot<'a>) -> Self {
        let size = chart.layout.size();
        let wide = chart.layout == Layout::Wide;
        let full = chart.layout.width();
        let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.x_label);
        let top = head.height() + size * if chart.reference.is_some() { 1.7 } else { 0.4 };

        let figures: Vec<String> = chart.rows.iter().map(|row| figures(chart, row, wide)).collect();
        let most = if wide { 200.0 } else { 110.0 };
        let figures: Vec<String> = figures
            .into_iter()
            .map(|words| wrap(&words, size, true, most, 1).into_iter().next().unwrap_or_default())
            .collect();
        let at_end = figures.iter().map(|words| width(words, size, true)).fold(0.0, f64::max);
        let label_room = if wide { 210.0 } else { full - 4.0 };
        let labels: Vec<Vec<String>> =
            chart.rows.iter().map(|row| wrap(&row.label, size, row.own, label_room, 3)).collect();
        let at_start =
            labels.iter().zip(chart.rows).flat_map(|(lines, row)| lines.iter().map(|line| width(line, size, row.own)));
        let left = if wide { at_start.fold(0.0, f64::max) + 20.0 } else { 8.0 };
        let right = full - at_end - 14.0;

        let mut y = top;
        let mut rows = Vec::new();
        for ((row, label), figures) in chart.rows.iter().zip(labels).zip(figures) {
            let words = count(label.len()) * size * LINE;
            let height = if wide { words.max(size * LINE) + 12.0 } else { words + size * 1.5 };
            let middle = if wide { y + height / 2.0 } else { y + words + size * 0.75 };
            rows.push(Row { of: row, top: y, foot: y + height, y: middle, label, figures });
            y += height;
        }
        let values = axis_of(chart);
        let plot = Rect { x0: left, y0: top, x1: right, y1: y + 4.0 };
        let x = Scale::new((values.low, values.high), (plot.x0 + 4.0, plot.x1 - 4.0));
        let ticks = spaced(axis::tick_labels(chart.number, &values.ticks), &x, size, full);
        Self { chart, head, rows, x, low: values.low, high: values.high, plot, ticks }
    }

    pub fn size(&self) -> f64 {
        self.chart.layout.size()
    }
}

/// Value and interval in figures; a phone has room for the value alone.
fn figures(chart: &IntervalPlot, row: &IntervalRow, wide: bool) -> String {
    match (row.known(), chart.interval_text(row).filter(|_| wide)) {
        (Some(value), Some(range)) => format!("{} ({range})", (chart.number)(value)),
        (Some(value), None) => (chart.number)(value),
        (None, _) => chart.texts.missing.to_owned(),
    }
}

/// The axis holds every estimate and the reference; intervals only as far as they do not press
/// the estimates flat.
fn axis_of(chart: &IntervalPlot) -> axis::Values {
    let reference = chart.reference.map(|(_, value)| value).filter(|value| drawable(*value));
    let (mut low, mut high) = range(chart.rows.iter().filter_map(IntervalRow::known).chain(reference));
    let (end_low, end_high) =
        range(chart.rows.iter().filter_map(IntervalRow::ends).flat_map(|(low, high)| [low, high]));
    if low <= high && end_low <= end_high {
        let mut widths: Vec<f64> =
            chart.rows.iter().filter_map(IntervalRow::ends).map(|(low, high)| high - low).collect();
        widths.sort_by(f64::total_cmp);
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0.0);
        let span = (high - low).max(usual) * 1.5;
        (low, high) = (low.min(end_low.max(low - span)), high.max(end_high.min(high + span)));
    }
    axis::values(low, high, chart.from_zero)
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// Places and words of the axis; every second is left out until none meet.
fn spaced(labels: Vec<(f64, String)>, x: &Scale, size: f64, full: f64) -> Vec<(f64, String)> {
    let mut found: Vec<(f64, String)> = labels
        .into_iter()
        .map(|(value, words)| (x.at(value), words))
        .filter(|(at, words)| {
            let half = width(words, size, false) / 2.0;
            *at >= half && *at + half <= full
        })
        .collect();
    let meet = |found: &[(f64, String)]| {
        let half = |words: &str| width(words, size, false) / 2.0 + size * 0.3;
        found.iter().zip(found.iter().skip(1)).any(|(a, b)| a.0 + half(&a.1) > b.0 - half(&b.1))
    };
    while found.len() > 1 && meet(&found) {
        let mut keep = false;
        found.retain(|_| {
            keep = !keep;
            keep
        });
    }
    found
}
