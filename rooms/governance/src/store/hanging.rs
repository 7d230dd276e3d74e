//! What of the room hangs on units and is not over: told before a unit is ended.

use varde_web::Hanging;

/// What is counted, and how.
pub(crate) const HANGING: &[Hanging] = &[
    Hanging { key: "governance-hang-tasks", sql: "select count(*) as n from task where unit_id in ({units})" },
    Hanging {
        key: "governance-hang-responsibilities",
        sql: "select count(*) as n from responsibility where (valid_to is null or {on} < valid_to) and unit_id in ({units})",
    },
    Hanging { key: "governance-hang-bodies", sql: "select count(*) as n from body where unit_id in ({units})" },
];
