//! One unit: what it is, where it stands, who leads it, and its past and future.

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::access::Role;
use varde_kernel::{Unit, UnitId, UnitTree, Validity, sort_key};
use varde_web::Ctx;
use varde_web::role_key;
use varde_web::ui::{self, Column, Field, Icon, Kind, Table, Tone, Weight, facts, link_button, section};

use super::telling::Teller;
use super::{kind_key, kind_tag, relation_key, system_key, unit_href, unit_link};
use crate::model::persons::HoldingRow;
use crate::model::units::{KnownChange, Register, Relation, RelationKind, UnitRecord};

/// What the page shows.
pub(crate) struct Shown<'a> {
    /// The unit.
    pub(crate) unit: &'a UnitRecord,
    /// The day of its life that is shown.
    pub(crate) day: Date,
    /// The day that was asked for.
    pub(crate) asked: Option<Date>,
    /// What is wrong with the day that was asked for.
    pub(crate) as_of_error: Option<String>,
    /// The organisation on the day.
    pub(crate) tree: &'a UnitTree,
    /// What happened to it, and will.
    pub(crate) changes: &'a [KnownChange],
    /// What will happen to units above it.
    pub(crate) above: &'a [KnownChange],
    /// Units that lie in it or use it.
    pub(crate) using: &'a [(Relation, UnitId)],
    /// Units that are spoken of.
    pub(crate) register: &'a Register,
    /// Who holds roles on it.
    pub(crate) people: &'a [HoldingRow],
    /// What other rooms hold of it: a heading and lines for each.
    pub(crate) beside: Vec<(String, Markup)>,
    /// Whether the visitor may change it.
    pub(crate) may_edit: bool,
    /// Whether the visitor may begin units below it.
    pub(crate) may_create: bool,
}

/// What can be done.
pub(crate) fn actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let id = shown.unit.id;
    html! {
        @if shown.may_edit {
            (link_button(&cx.t("people-unit-edit"), &format!("/units/{id}/edit"), Weight::Secondary, Some(Icon::Pencil)))
        }
    }
}

/// The page.
pub(crate) fn body(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    html! {
        (when(cx, shown))
        (ui::columns(
            &html! {
                @if !shown.beside.is_empty() && shown.day != cx.today() {
                    p.quiet { (cx.say().with("people-unit-beside-today", &[("day", cx.say().date(cx.today()).into())])) }
                }
                @for (heading, lines) in &shown.beside { (ui::card(heading, lines)) }
                (section("unit-facts", &cx.t("people-unit-facts"), &Markup::default(), &about(cx, shown)))
                (below(cx, shown))
                (relations(cx, shown))
                (history(cx, shown))
            },
            &html! { (leads(cx, shown)) (as_of(cx, shown)) (steps(cx, shown)) },
        ))
    }
}

/// Says so when the page does not show today, and what is to come.
fn when(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let today = cx.today();
    let valid = shown.unit.valid;
    let say = |key, day| cx.say().with(key, &[("day", cx.say().date(day).into())]);
    let to_come = || shown.changes.iter().filter(|known| shown.day < known.change.on && today < known.change.on);
    let told = to_come().any(|known| known.is_main && Some(known.change.on) == valid.to);
    let words = match valid.to {
        _ if today < valid.from => Some(say("people-unit-begins", valid.from)),
        Some(to) if to <= today => Some(say("people-unit-ended", to)),
        Some(to) if !told && shown.day < to => Some(say("people-unit-will-end", to)),
        _ => None,
    };
    let key = if today < shown.day { "people-units-day-to-come" } else { "people-units-day" };
    let other = match shown.asked {
        // The unit was not there on that day: the page shows the nearest one on which it is.
        Some(asked) if asked != shown.day => Some(cx.say().with(
            "people-unit-not-then",
            &[("asked", cx.say().date(asked).into()), ("day", cx.say().date(shown.day).into())],
        )),
        Some(_) if shown.day != today => Some(say(key, shown.day)),
        _ => None,
    };
    let mut planned: Vec<&KnownChange> = to_come().collect();
    planned.sort_by_key(|known| known.change.on);
    let above: Vec<&KnownChange> =
        shown.above.iter().filter(|known| known.is_main && !planned.iter().any(|own| own.id == known.id)).collect();
    html! {
        @for words in [words, other].into_iter().flatten() { (ui::alert(Tone::Info, None, &html! { p { (words) } })) }
        @if !planned.is_empty() || !above.is_empty() {
            (ui::alert(Tone::Info, Some(&cx.t("people-unit-to-come")), &html! {
                ul.plain {
                    @for known in planned { (to_happen(cx, shown, known)) }
                    @for known in above { (to_happen(cx, shown, known)) }
                }
            }))
        }
    }
}

/// A planned change in words, with the way to another day or none for those who may.
fn to_happen(cx: &Ctx, shown: &Shown<'_>, known: &KnownChange) -> Markup {
    let trees = [shown.tree];
    let sentences = Teller::new(cx, shown.register, &trees).sentences(&known.change);
    html! { @for sentence in &sentences { li {
        (sentence)
        @if shown.may_edit && let Some(id) = known.planned {
            " " span.no-print { (ui::link(&cx.t("people-planned-change"), &format!("/planned-changes/{id}"))) }
        }
    } } }
}

fn about(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let unit = shown.unit;
    let labels = [
        "people-unit-field-kind",
        "people-unit-owner",
        "people-unit-field-short",
        "people-unit-valid",
        "people-unit-field-code",
        "people-unit-source",
    ]
    .map(|key| cx.t(key));
    let [kind, owner, short, valid, code, source] = &labels;
    let mut rows: Vec<(&str, Markup)> = vec![(kind, html! { (cx.t(kind_key(unit.kind))) })];
    if let Some(above) = unit.owner_on(shown.day).filter(|id| shown.tree.get(*id).is_some()) {
        rows.push((owner, unit_link(cx, shown.tree, above, shown.asked)));
    }
    if let Some(text) = unit.name_on(shown.day).and_then(|name| name.short.as_ref()) {
        rows.push((short, html! { (text) }));
    }
    rows.push((valid, html! { (span(cx, unit.valid)) }));
    let systems: Vec<(String, &str)> = unit
        .codes
        .iter()
        .filter(|known| known.valid.holds_on(shown.day))
        .map(|known| (cx.t(system_key(known.value.system)), known.value.code.as_str()))
        .collect();
    for (system, number) in &systems {
        rows.push((system, html! { span.nums { (number) } }));
    }
    // The key that files know it by is of use to those who keep the register.
    if shown.may_edit {
        rows.push((code, html! { code { (unit.code) } }));
    }
    if let Some(document) = &unit.source.document {
        rows.push((source, cx.say().cite_place(document, unit.source.place.as_deref())));
    }
    facts(&rows)
}

/// A time in words.
pub(crate) fn span(cx: &Ctx, valid: Validity) -> String {
    let from = cx.say().date(valid.from);
    match valid.to {
        None => cx.say().with("people-unit-since", &[("from", from.into())]),
        Some(to) => cx.say().with("people-unit-between", &[("from", from.into()), ("to", cx.say().date(to).into())]),
    }
}

fn below(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let units: Vec<&Unit> = shown.tree.children(shown.unit.id).iter().filter_map(|id| shown.tree.get(*id)).collect();
    let rows: Vec<Vec<Markup>> = units
        .iter()
        .map(|unit| {
            let n = shown.tree.children(unit.id).len();
            vec![
                ui::link(unit.name.get(cx.locale()), &unit_href(unit.id, shown.asked)),
                html! { (kind_tag(cx, unit.kind)) },
                html! { @if n == 0 { span.quiet { "–" } } @else { (n) } },
            ]
        })
        .collect();
    let labels = ["people-unit-field-name", "people-unit-field-kind", "people-unit-n-below"].map(|key| cx.t(key));
    let [name, kind, n] = &labels;
    let title = cx.t("people-unit-below");
    let aside = html! {
        @if shown.may_create {
            (link_button(&cx.t("people-unit-new-below"), &format!("/units/new?parent={}", shown.unit.id), Weight::Tertiary, Some(Icon::Plus)))
        }
    };
    let table = Table {
        caption: &title,
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(kind), Column::number(n)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    };
    let body = if rows.is_empty() {
        html! { p.quiet { (cx.t("people-unit-none-below")) } }
    } else {
        table.render()
    };
    section("unit-below", &title, &aside, &body)
}

fn name(cx: &Ctx, shown: &Shown<'_>, id: UnitId) -> String {
    let trees = [shown.tree];
    Teller::new(cx, shown.register, &trees).name(id)
}

fn linked(cx: &Ctx, shown: &Shown<'_>, id: UnitId) -> Markup {
    ui::link(&name(cx, shown, id), &unit_href(id, shown.asked))
}

fn relations(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let own: Vec<Vec<Markup>> = shown
        .unit
        .relations
        .iter()
        .filter(|known| known.value.kind != RelationKind::Owner || shown.unit.relations.len() != 1)
        .map(|known| {
            vec![
                html! { (cx.t(relation_key(known.value.kind))) },
                linked(cx, shown, known.value.other),
                html! { (span(cx, known.valid)) },
            ]
        })
        .collect();
    let key = |kind| match kind {
        RelationKind::Geography => "people-unit-lies-here",
        RelationKind::Owner | RelationKind::Uptake => "people-unit-uses-this",
    };
    let mut groups: Vec<(RelationKind, Vec<UnitId>)> = Vec::new();
    for (relation, unit) in shown.using {
        match groups.iter_mut().find(|(kind, _)| *kind == relation.kind) {
            Some((_, units)) => units.push(*unit),
            None => groups.push((relation.kind, vec![*unit])),
        }
    }
    for (_, units) in &mut groups {
        units.sort_by_cached_key(|id| sort_key(&name(cx, shown, *id)));
    }
    if own.is_empty() && groups.is_empty() {
        return Markup::default();
    }
    let labels = ["people-unit-relation", "people-unit-relation-to", "people-unit-valid"].map(|key| cx.t(key));
    let [relation, to, valid] = &labels;
    let title = cx.t("people-unit-relations");
    let body = html! {
        @if !own.is_empty() {
            (Table {
                caption: &title,
                caption_hidden: true,
                columns: &[Column::text(relation), Column::text(to), Column::text(valid)],
                rows: &own,
                empty: &Markup::default(),
                stack: true,
            })
        }
        @for (kind, units) in &groups {
            (ui::fold(&cx.say().with(key(*kind), &[("n", units.len().into())]), &html! {
                ul.plain { @for unit in units { li { (linked(cx, shown, *unit)) } } }
            }))
        }
    };
    section("unit-relations", &title, &Markup::default(), &html! { div.flow { (body) } })
}

fn history(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let trees = [shown.tree];
    let teller = Teller::new(cx, shown.register, &trees);
    let rows: Vec<Vec<Markup>> = shown
        .changes
        .iter()
        .map(|known| {
            let change = &known.change;
            vec![
                html! { time datetime=(change.on) { (cx.say().short_date(change.on)) } },
                html! {
                    @for sentence in teller.sentences(change) { p { (sentence) } }
                    @if !change.note.is_empty() { p.quiet.small { (change.note) } }
                },
            ]
        })
        .collect();
    let names: Vec<Vec<Markup>> = shown
        .unit
        .names
        .iter()
        .rev()
        .map(|known| vec![html! { (known.value.words.get(cx.locale())) }, html! { (span(cx, known.valid)) }])
        .collect();
    let labels = ["people-unit-field-on", "people-unit-what", "people-unit-field-name", "people-unit-valid"]
        .map(|key| cx.t(key));
    let [on, what, name, valid] = &labels;
    let (happened, called) = (cx.t("people-unit-happened"), cx.t("people-unit-called"));
    let body = html! {
        @if !rows.is_empty() {
            (Table {
                caption: &happened,
                caption_hidden: false,
                columns: &[Column::text(on), Column::text(what)],
                rows: &rows,
                empty: &Markup::default(),
                stack: false,
            })
        }
        (Table {
            caption: &called,
            caption_hidden: false,
            columns: &[Column::text(name), Column::text(valid)],
            rows: &names,
            empty: &Markup::default(),
            stack: false,
        })
    };
    section("unit-history", &cx.t("people-unit-history"), &Markup::default(), &html! { div.flow { (body) } })
}

fn leads(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let leaders: Vec<&HoldingRow> =
        shown.people.iter().filter(|row| matches!(row.role, Role::UnitLeader | Role::TopLeader)).collect();
    let body = html! {
        @if shown.day != cx.today() {
            p.quiet.small { (cx.say().with("people-unit-leads-day", &[("day", cx.say().date(shown.day).into())])) }
        }
        @if leaders.is_empty() { p.quiet { (cx.t("people-unit-no-leader")) } }
        @else {
            ul.plain { @for row in &leaders { li { (row.name) " " span.quiet.small { (cx.t(role_key(row.role))) } } } }
        }
    };
    ui::card(&cx.t("people-unit-leads"), &body)
}

fn as_of(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let (label, day) = (cx.t("people-units-as-of"), shown.day.to_string());
    let body = ui::query_form(
        &format!("/units/{}", shown.unit.id),
        &html! {
            (Field { id: "as-of", name: "as_of", label: &label, value: &day, kind: Kind::Date,
                error: shown.as_of_error.as_deref(), ..Field::default() })
            div.row { button.ds-button type="submit" data-variant="secondary" { (cx.t("people-units-show")) } }
        },
    );
    html! { div.no-print { (ui::card(&cx.t("people-unit-time"), &body)) } }
}

fn steps(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    if !shown.may_edit {
        return Markup::default();
    }
    let href = |step: &str| format!("/units/{}/{step}", shown.unit.id);
    let body = html! {
        ul.plain {
            li { (ui::link(&cx.t("people-unit-move"), &href("move"))) }
            li { (ui::link(&cx.t("people-unit-merge"), &href("merge"))) }
            li { (ui::link(&cx.t("people-unit-split"), &href("split"))) }
            li { (ui::link(&cx.t("people-unit-close"), &href("close"))) }
        }
    };
    html! { div.no-print { (ui::card(&cx.t("people-unit-steps"), &body)) } }
}
