//! Looks at every series, on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::model;
use crate::store::way_name;

/// A look at every series of a unit and those below it.
#[derive(Serialize, ToSchema)]
pub struct Scan {
    /// Its id.
    pub id: String,
    /// Id of the unit.
    pub unit: String,
    /// When it ran (RFC 3339); values count as they were known then.
    pub ran_at: String,
    /// The share of its alerts that may be false.
    pub rate: f64,
    /// How many series had values.
    pub n_series: usize,
    /// How many of them had too little to be judged.
    pub n_short: usize,
    /// Probability of as much in a run when nothing has happened anywhere.
    pub p_value: Option<f64>,
    /// What that was held against, after the runs before it.
    pub level: Option<f64>,
}

impl From<model::Scan> for Scan {
    fn from(from: model::Scan) -> Self {
        Self {
            id: from.id.to_string(),
            unit: from.unit.to_string(),
            ran_at: from.at.to_string(),
            rate: from.rate,
            n_series: from.found.n_series,
            n_short: from.found.n_short,
            p_value: from.found.p_value,
            level: from.found.level,
        }
    }
}

/// A series that a look at all of them found.
#[derive(Serialize, ToSchema)]
pub struct ScanHit {
    /// alert or watch.
    pub list: String,
    /// Id of the series; the first of those added up when there are several.
    pub series: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit; the one above when series were added up.
    pub unit: String,
    /// How many small series were added up; 0 for a series by itself.
    pub n_pooled: usize,
    /// Probability of as much when nothing has happened.
    pub p_value: f64,
    /// The least share of false alerts at which it would be one.
    pub q_value: f64,
    /// Cases, or units of the value, above what the level before would have given.
    pub excess: f64,
    /// up, down or none.
    pub way: Option<String>,
    /// The first period of the new level.
    pub since: Option<String>,
}

impl From<model::ScanHit> for ScanHit {
    fn from(from: model::ScanHit) -> Self {
        Self {
            list: from.list.name().to_owned(),
            series: from.series.to_string(),
            indicator: from.indicator.to_string(),
            unit: from.unit.to_string(),
            n_pooled: from.n_pooled,
            p_value: from.p_value,
            q_value: from.q_value,
            excess: from.excess,
            way: from.way.map(|way| way_name(way).to_owned()),
            since: from.since.map(|period| period.to_string()),
        }
    }
}

/// Which field is to be looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewScan {
    /// Id of the unit.
    pub unit: String,
}
