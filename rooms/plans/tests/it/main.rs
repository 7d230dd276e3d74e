//! Tests of the room, as one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod drafts;
mod followup;
mod languages;
mod lists;
mod local;
mod plan_pages;
mod plans;
mod seen;
mod sources;
mod spread;
mod told;
mod versions;
mod whole;
