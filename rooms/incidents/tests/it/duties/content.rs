//! Each rule of the content by a case.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::date;

use super::cases::{CASES, SERIOUS, When};
use super::{DAY, at, facts, one, rules, set, times};
use varde_incidents::rules::duties::{
    Answer, Area, Certainty, Channel, Decider, Due, Fact, Facts, Force, Judgement, Latest, Limit, NotStarted, Outcome,
    Payload, Standing, Start, Times, Urgency, Validity, Why, assess, judge, put_in_force, side_by_side,
};
use varde_kernel::Locale;

/// All facts answered: those given with yes, the rest with no.
fn settled(yes: &[Fact], but: Option<Fact>) -> Facts {
    let answer = |fact: &Fact| if yes.contains(fact) && but != Some(*fact) { Answer::Yes } else { Answer::No };
    Fact::ALL.iter().map(|fact| (*fact, answer(fact))).collect()
}

#[test]
fn each_rule_applies_when_it_should_and_reaches_whom_it_should() {
    let sets = rules();
    for (set, rule, yes, without, recipients, expected) in CASES {
        let found = one(&sets, &settled(yes, None), DAY, (set, rule));
        assert_eq!(found.outcome.judgement(), Judgement::Applies, "{rule}");
        assert_eq!(found.rule.recipients, *recipients, "{rule}");
        let due = found.due.unwrap();
        let when = match (due.latest, due.pace, expected) {
            (Latest::At(instant) | Latest::EndOf { ends: instant, .. }, _, When::By(text)) if instant == at(text) => {
                *expected
            }
            (Latest::Unlimited, Some(pace), _) => When::Soon(pace),
            (Latest::Unlimited, None, _) => When::NoLimit,
            (Latest::NotEstablished, ..) => When::NotEstablished,
            (Latest::Waiting(clock), ..) => When::After(clock),
            (latest, ..) => panic!("{rule}: {latest:?} instead of {expected:?}"),
        };
        assert_eq!(when, *expected, "{rule}");
        if let Some(missing) = without {
            let found = one(&sets, &settled(yes, Some(*missing)), DAY, (set, rule));
            assert_eq!(found.outcome.judgement(), Judgement::DoesNotApply, "{rule} without {missing}");
            let Outcome::DoesNotApply(Why::Facts(why)) = &found.outcome else { panic!("{rule}: {:?}", found.outcome) };
            assert!(why.contains(missing), "{rule} without {missing}: {why:?}");
            assert_eq!(found.due, None, "{rule}");
        }
    }
}

#[test]
fn every_rule_of_the_content_has_a_case() {
    let cases: BTreeSet<(String, String)> =
        CASES.iter().map(|(set, rule, ..)| ((*set).to_owned(), (*rule).to_owned())).collect();
    let content: BTreeSet<(String, String)> =
        rules().iter().flat_map(|set| set.rules.iter().map(|rule| (set.key.code.clone(), rule.code.clone()))).collect();
    assert_eq!(cases, content);
}

#[test]
fn every_fact_is_asked_for_by_some_rule() {
    let asked: BTreeSet<Fact> = rules().iter().flat_map(|set| &set.rules).flat_map(|rule| rule.when.asks()).collect();
    assert_eq!(asked, Fact::ALL.iter().copied().collect());
}

#[test]
fn other_roads_into_a_rule() {
    let sets = rules();
    let check = |rule, yes: &[Fact], expected| {
        let found = one(&sets, &settled(yes, None), DAY, ("standing-duties", rule));
        assert_eq!(found.outcome.judgement(), expected, "{rule}: {yes:?}");
    };
    check("medical-device", &[Fact::ElectroMedicalFault], Judgement::Applies);
    check("medical-device", &[Fact::DeviceInvolved], Judgement::DoesNotApply);
    check("drug-reaction", &[Fact::PatientDeath], Judgement::DoesNotApply);
    check("vaccine-reaction", &[Fact::VaccineInvolved, Fact::LifeThreatening], Judgement::DoesNotApply);
    check("inform-patient", &[Fact::PatientDeath], Judgement::DoesNotApply);
    check("inform-patient", &[Fact::PatientDeath, Fact::CausedByService], Judgement::Applies);
    check("unnatural-death", &[Fact::StaffDeath, Fact::DeathMayBeUnnatural], Judgement::Applies);
}

#[test]
fn what_is_not_established_is_called_so() {
    let scheme = set("reporting-scheme");
    assert_eq!(scheme.validity, Validity { from: Start::NotEstablished, to: None });
    for set in rules() {
        for rule in &set.rules {
            let not_established = rule.deadline.limit == Limit::NotEstablished;
            assert!(!not_established || rule.certainty.deadline != Certainty::Established, "{}", rule.code);
            // No telephone number is made up.
            assert!(!rule.channels.iter().any(|channel| matches!(channel, Channel::Phone(Some(_)))), "{}", rule.code);
        }
    }
    let transplant = set("standing-duties").rule("transplant").unwrap().clone();
    assert_eq!(transplant.certainty.duty, Certainty::NotEstablished);
}

#[test]
fn the_details_of_two_rules() {
    let set = set("standing-duties");
    let police = set.rule("unnatural-death").unwrap();
    assert_eq!((police.decides, police.payload, police.force), (Decider::Doctor, Payload::NamedForm, Force::Duty));
    assert!(matches!(police.channels.as_slice(), [Channel::Oral, Channel::Form(_)]));
    assert_eq!(police.name.get(Locale::En), "Report a possibly unnatural death to the police");
    let places: Vec<&str> = police.sources.iter().map(|source| source.place.as_str()).collect();
    assert_eq!(places, ["§ 36", "§§ 1–2"]);
    let device = set.rule("medical-device").unwrap();
    assert_eq!(device.channels, [Channel::MeldeNo(Area::MedicalEquipment)]);
}

#[test]
fn the_law_says_at_once_and_24_hours_are_practice() {
    let sets = rules();
    let found = one(&sets, &facts(SERIOUS), DAY, ("notification-scheme", "serious-event"));
    let due: Due = found.due.unwrap();
    assert_eq!((due.latest, due.practice), (Latest::Unlimited, Some(at("2026-11-03T12:00"))));
    assert_eq!(due.urgency(at("2026-11-02T12:01")), Urgency::Pressing);
}

#[test]
fn what_is_unknown_is_asked_for() {
    let sets = rules();
    let found = one(&sets, &facts(&[Fact::PatientDeath]), DAY, ("notification-scheme", "serious-event"));
    let asked = vec![Fact::CausedByService, Fact::HarmBetweenPatients, Fact::BeyondForeseeableRisk];
    assert_eq!(found.outcome, Outcome::MayApply(asked));
    assert!(found.due.is_some() && !found.binds());
}

/// Both schemes for one event, by its date, once the new one has got a first day.
#[test]
fn old_and_new_scheme_stand_side_by_side_by_the_date_of_the_event() {
    use Judgement::{Applies, DoesNotApply};
    let key = |scheme| (scheme, "serious-event");
    let check = |sets: &[_], day, scheme, standing, judgement, binds| {
        let found = one(sets, &facts(SERIOUS), day, key(scheme));
        assert_eq!(
            (found.standing, found.outcome.judgement(), found.binds()),
            (standing, judgement, binds),
            "{scheme} {day}"
        );
    };
    let waiting = rules();
    check(&waiting, DAY, "notification-scheme", Standing::InForce, Applies, true);
    check(&waiting, DAY, "reporting-scheme", Standing::StartNotEstablished, Applies, false);
    check(&waiting, date(2019, 6, 30), "notification-scheme", Standing::NotYet, DoesNotApply, false);

    let first = date(2027, 7, 1);
    let started = put_in_force(waiting, "reporting-scheme", first).unwrap();
    let eve = first.saturating_sub(1.day());
    check(&started, eve, "notification-scheme", Standing::InForce, Applies, true);
    check(&started, eve, "reporting-scheme", Standing::NotYet, DoesNotApply, false);
    check(&started, first, "notification-scheme", Standing::Ended, DoesNotApply, false);
    check(&started, first, "reporting-scheme", Standing::InForce, Applies, true);
    let ended = one(&started, &facts(SERIOUS), first, key("notification-scheme"));
    assert_eq!(ended.outcome, Outcome::DoesNotApply(Why::NotInForce(Standing::Ended)));
}

#[test]
fn a_scheme_starts_once_and_not_before_what_it_replaces() {
    let check = |code, day, expected| assert_eq!(put_in_force(rules(), code, day).err(), expected, "{code} {day}");
    check("reporting-scheme", date(2019, 7, 1), Some(NotStarted::BeforeReplaced));
    check("reporting-scheme", date(2019, 7, 2), None);
    check("notification-scheme", date(2027, 1, 1), Some(NotStarted::NoneWaiting));
    let started = put_in_force(rules(), "reporting-scheme", date(2027, 1, 1)).unwrap();
    assert_eq!(put_in_force(started, "reporting-scheme", date(2027, 2, 1)), Err(NotStarted::NoneWaiting));
    let mut ends = rules();
    for set in &mut ends {
        set.validity.to = Some(date(2026, 12, 31));
    }
    assert_eq!(put_in_force(ends, "reporting-scheme", date(2027, 1, 1)), Err(NotStarted::AfterItsEnd));
}

/// The report of the new scheme is due three months after the first notification, over a change of clocks.
#[test]
fn the_follow_up_report_counts_from_the_notification() {
    let set = set("reporting-scheme");
    let reported = Times { notification: Some(at("2026-11-30T15:00")), ..times() };
    let proposals = assess(&set, &facts(SERIOUS), DAY, &reported);
    let report = proposals.iter().find(|proposal| proposal.rule.code == "follow-up-report").unwrap();
    let ends = at("2027-03-01T00:00");
    assert_eq!(report.due.unwrap().latest, Latest::EndOf { day: date(2027, 2, 28), ends });
}

#[test]
fn one_proposal_for_each_rule_whatever_is_known() {
    let sets = rules();
    let n: usize = sets.iter().map(|set| set.rules.len()).sum();
    assert_eq!(side_by_side(&sets, &Facts::new(), DAY, &times()).len(), n);
    let first = sets.first().and_then(|set| set.rules.first()).unwrap();
    assert_eq!(judge(first, &Facts::new()).judgement(), Judgement::MayApply);
}

/// The worked example of docs/methods/duties.md, step by step.
#[test]
fn the_worked_example_holds() {
    use Judgement::{Applies, MayApply};
    let sets = rules();
    let says = |known: &Facts, set, rule| {
        let found = one(&sets, known, DAY, (set, rule));
        (found.outcome.judgement(), found.due.and_then(|due| due.latest.instant()))
    };
    let standing = |known: &Facts, rule| says(known, "standing-duties", rule);

    let first = facts(&[Fact::PatientDeath, Fact::DeviceInvolved]);
    assert_eq!(standing(&first, "medical-device"), (Applies, None));
    assert_eq!(says(&first, "notification-scheme", "serious-event"), (MayApply, None));

    let pump = first.with(Fact::ElectroMedicalInvolved, Answer::Yes);
    assert_eq!(standing(&pump, "electro-medical-death"), (Applies, Some(at("2026-11-04T00:00"))));

    let service = pump.with(Fact::CausedByService, Answer::Yes).with(Fact::BeyondForeseeableRisk, Answer::Yes);
    assert_eq!(says(&service, "notification-scheme", "serious-event"), (Applies, None));
    assert_eq!(says(&service, "reporting-scheme", "serious-event"), (Applies, Some(at("2026-11-10T00:00"))));
    assert_eq!((standing(&service, "inform-patient").0, standing(&service, "meet-patient").0), (Applies, Applies));

    assert_eq!(standing(&service, "unnatural-death").0, MayApply);
    let unnatural = service.with(Fact::DeathMayBeUnnatural, Answer::Yes);
    assert_eq!(standing(&unnatural, "unnatural-death"), (Applies, None));
}

#[test]
fn a_right_binds_nobody() {
    let sets = rules();
    for (rule, binds) in [("serious-event", true), ("patients-notification", false)] {
        let found = one(&sets, &facts(SERIOUS), DAY, ("notification-scheme", rule));
        assert_eq!((found.outcome.judgement(), found.binds()), (Judgement::Applies, binds), "{rule}");
    }
}
