//! Boxes below one another, indented.

use super::content::{Content, Rank};
use super::model::DriverDiagram;
use super::tree::Branch;
use super::wide::{Arrangement, Heading};
use crate::Layout;
use crate::place::Rect;
use crate::svg::{count, number};

/// Space between boxes.
const GAP: f64 = 8.0;
/// Extra space above a box with boxes of its own.
const APART: f64 = 8.0;

/// Lays all boxes from `top` down. Each column is named above its first box.
pub(super) fn arrange(diagram: &DriverDiagram, trees: &[Branch], top: f64) -> Arrangement {
    let mut found =
        Arrangement { rects: std::collections::BTreeMap::new(), links: Vec::new(), headings: Vec::new(), bottom: top };
    // However many columns there are, the boxes keep three quarters of the width.
    let levels = count(diagram.columns.len().max(2) - 1);
    let indent = (Layout::Narrow.width() * 0.25 / levels).min(18.0);
    for tree in trees {
        lay(diagram, tree, indent, &mut found);
    }
    found
}

fn lay(diagram: &DriverDiagram, branch: &Branch, indent: f64, found: &mut Arrangement) {
    let size = Layout::Narrow.size();
    let x0 = 1.0 + count(branch.column) * indent;
    let x1 = Layout::Narrow.width() - 1.0;
    let new_kind = found.headings.iter().all(|heading| heading.column != branch.column);
    let head = diagram.columns.get(branch.column).map_or("", |column| column.heading.as_str());
    if !found.rects.is_empty() {
        found.bottom += GAP + if branch.children.is_empty() { 0.0 } else { APART };
    }
    if new_kind {
        found.headings.push(Heading { column: branch.column, x: x0, y: found.bottom, width: x1 - x0 });
        if !head.is_empty() {
            found.bottom += super::draw::heading_height(head, x1 - x0, size);
        }
    }
    let rank = Rank { first: branch.column == 0, last: branch.column + 1 == diagram.columns.len() };
    let height = Content::new(branch.node, branch.also.as_deref(), rank, x1 - x0, size).height();
    let rect = Rect { x0, y0: found.bottom, x1, y1: found.bottom + height };
    found.bottom = rect.y1;
    found.rects.insert((branch.column, branch.place), rect);
    for child in &branch.children {
        lay(diagram, child, indent, found);
        if let Some(below) = found.rects.get(&(child.column, child.place)) {
            // Down the parent's left edge and into the child.
            let x = x0 + indent / 2.0;
            let y = f64::midpoint(below.y0, below.y1);
            found.links.push(format!("M{} {}V{}H{}", number(x), number(rect.y1), number(y), number(below.x0)));
        }
    }
}
