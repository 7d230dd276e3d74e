//! Tests of the room, as one binary.

mod door;
mod oidc;
mod sign_in;
