//! Tests of the room, as one binary.

mod door;
mod sign_in;
