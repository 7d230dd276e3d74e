//! Pages of plans.

use varde_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}
