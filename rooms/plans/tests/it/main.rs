//! Tests of the room, as one binary.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot be set up must stop")]

mod followup;
mod plan_pages;
mod plans;
mod seen;
