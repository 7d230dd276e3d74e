//! What history and search hear of reports without a name: when their day is over, all of the day together, so that
//! neither the hour nor the order in which they came can be read from where they stand.

use jiff::civil::Date;
use varde_kernel::access::Kind;
use varde_kernel::{IncidentId, UnitId};
use varde_store::history::Line;
use varde_store::{Error, Read, Tx, json, values};

use super::incidents;

/// How many are told of in one transaction.
const PART: i64 = 200;

/// Tells of those that came before `today`, in the order of their random ids; how many.
pub async fn tell(tx: &Tx, today: Date) -> Result<usize, Error> {
    let sql = "select id, unit_id, kind, mode from incident where told = false and received_on < $1
         order by id limit $2";
    let waiting = tx
        .all(sql, values![today, PART], |row| {
            Ok((
                row.get::<IncidentId>("id")?,
                row.get::<UnitId>("unit_id")?,
                row.get::<String>("kind")?,
                row.get::<String>("mode")?,
            ))
        })
        .await?;
    for (id, unit, kind, mode) in &waiting {
        tx.run("update incident set told = true where id = $1", values![*id]).await?;
        tx.record(
            Line::new(Kind::Incident, *id, Some(*unit), "received")
                .version(1)
                .after(json!({ "kind": kind, "mode": mode })),
        );
        incidents::findable(tx, *id).await?;
    }
    Ok(waiting.len())
}
