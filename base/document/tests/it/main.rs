//! Tables in and out, and what broken ones do.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod csv;
mod fuzz;
mod packed;
mod samples;
