//! Pages of following up: yearly wheels, status rounds, proposals, challenges, alternatives and
//! pilots. Each step is a function of its own that pages and API share; a page adds only how the
//! form comes back.

pub(crate) mod alternatives;
pub(crate) mod answering;
pub(crate) mod challenges;
pub(crate) mod cycle;
mod finishing;
pub(crate) mod outcomes;
pub(crate) mod pilots;
pub(crate) mod proposals;
pub(crate) mod reminders;
pub(crate) mod rounds;
pub(crate) mod shared;
pub(crate) mod wheel;
mod work;

use varde_web::ui::Icon;
use varde_web::{MenuEntry, Route};

pub(crate) use shared::{Names, fields, own_units, unit_name};
pub(crate) use work::work;

pub(crate) fn routes() -> Vec<Route> {
    [
        wheel::routes(),
        cycle::routes(),
        rounds::routes(),
        proposals::routes(),
        challenges::routes(),
        alternatives::routes(),
        pilots::routes(),
        reminders::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Places in the main menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    vec![
        MenuEntry::new("plans-round-menu", "/rounds", Icon::History, 32).of_unit(),
        MenuEntry::new("plans-proposal-menu", "/proposals", Icon::Bulb, 34),
        MenuEntry::new("plans-pilot-menu", "/pilots", Icon::Compass, 36),
    ]
}
