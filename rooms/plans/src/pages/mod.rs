//! What people meet.

pub(crate) mod followup;
mod goals;
mod plans;

use varde_kernel::WorkItem;
use varde_web::{BoxFuture, Route, WorkAsk};

pub(crate) use followup::own_units;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = plans::routes();
    routes.extend(goals::routes());
    routes.extend(followup::routes());
    routes
}

/// What the room asks people to do.
pub(crate) fn work<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(async move {
        let mut items = goals::work(ask).await?;
        items.extend(followup::work(ask).await?);
        Ok(items)
    })
}
