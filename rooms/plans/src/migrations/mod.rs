//! The room'"'"'s tables. `m202611220040…` are plans and goals, `m202611220041…` following up.

mod followup;
mod plans;

use varde_store::Migration;

/// The tables of the room.
pub fn migrations() -> Vec<Migration> {
    let mut migrations = plans::migrations();
    migrations.extend(followup::migrations());
    migrations
}
