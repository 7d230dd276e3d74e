//! What is said afterwards: between reporter and handler, by the reporter in addition, and about who it was.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{DisclosureId, MessageId, PersonId, ReportId, named};

named! {
    /// Who speaks.
    Side {
        /// The one who sent it in.
        Reporter "reporter",
        /// Those who handle it.
        Handler "handler",
    }
}

/// Something that one of them has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its identity.
    pub id: MessageId,
    /// The report it is about.
    pub report: ReportId,
    /// Who speaks.
    pub side: Side,
    /// Which of those who handle it.
    pub author: Option<PersonId>,
    /// The words.
    pub text: String,
    /// The day.
    pub on: Date,
    /// Its place in the talk.
    pub ord: i64,
}

named! {
    /// What is added to a report. What was sent in first stands as it was.
    AdditionKind {
        /// The reporter adds something.
        Addendum "addendum",
        /// Those who handle it ask for a correction.
        CorrectionAsked "correction_asked",
        /// The reporter corrects something.
        Correction "correction",
    }
}

/// Something added to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// What it is.
    pub kind: AdditionKind,
    /// The words.
    pub text: String,
    /// The day.
    pub on: Date,
    /// Its place among the additions.
    pub ord: i64,
}

/// Leave to learn who sent in a report in confidence: asked by one, agreed to by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Its identity.
    pub id: DisclosureId,
    /// The report.
    pub report: ReportId,
    /// Who asks.
    pub asked_by: PersonId,
    /// Why they must know.
    pub why: String,
    /// When they asked.
    pub asked_at: Timestamp,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What was decided.
    pub agreed: Option<bool>,
    /// When the one who asked last looked.
    pub seen_at: Option<Timestamp>,
}
