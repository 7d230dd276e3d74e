//! How pages look.

pub(crate) mod adopted;
pub(crate) mod followup;
pub(crate) mod goal;
pub mod keys;
pub(crate) mod measures;
pub(crate) mod parts;
pub(crate) mod pictures;
pub(crate) mod plan;
pub(crate) mod plans_list;
pub(crate) mod sources;
pub(crate) mod spread;
pub(crate) mod telling;
pub(crate) mod typed;
pub mod words;
