//! Work for later, written in the transaction that needs it and done at least once.

use std::time::Duration;

use jiff::Timestamp;
use varde_kernel::JobId;
use varde_kernel::access::Kind;

use crate::history::Line;
use crate::{Db, Error, Read, Tx, values};

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
    // Two may ask at the same moment: the database decides which of them was first.
    let new = tx
        .run(
            "insert into job (id, kind, payload, once_key, run_after, attempts, state, locked_until, created_at)
             values ($1, $2, $3, $4, $5, 0, 'waiting', 0, $6) on conflict (once_key) do nothing",
            values![tx.new_id::<varde_kernel::kind::Job>()?, kind, payload.to_string(), once, run_after, tx.now()],
        )
        .await?;
    Ok(new == 1)
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
    while db.one(due, values![now], make).await?.is_some() {
        let tx = db.begin_write(system, now).await?;
        let Some(job) = tx.one(due, values![now], make).await? else { return Ok(None) };
        if MAX_ATTEMPTS <= job.attempts {
            // Taken that many times and never told of: it takes the whole worker with it.
            tx.run(
                "update job set state = 'failed', last_error = 'the worker stopped each time' where id = $1",
                values![job.id],
            )
            .await?;
            tx.commit().await?;
            continue;
        }
        let until = now.checked_add(LEASE).unwrap_or(now);
        let taken = tx
            .run(
                "update job set locked_until = $2, attempts = attempts + 1
                 where id = $1 and state = 'waiting' and locked_until <= $3",
                values![job.id, until, now],
            )
            .await?;
        tx.commit().await?;
        if taken == 1 {
            return Ok(Some(job));
        }
        // Another worker was faster; perhaps there is one more.
    }
    Ok(None)
}

/// Marks a job as done, in the transaction of its own work. What it concerned is forgotten: it may
/// have held an address.
pub async fn done(tx: &Tx, id: JobId) -> Result<(), Error> {
    tx.run("update job set state = 'done', payload = '', finished_at = $2 where id = $1", values![id, tx.now()])
        .await?;
    Ok(())
}

/// Deletes jobs that were done before `before`, and forgets what those concerned that were given up
/// before it: their rows stay for someone to look at. Returns how many were deleted.
pub async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, Error> {
    tx.run("update job set payload = '' where state = 'failed' and run_after < $1 and payload <> ''", values![before])
        .await?;
    tx.run("delete from job where state = 'done' and coalesce(finished_at, created_at) < $1", values![before]).await
}

/// Work that was given up: of which kind, why, how often and when last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// Which kind of work.
    pub kind: String,
    /// The last reason.
    pub reason: String,
    /// How many jobs of that kind were given up for it.
    pub n: i64,
    /// When the last of them was made.
    pub last: Timestamp,
}

/// What was given up, the most frequent first.
pub async fn given_up(db: &impl Read) -> Result<Vec<GivenUp>, Error> {
    let sql = "select kind, coalesce(last_error, '') as reason, count(*) as n, max(created_at) as last
               from job where state = 'failed' group by kind, coalesce(last_error, '') order by 3 desc, 1, 2";
    db.all(sql, vec![], |row| {
        Ok(GivenUp { kind: row.get("kind")?, reason: row.get("reason")?, n: row.get("n")?, last: row.get("last")? })
    })
    .await
}

/// One job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Which job.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// The last reason.
    pub reason: String,
    /// How many times it was tried.
    pub attempts: i64,
    /// When it was asked for.
    pub asked: Timestamp,
    /// What it concerns is still known; without that it cannot be tried again.
    pub is_known: bool,
}

/// Jobs that were given up, the oldest first.
pub async fn failed_ones(db: &impl Read, limit: i64) -> Result<Vec<Failed>, Error> {
    let sql = "select id, kind, coalesce(last_error, '') as reason, attempts, created_at, payload
               from job where state = 'failed' order by created_at, id limit $1";
    db.all(sql, values![limit], |row| {
        Ok(Failed {
            id: row.get("id")?,
            kind: row.get("kind")?,
            reason: row.get("reason")?,
            attempts: row.get("attempts")?,
            asked: row.get("created_at")?,
            is_known: !row.get::<String>("payload")?.is_empty(),
        })
    })
    .await
}

/// Lets a job that was given up be tried again from the start, now. Returns whether it could: it must
/// have been given up, and what it concerns must still be known.
pub async fn retry(tx: &Tx, id: JobId) -> Result<bool, Error> {
    let sql = "update job set state = 'waiting', attempts = 0, run_after = $2, locked_until = 0
               where id = $1 and state = 'failed' and payload <> ''";
    Ok(settled(tx, id, "retried", tx.run(sql, values![id, tx.now()]).await?))
}

/// Closes a job that was given up: it will not be done. Its key stays taken, so that regular work is
/// not asked for once more. Returns whether there was one.
pub async fn drop_failed(tx: &Tx, id: JobId) -> Result<bool, Error> {
    let sql = "update job set state = 'done', payload = '', finished_at = $2 where id = $1 and state = 'failed'";
    Ok(settled(tx, id, "dropped", tx.run(sql, values![id, tx.now()]).await?))
}

/// Writes down that someone decided about a job, if there was one.
fn settled(tx: &Tx, id: JobId, action: &'static str, n: u64) -> bool {
    if n == 1 {
        tx.record(Line::new(Kind::System, id, None, action));
    }
    n == 1
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

/// Which of these once-keys have been asked for already.
pub async fn known<'a>(db: &impl Read, keys: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Error> {
    let keys: Vec<sea_orm::Value> = keys.map(Into::into).collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=keys.len()).map(|n| format!("${n}")).collect();
    let sql = format!("select once_key from job where once_key in ({})", places.join(", "));
    db.all(&sql, keys, |row| row.get("once_key")).await
}

/// How many jobs wait, and how many have been given up.
pub async fn pending(db: &impl Read) -> Result<(i64, i64), Error> {
    let waiting = db.number("select count(*) as n from job where state = 'waiting'", vec![]).await?;
    let failed = db.number("select count(*) as n from job where state = 'failed'", vec![]).await?;
    Ok((waiting, failed))
}
