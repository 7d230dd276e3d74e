//! The room's tables.

use varde_store::{Migration, Sql};

/// The room's tables, oldest first.
pub fn migrations() -> Vec<Migration> {
    vec![
        Migration {
            name: "m20261122005000_governance_tasks",
            up: &[
                Sql::Both(
                    "create table task (
                        id uuid primary key, code text unique, unit_id uuid, unit_kind text, actor_id uuid,
                        name text not null, name_nn text, name_en text, description text not null,
                        phase text check (phase in ('plan', 'do', 'evaluate', 'correct')),
                        source text not null, findable text not null, version bigint not null)",
                ),
                Sql::Both("create index task_unit on task (unit_id)"),
                Sql::Both("create index task_unit_kind on task (unit_kind)"),
                Sql::Both("create index task_actor on task (actor_id)"),
                Sql::Both("create index task_name on task (name, id)"),
                Sql::Both(
                    "create table responsibility (
                        id uuid primary key, task_id uuid not null references task (id),
                        authority text not null
                            check (authority in ('decides', 'carries_out', 'advises', 'informed')),
                        role text not null, unit_id uuid, person_id uuid, actor_id uuid,
                        valid_from text not null, valid_to text,
                        delegated_from uuid references responsibility (id),
                        delegation_document text, delegated_on text, delegated_by uuid,
                        version bigint not null,
                        check (delegated_from is null
                            or (delegation_document is not null and delegated_on is not null)))",
                ),
                Sql::Both("create index responsibility_task on responsibility (task_id)"),
                Sql::Both("create index responsibility_unit on responsibility (unit_id)"),
                Sql::Both("create index responsibility_source on responsibility (delegated_from)"),
            ],
        },
        Migration {
            name: "m20261122005001_governance_bodies",
            up: &[
                Sql::Both(
                    "create table body (
                        id uuid primary key, code text unique, name text not null, name_nn text, name_en text,
                        purpose text not null, purpose_nn text, purpose_en text,
                        kind text not null
                            check (kind in ('council', 'network', 'body', 'arena', 'committee', 'working_group')),
                        level text not null
                            check (level in ('national', 'regional', 'enterprise', 'municipal', 'all')),
                        unit_id uuid, led_by uuid, established_by uuid, succeeds uuid,
                        composition text not null check (composition in ('known', 'groups_only', 'missing')),
                        required_groups text not null,
                        quorum_percent bigint not null check (quorum_percent between 0 and 99),
                        seats_printed bigint, holders_printed bigint,
                        source text not null, findable text not null, version bigint not null)",
                ),
                Sql::Both("create index body_unit on body (unit_id)"),
                Sql::Both("create index body_name on body (name, id)"),
                Sql::Both("create index body_succeeds on body (succeeds)"),
                Sql::Both(
                    "create table seat (
                        id uuid primary key, body_id uuid not null references body (id), ord bigint not null,
                        appointed_by uuid, group_name text not null,
                        observer boolean not null, not_appointed boolean not null,
                        label text not null, label_nn text, label_en text,
                        printed_holder boolean, version bigint not null)",
                ),
                Sql::Both("create index seat_body on seat (body_id, ord)"),
                Sql::Both("create index seat_appointed_by on seat (appointed_by)"),
                Sql::Both(
                    "create table seat_holding (
                        id uuid primary key, seat_id uuid not null references seat (id),
                        person_id uuid, name text,
                        role text not null check (role in ('leader', 'deputy_leader', 'member', 'substitute')),
                        organisation text not null, public boolean not null,
                        valid_from text not null, valid_to text, version bigint not null)",
                ),
                Sql::Both("create index seat_holding_seat on seat_holding (seat_id)"),
                Sql::Both("create index seat_holding_person on seat_holding (person_id)"),
                Sql::Both("create index seat_holding_ended on seat_holding (valid_to)"),
                Sql::Both(
                    "create table body_task (
                        body_id uuid not null references body (id), task_id uuid not null references task (id),
                        ord bigint not null, primary key (body_id, task_id))",
                ),
                Sql::Both("create index body_task_task on body_task (task_id)"),
            ],
        },
    ]
}
