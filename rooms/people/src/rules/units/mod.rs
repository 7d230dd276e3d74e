//! Changes of the organisation: drafted on a copy of the register, checked as a whole, and never
//! destroying what was.

mod check;
mod draft;
mod numbers;
pub mod planned;
mod rights;
mod step;
#[cfg(test)]
mod tests;

use varde_kernel::{UnitId, Validity};

pub use check::check;
pub use draft::{Change, Draft, MergeInto, NewUnit};
pub(crate) use numbers::fits;
pub use numbers::{is_county_number, is_dhis2_id, is_municipality_number, is_organisation_number};
pub use rights::{Right, rights};
pub use step::{Into, Step, Wanted};

use crate::model::units::CodeSystem;

/// The time in which both hold; empty when there is none.
pub fn in_both(one: Validity, other: Validity) -> Validity {
    let to = match (one.to, other.to) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    Validity { from: one.from.max(other.from), to }
}

/// A rule of the organisation that is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// There is no such unit on the day.
    #[error("there is no such unit on the day")]
    NotThere,
    /// Another unit has the code already.
    #[error("the code {0} is taken")]
    CodeTaken(String),
    /// The unit's life ends before it begins.
    #[error("it ends before it begins")]
    NoLife,
    /// The day lies outside the unit's life.
    #[error("the day lies outside the unit's life")]
    OutsideLife,
    /// On some day of its life it has no name, or two.
    #[error("it has no name, or two, on some day")]
    NameGap,
    /// It would relate to itself.
    #[error("it would relate to itself")]
    ToItself,
    /// The unit with this name does not exist all through the relation.
    #[error("{0} does not exist all through the relation")]
    OtherGone(String),
    /// It would answer to two units on one day.
    #[error("it would answer to two units at once")]
    TwoOwners,
    /// It would stand below itself.
    #[error("it would stand below itself")]
    Circle,
    /// More units would stand above it than any service has.
    #[error("more than {max} units would stand above it", max = check::MAX_DEPTH)]
    TooDeep,
    /// A number has a wrong form or check digit.
    #[error("{1} is no {0}")]
    BadNumber(CodeSystem, String),
    /// Another unit has the number at the same time.
    #[error("the {0} {1} belongs to another unit")]
    NumberTaken(CodeSystem, String),
    /// It would have two numbers of one register at once.
    #[error("it would have two {0} at once")]
    TwoNumbers(CodeSystem),
    /// Units below must be moved or closed first.
    #[error("{0} units below must be moved or closed first")]
    HasUnitsBelow(usize),
    /// Another change has been built on a planned one, and must be taken back first.
    #[error("another change has been built on it")]
    BuiltOn,
    /// Something else happens to the same units between the old day and the new.
    #[error("something else happens to the units between the two days")]
    Between,
    /// A merger needs at least two units, a split at least one new one.
    #[error("too few units")]
    TooFew,
}

impl Wrong {
    /// The key of the rule in the reader's words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotThere => "people-unit-wrong-not-there",
            Self::CodeTaken(_) => "people-unit-wrong-code-taken",
            Self::NoLife => "people-unit-wrong-no-life",
            Self::OutsideLife => "people-unit-wrong-outside-life",
            Self::NameGap => "people-unit-wrong-name-gap",
            Self::ToItself => "people-unit-wrong-to-itself",
            Self::OtherGone(_) => "people-unit-wrong-other-gone",
            Self::TwoOwners => "people-unit-wrong-two-owners",
            Self::Circle => "people-unit-wrong-circle",
            Self::TooDeep => "people-unit-wrong-too-deep",
            Self::BadNumber(CodeSystem::Organisation, _) => "people-unit-wrong-orgnr",
            Self::BadNumber(CodeSystem::Municipality, _) => "people-unit-wrong-kommunenr",
            Self::BadNumber(CodeSystem::County, _) => "people-unit-wrong-fylkesnr",
            Self::BadNumber(..) => "people-unit-wrong-number",
            Self::NumberTaken(..) => "people-unit-wrong-number-taken",
            Self::TwoNumbers(_) => "people-unit-wrong-two-numbers",
            Self::HasUnitsBelow(_) => "people-unit-wrong-units-below",
            Self::BuiltOn => "people-unit-wrong-built-on",
            Self::Between => "people-unit-wrong-between",
            Self::TooFew => "people-unit-wrong-too-few",
        }
    }

    /// Values for the words of [`Wrong::key`].
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CodeTaken(code) => vec![("code", code.clone())],
            Self::OtherGone(name) => vec![("name", name.clone())],
            Self::BadNumber(_, number) | Self::NumberTaken(_, number) => vec![("number", number.clone())],
            Self::TooDeep => vec![("max", check::MAX_DEPTH.to_string())],
            Self::HasUnitsBelow(n) => vec![("count", n.to_string())],
            _ => Vec::new(),
        }
    }
}

/// A broken rule and the unit that breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The unit.
    pub unit: UnitId,
    /// The rule.
    pub what: Wrong,
}
