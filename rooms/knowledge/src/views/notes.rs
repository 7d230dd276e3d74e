//! Notes as HTML.

use maud::{Markup, Render, html};
use varde_kernel::{DocumentId, NoteId, Words};
use varde_web::ui::{
    Column, Field, Icon, Kind, Tag, Tone, Weight, card, columns, facts, filter_bar, hidden, label_tag, link,
    link_button, note as boxed,
};
use varde_web::{Fields, FormView, Say, pager, texts};

use super::{filter_select, note_key, note_kinds, note_states, state_key, table, thing_key, things};
use crate::model::{Concern, Note, NoteState};
use crate::pages::PAGE;

const fn tone(state: NoteState) -> Tone {
    match state {
        NoteState::Open => Tone::Warning,
        NoteState::Explained => Tone::Info,
        NoteState::Resolved => Tone::Success,
    }
}

/// A note in one line, for standing beside something.
pub(crate) fn line(say: &Say, note: &Note) -> Markup {
    html! {
        (label_tag(&say.t(note_key(note.kind)))) " "
        (link(note.text.get(say.locale()), &format!("/notes/{}", note.id)))
    }
}

/// A list of notes.
pub(crate) struct List<'a> {
    pub(crate) query: &'a Fields,
    pub(crate) notes: &'a [Note],
    pub(crate) concerns: &'a [Concern],
    pub(crate) documents: &'a [(NoteId, DocumentId, Words)],
    pub(crate) total: i64,
    pub(crate) page: i64,
}

/// A thing by its name and page, or by its kind alone when it cannot be found.
fn thing(say: &Say, concern: &Concern) -> Markup {
    html! {
        @if let Some((name, href)) = &concern.found {
            (link(name.get(say.locale()), href))
            " " span.quiet.small { "(" (say.t(thing_key(concern.kind))) ")" }
        } @else {
            (say.t(thing_key(concern.kind)))
        }
    }
}

pub(crate) fn list(say: &Say, list: &List<'_>) -> Markup {
    let fields = html! {
        (Field { id: "q", name: "q", label: &say.t("knowledge-notes-search"), kind: Kind::Search,
            value: list.query.text("q"), ..Field::default() })
        (filter_select(say, list.query, "type", "knowledge-note-kind", &note_kinds(say)))
        (filter_select(say, list.query, "state", "knowledge-note-state", &note_states(say)))
        (filter_select(say, list.query, "kind", "knowledge-note-concerns", &things(say)))
        @for name in ["code", "thing", "document"] {
            @if list.query.has(name) { (hidden(name, list.query.text(name))) }
        }
    };
    let rows: Vec<Vec<Markup>> = list
        .notes
        .iter()
        .map(|it| {
            let about: Vec<&Concern> = list.concerns.iter().filter(|concern| concern.note == it.id).collect();
            vec![
                link(it.text.get(say.locale()), &format!("/notes/{}", it.id)),
                html! { (say.t(note_key(it.kind))) },
                html! {
                    @for concern in about.iter().take(3) { div { (thing(say, concern)) } }
                    @if 3 < about.len() { div.quiet.small { (say.with("knowledge-notes-more", &[("n", (about.len() - 3).into())])) } }
                },
                html! { @for (_, id, name) in list.documents.iter().filter(|(note, ..)| *note == it.id) {
                    div { (link(name.get(say.locale()), &format!("/documents/{id}"))) }
                } },
                Tag(tone(it.state), &say.t(state_key(it.state))).render(),
            ]
        })
        .collect();
    let labels = [
        "knowledge-note-text",
        "knowledge-note-kind",
        "knowledge-note-concerns",
        "knowledge-note-documents",
        "knowledge-note-state",
    ]
    .map(|key| say.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    html! {
        (filter_bar("/notes", &say.t("knowledge-list-filter"), &fields, &say.t("knowledge-list-show"),
            Some((&say.t("knowledge-list-reset"), "/notes"))))
        p.quiet role="status" { (say.with("knowledge-notes-count", &[("n", list.total.into())])) }
        (table(say, "knowledge-notes-title", &columns, &rows, ("knowledge-notes-empty", "knowledge-notes-empty-help")))
        (pager(say, "/notes", list.query, (list.page, PAGE), list.total))
    }
}

/// The way to a new note.
pub(crate) fn list_actions(say: &Say, may_note: bool) -> Markup {
    html! {
        @if may_note {
            (link_button(&say.t("knowledge-note-new"), "/notes/new", Weight::Secondary, Some(Icon::Plus)))
        }
    }
}

/// The form of a new note, about a thing or about a document.
pub(crate) fn new_form(
    say: &Say,
    form: &FormView<'_>,
    noted: Option<&(crate::model::ThingKind, Words, String)>,
    id: &str,
) -> Markup {
    let back = noted.map_or("/notes", |(.., href)| href.as_str());
    let fields = html! {
        @if let Some((kind, name, href)) = noted {
            (hidden("thing", id))
            p { (say.t("knowledge-note-concerns")) ": " (link(name.get(say.locale()), href))
                " " span.quiet.small { "(" (say.t(thing_key(*kind))) ")" } }
        }
        (form.select("kind", None, true))
        (form.long_words(texts!("text"), Some("knowledge-note-text-help"), true))
        (form.select("document", Some("knowledge-note-document-help"), noted.is_none()))
        (form.text("source", None, false))
    };
    form.form("/notes/new", "knowledge-form-save", back, &fields)
}

/// A note's page.
pub(crate) struct NotePage<'a> {
    pub(crate) note: &'a Note,
    pub(crate) concerns: Vec<Concern>,
    pub(crate) documents: Vec<(NoteId, DocumentId, Words)>,
    pub(crate) happened: Markup,
    pub(crate) may_answer: bool,
}

pub(crate) fn actions(say: &Say, page: &NotePage<'_>) -> Markup {
    html! {
        @if page.may_answer {
            (link_button(&say.t("knowledge-note-answer"), &format!("/notes/{}/answer", page.note.id), Weight::Primary, Some(Icon::Pencil)))
        }
    }
}

pub(crate) fn note(say: &Say, page: &NotePage<'_>) -> Markup {
    let it = page.note;
    let main = html! {
        p.prose { (it.text.get(say.locale())) }
        @if !it.answer.is_empty() {
            (boxed(tone(it.state), Some(&say.t("knowledge-note-answered")), &html! { p { (it.answer) } }))
        }
        h2 { (say.t("knowledge-note-concerns")) }
        ul { @for concern in &page.concerns { li { (thing(say, concern)) } } }
        (page.happened)
    };
    let mut rows = vec![
        (say.t("knowledge-note-kind"), html! { (say.t(note_key(it.kind))) }),
        (say.t("knowledge-note-state"), html! { (Tag(tone(it.state), &say.t(state_key(it.state)))) }),
        (
            say.t("knowledge-note-documents"),
            html! { @for (_, id, name) in &page.documents {
                div { (link(name.get(say.locale()), &format!("/documents/{id}"))) }
            } },
        ),
    ];
    if !it.source.is_empty() {
        rows.push((say.t("knowledge-document-source"), say.cite(&it.source)));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    columns(&main, &card(&say.t("knowledge-note-about"), &facts(&rows)))
}

pub(crate) fn answer_form(form: &FormView<'_>, text: &str, action: &str, back: &str) -> Markup {
    let fields = html! {
        p.prose { (text) }
        (form.select("state", None, true))
        (form.area("answer", Some("knowledge-note-answer-help"), true))
    };
    form.form(action, "knowledge-form-save", back, &fields)
}
