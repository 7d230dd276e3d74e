//! When a task has nobody who answers for it.

use jiff::civil::Date;

use crate::model::{Authority, Responsibility, holds};

/// Authorities that make someone answer for a task; advice and information do not.
pub const ANSWERING: [Authority; 2] = [Authority::Decides, Authority::CarriesOut];

/// Whether somebody answers for a task on `day`.
pub fn has_answer(responsibilities: &[Responsibility], day: Date) -> bool {
    responsibilities
        .iter()
        .any(|held| ANSWERING.contains(&held.draft.authority) && holds(held.draft.from, held.draft.to, day))
}

/// Those that hold on `day`, the strongest authority first; what was handed over stands after the
/// one who handed it over.
pub fn holding_on(responsibilities: &[Responsibility], day: Date) -> Vec<Responsibility> {
    let mut today: Vec<Responsibility> =
        responsibilities.iter().filter(|held| holds(held.draft.from, held.draft.to, day)).cloned().collect();
    today.sort_by_key(|held| (held.draft.authority, held.delegation.is_some(), held.draft.from, held.id));
    today
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{day, held};

    #[test]
    fn advice_alone_leaves_a_task_without_an_answer() {
        let on = day("2026-11-22");
        for (authority, from, to, expected) in [
            (Authority::Decides, "2026-01-01", None, true),
            (Authority::CarriesOut, "2026-01-01", Some("2026-11-23"), true),
            (Authority::CarriesOut, "2026-01-01", Some("2026-11-22"), false),
            (Authority::Decides, "2026-12-01", None, false),
            (Authority::Advises, "2026-01-01", None, false),
            (Authority::Informed, "2026-01-01", None, false),
        ] {
            let one = held(authority, from, to);
            assert_eq!(has_answer(&[one], on), expected, "{authority:?} {from} {to:?}");
        }
        assert!(!has_answer(&[], on));
    }

    #[test]
    fn the_one_who_decides_comes_first() {
        let told = held(Authority::Informed, "2020-01-01", None);
        let decides = held(Authority::Decides, "2025-01-01", None);
        let later = held(Authority::Decides, "2027-01-01", None);
        let order = holding_on(&[told, decides, later], day("2026-11-22"));
        let order: Vec<Authority> = order.iter().map(|held| held.draft.authority).collect();
        assert_eq!(order, [Authority::Decides, Authority::Informed]);
    }
}
