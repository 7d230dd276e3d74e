//! What the owners of a plan approved besides its text, in the database.

use varde_kernel::PlanId;
use varde_store::{Error, Read, Row, Tx, values};

use crate::model::adopted::AdoptedItem;
use crate::model::goal::{Item, ItemKind, TargetStanding};

const COLUMNS: &str = "plan_id, version_no, kind, thing_id, ord, sort, part_id, name, name_nn, name_en,
    text, text_nn, text_en, indicator_id, direction, active, target_version, spread_version";

/// The items of plan `$1` as they stand now. `counts` tells which versions of a target are meant.
fn present(counts: &str) -> String {
    let last = |table: &str| {
        format!("(select max(t.version_no) from {table} t where t.goal_id = g.id and t.standing {counts})")
    };
    format!(
        "select p.id as plan_id, p.version_no, 'goal' as kind, g.id as thing_id, g.ord, null as sort, g.part_id,
             g.name, g.name_nn, g.name_en, g.scope as text, g.scope_nn as text_nn, g.scope_en as text_en,
             g.indicator_id, g.direction, g.state = 'active' as active,
             {} as target_version, {} as spread_version
         from goal g join plan p on p.id = g.plan_id where p.id = $1
         union all
         select p.id, p.version_no, 'part', a.id, a.ord, a.kind, a.parent_id,
             a.name, a.name_nn, a.name_en, a.text, a.text_nn, a.text_en, null, null, true, null, null
         from part a join plan p on p.id = a.plan_id where p.id = $1
         union all
         select p.id, p.version_no, 'measure', m.measure_id, m.ord, null, m.part_id,
             null, null, null, null, null, null, null, null, true, null, null
         from plan_measure m join plan p on p.id = m.plan_id where p.id = $1",
        last("target"),
        last("spread_target")
    )
}

fn item(row: &Row) -> Result<AdoptedItem, Error> {
    let thing = match row.parse::<ItemKind>("kind")? {
        ItemKind::Goal => Item::Goal(row.get("thing_id")?),
        ItemKind::Part => Item::Part(row.get("thing_id")?),
        ItemKind::Measure => Item::Measure(row.get("thing_id")?),
    };
    Ok(AdoptedItem {
        item: thing,
        sort: row.parse_opt("sort")?,
        under: row.get("part_id")?,
        name: row.words("name")?,
        text: row.words("text")?,
        indicator: row.get("indicator_id")?,
        direction: row.parse_opt("direction")?,
        active: row.get("active")?,
        target: row.get("target_version")?,
        spread: row.get("spread_version")?,
    })
}

/// The owners have approved the plan as it stands: targets that waited for them hold.
pub(crate) async fn approve(tx: &Tx, plan: PlanId) -> Result<(), Error> {
    super::targets::settle(tx, plan, TargetStanding::Holds).await?;
    keep(tx, plan).await
}

/// Keeps what stands in the plan now as what its owners approved, if they have.
pub(crate) async fn keep(tx: &Tx, plan: PlanId) -> Result<(), Error> {
    let stale = "delete from adopted_item where plan_id = $1
        and version_no = (select version_no from plan where id = $1 and state = 'adopted')";
    tx.run(stale, values![plan]).await?;
    let now = present("= 'holds'");
    let sql = format!(
        "insert into adopted_item ({COLUMNS}) select {COLUMNS} from ({now}) i
         where exists (select 1 from plan where id = $1 and state = 'adopted')"
    );
    tx.run(&sql, values![plan]).await.map(|_| ())
}

/// The items as they stood in a version that was adopted, goals first; none when that is not known.
pub async fn of(db: &impl Read, plan: PlanId, version_no: i64) -> Result<Vec<AdoptedItem>, Error> {
    let sql = "select * from adopted_item where plan_id = $1 and version_no = $2 order by kind, sort, ord, thing_id";
    db.all(sql, values![plan, version_no], item).await
}

/// The items as they stand now, with targets that wait for the owners.
pub async fn now(db: &impl Read, plan: PlanId) -> Result<Vec<AdoptedItem>, Error> {
    let sql = format!("select * from ({}) i order by kind, sort, ord, thing_id", present("<> 'dropped'"));
    db.all(&sql, values![plan], item).await
}
