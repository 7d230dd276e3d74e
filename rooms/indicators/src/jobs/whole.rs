//! Large files that cannot be read in portions: workbooks, Parquet, JSON and XML. They are read whole, aside, and put by
//! as rows in our codes; from then on they are held against what is known a portion at a time. A machine that stops
//! goes on with the rows that are put by; only while it puts them by is the file read again.

use varde_kernel::Problems;
use varde_kernel::access::{Author, System};
use varde_store::Error;
use varde_store::jobs::Job;
use varde_web::App;

use super::take::{ROWS, bytes_from, count, done, length, sender, step, tell_all};
use crate::import::dhis2::metadata::Metadata;
use crate::import::portion::{KeptRow, MAX_WHOLE_ROWS};
use crate::import::said::pack_remarks;
use crate::import::sender::Mapping;
use crate::import::values::{self, Line};
use crate::model::Upload;
use crate::store;

/// Reads a file, and puts by what it says. What is wrong with the file itself refuses it here.
pub(super) async fn put_by(app: &App, job: &Job, mut upload: Upload, metadata: Option<&Metadata>) -> Result<(), Error> {
    let mapping = Mapping::unpacked(&upload.mapping);
    let bytes = all_bytes(app, &upload).await?;
    let known = (&mapping, metadata);
    let (lines, mut reading) = values::read_aside(app.db(), MAX_WHOLE_ROWS, bytes, known, app.today()).await?;
    upload.n_read = upload.n_bytes;
    upload.remarks = pack_remarks(&reading.remarks);
    if !reading.problems.is_empty() || lines.is_empty() {
        let tree = app.tree().await?;
        let actor = sender(app, &tree, &upload).await?;
        values::more_faults(app.db(), &actor, &tree, &reading.unfit, &mut reading.problems).await?;
        reading.problems.sort_by_line();
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        tell_all(&tx, &mut upload, &reading.problems).await?;
        return step(app, job, (tx, upload), true).await;
    }
    (upload.n_values, upload.n_done) = (number(lines.len()), 0);
    for lines in lines.chunks(usize::try_from(ROWS).unwrap_or(1)) {
        let rows: Vec<_> = lines.iter().map(row).collect();
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        store::put_rows(&tx, upload.id, &rows).await?;
        upload.n_done += number(lines.len());
        if upload.n_done == upload.n_values {
            return step(app, job, (tx, upload), false).await;
        }
        if !store::step_upload(&tx, &upload).await? {
            // Called off meanwhile, or another worker has it.
            drop(tx);
            return done(app, job).await;
        }
        tx.commit().await?;
        upload.version += 1;
    }
    Ok(())
}

async fn all_bytes(app: &App, upload: &Upload) -> Result<Vec<u8>, Error> {
    let mut all = Vec::with_capacity(usize::try_from(upload.n_bytes).unwrap_or(0));
    loop {
        let more = bytes_from(app, upload, length(&all)).await?;
        if more.is_empty() {
            return Ok(all);
        }
        all.extend(more);
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A row with its place, its period and its line.
fn row(line: &Line) -> (String, String, i64, String) {
    let kept = KeptRow::new(line);
    (kept.place(), kept.period().to_owned(), number(line.line), kept.packed())
}

/// Holds the next rows that are put by against what is known.
pub(super) async fn check_on(app: &App, job: &Job, mut upload: Upload) -> Result<(), Error> {
    let tree = app.tree().await?;
    let rows = store::rows_after(app.db(), upload.id, (&upload.at.0, &upload.at.1), ROWS).await?;
    let lines = rows.iter().filter_map(|(.., said)| KeptRow::unpacked(said)).collect();
    let actor = sender(app, &tree, &upload).await?;
    let report = values::check(app.db(), &actor, &tree, (lines, Problems::new())).await?;
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    tell_all(&tx, &mut upload, &report.problems).await?;
    count(&mut upload, report.counts());
    upload.n_rows += number(report.rows.len());
    upload.n_done += number(rows.len());
    let ended = number(rows.len()) < ROWS;
    if let Some((place, period, _)) = rows.into_iter().next_back() {
        upload.at = (place, period);
    }
    step(app, job, (tx, upload), ended).await
}
