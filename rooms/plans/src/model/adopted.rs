//! What the owners of a plan approved besides its text: its goals, parts and measures.

use varde_kernel::{IndicatorId, PartId, Words};

use super::goal::{Direction, Item};
use super::plan::PartKind;

/// An item as it stood when the plan was adopted, or as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedItem {
    /// Which.
    pub item: Item,
    /// What sort of part.
    pub sort: Option<PartKind>,
    /// The part it stands under.
    pub under: Option<PartId>,
    /// Name; a measure has its own, which is not the plan's to approve.
    pub name: Words,
    /// Text of a part, scope of a goal.
    pub text: Words,
    /// The indicator that judges a goal.
    pub indicator: Option<IndicatorId>,
    /// Which way is better, for a goal.
    pub direction: Option<Direction>,
    /// A goal that is still pursued; parts and measures always are.
    pub active: bool,
    /// The version of a goal's target.
    pub target: Option<i64>,
    /// The version of a goal's target for the spread between units.
    pub spread: Option<i64>,
}
