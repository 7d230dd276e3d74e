//! What the room knows: units, actors, persons.

pub mod persons;
pub mod units;
