//! Who has looked up whom.

use std::time::Duration;

use jiff::Timestamp;
use varde_kernel::access::Scope;
use varde_kernel::{Id, PersonId};
use varde_store::{Error, Read, Row, Tx, Value, scope_condition, values};

use crate::model::lookups::{Lookup, What};

/// How long it is told who looked up whom.
const KEPT: Duration = Duration::from_hours(365 * 24);
/// How many rows a statement writes: databases take only so many values.
const PART: usize = 100;

/// Notes that `reader` has looked up these persons; oneself is left out. Looking again within the
/// hour adds to the same row.
pub async fn note(tx: &Tx, reader: PersonId, persons: &[PersonId], what: What) -> Result<(), Error> {
    let mut others: Vec<PersonId> = persons.iter().copied().filter(|person| *person != reader).collect();
    // In one order, so that two who look at the same people do not wait for each other.
    others.sort_unstable();
    others.dedup();
    let hour = tx.now().as_second().div_euclid(3600);
    for part in others.chunks(PART) {
        let mut values = values![reader, what.name(), hour, tx.now()];
        let mut rows = Vec::new();
        for person in part {
            let id: Id<()> = tx.new_id()?;
            values.extend(values![id, *person]);
            let n = values.len();
            rows.push(format!("(${}, $1, ${n}, $2, $3, $4, $4, 1)", n - 1));
        }
        let sql = format!(
            "insert into lookup (id, reader_id, person_id, what, hour, first_at, last_at, times) values {}
             on conflict (reader_id, person_id, what, hour)
             do update set times = lookup.times + 1, last_at = excluded.last_at",
            rows.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Lookup, Error> {
    Ok(Lookup {
        reader: row.get("reader_id")?,
        person: row.get("person_id")?,
        what: row.parse("what")?,
        first: row.get("first_at")?,
        last: row.get("last_at")?,
        times: row.get("times")?,
    })
}

/// Who has looked up one person, the latest first.
pub async fn of(db: &impl Read, person: PersonId, limit: i64, skip: i64) -> Result<Vec<Lookup>, Error> {
    let sql = "select * from lookup where person_id = $1 order by last_at desc, id limit $2 offset $3";
    db.all(sql, values![person, limit, skip], read).await
}

/// Whom someone who watches over privacy sees.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Whose people: those who were looked up work there.
    pub scope: &'a Scope,
    /// Also those who work in no unit.
    pub unplaced: bool,
    /// Only lookups of this person.
    pub person: Option<PersonId>,
    /// Only lookups by this person.
    pub reader: Option<PersonId>,
}

/// Who has looked up whom, the latest first.
pub async fn list(db: &impl Read, wanted: &Wanted<'_>, limit: i64, skip: i64) -> Result<Vec<Lookup>, Error> {
    let mut values: Vec<Value> = values![limit, skip];
    let mut seen = scope_condition(wanted.scope, "p.home_unit_id", "1 = 0", &mut values);
    if wanted.unplaced {
        seen = format!("({seen} or not exists (select 1 from unit_line w where w.unit_id = p.home_unit_id))");
    }
    let mut parts = vec![seen];
    for (column, id) in [("l.person_id", wanted.person), ("l.reader_id", wanted.reader)] {
        if let Some(id) = id {
            values.extend(values![id]);
            parts.push(format!("{column} = ${}", values.len()));
        }
    }
    let sql = format!(
        "select l.* from lookup l join person p on p.id = l.person_id where {}
         order by l.last_at desc, l.id limit $1 offset $2",
        parts.join(" and ")
    );
    db.all(&sql, values, read).await
}

/// Takes away what is told no longer.
pub(super) async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    let before = now.checked_sub(KEPT).unwrap_or(now);
    tx.run("delete from lookup where last_at < $1", values![before]).await
}
