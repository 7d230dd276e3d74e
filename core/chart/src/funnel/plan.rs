//! What is drawn where.

use super::model::{FunnelAxis, FunnelChart, FunnelUnit};
use crate::Layout;
use crate::axis::{self, Scale, drawable};
use crate::ends::{self, EndLabel};
use crate::head::Head;
use crate::ink::Role;
use crate::place::Rect;
use crate::text::width;
use crate::words::LINE;

/// One side of a pair of limits: stretches of places in the picture.
pub(super) type Side = Vec<Vec<(f64, f64)>>;

/// The chart with its geometry.
pub(super) struct Plan<'a> {
    pub chart: &'a FunnelChart<'a>,
    /// The units that can be drawn, from the smallest to the largest, with their places.
    pub units: Vec<(&'a FunnelUnit, (f64, f64))>,
    pub head: Head,
    pub plot: Rect,
    pub y: Scale,
    pub y_ticks: Vec<(f64, String)>,
    /// Places and words on the lower axis.
    pub x_ticks: Vec<(f64, String)>,
    pub ends: Vec<EndLabel<()>>,
    /// Lower and upper side of each pair of limits.
    pub curves: Vec<(Side, Side)>,
    /// Radius of an ordinary point.
    pub dot: f64,
}

impl<'a> Plan<'a> {
    pub fn new(chart: &'a FunnelChart<'a>) -> Self {
        let size = chart.layout.size();
        let wide = chart.layout == Layout::Wide;
        let mut drawn: Vec<(&FunnelUnit, (f64, f64))> =
            chart.units.iter().filter_map(|unit| Some((unit, unit.place()?))).collect();
        drawn.sort_by(|a, b| a.1.0.total_cmp(&b.1.0));
        let root = chart.axis == FunnelAxis::Root;
        let spread = |n: f64| if root { n.max(0.0).sqrt() } else { n };
        let (least, most) = size_axis(&drawn, &spread);

        let values = value_axis(chart, &drawn, most);
        let mut y_ticks = axis::tick_labels(chart.number, &values.ticks);
        y_ticks.retain(|(_, label)| width(label, size, false) <= chart.layout.width() / 2.0 - 18.0);
        let left = y_ticks.iter().map(|(_, label)| width(label, size, false)).fold(0.0, f64::max) + 10.0;
        let mut ends = end_labels(chart, most, &values);
        let at_end = ends.iter().map(EndLabel::width).fold(0.0, f64::max);
        let right = chart.layout.width() - if ends.is_empty() { 14.0 } else { at_end + 14.0 };

        let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.y_label);
        let top = head.height() + size * 1.2;
        let plot = Rect { x0: left, y0: top, x1: right, y1: top + if wide { 330.0 } else { 280.0 } };
        let scale = Scale::new((spread(least), spread(most)), (plot.x0, plot.x1));
        let x = |n: f64| scale.at(spread(n));
        let y = Scale::new((values.low, values.high), (plot.y1, plot.y0));
        let heights = |value: f64| y.at(value).clamp(plot.y0, plot.y1);
        ends::spread(&mut ends, heights, (plot.y0 - size * 0.6, plot.y1 + size * 0.6));

        let counts = axis::values(least, most, least == 0.0).ticks;
        let mut x_ticks: Vec<(f64, String)> = axis::tick_labels(chart.count, &counts)
            .into_iter()
            .filter(|(n, _)| least <= *n && *n <= most)
            .map(|(n, t)| (x(n), t))
            .collect();
        thin(&mut x_ticks, size, chart.layout.width());
        let curves = chart.curves.iter().map(|curve| sides(&curve.path, &x, &y, &plot)).collect();
        let units: Vec<_> = drawn.into_iter().map(|(unit, (n, value))| (unit, (x(n), y.at(value)))).collect();
        let dot = if units.len() > 150 { 2.4 } else { 3.4 };
        Self { chart, units, head, plot, y, y_ticks, x_ticks, ends, curves, dot }
    }

    pub fn size(&self) -> f64 {
        self.chart.layout.size()
    }

    /// Where the lower axis ends, with its words.
    pub fn foot(&self) -> f64 {
        self.plot.y1 + self.size() * (0.9 + LINE * if self.chart.x_label.is_empty() { 1.0 } else { 2.0 })
    }
}

/// From where to where denominators go: from zero, but from just before the smallest unit where the
/// units would otherwise lie in the outer half alone.
fn size_axis(drawn: &[(&FunnelUnit, (f64, f64))], spread: &dyn Fn(f64) -> f64) -> (f64, f64) {
    let (Some((_, (smallest, _))), Some((_, (largest, _)))) = (drawn.first(), drawn.last()) else {
        return (0.0, 1.0);
    };
    let least = smallest - (0.1 * (largest - smallest)).max(0.04 * largest);
    (if spread(*smallest) <= 0.5 * spread(*largest) { 0.0 } else { least.max(0.0) }, 1.04 * largest)
}

/// The value axis holds every unit, the centre, and the limits from the middle unit on. The limits
/// of smaller ones reach very far: they are shown as far as they do not press the units flat.
fn value_axis(chart: &FunnelChart, drawn: &[(&FunnelUnit, (f64, f64))], most: f64) -> axis::Values {
    let smallest = drawn.first().map_or(0.0, |(_, (n, _))| *n);
    let centre = chart.centre.map(|(_, value)| value).filter(|value| drawable(*value));
    let values = drawn.iter().map(|(_, (_, value))| *value).chain(centre);
    let (mut low, mut high) = range(values);
    let limits_from = |least: f64| {
        let limits = chart.curves.iter().flat_map(|curve| curve.path.iter());
        let limits = limits.filter(|(n, _, _)| least <= *n && *n <= most).flat_map(|(_, low, high)| [*low, *high]);
        range(limits.flatten().filter(|value| drawable(*value)))
    };
    let (limit_low, limit_high) = limits_from(smallest);
    if low <= high {
        let middle = drawn.get(drawn.len().saturating_sub(1) / 2).map_or(smallest, |(_, (n, _))| *n);
        let (held_low, held_high) = limits_from(middle);
        let span = (high - low).max(high.abs() * 0.05);
        low = low.min(held_low).min(limit_low.max(low - span * 0.6));
        high = high.max(held_high).max(limit_high.min(high + span * 0.6));
    } else if limit_low <= limit_high {
        (low, high) = (limit_low, limit_high);
    }
    axis::values(low, high, chart.from_zero)
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// The name of the centre and of each upper limit where it leaves the plot.
fn end_labels(chart: &FunnelChart, most: f64, values: &axis::Values) -> Vec<EndLabel<()>> {
    let size = chart.layout.size();
    let wide = chart.layout == Layout::Wide;
    let room = if wide { 120.0 } else { 80.0 };
    let mut found = Vec::new();
    if let Some((label, value)) = chart.centre.filter(|(_, value)| drawable(*value)) {
        let text = if wide { format!("{label} {}", chart.value_text(value)) } else { (chart.number)(value) };
        found.extend(EndLabel::new((), value, text.trim(), size, room, Role::Ink, true));
    }
    for curve in chart.curves {
        let within = curve.path.iter().filter(|(n, _, upper)| *n <= most && upper.is_some_and(drawable));
        let last = within.max_by(|a, b| a.0.total_cmp(&b.0)).and_then(|(_, _, upper)| *upper);
        if let Some(upper) = last.filter(|upper| *upper <= values.high) {
            found.extend(EndLabel::new((), upper, &curve.label, size, room, Role::Muted, false));
        }
    }
    found
}

/// Denominator, lower and upper limit.
type Limits = (f64, Option<f64>, Option<f64>);

/// Lower and upper side of a pair of limits as places, cut off at the rim of the plot.
fn sides(path: &[Limits], x: &dyn Fn(f64) -> f64, y: &Scale, plot: &Rect) -> (Side, Side) {
    let mut path: Vec<_> = path.iter().filter(|(n, _, _)| drawable(*n) && 0.0 < *n).collect();
    path.sort_by(|a, b| a.0.total_cmp(&b.0));
    let side = |value: &dyn Fn(&Limits) -> Option<f64>| {
        let place = |at: &Limits| value(at).filter(|value| drawable(*value)).map(|value| (x(at.0), y.at(value)));
        let mut found: Side = Vec::new();
        for (from, to) in path.iter().zip(path.iter().skip(1)) {
            let Some((from, to)) = place(from).zip(place(to)).and_then(|line| plot.cut(&line)) else { continue };
            match found.last_mut().filter(|stretch| stretch.last() == Some(&from)) {
                Some(stretch) => stretch.push(to),
                None => found.push(vec![from, to]),
            }
        }
        found
    };
    (side(&|at| at.1), side(&|at| at.2))
}

/// Leaves out every second word until none meet, and moves those at the rim in.
fn thin(ticks: &mut Vec<(f64, String)>, size: f64, most: f64) {
    ticks.retain(|(_, words)| width(words, size, false) <= most / 2.0);
    for (x, words) in ticks.iter_mut() {
        let half = width(words, size, false) / 2.0;
        *x = x.min(most - half).max(half);
    }
    let meet = |ticks: &[(f64, String)]| {
        let half = |words: &str| width(words, size, false) / 2.0 + size * 0.3;
        ticks.iter().zip(ticks.iter().skip(1)).any(|(a, b)| a.0 + half(&a.1) > b.0 - half(&b.1))
    };
    while ticks.len() > 1 && meet(ticks) {
        let mut keep = false;
        ticks.retain(|_| {
            keep = !keep;
            keep
        });
    }
}
