//! What units choose of the focus areas above them, and what of their own they rest it on.

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{FindingId, GoalId, PartId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, json, values};

use super::{person, places};
use crate::model::goal::AreaChoice;
use crate::model::plan::Service;

/// What a unit rests something on: a goal (its own, or one from above that it took a stand on), or a
/// focus area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounded {
    /// A goal.
    Goal(GoalId),
    /// A focus area.
    Part(PartId),
}

impl Grounded {
    const fn kind(self) -> &'static str {
        match self {
            Self::Goal(_) => "goal",
            Self::Part(_) => "part",
        }
    }

    fn id(self) -> varde_kernel::Id<()> {
        match self {
            Self::Goal(id) => varde_kernel::Id::from_uuid(id.uuid()),
            Self::Part(id) => varde_kernel::Id::from_uuid(id.uuid()),
        }
    }
}

/// The findings on which a unit rests a thing.
pub async fn grounds(db: &impl Read, thing: Grounded, unit: UnitId) -> Result<Vec<FindingId>, Error> {
    let sql = "select finding_id from ground where thing_kind = $1 and thing_id = $2 and unit_id = $3
               order by finding_id";
    db.all(sql, values![thing.kind(), thing.id(), unit], |row| row.get("finding_id")).await
}

/// All that a unit rests anything on: (the thing's id, the finding).
pub async fn grounds_of_unit(db: &impl Read, unit: UnitId) -> Result<Vec<(varde_kernel::Id<()>, FindingId)>, Error> {
    let sql = "select thing_id, finding_id from ground where unit_id = $1 order by thing_id, finding_id";
    db.all(sql, values![unit], |row| Ok((row.get("thing_id")?, row.get("finding_id")?))).await
}

/// Rests a thing on these findings of a unit and no others. The change of the thing itself is what
/// the history tells of, with what it rests on.
pub async fn put_grounds(tx: &Tx, thing: Grounded, unit: UnitId, findings: &[FindingId]) -> Result<(), Error> {
    let sql = "delete from ground where thing_kind = $1 and thing_id = $2 and unit_id = $3";
    tx.run(sql, values![thing.kind(), thing.id(), unit]).await?;
    for finding in findings {
        Insert::into("ground")
            .set("thing_kind", thing.kind())
            .set("thing_id", thing.id())
            .set("unit_id", unit)
            .set("finding_id", *finding)
            .or_replace("thing_kind, thing_id, unit_id, finding_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// A focus area that comes down to a unit.
#[derive(Clone, Debug)]
pub struct FocusArea {
    /// The part of the framework.
    pub part: PartId,
    /// Its name.
    pub name: Words,
    /// The framework's name.
    pub plan: Words,
    /// The framework.
    pub plan_id: varde_kernel::PlanId,
    /// The unit that owns the framework.
    pub unit: UnitId,
    /// The half of the service that it concerns, when it is one alone.
    pub service: Option<Service>,
}

/// The focus areas of published plans of these units, in their plans' order.
pub async fn areas_of(db: &impl Read, units: &[UnitId]) -> Result<Vec<FocusArea>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(units, &mut values);
    let sql = format!(
        "select t.id, t.name, t.name_nn, t.name_en, t.service, p.id as plan, p.unit_id,
                p.name as plan_name, p.name_nn as plan_name_nn, p.name_en as plan_name_en
         from part t join plan p on p.id = t.plan_id
         where p.unit_id in ({places}) and p.kind = 'framework' and p.open = true and p.state <> 'closed'
         and t.kind = 'focus_area' order by p.name, p.id, t.ord, t.id"
    );
    db.all(&sql, values, |row| {
        Ok(FocusArea {
            part: row.get("id")?,
            name: row.words("name")?,
            plan: row.words("plan_name")?,
            plan_id: row.get("plan")?,
            unit: row.get("unit_id")?,
            service: row.parse_opt("service")?,
        })
    })
    .await
}

/// How many goals of a unit, and of those below it, are tagged with each of the parts.
pub async fn goals_tagged(db: &impl Read, tree: &UnitTree, unit: UnitId) -> Result<Vec<(PartId, i64)>, Error> {
    let mut values = Vec::new();
    let places = places(&tree.below(unit), &mut values);
    let sql = format!(
        "select t.part_id, count(*) as n from part_tag t join goal g on g.id = t.thing_id
         where t.thing_kind = 'goal' and g.state = 'active' and t.unit_id in ({places})
         group by t.part_id order by t.part_id"
    );
    db.all(&sql, values, |row| Ok((row.get("part_id")?, row.get("n")?))).await
}

fn choice(row: &Row) -> Result<AreaChoice, Error> {
    Ok(AreaChoice {
        part: row.get("part_id")?,
        unit: row.get("unit_id")?,
        choice: row.parse("choice")?,
        reason: row.get("reason")?,
        at: row.get("at")?,
    })
}

/// What a unit decided about focus areas from above.
pub async fn choices_of(db: &impl Read, unit: UnitId) -> Result<Vec<AreaChoice>, Error> {
    db.all("select * from area_choice where unit_id = $1 order by part_id", values![unit], choice).await
}

/// Writes down what a unit decides about a focus area from above.
pub async fn choose(tx: &Tx, made: &Granted<AreaChoice>) -> Result<(), Error> {
    let sql = "select * from area_choice where part_id = $1 and unit_id = $2";
    let before = tx.one(sql, values![made.part, made.unit], choice).await?;
    Insert::into("area_choice")
        .set("part_id", made.part)
        .set("unit_id", made.unit)
        .set("choice", made.choice.name())
        .set("reason", made.reason.as_str())
        .set("at", tx.now())
        .set("by_person", person(tx.author()))
        .or_replace("part_id, unit_id")
        .run(tx)
        .await?;
    tx.record(
        Line::new(Kind::Plan, made.part, Some(made.unit), made.choice.name())
            .before(before.map_or(Json::Null, |was| json!({ "choice": was.choice.name(), "reason": was.reason })))
            .after(json!({ "choice": made.choice.name() }))
            .why(made.reason.as_str()),
    );
    Ok(())
}
