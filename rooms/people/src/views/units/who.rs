//! Who can see what hangs on a unit: persons, their roles, and what the roles open.

use std::sync::Arc;

use maud::{Markup, Render, html};
use varde_kernel::access::{self, Action, Actor, Held, Kind, Role, Target};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_web::ui::{self, Column, Table, section};
use varde_web::{Ctx, role_key, unit_name};

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

/// What is told of each kind, in the order of the words.
const ACTIONS: &[(Action, &str)] = &[
    (Action::Read, "people-who-does-read"),
    (Action::Create, "people-who-does-create"),
    (Action::Edit, "people-who-does-edit"),
    (Action::Answer, "people-who-does-answer"),
    (Action::Approve, "people-who-does-approve"),
];

/// What a role, held on a unit, allows on things of a kind that are not published. Each action is
/// asked of the policy itself, so that the page never says other than what is done.
fn allowed(role: Role, kind: Kind, line: &Arc<[UnitId]>) -> Vec<&'static str> {
    let Some(unit) = line.first() else { return Vec::new() };
    let held = Held { role, unit: *unit, line: line.clone() };
    let actor = Actor::Person { person: PersonId::from_code("anyone"), held: vec![held], read_only: false };
    let target = Target::internal(kind, line.clone());
    ACTIONS.iter().filter(|(action, _)| access::may(&actor, *action, &target)).map(|(_, key)| *key).collect()
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
            let unit = unit_name(tree, row.unit, cx.locale());
            vec![
                html! { (row.name) },
                html! { (cx.t(role_key(row.role))) },
                html! { @if row.unit == id { (cx.t("people-who-here")) } @else { (ui::link(&unit, &format!("/units/{}", row.unit))) } },
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
                let does: Vec<String> = allowed(*role, *kind, line).into_iter().map(|key| cx.t(key)).collect();
                html! {
                    @if does.is_empty() { span.quiet { (cx.t("people-who-nothing")) } } @else { (does.join(", ")) }
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_the_policy_does() {
        let line: Arc<[UnitId]> = Arc::from([UnitId::from_code("ward"), UnitId::from_code("trust")]);
        let check = |role, kind, expected: &[&str]| {
            let short = |key: &'static str| key.strip_prefix("people-who-does-").unwrap_or(key);
            let found: Vec<&str> = allowed(role, kind, &line).into_iter().map(short).collect();
            assert_eq!(found, expected, "{role:?} {kind:?}");
        };
        // A ward leader answers for the plan but does not write it.
        check(Role::UnitLeader, Kind::Plan, &["read", "answer"]);
        check(Role::Planner, Kind::Plan, &["read", "create", "edit", "answer"]);
        check(Role::TopLeader, Kind::Plan, &["read", "create", "edit", "answer", "approve"]);
        check(Role::Staff, Kind::Proposal, &["read", "create"]);
        check(Role::Staff, Kind::Person, &[]);
    }
}
