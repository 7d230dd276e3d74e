//! Indicators about the same thing, each read on its own, for whoever sets them beside each other.

use varde_kernel::UnitId;
use varde_store::Read;

use super::reading::{self, Reading};
use crate::model::Indicator;
use crate::rules::disclosure::Sight;
use crate::rules::reading::{Variation, has_changed};
use crate::rules::sources::{Pointing, pointing};

/// One source: what is measured, what it shows for a unit, and which way that points.
pub struct SourceRead {
    /// What is measured.
    pub indicator: Indicator,
    /// The unit's series; none when it has none.
    pub reading: Option<Reading>,
    /// What it says of how things have gone.
    pub pointing: Pointing,
}

/// Reads these indicators for a unit as `sight` shows them, in the order given.
///
/// # Errors
///
/// When the database does not answer.
pub async fn read_sources(
    db: &impl Read,
    sight: &Sight<'_>,
    indicators: Vec<Indicator>,
    unit: UnitId,
) -> Result<Vec<SourceRead>, varde_store::Error> {
    let mut found = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        let reading = reading::of_units(db, sight, &indicator, &[unit]).await?.remove(&unit);
        let pointing = reading.as_ref().map_or(Pointing::TooLittle, |reading| {
            let variation = reading.variation(&indicator);
            let short = (variation == Variation::TooLittle).then(|| has_changed(indicator.measure, &reading.values));
            pointing(variation, short.flatten(), indicator.direction)
        });
        found.push(SourceRead { indicator, reading, pointing });
    }
    Ok(found)
}
