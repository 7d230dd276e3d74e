//! Bodies as HTML.

use std::collections::HashMap;

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::{ActorId, BodyId, PersonId, UnitTree, Words};
use varde_web::ui::{
    Choice, Column, Field, Icon, Kind, Select, Table, Tag, Tone, Weight, columns, empty_state, facts, filter_bar,
    form as post_form, label_tag, link, link_button, note, section,
};
use varde_web::{Fields, FormView, Options, Say, Sorting, pager, texts};

use super::{body_kind_key, composition_key, group_key, level_key, unit_name};
use crate::model::{Body, BodyKind, Composition, Group, Level, Seat, Task};
use crate::pages::PAGE;
use crate::rules::{Count, Lack, quorum};

/// A body in a list.
pub(crate) struct BodyRow {
    pub(crate) body: Body,
    pub(crate) count: Count,
}

pub(crate) fn list_actions(say: &Say, may_make: bool) -> Markup {
    html! {
        (link_button(&say.t("governance-vacancies-title"), "/bodies/vacancies", Weight::Secondary, None))
        @if may_make {
            (link_button(&say.t("governance-bodies-new"), "/bodies/new", Weight::Primary, Some(Icon::Plus)))
        }
    }
}

/// "9 av 10 seter er fylt", or why it cannot be said.
fn seats_line(say: &Say, body: &Body, count: &Count) -> String {
    if count.seats == 0 {
        return say.t(composition_key(body.draft.composition));
    }
    say.with("governance-seats-filled", &[("filled", count.filled.into()), ("seats", count.seats.into())])
}

pub(crate) fn list(
    say: &Say,
    query: &Fields,
    sorting: &Sorting<'_>,
    rows: &[BodyRow],
    total: i64,
    page: i64,
) -> Markup {
    let kinds = kinds(say);
    let chosen = query.text("kind");
    let choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
        .collect();
    let fields = html! {
        (Field { id: "q", name: "q", label: &say.t("governance-bodies-search"), kind: Kind::Search,
            value: query.text("q"), ..Field::default() })
        (Select { id: "kind", name: "kind", label: &say.t("governance-body-kind"),
            prompt: Some(&say.t("governance-bodies-any-kind")), choices: &choices, ..Select::default() })
    };
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            vec![
                link(row.body.draft.name.get(say.locale()), &format!("/bodies/{}", row.body.id)),
                html! { (say.t(body_kind_key(row.body.draft.kind))) },
                html! { (say.t(level_key(row.body.draft.level))) },
                html! {
                    (seats_line(say, &row.body, &row.count))
                    @if 0 < row.count.vacant {
                        " " (Tag(Tone::Warning, &say.with("governance-seats-vacant", &[("n", row.count.vacant.into())])))
                    }
                },
            ]
        })
        .collect();
    let [name, kind, level, seats] =
        ["governance-body-name", "governance-body-kind", "governance-body-level", "governance-body-seats"]
            .map(|key| say.t(key));
    let (by_name, by_kind, by_level) = (sorting.head("name"), sorting.head("kind"), sorting.head("level"));
    html! {
        (filter_bar("/bodies", &say.t("governance-list-filter"), &fields, &say.t("governance-list-show"),
            Some((&say.t("governance-list-reset"), "/bodies"))))
        p.quiet role="status" { (say.with("governance-bodies-count", &[("n", total.into())])) }
        (Table {
            caption: &say.t("governance-bodies-title"),
            caption_hidden: true,
            columns: &[
                Column::text(&name).sorted(&by_name.0, by_name.1),
                Column::text(&kind).sorted(&by_kind.0, by_kind.1),
                Column::text(&level).sorted(&by_level.0, by_level.1),
                Column::text(&seats),
            ],
            rows: &cells,
            empty: &empty_state(&say.t("governance-bodies-empty"), &say.t("governance-bodies-empty-help"), &Markup::default()),
            stack: true,
        })
        (pager(say, "/bodies", query, (page, PAGE), total))
    }
}

/// A body's page.
pub(crate) struct BodyPage<'a> {
    pub(crate) body: &'a Body,
    pub(crate) seats: &'a [Seat],
    pub(crate) count: Count,
    pub(crate) unrepresented: Vec<(Group, Lack)>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) before: Option<(BodyId, Words)>,
    pub(crate) after: Vec<(BodyId, Words)>,
    pub(crate) names: HashMap<PersonId, String>,
    pub(crate) actors: &'a HashMap<ActorId, Words>,
    /// What other rooms hold of it: a heading and lines for each.
    pub(crate) beside: Vec<(String, Markup)>,
    pub(crate) happened: Markup,
    pub(crate) on: Date,
    pub(crate) may_edit: bool,
    pub(crate) guard: String,
}

impl BodyPage<'_> {
    pub(crate) fn actor(&self, say: &Say, actor: Option<ActorId>) -> Option<String> {
        actor.and_then(|actor| self.actors.get(&actor)).map(|name| name.get(say.locale()).to_owned())
    }
}

pub(crate) fn body_actions(say: &Say, page: &BodyPage<'_>) -> Markup {
    let here = format!("/bodies/{}", page.body.id);
    html! {
        @if page.may_edit {
            (link_button(&say.t("governance-body-edit"), &format!("{here}/edit"), Weight::Secondary, Some(Icon::Pencil)))
            (link_button(&say.t("governance-seat-new"), &format!("{here}/seats/new"), Weight::Primary, Some(Icon::Plus)))
        }
    }
}

pub(crate) fn body(say: &Say, tree: &UnitTree, page: &BodyPage<'_>) -> Markup {
    let purpose = page.body.draft.purpose.get(say.locale());
    let main = html! {
        @if !purpose.is_empty() { p.prose { (purpose) } }
        (section("seats", &say.t("governance-body-seats"), &Markup::default(), &seats(say, page)))
        (section("tasks", &say.t("governance-body-tasks"), &Markup::default(), &tasks(say, page)))
        @for (heading, lines) in &page.beside { (varde_web::ui::card(heading, lines)) }
        (page.happened)
    };
    columns(&main, &known(say, tree, page))
}

fn seats(say: &Say, page: &BodyPage<'_>) -> Markup {
    html! {
        p { strong { (super::seats::summary(say, page)) } }
        @if let Some(needed) = quorum(page.count.voting, page.body.draft.quorum_percent) {
            p { (say.with("governance-body-quorum-line", &[("n", needed.into()), ("of", page.count.voting.into())])) }
        }
        @if !page.unrepresented.is_empty() {
            (note(Tone::Warning, Some(&say.t("governance-body-unrepresented")), &html! {
                ul { @for (group, lack) in &page.unrepresented {
                    li { (say.t(group_key(*group))) ": " (say.t(lack_key(*lack))) }
                } }
            }))
        }
        (super::seats::by_group(say, page))
    }
}

const fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::NoSeat => "governance-lack-no-seat",
        Lack::Vacant => "governance-lack-vacant",
    }
}

fn tasks(say: &Say, page: &BodyPage<'_>) -> Markup {
    html! {
        @if page.tasks.is_empty() {
            p.quiet { (say.t("governance-body-no-tasks")) }
        } @else {
            ul { @for task in &page.tasks {
                li { (link(task.draft.name.get(say.locale()), &format!("/responsibility/tasks/{}", task.id))) }
            } }
        }
        @if page.may_edit {
            (post_form(&format!("/bodies/{}/tasks", page.body.id), &page.guard, html! {
                (Field { id: "task-name", name: "name", label: &say.t("governance-body-new-task"), required: true,
                    ..Field::default() })
                (varde_web::ui::button(&say.t("governance-body-add-task"), Weight::Secondary))
            }))
        }
    }
}

fn known(say: &Say, tree: &UnitTree, page: &BodyPage<'_>) -> Markup {
    let draft = &page.body.draft;
    let mut rows = vec![
        (say.t("governance-body-kind"), html! { (say.t(body_kind_key(draft.kind))) }),
        (say.t("governance-body-level"), html! { (say.t(level_key(draft.level))) }),
        (say.t("governance-body-composition"), html! { (say.t(composition_key(draft.composition))) }),
    ];
    if let Some(unit) = draft.unit {
        rows.push((say.t("governance-body-unit"), link(&unit_name(say, tree, unit), &format!("/units/{unit}"))));
    }
    for (key, actor) in
        [("governance-body-led-by", draft.led_by), ("governance-body-established-by", draft.established_by)]
    {
        if let Some(actor) = page.actor(say, actor) {
            rows.push((say.t(key), html! { (actor) }));
        }
    }
    if let Some((id, name)) = &page.before {
        rows.push((say.t("governance-body-succeeds"), link(name.get(say.locale()), &format!("/bodies/{id}"))));
    }
    for (id, name) in &page.after {
        rows.push((say.t("governance-body-succeeded-by"), link(name.get(say.locale()), &format!("/bodies/{id}"))));
    }
    if let (Some(seats), Some(holders)) = (page.body.seats_printed, page.body.holders_printed) {
        let printed = say.with(
            "governance-body-printed-line",
            &[("seats", seats.to_string().into()), ("holders", holders.to_string().into())],
        );
        rows.push((say.t("governance-body-printed"), html! { (printed) }));
    }
    if !draft.required.is_empty() {
        let groups = html! { @for group in &draft.required { (label_tag(&say.t(group_key(*group)))) " " } };
        rows.push((say.t("governance-body-required"), groups));
    }
    if !page.body.source.is_empty() {
        rows.push((say.t("governance-task-source"), say.cite(&page.body.source)));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    varde_web::ui::card(&say.t("governance-body-about"), &facts(&rows)).render()
}

pub(crate) fn kinds(say: &Say) -> Options {
    BodyKind::ALL.iter().map(|it| (it.name().to_owned(), say.t(body_kind_key(*it)))).collect()
}

pub(crate) fn levels(say: &Say) -> Options {
    Level::ALL.iter().map(|it| (it.name().to_owned(), say.t(level_key(*it)))).collect()
}

pub(crate) fn compositions(say: &Say) -> Options {
    Composition::ALL.iter().map(|it| (it.name().to_owned(), say.t(composition_key(*it)))).collect()
}

pub(crate) fn groups(say: &Say) -> Options {
    Group::ALL.iter().map(|it| (it.name().to_owned(), say.t(group_key(*it)))).collect()
}

pub(crate) fn body_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.words(texts!("name"), None, true))
        (form.long_words(texts!("purpose"), None, false))
        (form.select("kind", None, true))
        (form.select("level", None, true))
        (form.select("unit", Some("governance-body-unit-help"), false))
        (form.select("composition", None, true))
        (form.several("required", Some("governance-body-required-help")))
        (form.number("quorum_percent", Some("governance-body-quorum-help"), false))
        (form.select("led_by", None, false))
        (form.select("established_by", None, false))
        (form.select("succeeds", None, false))
    };
    form.form(action, "governance-form-save", back, &fields)
}
