//! Signs for a matrix of indicators: what the process does, and whether it can be counted on to
//! meet its target.
//!
//! The meaning of the letters follows NHS England's "Making data count" (H and L for a signal
//! high or low, P, F and ? for passing, falling short and hit or miss); the drawing is our own.
//! Each sign reads without colour: a change for the worse is a filled disc, one for the better an
//! open one, one without a better direction a square.

use crate::ink::{Colours, Role};
use crate::spc::Tone;
use crate::svg::{Frame, Svg, path_through};

/// Which way a signal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Up: the letter H.
    High,
    /// Down: the letter L.
    Low,
}

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Variation: as always, nothing but chance.
    Common,
    /// Variation: a signal.
    Special(Direction, Tone),
    /// Assurance: the target is met whatever chance brings: P.
    Passes,
    /// Assurance: the target is missed whatever chance brings: F.
    Fails,
    /// Assurance: chance decides from period to period: a question mark.
    HitOrMiss,
    /// Too little data to say anything.
    TooLittle,
}

/// One sign, 40 units square; show it at 28 CSS pixels or more.
#[derive(Debug, Clone, Copy)]
pub struct Icon<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What it says.
    pub sign: Sign,
    /// The same in words; the title of the picture.
    pub title: &'a str,
    /// Where it is shown.
    pub colours: Colours,
}

/// Draws a sign as an SVG element.
///
/// # Example
///
/// ```
/// use varde_chart::{Colours, Direction, Icon, Sign, Tone, icon};
///
/// let sign = Sign::Special(Direction::High, Tone::Worse);
/// let svg = icon(&Icon { id: "falls-sign", sign, title: "Higher than usual, for the worse", colours: Colours::Page });
/// assert!(svg.contains(">H</text>"));
/// ```
pub fn icon(icon: &Icon) -> String {
    let mut svg = Svg::begin(&Frame {
        id: icon.id,
        class: "chart-icon",
        role: "img",
        kind: "",
        title: icon.title,
        description: "",
        width: 40.0,
        height: 40.0,
        colours: icon.colours,
    });
    match icon.sign {
        Sign::Common => {
            frame(&mut svg, Shape::Disc, Role::Line, false);
            wave(&mut svg, Role::Muted, &[(8.0, 21.0), (14.0, 16.0), (20.0, 24.0), (26.0, 16.0), (32.0, 20.0)]);
        }
        Sign::Special(direction, tone) => special(&mut svg, direction, tone),
        Sign::Passes => {
            frame(&mut svg, Shape::Disc, Role::Better, false);
            target(&mut svg, 30.0, Role::Better);
            letter(&mut svg, "P", (20.0, 25.0), Role::Better);
        }
        Sign::Fails => {
            frame(&mut svg, Shape::Disc, Role::Worse, true);
            target(&mut svg, 11.0, Role::Paper);
            letter(&mut svg, "F", (20.0, 32.0), Role::Paper);
        }
        Sign::HitOrMiss => {
            frame(&mut svg, Shape::Disc, Role::Line, false);
            target(&mut svg, 31.0, Role::Muted);
            letter(&mut svg, "?", (20.0, 26.0), Role::Muted);
        }
        Sign::TooLittle => {
            svg.tag("circle")
                .num("cx", 20.0)
                .num("cy", 20.0)
                .num("r", 18.0)
                .attr("fill", "none")
                .stroke(Role::Line, 1.5)
                .attr("stroke-dasharray", "3 4")
                .end();
            for x in [12.0, 20.0, 28.0] {
                svg.tag("circle").num("cx", x).num("cy", 20.0).num("r", 2.0).fill(Role::Muted).end();
            }
        }
    }
    svg.finish()
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Disc,
    Square,
}

fn frame(svg: &mut Svg, shape: Shape, role: Role, filled: bool) {
    let fill = if filled { role } else { Role::Paper };
    let tag = match shape {
        Shape::Disc => svg.tag("circle").num("cx", 20.0).num("cy", 20.0).num("r", 18.0),
        Shape::Square => {
            svg.tag("rect").num("x", 3.0).num("y", 3.0).num("width", 34.0).num("height", 34.0).num("rx", 4.0)
        }
    };
    tag.fill(fill).stroke(role, 2.2).end();
}

/// The letter stands where the points have gone.
fn special(svg: &mut Svg, direction: Direction, tone: Tone) {
    let (shape, role, filled) = match tone {
        Tone::Worse => (Shape::Disc, Role::Worse, true),
        Tone::Better => (Shape::Disc, Role::Better, false),
        Tone::Neutral => (Shape::Square, Role::Notice, false),
    };
    frame(svg, shape, role, filled);
    let front = if filled { Role::Paper } else { role };
    match direction {
        Direction::High => {
            wave(svg, front, &[(9.0, 27.0), (14.5, 30.5), (20.5, 28.5), (26.0, 20.0), (30.5, 12.0)]);
            letter(svg, "H", (14.5, 21.0), front);
        }
        Direction::Low => {
            wave(svg, front, &[(9.0, 13.0), (14.5, 9.5), (20.5, 11.5), (26.0, 20.0), (30.5, 28.0)]);
            letter(svg, "L", (15.5, 30.5), front);
        }
    }
}

fn wave(svg: &mut Svg, role: Role, points: &[(f64, f64)]) {
    svg.tag("path").attr("d", &path_through(points)).attr("fill", "none").stroke(role, 1.3).end();
    for (x, y) in points {
        svg.tag("circle").num("cx", *x).num("cy", *y).num("r", 1.9).fill(role).end();
    }
}

fn target(svg: &mut Svg, y: f64, role: Role) {
    svg.tag("line")
        .num("x1", 8.0)
        .num("y1", y)
        .num("x2", 32.0)
        .num("y2", y)
        .stroke(role, 1.6)
        .attr("stroke-dasharray", "4 2.5")
        .end();
}

fn letter(svg: &mut Svg, letter: &str, (x, y): (f64, f64), role: Role) {
    svg.tag("text")
        .num("x", x)
        .num("y", y)
        .attr("text-anchor", "middle")
        .num("font-size", 16.0)
        .attr("font-weight", "600")
        .fill(role)
        .words(letter);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::check_picture;

    /// What a reader sees without colour: shapes, fills against ground, letters.
    fn without_colour(sign: Sign) -> Vec<String> {
        let svg = icon(&Icon { id: "x", sign, title: "Som før", colours: Colours::Page });
        let paper = |paint: &str| paint.contains("paper") || paint == "none";
        check_picture(&svg)[2..]
            .iter()
            .map(|e| format!("{} {} {} {} {}", e.name, paper(e.attr("fill")), e.attr("d"), e.attr("cy"), e.words))
            .collect()
    }

    #[test]
    fn every_sign_reads_without_colour() {
        let mut all = vec![Sign::Common, Sign::Passes, Sign::Fails, Sign::HitOrMiss, Sign::TooLittle];
        for direction in [Direction::High, Direction::Low] {
            all.extend([Tone::Neutral, Tone::Better, Tone::Worse].map(|tone| Sign::Special(direction, tone)));
        }
        let seen: std::collections::BTreeSet<Vec<String>> = all.iter().map(|sign| without_colour(*sign)).collect();
        assert_eq!(seen.len(), 11);
    }

    #[test]
    fn letters_say_what_making_data_count_says() {
        for (sign, letter) in [
            (Sign::Special(Direction::High, Tone::Better), "H"),
            (Sign::Special(Direction::Low, Tone::Better), "L"),
            (Sign::Passes, "P"),
            (Sign::Fails, "F"),
            (Sign::HitOrMiss, "?"),
        ] {
            assert!(without_colour(sign).iter().any(|found| found.ends_with(&format!(" {letter}"))), "{sign:?}");
        }
    }
}
