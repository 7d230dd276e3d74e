//! The real program, started as its users start it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up must stop"
)]

mod access;
mod commands;
mod durability;
mod editors;
mod events;
mod files;
mod forbidden;
mod funnel;
mod gtt;
mod house;
mod proxies;
mod running;
mod scan;
mod spc;
mod sums;
