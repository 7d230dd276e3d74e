//! Every question that the room asks the database.

mod documents;
mod notes;
mod requests;

use std::sync::Arc;

pub use documents::*;
pub use notes::*;
pub use requests::*;
use varde_kernel::{UnitId, UnitTree};
use varde_store::{holds_words, places};

/// The unit a thing answers to and everything above it. What hangs on no unit is national and
/// answers to the nation.
pub fn line(tree: &UnitTree, unit: Option<UnitId>) -> Arc<[UnitId]> {
    let Some(unit) = unit.or_else(|| tree.roots().first().copied()) else { return Arc::from([]) };
    let line = tree.line(unit);
    // A unit that is gone keeps its things to itself; an empty line would open them to everyone.
    if line.is_empty() { Arc::from([unit]) } else { line }
}
