//! The room's tables, read and written. All SQL stands here.

pub mod goals;
pub mod plans;

pub mod alternatives;
pub mod choosing;
pub mod pilots;
pub mod rounds;
pub mod wheel;
pub mod wishes;

use varde_kernel::access::Author;
use varde_kernel::{Id, PersonId};
use varde_store::{Column, Value};

/// The person behind a change, when it is one.
fn person(author: Author) -> Option<PersonId> {
    match author {
        Author::Person(person) => Some(person),
        Author::System(_) | Author::Anonymous => None,
    }
}

/// Placeholders for a list of ids, whose values are appended.
fn places<K>(ids: &[Id<K>], values: &mut Vec<Value>) -> String {
    let mut places = Vec::new();
    for id in ids {
        values.push(id.column());
        places.push(format!("${}", values.len()));
    }
    places.join(", ")
}
