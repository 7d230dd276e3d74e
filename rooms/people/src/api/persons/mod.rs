//! The API of persons, roles, and one's own account.

mod holdings;
mod lookups;
mod own;
mod people;
mod wire;

use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(OpenApi)]
#[openapi(paths(
    own::show,
    own::update,
    own::change_password,
    own::sessions,
    own::end_session,
    own::end_others,
    own::tokens,
    own::make_token,
    own::revoke_token,
    people::list,
    people::create,
    people::show,
    people::update,
    people::deactivate,
    people::reactivate,
    people::reset_password,
    people::unlink,
    holdings::list,
    holdings::create,
    holdings::end,
    lookups::mine,
    lookups::list
))]
struct Described;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    const SEE: Need = Need::May(Kind::Person, Action::Read);
    const EDIT: Need = Need::May(Kind::Person, Action::Edit);
    vec![
        Route::get("/api/v1/me", Need::SignedIn, own::show),
        Route::put("/api/v1/me", Need::SignedIn, own::update),
        Route::post("/api/v1/me/password", Need::SignedIn, own::change_password),
        Route::get("/api/v1/me/sessions", Need::SignedIn, own::sessions),
        Route::delete("/api/v1/me/sessions", Need::SignedIn, own::end_others),
        Route::delete("/api/v1/me/sessions/{id}", Need::SignedIn, own::end_session),
        Route::get("/api/v1/me/tokens", Need::SignedIn, own::tokens),
        Route::post("/api/v1/me/tokens", Need::SignedIn, own::make_token),
        Route::delete("/api/v1/me/tokens/{id}", Need::SignedIn, own::revoke_token),
        Route::get("/api/v1/me/lookups", Need::SignedIn, lookups::mine),
        Route::get("/api/v1/lookups", Need::May(Kind::Lookup, Action::Read), lookups::list),
        Route::get("/api/v1/people", SEE, people::list),
        Route::post("/api/v1/people", Need::May(Kind::Person, Action::Create), people::create),
        Route::get("/api/v1/people/{id}", SEE, people::show),
        Route::put("/api/v1/people/{id}", EDIT, people::update),
        Route::post("/api/v1/people/{id}/deactivate", EDIT, people::deactivate),
        Route::post("/api/v1/people/{id}/reactivate", EDIT, people::reactivate),
        Route::post("/api/v1/people/{id}/password", EDIT, people::reset_password),
        Route::delete("/api/v1/people/{id}/identities", EDIT, people::unlink),
        Route::get("/api/v1/holdings", Need::SignedIn, holdings::list),
        Route::post("/api/v1/holdings", Need::May(Kind::Holding, Action::Create), holdings::create),
        Route::post("/api/v1/holdings/{id}/end", Need::May(Kind::Holding, Action::Edit), holdings::end),
    ]
}

/// Their description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}
