//! Tests of the room, as one binary.

mod content;
mod csv;
mod store;
