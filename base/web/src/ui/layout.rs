//! The whole document: the shell of every page, and the bare page for signing in and for errors.

use maud::{DOCTYPE, Markup, Render, html};

use super::feedback::alert;
use super::icon::Icon;
use super::nav::{Crumb, MenuItem, Switch, breadcrumbs, menu};
use super::tone::Tone;

/// Light, dark, or as the reader's machine says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the machine says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Scheme {
    /// The scheme with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|scheme| scheme.name() == name)
    }

    /// The value of `data-color-scheme`, and of the setting that is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Addresses of the style sheet, scripts and icon, under their content-hash names.
#[derive(Debug, Clone, Copy)]
pub struct Assets<'a> {
    /// `varde.css`.
    pub css: &'a str,
    /// `varde.js`.
    pub js: &'a str,
    /// `favicon.svg`.
    pub favicon: &'a str,
}

/// The few words that every page needs.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// "Hopp til hovedinnholdet".
    pub skip: &'a str,
    /// "Meny".
    pub menu: &'a str,
    /// "Du er her".
    pub breadcrumbs: &'a str,
    /// "Til forsiden", heard with the logo.
    pub home: &'a str,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct UserBox<'a> {
    /// The person's name.
    pub name: &'a str,
    /// Role and unit in one line.
    pub role_line: &'a str,
    /// The person's own page: (label, href).
    pub profile: (&'a str, &'a str),
    /// Sign out: (label, address, guard).
    pub sign_out: (&'a str, &'a str, &'a str),
}

/// The search field in the bar (GET, field `q`).
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// Its label, heard; shown as the placeholder too.
    pub label: &'a str,
    /// What was searched for.
    pub value: &'a str,
}

/// A page of Varde from `<!doctype>` to `</html>`.
#[derive(Debug, Clone)]
pub struct Shell<'a> {
    /// Language of the page: `nb`, `nn`, `en`.
    pub lang: &'a str,
    /// Title of the window; usually "Page – Varde".
    pub title: &'a str,
    /// The `h1`.
    pub page_title: &'a str,
    /// One or two sentences under it.
    pub lead: Option<&'a str>,
    /// Light or dark.
    pub scheme: Scheme,
    /// The main menu.
    pub menu: &'a [MenuItem<'a>],
    /// Who is signed in; `None` on open pages.
    pub user: Option<UserBox<'a>>,
    /// Language, and light or dark.
    pub switches: &'a [Switch<'a>],
    /// The search field.
    pub search: Option<Search<'a>>,
    /// The unit picker; empty on open pages.
    pub unit_picker: Markup,
    /// The way here.
    pub breadcrumbs: &'a [Crumb<'a>],
    /// Words of the shell itself.
    pub words: Words<'a>,
    /// When and from where, on paper: "Skrevet ut 30. november 2026 fra …".
    pub printed: &'a str,
    /// Under whose name and key the browser keeps what is typed (`owner:key`), or `no`.
    pub drafts: &'a str,
    /// What the last step led to.
    pub flash: Option<(Tone, &'a str)>,
    /// Buttons on the right of the `h1`.
    pub actions: Markup,
    /// The page itself.
    pub body: Markup,
    /// The line at the bottom.
    pub footer: Markup,
    /// Where the assets lie.
    pub assets: Assets<'a>,
}

impl Render for Shell<'_> {
    fn render(&self) -> Markup {
        let has_picker = !self.unit_picker.0.is_empty();
        document(
            self.lang,
            self.title,
            self.scheme,
            &self.assets,
            &html! {
                body data-size="sm" data-drafts=(self.drafts) {
                    (skip_link(&self.words))
                    header.bar.bar--unit[has_picker] {
                        (brand(&self.words))
                        (self.unit_picker)
                        @if let Some(search) = &self.search { (search_field(search)) } @else { span {} }
                        (self.user_menu())
                        @if !self.menu.is_empty() {
                            details.drop.menu name="bar" data-menu {
                                summary { (Icon::Menu) span { (self.words.menu) } }
                                nav.drop__panel.side aria-label=(self.words.menu) { (menu(self.menu)) }
                            }
                        }
                    }
                    div.frame {
                        @if !self.menu.is_empty() { nav.side aria-label=(self.words.menu) { (menu(self.menu)) } }
                        main #main tabindex="-1" {
                            (breadcrumbs(self.words.breadcrumbs, self.breadcrumbs))
                            @if let Some((tone, words)) = self.flash { (alert(tone, None, &html! { p { (words) } })) }
                            div.page-head {
                                div {
                                    h1 { (self.page_title) }
                                    @if let Some(lead) = self.lead { p.lead { (lead) } }
                                    @if !self.printed.is_empty() { p.print-only.small { (self.printed) } }
                                }
                                @if !self.actions.0.is_empty() { div.row { (self.actions) } }
                            }
                            (self.body)
                        }
                    }
                    footer.foot { (self.footer) }
                }
            },
        )
    }
}

impl Shell<'_> {
    fn user_menu(&self) -> Markup {
        html! {
            @if let Some(user) = &self.user {
                details.drop.user name="bar" data-menu {
                    summary {
                        (Icon::Person)
                        span { (user.name) small { (user.role_line) } }
                        (Icon::ChevronDown)
                    }
                    div.drop__panel data-color-scheme=(self.scheme.name()) {
                        p { strong { (user.name) } br; span.quiet.small { (user.role_line) } }
                        p { a.ds-link href=(user.profile.1) { (user.profile.0) } }
                        @for switch in self.switches { (switch) }
                        form method="post" action=(user.sign_out.1) {
                            input type="hidden" name="_csrf" value=(user.sign_out.2);
                            button.ds-button type="submit" data-variant="secondary" { (Icon::Leave) (user.sign_out.0) }
                        }
                    }
                }
            } @else {
                div.row { @for switch in self.switches { (switch) } }
            }
        }
    }
}

/// A bare page, centred: signing in, errors, a notice. Drafts of the last person are forgotten
/// when `signed_out` is set.
#[derive(Debug, Clone)]
pub struct Plain<'a> {
    /// Language of the page.
    pub lang: &'a str,
    /// Title of the window.
    pub title: &'a str,
    /// The `h1`.
    pub page_title: &'a str,
    /// Light or dark.
    pub scheme: Scheme,
    /// Language and so on.
    pub switches: &'a [Switch<'a>],
    /// Words of the shell itself.
    pub words: Words<'a>,
    /// Whether nobody is signed in.
    pub signed_out: bool,
    /// The page itself, under the `h1`.
    pub body: Markup,
    /// The line at the bottom.
    pub footer: Markup,
    /// Where the assets lie.
    pub assets: Assets<'a>,
}

impl Render for Plain<'_> {
    fn render(&self) -> Markup {
        document(
            self.lang,
            self.title,
            self.scheme,
            &self.assets,
            &html! {
                body.centred data-size="sm" data-signed-out[self.signed_out] {
                    (skip_link(&self.words))
                    header.bar {
                        (brand(&self.words))
                        div.row { @for switch in self.switches { (switch) } }
                    }
                    main #main tabindex="-1" {
                        div.ds-card {
                            h1 { (self.page_title) }
                            (self.body)
                        }
                    }
                    footer.foot { (self.footer) }
                }
            },
        )
    }
}

fn document(lang: &str, title: &str, scheme: Scheme, assets: &Assets<'_>, body: &Markup) -> Markup {
    let scheme_words = if scheme == Scheme::Auto { "light dark" } else { scheme.name() };
    html! {
        (DOCTYPE)
        html lang=(lang) data-color-scheme=(scheme.name()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(scheme_words);
                title { (title) }
                link rel="stylesheet" href=(assets.css);
                link rel="icon" href=(assets.favicon) type="image/svg+xml";
                script src=(assets.js) defer {}
            }
            (body)
        }
    }
}

fn skip_link(words: &Words<'_>) -> Markup {
    html! { a.ds-skip-link href="#main" { (words.skip) } }
}

/// A cairn with its light: stones that many have laid, and a sign one sees from afar.
fn brand(words: &Words<'_>) -> Markup {
    html! {
        a.brand href="/" {
            svg viewBox="0 0 32 32" aria-hidden="true" {
                circle.brand__beacon cx="16" cy="5.5" r="3.5" {}
                rect.brand__stone x="11.5" y="11" width="9" height="5" rx="2.5" {}
                rect.brand__stone x="7.5" y="17.5" width="17" height="5" rx="2.5" {}
                rect.brand__stone x="3" y="24" width="26" height="5" rx="2.5" {}
            }
            "Varde"
            span.ds-sr-only { ". " (words.home) }
        }
    }
}

fn search_field(search: &Search<'_>) -> Markup {
    html! {
        form.bar__search method="get" action=(search.action) role="search" {
            (Icon::Search)
            input type="search" name="q" value=(search.value) placeholder=(search.label) aria-label=(search.label);
        }
    }
}
