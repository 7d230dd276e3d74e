//! Areas by where people live, as they are written for other programs.

use serde::Serialize;
use utoipa::ToSchema;

use crate::model::{Indicator, Observation};
use crate::pages::residence::Areas;
use crate::rules;

/// The areas of one kind in one period.
#[derive(Serialize, ToSchema)]
pub struct Residence {
    /// The kind of area.
    pub kind: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// Kinds that there are enough of.
    pub kinds: Vec<String>,
    /// Periods that can be asked for, newest first.
    pub periods: Vec<String>,
    /// The country's value.
    pub national: Option<ResidenceValue>,
    /// The areas, by name.
    pub areas: Vec<ResidenceArea>,
    /// How many areas have a value that is kept back from you.
    pub n_kept_back: usize,
    /// How much they differ; none without counts, or where some are kept back from you.
    pub differences: Option<ResidenceDifferences>,
}

/// One area.
#[derive(Serialize, ToSchema)]
pub struct ResidenceArea {
    /// Id of the unit.
    pub unit: String,
    /// Its value.
    #[serde(flatten)]
    pub value: ResidenceValue,
    /// Whether so few live there that it is not compared.
    pub few: bool,
}

/// A value with its interval.
#[derive(Serialize, ToSchema)]
pub struct ResidenceValue {
    /// The value.
    pub value: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<[f64; 2]>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Among how many.
    pub denominator: Option<f64>,
}

/// How much areas differ, chance taken out. Nothing is adjusted for age or sex here.
#[derive(Serialize, ToSchema)]
pub struct ResidenceDifferences {
    /// How many areas were compared.
    pub n: usize,
    /// The highest over the lowest; none when nothing happened in the lowest.
    pub ratio: Option<f64>,
    /// Its 95 % interval, too narrow since the two were chosen for being the ends.
    pub ratio_interval: Option<[f64; 2]>,
    /// The systematic component of variation times 100.
    pub systematic: f64,
    /// How likely differences this large are when all areas are alike.
    pub p_value: f64,
}

impl ResidenceValue {
    fn new(indicator: &Indicator, value: &Observation) -> Self {
        Self {
            value: value.value,
            interval: rules::interval(indicator.measure, &value.entry()).map(|(low, high)| [low, high]),
            numerator: value.numerator,
            denominator: value.denominator,
        }
    }
}

impl Residence {
    /// What was found.
    pub fn new(indicator: &Indicator, areas: &Areas) -> Self {
        let found = &areas.found;
        Self {
            kind: found.kind.map(|kind| kind.name().to_owned()),
            period: found.period.map(|period| period.to_string()),
            kinds: found.kinds.iter().map(|kind| kind.name().to_owned()).collect(),
            periods: found.periods.iter().map(ToString::to_string).collect(),
            national: areas.national.as_ref().map(|value| ResidenceValue::new(indicator, value)),
            areas: found
                .seats
                .iter()
                .map(|seat| ResidenceArea {
                    unit: seat.unit.to_string(),
                    value: ResidenceValue::new(indicator, &seat.value),
                    few: seat.few,
                })
                .collect(),
            n_kept_back: found.n_kept_back,
            differences: areas.differences.as_ref().map(|found| ResidenceDifferences {
                n: found.n,
                ratio: found.ratio.map(|one| one.0),
                ratio_interval: found.ratio.map(|one| [one.1.low, one.1.high]),
                systematic: found.systematic,
                p_value: found.p_value,
            }),
        }
    }
}
