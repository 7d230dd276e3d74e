//! Deciding on proposals, taking decisions up again, and rehearsing a change of the law.

use super::cases::SERIOUS;
use super::{DAY, at, facts, one, rules, set};
use varde_incidents::rules::duties::{
    Answer, Choice, Decision, Difference, Fact, FactChange, Facts, Judgement, OtherRule, Recipient, Refused, Reopened,
    decide, differs, put_in_force, rehearse,
};

const KEY: (&str, &str) = ("notification-scheme", "serious-event");

/// A death that the service brought about and that was within the foreseeable risk.
fn foreseeable() -> Facts {
    facts(&[Fact::PatientDeath, Fact::CausedByService]).with(Fact::BeyondForeseeableRisk, Answer::No)
}

fn decided(facts: &Facts, choice: Choice, reason: &str) -> Result<Decision<&'static str>, Refused> {
    let sets = rules();
    decide(&one(&sets, facts, DAY, KEY), facts, choice, reason, "chief physician", at("2026-11-02T15:00"))
}

#[test]
fn not_telling_takes_a_reason_and_so_does_telling_against_the_rule() {
    let check = |facts: &Facts, choice, reason, expected: Result<(), Refused>| {
        assert_eq!(decided(facts, choice, reason).map(|_| ()), expected, "{choice} {reason:?}");
    };
    check(&facts(SERIOUS), Choice::Notify, "", Ok(()));
    check(&facts(SERIOUS), Choice::DoNotNotify, " ", Err(Refused::ReasonMissing));
    check(&facts(SERIOUS), Choice::DoNotNotify, "Told already by the other hospital.", Ok(()));
    check(&foreseeable(), Choice::DoNotNotify, "", Err(Refused::ReasonMissing));
    check(&foreseeable(), Choice::Notify, "", Err(Refused::ReasonMissing));
    check(&foreseeable(), Choice::Notify, "The family asked for it.", Ok(()));
    // Still open: it may be told to be on the safe side.
    check(&facts(&[Fact::PatientDeath]), Choice::Notify, "", Ok(()));
}

#[test]
fn a_decision_keeps_what_it_rested_on() {
    let decision = decided(&foreseeable(), Choice::DoNotNotify, " Known risk of the operation. ").unwrap();
    assert_eq!((decision.set.code.as_str(), decision.set.version.as_str()), ("notification-scheme", "2019-07"));
    assert_eq!((decision.rule.as_str(), decision.by), ("serious-event", "chief physician"));
    assert_eq!((decision.proposed, decision.choice), (Judgement::DoesNotApply, Choice::DoNotNotify));
    assert_eq!((decision.facts, decision.reason), (foreseeable(), "Known risk of the operation.".to_owned()));
}

#[test]
fn rules_that_do_not_hold_are_not_decided_on() {
    let started = put_in_force(rules(), "reporting-scheme", jiff::civil::date(2027, 1, 1)).unwrap();
    for (sets, day, key) in [
        (rules(), DAY, ("reporting-scheme", "serious-event")),
        (started.clone(), DAY, ("reporting-scheme", "serious-event")),
        (started, jiff::civil::date(2027, 1, 1), KEY),
    ] {
        let found = one(&sets, &facts(SERIOUS), day, key);
        let decision = decide(&found, &facts(SERIOUS), Choice::Notify, "To be safe.", "leader", at("2026-11-02T15:00"));
        assert_eq!(decision, Err(Refused::NotInForce), "{key:?} {day}");
    }
}

#[test]
fn new_facts_reopen_a_decision_either_way() {
    use Answer::{No, Unknown, Yes};
    let set = set("notification-scheme");
    let rule = set.rule("serious-event").unwrap();
    let check = |before: &Facts, choice, after: &Facts, expected: Option<Reopened>| {
        let decision = decided(before, choice, "For good reasons.").unwrap();
        assert_eq!(differs(rule, &decision, after), Ok(expected));
    };
    let change = |fact, before, after| FactChange { fact, before, after };

    // The autopsy shows that the death was not to be foreseen after all.
    let unforeseen = foreseeable().with(Fact::BeyondForeseeableRisk, Yes);
    check(
        &foreseeable(),
        Choice::DoNotNotify,
        &unforeseen,
        Some(Reopened {
            changed: vec![change(Fact::BeyondForeseeableRisk, No, Yes)],
            before: Judgement::DoesNotApply,
            after: Judgement::Applies,
        }),
    );
    // It was told, and turns out not to have been the service.
    let natural = facts(SERIOUS).with(Fact::CausedByService, No).with(Fact::HarmBetweenPatients, No);
    check(
        &facts(SERIOUS),
        Choice::Notify,
        &natural,
        Some(Reopened {
            changed: vec![change(Fact::CausedByService, Yes, No), change(Fact::HarmBetweenPatients, Unknown, No)],
            before: Judgement::Applies,
            after: Judgement::DoesNotApply,
        }),
    );
    // A fact of the rule changed, and the rule says the same: someone looks at it all the same.
    let harmed = facts(SERIOUS).with(Fact::VerySeriousHarm, Yes);
    let reopened = Reopened {
        changed: vec![change(Fact::VerySeriousHarm, Unknown, Yes)],
        before: Judgement::Applies,
        after: Judgement::Applies,
    };
    assert!(!reopened.outcome_changed());
    check(&facts(SERIOUS), Choice::DoNotNotify, &harmed, Some(reopened));
    // A fact taken back counts as well.
    check(
        &foreseeable(),
        Choice::DoNotNotify,
        &facts(&[Fact::PatientDeath, Fact::CausedByService]),
        Some(Reopened {
            changed: vec![change(Fact::BeyondForeseeableRisk, No, Unknown)],
            before: Judgement::DoesNotApply,
            after: Judgement::MayApply,
        }),
    );
    // What the rule does not ask for leaves the decision alone, and so does nothing new.
    check(&foreseeable(), Choice::DoNotNotify, &foreseeable().with(Fact::DataBreach, Yes), None);
    check(&foreseeable(), Choice::DoNotNotify, &foreseeable(), None);
}

#[test]
fn a_decision_is_held_against_its_own_rule() {
    let set = set("notification-scheme");
    let decision = decided(&foreseeable(), Choice::DoNotNotify, "Known risk.").unwrap();
    assert_eq!(differs(set.rule("patients-notification").unwrap(), &decision, &foreseeable()), Err(OtherRule));
}

#[test]
fn a_rehearsal_counts_what_each_recipient_would_have_got() {
    let events = [facts(SERIOUS), facts(SERIOUS), foreseeable(), facts(&[Fact::PatientDeath])];
    let found = rehearse(&events, &set("notification-scheme"), &set("reporting-scheme"));
    // The foreseeable one changes nothing; the three others reach other recipients, or may.
    assert_eq!((found.n_events, found.n_changed), (4, 3));
    let check = |recipient, n_before, n_after, n_open_before, n_open_after| {
        let expected = Difference {
            n_before,
            n_after,
            n_gained: n_after.saturating_sub(n_before),
            n_lost: n_before.saturating_sub(n_after),
            n_open_before,
            n_open_after,
        };
        assert_eq!(found.by_recipient.get(&recipient), Some(&expected), "{recipient}");
    };
    check(Recipient::BoardOfHealthSupervision, 2, 0, 1, 0);
    check(Recipient::CountyGovernor, 0, 2, 0, 1);
    check(Recipient::Ukom, 2, 2, 1, 1);
    assert_eq!(found.by_recipient.len(), 3);
}

#[test]
fn a_rehearsal_of_no_change_changes_nothing() {
    let set = set("standing-duties");
    let events = [facts(&[Fact::DataBreach]), facts(&[Fact::WrongBloodTransfused]), Facts::new()];
    let found = rehearse(&events, &set, &set);
    assert_eq!(found.n_changed, 0);
    assert!(found.by_recipient.values().all(|one| one.n_gained == 0 && one.n_lost == 0 && one.n_before == one.n_after));
    // Two rules reach the medicines agency; an event counts once.
    assert_eq!(found.by_recipient.get(&Recipient::MedicalProducts).map(|one| one.n_before), Some(1));
    assert_eq!(found.by_recipient.get(&Recipient::OwnManagement).map(|one| one.n_before), Some(3));
}
