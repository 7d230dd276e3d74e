//! From when to when a set of rules holds, by the date of the event.

use jiff::ToSpan;
use jiff::civil::Date;

use super::RuleSet;

/// The first day of a set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// It is in force, and Varde does not say since when.
    Open,
    /// It holds for events from this day on.
    On(Date),
    /// It is proposed or adopted, and the day on which it comes into force is not established.
    NotEstablished,
}

/// For events of which days a set of rules holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// From when.
    pub from: Start,
    /// The last day, itself included; none as long as nothing ends it.
    pub to: Option<Date>,
}

/// How a set of rules stands to an event of a certain day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// It holds for the event.
    InForce,
    /// The event came before its first day.
    NotYet,
    /// The event came after its last day.
    Ended,
    /// Nobody knows yet from when it holds; what it would say is shown beside what holds.
    StartNotEstablished,
}

impl Validity {
    /// How the set stands to an event of `day`.
    pub fn standing(self, day: Date) -> Standing {
        if self.to.is_some_and(|last| last < day) {
            return Standing::Ended;
        }
        match self.from {
            Start::On(first) if day < first => Standing::NotYet,
            Start::Open | Start::On(_) => Standing::InForce,
            Start::NotEstablished => Standing::StartNotEstablished,
        }
    }

    /// Whether some day lies in both. What has no established start overlaps with nothing.
    pub fn overlaps(self, other: Self) -> bool {
        let first = |start| match start {
            Start::Open => Some(Date::MIN),
            Start::On(day) => Some(day),
            Start::NotEstablished => None,
        };
        match (first(self.from), first(other.from)) {
            (Some(one), Some(another)) => {
                another <= self.to.unwrap_or(Date::MAX) && one <= other.to.unwrap_or(Date::MAX)
            }
            (None, _) | (_, None) => false,
        }
    }
}

/// Why a set of rules was not put into force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotStarted {
    /// No set has this code and waits for a date.
    #[error("no set of rules of this code waits for its first day")]
    NoneWaiting,
    /// What it takes over from would end before it began.
    #[error("the set that it replaces begins on that day or later")]
    BeforeReplaced,
    /// It would end before it begins.
    #[error("the set would end before it begins")]
    AfterItsEnd,
}

/// Gives a set whose start was not established its first day, and lets the set that it replaces end the day before.
/// Events of earlier days keep the rules of their day.
///
/// # Errors
///
/// [`NotStarted`] says why it cannot begin on that day; nothing is changed then.
pub fn put_in_force(mut sets: Vec<RuleSet>, code: &str, day: Date) -> Result<Vec<RuleSet>, NotStarted> {
    let waiting = |set: &&mut RuleSet| set.key.code == code && set.validity.from == Start::NotEstablished;
    let set = sets.iter_mut().find(waiting).ok_or(NotStarted::NoneWaiting)?;
    if set.validity.to.is_some_and(|last| last < day) {
        return Err(NotStarted::AfterItsEnd);
    }
    set.validity.from = Start::On(day);
    let Some(replaced) = set.replaces.clone() else { return Ok(sets) };
    for former in sets.iter_mut().filter(|set| set.key.code == replaced) {
        match former.validity.from {
            Start::On(first) if day <= first => return Err(NotStarted::BeforeReplaced),
            Start::Open | Start::On(_) => {}
            Start::NotEstablished => continue,
        }
        // Of several versions only the one that is still running is cut short.
        if former.validity.to.is_none_or(|last| day <= last) {
            former.validity.to = Some(day.saturating_sub(1.day()));
        }
    }
    Ok(sets)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn validity(from: Start, to: Option<Date>) -> Validity {
        Validity { from, to }
    }

    #[test]
    fn both_ends_belong_to_the_time_in_force() {
        let year = validity(Start::On(date(2026, 1, 1)), Some(date(2026, 12, 31)));
        for (day, expected) in [
            (date(2025, 12, 31), Standing::NotYet),
            (date(2026, 1, 1), Standing::InForce),
            (date(2026, 12, 31), Standing::InForce),
            (date(2027, 1, 1), Standing::Ended),
        ] {
            assert_eq!(year.standing(day), expected, "{day}");
        }
        assert_eq!(validity(Start::Open, None).standing(Date::MIN), Standing::InForce);
        assert_eq!(validity(Start::NotEstablished, None).standing(date(2026, 6, 1)), Standing::StartNotEstablished);
    }

    #[test]
    fn versions_overlap_when_they_share_a_day() {
        let first = validity(Start::Open, Some(date(2025, 12, 31)));
        let check = |from, to, expected| {
            let other = validity(from, to);
            assert_eq!((first.overlaps(other), other.overlaps(first)), (expected, expected), "{other:?}");
        };
        check(Start::On(date(2025, 12, 31)), None, true);
        check(Start::On(date(2026, 1, 1)), None, false);
        check(Start::Open, None, true);
        check(Start::NotEstablished, None, false);
    }
}
