//! The room for other programs: everything a page can do.

mod adopted;
mod cascade;
mod followup;
mod goals;
mod parts;
mod plans;
mod sources;
mod tagging;
mod wire;

use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Need, Route};

#[derive(OpenApi)]
#[openapi(
    paths(
        plans::list,
        plans::create,
        plans::show,
        plans::update,
        plans::versions,
        adopted::changes,
        adopted::items,
        plans::discard,
        plans::status,
        plans::submit,
        plans::approve,
        plans::close,
        plans::owners,
        plans::parts,
        plans::add_part,
        plans::matrix,
        plans::shift,
        plans::succession,
        parts::change,
        parts::remove,
        parts::predecessor,
        parts::became,
        parts::relations,
        parts::relate,
        parts::place,
        parts::take_out,
        parts::carry,
        parts::happened,
        parts::goal_happened,
        tagging::show,
        tagging::put,
        goals::list,
        goals::create,
        goals::show,
        goals::update,
        goals::targets,
        goals::add_target,
        goals::spread_targets,
        goals::add_spread_target,
        goals::reading,
        goals::choice,
        goals::tie_measures,
        sources::show,
        sources::choose,
        cascade::of_unit,
        cascade::areas_of_unit,
        cascade::choose_area,
    ),
    components(schemas(varde_web::ProblemDetails))
)]
struct Described;

/// The description of plans and goals in the API.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    let mut all = Described::openapi();
    all.merge(followup::openapi());
    all
}

pub(crate) fn routes() -> Vec<Route> {
    let (see, edit) = (Need::May(Kind::Plan, Action::Read), Need::May(Kind::Plan, Action::Edit));
    let (see_goal, edit_goal) = (Need::May(Kind::Goal, Action::Read), Need::May(Kind::Goal, Action::Edit));
    let own = vec![
        Route::get("/api/v1/plans", Need::SignedIn, plans::list),
        Route::post("/api/v1/plans", Need::May(Kind::Plan, Action::Create), plans::create),
        Route::get("/api/v1/plans/{id}", see, plans::show),
        Route::put("/api/v1/plans/{id}", edit, plans::update),
        Route::get("/api/v1/plans/{id}/versions", see, plans::versions),
        Route::get("/api/v1/plans/{id}/versions/{no}/items", see, adopted::items),
        Route::get("/api/v1/plans/{id}/changes", see, adopted::changes),
        Route::post("/api/v1/plans/{id}/discard", edit, plans::discard),
        Route::get("/api/v1/plans/{id}/status", see, plans::status),
        Route::post("/api/v1/plans/{id}/submit", edit, plans::submit),
        Route::post("/api/v1/plans/{id}/approve", Need::May(Kind::Plan, Action::Approve), plans::approve),
        Route::post("/api/v1/plans/{id}/close", Need::May(Kind::Plan, Action::Approve), plans::close),
        Route::put("/api/v1/plans/{id}/owners", edit, plans::owners),
        Route::get("/api/v1/plans/{id}/parts", see, plans::parts),
        Route::post("/api/v1/plans/{id}/parts", edit, plans::add_part),
        Route::put("/api/v1/plans/{id}/parts/{part}", edit, parts::change),
        Route::delete("/api/v1/plans/{id}/parts/{part}", edit, parts::remove),
        Route::get("/api/v1/plans/{id}/matrix", see, plans::matrix),
        Route::post("/api/v1/plans/{id}/order", edit, plans::shift),
        Route::put("/api/v1/plans/{id}/predecessor", edit, parts::predecessor),
        Route::get("/api/v1/plans/{id}/succession", see, plans::succession),
        Route::post("/api/v1/plans/{id}/succession", edit, parts::became),
        Route::post("/api/v1/plans/{id}/succession/carry", edit, parts::carry),
        Route::put("/api/v1/plans/{id}/measures", edit, parts::place),
        Route::delete("/api/v1/plans/{id}/measures/{measure}", edit, parts::take_out),
        Route::get("/api/v1/plans/{id}/relations", see, parts::relations),
        Route::post("/api/v1/plans/{id}/relations", edit, parts::relate),
        Route::get("/api/v1/plans/{id}/history", Need::May(Kind::History, Action::Read), parts::happened),
        Route::get("/api/v1/tags/{kind}/{id}", Need::SignedIn, tagging::show),
        Route::put("/api/v1/tags/{kind}/{id}", Need::SignedIn, tagging::put),
        Route::get("/api/v1/goals", Need::SignedIn, goals::list),
        Route::post("/api/v1/goals", Need::May(Kind::Goal, Action::Create), goals::create),
        Route::get("/api/v1/goals/{id}", see_goal, goals::show),
        Route::put("/api/v1/goals/{id}", edit_goal, goals::update),
        Route::get("/api/v1/goals/{id}/history", Need::May(Kind::History, Action::Read), parts::goal_happened),
        Route::get("/api/v1/goals/{id}/sources", see_goal, sources::show),
        Route::put("/api/v1/goals/{id}/sources", edit_goal, sources::choose),
        Route::get("/api/v1/goals/{id}/targets", see_goal, goals::targets),
        Route::post("/api/v1/goals/{id}/targets", edit_goal, goals::add_target),
        Route::get("/api/v1/goals/{id}/spread-targets", see_goal, goals::spread_targets),
        Route::post("/api/v1/goals/{id}/spread-targets", edit_goal, goals::add_spread_target),
        Route::put("/api/v1/goals/{id}/reading", edit_goal, goals::reading),
        Route::put("/api/v1/goals/{id}/choice", Need::May(Kind::Goal, Action::Answer), goals::choice),
        Route::put("/api/v1/goals/{id}/measures", see_goal, goals::tie_measures),
        Route::get("/api/v1/units/{id}/goals", Need::SignedIn, cascade::of_unit),
        Route::get("/api/v1/units/{id}/focus-areas", Need::SignedIn, cascade::areas_of_unit),
        Route::put("/api/v1/focus-areas/{id}/choice", Need::May(Kind::Goal, Action::Answer), cascade::choose_area),
    ];
    own.into_iter().chain(followup::routes()).collect()
}
