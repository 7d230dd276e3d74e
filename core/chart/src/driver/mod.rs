//! How goals, areas and measures hang together.

mod content;
mod draw;
mod model;
mod narrow;
mod outline;
mod tree;
mod wide;

pub use model::{Column, DriverDiagram, DriverTexts, Node, Status, StatusKind};
pub use outline::{OutlineItem, outline, outline_text};

/// Draws the diagram.
///
/// Wide, the columns stand side by side and curves join each box to those it serves. Narrow, the
/// boxes stand below one another, indented under the first they serve; others are named in words.
/// A box with a link is reached with the keyboard in reading order: each box is followed by
/// those that serve it.
pub fn driver_diagram(diagram: &DriverDiagram) -> String {
    draw::draw(diagram)
}

#[cfg(test)]
mod tests;
