//! What of the room hangs on units and is not over: told before a unit is ended.

use varde_web::Hanging;

/// What is counted, and how.
pub(crate) const HANGING: &[Hanging] = &[
    Hanging {
        key: "people-hang-roles",
        sql: "select count(*) as n from holding where (valid_to is null or {on} < valid_to) and unit_id in ({units})",
    },
    Hanging {
        key: "people-hang-persons",
        sql: "select count(*) as n from person where active = true and home_unit_id in ({units})",
    },
];
