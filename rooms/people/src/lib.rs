//! The room of people and the organisation: who works where, and what the organisation was, is
//! and will be.
//!
//! **Units** live through time. A unit keeps one identity through all its names, numbers and
//! places; what changes is added from a day, also a day to come, and nothing that was is lost. So
//! the organisation can be read as it was, as it is, or as of any day ([`store::units::tree`]), and
//! mergers, splits and moves are drafted on a copy and checked as a whole
//! ([`rules::units::Draft`]) before they are written. Units come from forms, from tables and trees of
//! others ([`import::units`]), from Statistics Norway's classifications ([`import::klass`]) and from
//! the project's own content ([`import::content`]).
//!
//! **Actors** are those whom the plans give tasks: one organisation, every unit of a kind, or a
//! group that no register holds. A unit is an actor by being it, or of its kind ([`actors_of`]).
//!
//! **Persons** have accounts and hold roles on units for a time. They sign in with a password or
//! through an OpenID provider, and other programs with tokens; [`PeopleGate`] tells the house who
//! is at the door.

mod api;
pub mod import;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_kernel::access::{Action, Kind};
use varde_web::{Room, UnitTab};

pub use migrations::migrations;
pub use model::actors::{ActorLevel, Duty, PlanActor, actors_of};
pub use model::persons::PasswordSeal;
pub use store::PeopleGate;
pub use store::actors::{actor, actor_by_code, actors, duties};
pub use store::holdings::who_may;
pub use store::letters::{Addressee, addressee};
pub use store::passwords::{seal as seal_secret, try_password as try_secret};
pub use store::persons::{names, person_name};
pub use store::units::{TreeCache, refresh_lines, ties_below, tree};
pub use views::units::kind_key as unit_kind_key;

/// Everything the room offers to the house.
pub fn room() -> Room {
    Room {
        routes: [pages::units::routes(), pages::accounts::routes(), api::units::routes(), api::persons::routes()]
            .into_iter()
            .flatten()
            .collect(),
        migrations: migrations(),
        menu: [pages::units::menu(), pages::accounts::menu()].into_iter().flatten().collect(),
        unit_tabs: vec![
            UnitTab { key: "people-tab-unit", path: "", order: 10, need: None },
            UnitTab { key: "people-tab-who", path: "/who", order: 90, need: None },
            UnitTab {
                key: "people-tab-history",
                path: "/history",
                order: 95,
                need: Some((Kind::History, Action::Read)),
            },
        ],
        home: Some(pages::units::home),
        hanging: store::hanging::HANGING,
        telling: Some(views::told::TELLING),
        jobs: [pages::units::jobs(), pages::accounts::jobs()].into_iter().flatten().collect(),
        api: Some(api::openapi),
        ..Room::new(
            "people",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
