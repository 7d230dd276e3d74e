//! The organisation as a tree, and as a list of what was searched for.

use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::{Unit, UnitKind, UnitTree, sort_key};
use varde_web::ui::{
    self, Branch, Choice, Column, Field, Icon, Kind, LinkItem, Select, Table, Tone, Weight, filter_bar,
};
use varde_web::{Ctx, Fields, apart, pager, with};

use super::{above, kind_key, kind_tag, unit_href, unit_link};

/// From this many units of a kind under one unit, they lie in a fold of their own.
const GROUP: usize = 8;
/// How deep the tree is drawn; what lies deeper is on the unit's own page.
const DEPTH: usize = 3;

/// What is searched for.
pub(crate) struct Asked<'a> {
    /// The words.
    pub(crate) words: &'a str,
    /// Only this kind.
    pub(crate) kind: Option<UnitKind>,
    /// As the organisation was or will be on this day.
    pub(crate) as_of: Option<Date>,
    /// What was typed as the day, when it is none.
    pub(crate) as_of_error: Option<String>,
}

impl Asked<'_> {
    /// Whether anything is searched for.
    pub(crate) fn is_search(&self) -> bool {
        !self.words.is_empty() || self.kind.is_some()
    }
}

/// The filters above the list.
pub(crate) fn filters(cx: &Ctx, asked: &Asked<'_>) -> Markup {
    let mut kinds: Vec<(UnitKind, String)> = UnitKind::ALL.iter().map(|kind| (*kind, cx.t(kind_key(*kind)))).collect();
    kinds.sort_by_cached_key(|(_, label)| sort_key(label));
    let choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|(kind, label)| Choice {
            value: kind.name(),
            label,
            chosen: asked.kind == Some(*kind),
            ..Choice::default()
        })
        .collect();
    let (words, kind, any, day) = (
        cx.t("people-units-search"),
        cx.t("people-unit-field-kind"),
        cx.t("people-units-any-kind"),
        cx.t("people-units-as-of"),
    );
    let as_of = asked.as_of.map(|day| day.to_string()).unwrap_or_default();
    let fields = html! {
        (Field { id: "units-q", name: "q", label: &words, value: asked.words, kind: Kind::Search, ..Field::default() })
        (Select { id: "units-kind", name: "kind", label: &kind, prompt: Some(&any), choices: &choices, ..Select::default() })
        (Field { id: "units-as-of", name: "as_of", label: &day, value: &as_of, kind: Kind::Date,
            error: asked.as_of_error.as_deref(), ..Field::default() })
    };
    let reset = cx.t("people-units-reset");
    let is_asked = asked.is_search() || asked.as_of.is_some();
    filter_bar("/units", &words, &fields, &cx.t("people-units-show"), is_asked.then_some((reset.as_str(), "/units")))
}

/// Says which day is shown, when it is not today.
pub(crate) fn day_note(cx: &Ctx, as_of: Option<Date>) -> Markup {
    html! {
        @if let Some(day) = as_of {
            (ui::alert(Tone::Info, None, &html! {
                @let key = if cx.today() < day { "people-units-day-to-come" } else { "people-units-day" };
                p { (cx.say().with(key, &[("day", cx.say().date(day).into())])) }
                @if day < cx.today() { p { (cx.t("people-units-past")) } }
            }))
        }
    }
}

/// The whole organisation from the top.
pub(crate) fn browser(cx: &Ctx, tree: &UnitTree, as_of: Option<Date>) -> Markup {
    if tree.is_empty() {
        return ui::empty_state(&cx.t("people-units-none"), &cx.t("people-units-none-help"), &Markup::default());
    }
    let roots: Vec<&Unit> = tree.roots().iter().filter_map(|id| tree.get(*id)).collect();
    let twigs = twigs(cx, tree, &roots, as_of, 1);
    ui::tree(&branches(&twigs))
}

/// A branch that owns its words.
struct Twig {
    line: Markup,
    fold: String,
    open: bool,
    below: Vec<Twig>,
}

fn branches(twigs: &[Twig]) -> Vec<Branch<'_>> {
    twigs
        .iter()
        .map(|twig| Branch { line: twig.line.clone(), fold: &twig.fold, open: twig.open, below: branches(&twig.below) })
        .collect()
}

fn twigs(cx: &Ctx, tree: &UnitTree, units: &[&Unit], as_of: Option<Date>, depth: usize) -> Vec<Twig> {
    let mut found = Vec::new();
    let mut rest = units;
    while let Some(first) = rest.first() {
        // Children come by kind: see how many of one kind follow each other.
        let n = rest.iter().take_while(|unit| unit.kind == first.kind).count();
        let (group, later) = rest.split_at(n);
        rest = later;
        let lines = group.iter().map(|unit| twig(cx, tree, unit, as_of, depth));
        if GROUP <= n && n < units.len() {
            let label = cx.t(kind_key(first.kind));
            found.push(Twig {
                line: html! { strong { (label) } " " span.quiet { (cx.say().with("people-units-count", &[("n", n.into())])) } },
                fold: cx.say().with("people-units-fold", &[("name", label.as_str().into())]),
                open: false,
                below: lines.collect(),
            });
        } else {
            found.extend(lines);
        }
    }
    found
}

fn twig(cx: &Ctx, tree: &UnitTree, unit: &Unit, as_of: Option<Date>, depth: usize) -> Twig {
    let children: Vec<&Unit> = tree.children(unit.id).iter().filter_map(|id| tree.get(*id)).collect();
    let name = unit.name.get(cx.locale());
    let line = html! {
        (ui::link(name, &unit_href(unit.id, as_of))) " " (kind_tag(cx, unit.kind))
        @if !children.is_empty() && DEPTH <= depth {
            " " span.quiet.small { (cx.say().with("people-units-below", &[("n", children.len().into())])) }
        }
    };
    Twig {
        line,
        fold: cx.say().with("people-units-fold", &[("name", name.into())]),
        open: depth == 1,
        below: if depth < DEPTH { twigs(cx, tree, &children, as_of, depth + 1) } else { Vec::new() },
    }
}

/// A page of what was found.
pub(crate) fn found(
    cx: &Ctx,
    tree: &UnitTree,
    asked: &Asked<'_>,
    query: &Fields,
    units: &[&Unit],
    (page, all): ((i64, i64), i64),
) -> Markup {
    let rows: Vec<Vec<Markup>> = units
        .iter()
        .map(|unit| {
            vec![
                unit_link(cx, tree, unit.id, asked.as_of),
                html! { (cx.t(kind_key(unit.kind))) },
                html! { (above(cx, tree, unit)) },
            ]
        })
        .collect();
    let labels = ["people-unit-field-name", "people-unit-field-kind", "people-unit-where"].map(|key| cx.t(key));
    let [name, kind, place] = &labels;
    let caption = cx.t("people-units-found");
    let export = cx.t("people-units-export");
    html! {
        (Table {
            caption: &caption,
            caption_hidden: true,
            columns: &[Column::text(name), Column::text(kind), Column::text(place)],
            rows: &rows,
            empty: &ui::empty_state(&cx.t("people-units-not-found"), &cx.t("people-units-not-found-help"), &Markup::default()),
            stack: true,
        })
        (pager(cx.say(), "/units", query, page, all))
        @if !units.is_empty() {
            p.no-print { (ui::link_button(&export, &with("/units", query, &[("format", "csv")]), Weight::Tertiary, Some(Icon::Download))) }
        }
    }
}

/// The bare list that the unit picker shows while one types.
pub(crate) fn suggestions(cx: &Ctx, tree: &UnitTree, units: &[&Unit]) -> Markup {
    let lines: Vec<(String, String, String)> = units
        .iter()
        .map(|unit| {
            let parent = unit.parent.and_then(|parent| tree.get(parent)).map(|parent| parent.name.get(cx.locale()));
            let kind = cx.t(kind_key(unit.kind));
            // The unit above says most, when it is needed to tell units apart and when it is not.
            let place = match apart(tree, unit.id, cx.locale()) {
                apart if apart.is_empty() => parent.unwrap_or_default().to_owned(),
                apart => apart,
            };
            let note = if place.is_empty() { kind } else { format!("{kind} · {place}") };
            (format!("/units/{}", unit.id), unit.name.get(cx.locale()).to_owned(), note)
        })
        .collect();
    let items: Vec<LinkItem<'_>> =
        lines.iter().map(|(href, label, note)| LinkItem { href, label, note, ..LinkItem::default() }).collect();
    html! {
        @if items.is_empty() { p.quiet { (cx.t("people-units-not-found")) } } @else { (ui::link_list(&items)) }
    }
}
