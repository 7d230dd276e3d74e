//! The room's pages.

pub(crate) mod accounts;
pub(crate) mod units;
