//! Plans in a line each: what lists, fields and the start page show of them.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::access::Scope;
use varde_kernel::{PlanId, UnitId, Words};
use varde_store::{Error, Read, Row, scope_condition, values};

use crate::model::plan::PlanLine;

/// The columns of a plan in a list.
pub(super) const LINE: &str =
    "p.id, p.name, p.name_nn, p.name_en, p.kind, p.unit_id, p.state, p.period_from, p.period_to,
            exists (select 1 from plan_owner o where o.plan_id = p.id) as is_owned,
            (select count(*) from goal g where g.plan_id = p.id and g.overall = false) as n_goals,
            (select count(*) from plan_measure m where m.plan_id = p.id) as n_measures";

pub(super) fn line(row: &Row) -> Result<PlanLine, Error> {
    Ok(PlanLine {
        id: row.get("id")?,
        name: row.words("name")?,
        kind: row.parse("kind")?,
        unit: row.get("unit_id")?,
        state: row.parse("state")?,
        is_owned: row.get("is_owned")?,
        from: row.get("period_from")?,
        to: row.get("period_to")?,
        n_goals: row.get("n_goals")?,
        n_measures: row.get("n_measures")?,
    })
}

/// The last day of these plans, of those that say one.
pub async fn ends(db: &impl Read, plans: &[PlanId]) -> Result<HashMap<PlanId, Date>, Error> {
    if plans.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values = Vec::new();
    let places = super::places(plans, &mut values);
    let sql = format!("select id, period_to from plan where period_to is not null and id in ({places})");
    let rows = db.all(&sql, values, |row| Ok((row.get("id")?, row.get("period_to")?))).await?;
    Ok(rows.into_iter().collect())
}

/// Adopted plans of these units that the scope lets through: those that hold on a day first, then those that have
/// run out, the latest of them first.
pub async fn adopted_of_units(
    db: &impl Read,
    scope: &Scope,
    units: &[UnitId],
    day: Date,
    limit: i64,
) -> Result<Vec<PlanLine>, Error> {
    let mut values = Vec::new();
    let seen = scope_condition(scope, "p.unit_id", "p.open = true", &mut values);
    let among = super::places(units, &mut values);
    values.extend(values![day, limit]);
    let n = values.len();
    let sql = format!(
        "select {LINE} from plan p
         where {seen} and p.unit_id in ({among}) and p.state = 'adopted' and p.kind <> 'template'
         order by case when coalesce(p.period_to, '9999') < ${} then 1 else 0 end,
             coalesce(p.period_to, '9999') desc, p.name, p.id limit ${n}",
        n - 1
    );
    db.all(&sql, values, line).await
}

/// Plans by name, for a field that chooses one: (plan, name).
pub async fn names(db: &impl Read, scope: &Scope, limit: i64) -> Result<Vec<(PlanId, Words)>, Error> {
    let mut values = Vec::new();
    let seen = scope_condition(scope, "p.unit_id", "p.open = true", &mut values);
    values.push(limit.into());
    db.all(
        &format!(
            "select p.id, p.name, p.name_nn, p.name_en from plan p where {seen} order by p.name, p.id limit ${}",
            values.len()
        ),
        values,
        |row| Ok((row.get("id")?, row.words("name")?)),
    )
    .await
}
