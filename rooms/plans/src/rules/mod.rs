//! Decisions without input or output.

pub mod cascade;
pub mod judge;
pub mod plan;
pub mod target;
