//! Decisions without input or output.

pub mod adopted;
pub mod cascade;
pub mod cycle;
pub mod drivers;
pub mod judge;
pub mod order;
pub mod pilots;
pub mod plan;
pub mod points;
pub mod reminders;
pub mod rounds;
pub mod scoring;
pub mod spread;
pub mod target;
pub mod votes;
pub mod wheel;
