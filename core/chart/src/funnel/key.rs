//! What the signs of the funnel mean, those in use.

use super::model::FunnelUnit;
use super::plan::Plan;
use crate::Layout;
use crate::ink::Role;
use crate::key::{Item, Key};
use crate::spc::{SignalShape, Tone, signal_mark, signal_role};
use crate::svg::Svg;

/// What a piece of the key explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Marked(bool, Option<Tone>),
    Own,
    TooSmall,
    Centre,
}

pub(super) fn key(plan: &Plan) -> Key<Sign> {
    let texts = &plan.chart.texts;
    let units: Vec<&FunnelUnit> = plan.units.iter().map(|(unit, _)| *unit).collect();
    let mut items = Vec::new();
    for (outer, words) in [(true, texts.outer), (false, texts.inner)] {
        let marks = units.iter().filter_map(|unit| unit.outside()).filter(|mark| mark.outer == outer);
        let tones: Vec<Tone> = marks.map(|mark| mark.tone).collect();
        if let Some(first) = tones.first() {
            // Where the same shape has several colours, the key shows it in none of them.
            let tone = tones.iter().all(|tone| tone == first).then_some(*first);
            items.push(Item::new(Sign::Marked(outer, tone), words));
        }
    }
    if units.iter().any(|unit| unit.own) {
        items.push(Item::new(Sign::Own, texts.own));
    }
    if units.iter().any(|unit| unit.too_small) {
        items.push(Item::new(Sign::TooSmall, texts.too_small));
    }
    if let Some((label, _)) = plan.chart.centre.filter(|_| plan.chart.layout == Layout::Narrow) {
        items.push(Item::new(Sign::Centre, label));
    }
    Key::new(plan.chart.layout, items, Vec::new())
}

pub(super) fn draw_sign(svg: &mut Svg, sign: Sign, (x, y): (f64, f64)) {
    let middle = (x + 11.0, y);
    match sign {
        Sign::Marked(outer, tone) => mark(svg, middle, outer, tone.map_or(Role::Muted, signal_role), 3.4),
        Sign::Own => {
            dot(svg, middle, 3.4);
            ring(svg, middle);
        }
        Sign::TooSmall => hollow(svg, middle, 3.4),
        Sign::Centre => svg.line((x + 1.0, y), (x + 21.0, y), Role::Ink, 1.4),
    }
}

/// A unit outside the limits.
pub(super) fn mark(svg: &mut Svg, (x, y): (f64, f64), outer: bool, role: Role, radius: f64) {
    if outer {
        signal_mark(svg, (x, y), SignalShape::Outside, role, radius);
        return;
    }
    let r = radius + 2.4;
    let path = format!("M{x:.1} {:.1}l{r:.1} {r:.1}l-{r:.1} {r:.1}l-{r:.1} -{r:.1}z", y - r);
    svg.tag("path").attr("d", &path).fill(role).stroke(Role::Paper, 0.8).end();
}

/// A unit within them.
pub(super) fn dot(svg: &mut Svg, (x, y): (f64, f64), r: f64) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", r).fill(Role::Series).stroke(Role::Paper, 0.8).end();
}

/// A unit that is too small to be judged.
pub(super) fn hollow(svg: &mut Svg, (x, y): (f64, f64), r: f64) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", r).fill(Role::Paper).stroke(Role::Line, 1.4).end();
}

/// The ring around the reader's own unit.
pub(super) fn ring(svg: &mut Svg, (x, y): (f64, f64)) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", 10.5).attr("fill", "none").stroke(Role::Ink, 1.8).end();
}
