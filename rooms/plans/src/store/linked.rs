//! The further indicators that a goal is seen with, beside the one that judges it.

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{GoalId, IndicatorId};
use varde_store::history::Line;
use varde_store::{Delete, Error, Insert, Json, Read, Tx, Update, json, values};

use crate::model::goal::Goal;

/// Further indicators that a goal is seen with, in their order.
pub async fn of_goal(db: &impl Read, id: GoalId) -> Result<Vec<IndicatorId>, Error> {
    db.all("select indicator_id from goal_indicator where goal_id = $1 order by ord", values![id], |row| {
        row.get("indicator_id")
    })
    .await
}

pub(super) async fn put(tx: &Tx, goal: GoalId, indicators: &[IndicatorId]) -> Result<(), Error> {
    Delete::from(tx, "goal_indicator", "goal_id", goal).await?;
    for (ord, indicator) in (0_i64..).zip(indicators) {
        Insert::into("goal_indicator")
            .set("goal_id", goal)
            .set("indicator_id", *indicator)
            .set("ord", ord)
            .or_replace("goal_id, indicator_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Says with which further indicators a goal is seen. `read` is the goal's version that was read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved the goal meanwhile.
pub async fn set(tx: &Tx, goal: &Granted<Goal>, read: i64, indicators: &[IndicatorId]) -> Result<i64, Error> {
    let before = of_goal(tx, goal.id).await?;
    let version = Update::of("goal").versioned(tx, goal.id, read).await?;
    put(tx, goal.id, indicators).await?;
    let told = |ids: &[IndicatorId]| -> Json {
        json!({ "indicators": ids.iter().map(ToString::to_string).collect::<Vec<_>>() })
    };
    tx.record(
        Line::new(Kind::Goal, goal.id, Some(goal.unit), "sources_set")
            .version(version)
            .before(told(&before))
            .after(told(indicators)),
    );
    match goal.plan {
        Some(plan) => super::plans::touch(tx, plan).await.map(|()| version),
        None => Ok(version),
    }
}
