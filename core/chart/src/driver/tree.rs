//! The boxes as a tree: each under the first it serves.

use super::model::{Column, DriverDiagram, Node};

/// A box and those that serve it.
pub(super) struct Branch<'a> {
    pub column: usize,
    pub place: usize,
    pub node: &'a Node,
    /// Places in the column to the left of all boxes this one serves, the first one first.
    pub parents: Vec<usize>,
    /// The names of the others it serves, in the caller's words.
    pub also: Option<String>,
    pub children: Vec<Branch<'a>>,
}

/// All boxes: first the trees of the first column, then boxes that serve none.
pub(super) fn trees<'a>(diagram: &DriverDiagram<'a>) -> Vec<Branch<'a>> {
    let mut below: Vec<Branch<'a>> = Vec::new();
    let mut loose: Vec<Vec<Branch<'a>>> = Vec::new();
    for (index, column) in diagram.columns.iter().enumerate().rev() {
        let left = index.checked_sub(1).and_then(|left| diagram.columns.get(left));
        let mut branches: Vec<Branch<'a>> = column
            .boxes
            .iter()
            .enumerate()
            .map(|(place, node)| Branch {
                column: index,
                place,
                node,
                parents: parents(node, left),
                also: also(diagram, node, left),
                children: Vec::new(),
            })
            .collect();
        let mut free = Vec::new();
        for child in below {
            match child.parents.first().and_then(|parent| branches.get_mut(*parent)) {
                Some(parent) => parent.children.push(child),
                None => free.push(child),
            }
        }
        loose.push(free);
        below = branches;
    }
    // Loose boxes were met from right to left; they are read from left to right.
    below.into_iter().chain(loose.into_iter().rev().flatten()).collect()
}

fn parents(node: &Node, left: Option<&Column>) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for place in &node.serves {
        let known = left.is_some_and(|left| *place < left.boxes.len());
        if known && !found.contains(place) {
            found.push(*place);
        }
    }
    found
}

fn also(diagram: &DriverDiagram, node: &Node, left: Option<&Column>) -> Option<String> {
    let others: Vec<&str> = parents(node, left)
        .iter()
        .skip(1)
        .filter_map(|place| left?.boxes.get(*place))
        .map(|other| other.label.as_str())
        .collect();
    (!others.is_empty()).then(|| (diagram.texts.also)(&others.join(", ")))
}
