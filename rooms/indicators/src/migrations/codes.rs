//! What others call an indicator, and what a DHIS2 says about a large file.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130174500_indicators_codes",
        up: &[
            Sql::Both(
                "create table indicator_code (
                    code text primary key, indicator_id uuid not null references indicator (id))",
            ),
            Sql::Both("create index indicator_code_indicator on indicator_code (indicator_id)"),
            Sql::Both("alter table upload add column metadata text not null default ''"),
        ],
    }
}
