//! The room's tables.

mod accounts;
mod units;

use varde_store::Migration;

/// The room's tables, oldest first.
pub fn migrations() -> Vec<Migration> {
    [units::migrations(), accounts::migrations()].into_iter().flatten().collect()
}
