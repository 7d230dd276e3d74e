//! How pages look.

pub(crate) mod followup;
pub(crate) mod goal;
pub(crate) mod pictures;
pub(crate) mod plan;
pub(crate) mod sources;
pub(crate) mod spread;
pub(crate) mod telling;
pub(crate) mod typed;
pub mod words;
