//! How the room's pages look.

pub(crate) mod accounts;
pub(crate) mod units;
