//! Street addresses: the name of a street and the number of a house. Always likely.
//!
//! Only names written with a capital letter are taken: a bed is a *plass* too, and *luftvei* an airway.

use super::context::is_listed;
use super::reading::{Group, Reading, Span, Word, is_space};
use super::{Candidate, Certainty, Kind};

/// What the names of streets end in, folded.
const ENDINGS: [&str; 12] =
    ["gate", "gata", "gaten", "gt", "vei", "veien", "veg", "vegen", "alle", "alleen", "plass", "plassen"];
/// What before such an ending makes it something else in a health service, folded.
pub(super) const NO_STREETS: &str = "\
    adkomst administrasjons aggre arbeids avlastnings behandlings blod dag dele dialyse doserings flukt fødsels \
    galle gang inngangs institusjons intensiv investi irri korttids langtids luft miti motor navi observasjons \
    omsorgs opptrappings overvåkings overvåknings parkerings praksis pårørende rømnings segre senge sjukeheims \
    smitte sykehjems sykkel tilgangs transport under urin";
/// Words that may begin a sentence before a lone *vei* or *plass* without naming one, folded.
pub(super) const NO_NAMES: &str = "\
    all alle annen de den denne der deres ei en et hans hennes hver i ingen mye neste på samme siste til vår";
/// How many words of a street's name are taken before a lone ending.
const N_NAMES: usize = 3;

/// Finds addresses: `Storgata 12`, `Kirkeveien 3B, 0155 Oslo`, `Karl Johans gate 5`.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    for (place, word) in reading.words.iter().enumerate() {
        let Some(ending) =
            ENDINGS.iter().filter(|ending| word.text.ends_with(**ending)).max_by_key(|ending| ending.len())
        else {
            continue;
        };
        let stem = word.text.strip_suffix(ending).unwrap_or_default();
        let start =
            if stem.is_empty() { named_start(reading, place, ending) } else { compound_start(word, stem, ending) };
        let end = start.and_then(|_| house_number(reading, word.span.end));
        if let (Some(start), Some(end)) = (start, end) {
            let span = Span { start, end: with_postcode(reading, end) };
            candidates.push(Candidate { span, kind: Kind::Address, certainty: Certainty::Likely });
        }
    }
}

/// Where a street of one word begins, if it is one: *Storgata*, but not *Kalle* or *Sengeplass*. Too many words end
/// in *gt* (*Innlagt 3 dager*).
fn compound_start(word: &Word, stem: &str, ending: &str) -> Option<usize> {
    let is_street = word.is_capital && 3 <= stem.chars().count() && !is_listed(stem, NO_STREETS) && ending != "gt";
    is_street.then_some(word.span.start)
}

/// Where a street of several words begins, if it is one: *Karl Johans gate*. A lone *plass* needs the genitive before
/// it (*St. Olavs plass*), since a person may lie on *plass 3*.
fn named_start(reading: &Reading, place: usize, ending: &str) -> Option<usize> {
    let mut start = None;
    for earlier in (place.saturating_sub(N_NAMES)..place).rev() {
        let (word, next) = (reading.words.get(earlier)?, reading.words.get(earlier + 1)?);
        let gap: String = reading.values(Span { start: word.span.end, end: next.span.start }).collect();
        let is_abbreviated = gap.strip_prefix('.').is_some_and(|rest| rest.chars().all(is_space));
        let is_close = gap.chars().count() <= 2 && (gap.chars().all(is_space) || is_abbreviated);
        if !is_close || !word.is_capital || is_listed(&word.text, NO_NAMES) {
            break;
        }
        let is_genitive = word.text.ends_with('s');
        if start.is_none() && ending.starts_with("plass") && !is_genitive {
            break;
        }
        start = Some(word.span.start);
    }
    start
}

/// Where the house number ends that follows the street: up to four digits, and a letter when there is one.
fn house_number(reading: &Reading, street_end: usize) -> Option<usize> {
    let place = reading.group_from(street_end);
    let group = reading.groups.get(place)?;
    let gap: String = reading.values(Span { start: street_end, end: group.span.start.min(street_end + 4) }).collect();
    let is_close = matches!(gap.strip_prefix('.').unwrap_or(&gap), " " | "\u{a0}" | "  ");
    let is_number = group.digits.len() <= 4 && group.digits.first() != Some(&0);
    // A date, a time or a decimal number.
    let goes_on = reading.groups.get(place + 1).is_some_and(|next| matches!(next.joint, Some('.' | ':' | ',' | '/')));
    (is_close && is_number && !goes_on).then(|| with_letter(reading, group))
}

/// The end of the number with the letter of an entrance: `3B`, `3 B`.
fn with_letter(reading: &Reading, group: &Group) -> usize {
    let end = group.span.end;
    let is_free = |at: usize| !reading.sign(at).is_some_and(char::is_alphanumeric);
    let is_entrance = |at: usize| reading.sign(at).is_some_and(|sign| sign.is_ascii_alphabetic()) && is_free(at + 1);
    let is_apart = reading.sign(end).is_some_and(is_space) && reading.sign(end + 1).is_some_and(char::is_uppercase);
    if is_entrance(end) {
        end + 1
    } else if is_apart && is_entrance(end + 1) {
        end + 2
    } else {
        end
    }
}

/// The end of the postcode and place, where they follow: `, 0155 Oslo`.
fn with_postcode(reading: &Reading, end: usize) -> usize {
    let place = || {
        let group = reading.groups.get(reading.group_from(end))?;
        let gap: String = reading.values(Span { start: end, end: group.span.start.min(end + 3) }).collect();
        let word = reading.words.get(reading.word_from(group.span.end))?;
        let is_place = word.is_capital && word.span.start == group.span.end + 1;
        (matches!(gap.as_str(), ", " | " " | ",\n" | "\n") && group.digits.len() == 4 && is_place)
            .then_some(word.span.end)
    };
    place().unwrap_or(end)
}
