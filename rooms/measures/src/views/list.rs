//! The list of measures.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{MeasureId, UnitId, UnitTree};
use varde_web::ui::{
    Checkbox, Choice, Column, Field, Icon, Kind, Select, Table, Tag as Mark, Tone, Weight, empty_state, filter_bar,
    hidden, link, link_button,
};
use varde_web::{Ctx, Fields, Sorting, pager, whose, with};

use super::{
    Names, dimension_key, level_key, not_stated, numbered, progress_text, state_key, state_tag, unit_link, unit_name,
};
use crate::model::{Dimension, Level, MeasureState, Tag};
use crate::store::{Filter, ListedMeasure, Progress};

/// What the list shows.
pub(crate) struct Shown {
    pub lines: Vec<ListedMeasure>,
    pub progress: HashMap<MeasureId, Progress>,
    pub names: Names,
    pub tags: Vec<Tag>,
    pub units: Vec<UnitId>,
    pub filter: Filter,
    pub total: i64,
    pub page: i64,
    pub page_size: i64,
}

pub(crate) fn body(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown) -> Markup {
    let csv = with("/measures", query, &[("format", "csv")]);
    html! {
        (whose(cx, tree, "/measures", query, shown.filter.unit))
        (filters(cx, tree, query, shown))
        div.row {
            p.quiet { (cx.say().with("measures-list-found", &[("n", shown.total.into())])) }
            @if 0 < shown.total {
                (link_button(&cx.t("measures-list-export"), &csv, Weight::Tertiary, Some(Icon::Download)))
            }
        }
        (table(cx, tree, query, shown))
        (pager(cx.say(), "/measures", query, (shown.page, shown.page_size), shown.total))
    }
}

fn filters(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown) -> Markup {
    let filter = &shown.filter;
    let label = |key| cx.t(key);
    let (text, state, unit, lead) = (
        label("measures-filter-text"),
        label("measures-list-state"),
        label("measures-filter-unit"),
        label("measures-list-lead"),
    );
    let (tag, dimension, all) =
        (label("measures-filter-tag"), label("measures-form-dimensions"), label("measures-filter-all"));
    let (overdue, needs_start, owes_effect) =
        (label("measures-filter-overdue"), label("measures-filter-needs-start"), label("measures-filter-owes-effect"));

    let open = label("measures-filter-open");
    let names: Vec<(MeasureState, String)> =
        MeasureState::ALL.iter().map(|state| (*state, cx.t(state_key(*state)))).collect();
    let mut states = vec![Choice { value: "open", label: &open, chosen: filter.is_open, ..Choice::default() }];
    states.extend(names.iter().map(|(state, label)| Choice {
        value: state.name(),
        label,
        chosen: filter.state == Some(*state),
        ..Choice::default()
    }));
    let units: Vec<(String, String, bool)> = shown
        .units
        .iter()
        .map(|unit| (unit.to_string(), unit_name(cx, tree, *unit), filter.unit == Some(*unit)))
        .collect();
    let leads: Vec<(String, &str, bool)> = shown
        .names
        .actors
        .iter()
        .map(|(id, name)| (id.to_string(), name.get(cx.locale()), filter.lead == Some(*id)))
        .collect();
    let tags: Vec<(String, &str, bool)> = shown
        .tags
        .iter()
        .map(|tag| (tag.part.to_string(), tag.title.get(cx.locale()), filter.tag == Some(tag.part)))
        .collect();
    let tags2: Vec<(String, &str, bool)> =
        tags.iter().map(|(value, label, _)| (value.clone(), *label, query.text("tag2") == value)).collect();
    let levels: Vec<(String, String, bool)> = Level::ALL
        .iter()
        .map(|one| (one.name().to_owned(), cx.t(level_key(*one)), filter.level == Some(*one)))
        .collect();
    let levels: Vec<(String, &str, bool)> =
        levels.iter().map(|(value, label, chosen)| (value.clone(), label.as_str(), *chosen)).collect();
    let dimensions: Vec<(String, String, bool)> = Dimension::ALL
        .iter()
        .map(|one| (one.name().to_owned(), cx.t(dimension_key(*one)), filter.dimension == Some(*one)))
        .collect();
    let dimensions: Vec<(String, &str, bool)> =
        dimensions.iter().map(|(value, label, chosen)| (value.clone(), label.as_str(), *chosen)).collect();

    let select = |id, label: &str, choices: &[Choice<'_>]| {
        Select { id, name: id, label, prompt: Some(&all), choices, ..Select::default() }.render()
    };
    let check = |id, label: &str, checked| Checkbox { id, name: id, label, checked, ..Checkbox::default() }.render();
    let fields = html! {
        (Field { id: "q", name: "q", label: &text, value: query.text("q"), kind: Kind::Search, ..Field::default() })
        (select("state", &state, &states))
        @if !units.is_empty() { (select("unit", &unit, &as_choices(&units))) }
        @if !leads.is_empty() { (select("lead", &lead, &as_choices(&leads))) }
        @if !tags.is_empty() { (select("tag", &tag, &as_choices(&tags))) }
        @if filter.tag2.is_some() { (select("tag2", &label("measures-filter-tag2"), &as_choices(&tags2))) }
        (select("level", &label("measures-filter-level"), &as_choices(&levels)))
        (select("dimension", &dimension, &as_choices(&dimensions)))
        (Field { id: "budget_year", name: "budget_year", label: &label("measures-filter-budget-year"),
            value: query.text("budget_year"), kind: Kind::Number, ..Field::default() })
        @if query.has("owner") { (hidden("owner", query.text("owner"))) }
        (check("overdue", &overdue, filter.is_overdue))
        (check("needs_start", &needs_start, filter.needs_start))
        (check("owes_effect", &owes_effect, filter.owes_effect))
    };
    let reset = label("measures-filter-reset");
    filter_bar(
        "/measures",
        &label("measures-filter-label"),
        &fields,
        &label("measures-filter-go"),
        Some((&reset, "/measures")),
    )
}

/// Values with their labels, as a select takes them.
pub(super) fn as_choices<T: AsRef<str>>(list: &[(String, T, bool)]) -> Vec<Choice<'_>> {
    list.iter()
        .map(|(value, label, chosen)| Choice { value, label: label.as_ref(), chosen: *chosen, ..Choice::default() })
        .collect()
}

fn table(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown) -> Markup {
    let heads = [
        "measures-list-measure",
        "measures-list-unit",
        "measures-list-responsible",
        "measures-list-state",
        "measures-list-activities",
        "measures-list-due",
    ]
    .map(|key| cx.t(key));
    let [measure, unit, lead, state, activities, due] = &heads;
    let sorting = Sorting::new("/measures", query, &["due", "title", "state"]);
    let (by_title, by_state, by_due) = (sorting.head("title"), sorting.head("state"), sorting.head("due"));
    let rows: Vec<Vec<Markup>> = shown.lines.iter().map(|line| row(cx, tree, shown, line)).collect();
    let caption = cx.t("measures-list-title");
    let empty = empty_state(&cx.t("measures-list-empty"), &cx.t("measures-list-empty-help"), &Markup::default());
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &[
            Column::text(measure).sorted(&by_title.0, by_title.1),
            Column::text(unit),
            Column::text(lead),
            Column::text(state).sorted(&by_state.0, by_state.1),
            Column::text(activities),
            Column::text(due).sorted(&by_due.0, by_due.1),
        ],
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

fn row(cx: &Ctx, tree: &UnitTree, shown: &Shown, line: &ListedMeasure) -> Vec<Markup> {
    let progress = shown.progress.get(&line.id).copied().unwrap_or_default();
    let is_late = !line.state.is_over() && line.due.is_some_and(|due| due < cx.today());
    let lead = line.lead.and_then(|lead| shown.names.actor(lead, cx.locale()));
    let owner = line.owner.and_then(|owner| shown.names.person(owner));
    vec![
        link(&numbered(cx, line.number, &line.title), &format!("/measures/{}", line.id)),
        unit_link(cx, tree, line.unit),
        html! {
            @match (lead, owner) {
                (Some(lead), Some(owner)) => { (lead) " · " (owner) }
                (Some(one), None) | (None, Some(one)) => { (one) }
                (None, None) => { (not_stated(cx)) }
            }
        },
        state_tag(cx, line.state),
        html! {
            @if 0 < progress.n { span {
                (progress_text(cx.say(), &progress))
                @if 0 < progress.n_overdue {
                    " " (Mark(Tone::Danger, &cx.say().with("measures-list-late-activities", &[("n", progress.n_overdue.into())])))
                }
            } } @else { span.quiet { "0" } }
        },
        html! {
            @match line.due {
                // One child, so that date and mark stay together where the row is a card.
                Some(due) => span { (cx.say().short_date(due)) @if is_late { " " (Mark(Tone::Danger, &cx.t("web-overdue"))) } },
                None => { (not_stated(cx)) }
            }
        },
    ]
}
