//! Holding an event against the rules.

use jiff::civil::Date;

use super::{Answer, Due, Fact, Facts, Force, Rule, RuleSet, Standing, Times};

/// What a rule says of an event, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It applies, because of these facts.
    Applies(Vec<Fact>),
    /// It may apply: these facts are unknown and decide it.
    MayApply(Vec<Fact>),
    /// It does not apply.
    DoesNotApply(Why),
}

/// Why a rule does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Because of the answers to these.
    Facts(Vec<Fact>),
    /// It did not hold on the day of the event: not yet, or no longer.
    NotInForce(Standing),
}

varde_kernel::named! {
    /// An outcome without its grounds. A later one weighs more.
    Judgement {
        /// It does not apply.
        DoesNotApply "does_not_apply",
        /// It may apply.
        MayApply "may_apply",
        /// It applies.
        Applies "applies",
    }
}

impl Outcome {
    /// The outcome without its grounds.
    pub const fn judgement(&self) -> Judgement {
        match self {
            Self::Applies(_) => Judgement::Applies,
            Self::MayApply(_) => Judgement::MayApply,
            Self::DoesNotApply(_) => Judgement::DoesNotApply,
        }
    }
}

/// What one rule proposes for an event. A named clinician decides; see [`super::decide`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal<'a> {
    /// The set that the rule stands in.
    pub set: &'a RuleSet,
    /// The rule, with its recipients, channels, sources and certainty.
    pub rule: &'a Rule,
    /// How the set stands to the day of the event.
    pub standing: Standing,
    /// Whether the rule applies.
    pub outcome: Outcome,
    /// How soon it is to be done; none when it does not apply.
    pub due: Option<Due>,
}

impl Proposal<'_> {
    /// Whether something has to be done: a duty that applies, by rules that hold for the event.
    pub fn binds(&self) -> bool {
        self.standing == Standing::InForce
            && self.rule.force == Force::Duty
            && self.outcome.judgement() == Judgement::Applies
    }
}

/// Whether a rule applies to what is known of an event, whatever its day.
pub fn judge(rule: &Rule, facts: &Facts) -> Outcome {
    let grounds = rule.when.grounds(facts).into_iter().collect();
    match rule.when.answer(facts) {
        Answer::Yes => Outcome::Applies(grounds),
        Answer::Unknown => Outcome::MayApply(grounds),
        Answer::No => Outcome::DoesNotApply(Why::Facts(grounds)),
    }
}

/// Holds an event against every rule of a set: one proposal for each, also for those that do not apply, since why
/// something was not told is kept too.
///
/// `event_date` is the civil day of the event, which decides whether the set holds for it. Rules whose start is not
/// established are judged as well, and never bind: their proposals say so ([`Standing::StartNotEstablished`]).
pub fn assess<'a>(rule_set: &'a RuleSet, facts: &Facts, event_date: Date, times: &Times) -> Vec<Proposal<'a>> {
    let standing = rule_set.validity.standing(event_date);
    let propose = |rule: &'a Rule| {
        let outcome = match standing {
            Standing::InForce | Standing::StartNotEstablished => judge(rule, facts),
            Standing::NotYet | Standing::Ended => Outcome::DoesNotApply(Why::NotInForce(standing)),
        };
        let due = match outcome.judgement() {
            Judgement::Applies | Judgement::MayApply => Some(rule.deadline.due(times)),
            Judgement::DoesNotApply => None,
        };
        Proposal { set: rule_set, rule, standing, outcome, due }
    };
    rule_set.rules.iter().map(propose).collect()
}

/// Holds an event against several sets, such as the old scheme and the new one, in their order.
pub fn side_by_side<'a>(rule_sets: &'a [RuleSet], facts: &Facts, event_date: Date, times: &Times) -> Vec<Proposal<'a>> {
    rule_sets.iter().flat_map(|rule_set| assess(rule_set, facts, event_date, times)).collect()
}
