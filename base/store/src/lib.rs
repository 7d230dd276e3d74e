//! The database, shared by all rooms: one way in for reading, one way in for writing.
//!
//! SQLite (one file, the default) and PostgreSQL answer the same SQL. Rooms write plain SQL with
//! `$1, $2 …` in their `store.rs`, in the subset that both understand, and map rows straight into
//! their own types. Column types are `uuid`, `text`, `bigint`, `double precision` and `boolean`
//! only; dates are ISO text and instants are microseconds since 1970 (ADR 0002).
//!
//! Every write goes through [`Db::begin_write`], which queues writers on SQLite, and what it
//! changes is told in the history in the same transaction ([`Tx::record`]).

mod backup;
mod db;
mod error;
pub mod history;
pub mod jobs;
mod migrate;
mod row;
mod scope;
pub mod search;
pub mod setting;
pub mod states;
pub mod translation;
mod write;

pub use backup::{BackupError, Copied, backup, restore};
pub use db::{Backend, Db, Read, Snapshot, Tx};
pub use error::Error;
pub use migrate::{Migration, Sql, migrate, migrated, migrations};
pub use row::{Column, FromColumn, Row};
pub use scope::{holds_words, places, scope_condition};
pub use sea_orm::Value;
pub use serde_json::{Value as Json, json};
pub use write::{Delete, Insert, Update};

/// Values for `$1, $2 …`, in order.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        vec![$($crate::Column::column($value)),*]
    };
}
