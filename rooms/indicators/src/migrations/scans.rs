//! What a look at every series needs beside its hits.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130030500_indicators_scans",
        up: &[
            // What the run said as a whole, and what it was held against after those before it.
            Sql::Both("alter table scan add column p_value double precision"),
            Sql::Both("alter table scan add column level double precision"),
            // How many small series were added up; 0 for a series by itself.
            Sql::Both("alter table scan_hit add column n_pooled bigint not null default 0"),
        ],
    }
}
