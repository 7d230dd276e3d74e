//! Values and definitions for others, in the formats that they read. A value that is missing goes out with
//! its reason where the format has room for one, and never as nought.

mod adx;
pub mod areas;
mod dhis2;
mod fhir;
mod jsonstat;
mod tables;

use varde_kernel::{UnitId, Words};

use crate::import::sender::Outgoing;
use crate::model::{Context, Indicator, Observation, Series};

pub use fhir::measure;
pub use tables::table;

/// A value on its way out, with what it belongs to.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The unit.
    pub unit: UnitId,
    /// The unit's code.
    pub unit_code: &'a str,
    /// The unit's name.
    pub unit_name: &'a Words,
    /// The unit's number in a national register, with the register's address, when it has one.
    pub number: Option<(&'static str, String)>,
    /// The series.
    pub series: &'a Series,
    /// The value.
    pub value: &'a Observation,
}

impl Told<'_> {
    /// Whether it counts those who live there.
    fn is_residence(&self) -> bool {
        self.series.context == Context::Residence
    }
}

/// A file that is made.
#[derive(Debug)]
pub struct Made {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Of what kind it is.
    pub media: &'static str,
    /// How its name ends.
    pub ending: &'static str,
}

/// Why a file cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The format does not know the periods of some value, such as the tertial.
    #[error("the format does not know the period of a value")]
    Period,
    /// The format has no place for those who live in an area.
    #[error("the format cannot tell residence from treatment")]
    Residence,
    /// The workbook could not be made.
    #[error("the workbook could not be made")]
    Workbook,
}

impl Refused {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Period => "indicators-export-period",
            Self::Residence => "indicators-export-residence",
            Self::Workbook => "indicators-export-workbook",
        }
    }
}

/// Makes a file of an indicator's values.
///
/// # Errors
///
/// [`Refused`] when the format cannot say what the values are; nothing is left out in silence.
pub fn make(format: Outgoing, indicator: &Indicator, told: &[Told<'_>]) -> Result<Made, Refused> {
    let (bytes, media, ending) = match format {
        Outgoing::Csv => (tables::csv(indicator, told).into_bytes(), "text/csv; charset=utf-8", "csv"),
        Outgoing::Xlsx => {
            let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (tables::xlsx(indicator, told).map_err(|_| Refused::Workbook)?, media, "xlsx")
        }
        Outgoing::JsonStat => (jsonstat::write(indicator, told)?.into_bytes(), "application/json", "json"),
        Outgoing::Dhis2 => (dhis2::write(indicator, told)?.into_bytes(), "application/json", "json"),
        Outgoing::Adx => (adx::write(indicator, told)?.into_bytes(), "application/adx+xml", "xml"),
        Outgoing::Fhir => (fhir::write(indicator, told)?.into_bytes(), "application/fhir+json", "json"),
    };
    Ok(Made { bytes, media, ending })
}

/// The parts of a value by the codes that they go by in formats that hold one number at a time.
fn parts(indicator: &Indicator, value: &Observation) -> Vec<(String, f64)> {
    let code = &indicator.code;
    let mut parts = Vec::new();
    match (value.numerator, value.denominator) {
        (Some(numerator), Some(denominator)) => {
            parts.push((format!("{code}.numerator"), numerator));
            parts.push((format!("{code}.denominator"), denominator));
        }
        _ => parts.extend(value.value.map(|value| (code.clone(), value))),
    }
    parts
}
