//! What is remembered about senders of files, and which of their files have been taken.

use varde_store::{Migration, Sql};

/// The tables of senders and deliveries.
pub fn migration() -> Migration {
    Migration {
        name: "m20261129205500_indicators_senders",
        up: &[
            Sql::Both(
                "create table import_sender (
                    name text primary key, unit_id uuid not null, mapping text not null,
                    metadata text not null, version bigint not null)",
            ),
            // The same file from the same sender is known by its digest.
            Sql::Both(
                "create table import_delivery (
                    sender text not null, digest text not null, file_name text not null,
                    n_new bigint not null, n_changed bigint not null, n_unchanged bigint not null,
                    delivered_at bigint not null, primary key (sender, digest))",
            ),
        ],
    }
}
