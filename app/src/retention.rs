//! Lets go of what the history need not keep: daily, as the setting `history_days` says.

use jiff::{Timestamp, ToSpan};
use varde_kernel::access::{Author, System};
use varde_store::jobs::{self, Job};
use varde_store::{Error, history};
use varde_web::{App, BoxFuture, Every, JobKind};

/// The setting that says how many days payloads are kept.
pub const DAYS: &str = "history.days";

/// The setting that says how many days jobs that are done are kept.
pub const JOB_DAYS: &str = "jobs.days";
/// Fewer days than this and a regular job could be asked for twice in a day: its row remembers it.
pub const FEWEST_JOB_DAYS: u32 = 2;

/// The program's own background work.
pub fn kinds() -> Vec<JobKind> {
    vec![
        JobKind { name: "history.retention", run: forget, every: Some(Every::Day) },
        JobKind { name: "jobs.retention", run: sweep, every: Some(Every::Day) },
    ]
}

/// Deletes jobs that were done long ago. Without the setting nothing is deleted.
fn sweep<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let days: Option<u32> = app.config().settings.get(JOB_DAYS).and_then(|days| days.parse().ok());
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        if let Some(before) = days.and_then(|days| kept_since(app.now(), days.max(FEWEST_JOB_DAYS))) {
            jobs::sweep(&tx, before).await?;
        }
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

/// The instant before which payloads are no longer kept. `None` when the calendar did not reach
/// that far back, so that everything is kept.
pub fn kept_since(now: Timestamp, days: u32) -> Option<Timestamp> {
    now.checked_sub((i64::from(days) * 24).hours()).ok()
}

/// Deletes payloads whose time is over; a line says so. Without the setting nothing is deleted.
fn forget<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(async move {
        let days = app.config().settings.get(DAYS).and_then(|days| days.parse().ok());
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        if let Some(before) = days.and_then(|days| kept_since(app.now(), days)) {
            history::delete_payloads(&tx, before).await?;
        }
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}
