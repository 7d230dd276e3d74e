//! What is wrong with a resource, and where.

use std::fmt;

/// One thing that is wrong, and where.
///
/// It never repeats what was sent: that may be about somebody, and errors end in logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as in `AdverseEvent.suspectEntity[0].instance`; empty when it is the whole text.
    pub path: String,
    /// What.
    pub wrong: Wrong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { self.wrong.fmt(f) } else { write!(f, "{}: {}", self.path, self.wrong) }
    }
}

impl std::error::Error for Problem {}

/// A way of being wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no JSON, ends in the middle or goes too deep to read; with the line.
    NotJson(usize),
    /// It is another kind of resource, or none.
    NotKind(&'static str),
    /// It is not there, and must be.
    Missing,
    /// It is there and holds nothing; FHIR has it left out.
    Empty,
    /// It should be this: `an object`, `a list`, `a text`.
    Not(&'static str),
    /// It should be one of these codes.
    NotOneOf(&'static [&'static str]),
    /// A text has a control character.
    Control,
    /// A text is longer than FHIR allows.
    TooLong,
    /// It goes too deep.
    TooDeep,
    /// Exactly one field with this beginning should be there.
    NotOneChoice(&'static str),
    /// An extension has both a value and parts, or neither.
    HalfExtension,
    /// Someone has changed the meaning of the resource in a way that we do not know.
    Modifier,
    /// It points to a contained resource that is not there.
    Dangling,
    /// It tells who somebody is.
    Identity,
}

impl Wrong {
    /// What kind of issue it is for [`crate::OperationOutcome`].
    ///
    /// # Source
    ///
    /// <https://hl7.org/fhir/R4/valueset-issue-type.html>.
    pub fn issue_code(self) -> &'static str {
        match self {
            Self::NotJson(_) | Self::NotKind(_) | Self::Not(_) => "structure",
            Self::Missing => "required",
            Self::NotOneOf(_) => "code-invalid",
            Self::Empty | Self::Control => "value",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-costly",
            Self::NotOneChoice(_) | Self::HalfExtension | Self::Dangling => "invariant",
            Self::Modifier => "extension",
            Self::Identity => "business-rule",
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(line) => write!(f, "no JSON from line {line} on"),
            Self::NotKind(kind) => write!(f, "not a resource of the kind {kind}"),
            Self::Missing => f.write_str("is missing"),
            Self::Empty => f.write_str("is empty: leave it out"),
            Self::Not(what) => write!(f, "is not {what}"),
            Self::NotOneOf(codes) => write!(f, "is not one of {}", codes.join(", ")),
            Self::Control => f.write_str("has a control character"),
            Self::TooLong => write!(f, "has more than {} characters", crate::primitive::MOST_LETTERS),
            Self::TooDeep => write!(f, "goes deeper than {} levels", crate::check::DEEPEST),
            Self::NotOneChoice(name) => write!(f, "needs exactly one field that begins with {name}"),
            Self::HalfExtension => f.write_str("needs either a value or parts"),
            Self::Modifier => f.write_str("changes the meaning in a way that is not known here"),
            Self::Dangling => f.write_str("points to a contained resource that is not there"),
            Self::Identity => f.write_str("tells who somebody is: leave it out"),
        }
    }
}
