//! The plot, from the ground up.

use super::model::IntervalPlot;
use super::plan::{LINE, Plan, Row};
use crate::Layout;
use crate::axis::drawable;
use crate::ink::{Colours, Role};
use crate::key::{Item, Key};
use crate::place::Anchor;
use crate::spc::{Tone, signal_role};
use crate::svg::{Frame, Svg, clean_id, count, number};
use crate::text::{width, wrap};
use crate::words::{words, words_on};

/// What a piece of the key explains.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Interval,
    Differs(Option<Tone>),
    Uncertain,
}

pub(super) fn draw(chart: &IntervalPlot) -> String {
    let plan = Plan::new(chart);
    let key = key(&plan);
    let foot = plan.plot.y1 + plan.size() * 1.9;
    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: match chart.layout {
            Layout::Wide => "chart chart-interval-plot chart-wide",
            Layout::Narrow => "chart chart-interval-plot chart-narrow",
        },
        role: "img",
        kind: "interval",
        title: chart.title,
        description: if chart.description.is_empty() { chart.answer } else { chart.description },
        width: chart.layout.width(),
        height: foot + key.height,
        colours: chart.colours,
    });
    plan.head.draw(&mut svg);
    for row in plan.rows.iter().filter(|row| row.of.own) {
        svg.tag("rect")
            .num("x", 0.0)
            .num("y", row.top)
            .num("width", chart.layout.width())
            .num("height", row.foot - row.top)
            .num("rx", 3.0)
            .fill(Role::Band)
            .end();
    }
    axis(&plan, &mut svg);
    reference(&plan, &mut svg);
    let id = clean_id(chart.id);
    for (rank, row) in plan.rows.iter().enumerate() {
        svg.tag("g")
            .attr("class", "chart-point")
            .attr("id", &format!("{id}-p{rank}"))
            .attr("data-point", &rank.to_string())
            .start();
        draw_row(&plan, &mut svg, row);
        svg.close();
    }
    key.draw(&mut svg, foot, |svg, sign, (x, y)| match sign {
        Sign::Interval => bar(svg, y, x + 1.0, x + 21.0, Role::Series, 2.2),
        Sign::Differs(tone) => diamond(svg, (x + 11.0, y), tone.map_or(Role::Muted, signal_role)),
        Sign::Uncertain => dot(svg, (x + 11.0, y), true),
    });
    svg.finish()
}

fn key(plan: &Plan) -> Key<Sign> {
    let (texts, rows) = (&plan.chart.texts, plan.chart.rows);
    let mut items = Vec::new();
    if rows.iter().any(|row| row.ends().is_some()) {
        items.push(Item::new(Sign::Interval, texts.interval));
    }
    let tones: Vec<Tone> = rows.iter().filter_map(|row| row.differs.as_ref()).map(|(tone, _)| *tone).collect();
    if let Some(first) = tones.first() {
        let tone = tones.iter().all(|tone| tone == first).then_some(*first);
        items.push(Item::new(Sign::Differs(tone), texts.differs));
    }
    if rows.iter().any(|row| row.uncertain.is_some() && row.known().is_some()) {
        items.push(Item::new(Sign::Uncertain, texts.uncertain));
    }
    Key::new(plan.chart.layout, items, Vec::new())
}

fn axis(plan: &Plan, svg: &mut Svg) {
    let (plot, size) = (plan.plot, plan.size());
    svg.tag("g").attr("class", "chart-axis").start();
    for (x, label) in &plan.ticks {
        svg.line((*x, plot.y0), (*x, plot.y1), Role::Grid, 0.8);
        words(svg, label, (*x, plot.y1 + size * 1.3), Anchor::Middle, size, Role::Muted, false);
    }
    svg.line((plot.x0, plot.y1), (plot.x1, plot.y1), Role::Line, 1.0);
    svg.close();
}

/// What the estimates are held against, named above.
fn reference(plan: &Plan, svg: &mut Svg) {
    let Some((label, value)) = plan.chart.reference.filter(|(_, value)| drawable(*value)) else {
        return;
    };
    let (x, size, full) = (plan.x.at(value), plan.size(), plan.chart.layout.width());
    svg.line((x, plan.plot.y0 - 4.0), (x, plan.plot.y1), Role::Ink, 1.3);
    let text = format!("{label} {}", (plan.chart.number)(value));
    if let Some(line) = wrap(text.trim(), size, true, full - 4.0, 1).first() {
        let half = width(line, size, true) / 2.0;
        let at = (x.min(full - half).max(half), plan.plot.y0 - size * 0.5);
        words(svg, line, at, Anchor::Middle, size, Role::Ink, true);
    }
}

fn draw_row(plan: &Plan, svg: &mut Svg, row: &Row) {
    let (size, wide) = (plan.size(), plan.chart.layout == Layout::Wide);
    svg.title(&plan.chart.row_text(row.of));
    let ground = if row.of.own { Role::Band } else { Role::Paper };
    let block = count(row.label.len()) * size * LINE;
    let top = if wide { row.y - block / 2.0 } else { row.top + size * 0.15 };
    let left = if wide { 6.0 } else { 2.0 };
    for (i, line) in row.label.iter().enumerate() {
        let at = (left, top + size * (0.95 + count(i) * LINE));
        words_on(svg, ground, line, at, Anchor::Start, size, Role::Ink, row.of.own);
    }
    let role = row.of.differs.as_ref().map_or(Role::Ink, |(tone, _)| signal_role(*tone));
    let role = if row.of.known().is_some() { role } else { Role::Muted };
    let at = (plan.chart.layout.width() - 4.0, row.y + size * 0.36);
    words_on(svg, ground, &row.figures, at, Anchor::End, size, role, row.of.own);

    let Some(value) = row.of.known() else {
        return;
    };
    let at = (plan.x.at(value), row.y);
    if plan.chart.colours == Colours::Page {
        svg.hit(at);
    }
    let role = row.of.differs.as_ref().map_or(Role::Series, |(tone, _)| signal_role(*tone));
    // A wide interval must not shout because it knows little.
    let quiet = row.of.uncertain.is_some();
    let on = |value: f64| plan.x.at(value.clamp(plan.low, plan.high));
    if let Some((low, high)) = row.of.ends() {
        bar(svg, row.y, on(low), on(high), role, if quiet { 1.2 } else { 2.2 });
        if low < plan.low {
            arrow(svg, (plan.x.at(plan.low), row.y), -5.0, role);
        }
        if high > plan.high {
            arrow(svg, (plan.x.at(plan.high), row.y), 5.0, role);
        }
    }
    if row.of.differs.is_some() && row.of.uncertain.is_none() {
        diamond(svg, at, role);
    } else {
        dot(svg, at, row.of.uncertain.is_some());
    }
}

fn bar(svg: &mut Svg, y: f64, from: f64, to: f64, role: Role, width: f64) {
    svg.line((from, y), (to, y), role, width);
}

/// The interval goes on beyond the axis.
fn arrow(svg: &mut Svg, (x, y): (f64, f64), reach: f64, role: Role) {
    let path = format!("M{} {}l{} 4.5l{} 4.5z", number(x), number(y - 4.5), number(reach), number(-reach));
    svg.tag("path").attr("d", &path).fill(role).end();
}

fn diamond(svg: &mut Svg, (x, y): (f64, f64), role: Role) {
    let path = format!("M{} {}l6.5 6.5l-6.5 6.5l-6.5 -6.5z", number(x), number(y - 6.5));
    svg.tag("path").attr("d", &path).fill(role).stroke(Role::Paper, 1.2).end();
}

fn dot(svg: &mut Svg, (x, y): (f64, f64), hollow: bool) {
    let tag = svg.tag("circle").num("cx", x).num("cy", y).num("r", 4.6);
    if hollow {
        tag.fill(Role::Paper).stroke(Role::Series, 1.8).end();
    } else {
        tag.fill(Role::Series).stroke(Role::Paper, 1.2).end();
    }
}
