//! Series with their charts, each thing fetched once, for whatever page shows them.

use std::collections::HashMap;

use varde_kernel::{IndicatorId, SeriesId, UnitId};
use varde_store::Read;

use crate::model::{Cause, ChartSpec, Indicator, Observation, Series};
use crate::rules::cause;
use crate::rules::chart::{self, Drawn};
use crate::rules::disclosure::Sight;
use crate::rules::reading::{self, Assurance, Variation};
use crate::store;

/// A series as it is read: values, chart, what the chart sees.
pub struct Reading {
    /// The series.
    pub series: Series,
    /// Its values, by period.
    pub values: Vec<Observation>,
    /// How it is charted.
    pub spec: ChartSpec,
    /// The chart; none with too few values.
    pub drawn: Option<Drawn>,
    /// What the chart sees.
    pub causes: Vec<Cause>,
}

impl Reading {
    /// Works out the chart of a series.
    pub fn new(indicator: &Indicator, series: Series, values: Vec<Observation>, spec: Option<ChartSpec>) -> Self {
        let spec = spec.unwrap_or_else(|| ChartSpec::undecided(series.id, indicator.definition_version));
        let drawn = chart::draw(indicator, &values, &spec);
        let causes = drawn.as_ref().map(cause::causes).unwrap_or_default();
        Self { series, values, spec, drawn, causes }
    }

    /// What the process does now.
    pub fn variation(&self, indicator: &Indicator) -> Variation {
        reading::variation(self.drawn.as_ref(), &self.causes, indicator.direction)
    }

    /// Whether it can be counted on to meet its target; none without one.
    pub fn assurance(&self, indicator: &Indicator) -> Option<Assurance> {
        reading::assurance(&self.drawn.as_ref()?.chart, self.spec.target?, indicator.direction)
    }
}

/// Reads series of these indicators.
pub async fn read(
    db: &impl Read,
    sight: &Sight<'_>,
    indicators: &HashMap<IndicatorId, Indicator>,
    series: Vec<Series>,
) -> Result<Vec<Reading>, varde_store::Error> {
    let ids: Vec<SeriesId> = series.iter().map(|one| one.id).collect();
    let mut values = store::values_of_many(db, sight, &ids).await?;
    let mut specs = store::specs(db, &ids).await?;
    Ok(series
        .into_iter()
        .filter_map(|one| {
            let indicator = indicators.get(&one.indicator)?;
            let (values, spec) = (values.remove(&one.id).unwrap_or_default(), specs.remove(&one.id));
            Some(Reading::new(indicator, one, values, spec))
        })
        .collect())
}

/// Reads one indicator for several units, by unit.
pub async fn of_units(
    db: &impl Read,
    sight: &Sight<'_>,
    indicator: &Indicator,
    units: &[UnitId],
) -> Result<HashMap<UnitId, Reading>, varde_store::Error> {
    let series = store::series_at_units(db, indicator.id, units).await?;
    let known = HashMap::from([(indicator.id, indicator.clone())]);
    Ok(read(db, sight, &known, series).await?.into_iter().map(|one| (one.series.unit, one)).collect())
}
