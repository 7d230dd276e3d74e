//! Decisions without input or output.

pub mod pilots;
pub mod rounds;
pub mod scoring;
pub mod votes;
pub mod wheel;
