//! The room's pages.

pub(crate) mod accounts;
pub(crate) mod actors;
pub(crate) mod holdings;
pub(crate) mod lookups;
pub(crate) mod me;
pub(crate) mod oidc;
pub(crate) mod persons;
pub(crate) mod sign_in;
pub(crate) mod tokens;
pub(crate) mod units;
pub(crate) mod units_field;
