//! What is drawn where: the data cleaned, the margins found, the scales set.

use super::labels::{self, Label};
use super::model::{Baseline, GoalChart, Point, TargetPath, ValueAxis};
use crate::Layout;
use crate::axis::{self, Scale, drawable};
use crate::place::Rect;
use crate::text::{width, wrap};
use crate::words::LINE;

/// The chart with its geometry.
pub(super) struct Plan<'a> {
    pub chart: &'a GoalChart<'a>,
    /// Periods in time order, those with a drawable time.
    pub points: Vec<&'a Point>,
    /// Target paths in time order, those with something to draw, with their rank.
    pub targets: Vec<(&'a TargetPath, Vec<(f64, f64)>)>,
    pub x: Scale,
    pub y: Scale,
    /// The area that values are drawn in.
    pub plot: Rect,
    pub title: Vec<String>,
    pub y_label: Vec<String>,
    pub y_label_top: f64,
    /// Where the heading ends; labels stay below.
    pub words_top: f64,
    pub ticks: Vec<(f64, String)>,
    /// Times and words on the time axis, in time order.
    pub times: Vec<(f64, String)>,
    /// Shortest distance between two periods.
    pub step: f64,
    /// Whether the axis begins elsewhere than at zero.
    pub broken: bool,
}

impl<'a> Plan<'a> {
    pub fn new(chart: &'a GoalChart<'a>) -> Self {
        let size = chart.layout.size();
        let wide = chart.layout == Layout::Wide;
        let points = sorted(chart.points);
        let targets = paths(chart.targets);
        let times = times(chart, &points);
        let domain = time_domain(chart, &points, &targets, &times);
        let step = shortest_step(&times, domain);

        let axis = value_axis(chart, &points, &targets);
        let broken = axis.low > 0.0 || axis.ticks.iter().all(|tick| *tick < 0.0);
        let broken = broken && chart.axis == ValueAxis::Fitted;
        let ticks = axis::tick_labels(chart.number, &axis.ticks);

        let room = chart.layout.width() - 2.0;
        let title_size = size + 3.0;
        let title = if chart.show_title { wrap(chart.title, title_size, true, room, 4) } else { Vec::new() };
        let mut y_words = chart.y_label.to_owned();
        if broken {
            let first = axis.ticks.first().copied().unwrap_or(axis.low);
            let note = (chart.texts.axis_from)(&with_unit(chart, ticks.first().map_or("", |t| &t.1), first));
            if !note.is_empty() {
                y_words = if y_words.is_empty() { note } else { format!("{y_words} · {note}") };
            }
        }
        let y_label = wrap(&y_words, size, false, room, 3);

        let title_height = crate::svg::count(title.len()) * title_size * LINE;
        let y_label_top = if title.is_empty() { 0.0 } else { title_height + 6.0 };
        // Room for words over the highest value; on a phone whiskers leave them no other place.
        let whiskers = points.iter().any(|point| point.ends().is_some());
        let above = size
            * match (wide, whiskers) {
                (true, _) => 1.3,
                (false, false) => 1.7,
                (false, true) => 3.0,
            };
        let top = y_label_top + crate::svg::count(y_label.len()) * size * LINE + above;
        // A number that would fill half the picture is no axis label.
        let most = chart.layout.width() / 2.0 - 18.0;
        let mut ticks = ticks;
        ticks.retain(|(_, label)| width(label, size, false) <= most);
        let tick_room = ticks.iter().map(|(_, label)| width(label, size, false)).fold(0.0, f64::max);
        let break_room = if broken { 8.0 } else { 0.0 };
        let left = tick_room + 10.0 + break_room;
        let last_time = domain.1;
        let at_edge = labels::wanted(chart, &points, &targets)
            .iter()
            .filter(|label| (wide || label.brief) && (last_time - label.time).abs() <= step * 0.5)
            .map(Label::width)
            .fold(0.0, f64::max);
        let most = chart.layout.width() * 0.4;
        let at_edge = if at_edge > most { 0.0 } else { at_edge };
        let right = chart.layout.width() - if at_edge > 0.0 { at_edge + 18.0 } else { 20.0 };
        let height = if wide { 264.0 } else { 248.0 };
        let plot = Rect { x0: left, y0: top, x1: right, y1: top + height };
        // Room for half a label at both ends of the time axis.
        let inset = if wide { 22.0 } else { 16.0 };
        let x = Scale::new(domain, (plot.x0 + inset, plot.x1 - if at_edge > 0.0 { 8.0 } else { inset }));
        let foot = if broken { plot.y1 - 18.0 } else { plot.y1 };
        let y = Scale::new((axis.low, axis.high), (foot, plot.y0));
        Self {
            chart,
            points,
            targets,
            x,
            y,
            plot,
            title,
            y_label,
            y_label_top,
            words_top: top - above + 4.0,
            ticks,
            times,
            step,
            broken,
        }
    }

    /// The size of ordinary words.
    pub fn size(&self) -> f64 {
        self.chart.layout.size()
    }

    /// Where a time and a value meet.
    pub fn at(&self, time: f64, value: f64) -> (f64, f64) {
        (self.x.at(time), self.y.at(value))
    }

    /// Unbroken stretches of known values, in time order.
    pub fn stretches(&self) -> Vec<Vec<(f64, f64)>> {
        let mut found = vec![Vec::new()];
        for point in &self.points {
            match (point.known(), found.last_mut()) {
                (Some(value), Some(last)) => last.push(self.at(point.time, value)),
                _ => found.push(Vec::new()),
            }
        }
        found.retain(|stretch| !stretch.is_empty());
        found
    }

    /// Runs of missing periods as places on the time axis.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut found: Vec<Gap> = Vec::new();
        let reach = (self.x.at(self.step) - self.x.at(0.0)).abs() * 0.32;
        let mut running = false;
        for point in &self.points {
            if point.known().is_some() || point.is_withheld() {
                running = false;
                continue;
            }
            let x = self.x.at(point.time);
            let words = self.chart.point_text(point);
            match found.last_mut() {
                Some(gap) if running => {
                    gap.to = (x + reach).min(self.plot.x1);
                    gap.words = format!("{}; {words}", gap.words);
                }
                _ => found.push(Gap { from: (x - reach).max(self.plot.x0), to: (x + reach).min(self.plot.x1), words }),
            }
            running = true;
        }
        found
    }
}

/// A run of periods without values.
pub(super) struct Gap {
    pub from: f64,
    pub to: f64,
    pub words: String,
}

fn sorted(points: &[Point]) -> Vec<&Point> {
    let mut kept: Vec<&Point> = points.iter().filter(|point| drawable(point.time)).collect();
    kept.sort_by(|a, b| a.time.total_cmp(&b.time));
    kept
}

fn paths(targets: &[TargetPath]) -> Vec<(&TargetPath, Vec<(f64, f64)>)> {
    let clean = |target: &TargetPath| {
        let mut path: Vec<(f64, f64)> =
            target.path.iter().copied().filter(|(time, value)| drawable(*time) && drawable(*value)).collect();
        path.sort_by(|a, b| a.0.total_cmp(&b.0));
        path
    };
    targets.iter().map(|target| (target, clean(target))).filter(|(_, path)| !path.is_empty()).collect()
}

fn times(chart: &GoalChart, points: &[&Point]) -> Vec<(f64, String)> {
    let more = chart.more_times.iter().filter(|(time, _)| drawable(*time)).cloned();
    let mut all: Vec<(f64, String)> =
        points.iter().map(|point| (point.time, point.label.clone())).chain(more).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

fn time_domain(
    chart: &GoalChart,
    points: &[&Point],
    targets: &[(&TargetPath, Vec<(f64, f64)>)],
    times: &[(f64, String)],
) -> (f64, f64) {
    let baseline = chart.baseline.and_then(Baseline::place).map(|(time, _)| time);
    let every = points
        .iter()
        .map(|point| point.time)
        .chain(targets.iter().flat_map(|(_, path)| path.iter().map(|(time, _)| *time)))
        .chain(times.iter().map(|(time, _)| *time))
        .chain(baseline);
    let (low, high) =
        every.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), time| (low.min(time), high.max(time)));
    if low <= high { (low, high) } else { (0.0, 0.0) }
}

fn shortest_step(times: &[(f64, String)], domain: (f64, f64)) -> f64 {
    let gaps = times.iter().zip(times.iter().skip(1)).map(|(a, b)| b.0 - a.0).filter(|gap| *gap > 0.0);
    let shortest = gaps.fold(f64::INFINITY, f64::min);
    if shortest.is_finite() { shortest } else { (domain.1 - domain.0).max(1.0) }
}

fn value_axis(chart: &GoalChart, points: &[&Point], targets: &[(&TargetPath, Vec<(f64, f64)>)]) -> axis::Values {
    let measured = points.iter().filter_map(|point| point.known());
    let ends = points.iter().filter_map(|point| point.ends()).flat_map(|(low, high)| [low, high]);
    let aimed = targets.iter().flat_map(|(_, path)| path.iter().map(|(_, value)| *value));
    let baseline = chart.baseline.and_then(Baseline::place).map(|(_, value)| value);
    let every = measured.chain(ends).chain(aimed).chain(baseline);
    let (low, high) =
        every.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    axis::values(low, high, chart.axis == ValueAxis::FromZero)
}

fn with_unit(chart: &GoalChart, label: &str, tick: f64) -> String {
    if label.is_empty() {
        return chart.value_text(tick);
    }
    crate::text::with_unit(label, chart.unit, chart.is_close)
}
