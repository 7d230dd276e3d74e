//! What the room speaks of.

pub mod adopted;
pub mod followup;
pub mod goal;
pub mod plan;

/// A closed set of values with a name each, as the database, the API and the forms know them.
