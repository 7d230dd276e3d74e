//! The room as others meet it.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test says loudly what it expects")]

mod api;
mod codes;
mod duties;
mod flow;
mod nameless;
