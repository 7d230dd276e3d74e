//! Documents as HTML.

use std::collections::HashMap;

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::{ActorId, PersonId, UnitTree, Words};
use varde_web::ui::{
    Column, Field, Icon, Kind, Sorted, Tag, Tone, Weight, card, columns, facts, filter_bar, link, link_button, note,
    section,
};
use varde_web::{Fields, FormView, Say, pager, texts, with};

use super::{filter_select, kind_key, kinds, request_key, status_key, status_tone, statuses, table};
use crate::model::{Document, Note, Request};
use crate::pages::PAGE;
use crate::rules::{applies, is_due, is_web_address};

/// A list of documents.
pub(crate) struct List<'a> {
    pub(crate) query: &'a Fields,
    pub(crate) documents: &'a [Document],
    pub(crate) actors: &'a HashMap<ActorId, Words>,
    pub(crate) issuers: varde_web::Options,
    pub(crate) total: i64,
    pub(crate) page: i64,
    pub(crate) today: Date,
    pub(crate) may_make: bool,
}

pub(crate) fn list_actions(say: &Say, list: &List<'_>) -> Markup {
    html! {
        (link_button(&say.t("knowledge-notes-title"), "/notes", Weight::Secondary, None))
        (link_button(&say.t("knowledge-list-csv"), &with("/documents", list.query, &[("format", "csv")]), Weight::Secondary, Some(Icon::Download)))
        @if list.may_make {
            (link_button(&say.t("knowledge-new-title"), "/documents/new", Weight::Primary, Some(Icon::Plus)))
        }
    }
}

fn status(say: &Say, document: &Document, today: Date) -> Markup {
    html! {
        (Tag(status_tone(document.status), &say.t(status_key(document.status))))
        @if is_due(document.status, document.draft.review_by, today) {
            " " (Tag(Tone::Danger, &say.t("knowledge-document-due")))
        }
    }
}

fn actor(say: &Say, actors: &HashMap<ActorId, Words>, actor: Option<ActorId>) -> String {
    actor.and_then(|id| actors.get(&id)).map(|name| name.get(say.locale()).to_owned()).unwrap_or_default()
}

pub(crate) fn list(say: &Say, list: &List<'_>) -> Markup {
    let (kinds, statuses) = (kinds(say), statuses(say));
    let fields = html! {
        (Field { id: "q", name: "q", label: &say.t("knowledge-list-search"), kind: Kind::Search,
            value: list.query.text("q"), ..Field::default() })
        (filter_select(say, list.query, "kind", "knowledge-document-kind", &kinds))
        (filter_select(say, list.query, "status", "knowledge-document-status", &statuses))
        (filter_select(say, list.query, "issuer", "knowledge-document-issuer", &list.issuers))
    };
    let rows: Vec<Vec<Markup>> = list
        .documents
        .iter()
        .map(|document| {
            vec![
                html! {
                    (link(document.draft.name.get(say.locale()), &format!("/documents/{}", document.id)))
                    @if !document.draft.reference.is_empty() { p.quiet.small { (document.draft.reference) } }
                },
                html! { (say.t(kind_key(document.draft.kind))) },
                html! { (actor(say, list.actors, document.draft.issuer)) },
                html! { @if let Some(year) = document.draft.year { (year) } },
                status(say, document, list.today),
            ]
        })
        .collect();
    let sort = list.query.text("sort");
    let by = |up: &str, down: &str| {
        let now = if sort == up {
            Sorted::Up
        } else if sort == down {
            Sorted::Down
        } else {
            Sorted::No
        };
        let next = if now == Sorted::Up { down } else { up };
        (with("/documents", list.query, &[("sort", next)]), now)
    };
    let (name, year) = (by("name", "-name"), by("year", "-year"));
    let labels = [
        "knowledge-document-name",
        "knowledge-document-kind",
        "knowledge-document-issuer",
        "knowledge-document-year",
        "knowledge-document-status",
    ]
    .map(|key| say.t(key));
    let [l_name, l_kind, l_issuer, l_year, l_status] = &labels;
    let columns = [
        Column::text(l_name).sorted(&name.0, name.1),
        Column::text(l_kind),
        Column::text(l_issuer),
        Column::number(l_year).sorted(&year.0, year.1),
        Column::text(l_status),
    ];
    html! {
        (filter_bar("/documents", &say.t("knowledge-list-filter"), &fields, &say.t("knowledge-list-show"),
            Some((&say.t("knowledge-list-reset"), "/documents"))))
        p.quiet role="status" { (say.with("knowledge-list-count", &[("n", list.total.into())])) }
        (table(say, "knowledge-list-title", &columns, &rows, ("knowledge-list-empty", "knowledge-list-empty-help")))
        (pager(say, "/documents", list.query, (list.page, PAGE), list.total))
    }
}

/// A document's page.
pub(crate) struct DocumentPage<'a> {
    /// What other rooms tell of it.
    pub(crate) beside: Vec<(String, Markup)>,
    pub(crate) document: &'a Document,
    pub(crate) chain: Vec<Document>,
    pub(crate) notes: Vec<Note>,
    pub(crate) requests: Vec<Request>,
    pub(crate) names: HashMap<PersonId, String>,
    pub(crate) actors: &'a HashMap<ActorId, Words>,
    pub(crate) happened: Markup,
    pub(crate) today: Date,
    pub(crate) may_edit: bool,
    pub(crate) may_ask: bool,
}

pub(crate) fn actions(say: &Say, page: &DocumentPage<'_>) -> Markup {
    let here = format!("/documents/{}", page.document.id);
    html! {
        @if page.may_ask {
            (link_button(&say.t("knowledge-revision-ask"), &format!("{here}/revision"), Weight::Secondary, None))
        }
        @if page.may_edit {
            (link_button(&say.t("knowledge-document-move"), &format!("{here}/status"), Weight::Secondary, None))
            (link_button(&say.t("knowledge-document-edit"), &format!("{here}/edit"), Weight::Primary, Some(Icon::Pencil)))
        }
    }
}

pub(crate) fn document(say: &Say, tree: &UnitTree, page: &DocumentPage<'_>) -> Markup {
    let document = page.document;
    let words = document.draft.note.get(say.locale());
    let main = html! {
        p { (status(say, document, page.today)) }
        @if is_due(document.status, document.draft.review_by, page.today) {
            (note(Tone::Warning, None, &html! { p { (say.t("knowledge-document-due-text")) } }))
        }
        @if !words.is_empty() { p.prose { (words) } }
        @if 1 < page.chain.len() { (section("chain", &say.t("knowledge-chain-title"), &Markup::default(), &chain(say, page))) }
        @for (heading, lines) in &page.beside { (card(heading, lines)) }
        (section("notes", &say.t("knowledge-notes-title"), &Markup::default(), &html! {
            @if page.notes.is_empty() { p.quiet { (say.t("knowledge-document-no-notes")) } }
            ul.plain { @for it in &page.notes { li { (super::notes::line(say, it)) } } }
        }))
        @if !page.requests.is_empty() {
            (section("requests", &say.t("knowledge-requests-title"), &Markup::default(), &requests(say, page)))
        }
        (page.happened)
    };
    columns(&main, &known(say, tree, page))
}

fn chain(say: &Say, page: &DocumentPage<'_>) -> Markup {
    let in_force: Vec<&Document> = page.chain.iter().filter(|it| applies(it.status)).collect();
    html! {
        p {
            @match in_force.as_slice() {
                [] => (say.t("knowledge-chain-none-in-force")),
                [one] => (say.with("knowledge-chain-in-force", &[("name", one.draft.name.get(say.locale()).into())])),
                _ => (say.t("knowledge-chain-several-in-force")),
            }
        }
        ol { @for it in &page.chain { li {
            @if it.id == page.document.id { strong { (it.draft.name.get(say.locale())) } }
            @else { (link(it.draft.name.get(say.locale()), &format!("/documents/{}", it.id))) }
            " "
            @if let Some(year) = it.draft.year { "(" (year) ") " }
            (Tag(status_tone(it.status), &say.t(status_key(it.status))))
        } } }
    }
}

fn requests(say: &Say, page: &DocumentPage<'_>) -> Markup {
    html! {
        @for request in &page.requests {
            (varde_web::ui::panel(&html! {
                p {
                    strong { (say.t(request_key(request.state))) } " · "
                    (page.names.get(&request.person).cloned().unwrap_or_else(|| say.t("knowledge-history-former")))
                    ", " (say.time(request.at))
                }
                p { (request.text) }
                @if !request.answer.is_empty() { p { strong { (say.t("knowledge-request-answer")) ": " } (request.answer) } }
                @if page.may_edit {
                    p { (link(&say.t("knowledge-request-do-answer"), &format!("/documents/requests/{}", request.id))) }
                }
            }))
        }
    }
}

fn known(say: &Say, tree: &UnitTree, page: &DocumentPage<'_>) -> Markup {
    let draft = &page.document.draft;
    let mut rows = vec![(say.t("knowledge-document-kind"), html! { (say.t(kind_key(draft.kind))) })];
    for (key, id) in
        [("knowledge-document-issuer", draft.issuer), ("knowledge-document-commissioned-by", draft.commissioned_by)]
    {
        let name = actor(say, page.actors, id);
        if !name.is_empty() {
            rows.push((say.t(key), html! { (name) }));
        }
    }
    let year = draft.year.map_or_else(|| say.t("knowledge-document-no-year"), |year| year.to_string());
    rows.push((say.t("knowledge-document-year"), html! { (year) }));
    for (key, day) in
        [("knowledge-document-in-force-from", draft.in_force_from), ("knowledge-document-review-by", draft.review_by)]
    {
        if let Some(day) = day {
            rows.push((say.t(key), html! { (say.date(day)) }));
        }
    }
    if !draft.reference.is_empty() {
        rows.push((say.t("knowledge-document-reference"), html! { (draft.reference) }));
    }
    if is_web_address(&draft.url) {
        rows.push((
            say.t("knowledge-document-url"),
            html! { a.ds-link href=(draft.url) rel="noreferrer" { (draft.url) } },
        ));
    }
    if let Some(unit) = draft.unit.and_then(|unit| tree.get(unit)) {
        rows.push((
            say.t("knowledge-document-unit"),
            link(&varde_web::told_unit(say, tree, unit.id), &format!("/units/{}", unit.id)),
        ));
    }
    if !page.document.source.is_empty() {
        rows.push((say.t("knowledge-document-source"), say.cite(&page.document.source)));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    card(&say.t("knowledge-document-about"), &facts(&rows)).render()
}

pub(crate) fn document_form(form: &FormView<'_>, with_status: bool, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.words(texts!("name"), None, true))
        (form.select("kind", None, true))
        @if with_status { (form.select("status", None, true)) }
        (form.select("issuer", None, false))
        (form.select("commissioned_by", None, false))
        (form.number("year", None, false))
        (form.date("in_force_from", None, false))
        (form.date("review_by", Some("knowledge-document-review-by-help"), false))
        (form.text("reference", None, false))
        (form.text("url", None, false))
        (form.select("successor", Some("knowledge-document-successor-help"), false))
        (form.select("unit", Some("knowledge-document-unit-help"), false))
        (form.tick("internal", Some("knowledge-document-internal-help")))
        (form.long_words(texts!("note"), None, false))
    };
    form.form(action, "knowledge-form-save", back, &fields)
}

pub(crate) fn status_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.select("status", Some("knowledge-status-help"), true))
        (form.area("why", None, false))
    };
    form.form(action, "knowledge-document-move", back, &fields)
}

pub(crate) fn revision_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    form.form(
        action,
        "knowledge-revision-send",
        back,
        &html! { (form.area("text", Some("knowledge-revision-help"), true)) },
    )
}

pub(crate) fn answer_form(form: &FormView<'_>, asked: &str, action: &str, back: &str) -> Markup {
    let fields = html! {
        p.prose { (asked) }
        (form.select("state", None, true))
        (form.area("answer", Some("knowledge-request-answer-help"), true))
    };
    form.form(action, "knowledge-request-do-answer", back, &fields)
}
