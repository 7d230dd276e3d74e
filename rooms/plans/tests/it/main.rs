//! Tests of the room, as one binary.

mod plan_pages;
mod plans;
