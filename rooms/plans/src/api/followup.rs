//! Following up for other programs: what its pages can do.

mod alternatives;
mod choosing;
mod cycle;
mod pilots;
mod refused;
mod rounds;
mod wheel;

use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(OpenApi)]
#[openapi(
    paths(
        wheel::list,
        wheel::create,
        wheel::show,
        wheel::update,
        wheel::state,
        wheel::duties,
        wheel::start,
        wheel::copy,
        wheel::sign,
        wheel::signatures,
        cycle::of_unit,
        rounds::list,
        rounds::create,
        rounds::show,
        rounds::update,
        rounds::close,
        rounds::answers,
        rounds::answer,
        rounds::reminders,
        rounds::set_reminders,
        choosing::list,
        choosing::create,
        choosing::show,
        choosing::update,
        choosing::score,
        choosing::follow,
        choosing::submit,
        choosing::decide,
        choosing::make_measure,
        choosing::make_pilot,
        choosing::ranking,
        choosing::challenges,
        choosing::link_challenges,
        alternatives::list,
        alternatives::create,
        alternatives::update,
        alternatives::votes,
        alternatives::vote,
        alternatives::withdraw,
        alternatives::decide,
        pilots::list,
        pilots::create,
        pilots::show,
        pilots::update,
        pilots::check,
        pilots::launch,
        pilots::decide,
    ),
    components(schemas(varde_web::ProblemDetails))
)]
struct Described;

/// The description of following up in the API.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

pub(crate) fn routes() -> Vec<Route> {
    let may = Need::May;
    let wheel = |action| may(Kind::Wheel, action);
    let round = |action| may(Kind::Round, action);
    let proposal = |action| may(Kind::Proposal, action);
    let alternative = |action| may(Kind::Alternative, action);
    let pilot = |action| may(Kind::Pilot, action);
    vec![
        Route::get("/api/v1/wheel-steps", Need::SignedIn, wheel::list),
        Route::post("/api/v1/wheel-steps", wheel(Action::Create), wheel::create),
        Route::get("/api/v1/wheel-steps/{id}", Need::SignedIn, wheel::show),
        Route::put("/api/v1/wheel-steps/{id}", wheel(Action::Edit), wheel::update),
        Route::put("/api/v1/wheel-steps/{id}/state", wheel(Action::Answer), wheel::state),
        Route::get("/api/v1/units/{id}/wheel/duties", wheel(Action::Create), wheel::duties),
        Route::post("/api/v1/units/{id}/wheel/start", wheel(Action::Create), wheel::start),
        Route::post("/api/v1/units/{id}/wheel/copy", wheel(Action::Create), wheel::copy),
        Route::get("/api/v1/units/{id}/wheel/signatures", Need::SignedIn, wheel::signatures),
        Route::post("/api/v1/units/{id}/wheel/signatures", wheel(Action::Approve), wheel::sign),
        Route::get("/api/v1/units/{id}/cycle", Need::SignedIn, cycle::of_unit),
        Route::get("/api/v1/rounds", Need::SignedIn, rounds::list),
        Route::post("/api/v1/rounds", round(Action::Create), rounds::create),
        Route::get("/api/v1/rounds/{id}", Need::SignedIn, rounds::show),
        Route::put("/api/v1/rounds/{id}", round(Action::Edit), rounds::update),
        Route::post("/api/v1/rounds/{id}/close", round(Action::Edit), rounds::close),
        Route::get("/api/v1/rounds/{id}/answers", Need::SignedIn, rounds::answers),
        Route::put("/api/v1/answers/{id}", round(Action::Answer), rounds::answer),
        Route::get("/api/v1/reminders", may(Kind::Own, Action::Read), rounds::reminders),
        Route::put("/api/v1/reminders", may(Kind::Own, Action::Edit), rounds::set_reminders),
        Route::get("/api/v1/proposals", Need::SignedIn, choosing::list),
        Route::post("/api/v1/proposals", proposal(Action::Create), choosing::create),
        Route::get("/api/v1/proposals/{id}", Need::SignedIn, choosing::show),
        Route::put("/api/v1/proposals/{id}", proposal(Action::Edit), choosing::update),
        Route::put("/api/v1/proposals/{id}/scores", proposal(Action::Answer), choosing::score),
        Route::put("/api/v1/proposals/{id}/follow", Need::SignedIn, choosing::follow),
        Route::post("/api/v1/proposals/{id}/submit", proposal(Action::Edit), choosing::submit),
        Route::post("/api/v1/proposals/{id}/decision", proposal(Action::Approve), choosing::decide),
        Route::post("/api/v1/proposals/{id}/measure", may(Kind::Measure, Action::Create), choosing::make_measure),
        Route::post("/api/v1/proposals/{id}/pilot", pilot(Action::Create), choosing::make_pilot),
        Route::get("/api/v1/plans/{id}/ranking", Need::SignedIn, choosing::ranking),
        Route::get("/api/v1/plans/{id}/challenges", Need::SignedIn, choosing::challenges),
        Route::put("/api/v1/plans/{id}/challenges", may(Kind::Plan, Action::Edit), choosing::link_challenges),
        Route::get("/api/v1/plans/{id}/alternatives", Need::SignedIn, alternatives::list),
        Route::post("/api/v1/plans/{id}/alternatives", alternative(Action::Create), alternatives::create),
        Route::put("/api/v1/alternatives/{id}", alternative(Action::Edit), alternatives::update),
        Route::get("/api/v1/plans/{id}/votes", Need::SignedIn, alternatives::votes),
        Route::put("/api/v1/plans/{id}/vote", alternative(Action::Answer), alternatives::vote),
        Route::delete("/api/v1/plans/{id}/vote", alternative(Action::Answer), alternatives::withdraw),
        Route::post("/api/v1/plans/{id}/choice", alternative(Action::Approve), alternatives::decide),
        Route::get("/api/v1/pilots", Need::SignedIn, pilots::list),
        Route::post("/api/v1/pilots", pilot(Action::Create), pilots::create),
        Route::get("/api/v1/pilots/{id}", Need::SignedIn, pilots::show),
        Route::put("/api/v1/pilots/{id}", pilot(Action::Edit), pilots::update),
        Route::post("/api/v1/pilots/{id}/check", pilot(Action::Edit), pilots::check),
        Route::post("/api/v1/pilots/{id}/launch", pilot(Action::Approve), pilots::launch),
        Route::post("/api/v1/pilots/{id}/decision", pilot(Action::Approve), pilots::decide),
    ]
}
