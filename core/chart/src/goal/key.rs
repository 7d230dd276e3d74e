//! Marks, and the key that explains those that need it.

use super::labels::{Kind, Label};
use super::model::Point;
use super::plan::Plan;
use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};
use crate::text::wrap;
use crate::words::{LINE, words};

/// How a point looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sample {
    provisional: bool,
    approximate: bool,
}

impl Sample {
    pub fn of(point: &Point) -> Self {
        Self { provisional: point.provisional, approximate: point.approximate }
    }
}

/// What a line of the key explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Point(Sample),
    Whisker,
    Gap,
    Withheld,
    Label(Kind),
}

/// A line of the key: a sign and its wrapped words.
pub(super) struct Row {
    sign: Sign,
    lines: Vec<String>,
}

/// Left edge of the words in the key.
const INDENT: f64 = 34.0;

/// The lines the key needs: only what is in the picture and not said there.
pub(super) fn rows(plan: &Plan, left: &[Label], unnamed_gaps: bool) -> Vec<Row> {
    let texts = &plan.chart.texts;
    let shown: Vec<&&Point> = plan.points.iter().filter(|point| point.known().is_some()).collect();
    let provisional = Sign::Point(Sample { provisional: true, approximate: false });
    let approximate = Sign::Point(Sample { provisional: false, approximate: true });
    let candidates = [
        (shown.iter().any(|point| point.provisional), provisional, texts.provisional),
        (shown.iter().any(|point| point.approximate), approximate, texts.approximate),
        (shown.iter().any(|point| point.ends().is_some()), Sign::Whisker, texts.interval),
        (unnamed_gaps, Sign::Gap, texts.missing),
        (plan.points.iter().any(|point| point.is_withheld()), Sign::Withheld, texts.withheld),
    ];
    let room = plan.chart.layout.width() - INDENT - 4.0;
    let row = |sign, words: &str| Row { sign, lines: wrap(words, plan.size(), false, room, 3) };
    let mut found: Vec<Row> = candidates
        .into_iter()
        .filter(|(used, _, words)| *used && !words.trim().is_empty())
        .map(|(_, sign, words)| row(sign, words))
        .collect();
    found.extend(left.iter().map(|label| row(Sign::Label(label.kind), &label.line())));
    found
}

/// Height of the key.
pub(super) fn height(plan: &Plan, rows: &[Row]) -> f64 {
    if rows.is_empty() {
        return 0.0;
    }
    let lines: usize = rows.iter().map(|row| row.lines.len()).sum();
    10.0 + count(lines) * plan.size() * LINE + count(rows.len()) * 4.0
}

/// Writes the key from `top` down.
pub(super) fn draw(plan: &Plan, svg: &mut Svg, rows: &[Row], top: f64) {
    let size = plan.size();
    let mut y = top + 10.0;
    for row in rows {
        svg.tag("g").attr("class", "chart-key").start();
        sign(svg, row.sign, y + size * LINE / 2.0);
        for line in &row.lines {
            words(svg, line, (INDENT, y + size), Anchor::Start, size, Role::Muted, false);
            y += size * LINE;
        }
        y += 4.0;
        svg.close();
    }
}

fn sign(svg: &mut Svg, sign: Sign, y: f64) {
    let middle = 14.0;
    match sign {
        Sign::Point(sample) => point(svg, (middle, y), sample),
        Sign::Whisker => whisker(svg, middle, y + 8.0, y - 8.0),
        Sign::Gap => svg.bracket(3.0, 25.0, y),
        Sign::Withheld => withheld_mark(svg, (middle, y)),
        Sign::Label(Kind::Last) => point(svg, (middle, y), Sample::default()),
        Sign::Label(Kind::Baseline) => {
            point(svg, (middle, y), Sample::default());
            baseline_mark(svg, (middle, y));
        }
        Sign::Label(Kind::Target(rank)) => {
            svg.tag("path")
                .attr("d", &format!("M0 {y:.1}H20"))
                .attr("fill", "none")
                .stroke(Role::Target, 2.0)
                .attr("stroke-dasharray", dashes(rank))
                .end();
            target_mark(svg, (22.0, y), rank);
        }
    }
}

/// A measured value: filled, hollow when provisional, square when approximate.
pub(super) fn point(svg: &mut Svg, (x, y): (f64, f64), sample: Sample) {
    let (fill, stroke) = if sample.provisional { (Role::Paper, Role::Series) } else { (Role::Series, Role::Paper) };
    let width = if sample.provisional { 2.5 } else { 1.5 };
    let tag = if sample.approximate {
        svg.tag("rect").num("x", x - 4.5).num("y", y - 4.5).num("width", 9.0).num("height", 9.0)
    } else {
        svg.tag("circle").num("cx", x).num("cy", y).num("r", 5.0)
    };
    tag.fill(fill).stroke(stroke, width).end();
}

/// A value that is kept back: a box that is shut.
pub(super) fn withheld_mark(svg: &mut Svg, (x, y): (f64, f64)) {
    svg.tag("path")
        .attr("d", &format!("M{0:.1} {2:.1}H{1:.1}V{3:.1}H{0:.1}ZL{1:.1} {3:.1}", x - 5.0, x + 5.0, y - 5.0, y + 5.0))
        .attr("fill", "none")
        .stroke(Role::Muted, 1.5)
        .end();
}

/// The interval around a point.
pub(super) fn whisker(svg: &mut Svg, x: f64, low: f64, high: f64) {
    svg.tag("path")
        .attr("class", "chart-interval")
        .attr(
            "d",
            &format!("M{0:.1} {2:.1}H{1:.1}M{0:.1} {3:.1}H{1:.1}M{4:.1} {2:.1}V{3:.1}", x - 4.0, x + 4.0, low, high, x),
        )
        .attr("fill", "none")
        .stroke(Role::Series, 1.2)
        .end();
}

/// The end of a target path: a bull's eye for the first reading, other outlines for the next.
pub(super) fn target_mark(svg: &mut Svg, (x, y): (f64, f64), rank: usize) {
    match rank % 3 {
        0 => {
            svg.tag("circle").num("cx", x).num("cy", y).num("r", 6.0).fill(Role::Paper).stroke(Role::Target, 2.0).end();
        }
        1 => svg
            .tag("rect")
            .num("x", x - 5.0)
            .num("y", y - 5.0)
            .num("width", 10.0)
            .num("height", 10.0)
            .fill(Role::Paper)
            .stroke(Role::Target, 2.0)
            .end(),
        _ => svg
            .tag("path")
            .attr("d", &format!("M{x:.1} {:.1}l7 12h-14z", y - 7.0))
            .fill(Role::Paper)
            .stroke(Role::Target, 2.0)
            .end(),
    }
    svg.tag("circle")
        .num("cx", x)
        .num("cy", y + if rank % 3 == 2 { 1.5 } else { 0.0 })
        .num("r", 2.0)
        .fill(Role::Target)
        .end();
}

/// The ring around the value a target is measured from.
pub(super) fn baseline_mark(svg: &mut Svg, (x, y): (f64, f64)) {
    svg.tag("circle").num("cx", x).num("cy", y).num("r", 9.5).attr("fill", "none").stroke(Role::Ink, 1.5).end();
}

/// The dashes of each reading.
pub(super) const fn dashes(rank: usize) -> &'static str {
    match rank % 3 {
        0 => "7 5",
        1 => "2 4",
        _ => "10 4 2 4",
    }
}
