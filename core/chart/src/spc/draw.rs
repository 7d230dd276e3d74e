//! The chart, from the ground up.

use super::key;
use super::labels;
use super::marks;
use super::model::{LimitLine, SpcChart, SpcPoint, finite};
use super::plan::{Plan, target_at};
use crate::Layout;
use crate::ends;
use crate::ink::Role;
use crate::periods::{self, Period};
use crate::place::Anchor;
use crate::svg::{Frame, Svg, count, number, path_through};
use crate::text::wrap;
use crate::words::{LINE, words};

/// Width of the line through the values.
pub(super) const SERIES: f64 = 1.5;
/// Width of the centre line.
pub(super) const CENTRE: f64 = 1.4;
/// Width of the target line.
pub(super) const TARGET: f64 = 1.6;
/// How the target line is broken.
pub(super) const TARGET_DASHES: &str = "7 4";
/// How limits are broken.
pub(super) const LIMIT_DASHES: &str = "3 2.5";
/// How narrower limits are broken.
pub(super) const INNER_DASHES: &str = "1 3";

/// How further lines are broken.
pub(super) const fn trace_dashes(rank: usize) -> &'static str {
    match rank % 3 {
        0 => "",
        1 => "9 3",
        _ => "9 3 2 3",
    }
}

pub(super) fn draw(chart: &SpcChart) -> String {
    let plan = Plan::new(chart);
    let beside = labels::lay(&plan);
    let key = key::key(&plan, &beside.centres_left);
    let axis = axis_rows(&plan);
    let n_rows = if axis.groups.is_empty() { 1.0 } else { 2.0 };
    let foot = plan.plot.y1 + plan.size() * (0.75 + LINE * n_rows);
    let description = if chart.description.is_empty() { chart.answer } else { chart.description };

    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: match chart.layout {
            Layout::Wide => "chart chart-spc chart-wide",
            Layout::Narrow => "chart chart-spc chart-narrow",
        },
        role: "img",
        kind: "spc",
        title: chart.title,
        description,
        width: chart.layout.width(),
        height: foot + key.height,
        colours: chart.colours,
    });
    plan.head.draw(&mut svg);
    limits(&plan, &mut svg);
    grid(&plan, &mut svg);
    plan.strip.draw_rules(&mut svg, plan.plot.y1);
    time_axis(&plan, &mut svg, &axis);
    centre(&plan, &mut svg);
    target(&plan, &mut svg);
    traces(&plan, &mut svg);
    plan.strip.draw_stems(&mut svg, |flag| stem_end(&plan, flag.stem));
    series(&plan, &mut svg);
    plan.strip.draw_flags(&mut svg);
    beside.draw(&mut svg);
    ends::draw(&mut svg, &plan.ends, plan.plot.x1);
    nothing(&plan, &mut svg);
    key.draw(&mut svg, foot, |svg, sign, at| key::draw_sign(svg, sign, plan.size(), at));
    svg.finish()
}

/// What a line is worth at each point. A hole between two equal values is filled: a level does
/// not end because a month's figures are missing.
fn levels(points: &[&SpcPoint], value: &dyn Fn(&SpcPoint) -> Option<f64>) -> Vec<Option<f64>> {
    let mut found: Vec<Option<f64>> = points.iter().map(|point| value(point)).collect();
    let mut last: Option<(usize, f64)> = None;
    for i in 0..found.len() {
        if let Some(value) = found.get(i).copied().flatten() {
            if let Some((from, before)) = last
                && before.to_bits() == value.to_bits()
            {
                found.iter_mut().take(i).skip(from + 1).for_each(|hole| *hole = Some(value));
            }
            last = Some((i, value));
        }
    }
    found
}

/// Corners of one line over a stretch of periods: level over each with steps between, or straight
/// from point to point. Equal neighbours give one long line either way.
fn line_over(plan: &Plan, points: &[&SpcPoint], levels: &[Option<f64>]) -> Vec<Vec<(f64, f64)>> {
    let mut found: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    let slopes = plan.chart.limit_line == LimitLine::Slopes;
    for (point, level) in points.iter().zip(levels) {
        let (Some(level), Some(line)) = (level, found.last_mut()) else {
            found.push(Vec::new());
            continue;
        };
        let y = plan.y.at(*level).clamp(plan.plot.y0, plan.plot.y1);
        let (from, to) = plan.reach(point);
        match line.last().copied() {
            None => line.push((from, y)),
            Some(before) => {
                line.pop();
                // Level on: no corner. Otherwise a step, or a corner at each of the two points.
                if (before.1 - y).abs() >= 0.05 {
                    let x = if slopes { (from - plan.half).max(plan.plot.x0) } else { from };
                    line.push((x, before.1));
                    line.push((if slopes { plan.x.at(point.time) } else { from }, y));
                }
            }
        }
        line.push((to, y));
    }
    found.retain(|stretch| stretch.len() > 1);
    found
}

/// The band between the limits and the limits themselves, phase by phase.
fn limits(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-limits").start();
    for phase in plan.phases() {
        let lower = levels(phase, &|p| finite(p.lower));
        let upper = levels(phase, &|p| finite(p.upper));
        // Without the other limit the band reaches to the edge of the plot.
        let only = |other: &[Option<f64>], edge: f64, own: &[Option<f64>]| -> Vec<Option<f64>> {
            let alone = own.iter().all(Option::is_none);
            let both =
                own.iter().zip(other).map(|(own, other)| if alone { other.map(|_| edge) } else { other.and(*own) });
            both.collect()
        };
        let (floor, ceiling) = (only(&upper, f64::MIN, &lower), only(&lower, f64::MAX, &upper));
        for (top, foot) in line_over(plan, phase, &ceiling).iter().zip(line_over(plan, phase, &floor)) {
            let around: Vec<(f64, f64)> = top.iter().copied().chain(foot.into_iter().rev()).collect();
            svg.tag("path").attr("d", &format!("{}z", path_through(&around))).fill(Role::Band).end();
        }
        for stretch in line_over(plan, phase, &upper).iter().chain(&line_over(plan, phase, &lower)) {
            quiet(svg, stretch, 1.0, LIMIT_DASHES);
        }
        let inner_low = levels(phase, &|p| p.inner.and_then(|(low, _)| finite(Some(low))));
        let inner_high = levels(phase, &|p| p.inner.and_then(|(_, high)| finite(Some(high))));
        for stretch in line_over(plan, phase, &inner_low).iter().chain(&line_over(plan, phase, &inner_high)) {
            quiet(svg, stretch, 0.8, INNER_DASHES);
        }
    }
    svg.close();
}

fn quiet(svg: &mut Svg, stretch: &[(f64, f64)], width: f64, dashes: &str) {
    svg.tag("path")
        .attr("d", &path_through(stretch))
        .attr("fill", "none")
        .stroke(Role::Line, width)
        .attr("stroke-dasharray", dashes)
        .end();
}

fn grid(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-axis").start();
    for (value, label) in &plan.ticks {
        let y = plan.y.at(*value);
        svg.line((plan.plot.x0, y), (plan.plot.x1, y), Role::Grid, 0.8);
        let at = (plan.plot.x0 - 6.0, y + plan.size() * 0.35);
        words(svg, label, at, Anchor::End, plan.size(), Role::Muted, false);
    }
    svg.close();
}

fn axis_rows(plan: &Plan) -> periods::Rows {
    let all: Vec<Period> = plan
        .points
        .iter()
        .map(|point| Period { x: plan.x.at(point.time), tick: &point.tick, group: &point.group })
        .collect();
    periods::rows(&all, plan.size(), 0.0, plan.chart.layout.width())
}

fn time_axis(plan: &Plan, svg: &mut Svg, rows: &periods::Rows) {
    let (plot, size) = (plan.plot, plan.size());
    svg.tag("g").attr("class", "chart-axis").start();
    svg.line((plot.x0, plot.y1), (plot.x1, plot.y1), Role::Line, 1.0);
    let first = plot.y1 + size * 1.45;
    for (x, words_) in &rows.ticks {
        let tick = x.clamp(plot.x0, plot.x1);
        svg.line((tick, plot.y1), (tick, plot.y1 + 4.0), Role::Line, 1.0);
        words(svg, words_, (*x, first), Anchor::Middle, size, Role::Muted, false);
    }
    for (x, words_) in &rows.groups {
        words(svg, words_, (*x, first + size * LINE), Anchor::Middle, size, Role::Ink, false);
    }
    svg.close();
}

/// The centre of each phase.
fn centre(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-centre").start();
    for phase in plan.phases() {
        for stretch in line_over(plan, phase, &levels(phase, &|point| finite(point.centre))) {
            let path = path_through(&stretch);
            svg.tag("path").attr("d", &path).attr("fill", "none").stroke(Role::Ink, CENTRE).end();
        }
    }
    svg.close();
}

fn target(plan: &Plan, svg: &mut Svg) {
    let Some(target) = plan.chart.target else {
        return;
    };
    svg.tag("g").attr("class", "chart-target").start();
    for stretch in line_over(plan, &plan.points, &levels(&plan.points, &|point| target_at(target, point.time))) {
        svg.tag("path")
            .attr("d", &path_through(&stretch))
            .attr("fill", "none")
            .stroke(Role::Target, TARGET)
            .attr("stroke-dasharray", TARGET_DASHES)
            .end();
    }
    svg.close();
}

fn traces(plan: &Plan, svg: &mut Svg) {
    for (rank, trace) in plan.chart.traces.iter().enumerate() {
        let mut stretches: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
        for (time, value) in &trace.path {
            match (finite(*value).filter(|_| finite(Some(*time)).is_some()), stretches.last_mut()) {
                (Some(value), Some(last)) => {
                    last.push((plan.x.at(*time).clamp(plan.plot.x0, plan.plot.x1), plan.y.at(value)));
                }
                _ => stretches.push(Vec::new()),
            }
        }
        svg.tag("g").attr("class", "chart-trace").start();
        svg.title(&trace.label);
        for stretch in stretches.iter().filter(|stretch| stretch.len() > 1) {
            let path = svg.tag("path").attr("d", &path_through(stretch)).attr("fill", "none").stroke(Role::Line, 1.6);
            if rank % 3 == 0 { path.end() } else { path.attr("stroke-dasharray", trace_dashes(rank)).end() }
        }
        for (time, signal) in &trace.signals {
            if let Some(value) = trace.at(*time) {
                let at = (plan.x.at(*time).clamp(plan.plot.x0, plan.plot.x1), plan.y.at(value));
                marks::shape(svg, at, signal.shape, marks::role(signal.tone), plan.dot);
            }
        }
        svg.close();
    }
}

/// Where the stem of a flag ends: above the point of the same time, or at the top of the plot.
fn stem_end(plan: &Plan, x: f64) -> f64 {
    let near = plan.points.iter().filter_map(|point| plan.place(point)).find(|at| (at.0 - x).abs() < 0.5);
    near.map_or(plan.plot.y1, |at| at.1 - plan.dot - 8.0)
}

fn series(plan: &Plan, svg: &mut Svg) {
    let raw: Vec<(f64, f64)> =
        plan.points.iter().filter_map(|point| Some((plan.x.at(point.time), plan.y.at(finite(point.raw)?)))).collect();
    if !raw.is_empty() {
        svg.tag("g").attr("class", "chart-raw").fill(Role::Line).start();
        for (x, y) in raw {
            svg.tag("circle").num("cx", x).num("cy", y).attr("r", &number((plan.dot * 0.75).max(1.4))).end();
        }
        svg.close();
    }
    svg.tag("g").attr("class", "chart-series").fill(Role::Series).start();
    for stretch in plan.stretches().iter().filter(|stretch| stretch.len() > 1) {
        svg.tag("path")
            .attr("d", &path_through(stretch))
            .attr("fill", "none")
            .stroke(Role::Series, SERIES)
            .attr("stroke-linejoin", "round")
            .end();
    }
    for (rank, point) in plan.points.iter().enumerate() {
        marks::point(plan, svg, rank, point);
    }
    svg.close();
}

/// What is said when there is no value at all.
fn nothing(plan: &Plan, svg: &mut Svg) {
    let none = plan.points.iter().all(|point| point.known().is_none());
    if !none || plan.chart.texts.no_values.is_empty() {
        return;
    }
    let (plot, size) = (plan.plot, plan.size());
    let (x, y) = (f64::midpoint(plot.x0, plot.x1), f64::midpoint(plot.y0, plot.y1) + size * 0.35);
    for (i, line) in wrap(plan.chart.texts.no_values, size, false, plot.x1 - plot.x0, 3).iter().enumerate() {
        let at = (x, y + count(i) * size * LINE);
        words(svg, line, at, Anchor::Middle, size, Role::Muted, false);
    }
}
