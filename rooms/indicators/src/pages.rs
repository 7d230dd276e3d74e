//! The room's pages.

mod catalogue;
pub mod charting;
mod definition;
pub mod definitions;
pub mod desk;
mod entry;
mod export;
pub mod following;
pub mod funnel;
pub mod import;
mod matrix;
pub mod measures;
mod multiples;
mod printed;
pub mod reading;
pub mod register;
pub mod relatives;
mod report;
pub mod residence;
pub mod rollup;
mod scan;
pub mod sheet;
mod signals;
pub mod sources;
pub mod uploads;

pub use catalogue::filter_of;
pub use definition::{insert, read_definition, take_step};
pub use entry::read_entry;
pub use export::{answer, asks_for_own, make as make_export};
pub use report::field_name;
pub use scan::ask_for as ask_for_scan;
pub use signals::{read_step, signal_filter};

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, header};
use varde_kernel::access::{Action, Author, Kind, System};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_web::ui::Icon;
use varde_web::{Ctx, Error, MenuEntry, Need, Route, UnitTab};

use crate::model::Indicator;
use crate::rules::disclosure::Sight;

/// The room's pages.
pub fn routes() -> Vec<Route> {
    let report = Need::May(Kind::Series, Action::Answer);
    let chart = Need::May(Kind::ChartSpec, Action::Create);
    let create = Need::May(Kind::Indicator, Action::Create);
    let edit = Need::May(Kind::Indicator, Action::Edit);
    vec![
        Route::get("/indicators", Need::SignedIn, catalogue::list),
        Route::post("/indicators", create, definition::create),
        Route::get("/indicators/new", create, definition::new),
        Route::get("/indicators/definitions", create, definitions::new),
        Route::post("/indicators/definitions", create, definitions::create),
        Route::get("/indicators/figures", Need::SignedIn, catalogue::figures),
        Route::get("/indicators/import", Need::SignedIn, import::new),
        Route::post("/indicators/import", Need::SignedIn, import::look),
        Route::post("/indicators/import/confirm", Need::SignedIn, import::confirm),
        Route::get("/indicators/{id}", Need::SignedIn, definition::show),
        Route::get("/indicators/{id}/edit", edit, definition::edit),
        Route::post("/indicators/{id}/edit", edit, definition::update),
        Route::get("/indicators/{id}/state", Need::SignedIn, definition::state),
        Route::post("/indicators/{id}/state", Need::SignedIn, definition::step),
        Route::get("/indicators/{id}/funnel", Need::SignedIn, funnel::show),
        Route::get("/indicators/{id}/residence", Need::SignedIn, residence::show),
        Route::get("/indicators/{id}/multiples", Need::SignedIn, multiples::show),
        Route::get("/indicators/{id}/schedule", edit, sheet::schedule),
        Route::post("/indicators/{id}/schedule", edit, sheet::reschedule),
        Route::get("/indicators/{id}/export", Need::SignedIn, export::table),
        Route::get("/indicators/{id}/export/{format}", Need::SignedIn, export::file),
        Route::get("/indicators/{id}/units/{unit}", Need::SignedIn, entry::show),
        Route::post("/indicators/{id}/units/{unit}", report, entry::record),
        Route::get("/indicators/{id}/units/{unit}/pdf", Need::SignedIn, printed::series),
        Route::post("/indicators/{id}/units/{unit}/affirm", report, entry::affirm),
        Route::get("/indicators/{id}/units/{unit}/chart", Need::SignedIn, charting::show),
        Route::post("/indicators/{id}/units/{unit}/chart", chart, charting::decide),
        Route::post("/indicators/{id}/units/{unit}/notes", Need::May(Kind::PointNote, Action::Create), charting::note),
        Route::post("/indicators/{id}/units/{unit}/suggestions", chart, charting::answer),
        Route::get("/units/{id}/indicators", Need::SignedIn, matrix::show),
        Route::get("/units/{id}/entry", report, report::show),
        Route::post("/units/{id}/entry", report, report::record),
        Route::get("/indicators/{id}/follow", Need::SignedIn, following::ask),
        Route::post("/indicators/{id}/follow", Need::SignedIn, following::follow),
        Route::get("/following", Need::May(Kind::Own, Action::Read), following::list),
        Route::post("/following/seen", Need::May(Kind::Own, Action::Edit), following::seen),
        Route::post("/following/stop", Need::May(Kind::Own, Action::Edit), following::stop),
        Route::get("/sources", Need::SignedIn, register::list),
        Route::post("/sources", Need::May(Kind::DataSource, Action::Create), register::create),
        Route::get("/sources/new", Need::May(Kind::DataSource, Action::Create), register::new),
        Route::get("/sources/{id}", Need::May(Kind::DataSource, Action::Read), register::show),
        Route::get("/sources/{id}/edit", Need::May(Kind::DataSource, Action::Edit), register::edit),
        Route::post("/sources/{id}/edit", Need::May(Kind::DataSource, Action::Edit), register::update),
        Route::get("/units/{id}/sources", Need::SignedIn, register::of_unit),
        Route::get("/uploads", Need::SignedIn, uploads::list),
        Route::post("/uploads", Need::SignedIn, uploads::create),
        Route::get("/uploads/{id}", Need::SignedIn, uploads::show),
        Route::post("/uploads/{id}/apply", Need::SignedIn, uploads::apply),
        Route::post("/uploads/{id}/cancel", Need::SignedIn, uploads::call_off),
        Route::get("/scans", Need::SignedIn, scan::show),
        Route::post("/scans", Need::May(Kind::Scan, Action::Create), scan::ask),
        Route::get("/signals", Need::SignedIn, signals::list),
        Route::get("/signals/{id}", Need::May(Kind::Signal, Action::Read), signals::show),
        Route::post("/signals/{id}", Need::May(Kind::Signal, Action::Answer), signals::step),
    ]
}

/// The room's places in the menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![
        MenuEntry::new("indicators-menu", "/indicators", Icon::Chart, 40),
        MenuEntry::new("indicators-signals-title", "/signals", Icon::Alarm, 41).of_unit(),
        MenuEntry::new("indicators-scan-title", "/scans", Icon::Eye, 42),
        MenuEntry::new("indicators-following-title", "/following", Icon::Inbox, 43),
    ]
}

/// The room's pages about one unit.
pub fn unit_tabs() -> Vec<UnitTab> {
    vec![
        UnitTab { key: "indicators-menu", path: "/indicators", order: 25, need: None },
        UnitTab { key: "indicators-beside-tab", path: "/sources", order: 26, need: None },
    ]
}

/// A text as a file to keep.
fn csv_file(name: &str, text: String) -> Response {
    let safe: String =
        name.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-')).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{safe}.csv\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers: [(HeaderName, HeaderValue); 2] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, text).into_response()
}

/// The names of those who wrote something.
async fn names(cx: &Ctx, authors: impl Iterator<Item = Option<Author>>) -> Result<HashMap<PersonId, String>, Error> {
    let mut persons: Vec<PersonId> = authors
        .filter_map(|author| match author {
            Some(Author::Person(person)) => Some(person),
            Some(Author::System(_) | Author::Anonymous) | None => None,
        })
        .collect();
    persons.sort_unstable();
    persons.dedup();
    Ok(varde_people::names(cx.db(), &persons).await?)
}

/// Who wrote something. A person who is gone is a colleague.
fn who(cx: &Ctx, names: &HashMap<PersonId, String>, author: Option<Author>) -> String {
    match author {
        Some(Author::Person(person)) => names.get(&person).cloned().unwrap_or_else(|| cx.t("indicators-by-someone")),
        Some(Author::Anonymous) | None => cx.t("indicators-by-someone"),
        Some(Author::System(System::Content)) => cx.t("indicators-by-content"),
        Some(Author::System(_)) => cx.t("indicators-by-varde"),
    }
}

/// Units that the visitor holds a role on and may do this to an indicator's series or definition.
fn held_units(cx: &Ctx, tree: &UnitTree, kind: Kind, action: Action) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = cx
        .actor()
        .held()
        .iter()
        .map(|held| held.unit)
        .filter(|unit| tree.get(*unit).is_some())
        .filter(|unit| cx.may(action, &varde_kernel::access::Target::open(kind, tree.line(*unit))))
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// As whom the visitor reads values.
pub fn sight<'a>(cx: &'a Ctx, tree: &'a UnitTree) -> Sight<'a> {
    Sight::Of(cx.actor(), tree)
}

/// The unit whose values speak for the whole country: the indicator's own when it is the nation.
fn nation(tree: &UnitTree, indicator: &Indicator) -> Option<UnitId> {
    let is_nation = |unit: &UnitId| tree.get(*unit).is_some_and(|unit| unit.kind == varde_kernel::UnitKind::Nation);
    indicator.unit.filter(is_nation).or_else(|| tree.roots().iter().copied().find(is_nation))
}
