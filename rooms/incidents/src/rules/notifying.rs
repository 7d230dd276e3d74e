//! The duties to notify of one incident: what is known from the start, what waits to be decided, and what is late.

use jiff::Timestamp;

use super::duties::{
    Answer, Choice, Decision, Fact, Facts, Force, Judgement, Outcome, Proposal, Reopened, Standing, Urgency, differs,
};
use crate::model::{Harm, Incident, Report, ReportKind, Topic};
use varde_kernel::PersonId;

/// A decision, and that it has been carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The decision with all it rested on.
    pub decision: Decision<PersonId>,
    /// When it was sent, if it has been.
    pub sent_at: Option<Timestamp>,
    /// What the receiver calls it.
    pub reference: String,
}

/// What follows from how an incident has been assessed and what its reports say, before anyone has answered anything.
/// What is only likely is left unknown.
pub fn from_the_start(incident: &Incident, reports: &[Report]) -> Facts {
    let answer = |is: bool| if is { Answer::Yes } else { Answer::No };
    let mut facts = Facts::new();
    if let Some(harm) = incident.harm {
        facts = facts.with(Fact::PatientDeath, answer(harm == Harm::Death));
        facts = facts.with(Fact::PatientHarm, answer(harm != Harm::None));
        if !harm.is_serious() {
            facts = facts.with(Fact::VerySeriousHarm, Answer::No);
        }
    }
    if let Some(potential) = incident.potential {
        facts = facts.with(Fact::CouldHaveBeenSerious, answer(potential.is_serious()));
    }
    let about = |topic| reports.iter().any(|report| report.said.topics.contains(&topic));
    if about(Topic::Equipment) {
        facts = facts.with(Fact::DeviceInvolved, Answer::Yes);
    }
    if incident.kind == ReportKind::GoodCare {
        // Nothing went wrong: nobody has to be told.
        facts = Fact::ALL.iter().fold(facts, |facts, fact| facts.with(*fact, Answer::No));
    }
    facts
}

/// How a proposal stands: whether it is decided, waits, or has to be decided anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands<'a> {
    /// It does not apply, and nobody has decided otherwise.
    Outside,
    /// It applies or may apply, and nobody has decided.
    Waits,
    /// It is decided.
    Decided(&'a Decided),
    /// It was decided, and what it rested on has changed since.
    Reopened(&'a Decided, Reopened),
}

/// How a proposal stands to the latest decision on it.
pub fn stands<'a>(proposal: &Proposal<'_>, facts: &Facts, decided: &'a [Decided]) -> Stands<'a> {
    let latest = decided
        .iter()
        .rev()
        .find(|one| one.decision.set == proposal.set.key && one.decision.rule == proposal.rule.code);
    match latest {
        None if proposal.outcome.judgement() == Judgement::DoesNotApply => Stands::Outside,
        None => Stands::Waits,
        Some(latest) => match differs(proposal.rule, &latest.decision, facts) {
            Ok(Some(reopened)) => Stands::Reopened(latest, reopened),
            Ok(None) | Err(_) => Stands::Decided(latest),
        },
    }
}

/// Whether a proposal has to be decided before one can go on: a duty by rules in force that applies or may apply.
/// What applies always, that the service reviews what happened, is what the handling itself is.
pub fn must_be_decided(proposal: &Proposal<'_>, stands: &Stands<'_>) -> bool {
    let in_force = proposal.standing == Standing::InForce && proposal.rule.force == Force::Duty;
    let always = matches!(&proposal.outcome, Outcome::Applies(grounds) if grounds.is_empty());
    let waits = match stands {
        Stands::Waits | Stands::Reopened(..) => true,
        Stands::Outside | Stands::Decided(_) => false,
    };
    in_force && !always && waits
}

/// How many duties wait to be decided.
pub fn n_undecided(proposals: &[Proposal<'_>], facts: &Facts, decided: &[Decided]) -> usize {
    proposals.iter().filter(|proposal| must_be_decided(proposal, &stands(proposal, facts, decided))).count()
}

/// How pressing a proposal is at `now`: not at all when it is decided not to tell, or has been sent.
pub fn urgency(proposal: &Proposal<'_>, stands: &Stands<'_>, now: Timestamp) -> Option<Urgency> {
    let is_done = match stands {
        Stands::Outside => true,
        Stands::Waits | Stands::Reopened(..) => false,
        Stands::Decided(decided) => decided.decision.choice == Choice::DoNotNotify || decided.sent_at.is_some(),
    };
    let due = proposal.due.as_ref().filter(|_| !is_done && proposal.standing == Standing::InForce)?;
    (proposal.rule.force == Force::Duty).then(|| due.urgency(now))
}
