//! Tests of the room, as one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod drafts;
mod followup;
mod kept;
mod languages;
mod late;
mod lists;
mod local;
mod plan_pages;
mod plans;
mod printed;
mod seen;
mod sources;
mod spread;
mod tags;
mod told;
mod versions;
mod whole;
