//! What the room knows: units, actors, persons.

pub mod actors;
pub mod persons;
pub mod units;
