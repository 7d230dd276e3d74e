//! Who sent in a report in confidence: sealed, and opened only when one has asked, another has agreed, and in the
//! reporter's own sight.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{DisclosureId, ReportId, UnitId, UnitTree};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, json, values};

use super::line_of;
use crate::model::{Disclosure, Incident};

/// What opens the seal of one report and no other.
pub fn about(report: ReportId) -> String {
    format!("reporter of {report}")
}

fn read(row: &Row) -> Result<Disclosure, Error> {
    Ok(Disclosure {
        id: row.get("id")?,
        report: row.get("report_id")?,
        asked_by: row.get("asked_by")?,
        why: row.get("why")?,
        asked_at: row.get("asked_at")?,
        decided_by: row.get("decided_by")?,
        decided_at: row.get("decided_at")?,
        agreed: row.get("agreed")?,
        seen_at: row.get("seen_at")?,
    })
}

/// What has been asked about who sent in a report, in order: for the reporter, and for those who handle it.
pub async fn asked(db: &impl Read, report: ReportId) -> Result<Vec<Disclosure>, Error> {
    let sql = "select * from report_disclosure where report_id = $1 order by asked_at, id";
    db.all(sql, values![report], read).await
}

/// What waits for someone's agreement on these units and below.
pub async fn waiting(db: &impl Read, units: &[UnitId]) -> Result<Vec<(Disclosure, UnitId)>, Error> {
    let mut values = Vec::new();
    let list = varde_store::places(units.iter().copied(), &mut values);
    let sql = format!(
        "select d.*, i.unit_id from report_disclosure d join report r on r.id = d.report_id
         join incident i on i.id = r.incident_id
         where d.agreed is null and exists (select 1 from unit_line l where l.unit_id = i.unit_id
             and l.ancestor_id in ({list})) order by d.asked_at limit 100"
    );
    db.all(&sql, values, |row| Ok((read(row)?, row.get("unit_id")?))).await
}

fn target(tree: &UnitTree, unit: UnitId) -> Target {
    Target::internal(Kind::Reporter, line_of(tree, unit))
}

/// A request, with the proof that the actor may ask on the incident's unit.
///
/// # Errors
///
/// [`access::Denied`] when they may not.
pub fn propose(
    actor: &Actor,
    tree: &UnitTree,
    incident: &Incident,
    report: ReportId,
) -> Result<Granted<(ReportId, UnitId)>, access::Denied> {
    access::grant(actor, Action::Create, &target(tree, incident.unit), (report, incident.unit))
}

/// Asks who it was, with the reason.
pub async fn ask(tx: &Tx, asked: &Granted<(ReportId, UnitId)>, why: &str) -> Result<DisclosureId, Error> {
    let (report, unit) = **asked;
    let access::Author::Person(person) = asked.by() else { return Err(Error::Forbidden) };
    let id: DisclosureId = tx.new_id()?;
    Insert::into("report_disclosure")
        .set("id", id)
        .set("report_id", report)
        .set("asked_by", person)
        .set("why", why)
        .set("asked_at", tx.now())
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Reporter, id, Some(unit), "asked").version(1));
    Ok(id)
}

/// A request, opened for `action`: to decide on it, or for the one who asked to see the answer.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: DisclosureId,
    action: Action,
) -> Result<Granted<(Disclosure, UnitId)>, Error> {
    let sql = "select d.*, i.unit_id from report_disclosure d join report r on r.id = d.report_id
         join incident i on i.id = r.incident_id where d.id = $1";
    let (disclosure, unit) = db
        .one(sql, values![id], |row| Ok((read(row)?, row.get::<UnitId>("unit_id")?)))
        .await?
        .ok_or(Error::NotFound)?;
    let on = Target { owner: Some(disclosure.asked_by), ..target(tree, unit) };
    Ok(access::grant(actor, action, &on, (disclosure, unit))?)
}

/// Agrees, or refuses. It takes another than the one who asked.
///
/// # Errors
///
/// [`Error::Forbidden`] for the one who asked, and [`Error::Stale`] when it is decided already.
pub async fn decide(tx: &Tx, asked: &Granted<(Disclosure, UnitId)>, agreed: bool) -> Result<(), Error> {
    let (disclosure, unit) = &**asked;
    let access::Author::Person(person) = asked.by() else { return Err(Error::Forbidden) };
    if person == disclosure.asked_by {
        return Err(Error::Forbidden);
    }
    let sql = "update report_disclosure set decided_by = $2, decided_at = $3, agreed = $4
         where id = $1 and agreed is null";
    if tx.run(sql, values![disclosure.id, person, tx.now(), agreed]).await? == 0 {
        return Err(Error::Stale);
    }
    let action = if agreed { "agreed" } else { "refused" };
    tx.record(Line::new(Kind::Reporter, disclosure.id, Some(*unit), action).version(2));
    Ok(())
}

/// The seal of who it was, for the one who asked when another has agreed. That they looked is noted in the same
/// transaction.
///
/// # Errors
///
/// [`Error::Forbidden`] when it is not agreed.
pub async fn look(tx: &Tx, asked: &Granted<(Disclosure, UnitId)>) -> Result<String, Error> {
    let (disclosure, unit) = &**asked;
    if disclosure.agreed != Some(true) {
        return Err(Error::Forbidden);
    }
    tx.run("update report_disclosure set seen_at = $2 where id = $1", values![disclosure.id, tx.now()]).await?;
    tx.record(Line::new(Kind::Reporter, disclosure.id, Some(*unit), "seen").after(json!({ "seen": true })));
    let sql = "select sealed from report_reporter where report_id = $1";
    tx.one(sql, values![disclosure.report], |row| row.get("sealed")).await?.ok_or(Error::NotFound)
}
