//! Large files on their way in: their parts, the rows that are right so far, what is wrong, and whose they are.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130090000_indicators_uploads",
        up: &[
            Sql::Both(
                "create table upload (
                    id uuid primary key, person_id uuid not null, name text not null, mapping text not null,
                    n_bytes bigint not null, n_stored bigint not null, n_parts bigint not null,
                    state text not null check (state in
                        ('receiving', 'reading', 'ready', 'applying', 'done', 'refused', 'cancelled')),
                    head text not null, n_read bigint not null, next_line bigint not null,
                    n_rows bigint not null, n_new bigint not null, n_changed bigint not null,
                    n_unchanged bigint not null, n_problems bigint not null, is_cut boolean not null,
                    reason text not null, made_at bigint not null, version bigint not null)",
            ),
            Sql::Both("create index upload_person on upload (person_id, made_at)"),
            // Bytes as base64: a file is shared by all machines, and the store knows five types of column (ADR 0002).
            Sql::Both(
                "create table upload_part (
                    upload_id uuid not null references upload (id), ord bigint not null, from_byte bigint not null,
                    n_bytes bigint not null, body text not null, primary key (upload_id, ord))",
            ),
            Sql::Both(
                "create table upload_row (
                    upload_id uuid not null references upload (id), place text not null, period text not null,
                    line bigint not null, said text not null, primary key (upload_id, place, period))",
            ),
            Sql::Both(
                "create table upload_problem (
                    upload_id uuid not null references upload (id), ord bigint not null, line bigint,
                    place_column text not null, key text not null, args text not null,
                    primary key (upload_id, ord))",
            ),
        ],
    }
}

pub(super) fn whole() -> Migration {
    Migration {
        name: "m20261130173000_indicators_uploads_whole",
        up: &[
            // The same file from the same sender is known by its digest, however large it is.
            Sql::Both("alter table upload add column sender text not null default ''"),
            Sql::Both("alter table upload add column digest text not null default ''"),
            // What cannot be read in portions is read whole, put by as rows, and held against what is known in portions.
            Sql::Both("alter table upload add column n_values bigint not null default 0"),
            Sql::Both("alter table upload add column n_done bigint not null default 0"),
            Sql::Both("alter table upload add column remarks text not null default ''"),
            Sql::Both("alter table upload add column at_place text not null default ''"),
            Sql::Both("alter table upload add column at_period text not null default ''"),
        ],
    }
}
