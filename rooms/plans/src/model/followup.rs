//! Wheels, rounds, proposals, pilots, alternatives and votes.

pub mod alternatives;
pub mod choosing;
pub mod pilots;
pub mod rounds;
pub mod wheel;
