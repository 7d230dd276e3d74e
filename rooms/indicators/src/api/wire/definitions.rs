//! Files of definitions, as they are sent.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file of definitions.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DefinitionFile {
    /// The file's text: a FHIR `Measure` or a DHIS2's metadata as JSON, or descriptions as CSV.
    #[serde(default)]
    pub text: String,
    /// The file in base64, instead of its text.
    #[serde(default)]
    pub base64: String,
    /// Id of the unit that will answer for the indicators.
    pub unit: String,
    /// Codes of those to propose, as a dry run tells them; all of them when none is given.
    #[serde(default)]
    pub only: Vec<String>,
    /// Only say what it would do.
    #[serde(default)]
    pub dry_run: bool,
}

/// What a file of definitions did, or would do.
#[derive(Serialize, ToSchema)]
pub struct DefinitionsProposed {
    /// Whether anything was left to be done.
    pub dry_run: bool,
    /// Codes of the indicators that are new.
    pub new: Vec<String>,
    /// Codes of those that are there already, and stay as they are.
    pub known: Vec<String>,
    /// Names of what is left out, since it is not measured in numbers.
    pub left_out: Vec<String>,
}
