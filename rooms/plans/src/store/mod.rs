//! The room's tables, read and written. All SQL stands here.

pub mod adopted;
pub mod alternatives;
pub mod beside;
pub mod choosing;
pub mod goals;
pub(crate) mod hanging;
pub mod linked;
pub mod local;
pub mod order;
pub mod outcomes;
pub mod parts;
pub mod pilots;
mod plan_lines;
pub mod plans;
mod relations;
pub mod rounds;
pub mod sources;
pub mod spreads;
pub mod standing;
pub mod succession;
pub mod tags;
pub mod targets;
pub mod versions;
pub mod wheel;
pub mod wishes;

use std::sync::Arc;

use varde_kernel::access::Author;
use varde_kernel::{Id, PersonId, UnitId, UnitTree};
use varde_store::Value;

use crate::model::plan::Source;

/// The unit and what is above it. A unit that is gone today keeps itself alone, so that nobody
/// gets in by holding a role somewhere else.
pub(crate) fn line_of(tree: &UnitTree, unit: UnitId) -> Arc<[UnitId]> {
    let line = tree.line(unit);
    if line.is_empty() { Arc::from([unit]) } else { line }
}

/// The person behind a change, when it is one.
pub(crate) const fn person(author: Author) -> Option<PersonId> {
    match author {
        Author::Person(person) => Some(person),
        Author::System(_) | Author::Anonymous => None,
    }
}

/// Ids for `in ($1, $2 …)`: the places, from the next free one, with the values appended.
pub(crate) fn places<K>(ids: &[Id<K>], values: &mut Vec<Value>) -> String {
    varde_store::places(ids.iter().copied(), values)
}

pub(crate) fn source(row: &varde_store::Row) -> Result<Source, varde_store::Error> {
    Ok(Source { document: row.get("source_document")?, place: row.get("source_place")? })
}
