//! `/api/v1`: measures, their activities, and findings.

mod findings;
mod measures;
mod wire;

use utoipa::OpenApi as _;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(utoipa::OpenApi)]
#[openapi(paths(
    measures::list,
    measures::create,
    measures::show,
    measures::update,
    measures::step,
    measures::scope_changes,
    measures::scope,
    measures::uptake,
    measures::add_activity,
    measures::show_activity,
    measures::update_activity,
    measures::move_activity,
    measures::tags,
    findings::list,
    findings::create,
    findings::show,
    findings::update,
))]
struct Api;

/// The room's part of the API's description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

pub(crate) fn routes() -> Vec<Route> {
    use Kind::{Finding, Measure};
    vec![
        Route::get("/api/v1/measures", Need::SignedIn, measures::list),
        Route::post("/api/v1/measures", Need::May(Measure, Action::Create), measures::create),
        Route::get("/api/v1/measures/tags", Need::SignedIn, measures::tags),
        Route::get("/api/v1/measures/{id}", Need::May(Measure, Action::Read), measures::show),
        Route::put("/api/v1/measures/{id}", Need::May(Measure, Action::Edit), measures::update),
        Route::post("/api/v1/measures/{id}/steps", Need::May(Measure, Action::Edit), measures::step),
        Route::get("/api/v1/measures/{id}/scope-changes", Need::May(Measure, Action::Read), measures::scope_changes),
        Route::post("/api/v1/measures/{id}/scope-changes", Need::May(Measure, Action::Edit), measures::scope),
        Route::put("/api/v1/measures/{id}/uptake", Need::May(Measure, Action::Answer), measures::uptake),
        Route::post("/api/v1/measures/{id}/activities", Need::May(Measure, Action::Edit), measures::add_activity),
        Route::get("/api/v1/activities/{id}", Need::May(Measure, Action::Read), measures::show_activity),
        Route::put("/api/v1/activities/{id}", Need::May(Measure, Action::Edit), measures::update_activity),
        Route::put("/api/v1/activities/{id}/state", Need::May(Measure, Action::Edit), measures::move_activity),
        Route::get("/api/v1/findings", Need::SignedIn, findings::list),
        Route::post("/api/v1/findings", Need::May(Finding, Action::Create), findings::create),
        Route::get("/api/v1/findings/{id}", Need::May(Finding, Action::Read), findings::show),
        Route::put("/api/v1/findings/{id}", Need::May(Finding, Action::Edit), findings::update),
    ]
}
