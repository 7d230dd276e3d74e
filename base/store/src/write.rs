//! Writing rows without spelling out every placeholder.

use sea_orm::Value;
use varde_kernel::Words;

use crate::{Column, Error, Tx, translation, values};

/// A new row, or one that replaces the row with the same key.
#[must_use = "nothing is written until run"]
pub struct Insert {
    table: &'static str,
    columns: Vec<String>,
    values: Vec<Value>,
    key: &'static str,
}

impl Insert {
    /// Begins a row of `table`.
    pub fn into(table: &'static str) -> Self {
        Self { table, columns: Vec::new(), values: Vec::new(), key: "" }
    }

    /// Sets a column.
    pub fn set(mut self, column: &str, value: impl Column) -> Self {
        self.columns.push(column.to_owned());
        self.values.push(value.column());
        self
    }

    /// Sets `column`, `column_nn` and `column_en`.
    pub fn words(self, column: &str, words: &Words) -> Self {
        self.set(column, words.nb.as_str())
            .set(&format!("{column}_nn"), words.nn.as_deref())
            .set(&format!("{column}_en"), words.en.as_deref())
    }

    /// Replaces the row with the same key columns (`"id"` or `"a, b"`) instead of refusing.
    pub fn or_replace(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// Writes the row.
    pub async fn run(self, tx: &Tx) -> Result<(), Error> {
        let places: Vec<String> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        let mut sql =
            format!("insert into {} ({}) values ({})", self.table, self.columns.join(", "), places.join(", "));
        if !self.key.is_empty() {
            let keys: Vec<&str> = self.key.split(", ").collect();
            let sets: Vec<String> = self
                .columns
                .iter()
                .filter(|column| !keys.contains(&column.as_str()))
                .map(|column| format!("{column} = excluded.{column}"))
                .collect();
            let otherwise =
                if sets.is_empty() { "nothing".to_owned() } else { format!("update set {}", sets.join(", ")) };
            sql = format!("{sql} on conflict ({}) do {otherwise}", self.key);
        }
        tx.run(&sql, self.values).await.map(|_| ())
    }
}

/// A change of one row.
#[must_use = "nothing is written until run"]
pub struct Update {
    table: &'static str,
    columns: Vec<String>,
    values: Vec<Value>,
    texts: Vec<(String, Words)>,
}

impl Update {
    /// Begins a change of a row of `table`.
    pub fn of(table: &'static str) -> Self {
        Self { table, columns: Vec::new(), values: Vec::new(), texts: Vec::new() }
    }

    /// Sets a column.
    pub fn set(mut self, column: &str, value: impl Column) -> Self {
        self.values.push(value.column());
        self.columns.push(format!("{column} = ${}", self.values.len()));
        self
    }

    /// Sets `column`, `column_nn` and `column_en`. A translation that stays while the text changes
    /// is marked as one to look at ([`crate::translation`]).
    pub fn words(mut self, column: &str, words: &Words) -> Self {
        self.texts.push((column.to_owned(), words.clone()));
        self.set(column, words.nb.as_str())
            .set(&format!("{column}_nn"), words.nn.as_deref())
            .set(&format!("{column}_en"), words.en.as_deref())
    }

    /// Saves what people edit: the row must still have the `version` that was read, and gets the
    /// next one, which is returned.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] when someone else saved it meanwhile.
    pub async fn versioned(mut self, tx: &Tx, id: impl Column, version: i64) -> Result<i64, Error> {
        self.columns.push("version = version + 1".to_owned());
        let id = id.column();
        self.settle(tx, &id).await?;
        self.values.push(id);
        let id_place = self.values.len();
        self.values.push(version.column());
        let sql = format!(
            "update {} set {} where id = ${id_place} and version = ${}",
            self.table,
            self.columns.join(", "),
            id_place + 1
        );
        if tx.run(&sql, self.values).await? == 0 { Err(Error::Stale) } else { Ok(version + 1) }
    }

    async fn settle(&self, tx: &Tx, id: &Value) -> Result<(), Error> {
        if self.texts.is_empty() { Ok(()) } else { translation::settle(tx, self.table, id.clone(), &self.texts).await }
    }

    /// Saves a row that only one road changes.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] when there is no such row.
    pub async fn by_id(mut self, tx: &Tx, id: impl Column) -> Result<(), Error> {
        let id = id.column();
        self.settle(tx, &id).await?;
        self.values.push(id);
        let sql = format!("update {} set {} where id = ${}", self.table, self.columns.join(", "), self.values.len());
        if tx.run(&sql, self.values).await? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}

/// Removal of rows that carry nothing anybody wrote: links, tags, caches.
#[must_use = "nothing is removed until run"]
pub struct Delete;

impl Delete {
    /// Removes the rows of `table` where `column` has `value`; says how many.
    pub async fn from(tx: &Tx, table: &'static str, column: &str, value: impl Column) -> Result<u64, Error> {
        tx.run(&format!("delete from {table} where {column} = $1"), values![value]).await
    }
}
