//! E-mail addresses.

use super::reading::{Reading, Span};
use super::{Candidate, Certainty, Kind};

/// Finds what stands around an at sign and is written as an address: a name, and a domain whose last part has two or
/// more letters.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    for at in (0..reading.len()).filter(|at| reading.sign(*at) == Some('@')) {
        if let Some(span) = around(reading, at) {
            candidates.push(Candidate { span, kind: Kind::Email, certainty: Certainty::Certain });
        }
    }
}

fn around(reading: &Reading, at: usize) -> Option<Span> {
    let is_of_name = |place: usize| {
        reading
            .sign(place)
            .is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+' | '%' | '\''))
    };
    let is_of_domain =
        |place: usize| reading.sign(place).is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '.' | '-'));
    let is_letter = |place: usize| reading.sign(place).is_some_and(char::is_alphanumeric);

    let start = (0..at).rev().take_while(|place| is_of_name(*place)).last()?;
    // Marks around the address belong to the sentence.
    let start = (start..at).find(|place| is_letter(*place))?;
    let end =
        (at + 1..reading.len()).take_while(|place| is_of_domain(*place)).filter(|place| is_letter(*place)).last()? + 1;

    let domain: String = reading.values(Span { start: at + 1, end }).collect();
    let (place, country) = domain.rsplit_once('.')?;
    let is_country = 2 <= country.chars().count() && country.chars().all(char::is_alphabetic);
    (is_country && place.starts_with(char::is_alphanumeric)).then_some(Span { start, end })
}
