//! Pages of following up.

use varde_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}
