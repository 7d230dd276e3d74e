//! Reading files: the content of the project, and the organisation from elsewhere.

pub mod content;
pub mod csv_units;
mod dhis2;
mod kinds;
pub mod klass;
mod skde;
mod table;
mod tree;

use jiff::civil::Date;
use varde_kernel::Problems;
use varde_web::read_date;

pub use csv_units::{Plan, apply};

use crate::model::units::Register;

/// What a file of units would change in the organisation, whichever of its shapes it has: a table with our
/// columns, the quality registries' tree in either of theirs, or the units of a DHIS2.
///
/// # Errors
///
/// Every problem of the file, by line. Nothing of a file with a problem is used.
pub fn units(bytes: &[u8], known: &Register, on: Date) -> Result<Plan, Problems> {
    if dhis2::is_json(bytes) {
        return dhis2::units(bytes, known, on);
    }
    match skde::open(bytes) {
        Some((table, shape)) => skde::units(&table, shape, known, on),
        None => csv_units::units_csv(bytes, known, on),
    }
}

/// A day on which a unit may begin or end, as a file says it.
fn read_day(text: &str) -> Option<Date> {
    read_date(text).filter(|day| (1800..=2200).contains(&day.year()))
}

/// The day on which a transaction writes.
fn day_of(tx: &varde_store::Tx) -> Date {
    tx.now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
