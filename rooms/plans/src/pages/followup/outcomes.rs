//! What comes of a proposal that is to be carried out: a measure, or a pilot that tries it first.

use axum::response::Response;
use varde_kernel::access::{Action, Granted, Kind, Target};
use varde_kernel::{MeasureId, PilotId, ProposalId, UnitTree, Words};
use varde_measures::model::{Links, Measure};
use varde_web::{Ctx, Error, Form, Path};

use crate::model::followup::choosing::{Became, Proposal};
use crate::model::followup::pilots::{Evidence, PilotDraft, PilotKind};
use crate::rules::scoring::may_become;
use crate::store::{choosing, line_of, outcomes, pilots};

/// A proposal that is to be carried out, for whoever may make a thing of `kind` on its unit.
async fn accepted(cx: &Ctx, tree: &UnitTree, id: ProposalId, kind: Kind) -> Result<Granted<Proposal>, Error> {
    let proposal = choosing::open(cx.db(), cx.actor(), tree, id, Action::Read).await?;
    // Whoever may not make it is told so before being told how the proposal stands.
    cx.must(Action::Create, &Target::open(kind, line_of(tree, proposal.unit)))?;
    if may_become(&proposal) { Ok(proposal) } else { Err(Error::Conflict("plans-proposal-error-not-accepted")) }
}

/// Makes a stated measure of what was proposed. Pages and API share it.
pub(crate) async fn make_measure(cx: &Ctx, id: ProposalId) -> Result<MeasureId, Error> {
    let tree = cx.tree().await?;
    let proposal = accepted(cx, &tree, id, Kind::Measure).await?;
    let tx = cx.begin().await?;
    let mut measure = Measure::stated(tx.new_id()?, proposal.unit, Words::plain(&proposal.title));
    measure.detail = Words::plain(&proposal.body);
    // Nothing is published before somebody has looked it over.
    measure.open = false;
    let measure = varde_measures::store::propose(cx.actor(), &tree, measure)?;
    varde_measures::store::insert(&tx, &measure, &Links::default()).await?;
    outcomes::put(&tx, &proposal, Became::Measure(measure.id)).await?;
    tx.commit().await?;
    Ok(measure.id)
}

/// Makes a pilot of what was proposed. Pages and API share it.
pub(crate) async fn make_pilot(cx: &Ctx, id: ProposalId) -> Result<PilotId, Error> {
    let tree = cx.tree().await?;
    let proposal = accepted(cx, &tree, id, Kind::Pilot).await?;
    let unit = pilots::open_unit(cx.actor(), &tree, proposal.unit)?;
    let draft = PilotDraft {
        kind: PilotKind::Pilot,
        name: Words::plain(&proposal.title),
        field: Words::default(),
        ground: proposal.body.clone(),
        knowledge: String::new(),
        evidence: Evidence::Unknown,
        baseline: String::new(),
        starts: None,
        ends: None,
        decision_due: None,
        follow_up: String::new(),
        decision_support: false,
        risk_assessed: false,
        owner_actor: None,
    };
    let tx = cx.begin().await?;
    let pilot = pilots::insert(&tx, &unit, &draft).await?;
    outcomes::put(&tx, &proposal, Became::Pilot(pilot)).await?;
    tx.commit().await?;
    Ok(pilot)
}

/// `POST /proposals/{id}/measure`
pub(super) async fn measure(cx: Ctx, Path(id): Path<ProposalId>, Form(_): Form) -> Result<Response, Error> {
    let measure = make_measure(&cx, id).await?;
    Ok(cx.done(&format!("/measures/{measure}/edit"), "plans-proposal-became"))
}

/// `POST /proposals/{id}/pilot`
pub(super) async fn pilot(cx: Ctx, Path(id): Path<ProposalId>, Form(_): Form) -> Result<Response, Error> {
    let pilot = make_pilot(&cx, id).await?;
    Ok(cx.done(&format!("/pilots/{pilot}/edit"), "plans-proposal-became"))
}
