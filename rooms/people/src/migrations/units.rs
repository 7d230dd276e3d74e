//! Units through time, what happened to them, and the actors of the plans.

use varde_store::{Migration, Sql};

/// The tables, oldest first.
pub(super) fn migrations() -> Vec<Migration> {
    vec![
        Migration {
            name: "m20261122001000_people_organisation",
            up: &[
                Sql::Both(
                    "create table unit (
                    id uuid primary key, code text not null unique, kind text not null,
                    valid_from text not null, valid_to text,
                    source_document text, source_place text, version bigint not null,
                    check (valid_to is null or valid_from < valid_to))",
                ),
                Sql::Both(
                    "create table unit_name (
                    unit_id uuid not null references unit (id),
                    name text not null, name_nn text, name_en text, short text,
                    valid_from text not null, valid_to text,
                    primary key (unit_id, valid_from),
                    check (valid_to is null or valid_from < valid_to))",
                ),
                Sql::Both(
                    "create table unit_relation (
                    unit_id uuid not null references unit (id),
                    relation text not null check (relation in ('owner', 'geography', 'uptake')),
                    other_id uuid not null references unit (id),
                    valid_from text not null, valid_to text,
                    primary key (unit_id, relation, other_id, valid_from),
                    check (unit_id <> other_id),
                    check (valid_to is null or valid_from < valid_to))",
                ),
                Sql::Both("create index unit_relation_other on unit_relation (other_id, relation)"),
                Sql::Both(
                    "create table unit_code (
                    unit_id uuid not null references unit (id),
                    system text not null, code text not null,
                    valid_from text not null, valid_to text,
                    primary key (unit_id, system, code, valid_from),
                    check (valid_to is null or valid_from < valid_to))",
                ),
                Sql::Both("create index unit_code_code on unit_code (system, code)"),
                Sql::Both(
                    "create table unit_change (
                    id uuid primary key, kind text not null, on_date text not null, note text not null)",
                ),
                Sql::Both(
                    "create table unit_change_unit (
                    change_id uuid not null references unit_change (id),
                    unit_id uuid not null references unit (id),
                    side text not null check (side in ('before', 'after')),
                    primary key (change_id, unit_id, side))",
                ),
                Sql::Both("create index unit_change_unit_unit on unit_change_unit (unit_id)"),
                Sql::Both(
                    "create table plan_actor (
                    id uuid primary key, code text not null unique,
                    name text not null, name_nn text, name_en text,
                    kind text not null, level text not null, parent_id uuid,
                    unit_id uuid, unit_kind text,
                    note text, note_nn text, note_en text,
                    source_document text, source_place text)",
                ),
                Sql::Both("create index plan_actor_unit on plan_actor (unit_id)"),
                Sql::Both(
                    "create table actor_duty (
                    code text primary key, plan_actor_id uuid not null references plan_actor (id),
                    place bigint not null,
                    name text not null, name_nn text, name_en text,
                    source_document text, source_place text)",
                ),
                Sql::Both("create index actor_duty_actor on actor_duty (plan_actor_id, place)"),
            ],
        },
        Migration {
            name: "m20261130031000_people_planned_changes",
            up: &[
                Sql::Both(
                    "create table planned_change (
                    id uuid primary key, on_date text not null, traces text not null, version bigint not null)",
                ),
                Sql::Both("alter table unit_change add column planned_id uuid"),
                Sql::Both("create index unit_change_planned on unit_change (planned_id)"),
                Sql::Both(
                    "create table unit_change_concern (
                    change_id uuid not null references unit_change (id),
                    unit_id uuid not null references unit (id),
                    primary key (change_id, unit_id))",
                ),
                Sql::Both("create index unit_change_concern_unit on unit_change_concern (unit_id)"),
            ],
        },
        Migration {
            name: "m20261130093000_people_synthetic_units",
            up: &[Sql::Both("alter table unit add column synthetic boolean not null default false")],
        },
    ]
}
