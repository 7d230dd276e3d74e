//! What became of the items of a plan.

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{GoalId, MeasureId, PlanId, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, all_languages, json, values};

use crate::model::goal::{Item, ItemKind, Outcome, Succession};
use crate::model::plan::Plan;

fn succession(row: &Row) -> Result<Succession, Error> {
    let wrong = |column: &str| Error::Column { column: column.to_owned() };
    let from_kind: ItemKind = row.parse("from_kind")?;
    let from: String = row.get("from_id")?;
    let to_kind: Option<ItemKind> = row.parse_opt("to_kind")?;
    let to: String = row.get("to_id")?;
    Ok(Succession {
        from: Item::read(from_kind, &from).ok_or_else(|| wrong("from_id"))?,
        to: to_kind.map(|kind| Item::read(kind, &to).ok_or_else(|| wrong("to_id"))).transpose()?,
        outcome: row.parse("outcome")?,
        inferred: row.get("inferred")?,
        note: row.words("note")?,
    })
}

/// What became of a plan's items, in the order of the list: (the plan that took over, item).
pub async fn from(db: &impl Read, plan: PlanId) -> Result<Vec<(PlanId, Succession)>, Error> {
    db.all("select * from succession where plan_from = $1 order by ord, from_id, to_id", values![plan], |row| {
        Ok((row.get("plan_to")?, succession(row)?))
    })
    .await
}

/// What came into a plan from those before it: (the former plan, item).
pub async fn into(db: &impl Read, plan: PlanId) -> Result<Vec<(PlanId, Succession)>, Error> {
    db.all("select * from succession where plan_to = $1 order by ord, from_id, to_id", values![plan], |row| {
        Ok((row.get("plan_from")?, succession(row)?))
    })
    .await
}

/// The measures of a plan of which nobody has said what becomes of them in the plan that takes over.
pub async fn unsettled(db: &impl Read, to: PlanId, former: PlanId) -> Result<Vec<MeasureId>, Error> {
    let told: Vec<Item> =
        into(db, to).await?.into_iter().filter(|(plan, _)| *plan == former).map(|(_, row)| row.from).collect();
    let measures = super::plans::measures(db, former).await?.into_iter().map(|place| place.measure);
    Ok(measures.filter(|measure| !told.contains(&Item::Measure(*measure))).collect())
}

/// The goals that this goal takes over from, directly.
pub async fn former_goals(db: &impl Read, goal: GoalId) -> Result<Vec<GoalId>, Error> {
    let rows = db
        .all(
            "select from_id from succession where to_kind = 'goal' and to_id = $1 and from_kind = 'goal' order by ord",
            values![goal.to_string()],
            |row| row.get::<String>("from_id"),
        )
        .await?;
    Ok(rows.iter().filter_map(|id| id.parse().ok()).collect())
}

fn row(from: PlanId, to: PlanId, ord: i64, item: &Succession) -> Insert {
    Insert::into("succession")
        .set("plan_from", from)
        .set("plan_to", to)
        .set("from_kind", item.from.kind().name())
        .set("from_id", item.from.text())
        .set("to_kind", item.to.map(|to| to.kind().name()))
        .set("to_id", item.to.map(Item::text).unwrap_or_default())
        .set("ord", ord)
        .set("outcome", item.outcome.name())
        .set("inferred", item.inferred)
        .words("note", &item.note)
        .or_replace("plan_from, plan_to, from_id, to_id")
}

/// An item as it is loaded from content.
pub(crate) async fn put(tx: &Tx, from: PlanId, to: PlanId, ord: i64, item: &Succession) -> Result<(), Error> {
    row(from, to, ord, item).run(tx).await
}

/// Says what became of one item. The proof is the plan that takes over.
pub async fn save(tx: &Tx, to: &Granted<Plan>, from: PlanId, item: &Succession) -> Result<(), Error> {
    let ord =
        tx.number("select coalesce(max(ord), 0) + 1 as n from succession where plan_from = $1", values![from]).await?;
    // One thing becomes of an item: what was said before of it in this plan is replaced when it ended.
    if item.outcome == Outcome::Ended {
        tx.run(
            "delete from succession where plan_from = $1 and plan_to = $2 and from_id = $3",
            values![from, to.id, item.from.text()],
        )
        .await?;
    } else {
        tx.run(
            "delete from succession where plan_from = $1 and plan_to = $2 and from_id = $3 and to_id = ''",
            values![from, to.id, item.from.text()],
        )
        .await?;
    }
    row(from, to.id, ord, item).run(tx).await?;
    tx.record(Line::new(Kind::Plan, to.id, Some(to.unit), "succession").after(json!({
        "plan_from": from.to_string(), "item": item.from.text(), "kind": item.from.kind().name(),
        "to": item.to.map(Item::text), "outcome": item.outcome.name(), "note": all_languages(&item.note),
    })));
    Ok(())
}

/// Makes the plan the successor of another.
pub async fn succeed(tx: &Tx, plan: &Granted<Plan>, former: PlanId) -> Result<(), Error> {
    tx.run("update plan set predecessor_id = $2 where id = $1", values![plan.id, former]).await?;
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "predecessor")
            .after(json!({ "predecessor": former.to_string() })),
    );
    Ok(())
}

/// The names of measures and other items are known by their rooms; goals and parts are known here.
pub async fn own_names(db: &impl Read, plans: &[PlanId]) -> Result<Vec<(Item, Words)>, Error> {
    if plans.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = super::places(plans, &mut values);
    let mut found = db
        .all(
            &format!("select id, name, name_nn, name_en from goal where plan_id in ({places})"),
            values.clone(),
            |row| Ok((Item::Goal(row.get("id")?), row.words("name")?)),
        )
        .await?;
    found.extend(
        db.all(&format!("select id, name, name_nn, name_en from part where plan_id in ({places})"), values, |row| {
            Ok((Item::Part(row.get("id")?), row.words("name")?))
        })
        .await?,
    );
    Ok(found)
}
