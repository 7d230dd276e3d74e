//! Words as they are written into a picture.

use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};

/// Height of a line of words in relation to their size.
pub(crate) const LINE: f64 = 1.35;

/// One line of words with a halo of the ground, so that a line behind does not disturb them.
pub(crate) fn words(svg: &mut Svg, line: &str, at: (f64, f64), anchor: Anchor, size: f64, role: Role, bold: bool) {
    words_on(svg, Role::Paper, line, at, anchor, size, role, bold);
}

/// The same on another ground than paper.
#[expect(clippy::too_many_arguments, reason = "a line of words has this many properties, and each call names them all")]
pub(crate) fn words_on(
    svg: &mut Svg,
    ground: Role,
    line: &str,
    at: (f64, f64),
    anchor: Anchor,
    size: f64,
    role: Role,
    bold: bool,
) {
    let tag = svg
        .tag("text")
        .num("x", at.0)
        .num("y", at.1)
        .attr("text-anchor", anchor.value())
        .num("font-size", size)
        .fill(role)
        .stroke(ground, 4.0)
        .attr("stroke-linejoin", "round")
        .attr("paint-order", "stroke");
    let tag = if bold { tag.attr("font-weight", "600") } else { tag };
    tag.words(line);
}

/// Wrapped words from `top` down; says where they end.
pub(crate) fn paragraph(
    svg: &mut Svg,
    lines: &[String],
    (x, top): (f64, f64),
    size: f64,
    role: Role,
    bold: bool,
) -> f64 {
    for (i, line) in lines.iter().enumerate() {
        words(svg, line, (x, top + size * (1.0 + count(i) * LINE)), Anchor::Start, size, role, bold);
    }
    top + count(lines.len()) * size * LINE
}
