//! Dates that the words before them call a date of birth. Always likely: the words may be about something else.

use super::context;
use super::identity_number::is_date;
use super::reading::{Group, Reading, Span};
use super::{Candidate, Certainty, Kind};

/// How many words before the date may tell what it is.
const N_WORDS: usize = 3;
/// The years that a four-digit year of birth may be.
const YEARS: std::ops::RangeInclusive<u16> = 1850..=2099;

/// The months, folded: number and names in bokmål or nynorsk and English, whole and short.
const MONTHS: [(u16, &[&str]); 12] = [
    (1, &["januar", "january", "jan"]),
    (2, &["februar", "february", "feb"]),
    (3, &["mars", "march", "mar"]),
    (4, &["april", "apr"]),
    (5, &["mai", "may"]),
    (6, &["juni", "june", "jun"]),
    (7, &["juli", "july", "jul"]),
    (8, &["august", "aug"]),
    (9, &["september", "sept", "sep"]),
    (10, &["oktober", "october", "okt", "oct"]),
    (11, &["november", "nov"]),
    (12, &["desember", "december", "des", "dec"]),
];

/// Finds dates of birth: `3.4.1956`, `03.04.56`, `030456`, `1956-04-03`, `3. april 1956`, `April 3, 1956`.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    let in_digits = (0..reading.groups.len()).filter_map(|place| in_digits(reading.groups.get(place..)?));
    let in_words = reading.words.iter().filter_map(|word| {
        let (month, _) = MONTHS.iter().find(|(_, names)| names.contains(&word.text.as_str()))?;
        with_month(reading, *month, word.span)
    });
    let named = in_digits.chain(in_words).filter(|span| is_named(reading, span.start));
    candidates.extend(named.map(|span| Candidate { span, kind: Kind::BirthDate, certainty: Certainty::Likely }));
}

/// Whether the words before call it a date of birth; the lone letter of `f. 3.4.1956` only right before it.
fn is_named(reading: &Reading, start: usize) -> bool {
    context::before(reading, start, N_WORDS).any(|near| near.is_in(context::BIRTH))
        || context::before(reading, start, 1).any(|near| near.is_in("f")) && is_next_to_letter(reading, start)
}

/// Whether at most `. ` is between a word and this place, and the word is not the end of an abbreviation (`o.f.`).
fn is_next_to_letter(reading: &Reading, start: usize) -> bool {
    let word = reading.word_from(start).checked_sub(1).and_then(|place| reading.words.get(place));
    word.is_some_and(|word| {
        start.saturating_sub(word.span.end) <= 3 && reading.sign_before(word.span.start) != Some('.')
    })
}

/// The date that these groups begin with.
fn in_digits(groups: &[Group]) -> Option<Span> {
    let (first, rest) = groups.split_first()?;
    if let ([second, third, ..], true) = (rest, first.digits.len() <= 4) {
        let is_joined = match (second.joint, third.joint) {
            (Some(one @ ('.' | '/' | '-' | ' ')), Some(other)) => one == other || other == '-' || other == ' ',
            _ => false,
        };
        let is_right = match (first.digits.len(), third.digits.len()) {
            (1 | 2, 2 | 4) => is_birth(third, number(second), number(first)),
            (4, 1 | 2) => is_birth(first, number(second), number(third)),
            _ => false,
        };
        let is_short = second.digits.len() <= 2;
        return (is_joined && is_right && is_short).then_some(Span { start: first.span.start, end: third.span.end });
    }
    let value = |digits: &[u8]| digits.iter().fold(0, |sum, digit| sum * 10 + u16::from(*digit));
    let is_right = match first.digits.as_slice() {
        [day @ .., m1, m2, y1, y2] if day.len() == 2 => {
            is_date(2000 + value(&[*y1, *y2]), value(&[*m1, *m2]), value(day))
        }
        [d1, d2, m1, m2, year @ ..] if year.len() == 4 => {
            YEARS.contains(&value(year)) && is_date(value(year), value(&[*m1, *m2]), value(&[*d1, *d2]))
        }
        _ => false,
    };
    is_right.then_some(first.span)
}

/// The date around the name of a month: day before or after it, year last.
fn with_month(reading: &Reading, month: u16, name: Span) -> Option<Span> {
    let after = reading.group_from(name.end);
    let (before, next, last) = (
        after.checked_sub(1).and_then(|place| reading.groups.get(place)),
        reading.groups.get(after)?,
        reading.groups.get(after + 1),
    );
    let is_close = |start: usize, end: usize| start <= end && end - start <= 2;
    if !is_close(name.end, next.span.start) {
        return None;
    }
    if let Some(day) = before.filter(|day| is_close(day.span.end, name.start)) {
        return is_birth(next, month, number(day)).then_some(Span { start: day.span.start, end: next.span.end });
    }
    let year = last.filter(|year| is_close(next.span.end, year.span.start))?;
    is_birth(year, month, number(next)).then_some(Span { start: name.start, end: year.span.end })
}

/// Whether it is a day of the calendar in a year that someone may be born in, written with two or four digits.
fn is_birth(year: &Group, month: u16, day: u16) -> bool {
    match year.digits.len() {
        2 => is_date(2000 + number(year), month, day),
        4 => YEARS.contains(&number(year)) && is_date(number(year), month, day),
        _ => false,
    }
}

/// The value of a group of at most four digits; 0, which is no day, month or year, for a longer one.
fn number(group: &Group) -> u16 {
    if 4 < group.digits.len() {
        return 0;
    }
    group.digits.iter().fold(0, |sum, digit| sum * 10 + u16::from(*digit))
}
