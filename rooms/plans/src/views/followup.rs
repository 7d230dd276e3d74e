//! How pages of following up look.

pub(crate) mod alternatives;
pub(crate) mod challenges;
pub(crate) mod pilots;
pub(crate) mod proposals;
pub(crate) mod ring;
pub(crate) mod rounds;
pub(crate) mod wheel;
