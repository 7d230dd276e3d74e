//! The key beneath the plot: only what is in the picture and not said there.

use super::labels::{self, Line};
use super::marks;
use super::model::{SignalShape, SpcChart, SpcPoint, Tone, finite};
use super::plan::{Beyond, Plan};
use super::strip;
use crate::Layout;
use crate::ink::Role;
use crate::key::{Item, Key};
use crate::place::Anchor;
use crate::svg::Svg;
use crate::words::words;

/// What a piece of the key explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Signal(SignalShape, Option<Tone>),
    Provisional,
    Excluded,
    Missing,
    Beyond(Beyond),
    Raw,
    Inner,
    Limits,
    End(Line),
    Letter(char),
    Flag(usize),
}

/// The key of a chart; `centres_left` are the centres that had no room in the plot.
pub(super) fn key(plan: &Plan, centres_left: &[String]) -> Key<Sign> {
    Key::new(plan.chart.layout, signs(plan, centres_left), told(plan))
}

/// What the signs mean, those in use.
fn signs(plan: &Plan, centres_left: &[String]) -> Vec<Item<Sign>> {
    let (chart, texts) = (plan.chart, &plan.chart.texts);
    let shown: Vec<&SpcPoint> = plan.points.iter().copied().filter(|point| point.known().is_some()).collect();
    let mut found: Vec<(Sign, String)> = Vec::new();
    for (shape, words) in [
        (SignalShape::Outside, texts.outside),
        (SignalShape::Run, texts.run),
        (SignalShape::Trend, texts.trend),
        (SignalShape::Near, texts.near),
    ] {
        let marked = shown.iter().filter(|point| point.excluded.is_none() && !point.provisional);
        let beside = chart.traces.iter().flat_map(|trace| &trace.signals).map(|(_, signal)| signal);
        let signals = marked.filter_map(|point| point.signal.as_ref()).chain(beside);
        let mut tones: Vec<Tone> = signals.filter(|signal| signal.shape == shape).map(|signal| signal.tone).collect();
        tones.dedup();
        if let Some(first) = tones.first() {
            // Where the same shape has several colours, the key shows it in none of them.
            let tone = tones.iter().all(|tone| tone == first).then_some(*first);
            found.push((Sign::Signal(shape, tone), words.to_owned()));
        }
    }
    let mut add = |used: bool, sign: Sign, words: &str| {
        if used {
            found.push((sign, words.to_owned()));
        }
    };
    add(shown.iter().any(|point| point.excluded.is_some()), Sign::Excluded, texts.excluded);
    add(shown.iter().any(|point| point.provisional && point.excluded.is_none()), Sign::Provisional, texts.provisional);
    for side in [Beyond::Above, Beyond::Below] {
        let beyond = shown.iter().filter_map(|point| point.known()).any(|value| plan.y.beyond(value) == Some(side));
        add(beyond, Sign::Beyond(side), texts.beyond);
    }
    add(!shown.is_empty() && shown.len() < plan.points.len(), Sign::Missing, texts.missing);
    add(plan.points.iter().any(|point| finite(point.raw).is_some()), Sign::Raw, texts.raw);
    add(plan.points.iter().any(|point| point.inner.is_some()), Sign::Inner, texts.inner);
    found.extend(lines(chart, plan, centres_left));
    found.into_iter().map(|(sign, words)| Item { sign, words }).collect()
}

/// The names of lines that are not written at their ends.
fn lines(chart: &SpcChart, plan: &Plan, centres_left: &[String]) -> Vec<(Sign, String)> {
    let wide = chart.layout == Layout::Wide;
    let mut found = Vec::new();
    let wanted = labels::ends(chart, &plan.points);
    let has = |line: Line| wanted.iter().any(|label| label.line == line);
    let unnamed = |line: Line| has(line) && (!wide || !plan.ends.iter().any(|label| label.line == line));
    if !centres_left.is_empty() {
        let words = format!("{} {}", chart.texts.centre, centres_left.join(" → "));
        found.push((Sign::End(Line::Centre), words));
    } else if unnamed(Line::Centre) {
        found.push((Sign::End(Line::Centre), chart.texts.centre.to_owned()));
    }
    if unnamed(Line::Target) {
        found.push((Sign::End(Line::Target), chart.target.map_or(String::new(), |target| target.label.clone())));
    }
    match (unnamed(Line::Upper), unnamed(Line::Lower)) {
        (true, true) => found.push((Sign::Limits, chart.texts.limits.to_owned())),
        (true, false) => found.push((Sign::Limits, chart.texts.upper.to_owned())),
        (false, true) => found.push((Sign::Limits, chart.texts.lower.to_owned())),
        (false, false) => {}
    }
    if unnamed(Line::Series) {
        found.push((Sign::End(Line::Series), chart.texts.series.to_owned()));
    }
    for (rank, trace) in chart.traces.iter().enumerate() {
        if unnamed(Line::Trace(rank)) {
            found.push((Sign::End(Line::Trace(rank)), trace.label.clone()));
        }
    }
    found
}

/// What happened: phases under their letters, events under their numbers.
fn told(plan: &Plan) -> Vec<Item<Sign>> {
    let phases = plan.strip.rules.iter().filter_map(|rule| {
        let letter = rule.letter?;
        Some(Item { sign: Sign::Letter(letter), words: rule.label().to_owned() })
    });
    let events =
        plan.strip.flags.iter().map(|flag| Item { sign: Sign::Flag(flag.number), words: flag.label.to_owned() });
    phases.chain(events).collect()
}

/// Draws a sign from its left edge around a height.
pub(super) fn draw_sign(svg: &mut Svg, sign: Sign, size: f64, (x, y): (f64, f64)) {
    let middle = (x + 11.0, y);
    let across = |svg: &mut Svg, role: Role, width: f64, dashes: &str| {
        let line = svg.tag("line").num("x1", x + 1.0).num("y1", y).num("x2", x + 21.0).num("y2", y);
        let line = line.stroke(role, width);
        if dashes.is_empty() { line.end() } else { line.attr("stroke-dasharray", dashes).end() }
    };
    match sign {
        Sign::Signal(shape, tone) => marks::shape(svg, middle, shape, tone.map_or(Role::Muted, marks::role), 3.4),
        Sign::Provisional => marks::hollow(svg, middle, 4.2),
        Sign::Excluded => marks::cross(svg, middle, 5.0),
        Sign::Missing => svg.bracket(x + 4.0, x + 18.0, y),
        Sign::Beyond(rim) => {
            marks::chevron(svg, (x + 11.0, y + if rim == Beyond::Above { 11.0 } else { -11.0 }), rim);
        }
        Sign::Raw => svg.tag("circle").num("cx", middle.0).num("cy", y).num("r", 2.4).fill(Role::Line).end(),
        Sign::Inner => across(svg, Role::Line, 0.8, super::draw::INNER_DASHES),
        Sign::End(Line::Centre) => across(svg, Role::Ink, super::draw::CENTRE, ""),
        Sign::End(Line::Target) => across(svg, Role::Target, super::draw::TARGET, super::draw::TARGET_DASHES),
        Sign::Limits | Sign::End(Line::Upper | Line::Lower) => across(svg, Role::Line, 1.0, super::draw::LIMIT_DASHES),
        Sign::End(Line::Series) => across(svg, Role::Series, super::draw::SERIES, ""),
        Sign::End(Line::Trace(rank)) => across(svg, Role::Line, 1.6, super::draw::trace_dashes(rank)),
        Sign::Letter(letter) => {
            let at = (middle.0, y + size * 0.35);
            words(svg, &letter.to_string(), at, Anchor::Middle, size, Role::Ink, true);
        }
        Sign::Flag(number) => strip::draw_flag(svg, number, (x + 12.0, y), size),
    }
}
