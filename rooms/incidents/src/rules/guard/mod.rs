//! The privacy guard: points out what may identify someone in a text, and suggests the text without it.
//!
//! It only points: whoever wrote the text decides, and nothing is changed unasked. It cannot see everything either:
//! a rare disease or a first name passes unseen, so a text without findings is not thereby anonymous.
//! What looks like a detail but may be something else is [`Certainty::Likely`]; the words around it decide.

mod address;
mod birth_date;
mod context;
mod email;
mod identity_number;
mod names;
mod ordinary;
mod phone;
mod reading;
mod register;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

pub use identity_number::{Identity, IdentityKind, Rule};
pub use names::StaffNames;
use reading::{Reading, Span};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A Norwegian identity number: eleven digits that meet the check digits.
    IdentityNumber(IdentityKind),
    /// A date that the words around it call a date of birth.
    BirthDate,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street and house number, with the postcode and place where they follow.
    Address,
    /// A name from the list of staff.
    StaffName,
    /// A number in the register of health personnel (HPR).
    RegisterNumber,
}

/// How sure the guard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It may well be something else.
    Likely,
    /// Hardly anything else is written like this.
    Certain,
}

/// One identifying detail in a text, its place given in the three ways that readers count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In bytes of UTF-8, as Rust slices; both ends lie on character boundaries.
    pub bytes: Range<usize>,
    /// In characters (Unicode scalar values).
    pub chars: Range<usize>,
    /// In UTF-16 code units, as the page's script counts.
    pub utf16: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
}

/// A finding before it is weighed against the others.
#[derive(Clone, Copy)]
struct Candidate {
    span: Span,
    kind: Kind,
    certainty: Certainty,
}

/// Finds the identifying details in a text, in its order and without overlap; of two that overlap, the longer stays.
///
/// `staff` are the names to look for beside what looks the same for everyone. The work grows about linearly with the
/// text. Any text is allowed: invisible characters (zero-width, soft hyphen, direction marks) do not hide a detail.
pub fn look(text: &str, staff: &StaffNames) -> Vec<Found> {
    let reading = Reading::of(text);
    let mut candidates = Vec::new();
    identity_number::find(&reading, &mut candidates);
    register::find(&reading, &mut candidates);
    birth_date::find(&reading, &mut candidates);
    phone::find(&reading, &mut candidates);
    email::find(&reading, &mut candidates);
    address::find(&reading, &mut candidates);
    names::find(&reading, staff, &mut candidates);
    placed(text, &reading, &without_overlap(candidates))
}

/// The text with a word in brackets instead of each finding: a suggestion for the writer, never applied by itself.
///
/// `found` comes from [`look`] on the same text; a finding that does not fit the text is passed over. `word` gives the
/// neutral word for each kind, without brackets.
pub fn without<W: AsRef<str>>(text: &str, found: &[Found], word: impl Fn(Kind) -> W) -> String {
    let mut suggestion = String::with_capacity(text.len());
    let mut done = 0;
    for one in found {
        let (Some(kept), Some(_)) = (text.get(done..one.bytes.start), text.get(one.bytes.clone())) else { continue };
        suggestion.push_str(kept);
        suggestion.push('[');
        suggestion.push_str(word(one.kind).as_ref());
        suggestion.push(']');
        done = one.bytes.end;
    }
    suggestion.push_str(text.get(done..).unwrap_or_default());
    suggestion
}

/// The longest of those that overlap, the more certain of two as long, in the order of the text.
fn without_overlap(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|one| (one.span.start, one.span.end));
    candidates.sort_by_key(|one| std::cmp::Reverse((one.span.end - one.span.start, one.certainty)));
    let mut kept: BTreeMap<usize, Candidate> = BTreeMap::new();
    for one in candidates {
        // Those kept do not overlap each other, so the last that starts before this one's end reaches furthest.
        let is_free = kept.range(..one.span.end).next_back().is_none_or(|(_, other)| other.span.end <= one.span.start);
        if is_free {
            kept.insert(one.span.start, one);
        }
    }
    kept.into_values().collect()
}

/// Counts the places of the findings, which are in order, in one walk through the text.
fn placed(text: &str, reading: &Reading, candidates: &[Candidate]) -> Vec<Found> {
    let (mut at, mut n_chars, mut n_units) = (0, 0, 0);
    let mut counted_to = |byte: usize| {
        for sign in text.get(at..byte).unwrap_or_default().chars() {
            n_chars += 1;
            n_units += sign.len_utf16();
        }
        at = byte;
        (n_chars, n_units)
    };
    candidates
        .iter()
        .filter_map(|one| {
            let bytes = reading.bytes(one.span)?;
            let (start, end) = (counted_to(bytes.start), counted_to(bytes.end));
            Some(Found {
                bytes,
                chars: start.0..end.0,
                utf16: start.1..end.1,
                kind: one.kind,
                certainty: one.certainty,
            })
        })
        .collect()
}
