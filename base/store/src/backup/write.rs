//! From the database to the file.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use sea_orm::Value;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::catalogue::{self, Table};
use super::{BackupError, ColumnType, Copied, FORMAT, Foot, Head, TableHead};
use crate::{Backend, Db, Error, Read, Row, Snapshot, migrated, values};

/// How many rows are held in memory at a time.
const PAGE: i64 = 2_000;

/// Writes everything in `db` to `out`, as it is at this moment, while others go on working.
///
/// # Errors
///
/// [`BackupError::Database`] and [`BackupError::File`] when either end fails.
pub async fn backup(db: &Db, out: impl Write, now: Timestamp) -> Result<Copied, BackupError> {
    let snapshot = db.snapshot().await?;
    let migrations = migrated(&snapshot).await?;
    let mut file = Lines { out: GzEncoder::new(out, Compression::default()), digest: Sha256::new() };
    file.line(&Head { varde_backup: FORMAT, created_at: now.to_string(), migrations })?;
    let mut copied = Copied::default();
    for table in catalogue::tables(&snapshot).await? {
        file.line(&TableHead { table: table.name.clone(), columns: table.columns.clone() })?;
        let rows = rows(&snapshot, &table, &mut file).await?;
        copied.tables.insert(table.name, rows);
    }
    let sha256 = hex::encode(file.digest.clone().finalize());
    file.line(&Foot { rows: copied.tables.clone(), sha256 })?;
    file.out.finish()?.flush()?;
    Ok(copied)
}

struct Lines<W: Write> {
    out: GzEncoder<W>,
    digest: Sha256,
}

impl<W: Write> Lines<W> {
    fn line(&mut self, value: &impl Serialize) -> Result<(), BackupError> {
        let mut text = serde_json::to_vec(value)?;
        text.push(b'\n');
        self.digest.update(&text);
        Ok(self.out.write_all(&text)?)
    }
}

async fn rows<W: Write>(snapshot: &Snapshot, table: &Table, file: &mut Lines<W>) -> Result<u64, BackupError> {
    let name = &table.name;
    let columns: Vec<String> = table.columns.iter().map(|(column, _)| format!("\"{column}\"")).collect();
    let columns = columns.join(", ");
    let backend = snapshot.backend();
    let key = if backend == Backend::Sqlite { own_key(snapshot, name).await? } else { None };
    let sql = match backend {
        Backend::Sqlite => match &key {
            None => format!(
                "select rowid as varde_row, {columns} from \"{name}\" where $1 < rowid order by rowid limit {PAGE}"
            ),
            Some(key) => {
                format!("select 0 as varde_row, {columns} from \"{name}\" order by {key} limit {PAGE} offset $1")
            }
        },
        Backend::Postgres => {
            // A cursor of its own per table, since prepared statements are kept by their text.
            let open = format!("declare \"copy_{name}\" no scroll cursor for select {columns} from \"{name}\"");
            snapshot.run_plain(&open).await?;
            format!("fetch {PAGE} from \"copy_{name}\"")
        }
    };
    let mut count = 0_u64;
    let mut after = i64::MIN;
    loop {
        let place: Vec<Value> = match (backend, &key) {
            (Backend::Sqlite, None) => values![after],
            (Backend::Sqlite, Some(_)) => values![i64::try_from(count).unwrap_or(i64::MAX)],
            (Backend::Postgres, _) => vec![],
        };
        let page = snapshot
            .all(&sql, place, |row| {
                let at = if backend == Backend::Sqlite { row.get("varde_row")? } else { 0 };
                Ok((at, told(row, &table.columns)?))
            })
            .await?;
        let Some((last, _)) = page.last() else { break };
        after = *last;
        for (_, row) in &page {
            file.line(row)?;
            count += 1;
        }
    }
    Ok(count)
}

/// The columns that SQLite orders a table by which has no row numbers; none for one that has.
async fn own_key(snapshot: &Snapshot, table: &str) -> Result<Option<String>, Error> {
    let numbered = snapshot
        .number("select count(*) as n from pragma_table_list where name = $1 and wr = 0", values![table])
        .await?;
    if 0 < numbered {
        return Ok(None);
    }
    let sql = "select name from pragma_table_info($1) where 0 < pk order by pk";
    let key = snapshot.all(sql, values![table], |row| row.get::<String>("name")).await?;
    Ok(Some(key.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")))
}

fn told(row: &Row, columns: &[(String, ColumnType)]) -> Result<Vec<Json>, Error> {
    columns
        .iter()
        .map(|(column, kind)| {
            Ok(match kind {
                ColumnType::Uuid => row.get::<Option<Uuid>>(column)?.map(|value| Json::from(value.to_string())),
                ColumnType::Text => row.get::<Option<String>>(column)?.map(Json::from),
                ColumnType::Bigint => row.get::<Option<i64>>(column)?.map(Json::from),
                // As text, since not every reader of JSON keeps every digit.
                ColumnType::Double => row.get::<Option<f64>>(column)?.map(|value| Json::from(format!("{value:?}"))),
                ColumnType::Boolean => row.get::<Option<bool>>(column)?.map(Json::from),
            }
            .unwrap_or(Json::Null))
        })
        .collect()
}
