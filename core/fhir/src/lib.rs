//! The HL7 FHIR R4 resources that Varde exchanges: measures and reports of them, who and where, what somebody has
//! reported, what is written and to be done about it.
//!
//! The types are thin: they name the fields that are used, and keep the others as they came, so that
//! what is read can be written again unchanged ([`parse`] and [`print()`] round-trip). They say nothing
//! about whether a resource makes sense. Where that matters, [`read`] and [`write()`] look through what they take
//! and give ([`Checked`]), and tell all that is wrong with it.
//!
//! # Source
//!
//! HL7 FHIR Release 4 (v4.0.1), <https://hl7.org/fhir/R4/>: measurereport, measure, adverseevent, communication, task,
//! operationoutcome and bundle; identifier systems from HL7 Norway's base profiles.

mod adverse_event;
mod bundle;
mod check;
mod checked;
mod communication;
pub mod lfpse;
mod measure;
mod primitive;
mod problem;
mod report;
mod shape;
mod task;
mod types;

pub use adverse_event::{
    AdverseEvent, Causality, EventKind, EventOutcome, EventSeverity, EventSubject, HarmedPerson, SuspectEntity,
};
pub use bundle::Page;
pub use checked::{Checked, NDJSON, line, read, read_value, write};
pub use communication::{Communication, Payload};
pub use measure::{Measure, MeasureGroup, MeasurePopulation, MeasureStratifier};
pub use problem::{Problem, Wrong};
pub use report::{Group, MeasureReport, Population, Stratifier, Stratum};
pub use task::{Task, TaskOutput, TaskRestriction};
pub use types::{
    Bundle, CodeableConcept, Coding, Entry, Extension, Extra, Identifier, Issue, Link, Location, Meta,
    OperationOutcome, Organization, Period, Quantity, Reference, Search,
};

/// Systems of codes and identifiers.
pub mod system {
    /// Organisation numbers of the Register of Legal Entities (Enhetsregisteret).
    pub const ORGANISATION: &str = "urn:oid:2.16.578.1.12.4.1.4.101";
    /// Units in the Register of Units in Specialist Care (RESH).
    pub const RESH: &str = "urn:oid:2.16.578.1.12.4.1.4.102";
    /// Municipality numbers.
    pub const MUNICIPALITY: &str = "urn:oid:2.16.578.1.12.4.1.1.3402";
    /// County numbers.
    pub const COUNTY: &str = "urn:oid:2.16.578.1.12.4.1.1.3401";
    /// Which population of a measure.
    pub const POPULATION: &str = "http://terminology.hl7.org/CodeSystem/measure-population";
    /// How a measure is scored.
    pub const SCORING: &str = "http://terminology.hl7.org/CodeSystem/measure-scoring";
    /// Which way a measure improves.
    pub const IMPROVEMENT: &str = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";
    /// How bad an adverse event was for its subject.
    pub const SEVERITY: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-severity";
    /// How it went with the subject of an adverse event.
    pub const OUTCOME: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-outcome";
    /// What sort of adverse event.
    pub const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-category";
    /// How serious an adverse event was.
    pub const SERIOUSNESS: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness";
    /// How sure one is that something brought an adverse event about.
    pub const CAUSALITY: &str = "http://terminology.hl7.org/CodeSystem/adverse-event-causality-assess";
    /// Why a value is not there.
    pub const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    /// The extension that says why a value is not there.
    pub const ABSENT_EXTENSION: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
}

/// One resource, as far as we know its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Resource {
    /// The definition of a measure.
    Measure(Box<Measure>),
    /// A report of a measure.
    MeasureReport(Box<MeasureReport>),
    /// Several resources together.
    Bundle(Box<Bundle>),
    /// An organisation.
    Organization(Box<Organization>),
    /// A place.
    Location(Box<Location>),
    /// What went well or wrong.
    OperationOutcome(Box<OperationOutcome>),
    /// Any other kind, by its name.
    Other(String, serde_json::Value),
}

/// Why a text is no resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no JSON, or ends in the middle; with the line.
    NotJson(usize),
    /// It is JSON, but says not what kind of resource it is.
    NoKind,
    /// A field of it is of another kind than FHIR says.
    Field(String),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotJson(line) => write!(f, "no JSON from line {line} on"),
            Self::NoKind => f.write_str("no resourceType"),
            Self::Field(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Broken {}

/// Reads a resource from JSON.
///
/// # Errors
///
/// [`Broken`] when it is none.
pub fn parse(bytes: &[u8]) -> Result<Resource, Broken> {
    let value: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|error| Broken::NotJson(error.line().max(1)))?;
    of_value(value)
}

/// Reads a resource that lies in another one.
///
/// # Errors
///
/// [`Broken`] when it is none.
pub fn of_value(value: serde_json::Value) -> Result<Resource, Broken> {
    fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> Result<Box<T>, Broken> {
        serde_json::from_value(value).map(Box::new).map_err(|error| Broken::Field(error.to_string()))
    }
    let kind = value.get("resourceType").and_then(serde_json::Value::as_str).ok_or(Broken::NoKind)?.to_owned();
    Ok(match kind.as_str() {
        "Measure" => Resource::Measure(read(value)?),
        "MeasureReport" => Resource::MeasureReport(read(value)?),
        "Bundle" => Resource::Bundle(read(value)?),
        "Organization" => Resource::Organization(read(value)?),
        "Location" => Resource::Location(read(value)?),
        "OperationOutcome" => Resource::OperationOutcome(read(value)?),
        _ => Resource::Other(kind, value),
    })
}

/// The resource as JSON.
pub fn value(resource: &Resource) -> serde_json::Value {
    fn write<T: serde::Serialize>(resource: &T) -> serde_json::Value {
        // These types hold only what JSON can hold.
        serde_json::to_value(resource).unwrap_or_default()
    }
    match resource {
        Resource::Measure(one) => write(one),
        Resource::MeasureReport(one) => write(one),
        Resource::Bundle(one) => write(one),
        Resource::Organization(one) => write(one),
        Resource::Location(one) => write(one),
        Resource::OperationOutcome(one) => write(one),
        Resource::Other(_, value) => value.clone(),
    }
}

/// Writes a resource as JSON, with line breaks.
pub fn print(resource: &Resource) -> String {
    format!("{:#}", value(resource))
}

#[cfg(test)]
mod tests;
