//! Alternatives to choose between, and the votes on them.

use jiff::Timestamp;
use varde_kernel::{AlternativeId, Locale, PersonId, PlanId, VoteId, Words};

varde_kernel::named! {
    /// What speaks for an alternative, against it, or must be in place first.
    PointKind {
        /// Speaks for it.
        Pro "pro",
        /// Speaks against it.
        Con "con",
        /// Must be in place first.
        Precondition "precondition",
    }
}

impl PointKind {
    /// The name of the list of such points, in forms and among translations to check.
    pub const fn list(self) -> &'static str {
        match self {
            Self::Pro => "pros",
            Self::Con => "cons",
            Self::Precondition => "preconditions",
        }
    }
}

/// An alternative; number 0 is to go on as today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its id.
    pub id: AlternativeId,
    /// The plan it belongs to.
    pub plan: PlanId,
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: Words,
    /// What it is.
    pub summary: Words,
    /// What it takes to set up.
    pub setup: Words,
    /// How soon it can work.
    pub pace: Words,
    /// What it is expected to give.
    pub effect: Words,
    /// Votes that a document prints for it.
    pub votes_stated: Option<i64>,
    /// Where it is written.
    pub source: String,
    /// What speaks for it, against it, and must be in place first.
    pub points: Vec<(PointKind, Words)>,
    /// Counts the changes.
    pub version: i64,
}

/// What people write about an alternative; each line of the lists is one point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlternativeDraft {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: Words,
    /// What it is.
    pub summary: Words,
    /// What it takes to set up.
    pub setup: Words,
    /// How soon it can work.
    pub pace: Words,
    /// What it is expected to give.
    pub effect: Words,
    /// What speaks for it, against it, and must be in place first.
    pub points: Vec<(PointKind, Words)>,
    /// Lists of points whose translations stayed while the points changed.
    pub left_behind: Vec<(PointKind, Locale)>,
}

/// A vote on a plan's alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Its id.
    pub id: VoteId,
    /// The alternative; none when the voter abstained.
    pub alternative: Option<AlternativeId>,
    /// Who voted.
    pub voter: PersonId,
    /// For whom or in which seat, when said.
    pub seat: String,
    /// Why.
    pub statement: String,
    /// What the voter takes exception to.
    pub reservation: String,
    /// When.
    pub at: Timestamp,
}

/// What was decided between the alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The alternative.
    pub alternative: AlternativeId,
    /// Why.
    pub reasons: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<PersonId>,
}
