//! How the room's pages look.

pub(crate) mod access;
pub(crate) mod accounts;
pub(crate) mod actors;
pub(crate) mod holdings;
pub(crate) mod lookups;
pub(crate) mod me;
pub(crate) mod persons;
pub(crate) mod sign_in;
pub(crate) mod tokens;
pub(crate) mod told;
pub(crate) mod units;
