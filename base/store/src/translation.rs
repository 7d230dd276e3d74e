//! Translations that may no longer say what the text says.
//!
//! Whoever changes a text in bokmål seldom writes the other two languages. The translations stay,
//! since losing them helps nobody, and are marked until someone has looked at them. [`Update`]
//! marks by itself, so no room can forget it; a translation that is changed or taken away is no
//! longer marked, and neither is one that somebody confirms ([`confirm`]).
//!
//! [`Update`]: crate::Update

use std::fmt;

use sea_orm::Value;
use uuid::Uuid;
use varde_kernel::{Id, Locale, Translation, Words};

use crate::{Error, Insert, Read, Row, Tx, values};

/// One translation of one text of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The text's name, as the column and the form's field are called.
    pub field: String,
    /// Which translation.
    pub locale: Locale,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.field, self.locale.tag())
    }
}

fn read(row: &Row) -> Result<Mark, Error> {
    Ok(Mark { field: row.get("field")?, locale: row.parse("locale")? })
}

/// The translations of a thing that ought to be looked at, in order of name.
pub async fn to_check<K>(db: &impl Read, thing: Id<K>) -> Result<Vec<Mark>, Error> {
    let sql = "select field, locale from translation_check where thing_id = $1 order by field, locale";
    db.all(sql, values![thing.uuid()], read).await
}

/// Someone has seen that the translations of these texts still say the same.
pub async fn confirm<K>(tx: &Tx, thing: Id<K>, fields: &[String]) -> Result<(), Error> {
    for field in fields {
        let sql = "delete from translation_check where thing_id = $1 and field = $2";
        tx.run(sql, values![thing.uuid(), field]).await?;
    }
    Ok(())
}

/// Marks a translation as one to look at, where it is no column of the thing's own row.
pub async fn mark<K>(tx: &Tx, thing: Id<K>, field: &str, locale: Locale) -> Result<(), Error> {
    put(tx, thing.uuid(), field, locale).await
}

async fn put(tx: &Tx, thing: Uuid, field: &str, locale: Locale) -> Result<(), Error> {
    Insert::into("translation_check")
        .set("thing_id", thing)
        .set("field", field)
        .set("locale", locale.tag())
        .set("since", tx.now())
        .or_replace("thing_id, field, locale")
        .run(tx)
        .await
}

/// Marks what a change of a row leaves behind. Asked before the row is changed: `id` is its key.
pub(crate) async fn settle(tx: &Tx, table: &'static str, id: Value, texts: &[(String, Words)]) -> Result<(), Error> {
    // Rows with another key than an id hold no texts that people translate.
    let Value::Uuid(Some(thing)) = id.clone() else { return Ok(()) };
    if texts.iter().all(|(_, words)| words.nn.is_none() && words.en.is_none()) && marked(tx, thing).await? == 0 {
        return Ok(());
    }
    let columns: Vec<String> = texts.iter().map(|(column, _)| format!("{column}, {column}_nn, {column}_en")).collect();
    let sql = format!("select {} from {table} where id = $1", columns.join(", "));
    let names: Vec<&str> = texts.iter().map(|(column, _)| column.as_str()).collect();
    let before = tx
        .one(&sql, vec![id], |row| names.iter().map(|column| row.words(column)).collect::<Result<Vec<Words>, Error>>())
        .await?
        .unwrap_or_default();
    for ((field, after), before) in texts.iter().zip(&before) {
        for locale in [Locale::Nn, Locale::En] {
            match after.translation_after(before, locale) {
                Translation::Stands => {}
                Translation::LeftBehind => put(tx, thing, field, locale).await?,
                Translation::New => {
                    let sql = "delete from translation_check where thing_id = $1 and field = $2 and locale = $3";
                    tx.run(sql, values![thing, field, locale.tag()]).await?;
                }
            }
        }
    }
    Ok(())
}

async fn marked(tx: &Tx, thing: Uuid) -> Result<i64, Error> {
    tx.number("select count(*) as n from translation_check where thing_id = $1", values![thing]).await
}
