//! What tables and columns there are, as the database itself tells it.

use super::{BackupError, ColumnType};
use crate::{Backend, Error, Read, values};

/// Where the migrations that were run are kept; a backup names them in its head instead.
const MIGRATIONS: &str = "migration";

/// A table and its columns.
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<(String, ColumnType)>,
}

/// The names of all tables that hold what is stored; the tables of the text index are made from them.
pub(super) async fn names(db: &impl Read) -> Result<Vec<String>, Error> {
    let sql = match db.backend() {
        Backend::Sqlite => {
            "select name from pragma_table_list
             where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name"
        }
        Backend::Postgres => {
            "select tablename::text as name from pg_catalog.pg_tables
             where schemaname = current_schema() order by tablename"
        }
    };
    db.all(sql, vec![], |row| row.get("name")).await
}

/// All tables with the columns that a backup holds.
pub(super) async fn tables(db: &impl Read) -> Result<Vec<Table>, BackupError> {
    let mut tables = Vec::new();
    for name in names(db).await? {
        if name != MIGRATIONS {
            tables.push(Table { columns: columns(db, &name).await?, name });
        }
    }
    Ok(tables)
}

async fn columns(db: &impl Read, table: &str) -> Result<Vec<(String, ColumnType)>, BackupError> {
    let sql = match db.backend() {
        Backend::Sqlite => "select name, lower(type) as kind from pragma_table_info($1) order by cid",
        Backend::Postgres => {
            "select column_name::text as name, data_type::text as kind from information_schema.columns
             where table_schema = current_schema() and table_name = $1 order by ordinal_position"
        }
    };
    let told = db.all(sql, values![table], |row| Ok((row.get::<String>("name")?, row.get::<String>("kind")?))).await?;
    let mut columns = Vec::new();
    for (column, kind) in told {
        let known = match kind.as_str() {
            "uuid" => ColumnType::Uuid,
            "text" => ColumnType::Text,
            "bigint" => ColumnType::Bigint,
            "double precision" => ColumnType::Double,
            "boolean" => ColumnType::Boolean,
            // SQLite's own row number, which it gives out anew.
            "integer" if db.backend() == Backend::Sqlite => continue,
            _ => return Err(BackupError::ColumnType { table: table.to_owned(), column, kind }),
        };
        columns.push((column, known));
    }
    Ok(columns)
}

/// The foreign keys of a PostgreSQL database, as table and name.
pub(super) async fn foreign_keys(db: &impl Read) -> Result<Vec<(String, String)>, Error> {
    db.all(
        "select t.relname::text as place, c.conname::text as name from pg_catalog.pg_constraint c
         join pg_catalog.pg_class t on t.oid = c.conrelid join pg_catalog.pg_namespace n on n.oid = t.relnamespace
         where c.contype = 'f' and n.nspname = current_schema() order by 1, 2",
        vec![],
        |row| Ok((row.get("place")?, row.get("name")?)),
    )
    .await
}
