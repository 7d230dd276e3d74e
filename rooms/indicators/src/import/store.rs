//! Senders and their deliveries.

use jiff::Timestamp;
use varde_kernel::UnitId;
use varde_kernel::UnitTree;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, json, values};

use super::dhis2::metadata::Metadata;
use super::sender::Mapping;
use super::values::Counts;

/// Someone who sends files, and how they are read.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The name that it is known by.
    pub name: String,
    /// The unit whose reporters may change what is remembered.
    pub unit: UnitId,
    /// How its files are read.
    pub mapping: Mapping,
    /// What its DHIS2 says about its values, when it has one.
    pub metadata: Option<Metadata>,
    /// How many times it has been saved; 0 before the first.
    pub version: i64,
}

/// A file that has been taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// What it was called.
    pub file_name: String,
    /// How many values were new.
    pub n_new: i64,
    /// How many replaced another.
    pub n_changed: i64,
    /// When.
    pub at: Timestamp,
}

impl Sender {
    /// The sender with what came beside a file; where both name the same thing, the file holds.
    #[must_use]
    pub fn told(mut self, beside: Option<Metadata>) -> Self {
        let Some(beside) = beside else { return self };
        match &mut self.metadata {
            Some(known) => known.join(beside),
            None => self.metadata = Some(beside),
        }
        self
    }
}

const SENDER: &str = "name, unit_id, mapping, metadata, version";

fn read_sender(row: &Row) -> Result<Sender, Error> {
    let (mapping, metadata): (String, String) = (row.get("mapping")?, row.get("metadata")?);
    Ok(Sender {
        name: row.get("name")?,
        unit: row.get("unit_id")?,
        // What an older version wrote and this one cannot read is asked for again.
        mapping: serde_json::from_str(&mapping).unwrap_or_default(),
        metadata: serde_json::from_str(&metadata).unwrap_or_default(),
        version: row.get("version")?,
    })
}

/// All senders, by name.
pub async fn senders(db: &impl Read) -> Result<Vec<Sender>, Error> {
    db.all(&format!("select {SENDER} from import_sender order by name"), values![], read_sender).await
}

/// A sender by its name.
pub async fn sender(db: &impl Read, name: &str) -> Result<Option<Sender>, Error> {
    db.one(&format!("select {SENDER} from import_sender where name = $1"), values![name], read_sender).await
}

/// Asks the policy whether what is remembered about a sender may be changed: by those who report for its
/// unit.
///
/// # Errors
///
/// [`Error::Forbidden`] or [`Error::NotFound`], as much as the actor may know.
pub fn grant_sender(actor: &Actor, tree: &UnitTree, sender: Sender) -> Result<Granted<Sender>, Error> {
    let target = Target::open(Kind::Series, tree.line(sender.unit));
    Ok(access::grant(actor, Action::Answer, &target, sender)?)
}

/// Remembers a sender.
///
/// # Errors
///
/// [`Error::Stale`] when someone else has changed it since.
pub async fn save_sender(tx: &Tx, sender: &Granted<Sender>) -> Result<(), Error> {
    let text = |value: Result<String, serde_json::Error>| value.unwrap_or_default();
    let (mapping, metadata) =
        (text(serde_json::to_string(&sender.mapping)), text(serde_json::to_string(&sender.metadata)));
    if sender.version == 0 {
        let inserted = Insert::into("import_sender")
            .set("name", &sender.name)
            .set("unit_id", sender.unit)
            .set("mapping", &mapping)
            .set("metadata", &metadata)
            .set("version", 1_i64)
            .run(tx)
            .await;
        match inserted {
            Err(error) if error.is_duplicate() => return Err(Error::Stale),
            other => other?,
        }
    } else {
        let sql = "update import_sender set mapping = $1, metadata = $2, version = version + 1
             where name = $3 and version = $4";
        if tx.run(sql, values![mapping, metadata, &sender.name, sender.version]).await? == 0 {
            return Err(Error::Stale);
        }
    }
    let after = json!({ "sender": sender.name, "codes": sender.mapping.codes.len() });
    tx.record(Line::new(Kind::Unit, sender.unit, Some(sender.unit), "sender").after(after));
    Ok(())
}

/// The earlier delivery of the same file by the same sender.
pub async fn delivered(db: &impl Read, sender: &str, digest: &str) -> Result<Option<Delivery>, Error> {
    let sql = "select file_name, n_new, n_changed, delivered_at from import_delivery where sender = $1 and digest = $2";
    let read = |row: &Row| {
        Ok(Delivery {
            file_name: row.get("file_name")?,
            n_new: row.get("n_new")?,
            n_changed: row.get("n_changed")?,
            at: row.get("delivered_at")?,
        })
    };
    db.one(sql, values![sender, digest], read).await
}

/// Notes that a sender's file has been taken, in the transaction that takes it.
pub async fn deliver(
    tx: &Tx,
    sender: &Granted<Sender>,
    (digest, file_name): (&str, &str),
    counts: Counts,
) -> Result<(), Error> {
    let sender = sender.name.as_str();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    tx.run("delete from import_delivery where sender = $1 and digest = $2", values![sender, digest]).await?;
    Insert::into("import_delivery")
        .set("sender", sender)
        .set("digest", digest)
        .set("file_name", file_name)
        .set("n_new", count(counts.n_new))
        .set("n_changed", count(counts.n_changed))
        .set("n_unchanged", count(counts.n_unchanged))
        .set("delivered_at", tx.now())
        .run(tx)
        .await
}
