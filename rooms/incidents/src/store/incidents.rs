//! Incidents: opened, moved on, handed over, joined.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{IncidentId, PersonId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, json, places, values};

use super::{line_of, reports};
use crate::model::{Incident, State, Step};
use crate::rules::reporting::reference;

/// What the policy needs to know of an incident.
pub fn target(tree: &UnitTree, unit: UnitId) -> Target {
    Target::internal(Kind::Incident, line_of(tree, unit))
}

/// An incident, when the actor may do `action` to it.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: IncidentId,
    action: Action,
) -> Result<Granted<Incident>, Error> {
    let incident = get(db, id).await?;
    let on = target(tree, incident.unit);
    Ok(access::grant(actor, action, &on, incident)?)
}

pub(super) async fn get(db: &impl Read, id: IncidentId) -> Result<Incident, Error> {
    db.one("select * from incident where id = $1", values![id], read).await?.ok_or(Error::NotFound)
}

/// How far the incident of one's own report has come; the report is the proof that one may know.
pub async fn of_report(db: &impl Read, report: &Granted<crate::model::Report>) -> Result<Incident, Error> {
    get(db, report.incident).await
}

/// The incidents of one's own reports, in no order.
pub async fn of_reports(db: &impl Read, reports: &[crate::model::Report]) -> Result<Vec<Incident>, Error> {
    let mut values = Vec::new();
    let list = places(reports.iter().map(|report| report.incident), &mut values);
    db.all(&format!("select * from incident where id in ({list})"), values, read).await
}

pub(super) fn read(row: &Row) -> Result<Incident, Error> {
    Ok(Incident {
        id: row.get("id")?,
        unit: row.get("unit_id")?,
        kind: row.parse("kind")?,
        state: row.parse("state")?,
        title: row.get("title")?,
        mode: row.parse("mode")?,
        entrance: row.parse("entrance")?,
        handler: row.get("handler_id")?,
        harm: row.parse_opt("harm")?,
        potential: row.parse_opt("potential")?,
        level: row.parse_opt("level")?,
        learning: row.get("learning")?,
        no_measures: row.parse_opt("no_measures")?,
        escalated: row.get("escalated")?,
        happened_on: row.get("happened_on")?,
        received_on: row.get("received_on")?,
        due_on: row.get("due_on")?,
        answered_on: row.get("answered_on")?,
        closed_on: row.get("closed_on")?,
        answer: row.get("answer")?,
        joined_to: row.get("joined_to")?,
        version: row.get("version")?,
    })
}

/// What history keeps of an incident: how it stands, and no word of what happened.
fn told(incident: &Incident) -> Json {
    json!({
        "state": incident.state.name(), "handler": incident.handler.map(|person| person.to_string()),
        "harm": incident.harm.map(crate::model::Harm::name), "potential": incident.potential.map(crate::model::Harm::name),
        "level": incident.level.map(crate::model::AnalysisLevel::name), "escalated": incident.escalated,
        "unit": incident.unit.to_string(), "due_on": incident.due_on.map(|day| day.to_string()),
        "no_measures": incident.no_measures.map(crate::model::NoMeasures::name),
    })
}

/// What was done to an incident, for the row of steps that the reporter and those who handle it read.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// What was done: a step, or `hand_over`, `escalate`, `join`, `rename`.
    pub step: &'a str,
    /// Why, in words; may be empty.
    pub reason: &'a str,
    /// The day.
    pub on: Date,
}

/// Saves what a step, a hand-over or anything else has changed, and notes that it was done.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(
    tx: &Tx,
    before: &Granted<Incident>,
    after: &Incident,
    version: i64,
    taken: Taken<'_>,
) -> Result<i64, Error> {
    let next = Update::of("incident")
        .set("unit_id", after.unit)
        .set("kind", after.kind.name())
        .set("state", after.state.name())
        .set("title", &after.title)
        .set("mode", after.mode.name())
        .set("handler_id", after.handler)
        .set("harm", after.harm.map(crate::model::Harm::name))
        .set("potential", after.potential.map(crate::model::Harm::name))
        .set("level", after.level.map(crate::model::AnalysisLevel::name))
        .set("learning", &after.learning)
        .set("no_measures", after.no_measures.map(crate::model::NoMeasures::name))
        .set("escalated", after.escalated)
        .set("due_on", after.due_on)
        .set("answered_on", after.answered_on)
        .set("closed_on", after.closed_on)
        .set("answer", &after.answer)
        .set("joined_to", after.joined_to)
        .versioned(tx, after.id, version)
        .await?;
    note(tx, after, taken).await?;
    // The history keeps steps by the same words; what was said with them stays in the room.
    let action = match taken.step.parse::<Step>() {
        Ok(step) => step.name(),
        Err(()) => "edited",
    };
    tx.record(
        Line::new(Kind::Incident, after.id, Some(after.unit), action)
            .version(next)
            .before(told(before))
            .after(told(after)),
    );
    findable(tx, after.id).await?;
    Ok(next)
}

async fn note(tx: &Tx, incident: &Incident, taken: Taken<'_>) -> Result<(), Error> {
    let sql = "select coalesce(max(ord), 0) + 1 as n from incident_step where incident_id = $1";
    let ord = tx.number(sql, values![incident.id]).await?;
    let by = match tx.author() {
        access::Author::Person(person) => Some(person),
        access::Author::System(_) | access::Author::Anonymous => None,
    };
    Insert::into("incident_step")
        .set("incident_id", incident.id)
        .set("ord", ord)
        .set("step", taken.step)
        .set("state", incident.state.name())
        .set("taken_on", taken.on)
        .set("taken_by", by)
        .set("reason", taken.reason)
        .run(tx)
        .await
}

/// One thing that was done to an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub step: String,
    /// The state it led to.
    pub state: State,
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// What has been done to an incident, in order.
pub async fn steps(db: &impl Read, incident: IncidentId) -> Result<Vec<Done>, Error> {
    let sql = "select * from incident_step where incident_id = $1 order by ord";
    db.all(sql, values![incident], |row| {
        Ok(Done {
            step: row.get("step")?,
            state: row.parse("state")?,
            on: row.get("taken_on")?,
            by: row.get("taken_by")?,
            reason: row.get("reason")?,
        })
    })
    .await
}

/// Joins one incident to another that tells of the same event: its reports go over, and both viewpoints stay.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn join(
    tx: &Tx,
    from: &Granted<Incident>,
    to: &Granted<Incident>,
    version: i64,
    taken: Taken<'_>,
) -> Result<(), Error> {
    let joined = Incident { state: State::Joined, joined_to: Some(to.id), due_on: None, ..(**from).clone() };
    save(tx, from, &joined, version, taken).await?;
    tx.run("update report set incident_id = $1 where incident_id = $2", values![to.id, from.id]).await?;
    let kept = Incident { mode: to.mode.max(from.mode), ..(**to).clone() };
    save(tx, to, &kept, to.version, Taken { step: "joined", ..taken }).await?;
    Ok(())
}

/// Lets an incident be found by those who handle it. Its reporter is not among the words.
pub(super) async fn findable(tx: &Tx, id: IncidentId) -> Result<(), Error> {
    let incident = get(tx, id).await?;
    let told = tx.number("select count(*) as n from incident where id = $1 and told = true", values![id]).await?;
    if told == 0 {
        return Ok(());
    }
    let mut text = vec![incident.learning.clone()];
    for report in reports::of_incident(tx, id).await? {
        text.extend([report.said.what, report.said.place, report.said.done]);
    }
    let entry = Entry {
        id: id.uuid(),
        kind: "incident",
        unit: Some(incident.unit),
        href: format!("/incidents/{id}"),
        title: Words::plain(&incident.title),
        detail: reference(id),
        text: text.join("\n"),
        open: false,
    };
    search::put(tx, entry).await
}
