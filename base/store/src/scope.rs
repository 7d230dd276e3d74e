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
