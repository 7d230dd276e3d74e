//! Handing a responsibility over: in writing, within its limits, and never in a ring.

use jiff::civil::Date;

use crate::model::{Delegation, Responsibility, ResponsibilityDraft};

/// Why a handing over is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no document.
    #[error("a delegation is written down in a document")]
    NoDocument,
    /// It was written after it began to hold.
    #[error("a delegation cannot be dated after it takes effect")]
    DatedLate,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Empty,
    /// It begins before what is handed over.
    #[error("nobody can hand over what they do not hold yet")]
    TooEarly,
    /// It lasts longer than what is handed over.
    #[error("a delegation cannot outlive what was delegated")]
    TooLong,
    /// It gives more authority than the giver has.
    #[error("nobody can hand over more authority than they hold")]
    TooMuch,
    /// It reaches outside the unit of the giver.
    #[error("a delegation stays within the unit of the one who delegates")]
    Outside,
    /// It would come back to someone it came from.
    #[error("a delegation cannot go in a ring")]
    Ring,
    /// Nobody is named.
    #[error("a delegation names a role or a person")]
    NoReceiver,
}

/// Checks a handing over. `chain` is the responsibility that is handed over first, then those it
/// came from itself; `within` says whether the receiving unit lies in the giver's.
///
/// # Errors
///
/// All rules that are broken, in the order of the form.
pub fn delegate(
    chain: &[Responsibility],
    given: &ResponsibilityDraft,
    written: &Delegation,
    within: bool,
) -> Result<(), Vec<Refused>> {
    let Some(source) = chain.first() else { return Err(vec![Refused::NoReceiver]) };
    let outlives = match (given.to, source.draft.to) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(ends), Some(limit)) => limit < ends,
    };
    let broken = [
        (given.role.trim().is_empty() && given.person.is_none(), Refused::NoReceiver),
        (chain.iter().any(|earlier| same_receiver(&earlier.draft, given)), Refused::Ring),
        (given.authority < source.draft.authority, Refused::TooMuch),
        (!within, Refused::Outside),
        (given.from < source.draft.from, Refused::TooEarly),
        (given.to.is_some_and(|to| to <= given.from), Refused::Empty),
        (outlives, Refused::TooLong),
        (written.document.trim().is_empty(), Refused::NoDocument),
        (given.from < written.on, Refused::DatedLate),
    ];
    let broken: Vec<Refused> = broken.into_iter().filter_map(|(is, why)| is.then_some(why)).collect();
    if broken.is_empty() { Ok(()) } else { Err(broken) }
}

fn same_receiver(one: &ResponsibilityDraft, other: &ResponsibilityDraft) -> bool {
    match (one.person, other.person) {
        (Some(a), Some(b)) => a == b,
        (None, None) => one.unit == other.unit && one.role.trim().to_lowercase() == other.role.trim().to_lowercase(),
        _ => false,
    }
}

/// When a delegation ends, given the day that was asked for: never before it began and never later
/// than it would have ended anyway.
pub fn end_on(draft: &ResponsibilityDraft, asked: Date) -> Date {
    let asked = asked.max(draft.from);
    draft.to.map_or(asked, |to| to.min(asked))
}

/// Days before the end at which a delegation must be thought of.
pub const WARN_DAYS: i32 = 30;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Authority;
    use crate::rules::tests::{day, held};
    use varde_kernel::{PersonId, ResponsibilityId, UnitId};

    fn given() -> ResponsibilityDraft {
        ResponsibilityDraft {
            authority: Authority::CarriesOut,
            role: "unit_leader".into(),
            unit: Some(UnitId::from_code("clinic")),
            person: None,
            actor: None,
            from: day("2026-03-01"),
            to: Some(day("2026-12-31")),
        }
    }

    fn written() -> Delegation {
        Delegation {
            source: ResponsibilityId::from_code("source"),
            document: "Delegation letter 4/2026".into(),
            on: day("2026-02-20"),
            by: None,
        }
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut ResponsibilityDraft, &mut Delegation), within: bool, expected: &[Refused]) {
        let (mut given, mut written) = (given(), written());
        change(&mut given, &mut written);
        let mut earlier = held(Authority::Decides, "2025-01-01", None);
        earlier.draft.role = "chief executive".into();
        let chain = [held(Authority::Decides, "2026-01-01", Some("2027-01-01")), earlier];
        let found = delegate(&chain, &given, &written, within).err().unwrap_or_default();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_delegation_is_written_and_stays_within_what_was_held() {
        check(|_, _| {}, true, &[]);
        check(|_, w| w.document = "  ".into(), true, &[Refused::NoDocument]);
        check(|_, w| w.on = day("2026-03-02"), true, &[Refused::DatedLate]);
        check(|g, _| g.to = None, true, &[Refused::TooLong]);
        check(|g, _| g.to = Some(day("2027-01-02")), true, &[Refused::TooLong]);
        check(|g, _| g.to = Some(day("2026-03-01")), true, &[Refused::Empty]);
        check(
            |g, w| {
                g.from = day("2025-12-31");
                w.on = g.from;
            },
            true,
            &[Refused::TooEarly],
        );
        check(|_, _| {}, false, &[Refused::Outside]);
        check(|g, _| g.role = String::new(), true, &[Refused::NoReceiver]);
    }

    #[test]
    fn authority_only_shrinks_and_rings_are_refused() {
        check(|g, _| g.authority = Authority::Decides, true, &[]);
        let advises = [held(Authority::Advises, "2026-01-01", None)];
        assert_eq!(delegate(&advises, &given(), &written(), true), Err(vec![Refused::TooMuch]));
        let back = |g: &mut ResponsibilityDraft, _: &mut Delegation| {
            g.role = "Chief Executive ".into();
            g.unit = Some(UnitId::from_code("trust"));
        };
        check(back, true, &[Refused::Ring]);
        let mut named = held(Authority::Decides, "2026-01-01", None);
        named.draft.person = Some(PersonId::from_code("kari"));
        let mut again = given();
        again.person = named.draft.person;
        assert_eq!(delegate(&[named], &again, &written(), true), Err(vec![Refused::Ring]));
    }

    #[test]
    fn an_end_lies_between_the_first_day_and_the_end_that_was_set() {
        for (asked, expected) in
            [("2026-02-01", "2026-03-01"), ("2026-05-05", "2026-05-05"), ("2028-01-01", "2026-12-31")]
        {
            assert_eq!(end_on(&given(), day(asked)), day(expected));
        }
    }
}
