//! Tests of the room, as one binary.

mod api;
mod content;
mod csv;
mod pages;
mod store;
