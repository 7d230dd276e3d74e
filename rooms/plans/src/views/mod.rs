//! How pages look.

pub mod followup;
pub mod forms;
pub mod goal;
pub mod plan;
pub mod words;
