//! Reading what the room is told in files: the duty rules.

pub mod duties;
