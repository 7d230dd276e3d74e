//! Named settings of the installation that live in the database.

use crate::{Error, Insert, Read, Tx, values};

/// The value of a setting, if it has been set.
pub async fn get(db: &impl Read, name: &str) -> Result<Option<String>, Error> {
    db.one("select value from setting where name = $1", values![name], |row| row.get("value")).await
}

/// Sets a setting.
pub async fn set(tx: &Tx, name: &str, value: &str) -> Result<(), Error> {
    Insert::into("setting").set("name", name).set("value", value).or_replace("name").run(tx).await
}

/// Adds one to a numbered setting, so that caches elsewhere see that something changed. Two who add
/// at the same moment add two.
pub async fn bump(tx: &Tx, name: &str) -> Result<(), Error> {
    let sql = "insert into setting (name, value) values ($1, '1') on conflict (name)
         do update set value = cast(cast(setting.value as bigint) + 1 as text)";
    tx.run(sql, values![name]).await.map(|_| ())
}

/// The number of a numbered setting; 0 before the first change.
pub async fn revision(db: &impl Read, name: &str) -> Result<i64, Error> {
    Ok(get(db, name).await?.and_then(|value| value.parse().ok()).unwrap_or(0))
}
