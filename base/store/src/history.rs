//! The history of changes: append-only, and chained by hashes so that a changed, removed,
//! reordered or cut-off line shows.
//!
//! A line's hash covers the one before it and a salted digest of its payload (what was before and
//! after, and why). The payload lies apart: it can be deleted when its time is over without
//! breaking the chain, and the salt goes with it, so that nothing can be guessed back from the
//! digest. One chain per month and slice of units, so that writers of different units do not
//! queue behind each other.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use varde_kernel::access::{Author, Kind, Scope, System};
use varde_kernel::{Id, PersonId, UnitId};

use crate::{Db, Error, Insert, Read, Row, Snapshot, Tx, scope_condition, values};

/// How many slices of units a month has.
const SLICES: u8 = 8;
/// The hash before the first line.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// What a line says when payloads were deleted.
const PAYLOADS_DELETED: &str = "payloads_deleted";

/// What happened to a thing.
#[must_use = "nothing is told until Tx::record"]
pub struct Line {
    kind: Kind,
    thing: Uuid,
    unit: Option<UnitId>,
    action: &'static str,
    version: Option<i64>,
    before: Json,
    after: Json,
    why: String,
}

impl Line {
    /// A line about a thing: what was done to it ("created", "adopted", "edited" …).
    pub fn new<K>(kind: Kind, thing: Id<K>, unit: Option<UnitId>, action: &'static str) -> Self {
        Self {
            kind,
            thing: thing.uuid(),
            unit,
            action,
            version: None,
            before: Json::Null,
            after: Json::Null,
            why: String::new(),
        }
    }

    /// The version that the change made.
    pub fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// What the thing said before.
    pub fn before(mut self, before: Json) -> Self {
        self.before = before;
        self
    }

    /// What the thing says now.
    pub fn after(mut self, after: Json) -> Self {
        self.after = after;
        self
    }

    /// Why, in the person's own words.
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    fn chain(&self, now: Timestamp) -> String {
        let slice = self.unit.map_or(0, |unit| unit.uuid().as_bytes().last().map_or(0, |byte| byte % SLICES));
        let month = now.to_zoned(jiff::tz::TimeZone::UTC).strftime("%Y-%m").to_string();
        format!("{month}.{slice}")
    }
}

/// A line as it is read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// When.
    pub at: Timestamp,
    /// Who: a person, `system:<name>` or `anonymous`.
    pub author: Author,
    /// What was done.
    pub action: String,
    /// The thing's kind.
    pub kind: String,
    /// The thing.
    pub thing: Uuid,
    /// The unit it hung on.
    pub unit: Option<UnitId>,
    /// The version that the change made.
    pub version: Option<i64>,
    /// What it said before; null when not kept any longer.
    pub before: Json,
    /// What it said after.
    pub after: Json,
    /// Why, in the person's own words.
    pub why: String,
}

fn author_text(author: Author) -> String {
    match author {
        Author::Person(person) => person.to_string(),
        Author::System(system) => format!("system:{}", system.name()),
        Author::Anonymous => "anonymous".to_owned(),
    }
}

fn read_author(text: &str) -> Author {
    if let Some(name) = text.strip_prefix("system:") {
        return name.parse::<System>().map_or(Author::Anonymous, Author::System);
    }
    text.parse::<PersonId>().map_or(Author::Anonymous, Author::Person)
}

struct Stored {
    seq: i64,
    at: i64,
    author: String,
    action: String,
    kind: String,
    thing: Uuid,
    unit: Option<Uuid>,
    version: Option<i64>,
    digest: String,
    previous: String,
    hash: String,
}

impl Stored {
    fn sealed(&self, chain: &str) -> String {
        let unit = self.unit.map(|unit| unit.to_string()).unwrap_or_default();
        let version = self.version.map(|version| version.to_string()).unwrap_or_default();
        let fields = [
            chain,
            &self.seq.to_string(),
            &self.at.to_string(),
            &self.author,
            &self.action,
            &self.kind,
            &self.thing.to_string(),
            &unit,
            &version,
            &self.digest,
            &self.previous,
        ];
        digest(&fields)
    }

    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            author: row.get("author")?,
            action: row.get("action")?,
            kind: row.get("thing_kind")?,
            thing: row.get("thing_id")?,
            unit: row.get("unit_id")?,
            version: row.get("version")?,
            digest: row.get("digest")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
        })
    }
}

/// Hashes fields so that moving a character from one to the next changes the result.
fn digest(fields: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hex::encode(hasher.finalize())
}

/// Writes the lines of a transaction. Chains are taken in a fixed order, so that two transactions
/// can never wait for each other.
pub(crate) async fn append(tx: &Tx, lines: Vec<Line>) -> Result<(), Error> {
    let mut by_chain: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        by_chain.entry(line.chain(tx.now())).or_default().push(line);
    }
    for (chain, lines) in by_chain {
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        tx.run(
            "insert into history_head (chain, seq, hash) values ($1, 0, $2) on conflict (chain) do nothing",
            values![&chain, START],
        )
        .await?;
        // Touching the head first takes its row lock on PostgreSQL until the commit.
        tx.run("update history_head set seq = seq + $2 where chain = $1", values![&chain, count]).await?;
        let (last, mut previous): (i64, String) = tx
            .one("select seq, hash from history_head where chain = $1", values![&chain], |row| {
                Ok((row.get("seq")?, row.get("hash")?))
            })
            .await?
            .ok_or(Error::NotFound)?;
        for (place, line) in lines.into_iter().enumerate() {
            let seq = last - count + 1 + i64::try_from(place).unwrap_or(0);
            previous = write(tx, &chain, seq, previous, line).await?;
        }
        tx.run("update history_head set hash = $2 where chain = $1", values![&chain, &previous]).await?;
    }
    Ok(())
}

async fn write(tx: &Tx, chain: &str, seq: i64, previous: String, line: Line) -> Result<String, Error> {
    let salt = hex::encode(tx.random()?) + &hex::encode(tx.random()?);
    let body = json!({ "before": line.before, "after": line.after, "why": line.why }).to_string();
    let mut stored = Stored {
        seq,
        at: tx.now().as_microsecond(),
        author: author_text(tx.author()),
        action: line.action.to_owned(),
        kind: line.kind.name().to_owned(),
        thing: line.thing,
        unit: line.unit.map(Id::uuid),
        version: line.version,
        digest: digest(&[&salt, &body]),
        previous,
        hash: String::new(),
    };
    stored.hash = stored.sealed(chain);
    Insert::into("history_line")
        .set("chain", chain)
        .set("seq", seq)
        .set("at", stored.at)
        .set("author", &stored.author)
        .set("action", &stored.action)
        .set("thing_kind", &stored.kind)
        .set("thing_id", stored.thing)
        .set("unit_id", stored.unit)
        .set("version", stored.version)
        .set("digest", &stored.digest)
        .set("previous", &stored.previous)
        .set("hash", &stored.hash)
        .run(tx)
        .await?;
    Insert::into("history_payload")
        .set("chain", chain)
        .set("seq", seq)
        .set("salt", salt)
        .set("body", body)
        .run(tx)
        .await?;
    Ok(stored.hash)
}

/// What has happened to a thing, newest first.
pub async fn of_thing<K>(db: &impl Read, thing: Id<K>, limit: i64) -> Result<Vec<Told>, Error> {
    told(db, "l.thing_id = $1", values![thing, limit]).await
}

/// What has happened to the things with these ids, whatever they are, newest first.
pub async fn of_any(db: &impl Read, things: &[Uuid], limit: i64, skip: i64) -> Result<Vec<Told>, Error> {
    let mut values = values![skip, limit];
    let mut places = Vec::new();
    for thing in things {
        values.extend(values![*thing]);
        places.push(format!("${}", values.len()));
    }
    if places.is_empty() {
        return Ok(Vec::new());
    }
    lines(db, &format!("l.thing_id in ({})", places.join(", ")), "offset $1", values).await
}

/// What has happened to a thing since `version`, newest first: whom a stale form lost against.
pub async fn since<K>(db: &impl Read, thing: Id<K>, version: i64) -> Result<Vec<Told>, Error> {
    told(db, "l.thing_id = $1 and $3 < l.version", values![thing, 50, version]).await
}

/// Which lines of a unit's history are asked for.
#[derive(Clone, Copy, Debug)]
pub struct OfUnit<'a> {
    /// The unit.
    pub unit: UnitId,
    /// With all that lies below it.
    pub below: bool,
    /// Which kinds of thing, and whose of them; kinds that are not named are left out.
    pub seen: &'a [(Scope, Vec<Kind>)],
    /// Not before this instant.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
    /// How many lines at most.
    pub limit: i64,
    /// How many to pass over.
    pub skip: i64,
}

/// What has happened in a unit, newest first.
pub async fn of_unit(db: &impl Read, asked: &OfUnit<'_>) -> Result<Vec<Told>, Error> {
    let (from, until) = (asked.from.map_or(i64::MIN, micros), asked.until.map_or(i64::MAX, micros));
    let mut values = values![asked.unit, asked.limit, asked.skip, from, until];
    let mut kinds = Vec::new();
    for (scope, of) in asked.seen.iter().filter(|(_, of)| !of.is_empty()) {
        // What is published is no way into its history: only those who are near read that.
        let whose = scope_condition(scope, "l.unit_id", "1 = 0", &mut values);
        let names: Vec<String> = of.iter().map(|kind| format!("'{}'", kind.name())).collect();
        kinds.push(format!("(l.thing_kind in ({}) and {whose})", names.join(", ")));
    }
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let place = if !asked.below {
        "l.unit_id = $1"
    } else if lies_over_few(db, asked.unit).await? {
        "l.unit_id in (select u.unit_id from unit_line u where u.ancestor_id = $1)"
    } else {
        "exists (select 1 from unit_line u where u.unit_id = l.unit_id and u.ancestor_id = $1)"
    };
    let condition = format!("{place} and $4 <= l.at and l.at < $5 and ({})", kinds.join(" or "));
    lines(db, &condition, "offset $3", values).await
}

/// How many units may be looked up one by one, rather than the newest lines of all.
const FEW: i64 = 50;

/// Whether a unit has few units below it. The newest lines of few are found through each unit's own
/// lines, since the newest of all may be nobody's of theirs for long; those of many the other way
/// round, since one would have to gather everything first.
async fn lies_over_few(db: &impl Read, unit: UnitId) -> Result<bool, Error> {
    let sql = "select count(*) as n from (select 1 as one from unit_line where ancestor_id = $1 limit $2) few";
    Ok(db.number(sql, values![unit, FEW + 1]).await? <= FEW)
}

fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

async fn told(db: &impl Read, condition: &str, values: Vec<sea_orm::Value>) -> Result<Vec<Told>, Error> {
    lines(db, condition, "", values).await
}

async fn lines(db: &impl Read, condition: &str, skip: &str, values: Vec<sea_orm::Value>) -> Result<Vec<Told>, Error> {
    let sql = format!(
        "select l.at, l.author, l.action, l.thing_kind, l.thing_id, l.unit_id, l.version, p.body
         from history_line l left join history_payload p on p.chain = l.chain and p.seq = l.seq
         where {condition} order by l.at desc, l.chain, l.seq desc limit $2 {skip}"
    );
    db.all(&sql, values, |row| {
        let body: Option<String> = row.get("body")?;
        let body: Json = body.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default();
        let part = |name: &str| body.get(name).cloned().unwrap_or_default();
        Ok(Told {
            at: row.get("at")?,
            author: read_author(&row.get::<String>("author")?),
            action: row.get("action")?,
            kind: row.get("thing_kind")?,
            thing: row.get("thing_id")?,
            unit: row.get("unit_id")?,
            version: row.get("version")?,
            before: part("before"),
            after: part("after"),
            why: part("why").as_str().unwrap_or_default().to_owned(),
        })
    })
    .await
}

/// The end of each chain: `(chain, seq, hash)`. Kept elsewhere, they show a chain that was cut.
pub async fn heads(db: &impl Read) -> Result<Vec<(String, i64, String)>, Error> {
    db.all("select chain, seq, hash from history_head order by chain", vec![], |row| {
        Ok((row.get("chain")?, row.get("seq")?, row.get("hash")?))
    })
    .await
}

/// Something that is wrong with the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The chain.
    pub chain: String,
    /// The line's number in it.
    pub seq: i64,
    /// What is wrong.
    pub what: Wrong,
}

/// The ways in which a history can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A number is missing: a line was removed or moved.
    Gap,
    /// The line does not follow from the one before.
    Unlinked,
    /// The line was changed.
    Changed,
    /// The payload was changed.
    PayloadChanged,
    /// The payload is gone and no line says that it was deleted.
    PayloadGone,
    /// Lines at the end are gone.
    CutOff,
}

impl Wrong {
    /// A word for reports and exit messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gap => "line missing or moved",
            Self::Unlinked => "does not follow from the line before",
            Self::Changed => "line changed",
            Self::PayloadChanged => "payload changed",
            Self::PayloadGone => "payload gone without a deletion line",
            Self::CutOff => "end of the chain cut off",
        }
    }
}

/// Reads the whole history and returns the number of lines and every fault. `known` are heads
/// that were exported earlier.
pub async fn verify(db: &Db, known: &[(String, i64, String)]) -> Result<(u64, Vec<Fault>), Error> {
    // Lines that are written meanwhile must not look like a head that does not fit its chain.
    let db = &db.snapshot().await?;
    let mut lines = 0;
    let mut faults = Vec::new();
    let heads = heads(db).await?;
    let deleted_before = deleted_before(db).await?;
    for (chain, _, _) in known {
        if !heads.iter().any(|(name, _, _)| name == chain) {
            faults.push(Fault { chain: chain.clone(), seq: 0, what: Wrong::CutOff });
        }
    }
    for (chain, seq, hash) in &heads {
        let mut end = (0, START.to_owned());
        let mut hashes_at = BTreeMap::new();
        loop {
            let page = page(db, chain, end.0).await?;
            let Some((last, _)) = page.last() else { break };
            let last = last.seq;
            for (line, payload) in page {
                lines += 1;
                let mut fault = |what| faults.push(Fault { chain: chain.clone(), seq: line.seq, what });
                if line.seq != end.0 + 1 {
                    fault(Wrong::Gap);
                }
                if line.previous != end.1 {
                    fault(Wrong::Unlinked);
                }
                if line.hash != line.sealed(chain) {
                    fault(Wrong::Changed);
                }
                match payload {
                    Some((salt, body)) if digest(&[&salt, &body]) != line.digest => fault(Wrong::PayloadChanged),
                    // The lines that tell of deletions keep theirs for ever.
                    None if deleted_before <= line.at || line.action == PAYLOADS_DELETED => fault(Wrong::PayloadGone),
                    _ => {}
                }
                if known.iter().any(|(name, seq, _)| name == chain && *seq == line.seq) {
                    hashes_at.insert(line.seq, line.hash.clone());
                }
                end = (line.seq, line.hash);
            }
            end.0 = last;
        }
        let cut_known =
            known.iter().any(|(name, seq, hash)| name == chain && hashes_at.get(seq).is_none_or(|found| found != hash));
        if end.0 != *seq || end.1 != *hash || cut_known {
            faults.push(Fault { chain: chain.clone(), seq: end.0, what: Wrong::CutOff });
        }
    }
    let orphaned = db
        .all(
            "select distinct chain from history_line where chain not in (select chain from history_head)",
            vec![],
            |row| row.get::<String>("chain"),
        )
        .await?;
    faults.extend(orphaned.into_iter().map(|chain| Fault { chain, seq: 0, what: Wrong::CutOff }));
    Ok((lines, faults))
}

type Page = Vec<(Stored, Option<(String, String)>)>;

async fn page(db: &Snapshot, chain: &str, after: i64) -> Result<Page, Error> {
    db.all(
        "select l.*, p.salt, p.body from history_line l
         left join history_payload p on p.chain = l.chain and p.seq = l.seq
         where l.chain = $1 and $2 < l.seq order by l.seq limit 2000",
        values![chain, after],
        |row| {
            let salt: Option<String> = row.get("salt")?;
            let body: Option<String> = row.get("body")?;
            Ok((Stored::read(row)?, salt.zip(body)))
        },
    )
    .await
}

/// Payloads of lines older than this instant were deleted by a line that says so.
async fn deleted_before(db: &Snapshot) -> Result<i64, Error> {
    let bodies = db
        .all(
            "select p.body from history_line l join history_payload p on p.chain = l.chain and p.seq = l.seq
             where l.action = $1",
            values![PAYLOADS_DELETED],
            |row| row.get::<String>("body"),
        )
        .await?;
    let mut before = i64::MIN;
    for body in bodies {
        let body: Json = serde_json::from_str(&body)?;
        before = before
            .max(body.get("after").and_then(|after| after.get("before")).and_then(Json::as_i64).unwrap_or(i64::MIN));
    }
    Ok(before)
}

/// Deletes the payloads of lines older than `before`, and says so in a line. The lines stay.
/// Returns how many were deleted.
pub async fn delete_payloads(tx: &Tx, before: Timestamp) -> Result<u64, Error> {
    let deleted = tx
        .run(
            "delete from history_payload where exists (
                select 1 from history_line l where l.chain = history_payload.chain
                and l.seq = history_payload.seq and l.at < $1 and l.action <> $2)",
            values![before, PAYLOADS_DELETED],
        )
        .await?;
    if 0 < deleted {
        let installation: Id<varde_kernel::kind::Job> = tx.new_id()?;
        tx.record(
            Line::new(Kind::History, installation, None, PAYLOADS_DELETED)
                .after(json!({ "before": before.as_microsecond(), "deleted": deleted })),
        );
    }
    Ok(deleted)
}
