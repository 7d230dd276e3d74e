//! One row at a time.

use varde_events::{
    Anchor, Attribution, Context, DAY, Definition, DefinitionError, Event, HOUR, Kind, Link, Outcome, Reason, Scope,
    Standard, Strata, Verdict, judge,
};

use super::{T0, scope, stay, survival};

#[track_caller]
fn check(definition: &Definition, event: &Event, cut_off: i64, expected: Verdict) {
    assert_eq!(definition.check(), Ok(()));
    assert_eq!(judge(definition, event, T0 + cut_off), expected);
}

fn counted(numerator: bool) -> Verdict {
    Verdict::In { numerator, value: None }
}

fn one() -> Event {
    stay(1, 1, 1, 0, 5 * DAY)
}

#[test]
fn survival_is_judged_when_it_is_ripe() {
    let definition = survival();
    let dead = |died: i64| Event { died: Some(T0 + died), ..one() };
    check(&definition, &one(), 30 * DAY, counted(true));
    check(&definition, &one(), 30 * DAY - 1, Verdict::Excluded(Reason::NotRipe));
    check(&definition, &one(), -1, Verdict::Excluded(Reason::AfterCutOff));
    check(&definition, &dead(30 * DAY), 90 * DAY, counted(false));
    check(&definition, &dead(30 * DAY + 1), 90 * DAY, counted(true));
    check(&definition, &dead(0), 90 * DAY, counted(false));
    // A death known only later than the cut-off changes nothing: the window had closed before.
    check(&definition, &dead(31 * DAY), 30 * DAY, counted(true));
}

#[test]
fn the_scope_is_kind_code_urgency_and_age() {
    let narrow = Scope {
        codes: vec!["S720".to_owned(), "S721".to_owned()],
        acute: Some(true),
        age_from: Some(67),
        age_to: Some(90),
        ..scope(Kind::Stay)
    };
    let definition = Definition { scope: narrow, ..survival() };
    let late = 90 * DAY;
    check(&definition, &one(), late, counted(true));
    check(&definition, &Event { code: "S7201".to_owned(), ..one() }, late, counted(true));
    check(&definition, &Event { code: "S722".to_owned(), ..one() }, late, Verdict::Out);
    check(&definition, &Event { kind: Kind::Contact, ..one() }, late, Verdict::Out);
    check(&definition, &Event { acute: None, ..one() }, late, Verdict::Out);
    for (age, expected) in [
        (Some(66), Verdict::Out),
        (Some(67), counted(true)),
        (Some(90), counted(true)),
        (Some(91), Verdict::Out),
        (None, Verdict::Excluded(Reason::AgeMissing)),
    ] {
        check(&definition, &Event { age, ..one() }, late, expected);
    }
}

#[test]
fn what_the_source_found_counts_and_lost_to_follow_up_is_a_no() {
    let definition = Definition { outcome: Outcome::Found, ..survival() };
    for (outcome, followed, expected) in [
        (Some(true), Some(true), counted(true)),
        (Some(false), Some(true), counted(false)),
        (Some(true), Some(false), counted(true)),
        (None, Some(false), counted(false)),
        (None, None, Verdict::Excluded(Reason::OutcomeMissing)),
        (None, Some(true), Verdict::Excluded(Reason::OutcomeMissing)),
    ] {
        check(&definition, &Event { outcome, followed, ..one() }, 90 * DAY, expected);
    }
    let companion = Definition { outcome: Outcome::FollowedUp, ..survival() };
    for (followed, expected) in
        [(Some(true), counted(true)), (Some(false), counted(false)), (None, Verdict::Excluded(Reason::OutcomeMissing))]
    {
        check(&companion, &Event { followed, ..one() }, 90 * DAY, expected);
    }
}

#[test]
fn what_is_due_is_done_within_civil_days_of_the_end() {
    let definition = Definition {
        outcome: Outcome::DoneWithin { days: 1 },
        anchor: Anchor::End,
        maturity: 7 * DAY,
        must_live: true,
        ..survival()
    };
    for (lag_days, numerator) in [(Some(0), true), (Some(1), true), (Some(2), false), (Some(-1), true), (None, false)] {
        let expected = Verdict::In { numerator, value: lag_days.map(i64::from) };
        check(&definition, &Event { lag_days, ..one() }, 90 * DAY, expected);
    }
    check(&definition, &Event { end: None, ..one() }, 90 * DAY, Verdict::Excluded(Reason::EndMissing));
    let died = Event { died: Some(T0 + 5 * DAY), ..one() };
    check(&definition, &died, 90 * DAY, Verdict::Excluded(Reason::DiedBefore));
}

#[test]
fn residents_count_when_they_stayed_and_their_area_is_known() {
    let definition =
        Definition { outcome: Outcome::Alive { days: 30 }, must_last: true, context: Context::Residence, ..survival() };
    let late = 90 * DAY;
    check(&definition, &one(), late, Verdict::Excluded(Reason::LeftEarly));
    check(&definition, &Event { end: Some(T0 + 30 * DAY), ..one() }, late, counted(true));
    check(&definition, &Event { end: None, ..one() }, late, counted(true));
    check(&definition, &Event { residence: None, ..one() }, late, Verdict::Excluded(Reason::ResidenceMissing));
}

#[test]
fn a_definition_that_contradicts_itself_is_refused() {
    #[track_caller]
    fn refused(change: impl FnOnce(&mut Definition), expected: DefinitionError) {
        let mut definition = survival();
        change(&mut definition);
        assert_eq!(definition.check(), Err(expected));
    }
    refused(|d| d.version = 0, DefinitionError::Unnamed);
    refused(|d| d.attribution = Attribution::Last, DefinitionError::LinkAndAttribution);
    refused(|d| d.link = Some(Link { gap: 8 * HOUR }), DefinitionError::LinkAndAttribution);
    refused(|d| d.maturity = 29 * DAY, DefinitionError::TooEarly);
    refused(|d| d.outcome = Outcome::Alive { days: 0 }, DefinitionError::Window);
    refused(|d| d.scope.codes = vec!["S72.0".to_owned()], DefinitionError::Code);
    refused(|d| d.strata.bands = vec![0, 50, 50], DefinitionError::Bands);
    refused(|d| d.strata.bands = vec![18, 50], DefinitionError::Bands);
    refused(|d| d.standard = Standard::Pooled, DefinitionError::Standard);
    refused(
        |d| {
            d.strata = Strata { bands: vec![0, 67], sex: true };
            d.standard = Standard::Esp2013;
        },
        DefinitionError::Standard,
    );
    refused(
        |d| {
            d.link = Some(Link { gap: 8 * HOUR });
            d.attribution = Attribution::First;
            d.outcome = Outcome::Found;
        },
        DefinitionError::LinkedOutcome,
    );
}
