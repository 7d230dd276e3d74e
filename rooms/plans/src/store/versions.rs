//! Versions of a plan beside the one that holds: the one under way, which its owners have not all
//! approved, and those that have held. The plan itself stays what was adopted until the last owner
//! has approved the next version. What was approved of goals, parts and measures lies in [`super::adopted`].

use jiff::Timestamp;
use varde_kernel::PlanId;
use varde_kernel::access::{Granted, Kind};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, json, values};

use super::plans;
use crate::model::goal::TargetStanding;
use crate::model::plan::{Plan, PlanState};

/// A version beside the one that holds.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The plan as this version says it: under way, or closed when it has held.
    pub plan: Plan,
    /// When another took its place, if it has held.
    pub replaced_at: Option<Timestamp>,
}

fn beside(row: &Row, plan: &Plan) -> Result<Beside, Error> {
    let version = Plan {
        kind: row.parse("kind")?,
        said: plans::text(row)?,
        state: row.parse("state")?,
        version_no: row.get("version_no")?,
        ..plan.clone()
    };
    Ok(Beside { plan: version, replaced_at: row.get("replaced_at")? })
}

/// All versions beside the one that holds, newest first.
pub async fn of(db: &impl Read, plan: &Plan) -> Result<Vec<Beside>, Error> {
    let sql = "select * from plan_version where plan_id = $1 order by version_no desc";
    db.all(sql, values![plan.id], |row| beside(row, plan)).await
}

/// The version under way, when there is one.
pub async fn under_way(db: &impl Read, plan: &Plan) -> Result<Option<Plan>, Error> {
    let sql = "select * from plan_version where plan_id = $1 and state <> 'closed'";
    Ok(db.one(sql, values![plan.id], |row| beside(row, plan)).await?.map(|found| found.plan))
}

/// What is written on: the version under way, or the plan itself when there is none.
pub async fn written(db: &impl Read, plan: &Plan) -> Result<Plan, Error> {
    Ok(under_way(db, plan).await?.unwrap_or_else(|| plan.clone()))
}

/// Saves the version under way. `before` is what was written on, `next` as it is now.
///
/// # Errors
///
/// [`Error::Stale`] when someone else changed the plan or the version meanwhile.
pub async fn save(tx: &Tx, before: &Plan, next: &Granted<Plan>, action: &'static str, why: &str) -> Result<i64, Error> {
    let version = Update::of("plan").versioned(tx, next.id, before.version).await?;
    put_under_way(tx, next).await?;
    record(tx, next, action, version, (plans::told(before), plans::told(next)), why);
    Ok(version)
}

/// The version under way holds from now on; what held is kept to be read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else changed the plan meanwhile.
pub async fn adopt(tx: &Tx, held: &Plan, next: &Granted<Plan>) -> Result<i64, Error> {
    remove_under_way(tx, held.id).await?;
    put(tx, &Plan { state: PlanState::Closed, ..held.clone() }, Some(tx.now())).await?;
    let version = plans::save(tx, held, next, "adopted", "").await?;
    super::adopted::approve(tx, held.id).await?;
    Ok(version)
}

/// Drops the version under way; what holds goes on.
///
/// # Errors
///
/// [`Error::NotFound`] when there is none, [`Error::Stale`] when the plan was changed meanwhile.
pub async fn discard(tx: &Tx, plan: &Granted<Plan>) -> Result<(), Error> {
    let next = under_way(tx, plan).await?.ok_or(Error::NotFound)?;
    let version = Update::of("plan").versioned(tx, plan.id, plan.version).await?;
    remove_under_way(tx, plan.id).await?;
    super::targets::settle(tx, plan.id, TargetStanding::Dropped).await?;
    record(tx, plan, "version_discarded", version, (plans::told(&next), plans::told(plan)), "");
    Ok(())
}

fn record(tx: &Tx, plan: &Plan, action: &'static str, version: i64, (before, after): (Json, Json), why: &str) {
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), action).version(version).before(before).after(after).why(why),
    );
}

/// Notes that something under an adopted plan has changed: its next version is what the owners
/// approve.
pub(super) async fn touch(tx: &Tx, held: &Plan, before: &Plan, next: &Plan) -> Result<(), Error> {
    let version = Update::of("plan").versioned(tx, held.id, held.version).await?;
    put_under_way(tx, next).await?;
    let told = |plan: &Plan| json!({ "state": plan.state.name(), "version_no": plan.version_no });
    let action = if before.state == PlanState::Adopted { "version_opened" } else { "approvals_void" };
    record(tx, held, action, version, (told(before), told(next)), "");
    Ok(())
}

/// Removes the version under way, if there is one.
pub(crate) async fn remove_under_way(tx: &Tx, plan: PlanId) -> Result<(), Error> {
    tx.run("delete from plan_version where plan_id = $1 and state <> 'closed'", values![plan]).await.map(|_| ())
}

async fn put_under_way(tx: &Tx, next: &Plan) -> Result<(), Error> {
    remove_under_way(tx, next.id).await?;
    put(tx, next, None).await
}

async fn put(tx: &Tx, version: &Plan, replaced_at: Option<Timestamp>) -> Result<(), Error> {
    plans::with_text(Insert::into("plan_version"), version)
        .set("plan_id", version.id)
        .set("state", version.state.name())
        .set("version_no", version.version_no)
        .set("replaced_at", replaced_at)
        .run(tx)
        .await
}
