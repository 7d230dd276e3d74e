//! What leaves the house: a plan's status as text, JSON and CSV, and lists as CSV.

pub mod status;
