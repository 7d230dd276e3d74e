//! The room's tables. On SQLite they lie in the order of their random ids and have no row numbers, which would tell in
//! what order reports without a name came.

use varde_store::{Migration, Sql};

/// All steps, in order.
pub fn migrations() -> Vec<Migration> {
    vec![base()]
}

/// A table made alike on both databases, and on SQLite without row numbers.
macro_rules! table {
    ($sql:literal) => {
        [Sql::Sqlite(concat!($sql, " without rowid")), Sql::Postgres($sql)]
    };
}

const INCIDENT: [Sql; 2] = table!(
    "create table incident (
        id uuid primary key, unit_id uuid not null, kind text not null, state text not null, title text not null,
        mode text not null, entrance text not null, handler_id uuid, harm text, potential text, level text,
        learning text not null default '', no_measures text, escalated boolean not null default false,
        happened_on text not null, received_on text not null, due_on text, answered_on text, closed_on text,
        answer text not null default '', joined_to uuid, told boolean not null, version bigint not null)"
);
const REPORT: [Sql; 2] = table!(
    "create table report (
        id uuid primary key, incident_id uuid not null references incident (id), kind text not null,
        harmed text not null, mode text not null, entrance text not null, what text not null, unit_id uuid not null,
        place text not null, happened_on text not null, happened_at text, done text not null, reporter_id uuid,
        received_on text not null, received_at bigint, sent_mark text not null unique)"
);
const TOPIC: [Sql; 2] = table!(
    "create table report_topic (
        report_id uuid not null references report (id), topic text not null, primary key (report_id, topic))"
);
const RECEIPT: [Sql; 2] = table!(
    "create table report_receipt (
        report_id uuid primary key references report (id), finds text not null, hash text not null)"
);
const REPORTER: [Sql; 2] = table!(
    "create table report_reporter (
        report_id uuid primary key references report (id), mark text not null, sealed text not null)"
);
const DISCLOSURE: [Sql; 2] = table!(
    "create table report_disclosure (
        id uuid primary key, report_id uuid not null references report (id), asked_by uuid not null,
        why text not null, asked_at bigint not null, decided_by uuid, decided_at bigint, agreed boolean,
        seen_at bigint)"
);
const ADDITION: [Sql; 2] = table!(
    "create table report_addition (
        report_id uuid not null references report (id), ord bigint not null, kind text not null, body text not null,
        added_on text not null, primary key (report_id, ord))"
);
const MESSAGE: [Sql; 2] = table!(
    "create table report_message (
        id uuid primary key, report_id uuid not null references report (id), side text not null, author_id uuid,
        body text not null, said_on text not null, ord bigint not null, unique (report_id, ord))"
);
const STEP: [Sql; 2] = table!(
    "create table incident_step (
        incident_id uuid not null references incident (id), ord bigint not null, step text not null,
        state text not null, taken_on text not null, taken_by uuid, reason text not null,
        primary key (incident_id, ord))"
);
const WHY: [Sql; 2] = table!(
    "create table anonymous_why (
        month text not null, unit_id uuid not null, why text not null, n bigint not null,
        primary key (month, unit_id, why))"
);
const FACT: [Sql; 2] = table!(
    "create table incident_fact (
        incident_id uuid not null references incident (id), fact text not null, answer text not null,
        primary key (incident_id, fact))"
);
const DECISION: [Sql; 2] = table!(
    "create table incident_decision (
        incident_id uuid not null references incident (id), ord bigint not null, set_code text not null,
        set_version text not null, rule text not null, facts text not null, proposed text not null,
        choice text not null, reason text not null, decided_by uuid not null, decided_at bigint not null,
        sent_at bigint, reference text not null, primary key (incident_id, ord))"
);

const BASE: [Sql; 33] = [
    INCIDENT[0],
    INCIDENT[1],
    REPORT[0],
    REPORT[1],
    TOPIC[0],
    TOPIC[1],
    RECEIPT[0],
    RECEIPT[1],
    REPORTER[0],
    REPORTER[1],
    DISCLOSURE[0],
    DISCLOSURE[1],
    ADDITION[0],
    ADDITION[1],
    MESSAGE[0],
    MESSAGE[1],
    STEP[0],
    STEP[1],
    WHY[0],
    WHY[1],
    FACT[0],
    FACT[1],
    DECISION[0],
    DECISION[1],
    Sql::Both("create index incident_unit on incident (unit_id, received_on)"),
    Sql::Both("create index incident_received on incident (received_on)"),
    Sql::Both("create index incident_due on incident (due_on) where due_on is not null"),
    Sql::Both("create index incident_untold on incident (received_on) where told = false"),
    Sql::Both("create index report_incident on report (incident_id)"),
    Sql::Both("create index report_reporter_id on report (reporter_id) where reporter_id is not null"),
    Sql::Both("create index report_receipt_finds on report_receipt (finds)"),
    Sql::Both("create index report_reporter_mark on report_reporter (mark)"),
    Sql::Both("create index report_disclosure_report on report_disclosure (report_id)"),
];

fn base() -> Migration {
    Migration { name: "m20261201012500_incidents_base", up: &BASE }
}
