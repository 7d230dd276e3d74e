//! Large files on their way in.

use jiff::Timestamp;
use varde_kernel::access::{self, Action, Actor, Granted, Target};
use varde_kernel::{PersonId, UploadId};
use varde_store::{Delete, Error, Insert, Read, Row, Tx, jobs, json, values};

use crate::model::{KeptProblem, Upload, UploadState};

/// The job that takes a file one portion further.
pub const TAKE: &str = "indicators.take";
/// How many rows one statement puts by.
const AT_ONCE: usize = 500;
/// How many of one's own files are listed.
const MOST_LISTED: i64 = 50;

fn read(row: &Row) -> Result<Upload, Error> {
    Ok(Upload {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        sender: row.get("sender")?,
        digest: row.get("digest")?,
        mapping: row.get("mapping")?,
        metadata: row.get("metadata")?,
        n_bytes: row.get("n_bytes")?,
        n_stored: row.get("n_stored")?,
        n_parts: row.get("n_parts")?,
        state: row.parse("state")?,
        head: row.get("head")?,
        n_read: row.get("n_read")?,
        next_line: row.get("next_line")?,
        n_values: row.get("n_values")?,
        n_done: row.get("n_done")?,
        at: (row.get("at_place")?, row.get("at_period")?),
        n_rows: row.get("n_rows")?,
        n_new: row.get("n_new")?,
        n_changed: row.get("n_changed")?,
        n_unchanged: row.get("n_unchanged")?,
        n_problems: row.get("n_problems")?,
        is_cut: row.get("is_cut")?,
        remarks: row.get("remarks")?,
        reason: row.get("reason")?,
        made: row.get("made_at")?,
        version: row.get("version")?,
    })
}

/// A file, without asking who wants to know. Pages go through [`open_upload`].
pub async fn upload(db: &impl Read, id: UploadId) -> Result<Option<Upload>, Error> {
    db.one("select * from upload where id = $1", values![id], read).await
}

/// Opens one's own file; nobody else's is there.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open_upload(
    db: &impl Read,
    actor: &Actor,
    id: UploadId,
    action: Action,
) -> Result<Granted<Upload>, Error> {
    let found = upload(db, id).await?.ok_or(Error::NotFound)?;
    if actor.person() != Some(found.person) {
        return Err(Error::NotFound);
    }
    let on = Target::own(found.person);
    Ok(access::grant(actor, action, &on, found)?)
}

/// One's own files, newest first.
pub async fn uploads_of(db: &impl Read, person: PersonId) -> Result<Vec<Upload>, Error> {
    let sql = format!("select * from upload where person_id = $1 order by made_at desc, id desc limit {MOST_LISTED}");
    db.all(&sql, values![person], read).await
}

/// Begins a file.
pub async fn begin_upload(tx: &Tx, new: &Granted<Upload>) -> Result<(), Error> {
    Insert::into("upload")
        .set("id", new.id)
        .set("person_id", new.person)
        .set("name", &new.name)
        .set("sender", &new.sender)
        .set("digest", "")
        .set("mapping", &new.mapping)
        .set("metadata", &new.metadata)
        .set("n_bytes", new.n_bytes)
        .set("n_stored", 0_i64)
        .set("n_parts", 0_i64)
        .set("state", UploadState::Receiving.name())
        .set("head", "")
        .set("n_read", 0_i64)
        .set("next_line", 1_i64)
        .set("n_values", 0_i64)
        .set("n_done", 0_i64)
        .set("at_place", "")
        .set("at_period", "")
        .set("n_rows", 0_i64)
        .set("n_new", 0_i64)
        .set("n_changed", 0_i64)
        .set("n_unchanged", 0_i64)
        .set("n_problems", 0_i64)
        .set("is_cut", false)
        .set("remarks", "")
        .set("reason", "")
        .set("made_at", tx.now())
        .set("version", 1_i64)
        .run(tx)
        .await
}

/// Keeps the next part. When it is the last, the file is read from now on.
///
/// # Errors
///
/// [`Error::Stale`] when another part has come meanwhile.
pub async fn put_part(tx: &Tx, upload: &Granted<Upload>, (body, n): (&str, i64)) -> Result<(), Error> {
    let stored = upload.n_stored + n;
    let state = if upload.n_bytes <= stored { UploadState::Reading } else { UploadState::Receiving };
    let sql = "update upload set n_stored = $1, n_parts = n_parts + 1, state = $2, version = version + 1
         where id = $3 and version = $4 and state = 'receiving'";
    if tx.run(sql, values![stored, state.name(), upload.id, upload.version]).await? == 0 {
        return Err(Error::Stale);
    }
    Insert::into("upload_part")
        .set("upload_id", upload.id)
        .set("ord", upload.n_parts)
        .set("from_byte", upload.n_stored)
        .set("n_bytes", n)
        .set("body", body)
        .run(tx)
        .await?;
    if state == UploadState::Reading { ask_to_take(tx, upload.id, upload.version + 1).await } else { Ok(()) }
}

/// Asks for the next step with a file.
pub async fn ask_to_take(tx: &Tx, id: UploadId, version: i64) -> Result<(), Error> {
    let payload = json!({ "upload": id.to_string() });
    jobs::ask(tx, TAKE, &payload, tx.now(), Some(&format!("{TAKE}:{id}:{version}"))).await.map(|_| ())
}

/// The parts that hold the bytes from `from` on, as (first byte, base64), as many as hold `n` bytes.
pub async fn parts(db: &impl Read, id: UploadId, (from, n): (i64, i64)) -> Result<Vec<(i64, String)>, Error> {
    let sql = "select from_byte, body from upload_part
         where upload_id = $1 and $2 < from_byte + n_bytes and from_byte < $3 order by ord";
    db.all(sql, values![id, from, from + n], |row| Ok((row.get("from_byte")?, row.get("body")?))).await
}

/// Keeps how far a file has come. `false` when it has been called off, or someone else took this step.
pub async fn step_upload(tx: &Tx, now: &Upload) -> Result<bool, Error> {
    let sql = "update upload set state = $1, head = $2, n_read = $3, next_line = $4, n_rows = $5, n_new = $6,
             n_changed = $7, n_unchanged = $8, n_problems = $9, is_cut = $10, reason = $11, digest = $12,
             n_values = $13, n_done = $14, at_place = $15, at_period = $16, remarks = $17, version = version + 1
         where id = $18 and version = $19";
    let asked = values![
        now.state.name(),
        &now.head,
        now.n_read,
        now.next_line,
        now.n_rows,
        now.n_new,
        now.n_changed,
        now.n_unchanged,
        now.n_problems,
        now.is_cut,
        &now.reason,
        &now.digest,
        now.n_values,
        now.n_done,
        &now.at.0,
        &now.at.1,
        &now.remarks,
        now.id,
        now.version
    ];
    let is_mine = tx.run(sql, asked).await? == 1;
    if is_mine && matches!(now.state, UploadState::Done | UploadState::Refused | UploadState::Cancelled) {
        for table in ["upload_part", "upload_row"] {
            Delete::from(tx, table, "upload_id", now.id).await?;
        }
    }
    Ok(is_mine)
}

/// Calls off what nobody has gone on with since `idle`, and forgets what came to an end before `old`. Returns how many
/// files were called off.
pub async fn sweep_uploads(tx: &Tx, (idle, old): (Timestamp, Timestamp)) -> Result<u64, Error> {
    let sql = "update upload set state = 'cancelled', version = version + 1
         where made_at < $1 and state in ('receiving', 'ready')";
    let n = tx.run(sql, values![idle]).await?;
    for table in ["upload_part", "upload_row"] {
        let ended = "select id from upload where state in ('done', 'refused', 'cancelled')";
        tx.run(&format!("delete from {table} where upload_id in ({ended})"), vec![]).await?;
    }
    let gone = "select id from upload where made_at < $1 and state in ('done', 'refused', 'cancelled')";
    tx.run(&format!("delete from upload_problem where upload_id in ({gone})"), values![old]).await?;
    tx.run(&format!("delete from upload where id in ({gone})"), values![old]).await?;
    Ok(n)
}

/// Keeps a row; `false` when the file has said the same before.
pub async fn put_row(tx: &Tx, id: UploadId, (place, period): (&str, &str), row: (i64, &str)) -> Result<bool, Error> {
    let sql = "insert into upload_row (upload_id, place, period, line, said) values ($1, $2, $3, $4, $5)
         on conflict (upload_id, place, period) do nothing";
    Ok(tx.run(sql, values![id, place, period, row.0, row.1]).await? == 1)
}

/// Puts rows by: each with its place, period and line. Those that were put by before stay as they are.
pub async fn put_rows(tx: &Tx, id: UploadId, rows: &[(String, String, i64, String)]) -> Result<(), Error> {
    for rows in rows.chunks(AT_ONCE) {
        let places: Vec<String> = (0..rows.len())
            .map(|n| format!("($1, ${}, ${}, ${}, ${})", 4 * n + 2, 4 * n + 3, 4 * n + 4, 4 * n + 5))
            .collect();
        let sql = format!(
            "insert into upload_row (upload_id, place, period, line, said) values {}
             on conflict (upload_id, place, period) do nothing",
            places.join(", ")
        );
        let mut said = values![id];
        for (place, period, line, row) in rows {
            said.extend(values![place, period, *line, row]);
        }
        tx.run(&sql, said).await?;
    }
    Ok(())
}

/// The rows after a place and period, in their order: (place, period, row).
pub async fn rows_after(
    db: &impl Read,
    id: UploadId,
    (place, period): (&str, &str),
    limit: i64,
) -> Result<Vec<(String, String, String)>, Error> {
    let sql = "select place, period, said from upload_row
         where upload_id = $1 and (place > $2 or (place = $2 and period > $3)) order by place, period limit $4";
    db.all(sql, values![id, place, period, limit], |row| Ok((row.get("place")?, row.get("period")?, row.get("said")?)))
        .await
}

/// Keeps a problem.
pub async fn put_problem(tx: &Tx, id: UploadId, ord: i64, problem: &KeptProblem) -> Result<(), Error> {
    let args: Vec<String> = problem.args.iter().flat_map(|(name, value)| [name.clone(), value.clone()]).collect();
    Insert::into("upload_problem")
        .set("upload_id", id)
        .set("ord", ord)
        .set("line", problem.line)
        .set("place_column", &problem.column)
        .set("key", &problem.key)
        .set("args", args.join("\u{1f}"))
        .or_replace("upload_id, ord")
        .run(tx)
        .await
}

/// What is wrong with a file, in its order.
pub async fn problems_of(db: &impl Read, id: UploadId, limit: i64) -> Result<Vec<KeptProblem>, Error> {
    let sql = "select line, place_column, key, args from upload_problem where upload_id = $1 order by ord limit $2";
    db.all(sql, values![id, limit], |row| {
        let args: String = row.get("args")?;
        let parts: Vec<&str> = args.split('\u{1f}').collect();
        let pair = |pair: &[&str]| Some(((*pair.first()?).to_owned(), (*pair.get(1)?).to_owned()));
        Ok(KeptProblem {
            line: row.get("line")?,
            column: row.get("place_column")?,
            key: row.get("key")?,
            args: parts.chunks(2).filter_map(pair).collect(),
        })
    })
    .await
}
