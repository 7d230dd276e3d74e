//! What of the room hangs on units and is not over: told before a unit is ended.

use varde_web::Hanging;

/// What is counted, and how.
pub(crate) const HANGING: &[Hanging] = &[
    Hanging {
        key: "indicators-hang-indicators",
        sql: "select count(*) as n from indicator where state <> 'retired' and unit_id in ({units})",
    },
    Hanging { key: "indicators-hang-series", sql: "select count(*) as n from series where unit_id in ({units})" },
    Hanging {
        key: "indicators-hang-signals",
        sql: "select count(*) as n from signal where state in ('new', 'seen') and unit_id in ({units})",
    },
];
