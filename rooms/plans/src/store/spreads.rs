//! The versions of a goal's target for the spread between units. Nothing is overwritten.

use std::collections::HashMap;

use varde_kernel::access::Granted;
use varde_kernel::{GoalId, TargetId, UnitKind};
use varde_store::{Error, Read, Tx, json};

use super::places;
use super::targets::{New, next, row, target, tell, told};
use crate::model::goal::{Goal, Spread, SpreadTarget};

const TABLE: &str = "spread_target";

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
    let version = next(tx, TABLE, goal, expected, new).await?;
    row(TABLE, &version).set("spread", of.name()).set("among", among.name()).run(tx).await?;
    let mut after = told(&version);
    if let Some(after) = after.as_object_mut() {
        after.extend([("spread".to_owned(), json!(of.name())), ("among".to_owned(), json!(among.name()))]);
    }
    tell(tx, TABLE, goal, &version, after).await
}
