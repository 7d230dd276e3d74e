//! Reading files: the content of the project, and the organisation from elsewhere.

pub mod content;
pub mod csv_units;
mod kinds;
pub mod klass;
mod table;

pub use csv_units::{Plan, apply, units_csv};

/// The day on which a transaction writes.
fn day_of(tx: &varde_store::Tx) -> jiff::civil::Date {
    tx.now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
