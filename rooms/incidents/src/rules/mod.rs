//! What the room decides: from values to values.

pub mod coding;
pub mod duties;
pub mod feedback;
pub mod guard;
pub mod notifying;
pub mod receipt;
pub mod reporting;
pub mod workdays;
pub mod workflow;
