//! What stands in a box, and how tall that makes it.

use super::model::{Node, Status, StatusKind};
use crate::ink::Role;
use crate::place::Rect;
use crate::svg::{Svg, count};
use crate::text::wrap;

/// Space between the frame and the words.
const PAD: f64 = 10.0;
/// Room for the status shape.
const SHAPE: f64 = 22.0;
/// Height of a line in relation to the size of its words.
const LINE: f64 = 1.32;

/// The wrapped words of a box.
pub(super) struct Content<'a> {
    node: &'a Node,
    label: Vec<String>,
    details: Vec<String>,
    status: Vec<String>,
    size: f64,
    bold: bool,
    /// Whether it stands in the first column.
    first: bool,
}

/// Which column a box stands in, as far as its look depends on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rank {
    pub first: bool,
    pub last: bool,
}

impl<'a> Content<'a> {
    /// Wraps the words of a box of this width.
    pub fn new(node: &'a Node, also: Option<&str>, rank: Rank, width: f64, size: f64) -> Self {
        let room = width - 2.0 * PAD;
        let bold = rank.first || !rank.last;
        let quiet = |words: &str| wrap(words, size, false, room, 4);
        let status = node.status.as_ref().map_or("", |status| &status.word);
        Self {
            node,
            label: wrap(&node.label, size, bold, room, 8),
            details: node.details.iter().map(String::as_str).chain(also).flat_map(quiet).collect(),
            status: wrap(status, size, false, room - SHAPE, 3),
            size,
            bold,
            first: rank.first,
        }
    }

    /// Height of the box.
    pub fn height(&self) -> f64 {
        let status = if self.node.status.is_some() { self.status.len().max(1) } else { 0 };
        let apart = if status > 0 { 4.0 } else { 0.0 };
        count(self.label.len() + self.details.len() + status) * self.size * LINE + apart + 2.0 * PAD - 2.0
    }

    /// Draws the frame and the words; the caller has opened the list entry.
    pub fn draw(&self, svg: &mut Svg, rect: &Rect, words: &str) {
        let class = self.class();
        if let Some(href) = self.node.link() {
            svg.tag("a").attr("href", href).attr("class", &class).attr("aria-label", words).start();
        } else {
            svg.tag("g").attr("class", &class).attr("role", "img").attr("aria-label", words).start();
        }
        svg.title(words);
        let (ground, frame) = if self.first { (Role::Strong, Role::Series) } else { (Role::Panel, Role::Line) };
        svg.tag("rect")
            .num("x", rect.x0)
            .num("y", rect.y0)
            .num("width", rect.x1 - rect.x0)
            .num("height", rect.y1 - rect.y0)
            .num("rx", 6.0)
            .fill(ground)
            .stroke(frame, 1.0)
            .end();
        let step = self.size * LINE;
        let x = rect.x0 + PAD;
        let mut y = rect.y0 + PAD + self.size * 0.92;
        let named = if self.node.link().is_some() { Role::Series } else { Role::Ink };
        for line in &self.label {
            self.line(svg, line, (x, y), named, self.bold);
            y += step;
        }
        for line in &self.details {
            self.line(svg, line, (x, y), Role::Muted, false);
            y += step;
        }
        if let Some(status) = &self.node.status {
            y += 4.0;
            shape(svg, status.kind, (x + 7.5, y - self.size * 0.36));
            for line in &self.status {
                self.line(svg, line, (x + SHAPE, y), colour(status.kind), false);
                y += step;
            }
        }
        svg.close();
    }

    fn line(&self, svg: &mut Svg, line: &str, (x, y): (f64, f64), role: Role, bold: bool) {
        let tag = svg.tag("text").num("x", x).num("y", y).num("font-size", self.size).fill(role);
        let tag = if bold { tag.attr("font-weight", "600") } else { tag };
        tag.words(line);
    }

    fn class(&self) -> String {
        let status = match &self.node.status {
            Some(Status { kind, .. }) => match kind {
                StatusKind::Good => " chart-good",
                StatusKind::Watch => " chart-watch",
                StatusKind::Bad => " chart-bad",
                StatusKind::Done => " chart-done",
                StatusKind::Running => " chart-running",
                StatusKind::Waiting => " chart-waiting",
                StatusKind::Unknown => " chart-unknown",
            },
            None => "",
        };
        format!("chart-box{status}")
    }
}

const fn colour(kind: StatusKind) -> Role {
    match kind {
        StatusKind::Good | StatusKind::Done => Role::Good,
        StatusKind::Watch => Role::Watch,
        StatusKind::Bad => Role::Bad,
        StatusKind::Running | StatusKind::Waiting | StatusKind::Unknown => Role::Muted,
    }
}

/// The shape that says the status without colour.
fn shape(svg: &mut Svg, kind: StatusKind, (x, y): (f64, f64)) {
    let role = colour(kind);
    let inner = |svg: &mut Svg, path: String| {
        svg.tag("path")
            .attr("d", &path)
            .attr("fill", "none")
            .stroke(Role::Paper, 1.8)
            .attr("stroke-linecap", "round")
            .attr("stroke-linejoin", "round")
            .end();
    };
    let tick = format!("M{:.1} {:.1}l2.3 2.4l4.4 -4.8", x - 3.4, y + 0.2);
    match kind {
        StatusKind::Good => {
            svg.tag("circle").num("cx", x).num("cy", y).num("r", 7.5).fill(role).end();
            inner(svg, tick);
        }
        StatusKind::Done => {
            svg.tag("rect")
                .num("x", x - 7.0)
                .num("y", y - 7.0)
                .num("width", 14.0)
                .num("height", 14.0)
                .num("rx", 2.0)
                .fill(role)
                .end();
            inner(svg, tick);
        }
        StatusKind::Watch => {
            svg.tag("path")
                .attr("d", &format!("M{x:.1} {:.1}l8 14h-16z", y - 7.5))
                .fill(role)
                .stroke(role, 1.0)
                .attr("stroke-linejoin", "round")
                .end();
            inner(svg, format!("M{x:.1} {:.1}v4M{x:.1} {:.1}v0.1", y - 2.2, y + 4.2));
        }
        StatusKind::Bad => {
            svg.tag("path").attr("d", &format!("M{x:.1} {:.1}l8 8l-8 8l-8 -8z", y - 8.0)).fill(role).end();
            inner(svg, format!("M{:.1} {:.1}l5 5m0 -5l-5 5", x - 2.5, y - 2.5));
        }
        StatusKind::Running => {
            svg.tag("circle").num("cx", x).num("cy", y).num("r", 6.5).attr("fill", "none").stroke(role, 1.8).end();
            svg.tag("circle").num("cx", x).num("cy", y).num("r", 3.0).fill(role).end();
        }
        StatusKind::Waiting => {
            svg.tag("circle").num("cx", x).num("cy", y).num("r", 6.5).attr("fill", "none").stroke(role, 1.8).end();
        }
        StatusKind::Unknown => {
            svg.tag("circle")
                .num("cx", x)
                .num("cy", y)
                .num("r", 6.5)
                .attr("fill", "none")
                .stroke(role, 1.8)
                .attr("stroke-dasharray", "3 2.1")
                .end();
        }
    }
}
