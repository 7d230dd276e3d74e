//! The versions of a goal's target in the database. Nothing is overwritten.

use std::collections::HashMap;

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{GoalId, PlanId, TargetId, UnitId, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, all_languages, json, values};

use super::{person, places, source};
use crate::model::goal::{Aim, ChangeMode, Decided, Goal, Target, TargetStanding};
use crate::model::plan::{PlanState, Source};

pub(super) fn target(row: &Row) -> Result<Target, Error> {
    let reading: Option<ChangeMode> = row.parse_opt("reading")?;
    let reading_at: Option<jiff::Timestamp> = row.get("reading_at")?;
    let reading_by = row.get("reading_by")?;
    let reading_reason: Option<String> = row.get("reading_reason")?;
    Ok(Target {
        id: row.get("id")?,
        goal: row.get("goal_id")?,
        version_no: row.get("version_no")?,
        aim: Aim {
            kind: row.parse("kind")?,
            change: row.get("change_pct")?,
            mode: row.parse("change_mode")?,
            value: row.get("value")?,
            measured: row.parse("measured")?,
            baseline_year: row.get::<Option<i64>>("baseline_year")?.and_then(|year| i16::try_from(year).ok()),
            baseline_value: row.get("baseline_value")?,
            baseline_status: row.parse("baseline_status")?,
            by: row.get("by_date")?,
            every_round: row.get("every_round")?,
            unit_limit: row.get("unit_limit")?,
        },
        note: row.words("note")?,
        source: source(row)?,
        reading: reading.zip(reading_at).map(|(mode, at)| Decided {
            mode,
            at,
            by: reading_by,
            reason: reading_reason.unwrap_or_default(),
        }),
        standing: row.parse("standing")?,
        valid_from: row.get("valid_from")?,
        reason: row.get("reason")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
    })
}

/// All versions of the targets of some goals, oldest first.
pub async fn of(db: &impl Read, goals: &[GoalId]) -> Result<HashMap<GoalId, Vec<Target>>, Error> {
    let mut found: HashMap<GoalId, Vec<Target>> = HashMap::new();
    if goals.is_empty() {
        return Ok(found);
    }
    let mut values = Vec::new();
    let places = places(goals, &mut values);
    let sql = format!("select * from target where goal_id in ({places}) order by goal_id, version_no");
    for version in db.all(&sql, values, target).await? {
        found.entry(version.goal).or_default().push(version);
    }
    Ok(found)
}

/// A version as a row of `table`; levels and spreads have the same columns.
pub(super) fn row(table: &'static str, version: &Target) -> Insert {
    let aim = &version.aim;
    Insert::into(table)
        .set("id", version.id)
        .set("goal_id", version.goal)
        .set("version_no", version.version_no)
        .set("kind", aim.kind.name())
        .set("change_pct", aim.change)
        .set("change_mode", aim.mode.name())
        .set("value", aim.value)
        .set("measured", aim.measured.name())
        .set("baseline_year", aim.baseline_year.map(i64::from))
        .set("baseline_value", aim.baseline_value)
        .set("baseline_status", aim.baseline_status.name())
        .set("by_date", aim.by)
        .set("every_round", aim.every_round)
        .set("unit_limit", aim.unit_limit)
        .words("note", &version.note)
        .set("source_document", version.source.document.as_deref())
        .set("source_place", version.source.place.as_deref())
        .set("standing", version.standing.name())
        .set("valid_from", version.valid_from)
        .set("reason", version.reason.as_str())
        .set("recorded_at", version.recorded_at)
        .set("recorded_by", version.recorded_by)
}

/// The first version as it is loaded from content. What was decided about it here is kept.
pub(crate) async fn put(tx: &Tx, version: &Target) -> Result<(), Error> {
    row("target", version).or_replace("id").run(tx).await
}

pub(super) fn told(version: &Target) -> Json {
    let aim = &version.aim;
    json!({
        "version_no": version.version_no, "kind": aim.kind.name(), "change": aim.change, "mode": aim.mode.name(),
        "value": aim.value, "measured": aim.measured.name(), "baseline_year": aim.baseline_year,
        "baseline_value": aim.baseline_value, "by": aim.by.map(|day| day.to_string()),
        "every_round": aim.every_round, "unit_limit": aim.unit_limit, "note": all_languages(&version.note),
        "source": version.source.text(), "valid_from": version.valid_from.map(|day| day.to_string()),
    })
}

/// What is written down of a new version.
#[derive(Clone, Debug)]
pub struct New {
    /// The number to reach.
    pub aim: Aim,
    /// What is said beside it.
    pub note: Words,
    /// Where it is said.
    pub source: Source,
    /// First day it holds.
    pub valid_from: Option<jiff::civil::Date>,
    /// Why it replaces the one before.
    pub reason: String,
}

/// The version of a goal's target that comes after those in `table`; [`Error::Stale`] when they are not
/// `expected` any longer.
pub(super) async fn next(tx: &Tx, table: &str, goal: &Goal, expected: i64, new: New) -> Result<Target, Error> {
    let sql = format!("select coalesce(max(version_no), 0) as n from {table} where goal_id = $1");
    let known = tx.number(&sql, values![goal.id]).await?;
    if known != expected {
        return Err(Error::Stale);
    }
    // What its owners have adopted holds until they approve the change.
    let is_adopted = match goal.plan {
        Some(plan) => super::plans::load(tx, plan).await?.is_some_and(|plan| plan.state == PlanState::Adopted),
        None => false,
    };
    Ok(Target {
        id: tx.new_id()?,
        goal: goal.id,
        version_no: known + 1,
        aim: new.aim,
        note: new.note,
        source: new.source,
        reading: None,
        standing: if is_adopted { TargetStanding::Awaits } else { TargetStanding::Holds },
        valid_from: new.valid_from,
        reason: new.reason,
        recorded_at: tx.now(),
        recorded_by: person(tx.author()),
    })
}

/// Tells of a version that was added to `table`, and that the goal's plan has changed.
pub(super) async fn tell(
    tx: &Tx,
    table: &'static str,
    goal: &Goal,
    version: &Target,
    after: Json,
) -> Result<TargetId, Error> {
    tx.record(
        // The target's number is no version of the goal.
        Line::new(Kind::Goal, goal.id, Some(goal.unit), table).after(after).why(version.reason.as_str()),
    );
    if let Some(plan) = goal.plan {
        super::plans::touch(tx, plan).await?;
    }
    Ok(version.id)
}

/// Adds a version. `expected` is how many there were when the form was shown.
///
/// # Errors
///
/// [`Error::Stale`] when someone else added one meanwhile.
pub async fn insert(tx: &Tx, goal: &Granted<Goal>, expected: i64, new: New) -> Result<TargetId, Error> {
    let version = next(tx, "target", goal, expected, new).await?;
    row("target", &version).run(tx).await?;
    tell(tx, "target", goal, &version, told(&version)).await
}

/// Lets the targets that wait for a plan's owners hold, or drops them.
pub(crate) async fn settle(tx: &Tx, plan: PlanId, as_what: TargetStanding) -> Result<(), Error> {
    for table in ["target", "spread_target"] {
        let sql = format!(
            "update {table} set standing = $2
             where standing = 'awaits' and goal_id in (select id from goal where plan_id = $1)"
        );
        tx.run(&sql, values![plan, as_what.name()]).await?;
    }
    Ok(())
}

/// Decides how "per cent" is meant in a version.
///
/// # Errors
///
/// [`Error::Stale`] when it has been decided meanwhile, or another version holds.
pub async fn decide(
    tx: &Tx,
    goal: &Granted<Goal>,
    version: TargetId,
    mode: ChangeMode,
    reason: &str,
) -> Result<(), Error> {
    let done = tx
        .run(
            "update target set reading = $3, reading_at = $4, reading_by = $5, reading_reason = $6
             where id = $1 and goal_id = $2 and reading is null",
            values![version, goal.id, mode.name(), tx.now(), person(tx.author()), reason],
        )
        .await?;
    if done == 0 {
        return Err(Error::Stale);
    }
    tx.record(
        Line::new(Kind::Goal, goal.id, Some(goal.unit), "reading_decided")
            .after(json!({ "reading": mode.name(), "target": version.to_string() }))
            .why(reason),
    );
    Ok(())
}

/// Active goals of these units whose target's "per cent" can be read in two ways: (goal, name).
pub async fn undecided(db: &impl Read, units: &[UnitId]) -> Result<Vec<(GoalId, Words, UnitId)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(units, &mut values);
    db.all(
        &format!(
            "select g.id, g.name, g.name_nn, g.name_en, g.unit_id from goal g join target t on t.goal_id = g.id
             where g.unit_id in ({places}) and g.state = 'active' and t.change_mode = 'unspecified'
             and t.kind = 'relative' and t.value is null and t.reading is null
             and t.version_no = (select max(v.version_no) from target v where v.goal_id = g.id and v.standing = 'holds')
             order by g.ord, g.id"
        ),
        values,
        |row| Ok((row.get("id")?, row.words("name")?, row.get("unit_id")?)),
    )
    .await
}
