//! One person's page: facts, roles, what they give, and what has been done.

use std::collections::HashMap;

use maud::{Markup, html};
use varde_kernel::access::Kind;
use varde_kernel::{PersonId, UnitTree};
use varde_web::ui::{self, Event, Icon, Weight};
use varde_web::{Ctx, role_key};

use super::access::sees;
use super::accounts::unit_label;
use super::holdings::roles_table;
use super::persons::{author_name, state_tag};
use super::units::{kind_key, relation_key, system_key};
use crate::model::persons::{Done, Holding, Person};

/// All that a person's page shows.
pub(crate) struct Shown<'a> {
    pub(crate) person: &'a Person,
    pub(crate) held: &'a [Holding],
    pub(crate) told: &'a [Done],
    pub(crate) names: &'a HashMap<PersonId, String>,
    pub(crate) may_edit: bool,
    pub(crate) may_give: bool,
}

/// Buttons beside the name.
pub(crate) fn show_actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let href = format!("/people/{}", shown.person.id);
    html! {
        @if shown.may_edit {
            (ui::link_button(&cx.t("people-person-edit-title"), &format!("{href}/edit"), Weight::Secondary, Some(Icon::Pencil)))
        }
    }
}

/// The page.
pub(crate) fn show(cx: &Ctx, tree: &UnitTree, shown: &Shown<'_>) -> Markup {
    let give = html! {
        @if shown.may_give {
            (ui::link_button(&cx.t("people-role-new-title"), &format!("/people/{}/roles", shown.person.id), Weight::Primary, Some(Icon::Plus)))
        }
    };
    html! {
        (facts(cx, tree, shown.person))
        (ui::section("roles", &cx.t("people-person-roles"), &give, &roles_table(cx, tree, shown.held, shown.names, true)))
        (ui::fold(&cx.t("people-sees-title"), &sees(cx, shown.held)))
        @if shown.may_edit { (ui::section("account", &cx.t("people-person-account"), &html! {}, &account(cx, shown.person))) }
        @if !shown.told.is_empty() {
            (ui::section("history", &cx.t("people-person-history"), &html! {}, &history(cx, tree, shown)))
        }
    }
}

fn facts(cx: &Ctx, tree: &UnitTree, person: &Person) -> Markup {
    let home = unit_label(cx, tree, person.home);
    ui::facts(&[
        (&cx.t("people-person-state"), state_tag(cx, person)),
        (
            &cx.t("people-person-home"),
            html! {
                @if let Some(id) = person.home { (ui::link(&home, &format!("/units/{id}"))) } @else { (home) }
            },
        ),
        (&cx.t("people-person-username"), html! { (person.username.as_deref().unwrap_or("–")) }),
        (&cx.t("people-person-email"), html! { (person.email.as_deref().unwrap_or("–")) }),
        (
            &cx.t("people-person-provider"),
            html! {
                @if 0 < person.n_identities { (cx.t("people-person-linked")) }
                @else if person.link_by_email { (cx.t("people-person-link-waits")) }
                @else { (cx.t("people-person-not-linked")) }
            },
        ),
    ])
}

fn account(cx: &Ctx, person: &Person) -> Markup {
    let href = format!("/people/{}", person.id);
    let reset = if person.username.is_some() { "people-reset-title" } else { "people-reset-make" };
    html! {
        div.row {
            @if person.active {
                (ui::link_button(&cx.t(reset), &format!("{href}/password"), Weight::Secondary, Some(Icon::Key)))
                @if 0 < person.n_identities {
                    (ui::link_button(&cx.t("people-unlink-title"), &format!("{href}/unlink"), Weight::Secondary, None))
                }
                (ui::link_button(&cx.t("people-close-title"), &format!("{href}/deactivate"), Weight::Danger, None))
            } @else {
                (ui::post_button(&cx.t("people-close-undo"), &format!("{href}/reactivate"), &cx.guard(), Weight::Secondary, &[]))
            }
        }
    }
}

fn history(cx: &Ctx, tree: &UnitTree, shown: &Shown<'_>) -> Markup {
    let lines: Vec<(String, String, String, &Done)> = shown
        .told
        .iter()
        .map(|told| (told.at.to_string(), cx.say().time(told.at), author_name(cx, shown.names, told.author), told))
        .collect();
    let events: Vec<Event<'_>> = lines
        .iter()
        .map(|(datetime, when, who, told)| Event {
            datetime,
            when,
            who,
            what: html! {
                (cx.t(action_key(&told.action)))
                @if let Some((role, unit)) = told.role { ": " (cx.t(role_key(role))) ", " (unit_label(cx, tree, Some(unit))) }
                @if !told.why.is_empty() { br; span.quiet { "«" (told.why) "»" } }
            },
            icon: Icon::History,
        })
        .collect();
    ui::timeline(&events)
}

/// The room's words for the history.
pub(crate) const TELLING: varde_web::Telling = varde_web::Telling {
    kinds: &[Kind::Unit, Kind::Person, Kind::Holding],
    action: |action| match action {
        // Of units; what is done to both is said in common words.
        "created" | "edited" | "closed" => None,
        "renamed" => Some("people-told-renamed"),
        "moved" => Some("people-told-moved"),
        "merged" => Some("people-told-merged"),
        "split" => Some("people-told-split"),
        "plan_cancelled" => Some("people-told-plan-cancelled"),
        "plan_redated" => Some("people-told-plan-redated"),
        other => Some(action_key(other)),
    },
    field: |_| None,
    value: |field, text| match field {
        "kind" => text.parse().map(kind_key).ok(),
        "relation" => text.parse().map(relation_key).ok(),
        "system" => text.parse().map(system_key).ok(),
        _ => None,
    },
    // Who holds a role is open, a person's page is not: no link that many would find closed.
    href: |kind, id| (kind == Kind::Unit).then(|| format!("/units/{id}")),
};

fn action_key(action: &str) -> &'static str {
    match action {
        "created" => "people-told-created",
        "edited" => "people-told-edited",
        "role_given" => "people-told-role-given",
        "role_ended" => "people-told-role-ended",
        "deactivated" => "people-told-deactivated",
        "reactivated" => "people-told-reactivated",
        "password_reset" => "people-told-password-reset",
        "password_changed" => "people-told-password-changed",
        "linked" => "people-told-linked",
        "unlinked" => "people-told-unlinked",
        "token_made" => "people-told-token-made",
        "token_revoked" => "people-told-token-revoked",
        _ => "people-told-other",
    }
}
