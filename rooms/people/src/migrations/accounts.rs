//! The tables of persons, their roles and their ways in.

use varde_store::{Migration, Sql};

/// The tables, oldest first.
pub(super) fn migrations() -> Vec<Migration> {
    vec![accounts(), lookups(), drafts()]
}

/// Who has looked up whom: one row for each hour in which it was done, so that it stays small and
/// tells no more than is needed.
const fn lookups() -> Migration {
    Migration {
        name: "m20261129201000_people_lookups",
        up: &[
            Sql::Both(
                "create table lookup (
                    id uuid primary key, reader_id uuid not null, person_id uuid not null, what text not null,
                    hour bigint not null, first_at bigint not null, last_at bigint not null, times bigint not null,
                    unique (reader_id, person_id, what, hour))",
            ),
            Sql::Both("create index lookup_person on lookup (person_id, last_at)"),
            Sql::Both("create index lookup_last on lookup (last_at)"),
        ],
    }
}

/// Whether what one has begun to write is kept in the browser.
const fn drafts() -> Migration {
    Migration {
        name: "m20261129202500_people_drafts",
        up: &[Sql::Both("alter table person add column keeps_drafts boolean not null default true")],
    }
}

const fn accounts() -> Migration {
    Migration {
        name: "m20261122001050_people_accounts",
        up: &[
            // `find_text` is the name, the user name and the e-mail in lower case, for finding
            // people the same way on both databases.
            Sql::Both(
                "create table person (
                    id uuid primary key, name text not null, email text, locale text, scheme text not null,
                    home_unit_id uuid, active boolean not null, link_by_email boolean not null,
                    find_text text not null, created_at bigint not null, closed_at bigint,
                    version bigint not null)",
            ),
            Sql::Both("create index person_home on person (home_unit_id)"),
            Sql::Both("create index person_name on person (name, id)"),
            Sql::Both("create index person_email on person (email)"),
            Sql::Both(
                "create table account (
                    person_id uuid primary key references person (id), username text not null unique,
                    password_hash text not null, must_change boolean not null, changed_at bigint not null)",
            ),
            Sql::Both(
                "create table external_identity (
                    issuer text not null, subject text not null, person_id uuid not null references person (id),
                    linked_at bigint not null, primary key (issuer, subject))",
            ),
            Sql::Both("create index external_identity_person on external_identity (person_id)"),
            Sql::Both(
                "create table holding (
                    id uuid primary key, person_id uuid not null references person (id), unit_id uuid not null,
                    role text not null, valid_from text not null, valid_to text, granted_by text not null,
                    grounds text not null, version bigint not null)",
            ),
            Sql::Both("create index holding_person on holding (person_id)"),
            Sql::Both("create index holding_unit on holding (unit_id)"),
            Sql::Both(
                "create table session (
                    id uuid primary key, person_id uuid not null references person (id),
                    secret_digest text not null unique, created_at bigint not null, seen_at bigint not null,
                    expires_at bigint not null, how text not null check (how in ('password', 'oidc')))",
            ),
            Sql::Both("create index session_person on session (person_id)"),
            Sql::Both(
                "create table api_token (
                    id uuid primary key, person_id uuid not null references person (id), name text not null,
                    digest text not null unique, scope text not null check (scope in ('read', 'write')),
                    created_at bigint not null, expires_at bigint not null, revoked_at bigint,
                    last_used_at bigint)",
            ),
            Sql::Both("create index api_token_person on api_token (person_id)"),
            // A sign-in on its way to the provider and back: used once, gone after ten minutes.
            Sql::Both(
                "create table oidc_login (
                    state_digest text primary key, browser_digest text not null, nonce text not null,
                    verifier text not null, back text not null, expires_at bigint not null)",
            ),
        ],
    }
}
