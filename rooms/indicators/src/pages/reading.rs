//! Series with their charts, each thing fetched once, for whatever page shows them.

use std::collections::HashMap;

use varde_kernel::{IndicatorId, SeriesId, UnitId};
use varde_store::Read;

use super::rollup::Derived;
use crate::model::{Cause, ChartSpec, Indicator, Missing, Observation, Series};
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
    /// Whether all of them are shown: otherwise nothing is said of the process.
    pub whole: bool,
    /// How it is charted.
    pub spec: ChartSpec,
    /// The chart; none with too few values.
    pub drawn: Option<Drawn>,
    /// What the chart sees.
    pub causes: Vec<Cause>,
    /// What it was added up from, where the unit reports nothing itself.
    pub derived: Option<Derived>,
}

impl Reading {
    /// Works out the chart of a series, or draws its points alone where some values are kept back from the reader.
    pub fn new(
        sight: &Sight<'_>,
        indicator: &Indicator,
        series: Series,
        values: Vec<Observation>,
        spec: Option<ChartSpec>,
    ) -> Self {
        let spec = spec.unwrap_or_else(|| ChartSpec::undecided(series.id, indicator.definition_version));
        let whole = sight.whole(&series) && values.iter().all(|one| one.missing != Some(Missing::Protected));
        let drawn =
            if whole { chart::draw(indicator, &values, &spec) } else { chart::points_alone(indicator, &values, &spec) };
        let causes = drawn.as_ref().filter(|_| whole).map(cause::causes).unwrap_or_default();
        Self { series, values, whole, spec, drawn, causes, derived: None }
    }

    /// What the process does now.
    pub fn variation(&self, indicator: &Indicator) -> Variation {
        if !self.whole {
            return Variation::KeptBack;
        }
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
            Some(Reading::new(sight, indicator, one, values, spec))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use varde_kernel::{SeriesId, UnitId, Words};

    use super::*;
    use crate::model::{Audience, Context};
    use crate::rules::disclosure::kept_back;
    use crate::rules::fixtures::{month, observation, rate};

    fn series(kept_back: bool) -> Series {
        Series {
            id: SeriesId::from_code("s"),
            indicator: rate().id,
            unit: UnitId::from_code("u"),
            stratum: String::new(),
            stratum_name: Words::default(),
            context: Context::Treating,
            source: String::new(),
            version: 1,
            kept_back,
        }
    }

    proptest! {
        /// Whatever is kept back: those outside are told of the centre that there is, or of none.
        #[test]
        fn an_outsiders_centre_is_the_true_one_or_none(
            counts in proptest::collection::vec((0_u16..60, 60_u16..200, any::<bool>()), 0..40),
            told in any::<bool>(),
        ) {
            let values: Vec<Observation> = counts
                .iter()
                .zip(0_u16..)
                .map(|((had, among, _), n)| observation(month(n), f64::from(*had), f64::from(*among)))
                .collect();
            let shown: Vec<Observation> = values
                .iter()
                .zip(&counts)
                .map(|(value, (.., hidden))| if *hidden { kept_back(value.clone()) } else { value.clone() })
                .collect();
            // A series knows that something of it is kept back, or its values alone do.
            let hidden = counts.iter().any(|(.., hidden)| *hidden);
            let one = series(told && hidden);
            let outside = Reading::new(&Sight::Published(Audience::Service), &rate(), one.clone(), shown, None);
            let truth = Reading::new(&Sight::Whole, &rate(), one, values, None);
            if !hidden {
                prop_assert_eq!(&outside.drawn, &truth.drawn);
                return Ok(());
            }
            prop_assert_eq!(outside.variation(&rate()), Variation::KeptBack);
            prop_assert!(outside.causes.is_empty());
            for point in outside.drawn.iter().flat_map(|drawn| &drawn.chart.points) {
                let lines = [point.centre, point.lower, point.upper, point.lower_near, point.upper_near];
                prop_assert_eq!(lines, [None; 5]);
                prop_assert!(!point.outside && !point.baseline);
            }
            if let Some(drawn) = &outside.drawn {
                prop_assert!(!drawn.judged && drawn.chart.signals.is_empty() && drawn.advice.reasons.is_empty());
                // What is shown is where it was.
                let all: Vec<Option<f64>> = drawn.chart.points.iter().map(|point| point.y).collect();
                let true_points = truth.drawn.as_ref().map(|drawn| &drawn.chart.points).into_iter().flatten();
                for (point, y) in true_points.zip(all) {
                    prop_assert!(y.is_none_or(|y| point.y.is_some_and(|known| (known - y).abs() < 1e-9)));
                }
            }
        }
    }
}
