//! The whole definition sheet with its versions, life and schedule, and what a value needs beside
//! its number: coverage, why it is missing, who affirmed it.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261129193500_indicators_sheet",
        up: &[
            Sql::Both("alter table indicator add column inclusion text not null default ''"),
            Sql::Both("alter table indicator add column inclusion_nn text"),
            Sql::Both("alter table indicator add column inclusion_en text"),
            Sql::Both("alter table indicator add column exclusion text not null default ''"),
            Sql::Both("alter table indicator add column exclusion_nn text"),
            Sql::Both("alter table indicator add column exclusion_en text"),
            Sql::Both(
                "alter table indicator add column standardisation text not null default 'none'
                    check (standardisation in ('none', 'direct', 'indirect', 'model'))",
            ),
            Sql::Both("alter table indicator add column periods text not null default ''"),
            Sql::Both("alter table indicator add column least_coverage double precision"),
            Sql::Both("alter table indicator add column coverage_indicator text not null default ''"),
            Sql::Both("alter table indicator add column least_denominator double precision"),
            Sql::Both("alter table indicator add column validation text not null default ''"),
            Sql::Both("alter table indicator add column validated_on text"),
            Sql::Both("alter table indicator add column dimensions text not null default ''"),
            Sql::Both(
                "alter table indicator add column use_mark text not null default 'none'
                    check (use_mark in ('none', 'over', 'under'))",
            ),
            Sql::Both("alter table indicator add column variant_of text not null default ''"),
            Sql::Both("alter table indicator add column licence text not null default ''"),
            Sql::Both("alter table indicator add column definition_version bigint not null default 1"),
            Sql::Both("create index indicator_variant on indicator (variant_of)"),
            // What the definition said when a value was counted by it.
            Sql::Both(
                "create table indicator_version (
                    indicator_id uuid not null references indicator (id), definition_version bigint not null,
                    sheet text not null, why text not null,
                    recorded_at bigint not null, recorded_by text not null,
                    primary key (indicator_id, definition_version))",
            ),
            Sql::Both(
                "create table indicator_step (
                    id uuid primary key, indicator_id uuid not null references indicator (id),
                    state text not null, why text not null,
                    recorded_at bigint not null, recorded_by text not null)",
            ),
            Sql::Both("create index indicator_step_of on indicator_step (indicator_id, recorded_at)"),
            Sql::Both(
                "create table indicator_schedule (
                    indicator_id uuid not null references indicator (id), level text not null,
                    period_type text not null check (period_type in
                        ('day', 'week', 'month', 'quarter', 'tertial', 'half', 'year')),
                    due_days bigint not null check (0 <= due_days),
                    comment_days bigint not null check (0 <= comment_days),
                    primary key (indicator_id, level))",
            ),
            Sql::Both(
                "alter table series add column context text not null default 'treating'
                    check (context in ('treating', 'residence'))",
            ),
            // Up to which version of its values a series has been looked through for signals.
            Sql::Both("alter table series add column judged_version bigint not null default 0"),
            Sql::Both("create index series_unjudged on series (id) where judged_version < version"),
            Sql::Both("alter table observation add column coverage double precision"),
            Sql::Both("alter table observation add column missing text"),
            Sql::Both("alter table observation add column definition_version bigint not null default 1"),
            Sql::Both("alter table observation add column affirmed_at bigint"),
            Sql::Both("alter table observation add column affirmed_by text"),
        ],
    }
}
