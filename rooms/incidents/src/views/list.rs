//! The list of incidents.

use maud::{Markup, Render, html};
use varde_kernel::UnitTree;
use varde_web::ui::{
    Checkbox, Choice, Column, Field, Kind, Select, Sorted, Table, Tag, Tone, empty_state, filter_bar, hidden, link,
};
use varde_web::{Ctx, Fields, pager, whose, with};

use super::{Names, due, person, report_kind_key, state_key, state_tag};
use crate::model::{Incident, Mode, ReportKind, State};
use crate::pages::incidents::PAGE;
use crate::rules::reporting::reference;
use crate::store::list::Filter;

/// What the list shows.
pub(crate) struct Shown<'a> {
    pub incidents: &'a [Incident],
    pub names: &'a Names,
    pub filter: &'a Filter,
    pub total: i64,
    pub page: i64,
}

pub(crate) fn body(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown<'_>) -> Markup {
    html! {
        (whose(cx, tree, "/incidents", query, shown.filter.unit))
        (filters(cx, query, shown.filter))
        p.quiet { (cx.say().with("incidents-list-found", &[("n", shown.total.into())])) }
        (table(cx, tree, query, shown))
        (pager(cx.say(), "/incidents", query, (shown.page, PAGE), shown.total))
        p.quiet.small { (cx.t("incidents-caveat")) }
    }
}

fn filters(cx: &Ctx, query: &Fields, filter: &Filter) -> Markup {
    let keys = [
        "incidents-filter-text",
        "incidents-list-state",
        "incidents-list-kind",
        "incidents-filter-all",
        "incidents-filter-open",
        "incidents-filter-mine",
        "incidents-filter-late",
        "incidents-filter-serious",
        "incidents-filter-from",
        "incidents-filter-to",
    ];
    let [text, state, kind, all, open, mine, late, serious, from, to] = &keys.map(|key| cx.t(key));
    let states: Vec<(State, String)> = State::ALL.iter().map(|one| (*one, cx.t(state_key(*one)))).collect();
    let kinds: Vec<(ReportKind, String)> =
        ReportKind::ALL.iter().map(|one| (*one, cx.t(report_kind_key(*one)))).collect();
    let mut state_choices = vec![Choice { value: "open", label: open, chosen: filter.is_open, ..Choice::default() }];
    state_choices.extend(states.iter().map(|(one, label)| Choice {
        value: one.name(),
        label,
        chosen: filter.state == Some(*one),
        ..Choice::default()
    }));
    let kind_choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|(one, label)| Choice { value: one.name(), label, chosen: filter.kind == Some(*one), ..Choice::default() })
        .collect();
    let select = |id, label: &str, choices: &[Choice<'_>]| {
        Select { id, name: id, label, prompt: Some(all), choices, ..Select::default() }.render()
    };
    let check =
        |id, label: &str| Checkbox { id, name: id, label, checked: query.has(id), ..Checkbox::default() }.render();
    let day = |id, label: &str| {
        Field { id, name: id, label, value: query.text(id), kind: Kind::Date, ..Field::default() }.render()
    };
    let fields = html! {
        (Field { id: "q", name: "q", label: text, value: query.text("q"), kind: Kind::Search, ..Field::default() })
        (select("state", state, &state_choices))
        (select("kind", kind, &kind_choices))
        (day("from", from))
        (day("to", to))
        @if query.has("unit") { (hidden("unit", query.text("unit"))) }
        @if query.has("sort") { (hidden("sort", query.text("sort"))) }
        (check("mine", mine))
        (check("late", late))
        (check("serious", serious))
    };
    filter_bar(
        "/incidents",
        &cx.t("incidents-filter-label"),
        &fields,
        &cx.t("incidents-filter-go"),
        Some((&cx.t("incidents-filter-reset"), "/incidents")),
    )
}

fn table(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown<'_>) -> Markup {
    let keys = [
        "incidents-list-incident",
        "incidents-list-unit",
        "incidents-list-state",
        "incidents-list-handler",
        "incidents-list-happened",
        "incidents-list-received",
        "incidents-list-due",
    ];
    let [incident, unit, state, handler, happened, received, due_head] = &keys.map(|key| cx.t(key));
    // Each order runs one way: what is newest, what is due first, what happened last.
    let head = |column: &str, way| {
        let now = match query.text("sort") {
            "" if column.is_empty() => way,
            asked if asked == column => way,
            _ => Sorted::No,
        };
        (with("/incidents", query, &[("sort", column)]), now)
    };
    let (by_received, by_due, by_happened) =
        (head("", Sorted::Down), head("due", Sorted::Up), head("happened", Sorted::Down));
    let rows: Vec<Vec<Markup>> = shown.incidents.iter().map(|one| row(cx, tree, shown.names, one)).collect();
    let caption = cx.t("incidents-list-title");
    let empty = empty_state(&cx.t("incidents-list-none"), &cx.t("incidents-list-none-help"), &Markup::default());
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &[
            Column::text(incident),
            Column::text(unit),
            Column::text(state),
            Column::text(handler),
            Column::text(happened).sorted(&by_happened.0, by_happened.1),
            Column::text(received).sorted(&by_received.0, by_received.1),
            Column::text(due_head).sorted(&by_due.0, by_due.1),
        ],
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

fn row(cx: &Ctx, tree: &UnitTree, names: &Names, incident: &Incident) -> Vec<Markup> {
    vec![
        html! {
            (link(&incident.title, &format!("/incidents/{}", incident.id)))
            p.quiet.small {
                (reference(incident.id)) " · " (cx.t(report_kind_key(incident.kind)))
                @if incident.mode != Mode::Open { " · " (cx.t(super::mode_key(incident.mode))) }
            }
            @if incident.is_serious() { (Tag(Tone::Danger, &cx.t("incidents-serious"))) " " }
            @if incident.escalated { (Tag(Tone::Warning, &cx.t("incidents-escalated"))) }
        },
        html! { (varde_web::told_unit(cx.say(), tree, incident.unit)) },
        state_tag(cx, incident.state),
        html! { @if let Some(handler) = incident.handler { (person(cx, names, handler)) } @else { span.quiet { (cx.t("incidents-nobody")) } } },
        html! { (cx.say().short_date(incident.happened_on)) },
        html! { (cx.say().short_date(incident.received_on)) },
        due(cx, incident.due_on),
    ]
}
