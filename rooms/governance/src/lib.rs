//! The room of governance: who decides what, and who sits where.
//!
//! A **task** is something that must be done by someone in a role: a duty that a plan gives an
//! actor, the task of a council, or what a unit has set itself. A **responsibility** says which
//! role decides, carries out, advises or is told, on which unit and for how long; it can be handed
//! over in writing, within its limits and until a day. A task that nobody decides or carries out is
//! listed, so that it is seen.
//!
//! A **body** is a council, network, committee or meeting place with seats. A seat says who
//! appoints and for which group; it is filled, vacant, or listed without anyone appointing to it.
//! Names of those who sit are kept as long as needed and then removed; role and organisation stay.

mod api;
mod export;
pub mod import;
mod jobs;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

pub use migrations::migrations;
use varde_web::ui::Icon;
use varde_web::{MenuEntry, Room, UnitTab};

/// Everything the room offers to the house.
pub fn room() -> Room {
    Room {
        routes: [pages::routes(), api::routes()].into_iter().flatten().collect(),
        migrations: migrations(),
        menu: vec![
            MenuEntry::new("governance-menu-responsibility", "/responsibility", Icon::Handshake, 50).of_unit(),
            MenuEntry::new("governance-menu-bodies", "/bodies", Icon::Gavel, 51),
        ],
        unit_tabs: vec![UnitTab {
            key: "governance-tab-responsibility",
            path: "/responsibility",
            order: 50,
            need: None,
        }],
        work: Some(pages::work::items),
        hanging: store::hanging::HANGING,
        telling: Some(pages::TELLING),
        jobs: jobs::kinds(),
        api: Some(api::openapi),
        ..Room::new(
            "governance",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
