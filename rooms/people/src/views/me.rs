//! One's own page.

use maud::{Markup, html};
use varde_kernel::{Locale, Problems, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{self, Checkbox, Choice, Column, Field, Select, Table, Tag, Tone, Weight};

use super::accounts::{problem, summary, unit_label};
use super::persons::{Meanwhile, conflict, roles_table, sees};
use crate::model::persons::{Holding, Person, Session, SignedInBy};

/// What was typed about oneself.
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) locale: Option<Locale>,
    pub(crate) scheme: String,
    pub(crate) keeps_drafts: bool,
    pub(crate) version: i64,
}

impl Typed {
    /// As it is saved.
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            locale: person.locale,
            scheme: person.scheme.clone(),
            keeps_drafts: person.keeps_drafts,
            version: person.version,
        }
    }
}

/// All that one's own page shows.
pub(crate) struct Mine<'a> {
    pub(crate) person: &'a Person,
    pub(crate) typed: &'a Typed,
    pub(crate) held: &'a [Holding],
    pub(crate) sessions: &'a [Session],
    pub(crate) n_tokens: usize,
    pub(crate) problems: &'a Problems,
    pub(crate) conflict: Option<&'a Meanwhile>,
}

/// The page.
pub(crate) fn page(cx: &Ctx, tree: &UnitTree, mine: &Mine<'_>) -> Markup {
    html! {
        (ui::section("about", &cx.t("people-me-about"), &html! {}, &about(cx, tree, mine)))
        (ui::section("roles", &cx.t("people-me-roles"), &html! {}, &html! { div.flow {
            (roles_table(cx, tree, mine.held, &std::collections::HashMap::new(), false))
            (ui::fold(&cx.t("people-sees-title"), &sees(cx, mine.held)))
        } }))
        (ui::section("sessions", &cx.t("people-session-title"), &end_others(cx, mine), &sessions(cx, mine.sessions)))
        (ui::section("ways-in", &cx.t("people-me-ways"), &html! {}, &ways_in(cx, mine)))
        (ui::section("who", &cx.t("people-me-who"), &html! {}, &who(cx)))
    }
}

fn about(cx: &Ctx, tree: &UnitTree, mine: &Mine<'_>) -> Markup {
    let (person, typed) = (mine.person, mine.typed);
    let texts = ["people-person-name", "people-me-language", "people-me-scheme"].map(|key| cx.t(key));
    let [name, language, scheme] = &texts;
    let now = typed.locale.unwrap_or(cx.locale());
    let languages = Locale::ALL.map(|locale| Choice {
        value: locale.tag(),
        label: locale.own_name(),
        chosen: locale == now,
        ..Choice::default()
    });
    let named = [
        ("auto", cx.t("people-me-scheme-auto")),
        ("light", cx.t("people-me-scheme-light")),
        ("dark", cx.t("people-me-scheme-dark")),
    ];
    let schemes = named.each_ref().map(|(value, label)| Choice {
        value,
        label,
        chosen: *value == typed.scheme,
        ..Choice::default()
    });
    let errors = ["name", "locale"].map(|field| problem(cx, mine.problems, field));
    let [name_error, locale_error] = &errors;
    html! { div.flow {
        @if let Some(meanwhile) = mine.conflict {
            (conflict(cx, meanwhile, &[(name, &person.name, &typed.name)]))
        }
        (ui::form("/me", &cx.guard(), html! {
            (summary(cx, mine.problems))
            (ui::hidden("version", &typed.version.to_string()))
            (Field { id: "name", name: "name", label: name, error: name_error.as_deref(), value: &typed.name, required: true,
                autocomplete: Some("name"), max_len: Some(500), ..Field::default() })
            (Select { id: "locale", name: "locale", label: language, error: locale_error.as_deref(), choices: &languages, ..Select::default() })
            (Select { id: "scheme", name: "scheme", label: scheme, choices: &schemes, ..Select::default() })
            (Checkbox { id: "keeps_drafts", name: "keeps_drafts", label: &cx.t("people-me-drafts"),
                help: Some(&cx.t("people-me-drafts-help")), checked: typed.keeps_drafts, ..Checkbox::default() })
            (ui::submit_row(&cx.t("people-account-save"), None, None))
        }))
        (ui::facts(&[
            (&cx.t("people-person-username"), html! { (person.username.as_deref().unwrap_or("–")) }),
            (&cx.t("people-person-email"), html! { (person.email.as_deref().unwrap_or("–")) }),
            (&cx.t("people-person-home"), html! { (unit_label(cx, tree, person.home)) }),
        ]))
        p.quiet.small { (cx.t("people-me-about-help")) }
    } }
}

fn end_others(cx: &Ctx, mine: &Mine<'_>) -> Markup {
    html! {
        @if 1 < mine.sessions.len() {
            (ui::post_button(&cx.t("people-session-end-others"), "/me/sessions/end-others", &cx.guard(), Weight::Secondary, &[]))
        }
    }
}

fn sessions(cx: &Ctx, sessions: &[Session]) -> Markup {
    let labels = ["people-session-began", "people-session-used", "people-session-how", "people-account-actions"]
        .map(|key| cx.t(key));
    let [began, used, how, actions] = &labels;
    let here = cx.visitor().and_then(|visitor| visitor.session);
    let rows: Vec<Vec<Markup>> = sessions
        .iter()
        .map(|session| {
            let way = match session.how {
                SignedInBy::Password => "people-session-password",
                SignedInBy::Oidc => "people-session-provider",
            };
            vec![
                html! { (cx.say().time(session.created_at)) },
                html! { (cx.say().time(session.seen_at)) },
                html! { (cx.t(way)) },
                html! {
                    @if here == Some(session.id) { (Tag(Tone::Info, &cx.t("people-session-this"))) }
                    @else {
                        (ui::post_button(&cx.t("people-session-end"), &format!("/me/sessions/{}/end", session.id), &cx.guard(), Weight::Tertiary, &[]))
                    }
                },
            ]
        })
        .collect();
    html! { div.flow {
        (Table {
            caption: &cx.t("people-session-title"),
            caption_hidden: true,
            columns: &[Column::text(began), Column::text(used), Column::text(how), Column::actions(actions)],
            rows: &rows,
            empty: &ui::empty_state(&cx.t("people-session-none"), &cx.t("people-session-none-help"), &html! {}),
            stack: true,
        })
        p.quiet.small { (cx.t("people-session-help")) }
    } }
}

fn ways_in(cx: &Ctx, mine: &Mine<'_>) -> Markup {
    html! { div.flow {
        @if mine.person.username.is_some() {
            p { (ui::link_button(&cx.t("people-password-title"), "/me/password", Weight::Secondary, None)) }
        }
        @if 0 < mine.person.n_identities { p { (cx.t("people-me-linked")) } }
        p { (ui::link(&cx.say().with("people-me-tokens", &[("n", mine.n_tokens.into())]), "/me/tokens")) }
    } }
}

fn who(cx: &Ctx) -> Markup {
    let lines = [
        "people-me-who-everyone",
        "people-me-who-leaders",
        "people-me-who-administrators",
        "people-me-who-history",
        "people-me-who-sessions",
    ];
    html! {
        ul.prose { @for line in lines { li { (cx.t(line)) } } }
        p { (ui::link(&cx.t("people-lookup-me-title"), "/me/lookups")) }
    }
}
