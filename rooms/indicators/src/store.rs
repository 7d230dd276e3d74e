//! All SQL of the room.

mod catalogue;
mod figure;
mod value;

use catalogue::OPEN;
pub use catalogue::{by_code, count, indicators, insert, list, many, open, save};
pub use figure::*;
pub use value::*;

/// `$1, $2, …`: as many places as there are values, from the next free one.
fn places(from: usize, n: usize) -> String {
    (from..from + n).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// What a text is searched by: lower-cased here, since the databases fold letters differently.
fn searchable(parts: &[&str]) -> String {
    parts.join(" ").to_lowercase()
}

/// Conditions that `column` holds every word of `words`.
fn words_condition(words: &str, column: &str, values: &mut Vec<varde_store::Value>) -> String {
    let mut parts = vec!["1 = 1".to_owned()];
    for word in words.to_lowercase().split_whitespace().take(8) {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        values.push(varde_store::Column::column(format!("%{escaped}%")));
        parts.push(format!("{column} like ${} escape '\\'", values.len()));
    }
    parts.join(" and ")
}
