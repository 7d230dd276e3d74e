//! The whole database in one file that either database can be filled from.
//!
//! The file is gzipped text, one JSON value a line: a head (format, migrations), then for each
//! table its columns followed by its rows, and at the end the counts and a digest of all that went
//! before. Whatever a database derives for itself (row numbers, the text index) is left out. What
//! is read is one state of the database; what is filled is filled wholly or not at all.

mod catalogue;
mod read;
mod write;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use read::restore;
pub use write::backup;

use crate::Error;

/// The form of the file. A program that meets a later number refuses.
const FORMAT: u32 = 1;

/// What was copied: rows by table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// How many rows each table has.
    pub tables: BTreeMap<String, u64>,
}

impl Copied {
    /// How many rows there are in all.
    pub fn rows(&self) -> u64 {
        self.tables.values().sum()
    }
}

/// Why a backup could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be read or written.
    #[error("the backup file cannot be read or written: {0}")]
    File(std::io::Error),
    /// The file does not begin as a backup does.
    #[error("this is not a backup that Varde has written")]
    NotABackup,
    /// The file was written by a later program.
    #[error("the backup was written by a newer Varde ({0}): upgrade this one first")]
    Newer(String),
    /// The file ends before its end.
    #[error("the backup is cut off: it ends before its last line")]
    CutOff,
    /// The file is not as it was written.
    #[error("the backup has been damaged or changed: {0}")]
    Damaged(String),
    /// The database to be filled holds something already.
    #[error("a backup is restored into a new, empty database; this one already has the table {0}")]
    NotEmpty(String),
    /// A column is of a type that no backup knows.
    #[error("column {column} of table {table} has the type {kind}, which a backup cannot hold")]
    ColumnType {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The type it has.
        kind: String,
    },
    /// The database refused.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Self::CutOff,
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                Self::Damaged("it cannot be unpacked".to_owned())
            }
            _ => Self::File(error),
        }
    }
}

impl From<serde_json::Error> for BackupError {
    fn from(error: serde_json::Error) -> Self {
        if error.is_io() { Self::from(std::io::Error::from(error)) } else { Self::Damaged(error.to_string()) }
    }
}

/// The first line.
#[derive(Deserialize, Serialize)]
struct Head {
    varde_backup: u32,
    created_at: String,
    migrations: Vec<String>,
}

/// The line before a table's rows.
#[derive(Deserialize, Serialize)]
struct TableHead {
    table: String,
    columns: Vec<(String, ColumnType)>,
}

/// The last line.
#[derive(Deserialize, Serialize)]
struct Foot {
    rows: BTreeMap<String, u64>,
    sha256: String,
}

/// The five column types.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum ColumnType {
    Uuid,
    Text,
    Bigint,
    Double,
    Boolean,
}
