//! Reading what the room is told in files: the duty rules, sets of codes and maps between them.

pub mod codes;
pub mod duties;
