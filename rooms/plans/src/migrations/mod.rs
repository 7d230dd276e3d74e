//! The room's tables. `m202611220040…` are plans and goals, `m202611220041…` following up.

mod followup;
mod plans;

use varde_store::{Migration, Sql};

/// The tables of the room.
pub fn migrations() -> Vec<Migration> {
    let mut migrations = plans::migrations();
    migrations.extend(followup::migrations());
    migrations.extend([
        weights(),
        spread_targets(),
        local_priorities(),
        guides(),
        versions(),
        outcomes(),
        adopted(),
        readings(),
        set_aside(),
        target_sources(),
        states(),
    ]);
    migrations
}

/// Where targets are said.
fn target_sources() -> Migration {
    Migration {
        name: "m20261130180100_plans_target_sources",
        up: &[
            Sql::Both("alter table target add column source_document text"),
            Sql::Both("alter table target add column source_place text"),
            Sql::Both("alter table spread_target add column source_document text"),
            Sql::Both("alter table spread_target add column source_place text"),
        ],
    }
}

/// What stood here before states were noted: at 0, since nobody knows since when.
fn states() -> Migration {
    Migration {
        name: "m20261130180200_plans_states",
        up: &[Sql::Both("insert into state_since (thing_id, at, state) select id, 0, state from plan")],
    }
}

/// Steps of a wheel that do not concern the unit.
fn set_aside() -> Migration {
    Migration {
        name: "m20261130081600_plans_set_aside",
        up: &[Sql::Both("alter table wheel_step add column set_aside boolean not null default false")],
    }
}

/// What owners approved of a plan besides its text, and targets that wait for them. Plans that were adopted
/// before this came are taken to stand as they did when they were adopted.
fn adopted() -> Migration {
    Migration {
        name: "m20261130081500_plans_adopted",
        up: &[
            Sql::Both(
                "alter table target add column standing text not null default 'holds'
                     check (standing in ('holds', 'awaits', 'dropped'))",
            ),
            Sql::Both(
                "alter table spread_target add column standing text not null default 'holds'
                     check (standing in ('holds', 'awaits', 'dropped'))",
            ),
            Sql::Both(
                "create table adopted_item (
                    plan_id uuid not null references plan (id), version_no bigint not null,
                    kind text not null check (kind in ('goal', 'part', 'measure')), thing_id uuid not null,
                    ord bigint not null, sort text, part_id uuid,
                    name text, name_nn text, name_en text, text text, text_nn text, text_en text,
                    indicator_id uuid, direction text, active boolean not null,
                    target_version bigint, spread_version bigint,
                    primary key (plan_id, version_no, kind, thing_id))",
            ),
            Sql::Both(
                "insert into adopted_item (plan_id, version_no, kind, thing_id, ord, part_id, name, name_nn, name_en,
                     text, text_nn, text_en, indicator_id, direction, active, target_version, spread_version)
                 select p.id, p.version_no, 'goal', g.id, g.ord, g.part_id, g.name, g.name_nn, g.name_en,
                     g.scope, g.scope_nn, g.scope_en, g.indicator_id, g.direction, g.state = 'active',
                     (select max(t.version_no) from target t where t.goal_id = g.id),
                     (select max(t.version_no) from spread_target t where t.goal_id = g.id)
                 from goal g join plan p on p.id = g.plan_id where p.state = 'adopted'",
            ),
            Sql::Both(
                "insert into adopted_item (plan_id, version_no, kind, thing_id, ord, sort, part_id, name, name_nn,
                     name_en, text, text_nn, text_en, active)
                 select p.id, p.version_no, 'part', a.id, a.ord, a.kind, a.parent_id, a.name, a.name_nn,
                     a.name_en, a.text, a.text_nn, a.text_en, true
                 from part a join plan p on p.id = a.plan_id where p.state = 'adopted'",
            ),
            Sql::Both(
                "insert into adopted_item (plan_id, version_no, kind, thing_id, ord, part_id, active)
                 select p.id, p.version_no, 'measure', m.measure_id, m.ord, m.part_id, true
                 from plan_measure m join plan p on p.id = m.plan_id where p.state = 'adopted'",
            ),
        ],
    }
}

/// Which half of the service a focus area concerns, and tags that are read into a goal.
fn readings() -> Migration {
    Migration {
        name: "m20261130093200_plans_readings",
        up: &[
            Sql::Both("alter table part add column service text check (service in ('specialist', 'municipal'))"),
            Sql::Both("alter table part_tag add column inferred boolean not null default false"),
        ],
    }
}

/// What proposals have become.
fn outcomes() -> Migration {
    Migration {
        name: "m20261130031501_plans_outcomes",
        up: &[
            Sql::Both(
                "create table proposal_outcome (
                    proposal_id uuid not null references proposal (id), thing_kind text not null,
                    thing_id uuid not null, primary key (proposal_id, thing_kind, thing_id))",
            ),
            Sql::Both("create index proposal_outcome_thing on proposal_outcome (thing_id)"),
        ],
    }
}

/// Versions of a plan beside the one that holds.
fn versions() -> Migration {
    Migration {
        name: "m20261130031500_plans_versions",
        up: &[Sql::Both(
            "create table plan_version (
                plan_id uuid not null references plan (id), version_no bigint not null, kind text not null,
                name text not null, name_nn text, name_en text,
                vision text, vision_nn text, vision_en text,
                purpose text, purpose_nn text, purpose_en text,
                target_group text, target_group_nn text, target_group_en text,
                follow_up text, follow_up_nn text, follow_up_en text,
                resources text, resources_nn text, resources_en text,
                scope text, scope_nn text, scope_en text,
                period_from text, period_to text,
                period_note text, period_note_nn text, period_note_en text,
                binding text, binding_note text, binding_note_nn text, binding_note_en text,
                state text not null check (state in ('draft', 'awaiting', 'closed')),
                replaced_at bigint, primary key (plan_id, version_no))",
        )],
    }
}

fn weights() -> Migration {
    Migration {
        name: "m20261129213500_plans_weights",
        up: &[Sql::Both("alter table part add column weight double precision")],
    }
}

fn local_priorities() -> Migration {
    Migration {
        name: "m20261130025500_plans_local_priorities",
        up: &[
            Sql::Both(
                "create table area_choice (
                    part_id uuid not null references part (id), unit_id uuid not null,
                    choice text not null check (choice in ('chosen', 'left_out')),
                    reason text not null, at bigint not null, by_person uuid, primary key (part_id, unit_id))",
            ),
            Sql::Both("create index area_choice_unit on area_choice (unit_id)"),
            // What of its own a unit rests a goal or a choice on.
            Sql::Both(
                "create table ground (
                    thing_kind text not null check (thing_kind in ('goal', 'part')), thing_id uuid not null,
                    unit_id uuid not null, finding_id uuid not null,
                    primary key (thing_kind, thing_id, unit_id, finding_id))",
            ),
            Sql::Both("create index ground_unit on ground (unit_id)"),
        ],
    }
}

fn guides() -> Migration {
    Migration { name: "m20261130031000_plans_guides", up: &[Sql::Both("alter table part add column guide_id uuid")] }
}

fn spread_targets() -> Migration {
    Migration {
        name: "m20261130023500_plans_spread_targets",
        up: &[Sql::Both(
            "create table spread_target (
                id uuid primary key, goal_id uuid not null references goal (id), version_no bigint not null,
                spread text not null
                    check (spread in ('ratio', 'deviation', 'quartiles', 'range', 'systematic')),
                among text not null, kind text not null check (kind in ('at_most', 'relative')),
                change_pct double precision, change_mode text not null,
                value double precision, measured text not null,
                baseline_year bigint, baseline_value double precision, baseline_status text not null,
                by_date text, every_round boolean not null, unit_limit double precision,
                note text, note_nn text, note_en text,
                reading text, reading_at bigint, reading_by uuid, reading_reason text,
                valid_from text, reason text not null, recorded_at bigint not null, recorded_by uuid,
                unique (goal_id, version_no))",
        )],
    }
}
