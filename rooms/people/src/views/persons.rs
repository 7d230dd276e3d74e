//! Persons: the list, one of them, and the forms about them.

use std::collections::HashMap;

use jiff::Timestamp;
use maud::{Markup, Render, html};
use varde_kernel::access::Author;
use varde_kernel::{PersonId, Problems, UnitId, UnitTree};
use varde_web::ui::{
    self, Checkbox, Clash, Column, Confirm, ConflictBox, Field, Icon, Kind, Select, Table, Tag, Tone, Weight,
};
use varde_web::{Ctx, Fields, pager, with};

use super::accounts::{problem, summary, unit_field, unit_label};
use crate::model::persons::Person;
use crate::pages::persons::{Asked, Typed};

pub(crate) use super::access::sees;
pub(crate) use super::holdings::roles_table;
pub(crate) use super::told::{Shown, show, show_actions};

/// Whom a stale form lost against.
pub(crate) struct Meanwhile {
    pub(crate) by: Option<String>,
    pub(crate) at: Option<Timestamp>,
}

/// Says who saved what meanwhile; each field is (label, saved, typed).
pub(crate) fn conflict(cx: &Ctx, meanwhile: &Meanwhile, fields: &[(&str, &str, &str)]) -> Markup {
    let when = meanwhile.at.map(|at| cx.say().time(at)).unwrap_or_default();
    let by = meanwhile.by.clone().unwrap_or_else(|| cx.t("people-conflict-someone"));
    let clashes: Vec<Clash<'_>> = fields
        .iter()
        .filter(|(_, theirs, yours)| theirs != yours)
        .map(|(label, theirs, yours)| Clash { label, theirs, yours })
        .collect();
    ConflictBox {
        title: &cx.say().with("people-conflict-title", &[("who", by.into()), ("when", when.into())]),
        text: &cx.t("web-conflict-text"),
        theirs: &cx.t("web-conflict-theirs"),
        yours: &cx.t("web-conflict-yours"),
        clashes: &clashes,
    }
    .render()
}

/// What a page of the list shows.
pub(crate) struct Found<'a> {
    pub(crate) query: &'a Fields,
    pub(crate) asked: &'a Asked,
    pub(crate) persons: &'a [Person],
    pub(crate) total: i64,
    pub(crate) per_page: i64,
    pub(crate) may_export: bool,
}

/// Buttons beside the list's heading.
pub(crate) fn list_actions(cx: &Ctx, may_make: bool) -> Markup {
    html! {
        @if may_make { (ui::link_button(&cx.t("people-person-new-title"), "/people/new", Weight::Primary, Some(Icon::Plus))) }
    }
}

/// The list of persons with its filters.
pub(crate) fn list(cx: &Ctx, tree: &UnitTree, found: &Found<'_>) -> Markup {
    let asked = found.asked;
    html! {
        (filters(cx, asked))
        (table(cx, tree, found.persons))
        (pager(cx.say(), "/people", found.query, (asked.page, found.per_page), found.total))
        @if found.may_export && 0 < found.total {
            p { (ui::link_button(&cx.t("people-persons-export"), &with("/people/export", found.query, &[]), Weight::Tertiary, Some(Icon::Download))) }
        }
    }
}

fn filters(cx: &Ctx, asked: &Asked) -> Markup {
    let texts = [
        "people-persons-search",
        "people-person-state",
        "people-persons-all",
        "people-person-active",
        "people-person-closed",
    ]
    .map(|key| cx.t(key));
    let [search, state, all, active, closed] = &texts;
    let choice = |value, label, is_active| ui::Choice {
        value,
        label,
        chosen: asked.active == is_active,
        ..ui::Choice::default()
    };
    let choices = [choice("", all, None), choice("yes", active, Some(true)), choice("no", closed, Some(false))];
    let fields = html! {
        (Field { id: "q", name: "q", label: search, kind: Kind::Search, value: &asked.words, ..Field::default() })
        (Select { id: "active", name: "active", label: state, choices: &choices, ..Select::default() })
        @if let Some(unit) = asked.unit { (ui::hidden("unit", &unit.to_string())) }
    };
    let reset = cx.t("people-persons-reset");
    let narrowed = !asked.words.is_empty() || asked.active.is_some() || asked.unit.is_some();
    ui::filter_bar(
        "/people",
        &cx.t("people-persons-filter"),
        &fields,
        &cx.t("people-persons-show"),
        narrowed.then_some((reset.as_str(), "/people")),
    )
}

fn table(cx: &Ctx, tree: &UnitTree, persons: &[Person]) -> Markup {
    let labels = ["people-person-name", "people-person-username", "people-person-home", "people-person-state"]
        .map(|key| cx.t(key));
    let [name, username, home, state] = &labels;
    let rows: Vec<Vec<Markup>> = persons
        .iter()
        .map(|person| {
            vec![
                ui::link(&person.name, &format!("/people/{}", person.id)),
                html! { (person.username.as_deref().unwrap_or("–")) },
                html! { (unit_label(cx, tree, person.home)) },
                state_tag(cx, person),
            ]
        })
        .collect();
    Table {
        caption: &cx.t("people-persons-title"),
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(username), Column::text(home), Column::text(state)],
        rows: &rows,
        empty: &ui::empty_state(&cx.t("people-persons-none"), &cx.t("people-persons-none-help"), &html! {}),
        stack: true,
    }
    .render()
}

/// Whether a person may come in.
pub(crate) fn state_tag(cx: &Ctx, person: &Person) -> Markup {
    let (tone, key) = match (person.active, person.must_change) {
        (false, _) => (Tone::Neutral, "people-person-closed"),
        (true, true) => (Tone::Info, "people-person-waiting"),
        (true, false) => (Tone::Success, "people-person-active"),
    };
    Tag(tone, &cx.t(key)).render()
}

/// The form for a new person.
pub(crate) fn new_form(cx: &Ctx, tree: &UnitTree, units: &[UnitId], typed: &Typed, problems: &Problems) -> Markup {
    let (username, username_help) = (cx.t("people-person-username"), cx.t("people-person-username-help"));
    let (username_error, optional) = (problem(cx, problems, "username"), cx.t("people-account-optional"));
    ui::form(
        "/people",
        &cx.guard(),
        html! {
            (summary(cx, problems))
            (name_field(cx, typed, problems))
            (unit_of(cx, tree, units, typed, problems, true))
            (Field { id: "username", name: "username", label: &username, help: Some(&username_help), error: username_error.as_deref(),
                value: &typed.username, mark: Some(&optional), autocomplete: Some("off"), max_len: Some(60), ..Field::default() })
            (email_fields(cx, typed, problems))
            (ui::submit_row(&cx.t("people-person-new-make"), Some((&cx.t("people-account-cancel"), "/people")), None))
        },
    )
}

fn name_field(cx: &Ctx, typed: &Typed, problems: &Problems) -> Markup {
    let (label, error) = (cx.t("people-person-name"), problem(cx, problems, "name"));
    Field {
        id: "name",
        name: "name",
        label: &label,
        error: error.as_deref(),
        value: &typed.name,
        required: true,
        autocomplete: Some("off"),
        max_len: Some(500),
        ..Field::default()
    }
    .render()
}

fn unit_of(cx: &Ctx, tree: &UnitTree, units: &[UnitId], typed: &Typed, problems: &Problems, required: bool) -> Markup {
    let (label, help) = (cx.t("people-person-home"), cx.t("people-person-home-help"));
    let error = problem(cx, problems, "unit");
    unit_field(cx, tree, ("unit", &label, Some(&help)), units, &typed.unit, required, error.as_deref())
}

fn email_fields(cx: &Ctx, typed: &Typed, problems: &Problems) -> Markup {
    let texts = ["people-person-email", "people-person-link", "people-person-link-help", "people-account-optional"]
        .map(|key| cx.t(key));
    let [email, link, link_help, optional] = &texts;
    let error = problem(cx, problems, "email");
    html! {
        (Field { id: "email", name: "email", label: email, error: error.as_deref(), value: &typed.email, mark: Some(optional),
            kind: Kind::Email, autocomplete: Some("off"), max_len: Some(254), ..Field::default() })
        (Checkbox { id: "link_by_email", name: "link_by_email", label: link, help: Some(link_help), checked: typed.link_by_email, ..Checkbox::default() })
    }
}

/// The form about a person.
pub(crate) fn edit_form(
    cx: &Ctx,
    tree: &UnitTree,
    units: &[UnitId],
    person: &Person,
    typed: &Typed,
    problems: &Problems,
    meanwhile: Option<&Meanwhile>,
) -> Markup {
    let href = format!("/people/{}", person.id);
    let texts = ["people-person-name", "people-person-email", "people-person-home"].map(|key| cx.t(key));
    let [name, email, home] = &texts;
    let saved_home = unit_label(cx, tree, person.home);
    let typed_home = unit_label(cx, tree, typed.unit.parse().ok().or(person.home));
    html! {
        @if let Some(meanwhile) = meanwhile {
            (conflict(cx, meanwhile, &[
                (name, &person.name, &typed.name),
                (email, person.email.as_deref().unwrap_or_default(), &typed.email),
                (home, &saved_home, &typed_home),
            ]))
        }
        (ui::form(&format!("{href}/edit"), &cx.guard(), html! {
            (summary(cx, problems))
            (ui::hidden("version", &person.version.to_string()))
            (name_field(cx, typed, problems))
            (unit_of(cx, tree, units, typed, problems, false))
            (email_fields(cx, typed, problems))
            (ui::submit_row(&cx.t("people-account-save"), Some((&cx.t("people-account-cancel"), &href)), None))
        }))
    }
}

/// The one-time password, shown this once; `None` for someone without a local account.
pub(crate) fn password_shown(cx: &Ctx, id: PersonId, name: &str, password: Option<&str>) -> Markup {
    html! {
        @if let Some(password) = password {
            (ui::alert(Tone::Success, None, &html! { p { (cx.say().with("people-reset-shown", &[("name", name.into())])) } }))
            p { code { (password) } }
            p.quiet { (cx.t("people-reset-shown-help")) }
        } @else {
            (ui::alert(Tone::Success, None, &html! { p { (cx.say().with("people-person-new-shown", &[("name", name.into())])) } }))
        }
        div.row {
            (ui::link_button(&cx.t("people-role-new-title"), &format!("/people/{id}/roles"), Weight::Primary, Some(Icon::Plus)))
            (ui::link_button(&cx.t("people-reset-back"), &format!("/people/{id}"), Weight::Secondary, None))
        }
    }
}

/// Asks before an account is closed.
pub(crate) fn ask_deactivate(cx: &Ctx, person: &Person, problems: &Problems) -> Markup {
    let (label, help) = (cx.t("people-account-why"), cx.t("people-account-why-help"));
    let error = problem(cx, problems, "why");
    let href = format!("/people/{}", person.id);
    html! {
        (summary(cx, problems))
        (Confirm {
            action: &format!("{href}/deactivate"),
            csrf: &cx.guard(),
            text: html! { p { (cx.say().with("people-close-text", &[("name", person.name.as_str().into())])) } },
            fields: Field { id: "why", name: "why", label: &label, help: Some(&help), error: error.as_deref(), required: true,
                max_len: Some(500), ..Field::default() }.render(),
            yes: &cx.t("people-close-title"),
            no: (&cx.t("people-account-cancel"), &href),
            takes_away: true,
        })
    }
}

/// Asks before a password is replaced; someone without an account gets one.
pub(crate) fn ask_password(cx: &Ctx, person: &Person, typed: &str, problems: &Problems) -> Markup {
    let (label, help) = (cx.t("people-person-username"), cx.t("people-person-username-help"));
    let error = problem(cx, problems, "username");
    let href = format!("/people/{}", person.id);
    html! {
        (summary(cx, problems))
        (Confirm {
            action: &format!("{href}/password"),
            csrf: &cx.guard(),
            text: html! { p { (cx.say().with("people-reset-text", &[("name", person.name.as_str().into())])) } },
            fields: html! {
                @if person.username.is_none() {
                    (Field { id: "username", name: "username", label: &label, help: Some(&help), error: error.as_deref(), value: typed,
                        required: true, autocomplete: Some("off"), max_len: Some(60), ..Field::default() })
                }
            },
            yes: &cx.t("people-reset-go"),
            no: (&cx.t("people-account-cancel"), &href),
            takes_away: false,
        })
    }
}

/// Asks before the provider's identities are taken away.
pub(crate) fn ask_unlink(cx: &Ctx, person: &Person) -> Markup {
    let href = format!("/people/{}", person.id);
    Confirm {
        action: &format!("{href}/unlink"),
        csrf: &cx.guard(),
        text: html! { p { (cx.say().with("people-unlink-text", &[("name", person.name.as_str().into())])) } },
        fields: html! {},
        yes: &cx.t("people-unlink-title"),
        no: (&cx.t("people-account-cancel"), &href),
        takes_away: true,
    }
    .render()
}

/// Who gave or did something, by name where there is one.
pub(crate) fn author_name(cx: &Ctx, names: &HashMap<PersonId, String>, author: Author) -> String {
    match author {
        Author::Person(id) => names.get(&id).cloned().unwrap_or_else(|| cx.t("people-someone-former")),
        Author::System(_) => cx.t("people-someone-varde"),
        Author::Anonymous => cx.t("people-someone-unknown"),
    }
}
