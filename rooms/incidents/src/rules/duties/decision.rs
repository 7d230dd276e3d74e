//! Deciding on a proposal, and taking a decision up again when the facts have changed.

use jiff::Timestamp;

use super::{FactChange, Facts, Judgement, Proposal, Rule, SetKey, Standing, judge};

varde_kernel::named! {
    /// What was decided.
    Choice {
        /// It is told.
        Notify "notify",
        /// It is not told.
        DoNotNotify "do_not_notify",
    }
}

/// A decision by a named person, with all it rested on. Decisions are kept, also (and above all) those not to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<Person> {
    /// The set of rules in its version of that day.
    pub set: SetKey,
    /// The rule's code.
    pub rule: String,
    /// What was known.
    pub facts: Facts,
    /// What the rule proposed.
    pub proposed: Judgement,
    /// What was decided.
    pub choice: Choice,
    /// Why; may be empty where the rule proposed the same or left it open.
    pub reason: String,
    /// Who decided.
    pub by: Person,
    /// When.
    pub at: Timestamp,
}

/// Why a decision was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The rules do not hold for the event, or nobody knows whether they do.
    #[error("the rules are not established to hold for the event's day")]
    NotInForce,
    /// Nobody has said why it is not told, or why it is told though the rule does not apply.
    #[error("the reason is missing")]
    ReasonMissing,
}

/// Decides on a proposal. Not to tell always takes a reason; to tell takes one when the rule says that it does not
/// apply. A proposal that is still open may be decided: waiting for every answer may take too long.
///
/// `facts` are those that the proposal was made from.
///
/// # Errors
///
/// [`Refused`] says which of these rules stopped it.
pub fn decide<Person>(
    proposal: &Proposal,
    facts: &Facts,
    choice: Choice,
    reason: &str,
    by: Person,
    at: Timestamp,
) -> Result<Decision<Person>, Refused> {
    match proposal.standing {
        Standing::InForce => {}
        Standing::NotYet | Standing::Ended | Standing::StartNotEstablished => return Err(Refused::NotInForce),
    }
    let proposed = proposal.outcome.judgement();
    let reason_needed = match choice {
        Choice::DoNotNotify => true,
        Choice::Notify => proposed == Judgement::DoesNotApply,
    };
    if reason_needed && reason.trim().is_empty() {
        return Err(Refused::ReasonMissing);
    }
    Ok(Decision {
        set: proposal.set.key.clone(),
        rule: proposal.rule.code.clone(),
        facts: facts.clone(),
        proposed,
        choice,
        reason: reason.trim().to_owned(),
        by,
        at,
    })
}

/// A decision that has to be taken up again, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// What the rule asks for and what has another answer now.
    pub changed: Vec<FactChange>,
    /// What the rule proposed when it was decided.
    pub before: Judgement,
    /// What it proposes now.
    pub after: Judgement,
}

impl Reopened {
    /// Whether the rule now proposes something else, and not just on other grounds.
    pub fn outcome_changed(&self) -> bool {
        self.before != self.after
    }
}

/// The rule that was given is another than the one that was decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the decision is on another rule")]
pub struct OtherRule;

/// Whether a decision, for or against, has to be taken up again now that these facts are known: it has when a fact
/// that its rule asks for has another answer than it had. `None` when it stands.
///
/// `rule` is the one decided on, of the same version: a case keeps the rules of its day.
///
/// # Errors
///
/// [`OtherRule`] when `rule` has another code than the decision's.
pub fn differs<Person>(rule: &Rule, decision: &Decision<Person>, facts: &Facts) -> Result<Option<Reopened>, OtherRule> {
    if rule.code != decision.rule {
        return Err(OtherRule);
    }
    let asked = rule.when.asks();
    let mut changed = decision.facts.changes(facts);
    changed.retain(|change| asked.contains(&change.fact));
    if changed.is_empty() {
        return Ok(None);
    }
    Ok(Some(Reopened { changed, before: decision.proposed, after: judge(rule, facts).judgement() }))
}
