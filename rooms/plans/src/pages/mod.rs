//! What people meet.

pub(crate) mod followup;
mod goals;
mod plans;

use varde_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = plans::routes();
    routes.extend(goals::routes());
    routes.extend(followup::routes());
    routes
}
