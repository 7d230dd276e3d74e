//! Plans and goals, and how they are followed: what a plan wants, what its goals measure, where
//! each goal stands, and the rounds, wheels, proposals and votes in which it is followed up.

mod api;
pub mod export;
mod migrations;
pub mod import;
mod jobs;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_web::Room;

/// The room.
pub fn room() -> Room {
    let mut room = Room::new(
        "plans",
        [
            include_str!("../locales/nb.ftl"),
            include_str!("../locales/nn.ftl"),
            include_str!("../locales/en.ftl"),
        ],
    );
    room.routes = pages::routes();
    room.routes.extend(api::routes());
    room.migrations = migrations::migrations();
    room.menu.extend(pages::followup::menu());
    room.work = Some(pages::work);
    room.jobs = jobs::jobs();
    room
}
