//! What values rest on that were computed from events.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130030000_indicators_basis",
        up: &[Sql::Both(
            "create table observation_basis (
                observation_id uuid primary key references observation (id),
                definition text not null, definition_version bigint not null, cut_off text not null,
                confirmed text not null, structure text not null, suppression text not null,
                adjusted double precision, adjusted_low double precision, adjusted_high double precision,
                covered double precision, excluded text not null)",
        )],
    }
}
