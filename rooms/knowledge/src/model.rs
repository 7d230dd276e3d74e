//! What the room speaks of.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{ActorId, DocumentId, NoteId, PersonId, RevisionRequestId, UnitId, Words};

varde_kernel::named! {
    /// What sort of document it is.
    DocumentKind {
        /// An act of parliament.
        Act "act",
        /// A regulation.
        Regulation "regulation",
        /// A guideline.
        Guideline "guideline",
        /// Professional advice.
        Advice "professional_advice",
        /// A guide.
        Guide "guide",
        /// A standard.
        Standard "standard",
        /// A white paper.
        WhitePaper "white_paper",
        /// An official report.
        OfficialReport "official_report",
        /// A strategy.
        Strategy "strategy",
        /// An action plan.
        ActionPlan "action_plan",
        /// A report.
        Report "report",
        /// A hearing letter.
        HearingLetter "hearing_letter",
        /// Anything else.
        Other "other",
    }
}

varde_kernel::named! {
    /// How a document stands.
    Status {
        /// It applies.
        InForce "in_force",
        /// It applies while it is being revised.
        UnderRevision "under_revision",
        /// It is out for comment.
        Hearing "hearing",
        /// It is to come.
        Planned "planned",
        /// Something else has taken over, or it has ended.
        Superseded "superseded",
        /// The sources do not say.
        Unknown "unknown",
    }
}

varde_kernel::named! {
    /// What is wrong, or what is missing.
    NoteKind {
        /// Two places say different things.
        Contradiction "contradiction",
        /// Something is not said.
        Gap "gap",
        /// Something can be read in two ways.
        Ambiguity "ambiguity",
        /// Something is printed wrongly.
        ErrorInText "error_in_text",
        /// Numbers do not add up.
        Arithmetic "arithmetic",
    }
}

varde_kernel::named! {
    /// How a note stands.
    NoteState {
        /// Nobody has answered it.
        Open "open",
        /// It is explained, and stands.
        Explained "explained",
        /// What it points at has been put right.
        Resolved "resolved",
    }
}

varde_kernel::named! {
    /// What kind of thing a note concerns.
    ThingKind {
        /// A plan.
        Plan "plan",
        /// A goal.
        Goal "goal",
        /// A measure.
        Measure "measure",
        /// An activity.
        Activity "activity",
        /// An indicator.
        Indicator "indicator",
        /// A printed value.
        Value "value",
        /// A body.
        Body "body",
        /// A document.
        Document "document",
        /// An alternative.
        Alternative "alternative",
        /// A unit.
        Unit "unit",
    }
}

varde_kernel::named! {
    /// How a request for revision stands.
    RequestState {
        /// Nobody has answered it.
        Asked "asked",
        /// A group works on it.
        UnderRevision "under_revision",
        /// The document has been revised.
        Done "done",
        /// It will not be done.
        Declined "declined",
    }
}

/// A normative or other document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Its stable code, when it comes from the content.
    pub code: Option<String>,
    /// What is written about it.
    pub draft: DocumentDraft,
    /// How it stands.
    pub status: Status,
    /// Where it was read of.
    pub source: String,
    /// Counts its changes.
    pub version: i64,
}

/// What people write about a document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentDraft {
    /// Its name.
    pub name: Words,
    /// What sort.
    pub kind: DocumentKind,
    /// Who stands behind it.
    pub issuer: Option<ActorId>,
    /// Who asked for it.
    pub commissioned_by: Option<ActorId>,
    /// The year it came, when it is known.
    pub year: Option<i64>,
    /// The day from which it applies.
    pub in_force_from: Option<Date>,
    /// The day by which it must be looked at again.
    pub review_by: Option<Date>,
    /// Number in an archive or a series.
    pub reference: String,
    /// Where it can be read.
    pub url: String,
    /// What takes over from it.
    pub successor: Option<DocumentId>,
    /// What else is said of it.
    pub note: Words,
    /// The unit that owns it; none for a national document.
    pub unit: Option<UnitId>,
    /// Whether everyone signed in may read of it.
    pub open: bool,
}

/// A contradiction, a gap or a fault in the documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its identity.
    pub id: NoteId,
    /// Its stable code.
    pub code: Option<String>,
    /// What sort.
    pub kind: NoteKind,
    /// What it says.
    pub text: Words,
    /// How it stands.
    pub state: NoteState,
    /// What was answered.
    pub answer: String,
    /// Where it was found.
    pub source: String,
    /// Counts its changes.
    pub version: i64,
}

/// A thing that a note concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// The note.
    pub note: NoteId,
    /// What kind of thing.
    pub kind: ThingKind,
    /// Its code.
    pub code: String,
    /// Its identity.
    pub thing: uuid::Uuid,
    /// Its name and page, when it can be found.
    pub found: Option<(Words, String)>,
}

/// A wish that a document be revised.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its identity.
    pub id: RevisionRequestId,
    /// The document.
    pub document: DocumentId,
    /// Who asks.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// What should change, and why.
    pub text: String,
    /// How it stands.
    pub state: RequestState,
    /// What was answered: the mandate of the group, or why not.
    pub answer: String,
    /// Counts its changes.
    pub version: i64,
}
