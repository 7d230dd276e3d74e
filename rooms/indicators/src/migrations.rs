//! The room's tables.

mod basis;
mod charts;
mod codes;
mod data_sources;
mod following;
mod published;
mod scans;
mod sheet;
mod shown;
mod sums;
mod uploads;

use varde_store::{Migration, Sql};

/// All tables of the room, the oldest first.
pub fn migrations() -> Vec<Migration> {
    vec![
        base(),
        sheet::migration(),
        charts::migration(),
        crate::import::migrations::migration(),
        basis::migration(),
        published::migration(),
        scans::migration(),
        following::migration(),
        data_sources::migration(),
        uploads::migration(),
        uploads::whole(),
        codes::migration(),
        shown::migration(),
        sums::migration(),
    ]
}

/// Indicators, series, observations and figures.
fn base() -> Migration {
    Migration {
        name: "m20261122002000_indicators_base",
        up: &[
            Sql::Both(
                "create table indicator (
                    id uuid primary key, code text not null unique,
                    name text not null, name_nn text, name_en text,
                    measure text not null check (measure in
                        ('percent', 'count', 'rate', 'ratio', 'score', 'rank', 'nok', 'fte', 'years')),
                    per double precision,
                    direction text not null check (direction in ('up', 'down', 'none')),
                    direction_stated boolean not null,
                    state text not null check (state in
                        ('proposed', 'specified', 'piloted', 'adopted', 'retired')),
                    levels text not null, data text not null, source_owner text not null,
                    companion_of text not null,
                    definition text not null, definition_nn text, definition_en text,
                    numerator text not null, numerator_nn text, numerator_en text,
                    denominator text not null, denominator_nn text, denominator_en text,
                    note text not null, note_nn text, note_en text,
                    unit_id uuid, source text not null, search_text text not null,
                    version bigint not null)",
            ),
            Sql::Both("create index indicator_unit on indicator (unit_id)"),
            Sql::Both("create index indicator_name on indicator (name, id)"),
            Sql::Both(
                "create table series (
                    id uuid primary key, indicator_id uuid not null references indicator (id),
                    unit_id uuid not null, stratum text not null,
                    stratum_name text not null, stratum_name_nn text, stratum_name_en text,
                    source text not null, version bigint not null,
                    unique (indicator_id, unit_id, stratum))",
            ),
            Sql::Both("create index series_unit on series (unit_id)"),
            // A corrected value is a new row; the former one gets the instant at which it ended.
            Sql::Both(
                "create table observation (
                    id uuid primary key, series_id uuid not null references series (id), code text,
                    period text not null, period_start text not null, period_end text not null,
                    numerator double precision, denominator double precision, value double precision,
                    low double precision, high double precision,
                    approximate boolean not null, provisional boolean not null,
                    note text not null, note_nn text, note_en text,
                    scope text not null, scope_nn text, scope_en text,
                    source text not null, reason text not null,
                    recorded_at bigint not null, recorded_by text not null, superseded_at bigint)",
            ),
            Sql::Both(
                "create unique index observation_current on observation (series_id, period)
                 where superseded_at is null",
            ),
            Sql::Both("create index observation_series on observation (series_id, period_start)"),
            Sql::Both(
                "create table figure (
                    id uuid primary key, code text not null unique,
                    metric text not null, metric_nn text, metric_en text,
                    unit_id uuid, period text, value double precision,
                    low double precision, high double precision,
                    n_records double precision, denominator double precision,
                    measure text not null, approximate boolean not null,
                    scope text not null, scope_nn text, scope_en text,
                    note text not null, note_nn text, note_en text,
                    source text not null, search_text text not null)",
            ),
            Sql::Both("create index figure_unit on figure (unit_id)"),
            Sql::Both("create index figure_metric on figure (metric, code)"),
        ],
    }
}
