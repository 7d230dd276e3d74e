//! From the file to the database.

use std::io::{BufRead, BufReader, Read as Bytes};

use flate2::read::MultiGzDecoder;
use jiff::Timestamp;
use sea_orm::Value;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use varde_kernel::access::{Author, System};

use super::{BackupError, ColumnType, Copied, FORMAT, Foot, Head, TableHead, catalogue};
use crate::migrate::migrate_within;
use crate::{Backend, Column, Db, Migration, Read, Tx};

/// How many values one statement carries; both databases take more.
const VALUES: usize = 8_000;

/// Fills the empty database `db` from a backup: makes the tables as they were, fills them, and
/// brings them up to date with `all` migrations. Everything happens in one transaction.
///
/// # Errors
///
/// [`BackupError`] says what is wrong with the file or with the database; nothing has changed then.
pub async fn restore(db: &Db, file: impl Bytes, all: Vec<Migration>, now: Timestamp) -> Result<Copied, BackupError> {
    let mut lines = Lines::open(file);
    let head = head(&mut lines)?;
    if let Some(unknown) = head.migrations.iter().find(|name| !all.iter().any(|known| known.name == *name)) {
        return Err(BackupError::Newer(unknown.clone()));
    }
    let tx = db.begin_write(Author::System(System::Console), now).await?;
    if let Some(table) = catalogue::names(&tx).await?.into_iter().next() {
        return Err(BackupError::NotEmpty(table));
    }
    let as_it_was = all.iter().filter(|known| head.migrations.iter().any(|name| name == known.name)).copied();
    migrate_within(&tx, as_it_was.collect()).await?;
    let foreign_keys = let_rows_come_in_any_order(&tx).await?;
    let copied = fill(&tx, &mut lines).await?;
    hold_rows_together(&tx, &foreign_keys).await?;
    migrate_within(&tx, all).await?;
    tx.commit().await?;
    Ok(copied)
}

struct Lines<R: Bytes> {
    input: BufReader<MultiGzDecoder<R>>,
    digest: Sha256,
    // Of everything before the line that was read last.
    before: Sha256,
}

impl<R: Bytes> Lines<R> {
    fn open(file: R) -> Self {
        Self { input: BufReader::new(MultiGzDecoder::new(file)), digest: Sha256::new(), before: Sha256::new() }
    }

    fn next(&mut self) -> Result<Option<Vec<u8>>, BackupError> {
        let mut line = Vec::new();
        self.input.read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        self.before = self.digest.clone();
        self.digest.update(&line);
        Ok(Some(line))
    }
}

fn head<R: Bytes>(lines: &mut Lines<R>) -> Result<Head, BackupError> {
    let line = match lines.next() {
        Ok(Some(line)) => line,
        Ok(None) | Err(BackupError::Damaged(_)) => return Err(BackupError::NotABackup),
        Err(error) => return Err(error),
    };
    let json: Json = serde_json::from_slice(&line).map_err(|_| BackupError::NotABackup)?;
    match json.get("varde_backup").and_then(Json::as_u64) {
        Some(format) if format == u64::from(FORMAT) => Ok(serde_json::from_value(json)?),
        Some(format) => Err(BackupError::Newer(format!("format {format}"))),
        None => Err(BackupError::NotABackup),
    }
}

async fn fill<R: Bytes>(tx: &Tx, lines: &mut Lines<R>) -> Result<Copied, BackupError> {
    let known = catalogue::tables(tx).await?;
    // What a migration put in comes from the backup too.
    for table in &known {
        tx.run(&format!("delete from \"{}\"", table.name), vec![]).await?;
    }
    let mut copied = Copied::default();
    let mut table: Option<Filling> = None;
    while let Some(line) = lines.next()? {
        match serde_json::from_slice::<Json>(&line)? {
            Json::Array(row) => {
                let table = table.as_mut().ok_or_else(|| BackupError::Damaged("a row before any table".to_owned()))?;
                table.row(tx, row).await?;
            }
            json if json.get("table").is_some() => {
                if let Some(table) = table.take() {
                    table.finish(tx, &mut copied).await?;
                }
                let head: TableHead = serde_json::from_value(json)?;
                let Some(same) = known.iter().find(|known| known.name == head.table) else {
                    return Err(BackupError::Damaged(format!("there is no table {}", head.table)));
                };
                if let Some((column, _)) = head.columns.iter().find(|column| !same.columns.contains(column)) {
                    return Err(BackupError::Damaged(format!("table {} has no such column {column}", head.table)));
                }
                table = Some(Filling { head, rows: 0, values: Vec::new() });
            }
            json => {
                if let Some(table) = table.take() {
                    table.finish(tx, &mut copied).await?;
                }
                let foot: Foot = serde_json::from_value(json)?;
                return check(lines, &foot, copied);
            }
        }
    }
    Err(BackupError::CutOff)
}

fn check<R: Bytes>(lines: &mut Lines<R>, foot: &Foot, copied: Copied) -> Result<Copied, BackupError> {
    if hex::encode(lines.before.clone().finalize()) != foot.sha256 {
        return Err(BackupError::Damaged("its digest does not fit its content".to_owned()));
    }
    let differs = |(table, rows): (&String, &u64)| foot.rows.get(table) != Some(rows);
    if copied.tables.len() != foot.rows.len() || copied.tables.iter().any(differs) {
        return Err(BackupError::Damaged("rows are missing or too many".to_owned()));
    }
    if lines.next()?.is_some() {
        return Err(BackupError::Damaged("something follows its last line".to_owned()));
    }
    Ok(copied)
}

/// A table that is being filled.
struct Filling {
    head: TableHead,
    rows: u64,
    values: Vec<Value>,
}

impl Filling {
    async fn row(&mut self, tx: &Tx, row: Vec<Json>) -> Result<(), BackupError> {
        if row.len() != self.head.columns.len() {
            return Err(self.wrong());
        }
        for (json, (_, kind)) in row.into_iter().zip(&self.head.columns) {
            let value = value(&json, *kind).ok_or_else(|| self.wrong())?;
            self.values.push(value);
        }
        self.rows += 1;
        if VALUES < self.values.len() + self.head.columns.len() {
            self.write(tx).await?;
        }
        Ok(())
    }

    fn wrong(&self) -> BackupError {
        BackupError::Damaged(format!("row {} of table {}", self.rows + 1, self.head.table))
    }

    async fn write(&mut self, tx: &Tx) -> Result<(), BackupError> {
        let width = self.head.columns.len();
        let names: Vec<String> = self.head.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let rows: Vec<String> = (0..self.values.len() / width.max(1))
            .map(|row| {
                let places: Vec<String> = (1..=width).map(|place| format!("${}", row * width + place)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        if !rows.is_empty() {
            let sql = format!("insert into \"{}\" ({}) values {}", self.head.table, names.join(", "), rows.join(", "));
            tx.run(&sql, std::mem::take(&mut self.values)).await?;
        }
        Ok(())
    }

    async fn finish(mut self, tx: &Tx, copied: &mut Copied) -> Result<(), BackupError> {
        self.write(tx).await?;
        copied.tables.insert(self.head.table, self.rows);
        Ok(())
    }
}

fn value(json: &Json, kind: ColumnType) -> Option<Value> {
    let empty = json.is_null();
    Some(match kind {
        ColumnType::Uuid if empty => None::<Uuid>.column(),
        ColumnType::Uuid => json.as_str()?.parse::<Uuid>().ok()?.column(),
        ColumnType::Text if empty => None::<String>.column(),
        ColumnType::Text => json.as_str()?.column(),
        ColumnType::Bigint if empty => None::<i64>.column(),
        ColumnType::Bigint => json.as_i64()?.column(),
        ColumnType::Double if empty => None::<f64>.column(),
        ColumnType::Double => json.as_str()?.parse::<f64>().ok()?.column(),
        ColumnType::Boolean if empty => None::<bool>.column(),
        ColumnType::Boolean => json.as_bool()?.column(),
    })
}

/// Rows may come before those they point to; the keys are checked when all are in.
async fn let_rows_come_in_any_order(tx: &Tx) -> Result<Vec<(String, String)>, BackupError> {
    if tx.backend() == Backend::Sqlite {
        tx.run_plain("pragma defer_foreign_keys = on").await?;
        return Ok(Vec::new());
    }
    let foreign_keys = catalogue::foreign_keys(tx).await?;
    for (table, name) in &foreign_keys {
        let sql = format!("alter table \"{table}\" alter constraint \"{name}\" deferrable initially deferred");
        tx.run_plain(&sql).await?;
    }
    Ok(foreign_keys)
}

/// Checks the keys and leaves them as strict as they were.
async fn hold_rows_together(tx: &Tx, foreign_keys: &[(String, String)]) -> Result<(), BackupError> {
    if tx.backend() == Backend::Postgres {
        tx.run_plain("set constraints all immediate").await?;
    }
    for (table, name) in foreign_keys {
        tx.run_plain(&format!("alter table \"{table}\" alter constraint \"{name}\" not deferrable")).await?;
    }
    Ok(())
}
