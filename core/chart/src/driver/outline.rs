//! The diagram in words.

use super::model::{DriverDiagram, Status};
use super::tree::{Branch, trees};

/// A box of the diagram as an entry of a nested list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineItem {
    /// What the box is called.
    pub label: String,
    /// The quiet lines of the box, and which others it serves.
    pub details: Vec<String>,
    /// How it stands.
    pub status: Option<Status>,
    /// Where it leads; only links that the picture has too.
    pub href: Option<String>,
    /// The heading of its column.
    pub kind: String,
    /// Those that serve it.
    pub children: Vec<OutlineItem>,
}

/// The same tree as in the picture, in the same order, for a nested list beside it.
pub fn outline(diagram: &DriverDiagram) -> Vec<OutlineItem> {
    trees(diagram).iter().map(|branch| item(diagram, branch)).collect()
}

/// The outline as plain text, two spaces for each level, for a terminal or a letter.
pub fn outline_text(diagram: &DriverDiagram) -> String {
    let mut out = String::new();
    for branch in trees(diagram) {
        line(&branch, 0, &mut out);
    }
    out
}

fn item(diagram: &DriverDiagram, branch: &Branch) -> OutlineItem {
    let node = branch.node;
    OutlineItem {
        label: node.label.clone(),
        details: node.details.iter().cloned().chain(branch.also.clone()).collect(),
        status: node.status.clone(),
        href: node.link().map(str::to_owned),
        kind: diagram.columns.get(branch.column).map(|column| column.heading.clone()).unwrap_or_default(),
        children: branch.children.iter().map(|child| item(diagram, child)).collect(),
    }
}

fn line(branch: &Branch, level: usize, out: &mut String) {
    out.push_str(&"  ".repeat(level));
    out.push_str(&branch.node.words(branch.also.as_deref()).replace(['\n', '\r'], " "));
    out.push('\n');
    for child in &branch.children {
        line(child, level + 1, out);
    }
}
