//! Tables of following up: wheel, rounds, choosing, alternatives, pilots.

use varde_store::{Migration, Sql};

pub(super) fn migrations() -> Vec<Migration> {
    vec![wheel(), rounds(), choosing(), alternatives(), pilots(), wishes()]
}

fn wheel() -> Migration {
    Migration {
        name: "m20261122004100_plans_wheel",
        up: &[
            Sql::Both(
                "create table wheel_duty (
                    code text primary key, ord bigint not null,
                    phase text not null check (phase in ('plan', 'do', 'evaluate', 'correct')),
                    month bigint not null check (month between 1 and 12), regulation text not null,
                    title text not null, title_nn text, title_en text,
                    help text not null, help_nn text, help_en text)",
            ),
            Sql::Both(
                "create table wheel_step (
                    id uuid primary key, unit_id uuid not null, year bigint not null,
                    phase text not null check (phase in ('plan', 'do', 'evaluate', 'correct')),
                    title text not null, title_nn text, title_en text,
                    help text not null, help_nn text, help_en text,
                    duty text, regulation text, due text, owner_person uuid, owner_role text,
                    state text not null check (state in ('open', 'done')),
                    done_at bigint, done_by uuid, note text not null, version bigint not null)",
            ),
            Sql::Both("create index wheel_step_unit on wheel_step (unit_id, year)"),
            Sql::Both("create index wheel_step_open on wheel_step (state, due)"),
            Sql::Both("create index wheel_step_owner on wheel_step (owner_person)"),
            // A duty of the regulation comes once a year; started or copied twice, it stays one.
            Sql::Both("create unique index wheel_step_duty on wheel_step (unit_id, year, duty)"),
            Sql::Both(
                "create table wheel_sign (
                    unit_id uuid not null, year bigint not null,
                    phase text not null check (phase in ('plan', 'do', 'evaluate', 'correct')),
                    signed_at bigint not null, signed_by uuid, note text not null,
                    primary key (unit_id, year, phase, signed_at))",
            ),
            Sql::Both(
                "create table wheel_sign_point (
                    unit_id uuid not null, year bigint not null, phase text not null,
                    signed_at bigint not null, step_id uuid not null, follow_id uuid not null,
                    primary key (unit_id, year, phase, signed_at, step_id))",
            ),
        ],
    }
}

fn rounds() -> Migration {
    Migration {
        name: "m20261122004110_plans_rounds",
        up: &[
            Sql::Both(
                "create table status_round (
                    id uuid primary key, plan_id uuid not null, unit_id uuid not null,
                    name text not null, opens text not null, due text not null, period text,
                    state text not null check (state in ('open', 'closed')),
                    opened_at bigint not null, closed_at bigint, version bigint not null)",
            ),
            Sql::Both("create index status_round_plan on status_round (plan_id, opens)"),
            Sql::Both("create index status_round_unit on status_round (unit_id)"),
            Sql::Both("create index status_round_state on status_round (state, due)"),
            Sql::Both(
                "create table round_answer (
                    id uuid primary key, round_id uuid not null references status_round (id),
                    item_kind text not null check (item_kind in ('measure', 'activity')),
                    item_id uuid not null, unit_id uuid not null, ord bigint not null,
                    number text not null, name text not null, name_nn text, name_en text,
                    status text check (status in ('not_started', 'green', 'yellow', 'red', 'done')),
                    deviation text not null, risk text not null, decision text not null,
                    answered_at bigint, answered_by uuid, version bigint not null,
                    unique (round_id, item_id))",
            ),
            Sql::Both("create index round_answer_unit on round_answer (unit_id, round_id)"),
            Sql::Both("create index round_answer_item on round_answer (item_id, round_id)"),
        ],
    }
}

fn choosing() -> Migration {
    Migration {
        name: "m20261122004120_plans_choosing",
        up: &[
            Sql::Both(
                "create table proposal (
                    id uuid primary key, unit_id uuid not null, plan_id uuid,
                    title text not null, body text not null,
                    state text not null check (state in ('draft', 'submitted', 'decided')),
                    proposer uuid, proposed_at bigint not null,
                    decision text check (decision in ('accept', 'reject', 'later')),
                    reason text not null, decided_at bigint, decided_by uuid, version bigint not null)",
            ),
            Sql::Both("create index proposal_unit on proposal (unit_id)"),
            Sql::Both("create index proposal_plan on proposal (plan_id, state)"),
            Sql::Both("create index proposal_proposer on proposal (proposer)"),
            Sql::Both(
                "create table proposal_score (
                    proposal_id uuid not null references proposal (id), criterion_id uuid not null,
                    assessor uuid not null, value bigint not null check (value between 1 and 5),
                    grounds text not null, scored_at bigint not null,
                    primary key (proposal_id, criterion_id, assessor))",
            ),
            Sql::Both(
                "create table proposal_follower (
                    proposal_id uuid not null references proposal (id), person_id uuid not null,
                    primary key (proposal_id, person_id))",
            ),
            Sql::Both(
                "create table challenge_measure (
                    part_id uuid not null, measure_id uuid not null, plan_id uuid not null,
                    primary key (part_id, measure_id))",
            ),
            Sql::Both("create index challenge_measure_plan on challenge_measure (plan_id)"),
            Sql::Both(
                "create table challenge_indicator (
                    part_id uuid not null, indicator_id uuid not null, plan_id uuid not null,
                    primary key (part_id, indicator_id))",
            ),
            Sql::Both("create index challenge_indicator_plan on challenge_indicator (plan_id)"),
        ],
    }
}

fn alternatives() -> Migration {
    Migration {
        name: "m20261122004130_plans_alternatives",
        up: &[
            Sql::Both(
                "create table alternative (
                    id uuid primary key, plan_id uuid not null, code text unique, number bigint not null,
                    name text not null, name_nn text, name_en text,
                    summary text not null, summary_nn text, summary_en text,
                    setup text not null, setup_nn text, setup_en text,
                    pace text not null, pace_nn text, pace_en text,
                    effect text not null, effect_nn text, effect_en text,
                    votes_stated bigint, source text not null, version bigint not null)",
            ),
            Sql::Both("create index alternative_plan on alternative (plan_id, number)"),
            Sql::Both(
                "create table alternative_point (
                    alternative_id uuid not null references alternative (id),
                    kind text not null check (kind in ('pro', 'con', 'precondition')), ord bigint not null,
                    body text not null, body_nn text, body_en text,
                    primary key (alternative_id, kind, ord))",
            ),
            Sql::Both(
                "create table vote (
                    id uuid primary key, plan_id uuid not null, alternative_id uuid references alternative (id),
                    voter uuid not null, seat text not null, statement text not null,
                    reservation text not null, cast_at bigint not null, withdrawn_at bigint)",
            ),
            // One vote each that counts; those taken back stay to be read.
            Sql::Both("create unique index vote_counts on vote (plan_id, voter) where withdrawn_at is null"),
            Sql::Both("create index vote_plan on vote (plan_id, cast_at)"),
            Sql::Both(
                "create table alternative_decision (
                    plan_id uuid primary key, alternative_id uuid not null references alternative (id),
                    reasons text not null, decided_at bigint not null, decided_by uuid)",
            ),
        ],
    }
}

fn pilots() -> Migration {
    Migration {
        name: "m20261122004140_plans_pilots",
        up: &[
            Sql::Both(
                "create table pilot (
                    id uuid primary key, unit_id uuid not null, code text unique,
                    kind text not null check (kind in ('pilot', 'initiative', 'national_initiative', 'tool',
                        'course', 'information_source', 'competence_service')),
                    name text not null, name_nn text, name_en text,
                    field text not null, field_nn text, field_en text,
                    ground text not null, knowledge text not null,
                    evidence text not null check (evidence in ('unknown', 'insufficient', 'some', 'sufficient')),
                    baseline text not null, starts text, ends text, decision_due text,
                    decision text check (decision in ('scale', 'adjust', 'stop', 'continue')),
                    decision_reason text not null, exception text not null,
                    decided_at bigint, decided_by uuid,
                    follow_up text not null, decision_support boolean not null, risk_assessed boolean not null,
                    state text not null check (state in ('proposed', 'checked', 'launched', 'ended', 'listed')),
                    owner_actor text, since text, cadence text, source text not null,
                    version bigint not null)",
            ),
            Sql::Both("create index pilot_unit on pilot (unit_id)"),
            Sql::Both("create index pilot_kind on pilot (kind, state)"),
        ],
    }
}

fn wishes() -> Migration {
    Migration {
        name: "m20261122004150_plans_mail_wishes",
        up: &[Sql::Both("create table mail_wish (person_id uuid primary key, wanted_at bigint not null)")],
    }
}
