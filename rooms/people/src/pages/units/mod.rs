//! Pages of the organisation.

pub(crate) mod change;
pub(crate) mod doing;
pub(crate) mod fields;
pub(crate) mod follows;
pub(crate) mod history;
mod import;
pub(crate) mod list;
pub(crate) mod planned;
mod show;
mod who;

use jiff::civil::Date;
use maud::Markup;
use varde_kernel::access::{Action, Author, Kind, System};
use varde_store::{Error as StoreError, jobs};
use varde_web::ui::Icon;
use varde_web::{App, BoxFuture, Error, Every, Fields, HomeAsk, JobKind, MenuEntry, Need, Route};

use super::actors;
use crate::store;

/// The routes of the organisation's pages.
pub(crate) fn routes() -> Vec<Route> {
    let edit = Need::May(Kind::Unit, Action::Edit);
    let create = Need::May(Kind::Unit, Action::Create);
    vec![
        Route::get("/units", Need::SignedIn, list::list),
        Route::get("/units/suggest", Need::SignedIn, list::suggest),
        Route::get("/units/new", create, change::new),
        Route::post("/units/new", create, change::create),
        Route::get("/units/import", create, import::show),
        Route::post("/units/import", create, import::check),
        Route::post("/units/import/apply", create, import::apply),
        Route::get("/units/{id}", Need::SignedIn, show::show),
        Route::get("/units/{id}/who", Need::SignedIn, who::who),
        Route::get("/units/{id}/history", Need::May(Kind::History, Action::Read), history::show),
        Route::get("/units/{id}/edit", edit, change::edit),
        Route::post("/units/{id}/edit", edit, change::update),
        Route::get("/units/{id}/move", edit, change::ask_move),
        Route::post("/units/{id}/move", edit, change::do_move),
        Route::get("/units/{id}/merge", edit, change::ask_merge),
        Route::post("/units/{id}/merge", edit, change::do_merge),
        Route::get("/units/{id}/split", edit, change::ask_split),
        Route::post("/units/{id}/split", edit, change::do_split),
        Route::get("/units/{id}/close", edit, change::ask_close),
        Route::post("/units/{id}/close", edit, change::do_close),
        Route::get("/planned-changes/{id}", edit, planned::show),
        Route::post("/planned-changes/{id}/cancel", edit, planned::cancel),
        Route::post("/planned-changes/{id}/day", edit, planned::put_on),
        Route::get("/actors", Need::SignedIn, actors::list),
        Route::get("/actors/{id}", Need::SignedIn, actors::show),
    ]
}

/// The organisation's places in the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    vec![
        MenuEntry::new("people-menu-units", "/units", Icon::Building, 70),
        MenuEntry::new("people-menu-actors", "/actors", Icon::Clipboard, 72),
    ]
}

/// What runs in the background for the organisation: changes planned for today take effect.
pub(crate) fn jobs() -> Vec<JobKind> {
    vec![JobKind { name: "people.lines", run: refresh, every: Some(Every::Day) }]
}

fn refresh<'a>(app: &'a App, job: &'a jobs::Job) -> BoxFuture<'a, Result<(), StoreError>> {
    Box::pin(async move {
        let today = app.today();
        let tx = app.begin_as(Author::System(System::Worker)).await?;
        let tree = store::units::tree(&tx, today).await?;
        store::units::refresh_lines(&tx, &tree).await?;
        jobs::done(&tx, job.id).await?;
        tx.commit().await
    })
}

/// The start page's part about one's own duties.
pub(crate) fn home<'a>(ask: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>> {
    Box::pin(actors::mine(ask))
}

/// The day that a page is asked to show. What is no day is told beside the field, and today shown.
pub(crate) fn as_of(query: &Fields) -> (Option<Date>, Option<&'static str>) {
    let text = query.text("as_of");
    let day = varde_web::read_date(text).filter(|day| (1800..=2200).contains(&day.year()));
    (day, (day.is_none() && !text.is_empty()).then_some("web-problem-date"))
}
