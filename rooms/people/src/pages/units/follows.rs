//! What follows from a step with the organisation, beyond what the step itself says.

use jiff::civil::Date;
use varde_kernel::{UnitId, UnitTree};
use varde_web::{Ctx, Error};

use crate::model::persons::HoldingRow;
use crate::model::units::{KnownChange, Move, Register};
use crate::rules::units::Change;
use crate::store;
use crate::views::units::telling::new_owner;

/// What follows from a step.
pub(crate) struct Follows {
    /// The organisation on the day before, and on the day.
    pub(crate) trees: (UnitTree, UnitTree),
    /// The units that change and all that is spoken of, as they become.
    pub(crate) register: Register,
    /// Units that come under another without the step being about them.
    pub(crate) led_over: Vec<(UnitId, Move)>,
    /// Units below those that move: they come along.
    pub(crate) below: Vec<UnitId>,
    /// Where the main units stood and come to stand.
    pub(crate) owners: Vec<(UnitId, Move)>,
    /// Who holds roles above them no longer, and who from the day on.
    pub(crate) lose: Vec<HoldingRow>,
    pub(crate) gain: Vec<HoldingRow>,
    /// Units that end, and who holds roles on them.
    pub(crate) ends: Vec<UnitId>,
    pub(crate) held: Vec<HoldingRow>,
    /// What else hangs on those that end, in words.
    pub(crate) hanging: Vec<String>,
    /// Units that begin: nobody holds a role there yet.
    pub(crate) begins: Vec<UnitId>,
    /// What is planned already for the same units or those above them.
    pub(crate) planned: Vec<KnownChange>,
}

/// Finds out what follows.
pub(crate) async fn follows(cx: &Ctx, register: &Register, change: &Change) -> Result<Follows, Error> {
    let on = change.told.first().map_or(cx.today(), |told| told.on);
    let main: Vec<UnitId> =
        change.told.iter().flat_map(|told| told.before.iter().chain(&told.after)).copied().collect();
    let moves: Vec<(UnitId, Move)> =
        change.after.iter().filter_map(|unit| Some((unit.id, new_owner(change.was(unit.id)?, unit, on)?))).collect();
    let ends: Vec<UnitId> = change
        .after
        .iter()
        .filter(|unit| unit.valid.to == Some(on) && change.was(unit.id).is_some_and(|was| was.valid.to != Some(on)))
        .map(|unit| unit.id)
        .collect();
    let begins = change.after.iter().map(|unit| unit.id).filter(|id| change.was(*id).is_none()).collect();
    let (stays, led_over): (Vec<_>, Vec<_>) = moves.into_iter().partition(|(unit, _)| main.contains(unit));
    let owners: Vec<(UnitId, Move)> = stays.into_iter().filter(|(unit, _)| !ends.contains(unit)).collect();
    let led_over: Vec<(UnitId, Move)> = led_over.into_iter().filter(|(unit, _)| !ends.contains(unit)).collect();
    let trees = (register.tree(on.yesterday().unwrap_or(on)), change.register.tree(on));
    let tops = || owners.iter().chain(&led_over).map(|(unit, _)| *unit);
    let mut below: Vec<UnitId> = tops().flat_map(|unit| trees.1.below(unit)).collect();
    below.sort_unstable();
    below.dedup();
    below.retain(|unit| !main.contains(unit) && !led_over.iter().any(|(led, _)| led == unit));
    let (lose, gain) = above(cx, (register, &change.register), &owners, &ends, on).await?;
    let mut touched: Vec<UnitId> = change.after.iter().map(|unit| unit.id).collect();
    touched.extend(main.iter().flat_map(|unit| register.line_near(*unit, cx.today()).to_vec()));
    touched.sort_unstable();
    touched.dedup();
    Ok(Follows {
        planned: of_these(store::units::upcoming(cx.db(), &touched, cx.today()).await?, &main, &touched),
        held: store::holdings::holdings_on(cx.db(), &ends, on).await?,
        hanging: if ends.is_empty() { Vec::new() } else { cx.hanging(&ends, on).await? },
        register: change.register.clone(),
        trees,
        led_over,
        below,
        owners,
        lose,
        gain,
        ends,
        begins,
    })
}

/// What is planned for the units themselves, or for one above them as a whole.
fn of_these(planned: Vec<KnownChange>, main: &[UnitId], touched: &[UnitId]) -> Vec<KnownChange> {
    let about = |known: &KnownChange, units: &[UnitId]| {
        known.change.before.iter().chain(&known.change.after).any(|unit| units.contains(unit))
    };
    planned.into_iter().filter(|known| about(known, main) || (known.is_main && about(known, touched))).collect()
}

/// Who holds a role above the units that move, before but not after, and the other way round.
async fn above(
    cx: &Ctx,
    (before, after): (&Register, &Register),
    owners: &[(UnitId, Move)],
    ends: &[UnitId],
    on: Date,
) -> Result<(Vec<HoldingRow>, Vec<HoldingRow>), Error> {
    let (mut left, mut come): (Vec<UnitId>, Vec<UnitId>) = (Vec::new(), Vec::new());
    for (unit, _) in owners {
        let (old, new) = (before.line_on(*unit, on), after.line_on(*unit, on));
        left.extend(old.iter().filter(|above| !new.contains(above) && !ends.contains(above)));
        come.extend(new.iter().filter(|above| !old.contains(above)));
    }
    for units in [&mut left, &mut come] {
        units.sort_unstable();
        units.dedup();
    }
    let holders = |units: Vec<UnitId>| async move { store::holdings::holdings_on(cx.db(), &units, on).await };
    Ok((holders(left).await?, holders(come).await?))
}
