//! Bringing a database up to date.

use jiff::Timestamp;
use varde_kernel::access::{Author, System};

use crate::{Backend, Db, Error, Read, Tx, values};

/// One statement of a migration.
#[derive(Clone, Copy, Debug)]
pub enum Sql {
    /// Understood by both databases.
    Both(&'static str),
    /// For SQLite alone.
    Sqlite(&'static str),
    /// For PostgreSQL alone.
    Postgres(&'static str),
}

/// A step forward. Never changed after a release.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `m<UTC timestamp>_<room>_<what>`: sorts in the order of making.
    pub name: &'static str,
    /// What it does.
    pub up: &'static [Sql],
}

/// The tables that belong to the store itself.
pub fn migrations() -> Vec<Migration> {
    vec![base(), translations(), payloads_of_done_jobs(), states(), names()]
}

fn translations() -> Migration {
    Migration {
        name: "m20261129193500_store_translations",
        up: &[Sql::Both(
            "create table translation_check (
                thing_id uuid not null, field text not null, locale text not null check (locale in ('nn', 'en')),
                since bigint not null, primary key (thing_id, field, locale))",
        )],
    }
}

/// Jobs that are done keep nothing of what they concerned.
const fn payloads_of_done_jobs() -> Migration {
    Migration {
        name: "m20261129200000_store_payloads_of_done_jobs",
        up: &[
            Sql::Both("update job set payload = '' where state = 'done'"),
            Sql::Both("create index history_line_unit on history_line (unit_id, at)"),
        ],
    }
}

/// Since when things have been in their states.
fn states() -> Migration {
    Migration {
        name: "m20261130180000_store_states",
        up: &[Sql::Both(
            "create table state_since (
                thing_id uuid not null, at bigint not null, state text not null, primary key (thing_id, at))",
        )],
    }
}

const fn base() -> Migration {
    Migration {
        name: "m20261122000000_store_base",
        up: &[
            Sql::Both("create table setting (name text primary key, value text not null)"),
            Sql::Both(
                "create table history_head (
                    chain text primary key, seq bigint not null, hash text not null)",
            ),
            Sql::Both(
                "create table history_line (
                    chain text not null, seq bigint not null, at bigint not null,
                    author text not null, action text not null,
                    thing_kind text not null, thing_id uuid not null, unit_id uuid,
                    version bigint, digest text not null, previous text not null, hash text not null,
                    primary key (chain, seq))",
            ),
            Sql::Both("create index history_line_thing on history_line (thing_id, at)"),
            Sql::Both("create index history_line_at on history_line (at)"),
            Sql::Both(
                "create table history_payload (
                    chain text not null, seq bigint not null, salt text not null, body text not null,
                    primary key (chain, seq))",
            ),
            Sql::Both(
                "create table job (
                    id uuid primary key, kind text not null, payload text not null, once_key text unique,
                    run_after bigint not null, attempts bigint not null, state text not null,
                    locked_until bigint not null, last_error text, created_at bigint not null,
                    finished_at bigint)",
            ),
            Sql::Both("create index job_due on job (state, run_after)"),
            Sql::Both(
                "create table unit_line (
                    unit_id uuid not null, ancestor_id uuid not null, depth bigint not null,
                    primary key (unit_id, ancestor_id))",
            ),
            Sql::Both("create index unit_line_ancestor on unit_line (ancestor_id, unit_id)"),
            // SQLite's text index needs a row number that no vacuum renumbers.
            Sql::Sqlite(
                "create table search_entry (
                    rowno integer primary key, id uuid not null unique, kind text not null, unit_id uuid,
                    href text not null, title text not null, title_nn text, title_en text,
                    detail text not null, open boolean not null, search_text text not null)",
            ),
            Sql::Postgres(
                "create table search_entry (
                    id uuid primary key, kind text not null, unit_id uuid,
                    href text not null, title text not null, title_nn text, title_en text,
                    detail text not null, open boolean not null, search_text text not null)",
            ),
            Sql::Both("create index search_entry_unit on search_entry (unit_id)"),
            Sql::Sqlite(
                "create virtual table search_index using fts5 (search_text, content='search_entry', content_rowid='rowno', tokenize=\"unicode61 remove_diacritics 0\")",
            ),
            Sql::Sqlite(
                "create trigger search_entry_added after insert on search_entry begin
                    insert into search_index (rowid, search_text) values (new.rowno, new.search_text);
                end",
            ),
            Sql::Sqlite(
                "create trigger search_entry_removed after delete on search_entry begin
                    insert into search_index (search_index, rowid, search_text)
                    values ('delete', old.rowno, old.search_text);
                end",
            ),
            Sql::Sqlite(
                "create trigger search_entry_changed after update on search_entry begin
                    insert into search_index (search_index, rowid, search_text)
                    values ('delete', old.rowno, old.search_text);
                    insert into search_index (rowid, search_text) values (new.rowno, new.search_text);
                end",
            ),
            Sql::Postgres(
                "create index search_entry_text on search_entry using gin (to_tsvector('simple', search_text))",
            ),
        ],
    }
}

/// Names as the search orders by them.
fn names() -> Migration {
    Migration {
        name: "m20261201021500_store_names",
        up: &[
            Sql::Both("alter table search_entry add column name_key text not null default ''"),
            Sql::Both(
                "update search_entry set name_key = '\n' || replace(replace(replace(lower(coalesce(title, '')), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å') || '\n'
                    || replace(replace(replace(lower(coalesce(title_nn, '')), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å') || '\n'
                    || replace(replace(replace(lower(coalesce(title_en, '')), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å') || '\n'",
            ),
        ],
    }
}

/// Runs the migrations that have not been run, in order of name and all in one transaction.
/// Returns the names of those it ran.
///
/// # Errors
///
/// [`Error::Database`] from the first statement that is refused; then nothing has changed.
pub async fn migrate(db: &Db, all: Vec<Migration>, now: Timestamp) -> Result<Vec<&'static str>, Error> {
    let tx = db.begin_write(Author::System(System::Console), now).await?;
    let ran = migrate_within(&tx, all).await?;
    tx.commit().await?;
    Ok(ran)
}

/// Runs the migrations that have not been run, inside a transaction that does more.
pub(crate) async fn migrate_within(tx: &Tx, mut all: Vec<Migration>) -> Result<Vec<&'static str>, Error> {
    all.sort_by_key(|migration| migration.name);
    if tx.backend() == Backend::Postgres {
        // Several processes may start at once; one migrates, the others wait and find it done.
        tx.run_plain("select pg_advisory_xact_lock(860421)").await?;
    }
    tx.run_plain("create table if not exists migration (name text primary key, applied_at bigint not null)").await?;
    let done = migrated(tx).await?;
    let mut ran = Vec::new();
    for migration in all {
        if done.iter().any(|name| name == migration.name) {
            continue;
        }
        for sql in migration.up {
            match (sql, tx.backend()) {
                (Sql::Both(sql), _) | (Sql::Sqlite(sql), Backend::Sqlite) | (Sql::Postgres(sql), Backend::Postgres) => {
                    tx.run_plain(sql).await?;
                }
                _ => {}
            }
        }
        tx.run("insert into migration (name, applied_at) values ($1, $2)", values![migration.name, tx.now()]).await?;
        ran.push(migration.name);
    }
    Ok(ran)
}

/// The names of the migrations that have been run, in order.
///
/// # Errors
///
/// [`Error::Database`] when the database has never been migrated.
pub async fn migrated(db: &impl Read) -> Result<Vec<String>, Error> {
    db.all("select name from migration order by name", vec![], |row| row.get("name")).await
}
