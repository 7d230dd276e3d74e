//! Proposals, and how they are scored and decided; challenges and the measures that meet them.

use jiff::Timestamp;
use varde_kernel::{IndicatorId, MeasureId, PartId, PersonId, PilotId, PlanId, ProposalId, UnitId, Words};

varde_kernel::named! {
    /// How far a proposal has come.
    ProposalState {
        /// Can be changed and scored.
        Draft "draft",
        /// Put forward for decision.
        Submitted "submitted",
        /// Decided.
        Decided "decided",
    }
}

varde_kernel::named! {
    /// What was decided about a proposal.
    Verdict {
        /// It is to be done.
        Accept "accept",
        /// It is not.
        Reject "reject",
        /// Not now.
        Later "later",
    }
}

/// A proposal for a measure or an improvement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The unit it is put to.
    pub unit: UnitId,
    /// The plan whose criteria it is scored on.
    pub plan: Option<PlanId>,
    /// What is proposed, in a line.
    pub title: String,
    /// What is proposed, and why.
    pub body: String,
    /// How far it has come.
    pub state: ProposalState,
    /// Who proposed it.
    pub proposer: Option<PersonId>,
    /// When.
    pub proposed_at: Timestamp,
    /// What was decided, why, and when.
    pub decision: Option<Decision>,
    /// Counts the changes.
    pub version: i64,
}

/// What was decided about a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Yes, no or later.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<PersonId>,
}

/// What a proposal that is to be carried out has become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// A measure.
    Measure(MeasureId),
    /// A pilot that tries it first.
    Pilot(PilotId),
}

/// What people write about a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalDraft {
    /// The plan whose criteria it is scored on.
    pub plan: Option<PlanId>,
    /// What is proposed, in a line.
    pub title: String,
    /// What is proposed, and why.
    pub body: String,
}

/// One assessor's score on one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The criterion.
    pub criterion: PartId,
    /// Who gave it.
    pub assessor: PersonId,
    /// From 1 (hardly) to 5 (fully).
    pub value: i64,
    /// On what grounds.
    pub grounds: String,
}

/// A criterion, a challenge or another part of a plan, as far as choosing needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPart {
    /// Its id.
    pub id: PartId,
    /// Its name.
    pub name: Words,
    /// For a criterion: how much it counts, 1 when nobody has said.
    pub weight: f64,
}

/// A measure of a plan on the map of challenges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapMeasure {
    /// Its id.
    pub id: MeasureId,
    /// Its number in the plan.
    pub number: String,
    /// The indicator on which its effect should show.
    pub indicator: Option<IndicatorId>,
    /// Its name.
    pub name: Words,
}

/// Which measures and indicators belong to which challenge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChallengeLinks {
    /// Challenge and measure.
    pub measures: Vec<(PartId, MeasureId)>,
    /// Challenge and indicator.
    pub indicators: Vec<(PartId, IndicatorId)>,
}
