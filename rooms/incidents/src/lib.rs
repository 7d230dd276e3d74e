//! The reporting scheme: quick and safe to report, always answered, and handled so that something is learnt.
//!
//! A **report** is what one person has sent in, in their own words, which nobody changes afterwards. It is sent in
//! openly, in confidence (who it was lies sealed, and opening the seal takes two, in the reporter's sight) or without
//! a name (a receipt is all that ties its reporter to it). An **incident** is what one or several reports tell of, and
//! what is done about it: received → triage → duties → analysis → measures → effect → closed, by the one table in
//! [`rules::workflow`]. Whoever reported sees at every step how far it has come, and it closes with an answer to them.
//!
//! What an incident shows becomes a finding of the spine, and is answered by measures there.

mod api;
pub mod import;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_kernel::access::{Action, Kind};
use varde_web::ui::Icon;
use varde_web::{MenuEntry, Need, Room, Route};

pub use migrations::migrations;

use pages::{desk, duties, handling, incidents, mine, nameless, report, reporters, steps};

/// Everything the room offers to the house.
pub fn room() -> Room {
    use Action::{Answer, Approve, Edit, Read};
    use Kind::{Incident, Reporter};
    let mut routes = vec![
        Route::get("/report", Need::SignedIn, report::new),
        Route::post("/report", Need::SignedIn, report::create),
        Route::get("/my-reports", Need::SignedIn, mine::list),
        Route::get("/my-reports/{id}", Need::SignedIn, mine::show),
        Route::post("/my-reports/{id}/say", Need::SignedIn, mine::say),
        Route::post("/my-reports/{id}/add", Need::SignedIn, mine::add),
        Route::get("/anonymous", Need::Public, nameless::new),
        Route::post("/anonymous", Need::Public, nameless::create),
        Route::get("/anonymous/follow", Need::Public, nameless::ask),
        Route::post("/anonymous/follow", Need::Public, nameless::show),
        Route::post("/anonymous/say", Need::Public, nameless::say),
        Route::get("/incidents", Need::SignedIn, incidents::list),
        Route::get("/incidents/{id}", Need::May(Incident, Read), incidents::show),
        Route::post("/incidents/{id}/reply", Need::May(Incident, Answer), handling::reply),
        Route::post("/incidents/{id}/name", Need::May(Incident, Edit), handling::name),
        Route::get("/incidents/{id}/hand-over", Need::May(Incident, Edit), handling::hand_over_form),
        Route::post("/incidents/{id}/hand-over", Need::May(Incident, Edit), handling::hand_over),
        Route::post("/incidents/{id}/escalate", Need::May(Incident, Edit), handling::escalate),
        Route::post("/incidents/{id}/join", Need::May(Incident, Edit), handling::join),
        Route::get("/incidents/{id}/steps/{step}", Need::May(Incident, Read), steps::ask),
        Route::post("/incidents/{id}/steps/{step}", Need::May(Incident, Read), steps::take),
        Route::get("/incidents/{id}/duties", Need::May(Incident, Read), duties::show),
        Route::post("/incidents/{id}/duties", Need::May(Incident, Edit), duties::answer),
        Route::post("/incidents/{id}/duties/{rule}", Need::May(Incident, Approve), duties::decide),
        Route::post("/incidents/{id}/duties/{rule}/sent", Need::May(Incident, Approve), duties::sent),
        Route::post("/incidents/{id}/reporter", Need::May(Incident, Read), reporters::ask),
        Route::get("/reporters/{id}", Need::May(Reporter, Approve), reporters::show),
        Route::post("/reporters/{id}", Need::May(Reporter, Approve), reporters::decide),
        Route::post("/reporters/{id}/look", Need::May(Reporter, Read), reporters::look),
    ];
    routes.extend(api::routes());
    Room {
        routes,
        migrations: migrations(),
        menu: vec![
            MenuEntry::new("incidents-menu-report", "/report", Icon::Plus, 12),
            MenuEntry::new("incidents-menu", "/incidents", Icon::Inbox, 13).of_unit().for_those(Incident, Read),
            MenuEntry::new("incidents-menu-mine", "/my-reports", Icon::FileSearch, 14),
        ],
        work: Some(desk::work),
        home: Some(desk::home),
        hanging: store::HANGING,
        telling: Some(views::TELLING),
        api: Some(api::openapi),
        jobs: desk::jobs(),
        ..Room::new(
            "incidents",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
