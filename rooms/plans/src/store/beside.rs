//! What plans, goals and rounds hold of other rooms' things.

use varde_kernel::access::Scope;
use varde_kernel::{DocumentId, GoalId, IndicatorId, MeasureId, PlanId, RoundId, UnitId, Words};
use varde_store::{Error, Read, scope_condition, values};

use crate::model::followup::rounds::{Answer, Thing};

/// The most lines under one heading.
pub const MOST: i64 = 8;

/// The plans that hold a measure, and that the reader may see.
pub async fn plans_of_measure(
    db: &impl Read,
    scope: &Scope,
    measure: MeasureId,
) -> Result<Vec<(PlanId, Words)>, Error> {
    let mut values = values![measure, MOST];
    let seen = scope_condition(scope, "p.unit_id", "p.open = true", &mut values);
    let sql = format!(
        "select p.id, p.name, p.name_nn, p.name_en from plan p join plan_measure m on m.plan_id = p.id
         where m.measure_id = $1 and {seen} order by p.name, p.id limit $2"
    );
    db.all(&sql, values, |row| Ok((row.get("id")?, row.words("name")?))).await
}

/// The plans that were read out of a document, and that the reader may see. Few plans name one.
pub async fn plans_of_document(
    db: &impl Read,
    scope: &Scope,
    document: DocumentId,
) -> Result<Vec<(PlanId, Words)>, Error> {
    let mut values = values![];
    let seen = scope_condition(scope, "p.unit_id", "p.open = true", &mut values);
    let sql = format!(
        "select p.id, p.name, p.name_nn, p.name_en, p.source_document from plan p
         where p.source_document is not null and {seen} order by p.name, p.id limit 500"
    );
    let plans = db.all(&sql, values, |row| {
        let code: String = row.get("source_document")?;
        Ok((DocumentId::from_code(&code), row.get("id")?, row.words("name")?))
    });
    Ok(plans.await?.into_iter().filter(|(of, ..)| *of == document).map(|(_, id, name)| (id, name)).collect())
}

/// The goals that a measure serves.
pub async fn goals_of_measure(
    db: &impl Read,
    scope: &Scope,
    measure: MeasureId,
) -> Result<Vec<(GoalId, Words)>, Error> {
    let mut values = values![measure, MOST];
    let seen = scope_condition(scope, "g.unit_id", "g.open = true", &mut values);
    let sql = format!(
        "select g.id, g.name, g.name_nn, g.name_en from goal g join goal_measure m on m.goal_id = g.id
         where m.measure_id = $1 and {seen} order by g.name, g.id limit $2"
    );
    db.all(&sql, values, |row| Ok((row.get("id")?, row.words("name")?))).await
}

/// A goal that an indicator judges.
#[derive(Clone, Debug)]
pub struct JudgedGoal {
    /// The goal.
    pub id: GoalId,
    /// Its name.
    pub name: Words,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// The plan it stands in, when everyone may read that; empty for others.
    pub plan: Words,
}

/// The goals that an indicator judges, with the unit and the plan of each.
pub async fn goals_of_indicator(
    db: &impl Read,
    scope: &Scope,
    indicator: IndicatorId,
) -> Result<Vec<JudgedGoal>, Error> {
    let mut values = values![indicator, MOST];
    let seen = scope_condition(scope, "g.unit_id", "g.open = true", &mut values);
    let sql = format!(
        "select g.id, g.name, g.name_nn, g.name_en, g.unit_id, coalesce(p.name, '') as plan_name,
                p.name_nn as plan_name_nn, p.name_en as plan_name_en
         from goal g left join plan p on p.id = g.plan_id and p.open = true
         where g.indicator_id = $1 and {seen} order by g.plan_id, g.ord, g.name, g.id limit $2"
    );
    db.all(&sql, values, |row| {
        Ok(JudgedGoal {
            id: row.get("id")?,
            name: row.words("name")?,
            unit: row.get("unit_id")?,
            plan: row.words("plan_name")?,
        })
    })
    .await
}

/// What the latest rounds were told of a measure or its activities, newest first: the round, its name, and what
/// was answered of each that was asked about.
pub async fn rounds_of(
    db: &impl Read,
    plans: &Scope,
    things: &[Thing],
) -> Result<Vec<(RoundId, String, Vec<Answer>)>, Error> {
    if things.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![MOST];
    let seen = scope_condition(plans, "s.unit_id", "s.open = true", &mut values);
    let first = values.len() + 1;
    values.extend(things.iter().map(|thing| super::rounds::id_of(*thing)));
    let ids: Vec<String> = (first..first + things.len()).map(|place| format!("${place}")).collect();
    let ids = ids.join(", ");
    let sql = format!(
        "select r.name as round_name, a.* from round_answer a join status_round r on r.id = a.round_id
         where a.item_id in ({ids}) and a.round_id in (
             select r.id from status_round r join plan s on s.id = r.plan_id
             where {seen} and exists (select 1 from round_answer o where o.round_id = r.id and o.item_id in ({ids}))
             order by r.opens desc, r.opened_at desc, r.id limit $1)
         order by r.opens desc, r.opened_at desc, r.id, a.ord, a.id"
    );
    let rows = db.all(&sql, values, |row| Ok((row.get::<String>("round_name")?, super::rounds::read_answer(row)?)));
    let mut found: Vec<(RoundId, String, Vec<Answer>)> = Vec::new();
    for (name, answer) in rows.await? {
        match found.last_mut().filter(|(round, ..)| *round == answer.round) {
            Some((.., answers)) => answers.push(answer),
            None => found.push((answer.round, name, vec![answer])),
        }
    }
    Ok(found)
}
