//! How plans stand to each other, and the dates they name.

use varde_kernel::access::{Granted, Kind, Scope};
use varde_kernel::{PlanId, UnitId, Words};
use varde_store::history::Line;
use varde_store::{Delete, Error, Insert, Read, Tx, json, scope_condition, values};

use crate::model::plan::{Plan, PlanDate, PlanState, Relation, RelationKind};

/// How a plan stands to others. One that it points to and `seen` does not show is left out.
pub async fn relations(db: &impl Read, seen: &Scope, plan: PlanId) -> Result<Vec<Relation>, Error> {
    let mut values = values![plan];
    let seen = scope_condition(seen, "o.unit_id", "o.open = true", &mut values);
    let sql = format!(
        "select r.kind, r.other_plan_id, r.note, r.note_nn, r.note_en, o.state as other_state,
            coalesce(r.name, o.name) as name, coalesce(r.name_nn, o.name_nn) as name_nn,
            coalesce(r.name_en, o.name_en) as name_en
         from plan_relation r left join plan o on o.id = r.other_plan_id
         where r.plan_id = $1 and (o.id is null or {seen}) order by r.ord"
    );
    db.all(&sql, values, |row| {
        let state: Option<PlanState> = row.parse_opt("other_state")?;
        Ok(Relation {
            kind: row.parse("kind")?,
            // A plan that the documents name and nobody has written down is no link.
            other: row.get::<Option<PlanId>>("other_plan_id")?.filter(|_| state.is_some()),
            name: row.words("name")?,
            note: row.words("note")?,
            other_state: state,
        })
    })
    .await
}

/// A plan that points to another: (plan, name, unit, how).
pub type Pointing = (PlanId, Words, UnitId, Relation);

/// Plans that support, include or build on this one: (plan, name, kind of relation, unit).
pub async fn related_to(db: &impl Read, plan: PlanId) -> Result<Vec<Pointing>, Error> {
    db.all(
        "select r.kind, r.note, r.note_nn, r.note_en, p.id, p.name, p.name_nn, p.name_en, p.unit_id, p.state
         from plan_relation r join plan p on p.id = r.plan_id
         where r.other_plan_id = $1 and p.open = true order by p.name, p.id",
        values![plan],
        |row| {
            let relation = Relation {
                kind: row.parse("kind")?,
                other: Some(row.get("id")?),
                name: row.words("name")?,
                note: row.words("note")?,
                other_state: row.parse_opt("state")?,
            };
            Ok((row.get("id")?, row.words("name")?, row.get("unit_id")?, relation))
        },
    )
    .await
}

/// Dates that the plan names, and steps on the way to it.
pub async fn dates(db: &impl Read, plan: PlanId) -> Result<Vec<PlanDate>, Error> {
    db.all("select * from plan_date where plan_id = $1 order by ord", values![plan], |row| {
        Ok(PlanDate {
            past: row.get("past")?,
            date: row.get("date")?,
            year: row.get("year")?,
            cadence: row.get("cadence")?,
            name: row.words("name")?,
        })
    })
    .await
}

/// A relation as content writes it: (how, the other plan, its code, its name, a note).
pub(crate) type Written = (RelationKind, Option<PlanId>, Option<String>, Words, Words);

/// Writes the relations of a plan, in order, in place of those it had.
pub(crate) async fn put_relations(tx: &Tx, plan: PlanId, relations: &[Written]) -> Result<(), Error> {
    Delete::from(tx, "plan_relation", "plan_id", plan).await?;
    for (ord, (kind, other, code, name, note)) in (0_i64..).zip(relations) {
        let row = Insert::into("plan_relation")
            .set("plan_id", plan)
            .set("ord", ord)
            .set("kind", kind.name())
            .set("other_plan_id", *other)
            .set("other_code", code.as_deref())
            .words("note", note);
        // Without a name of its own the relation shows the other plan's.
        let row = if name.is_empty() { row } else { row.words("name", name) };
        row.run(tx).await?;
    }
    Ok(())
}

/// Adds a relation to another plan.
pub async fn relate(
    tx: &Tx,
    plan: &Granted<Plan>,
    kind: RelationKind,
    other: PlanId,
    note: &Words,
) -> Result<(), Error> {
    let next = tx
        .number("select coalesce(max(ord), -1) + 1 as n from plan_relation where plan_id = $1", values![plan.id])
        .await?;
    Insert::into("plan_relation")
        .set("plan_id", plan.id)
        .set("ord", next)
        .set("kind", kind.name())
        .set("other_plan_id", other)
        .words("note", note)
        .run(tx)
        .await?;
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "related")
            .after(json!({ "kind": kind.name(), "other": other.to_string() })),
    );
    Ok(())
}

/// Writes the dates of a plan in place of those it had.
pub(crate) async fn put_dates(tx: &Tx, plan: PlanId, dates: &[PlanDate]) -> Result<(), Error> {
    Delete::from(tx, "plan_date", "plan_id", plan).await?;
    for (ord, date) in (0_i64..).zip(dates) {
        Insert::into("plan_date")
            .set("plan_id", plan)
            .set("ord", ord)
            .set("past", date.past)
            .set("date", date.date)
            .set("year", date.year)
            .set("cadence", date.cadence.as_deref())
            .words("name", &date.name)
            .run(tx)
            .await?;
    }
    Ok(())
}
