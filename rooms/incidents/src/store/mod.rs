//! The room's rows: every statement, and the proof of access that each asks for.

pub mod duties;
pub mod incidents;
pub mod list;
pub mod receipts;
pub mod reporters;
pub mod reports;
pub mod talk;
pub mod told;

use std::sync::Arc;

use varde_kernel::{UnitId, UnitTree};

/// A unit's line; a unit that is gone still has itself, so that what hangs on it is nobody's by chance.
pub(crate) fn line_of(tree: &UnitTree, unit: UnitId) -> Arc<[UnitId]> {
    let line = tree.line(unit);
    if line.is_empty() { Arc::from([unit]) } else { line }
}

/// What of the room hangs on units and is not over: told before a unit is ended.
pub(crate) const HANGING: &[varde_web::Hanging] = &[varde_web::Hanging {
    key: "incidents-hang",
    sql: "select count(*) as n from incident where state not in ('closed', 'joined') and unit_id in ({units})",
}];
