//! Measures (tiltak) of the room of measures, as charts and signals name them and forms let people choose them.

use maud::Markup;
use varde_kernel::access::{self, Kind};
use varde_kernel::{IndicatorId, MeasureId, Problems, UnitId, UnitTree};
use varde_web::elsewhere::{Elsewhere, named, of_units};
use varde_web::{Ctx, Error, Fields};

use super::signals::indicators_of;
use crate::store::{self, SignalFilter};
use crate::views;

/// How many signals a measure's page tells of.
const MOST_SIGNALS: i64 = 50;

/// The measures that a page speaks of, and those that its forms offer.
#[derive(Default)]
pub struct Measures {
    /// What can be chosen: the unit's own first, then those of the units above it.
    pub offered: Vec<Elsewhere>,
    named: Vec<Elsewhere>,
}

impl Measures {
    /// A measure as the visitor may see it; none for those who may not.
    pub fn get(&self, id: MeasureId) -> Option<&Elsewhere> {
        self.named.iter().find(|one| one.id == id.uuid())
    }

    /// Those that are told of, and those of the unit and above where the visitor may choose one.
    pub async fn of(
        cx: &Ctx,
        tree: &UnitTree,
        (unit, may): (UnitId, bool),
        told: impl Iterator<Item = MeasureId>,
    ) -> Result<Self, Error> {
        let named = named(cx, Kind::Measure, &told.collect::<Vec<_>>()).await?;
        let offered = if may { of_units(cx, Kind::Measure, &tree.line(unit)).await? } else { Vec::new() };
        Ok(Self { offered, named })
    }
}

/// Reads the measure that was chosen: one that the visitor may see. `former` is the one that stands there already,
/// which may stay although they may not.
pub async fn read(
    cx: &Ctx,
    fields: &Fields,
    former: Option<MeasureId>,
    problems: &mut Problems,
) -> Result<Option<MeasureId>, Error> {
    let Some(chosen) = fields.choice::<MeasureId>("measure", problems) else { return Ok(None) };
    if former != Some(chosen) && !may_name(cx, &[chosen]).await? {
        problems.field("measure", "web-problem-choice");
        return Ok(None);
    }
    Ok(Some(chosen))
}

/// Whether all of these are measures that the visitor may see.
pub async fn may_name(cx: &Ctx, ids: &[MeasureId]) -> Result<bool, Error> {
    let known = named(cx, Kind::Measure, ids).await?;
    Ok(ids.iter().all(|id| known.iter().any(|one| one.id == id.uuid())))
}

/// What a measure's page is told: the charts on which it stands, and the signals that it answers.
pub async fn beside(cx: &Ctx, tree: &UnitTree, id: MeasureId) -> Result<Vec<(String, Markup)>, Error> {
    let marks = store::marks_of_measure(cx.db(), id).await?;
    let mut ids: Vec<IndicatorId> = marks.iter().map(|mark| mark.indicator).collect();
    ids.sort_unstable();
    ids.dedup();
    let seen = store::seen_by(cx.actor(), tree, store::many(cx.db(), &ids).await?);
    let scope = access::scope(cx.actor(), Kind::Signal);
    let filter = SignalFilter { measure: Some(id), ..SignalFilter::default() };
    let signals = store::signals(cx.db(), &scope, &filter, (MOST_SIGNALS, 0)).await?;
    let indicators = indicators_of(cx, &signals).await?;
    Ok(views::beside_measure(cx, tree, (&marks, &seen), (&signals, &indicators)))
}
