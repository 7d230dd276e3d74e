//! The room's pages as HTML.

pub(crate) mod documents;
pub(crate) mod notes;

use maud::{Markup, Render};
use varde_web::ui::{Column, Table, Tone, empty_state};
use varde_web::{Fields, Options, Say};

use crate::model::{DocumentKind, NoteKind, NoteState, RequestState, Status, ThingKind};

pub(crate) const fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Act => "knowledge-kind-act",
        DocumentKind::Regulation => "knowledge-kind-regulation",
        DocumentKind::Guideline => "knowledge-kind-guideline",
        DocumentKind::Advice => "knowledge-kind-advice",
        DocumentKind::Guide => "knowledge-kind-guide",
        DocumentKind::Standard => "knowledge-kind-standard",
        DocumentKind::WhitePaper => "knowledge-kind-white-paper",
        DocumentKind::OfficialReport => "knowledge-kind-official-report",
        DocumentKind::Strategy => "knowledge-kind-strategy",
        DocumentKind::ActionPlan => "knowledge-kind-action-plan",
        DocumentKind::Report => "knowledge-kind-report",
        DocumentKind::HearingLetter => "knowledge-kind-hearing-letter",
        DocumentKind::Other => "knowledge-kind-other",
    }
}

pub(crate) const fn status_key(status: Status) -> &'static str {
    match status {
        Status::InForce => "knowledge-status-in-force",
        Status::UnderRevision => "knowledge-status-under-revision",
        Status::Hearing => "knowledge-status-hearing",
        Status::Planned => "knowledge-status-planned",
        Status::Superseded => "knowledge-status-superseded",
        Status::Unknown => "knowledge-status-unknown",
    }
}

pub(crate) const fn status_tone(status: Status) -> Tone {
    match status {
        Status::InForce => Tone::Success,
        Status::UnderRevision => Tone::Warning,
        Status::Hearing | Status::Planned => Tone::Info,
        Status::Superseded | Status::Unknown => Tone::Neutral,
    }
}

pub(crate) const fn note_key(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Contradiction => "knowledge-note-contradiction",
        NoteKind::Gap => "knowledge-note-gap",
        NoteKind::Ambiguity => "knowledge-note-ambiguity",
        NoteKind::ErrorInText => "knowledge-note-error-in-text",
        NoteKind::Arithmetic => "knowledge-note-arithmetic",
    }
}

pub(crate) const fn state_key(state: NoteState) -> &'static str {
    match state {
        NoteState::Open => "knowledge-state-open",
        NoteState::Explained => "knowledge-state-explained",
        NoteState::Resolved => "knowledge-state-resolved",
    }
}

pub(crate) const fn thing_key(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Plan => "web-kind-plan",
        ThingKind::Goal => "web-kind-goal",
        ThingKind::Measure => "web-kind-measure",
        ThingKind::Activity => "web-kind-activity",
        ThingKind::Indicator => "web-kind-indicator",
        ThingKind::Value => "knowledge-thing-value",
        ThingKind::Body => "web-kind-body",
        ThingKind::Document => "web-kind-document",
        ThingKind::Alternative => "knowledge-thing-alternative",
        ThingKind::Unit => "web-kind-unit",
    }
}

pub(crate) const fn request_key(state: RequestState) -> &'static str {
    match state {
        RequestState::Asked => "knowledge-request-asked",
        RequestState::UnderRevision => "knowledge-request-under-revision",
        RequestState::Done => "knowledge-request-done",
        RequestState::Declined => "knowledge-request-declined",
    }
}

pub(crate) fn kinds(say: &Say) -> Options {
    DocumentKind::ALL.iter().map(|it| (it.name().to_owned(), say.t(kind_key(*it)))).collect()
}

pub(crate) fn statuses(say: &Say) -> Options {
    Status::ALL.iter().map(|it| (it.name().to_owned(), say.t(status_key(*it)))).collect()
}

pub(crate) fn note_kinds(say: &Say) -> Options {
    NoteKind::ALL.iter().map(|it| (it.name().to_owned(), say.t(note_key(*it)))).collect()
}

pub(crate) fn note_states(say: &Say) -> Options {
    NoteState::ALL.iter().map(|it| (it.name().to_owned(), say.t(state_key(*it)))).collect()
}

pub(crate) fn things(say: &Say) -> Options {
    ThingKind::ALL.iter().map(|it| (it.name().to_owned(), say.t(thing_key(*it)))).collect()
}

/// A table with an empty state; keys in, words out.
pub(crate) fn table(
    say: &Say,
    caption: &'static str,
    columns: &[Column<'_>],
    rows: &[Vec<Markup>],
    empty: (&'static str, &'static str),
) -> Markup {
    Table {
        caption: &say.t(caption),
        caption_hidden: true,
        columns,
        rows,
        empty: &empty_state(&say.t(empty.0), &say.t(empty.1), &Markup::default()),
        stack: true,
    }
    .render()
}

/// A list to choose from in a filter.
pub(crate) fn filter_select(
    say: &Say,
    query: &Fields,
    name: &'static str,
    label: &'static str,
    options: &Options,
) -> Markup {
    let chosen = query.text(name);
    let choices: Vec<varde_web::ui::Choice<'_>> = options
        .iter()
        .map(|(value, label)| varde_web::ui::Choice { value, label, chosen: value == chosen, ..Default::default() })
        .collect();
    varde_web::ui::Select {
        id: name,
        name,
        label: &say.t(label),
        prompt: Some(&say.t("knowledge-list-any")),
        choices: &choices,
        ..Default::default()
    }
    .render()
}
