//! Proposals, scores and the map of challenges in the database.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{Id, IndicatorId, MeasureId, PartId, PersonId, PlanId, ProposalId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{
    Delete, Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, values,
};

use crate::model::followup::choosing::{
    ChallengeLinks, Decision, PlanPart, Proposal, ProposalDraft, ProposalState, Score, Verdict,
};
use crate::model::plan::PartKind;

fn target(tree: &UnitTree, proposal: &Proposal) -> Target {
    Target {
        kind: Kind::Proposal,
        line: super::line_of(tree, proposal.unit),
        owner: proposal.proposer,
        open: proposal.state != ProposalState::Draft,
    }
}

/// A proposal, opened for `action`.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: ProposalId,
    action: Action,
) -> Result<Granted<Proposal>, Error> {
    let proposal = db.one("select * from proposal where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let target = target(tree, &proposal);
    Ok(access::grant(actor, action, &target, proposal)?)
}

/// The unit a proposal is put to, opened for making one.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub fn open_unit(actor: &Actor, tree: &UnitTree, unit: UnitId) -> Result<Granted<UnitId>, Error> {
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    Ok(access::grant(actor, Action::Create, &Target::internal(Kind::Proposal, super::line_of(tree, unit)), unit)?)
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only proposals scored on this plan's criteria.
    pub plan: Option<PlanId>,
    /// Only proposals in this state.
    pub state: Option<ProposalState>,
    /// Only proposals put to this unit.
    pub unit: Option<UnitId>,
    /// Only what this person proposed or follows.
    pub followed_by: Option<PersonId>,
}

fn condition(wanted: &Wanted, scope: &Scope, reader: Option<PersonId>, values: &mut Vec<Value>) -> String {
    let mut seen = scope_condition(scope, "p.unit_id", "1 = 0", values);
    if let Some(reader) = reader {
        values.extend(values![reader]);
        seen = format!("({seen} or p.proposer = ${})", values.len());
    }
    let mut parts = vec![seen];
    if let Some(plan) = wanted.plan {
        values.extend(values![plan]);
        parts.push(format!("p.plan_id = ${}", values.len()));
    }
    if let Some(state) = wanted.state {
        values.extend(values![state.name()]);
        parts.push(format!("p.state = ${}", values.len()));
    }
    if let Some(unit) = wanted.unit {
        values.extend(values![unit]);
        parts.push(format!("p.unit_id = ${}", values.len()));
    }
    if let Some(person) = wanted.followed_by {
        values.extend(values![person]);
        let place = values.len();
        parts.push(format!(
            "(p.proposer = ${place} or exists (select 1 from proposal_follower f where f.proposal_id = p.id and f.person_id = ${place}))"
        ));
    }
    parts.join(" and ")
}

/// Proposals that `reader` may see, newest first.
pub async fn list(
    db: &impl Read,
    scope: &Scope,
    reader: Option<PersonId>,
    wanted: &Wanted,
    limit: i64,
    skip: i64,
) -> Result<Vec<Proposal>, Error> {
    let mut values = values![limit, skip];
    let condition = condition(wanted, scope, reader, &mut values);
    let sql =
        format!("select p.* from proposal p where {condition} order by p.proposed_at desc, p.id limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many proposals [`list`] would list in all.
pub async fn count(db: &impl Read, scope: &Scope, reader: Option<PersonId>, wanted: &Wanted) -> Result<i64, Error> {
    let mut values = values![];
    let condition = condition(wanted, scope, reader, &mut values);
    db.number(&format!("select count(*) as n from proposal p where {condition}"), values).await
}

/// A new proposal; whoever makes it follows it.
pub async fn insert(tx: &Tx, unit: &Granted<UnitId>, draft: &ProposalDraft) -> Result<ProposalId, Error> {
    let id: ProposalId = tx.new_id()?;
    let proposer = super::person(unit.by());
    Insert::into("proposal")
        .set("id", id)
        .set("unit_id", **unit)
        .set("plan_id", draft.plan)
        .set("title", &draft.title)
        .set("body", &draft.body)
        .set("state", ProposalState::Draft.name())
        .set("proposer", proposer)
        .set("proposed_at", tx.now())
        .set("reason", "")
        .set("version", 1)
        .run(tx)
        .await?;
    if let Some(person) = proposer {
        follow(tx, id, person).await?;
    }
    tx.record(Line::new(Kind::Proposal, id, Some(**unit), "created").version(1).after(told(draft)));
    findable(tx, id, **unit, draft).await?;
    Ok(id)
}

/// Saves a changed proposal; returns its new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, proposal: &Granted<Proposal>, version: i64, draft: &ProposalDraft) -> Result<i64, Error> {
    let version = Update::of("proposal")
        .set("plan_id", draft.plan)
        .set("title", &draft.title)
        .set("body", &draft.body)
        .versioned(tx, proposal.id, version)
        .await?;
    let before = ProposalDraft { plan: proposal.plan, title: proposal.title.clone(), body: proposal.body.clone() };
    tx.record(
        Line::new(Kind::Proposal, proposal.id, Some(proposal.unit), "edited")
            .version(version)
            .before(told(&before))
            .after(told(draft)),
    );
    findable(tx, proposal.id, proposal.unit, draft).await?;
    Ok(version)
}

/// Puts a proposal forward for decision.
pub async fn submit(tx: &Tx, proposal: &Granted<Proposal>, version: i64) -> Result<i64, Error> {
    let version = Update::of("proposal")
        .set("state", ProposalState::Submitted.name())
        .versioned(tx, proposal.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Proposal, proposal.id, Some(proposal.unit), "submitted")
            .version(version)
            .before(json!({ "state": proposal.state.name() }))
            .after(json!({ "state": ProposalState::Submitted.name() })),
    );
    Ok(version)
}

/// Decides a proposal.
pub async fn decide(
    tx: &Tx,
    proposal: &Granted<Proposal>,
    version: i64,
    verdict: Verdict,
    reason: &str,
) -> Result<i64, Error> {
    let version = Update::of("proposal")
        .set("state", ProposalState::Decided.name())
        .set("decision", verdict.name())
        .set("reason", reason)
        .set("decided_at", tx.now())
        .set("decided_by", super::person(proposal.by()))
        .versioned(tx, proposal.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Proposal, proposal.id, Some(proposal.unit), "decided")
            .version(version)
            .before(json!({ "decision": null, "state": proposal.state.name() }))
            .after(json!({ "decision": verdict.name(), "state": ProposalState::Decided.name() }))
            .why(reason),
    );
    Ok(version)
}

/// Keeps the scores that the granted person gives; the same criterion again replaces the score.
pub async fn score(tx: &Tx, proposal: &Granted<Proposal>, scores: &[(PartId, i64, String)]) -> Result<(), Error> {
    let assessor = super::person(proposal.by()).ok_or(Error::Forbidden)?;
    for (criterion, value, grounds) in scores {
        Insert::into("proposal_score")
            .set("proposal_id", proposal.id)
            .set("criterion_id", *criterion)
            .set("assessor", assessor)
            .set("value", *value)
            .set("grounds", grounds)
            .set("scored_at", tx.now())
            .or_replace("proposal_id, criterion_id, assessor")
            .run(tx)
            .await?;
    }
    let told: Vec<Json> = scores
        .iter()
        .map(|(criterion, value, grounds)| json!({ "criterion": criterion.to_string(), "value": value, "grounds": grounds }))
        .collect();
    tx.record(Line::new(Kind::Proposal, proposal.id, Some(proposal.unit), "scored").after(Json::Array(told)));
    Ok(())
}

/// The scores of these proposals.
pub async fn scores(db: &impl Read, proposals: &[ProposalId]) -> Result<Vec<(ProposalId, Score)>, Error> {
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![];
    let places = super::places(proposals, &mut values);
    let sql = format!(
        "select * from proposal_score where proposal_id in ({places}) order by proposal_id, scored_at, assessor"
    );
    db.all(&sql, values, |row| {
        Ok((
            row.get("proposal_id")?,
            Score {
                criterion: row.get("criterion_id")?,
                assessor: row.get("assessor")?,
                value: row.get("value")?,
                grounds: row.get("grounds")?,
            },
        ))
    })
    .await
}

/// Makes someone a follower of a proposal that they may see.
pub async fn follow(tx: &Tx, proposal: ProposalId, person: PersonId) -> Result<(), Error> {
    Insert::into("proposal_follower")
        .set("proposal_id", proposal)
        .set("person_id", person)
        .or_replace("proposal_id, person_id")
        .run(tx)
        .await
}

/// Takes someone off a proposal's followers.
pub async fn unfollow(tx: &Tx, proposal: ProposalId, person: PersonId) -> Result<(), Error> {
    let sql = "delete from proposal_follower where proposal_id = $1 and person_id = $2";
    tx.run(sql, values![proposal, person]).await.map(|_| ())
}

/// Whether someone follows a proposal.
pub async fn follows(db: &impl Read, proposal: ProposalId, person: PersonId) -> Result<bool, Error> {
    let sql = "select count(*) as n from proposal_follower where proposal_id = $1 and person_id = $2";
    Ok(0 < db.number(sql, values![proposal, person]).await?)
}

/// Proposals put forward to these units that await a decision.
pub async fn awaiting(db: &impl Read, units: &[UnitId]) -> Result<Vec<Proposal>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![];
    let places = super::places(units, &mut values);
    let sql = format!(
        "select * from proposal where state = 'submitted' and unit_id in ({places}) order by proposed_at, id limit 200"
    );
    db.all(&sql, values, read).await
}

/// Which measures and indicators belong to which challenge of a plan.
pub async fn challenge_links(db: &impl Read, plan: PlanId) -> Result<ChallengeLinks, Error> {
    let measures = db
        .all("select part_id, measure_id from challenge_measure where plan_id = $1", values![plan], |row| {
            Ok((row.get::<PartId>("part_id")?, row.get::<MeasureId>("measure_id")?))
        })
        .await?;
    let indicators = db
        .all("select part_id, indicator_id from challenge_indicator where plan_id = $1", values![plan], |row| {
            Ok((row.get::<PartId>("part_id")?, row.get::<IndicatorId>("indicator_id")?))
        })
        .await?;
    Ok(ChallengeLinks { measures, indicators })
}

/// Says which challenges of a plan a measure meets, in place of what was said before. `read` is the plan's
/// version that was read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved the plan meanwhile.
pub async fn link_challenges(
    tx: &Tx,
    plan: &Granted<(PlanId, UnitId)>,
    read: i64,
    links: &ChallengeLinks,
) -> Result<(), Error> {
    let (plan_id, unit) = **plan;
    let version = Update::of("plan").versioned(tx, plan_id, read).await?;
    let before = challenge_links(tx, plan_id).await?;
    Delete::from(tx, "challenge_measure", "plan_id", plan_id).await?;
    Delete::from(tx, "challenge_indicator", "plan_id", plan_id).await?;
    for (part, measure) in &links.measures {
        Insert::into("challenge_measure")
            .set("part_id", *part)
            .set("measure_id", *measure)
            .set("plan_id", plan_id)
            .or_replace("part_id, measure_id")
            .run(tx)
            .await?;
    }
    for (part, indicator) in &links.indicators {
        Insert::into("challenge_indicator")
            .set("part_id", *part)
            .set("indicator_id", *indicator)
            .set("plan_id", plan_id)
            .or_replace("part_id, indicator_id")
            .run(tx)
            .await?;
    }
    let challenges = super::sources::parts(tx, plan_id, PartKind::Challenge).await?;
    tx.record(
        Line::new(Kind::Plan, plan_id, Some(unit), "challenges_linked")
            .version(version)
            .before(told_links(&challenges, &before))
            .after(told_links(&challenges, links)),
    );
    Ok(())
}

/// What the history keeps of what meets each challenge, with the challenges by name: they have no page.
fn told_links(challenges: &[PlanPart], links: &ChallengeLinks) -> Json {
    fn met<K>(challenges: &[PlanPart], links: &[(PartId, Id<K>)]) -> Vec<Json> {
        let met = challenges.iter().map(|part| {
            let by = links.iter().filter(|(known, _)| *known == part.id);
            (part, by.map(|(_, id)| id.to_string()).collect::<Vec<_>>())
        });
        met.filter(|(_, by)| !by.is_empty())
            .map(|(part, by)| json!({ "challenge": all_languages(&part.name), "met_by": by }))
            .collect()
    }
    json!({ "measures": met(challenges, &links.measures), "indicators": met(challenges, &links.indicators) })
}

/// Keeps the links of a content file, unless the plan has links already.
pub async fn put_challenges(tx: &Tx, plan: PlanId, links: &[(PartId, MeasureId)]) -> Result<(), Error> {
    let known = tx.number("select count(*) as n from challenge_measure where plan_id = $1", values![plan]).await?;
    if 0 < known {
        return Ok(());
    }
    for (part, measure) in links {
        let link = Insert::into("challenge_measure").set("part_id", *part).set("measure_id", *measure);
        link.set("plan_id", plan).or_replace("part_id, measure_id").run(tx).await?;
    }
    Ok(())
}

async fn findable(tx: &Tx, id: ProposalId, unit: UnitId, draft: &ProposalDraft) -> Result<(), Error> {
    search::put(
        tx,
        Entry {
            id: id.uuid(),
            kind: "proposal",
            unit: Some(unit),
            href: format!("/proposals/{id}"),
            title: Words::plain(&draft.title),
            detail: String::new(),
            text: draft.body.clone(),
            open: false,
        },
    )
    .await
}

fn told(draft: &ProposalDraft) -> Json {
    json!({ "title": draft.title, "body": draft.body, "plan": draft.plan.map(|plan| plan.to_string()) })
}

pub(super) fn read(row: &Row) -> Result<Proposal, Error> {
    let verdict: Option<Verdict> = row.parse_opt("decision")?;
    let decision = match (verdict, row.get("decided_at")?) {
        (Some(verdict), Some(at)) => {
            Some(Decision { verdict, reason: row.get("reason")?, at, by: row.get("decided_by")? })
        }
        _ => None,
    };
    Ok(Proposal {
        id: row.get("id")?,
        unit: row.get("unit_id")?,
        plan: row.get("plan_id")?,
        title: row.get("title")?,
        body: row.get("body")?,
        state: row.parse("state")?,
        proposer: row.get("proposer")?,
        proposed_at: row.get("proposed_at")?,
        decision,
        version: row.get("version")?,
    })
}
