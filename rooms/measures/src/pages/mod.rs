//! The room's pages: read, decide, save, show.

pub(crate) mod activities;
pub(crate) mod desk;
pub(crate) mod edits;
pub(crate) mod findings;
pub(crate) mod input;
pub(crate) mod measures;
pub(crate) mod names;
pub(crate) mod steps;
pub(crate) mod uptake;
