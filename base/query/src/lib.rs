//! Event data at the edge: definitions and deliveries from files into the rows of `varde-events`.
//!
//! [`read_definitions`] reads which indicators are computed and how. [`read`] reads deliveries of stays,
//! operations and reviews, as CSV or bulk FHIR, into whatever takes them in ([`Receive`]): every line that
//! cannot be read is told of, and persons become keyed digests ([`Keys`]) on the way.

mod definitions;
mod key;
pub mod read;

pub use definitions::{DefinitionsError, EventDefinition, Text, read_definitions};
pub use key::Keys;
pub use read::{Collected, Fault, Problem, Problems, Receive};
