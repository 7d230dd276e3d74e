//! The batch interfaces against figures that other software and books give.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop at what cannot be")]

mod faults;
mod fuzz;
mod golden;
