//! A unit's goals, measures, findings and steps under the four phases of the cycle.

use axum::response::Response;
use maud::{Markup, html};
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{UnitId, UnitTree};
use varde_web::ui::{card_with, grid, link};
use varde_web::{Ctx, Error, Need, Path, Route};

use super::shared;
use crate::model::followup::wheel::{Phase, StepState};
use crate::model::goal::GoalState;
use crate::rules::cycle;
use crate::store;
use crate::store::standing;
use crate::views::followup::wheel::phase_key;

/// How many of each kind a unit's board holds.
const MOST: i64 = 200;
/// How many a column shows at once.
const SHOWN: usize = 12;

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/units/{id}/cycle", Need::SignedIn, show)]
}

/// One thing on the board.
pub(crate) struct OnBoard {
    /// `goal`, `measure`, `finding` or `step`.
    pub(crate) kind: &'static str,
    /// Its name in the reader's language.
    pub(crate) name: String,
    /// Its page.
    pub(crate) href: String,
    /// Its phase; each thing has exactly one.
    pub(crate) phase: Phase,
}

/// What a unit has in the cycle, as far as the visitor may see it.
pub(crate) async fn board(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> Result<Vec<OnBoard>, Error> {
    let (db, day) = (cx.db(), cx.today());
    let mut found = Vec::new();
    let mut put = |phase: Phase, kind, name: &str, href| {
        found.push(OnBoard { kind, name: name.to_owned(), href, phase });
    };
    let filter =
        store::goals::Filter { unit: Some(unit), state: Some(GoalState::Active), ..store::goals::Filter::default() };
    let goals = store::goals::list(db, &access::scope(cx.actor(), Kind::Goal), &filter, MOST, 0).await?;
    let ids: Vec<_> = goals.iter().map(|goal| goal.id).collect();
    let tied = store::goals::measures(db, &ids).await?;
    for one in standing::of(db, &Sight::Of(cx.actor(), tree), tree, goals, day).await? {
        let has_measure = tied.iter().any(|(goal, _)| *goal == one.goal.id);
        let phase = cycle::of_goal(one.judgement.state, has_measure);
        put(phase, "goal", cx.say().words(&one.goal.name), format!("/goals/{}", one.goal.id));
    }
    for measure in varde_measures::store::of_unit(db, unit).await? {
        if cx.may(Action::Read, &varde_measures::store::target(tree, &measure)) {
            let href = format!("/measures/{}", measure.id);
            put(cycle::of_measure(measure.state), "measure", cx.say().words(&measure.title), href);
        }
    }
    let findings = access::scope(cx.actor(), Kind::Finding);
    for finding in varde_measures::store::open_findings_of_unit(db, &findings, unit).await? {
        if let Some(phase) = cycle::of_finding(finding.state) {
            put(phase, "finding", cx.say().words(&finding.title), format!("/findings/{}", finding.id));
        }
    }
    if store::wheel::open_unit(cx.actor(), tree, unit, Action::Read).is_ok() {
        for step in store::wheel::list(db, unit, day.year()).await? {
            if step.state == StepState::Open {
                put(
                    step.phase,
                    "step",
                    cx.say().words(&step.title),
                    format!("/units/{unit}/wheel?year={}", day.year()),
                );
            }
        }
    }
    Ok(found)
}

const fn kind_key(kind: &str) -> &'static str {
    match kind.as_bytes() {
        b"goal" => "plans-column-goals",
        b"measure" => "plans-tab-measures",
        b"finding" => "plans-cycle-findings",
        _ => "plans-cycle-steps",
    }
}

/// `GET /units/{id}/cycle`
async fn show(cx: Ctx, Path(unit): Path<UnitId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    tree.get(unit).ok_or(Error::NotFound)?;
    let all = board(&cx, &tree, unit).await?;
    let column = |phase: Phase| -> Markup {
        let here: Vec<&OnBoard> = all.iter().filter(|one| one.phase == phase).collect();
        let things = html! {
            @if here.is_empty() { p.quiet { (cx.t("plans-cycle-empty")) } }
            @for kind in ["goal", "measure", "finding", "step"] {
                @let of: Vec<&&OnBoard> = here.iter().filter(|one| one.kind == kind).collect();
                @if !of.is_empty() {
                    h3 { (cx.t(kind_key(kind))) " " span.quiet { (of.len()) } }
                    ul.ds-list {
                        @for one in of.iter().take(SHOWN) { li { (link(&one.name, &one.href)) } }
                        @if SHOWN < of.len() { li.quiet { (cx.say().with("plans-gap-more", &[("n", (of.len() - SHOWN).into())])) } }
                    }
                }
            }
        };
        card_with(&cx.t(phase_key(phase)), &html! { span.quiet { (here.len()) } }, &things)
    };
    let columns: Vec<Markup> = Phase::ALL.iter().map(|phase| column(*phase)).collect();
    let name = shared::unit_name(&cx, &tree, unit);
    let title = cx.say().with("plans-cycle-title", &[("unit", name.into())]);
    Ok(cx.page(title).lead(cx.t("plans-cycle-lead")).unit(&tree, unit).body(html! {
        (grid(&columns))
        p { (link(&cx.t("plans-cycle-wheel"), &format!("/units/{unit}/wheel"))) }
    }))
}
