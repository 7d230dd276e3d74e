//! Every question that the room asks the database.

mod bodies;
pub(crate) mod hanging;
pub(crate) mod people;
mod responsibilities;
mod seats;
mod tasks;

use std::sync::Arc;

pub use bodies::*;
pub use responsibilities::*;
pub use seats::*;
pub use tasks::*;
use varde_kernel::access::{Kind, Target};
use varde_kernel::{UnitId, UnitTree, Words};
use varde_store::{holds_words, places};

/// The unit a thing answers to and everything above it. What hangs on no unit is national and
/// answers to the nation.
pub fn line(tree: &UnitTree, unit: Option<UnitId>) -> Arc<[UnitId]> {
    let Some(unit) = unit.or_else(|| tree.roots().first().copied()) else { return Arc::from([]) };
    let line = tree.line(unit);
    // A unit that is gone keeps its things to itself; an empty line would open them to everyone.
    if line.is_empty() { Arc::from([unit]) } else { line }
}

/// A published thing of the room on a unit.
pub fn target(kind: Kind, tree: &UnitTree, unit: Option<UnitId>) -> Target {
    Target::open(kind, line(tree, unit))
}

/// What a thing is found by: lower-cased here, since the databases differ on letters such as Å.
fn findable(name: &Words, rest: &[&str]) -> String {
    format!("{} {}", name.all(), rest.join(" ")).to_lowercase()
}
