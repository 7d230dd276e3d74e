//! The real program, started as its users start it.

#![expect(clippy::expect_used, reason = "a test that cannot be set up must stop")]

mod access;
mod commands;
mod durability;
mod editors;
mod house;
