//! What of the room hangs on units and is not over: told before a unit is ended.

use varde_web::Hanging;

/// What is counted, and how.
pub(crate) const HANGING: &[Hanging] = &[
    Hanging {
        key: "plans-hang-plans",
        sql: "select count(distinct p.id) as n from plan p left join plan_owner o on o.plan_id = p.id where p.state <> 'closed' and (p.unit_id in ({units}) or o.unit_id in ({units}))",
    },
    Hanging {
        key: "plans-hang-goals",
        sql: "select count(*) as n from goal where state = 'active' and unit_id in ({units})",
    },
    Hanging {
        key: "plans-hang-rounds",
        sql: "select count(distinct r.id) as n from status_round r left join round_answer a on a.round_id = r.id where r.state = 'open' and (r.unit_id in ({units}) or (a.unit_id in ({units}) and a.answered_at is null))",
    },
    Hanging {
        key: "plans-hang-steps",
        sql: "select count(*) as n from wheel_step where state = 'open' and unit_id in ({units})",
    },
    Hanging {
        key: "plans-hang-proposals",
        sql: "select count(*) as n from proposal where state <> 'decided' and unit_id in ({units})",
    },
    Hanging {
        key: "plans-hang-pilots",
        sql: "select count(*) as n from pilot where state in ('proposed', 'checked', 'launched') and unit_id in ({units})",
    },
];
