//! Tasks and responsibilities as HTML.

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::{BodyId, UnitId, UnitTree, Words};
use varde_web::ui::{
    Column, Field, Icon, Kind, Table, Tag, Tone, Weight, empty_state, facts, filter_bar, fold, link, link_button, note,
    print_button, section,
};
use varde_web::{Fields, Say, pager};

use super::{authority_key, class_key, phase_key, role_words, unit_name};
use crate::model::{Authority, Responsibility, Task};
use crate::pages::PAGE;
use crate::pages::forms::last_day;

/// A responsibility with the people behind it today.
pub(crate) struct Shown {
    pub(crate) held: Responsibility,
    pub(crate) who: Vec<String>,
    /// Where they hold the role, when it is not the unit itself.
    pub(crate) at: Option<UnitId>,
    pub(crate) actor: Option<String>,
    /// The unit for which it is held, when the task is not that unit's own.
    pub(crate) for_unit: Option<UnitId>,
    pub(crate) delegated_by: Option<String>,
}

/// A task in a list.
pub(crate) struct TaskRow {
    pub(crate) task: Task,
    pub(crate) actor: Option<String>,
    pub(crate) held: Vec<Shown>,
}

/// A list of tasks.
pub(crate) struct List<'a> {
    pub(crate) query: &'a Fields,
    pub(crate) rows: &'a [TaskRow],
    pub(crate) total: i64,
    pub(crate) page: i64,
    pub(crate) unit: Option<UnitId>,
    pub(crate) may_make: bool,
}

/// The role and those who hold it today, in one line: "Øverste leder (Kari Nordmann)".
pub(crate) fn holder_words(say: &Say, tree: &UnitTree, shown: &Shown) -> String {
    let role = role_words(say, &shown.held.draft.role);
    let mut who = shown.who.join(", ");
    if let (Some(at), Some(unit)) = (shown.at, shown.held.draft.unit)
        && at != unit
    {
        who = format!("{who}, {}", unit_name(say, tree, at));
    }
    let first = [Some(role), shown.actor.clone()].into_iter().flatten().filter(|part| !part.is_empty());
    let first = first.collect::<Vec<_>>().join(", ");
    match (first.is_empty(), who.is_empty()) {
        (true, _) => who,
        (false, true) => first,
        (false, false) => format!("{first} ({who})"),
    }
}

fn holder(say: &Say, tree: &UnitTree, shown: &Shown) -> Markup {
    html! {
        (holder_words(say, tree, shown))
        @if shown.held.delegation.is_some() { " " span.quiet.small { (say.t("governance-held-by-delegation")) } }
    }
}

/// Whose task it is: a unit's, a whole class's, or an actor's.
fn whose(say: &Say, tree: &UnitTree, row: &Task, actor: Option<&String>) -> String {
    match (row.draft.unit, row.draft.unit_kind) {
        (Some(unit), _) if tree.get(unit).is_some() => unit_name(say, tree, unit),
        (_, Some(kind)) => say.t(class_key(kind)),
        _ => actor.cloned().unwrap_or_else(|| say.t("governance-task-national")),
    }
}

pub(crate) fn list_actions(say: &Say, list: &List<'_>, home: Option<UnitId>) -> Markup {
    html! {
        (link_button(&say.t("governance-missing-title"), "/responsibility/missing", Weight::Secondary, Some(Icon::Warning)))
        @if let Some(home) = home {
            (link_button(&say.t("governance-matrix-link"), &format!("/units/{home}/responsibility"), Weight::Secondary, None))
        }
        @if list.may_make {
            @let href = home.map_or_else(|| "/responsibility/new".to_owned(), |home| format!("/responsibility/new?unit={home}"));
            (link_button(&say.t("governance-new-title"), &href, Weight::Primary, Some(Icon::Plus)))
        }
    }
}

fn filters(say: &Say, list: &List<'_>, path: &str) -> Markup {
    let phases = super::steps::phases(say);
    let chosen = list.query.text("phase");
    let choices: Vec<varde_web::ui::Choice<'_>> = phases
        .iter()
        .map(|(value, label)| varde_web::ui::Choice { value, label, chosen: value == chosen, ..Default::default() })
        .collect();
    let fields = html! {
        (Field { id: "q", name: "q", label: &say.t("governance-list-search"), kind: Kind::Search,
            value: list.query.text("q"), ..Field::default() })
        (varde_web::ui::Select { id: "phase", name: "phase", label: &say.t("governance-task-phase"),
            prompt: Some(&say.t("governance-list-any-phase")), choices: &choices, ..Default::default() })
        @if let Some(unit) = list.unit { (varde_web::ui::hidden("unit", &unit.to_string())) }
    };
    filter_bar(
        path,
        &say.t("governance-list-filter"),
        &fields,
        &say.t("governance-list-show"),
        Some((&say.t("governance-list-reset"), path)),
    )
}

pub(crate) fn list(say: &Say, tree: &UnitTree, list: &List<'_>) -> Markup {
    let path = "/responsibility";
    let rows: Vec<Vec<Markup>> = list
        .rows
        .iter()
        .map(|row| {
            let answers: Vec<&Shown> = row
                .held
                .iter()
                .filter(|shown| crate::rules::ANSWERING.contains(&shown.held.draft.authority))
                .collect();
            vec![
                link(row.task.draft.name.get(say.locale()), &format!("/responsibility/tasks/{}", row.task.id)),
                html! { (whose(say, tree, &row.task, row.actor.as_ref())) },
                html! {
                    @if answers.is_empty() { (Tag(Tone::Warning, &say.t("governance-missing-tag"))) }
                    @for shown in answers.iter().take(4) {
                        div {
                            strong { (say.t(authority_key(shown.held.draft.authority))) ": " } (holder(say, tree, shown))
                            @if let Some(unit) = shown.for_unit { " " span.quiet.small { (unit_name(say, tree, unit)) } }
                        }
                    }
                    @if 4 < answers.len() {
                        div.quiet.small { (say.with("governance-list-more", &[("n", (answers.len() - 4).into())])) }
                    }
                },
                html! { span.quiet.small { (say.cite(&row.task.draft.source)) } },
            ]
        })
        .collect();
    html! {
        (filters(say, list, path))
        p.quiet role="status" {
            @match list.unit {
                Some(unit) => {
                    (say.with("governance-list-count-of",
                        &[("n", list.total.into()), ("unit", unit_name(say, tree, unit).into())]))
                    " " (link(&say.t("governance-list-all-units"), "/responsibility?unit="))
                },
                None => (say.with("governance-list-count", &[("n", list.total.into())])),
            }
        }
        (table(say, "governance-list-caption", &["governance-list-task", "governance-list-whose", "governance-list-who",
            "governance-task-source"], &rows, "governance-list-empty", "governance-list-empty-help"))
        (pager(say, path, list.query, (list.page, PAGE), list.total))
    }
}

/// A table of text columns with an empty state; keys in, words out.
pub(crate) fn table(
    say: &Say,
    caption: &'static str,
    columns: &[&'static str],
    rows: &[Vec<Markup>],
    empty: &'static str,
    empty_help: &'static str,
) -> Markup {
    let labels: Vec<String> = columns.iter().map(|key| say.t(key)).collect();
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    Table {
        caption: &say.t(caption),
        caption_hidden: true,
        columns: &columns,
        rows,
        empty: &empty_state(&say.t(empty), &say.t(empty_help), &Markup::default()),
        stack: true,
    }
    .render()
}

pub(crate) fn missing(say: &Say, tree: &UnitTree, list: &List<'_>) -> Markup {
    let path = "/responsibility/missing";
    let rows: Vec<Vec<Markup>> = list
        .rows
        .iter()
        .map(|row| {
            vec![
                link(row.task.draft.name.get(say.locale()), &format!("/responsibility/tasks/{}", row.task.id)),
                html! { (whose(say, tree, &row.task, row.actor.as_ref())) },
                Tag(Tone::Warning, &say.t("governance-missing-tag")).render(),
                html! { span.quiet.small { (say.cite(&row.task.draft.source)) } },
            ]
        })
        .collect();
    html! {
        (filters(say, list, path))
        p.quiet role="status" { (say.with("governance-missing-count", &[("n", list.total.into())])) }
        (table(say, "governance-missing-title", &["governance-list-task", "governance-list-whose", "governance-list-who",
            "governance-task-source"], &rows, "governance-missing-empty", "governance-missing-empty-help"))
        (pager(say, path, list.query, (list.page, PAGE), list.total))
    }
}

/// A task's page.
pub(crate) struct TaskPage<'a> {
    pub(crate) task: &'a Task,
    pub(crate) actor: Option<String>,
    pub(crate) bodies: Vec<(BodyId, Words)>,
    pub(crate) answered: bool,
    pub(crate) today: &'a [Shown],
    pub(crate) other: &'a [Shown],
    pub(crate) on: Date,
    pub(crate) may_edit: bool,
    pub(crate) may_assign: bool,
    /// For each of `today`, whether the reader may hand it over or end it.
    pub(crate) may_hand_over: Vec<bool>,
    pub(crate) happened: Markup,
}

pub(crate) fn task_actions(say: &Say, page: &TaskPage<'_>) -> Markup {
    let here = format!("/responsibility/tasks/{}", page.task.id);
    html! {
        @if page.may_edit {
            (link_button(&say.t("governance-task-edit"), &format!("{here}/edit"), Weight::Secondary, Some(Icon::Pencil)))
        }
        @if page.may_assign {
            (link_button(&say.t("governance-task-assign"), &format!("{here}/assign"), Weight::Primary, Some(Icon::Plus)))
        }
    }
}

fn days(say: &Say, shown: &Shown) -> String {
    let from = say.short_date(shown.held.draft.from);
    match last_day(shown.held.draft.to) {
        Some(last) => format!("{from} – {}", say.short_date(last)),
        None => say.with("governance-held-since", &[("date", from.into())]),
    }
}

fn delegation(say: &Say, shown: &Shown) -> Markup {
    let Some(written) = &shown.held.delegation else {
        return html! { span.quiet { (say.t("governance-held-own")) } };
    };
    html! {
        (written.document) ", " (say.short_date(written.on))
        @if let Some(by) = &shown.delegated_by {
            div.quiet.small { (say.with("governance-delegation-by", &[("who", by.into())])) }
        }
    }
}

fn held_rows(say: &Say, tree: &UnitTree, held: &[Shown], may: Option<&[bool]>) -> Vec<Vec<Markup>> {
    held.iter()
        .enumerate()
        .map(|(place, shown)| {
            let unit = shown.held.draft.unit.map(|unit| unit_name(say, tree, unit)).unwrap_or_default();
            let mut row = vec![
                html! { (holder_words(say, tree, shown)) },
                html! { (say.t(authority_key(shown.held.draft.authority))) },
                html! { (unit) },
                html! { (days(say, shown)) },
                delegation(say, shown),
            ];
            if let Some(may) = may {
                let here = format!("/responsibility/held/{}", shown.held.id);
                row.push(html! {
                    @if may.get(place).copied().unwrap_or(false) {
                        div.row {
                            (link(&say.t("governance-held-delegate"), &format!("{here}/delegate")))
                            (link(&say.t("governance-held-end"), &format!("{here}/end")))
                        }
                    }
                });
            }
            row
        })
        .collect()
}

pub(crate) fn task(say: &Say, tree: &UnitTree, page: &TaskPage<'_>) -> Markup {
    let task = page.task;
    let columns = [
        "governance-held-holder",
        "governance-held-authority",
        "governance-held-unit",
        "governance-held-days",
        "governance-held-delegation",
        "governance-held-steps",
    ];
    let mut known = vec![(say.t("governance-list-whose"), html! { (whose(say, tree, task, page.actor.as_ref())) })];
    if let Some(actor) = &page.actor {
        known.push((say.t("governance-task-actor"), html! { (actor) }));
    }
    if let Some(phase) = task.draft.phase {
        known.push((say.t("governance-task-phase"), html! { (say.t(phase_key(phase))) }));
    }
    if !task.draft.source.is_empty() {
        known.push((say.t("governance-task-source"), say.cite(&task.draft.source)));
    }
    if let Some(code) = &task.code {
        known.push((say.t("governance-task-code"), html! { code { (code) } }));
    }
    let known: Vec<(&str, Markup)> = known.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    html! {
        @if !task.draft.description.is_empty() { p.prose { (task.draft.description) } }
        @if !page.bodies.is_empty() {
            p { (say.t("governance-task-of-body")) " "
                @for (place, (id, name)) in page.bodies.iter().enumerate() {
                    @if 0 < place { ", " }
                    (link(name.get(say.locale()), &format!("/bodies/{id}")))
                }
            }
        } @else if !page.answered {
            (note(Tone::Warning, None, &html! { p { (say.t("governance-task-unanswered")) } }))
        }
        (facts(&known))
        (section("today", &say.with("governance-task-today", &[("date", say.date(page.on).into())]), &Markup::default(),
            &table(say, "governance-task-holders", &columns,
                &held_rows(say, tree, page.today, Some(&page.may_hand_over)),
                "governance-task-none", "governance-task-none-help")))
        @if !page.other.is_empty() {
            (fold(&say.t("governance-task-other"), &table(say, "governance-task-other", columns.get(..5).unwrap_or(&columns),
                &held_rows(say, tree, page.other, None), "governance-task-none", "governance-task-none-help")))
        }
        (page.happened)
    }
}

pub(crate) fn matrix_actions(say: &Say, here: &str) -> Markup {
    html! {
        (print_button(&say.t("governance-matrix-print")))
        (link_button(&say.t("governance-matrix-csv"), &format!("{here}?format=csv"), Weight::Secondary, Some(Icon::Download)))
    }
}

pub(crate) fn matrix(say: &Say, tree: &UnitTree, rows: &[TaskRow], unit: UnitId) -> Markup {
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            let mut cells =
                vec![link(row.task.draft.name.get(say.locale()), &format!("/responsibility/tasks/{}", row.task.id))];
            let answered = row.held.iter().any(|shown| crate::rules::ANSWERING.contains(&shown.held.draft.authority));
            for authority in Authority::ALL {
                let held: Vec<&Shown> =
                    row.held.iter().filter(|shown| shown.held.draft.authority == *authority).collect();
                cells.push(html! {
                    @for shown in &held { div { (holder(say, tree, shown)) } }
                    @if held.is_empty() && *authority == Authority::Decides && !answered {
                        (Tag(Tone::Warning, &say.t("governance-missing-tag")))
                    }
                });
            }
            cells
        })
        .collect();
    let columns = [
        "governance-list-task",
        authority_key(Authority::Decides),
        authority_key(Authority::CarriesOut),
        authority_key(Authority::Advises),
        authority_key(Authority::Informed),
    ];
    html! {
        p { (link(&say.t("governance-matrix-missing"), &format!("/responsibility/missing?unit={unit}"))) }
        (table(say, "governance-matrix-caption", &columns, &cells, "governance-matrix-empty", "governance-matrix-empty-help"))
    }
}
