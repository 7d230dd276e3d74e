//! What the room speaks of.

pub mod adopted;
pub mod followup;
pub mod goal;
pub mod plan;
