//! The room of findings and measures.
//!
//! A **finding** is what someone concludes from evidence. A **measure** is what someone undertakes:
//! to answer a finding, or because a plan says so. Both are one type here, and go the same way:
//! stated → concrete → started → running → completed → evaluated, or stopped with a reason. A
//! measure is made concrete by somebody responsible, a date and an expected effect; the rules
//! are in `rules.rs`. **Activities** are its steps. Units choose to follow a measure from above, or
//! leave it out with a reason.
//!
//! Other rooms may use the public face below. Plans bring their measures with
//! [`store::put_content`] and read them back with [`store::many`], [`store::activities_of_many`]
//! and [`store::actors_of_many`]; frameworks offer their parts as tags with [`store::put_tag`].

mod api;
mod export;
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
pub use model::{
    Activity, ActivityKind, ActivityState, ActorPart, Dimension, Finding, Links, Measure, MeasureActor, MeasureState,
    Tag,
};
pub use store::{
    ContentActivity, ContentMeasure, activities_of_many, actors_of_many, counts, many, of_unit, put_content, put_tag,
};
pub use views::{activity_state_key, activity_state_tag, level_key, progress_text, state_key, state_tag};

use pages::{activities, findings, measures, steps, uptake};

/// Everything the room offers to the house.
pub fn room() -> Room {
    use Kind::{Finding, Measure};
    let mut routes = vec![
        Route::get("/measures", Need::SignedIn, measures::list),
        Route::get("/measures/new", Need::May(Measure, Action::Create), measures::new),
        Route::post("/measures", Need::May(Measure, Action::Create), measures::create),
        Route::get("/measures/{id}", Need::May(Measure, Action::Read), measures::show),
        Route::get("/measures/{id}/edit", Need::May(Measure, Action::Edit), measures::edit),
        Route::post("/measures/{id}", Need::May(Measure, Action::Edit), measures::update),
        Route::get("/measures/{id}/steps/{step}", Need::May(Measure, Action::Edit), steps::ask),
        Route::post("/measures/{id}/steps/{step}", Need::May(Measure, Action::Edit), steps::take),
        Route::get("/measures/{id}/scope", Need::May(Measure, Action::Edit), steps::scope),
        Route::post("/measures/{id}/scope", Need::May(Measure, Action::Edit), steps::change_scope),
        Route::get("/measures/{id}/uptake", Need::May(Measure, Action::Answer), uptake::ask),
        Route::post("/measures/{id}/uptake", Need::May(Measure, Action::Answer), uptake::choose),
        Route::get("/measures/{id}/activities/new", Need::May(Measure, Action::Edit), activities::new),
        Route::post("/measures/{id}/activities", Need::May(Measure, Action::Edit), activities::create),
        Route::get("/measures/{id}/activities", Need::May(Measure, Action::Read), activities::file),
        Route::get("/activities/{id}", Need::May(Measure, Action::Read), activities::show),
        Route::get("/activities/{id}/edit", Need::May(Measure, Action::Edit), activities::edit),
        Route::post("/activities/{id}", Need::May(Measure, Action::Edit), activities::update),
        Route::post("/activities/{id}/state", Need::May(Measure, Action::Edit), activities::advance),
        Route::get("/findings", Need::SignedIn, findings::list),
        Route::get("/findings/new", Need::May(Finding, Action::Create), findings::new),
        Route::post("/findings", Need::May(Finding, Action::Create), findings::create),
        Route::get("/findings/{id}", Need::May(Finding, Action::Read), findings::show),
        Route::get("/findings/{id}/edit", Need::May(Finding, Action::Edit), findings::edit),
        Route::post("/findings/{id}", Need::May(Finding, Action::Edit), findings::update),
    ];
    routes.extend(api::routes());
    Room {
        routes,
        migrations: migrations(),
        menu: vec![
            MenuEntry::new("measures-menu", "/measures", Icon::Tasks, 30).of_unit(),
            MenuEntry::new("measures-menu-findings", "/findings", Icon::FileSearch, 31).of_unit(),
        ],
        work: Some(pages::desk::work),
        home: Some(pages::desk::home),
        beside: Some(pages::desk::beside),
        hanging: store::hanging::HANGING,
        telling: Some(views::TELLING),
        api: Some(api::openapi),
        ..Room::new(
            "measures",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
