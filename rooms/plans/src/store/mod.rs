//! The room'"'"'s tables, read and written. All SQL stands here.

pub mod goals;
pub mod plans;
