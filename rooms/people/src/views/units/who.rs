//! Who can see what hangs on a unit: persons, their roles, and what the roles open.

use std::sync::Arc;

use maud::{Markup, Render, html};
use varde_kernel::access::{self, Action, Actor, Held, Kind, Role, Target};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_web::ui::{self, Column, Table, section};
use varde_web::{Ctx, role_key};

use crate::model::persons::HoldingRow;

/// Kinds of thing that the page speaks of, from the most to the least sensitive.
const KINDS: &[(Kind, &str)] = &[
    (Kind::Person, "people-who-kind-person"),
    (Kind::History, "people-who-kind-history"),
    (Kind::Holding, "people-who-kind-holding"),
    (Kind::Unit, "people-who-kind-unit"),
    (Kind::Plan, "people-who-kind-plan"),
    (Kind::Goal, "people-who-kind-goal"),
    (Kind::Measure, "people-who-kind-measure"),
    (Kind::Finding, "people-who-kind-finding"),
    (Kind::Series, "people-who-kind-series"),
    (Kind::Round, "people-who-kind-round"),
    (Kind::Wheel, "people-who-kind-wheel"),
    (Kind::Proposal, "people-who-kind-proposal"),
    (Kind::Task, "people-who-kind-task"),
];

/// What a role, held on a unit, allows on things of a kind that are not published. Asked of the
/// policy itself, so that the page never says other than what is done.
fn allowed(role: Role, kind: Kind, line: &Arc<[UnitId]>) -> (bool, bool) {
    let Some(unit) = line.first() else { return (false, false) };
    let held = Held { role, unit: *unit, line: line.clone() };
    let actor = Actor::Person { person: PersonId::from_code("anyone"), held: vec![held], read_only: false };
    let target = Target::internal(kind, line.clone());
    let may = |action| access::may(&actor, action, &target);
    let changes = [Action::Create, Action::Edit, Action::Approve, Action::Answer].into_iter().any(may);
    (may(Action::Read), changes)
}

/// The page.
pub(crate) fn body(cx: &Ctx, tree: &UnitTree, id: UnitId, people: &[HoldingRow]) -> Markup {
    let line = tree.line(id);
    html! {
        (section("who-people", &cx.t("people-who-people"), &Markup::default(), &persons(cx, tree, id, people)))
        (section("who-roles", &cx.t("people-who-roles"), &Markup::default(), &html! {
            div.flow {
                p.prose { (cx.t("people-who-roles-help")) }
                (roles(cx, &line, people))
            }
        }))
        (section("who-open", &cx.t("people-who-open"), &Markup::default(), &html! {
            p.prose { (cx.t("people-who-open-help")) }
        }))
    }
}

fn persons(cx: &Ctx, tree: &UnitTree, id: UnitId, people: &[HoldingRow]) -> Markup {
    let rows: Vec<Vec<Markup>> = people
        .iter()
        .map(|row| {
            let unit = tree.get(row.unit).map(|unit| unit.name.get(cx.locale())).unwrap_or_default();
            vec![
                html! { (row.name) },
                html! { (cx.t(role_key(row.role))) },
                html! { @if row.unit == id { (cx.t("people-who-here")) } @else { (ui::link(unit, &format!("/units/{}", row.unit))) } },
                html! { @match row.valid_to { Some(to) => (cx.say().short_date(to)), None => span.quiet { (cx.t("people-who-no-end")) } } },
            ]
        })
        .collect();
    let labels = ["people-who-name", "people-who-role", "people-who-through", "people-who-until"].map(|key| cx.t(key));
    let [name, role, through, until] = &labels;
    let caption = cx.t("people-who-people");
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(role), Column::text(through), Column::text(until)],
        rows: &rows,
        empty: &ui::empty_state(&cx.t("people-who-nobody"), &cx.t("people-who-nobody-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

fn roles(cx: &Ctx, line: &Arc<[UnitId]>, people: &[HoldingRow]) -> Markup {
    let held: Vec<Role> = Role::ALL.iter().copied().filter(|role| people.iter().any(|row| row.role == *role)).collect();
    let shown: &[Role] = if held.is_empty() { Role::ALL } else { &held };
    let rows: Vec<Vec<Markup>> = KINDS
        .iter()
        .map(|(kind, key)| {
            let mut cells = vec![html! { (cx.t(key)) }];
            cells.extend(shown.iter().map(|role| {
                let (reads, changes) = allowed(*role, *kind, line);
                let key = match (reads, changes) {
                    (_, true) => "people-who-changes",
                    (true, false) => "people-who-reads",
                    (false, false) => "people-who-nothing",
                };
                html! { span.quiet[!reads && !changes] { (cx.t(key)) } }
            }));
            cells
        })
        .collect();
    let labels: Vec<String> = shown.iter().map(|role| cx.t(role_key(*role))).collect();
    let what = cx.t("people-who-what");
    let mut columns = vec![Column::text(&what)];
    columns.extend(labels.iter().map(|label| Column::text(label)));
    let caption = cx.t("people-who-roles");
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
