//! The actors of the plans and their duties.

use varde_kernel::{ActorId, UnitKind};
use varde_store::{Delete, Error, Insert, Read, Row, Tx, Value, values};

use crate::model::actors::{Duty, PlanActor};
use crate::model::units::Source;

fn read(row: &Row) -> Result<PlanActor, Error> {
    let kind: Option<UnitKind> = row.get("unit_kind")?;
    Ok(PlanActor {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.words("name")?,
        kind: row.get("kind")?,
        level: row.parse("level")?,
        parent: row.get("parent_id")?,
        unit: row.get("unit_id")?,
        unit_kind: kind,
        note: row.words("note")?,
        source: Source { document: row.get("source_document")?, place: row.get("source_place")? },
    })
}

/// All actors, by code.
pub async fn actors(db: &impl Read) -> Result<Vec<PlanActor>, Error> {
    db.all("select * from plan_actor order by code", vec![], read).await
}

/// The actor with a code.
pub async fn actor_by_code(db: &impl Read, code: &str) -> Result<Option<PlanActor>, Error> {
    db.one("select * from plan_actor where code = $1", values![code], read).await
}

/// An actor.
pub async fn actor(db: &impl Read, id: ActorId) -> Result<Option<PlanActor>, Error> {
    db.one("select * from plan_actor where id = $1", values![id], read).await
}

/// The duties of some actors: the actors in the order asked for, each one's duties in the order in
/// which the documents give them.
pub async fn duties(db: &impl Read, actors: &[ActorId]) -> Result<Vec<Duty>, Error> {
    if actors.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=actors.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "select * from actor_duty where plan_actor_id in ({}) order by plan_actor_id, place, code",
        places.join(", ")
    );
    let values: Vec<Value> = actors.iter().flat_map(|id| values![*id]).collect();
    let mut duties = db
        .all(&sql, values, |row| {
            Ok(Duty {
                actor: row.get("plan_actor_id")?,
                code: row.get("code")?,
                name: row.words("name")?,
                source: Source { document: row.get("source_document")?, place: row.get("source_place")? },
            })
        })
        .await?;
    duties.sort_by_key(|duty| actors.iter().position(|id| *id == duty.actor));
    Ok(duties)
}

/// How many duties each actor has.
pub async fn duty_counts(db: &impl Read) -> Result<Vec<(ActorId, i64)>, Error> {
    db.all("select plan_actor_id, count(*) as n from actor_duty group by plan_actor_id", vec![], |row| {
        Ok((row.get("plan_actor_id")?, row.get("n")?))
    })
    .await
}

/// Writes an actor and its duties as the content has them.
pub async fn put(tx: &Tx, actor: &PlanActor, duties: &[Duty]) -> Result<(), Error> {
    Insert::into("plan_actor")
        .set("id", actor.id)
        .set("code", actor.code.as_str())
        .words("name", &actor.name)
        .set("kind", actor.kind.as_str())
        .set("level", actor.level.name())
        .set("parent_id", actor.parent)
        .set("unit_id", actor.unit)
        .set("unit_kind", actor.unit_kind)
        .words("note", &actor.note)
        .set("source_document", actor.source.document.as_deref())
        .set("source_place", actor.source.place.as_deref())
        .or_replace("id")
        .run(tx)
        .await?;
    Delete::from(tx, "actor_duty", "plan_actor_id", actor.id).await?;
    for (place, duty) in (1_i64..).zip(duties) {
        Insert::into("actor_duty")
            .set("code", duty.code.as_str())
            .set("plan_actor_id", actor.id)
            .set("place", place)
            .words("name", &duty.name)
            .set("source_document", duty.source.document.as_deref())
            .set("source_place", duty.source.place.as_deref())
            .run(tx)
            .await?;
    }
    Ok(())
}
