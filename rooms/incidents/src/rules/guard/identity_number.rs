//! Norwegian identity numbers: eleven digits with two check digits.
//!
//! # Source
//!
//! The standard is HIS 1001:2010 "Identifikatorer for personer"; the check digits are weighted sums
//! modulo 11. The Tax Administration describes the numbers issued from 2032 on: the first check may then leave
//! 0, 1, 2 or 3, and the individual number no longer tells the century. The rule for FH-numbers (nine digits from
//! 800 000 000 on, check digits as in a fødselsnummer, no date) was not read in the standard itself but in two public
//! programs, `Fhi.NINCheck` of the Norwegian Institute of Public Health and `nonin`; they agree, and the test number
//! of a third meets it.

use super::context;
use super::reading::{Group, Reading, Span};
use super::{Candidate, Certainty, Kind};

/// Weights of the first check, its own digit last.
const FIRST_WEIGHTS: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
/// Weights of the second check, its own digit last.
const SECOND_WEIGHTS: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/// How far from 0 the first check may be in numbers issued from 2032 on.
const LAST_REMAINDER: u32 = 3;
/// How the eleven digits are written: lengths of the groups.
const GROUPINGS: [&[usize]; 4] = [&[11], &[6, 5], &[6, 3, 2], &[2, 2, 2, 5]];

/// The series that an identity number is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    /// Fødselsnummer: of those who are registered as residents.
    BirthNumber,
    /// D-number: of those who are in Norway for a time; 40 is added to the day.
    DNumber,
    /// H-number: given by one health service for its own use; 40 is added to the month.
    HNumber,
    /// FH-number: the health services' common one; begins with 8 or 9 and holds no date.
    FhNumber,
    /// A made-up person's, for tests; 80 (Tenor) or 65 (reserved by Norsk helsenett) is added to the month.
    Synthetic,
}

/// The rule that an identity number meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Both checks leave 0, and date and individual number fit each other.
    Today,
    /// Only the wider rule for numbers issued from 2032 on: four times as many random numbers meet it.
    From2032,
}

/// What an identity number tells of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its series.
    pub kind: IdentityKind,
    /// The strictest rule that it meets.
    pub rule: Rule,
}

impl Identity {
    /// Reads eleven digits, each 0 to 9; nothing when no rule allows them.
    ///
    /// The wider rule is taken to hold for H-numbers too, which follow the fødselsnummer, but not for FH-numbers.
    pub fn read(digits: [u8; 11]) -> Option<Self> {
        let first = remainder(&digits, &FIRST_WEIGHTS);
        if LAST_REMAINDER < first || remainder(&digits, &SECOND_WEIGHTS) != 0 {
            return None;
        }
        let [d1, d2, m1, m2, y1, y2, i1, i2, i3, _, _] = digits.map(u16::from);
        if 8 <= d1 {
            return (first == 0).then_some(Self { kind: IdentityKind::FhNumber, rule: Rule::Today });
        }
        let (day, is_temporary) = match d1 * 10 + d2 {
            day @ 41.. => (day - 40, true),
            day => (day, false),
        };
        let (month, kind) = match m1 * 10 + m2 {
            month @ 81.. => (month - 80, IdentityKind::Synthetic),
            month @ 66.. => (month - 65, IdentityKind::Synthetic),
            month @ 41.. => (month - 40, IdentityKind::HNumber),
            month if is_temporary => (month, IdentityKind::DNumber),
            month => (month, IdentityKind::BirthNumber),
        };
        let year = y1 * 10 + y2;
        let is_today =
            first == 0 && full_year(year, i1 * 100 + i2 * 10 + i3).is_some_and(|year| is_date(year, month, day));
        if is_today {
            return Some(Self { kind, rule: Rule::Today });
        }
        is_date(2000 + year, month, day).then_some(Self { kind, rule: Rule::From2032 })
    }
}

/// Finds identity numbers: certain when they meet today's rule or the words around say so, likely otherwise.
///
/// FH-numbers need the words to be certain: without a date, one in 120 numbers that begin with 8 or 9 would do.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    for place in 0..reading.groups.len() {
        let groups = reading.groups.get(place..).unwrap_or_default();
        let Some((identity, span)) = GROUPINGS.iter().find_map(|grouping| read_groups(groups, grouping)) else {
            continue;
        };
        let is_attached = reading.sign_before(span.start).is_some_and(char::is_alphanumeric)
            || reading.sign(span.end).is_some_and(char::is_alphanumeric);
        let is_sure = match (identity.kind, identity.rule) {
            (IdentityKind::FhNumber, _) | (_, Rule::From2032) => false,
            (
                IdentityKind::BirthNumber | IdentityKind::DNumber | IdentityKind::HNumber | IdentityKind::Synthetic,
                Rule::Today,
            ) => !is_attached,
        };
        let certainty = if is_sure || is_named(reading, span) { Certainty::Certain } else { Certainty::Likely };
        candidates.push(Candidate { span, kind: Kind::IdentityNumber(identity.kind), certainty });
    }
}

/// Whether the words around call it an identity number.
fn is_named(reading: &Reading, span: Span) -> bool {
    context::before(reading, span.start, 5).any(|near| near.is_in(context::IDENTITY))
        || context::after(reading, span.end, 2).any(|near| near.is_in(context::IDENTITY))
}

/// Reads the first groups as one number, if they are as long as the grouping says and a space, dot, hyphen or slash
/// is between them.
fn read_groups(groups: &[Group], grouping: &[usize]) -> Option<(Identity, Span)> {
    let groups = groups.get(..grouping.len())?;
    let is_alike = groups.iter().zip(grouping).all(|(group, length)| group.digits.len() == *length);
    let is_joined = groups.iter().skip(1).all(|group| matches!(group.joint, Some(' ' | '.' | '-' | '/')));
    if !is_alike || !is_joined {
        return None;
    }
    let digits: Vec<u8> = groups.iter().flat_map(|group| group.digits.iter().copied()).collect();
    let identity = Identity::read(digits.try_into().ok()?)?;
    Some((identity, Span { start: groups.first()?.span.start, end: groups.last()?.span.end }))
}

/// What the weighted sum leaves, divided by 11.
fn remainder(digits: &[u8; 11], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum::<u32>() % 11
}

/// The year of birth, from its last two digits and the individual number; nothing when they do not fit each other.
fn full_year(year: u16, individual: u16) -> Option<u16> {
    match (individual, year) {
        (500.., ..=39) => Some(2000 + year),
        (500..=749, 54..) => Some(1800 + year),
        (..=499, _) | (900.., 40..) => Some(1900 + year),
        (500.., _) => None,
    }
}

/// Whether the calendar has this day.
pub(super) fn is_date(year: u16, month: u16, day: u16) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let n_days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=n_days).contains(&day)
}
