//! What is drawn where: the data cleaned, the margins found, the scales set.

use super::labels::{self, Line};
use super::model::{SpcAxis, SpcChart, SpcPoint, SpcTarget, finite};
use super::strip::Strip;
use crate::Layout;
use crate::axis::{self, Scale, drawable};
use crate::ends::{self, EndLabel};
use crate::head::Head;
use crate::place::Rect;
use crate::svg::count;
use crate::text::width;

/// The chart with its geometry.
pub(super) struct Plan<'a> {
    pub chart: &'a SpcChart<'a>,
    /// Periods in time order, those with a drawable time.
    pub points: Vec<&'a SpcPoint>,
    pub x: Scale,
    pub y: Heights,
    /// The area that values are drawn in.
    pub plot: Rect,
    /// Half the distance between two periods in the picture.
    pub half: f64,
    pub head: Head,
    pub ticks: Vec<(f64, String)>,
    /// What stands above the plot: phases and events.
    pub strip: Strip<'a>,
    /// What stands at the right end of the lines.
    pub ends: Vec<EndLabel<Line>>,
    /// Radius of an ordinary point.
    pub dot: f64,
}

/// From values to heights in the picture, linear or logarithmic.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heights {
    scale: Scale,
    log: bool,
    low: f64,
    high: f64,
    rim: (f64, f64),
}

/// Whether a value lies beyond the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    Above,
    Below,
}

impl Heights {
    /// Where a value lies; beyond the axis it lies at the rim.
    pub fn at(&self, value: f64) -> f64 {
        match self.beyond(value) {
            Some(Beyond::Above) => self.rim.0,
            Some(Beyond::Below) => self.rim.1,
            None => self.scale.at(if self.log { value.log10() } else { value }),
        }
    }

    /// Whether a value lies beyond the axis.
    pub fn beyond(&self, value: f64) -> Option<Beyond> {
        if value > self.high {
            Some(Beyond::Above)
        } else if value < self.low {
            Some(Beyond::Below)
        } else {
            None
        }
    }
}

impl<'a> Plan<'a> {
    pub fn new(chart: &'a SpcChart<'a>) -> Self {
        let size = chart.layout.size();
        let wide = chart.layout == Layout::Wide;
        let points = sorted(chart.points);
        let domain = time_domain(&points);
        let step = shortest_step(&points, domain);

        let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.y_label);
        let (axis, clipped) = value_axis(chart, &points);
        let mut ticks = axis::tick_labels(chart.number, &axis.ticks);
        // A number that would fill half the picture is no axis label.
        ticks.retain(|(_, label)| width(label, size, false) <= chart.layout.width() / 2.0 - 18.0);
        let left = ticks.iter().map(|(_, label)| width(label, size, false)).fold(0.0, f64::max) + 10.0;
        let mut ends = labels::ends(chart, &points);
        let at_end = ends.iter().map(EndLabel::width).fold(0.0, f64::max);
        let right = chart.layout.width() - if ends.is_empty() { 12.0 } else { at_end + 14.0 };

        let inset = (if wide { 14.0_f64 } else { 10.0 }).min((right - left) / 8.0);
        let x = Scale::new(domain, (left + inset, right - inset));
        let half = if domain.1 > domain.0 { (x.at(domain.0 + step) - x.at(domain.0)) / 2.0 } else { inset };
        let half = half.min(inset * 1.5);

        let strip = Strip::new(chart, &points, &x, (left, right), head.height());
        let top = strip.foot;
        let height = if wide { 276.0 } else { 250.0 };
        let plot = Rect { x0: left, y0: top, x1: right, y1: top + height };
        let lane = |used: bool| if used { 38.0 } else { 0.0 };
        let (y0, y1) = (plot.y0 + lane(clipped.0), plot.y1 - lane(clipped.1));
        let log = chart.axis == SpcAxis::Log;
        let ends_of = if log { (axis.low.log10(), axis.high.log10()) } else { (axis.low, axis.high) };
        let y = Heights {
            scale: Scale::new(ends_of, (y1, y0)),
            log,
            low: axis.low,
            high: axis.high,
            rim: (if clipped.0 { plot.y0 + 20.0 } else { plot.y0 }, if clipped.1 { plot.y1 - 20.0 } else { plot.y1 }),
        };
        ends::spread(&mut ends, |value| y.at(value), (plot.y0 - size * 0.6, plot.y1 + size * 0.6));
        let space = (right - left) / count(points.len().max(1));
        let dot = (space * 0.28).clamp(1.5, if wide { 3.4 } else { 3.2 });
        Self { chart, points, x, y, plot, half, head, ticks, strip, ends, dot }
    }

    /// The size of ordinary words.
    pub fn size(&self) -> f64 {
        self.chart.layout.size()
    }

    /// Where a point lies, if it has a value.
    pub fn place(&self, point: &SpcPoint) -> Option<(f64, f64)> {
        point.known().map(|value| (self.x.at(point.time), self.y.at(value)))
    }

    /// Stretches of points that one line joins: gaps and excluded points break it.
    pub fn stretches(&self) -> Vec<Vec<(f64, f64)>> {
        let mut found = vec![Vec::new()];
        for point in &self.points {
            match (self.place(point).filter(|_| point.excluded.is_none()), found.last_mut()) {
                (Some(at), Some(last)) => last.push(at),
                _ => found.push(Vec::new()),
            }
        }
        found.retain(|stretch: &Vec<(f64, f64)>| !stretch.is_empty());
        found
    }

    /// The points phase by phase.
    pub fn phases(&self) -> Vec<&[&'a SpcPoint]> {
        let mut starts: Vec<usize> = self
            .strip
            .rules
            .iter()
            .map(|rule| self.points.iter().take_while(|point| point.time < rule.start).count())
            .collect();
        starts.push(0);
        starts.push(self.points.len());
        starts.sort_unstable();
        starts.dedup();
        starts.iter().zip(starts.iter().skip(1)).filter_map(|(from, to)| self.points.get(*from..*to)).collect()
    }

    /// The area of a period: half way to its neighbours, within its plot.
    pub fn reach(&self, point: &SpcPoint) -> (f64, f64) {
        let x = self.x.at(point.time);
        ((x - self.half).max(self.plot.x0), (x + self.half).min(self.plot.x1))
    }
}

/// Periods in time order, those that can be drawn.
pub(super) fn sorted(points: &[SpcPoint]) -> Vec<&SpcPoint> {
    let mut kept: Vec<&SpcPoint> = points.iter().filter(|point| drawable(point.time)).collect();
    kept.sort_by(|a, b| a.time.total_cmp(&b.time));
    kept
}

/// The target that holds at a time.
pub(super) fn target_at(target: &SpcTarget, time: f64) -> Option<f64> {
    let steps = target.steps.iter().filter(|(from, value)| drawable(*from) && drawable(*value));
    if target.steps.len() == 1 {
        return steps.map(|(_, value)| *value).next();
    }
    steps.filter(|(from, _)| *from <= time).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, value)| *value)
}

fn time_domain(points: &[&SpcPoint]) -> (f64, f64) {
    match (points.first(), points.last()) {
        (Some(first), Some(last)) => (first.time, last.time),
        _ => (0.0, 0.0),
    }
}

fn shortest_step(points: &[&SpcPoint], domain: (f64, f64)) -> f64 {
    let gaps = points.iter().zip(points.iter().skip(1)).map(|(a, b)| b.time - a.time).filter(|gap| *gap > 0.0);
    let shortest = gaps.fold(f64::INFINITY, f64::min);
    if shortest.is_finite() { shortest } else { (domain.1 - domain.0).max(1.0) }
}

/// The axis, and whether there are values beyond it above and below.
fn value_axis(chart: &SpcChart, points: &[&SpcPoint]) -> (axis::Values, (bool, bool)) {
    let log = chart.axis == SpcAxis::Log;
    let usable = |value: &f64| !log || *value > 0.0;
    let values: Vec<f64> = points.iter().filter_map(|point| point.known()).collect();
    let raws = points.iter().filter_map(|point| finite(point.raw));
    let traces = chart.traces.iter().flat_map(|trace| trace.path.iter()).filter_map(|(_, value)| finite(*value));
    let targets =
        chart.target.iter().flat_map(|target| target.steps.iter().map(|(_, value)| *value)).filter(|v| drawable(*v));
    let centres = points.iter().filter_map(|point| finite(point.centre));
    let lines: Vec<f64> = centres.chain(targets).chain(traces).chain(raws).filter(usable).collect();
    let limits: Vec<f64> =
        points.iter().flat_map(|p| [finite(p.lower), finite(p.upper)]).flatten().filter(usable).collect();
    let inner = |p: &&&SpcPoint| p.inner.filter(|(low, high)| drawable(*low) && drawable(*high));
    let inners = points.iter().filter_map(|p| inner(&p)).flat_map(|(low, high)| [low, high]).filter(usable);
    let limits: Vec<f64> = limits.into_iter().chain(inners).collect();

    let body = body(&values, &limits, &lines, usable);
    let every = values.iter().chain(&lines).chain(&limits).copied().filter(usable);
    let (mut low, mut high) = range(every);
    if let Some((body_low, body_high)) = body.filter(|_| !log) {
        // What lies far beyond all else would press the rest flat; it is drawn at the rim.
        let span = body_high - body_low;
        let near = |value: &f64| body_low - 2.5 * span <= *value && *value <= body_high + 2.5 * span;
        let (near_low, near_high) = range(values.iter().chain(&lines).chain(&limits).copied().filter(near));
        if high > near_high {
            high = near_high.max(body_high);
        }
        if low < near_low {
            low = near_low.min(body_low);
        }
    }
    let mut found =
        if log { axis::log_values(low, high) } else { axis::values(low, high, chart.axis == SpcAxis::FromZero) };
    if let SpcAxis::Within { least, most } = chart.axis {
        // Data that cannot be, but are there, are shown all the same.
        let (least, most) = (least.min(low), most.max(high));
        if found.low < found.high.min(most) {
            found.high = found.high.min(most);
        }
        if found.low.max(least) < found.high {
            found.low = found.low.max(least);
        }
        found.ticks.retain(|tick| found.low <= *tick && *tick <= found.high);
    }
    if low > high {
        found.ticks.clear();
    }
    let clipped = (values.iter().any(|v| *v > found.high), values.iter().any(|v| *v < found.low));
    (found, clipped)
}

/// From where to where the bulk lies: all but the outer tenth of values and limits, and every line.
/// `None` for few points or no spread.
fn body(values: &[f64], limits: &[f64], lines: &[f64], usable: impl Fn(&f64) -> bool) -> Option<(f64, f64)> {
    if values.len() < 6 {
        return None;
    }
    let cut = |numbers: &[f64]| {
        let mut sorted: Vec<f64> = numbers.iter().copied().filter(&usable).collect();
        sorted.sort_by(f64::total_cmp);
        let skip = sorted.len() / 10;
        (sorted.get(skip).copied(), sorted.iter().rev().nth(skip).copied())
    };
    let (value_low, value_high) = cut(values);
    let (limit_low, limit_high) = cut(limits);
    let all = [value_low, value_high, limit_low, limit_high].into_iter().flatten().chain(lines.iter().copied());
    let (low, high) = range(all);
    (high > low).then_some((low, high))
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}
