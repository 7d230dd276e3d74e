//! The diagram, from the ground up.

use super::content::{Content, Rank};
use super::model::DriverDiagram;
use super::tree::{Branch, trees};
use super::wide::{Arrangement, Heading};
use super::{narrow, wide};
use crate::Layout;
use crate::ink::Role;
use crate::svg::{Frame, Svg, count};
use crate::text::wrap;

/// Height of a line in relation to the size of its words.
const LINE: f64 = 1.35;

/// Height of a column's heading with the space under it.
pub(super) fn heading_height(heading: &str, width: f64, size: f64) -> f64 {
    let lines = wrap(heading, size, true, width, 3).len();
    if lines == 0 { 0.0 } else { count(lines) * size * LINE + 6.0 }
}

pub(super) fn draw(diagram: &DriverDiagram) -> String {
    let fits = wide::measures(diagram.columns.len());
    let layout = if fits.is_some() { diagram.layout } else { Layout::Narrow };
    let (size, room) = (layout.size(), layout.width() - 2.0);
    let branches = trees(diagram);
    let title = if diagram.show_title { wrap(diagram.title, size + 3.0, true, room, 4) } else { Vec::new() };
    let top = if title.is_empty() { 1.0 } else { count(title.len()) * (size + 3.0) * LINE + 10.0 };
    let arrangement = match layout {
        Layout::Wide => {
            let width = fits.map_or(room, |(width, _)| width);
            let heights = diagram.columns.iter().map(|column| heading_height(&column.heading, width, size));
            wide::arrange(diagram, &branches, top, heights.fold(0.0, f64::max))
        }
        Layout::Narrow => narrow::arrange(diagram, &branches, top),
    };

    let mut svg = Svg::begin(&Frame {
        id: diagram.id,
        class: match layout {
            Layout::Wide => "chart chart-driver chart-wide",
            Layout::Narrow => "chart chart-driver chart-narrow",
        },
        role: "group",
        kind: "",
        title: diagram.title,
        description: diagram.description,
        width: layout.width(),
        height: arrangement.bottom + 2.0,
        colours: diagram.colours,
    });
    for (i, line) in title.iter().enumerate() {
        let y = (size + 3.0) * (1.0 + count(i) * LINE);
        words(&mut svg, line, (0.0, y), size + 3.0, Role::Ink);
    }
    svg.tag("g").attr("class", "chart-links").attr("aria-hidden", "true").start();
    for link in &arrangement.links {
        svg.tag("path").attr("d", link).attr("fill", "none").stroke(Role::Line, 1.3).end();
    }
    svg.close();
    for heading in &arrangement.headings {
        head(diagram, &mut svg, heading, size);
    }
    list(diagram, &mut svg, &branches, &arrangement, layout);
    svg.finish()
}

fn head(diagram: &DriverDiagram, svg: &mut Svg, heading: &Heading, size: f64) {
    let text = diagram.columns.get(heading.column).map_or("", |column| column.heading.as_str());
    for (i, line) in wrap(text, size, true, heading.width, 3).iter().enumerate() {
        let y = heading.y + size * (1.0 + count(i) * LINE);
        words(svg, line, (heading.x, y), size, Role::Muted);
    }
}

/// Boxes as nested lists, so that the order of reading is the order of the tree.
fn list(diagram: &DriverDiagram, svg: &mut Svg, branches: &[Branch], found: &Arrangement, layout: Layout) {
    if branches.is_empty() {
        return;
    }
    svg.tag("g").attr("role", "list").start();
    for branch in branches {
        svg.tag("g").attr("role", "listitem").start();
        if let Some(rect) = found.rects.get(&(branch.column, branch.place)) {
            let rank = Rank { first: branch.column == 0, last: branch.column + 1 == diagram.columns.len() };
            // Side by side the curves show whom a box serves; below one another words must.
            let also = branch.also.as_deref().filter(|_| layout == Layout::Narrow);
            let content = Content::new(branch.node, also, rank, rect.x1 - rect.x0, layout.size());
            content.draw(svg, rect, &branch.node.words(branch.also.as_deref()));
        }
        list(diagram, svg, &branch.children, found, layout);
        svg.close();
    }
    svg.close();
}

fn words(svg: &mut Svg, line: &str, (x, y): (f64, f64), size: f64, role: Role) {
    svg.tag("text").num("x", x).num("y", y).num("font-size", size).attr("font-weight", "600").fill(role).words(line);
}
