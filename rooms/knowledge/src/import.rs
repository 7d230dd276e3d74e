//! Loading the content files: the register of documents, and the notes on them.

use serde::Deserialize;
use uuid::Uuid;
use varde_kernel::{
    ActivityId, ActorId, AlternativeId, BodyId, DocumentId, GoalId, IndicatorId, MeasureId, ObservationId, PlanId,
    UnitId, Words,
};
use varde_store::Tx;

use crate::model::{DocumentDraft, NoteKind, Status, ThingKind};
use crate::store;

/// Why a content file was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// It is not the YAML that is expected.
    #[error("the file cannot be read: {0}")]
    Yaml(#[from] serde_norway::Error),
    /// It says something that Varde does not know.
    #[error("{code}: {what} is not known")]
    Unknown {
        /// The entry.
        code: String,
        /// What it says.
        what: String,
    },
    /// The database refused.
    #[error(transparent)]
    Store(#[from] varde_store::Error),
}

#[derive(Deserialize, Default)]
struct Text {
    nb: String,
    nn: Option<String>,
    en: Option<String>,
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self { nb: text.nb, nn: text.nn, en: text.en }
    }
}

#[derive(Deserialize)]
struct Source {
    document: Option<String>,
    place: Option<String>,
}

fn text_of(source: Option<Source>) -> String {
    let parts = source.map(|source| [source.document, source.place]).unwrap_or_default();
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn known<T: std::str::FromStr>(code: &str, text: &str) -> Result<T, ContentError> {
    text.parse().map_err(|_| ContentError::Unknown { code: code.to_owned(), what: text.to_owned() })
}

#[derive(Deserialize)]
struct Documents {
    documents: Vec<DocumentEntry>,
}

#[derive(Deserialize)]
struct DocumentEntry {
    code: String,
    kind: String,
    name: Text,
    issuer: Option<String>,
    commissioned_by: Option<String>,
    year: Option<i64>,
    in_force_from: Option<String>,
    review_by: Option<String>,
    reference: Option<String>,
    url: Option<String>,
    status: String,
    successor: Option<String>,
    note: Option<Text>,
    source: Option<Source>,
}

/// Loads `documents.yaml`. Says how many documents there are.
///
/// # Errors
///
/// [`ContentError`] when the file is not as expected.
pub async fn content_documents(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Documents = serde_norway::from_str(yaml)?;
    let n_documents = file.documents.len();
    for entry in file.documents {
        let day = |text: Option<String>| text.map(|text| known(&entry.code, &text)).transpose();
        let draft = DocumentDraft {
            name: entry.name.into(),
            kind: known(&entry.code, &entry.kind)?,
            issuer: entry.issuer.as_deref().map(ActorId::from_code),
            commissioned_by: entry.commissioned_by.as_deref().map(ActorId::from_code),
            year: entry.year,
            in_force_from: day(entry.in_force_from)?,
            review_by: day(entry.review_by)?,
            reference: entry.reference.unwrap_or_default(),
            url: entry.url.unwrap_or_default(),
            successor: entry.successor.as_deref().map(DocumentId::from_code),
            note: entry.note.map(Words::from).unwrap_or_default(),
            unit: None,
            open: true,
        };
        let status: Status = known(&entry.code, &entry.status)?;
        store::load_document(tx, &entry.code, &draft, status, &text_of(entry.source)).await?;
    }
    Ok(n_documents)
}

#[derive(Deserialize)]
struct Notes {
    notes: Vec<NoteEntry>,
}

#[derive(Deserialize)]
struct NoteEntry {
    code: String,
    kind: String,
    text: Text,
    #[serde(default)]
    documents: Vec<String>,
    #[serde(default)]
    concerns: Vec<ConcernEntry>,
    source: Option<Source>,
}

#[derive(Deserialize)]
struct ConcernEntry {
    kind: String,
    code: String,
}

/// Loads `notes.yaml`. Says how many notes there are.
///
/// # Errors
///
/// [`ContentError`] when the file is not as expected.
pub async fn content_notes(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Notes = serde_norway::from_str(yaml)?;
    let n_notes = file.notes.len();
    for (place, entry) in (1..).zip(file.notes) {
        let kind: NoteKind = known(&entry.code, &entry.kind)?;
        let mut concerns = Vec::new();
        for concern in entry.concerns {
            let kind: ThingKind = known(&entry.code, &concern.kind)?;
            let thing = thing_id(kind, &concern.code);
            concerns.push((kind, concern.code, thing));
        }
        let (text, source) = (Words::from(entry.text), text_of(entry.source));
        let note = store::Loaded { code: &entry.code, kind, text: &text, source: &source, place };
        store::load_note(tx, &note, &entry.documents, &concerns).await?;
    }
    Ok(n_notes)
}

/// The identity that a thing of the content has in its own room.
pub fn thing_id(kind: ThingKind, code: &str) -> Uuid {
    match kind {
        ThingKind::Plan => PlanId::from_code(code).uuid(),
        ThingKind::Goal => GoalId::from_code(code).uuid(),
        ThingKind::Measure => MeasureId::from_code(code).uuid(),
        ThingKind::Activity => ActivityId::from_code(code).uuid(),
        ThingKind::Indicator => IndicatorId::from_code(code).uuid(),
        ThingKind::Value => ObservationId::from_code(code).uuid(),
        ThingKind::Body => BodyId::from_code(code).uuid(),
        ThingKind::Document => DocumentId::from_code(code).uuid(),
        ThingKind::Alternative => AlternativeId::from_code(code).uuid(),
        ThingKind::Unit => UnitId::from_code(code).uuid(),
    }
}
