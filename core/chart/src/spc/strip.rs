//! What stands above the plot: names of phases and numbered flags of events.

use super::model::{SpcChart, SpcPoint};
use crate::Layout;
use crate::axis::{Scale, drawable};
use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};
use crate::text::{width, wrap};
use crate::words::words;

/// The rule at which a phase begins.
pub(super) struct Rule<'a> {
    pub start: f64,
    pub x: f64,
    label: &'a str,
    /// The name above the plot, or nothing when it stands beneath under its letter.
    lines: Vec<String>,
    /// The letter of a phase whose name has no room above the plot.
    pub letter: Option<char>,
    /// The row of its first line; rules that stand close have their letters one below the other.
    row: usize,
}

/// The flag of an event.
pub(super) struct Flag<'a> {
    pub number: usize,
    pub label: &'a str,
    /// Its place, if the event lies within the chart.
    pub x: Option<f64>,
    /// Where the thing it points at lies in time.
    pub stem: f64,
    row: usize,
}

/// The strip with its geometry.
pub(super) struct Strip<'a> {
    pub rules: Vec<Rule<'a>>,
    pub flags: Vec<Flag<'a>>,
    top: f64,
    flags_top: f64,
    /// Where the strip ends and the plot begins.
    pub foot: f64,
    size: f64,
}

/// Height of a line in the strip in relation to the size of words.
const ROW: f64 = 1.25;

impl<'a> Strip<'a> {
    /// `plot` is the left and right edge of the plot, `top` where the strip begins.
    pub fn new(chart: &'a SpcChart<'a>, points: &[&SpcPoint], x: &Scale, plot: (f64, f64), top: f64) -> Self {
        let size = chart.layout.size();
        let rules = rules(chart, points, x);
        let flags = flags(chart, points, x, plot, size);
        let names = count(rules.iter().map(|rule| rule.row + rule.n_lines()).max().unwrap_or(0)) * size * ROW;
        let flags_top = top + if names > 0.0 { names + 4.0 } else { 0.0 };
        let n_rows = flags.iter().filter(|flag| flag.x.is_some()).map(|flag| flag.row + 1).max().unwrap_or(0);
        let rows = count(n_rows) * (radius(size) * 2.0 + 3.0);
        // Room for half a number of the axis or a label of the uppermost point.
        let foot = flags_top + rows + size * 0.75;
        Self { rules, flags, top, flags_top, foot, size }
    }

    /// The rules, with names or letters above.
    pub fn draw_rules(&self, svg: &mut Svg, foot: f64) {
        for rule in &self.rules {
            svg.tag("g").attr("class", "chart-phase").start();
            svg.title(rule.label);
            svg.tag("line")
                .num("x1", rule.x)
                .num("y1", self.top + 3.0)
                .num("x2", rule.x)
                .num("y2", foot)
                .stroke(Role::Line, 1.0)
                .attr("stroke-dasharray", "1 3")
                .attr("stroke-linecap", "round")
                .end();
            let letter = rule.letter.map(String::from);
            for (i, line) in rule.lines.iter().chain(&letter).enumerate() {
                let at = (rule.x + 6.0, self.top + self.size * (0.95 + count(rule.row + i) * ROW));
                words(svg, line, at, Anchor::Start, self.size, Role::Ink, rule.letter.is_some());
            }
            svg.close();
        }
    }

    /// The stems, to be drawn beneath the points; `reach` says where each ends.
    pub fn draw_stems(&self, svg: &mut Svg, reach: impl Fn(&Flag) -> f64) {
        for flag in &self.flags {
            if let Some(x) = flag.x {
                let from = self.middle(flag) + radius(self.size);
                let to = reach(flag);
                if to > from {
                    svg.line((x, from), (flag.stem, to), Role::Line, 1.0);
                }
            }
        }
    }

    /// The flags themselves.
    pub fn draw_flags(&self, svg: &mut Svg) {
        for flag in &self.flags {
            if let Some(x) = flag.x {
                svg.tag("g").attr("class", "chart-event").start();
                svg.title(flag.label);
                draw_flag(svg, flag.number, (x, self.middle(flag)), self.size);
                svg.close();
            }
        }
    }

    fn middle(&self, flag: &Flag) -> f64 {
        let r = radius(self.size);
        self.flags_top + r + count(flag.row) * (r * 2.0 + 3.0)
    }
}

/// Radius of a flag around words of this size.
pub(super) fn radius(size: f64) -> f64 {
    size * 0.75
}

/// A numbered flag around a middle.
pub(super) fn draw_flag(svg: &mut Svg, number: usize, (x, y): (f64, f64), size: f64) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", radius(size)).fill(Role::Paper).stroke(Role::Ink, 1.2).end();
    svg.tag("text")
        .num("x", x)
        .num("y", y + size * 0.36)
        .attr("text-anchor", "middle")
        .num("font-size", size)
        .attr("font-weight", "600")
        .fill(Role::Ink)
        .words(&number.to_string());
}

/// The phases that begin after the first point, in time order.
fn rules<'a>(chart: &'a SpcChart<'a>, points: &[&SpcPoint], x: &Scale) -> Vec<Rule<'a>> {
    let mut found: Vec<(f64, f64, &str)> = Vec::new();
    for phase in chart.phases.iter().filter(|phase| drawable(phase.start)) {
        let n_before = points.iter().take_while(|point| point.time < phase.start).count();
        let before = n_before.checked_sub(1).and_then(|i| points.get(i));
        if let (Some(before), Some(first)) = (before, points.get(n_before)) {
            let at = f64::midpoint(x.at(before.time), x.at(first.time));
            found.push((phase.start, at, &phase.label));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.dedup_by(|later, earlier| later.1 <= earlier.1);
    let size = chart.layout.size();
    let ends: Vec<f64> = found.iter().skip(1).map(|(_, at, _)| *at).chain([chart.layout.width()]).collect();
    let mut letters = 'A'..='Z';
    let most = if chart.layout == Layout::Wide { 2 } else { 1 };
    let mut rows: Vec<f64> = Vec::new();
    let mut made = Vec::new();
    for ((start, at, label), end) in found.into_iter().zip(ends) {
        let room = end - at - 14.0;
        let lines = wrap(label, size, false, room.max(1.0), 9);
        let fits = lines.iter().all(|line| width(line, size, false) <= room && !line.ends_with('-'));
        let mut rule = Rule { start, x: at, label, lines, letter: None, row: 0 };
        if !label.trim().is_empty() && (rule.lines.len() > most || !fits) {
            rule = Rule { lines: Vec::new(), letter: letters.next(), ..rule };
        }
        let n = rule.n_lines();
        let wide = rule.lines.iter().map(|line| width(line, size, false)).fold(size, f64::max);
        while rows.iter().skip(rule.row).take(n).any(|end| *end > at) {
            rule.row += 1;
        }
        rows.resize(rows.len().max(rule.row + n), f64::NEG_INFINITY);
        rows.iter_mut().skip(rule.row).take(n).for_each(|end| *end = at + 6.0 + wide);
        made.push(rule);
    }
    made
}

/// The events in time order, numbered; near ones one above the other.
fn flags<'a>(chart: &'a SpcChart<'a>, points: &[&SpcPoint], x: &Scale, plot: (f64, f64), size: f64) -> Vec<Flag<'a>> {
    let mut events: Vec<_> = chart.events.iter().collect();
    events.sort_by(|a, b| a.time.total_cmp(&b.time));
    let r = radius(size);
    let mut rows: Vec<f64> = Vec::new();
    let mut found = Vec::new();
    for (i, event) in events.into_iter().enumerate() {
        let stem = x.at(event.time);
        let seen = drawable(event.time) && !points.is_empty() && plot.0 <= stem && stem <= plot.1;
        let at = stem.clamp(plot.0.min(plot.1), plot.1.max(plot.0));
        let mut row = 0;
        if seen {
            row = rows.iter().position(|end| end + 3.0 <= at - r).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(end) => *end = at + r,
                None => rows.push(at + r),
            }
        }
        found.push(Flag { number: i + 1, label: &event.words, x: seen.then_some(at), stem: at, row });
    }
    found
}

impl Rule<'_> {
    /// How many lines it has above the plot.
    fn n_lines(&self) -> usize {
        self.lines.len() + usize::from(self.letter.is_some())
    }

    /// The full name, for the key.
    pub fn label(&self) -> &str {
        self.label
    }
}
