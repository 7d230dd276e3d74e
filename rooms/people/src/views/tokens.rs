//! Tokens for the API.

use maud::{Markup, Render, html};
use varde_kernel::Problems;
use varde_web::Ctx;
use varde_web::ui::{self, Choice, Choices, Column, Confirm, Field, Kind, Table, Tag, Tone, Weight};

use super::accounts::{problem, summary};
use crate::model::persons::{Token, TokenScope};

/// What was typed in the form for a new token.
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) days: String,
    pub(crate) scope: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self { name: String::new(), days: "90".into(), scope: TokenScope::Read.name().into() }
    }
}

const fn scope_key(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Read => "people-token-scope-read",
        TokenScope::Write => "people-token-scope-write",
    }
}

/// The list of one's tokens, with the form for another.
pub(crate) fn page(cx: &Ctx, tokens: &[Token], typed: &Typed, problems: &Problems) -> Markup {
    html! {
        (ui::section("tokens", &cx.t("people-token-list"), &html! {}, &table(cx, tokens)))
        (ui::section("new-token", &cx.t("people-token-new"), &html! {}, &new_form(cx, typed, problems)))
    }
}

fn table(cx: &Ctx, tokens: &[Token]) -> Markup {
    let say = cx.say();
    let labels = [
        "people-token-name",
        "people-token-scope",
        "people-token-created",
        "people-token-last-used",
        "people-token-expires",
        "people-account-actions",
    ]
    .map(|key| cx.t(key));
    let [name, scope, created, used, expires, actions] = &labels;
    let rows: Vec<Vec<Markup>> = tokens
        .iter()
        .map(|token| {
            let over = token.revoked_at.is_some() || token.expires_at <= cx.now();
            vec![
                html! { (token.name) },
                html! { (cx.t(scope_key(token.scope))) },
                html! { (say.time(token.created_at)) },
                html! { (token.last_used_at.map_or_else(|| cx.t("people-token-never"), |used| say.time(used))) },
                html! {
                    @if token.revoked_at.is_some() { (Tag(Tone::Neutral, &cx.t("people-token-is-revoked"))) }
                    @else if over { (Tag(Tone::Neutral, &cx.t("people-token-is-over"))) }
                    @else { (say.time(token.expires_at)) }
                },
                html! {
                    @if !over {
                        (ui::link_button(&cx.t("people-token-revoke"), &format!("/me/tokens/{}/revoke", token.id), Weight::Tertiary, None))
                    }
                },
            ]
        })
        .collect();
    Table {
        caption: &cx.t("people-token-list"),
        caption_hidden: true,
        columns: &[
            Column::text(name),
            Column::text(scope),
            Column::text(created),
            Column::text(used),
            Column::text(expires),
            Column::actions(actions),
        ],
        rows: &rows,
        empty: &ui::empty_state(&cx.t("people-token-none"), &cx.t("people-token-none-help"), &html! {}),
        stack: true,
    }
    .render()
}

fn new_form(cx: &Ctx, typed: &Typed, problems: &Problems) -> Markup {
    let texts = [
        "people-token-name",
        "people-token-name-help",
        "people-token-scope",
        "people-token-scope-read",
        "people-token-scope-write",
        "people-token-days",
        "people-token-days-help",
    ]
    .map(|key| cx.t(key));
    let [name, name_help, scope, read, write, days, days_help] = &texts;
    let choice = |scope: TokenScope, label| Choice {
        value: scope.name(),
        label,
        chosen: typed.scope == scope.name(),
        ..Choice::default()
    };
    let errors = ["name", "scope", "days"].map(|field| problem(cx, problems, field));
    let [name_error, scope_error, days_error] = &errors;
    ui::form(
        "/me/tokens",
        &cx.guard(),
        html! {
            (summary(cx, problems))
            (Field { id: "name", name: "name", label: name, help: Some(name_help), error: name_error.as_deref(),
                value: &typed.name, required: true, max_len: Some(500), ..Field::default() })
            (ui::radios(&Choices { id: "scope", name: "scope", label: scope, error: scope_error.as_deref(), required: true,
                choices: &[choice(TokenScope::Read, read), choice(TokenScope::Write, write)], ..Choices::default() }))
            (Field { id: "days", name: "days", label: days, help: Some(days_help), error: days_error.as_deref(),
                value: &typed.days, required: true, kind: Kind::Number, inputmode: Some("numeric"), ..Field::default() })
            (ui::submit_row(&cx.t("people-token-make"), None, None))
        },
    )
}

/// The new token, shown this once.
pub(crate) fn made(cx: &Ctx, name: &str, text: &str) -> Markup {
    html! {
        (ui::alert(Tone::Success, None, &html! { p { (cx.say().with("people-token-made-help", &[("name", name.into())])) } }))
        p { code { (text) } }
        p.quiet { (cx.t("people-token-use")) }
        p { (ui::link_button(&cx.t("people-token-back"), "/me/tokens", Weight::Secondary, None)) }
    }
}

/// Asks before a token ends.
pub(crate) fn ask_revoke(cx: &Ctx, token: &Token) -> Markup {
    Confirm {
        action: &format!("/me/tokens/{}/revoke", token.id),
        csrf: &cx.guard(),
        text: html! { p { (cx.say().with("people-token-revoke-text", &[("name", token.name.as_str().into())])) } },
        fields: html! {},
        yes: &cx.t("people-token-revoke"),
        no: (&cx.t("people-account-cancel"), "/me/tokens"),
        takes_away: true,
    }
    .render()
}
