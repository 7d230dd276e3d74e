//! What measures are tied to: actors, tags, findings, units that follow them, changes of scope and
//! leaders' decisions.

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{FindingId, MeasureId, PartId, UnitId};
use varde_store::history::Line;
use varde_store::{Delete, Error, Insert, Read, Row, Tx, Update, json, values};

use super::{PART, places};
use crate::model::{
    ActorPart, Decision, Dimension, FindingState, Links, Measure, MeasureActor, ScopeChange, Tag, Uptake,
};
use crate::rules;

/// The actors of several measures: each measure's lead first, then in order.
pub async fn actors_of_many(db: &impl Read, measures: &[MeasureId]) -> Result<Vec<MeasureActor>, Error> {
    let mut found = Vec::new();
    for part in measures.chunks(PART) {
        let mut values = Vec::new();
        let places = places(part, &mut values);
        let sql = format!(
            "select measure_id, actor_id, part from measure_actor where measure_id in ({places})
             order by measure_id, ord, actor_id"
        );
        found.extend(db.all(&sql, values, read_actor).await?);
    }
    Ok(found)
}

fn read_actor(row: &Row) -> Result<MeasureActor, Error> {
    Ok(MeasureActor { measure: row.get("measure_id")?, actor: row.get("actor_id")?, part: row.parse("part")? })
}

/// What a measure is tied to.
pub async fn links_of(db: &impl Read, measure: MeasureId) -> Result<Links, Error> {
    let actors = actors_of_many(db, &[measure]).await?;
    let tags = "select part_id from measure_tag where measure_id = $1 order by part_id";
    let dimensions = "select dimension from measure_dimension where measure_id = $1";
    let findings = "select finding_id from measure_finding where measure_id = $1 order by finding_id";
    let mut dimensions: Vec<Dimension> = db.all(dimensions, values![measure], |row| row.parse("dimension")).await?;
    dimensions.sort_unstable();
    Ok(Links {
        contributors: actors
            .into_iter()
            .filter(|actor| actor.part == ActorPart::Contributes)
            .map(|actor| actor.actor)
            .collect(),
        tags: db.all(tags, values![measure], |row| row.get("part_id")).await?,
        dimensions,
        findings: db.all(findings, values![measure], |row| row.get("finding_id")).await?,
    })
}

/// Ties a measure to exactly these, and lets findings follow.
pub(super) async fn replace(tx: &Tx, measure: &Measure, links: &Links) -> Result<(), Error> {
    let before = links_of(tx, measure.id).await?;
    replace_actors(tx, measure, links).await?;
    Delete::from(tx, "measure_tag", "measure_id", measure.id).await?;
    for part in &links.tags {
        Insert::into("measure_tag")
            .set("measure_id", measure.id)
            .set("part_id", *part)
            .or_replace("measure_id, part_id")
            .run(tx)
            .await?;
    }
    Delete::from(tx, "measure_dimension", "measure_id", measure.id).await?;
    for dimension in &links.dimensions {
        Insert::into("measure_dimension")
            .set("measure_id", measure.id)
            .set("dimension", dimension.name())
            .or_replace("measure_id, dimension")
            .run(tx)
            .await?;
    }
    Delete::from(tx, "measure_finding", "measure_id", measure.id).await?;
    for finding in &links.findings {
        Insert::into("measure_finding")
            .set("measure_id", measure.id)
            .set("finding_id", *finding)
            .or_replace("measure_id, finding_id")
            .run(tx)
            .await?;
    }
    for finding in before.findings.iter().chain(&links.findings) {
        follow(tx, measure.id, *finding).await?;
    }
    Ok(())
}

pub(super) async fn replace_actors(tx: &Tx, measure: &Measure, links: &Links) -> Result<(), Error> {
    Delete::from(tx, "measure_actor", "measure_id", measure.id).await?;
    let lead = measure.lead.into_iter().map(|actor| (actor, ActorPart::Lead));
    let others = links
        .contributors
        .iter()
        .filter(|actor| Some(**actor) != measure.lead)
        .map(|actor| (*actor, ActorPart::Contributes));
    for (ord, (actor, part)) in (0_i64..).zip(lead.chain(others)) {
        Insert::into("measure_actor")
            .set("measure_id", measure.id)
            .set("actor_id", actor)
            .set("part", part.name())
            .set("ord", ord)
            .or_replace("measure_id, actor_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// A finding is open until a measure answers it. Its version moves too: whoever edits it reads on.
/// The finding may belong to another unit, whose people see in its history what became of it: the
/// line names the measure by id alone, since they need not be allowed to read it.
async fn follow(tx: &Tx, measure: MeasureId, finding: FindingId) -> Result<(), Error> {
    let sql = "select state, unit_id, version, (select count(*) from measure_finding where finding_id = $1) as n
               from finding where id = $1";
    let found = tx
        .one(sql, values![finding], |row| {
            Ok((
                row.parse::<FindingState>("state")?,
                row.get("unit_id")?,
                row.get::<i64>("version")?,
                row.get::<i64>("n")?,
            ))
        })
        .await?;
    let Some((now, unit, version, n_measures)) = found else { return Ok(()) };
    let unit: UnitId = unit;
    let next = rules::finding_state(now, usize::try_from(n_measures).unwrap_or(0));
    if next != now {
        tx.run("update finding set state = $2, version = version + 1 where id = $1", values![finding, next.name()])
            .await?;
        let action = if next == FindingState::Answered { "answered" } else { "answer_gone" };
        tx.record(
            Line::new(Kind::Finding, finding, Some(unit), action)
                .version(version + 1)
                .before(json!({ "state": now.name() }))
                .after(json!({ "state": next.name(), "measure": measure.to_string() })),
        );
    }
    Ok(())
}

/// Every tag there is, by kind and place.
pub async fn tags(db: &impl Read) -> Result<Vec<Tag>, Error> {
    db.all("select * from tag order by kind, ord, part_id", vec![], read_tag).await
}

/// The tags of a measure.
pub async fn tags_of(db: &impl Read, measure: MeasureId) -> Result<Vec<Tag>, Error> {
    let sql = "select tag.* from tag join measure_tag on measure_tag.part_id = tag.part_id
               where measure_tag.measure_id = $1 order by tag.kind, tag.ord, tag.part_id";
    db.all(sql, values![measure], read_tag).await
}

/// The tags of several measures.
pub async fn tags_of_many(db: &impl Read, measures: &[MeasureId]) -> Result<Vec<(MeasureId, PartId)>, Error> {
    let mut found = Vec::new();
    for part in measures.chunks(PART) {
        let mut values = Vec::new();
        let places = places(part, &mut values);
        let sql = format!(
            "select measure_id, part_id from measure_tag where measure_id in ({places}) order by measure_id, part_id"
        );
        found.extend(db.all(&sql, values, |row| Ok((row.get("measure_id")?, row.get("part_id")?))).await?);
    }
    Ok(found)
}

/// How many measures are tagged with a part.
pub async fn n_tagged_with(db: &impl Read, part: PartId) -> Result<i64, Error> {
    db.number("select count(*) as n from measure_tag where part_id = $1", values![part]).await
}

/// Offers a part as a tag no longer.
pub async fn drop_tag(tx: &Tx, part: PartId) -> Result<(), Error> {
    tx.run("delete from tag where part_id = $1", values![part]).await.map(|_| ())
}

/// Says which of a measure's tags are read into it.
pub(super) async fn mark_inferred(tx: &Tx, measure: MeasureId, parts: &[PartId]) -> Result<(), Error> {
    for part in parts {
        let sql = "update measure_tag set inferred = true where measure_id = $1 and part_id = $2";
        tx.run(sql, values![measure, *part]).await?;
    }
    Ok(())
}

/// Those of a measure's tags that are read into it; whoever saves it anew has said them.
pub async fn inferred_tags_of(db: &impl Read, measure: MeasureId) -> Result<Vec<PartId>, Error> {
    let sql = "select part_id from measure_tag where measure_id = $1 and inferred = true order by part_id";
    db.all(sql, values![measure], |row| row.get("part_id")).await
}

fn read_tag(row: &Row) -> Result<Tag, Error> {
    Ok(Tag { part: row.get("part_id")?, kind: row.get("kind")?, ord: row.get("ord")?, title: row.words("title")? })
}

/// Logs a change of scope on its own.
pub async fn record_scope(tx: &Tx, measure: &Granted<Measure>, change: &ScopeChange) -> Result<(), Error> {
    write_scope(tx, measure.id, change).await?;
    tx.record(
        Line::new(Kind::Measure, measure.id, Some(measure.unit), "scope_changed")
            .before(json!({ change.field.name(): change.before }))
            .after(json!({ change.field.name(): change.after }))
            .why(change.cause.as_str()),
    );
    Ok(())
}

pub(super) async fn write_scope(tx: &Tx, measure: MeasureId, change: &ScopeChange) -> Result<(), Error> {
    Insert::into("scope_change")
        .set("id", tx.new_id::<()>()?)
        .set("measure_id", measure)
        .set("activity_id", change.activity)
        .set("at", change.at)
        .set("field", change.field.name())
        .set("cause", &change.cause)
        .set("before", &change.before)
        .set("after", &change.after)
        .set("author", change.author)
        .run(tx)
        .await
}

/// The changes of scope of a measure and its activities, newest first.
pub async fn scope_changes_of(db: &impl Read, measure: MeasureId) -> Result<Vec<ScopeChange>, Error> {
    let sql = "select * from scope_change where measure_id = $1 order by at desc, id desc";
    db.all(sql, values![measure], |row| {
        Ok(ScopeChange {
            activity: row.get("activity_id")?,
            at: row.get("at")?,
            field: row.parse("field")?,
            cause: row.get("cause")?,
            before: row.get("before")?,
            after: row.get("after")?,
            author: row.get("author")?,
        })
    })
    .await
}

/// Leaders' decisions about a measure, newest first.
pub async fn decisions_of(db: &impl Read, measure: MeasureId) -> Result<Vec<Decision>, Error> {
    let sql = "select * from measure_decision where measure_id = $1 order by at desc, id desc";
    db.all(sql, values![measure], |row| {
        Ok(Decision {
            kind: row.parse("kind")?,
            at: row.get("at")?,
            reason: row.get("reason")?,
            person: row.get("person")?,
        })
    })
    .await
}

/// What units have decided about a measure, the latest first.
pub async fn uptakes_of(db: &impl Read, measure: MeasureId) -> Result<Vec<Uptake>, Error> {
    let sql = "select * from measure_uptake where measure_id = $1 order by decided desc, unit_id limit 500";
    db.all(sql, values![measure], read_uptake).await
}

/// What a unit has decided about measures from above.
pub async fn uptakes_of_unit(db: &impl Read, unit: UnitId) -> Result<Vec<Uptake>, Error> {
    let sql = "select * from measure_uptake where unit_id = $1 order by decided desc, measure_id";
    db.all(sql, values![unit], read_uptake).await
}

/// What a unit has decided about a measure, if it has.
pub async fn uptake(db: &impl Read, measure: MeasureId, unit: UnitId) -> Result<Option<Uptake>, Error> {
    let sql = "select * from measure_uptake where measure_id = $1 and unit_id = $2";
    db.one(sql, values![measure, unit], read_uptake).await
}

fn read_uptake(row: &Row) -> Result<Uptake, Error> {
    Ok(Uptake {
        measure: row.get("measure_id")?,
        unit: row.get("unit_id")?,
        choice: row.parse("choice")?,
        reason: row.get("reason")?,
        decided: row.get("decided")?,
        version: row.get("version")?,
    })
}

/// Writes a unit's choice over the one that was read (version 0 when there was none).
///
/// # Errors
///
/// [`Error::Stale`] when someone else chose meanwhile.
pub async fn put_uptake(tx: &Tx, uptake: &Granted<Uptake>) -> Result<i64, Error> {
    let before = self::uptake(tx, uptake.measure, uptake.unit).await?;
    let sql = "select id, version from measure_uptake where measure_id = $1 and unit_id = $2";
    let known = tx
        .one(sql, values![uptake.measure, uptake.unit], |row| {
            Ok((row.get::<varde_kernel::Id<()>>("id")?, row.get::<i64>("version")?))
        })
        .await?;
    let version = match known {
        Some((_, version)) if version != uptake.version => return Err(Error::Stale),
        None if uptake.version != 0 => return Err(Error::Stale),
        Some((id, version)) => {
            Update::of("measure_uptake")
                .set("choice", uptake.choice.name())
                .set("reason", &uptake.reason)
                .set("decided", uptake.decided)
                .versioned(tx, id, version)
                .await?
        }
        None => {
            let row = Insert::into("measure_uptake")
                .set("id", tx.new_id::<()>()?)
                .set("measure_id", uptake.measure)
                .set("unit_id", uptake.unit)
                .set("choice", uptake.choice.name())
                .set("reason", &uptake.reason)
                .set("decided", uptake.decided)
                .set("version", 1);
            // On PostgreSQL another first choice may have come between the look and the write.
            match row.run(tx).await {
                Err(error) if error.is_duplicate() => return Err(Error::Stale),
                other => other?,
            }
            1
        }
    };
    let told = |choice: Option<&str>, reason: Option<&str>, version: i64| json!({ "unit": uptake.unit.to_string(), "choice": choice, "reason": reason, "version_no": version });
    let was = before.as_ref();
    tx.record(
        Line::new(Kind::Measure, uptake.measure, Some(uptake.unit), "uptake")
            .before(told(was.map(|was| was.choice.name()), was.map(|was| was.reason.as_str()), uptake.version))
            .after(told(Some(uptake.choice.name()), Some(&uptake.reason), version))
            .why(uptake.reason.as_str()),
    );
    Ok(version)
}
