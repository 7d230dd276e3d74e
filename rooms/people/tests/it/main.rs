//! Tests of the room, as one binary.

mod door;
mod oidc;
mod organisation;
mod sign_in;
