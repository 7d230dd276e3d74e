//! What may happen, decided without looking anything up.

pub mod persons;
pub mod units;
