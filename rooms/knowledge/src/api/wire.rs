//! What goes over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Ctx;

use crate::model::{Concern, Document, Note};
use crate::rules;

/// A document.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentOut {
    pub(super) id: String,
    pub(super) code: Option<String>,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) name_nn: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) commissioned_by: Option<String>,
    pub(super) year: Option<i64>,
    pub(super) in_force_from: Option<String>,
    pub(super) review_by: Option<String>,
    /// Whether it should have been looked at again before today.
    pub(super) due: bool,
    pub(super) reference: String,
    pub(super) url: String,
    pub(super) status: String,
    pub(super) successor: Option<String>,
    pub(super) note: String,
    pub(super) note_nn: Option<String>,
    pub(super) note_en: Option<String>,
    pub(super) unit: Option<String>,
    /// Whether only the unit's own people may read of it.
    pub(super) internal: bool,
    pub(super) source: String,
    pub(super) version: i64,
}

pub(super) fn out(document: &Document, cx: &Ctx) -> DocumentOut {
    let draft = document.draft.clone();
    DocumentOut {
        id: document.id.to_string(),
        code: document.code.clone(),
        kind: draft.kind.name().to_owned(),
        due: rules::is_due(document.status, draft.review_by, cx.today()),
        name: draft.name.nb,
        name_nn: draft.name.nn,
        name_en: draft.name.en,
        issuer: draft.issuer.map(|id| id.to_string()),
        commissioned_by: draft.commissioned_by.map(|id| id.to_string()),
        year: draft.year,
        in_force_from: draft.in_force_from.map(|day| day.to_string()),
        review_by: draft.review_by.map(|day| day.to_string()),
        reference: draft.reference,
        url: draft.url,
        status: document.status.name().to_owned(),
        successor: draft.successor.map(|id| id.to_string()),
        note: draft.note.nb,
        note_nn: draft.note.nn,
        note_en: draft.note.en,
        unit: draft.unit.map(|id| id.to_string()),
        internal: !draft.open,
        source: document.source.clone(),
        version: document.version,
    }
}

/// A document with its chain, notes and requests.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentWithChain {
    #[serde(flatten)]
    pub(super) document: DocumentOut,
    /// The documents before and after it and itself, oldest first.
    pub(super) chain: Vec<DocumentOut>,
    pub(super) notes: Vec<NoteOut>,
    pub(super) requests: Vec<RequestOut>,
}

/// A request for revision.
#[derive(Serialize, ToSchema)]
pub(crate) struct RequestOut {
    pub(super) id: String,
    pub(super) person: String,
    pub(super) asked_at: String,
    pub(super) text: String,
    pub(super) state: String,
    pub(super) answer: String,
    pub(super) version: i64,
}

/// A note.
#[derive(Serialize, ToSchema)]
pub(crate) struct NoteOut {
    pub(super) id: String,
    pub(super) code: Option<String>,
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) text_nn: Option<String>,
    pub(super) text_en: Option<String>,
    pub(super) state: String,
    pub(super) answer: String,
    pub(super) source: String,
    pub(super) version: i64,
}

impl From<&Note> for NoteOut {
    fn from(note: &Note) -> Self {
        Self {
            id: note.id.to_string(),
            code: note.code.clone(),
            kind: note.kind.name().to_owned(),
            text: note.text.nb.clone(),
            text_nn: note.text.nn.clone(),
            text_en: note.text.en.clone(),
            state: note.state.name().to_owned(),
            answer: note.answer.clone(),
            source: note.source.clone(),
            version: note.version,
        }
    }
}

/// A note with what it concerns.
#[derive(Serialize, ToSchema)]
pub(crate) struct NoteWithConcerns {
    #[serde(flatten)]
    pub(super) note: NoteOut,
    pub(super) concerns: Vec<ConcernOut>,
}

/// A thing that a note concerns.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConcernOut {
    pub(super) kind: String,
    pub(super) code: String,
    pub(super) thing: String,
    /// Its page, when it can be found.
    pub(super) href: Option<String>,
}

impl From<Concern> for ConcernOut {
    fn from(concern: Concern) -> Self {
        Self {
            kind: concern.kind.name().to_owned(),
            code: concern.code,
            thing: concern.thing.to_string(),
            href: concern.found.map(|(_, href)| href),
        }
    }
}

/// A document to make or change. `status` is for making only; later it is moved by its own step.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentIn {
    pub(super) name: String,
    pub(super) name_nn: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) kind: String,
    pub(super) status: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) commissioned_by: Option<String>,
    pub(super) year: Option<i64>,
    pub(super) in_force_from: Option<String>,
    pub(super) review_by: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) url: Option<String>,
    pub(super) successor: Option<String>,
    pub(super) unit: Option<String>,
    #[serde(default)]
    pub(super) internal: bool,
    pub(super) note: Option<String>,
    pub(super) note_nn: Option<String>,
    pub(super) note_en: Option<String>,
    /// The version that was read; needed when changing.
    pub(super) version: Option<i64>,
}

/// A step to another status.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatusIn {
    pub(super) status: String,
    pub(super) why: Option<String>,
    pub(super) version: i64,
}

/// What should be revised, and why.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevisionIn {
    pub(super) text: String,
}

/// A note to make: of a thing, or of the document alone.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteIn {
    /// `contradiction`, `gap`, `ambiguity`, `error_in_text` or `arithmetic`.
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) text_nn: Option<String>,
    pub(super) text_en: Option<String>,
    /// The id of an open plan, goal, measure, activity, indicator, body, document or unit; the document when left
    /// out.
    pub(super) thing: Option<String>,
    /// The id of the document in which it was found.
    pub(super) document: Option<String>,
    /// The place in it.
    pub(super) source: Option<String>,
}

/// An answer to a request or a note.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerIn {
    pub(super) state: String,
    pub(super) answer: String,
    pub(super) version: i64,
}

/// The id of what was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct Made {
    pub(super) id: String,
}
