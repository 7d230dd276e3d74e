//! The room as others meet it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says loudly what it expects"
)]

mod api;
mod duties;
mod flow;
mod nameless;
