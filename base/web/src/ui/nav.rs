//! Ways through Varde: menu, tabs, crumbs, unit picker, language.

use maud::{Markup, Render, html};

use super::icon::Icon;
use super::list::{LinkItem, link_list};

/// A line of the main menu.
#[derive(Debug, Clone, Copy)]
pub struct MenuItem<'a> {
    /// Where to.
    pub href: &'a str,
    /// Its name.
    pub label: &'a str,
    /// Decoration before it.
    pub icon: Icon,
    /// How many things wait there, and what they are, for those who listen.
    pub badge: Option<(u32, &'a str)>,
    /// Whether one is there now.
    pub current: bool,
}

pub(super) fn menu(items: &[MenuItem<'_>]) -> Markup {
    html! {
        ul { @for item in items { li {
            a href=(item.href) aria-current=[item.current.then_some("page")] {
                (item.icon)
                span { (item.label) }
                @if let Some((n, words)) = item.badge {
                    span.count { (n) span.ds-sr-only { " " (words) } }
                }
            }
        } } }
    }
}

/// A tab that is a page of its own.
#[derive(Debug, Clone, Copy)]
pub struct Tab<'a> {
    /// Where to.
    pub href: &'a str,
    /// Its name.
    pub label: &'a str,
    /// How many things are there.
    pub count: Option<u32>,
    /// Whether one is there now.
    pub current: bool,
}

/// Tabs as links: each has its own address and works without scripts.
pub fn tabs(label: &str, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav.tabs aria-label=(label) { ul { @for tab in tabs { li {
            a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                (tab.label)
                @if let Some(count) = tab.count { span.count { (count) } }
            }
        } } } }
    }
}

/// A place above this page: (label, href); the last one is the page itself and has no href.
pub type Crumb<'a> = (&'a str, Option<&'a str>);

/// The way here. On phones only the step back is shown.
pub(super) fn breadcrumbs(label: &str, crumbs: &[Crumb<'_>]) -> Markup {
    let back = crumbs.iter().rev().find_map(|(label, href)| href.map(|href| (*label, href)));
    html! {
        @if let Some((back_label, back_href)) = back {
            nav.ds-breadcrumbs.no-print aria-label=(label) {
                a.ds-link href=(back_href) { (back_label) }
                ol { @for (label, href) in crumbs { li {
                    @if let Some(href) = href { a.ds-link href=(href) { (label) } }
                    @else { span aria-current="page" { (label) } }
                } } }
            }
        }
    }
}

/// Shows which unit the pages speak of, and finds another.
#[derive(Debug, Clone, Copy)]
pub struct UnitPicker<'a> {
    /// Said before the unit's name to those who listen: "Enhet".
    pub label: &'a str,
    /// The unit's name.
    pub current: &'a str,
    /// Where the search is sent (GET, field `q`).
    pub action: &'a str,
    /// Label of the search field.
    pub search: &'a str,
    /// Label of its button.
    pub submit: &'a str,
    /// Address that answers `?q=` with a bare [`link_list`] while one types.
    pub suggest: &'a str,
    /// Units lately used, or near by.
    pub near: &'a [LinkItem<'a>],
    /// The whole tree: (label, href).
    pub all: (&'a str, &'a str),
}

impl Render for UnitPicker<'_> {
    fn render(&self) -> Markup {
        html! {
            details.drop.picker name="bar" data-menu {
                summary {
                    (Icon::Building)
                    span { span.ds-sr-only { (self.label) ": " } (self.current) }
                    (Icon::ChevronDown)
                }
                div.drop__panel {
                    form method="get" action=(self.action) role="search" aria-label=(self.search) {
                        div.ds-field {
                            label.ds-label for="unit-search" { (self.search) }
                            div.row {
                                input.ds-input #unit-search type="search" name="q" autocomplete="off"
                                    aria-controls="unit-suggestions" data-suggest=(self.suggest);
                                button.ds-button type="submit" data-variant="secondary" { (self.submit) }
                            }
                        }
                    }
                    div.suggest #unit-suggestions aria-live="polite" {}
                    @if !self.near.is_empty() { (link_list(self.near)) }
                    a.ds-link href=(self.all.1) { (self.all.0) }
                }
            }
        }
    }
}

/// A small choice that is kept for the reader: language, light or dark. One form, one button each.
#[derive(Debug, Clone, Copy)]
pub struct Switch<'a> {
    /// Where it is sent (POST).
    pub action: &'a str,
    /// The session's guard, when there is a session.
    pub csrf: Option<&'a str>,
    /// The page to come back to, sent as `back`.
    pub back: &'a str,
    /// What is chosen: "Språk".
    pub label: &'a str,
    /// Name of the field: `language`, `scheme`.
    pub name: &'a str,
    /// (value, label, chosen now).
    pub choices: &'a [(&'a str, &'a str, bool)],
    /// Whether the labels are names of languages in themselves; then they are marked as such.
    pub is_language: bool,
}

impl Render for Switch<'_> {
    fn render(&self) -> Markup {
        html! {
            form.switch method="post" action=(self.action) aria-label=(self.label) {
                @if let Some(csrf) = self.csrf { input type="hidden" name="_csrf" value=(csrf); }
                input type="hidden" name="back" value=(self.back);
                div.switch__label aria-hidden="true" { (self.label) }
                div.switch__row { @for (value, label, chosen) in self.choices {
                    button type="submit" name=(self.name) value=(value) aria-pressed=(chosen)
                        lang=[self.is_language.then_some(value)] { (label) }
                } }
            }
        }
    }
}
