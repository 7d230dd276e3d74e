//! Tests of the room, as one binary.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot be set up must stop")]

mod door;
mod lookups;
mod oidc;
mod organisation;
mod persons;
mod persons_store;
mod sign_in;
