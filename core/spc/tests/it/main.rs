//! Tests of the public face: against outside references, as laws, and by simulation.

#![expect(clippy::cast_precision_loss, reason = "simulated counts are small")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop at what cannot be")]

mod adviser;
mod laws;
mod nulls;
mod rates;
mod rebase;
mod scan;
mod textbook;
