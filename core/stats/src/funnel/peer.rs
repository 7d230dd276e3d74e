//! The figures of the R package `FunnelPlotR` 0.6.0 (MIT), artefacts included, written from its documented
//! steps: for whoever has to compare. [`super::funnel`] has the right ones.
//!
//! Known artefacts, kept here on purpose:
//! - limits of the CQC method are not squared back from the square-root scale;
//! - limits of ratios of counts take another standard error than their z values do;
//! - limits of proportions that turn round at tiny denominators are found by comparing neighbours on a grid of
//!   1000 points for drawing, so that a unit's limits depend on the largest unit;
//! - z values are rounded constants: 1.959964 and 3.090232.

use super::{Unit, dispersion, heterogeneity::moment, winsorised};
use crate::dist::chi_squared;
use crate::sum::sum;

/// What is compared, in the package's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataType {
    /// `PR`: proportions.
    Proportion,
    /// `SR` with `sr_method = "SHMI"`: log scale, expected numbers rounded to two decimals, ends cut off.
    Shmi,
    /// `SR` with `sr_method = "CQC"`: square-root scale, ends pulled in.
    Cqc,
    /// `RC`: ratios of counts.
    RatioOfCounts,
}

/// The package's arguments of the same names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arguments {
    /// `data_type` and `sr_method`.
    pub data_type: DataType,
    /// `draw_adjusted`.
    pub adjusted: bool,
    /// `draw_unadjusted`.
    pub unadjusted: bool,
    /// `limit`: whether outliers are judged by the 99.8 % limits rather than the 95 % ones.
    pub wide: bool,
    /// `multiplier`.
    pub multiplier: f64,
    /// `trim_by`.
    pub trim_by: f64,
}

impl Arguments {
    /// The package's defaults.
    pub const fn new(data_type: DataType) -> Self {
        Self { data_type, adjusted: true, unadjusted: false, wide: true, multiplier: 1.0, trim_by: 0.1 }
    }
}

/// Limits in the order lower and upper at 95 %, lower and upper at 99.8 %.
pub type Four = [f64; 4];

/// One group's figures; not a number where the package gives `NA` or `NaN`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// The ratio, without the multiplier.
    pub rr: f64,
    /// `Uzscore`.
    pub z: f64,
    /// `Wuzscore`.
    pub z_trimmed: f64,
    /// `LCL95`, `UCL95`, `LCL99`, `UCL99`.
    pub limits: Four,
    /// `OD95LCL`, `OD95UCL`, `OD99LCL`, `OD99UCL`.
    pub od_limits: Four,
    /// Whether the group lies outside the limits that are drawn.
    pub outlier: bool,
}

/// The package's result.
#[derive(Clone, Debug, PartialEq)]
pub struct Result {
    /// The centre line, without the multiplier.
    pub target: f64,
    /// `phi`.
    pub phi: f64,
    /// `tau2`.
    pub tau2: f64,
    /// Whether adjusted limits decide about outliers in the end.
    pub adjusted: bool,
    /// The groups, in the order given.
    pub groups: Vec<Group>,
}

const Z: Four = [-1.959_964, 1.959_964, -3.090_232, 3.090_232];

/// Works out what `FunnelPlotR` would; rows of a group must have been summed.
///
/// # Source
///
/// `FunnelPlotR` 0.6.0 (Mainey C, MIT), functions `transformed_zscore`, `truncation`, `winsorisation`, `phi_func`,
/// `tau_func`, `calculate_limits`, `outliers_func`.
pub fn funnelplotr(units: &[Unit], arguments: Arguments) -> Result {
    let kind = arguments.data_type;
    // The ratio is taken before expected numbers are rounded.
    let ratios: Vec<f64> = units.iter().map(|unit| unit.numerator / unit.denominator).collect();
    let units: Vec<Unit> = units
        .iter()
        .map(|unit| match kind {
            DataType::Shmi => Unit { denominator: round_to_cents(unit.denominator), ..*unit },
            _ => *unit,
        })
        .collect();
    let target = match kind {
        DataType::Shmi | DataType::Cqc => 1.0,
        _ => sum(units.iter().map(|unit| unit.numerator)) / sum(units.iter().map(|unit| unit.denominator)),
    };
    let (z, s): (Vec<f64>, Vec<f64>) = units.iter().map(|unit| z_score(kind, *unit, target)).unzip();
    let z_trimmed =
        if kind == DataType::Shmi { truncated(&z, arguments.trim_by) } else { winsorised(&z, arguments.trim_by) };
    let kept: Vec<f64> = z_trimmed.iter().copied().filter(|z| !z.is_nan()).collect();
    let (mut phi, mut tau2) = (dispersion(&kept), 0.0);
    if !kept.is_empty() {
        let weights = z_trimmed.iter().zip(&s).filter(|(z, _)| !z.is_nan()).map(|(_, s)| 1.0 / (s * s));
        tau2 = moment(phi * kept.len() as f64, kept.len() as f64, weights);
    }
    if !arguments.adjusted {
        (phi, tau2) = (0.0, 0.0);
    }
    let (mut adjusted, mut unadjusted) = (arguments.adjusted, arguments.unadjusted);
    if adjusted && !unadjusted && phi <= 1.0 {
        (adjusted, unadjusted) = (false, true);
    }
    let after = neighbours(kind, &units);
    let groups = units
        .iter()
        .enumerate()
        .map(|(i, unit)| {
            let at = |tau2| limits(kind, unit.denominator, after[i], target, arguments.multiplier, tau2);
            let plain = match kind {
                DataType::Shmi | DataType::Cqc => poisson(unit.denominator, arguments.multiplier * target),
                _ => at(0.0),
            };
            let od = at(tau2);
            let rr = ratios[i];
            let [low, high, wide_low, wide_high] = if adjusted { od } else { plain };
            let (low, high) = if arguments.wide { (wide_low, wide_high) } else { (low, high) };
            let value = rr * arguments.multiplier;
            Group {
                rr,
                z: z[i],
                z_trimmed: z_trimmed[i],
                limits: plain,
                od_limits: od,
                outlier: (adjusted || unadjusted) && (value < low || high < value),
            }
        })
        .collect();
    Result { target, phi, tau2, adjusted, groups }
}

/// R's `round(x, 2)`: the shortest decimal that is nearest, ties to even by what is nearest in binary.
fn round_to_cents(x: f64) -> f64 {
    if x.abs() < 1e13 { format!("{x:.2}").parse().unwrap_or(x) } else { x }
}

fn z_score(kind: DataType, unit: Unit, target: f64) -> (f64, f64) {
    let (o, d) = (unit.numerator, unit.denominator);
    let root = libm::sqrt(d);
    match kind {
        DataType::Shmi => (root * libm::log(o / d), 1.0 / root),
        DataType::Cqc => ((libm::sqrt(o / d) - 1.0) / (0.5 / root), 0.5 / root),
        DataType::Proportion => {
            let angle = |share: f64| libm::asin(libm::sqrt(share));
            ((angle(o / d) - angle(target)) / (0.5 / root), 0.5 / root)
        }
        DataType::RatioOfCounts => {
            let part = |count: f64| count / ((count + 0.5) * (count + 0.5));
            let s = libm::sqrt(part(o) + part(d));
            ((libm::log((o + 0.5) / (d + 0.5)) - libm::log(target)) / s, s)
        }
    }
}

/// Cuts off the first and last of `1/trim` groups by rank (mean ranks for ties).
fn truncated(z: &[f64], trim_by: f64) -> Vec<f64> {
    let parts = 1.0 / trim_by;
    let n = z.len() as f64;
    let mut sorted = z.to_vec();
    sorted.sort_by(f64::total_cmp);
    z.iter()
        .map(|value| {
            let below = sorted.partition_point(|other| other.total_cmp(value).is_lt()) as f64;
            let to = sorted.partition_point(|other| other.total_cmp(value).is_le()) as f64;
            let rank = f64::midpoint(below + 1.0, to);
            let part = libm::floor(rank * parts / (n + 1.0));
            if 0.0 < part && part < parts - 1.0 { *value } else { f64::NAN }
        })
        .collect()
}

fn poisson(expected: f64, factor: f64) -> Four {
    let low = |p: f64| factor * (chi_squared::quantile(p, 2.0 * expected) / 2.0) / expected;
    let high = |q: f64| factor * (chi_squared::upper_quantile(q, 2.0 * (expected + 1.0)) / 2.0) / expected;
    [low(0.025), high(0.025), low(0.001), high(0.001)]
}

/// The denominator that comes after each one on the package's grid, if any.
fn neighbours(kind: DataType, units: &[Unit]) -> Vec<Option<f64>> {
    if kind != DataType::Proportion {
        return vec![None; units.len()];
    }
    let largest = libm::ceil(units.iter().map(|unit| unit.denominator).fold(f64::NEG_INFINITY, f64::max));
    let step = (largest - 3.0) / 999.0;
    let mut grid: Vec<f64> = (0..1000).map(|i| if i == 999 { largest } else { 3.0 + f64::from(i) * step }).collect();
    grid.extend(units.iter().map(|unit| unit.denominator));
    grid.sort_by(f64::total_cmp);
    units.iter().map(|unit| grid.get(grid.partition_point(|other| *other <= unit.denominator)).copied()).collect()
}

fn limits(kind: DataType, d: f64, after: Option<f64>, target: f64, multiplier: f64, tau2: f64) -> Four {
    let spread = |d: f64| libm::sqrt(if kind == DataType::Shmi { 1.0 / d } else { 0.25 / d } + tau2);
    let reach = spread(d);
    match kind {
        DataType::Shmi => Z.map(|z| multiplier * libm::exp(z * reach)),
        DataType::Cqc => Z.map(|z| multiplier * (1.0 + z * reach)),
        DataType::RatioOfCounts => Z.map(|z| multiplier * libm::exp(libm::log(target) + z * reach)),
        DataType::Proportion => {
            let centre = libm::asin(libm::sqrt(target));
            let at = |z: f64, reach: f64| {
                let sine = libm::sin(centre + z * reach);
                (multiplier * sine * sine).clamp(0.0, multiplier.max(0.0))
            };
            Z.map(|z| {
                let here = at(z, reach);
                let Some(next) = after.map(|d| at(z, spread(d))) else { return here };
                if z < 0.0 && next < here {
                    0.0
                } else if 0.0 < z && here < next {
                    multiplier
                } else {
                    here
                }
            })
        }
    }
}
