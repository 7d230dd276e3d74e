//! Bodies.

use varde_kernel::access::{self, Action, Actor, Granted, Kind};
use varde_kernel::{BodyId, TaskId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, search, values};

use super::{findable, holds_words, places, target};
use crate::model::{Body, BodyDraft, BodyKind, Group};

const COLUMNS: &str = "b.id, b.code, b.name, b.name_nn, b.name_en, b.purpose, b.purpose_nn, b.purpose_en, b.kind,
    b.level, b.unit_id, b.led_by, b.established_by, b.succeeds, b.composition, b.required_groups,
    b.quorum_percent, b.seats_printed, b.holders_printed, b.source, b.version";

fn read(row: &Row) -> Result<Body, Error> {
    let required: String = row.get("required_groups")?;
    Ok(Body {
        id: row.get("id")?,
        code: row.get("code")?,
        draft: BodyDraft {
            name: row.words("name")?,
            purpose: row.words("purpose")?,
            kind: row.parse("kind")?,
            level: row.parse("level")?,
            unit: row.get("unit_id")?,
            led_by: row.get("led_by")?,
            established_by: row.get("established_by")?,
            succeeds: row.get("succeeds")?,
            composition: row.parse("composition")?,
            required: required.split(',').filter_map(|name| name.parse().ok()).collect(),
            quorum_percent: row.get("quorum_percent")?,
        },
        seats_printed: row.get("seats_printed")?,
        holders_printed: row.get("holders_printed")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

/// What a list of bodies is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct BodyFilter {
    /// Words that must be in it.
    pub words: String,
    /// What sort.
    pub kind: Option<BodyKind>,
}

fn conditions(filter: &BodyFilter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![holds_words("b.findable", &filter.words, values)];
    if let Some(kind) = filter.kind {
        parts.push(format!("b.kind = {}", places([kind.name()], values)));
    }
    parts.join(" and ")
}

/// Bodies by name.
pub async fn bodies(db: &impl Read, filter: &BodyFilter, limit: i64, skip: i64) -> Result<Vec<Body>, Error> {
    let mut values = values![limit, skip];
    let condition = conditions(filter, &mut values);
    let sql = format!("select {COLUMNS} from body b where {condition} order by b.name, b.id limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many bodies [`bodies`] would list in all.
pub async fn count_bodies(db: &impl Read, filter: &BodyFilter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = conditions(filter, &mut values);
    db.number(&format!("select count(*) as n from body b where {condition}"), values).await
}

/// Names of all bodies, for choosing.
pub async fn body_names(db: &impl Read) -> Result<Vec<(BodyId, Words)>, Error> {
    db.all("select id, name, name_nn, name_en from body order by name, id limit 1000", vec![], |row| {
        Ok((row.get("id")?, row.words("name")?))
    })
    .await
}

/// A body that the actor may do this to.
pub async fn open_body(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: BodyId,
    action: Action,
) -> Result<Granted<Body>, Error> {
    let sql = format!("select {COLUMNS} from body b where b.id = $1");
    let body = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let on = target(Kind::Body, tree, body.draft.unit);
    Ok(access::grant(actor, action, &on, body)?)
}

/// The bodies that took over from this one.
pub async fn successors(db: &impl Read, id: BodyId) -> Result<Vec<(BodyId, Words)>, Error> {
    db.all("select id, name, name_nn, name_en from body where succeeds = $1 order by name, id", values![id], |row| {
        Ok((row.get("id")?, row.words("name")?))
    })
    .await
}

/// Writes a new body.
pub async fn insert_body(tx: &Tx, draft: &Granted<BodyDraft>) -> Result<BodyId, Error> {
    let id: BodyId = tx.new_id()?;
    columns(Insert::into("body").set("id", id), draft, None).set("source", "").set("version", 1).run(tx).await?;
    tx.record(Line::new(Kind::Body, id, draft.unit, "created").version(1).after(told(draft)));
    put(tx, id, draft).await?;
    Ok(id)
}

/// Saves a body; returns its new version.
pub async fn save_body(tx: &Tx, body: &Granted<Body>, draft: &BodyDraft, version: i64) -> Result<i64, Error> {
    let next = Update::of("body")
        .words("name", &draft.name)
        .words("purpose", &draft.purpose)
        .set("kind", draft.kind.name())
        .set("level", draft.level.name())
        .set("unit_id", draft.unit)
        .set("led_by", draft.led_by)
        .set("established_by", draft.established_by)
        .set("succeeds", draft.succeeds)
        .set("composition", draft.composition.name())
        .set("required_groups", groups(&draft.required))
        .set("quorum_percent", draft.quorum_percent)
        .set("findable", findable(&draft.name, &[&draft.purpose.all(), body.code.as_deref().unwrap_or_default()]))
        .versioned(tx, body.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Body, body.id, draft.unit, "edited").version(next).before(told(&body.draft)).after(told(draft)),
    );
    put(tx, body.id, draft).await?;
    Ok(next)
}

/// Gives a body a task.
pub async fn give_task(tx: &Tx, body: &Granted<Body>, task: TaskId, ord: i64) -> Result<(), Error> {
    link_task(tx, body.id, task, ord).await?;
    tx.record(Line::new(Kind::Body, body.id, body.draft.unit, "task_given").after(json!({ "task": task.to_string() })));
    Ok(())
}

/// Ties a task to a body, or renews its place.
pub(crate) async fn link_task(tx: &Tx, body: BodyId, task: TaskId, ord: i64) -> Result<(), Error> {
    Insert::into("body_task")
        .set("body_id", body)
        .set("task_id", task)
        .set("ord", ord)
        .or_replace("body_id, task_id")
        .run(tx)
        .await
}

/// What a content file says about a body beside what people may edit.
pub(crate) struct Printed<'a> {
    pub code: &'a str,
    pub seats: Option<i64>,
    pub holders: Option<i64>,
    pub source: &'a str,
}

/// Writes or renews a body that comes from a content file, unless someone has edited it here.
pub(crate) async fn load_body(tx: &Tx, printed: &Printed<'_>, draft: &BodyDraft) -> Result<(), Error> {
    let id = BodyId::from_code(printed.code);
    let known = tx.one("select version from body where id = $1", values![id], |row| row.get::<i64>("version")).await?;
    if known.is_some_and(|version| 1 < version) {
        return Ok(());
    }
    columns(Insert::into("body").set("id", id), draft, Some(printed.code))
        .set("seats_printed", printed.seats)
        .set("holders_printed", printed.holders)
        .set("source", printed.source)
        .set("version", 1)
        .or_replace("id")
        .run(tx)
        .await?;
    if known.is_none() {
        tx.record(Line::new(Kind::Body, id, draft.unit, "created").version(1).after(told(draft)));
    }
    put(tx, id, draft).await
}

fn columns(insert: Insert, draft: &BodyDraft, code: Option<&str>) -> Insert {
    insert
        .set("code", code)
        .words("name", &draft.name)
        .words("purpose", &draft.purpose)
        .set("kind", draft.kind.name())
        .set("level", draft.level.name())
        .set("unit_id", draft.unit)
        .set("led_by", draft.led_by)
        .set("established_by", draft.established_by)
        .set("succeeds", draft.succeeds)
        .set("composition", draft.composition.name())
        .set("required_groups", groups(&draft.required))
        .set("quorum_percent", draft.quorum_percent)
        .set("findable", findable(&draft.name, &[&draft.purpose.all(), code.unwrap_or_default()]))
}

fn groups(required: &[Group]) -> String {
    required.iter().map(|group| group.name()).collect::<Vec<_>>().join(",")
}

fn told(draft: &BodyDraft) -> Json {
    json!({
        "name": all_languages(&draft.name), "purpose": all_languages(&draft.purpose), "kind": draft.kind.name(),
        "level": draft.level.name(), "composition": draft.composition.name(),
        "required": groups(&draft.required), "quorum_percent": draft.quorum_percent,
        "led_by": draft.led_by.map(|id| id.to_string()),
        "established_by": draft.established_by.map(|id| id.to_string()),
        "succeeds": draft.succeeds.map(|id| id.to_string()), "unit": draft.unit.map(|id| id.to_string()),
    })
}

async fn put(tx: &Tx, id: BodyId, draft: &BodyDraft) -> Result<(), Error> {
    search::put(
        tx,
        search::Entry {
            id: id.uuid(),
            kind: "body",
            unit: draft.unit,
            href: format!("/bodies/{id}"),
            title: draft.name.clone(),
            detail: String::new(),
            text: draft.purpose.all(),
            open: true,
        },
    )
    .await
}
