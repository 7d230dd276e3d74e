//! Parts of plans in the database.

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{PartId, PlanId, UnitId};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, values};

use super::source;
use crate::model::plan::{Part, Service};

fn part(row: &Row) -> Result<Part, Error> {
    Ok(Part {
        id: row.get("id")?,
        plan: row.get("plan_id")?,
        code: row.get("code")?,
        kind: row.parse("kind")?,
        ord: row.get("ord")?,
        parent: row.get("parent_id")?,
        name: row.words("name")?,
        text: row.words("text")?,
        actor: row.get("actor_id")?,
        attributes: row.get("attributes")?,
        mandatory: row.get("mandatory")?,
        done: row.get("done")?,
        weight: row.get("weight")?,
        guide: row.get("guide_id")?,
        service: row.parse_opt("service")?,
        source: source(row)?,
        version: row.get("version")?,
    })
}

/// The parts of a plan, by kind and place.
pub async fn of(db: &impl Read, plan: PlanId) -> Result<Vec<Part>, Error> {
    db.all("select * from part where plan_id = $1 order by kind, ord, id", values![plan], part).await
}

/// A part.
pub async fn load(db: &impl Read, id: PartId) -> Result<Option<Part>, Error> {
    db.one("select * from part where id = $1", values![id], part).await
}

/// The part with a code.
pub async fn by_code(db: &impl Read, code: &str) -> Result<Option<Part>, Error> {
    db.one("select * from part where code = $1", values![code], part).await
}

fn row(part: &Part) -> Insert {
    Insert::into("part")
        .set("id", part.id)
        .set("plan_id", part.plan)
        .set("code", part.code.as_deref())
        .set("kind", part.kind.name())
        .set("ord", part.ord)
        .set("parent_id", part.parent)
        .words("name", &part.name)
        .words("text", &part.text)
        .set("actor_id", part.actor)
        .set("attributes", part.attributes.as_str())
        .set("mandatory", part.mandatory)
        .set("done", part.done)
        .set("service", part.service.map(Service::name))
        .set("source_document", part.source.document.as_deref())
        .set("source_place", part.source.place.as_deref())
        .set("version", part.version)
}

/// A part as it is loaded from content: replaces what was loaded before, and leaves the weight
/// that people gave it.
pub(crate) async fn put(tx: &Tx, part: &Part) -> Result<(), Error> {
    row(part).or_replace("id").run(tx).await
}

/// Writes a new part. The proof is the plan's, whose parts it is among.
pub async fn insert(tx: &Tx, part: &Granted<Part>, unit: UnitId) -> Result<(), Error> {
    row(part).set("weight", part.weight).set("guide_id", part.guide).run(tx).await?;
    tx.record(Line::new(Kind::Plan, part.id, Some(unit), "part_created").version(part.version).after(told(part)));
    super::plans::touch(tx, part.plan).await
}

/// Saves what people edit of a part.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, before: &Part, part: &Granted<Part>, unit: UnitId) -> Result<i64, Error> {
    let version = Update::of("part")
        .words("name", &part.name)
        .words("text", &part.text)
        .set("mandatory", part.mandatory)
        .set("done", part.done)
        .set("weight", part.weight)
        .set("service", part.service.map(Service::name))
        .versioned(tx, part.id, before.version)
        .await?;
    tx.record(
        Line::new(Kind::Plan, part.id, Some(unit), "part_edited")
            .version(version)
            .before(told(before))
            .after(told(part)),
    );
    // That a structure is in place is how the plan stands, not what it says.
    let says_the_same = before.name == part.name
        && before.text == part.text
        && before.mandatory == part.mandatory
        && before.weight == part.weight
        && before.service == part.service;
    if !says_the_same {
        super::plans::touch(tx, part.plan).await?;
    }
    Ok(version)
}

/// What the history keeps of a part.
fn told(part: &Part) -> Json {
    json!({
        "name": all_languages(&part.name), "text": all_languages(&part.text), "kind": part.kind.name(),
        "mandatory": part.mandatory, "done": part.done, "weight": part.weight,
        "service": part.service.map(Service::name),
    })
}
