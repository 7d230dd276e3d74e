//! Tests of the public face: against outside references, as laws, and by simulation.

#![expect(clippy::cast_precision_loss, reason = "simulated counts are small")]

mod nulls;
mod rates;
