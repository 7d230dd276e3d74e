//! Work for later, written in the transaction that needs it and done at least once.

use std::time::Duration;

use jiff::Timestamp;
use varde_kernel::JobId;

use crate::{Db, Error, Insert, Read, Tx, values};

/// A job that someone has taken on.
#[derive(Clone, Debug)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// What it concerns, as JSON.
    pub payload: String,
    /// How many times it has been tried before.
    pub attempts: i64,
}

/// How long a worker has a job before another may take it.
const LEASE: Duration = Duration::from_mins(5);
/// After this many tries a job is left for a person to look at.
const MAX_ATTEMPTS: i64 = 8;

/// Asks for work of `kind` at `run_after`. With `once`, the same key is never asked for twice.
/// Returns whether it was new.
pub async fn ask(
    tx: &Tx,
    kind: &'static str,
    payload: &serde_json::Value,
    run_after: Timestamp,
    once: Option<&str>,
) -> Result<bool, Error> {
    if let Some(key) = once {
        let known = tx.number("select count(*) as n from job where once_key = $1", values![key]).await?;
        if 0 < known {
            return Ok(false);
        }
    }
    Insert::into("job")
        .set("id", tx.new_id::<varde_kernel::kind::Job>()?)
        .set("kind", kind)
        .set("payload", payload.to_string())
        .set("once_key", once)
        .set("run_after", run_after)
        .set("attempts", 0)
        .set("state", "waiting")
        .set("locked_until", 0)
        .set("created_at", tx.now())
        .run(tx)
        .await?;
    Ok(true)
}

/// Takes the next job that is due, if there is one, so that nobody else does it meanwhile.
pub async fn take(db: &Db, now: Timestamp) -> Result<Option<Job>, Error> {
    let system = varde_kernel::access::Author::System(varde_kernel::access::System::Worker);
    let due = "select id, kind, payload, attempts from job
         where state = 'waiting' and run_after <= $1 and locked_until <= $1 order by run_after, id limit 1";
    let make = |row: &crate::Row| {
        Ok(Job {
            id: row.get("id")?,
            kind: row.get("kind")?,
            payload: row.get("payload")?,
            attempts: row.get("attempts")?,
        })
    };
    // Look without queueing among the writers: mostly there is nothing to do.
    if db.one(due, values![now], make).await?.is_none() {
        return Ok(None);
    }
    let tx = db.begin_write(system, now).await?;
    let Some(job) = tx.one(due, values![now], make).await? else { return Ok(None) };
    let until = now.checked_add(LEASE).unwrap_or(now);
    let taken = tx
        .run(
            "update job set locked_until = $2, attempts = attempts + 1
             where id = $1 and state = 'waiting' and locked_until <= $3",
            values![job.id, until, now],
        )
        .await?;
    tx.commit().await?;
    Ok((taken == 1).then_some(job))
}

/// Marks a job as done, in the transaction of its own work.
pub async fn done(tx: &Tx, id: JobId) -> Result<(), Error> {
    tx.run("update job set state = 'done', finished_at = $2 where id = $1", values![id, tx.now()]).await?;
    Ok(())
}

/// Puts a job back to be tried later; gives up after eight tries. The reason must name no person.
pub async fn failed(tx: &Tx, job: &Job, reason: &str) -> Result<(), Error> {
    let tries = job.attempts + 1;
    let state = if MAX_ATTEMPTS <= tries { "failed" } else { "waiting" };
    let wait = Duration::from_secs(30 * 2_u64.pow(u32::try_from(tries.min(10)).unwrap_or(10)));
    let again = tx.now().checked_add(wait).unwrap_or(tx.now());
    tx.run(
        "update job set state = $2, run_after = $3, locked_until = 0, last_error = $4 where id = $1",
        values![job.id, state, again, reason],
    )
    .await?;
    Ok(())
}

/// How many jobs wait, and how many have been given up.
pub async fn pending(db: &impl Read) -> Result<(i64, i64), Error> {
    let waiting = db.number("select count(*) as n from job where state = 'waiting'", vec![]).await?;
    let failed = db.number("select count(*) as n from job where state = 'failed'", vec![]).await?;
    Ok((waiting, failed))
}
