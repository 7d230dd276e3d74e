//! What of the room hangs on units and is not over: told before a unit is ended.

use varde_web::Hanging;

/// What is counted, and how.
pub(crate) const HANGING: &[Hanging] = &[
    Hanging {
        key: "measures-hang-measures",
        sql: "select count(*) as n from measure where state not in ('completed', 'evaluated', 'stopped') and unit_id in ({units})",
    },
    Hanging {
        key: "measures-hang-activities",
        sql: "select count(*) as n from activity a join measure m on m.id = a.measure_id where a.state in ('planned', 'running') and coalesce(a.unit_id, m.unit_id) in ({units})",
    },
    Hanging {
        key: "measures-hang-findings",
        sql: "select count(*) as n from finding where state = 'open' and unit_id in ({units})",
    },
];
