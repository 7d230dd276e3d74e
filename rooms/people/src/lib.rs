//! The room of people and the organisation: units as they were, are and will be, the actors of the
//! plans, persons with their roles, and the way in.

mod api;
pub mod import;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_web::Room;

pub use migrations::migrations;
pub use model::actors::{ActorLevel, Duty, PlanActor, actors_of};
pub use store::actors::{actor, actor_by_code, actors, duties};
pub use store::units::{TreeCache, refresh_lines, tree};
pub use store::PeopleGate;
pub use store::persons::{names, person_name};

/// Everything the room offers to the house.
pub fn room() -> Room {
    Room {
        routes: [pages::units::routes(), pages::accounts::routes(), api::units::routes(), api::persons::routes()]
            .into_iter()
            .flatten()
            .collect(),
        migrations: migrations(),
        menu: [pages::units::menu(), pages::accounts::menu()].into_iter().flatten().collect(),
        home: Some(pages::units::home),
        jobs: [pages::units::jobs(), pages::accounts::jobs()].into_iter().flatten().collect(),
        api: Some(api::openapi),
        ..Room::new(
            "people",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
