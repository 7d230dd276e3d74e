//! The room for other programs.

use varde_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}
