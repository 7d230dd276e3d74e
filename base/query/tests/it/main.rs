//! Definitions and deliveries, as one binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is not as it should be"
)]

mod definitions;
mod deliveries;
mod engine;
mod fhir;
mod fuzz;
mod store;

use jiff::tz::TimeZone;
use varde_query::Keys;

fn keys() -> Keys {
    Keys::new(b"a secret of the tests, thirty-two bytes or more").unwrap()
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap()
}
