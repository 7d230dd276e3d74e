//! A page in the shell: the menu, the way here, the body.

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use maud::{Markup, Render, html};
use varde_kernel::access::{self, Target};
use varde_kernel::{Locale, UnitId};

use crate::ui::{
    Crumb, Icon, LinkItem, MenuItem, Plain, Scheme, Search, Shell, Switch, Tab, Tone, UnitPicker, UserBox, form,
    label_tag, layout, link, tabs,
};
use crate::{Ctx, Fields, assets};

/// A page under construction. Turns into an answer by [`Page::body`].
#[must_use = "a page is sent by `body`"]
pub struct Page<'a> {
    cx: &'a Ctx,
    title: String,
    lead: Option<String>,
    crumbs: Vec<(String, Option<String>)>,
    actions: Markup,
    unit: Option<String>,
    line: std::sync::Arc<[UnitId]>,
    synthetic: bool,
    seen: Option<(UnitId, String, bool)>,
    status: StatusCode,
    searched: String,
}

impl Ctx {
    /// Begins a page with this heading.
    pub fn page(&self, title: impl Into<String>) -> Page<'_> {
        Page {
            cx: self,
            title: title.into(),
            lead: None,
            crumbs: Vec::new(),
            actions: Markup::default(),
            unit: None,
            line: std::sync::Arc::from([]),
            synthetic: false,
            seen: None,
            status: StatusCode::OK,
            searched: String::new(),
        }
    }

    /// A bare page: signing in, a notice, an error.
    pub fn plain_page(&self, status: StatusCode, title: &str, body: &Markup) -> Response {
        let words = ShellWords::new(self);
        let switches = Switches::new(self);
        let schemes = switches.scheme_choices();
        let switches = switches.all(&schemes);
        let page = Plain {
            lang: self.locale().tag(),
            title: &format!("{title} – Varde"),
            page_title: title,
            scheme: self.scheme(),
            switches: &switches,
            words: words.words(),
            signed_out: self.visitor().is_none(),
            body: form::with_names(body.clone()),
            footer: footer(self),
            assets: assets::links(),
        };
        (status, Html(page.render().into_string())).into_response()
    }
}

impl Page<'_> {
    /// One or two sentences under the heading.
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// A step on the way here, from the top; without an address it is where one is.
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push((label.into(), Some(href.into())));
        self
    }

    /// The units above and `unit` itself, as steps on the way here.
    pub fn unit(mut self, tree: &varde_kernel::UnitTree, unit: UnitId) -> Self {
        let locale = self.cx.locale();
        self.line = tree.line(unit);
        for id in self.line.clone().iter().rev() {
            if let Some(unit) = tree.get(*id) {
                let name = unit.name.get(locale).to_owned();
                self.unit = Some(name.clone());
                self.crumbs.push((name, Some(format!("/units/{id}"))));
            }
        }
        self.of_unit(tree, unit)
    }

    /// What the page shows hangs on this unit: where the unit is made up, the page says so.
    pub fn of_unit(mut self, tree: &varde_kernel::UnitTree, unit: UnitId) -> Self {
        self.synthetic = tree.is_synthetic(unit);
        self
    }

    /// Says at the end of the page who sees what it shows: everyone signed in when it is `open`, otherwise those who
    /// hold a role on the unit, with the way to who they are.
    pub fn seen_by(mut self, tree: &varde_kernel::UnitTree, unit: UnitId, open: bool) -> Self {
        let name = tree.get(unit).map(|unit| unit.name.get(self.cx.locale()).to_owned()).unwrap_or_default();
        self.seen = Some((unit, name, open));
        self
    }

    /// Buttons beside the heading.
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = actions;
        self
    }

    /// Another status than 200 (422 for a form that comes back with problems, 409 for a stale one).
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// What was searched for, kept in the search field.
    pub fn searched(mut self, query: &str) -> Self {
        query.clone_into(&mut self.searched);
        self
    }

    /// The whole page.
    #[expect(clippy::needless_pass_by_value, reason = "a page gives its body away")]
    pub fn body(self, body: Markup) -> Response {
        let cx = self.cx;
        let words = ShellWords::new(cx);
        let mut crumbs: Vec<Crumb<'_>> =
            self.crumbs.iter().map(|(label, href)| (label.as_str(), href.as_deref())).collect();
        // A unit's own page is the last step of its own line.
        if crumbs.last().is_some_and(|(label, _)| *label == self.title) {
            crumbs.pop();
        }
        crumbs.push((&self.title, None));
        // A lone step tells nothing that the heading does not.
        let crumbs = if crumbs.len() < 2 { &[][..] } else { &crumbs };

        let unit = unit_at(cx);
        let labels: Vec<(String, String, crate::MenuEntry)> = menu_for(cx)
            .map(|entry| {
                let unit = unit.filter(|_| entry.is_of_unit);
                let href = unit.map_or_else(|| entry.href.to_owned(), |unit| format!("{}?unit={unit}", entry.href));
                (cx.t(entry.key), href, entry)
            })
            .collect();
        let menu: Vec<MenuItem<'_>> = labels
            .iter()
            .map(|(label, href, entry)| MenuItem {
                href,
                label,
                icon: entry.icon,
                badge: None,
                current: is_here(cx.path(), entry.href),
            })
            .collect();

        let switches = Switches::new(cx);
        let schemes = switches.scheme_choices();
        let switches = switches.all(&schemes);
        let guard = cx.guard();
        let (profile, sign_out, role_line) = (cx.t("web-me"), cx.t("web-sign-out"), role_line(cx));
        let user = cx.visitor().map(|visitor| UserBox {
            name: &visitor.name,
            role_line: &role_line,
            profile: (&profile, "/me"),
            sign_out: (&sign_out, "/sign-out", &guard),
        });
        let search_label = cx.t("web-search");
        let said = cx.said().map(|key| cx.t(key));
        let picker = PickerWords::new(cx, self.unit.as_deref());
        let shell = Shell {
            lang: cx.locale().tag(),
            title: &format!("{} – Varde", self.title),
            page_title: &self.title,
            lead: self.lead.as_deref(),
            scheme: cx.scheme(),
            menu: &menu,
            user,
            switches: &switches,
            search: cx.visitor().map(|_| Search { action: "/search", label: &search_label, value: &self.searched }),
            unit_picker: if cx.visitor().is_some() { picker.markup() } else { Markup::default() },
            breadcrumbs: crumbs,
            words: words.words(),
            printed: &printed(cx),
            drafts: &drafts(cx),
            flash: said.as_deref().map(|said| (Tone::Success, said)),
            actions: self.actions,
            body: form::with_names(html! {
                @if self.synthetic {
                    p.row { (label_tag(&cx.t("web-synthetic"))) span.quiet.small { (cx.t("web-synthetic-help")) } }
                }
                (unit_tabs(cx, &self.line))
                (body)
                @if let Some((unit, name, open)) = &self.seen {
                    p.quiet.small {
                        strong { (cx.t("web-seen-title")) } " "
                        (cx.say().with(if *open { "web-seen-open" } else { "web-seen-internal" }, &[("unit", name.as_str().into())]))
                        " " (link(&cx.t("web-seen-who"), &format!("/units/{unit}/who")))
                    }
                }
            }),
            footer: footer(cx),
            assets: assets::links(),
        };
        (self.status, Html(shell.render().into_string())).into_response()
    }
}

/// When and where a page was printed, for paper alone.
fn printed(cx: &Ctx) -> String {
    let address = format!("{}{}", cx.app().config().public_url.trim_end_matches('/'), cx.here());
    crate::printed_from(cx.say(), cx.today(), &address)
}

/// What the browser needs to keep what is typed; `no` for whoever does not want that.
fn drafts(cx: &Ctx) -> String {
    let wanted = cx.visitor().is_some_and(|visitor| visitor.keeps_drafts && visitor.session.is_some());
    match cx.app().draft_key(cx.bound_to()) {
        Some((owner, key)) if wanted => format!("{owner}:{key}"),
        _ => "no".to_owned(),
    }
}

/// All rooms' pages about the unit whose page this is, as tabs; nothing elsewhere.
fn unit_tabs(cx: &Ctx, line: &std::sync::Arc<[UnitId]>) -> Markup {
    let Some(rest) = cx.path().strip_prefix("/units/") else { return Markup::default() };
    let (id, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if id.parse::<UnitId>().is_err() {
        return Markup::default();
    }
    let may = |tab: &&crate::UnitTab| {
        tab.need.is_none_or(|(kind, action)| cx.may(action, &Target::internal(kind, line.clone())))
    };
    let known: Vec<&crate::UnitTab> = cx.app().unit_tabs().iter().filter(may).collect();
    if !known.iter().any(|tab| tab.path == below) {
        return Markup::default();
    }
    let labels: Vec<(String, String)> =
        known.iter().map(|tab| (cx.t(tab.key), format!("/units/{id}{}", tab.path))).collect();
    let shown: Vec<Tab<'_>> = labels
        .iter()
        .zip(known)
        .map(|((label, href), tab)| Tab { href, label, count: None, current: tab.path == below })
        .collect();
    tabs(&cx.t("web-unit"), &shown)
}

/// The unit whose lists the menu leads to: the one whose page this is or that the list is narrowed to,
/// and one's own on all other pages. Whoever has chosen all units in a list keeps that.
fn unit_at(cx: &Ctx) -> Option<UnitId> {
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let is_list = cx.app().menu().iter().any(|entry| entry.is_of_unit && entry.href == cx.path());
    followed(cx.path(), &cx.query(), is_list, home)
}

fn followed(path: &str, query: &Fields, is_list: bool, home: Option<UnitId>) -> Option<UnitId> {
    let of_path = path.strip_prefix("/units/").and_then(|rest| rest.split('/').next()).and_then(|id| id.parse().ok());
    match of_path.or_else(|| query.text("unit").parse().ok()) {
        Some(unit) => Some(unit),
        None if is_list => None,
        None => home,
    }
}

/// Whether a menu entry's page, or one below it, is the one being read.
fn is_here(path: &str, href: &str) -> bool {
    if href == "/" {
        path == "/"
    } else {
        path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

fn menu_for(cx: &Ctx) -> impl Iterator<Item = crate::MenuEntry> {
    let held = cx.actor().held();
    let signed_in = cx.visitor().is_some();
    cx.app().menu().iter().copied().filter(move |entry| {
        signed_in
            && entry.need.is_none_or(|(kind, action)| {
                held.iter().any(|held| access::may(cx.actor(), action, &Target::internal(kind, held.line.clone())))
            })
    })
}

fn role_line(cx: &Ctx) -> String {
    let mut roles: Vec<String> = cx.actor().held().iter().map(|held| cx.t(role_key(held.role))).collect();
    roles.dedup();
    roles.truncate(2);
    roles.join(", ")
}

/// The key of a role's name.
pub const fn role_key(role: access::Role) -> &'static str {
    use access::Role;
    match role {
        Role::Staff => "web-role-staff",
        Role::UnitLeader => "web-role-unit-leader",
        Role::QualityAdviser => "web-role-quality-adviser",
        Role::Planner => "web-role-planner",
        Role::TopLeader => "web-role-top-leader",
        Role::BoardMember => "web-role-board-member",
        Role::Administrator => "web-role-administrator",
        Role::PrivacyOfficer => "web-role-privacy-officer",
    }
}

fn footer(cx: &Ctx) -> Markup {
    html! {
        @if let Some(key) = cx.app().config().banner_key { p { strong { (cx.t(key)) } } }
        p { (cx.t("web-footer")) }
    }
}

struct ShellWords {
    skip: String,
    menu: String,
    breadcrumbs: String,
    home: String,
}

impl ShellWords {
    fn new(cx: &Ctx) -> Self {
        Self {
            skip: cx.t("web-skip"),
            menu: cx.t("web-menu"),
            breadcrumbs: cx.t("web-breadcrumbs"),
            home: cx.t("web-home"),
        }
    }

    fn words(&self) -> layout::Words<'_> {
        layout::Words { skip: &self.skip, menu: &self.menu, breadcrumbs: &self.breadcrumbs, home: &self.home }
    }
}

struct Switches {
    guard: String,
    here: String,
    language: String,
    scheme: String,
    languages: Vec<(&'static str, &'static str, bool)>,
    schemes: [(&'static str, String, bool); 3],
}

impl Switches {
    fn new(cx: &Ctx) -> Self {
        let now = cx.scheme();
        let scheme = |scheme: Scheme, key| (scheme.name(), cx.t(key), scheme == now);
        Self {
            guard: cx.guard(),
            here: cx.here(),
            language: cx.t("web-language"),
            scheme: cx.t("web-scheme"),
            languages: Locale::ALL.map(|locale| (locale.tag(), locale.own_name(), locale == cx.locale())).to_vec(),
            schemes: [
                scheme(Scheme::Auto, "web-scheme-auto"),
                scheme(Scheme::Light, "web-scheme-light"),
                scheme(Scheme::Dark, "web-scheme-dark"),
            ],
        }
    }

    fn scheme_choices(&self) -> [(&str, &str, bool); 3] {
        self.schemes.each_ref().map(|(value, label, chosen)| (*value, label.as_str(), *chosen))
    }

    fn all<'a>(&'a self, schemes: &'a [(&'a str, &'a str, bool)]) -> [Switch<'a>; 2] {
        let switch = |action, label, name, choices, is_language| Switch {
            action,
            csrf: Some(&self.guard),
            back: &self.here,
            label,
            name,
            choices,
            is_language,
        };
        [
            switch("/language", &self.language, "language", &self.languages, true),
            switch("/scheme", &self.scheme, "scheme", schemes, false),
        ]
    }
}

struct PickerWords {
    label: String,
    current: String,
    search: String,
    submit: String,
    all: String,
    /// One's own unit: where, what it is called, and that it is one's own.
    home: Option<(String, String, String)>,
}

impl PickerWords {
    fn new(cx: &Ctx, unit: Option<&str>) -> Self {
        Self {
            label: cx.t("web-unit"),
            current: unit.map_or_else(|| cx.t("web-unit-choose"), str::to_owned),
            search: cx.t("web-unit-search"),
            submit: cx.t("web-unit-search-go"),
            all: cx.t("web-unit-all"),
            home: cx.visitor().and_then(|visitor| {
                let (href, mine) = (format!("/units/{}", visitor.home?), cx.t("web-unit-mine"));
                let name = cx.say().words(&visitor.home_name).to_owned();
                // A unit that is no more has no name today.
                Some(if name.is_empty() { (href, mine, String::new()) } else { (href, name, mine) })
            }),
        }
    }

    fn markup(&self) -> Markup {
        let near: Vec<LinkItem<'_>> = self
            .home
            .iter()
            .map(|(href, label, note)| LinkItem { href, label, note, icon: Some(Icon::Home), tag: Markup::default() })
            .collect();
        UnitPicker {
            label: &self.label,
            current: &self.current,
            action: "/units",
            search: &self.search,
            submit: &self.submit,
            suggest: "/units/suggest",
            near: &near,
            all: (&self.all, "/units"),
        }
        .render()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_follows_the_unit_that_one_is_at() {
        let (ward, trust) = (UnitId::from_code("ward"), UnitId::from_code("trust"));
        let check = |path: &str, query: &str, is_list, expected| {
            assert_eq!(
                followed(path, &Fields::parse(query.as_bytes()), is_list, Some(ward)),
                expected,
                "{path}?{query}"
            );
        };
        check(&format!("/units/{trust}"), "", false, Some(trust));
        check(&format!("/units/{trust}/wheel"), "year=2026", false, Some(trust));
        check("/measures", &format!("unit={trust}"), true, Some(trust));
        check("/measures", "state=open", true, None);
        check("/work", "", false, Some(ward));
        check("/units", "", false, Some(ward));
        assert_eq!(followed("/work", &Fields::default(), false, None), None);
    }
}
