//! What happened to a goal.

use axum::response::Response;
use varde_kernel::GoalId;
use varde_kernel::access::{Action, Kind, Target};
use varde_store::history::{self, Told};
use varde_web::{Ctx, Error, Path, told};

use crate::model::goal::{Choice, Goal};
use crate::store;
use crate::views::plan as views;

/// How much is told at once.
const TOLD: i64 = 200;

/// A goal's history for those who may read its unit's. What other units chose about it is theirs,
/// and stands on their pages.
pub(crate) async fn of(cx: &Ctx, id: GoalId) -> Result<(Goal, Vec<Told>), Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    cx.must(Action::Read, &Target::internal(Kind::History, store::line_of(&tree, goal.unit)))?;
    let mut told = history::of_thing(cx.db(), id, TOLD).await?;
    told.retain(|line| line.action.parse::<Choice>().is_err());
    if told.iter().all(|line| line.action != "created")
        && let Some(plan) = goal.plan
    {
        // A goal that nobody typed came with its plan.
        let of_plan = history::of_thing(cx.db(), plan, TOLD).await?;
        told.extend(of_plan.into_iter().rfind(|line| line.action == "loaded"));
    }
    Ok((goal, told))
}

/// `GET /goals/{id}/history`
pub(super) async fn show(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let (goal, lines) = of(&cx, id).await?;
    let told = told::tell(&cx, &*cx.tree().await?, lines).await?;
    Ok(cx
        .page(cx.t("plans-tab-history"))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .crumb(cx.say().words(&goal.name), format!("/goals/{id}"))
        .body(views::history(&cx, &told)))
}
