//! The funnel, from the ground up.

use super::key;
use super::model::{FunnelChart, FunnelUnit};
use super::plan::Plan;
use crate::Layout;
use crate::axis::drawable;
use crate::ends;
use crate::ink::{Colours, Role};
use crate::place::{Anchor, Placer, Rect, Wanted};
use crate::spc::signal_role;
use crate::svg::{Frame, Svg, clean_id, count, path_through};
use crate::text::{width, wrap};
use crate::words::{LINE, words};

pub(super) fn draw(chart: &FunnelChart) -> String {
    let plan = Plan::new(chart);
    let key = key::key(&plan);
    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: match chart.layout {
            Layout::Wide => "chart chart-funnel chart-wide",
            Layout::Narrow => "chart chart-funnel chart-narrow",
        },
        role: "img",
        kind: "funnel",
        title: chart.title,
        description: if chart.description.is_empty() { chart.answer } else { chart.description },
        width: chart.layout.width(),
        height: plan.foot() + key.height,
        colours: chart.colours,
    });
    plan.head.draw(&mut svg);
    axes(&plan, &mut svg);
    curves(&plan, &mut svg);
    units(&plan, &mut svg);
    names(&plan, &mut svg);
    ends::draw(&mut svg, &plan.ends, plan.plot.x1);
    if plan.units.is_empty() && !chart.texts.no_values.is_empty() {
        let (x, y) = (f64::midpoint(plan.plot.x0, plan.plot.x1), f64::midpoint(plan.plot.y0, plan.plot.y1));
        for (i, line) in
            wrap(chart.texts.no_values, plan.size(), false, plan.plot.x1 - plan.plot.x0, 3).iter().enumerate()
        {
            let at = (x, y + count(i) * plan.size() * LINE);
            words(&mut svg, line, at, Anchor::Middle, plan.size(), Role::Muted, false);
        }
    }
    key.draw(&mut svg, plan.foot(), key::draw_sign);
    svg.finish()
}

fn axes(plan: &Plan, svg: &mut Svg) {
    let (plot, size) = (plan.plot, plan.size());
    svg.tag("g").attr("class", "chart-axis").start();
    for (value, label) in &plan.y_ticks {
        let y = plan.y.at(*value);
        svg.line((plot.x0, y), (plot.x1, y), Role::Grid, 0.8);
        words(svg, label, (plot.x0 - 6.0, y + size * 0.35), Anchor::End, size, Role::Muted, false);
    }
    svg.line((plot.x0, plot.y1), (plot.x1, plot.y1), Role::Line, 1.0);
    for (x, label) in &plan.x_ticks {
        svg.line((x.max(plot.x0), plot.y1), (x.max(plot.x0), plot.y1 + 4.0), Role::Line, 1.0);
        words(svg, label, (*x, plot.y1 + size * 1.45), Anchor::Middle, size, Role::Muted, false);
    }
    let room = plan.chart.layout.width() - 4.0;
    for line in wrap(plan.chart.x_label, size, false, room, 1) {
        let middle = f64::midpoint(plot.x0, plot.x1);
        let half = width(&line, size, false) / 2.0;
        let x = middle.min(plan.chart.layout.width() - half).max(half);
        words(svg, &line, (x, plot.y1 + size * (1.45 + LINE)), Anchor::Middle, size, Role::Muted, false);
    }
    svg.close();
}

/// The limits, the outer ones dashed, and the line that units are held against.
fn curves(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-limits").start();
    let n = plan.curves.len();
    for (i, (lower, upper)) in plan.curves.iter().enumerate() {
        for stretch in lower.iter().chain(upper) {
            let line = svg.tag("path").attr("d", &path_through(stretch)).attr("fill", "none").stroke(Role::Line, 1.1);
            if n > 1 && i % 2 == 0 { line.attr("stroke-dasharray", "4 3").end() } else { line.end() }
        }
    }
    svg.close();
    if let Some((_, value)) = plan.chart.centre.filter(|(_, value)| drawable(*value)) {
        let y = plan.y.at(value).clamp(plan.plot.y0, plan.plot.y1);
        svg.line((plan.plot.x0, y), (plan.plot.x1, y), Role::Ink, 1.4);
    }
}

fn units(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-series").start();
    let id = clean_id(plan.chart.id);
    for (rank, (unit, at)) in plan.units.iter().enumerate() {
        let mut group = svg
            .tag("g")
            .attr("class", if unit.own { "chart-point chart-own" } else { "chart-point" })
            .attr("id", &format!("{id}-p{rank}"))
            .attr("data-point", &rank.to_string());
        if unit.outside().is_some() {
            group = group.attr("data-signal", "outside");
        }
        group.start();
        svg.title(&plan.chart.unit_text(unit));
        if plan.chart.colours == Colours::Page {
            svg.hit(*at);
        }
        match unit.outside() {
            Some(mark) => key::mark(svg, *at, mark.outer, signal_role(mark.tone), plan.dot),
            None if unit.too_small => key::hollow(svg, *at, plan.dot),
            None => key::dot(svg, *at, plan.dot),
        }
        if unit.own {
            key::ring(svg, *at);
        }
        svg.close();
    }
    svg.close();
}

/// The names of the reader's own unit and of those outside, where they cover nothing.
fn names(plan: &Plan, svg: &mut Svg) {
    let size = plan.size();
    let bounds =
        Rect { x0: plan.plot.x0 + 1.0, y0: plan.head.height() + 2.0, x1: plan.plot.x1, y1: plan.plot.y1 - 2.0 };
    let mut placer = Placer::new(bounds);
    for (unit, at) in &plan.units {
        placer.block(Rect::around(at.0, at.1, if unit.own { 11.0 } else { plan.dot + 1.5 }));
    }
    for (lower, upper) in &plan.curves {
        for stretch in lower.iter().chain(upper) {
            placer.avoid_path(stretch);
        }
    }
    if let Some((_, value)) = plan.chart.centre.filter(|(_, value)| drawable(*value)) {
        let y = plan.y.at(value);
        placer.avoid(((plan.plot.x0, y), (plan.plot.x1, y)));
    }
    let named = |unit: &FunnelUnit| unit.own || unit.outside().is_some();
    let mut shown: Vec<&(&FunnelUnit, (f64, f64))> = plan.units.iter().filter(|(unit, _)| named(unit)).collect();
    // One's own first, then those far outside; among equals from the largest unit.
    shown.reverse();
    shown.sort_by_key(|(unit, _)| (!unit.own, !unit.outside().is_some_and(|mark| mark.outer)));
    let shown: Vec<(&FunnelUnit, (f64, f64), Vec<String>)> = shown
        .into_iter()
        .take(14)
        .map(|(unit, at)| (*unit, *at, name_lines(plan, unit)))
        .filter(|(_, _, lines)| !lines.is_empty())
        .collect();
    // A few at a time: names of near points find room together, and are not taken for each other's.
    for few in shown.chunks(4) {
        let wanted: Vec<Wanted> = few
            .iter()
            .map(|(unit, at, lines)| {
                let wide = lines.iter().map(|line| width(line, size, unit.own)).fold(0.0, f64::max);
                let high = size * (1.0 + 1.15 * count(lines.len().saturating_sub(1)));
                Wanted { at: *at, size: (wide, high), reach: reach(unit), right_first: true }
            })
            .collect();
        for ((unit, at, lines), place) in few.iter().zip(placer.lay(&wanted)) {
            let Some((rect, anchor)) = place else { continue };
            placer.block(rect);
            let role = unit.outside().map_or(Role::Ink, |mark| signal_role(mark.tone));
            lead(svg, *at, &rect, reach(unit));
            for (i, line) in lines.iter().enumerate() {
                let y = rect.y0 + size * (0.85 + 1.15 * count(i));
                words(svg, line, (anchor.x(&rect), y), anchor, size, role, unit.own);
            }
        }
    }
}

/// How far from a unit's point its name begins.
const fn reach(unit: &FunnelUnit) -> f64 {
    if unit.own { 14.0 } else { 11.0 }
}

/// A name in as little room as tells it from all others; on a phone a long one takes two lines
/// anyway. Empty where none does: a name that may be another's tells less than none.
fn name_lines(plan: &Plan, unit: &FunnelUnit) -> Vec<String> {
    let rooms = match plan.chart.layout {
        Layout::Wide => [(190.0, 1), (190.0, 2), (190.0, 3), (190.0, 4)],
        Layout::Narrow => [(120.0, 2), (120.0, 3), (165.0, 3), (165.0, 4)],
    };
    let lines = |label: &str, (room, most): (f64, usize)| wrap(label, plan.size(), unit.own, room, most);
    let is_told = |room: (f64, usize)| {
        let found = lines(&unit.label, room);
        let mut others = plan.chart.units.iter().filter(|other| other.label != unit.label);
        (!others.any(|other| lines(&other.label, room) == found)).then_some(found)
    };
    rooms.into_iter().find_map(is_told).unwrap_or_default()
}

/// A thin line from a point to its name, where the name lies further away than beside it.
fn lead(svg: &mut Svg, at: (f64, f64), rect: &Rect, reach: f64) {
    let end = (at.0.clamp(rect.x0, rect.x1), at.1.clamp(rect.y0, rect.y1));
    let (dx, dy) = (end.0 - at.0, end.1 - at.1);
    let far = dx.hypot(dy);
    if far > reach * 1.3 {
        let from = (at.0 + dx / far * reach * 0.8, at.1 + dy / far * reach * 0.8);
        svg.line(from, (end.0 - dx / far * 2.0, end.1 - dy / far * 2.0), Role::Line, 0.8);
    }
}
