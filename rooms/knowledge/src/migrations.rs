//! The room's tables.

use varde_store::{Migration, Sql};

/// The room's tables, oldest first.
pub fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "m20261122006000_knowledge_documents",
        up: &[
            Sql::Both(
                "create table document (
                    id uuid primary key, code text unique, kind text not null,
                    name text not null, name_nn text, name_en text,
                    issuer uuid, commissioned_by uuid, year bigint, in_force_from text, review_by text,
                    reference text not null, url text not null,
                    status text not null check (status in
                        ('in_force', 'under_revision', 'hearing', 'planned', 'superseded', 'unknown')),
                    successor_id uuid, note text not null, note_nn text, note_en text,
                    unit_id uuid, open boolean not null, source text not null, findable text not null,
                    version bigint not null)",
            ),
            Sql::Both("create index document_unit on document (unit_id)"),
            Sql::Both("create index document_successor on document (successor_id)"),
            Sql::Both("create index document_name on document (name, id)"),
            Sql::Both("create index document_review on document (review_by)"),
            Sql::Both(
                "create table document_note (
                    id uuid primary key, code text unique,
                    kind text not null check (kind in
                        ('contradiction', 'gap', 'ambiguity', 'error_in_text', 'arithmetic')),
                    text text not null, text_nn text, text_en text,
                    state text not null check (state in ('open', 'explained', 'resolved')),
                    answer text not null, source text not null, findable text not null,
                    place bigint not null, version bigint not null)",
            ),
            Sql::Both(
                "create table note_document (
                    note_id uuid not null references document_note (id), document_id uuid not null,
                    primary key (note_id, document_id))",
            ),
            Sql::Both("create index note_document_document on note_document (document_id)"),
            Sql::Both(
                "create table note_concern (
                    note_id uuid not null references document_note (id), kind text not null, code text not null,
                    thing_id uuid not null, place bigint not null, primary key (note_id, thing_id))",
            ),
            Sql::Both("create index note_concern_thing on note_concern (thing_id)"),
            Sql::Both("create index note_concern_code on note_concern (kind, code)"),
            Sql::Both(
                "create table revision_request (
                    id uuid primary key, document_id uuid not null references document (id),
                    person_id uuid not null, asked_at bigint not null, text text not null,
                    state text not null check (state in ('asked', 'under_revision', 'done', 'declined')),
                    answer text not null, version bigint not null)",
            ),
            Sql::Both("create index revision_request_document on revision_request (document_id)"),
            Sql::Both("create index revision_request_person on revision_request (person_id)"),
        ],
    }]
}
