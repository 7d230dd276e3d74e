//! What was approved of a plan's goals, parts and measures, and what is otherwise now.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{GoalId, PartId, PlanId, Words};
use varde_web::Ctx;
use varde_web::ui::{Column, Table, link, section};

use super::{spread, words};
use crate::model::adopted::AdoptedItem;
use crate::model::goal::{GoalState, Item, SpreadTarget, Target};
use crate::model::plan::PartKind;
use crate::rules::adopted::{Aspect, Difference};

/// What items are told with.
pub(crate) struct Known {
    /// The plan that they are of.
    pub plan: PlanId,
    /// The names of what the visitor may see.
    pub names: HashMap<Item, Words>,
    /// All versions of the goals' targets.
    pub targets: HashMap<GoalId, Vec<Target>>,
    /// All versions of their targets for spread.
    pub spreads: HashMap<GoalId, Vec<SpreadTarget>>,
}

impl Known {
    /// Whether the visitor may see the item. What is in none of the plans any more cannot be asked for.
    pub(crate) fn sees(&self, item: Item) -> bool {
        self.names.contains_key(&item)
    }

    /// The item's name: as it was approved, or the measure's own.
    fn name<'a>(&'a self, one: &'a AdoptedItem) -> &'a Words {
        if one.name.is_empty() { self.names.get(&one.item).unwrap_or(&one.name) } else { &one.name }
    }

    /// The page of the item.
    fn href(&self, item: Item) -> String {
        words::item_href(item, self.plan)
    }

    /// The name of a part.
    fn part(&self, id: PartId) -> Option<&Words> {
        self.names.get(&Item::Part(id))
    }

    /// A version of a goal's target.
    fn target(&self, one: &AdoptedItem) -> Option<&Target> {
        let wanted = one.target?;
        self.targets.get(&one.item.goal()?)?.iter().find(|version| version.version_no == wanted)
    }

    /// A version of a goal's target for the spread between units.
    fn spread(&self, one: &AdoptedItem) -> Option<&SpreadTarget> {
        let wanted = one.spread?;
        self.spreads.get(&one.item.goal()?)?.iter().find(|version| version.target.version_no == wanted)
    }
}

const fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "plans-field-name",
        Aspect::Text => "plans-aspect-text",
        Aspect::Place => "plans-aspect-place",
        Aspect::Indicator => "plans-field-indicator",
        Aspect::Direction => "plans-field-direction",
        Aspect::Pursued => "plans-column-state",
        Aspect::Target => "plans-column-target",
        Aspect::Spread => "plans-aspect-spread",
    }
}

fn sort(cx: &Ctx, one: &AdoptedItem) -> String {
    match (one.item, one.sort) {
        (Item::Goal(_), _) => cx.t("plans-column-goal"),
        (Item::Measure(_), _) => cx.t("plans-column-measure"),
        (Item::Part(_), Some(sort)) => cx.t(words::part_key(sort)),
        (Item::Part(_), None) => cx.t("plans-tab-parts"),
    }
}

/// What an item says in one respect; `None` where only that it changed is told.
fn said(cx: &Ctx, one: &AdoptedItem, aspect: Aspect, known: &Known) -> Option<String> {
    let say = cx.say();
    Some(match aspect {
        Aspect::Name => say.words(&one.name).to_owned(),
        Aspect::Text | Aspect::Indicator => return None,
        Aspect::Place => one
            .under
            .and_then(|part| known.part(part))
            .map_or_else(|| "–".to_owned(), |name| say.words(name).to_owned()),
        Aspect::Direction => one.direction.map_or_else(|| "–".to_owned(), |which| cx.t(words::direction_key(which))),
        Aspect::Pursued => cx.t(words::goal_state_key(if one.active { GoalState::Active } else { GoalState::Ended })),
        Aspect::Target => known.target(one).map_or_else(|| "–".to_owned(), |target| words::target_text(say, target)),
        Aspect::Spread => known.spread(one).map_or_else(|| "–".to_owned(), |target| spread::target_text(say, target)),
    })
}

fn change(cx: &Ctx, found: &Difference<'_>, known: &Known) -> Markup {
    match found {
        Difference::Added(_) => html! { (cx.t("plans-adopted-added")) },
        Difference::Removed(_) => html! { (cx.t("plans-adopted-removed")) },
        Difference::Changed(before, now, aspects) => html! {
            ul.ds-list { @for aspect in aspects { li {
                (cx.t(aspect_key(*aspect))) ": "
                @match (said(cx, before, *aspect, known), said(cx, now, *aspect, known)) {
                    (Some(before), Some(now)) => { del { (before) } " → " ins { (now) } }
                    _ => (cx.t("plans-adopted-otherwise")),
                }
            } } }
        },
    }
}

/// What is otherwise than it was approved, item by item.
pub(crate) fn differences_table(cx: &Ctx, found: &[Difference<'_>], known: &Known) -> Markup {
    let labels = ["plans-adopted-what", "plans-adopted-sort", "plans-adopted-change"].map(|key| cx.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let rows: Vec<Vec<Markup>> = found
        .iter()
        .map(|one| {
            let (Difference::Added(item) | Difference::Removed(item) | Difference::Changed(_, item, _)) = one;
            vec![
                link(cx.say().words(known.name(item)), &known.href(item.item)),
                html! { (sort(cx, item)) },
                change(cx, one, known),
            ]
        })
        .collect();
    let (caption, empty) = (cx.t("plans-adopted-changed"), html! {});
    Table { caption: &caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }
        .render()
}

/// A version's goals with their targets, its parts and its measures.
pub(crate) fn contents(cx: &Ctx, items: &[AdoptedItem], known: &Known) -> Markup {
    let name = |one: &AdoptedItem| link(cx.say().words(known.name(one)), &known.href(one.item));
    let goals: Vec<&AdoptedItem> = items.iter().filter(|one| matches!(one.item, Item::Goal(_)) && one.active).collect();
    let measures: Vec<&AdoptedItem> = items.iter().filter(|one| matches!(one.item, Item::Measure(_))).collect();
    let parts: Vec<(PartKind, Vec<&AdoptedItem>)> = PartKind::ALL
        .iter()
        .map(|kind| (*kind, items.iter().filter(|one| one.sort == Some(*kind)).collect::<Vec<_>>()))
        .filter(|(_, of_kind)| !of_kind.is_empty())
        .collect();
    html! {
        @if items.is_empty() { p.quiet { (cx.t("plans-adopted-unknown")) } }
        @if !goals.is_empty() {
            (section("adopted-goals", &cx.t("plans-column-goals"), &html! {}, &html! {
                ul.ds-list { @for one in &goals { li {
                    (name(one))
                    @if let Some(target) = known.target(one) { ": " (words::target_text(cx.say(), target)) }
                    @if let Some(target) = known.spread(one) { "; " (spread::target_text(cx.say(), target)) }
                } } }
            }))
        }
        @if !parts.is_empty() {
            (section("adopted-parts", &cx.t("plans-tab-parts"), &html! {}, &html! {
                @for (kind, of_kind) in &parts {
                    h3 { (cx.t(words::part_key(*kind))) }
                    ul.ds-list { @for one in of_kind { li {
                        (name(one))
                        @if !one.text.is_empty() { p.prose { (cx.say().words(&one.text)) } }
                    } } }
                }
            }))
        }
        @if !measures.is_empty() {
            (section("adopted-measures", &cx.t("plans-tab-measures"), &html! {}, &html! {
                ul.ds-list { @for one in &measures { li { (name(one)) } } }
            }))
        }
    }
}
