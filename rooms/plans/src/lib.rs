//! Plans and goals, and how they are followed: what a plan wants, what its goals measure, where
//! each goal stands, and the rounds, wheels, proposals and votes in which it is followed up.
//!
//! A **plan** is owned by one or several units; each of them approves a version, and a change makes
//! the approvals void. Frameworks are plans too: their **parts** are tags for local work. A **goal**
//! hangs on a plan or on a unit, and serves a goal above it. Its **target** has versions, so that
//! the year 2020 is judged by the target that held then.
//!
//! Where a goal stands is said by one pure function, [`rules::judge::judge`], which pages, API,
//! command line and pictures share. What is not known is said and never shown as a result: a
//! change from an unknown baseline cannot be judged, and a level without a value awaits one.
//!
//! Other rooms and the program use [`status`] (how a plan stands on a day), [`import`] (the
//! content files) and [`store`] for reading.

mod api;
pub mod export;
pub mod import;
mod jobs;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_web::{Room, UnitTab};

pub use export::status;
pub use migrations::migrations;

/// The room.
pub fn room() -> Room {
    let mut room = Room::new(
        "plans",
        [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
    );
    room.routes = pages::routes();
    room.routes.extend(api::routes());
    room.migrations = migrations();
    room.menu = pages::menu();
    room.unit_tabs = vec![
        UnitTab { key: "plans-tab-goals", path: "/goals", order: 20, need: None },
        UnitTab { key: "plans-tab-wheel", path: "/wheel", order: 30, need: None },
        UnitTab { key: "plans-tab-cycle", path: "/cycle", order: 31, need: None },
    ];
    room.home = Some(pages::home);
    room.beside = Some(pages::beside);
    room.hanging = store::hanging::HANGING;
    room.sources = Some(pages::sources);
    room.api = Some(api::openapi);
    room.telling = Some(views::telling::TELLING);
    room.work = Some(pages::work);
    room.jobs = jobs::jobs();
    room
}
