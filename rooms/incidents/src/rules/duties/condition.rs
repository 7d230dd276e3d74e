//! When a rule applies: a small closed tree over facts, in three values.

use std::collections::BTreeSet;

use super::{Answer, Fact, Facts};

/// What a rule asks of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every event fulfils it.
    Always,
    /// The fact has to hold.
    Fact(Fact),
    /// The part must not hold.
    Not(Box<Self>),
    /// Every part has to hold.
    All(Vec<Self>),
    /// At least one part has to hold.
    Any(Vec<Self>),
}

impl Condition {
    /// Whether an event fulfils it, by Kleene's strong logic of three values: an unknown fact leaves the answer
    /// unknown unless the others settle it, and a settled answer stands when more becomes known.
    pub fn answer(&self, facts: &Facts) -> Answer {
        match self {
            Self::Always => Answer::Yes,
            Self::Fact(fact) => facts.get(*fact),
            Self::Not(part) => !part.answer(facts),
            Self::All(parts) => parts.iter().map(|part| part.answer(facts)).min().unwrap_or(Answer::Yes),
            Self::Any(parts) => parts.iter().map(|part| part.answer(facts)).max().unwrap_or(Answer::No),
        }
    }

    /// The facts that the answer rests on: those that make it so, those that prevent it, or the unknown ones that
    /// are left to decide it.
    pub fn grounds(&self, facts: &Facts) -> BTreeSet<Fact> {
        let mut found = BTreeSet::new();
        self.gather(facts, &mut found);
        found
    }

    fn gather(&self, facts: &Facts, found: &mut BTreeSet<Fact>) {
        match self {
            Self::Always => {}
            Self::Fact(fact) => {
                found.insert(*fact);
            }
            Self::Not(part) => part.gather(facts, found),
            // A part with another answer than the whole has no say in it: of "any", one that fails when another
            // holds; of "all", one that holds when another fails.
            Self::All(parts) | Self::Any(parts) => {
                let answer = self.answer(facts);
                for part in parts.iter().filter(|part| part.answer(facts) == answer) {
                    part.gather(facts, found);
                }
            }
        }
    }

    /// Every fact it mentions.
    pub fn asks(&self) -> BTreeSet<Fact> {
        match self {
            Self::Always => BTreeSet::new(),
            Self::Fact(fact) => BTreeSet::from([*fact]),
            Self::Not(part) => part.asks(),
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::asks).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fact() -> impl Strategy<Value = Fact> {
        // A few facts only, so that the same one often stands in several places.
        proptest::sample::select(&Fact::ALL[..6])
    }

    fn answer() -> impl Strategy<Value = Answer> {
        proptest::sample::select(Answer::ALL)
    }

    fn facts() -> impl Strategy<Value = Facts> {
        prop::collection::vec((fact(), answer()), 0..6).prop_map(|answers| answers.into_iter().collect())
    }

    fn condition() -> impl Strategy<Value = Condition> {
        let leaf = prop_oneof![1 => Just(Condition::Always), 9 => fact().prop_map(Condition::Fact)];
        leaf.prop_recursive(4, 24, 4, |part| {
            prop_oneof![
                part.clone().prop_map(|part| Condition::Not(Box::new(part))),
                prop::collection::vec(part.clone(), 0..4).prop_map(Condition::All),
                prop::collection::vec(part, 0..4).prop_map(Condition::Any),
            ]
        })
    }

    #[test]
    fn the_tables_of_three_values() {
        use Answer::{No, Unknown, Yes};
        let pair = |a, b| Facts::new().with(Fact::PatientDeath, a).with(Fact::PatientHarm, b);
        let parts = || vec![Condition::Fact(Fact::PatientDeath), Condition::Fact(Fact::PatientHarm)];
        let check = |a, b, all, any| {
            assert_eq!(Condition::All(parts()).answer(&pair(a, b)), all, "all of {a} and {b}");
            assert_eq!(Condition::Any(parts()).answer(&pair(a, b)), any, "any of {a} and {b}");
        };
        check(Yes, Yes, Yes, Yes);
        check(Yes, Unknown, Unknown, Yes);
        check(Yes, No, No, Yes);
        check(Unknown, Unknown, Unknown, Unknown);
        check(Unknown, No, No, Unknown);
        check(No, No, No, No);
        assert_eq!((!Yes, !Unknown, !No), (No, Unknown, Yes));
        assert_eq!(Condition::All(Vec::new()).answer(&Facts::new()), Yes);
        assert_eq!(Condition::Any(Vec::new()).answer(&Facts::new()), No);
    }

    #[test]
    fn grounds_leave_out_what_has_no_say() {
        use Answer::{No, Yes};
        let either = Condition::Any(vec![Condition::Fact(Fact::PatientDeath), Condition::Fact(Fact::VerySeriousHarm)]);
        let both = Condition::All(vec![either, Condition::Fact(Fact::CausedByService)]);
        let check = |facts: Facts, answer, grounds: &[Fact]| {
            assert_eq!(both.answer(&facts), answer);
            assert_eq!(both.grounds(&facts).into_iter().collect::<Vec<_>>(), grounds);
        };
        let dead = Facts::new().with(Fact::PatientDeath, Yes);
        check(dead.clone(), Answer::Unknown, &[Fact::CausedByService]);
        check(dead.clone().with(Fact::CausedByService, No), No, &[Fact::CausedByService]);
        check(dead.with(Fact::CausedByService, Yes), Yes, &[Fact::PatientDeath, Fact::CausedByService]);
        let alive = Facts::new().with(Fact::PatientDeath, No);
        check(alive, Answer::Unknown, &[Fact::VerySeriousHarm, Fact::CausedByService]);
    }

    proptest! {
        #[test]
        fn an_answer_stands_when_an_unknown_fact_becomes_known(
            condition in condition(), facts in facts(), fact in fact(), answer in answer(),
        ) {
            let before = condition.answer(&facts);
            prop_assume!(facts.get(fact) == Answer::Unknown && before != Answer::Unknown);
            prop_assert_eq!(condition.answer(&facts.with(fact, answer)), before);
        }

        #[test]
        fn grounds_alone_give_the_same_answer(condition in condition(), facts in facts()) {
            let grounds = condition.grounds(&facts);
            let alone: Facts = facts.known().filter(|(fact, _)| grounds.contains(fact)).collect();
            prop_assert_eq!(condition.answer(&alone), condition.answer(&facts));
        }

        #[test]
        fn what_is_left_to_decide_is_unknown_and_asked_for(condition in condition(), facts in facts()) {
            let grounds = condition.grounds(&facts);
            prop_assert!(grounds.is_subset(&condition.asks()));
            if condition.answer(&facts) == Answer::Unknown {
                prop_assert!(!grounds.is_empty());
                prop_assert!(grounds.iter().all(|fact| facts.get(*fact) == Answer::Unknown));
            }
        }

        #[test]
        fn what_a_condition_does_not_ask_for_does_not_matter(
            condition in condition(), facts in facts(), fact in fact(), answer in answer(),
        ) {
            prop_assume!(!condition.asks().contains(&fact));
            prop_assert_eq!(condition.answer(&facts.clone().with(fact, answer)), condition.answer(&facts));
        }

        #[test]
        fn not_all_is_any_not(parts in prop::collection::vec(condition(), 0..4), facts in facts()) {
            let not = |part: &Condition| Condition::Not(Box::new(part.clone()));
            let any_not = Condition::Any(parts.iter().map(not).collect());
            prop_assert_eq!(not(&Condition::All(parts)).answer(&facts), any_not.answer(&facts));
        }
    }
}
