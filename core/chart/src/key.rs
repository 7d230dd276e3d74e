//! The key beneath a plot: short pieces side by side, what happened line by line.

use crate::Layout;
use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};
use crate::text::{width, wrap};
use crate::words::{LINE, words};

/// A sign with its words. `S` says which sign.
pub(crate) struct Item<S> {
    pub sign: S,
    pub words: String,
}

impl<S> Item<S> {
    pub fn new(sign: S, words: &str) -> Self {
        Self { sign, words: words.to_owned() }
    }
}

/// A sign with its wrapped words in its place: left edge, upper edge, lines.
struct Laid<S> {
    sign: S,
    at: (f64, f64),
    lines: Vec<String>,
}

/// The key with its geometry, from 0 down.
pub(crate) struct Key<S> {
    laid: Vec<Laid<S>>,
    pub height: f64,
    size: f64,
}

/// Room for the sign before the words.
const INDENT: f64 = 30.0;

impl<S: Copy> Key<S> {
    /// `short` pieces flow side by side, `told` ones stand on lines of their own. Pieces without
    /// words are left out.
    pub fn new(layout: Layout, short: Vec<Item<S>>, told: Vec<Item<S>>) -> Self {
        let size = layout.size();
        let room = layout.width() - 2.0;
        let mut laid = Vec::new();
        let (mut x, mut y) = (0.0, 10.0);
        for item in short.into_iter().filter(|item| !item.words.trim().is_empty()) {
            let wide = INDENT + width(&item.words, size, false);
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + size * LINE + 4.0);
            }
            let lines = wrap(&item.words, size, false, room - INDENT, 3);
            let n = lines.len();
            laid.push(Laid { sign: item.sign, at: (x, y), lines });
            x += wide + 18.0;
            if n > 1 {
                (x, y) = (0.0, y + size * LINE * count(n) + 4.0);
            }
        }
        if x > 0.0 {
            y += size * LINE + 4.0;
        }
        for (i, item) in told.into_iter().filter(|item| !item.words.trim().is_empty()).enumerate() {
            if i == 0 && y > 10.0 {
                y += 6.0;
            }
            let lines = wrap(&item.words, size, false, room - INDENT, 4);
            let n = lines.len();
            laid.push(Laid { sign: item.sign, at: (0.0, y), lines });
            y += count(n) * size * LINE + 5.0;
        }
        Self { height: if laid.is_empty() { 0.0 } else { y }, laid, size }
    }

    /// Writes the key from `top` down; `sign` draws a sign from its left edge around a height.
    pub fn draw(&self, svg: &mut Svg, top: f64, sign: impl Fn(&mut Svg, S, (f64, f64))) {
        for piece in &self.laid {
            svg.tag("g").attr("class", "chart-key").start();
            let (x, y) = (piece.at.0, piece.at.1 + top);
            sign(svg, piece.sign, (x, y + self.size * 0.65));
            for (i, line) in piece.lines.iter().enumerate() {
                let at = (x + INDENT, y + self.size * (1.0 + count(i) * LINE));
                words(svg, line, at, Anchor::Start, self.size, Role::Muted, false);
            }
            svg.close();
        }
    }
}
