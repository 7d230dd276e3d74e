//! The chart, from the ground up.

use super::key::{self, Sample};
use super::labels;
use super::model::{GoalChart, Point};
use super::plan::Plan;
use crate::Layout;
use crate::ink::{Colours, Role};
use crate::place::{Anchor, Placer, Rect};
use crate::svg::{Frame, Svg, count, path_through};
use crate::text::{width, wrap};
use crate::words::{LINE, words};

pub(super) fn draw(chart: &GoalChart) -> String {
    let plan = Plan::new(chart);
    let mut placer =
        Placer::new(Rect { x0: plan.plot.x0, y0: plan.words_top, x1: chart.layout.width(), y1: plan.plot.y1 - 1.0 });
    block_what_matters(&plan, &mut placer);
    let gaps = gap_words(&plan, &mut placer);
    let (laid, left) = labels::lay(&plan, &placer);
    let rows = key::rows(&plan, &left, gaps.unnamed);
    let foot = plan.plot.y1 + plan.size() * 1.9;
    let height = foot + key::height(&plan, &rows);

    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: match chart.layout {
            Layout::Wide => "chart chart-goal chart-wide",
            Layout::Narrow => "chart chart-goal chart-narrow",
        },
        // An image has no parts; with points to visit the picture is a group.
        role: if chart.focusable { "group" } else { "img" },
        kind: if chart.focusable { "" } else { "goal" },
        title: chart.title,
        description: chart.description,
        width: chart.layout.width(),
        height,
        colours: chart.colours,
    });
    heading(&plan, &mut svg);
    grid(&plan, &mut svg);
    time_axis(&plan, &mut svg);
    gaps.draw(&plan, &mut svg);
    withheld(&plan, &mut svg);
    for (rank, (_, path)) in plan.targets.iter().enumerate() {
        target(&plan, &mut svg, rank, path);
    }
    series(&plan, &mut svg);
    baseline(&plan, &mut svg);
    for (label, rect, anchor) in &laid {
        labels::write(&mut svg, label, rect, *anchor);
    }
    if plan.points.iter().all(|point| point.known().is_none()) && !chart.texts.no_values.is_empty() {
        let plot = plan.plot;
        let (x, y) = (f64::midpoint(plot.x0, plot.x1), f64::midpoint(plot.y0, plot.y1) + plan.size() * 0.35);
        let lines = wrap(chart.texts.no_values, plan.size(), false, plot.x1 - plot.x0, 3);
        for (i, line) in lines.iter().enumerate() {
            let at = (x, y + count(i) * plan.size() * LINE);
            words(&mut svg, line, at, Anchor::Middle, plan.size(), Role::Muted, false);
        }
    }
    key::draw(&plan, &mut svg, &rows, foot);
    svg.finish()
}

/// Points, end marks and lines: the labels keep off them.
fn block_what_matters(plan: &Plan, placer: &mut Placer) {
    for point in &plan.points {
        if point.is_withheld() {
            placer.block(Rect::around(plan.x.at(point.time), plan.plot.y1 - 9.0, 7.0));
        }
        let Some(value) = point.known() else { continue };
        let (x, y) = plan.at(point.time, value);
        placer.block(Rect::around(x, y, 6.0));
        if let Some((low, high)) = point.ends() {
            placer.avoid(((x, plan.y.at(low)), (x, plan.y.at(high))));
        }
    }
    for stretch in plan.stretches() {
        for (from, to) in stretch.iter().zip(stretch.iter().skip(1)) {
            placer.avoid((*from, *to));
        }
    }
    for (_, path) in &plan.targets {
        let path: Vec<(f64, f64)> = path.iter().map(|(time, value)| plan.at(*time, *value)).collect();
        for (from, to) in path.iter().zip(path.iter().skip(1)) {
            placer.avoid((*from, *to));
        }
        if let Some((x, y)) = path.last() {
            placer.block(Rect::around(*x, *y, 7.0));
        }
    }
    if plan.points.iter().all(|point| point.known().is_none()) {
        let (middle, size) = (f64::midpoint(plan.plot.y0, plan.plot.y1), plan.size());
        placer.block(Rect { x0: plan.plot.x0, y0: middle - size, x1: plan.plot.x1, y1: middle + size * 4.0 });
    }
}

/// The brackets over missing periods and which of them carry words.
struct Gaps {
    brackets: Vec<(super::plan::Gap, bool)>,
    /// Whether there are brackets that had no room for the word.
    unnamed: bool,
}

fn gap_words(plan: &Plan, placer: &mut Placer) -> Gaps {
    let missing = plan.chart.texts.missing;
    let nothing_known = plan.points.iter().all(|point| point.known().is_none());
    let needed = width(missing, plan.size(), false);
    let foot = plan.plot.y1;
    let mut brackets = Vec::new();
    for gap in if nothing_known { Vec::new() } else { plan.gaps() } {
        let middle = f64::midpoint(gap.from, gap.to);
        let rect = Rect {
            x0: middle - needed / 2.0,
            y0: foot - 12.0 - plan.size() * 1.2,
            x1: middle + needed / 2.0,
            y1: foot - 12.0,
        };
        let fits = needed <= gap.to - gap.from && !missing.is_empty();
        placer.block(Rect { x0: gap.from, y0: foot - 12.0, x1: gap.to, y1: foot });
        if fits {
            placer.block(rect);
        }
        brackets.push((gap, fits));
    }
    let unnamed = !missing.is_empty() && brackets.iter().any(|(_, named)| !named);
    Gaps { brackets, unnamed }
}

impl Gaps {
    fn draw(&self, plan: &Plan, svg: &mut Svg) {
        for (gap, named) in &self.brackets {
            svg.tag("g").attr("class", "chart-gap").start();
            svg.title(&gap.words);
            svg.bracket(gap.from, gap.to, plan.plot.y1 - 6.0);
            if *named {
                let at = (f64::midpoint(gap.from, gap.to), plan.plot.y1 - 14.0);
                words(svg, plan.chart.texts.missing, at, Anchor::Middle, plan.size(), Role::Muted, false);
            }
            svg.close();
        }
    }
}

/// The periods whose value is kept back, each with its mark at the foot.
fn withheld(plan: &Plan, svg: &mut Svg) {
    for point in plan.points.iter().filter(|point| point.is_withheld()) {
        svg.tag("g").attr("class", "chart-withheld").start();
        svg.title(&plan.chart.point_text(point));
        key::withheld_mark(svg, (plan.x.at(point.time), plan.plot.y1 - 9.0));
        svg.close();
    }
}

fn heading(plan: &Plan, svg: &mut Svg) {
    let size = plan.size() + 3.0;
    for (i, line) in plan.title.iter().enumerate() {
        let at = (0.0, size + count(i) * size * LINE);
        words(svg, line, at, Anchor::Start, size, Role::Ink, true);
    }
    for (i, line) in plan.y_label.iter().enumerate() {
        let at = (0.0, plan.y_label_top + plan.size() * (1.0 + count(i) * LINE));
        words(svg, line, at, Anchor::Start, plan.size(), Role::Muted, false);
    }
}

fn grid(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-axis").start();
    for (value, label) in &plan.ticks {
        let y = plan.y.at(*value);
        let from = plan.plot.x0;
        svg.line((from, y), (plan.plot.x1, y), Role::Grid, 1.0);
        let at = (from - 8.0, y + plan.size() * 0.35);
        words(svg, label, at, Anchor::End, plan.size(), Role::Muted, false);
    }
    if plan.broken {
        // A jagged foot: the axis has been cut between the first value and zero.
        let (x, y) = (plan.plot.x0, plan.plot.y1);
        let path = format!("M{x:.1} {y:.1}v-4l-5 -3l10 -4l-5 -3v-4");
        svg.tag("path")
            .attr("class", "chart-break")
            .attr("d", &path)
            .attr("fill", "none")
            .stroke(Role::Line, 1.5)
            .attr("stroke-linejoin", "round")
            .end();
    }
    svg.close();
}

/// The time axis; words that would meet are thinned out evenly, the last always stays.
fn time_axis(plan: &Plan, svg: &mut Svg) {
    let (plot, size) = (plan.plot, plan.size());
    svg.tag("g").attr("class", "chart-axis").start();
    svg.line((plot.x0, plot.y1), (plot.x1, plot.y1), Role::Line, 1.0);
    for (time, _) in &plan.times {
        let x = plan.x.at(*time);
        svg.line((x, plot.y1), (x, plot.y1 + 5.0), Role::Line, 1.0);
    }
    for (x, label) in shown_times(plan) {
        words(svg, &label, (x, plot.y1 + size * 1.45), Anchor::Middle, size, Role::Muted, false);
    }
    svg.close();
}

fn shown_times(plan: &Plan) -> Vec<(f64, String)> {
    let places = |every: usize| -> Vec<(f64, String, f64)> {
        let last = plan.times.len().saturating_sub(1);
        let mut kept: Vec<(f64, String, f64)> = Vec::new();
        for (_, (time, label)) in plan.times.iter().enumerate().filter(|(i, _)| (last - i).is_multiple_of(every)) {
            let half = width(label, plan.size(), false) / 2.0;
            // Words that would fill half the picture are left to the point's own title.
            if half > plan.chart.layout.width() / 4.0 {
                continue;
            }
            // Words at the rim are moved in rather than cut off.
            let x = plan.x.at(*time).min(plan.chart.layout.width() - half).max(half);
            if kept.last().is_none_or(|(_, earlier, _)| earlier != label) {
                kept.push((x, label.clone(), half));
            }
        }
        kept
    };
    let free =
        |kept: &[(f64, String, f64)]| kept.iter().zip(kept.iter().skip(1)).all(|(a, b)| a.0 + a.2 + 8.0 <= b.0 - b.2);
    let mut every = 1;
    let mut kept = places(every);
    while !free(&kept) && kept.len() > 1 {
        every += 1;
        kept = places(every);
    }
    kept.into_iter().map(|(x, label, _)| (x, label)).collect()
}

/// A dashed line without points, ending in a mark of its own.
fn target(plan: &Plan, svg: &mut Svg, rank: usize, path: &[(f64, f64)]) {
    let places: Vec<(f64, f64)> = path.iter().map(|(time, value)| plan.at(*time, *value)).collect();
    svg.tag("g").attr("class", "chart-target").start();
    if let Some((found, _)) = plan.targets.get(rank)
        && let Some((_, value)) = path.last()
    {
        svg.title(&format!("{}: {}", found.label, plan.chart.value_text(*value)));
    }
    if places.len() > 1 {
        svg.tag("path")
            .attr("d", &path_through(&places))
            .attr("fill", "none")
            .stroke(Role::Target, 2.0)
            .attr("stroke-dasharray", key::dashes(rank))
            .end();
    }
    if let Some(end) = places.last() {
        key::target_mark(svg, *end, rank);
    }
    svg.close();
}

fn series(plan: &Plan, svg: &mut Svg) {
    svg.tag("g").attr("class", "chart-series").start();
    for stretch in plan.stretches().iter().filter(|stretch| stretch.len() > 1) {
        svg.tag("path")
            .attr("d", &path_through(stretch))
            .attr("fill", "none")
            .stroke(Role::Series, 2.5)
            .attr("stroke-linejoin", "round")
            .end();
    }
    for (rank, point) in plan.points.iter().filter(|point| point.known().is_some()).enumerate() {
        if let Some(value) = point.known() {
            mark(plan, svg, rank, point, value);
        }
    }
    svg.close();
}

fn mark(plan: &Plan, svg: &mut Svg, rank: usize, point: &Point, value: f64) {
    let at = plan.at(point.time, value);
    let text = plan.chart.point_text(point);
    let group = svg.tag("g").attr("class", "chart-point");
    if plan.chart.focusable {
        group.attr("role", "img").attr("tabindex", "0").attr("aria-label", &text).start();
    } else {
        group.attr("data-point", &rank.to_string()).start();
    }
    svg.title(&text);
    if !plan.chart.focusable && plan.chart.colours == Colours::Page {
        svg.hit(at);
    }
    if let Some((low, high)) = point.ends() {
        key::whisker(svg, at.0, plan.y.at(low), plan.y.at(high));
    }
    key::point(svg, at, Sample::of(point));
    svg.close();
}

fn baseline(plan: &Plan, svg: &mut Svg) {
    let Some((baseline, (time, value))) = plan.chart.baseline.and_then(|found| Some((found, found.place()?))) else {
        return;
    };
    svg.tag("g").attr("class", "chart-baseline").start();
    svg.title(&format!("{}: {}", baseline.label, plan.chart.value_text(value)));
    key::baseline_mark(svg, plan.at(time, value));
    svg.close();
}
