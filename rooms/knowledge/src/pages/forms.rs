//! Reading what people send in. Pages and the API read the same fields with the same limits.

use varde_kernel::{Problems, Words};
use varde_web::{Fields, TextRoom, texts};

use crate::model::{Document, DocumentDraft, Status};
use crate::rules::{StepRefused, is_web_address};
use varde_web::Labels;

pub(crate) const DOCUMENT: Labels = &[
    ("name", "knowledge-document-name"),
    ("kind", "knowledge-document-kind"),
    ("status", "knowledge-document-status"),
    ("issuer", "knowledge-document-issuer"),
    ("commissioned_by", "knowledge-document-commissioned-by"),
    ("year", "knowledge-document-year"),
    ("in_force_from", "knowledge-document-in-force-from"),
    ("review_by", "knowledge-document-review-by"),
    ("reference", "knowledge-document-reference"),
    ("url", "knowledge-document-url"),
    ("successor", "knowledge-document-successor"),
    ("unit", "knowledge-document-unit"),
    ("internal", "knowledge-document-internal"),
    ("note", "knowledge-document-note"),
];

pub(crate) const STATUS: Labels = &[("status", "knowledge-document-status"), ("why", "knowledge-form-why")];
pub(crate) const REVISION: Labels = &[("text", "knowledge-revision-text")];
pub(crate) const NOTE: Labels = &[
    ("kind", "knowledge-note-kind"),
    ("text", "knowledge-note-text"),
    ("document", "knowledge-note-document"),
    ("source", "knowledge-note-place"),
];
pub(crate) const ANSWER: Labels = &[("state", "knowledge-note-state"), ("answer", "knowledge-request-answer")];

pub(crate) fn document(fields: &Fields, problems: &mut Problems) -> Option<DocumentDraft> {
    let blank = Words::default();
    let name = fields.required_words(texts!("name"), TextRoom::Line, &blank, problems);
    let note = fields.words(texts!("note"), TextRoom::Lines, &blank, problems);
    let kind = fields.must_choose("kind", problems);
    let year = fields.whole("year", problems);
    if year.is_some_and(|year| !(1000..=2200).contains(&year)) {
        problems.field("year", "knowledge-problem-year");
    }
    let url = fields.short("url", problems);
    if !url.is_empty() && !is_web_address(&url) && problems.of_field("url").is_none() {
        problems.field("url", "knowledge-problem-url");
    }
    Some(DocumentDraft {
        name,
        kind: kind?,
        issuer: fields.choice("issuer", problems),
        commissioned_by: fields.choice("commissioned_by", problems),
        year,
        in_force_from: fields.date("in_force_from", problems),
        review_by: fields.date("review_by", problems),
        reference: fields.short("reference", problems),
        url,
        successor: fields.choice("successor", problems),
        note,
        unit: fields.choice("unit", problems),
        open: !fields.has("internal"),
    })
}

pub(crate) fn document_fields(document: &Document) -> Fields {
    let draft = &document.draft;
    let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let opt = |name: &str, value: Option<String>| (name.to_owned(), value.unwrap_or_default());
    Fields::new(vec![
        text("name", &draft.name.nb),
        opt("name_nn", draft.name.nn.clone()),
        opt("name_en", draft.name.en.clone()),
        text("kind", draft.kind.name()),
        opt("issuer", draft.issuer.map(|id| id.to_string())),
        opt("commissioned_by", draft.commissioned_by.map(|id| id.to_string())),
        opt("year", draft.year.map(|year| year.to_string())),
        opt("in_force_from", draft.in_force_from.map(|day| day.to_string())),
        opt("review_by", draft.review_by.map(|day| day.to_string())),
        text("reference", &draft.reference),
        text("url", &draft.url),
        opt("successor", draft.successor.map(|id| id.to_string())),
        opt("unit", draft.unit.map(|id| id.to_string())),
        text("internal", if draft.open { "" } else { "true" }),
        text("note", &draft.note.nb),
        opt("note_nn", draft.note.nn.clone()),
        opt("note_en", draft.note.en.clone()),
        text("version", &document.version.to_string()),
    ])
}

pub(crate) fn status(fields: &Fields, problems: &mut Problems) -> Option<(Status, String)> {
    let status = fields.must_choose("status", problems);
    let why = fields.long("why", problems);
    Some((status?, why))
}

pub(crate) const fn refused_key(refused: StepRefused) -> &'static str {
    match refused {
        StepRefused::Same => "knowledge-refused-same",
        StepRefused::Ended => "knowledge-refused-ended",
        StepRefused::Backwards => "knowledge-refused-backwards",
    }
}

/// A state that must be chosen and a text that must be written.
pub(crate) fn answer<T: std::str::FromStr>(fields: &Fields, problems: &mut Problems) -> Option<(T, String)> {
    let state = fields.must_choose("state", problems);
    let answer = long_required(fields, "answer", problems);
    Some((state?, answer))
}

pub(crate) fn long_required(fields: &Fields, name: &'static str, problems: &mut Problems) -> String {
    if !fields.has(name) {
        problems.field(name, "web-problem-required");
    }
    fields.long(name, problems)
}
