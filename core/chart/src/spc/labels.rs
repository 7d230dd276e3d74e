//! Words at the right end of the lines and beside points.

use super::model::{SignalShape, SpcChart, SpcPoint, finite};
use super::plan::{Plan, target_at};
use crate::Layout;
use crate::ends::EndLabel;
use crate::ink::Role;
use crate::place::{Anchor, Placer, Rect, Wanted};
use crate::svg::Svg;
use crate::text::width;
use crate::words::words;

/// What a label at the end of a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Centre,
    Target,
    Upper,
    Lower,
    Series,
    Trace(usize),
}

/// The labels at the end of the lines, the most important first. A phone has no room for names:
/// there they stand in the key.
pub(super) fn ends(chart: &SpcChart, points: &[&SpcPoint]) -> Vec<EndLabel<Line>> {
    let size = chart.layout.size();
    let wide = chart.layout == Layout::Wide;
    let room = if wide { 130.0 } else { 84.0 };
    let Some(last) = points.last() else {
        return Vec::new();
    };
    let texts = &chart.texts;
    let target = chart.target.and_then(|target| Some((target.label.as_str(), target_at(target, last.time)?)));
    let named = [
        // A line without a name is only there to see by.
        (Line::Centre, texts.centre, finite(last.centre).filter(|_| !texts.centre.is_empty())),
        (Line::Target, target.map_or("", |(label, _)| label), target.map(|(_, value)| value)),
        (Line::Upper, texts.upper, finite(last.upper)),
        (Line::Lower, texts.lower, finite(last.lower)),
    ];
    let mut found = Vec::new();
    let mut add = |line, name: &str, value: f64| {
        let number = if wide { chart.value_text(value) } else { (chart.number)(value) };
        let text = if wide && !name.is_empty() { format!("{name} {number}") } else { number };
        let role = match line {
            Line::Centre => Role::Ink,
            Line::Target => Role::Target,
            Line::Series => Role::Series,
            Line::Upper | Line::Lower | Line::Trace(_) => Role::Muted,
        };
        found.extend(EndLabel::new(line, value, &text, size, room, role, line == Line::Centre));
    };
    for (line, name, value) in named {
        if let Some(value) = value {
            add(line, name, value);
        }
    }
    let newest = points.iter().rev().find_map(|point| point.known());
    if let Some(value) = newest.filter(|_| !texts.series.is_empty()) {
        add(Line::Series, texts.series, value);
    }
    for (rank, trace) in chart.traces.iter().enumerate() {
        if let Some(value) = trace.path.iter().rev().find_map(|(_, value)| finite(*value)) {
            add(Line::Trace(rank), &trace.label, value);
        }
    }
    found
}

/// Words in the plot, in their place.
struct Laid {
    words: String,
    at: (f64, f64),
    anchor: Anchor,
    role: Role,
}

/// The labels in the plot.
pub(super) struct Beside {
    laid: Vec<Laid>,
    size: f64,
    /// The centres of all phases in words, if some had no room beside their line: the key tells them.
    pub centres_left: Vec<String>,
}

impl Beside {
    /// Writes the labels.
    pub fn draw(&self, svg: &mut Svg) {
        for label in &self.laid {
            words(svg, &label.words, label.at, label.anchor, self.size, label.role, true);
        }
    }
}

/// Lays centres of earlier phases and the values of points that stand out, one by one where they
/// cover nothing.
pub(super) fn lay(plan: &Plan) -> Beside {
    let size = plan.size();
    let mut placer = full(plan);
    let mut laid = Vec::new();
    let phases = plan.phases();
    let centres: Vec<Option<(f64, f64, f64)>> = phases.iter().map(|phase| centre(plan, phase)).collect();
    let mut all_told = true;
    for (start, end, centre) in centres.iter().take(phases.len().saturating_sub(1)).flatten() {
        let text = (plan.chart.number)(*centre);
        let rect = placer.best(&along(plan.y.at(*centre), (*start, *end), width(&text, size, true), size));
        all_told &= rect.is_some();
        if let Some(rect) = rect {
            placer.block(rect);
            let at = (rect.x1, rect.y0 + size * 0.85);
            laid.push(Laid { words: text, at, anchor: Anchor::End, role: Role::Ink });
        }
    }
    for (point, at) in standing_out(plan) {
        let words = point.known().map_or(String::new(), |value| plan.chart.value_text(value));
        let size_of = (width(&words, size, true), size);
        let wanted = Wanted { at, size: size_of, reach: 9.0, right_first: false };
        if let Some(Some((rect, anchor))) = placer.lay(&[wanted]).first() {
            placer.block(*rect);
            let role = point.signal.as_ref().map_or(Role::Muted, |signal| super::marks::role(signal.tone));
            let at = (anchor.x(rect), rect.y0 + size * 0.85);
            laid.push(Laid { words, at, anchor: *anchor, role });
        }
    }
    let number = |(_, _, centre): &(f64, f64, f64)| (plan.chart.number)(*centre);
    let centres_left = if all_told { Vec::new() } else { centres.iter().flatten().map(number).collect() };
    Beside { laid, size, centres_left }
}

/// A placer that knows of everything drawn in the plot.
fn full(plan: &Plan) -> Placer {
    let bounds = Rect { x0: plan.plot.x0 + 2.0, y0: plan.strip.foot - 2.0, x1: plan.plot.x1, y1: plan.plot.y1 - 2.0 };
    let mut placer = Placer::new(bounds);
    for at in plan.points.iter().filter_map(|point| plan.place(point)) {
        placer.block(Rect::around(at.0, at.1, plan.dot + 2.0));
    }
    for stretch in plan.stretches() {
        for (from, to) in stretch.iter().zip(stretch.iter().skip(1)) {
            placer.avoid((*from, *to));
        }
    }
    for rule in &plan.strip.rules {
        placer.block(Rect { x0: rule.x - 1.0, y0: plan.plot.y0, x1: rule.x + 1.0, y1: plan.plot.y1 });
    }
    for phase in plan.phases() {
        for point in phase {
            let (from, to) = plan.reach(point);
            for value in [point.centre, point.lower, point.upper].into_iter().filter_map(finite) {
                let y = plan.y.at(value);
                placer.avoid(((from, y), (to, y)));
            }
        }
    }
    placer
}

/// Where a phase's centre line begins and ends in the picture, and its value.
fn centre(plan: &Plan, phase: &[&SpcPoint]) -> Option<(f64, f64, f64)> {
    let start = phase.first().map(|point| plan.reach(point).0)?;
    let (point, centre) = phase.iter().rev().find_map(|point| Some((point, finite(point.centre)?)))?;
    Some((start, plan.reach(point).1, centre))
}

/// Places above and below a line, the nearest to its end first.
fn along(y: f64, (start, end): (f64, f64), wide: f64, size: f64) -> Vec<Rect> {
    let mut right = end - 4.0;
    let mut places = Vec::new();
    while right - wide > start + 2.0 {
        for top in [y - size - 2.0, y + 4.0] {
            places.push(Rect { x0: right - wide, y0: top, x1: right, y1: top + size });
        }
        right -= size / 2.0;
    }
    places
}

/// The points whose value is written beside them: few outside the limits, and all beyond the axis.
fn standing_out<'a>(plan: &Plan<'a>) -> Vec<(&'a SpcPoint, (f64, f64))> {
    let beyond = |point: &SpcPoint| point.known().is_some_and(|value| plan.y.beyond(value).is_some());
    let outside = |point: &SpcPoint| {
        let marked = point.signal.as_ref().is_some_and(|signal| signal.shape == SignalShape::Outside);
        marked && point.excluded.is_none() && !point.provisional
    };
    let few = plan.points.iter().filter(|point| outside(point)).count() <= 4;
    let shown = plan.points.iter().copied().filter(|point| beyond(point) || few && outside(point));
    shown.filter_map(|point| Some((point, plan.place(point)?))).take(8).collect()
}
