//! How points look.

use super::model::{SignalShape, SpcPoint, Tone};
use super::plan::{Beyond, Plan};
use crate::Colours;
use crate::ink::Role;
use crate::svg::{Svg, number};

/// The colour of a signal.
pub(crate) fn role(tone: Tone) -> Role {
    match tone {
        Tone::Neutral => Role::Notice,
        Tone::Better => Role::Better,
        Tone::Worse => Role::Worse,
    }
}

/// The word that names a shape in `data-signal`.
pub(super) const fn name(shape: SignalShape) -> &'static str {
    match shape {
        SignalShape::Outside => "outside",
        SignalShape::Run => "run",
        SignalShape::Trend => "trend",
        SignalShape::Near => "near",
    }
}

/// A point as a group that says all that is known of it; `rank` is its place in time.
pub(super) fn point(plan: &Plan, svg: &mut Svg, rank: usize, point: &SpcPoint) {
    let text = plan.chart.point_text(point);
    let id = format!("{}-p{rank}", crate::svg::clean_id(plan.chart.id));
    let place = plan.place(point);
    let class = if place.is_some() { "chart-point" } else { "chart-point chart-missing" };
    let mut group = svg.tag("g").attr("class", class).attr("id", &id).attr("data-point", &rank.to_string());
    if let Some(signal) = point.signal.as_ref().filter(|_| place.is_some()) {
        group = group.attr("data-signal", name(signal.shape));
    }
    group.start();
    svg.title(&text);
    let Some(at) = place else {
        let (from, to) = plan.reach(point);
        if plan.chart.colours == Colours::Page {
            svg.hit((f64::midpoint(from, to), plan.plot.y1 - 6.0));
        }
        svg.bracket(from + 0.5, (to - 0.5).max(from + 1.0), plan.plot.y1 - 6.0);
        svg.close();
        return;
    };
    if plan.chart.colours == Colours::Page {
        svg.hit(at);
    }
    let beyond = point.known().and_then(|value| plan.y.beyond(value));
    if let Some(beyond) = beyond {
        chevron(svg, at, beyond);
    }
    if point.excluded.is_some() {
        cross(svg, at, plan.dot + 1.6);
    } else if point.provisional {
        hollow(svg, at, plan.dot + 0.8);
    } else if let Some(signal) = &point.signal {
        shape(svg, at, signal.shape, role(signal.tone), plan.dot);
    } else {
        // Filled by the group around all points.
        svg.tag("circle").num("cx", at.0).num("cy", at.1).num("r", plan.dot).end();
    }
    svg.close();
}

/// The mark of a signal around points of radius `dot`.
pub(crate) fn shape(svg: &mut Svg, (x, y): (f64, f64), shape: SignalShape, role: Role, dot: f64) {
    let dot = dot.max(1.8);
    match shape {
        SignalShape::Outside => {
            let (r, ring) = (dot * 1.25 + 2.4, dot * 1.25 + 6.0);
            svg.tag("path").attr("d", &diamond(x, y, ring)).attr("fill", "none").stroke(role, 1.4).end();
            svg.tag("path").attr("d", &diamond(x, y, r)).fill(role).stroke(Role::Paper, 0.8).end();
        }
        SignalShape::Run => {
            let r = dot + 1.4;
            svg.tag("rect")
                .num("x", x - r)
                .num("y", y - r)
                .num("width", r * 2.0)
                .num("height", r * 2.0)
                .fill(role)
                .stroke(Role::Paper, 0.8)
                .end();
        }
        SignalShape::Trend => {
            let r = dot + 2.8;
            let path =
                format!("M{} {}l{} {}h{}z", number(x), number(y - r), number(r), number(r * 1.7), number(-2.0 * r));
            svg.tag("path").attr("d", &path).fill(role).stroke(Role::Paper, 0.8).end();
        }
        SignalShape::Near => {
            svg.tag("circle")
                .num("cx", x)
                .num("cy", y)
                .num("r", dot + 3.0)
                .attr("fill", "none")
                .stroke(role, 1.4)
                .end();
            svg.tag("circle").num("cx", x).num("cy", y).num("r", dot).fill(role).attr("stroke", "none").end();
        }
    }
}

fn diamond(x: f64, y: f64, r: f64) -> String {
    format!(
        "M{} {}L{} {}L{} {}L{} {}z",
        number(x),
        number(y - r),
        number(x + r),
        number(y),
        number(x),
        number(y + r),
        number(x - r),
        number(y)
    )
}

/// A value that is kept out of the reckoning.
pub(super) fn cross(svg: &mut Svg, (x, y): (f64, f64), r: f64) {
    let path = format!(
        "M{} {}L{} {}M{} {}L{} {}",
        number(x - r),
        number(y - r),
        number(x + r),
        number(y + r),
        number(x - r),
        number(y + r),
        number(x + r),
        number(y - r)
    );
    svg.tag("path").attr("d", &path).attr("fill", "none").stroke(Role::Muted, 1.8).end();
}

/// A value that may still change.
pub(super) fn hollow(svg: &mut Svg, (x, y): (f64, f64), r: f64) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", r).fill(Role::Paper).stroke(Role::Series, 1.6).end();
}

/// An arrow head that says the point lies further out.
pub(super) fn chevron(svg: &mut Svg, (x, y): (f64, f64), beyond: Beyond) {
    let (tip, foot) = if beyond == Beyond::Above { (-18.0, 6.0) } else { (18.0, -6.0) };
    let path = format!("M{} {}l6 {}h-12z", number(x), number(y + tip), number(foot));
    svg.tag("path").attr("class", "chart-beyond").attr("d", &path).fill(Role::Ink).attr("stroke", "none").end();
}
