//! What can be sent in, and what a report and an incident are called.

use jiff::civil::Date;
use varde_kernel::{Id, Problems};

/// The longest text of what happened, in characters: what melde.no takes.
pub const MAX_WHAT: usize = 30_000;
/// The longest name of an incident, in characters.
const MAX_TITLE: usize = 80;
/// How many years back something may have happened.
const YEARS_BACK: i16 = 100;

/// Checks what was said and when it happened against the day it comes, all problems at once. Texts have been checked
/// for length and control characters when they were read.
pub fn check(what: &str, on: Option<Date>, today: Date, problems: &mut Problems) {
    if what.trim().is_empty() {
        problems.field("what", "incidents-problem-what");
    }
    if on.is_some_and(|day| today < day) {
        problems.field("on", "incidents-problem-future");
    }
    if on.is_some_and(|day| day.year() < today.year().saturating_sub(YEARS_BACK)) {
        problems.field("on", "incidents-problem-long-ago");
    }
}

/// What an incident is called until someone gives it a name: the first sentence of what was said, cut at a word.
pub fn title(what: &str) -> String {
    let line = what.trim().lines().next().unwrap_or_default().trim();
    let sentence = line.split_inclusive(['.', '!', '?']).next().unwrap_or(line).trim_end_matches('.').trim();
    if sentence.chars().count() <= MAX_TITLE {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(MAX_TITLE).collect();
    let at_word = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{at_word} …")
}

/// What people call a report or an incident when they speak of it: six letters of its id, which tell nothing of when it
/// came or how many there are. Not unique among very many, and no key.
pub fn reference<K>(id: Id<K>) -> String {
    let hex = id.uuid().simple().to_string().to_uppercase();
    let (first, rest) = hex.split_at_checked(3).unwrap_or_default();
    format!("{first}-{}", rest.get(..3).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use varde_kernel::IncidentId;

    #[test]
    fn a_title_is_the_first_sentence_cut_at_a_word() {
        for (what, expected) in [
            ("Feil dose gitt. Pasienten ble dårlig.", "Feil dose gitt"),
            ("  Fall på badet\nSenere mer", "Fall på badet"),
            ("Hva skjedde? Vet ikke", "Hva skjedde?"),
            ("", ""),
        ] {
            assert_eq!(title(what), expected);
        }
        let long = title(&"🦊 langt ".repeat(40));
        assert!(long.chars().count() <= MAX_TITLE + 2 && long.ends_with(" …"), "{long}");
        assert!(title(&"a".repeat(500)).chars().count() <= MAX_TITLE + 2);
    }

    #[test]
    fn what_has_not_happened_yet_is_no_event() {
        let today: Date = "2026-11-22".parse().unwrap();
        for (what, on, expected) in
            [("Fall", "2026-11-22", 0), ("Fall", "2026-11-23", 1), (" ", "1899-01-01", 2), ("Fall", "1930-05-17", 0)]
        {
            let mut problems = Problems::new();
            check(what, on.parse().ok(), today, &mut problems);
            assert_eq!(problems.len(), expected, "{what:?} {on}");
        }
    }

    #[test]
    fn a_reference_is_short_and_tells_nothing() {
        let id = IncidentId::random([0xab; 16]);
        assert_eq!(reference(id), "ABA-BAB");
    }
}
