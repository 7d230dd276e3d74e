//! What tests share: both databases, a running house without a network, people with roles, and a
//! small organisation.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up must stop"
)]

mod databases;
pub mod forms;
mod house;
mod organisation;
mod printer;
mod stale;

pub use databases::{EmptyPostgres, on_both, on_sqlite};
pub use house::{Reply, TestApp, User};
pub use organisation::{organisation, unit};
pub use printer::plain_printer;
pub use stale::{OnPage, told_of_every_field, too_late};
