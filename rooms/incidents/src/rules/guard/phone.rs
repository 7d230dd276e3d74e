//! Telephone numbers: eight digits in Norway, more with another country's code. Emergency and other short numbers
//! are nobody's and are left alone.

use std::ops::Range;

use super::context;
use super::reading::{Reading, Span};
use super::{Candidate, Certainty, Kind};

/// How many words before and after may tell what the number is.
const N_BEFORE: usize = 4;
const N_AFTER: usize = 2;
/// How many digits there are after the plus sign of another country's number, its code included.
const FOREIGN_LENGTHS: std::ops::RangeInclusive<usize> = 9..=15;

/// How eight digits are grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grouping {
    One,
    ThreeTwoThree,
    Pairs,
    Fours,
    TwoThreeThree,
}

const GROUPINGS: [(Grouping, &[usize]); 5] = [
    (Grouping::One, &[8]),
    (Grouping::ThreeTwoThree, &[3, 2, 3]),
    (Grouping::Pairs, &[2, 2, 2, 2]),
    (Grouping::Fours, &[4, 4]),
    (Grouping::TwoThreeThree, &[2, 3, 3]),
];

/// What the words around say of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Phone,
    Other,
    Nothing,
}

/// Finds telephone numbers: certain with Norway's code or a word for telephone near; likely when the grouping is that
/// of a telephone number and nothing speaks against it.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    let mut place = 0;
    while let Some(group) = reading.groups.get(place) {
        let found = with_code(reading, place).or_else(|| norwegian(reading, place)).or_else(|| foreign(reading, place));
        if let Some((certainty, places)) = found {
            let start = if has_plus(reading, place) { group.span.start - 1 } else { group.span.start };
            let end =
                places.end.checked_sub(1).and_then(|last| reading.groups.get(last)).map_or(start, |last| last.span.end);
            candidates.push(Candidate { span: Span { start, end }, kind: Kind::Phone, certainty });
            place = places.end;
        } else {
            place += 1;
        }
    }
}

/// A number that begins with Norway's code: `+47` or `0047`, in a group of its own or written together.
fn with_code(reading: &Reading, place: usize) -> Option<(Certainty, Range<usize>)> {
    let digits = reading.groups.get(place)?.digits.as_slice();
    let has_plus = has_plus(reading, place);
    let n_groups = match (digits, has_plus) {
        ([4, 7], true) | ([0, 0, 4, 7], false) => eight_digits(reading, place + 1)?.1.end - place,
        ([4, 7, 2..=9, rest @ ..], true) | ([0, 0, 4, 7, 2..=9, rest @ ..], false) if rest.len() == 7 => 1,
        _ => return None,
    };
    let is_tied = reading.groups.get(place + 1).is_some_and(|next| matches!(next.joint, Some(' ' | '-' | '.' | ')')));
    let places = place..place + n_groups;
    ((n_groups == 1 || is_tied) && !is_amount(reading, &places)).then_some((Certainty::Certain, places))
}

/// A number without a code.
fn norwegian(reading: &Reading, place: usize) -> Option<(Certainty, Range<usize>)> {
    let (grouping, places) = eight_digits(reading, place)?;
    if is_amount(reading, &places) || is_span_of_years(reading, &places) {
        return None;
    }
    let start = reading.groups.get(place)?.span.start;
    let end = reading.groups.get(places.end.checked_sub(1)?)?.span.end;
    match said(reading, start, end) {
        Said::Phone => Some((Certainty::Certain, places)),
        Said::Other => None,
        Said::Nothing => {
            let is_alone = reading.is_whole(&places) && !is_attached(reading, start) && !has_plus(reading, place);
            let is_alike = is_telephone_like(reading, grouping, &places);
            (is_alone && is_alike).then_some((Certainty::Likely, places))
        }
    }
}

/// A number with another country's code after a plus sign.
fn foreign(reading: &Reading, place: usize) -> Option<(Certainty, Range<usize>)> {
    if !has_plus(reading, place) {
        return None;
    }
    let rest = reading.groups.iter().skip(place + 1);
    let n_tied = rest.take_while(|group| matches!(group.joint, Some(' ' | '-' | ')'))).take(6).count();
    let places = place..place + 1 + n_tied;
    let groups = reading.groups.get(places.clone())?;
    let n_digits: usize = groups.iter().map(|group| group.digits.len()).sum();
    let begins_with_zero = groups.first()?.digits.first() == Some(&0);
    let is_right = FOREIGN_LENGTHS.contains(&n_digits) && !begins_with_zero && !is_amount(reading, &places);
    is_right.then_some((Certainty::Likely, places))
}

/// The groups from here that make eight digits in a usual grouping, the first of them 2 to 9.
fn eight_digits(reading: &Reading, place: usize) -> Option<(Grouping, Range<usize>)> {
    GROUPINGS.iter().find_map(|(grouping, lengths)| {
        let places = place..place + lengths.len();
        let groups = reading.groups.get(places.clone())?;
        let (first, rest) = groups.split_first()?;
        let is_alike = groups.iter().zip(*lengths).all(|(group, length)| group.digits.len() == *length);
        let is_joined = rest.iter().all(|group| matches!(group.joint, Some(' ' | '.' | '-')));
        let is_issued = first.digits.first().is_some_and(|digit| 2 <= *digit);
        (is_alike && is_joined && is_issued).then_some((*grouping, places))
    })
}

/// Whether eight digits look like a telephone number with nothing said about them: a mobile number (4 or 9 first) in
/// its groupings, or any number in pairs but those of services (8 first). A date in eight digits begins lower.
fn is_telephone_like(reading: &Reading, grouping: Grouping, places: &Range<usize>) -> bool {
    let groups = reading.groups.get(places.clone()).unwrap_or_default();
    let has_spaces = groups.iter().skip(1).all(|group| group.joint == Some(' '));
    let first = groups.first().and_then(|group| group.digits.first()).copied();
    let is_mobile = matches!(first, Some(4 | 9));
    match grouping {
        Grouping::One => is_mobile,
        Grouping::ThreeTwoThree => is_mobile && has_spaces,
        Grouping::Pairs => first != Some(8) && has_spaces,
        Grouping::Fours | Grouping::TwoThreeThree => false,
    }
}

/// What the nearest telling word before says, or else the words after.
fn said(reading: &Reading, start: usize, end: usize) -> Said {
    for near in context::before(reading, start, N_BEFORE) {
        if near.is_in(context::PHONE) {
            return Said::Phone;
        }
        if near.is_in(context::NO_PHONE) {
            return Said::Other;
        }
    }
    let is_phone = context::after(reading, end, N_AFTER).any(|near| near.is_in(context::PHONE));
    if is_phone { Said::Phone } else { Said::Nothing }
}

/// Whether a plus sign that is not part of a sum stands right before the group.
fn has_plus(reading: &Reading, place: usize) -> bool {
    reading.groups.get(place).is_some_and(|group| {
        let before_plus = group.span.start.checked_sub(1).and_then(|plus| reading.sign_before(plus));
        reading.sign_before(group.span.start) == Some('+') && !before_plus.is_some_and(char::is_alphanumeric)
    })
}

/// Whether the number is the tail of something longer, such as `SN-40123456`.
fn is_attached(reading: &Reading, start: usize) -> bool {
    match reading.sign_before(start) {
        Some('-' | '/' | '_' | '=' | '.') => {
            start.checked_sub(1).and_then(|mark| reading.sign_before(mark)).is_some_and(char::is_alphanumeric)
        }
        Some('#') => true,
        Some(other) => other.is_alphanumeric(),
        None => false,
    }
}

/// Whether it is an amount, or runs on into letters.
fn is_amount(reading: &Reading, places: &Range<usize>) -> bool {
    let first = reading.groups.get(places.start);
    let last = places.end.checked_sub(1).and_then(|last| reading.groups.get(last));
    let (Some(first), Some(last)) = (first, last) else { return true };
    let currency =
        (0..first.span.start).rev().take(2).find_map(|at| reading.sign(at).filter(|sign| !sign.is_whitespace()));
    matches!(currency, Some('€' | '$' | '£'))
        || context::is_amount(reading, last.span.end)
        || reading.sign(last.span.end).is_some_and(char::is_alphanumeric)
}

/// Whether two groups of four are years, as in `2024-2025`.
fn is_span_of_years(reading: &Reading, places: &Range<usize>) -> bool {
    let groups = reading.groups.get(places.clone()).unwrap_or_default();
    groups.iter().all(|group| matches!(group.digits.as_slice(), [1, 9, _, _] | [2, 0, _, _]))
}
