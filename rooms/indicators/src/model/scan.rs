//! A look at every series at once, and what it found.

use jiff::Timestamp;
use varde_kernel::{IndicatorId, Period, ScanId, SeriesId, UnitId};
use varde_spc::Way;

use super::Audience;

varde_kernel::named! {
    /// The lists of a scan.
    ScanList {
        /// Series that have changed, of which only a known share may be false.
        Alert "alert",
        /// Series that are not sure enough, but may do harm.
        Watch "watch",
    }
}

/// What is worked out twice, since the one would tell others of what is kept back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByAudience<T> {
    /// From everything: for those who work with the unit.
    pub own: T,
    /// As if nothing were there that is kept back: for everyone else.
    pub service: T,
}

/// A run over all series of a unit and those below it, as one audience may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// Its identity.
    pub id: ScanId,
    /// The unit whose field it is.
    pub unit: UnitId,
    /// For whom it is: those who work with the whole unit, or the service.
    pub audience: Audience,
    /// When it ran; values count as they were known then.
    pub at: Timestamp,
    /// The share of its alerts that may be false.
    pub rate: f64,
    /// What it found.
    pub found: ScanFound,
}

/// What a run found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanFound {
    /// How many series had values.
    pub n_series: usize,
    /// How many of them had too little to be judged, by themselves or together with others.
    pub n_short: usize,
    /// Probability of as much in a run when nothing has happened anywhere; none when nothing could be judged.
    pub p_value: Option<f64>,
    /// What the run was held against, so that runs month after month find no more than their share.
    pub level: Option<f64>,
    /// What it found, list by list, each in order.
    pub hits: Vec<ScanHit>,
}

impl ScanFound {
    /// Whether the run found more than runs month after month would by chance.
    pub fn stands(&self) -> bool {
        self.p_value.zip(self.level).is_some_and(|(p, level)| p <= level)
    }

    /// How many there are on a list.
    pub fn count(&self, list: ScanList) -> usize {
        self.hits.iter().filter(|hit| hit.list == list).count()
    }
}

/// A series that a run found.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanHit {
    /// On which list.
    pub list: ScanList,
    /// The series; the first of those added up when there are several.
    pub series: SeriesId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// For which unit; the one above when series were added up.
    pub unit: UnitId,
    /// How many small series were added up; 0 for a series by itself.
    pub n_pooled: usize,
    /// Probability of as much when nothing has happened.
    pub p_value: f64,
    /// The least share of false alerts at which it would be one (Benjamini and Hochberg over all series).
    pub q_value: f64,
    /// Cases, or units of the value, above what the level before would have given; negative for below.
    pub excess: f64,
    /// Which way the level went.
    pub way: Option<Way>,
    /// The first period of the new level.
    pub since: Option<Period>,
}
