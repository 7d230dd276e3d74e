//! The room for other programs: everything a page can do.

mod catalogue;
mod chart;
mod definitions;
mod export;
mod following;
mod notes;
mod register;
mod residence;
mod scan;
mod schedule;
mod uploads;
mod value;
mod wire;

use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(OpenApi)]
#[openapi(
    paths(
        catalogue::list,
        catalogue::create,
        catalogue::show,
        catalogue::update,
        catalogue::step,
        catalogue::figures,
        catalogue::import,
        export::values,
        export::measure,
        value::list,
        value::create,
        value::observations,
        value::former,
        value::record,
        value::affirm,
        chart::show,
        chart::of_unit,
        chart::versions,
        chart::decide,
        chart::signals,
        chart::signal,
        chart::answer,
        scan::list,
        scan::hits,
        scan::create,
        residence::show,
        definitions::create,
        uploads::create,
        uploads::part,
        uploads::show,
        uploads::apply,
        uploads::delete,
        notes::list,
        notes::create,
        notes::delete,
        schedule::show,
        schedule::put,
        register::list,
        register::create,
        register::show,
        register::update,
        register::of_unit,
        following::list,
        following::put,
        following::delete,
        following::seen,
    ),
    components(schemas(varde_web::ProblemDetails))
)]
struct Described;

/// The description of the room's part of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The room's addresses for other programs.
pub fn routes() -> Vec<Route> {
    let create = Need::May(Kind::Indicator, Action::Create);
    let edit = Need::May(Kind::Indicator, Action::Edit);
    vec![
        Route::get("/api/v1/indicators", Need::SignedIn, catalogue::list),
        Route::post("/api/v1/indicators", create, catalogue::create),
        Route::post("/api/v1/indicators/import", Need::SignedIn, catalogue::import),
        Route::post("/api/v1/indicators/definitions", create, definitions::create),
        Route::get("/api/v1/indicators/{id}", Need::SignedIn, catalogue::show),
        Route::put("/api/v1/indicators/{id}", edit, catalogue::update),
        Route::get("/api/v1/indicators/{id}/export/{format}", Need::SignedIn, export::values),
        Route::get("/api/v1/indicators/{id}/measure", Need::SignedIn, export::measure),
        Route::post("/api/v1/indicators/{id}/state", Need::SignedIn, catalogue::step),
        Route::get("/api/v1/figures", Need::SignedIn, catalogue::figures),
        Route::get("/api/v1/series", Need::SignedIn, value::list),
        Route::post("/api/v1/series", Need::SignedIn, value::create),
        Route::get("/api/v1/series/{id}/observations", Need::SignedIn, value::observations),
        Route::get("/api/v1/series/{id}/former", Need::SignedIn, value::former),
        Route::put("/api/v1/series/{id}/observations/{period}", Need::SignedIn, value::record),
        Route::post("/api/v1/series/{id}/affirm", Need::SignedIn, value::affirm),
        Route::get("/api/v1/series/{id}/chart", Need::SignedIn, chart::show),
        Route::put("/api/v1/series/{id}/chart", Need::SignedIn, chart::decide),
        Route::get("/api/v1/series/{id}/chart/versions", Need::SignedIn, chart::versions),
        Route::get("/api/v1/indicators/{id}/units/{unit}/chart", Need::SignedIn, chart::of_unit),
        Route::get("/api/v1/indicators/{id}/residence", Need::SignedIn, residence::show),
        Route::get("/api/v1/series/{id}/notes", Need::SignedIn, notes::list),
        Route::post("/api/v1/series/{id}/notes", Need::SignedIn, notes::create),
        Route::delete("/api/v1/series/{id}/notes/{note}", Need::SignedIn, notes::delete),
        Route::get("/api/v1/indicators/{id}/schedule", Need::SignedIn, schedule::show),
        Route::put("/api/v1/indicators/{id}/schedule", edit, schedule::put),
        Route::post("/api/v1/uploads", Need::SignedIn, uploads::create),
        Route::get("/api/v1/uploads/{id}", Need::SignedIn, uploads::show),
        Route::put("/api/v1/uploads/{id}/parts/{n}", Need::SignedIn, uploads::part),
        Route::post("/api/v1/uploads/{id}/apply", Need::SignedIn, uploads::apply),
        Route::delete("/api/v1/uploads/{id}", Need::SignedIn, uploads::delete),
        Route::get("/api/v1/sources", Need::SignedIn, register::list),
        Route::post("/api/v1/sources", Need::May(Kind::DataSource, Action::Create), register::create),
        Route::get("/api/v1/sources/{id}", Need::May(Kind::DataSource, Action::Read), register::show),
        Route::put("/api/v1/sources/{id}", Need::May(Kind::DataSource, Action::Edit), register::update),
        Route::get("/api/v1/units/{id}/sources", Need::SignedIn, register::of_unit),
        Route::get("/api/v1/following", Need::May(Kind::Own, Action::Read), following::list),
        Route::post("/api/v1/following/seen", Need::May(Kind::Own, Action::Edit), following::seen),
        Route::put("/api/v1/indicators/{id}/units/{unit}/following", Need::SignedIn, following::put),
        Route::delete("/api/v1/indicators/{id}/units/{unit}/following", Need::SignedIn, following::delete),
        Route::get("/api/v1/scans", Need::SignedIn, scan::list),
        Route::post("/api/v1/scans", Need::May(Kind::Scan, Action::Create), scan::create),
        Route::get("/api/v1/scans/{id}/hits", Need::SignedIn, scan::hits),
        Route::get("/api/v1/signals", Need::SignedIn, chart::signals),
        Route::get("/api/v1/signals/{id}", Need::May(Kind::Signal, Action::Read), chart::signal),
        Route::post("/api/v1/signals/{id}/state", Need::May(Kind::Signal, Action::Answer), chart::answer),
    ]
}
