//! `/api/v1`: sending in reports and following one's own, and incidents for those who handle them.

mod incidents;
mod reports;
mod wire;

use utoipa::OpenApi as _;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(utoipa::OpenApi)]
#[openapi(paths(
    reports::list,
    reports::create,
    reports::show,
    incidents::list,
    incidents::show,
    incidents::adverse_event
))]
struct Api;

/// The room's part of the API's description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

pub(crate) fn routes() -> Vec<Route> {
    let read = Need::May(Kind::Incident, Action::Read);
    vec![
        Route::get("/api/v1/reports", Need::SignedIn, reports::list),
        Route::post("/api/v1/reports", Need::SignedIn, reports::create),
        Route::get("/api/v1/reports/{id}", Need::SignedIn, reports::show),
        Route::get("/api/v1/incidents", Need::SignedIn, incidents::list),
        Route::get("/api/v1/incidents/{id}", read, incidents::show),
        Route::get("/api/v1/incidents/{id}/adverse-event", read, incidents::adverse_event),
    ]
}
