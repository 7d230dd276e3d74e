//! Roles: the table of them, and the forms that give and end them.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::access::Role;
use varde_kernel::{PersonId, Problems, UnitId, UnitTree};
use varde_web::ui::{self, Choice, Choices, Column, Confirm, Field, Kind, Table, Tag, TextArea, Tone, Weight};
use varde_web::{Ctx, role_key};

use super::accounts::{problem, summary, unit_field, unit_label};
use super::persons::author_name;
use crate::model::persons::{Holding, Person};
use crate::pages::holdings::Typed;

/// Roles held, with those that are over last. `full` adds who gave them, and the button that ends
/// one.
pub(crate) fn roles_table(
    cx: &Ctx,
    tree: &UnitTree,
    held: &[Holding],
    names: &HashMap<PersonId, String>,
    full: bool,
) -> Markup {
    let labels = [
        "people-role-role",
        "people-role-unit",
        "people-role-from",
        "people-role-last",
        "people-role-grounds",
        "people-role-by",
        "people-account-actions",
    ]
    .map(|key| cx.t(key));
    let [role, unit, from, last, grounds, by, actions] = &labels;
    let mut columns =
        vec![Column::text(role), Column::text(unit), Column::text(from), Column::text(last), Column::text(grounds)];
    if full {
        columns.extend([Column::text(by), Column::actions(actions)]);
    }
    let (over, current): (Vec<&Holding>, Vec<&Holding>) =
        held.iter().partition(|holding| holding.validity.to.is_some_and(|to| to <= cx.today()));
    let rows: Vec<Vec<Markup>> = current
        .into_iter()
        .chain(over)
        .map(|holding| {
            let mut row = row(cx, tree, holding);
            if full {
                row.push(html! { (author_name(cx, names, holding.granted_by)) });
                row.push(end_button(cx, tree, holding));
            }
            row
        })
        .collect();
    Table {
        caption: &cx.t("people-person-roles"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &ui::empty_state(&cx.t("people-role-none"), &cx.t("people-role-none-help"), &html! {}),
        stack: true,
    }
    .render()
}

fn row(cx: &Ctx, tree: &UnitTree, holding: &Holding) -> Vec<Markup> {
    let last = holding.validity.to.and_then(|to| to.yesterday().ok());
    let is_over = holding.validity.to.is_some_and(|to| to <= cx.today());
    let unit = unit_label(cx, tree, Some(holding.unit));
    vec![
        html! { (cx.t(role_key(holding.role))) },
        ui::link(&unit, &format!("/units/{}", holding.unit)),
        html! {
            (cx.say().short_date(holding.validity.from))
            @if cx.today() < holding.validity.from { " " (Tag(Tone::Info, &cx.t("people-role-coming"))) }
        },
        html! {
            @if let Some(last) = last { (cx.say().short_date(last)) } @else { span.quiet { (cx.t("people-role-open")) } }
            @if is_over { " " (Tag(Tone::Neutral, &cx.t("people-role-is-over"))) }
        },
        html! { (holding.grounds) },
    ]
}

fn end_button(cx: &Ctx, tree: &UnitTree, holding: &Holding) -> Markup {
    use varde_kernel::access::{Action, Kind, Target};
    let may = cx.may(Action::Edit, &Target::internal(Kind::Holding, tree.line(holding.unit)));
    let is_over = holding.validity.to.is_some_and(|to| to <= cx.today());
    html! {
        @if may && !is_over && tree.get(holding.unit).is_some() {
            (ui::link_button(&cx.t("people-role-end"), &format!("/holdings/{}/end", holding.id), Weight::Tertiary, None))
        }
    }
}

/// What a role is for, in a sentence.
const fn about_key(role: Role) -> &'static str {
    match role {
        Role::Staff => "people-role-about-staff",
        Role::UnitLeader => "people-role-about-unit-leader",
        Role::QualityAdviser => "people-role-about-quality-adviser",
        Role::Planner => "people-role-about-planner",
        Role::TopLeader => "people-role-about-top-leader",
        Role::BoardMember => "people-role-about-board-member",
        Role::Administrator => "people-role-about-administrator",
        Role::PrivacyOfficer => "people-role-about-privacy-officer",
    }
}

/// The form that gives a role.
pub(crate) fn new_form(
    cx: &Ctx,
    tree: &UnitTree,
    units: &[UnitId],
    person: &Person,
    typed: &Typed,
    problems: &Problems,
) -> Markup {
    let href = format!("/people/{}", person.id);
    let named: Vec<(&'static str, String, String)> =
        Role::ALL.iter().map(|role| (role.name(), cx.t(role_key(*role)), cx.t(about_key(*role)))).collect();
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label, help)| Choice {
            value,
            label,
            help: Some(help),
            chosen: typed.role == *value,
            group: None,
        })
        .collect();
    let texts = [
        "people-role-role",
        "people-role-unit",
        "people-role-unit-help",
        "people-role-from",
        "people-role-last",
        "people-role-last-help",
        "people-account-optional",
        "people-account-date",
    ]
    .map(|key| cx.t(key));
    let [role, unit, unit_help, from, last, last_help, optional, date] = &texts;
    let errors = ["role", "unit", "from", "last"].map(|field| problem(cx, problems, field));
    let [role_error, unit_error, from_error, last_error] = &errors;
    ui::form(
        &format!("{href}/roles"),
        &cx.guard(),
        html! {
            (summary(cx, problems))
            (ui::radios(&Choices { id: "role", name: "role", label: role, error: role_error.as_deref(), required: true, choices: &choices, ..Choices::default() }))
            (unit_field(cx, tree, ("unit", unit, Some(unit_help)), units, &typed.unit, true, unit_error.as_deref()))
            (Field { id: "from", name: "from", label: from, error: from_error.as_deref(), value: &typed.from, required: true, kind: Kind::Date,
                hint: Some(date), ..Field::default() })
            (Field { id: "last", name: "last", label: last, help: Some(last_help), error: last_error.as_deref(), value: &typed.last,
                mark: Some(optional), kind: Kind::Date, hint: Some(date), ..Field::default() })
            (grounds_field(cx, &typed.grounds, problems))
            (ui::submit_row(&cx.t("people-role-give"), Some((&cx.t("people-account-cancel"), &href)), None))
        },
    )
}

fn grounds_field(cx: &Ctx, typed: &str, problems: &Problems) -> Markup {
    let (label, help) = (cx.t("people-role-grounds"), cx.t("people-role-grounds-help"));
    let error = problem(cx, problems, "grounds");
    TextArea {
        id: "grounds",
        name: "grounds",
        label: &label,
        help: Some(&help),
        error: error.as_deref(),
        value: typed,
        required: true,
        rows: 2,
        max_len: Some(500),
        ..TextArea::default()
    }
    .render()
}

/// The form that ends a role.
pub(crate) fn end_form(
    cx: &Ctx,
    tree: &UnitTree,
    holding: &Holding,
    name: &str,
    (last, grounds): (&str, &str),
    problems: &Problems,
) -> Markup {
    let href = format!("/people/{}", holding.person);
    let texts = ["people-role-last", "people-role-end-help", "people-account-date"].map(|key| cx.t(key));
    let [label, help, date] = &texts;
    let error = problem(cx, problems, "last");
    let role = cx.t(role_key(holding.role));
    let unit = unit_label(cx, tree, Some(holding.unit));
    html! {
        (summary(cx, problems))
        (Confirm {
            action: &format!("/holdings/{}/end", holding.id),
            csrf: &cx.guard(),
            text: html! { p {
                (cx.say().with("people-role-end-text", &[("name", name.into()), ("role", role.into()), ("unit", unit.into())]))
            } },
            fields: html! {
                (Field { id: "last", name: "last", label, help: Some(help), error: error.as_deref(), value: last, required: true,
                    kind: Kind::Date, hint: Some(date), ..Field::default() })
                (grounds_field(cx, grounds, problems))
            },
            yes: &cx.t("people-role-end"),
            no: (&cx.t("people-account-cancel"), &href),
            takes_away: true,
        })
    }
}
