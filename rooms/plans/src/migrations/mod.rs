//! The room'"'"'s tables. `m202611220040…` are plans and goals, `m202611220041…` following up.

mod followup;
mod plans;

use varde_store::{Migration, Sql};

/// The tables of the room.
pub fn migrations() -> Vec<Migration> {
    let mut migrations = plans::migrations();
    migrations.extend(followup::migrations());
    migrations.push(weights());
    migrations
}

fn weights() -> Migration {
    Migration {
        name: "m20261129213500_plans_weights",
        up: &[Sql::Both("alter table part add column weight double precision")],
    }
}
