//! What came of proposals that are to be carried out, and the word to those who follow them.

use jiff::Timestamp;
use varde_kernel::access::{Granted, Kind};
use varde_kernel::{MeasureId, PersonId, PilotId, ProposalId, UnitId};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, json, values};

use super::choosing::read;
use crate::model::followup::choosing::{Became, Proposal};

/// Notes that a proposal has become a measure or a pilot.
pub async fn put(tx: &Tx, proposal: &Granted<Proposal>, became: Became) -> Result<(), Error> {
    let (kind, id, action) = match became {
        Became::Measure(id) => (Kind::Measure, id.uuid(), "became_measure"),
        Became::Pilot(id) => (Kind::Pilot, id.uuid(), "became_pilot"),
    };
    Insert::into("proposal_outcome")
        .set("proposal_id", proposal.id)
        .set("thing_kind", kind.name())
        .set("thing_id", id)
        .run(tx)
        .await?;
    let after = json!({ "kind": kind.name(), "thing": id.to_string() });
    tx.record(Line::new(Kind::Proposal, proposal.id, Some(proposal.unit), action).after(after));
    Ok(())
}

/// What a proposal has become.
pub async fn of(db: &impl Read, proposal: ProposalId) -> Result<Vec<Became>, Error> {
    let sql = "select thing_kind, thing_id from proposal_outcome where proposal_id = $1 order by thing_kind, thing_id";
    let became = |row: &Row| {
        let kind: String = row.get("thing_kind")?;
        Ok(if kind == Kind::Measure.name() {
            Became::Measure(MeasureId::from_uuid(row.get("thing_id")?))
        } else {
            Became::Pilot(PilotId::from_uuid(row.get("thing_id")?))
        })
    };
    db.all(sql, values![proposal], became).await
}

/// The proposals that a measure came of.
pub async fn behind(db: &impl Read, measure: MeasureId) -> Result<Vec<ProposalId>, Error> {
    let sql = "select proposal_id from proposal_outcome where thing_id = $1 order by proposal_id";
    db.all(sql, values![measure], |row| row.get("proposal_id")).await
}

/// Proposals put to these units that are scored on a plan's criteria, and that someone has not
/// scored, for "my work".
pub async fn to_score(db: &impl Read, units: &[UnitId], person: PersonId) -> Result<Vec<Proposal>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![person];
    let places = super::places(units, &mut values);
    let sql = format!(
        "select p.* from proposal p where p.state = 'draft' and p.plan_id is not null and p.unit_id in ({places})
         and not exists (select 1 from proposal_score s where s.proposal_id = p.id and s.assessor = $1)
         order by p.proposed_at, p.id limit 200"
    );
    db.all(&sql, values, read).await
}

/// Proposals that someone follows and that were decided after `since`, for "my work".
pub async fn answered(db: &impl Read, person: PersonId, since: Timestamp) -> Result<Vec<Proposal>, Error> {
    let sql = "select p.* from proposal p join proposal_follower f on f.proposal_id = p.id
         where f.person_id = $1 and p.state = 'decided' and p.decided_at >= $2
         order by p.decided_at desc, p.id limit 50";
    db.all(sql, values![person, since], read).await
}
