//! Tags: parts of frameworks that goals and other things are tagged with.

use uuid::Uuid;
use varde_kernel::access::Granted;
use varde_kernel::{Id, PartId, PlanId, UnitId, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Tx, json, values};

use crate::model::plan::PartKind;
use crate::pages::Thing;

/// A part that can be a tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// The part.
    pub part: PartId,
    /// Its plan.
    pub plan: PlanId,
    /// What sort of part.
    pub kind: PartKind,
    /// Its name.
    pub name: Words,
}

/// The parts of open frameworks that can be tags, by kind and place.
pub async fn all(db: &impl Read) -> Result<Vec<Tag>, Error> {
    db.all(
        "select t.id, t.plan_id, t.kind, t.name, t.name_nn, t.name_en from part t join plan p on p.id = t.plan_id
         where p.kind = 'framework' and p.open = true and p.state <> 'closed'
         and t.kind in ('instrument', 'focus_area') order by p.name, t.kind desc, t.ord, t.id",
        vec![],
        read,
    )
    .await
}

/// The tags of a thing.
pub async fn of<K>(db: &impl Read, kind: &str, thing: Id<K>) -> Result<Vec<PartId>, Error> {
    db.all("select part_id from part_tag where thing_kind = $1 and thing_id = $2", values![kind, thing], |row| {
        row.get("part_id")
    })
    .await
}

/// The names of tags, in the order of their kinds and places.
pub(super) async fn names(db: &impl Read, tags: &[PartId]) -> Result<Vec<Words>, Error> {
    if tags.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = super::places(tags, &mut values);
    let sql = format!("select name, name_nn, name_en from part where id in ({places}) order by kind desc, ord, id");
    db.all(&sql, values, |row| row.words("name")).await
}

/// Those of a thing's tags that are read into it; whoever saves it anew has said them.
pub async fn inferred_of<K>(db: &impl Read, kind: &str, thing: Id<K>) -> Result<Vec<PartId>, Error> {
    let sql = "select part_id from part_tag where thing_kind = $1 and thing_id = $2 and inferred = true";
    db.all(sql, values![kind, thing], |row| row.get("part_id")).await
}

/// Says which of a thing's tags are read into it.
pub(crate) async fn mark_inferred<K>(tx: &Tx, kind: &str, thing: Id<K>, parts: &[PartId]) -> Result<(), Error> {
    for part in parts {
        let sql = "update part_tag set inferred = true where thing_kind = $1 and thing_id = $2 and part_id = $3";
        tx.run(sql, values![kind, thing, *part]).await?;
    }
    Ok(())
}

/// Gives a thing of a unit these tags and no others.
pub async fn set<K>(tx: &Tx, kind: &str, thing: Id<K>, unit: UnitId, parts: &[PartId]) -> Result<(), Error> {
    tx.run("delete from part_tag where thing_kind = $1 and thing_id = $2", values![kind, thing]).await?;
    for part in parts {
        Insert::into("part_tag")
            .set("part_id", *part)
            .set("thing_kind", kind)
            .set("thing_id", thing)
            .set("unit_id", unit)
            .or_replace("part_id, thing_kind, thing_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// How often the parts of a plan are used as tags: (part, kind of thing, things, units).
pub async fn counts(db: &impl Read, plan: PlanId) -> Result<Vec<(PartId, String, i64, i64)>, Error> {
    db.all(
        "select t.part_id, t.thing_kind, count(*) as n, count(distinct t.unit_id) as n_units
         from part_tag t join part p on p.id = t.part_id where p.plan_id = $1
         group by t.part_id, t.thing_kind order by t.part_id, t.thing_kind",
        values![plan],
        |row| Ok((row.get("part_id")?, row.get("thing_kind")?, row.get("n")?, row.get("n_units")?)),
    )
    .await
}

/// The tags of a thing of another room with their names, by kind and place in their framework.
pub async fn named(db: &impl Read, kind: &str, thing: Uuid) -> Result<Vec<Tag>, Error> {
    let sql =
        "select p.id, p.plan_id, p.kind, p.name, p.name_nn, p.name_en from part_tag t join part p on p.id = t.part_id
               where t.thing_kind = $1 and t.thing_id = $2 order by p.kind desc, p.ord, p.id";
    db.all(sql, values![kind, thing], read).await
}

/// Gives a thing of another room these tags instead of those it has; `known` names them.
pub(crate) async fn give(
    tx: &Tx,
    thing: &Granted<Thing>,
    now: &[PartId],
    wanted: &[PartId],
    known: &[Tag],
) -> Result<(), Error> {
    let id = Id::<()>::from_uuid(thing.id);
    set(tx, thing.kind.name(), id, thing.unit, wanted).await?;
    let names = |parts: &[PartId]| -> String {
        let named = known.iter().filter(|tag| parts.contains(&tag.part)).map(|tag| tag.name.nb.as_str());
        named.collect::<Vec<_>>().join("; ")
    };
    tx.record(
        Line::new(thing.kind, id, Some(thing.unit), "edited")
            .before(json!({ "tags": names(now) }))
            .after(json!({ "tags": names(wanted) })),
    );
    Ok(())
}

fn read(row: &varde_store::Row) -> Result<Tag, Error> {
    Ok(Tag { part: row.get("id")?, plan: row.get("plan_id")?, kind: row.parse("kind")?, name: row.words("name")? })
}
