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
    let after = in_place(tx, told(part), part.parent).await?;
    tx.record(Line::new(Kind::Plan, part.id, Some(unit), "part_created").version(part.version).after(after));
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
        .set("parent_id", part.parent)
        .set("actor_id", part.actor)
        .set("source_document", part.source.document.as_deref())
        .set("source_place", part.source.place.as_deref())
        .set("mandatory", part.mandatory)
        .set("done", part.done)
        .set("weight", part.weight)
        .set("service", part.service.map(Service::name))
        .versioned(tx, part.id, before.version)
        .await?;
    tx.record(
        Line::new(Kind::Plan, part.id, Some(unit), "part_edited")
            .version(version)
            .before(in_place(tx, told(before), before.parent).await?)
            .after(in_place(tx, told(part), part.parent).await?),
    );
    // That a structure is in place is how the plan stands, not what it says.
    let says_the_same = before.name == part.name
        && before.text == part.text
        && before.parent == part.parent
        && before.actor == part.actor
        && before.mandatory == part.mandatory
        && before.weight == part.weight
        && before.service == part.service;
    if !says_the_same {
        super::plans::touch(tx, part.plan).await?;
    }
    Ok(version)
}

/// What the history keeps of something, with the name of the part that it stands under: nothing else knows what
/// that is called.
pub(super) async fn in_place(db: &impl Read, mut told: Json, under: Option<PartId>) -> Result<Json, Error> {
    let name = match under {
        Some(part) => load(db, part).await?.map(|part| all_languages(&part.name)),
        None => None,
    };
    if let Some(told) = told.as_object_mut() {
        told.insert("part".to_owned(), json!(name));
    }
    Ok(told)
}

/// What the history keeps of a part.
fn told(part: &Part) -> Json {
    json!({
        "name": all_languages(&part.name), "text": all_languages(&part.text), "kind": part.kind.name(),
        "mandatory": part.mandatory, "done": part.done, "weight": part.weight,
        "service": part.service.map(Service::name),
        "actor": part.actor.map(|id| id.to_string()), "source": part.source.text(),
    })
}

/// What hangs on a part and would be left hanging without it: how many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hanging {
    /// Parts below it, or made after it.
    pub parts: i64,
    /// Goals that stand under it.
    pub goals: i64,
    /// Measures that stand under it or answer it.
    pub measures: i64,
    /// Goals, measures and other things that are tagged with it.
    pub tagged: i64,
    /// What units have chosen or scored by it.
    pub choices: i64,
    /// Plans in which something took over from it, or it from something.
    pub successions: i64,
}

impl Hanging {
    /// Whether the part stands free.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What hangs on a part.
pub async fn hanging(db: &impl Read, part: PartId) -> Result<Hanging, Error> {
    let n = async |sql: &str| db.number(sql, values![part]).await;
    let text = part.to_string();
    let successions = "select count(*) as n from succession where (from_kind = 'part' and from_id = $1)
                       or (to_kind = 'part' and to_id = $1)";
    Ok(Hanging {
        parts: n("select count(*) as n from part where parent_id = $1 or guide_id = $1").await?,
        goals: n("select count(*) as n from goal where part_id = $1").await?,
        measures: n("select (select count(*) from plan_measure where part_id = $1)
                     + (select count(*) from challenge_measure where part_id = $1) as n")
        .await?,
        tagged: n("select count(*) as n from part_tag where part_id = $1").await?
            + varde_measures::store::n_tagged_with(db, part).await?,
        choices: n("select (select count(*) from area_choice where part_id = $1)
                    + (select count(*) from proposal_score where criterion_id = $1) as n")
        .await?,
        successions: db.number(successions, values![text.as_str()]).await?,
    })
}

/// Takes a part that nothing hangs on out of its plan.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn remove(tx: &Tx, part: &Granted<Part>, unit: UnitId) -> Result<(), Error> {
    tx.run("delete from challenge_indicator where part_id = $1", values![part.id]).await?;
    let sql = "delete from part where id = $1 and version = $2";
    if tx.run(sql, values![part.id, part.version]).await? == 0 {
        return Err(Error::Stale);
    }
    varde_measures::store::drop_tag(tx, part.id).await?;
    tx.record(Line::new(Kind::Plan, part.id, Some(unit), "part_removed").before(told(part)));
    tx.record(
        Line::new(Kind::Plan, part.plan, Some(unit), "part_removed")
            .after(json!({ "name": all_languages(&part.name), "kind": part.kind.name() })),
    );
    super::plans::touch(tx, part.plan).await
}
