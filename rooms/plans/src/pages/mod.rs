//! What people meet.

mod beside;
pub(crate) mod followup;
pub(crate) mod goals;
pub(crate) mod plans;
pub(crate) mod tagging;

use varde_kernel::WorkItem;
use varde_web::ui::Icon;
use varde_web::{BoxFuture, HomeAsk, MenuEntry, Route, WorkAsk};

pub(crate) use beside::beside;
pub(crate) use followup::own_units;
pub(crate) use followup::pilots::sources;
pub(crate) use tagging::Thing;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = plans::routes();
    routes.extend(goals::routes());
    routes.extend(followup::routes());
    routes.extend(tagging::routes());
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

/// Places in the main menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    let mut menu = vec![
        MenuEntry::new("plans-menu-plans", "/plans", Icon::Document, 20).of_unit(),
        MenuEntry::new("plans-menu-goals", "/goals", Icon::Mountain, 22).of_unit(),
    ];
    menu.extend(followup::menu());
    menu
}

/// The room's part of the start page.
pub(crate) fn home<'a>(ask: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<maud::Markup, varde_web::Error>> {
    Box::pin(goals::home(ask))
}
