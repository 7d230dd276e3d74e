//! Columns side by side.

use std::collections::BTreeMap;

use super::content::{Content, Rank};
use super::model::DriverDiagram;
use super::tree::Branch;
use crate::Layout;
use crate::place::Rect;
use crate::svg::{count, number};

/// Where every box lies, by column and place, and the lines that join them.
pub(super) struct Arrangement {
    pub rects: BTreeMap<(usize, usize), Rect>,
    pub links: Vec<String>,
    /// Where the heading of each column begins and how wide it may be.
    pub headings: Vec<Heading>,
    pub bottom: f64,
}

/// The place of a column's heading.
pub(super) struct Heading {
    pub column: usize,
    pub x: f64,
    /// Top of the words.
    pub y: f64,
    pub width: f64,
}

/// Space between boxes of one group.
const GAP: f64 = 8.0;
/// Space between groups.
const GROUP: f64 = 20.0;
/// Narrowest column in which words can still be read.
const LEAST: f64 = 130.0;
/// A group taller than this has its head at the top rather than in the middle, where it would be
/// out of sight.
const TALL: f64 = 560.0;

/// Width of the columns and the space between them, if they fit side by side.
pub(super) fn measures(columns: usize) -> Option<(f64, f64)> {
    let n = count(columns.max(1));
    let between = if columns <= 3 { 48.0 } else { 32.0 };
    let width = (Layout::Wide.width() - 2.0 - between * (n - 1.0)) / n;
    (width >= LEAST).then_some((width.min(300.0), between))
}

struct Builder {
    columns: usize,
    width: f64,
    between: f64,
    size: f64,
    /// The next free place in each column.
    free: Vec<f64>,
    placed: Vec<((usize, usize), Rect)>,
}

/// Lays all boxes from `top` down; `heads` is the height of the headings.
pub(super) fn arrange(diagram: &DriverDiagram, trees: &[Branch], top: f64, heads: f64) -> Arrangement {
    let columns = diagram.columns.len();
    let (width, between) = measures(columns).unwrap_or((LEAST, 24.0));
    let mut builder = Builder {
        columns,
        width,
        between,
        size: Layout::Wide.size(),
        free: vec![top + heads; columns],
        placed: Vec::new(),
    };
    for tree in trees {
        builder.group(std::slice::from_ref(tree));
    }
    let rects: BTreeMap<(usize, usize), Rect> = builder.placed.iter().copied().collect();
    let mut links = Vec::new();
    collect(trees, &rects, &mut links);
    let headings = (0..columns).map(|column| Heading { column, x: builder.x(column), y: top, width }).collect();
    let bottom = rects.values().map(|rect| rect.y1).fold(top + heads, f64::max);
    Arrangement { rects, links, headings, bottom }
}

impl Builder {
    fn x(&self, column: usize) -> f64 {
        1.0 + count(column) * (self.width + self.between)
    }

    /// Lays boxes that belong together, a little apart from what stands above them.
    fn group(&mut self, branches: &[Branch]) {
        if let Some(free) = branches.first().and_then(|first| self.free.get_mut(first.column))
            && self.placed.iter().any(|((column, _), _)| branches.first().is_some_and(|b| b.column == *column))
        {
            *free += GROUP - GAP;
        }
        for branch in branches {
            self.lay(branch);
        }
    }

    fn lay(&mut self, branch: &Branch) {
        let rank = Rank { first: branch.column == 0, last: branch.column + 1 == self.columns };
        let height = Content::new(branch.node, None, rank, self.width, self.size).height();
        let x0 = self.x(branch.column);
        let start = self.placed.len();
        let key = (branch.column, branch.place);
        self.placed.push((key, Rect { x0, y0: 0.0, x1: x0 + self.width, y1: 0.0 }));
        self.group(&branch.children);

        let next = branch.column + 1;
        let below = self.placed.iter().skip(start + 1).filter(|((column, _), _)| *column == next);
        let span = below.fold(None, |span: Option<(f64, f64)>, (_, rect)| {
            Some(span.map_or((rect.y0, rect.y1), |(y0, y1)| (y0.min(rect.y0), y1.max(rect.y1))))
        });
        let free = self.free.get(branch.column).copied().unwrap_or_default();
        let wanted = match span {
            Some((y0, y1)) if y1 - y0 > TALL => y0,
            Some((y0, y1)) => f64::midpoint(y0, y1) - height / 2.0,
            None => free,
        };
        let down = (free - wanted).max(0.0);
        for (i, ((column, _), rect)) in self.placed.iter_mut().skip(start).enumerate() {
            if i == 0 {
                rect.y0 = wanted + down;
                rect.y1 = rect.y0 + height;
            } else {
                rect.y0 += down;
                rect.y1 += down;
            }
            if let Some(free) = self.free.get_mut(*column) {
                *free = free.max(rect.y1 + GAP);
            }
        }
    }
}

/// A curve from each box to every box it serves.
fn collect(branches: &[Branch], rects: &BTreeMap<(usize, usize), Rect>, links: &mut Vec<String>) {
    for branch in branches {
        if let (Some(left), Some(to)) = (branch.column.checked_sub(1), rects.get(&(branch.column, branch.place))) {
            for from in branch.parents.iter().filter_map(|parent| rects.get(&(left, *parent))) {
                links.push(curve(from, to));
            }
        }
        collect(&branch.children, rects, links);
    }
}

fn curve(from: &Rect, to: &Rect) -> String {
    let (x0, y0) = (from.x1, f64::midpoint(from.y0, from.y1));
    let (x1, y1) = (to.x0, f64::midpoint(to.y0, to.y1));
    let middle = number(f64::midpoint(x0, x1));
    let (x0, y0, x1, y1) = (number(x0), number(y0), number(x1), number(y1));
    format!("M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}")
}
