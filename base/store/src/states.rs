//! The states that things have been in and since when, so that anything can be told as of a day.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;
use varde_kernel::Id;

use crate::{Error, Insert, Read, Tx, places, values};

/// How many things are asked about at once.
const PART: usize = 400;

/// How a thing stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Its state.
    pub state: String,
    /// Whether it was followed here by then; if not, the state is the first that is known.
    pub known: bool,
    /// Whether its first state was noted when it began; if not, it was here before states were noted.
    pub since_noted: bool,
}

/// Notes which state a thing is in from now on; what it is in already is noted once.
pub async fn note<K>(tx: &Tx, thing: Id<K>, state: &str) -> Result<(), Error> {
    let newest = "select state from state_since where thing_id = $1 order by at desc limit 1";
    let now = tx.one(newest, values![thing], |row| row.get::<String>("state")).await?;
    if now.as_deref() == Some(state) {
        return Ok(());
    }
    Insert::into("state_since")
        .set("thing_id", thing)
        .set("at", tx.now())
        .set("state", state)
        .or_replace("thing_id, at")
        .run(tx)
        .await
}

/// How things stood when a day was over (in UTC); those of which nothing has been noted are left out.
pub async fn on<K>(db: &impl Read, things: &[Id<K>], day: Date) -> Result<HashMap<Uuid, Stood>, Error> {
    let end = day
        .tomorrow()
        .and_then(|next| next.to_zoned(TimeZone::UTC))
        .map_or(i64::MAX, |end| end.timestamp().as_microsecond());
    let mut found: HashMap<Uuid, Stood> = HashMap::new();
    for part in things.chunks(PART) {
        let mut values = Vec::new();
        let list = places(part.iter().map(|thing| thing.uuid()), &mut values);
        let sql =
            format!("select thing_id, at, state from state_since where thing_id in ({list}) order by thing_id, at");
        for (thing, at, state) in db
            .all(&sql, values, |row| {
                Ok((row.get::<Uuid>("thing_id")?, row.get::<i64>("at")?, row.get::<String>("state")?))
            })
            .await?
        {
            // 0 stands for what was there before states were noted.
            let known = 0 < at && at < end;
            match found.get_mut(&thing) {
                None => {
                    found.insert(thing, Stood { state, known, since_noted: 0 < at });
                }
                Some(stood) if at < end => *stood = Stood { state, known, ..*stood },
                Some(_) => {}
            }
        }
    }
    Ok(found)
}
