//! Who has looked up whom, drawn.

use std::collections::HashMap;

use maud::{Markup, html};
use varde_kernel::PersonId;
use varde_web::ui::{self, Column, Table};
use varde_web::{Ctx, Fields, pager_on};

use crate::model::lookups::{Lookup, What};

/// What a page shows.
pub(crate) struct Shown<'a> {
    /// One more than the page holds, when there are more.
    pub(crate) found: &'a [Lookup],
    pub(crate) names: &'a HashMap<PersonId, String>,
    pub(crate) limit: i64,
    pub(crate) page: i64,
    /// Whether it tells who was looked at: not on one's own page.
    pub(crate) with_person: bool,
}

/// The table, and the way on.
pub(crate) fn page(cx: &Ctx, path: &str, query: &Fields, shown: &Shown<'_>) -> Markup {
    let limit = usize::try_from(shown.limit).unwrap_or(usize::MAX);
    let labels = [
        "people-lookup-when",
        "people-lookup-reader",
        "people-lookup-person",
        "people-lookup-what",
        "people-lookup-times",
    ]
    .map(|key| cx.t(key));
    let [when, reader, person, what, times] = &labels;
    let mut columns = vec![Column::text(when), Column::text(reader)];
    if shown.with_person {
        columns.push(Column::text(person));
    }
    columns.extend([Column::text(what), Column::number(times)]);
    let name = |id: PersonId| shown.names.get(&id).cloned().unwrap_or_else(|| cx.t("people-lookup-former"));
    let rows: Vec<Vec<Markup>> = shown
        .found
        .iter()
        .take(limit)
        .map(|one| {
            let mut cells = vec![html! { (cx.say().time(one.last)) }];
            if shown.with_person {
                cells.push(ui::link(&name(one.reader), &format!("{path}?reader={}", one.reader)));
                cells.push(ui::link(&name(one.person), &format!("{path}?person={}", one.person)));
            } else {
                cells.push(html! { (name(one.reader)) });
            }
            cells.extend([html! { (cx.t(what_key(one.what))) }, html! { (one.times) }]);
            cells
        })
        .collect();
    let more = limit < shown.found.len();
    let caption = cx.t("people-lookup-title");
    html! { div.flow {
        @if query.has("reader") || query.has("person") { p { (ui::link(&cx.t("people-lookup-all"), path)) } }
        (Table {
            caption: &caption,
            caption_hidden: true,
            columns: &columns,
            rows: &rows,
            empty: &ui::empty_state(&cx.t("people-lookup-none"), &cx.t("people-lookup-none-help"), &html! {}),
            stack: true,
        })
        (pager_on(cx.say(), path, query, shown.page, more))
        p.quiet.small { (cx.t("people-lookup-kept")) }
    } }
}

const fn what_key(what: What) -> &'static str {
    match what {
        What::Page => "people-lookup-page",
        What::Account => "people-lookup-account",
        What::Roles => "people-lookup-roles",
        What::List => "people-lookup-list",
        What::Export => "people-lookup-export",
        What::History => "people-lookup-history",
    }
}
