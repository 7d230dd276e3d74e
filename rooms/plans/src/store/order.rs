//! The order of a plan's goals, parts and measures in the database.

use varde_kernel::PlanId;
use varde_kernel::access::{Granted, Kind};
use varde_store::history::Line;
use varde_store::{Error, Tx, all_languages, json, values};

use crate::model::goal::Item;
use crate::model::plan::Plan;
use crate::rules::order::{Way, moved};

/// Moves an item of a plan past its neighbour: a goal among those of its rank, a part among those of its kind
/// under the same part, a measure among those under the same part. Says whether it had a neighbour that way.
///
/// # Errors
///
/// [`Error::NotFound`] when the plan does not hold it.
pub async fn shift(tx: &Tx, plan: &Granted<Plan>, item: Item, way: Way) -> Result<bool, Error> {
    let order = match item {
        Item::Goal(id) => goals(tx, plan.id, id, way).await?,
        Item::Part(id) => parts(tx, plan.id, id, way).await?,
        Item::Measure(id) => measures(tx, plan.id, id, way).await?,
    };
    let Some(order) = order else { return Ok(false) };
    for (ord, one) in (1_i64..).zip(&order) {
        match one {
            Item::Goal(id) => tx.run("update goal set ord = $2 where id = $1", values![*id, ord]).await?,
            Item::Part(id) => tx.run("update part set ord = $2 where id = $1", values![*id, ord]).await?,
            Item::Measure(id) => {
                let sql = "update plan_measure set ord = $3 where plan_id = $1 and measure_id = $2";
                tx.run(sql, values![plan.id, *id, ord]).await?
            }
        };
    }
    // A part is told by its name: nothing else knows what it is called.
    let part = match item {
        Item::Part(id) => super::parts::load(tx, id).await?.map(|part| all_languages(&part.name)),
        Item::Goal(_) | Item::Measure(_) => None,
    };
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "reordered")
            .after(json!({ item.kind().name(): part.unwrap_or_else(|| json!(item.text())), "way": way.name() })),
    );
    Ok(true)
}

async fn goals(tx: &Tx, plan: PlanId, id: varde_kernel::GoalId, way: Way) -> Result<Option<Vec<Item>>, Error> {
    let all = super::goals::of_plan(tx, plan).await?;
    let goal = all.iter().find(|goal| goal.id == id).ok_or(Error::NotFound)?;
    let is_sibling = |other| all.iter().any(|one| one.id == other && one.overall == goal.overall);
    let list: Vec<_> = all.iter().map(|goal| goal.id).collect();
    Ok(moved(&list, is_sibling, id, way).map(|order| order.into_iter().map(Item::Goal).collect()))
}

async fn parts(tx: &Tx, plan: PlanId, id: varde_kernel::PartId, way: Way) -> Result<Option<Vec<Item>>, Error> {
    let all = super::parts::of(tx, plan).await?;
    let part = all.iter().find(|part| part.id == id).ok_or(Error::NotFound)?;
    let is_sibling = |other| all.iter().any(|one| one.id == other && one.parent == part.parent);
    let list: Vec<_> = all.iter().filter(|one| one.kind == part.kind).map(|one| one.id).collect();
    Ok(moved(&list, is_sibling, id, way).map(|order| order.into_iter().map(Item::Part).collect()))
}

async fn measures(tx: &Tx, plan: PlanId, id: varde_kernel::MeasureId, way: Way) -> Result<Option<Vec<Item>>, Error> {
    let all = super::plans::measures(tx, plan).await?;
    let place = all.iter().find(|place| place.measure == id).ok_or(Error::NotFound)?;
    let is_sibling = |other| all.iter().any(|one| one.measure == other && one.part == place.part);
    let list: Vec<_> = all.iter().map(|place| place.measure).collect();
    Ok(moved(&list, is_sibling, id, way).map(|order| order.into_iter().map(Item::Measure).collect()))
}
