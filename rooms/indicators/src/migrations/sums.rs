//! What sums of the units below are added up from: the counts of a series without reading its values whole.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130220500_indicators_sums",
        up: &[Sql::Both(
            "create index observation_counts on observation (series_id, period_start, period, numerator, denominator,
                 value, provisional, definition_version, shown_to, superseded_at, code)
             where superseded_at is null and code is null",
        )],
    }
}
