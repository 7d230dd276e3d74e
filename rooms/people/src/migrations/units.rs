//! The tables of units.

use varde_store::Migration;

/// The tables, oldest first.
pub(super) fn migrations() -> Vec<Migration> {
    Vec::new()
}
