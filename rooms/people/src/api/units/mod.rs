//! The API of the organisation and of the actors.

mod history;
mod planned;
mod read;
mod who;
mod wire;
mod write;

use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(OpenApi)]
#[openapi(paths(
    read::list,
    read::show,
    read::actors,
    who::who,
    history::of,
    write::create,
    write::update,
    write::relocate,
    write::merge,
    write::split,
    write::close,
    write::import,
    write::import_klass,
    planned::show,
    planned::cancel,
    planned::redate
))]
struct Described;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    let edit = Need::May(Kind::Unit, Action::Edit);
    let create = Need::May(Kind::Unit, Action::Create);
    vec![
        Route::get("/api/v1/units", Need::SignedIn, read::list),
        Route::post("/api/v1/units", create, write::create),
        Route::post("/api/v1/units/import", create, write::import),
        Route::post("/api/v1/units/import/klass", create, write::import_klass),
        Route::get("/api/v1/units/{id}", Need::SignedIn, read::show),
        Route::get("/api/v1/units/{id}/who", Need::SignedIn, who::who),
        Route::get("/api/v1/units/{id}/history", Need::May(Kind::History, Action::Read), history::of),
        Route::put("/api/v1/units/{id}", edit, write::update),
        Route::post("/api/v1/units/{id}/move", edit, write::relocate),
        Route::post("/api/v1/units/{id}/merge", edit, write::merge),
        Route::post("/api/v1/units/{id}/split", edit, write::split),
        Route::post("/api/v1/units/{id}/close", edit, write::close),
        Route::get("/api/v1/planned-changes/{id}", edit, planned::show),
        Route::post("/api/v1/planned-changes/{id}/cancel", edit, planned::cancel),
        Route::post("/api/v1/planned-changes/{id}/day", edit, planned::redate),
        Route::get("/api/v1/actors", Need::SignedIn, read::actors),
    ]
}

/// Their description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}
