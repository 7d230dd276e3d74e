//! A list's scope as SQL.

use sea_orm::Value;
use varde_kernel::access::Scope;

use crate::Column;

/// A condition that keeps what `scope` lets its actor see. `unit` is the column that holds the
/// thing's unit and `open` a boolean expression that is true for published things. Values are
/// appended to `values`, so call it where the next free placeholder is `values.len() + 1`.
pub fn scope_condition(scope: &Scope, unit: &str, open: &str, values: &mut Vec<Value>) -> String {
    let Scope::Part { open: sees_open, over, above } = scope else {
        return "1 = 1".to_owned();
    };
    let mut parts = Vec::new();
    if *sees_open {
        parts.push(open.to_owned());
    }
    let mut places = |units: &[varde_kernel::UnitId]| {
        let mut list = Vec::new();
        for id in units {
            values.push(id.column());
            list.push(format!("${}", values.len()));
        }
        list.join(", ")
    };
    if !over.is_empty() {
        parts.push(format!(
            "exists (select 1 from unit_line where unit_line.unit_id = {unit} and unit_line.ancestor_id in ({}))",
            places(over)
        ));
    }
    if !above.is_empty() {
        parts.push(format!("{unit} in ({})", places(above)));
    }
    if parts.is_empty() { "1 = 0".to_owned() } else { format!("({})", parts.join(" or ")) }
}

/// Places for a list of values, which are appended: "$3, $4". An empty list is in nothing.
pub fn places<T: Column>(list: impl IntoIterator<Item = T>, values: &mut Vec<Value>) -> String {
    let places = list.into_iter().map(|value| {
        values.push(value.column());
        format!("${}", values.len())
    });
    let places: Vec<String> = places.collect();
    if places.is_empty() { "null".to_owned() } else { places.join(", ") }
}

/// How many words of a query are asked for.
const MOST_WORDS: usize = 8;

/// A condition that `column`, which holds lower-case text, has every word of `query` in it; the values
/// are appended.
pub fn holds_words(column: &str, query: &str, values: &mut Vec<Value>) -> String {
    let words = query.split_whitespace().take(MOST_WORDS).map(|word| {
        let plain = word.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        values.push(format!("%{plain}%").column());
        format!("{column} like ${} escape '\\'", values.len())
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() { "1 = 1".to_owned() } else { words.join(" and ") }
}
