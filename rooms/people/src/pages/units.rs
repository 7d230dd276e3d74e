//! Pages of the organisation.

use maud::Markup;
use varde_web::{BoxFuture, Error, HomeAsk, JobKind, MenuEntry, Route};

/// The routes of the organisation's pages.
pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}

/// The organisation's places in the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    Vec::new()
}

/// What runs in the background for the organisation.
pub(crate) fn jobs() -> Vec<JobKind> {
    Vec::new()
}

/// The start page's part about one's own duties.
pub(crate) fn home<'a>(_: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>> {
    Box::pin(async { Ok(Markup::default()) })
}
