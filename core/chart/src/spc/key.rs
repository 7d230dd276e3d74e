//! The key beneath the plot: only what is in the picture and not said there.

use super::labels::{self, Line};
use super::marks;
use super::model::{SignalShape, SpcChart, SpcPoint, Tone, finite};
use super::plan::{Beyond, Plan};
use super::strip;
use crate::Layout;
use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};
use crate::text::{width, wrap};
use crate::words::{LINE, words};

/// What a piece of the key explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Signal(SignalShape, Tone),
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

/// A sign with its words.
struct Item {
    sign: Sign,
    words: String,
}

/// A sign with its wrapped words in its place: left edge, upper edge, lines.
struct Laid {
    sign: Sign,
    at: (f64, f64),
    lines: Vec<String>,
}

/// The key with its geometry, from 0 down.
pub(super) struct Key {
    laid: Vec<Laid>,
    pub height: f64,
}

/// Room for the sign before the words.
const INDENT: f64 = 26.0;

impl Key {
    pub fn new(plan: &Plan, centres_left: &[String]) -> Self {
        let size = plan.size();
        let room = plan.chart.layout.width() - 2.0;
        let mut laid = Vec::new();
        let (mut x, mut y) = (0.0, 10.0);
        // Short pieces side by side.
        for item in signs(plan, centres_left) {
            let wide = INDENT + width(&item.words, size, false);
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + size * LINE + 2.0);
            }
            let lines = wrap(&item.words, size, false, room - INDENT, 3);
            let n = lines.len().max(1);
            laid.push(Laid { sign: item.sign, at: (x, y), lines });
            x += wide + 18.0;
            if n > 1 {
                (x, y) = (0.0, y + size * LINE * count(n) + 2.0);
            }
        }
        if x > 0.0 {
            y += size * LINE + 2.0;
        }
        // What happened, line by line.
        for (i, item) in told(plan).into_iter().enumerate() {
            if i == 0 && y > 10.0 {
                y += 6.0;
            }
            let lines = wrap(&item.words, size, false, room - INDENT - 4.0, 4);
            let n = lines.len().max(1);
            laid.push(Laid { sign: item.sign, at: (0.0, y), lines });
            y += count(n) * size * LINE + 5.0;
        }
        Self { height: if laid.is_empty() { 0.0 } else { y }, laid }
    }

    /// Writes the key from `top` down.
    pub fn draw(&self, plan: &Plan, svg: &mut Svg, top: f64) {
        let size = plan.size();
        for piece in &self.laid {
            svg.tag("g").attr("class", "chart-key").start();
            let (x, y) = (piece.at.0, piece.at.1 + top);
            draw_sign(plan, svg, piece.sign, (x, y + size * 0.65));
            let indent = if matches!(piece.sign, Sign::Flag(_)) { INDENT + 4.0 } else { INDENT };
            for (i, line) in piece.lines.iter().enumerate() {
                let at = (x + indent, y + size * (1.0 + count(i) * LINE));
                words(svg, line, at, Anchor::Start, size, Role::Muted, false);
            }
            svg.close();
        }
    }
}

/// What the signs mean, those in use.
fn signs(plan: &Plan, centres_left: &[String]) -> Vec<Item> {
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
        let mut tones: Vec<Tone> =
            marked.filter_map(|p| p.signal.as_ref()).filter(|s| s.shape == shape).map(|s| s.tone).collect();
        tones.dedup();
        if let Some(first) = tones.first() {
            // Where the same shape has several colours, the key shows it in none of them.
            let tone = if tones.iter().all(|tone| tone == first) { *first } else { Tone::Neutral };
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
    found.retain(|(_, words)| !words.trim().is_empty());
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
    for (rank, trace) in chart.traces.iter().enumerate() {
        if unnamed(Line::Trace(rank)) {
            found.push((Sign::End(Line::Trace(rank)), trace.label.clone()));
        }
    }
    found
}

/// What happened: phases under their letters, events under their numbers.
fn told(plan: &Plan) -> Vec<Item> {
    let phases = plan.strip.rules.iter().filter_map(|rule| {
        let letter = rule.letter?;
        Some(Item { sign: Sign::Letter(letter), words: rule.label().to_owned() })
    });
    let events =
        plan.strip.flags.iter().map(|flag| Item { sign: Sign::Flag(flag.number), words: flag.label.to_owned() });
    phases.chain(events).collect()
}

fn draw_sign(plan: &Plan, svg: &mut Svg, sign: Sign, (x, y): (f64, f64)) {
    let middle = (x + 11.0, y);
    let across = |svg: &mut Svg, role: Role, width: f64, dashes: &str| {
        let line = svg.tag("line").num("x1", x + 1.0).num("y1", y).num("x2", x + 21.0).num("y2", y);
        let line = line.stroke(role, width);
        if dashes.is_empty() { line.end() } else { line.attr("stroke-dasharray", dashes).end() }
    };
    match sign {
        Sign::Signal(shape, tone) => marks::shape(svg, middle, shape, marks::role(tone), 3.4),
        Sign::Provisional => marks::hollow(svg, middle, 4.2),
        Sign::Excluded => marks::cross(svg, middle, 5.0),
        Sign::Missing => svg.bracket(x + 4.0, x + 18.0, y),
        Sign::Beyond(side) => {
            marks::chevron(svg, (x + 11.0, y + if side == Beyond::Above { 11.0 } else { -11.0 }), side);
        }
        Sign::Raw => svg.tag("circle").num("cx", middle.0).num("cy", y).num("r", 2.4).fill(Role::Line).end(),
        Sign::Inner => across(svg, Role::Line, 0.8, super::draw::INNER_DASHES),
        Sign::End(Line::Centre) => across(svg, Role::Ink, super::draw::CENTRE, ""),
        Sign::End(Line::Target) => across(svg, Role::Target, super::draw::TARGET, super::draw::TARGET_DASHES),
        Sign::Limits | Sign::End(Line::Upper | Line::Lower) => across(svg, Role::Line, 1.0, super::draw::LIMIT_DASHES),
        Sign::End(Line::Trace(rank)) => across(svg, Role::Line, 1.6, super::draw::trace_dashes(rank)),
        Sign::Letter(letter) => {
            let at = (middle.0, y + plan.size() * 0.35);
            words(svg, &letter.to_string(), at, Anchor::Middle, plan.size(), Role::Ink, true);
        }
        Sign::Flag(number) => strip::draw_flag(svg, number, (x + 12.0, y), plan.size()),
    }
}
