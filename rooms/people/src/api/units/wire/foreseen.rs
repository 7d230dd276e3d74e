//! What would follow from a step with the organisation.

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::UnitId;

use crate::model::persons::HoldingRow;
use crate::model::units::Move;
use crate::pages::units::follows::Follows;

/// What a step with the organisation would lead to.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Foreseen)]
pub(in crate::api::units) struct Foreseen {
    /// Units that come to stand elsewhere.
    moves: Vec<ForeseenMove>,
    /// Units below them, which come along.
    below: Vec<String>,
    /// Units that end.
    ends: Vec<String>,
    /// How many units begin.
    begins: usize,
    /// Who no longer holds a role above the units that move.
    lose: Vec<ForeseenHolder>,
    /// Who holds one from the day on.
    gain: Vec<ForeseenHolder>,
    /// Who holds roles on the units that end.
    held: Vec<ForeseenHolder>,
    /// What else hangs on the units that end, in words.
    hanging: Vec<String>,
    /// How many steps are planned already for the same units or those above them.
    planned: usize,
}

/// A unit that comes to stand elsewhere.
#[derive(Serialize, ToSchema)]
#[schema(as = people::ForeseenMove)]
pub(super) struct ForeseenMove {
    /// The unit.
    unit: String,
    /// owner, geography or uptake.
    relation: String,
    /// What it leaves.
    from: Option<String>,
    /// Where it comes.
    to: Option<String>,
}

/// Someone's role that a step touches.
#[derive(Serialize, ToSchema)]
#[schema(as = people::ForeseenHolder)]
pub(super) struct ForeseenHolder {
    /// The person.
    person: String,
    /// The person's name.
    name: String,
    /// The role.
    role: String,
    /// The unit on which it is held.
    unit: String,
}

impl Foreseen {
    pub(in crate::api::units) fn new(follows: &Follows) -> Self {
        let ids = |units: &[UnitId]| units.iter().map(ToString::to_string).collect();
        let moved = |(unit, to): &(UnitId, Move)| ForeseenMove {
            unit: unit.to_string(),
            relation: to.kind.name().to_owned(),
            from: to.from.map(|unit| unit.to_string()),
            to: to.to.map(|unit| unit.to_string()),
        };
        let holders = |rows: &[HoldingRow]| {
            let one = |row: &HoldingRow| ForeseenHolder {
                person: row.person.to_string(),
                name: row.name.clone(),
                role: row.role.name().to_owned(),
                unit: row.unit.to_string(),
            };
            rows.iter().map(one).collect()
        };
        Self {
            moves: follows.owners.iter().chain(&follows.led_over).map(moved).collect(),
            below: ids(&follows.below),
            ends: ids(&follows.ends),
            begins: follows.begins.len(),
            lose: holders(&follows.lose),
            gain: holders(&follows.gain),
            held: holders(&follows.held),
            hanging: follows.hanging.clone(),
            planned: follows.planned.len(),
        }
    }
}
