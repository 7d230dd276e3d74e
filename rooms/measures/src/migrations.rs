//! The room's tables.

use varde_store::{Migration, Sql};

/// All steps, in order.
pub fn migrations() -> Vec<Migration> {
    vec![base(), budgets(), late(), resting(), read_from_plans(), whole_activities(), states()]
}

/// What stood here before states were noted: at 0, since nobody knows since when.
fn states() -> Migration {
    Migration {
        name: "m20261130180100_measures_states",
        up: &[
            Sql::Both("insert into state_since (thing_id, at, state) select id, 0, state from measure"),
            Sql::Both("insert into state_since (thing_id, at, state) select id, 0, state from activity"),
        ],
    }
}

/// Who does an activity, from when to when, with what, what shows it, and why its frame was changed; and
/// what a measure's evidence is.
fn whole_activities() -> Migration {
    Migration {
        name: "m20261130180000_measures_whole_activities",
        up: &[
            Sql::Both("alter table measure add column evidence_text text not null default ''"),
            Sql::Both("alter table measure add column evidence_href text"),
            Sql::Both("alter table activity add column starts text"),
            Sql::Both("alter table activity add column ended text"),
            Sql::Both("alter table activity add column lead_actor uuid"),
            Sql::Both("alter table activity add column resources text not null default ''"),
            Sql::Both("alter table activity add column resources_hours double precision"),
            Sql::Both("alter table activity add column resources_nok double precision"),
            Sql::Both("alter table activity add column budget_year bigint"),
            Sql::Both("alter table activity add column evidence_text text not null default ''"),
            Sql::Both("alter table activity add column evidence_href text"),
            Sql::Both(
                "create table activity_actor (
                    activity_id uuid not null references activity (id), actor_id uuid not null,
                    ord bigint not null, primary key (activity_id, actor_id))",
            ),
            Sql::Both("create index activity_actor_actor on activity_actor (actor_id)"),
            Sql::Both("alter table scope_change add column activity_id uuid references activity (id)"),
        ],
    }
}

/// What is only read from a plan: how far an activity had come, and tags that the plan does not say.
fn read_from_plans() -> Migration {
    Migration {
        name: "m20261130093100_measures_read_from_plans",
        up: &[
            Sql::Both("alter table activity add column stated_in bigint"),
            Sql::Both("alter table measure_tag add column inferred boolean not null default false"),
        ],
    }
}

fn budgets() -> Migration {
    Migration {
        name: "m20261129213501_measures_budgets",
        up: &[
            Sql::Both("alter table measure add column budget_year bigint"),
            Sql::Both("create index measure_budget on measure (budget_year)"),
        ],
    }
}

/// What is late anywhere below a unit, and how its measures stand, is told from these alone. The
/// conditions are those that the lists ask with, word for word: else the partial indexes are not used.
fn resting() -> Migration {
    Migration {
        name: "m20261130083500_measures_resting",
        up: &[Sql::Both(
            "create index finding_evidence_thing on finding_evidence (thing_id) where thing_id is not null",
        )],
    }
}

fn late() -> Migration {
    Migration {
        name: "m20261130031501_measures_late",
        up: &[
            Sql::Both(
                "create index measure_open_due on measure (due) where state not in ('completed', 'evaluated', 'stopped')",
            ),
            Sql::Both(
                "create index activity_open_due on activity (due, measure_id) where state not in ('completed', 'stopped')",
            ),
            Sql::Both("create index measure_field on measure (unit_id, state, open)"),
            Sql::Both("drop index measure_unit_state"),
        ],
    }
}

fn base() -> Migration {
    Migration {
        name: "m20261122003001_measures_base",
        up: &[
            Sql::Both(
                "create table finding (
                    id uuid primary key, code text unique, unit_id uuid not null, period text,
                    title text not null, title_nn text, title_en text, judgement text not null,
                    state text not null check (state in ('open', 'answered', 'closed')),
                    open boolean not null, find_text text not null, version bigint not null)",
            ),
            Sql::Both("create index finding_unit on finding (unit_id, state)"),
            Sql::Both(
                "create table finding_evidence (
                    finding_id uuid not null references finding (id), ord bigint not null,
                    kind text not null, thing_id uuid, text text not null, href text,
                    primary key (finding_id, ord))",
            ),
            Sql::Both(
                "create table measure (
                    id uuid primary key, code text unique, number bigint, unit_id uuid not null,
                    title text not null, title_nn text, title_en text,
                    detail text not null, detail_nn text, detail_en text,
                    problem text not null,
                    state text not null check (state in
                        ('stated', 'concrete', 'started', 'running', 'completed', 'evaluated', 'stopped')),
                    lead_actor uuid, owner_person uuid,
                    adopted text, starts text, due text, ended text, scaled_up text,
                    effect_indicator uuid, effect_series uuid,
                    effect_direction text check (effect_direction in ('up', 'down', 'keep')),
                    effect_size double precision, effect_by text,
                    effect_text text not null, effect_text_nn text, effect_text_en text,
                    resources text not null, resources_hours double precision, resources_nok double precision,
                    evidence_level text not null check (evidence_level in
                        ('not_stated', 'insufficient', 'some', 'strong')),
                    result text not null, source text, open boolean not null,
                    find_text text not null, content_mark text, version bigint not null)",
            ),
            Sql::Both("create index measure_unit_state on measure (unit_id, state)"),
            Sql::Both("create index measure_due on measure (due, id)"),
            Sql::Both("create index measure_lead on measure (lead_actor)"),
            Sql::Both("create index measure_owner on measure (owner_person)"),
            Sql::Both(
                "create table measure_actor (
                    measure_id uuid not null references measure (id), actor_id uuid not null,
                    part text not null check (part in ('lead', 'contributes')), ord bigint not null,
                    primary key (measure_id, actor_id))",
            ),
            Sql::Both("create index measure_actor_actor on measure_actor (actor_id)"),
            Sql::Both(
                "create table activity (
                    id uuid primary key, code text unique, measure_id uuid not null references measure (id),
                    letter text, ord bigint not null,
                    title text not null, title_nn text, title_en text,
                    detail text not null, detail_nn text, detail_en text,
                    kind text not null check (kind in ('ongoing', 'new', 'unspecified')),
                    state text not null check (state in ('planned', 'running', 'completed', 'stopped')),
                    due text, owner_person uuid, unit_id uuid, version bigint not null)",
            ),
            Sql::Both("create index activity_measure on activity (measure_id, ord)"),
            Sql::Both("create index activity_owner on activity (owner_person)"),
            Sql::Both("create index activity_unit on activity (unit_id)"),
            Sql::Both("create index activity_due on activity (due)"),
            Sql::Both(
                "create table measure_finding (
                    measure_id uuid not null references measure (id),
                    finding_id uuid not null references finding (id),
                    primary key (measure_id, finding_id))",
            ),
            Sql::Both("create index measure_finding_finding on measure_finding (finding_id)"),
            Sql::Both(
                "create table measure_uptake (
                    id uuid primary key, measure_id uuid not null references measure (id),
                    unit_id uuid not null, choice text not null check (choice in ('chosen', 'left_out')),
                    reason text not null, decided text not null, version bigint not null,
                    unique (measure_id, unit_id))",
            ),
            Sql::Both("create index measure_uptake_unit on measure_uptake (unit_id)"),
            // Names of the parts of frameworks that measures can be tagged with. The room of plans
            // offers them; this room only knows that they are tags.
            Sql::Both(
                "create table tag (
                    part_id uuid primary key, kind text not null, ord bigint not null,
                    title text not null, title_nn text, title_en text)",
            ),
            Sql::Both(
                "create table measure_tag (
                    measure_id uuid not null references measure (id), part_id uuid not null,
                    primary key (measure_id, part_id))",
            ),
            Sql::Both("create index measure_tag_part on measure_tag (part_id)"),
            Sql::Both(
                "create table measure_dimension (
                    measure_id uuid not null references measure (id), dimension text not null,
                    primary key (measure_id, dimension))",
            ),
            Sql::Both(
                "create table scope_change (
                    id uuid primary key, measure_id uuid not null references measure (id),
                    at text not null, field text not null, cause text not null,
                    before text not null, after text not null, author uuid)",
            ),
            Sql::Both("create index scope_change_measure on scope_change (measure_id, at)"),
            Sql::Both(
                "create table measure_decision (
                    id uuid primary key, measure_id uuid not null references measure (id),
                    kind text not null check (kind in ('start_without_resources', 'scale_up')),
                    at text not null, reason text not null, person uuid)",
            ),
            Sql::Both("create index measure_decision_measure on measure_decision (measure_id)"),
        ],
    }
}
