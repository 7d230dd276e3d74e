//! Pages of persons, roles and signing in.

use varde_web::{JobKind, MenuEntry, Route};

/// The routes of the pages of persons, roles and signing in.
pub(crate) fn routes() -> Vec<Route> {
    Vec::new()
}

/// Their places in the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    Vec::new()
}

/// What runs in the background for them.
pub(crate) fn jobs() -> Vec<JobKind> {
    Vec::new()
}
