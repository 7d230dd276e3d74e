//! Event data at the edge: definitions, deliveries, the store of events and the engine that counts in it.
//!
//! [`read_definitions`] reads which indicators are computed and how. [`take`] takes deliveries of stays,
//! operations and reviews (CSV or bulk FHIR) into a [`Store`]: every line that cannot be read is told of, and
//! persons become keyed digests ([`Keys`]) on the way. [`compute`] counts what a definition asks for.
//!
//! Whatever the engine is, it stands behind [`Engine`] and answers SQL about one table. A definition that judges
//! each row by itself becomes one [`question`] that counts. One about courses asks for the rows in the
//! order in which they lie, and `varde_events::Fold` judges them person by person.

mod compute;
mod definitions;
mod engine;
mod frame;
mod key;
pub mod question;
pub mod read;
pub mod store;

pub use compute::{ComputeError, compute};
pub use definitions::{DefinitionsError, EventDefinition, Text, read_definitions};
pub use engine::{Answer, Embedded, Engine, EngineError, Portion};
pub use key::Keys;
pub use read::{Collected, Fault, Problem, Problems, Receive};
pub use store::{
    BUCKETS, Delivered, Delivery, Form, Origin, Progress, Store, StoreError, StoredFile, Taken, Tell, take, take_from,
};
