//! Resources that are looked through on the way in and on the way out.
//!
//! [`crate::parse`] takes what it can; these functions take and give only what holds. They tell all that is
//! wrong at once, each with its path. Fields that are not named here are kept as they came. A narrative is not:
//! it is somebody else's page and may hold anything; what stands only there is lost.
//!
//! Not checked: bindings that FHIR does not make required, profiles, whether what a reference points to exists outside
//! the resource and is of a kind that may stand there, names of persons in words, whether a task was changed after it
//! was written, and rules between entries of a bundle.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::check::problems;
use crate::problem::{Problem, Wrong};
use crate::{AdverseEvent, Bundle, Communication, OperationOutcome, Task};

/// The media type of resources in lines, as bulk export has them.
pub const NDJSON: &str = "application/fhir+ndjson";

mod sealed {
    pub trait Sealed {}
}

/// A kind of resource that is checked.
pub trait Checked: Serialize + DeserializeOwned + sealed::Sealed {
    /// Its `resourceType`.
    const KIND: &'static str;
}

macro_rules! checked {
    ($($kind:ident)*) => {
        $(
            impl sealed::Sealed for $kind {}
            impl Checked for $kind {
                const KIND: &'static str = stringify!($kind);
            }
        )*
    };
}

checked! { AdverseEvent Communication Task OperationOutcome Bundle }

/// Reads a resource from JSON.
///
/// # Errors
///
/// All that is wrong with it, at most 50 problems.
pub fn read<T: Checked>(bytes: &[u8]) -> Result<T, Vec<Problem>> {
    let value = serde_json::from_slice(bytes).map_err(|error| {
        let wrong = Wrong::NotJson(error.line().max(1));
        vec![Problem { path: String::new(), wrong }]
    })?;
    read_value(value)
}

/// Reads a resource that lies in another one.
///
/// # Errors
///
/// All that is wrong with it, at most 50 problems.
pub fn read_value<T: Checked>(mut value: Value) -> Result<T, Vec<Problem>> {
    drop_narratives(&mut value);
    refuse::<T>(&value)?;
    // What the check lets through has the form of the type; a test holds them against each other.
    serde_json::from_value(value)
        .map_err(|_| vec![Problem { path: T::KIND.to_owned(), wrong: Wrong::NotKind(T::KIND) }])
}

/// The resource as JSON.
///
/// # Errors
///
/// All that is wrong with it, at most 50 problems: what is wrong is not sent.
pub fn write<T: Checked>(resource: &T) -> Result<Value, Vec<Problem>> {
    // These types hold only what JSON can hold.
    let value = serde_json::to_value(resource).unwrap_or_default();
    refuse::<T>(&value)?;
    Ok(value)
}

/// The resource on one line, with the line's end: many of them make a file of the type [`NDJSON`].
///
/// Bulk export wants resources of one kind in each file.
///
/// # Errors
///
/// All that is wrong with it, at most 50 problems.
pub fn line<T: Checked>(resource: &T) -> Result<String, Vec<Problem>> {
    Ok(format!("{}\n", write(resource)?))
}

fn refuse<T: Checked>(value: &Value) -> Result<(), Vec<Problem>> {
    let found = problems(T::KIND, value);
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn drop_narratives(resource: &mut Value) {
    let Some(object) = resource.as_object_mut() else { return };
    object.remove("text");
    for contained in object.get_mut("contained").and_then(Value::as_array_mut).into_iter().flatten() {
        drop_narratives(contained);
    }
    for entry in object.get_mut("entry").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(resource) = entry.get_mut("resource") {
            drop_narratives(resource);
        }
    }
}
