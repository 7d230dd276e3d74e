//! All SQL of the room.

pub mod persons;
pub mod sessions;
pub mod tokens;
pub mod units;
