//! The room's pages: read, decide, save, show.

pub(crate) mod desk;
pub(crate) mod duties;
pub(crate) mod guarding;
pub(crate) mod handling;
pub(crate) mod incidents;
pub(crate) mod input;
pub(crate) mod mine;
pub(crate) mod nameless;
pub(crate) mod report;
pub(crate) mod reporters;
pub(crate) mod steps;
