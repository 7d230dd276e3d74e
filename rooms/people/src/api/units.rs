//! The API of units.

use utoipa::OpenApi;
use varde_web::Route;

#[derive(OpenApi)]
#[openapi()]
struct Described;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}

/// Their description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}
