//! What roles give, told from the policy itself.

use std::sync::Arc;

use maud::{Markup, html};
use varde_kernel::access::{self, Action, Actor, Held, Kind, Role, Target};
use varde_kernel::{PersonId, UnitId};
use varde_web::ui::{self, Column, Table};
use varde_web::{Ctx, role_key};

use crate::model::persons::Holding;

/// What the roles that are held today give: kind by kind, asked of the policy.
pub(crate) fn sees(cx: &Ctx, held: &[Holding]) -> Markup {
    let mut roles: Vec<Role> =
        held.iter().filter(|holding| holding.validity.holds_on(cx.today())).map(|holding| holding.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let names: Vec<String> = roles.iter().map(|role| cx.t(role_key(*role))).collect();
    html! {
        div.flow {
            @if roles.is_empty() {
                p { (cx.t("people-sees-nothing")) }
            } @else {
                p.prose { (cx.say().with("people-sees-lead", &[("roles", names.join(", ").into())])) }
                (table(cx, &roles))
            }
        }
    }
}

fn table(cx: &Ctx, roles: &[Role]) -> Markup {
    let heading = cx.t("people-sees-what");
    let actions: Vec<(Action, String)> =
        Action::ALL.iter().map(|action| (*action, cx.t(action_key(*action)))).collect();
    let columns: Vec<Column<'_>> =
        std::iter::once(Column::text(&heading)).chain(actions.iter().map(|(_, label)| Column::text(label))).collect();
    let (yes, no) = (cx.t("people-sees-yes"), cx.t("people-sees-no"));
    let rows: Vec<Vec<Markup>> = Kind::ALL
        .iter()
        .filter(|kind| **kind != Kind::Own)
        .map(|kind| {
            let cells = actions.iter().map(|(action, _)| {
                let allowed = roles.iter().any(|role| gives(*role, *kind, *action));
                html! { @if allowed { (yes) } @else { span.quiet aria-label=(no) { "–" } } }
            });
            std::iter::once(html! { (cx.t(kind_key(*kind))) }).chain(cells).collect()
        })
        .collect();
    html! {
        (Table {
            caption: &cx.t("people-sees-title"),
            caption_hidden: true,
            columns: &columns,
            rows: &rows,
            empty: &html! {},
            stack: true,
        })
        p.quiet.small { (cx.t("people-sees-help")) }
        p { (ui::link(&cx.t("people-sees-units"), "/units")) }
    }
}

/// Whether the policy lets a role do this to a draft on its own unit.
fn gives(role: Role, kind: Kind, action: Action) -> bool {
    let unit = UnitId::from_code("here");
    let line: Arc<[UnitId]> = Arc::from([unit]);
    let actor = Actor::Person {
        person: PersonId::from_code("someone"),
        held: vec![Held { role, unit, line: line.clone() }],
        read_only: false,
    };
    access::may(&actor, action, &Target::internal(kind, line))
}

const fn action_key(action: Action) -> &'static str {
    match action {
        Action::Read => "people-action-read",
        Action::Create => "people-action-create",
        Action::Edit => "people-action-edit",
        Action::Approve => "people-action-approve",
        Action::Answer => "people-action-answer",
        Action::Export => "people-action-export",
        Action::Count => "people-action-count",
    }
}

const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => "people-thing-unit",
        Kind::Person => "people-thing-person",
        Kind::Holding => "people-thing-holding",
        Kind::Own => "people-thing-own",
        Kind::Lookup => "people-lookup-title",
        Kind::Indicator => "people-thing-indicator",
        Kind::Series => "people-thing-series",
        Kind::ChartSpec => "people-thing-chart-spec",
        Kind::Signal => "people-thing-signal",
        Kind::PointNote => "people-thing-point-note",
        Kind::Scan => "people-thing-scan",
        Kind::DataSource => "people-thing-data-source",
        Kind::Finding => "people-thing-finding",
        Kind::Measure => "people-thing-measure",
        Kind::Plan => "people-thing-plan",
        Kind::Goal => "people-thing-goal",
        Kind::Alternative => "people-thing-alternative",
        Kind::Wheel => "people-thing-wheel",
        Kind::Round => "people-thing-round",
        Kind::Proposal => "people-thing-proposal",
        Kind::Pilot => "people-thing-pilot",
        Kind::Task => "people-thing-task",
        Kind::Body => "people-thing-body",
        Kind::Document => "people-thing-document",
        Kind::Report | Kind::Receipt => "people-thing-report",
        Kind::Incident => "people-thing-incident",
        Kind::Reporter => "people-thing-reporter",
        Kind::History => "people-thing-history",
        Kind::System => "people-thing-system",
    }
}
