//! What the room knows: units, actors, persons.

pub mod actors;
pub mod lookups;
pub mod persons;
pub mod units;
