//! Pilots and initiatives in the database.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{PilotId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, values};

use crate::model::followup::pilots::{Decided, Pilot, PilotDecision, PilotDraft, PilotKind, PilotState};

/// A pilot, opened for `action`.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: PilotId,
    action: Action,
) -> Result<Granted<Pilot>, Error> {
    let pilot = db.one("select * from pilot where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let target = Target::open(Kind::Pilot, super::line_of(tree, pilot.unit));
    Ok(access::grant(actor, action, &target, pilot)?)
}

/// A unit, opened for making a pilot on it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub fn open_unit(actor: &Actor, tree: &UnitTree, unit: UnitId) -> Result<Granted<UnitId>, Error> {
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    Ok(access::grant(actor, Action::Create, &Target::open(Kind::Pilot, super::line_of(tree, unit)), unit)?)
}

/// The initiatives, tools and information sources that the content names, with their codes: everyone signed in
/// may read them.
pub async fn coded(db: &impl Read) -> Result<Vec<(String, PilotId, Words)>, Error> {
    let sql = "select code, id, name, name_nn, name_en from pilot where code is not null and state = 'listed'";
    db.all(sql, Vec::new(), |row| Ok((row.get("code")?, row.get("id")?, row.words("name")?))).await
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only this sort.
    pub kind: Option<PilotKind>,
    /// Only in this state.
    pub state: Option<PilotState>,
    /// Only on this unit and below it.
    pub under: Option<UnitId>,
}

fn condition(wanted: &Wanted, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut parts = vec![scope_condition(scope, "p.unit_id", "1 = 1", values)];
    if let Some(kind) = wanted.kind {
        values.extend(values![kind.name()]);
        parts.push(format!("p.kind = ${}", values.len()));
    }
    if let Some(state) = wanted.state {
        values.extend(values![state.name()]);
        parts.push(format!("p.state = ${}", values.len()));
    }
    if let Some(unit) = wanted.under {
        values.extend(values![unit]);
        parts.push(format!(
            "exists (select 1 from unit_line l where l.unit_id = p.unit_id and l.ancestor_id = ${})",
            values.len()
        ));
    }
    parts.join(" and ")
}

/// Pilots and initiatives: those under way first, then by field and name.
pub async fn list(db: &impl Read, scope: &Scope, wanted: &Wanted, limit: i64, skip: i64) -> Result<Vec<Pilot>, Error> {
    let mut values = values![limit, skip];
    let condition = condition(wanted, scope, &mut values);
    let sql = format!(
        "select p.* from pilot p where {condition}
         order by case p.state when 'launched' then 0 when 'checked' then 1 when 'proposed' then 2
             when 'ended' then 3 else 4 end, p.field, p.name, p.id limit $1 offset $2"
    );
    db.all(&sql, values, read).await
}

/// How many there are.
pub async fn count(db: &impl Read, scope: &Scope, wanted: &Wanted) -> Result<i64, Error> {
    let mut values = values![];
    let condition = condition(wanted, scope, &mut values);
    db.number(&format!("select count(*) as n from pilot p where {condition}"), values).await
}

/// Those of these units that are under way and have an end, for "my work".
pub async fn under_way(db: &impl Read, units: &[UnitId]) -> Result<Vec<Pilot>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![];
    let places = super::places(units, &mut values);
    let sql = format!(
        "select * from pilot where state = 'launched' and unit_id in ({places})
         and (ends is not null or decision_due is not null) order by name, id limit 200"
    );
    db.all(&sql, values, read).await
}

fn columns(insert: Insert, draft: &PilotDraft) -> Insert {
    insert
        .set("kind", draft.kind.name())
        .words("name", &draft.name)
        .words("field", &draft.field)
        .set("ground", &draft.ground)
        .set("knowledge", &draft.knowledge)
        .set("evidence", draft.evidence.name())
        .set("baseline", &draft.baseline)
        .set("starts", draft.starts)
        .set("ends", draft.ends)
        .set("decision_due", draft.decision_due)
        .set("follow_up", &draft.follow_up)
        .set("decision_support", draft.decision_support)
        .set("risk_assessed", draft.risk_assessed)
        .set("owner_actor", draft.owner_actor.as_deref())
}

/// A new pilot or initiative.
pub async fn insert(tx: &Tx, unit: &Granted<UnitId>, draft: &PilotDraft) -> Result<PilotId, Error> {
    let id: PilotId = tx.new_id()?;
    columns(Insert::into("pilot"), draft)
        .set("id", id)
        .set("unit_id", **unit)
        .set("decision_reason", "")
        .set("exception", "")
        .set("state", PilotState::Proposed.name())
        .set("source", "")
        .set("version", 1)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Pilot, id, Some(**unit), "created").version(1).after(told(draft)));
    findable(tx, id, **unit, draft).await?;
    Ok(id)
}

/// Keeps one that a content file holds; the same again changes nothing.
pub async fn put(tx: &Tx, code: &str, pilot: &Pilot) -> Result<(), Error> {
    columns(Insert::into("pilot"), &pilot.text)
        .set("id", pilot.id)
        .set("unit_id", pilot.unit)
        .set("code", code)
        .set("decision_reason", "")
        .set("exception", "")
        .set("state", pilot.state.name())
        .set("since", pilot.since.as_deref())
        .set("cadence", pilot.cadence.as_deref())
        .set("source", &pilot.source)
        .set("version", pilot.version)
        .or_replace("id")
        .run(tx)
        .await?;
    findable(tx, pilot.id, pilot.unit, &pilot.text).await
}

/// Whether people have changed it since it came from a content file.
pub async fn is_changed(db: &impl Read, id: PilotId) -> Result<bool, Error> {
    Ok(0 < db.number("select count(*) as n from pilot where id = $1 and version > 1", values![id]).await?)
}

/// Saves what was written; returns the new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, pilot: &Granted<Pilot>, version: i64, draft: &PilotDraft) -> Result<i64, Error> {
    let version = Update::of("pilot")
        .set("kind", draft.kind.name())
        .words("name", &draft.name)
        .words("field", &draft.field)
        .set("ground", &draft.ground)
        .set("knowledge", &draft.knowledge)
        .set("evidence", draft.evidence.name())
        .set("baseline", &draft.baseline)
        .set("starts", draft.starts)
        .set("ends", draft.ends)
        .set("decision_due", draft.decision_due)
        .set("follow_up", &draft.follow_up)
        .set("decision_support", draft.decision_support)
        .set("risk_assessed", draft.risk_assessed)
        .set("owner_actor", draft.owner_actor.as_deref())
        .versioned(tx, pilot.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Pilot, pilot.id, Some(pilot.unit), "edited")
            .version(version)
            .before(told(&pilot.text))
            .after(told(draft)),
    );
    findable(tx, pilot.id, pilot.unit, draft).await?;
    Ok(version)
}

/// Saves a step on its way.
pub async fn advance(
    tx: &Tx,
    pilot: &Granted<Pilot>,
    version: i64,
    state: PilotState,
    action: &'static str,
) -> Result<i64, Error> {
    let version = Update::of("pilot").set("state", state.name()).versioned(tx, pilot.id, version).await?;
    tx.record(
        Line::new(Kind::Pilot, pilot.id, Some(pilot.unit), action)
            .version(version)
            .before(json!({ "state": pilot.state.name() }))
            .after(json!({ "state": state.name() })),
    );
    Ok(version)
}

/// Saves what was decided after the trial.
pub async fn decide(
    tx: &Tx,
    pilot: &Granted<Pilot>,
    version: i64,
    state: PilotState,
    decision: PilotDecision,
    reason: &str,
    exception: &str,
) -> Result<i64, Error> {
    let version = Update::of("pilot")
        .set("state", state.name())
        .set("decision", decision.name())
        .set("decision_reason", reason)
        .set("exception", exception)
        .set("decided_at", tx.now())
        .set("decided_by", super::person(pilot.by()))
        .versioned(tx, pilot.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Pilot, pilot.id, Some(pilot.unit), "decided")
            .version(version)
            .before(json!({ "decision": null, "state": pilot.state.name(), "exception": null }))
            .after(json!({ "decision": decision.name(), "state": state.name(), "exception": exception }))
            .why(reason),
    );
    Ok(version)
}

async fn findable(tx: &Tx, id: PilotId, unit: UnitId, draft: &PilotDraft) -> Result<(), Error> {
    search::put(
        tx,
        Entry {
            id: id.uuid(),
            kind: "pilot",
            unit: Some(unit),
            href: format!("/pilots/{id}"),
            title: draft.name.clone(),
            detail: draft.field.nb.clone(),
            text: draft.ground.clone(),
            open: true,
        },
    )
    .await
}

fn told(draft: &PilotDraft) -> Json {
    json!({
        "name": all_languages(&draft.name), "kind": draft.kind.name(), "field": all_languages(&draft.field),
        "ground": draft.ground, "knowledge": draft.knowledge, "evidence": draft.evidence.name(),
        "baseline": draft.baseline, "starts": draft.starts.map(|day| day.to_string()),
        "ends": draft.ends.map(|day| day.to_string()),
        "decision_due": draft.decision_due.map(|day| day.to_string()), "follow_up": draft.follow_up,
        "decision_support": draft.decision_support, "risk_assessed": draft.risk_assessed,
    })
}

fn read(row: &Row) -> Result<Pilot, Error> {
    let decision: Option<PilotDecision> = row.parse_opt("decision")?;
    let decision = match (decision, row.get("decided_at")?) {
        (Some(decision), Some(at)) => Some(Decided {
            decision,
            reason: row.get("decision_reason")?,
            exception: row.get("exception")?,
            at,
            by: row.get("decided_by")?,
        }),
        _ => None,
    };
    Ok(Pilot {
        id: row.get("id")?,
        unit: row.get("unit_id")?,
        text: PilotDraft {
            kind: row.parse("kind")?,
            name: row.words("name")?,
            field: row.words("field")?,
            ground: row.get("ground")?,
            knowledge: row.get("knowledge")?,
            evidence: row.parse("evidence")?,
            baseline: row.get("baseline")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            decision_due: row.get("decision_due")?,
            follow_up: row.get("follow_up")?,
            decision_support: row.get("decision_support")?,
            risk_assessed: row.get("risk_assessed")?,
            owner_actor: row.get("owner_actor")?,
        },
        state: row.parse("state")?,
        decision,
        since: row.get("since")?,
        cadence: row.get("cadence")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}
