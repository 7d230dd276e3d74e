//! Tests of the room, as one binary.

mod followup;
mod plan_pages;
mod plans;
