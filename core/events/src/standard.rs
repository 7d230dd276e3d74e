//! Results from cells: crude, and standardised to a stated population.

use std::collections::BTreeMap;

use crate::cube::{Cell, Cube, Stratum};
use crate::definition::{Definition, Standard};
use crate::event::Sex;

/// The European Standard Population of 2013 in bands of five years, from 0–4 to 95 and over; of 100 000.
///
/// # Source
///
/// Eurostat (2013), Revision of the European Standard Population, doi:10.2785/11470; the bands 0 and 1–4
/// (1 000 and 4 000) are added together.
pub const ESP_2013: [f64; 20] = [
    5_000.0, 5_500.0, 5_500.0, 5_500.0, 6_000.0, 6_000.0, 6_500.0, 7_000.0, 7_000.0, 7_000.0, 7_000.0, 6_500.0,
    6_000.0, 5_500.0, 5_000.0, 4_000.0, 2_500.0, 1_500.0, 800.0, 200.0,
];

/// How much of the standard population must have someone counted before a standardised value is given.
const LEAST_COVERED: f64 = 0.8;

/// A standard population: how much each stratum weighs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights(pub BTreeMap<Stratum, f64>);

/// A share with its interval of 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standardised {
    /// The share, 0 to 1.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How much of the standard population lies in strata where someone was counted, 0 to 1.
    pub covered: f64,
}

impl Weights {
    /// The weights that a definition asks for; none when it is not standardised.
    pub fn of(definition: &Definition, cube: &Cube) -> Option<Self> {
        match definition.standard {
            Standard::None => None,
            Standard::Pooled => {
                let mut weights = BTreeMap::new();
                for (key, cell) in cube.cells.iter().filter(|(_, cell)| 0 < cell.w) {
                    *weights.entry(key.stratum).or_insert(0.0) += cell.denominator();
                }
                Some(Self(weights))
            }
            Standard::Esp2013 => {
                let sexes: &[Sex] = if definition.strata.sex { &[Sex::Male, Sex::Female] } else { &[Sex::Unknown] };
                let each = if definition.strata.sex { 0.5 } else { 1.0 };
                let bands = (0..).zip(ESP_2013);
                let weights = bands.flat_map(|(band, weight)| {
                    sexes.iter().map(move |sex| (Stratum { band, sex: *sex }, weight * each))
                });
                Some(Self(weights.collect()))
            }
        }
    }
}

/// The share of a cell with its interval (Wilson's score interval with the weights' effective number).
/// None when nobody was counted.
///
/// # Source
///
/// Wilson (1927), doi:10.1080/01621459.1927.10502953; effective number: Kish (1965), Survey Sampling.
#[expect(clippy::cast_precision_loss, reason = "weights of a cell stay far below 2^53")]
pub fn crude(cell: &Cell) -> Option<Standardised> {
    if cell.w <= 0 {
        return None;
    }
    let value = cell.wn as f64 / cell.w as f64;
    let effective = cell.w as f64 * (cell.w as f64 / cell.w2 as f64);
    let (low, high) = interval(value, effective);
    Some(Standardised { value, low, high, covered: 1.0 })
}

/// The share that a unit would have if its strata weighed as in the standard population: `Σ W p / Σ W`.
///
/// Strata without anybody counted are left out of both sums, and `covered` tells how much of the standard is
/// left. None when that is less than 80 %, or nobody was counted. The variance is `Σ W² v / (Σ W)²` with
/// `v = Σ w² (y − p)² / (Σ w)²` in each stratum; the interval is Wilson's with the number of persons that
/// would give that variance.
///
/// # Source
///
/// Breslow & Day (1987), Statistical Methods in Cancer Research II, chapter 2; effective number: Korn &
/// Graubard (1998), Survey Methodology 24, 193–201. See docs/methods/event-indicators.md.
#[expect(clippy::cast_precision_loss, reason = "weights of a cell stay far below 2^53")]
pub fn direct(cells: &BTreeMap<Stratum, &Cell>, weights: &Weights) -> Option<Standardised> {
    let whole: f64 = weights.0.values().sum();
    let (mut sum, mut shares, mut variance, mut spread) = (0.0, 0.0, 0.0, 0.0);
    for (stratum, weight) in &weights.0 {
        let Some(cell) = cells.get(stratum).filter(|cell| 0 < cell.w) else { continue };
        let (w, w2, wn2) = (cell.w as f64, cell.w2 as f64, cell.wn2 as f64);
        let p = cell.wn as f64 / w;
        let v = (wn2 * (1.0 - p).powi(2) + (w2 - wn2) * p.powi(2)) / w.powi(2);
        sum += weight;
        shares += weight * p;
        variance += weight.powi(2) * v;
        spread += weight.powi(2) * w2 / w.powi(2);
    }
    let covered = if 0.0 < whole { sum / whole } else { 0.0 };
    if sum <= 0.0 || covered < LEAST_COVERED {
        return None;
    }
    let value = (shares / sum).clamp(0.0, 1.0);
    let variance = variance / sum.powi(2);
    let effective = if 0.0 < variance { value * (1.0 - value) / variance } else { sum.powi(2) / spread };
    let (low, high) = interval(value, effective);
    Some(Standardised { value, low, high, covered })
}

/// The 95 % interval of a share seen among `n`, which need not be whole.
fn interval(p: f64, n: f64) -> (f64, f64) {
    // Without an interval nothing is known of the share.
    varde_stats::interval::wilson((p * n).min(n), n, 0.95).map_or((0.0, 1.0), |found| (found.low, found.high))
}
