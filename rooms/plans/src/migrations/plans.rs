//! Tables of plans and goals.

use varde_store::{Migration, Sql};

pub(super) fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "m20261122004000_plans_plans", up: PLANS },
        Migration { name: "m20261122004001_plans_goals", up: GOALS },
    ]
}

const PLANS: &[Sql] = &[
    Sql::Both(
        "create table plan (
            id uuid primary key, code text unique, kind text not null,
            name text not null, name_nn text, name_en text,
            vision text, vision_nn text, vision_en text,
            purpose text, purpose_nn text, purpose_en text,
            target_group text, target_group_nn text, target_group_en text,
            follow_up text, follow_up_nn text, follow_up_en text,
            resources text, resources_nn text, resources_en text,
            scope text, scope_nn text, scope_en text,
            unit_id uuid not null,
            state text not null check (state in ('draft', 'awaiting', 'adopted', 'closed')),
            period_from text, period_to text,
            period_note text, period_note_nn text, period_note_en text,
            binding text, binding_note text, binding_note_nn text, binding_note_en text,
            owner_note text, owner_note_nn text, owner_note_en text,
            version_no bigint not null, predecessor_id uuid, commissioned_by uuid,
            source_document text, source_place text, open boolean not null, version bigint not null)",
    ),
    Sql::Both("create index plan_unit on plan (unit_id)"),
    Sql::Both("create index plan_predecessor on plan (predecessor_id)"),
    Sql::Both(
        "create table plan_owner (
            plan_id uuid not null references plan (id), unit_id uuid not null, ord bigint not null,
            approved_version bigint, approved_at bigint, approved_by uuid,
            primary key (plan_id, unit_id))",
    ),
    Sql::Both("create index plan_owner_unit on plan_owner (unit_id)"),
    Sql::Both(
        "create table plan_relation (
            plan_id uuid not null references plan (id), ord bigint not null, kind text not null,
            other_plan_id uuid, other_code text, name text, name_nn text, name_en text,
            note text, note_nn text, note_en text, primary key (plan_id, ord))",
    ),
    Sql::Both("create index plan_relation_other on plan_relation (other_plan_id)"),
    Sql::Both(
        "create table plan_date (
            plan_id uuid not null references plan (id), ord bigint not null, past boolean not null,
            date text, year bigint, cadence text, name text not null, name_nn text, name_en text,
            primary key (plan_id, ord))",
    ),
    Sql::Both(
        "create table part (
            id uuid primary key, plan_id uuid not null references plan (id), code text unique,
            kind text not null, ord bigint not null, parent_id uuid,
            name text not null, name_nn text, name_en text, text text, text_nn text, text_en text,
            actor_id uuid, attributes text not null, mandatory boolean not null, done boolean not null,
            source_document text, source_place text, version bigint not null)",
    ),
    Sql::Both("create index part_plan on part (plan_id, kind, ord)"),
    Sql::Both(
        "create table part_tag (
            part_id uuid not null references part (id), thing_kind text not null, thing_id uuid not null,
            unit_id uuid not null, primary key (part_id, thing_kind, thing_id))",
    ),
    Sql::Both("create index part_tag_thing on part_tag (thing_kind, thing_id)"),
    Sql::Both(
        "create table plan_measure (
            plan_id uuid not null references plan (id), measure_id uuid not null,
            part_id uuid references part (id), ord bigint not null, primary key (plan_id, measure_id))",
    ),
    Sql::Both("create index plan_measure_measure on plan_measure (measure_id)"),
];

const GOALS: &[Sql] = &[
    Sql::Both(
        "create table goal (
            id uuid primary key, code text unique, plan_id uuid references plan (id),
            part_id uuid references part (id), unit_id uuid not null, ord bigint not null,
            name text not null, name_nn text, name_en text, overall boolean not null,
            indicator_id uuid, indicator_link text, direction text,
            scope text, scope_nn text, scope_en text,
            data_source text, data_source_nn text, data_source_en text,
            parent_goal_id uuid references goal (id),
            state text not null check (state in ('active', 'ended')),
            source_document text, source_place text, open boolean not null, version bigint not null)",
    ),
    Sql::Both("create index goal_unit on goal (unit_id)"),
    Sql::Both("create index goal_plan on goal (plan_id, ord)"),
    Sql::Both("create index goal_parent on goal (parent_goal_id)"),
    Sql::Both("create index goal_indicator_judges on goal (indicator_id)"),
    Sql::Both(
        "create table goal_indicator (
            goal_id uuid not null references goal (id), indicator_id uuid not null, ord bigint not null,
            primary key (goal_id, indicator_id))",
    ),
    Sql::Both(
        "create table target (
            id uuid primary key, goal_id uuid not null references goal (id), version_no bigint not null,
            kind text not null, change_pct double precision, change_mode text not null,
            value double precision, measured text not null,
            baseline_year bigint, baseline_value double precision, baseline_status text not null,
            by_date text, every_round boolean not null, unit_limit double precision,
            note text, note_nn text, note_en text,
            reading text, reading_at bigint, reading_by uuid, reading_reason text,
            valid_from text, reason text not null, recorded_at bigint not null, recorded_by uuid,
            unique (goal_id, version_no))",
    ),
    Sql::Both(
        "create table goal_measure (
            goal_id uuid not null references goal (id), measure_id uuid not null,
            primary key (goal_id, measure_id))",
    ),
    Sql::Both("create index goal_measure_measure on goal_measure (measure_id)"),
    Sql::Both(
        "create table goal_choice (
            goal_id uuid not null references goal (id), unit_id uuid not null,
            choice text not null check (choice in ('chosen', 'left_out')),
            reason text not null, at bigint not null, by_person uuid, primary key (goal_id, unit_id))",
    ),
    Sql::Both("create index goal_choice_unit on goal_choice (unit_id)"),
    Sql::Both(
        "create table succession (
            plan_from uuid not null references plan (id), plan_to uuid not null references plan (id),
            from_kind text not null, from_id text not null, to_kind text, to_id text not null, ord bigint not null,
            outcome text not null check (outcome in ('continued', 'merged', 'ended')),
            inferred boolean not null, note text, note_nn text, note_en text,
            primary key (plan_from, plan_to, from_id, to_id))",
    ),
    Sql::Both("create index succession_to on succession (plan_to)"),
];
