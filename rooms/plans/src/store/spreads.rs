//! The versions of a goal's target for the spread between units. Nothing is overwritten.

use std::collections::HashMap;

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{GoalId, TargetId, UnitKind};
use varde_store::history::Line;
use varde_store::{Error, Read, Tx, json, values};

use super::targets::{New, row, target, told};
use super::{person, places};
use crate::model::goal::{Goal, Spread, SpreadTarget, Target};

/// All versions of the spread targets of some goals, oldest first.
pub async fn of(db: &impl Read, goals: &[GoalId]) -> Result<HashMap<GoalId, Vec<SpreadTarget>>, Error> {
    let mut found: HashMap<GoalId, Vec<SpreadTarget>> = HashMap::new();
    if goals.is_empty() {
        return Ok(found);
    }
    let mut values = Vec::new();
    let places = places(goals, &mut values);
    let sql = format!("select * from spread_target where goal_id in ({places}) order by goal_id, version_no");
    let make = |row: &varde_store::Row| {
        Ok(SpreadTarget { of: row.parse("spread")?, among: row.parse("among")?, target: target(row)? })
    };
    for version in db.all(&sql, values, make).await? {
        found.entry(version.target.goal).or_default().push(version);
    }
    Ok(found)
}

/// Adds a version. `expected` is how many there were when the form was shown.
///
/// # Errors
///
/// [`Error::Stale`] when someone else added one meanwhile.
pub async fn insert(
    tx: &Tx,
    goal: &Granted<Goal>,
    expected: i64,
    (of, among): (Spread, UnitKind),
    new: New,
) -> Result<TargetId, Error> {
    let sql = "select coalesce(max(version_no), 0) as n from spread_target where goal_id = $1";
    let known = tx.number(sql, values![goal.id]).await?;
    if known != expected {
        return Err(Error::Stale);
    }
    let version = Target {
        id: tx.new_id()?,
        goal: goal.id,
        version_no: known + 1,
        aim: new.aim,
        note: new.note,
        reading: None,
        valid_from: new.valid_from,
        reason: new.reason,
        recorded_at: tx.now(),
        recorded_by: person(tx.author()),
    };
    row("spread_target", &version).set("spread", of.name()).set("among", among.name()).run(tx).await?;
    let mut after = told(&version);
    if let Some(after) = after.as_object_mut() {
        after.extend([("spread".to_owned(), json!(of.name())), ("among".to_owned(), json!(among.name()))]);
    }
    tx.record(
        Line::new(Kind::Goal, goal.id, Some(goal.unit), "spread_target")
            .version(version.version_no)
            .after(after)
            .why(version.reason.as_str()),
    );
    if let Some(plan) = goal.plan {
        super::plans::touch(tx, plan).await?;
    }
    Ok(version.id)
}
