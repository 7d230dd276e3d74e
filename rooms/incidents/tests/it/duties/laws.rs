//! What holds for every event under the rules that come with Varde.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::{DAY, rules, times};
use varde_incidents::rules::duties::{
    Answer, Fact, Facts, Force, Judgement, Outcome, Standing, Why, put_in_force, rehearse, side_by_side,
};

fn facts() -> impl Strategy<Value = Facts> {
    prop::collection::vec((prop::sample::select(Fact::ALL), prop::sample::select(Answer::ALL)), 0..50)
        .prop_map(|answers| answers.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_settled_rule_stays_settled_when_more_becomes_known(
        facts in facts(), fact in prop::sample::select(Fact::ALL), answer in prop::sample::select(Answer::ALL),
    ) {
        prop_assume!(facts.get(fact) == Answer::Unknown);
        let sets = rules();
        let more = facts.clone().with(fact, answer);
        let (before, after) = (side_by_side(&sets, &facts, DAY, &times()), side_by_side(&sets, &more, DAY, &times()));
        for (before, after) in before.iter().zip(&after) {
            let (was, is) = (before.outcome.judgement(), after.outcome.judgement());
            prop_assert!(was == Judgement::MayApply || was == is, "{}: {} to {}", before.rule.code, was, is);
        }
    }

    #[test]
    fn answering_what_is_asked_settles_every_rule(facts in facts(), yes in any::<bool>()) {
        let sets = rules();
        let answer = if yes { Answer::Yes } else { Answer::No };
        for proposal in side_by_side(&sets, &facts, DAY, &times()) {
            if let Outcome::MayApply(missing) = &proposal.outcome {
                prop_assert!(missing.iter().all(|fact| facts.get(*fact) == Answer::Unknown));
                let told = missing.iter().fold(facts.clone(), |told, fact| told.with(*fact, answer));
                prop_assert!(proposal.rule.when.answer(&told) != Answer::Unknown, "{}", proposal.rule.code);
            }
        }
    }

    #[test]
    fn one_scheme_or_the_other_holds_on_every_day_and_never_both(days in 0_i32..6000, first in 1_i32..6000) {
        let begin = date(2019, 7, 1);
        let sets = put_in_force(rules(), "reporting-scheme", begin.saturating_add(first.days())).unwrap();
        let day = begin.saturating_add(days.days());
        let in_force = |code| {
            sets.iter().any(|set| set.key.code == code && set.validity.standing(day) == Standing::InForce)
        };
        prop_assert!(in_force("notification-scheme") ^ in_force("reporting-scheme"));
    }

    #[test]
    fn only_duties_of_rules_in_force_bind(facts in facts(), days in -9000_i32..9000) {
        let sets = rules();
        for proposal in side_by_side(&sets, &facts, DAY.saturating_add(days.days()), &times()) {
            let applies = matches!(proposal.outcome, Outcome::Applies(_));
            let in_force = proposal.standing == Standing::InForce;
            prop_assert_eq!(proposal.binds(), applies && in_force && proposal.rule.force == Force::Duty);
            prop_assert_eq!(proposal.due.is_none(), matches!(proposal.outcome, Outcome::DoesNotApply(_)));
            if let Outcome::DoesNotApply(Why::NotInForce(standing)) = proposal.outcome {
                prop_assert!(matches!(standing, Standing::NotYet | Standing::Ended));
            }
        }
    }

    #[test]
    fn a_rehearsal_adds_up_and_turned_around_gains_are_losses(events in prop::collection::vec(facts(), 0..8)) {
        let sets = rules();
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let there = rehearse(&events, &sets[one], &sets[other]);
            let back = rehearse(&events, &sets[other], &sets[one]);
            prop_assert_eq!(there.n_changed, back.n_changed);
            for (recipient, found) in &there.by_recipient {
                prop_assert_eq!(found.n_before + found.n_gained, found.n_after + found.n_lost);
                prop_assert!(found.n_before + found.n_open_before <= events.len());
                let turned = back.by_recipient[recipient];
                prop_assert_eq!((found.n_gained, found.n_before), (turned.n_lost, turned.n_after));
            }
        }
    }
}
