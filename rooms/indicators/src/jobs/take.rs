//! Taking a large file: one portion for each job, so that it goes on where it stopped when the machine does; then all of it
//! in one transaction, or nothing. What cannot be read in portions is read in [`super::whole`].

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use jiff::{Timestamp, ToSpan};
use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{Place, Problem, Problems, UnitTree, UploadId};
use varde_store::jobs::{self, Job};
use varde_store::{Error, Json, Tx};
use varde_web::{App, BoxFuture};

use super::whole;
use crate::import::dhis2::metadata::Metadata;
use crate::import::portion::{self, KeptRow, MAX_UPLOAD_ROWS, PORTION, n_lines, read, records};
use crate::import::sender::Mapping;
use crate::import::store as senders;
use crate::import::values::{self, Counts, MAX_PROBLEMS, Report};
use crate::import::{kind, translate};
use crate::model::{KeptProblem, Upload, UploadState};
use crate::store;

/// How many rows are written at a time, within the one transaction.
pub(super) const ROWS: i64 = 5_000;

/// Takes a file one step further.
pub(super) fn run<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let id = serde_json::from_str::<Json>(&job.payload)
            .ok()
            .and_then(|payload| payload.get("upload")?.as_str()?.parse::<UploadId>().ok());
        let upload = match id {
            Some(id) => store::upload(app.db(), id).await?,
            None => None,
        };
        match upload.as_ref().map(|upload| upload.state) {
            Some(UploadState::Reading) => go_on(app, job, upload.ok_or(Error::NotFound)?).await,
            Some(UploadState::Applying) => apply(app, job, upload.ok_or(Error::NotFound)?).await,
            _ => done(app, job).await,
        }
    })
}

/// For how many days a file waits for its parts or for a yes.
const IDLE_DAYS: i64 = 30;
/// For how many days one can see what became of a file.
const KEPT_DAYS: i64 = 90;

/// Calls off files that nobody has gone on with, and forgets old ones.
pub(super) fn sweep<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let before = |days: i64| app.now().checked_sub((days * 24).hours()).unwrap_or(Timestamp::MIN);
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        store::sweep_uploads(&tx, (before(IDLE_DAYS), before(KEPT_DAYS))).await?;
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

/// Reads on: in portions where the file can be read so, and otherwise all of it first.
async fn go_on(app: &App, job: &Job, mut upload: Upload) -> Result<(), Error> {
    if upload.digest.is_empty() {
        upload.digest = digest(app, &upload).await?;
    }
    let metadata = Metadata::unpacked(&upload.metadata);
    if 0 < upload.n_values && upload.n_values <= upload.n_done {
        return whole::check_on(app, job, upload).await;
    }
    let is_begun = !upload.head.is_empty();
    let start = if is_begun { Vec::new() } else { bytes_from(app, &upload, 0).await? };
    if is_begun || portion::fits(&start, &Mapping::unpacked(&upload.mapping), metadata.as_ref()) {
        return read_on(app, job, upload).await;
    }
    whole::put_by(app, job, upload, metadata.as_ref()).await
}

/// The digest by which the same file is known again, however it is sent.
async fn digest(app: &App, upload: &Upload) -> Result<String, Error> {
    let (mut digest, mut from) = (kind::Digesting::default(), 0);
    while from < upload.n_bytes {
        let bytes = bytes_from(app, upload, from).await?;
        if bytes.is_empty() {
            break;
        }
        from += length(&bytes);
        digest.add(&bytes);
    }
    Ok(digest.done())
}

pub(super) fn length(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

pub(super) async fn done(app: &App, job: &Job) -> Result<(), Error> {
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    jobs::done(&tx, job.id).await?;
    tx.commit().await
}

/// Whoever sent the file, with the roles of today: each row is asked about as them.
pub(super) async fn sender(app: &App, tree: &UnitTree, upload: &Upload) -> Result<Actor, Error> {
    let person = upload.person;
    let held = varde_people::store::holdings::held_on(app.db(), person, tree, app.today()).await?;
    Ok(Actor::Person { person, held, read_only: false })
}

/// Bytes of the file from a place on.
pub(super) async fn bytes_from(app: &App, upload: &Upload, from: i64) -> Result<Vec<u8>, Error> {
    let wanted = i64::try_from(PORTION).unwrap_or(i64::MAX);
    let mut bytes = Vec::new();
    for (first, body) in store::parts(app.db(), upload.id, (from, wanted)).await? {
        let part = BASE64.decode(body).unwrap_or_default();
        let skip = usize::try_from(from - first).unwrap_or(0);
        bytes.extend_from_slice(part.get(skip..).unwrap_or_default());
    }
    bytes.truncate(PORTION);
    Ok(bytes)
}

/// Reads the next portion and holds it against what is known. Nothing is written but what was found.
async fn read_on(app: &App, job: &Job, mut upload: Upload) -> Result<(), Error> {
    let tree = app.tree().await?;
    let mut problems = Problems::new();
    let mut bytes = bytes_from(app, &upload, upload.n_read).await?;
    let is_last = upload.n_bytes <= upload.n_read + length(&bytes);
    if is_last {
        upload.is_cut = bytes.last() != Some(&b'\n');
    } else if let Some((_, end)) = records(&bytes) {
        bytes.truncate(end);
    } else {
        problems.line(usize::try_from(upload.next_line).unwrap_or(1), None, "indicators-import-endless", vec![]);
        bytes.clear();
    }
    upload.n_read += length(&bytes);
    let mut first_line = upload.next_line;
    upload.next_line += n_lines(&bytes);
    let (head, start) = head_of(&upload, &bytes);
    if upload.head.is_empty() {
        first_line += n_lines(&head);
        upload.head = BASE64.encode(&head);
        bytes.drain(..start);
    }
    let report = if problems.is_empty() {
        look(app, &tree, &upload, (&head, &bytes), first_line).await?
    } else {
        Report::refused(problems)
    };
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    keep(&tx, &mut upload, &report).await?;
    if is_last && upload.n_rows == 0 && upload.n_problems == 0 {
        tell(&tx, &mut upload, (Some(1), "", "indicators-import-empty", &[])).await?;
    }
    // Without a whole record in a portion there is no way on.
    let ended = is_last || !report.problems.is_empty() && bytes.is_empty();
    step(app, job, (tx, upload), ended).await
}

/// Keeps how far a file has come. When that is the end, or enough is wrong with it, it is right or refused; otherwise the
/// next step is asked for.
pub(super) async fn step(app: &App, job: &Job, (tx, mut upload): (Tx, Upload), ended: bool) -> Result<(), Error> {
    let full = MAX_PROBLEMS <= usize::try_from(upload.n_problems).unwrap_or(usize::MAX);
    let ended = ended || full;
    if ended {
        upload.state = if upload.n_problems == 0 { UploadState::Ready } else { UploadState::Refused };
    }
    if store::step_upload(&tx, &upload).await? {
        if !ended {
            store::ask_to_take(&tx, upload.id, upload.version + 1).await?;
        }
        jobs::done(&tx, job.id).await?;
        return tx.commit().await;
    }
    // Called off meanwhile: what was found goes with it.
    drop(tx);
    done(app, job).await
}

/// The first line of the whole file, and where in these bytes the rest begins.
fn head_of(upload: &Upload, bytes: &[u8]) -> (Vec<u8>, usize) {
    if !upload.head.is_empty() {
        return (BASE64.decode(&upload.head).unwrap_or_default(), 0);
    }
    let end = records(bytes).map_or(bytes.len(), |(first, _)| first);
    (bytes.get(..end).unwrap_or_default().to_vec(), end)
}

/// What a portion would do. Whoever sends metadata beside a file has it read whole.
async fn look(
    app: &App,
    tree: &UnitTree,
    upload: &Upload,
    portion: (&[u8], &[u8]),
    first_line: i64,
) -> Result<Report, Error> {
    let db = app.db();
    let mapping = Mapping::unpacked(&upload.mapping);
    let reading = read(portion, first_line, (&mapping, None), app.today());
    let register = varde_people::store::units::register(db).await?;
    let codes = store::codes(db).await?;
    let (lines, mut reading) = translate::translate(reading, &mapping, None, &register, &codes);
    let actor = sender(app, tree, upload).await?;
    values::more_faults(db, &actor, tree, &reading.unfit, &mut reading.problems).await?;
    values::check(db, &actor, tree, (lines, reading.problems)).await
}

/// Keeps what is wrong.
pub(super) async fn tell_all(tx: &Tx, upload: &mut Upload, problems: &Problems) -> Result<(), Error> {
    for problem in problems {
        let (line, column) = match &problem.place {
            Place::Line(line, column) => (i64::try_from(*line).ok(), column.clone().unwrap_or_default()),
            Place::Field(_) | Place::Whole => (None, String::new()),
        };
        tell(tx, upload, (line, &column, problem.key, &args_of(problem))).await?;
    }
    Ok(())
}

/// Counts what rows would do.
pub(super) fn count(upload: &mut Upload, more: Counts) {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    upload.n_new += count(more.n_new);
    upload.n_changed += count(more.n_changed);
    upload.n_unchanged += count(more.n_unchanged);
}

/// Keeps what was found in a portion.
async fn keep(tx: &Tx, upload: &mut Upload, report: &Report) -> Result<(), Error> {
    tell_all(tx, upload, &report.problems).await?;
    for row in &report.rows {
        if MAX_UPLOAD_ROWS <= upload.n_rows {
            let max = [("max".to_owned(), MAX_UPLOAD_ROWS.to_string())];
            tell(tx, upload, (i64::try_from(row.line.line).ok(), "", "indicators-import-too-many", &max)).await?;
            break;
        }
        let kept = KeptRow::new(&row.line);
        let line = i64::try_from(row.line.line).unwrap_or(i64::MAX);
        if !store::put_row(tx, upload.id, (&kept.place(), kept.period()), (line, &kept.packed())).await? {
            tell(tx, upload, (Some(line), "", "indicators-upload-twice", &[])).await?;
            continue;
        }
        upload.n_rows += 1;
        count(upload, Counts::of(row.effect));
    }
    Ok(())
}

fn args_of(problem: &Problem) -> Vec<(String, String)> {
    problem.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// A problem: line, column, key, values for the message.
type Found<'a> = (Option<i64>, &'a str, &'a str, &'a [(String, String)]);

async fn tell(tx: &Tx, upload: &mut Upload, (line, column, key, args): Found<'_>) -> Result<(), Error> {
    if MAX_PROBLEMS <= usize::try_from(upload.n_problems).unwrap_or(usize::MAX) {
        return Ok(());
    }
    let problem = KeptProblem { line, column: column.to_owned(), key: key.to_owned(), args: args.to_vec() };
    store::put_problem(tx, upload.id, upload.n_problems, &problem).await?;
    upload.n_problems += 1;
    Ok(())
}

/// Writes all of the file, or nothing: each row is held against what is known once more, as its sender.
async fn apply(app: &App, job: &Job, mut upload: Upload) -> Result<(), Error> {
    let tree = app.tree().await?;
    let actor = sender(app, &tree, &upload).await?;
    let tx = app.begin_as(Author::Person(upload.person)).await?;
    let (mut place, mut period) = (String::new(), String::new());
    let mut counts = Counts::default();
    loop {
        let rows = store::rows_after(&tx, upload.id, (&place, &period), ROWS).await?;
        let Some((last_place, last_period, _)) = rows.last().cloned() else { break };
        (place, period) = (last_place, last_period);
        let lines = rows.iter().filter_map(|(.., said)| KeptRow::unpacked(said)).collect();
        let mut report = values::check(&tx, &actor, &tree, (lines, Problems::new())).await?;
        if !report.problems.is_empty() {
            drop(tx);
            return refuse(app, job, upload, &report).await;
        }
        counts += report.counts();
        values::apply(&tx, &mut report, &upload.reason).await?;
    }
    (upload.n_new, upload.n_changed, upload.n_unchanged) = (0, 0, 0);
    count(&mut upload, counts);
    upload.state = UploadState::Done;
    if let Some(known) = senders::sender(&tx, &upload.sender).await?
        && let Ok(granted) = senders::grant_sender(&actor, &tree, known)
    {
        senders::deliver(&tx, &granted, (&upload.digest, &upload.name), counts).await?;
    }
    if store::step_upload(&tx, &upload).await? {
        jobs::done(&tx, job.id).await?;
        return tx.commit().await;
    }
    drop(tx);
    done(app, job).await
}

/// Something has changed since the file was read: nothing of it is written.
async fn refuse(app: &App, job: &Job, mut upload: Upload, report: &Report) -> Result<(), Error> {
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    tell_all(&tx, &mut upload, &report.problems).await?;
    upload.state = UploadState::Refused;
    store::step_upload(&tx, &upload).await?;
    jobs::done(&tx, job.id).await?;
    tx.commit().await
}
