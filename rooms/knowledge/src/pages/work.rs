//! What the room asks people to do.

use varde_kernel::access::{self, Action};
use varde_kernel::{UnitId, WorkItem};
use varde_web::{BoxFuture, WorkAsk};

use crate::store;

/// Documents that should have been looked at again, and requests that nobody has answered, where
/// the asker keeps the documents.
pub(crate) fn items<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(async move {
        let may = |unit: Option<UnitId>| access::may(ask.actor, Action::Edit, &store::target(ask.tree, unit, true));
        let mut units: Vec<UnitId> =
            ask.actor.held().iter().map(|held| held.unit).filter(|unit| may(Some(*unit))).collect();
        units.sort_unstable();
        units.dedup();
        let Some(first) = units.first().copied() else { return Ok(Vec::new()) };
        let national = may(None);
        let mut items: Vec<WorkItem> = store::due(ask.db, &units, national, ask.today)
            .await?
            .into_iter()
            .map(|document| WorkItem {
                ask: "knowledge-work-due",
                title: document.draft.name.get(ask.say.locale()).to_owned(),
                href: format!("/documents/{}", document.id),
                unit: document.draft.unit.unwrap_or(first),
                due: document.draft.review_by,
            })
            .collect();
        let requests = store::unanswered(ask.db, &units, national).await?;
        items.extend(requests.into_iter().map(|(id, unit, name)| WorkItem {
            ask: "knowledge-work-request",
            title: name.get(ask.say.locale()).to_owned(),
            href: format!("/documents/requests/{id}"),
            unit: unit.unwrap_or(first),
            due: None,
        }));
        Ok(items)
    })
}
