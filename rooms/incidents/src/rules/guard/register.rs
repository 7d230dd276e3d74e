//! Numbers in the register of health personnel (HPR): up to nine digits, and nothing in them to check, so only what
//! is called one is found.

use super::context;
use super::reading::Reading;
use super::{Candidate, Certainty, Kind};

/// How many digits it may have; fewer than four are not taken for one.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=9;

/// Finds the numbers that the word right before them calls one of the register.
pub(super) fn find(reading: &Reading, candidates: &mut Vec<Candidate>) {
    for group in &reading.groups {
        let is_named = || context::before(reading, group.span.start, 1).any(|near| near.is_in(context::REGISTER));
        if LENGTHS.contains(&group.digits.len()) && is_named() {
            candidates.push(Candidate { span: group.span, kind: Kind::RegisterNumber, certainty: Certainty::Certain });
        }
    }
}
