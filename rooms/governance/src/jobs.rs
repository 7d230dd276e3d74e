//! What the room does in the background.

use varde_kernel::access::{Author, System};
use varde_store::jobs::{self, Job};
use varde_web::{App, BoxFuture, Every, JobKind};

use crate::{rules, store};

/// The room's background work.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind { name: "governance.retention", run: retention, every: Some(Every::Day) }]
}

/// Removes names from seats whose time was over long enough ago.
fn retention<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<(), varde_store::Error>> {
    Box::pin(async move {
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        let days = store::retention_days(&tx, app.config().settings.get(store::RETENTION).map(String::as_str)).await?;
        store::forget_names(&tx, rules::forget_ended_by(app.today(), days)).await?;
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}
