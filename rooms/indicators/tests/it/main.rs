//! Tests of the room, as one binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod api;
mod catalogue;
mod content;
mod decisions;
mod definitions;
mod disclosure;
mod exchange;
mod export;
mod faults;
mod following;
mod honest;
mod kept_back;
mod measured;
mod metadata;
mod pages;
mod printed;
mod register;
mod residence;
mod rollup;
mod samples;
mod scans;
mod senders;
mod signals;
mod store;
mod swapped;
mod tied;
mod uploads;
mod uploads_whole;
mod values;
