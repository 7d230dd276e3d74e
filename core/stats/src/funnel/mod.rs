//! Funnels: which units lie further from the common level than their size lets one expect.
//!
//! [`funnel`] gives Varde's own limits: exact ones from the binomial or Poisson distribution, and two that
//! allow for units being truly different (overdispersion). [`peer::funnelplotr`] gives the figures of the R
//! package of that name, with its artefacts, for whoever has to compare. See docs/methods/funnels.md.

mod exact;
mod heterogeneity;
pub mod peer;

use crate::multiplicity::{Adjustment, adjust};
use crate::sum::sum;

pub use exact::{binomial_limit, poisson_limit};
pub use heterogeneity::{Tau, dispersion, tau_squared, winsorised};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A share: so many of so many.
    Proportion,
    /// A rate: so many in so much exposure.
    Rate,
    /// Observed over expected from a model.
    StandardisedRatio,
    /// One count over another.
    RatioOfCounts,
}

/// One unit: its numerator over its denominator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Cases, observed events or the first count.
    pub numerator: f64,
    /// Persons, exposure, expected events or the second count.
    pub denominator: f64,
}

/// How a funnel is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The levels of the limits, each between 0 and 1; usually 0.95 and 0.998.
    pub levels: Vec<f64>,
    /// The centre line; `None` takes 1 for a standardised ratio, and else all numerators over all denominators.
    pub target: Option<f64>,
    /// The share at each end whose z values are pulled in before spread is judged: 0.1 is usual.
    pub trim: f64,
    /// How the variance between units is estimated.
    pub tau: Tau,
}

impl Default for Options {
    fn default() -> Self {
        Self { levels: vec![0.95, 0.998], target: None, trim: 0.1, tau: Tau::DerSimonianLaird }
    }
}

/// Lower and upper limit; `None` where the measure has none (a unit without denominator).
pub type Limits = Option<(f64, f64)>;

/// Where one unit lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The unit's own level.
    pub value: f64,
    /// Its distance from the target in standard errors, on the scale where they are alike for all levels.
    pub z: f64,
    /// The same after the ends were pulled in.
    pub z_winsorised: f64,
    /// The same with the variance between units in the standard error.
    pub z_adjusted: f64,
    /// The two-sided p value of `z_adjusted`, adjusted for the number of units (Benjamini and Hochberg).
    pub p_adjusted: f64,
    /// Exact limits, one pair for each level.
    pub exact: Vec<Limits>,
    /// Limits widened by the dispersion ratio.
    pub multiplicative: Vec<Limits>,
    /// Limits widened by the variance between units.
    pub additive: Vec<Limits>,
}

/// How many units lie outside at one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outside {
    /// The level.
    pub level: f64,
    /// The share outside the exact limits.
    pub exact: f64,
    /// The share outside the additive limits.
    pub additive: f64,
    /// The share outside the multiplicative limits.
    pub multiplicative: f64,
}

/// A funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// What is compared.
    pub measure: Measure,
    /// The centre line.
    pub target: f64,
    /// The dispersion ratio: 1 when units differ as chance lets them.
    pub phi: f64,
    /// The variance between units, on the scale of `z`.
    pub tau2: f64,
    /// The units, in the order given.
    pub places: Vec<Place>,
    /// The shares outside, one for each level.
    pub outside: Vec<Outside>,
}

/// Why there is no funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FunnelError {
    /// No unit.
    #[error("there is no unit")]
    NoUnit,
    /// A unit whose counts cannot be right, counted from 0.
    #[error("unit {0} has a numerator or denominator that cannot be right")]
    Unreadable(usize),
    /// No case at all, or a target that the measure cannot have.
    #[error("the target is not one that the measure can have")]
    Target,
    /// A level or trim that is none.
    #[error("levels must lie between 0 and 1, the trim between 0 and one half")]
    Options,
}

/// Draws a funnel. A unit with a denominator of 0 gets no limits, but keeps its place.
///
/// # Errors
///
/// [`FunnelError`] names the unit or option at fault.
///
/// # Source
///
/// Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. *Statistics in Medicine*
/// 24:1185–1202; Spiegelhalter D et al. (2012). *JRSS A* 175:1–47.
pub fn funnel(measure: Measure, units: &[Unit], options: &Options) -> Result<Funnel, FunnelError> {
    let target = checked(measure, units, options)?;
    let scale = Scale { measure, target };
    let seen: Vec<Option<(f64, f64)>> = units.iter().map(|unit| scale.seen(unit)).collect();
    let points: Vec<(f64, f64)> = seen.iter().flatten().copied().collect();
    let z: Vec<f64> = points.iter().map(|(y, s)| (y - scale.centre()) / s).collect();
    let pulled = winsorised(&z, options.trim);
    let phi = dispersion(&pulled);
    let tau2 = tau_squared(options.tau, &points, &pulled);

    let adjusted: Vec<f64> = seen
        .iter()
        .map(|point| point.map_or(f64::NAN, |(y, s)| (y - scale.centre()) / libm::sqrt(s * s + tau2)))
        .collect();
    let p: Vec<f64> = adjusted.iter().map(|z| 2.0 * crate::dist::normal::sf(z.abs())).collect();
    let p_adjusted = adjust(&p, Adjustment::BenjaminiHochberg);

    let mut z_values = z.iter().zip(&pulled);
    let places: Vec<Place> = units
        .iter()
        .zip(&seen)
        .enumerate()
        .map(|(place, (unit, point))| {
            let (z, z_winsorised) =
                point.and_then(|_| z_values.next()).map_or((f64::NAN, f64::NAN), |(z, pulled)| (*z, *pulled));
            let limits = |of: &dyn Fn(f64) -> Limits| options.levels.iter().map(|level| of(*level)).collect();
            Place {
                value: unit.numerator / unit.denominator,
                z,
                z_winsorised,
                z_adjusted: adjusted[place],
                p_adjusted: p_adjusted[place],
                exact: limits(&|level| scale.exact(unit, level)),
                multiplicative: limits(&|level| scale.widened(unit, level, phi.max(1.0), 0.0)),
                additive: limits(&|level| scale.widened(unit, level, 1.0, tau2)),
            }
        })
        .collect();
    let outside = options.levels.iter().enumerate().map(|(i, level)| Outside::of(*level, i, &places)).collect();
    Ok(Funnel { measure, target, phi, tau2, places, outside })
}

impl Funnel {
    /// Whether units differ more than chance lets them, so that the limits leave room for true differences.
    pub fn is_overdispersed(&self) -> bool {
        1.0 < self.phi && 0.0 < self.tau2
    }

    /// The limits that a unit is held against at one of the levels: with room for true differences where there
    /// are any, and exact ones otherwise.
    pub fn limits(&self, place: usize, level: usize) -> Limits {
        let place = self.places.get(place)?;
        let limits = if self.is_overdispersed() { &place.additive } else { &place.exact };
        limits.get(level).copied().flatten()
    }

    /// The same limits for a unit of any size, for the curves of a picture.
    pub fn limits_at(&self, level: f64, denominator: f64) -> Limits {
        let scale = Scale { measure: self.measure, target: self.target };
        let unit = Unit { numerator: self.target * denominator, denominator };
        if self.is_overdispersed() { scale.widened(&unit, level, 1.0, self.tau2) } else { scale.exact(&unit, level) }
    }
}

impl Outside {
    fn of(level: f64, i: usize, places: &[Place]) -> Self {
        let share = |limits: &dyn Fn(&Place) -> Limits| {
            let with: Vec<bool> =
                places.iter().filter_map(|place| limits(place).map(|limits| is_outside(place.value, limits))).collect();
            with.iter().filter(|outside| **outside).count() as f64 / with.len().max(1) as f64
        };
        Self {
            level,
            exact: share(&|place| place.exact[i]),
            additive: share(&|place| place.additive[i]),
            multiplicative: share(&|place| place.multiplicative[i]),
        }
    }
}

/// Whether a value lies beyond its limits, and not merely on one by rounding.
pub fn is_outside(value: f64, (low, high): (f64, f64)) -> bool {
    (value < low && !crate::close(value, low)) || (high < value && !crate::close(value, high))
}

fn checked(measure: Measure, units: &[Unit], options: &Options) -> Result<f64, FunnelError> {
    let levels = options.levels.iter().all(|level| 0.0 < *level && *level < 1.0);
    if !levels || !(0.0..0.5).contains(&options.trim) {
        return Err(FunnelError::Options);
    }
    if units.is_empty() {
        return Err(FunnelError::NoUnit);
    }
    for (place, unit) in units.iter().enumerate() {
        let counts = 0.0 <= unit.numerator && 0.0 <= unit.denominator;
        let finite = unit.numerator.is_finite() && unit.denominator.is_finite();
        let fits = match measure {
            Measure::Proportion => unit.numerator <= unit.denominator,
            // Events need something to happen in.
            Measure::Rate | Measure::StandardisedRatio => 0.0 < unit.denominator || unit.numerator == 0.0,
            Measure::RatioOfCounts => true,
        };
        if !(counts && finite && fits) {
            return Err(FunnelError::Unreadable(place));
        }
    }
    let pooled = || sum(units.iter().map(|unit| unit.numerator)) / sum(units.iter().map(|unit| unit.denominator));
    let target = options.target.unwrap_or_else(|| match measure {
        Measure::StandardisedRatio => 1.0,
        _ => pooled(),
    });
    let most = if measure == Measure::Proportion { 1.0 } else { f64::MAX };
    if 0.0 < target && target <= most { Ok(target) } else { Err(FunnelError::Target) }
}

/// The scale on which a measure's spread does not depend on its level.
#[derive(Clone, Copy)]
struct Scale {
    measure: Measure,
    target: f64,
}

impl Scale {
    /// The target on the scale. Rates and ratios are taken relative to it.
    fn centre(self) -> f64 {
        match self.measure {
            Measure::Proportion => libm::asin(libm::sqrt(self.target)),
            Measure::Rate | Measure::StandardisedRatio => 1.0,
            Measure::RatioOfCounts => libm::log(self.target),
        }
    }

    /// What was seen in a unit, and its standard error.
    fn seen(self, unit: &Unit) -> Option<(f64, f64)> {
        let (o, d) = (unit.numerator, unit.denominator);
        if d <= 0.0 {
            return None;
        }
        Some(match self.measure {
            Measure::Proportion => (libm::asin(libm::sqrt(o / d)), 0.5 / libm::sqrt(d)),
            Measure::Rate | Measure::StandardisedRatio => {
                let expected = d * self.target;
                (libm::sqrt(o / expected), 0.5 / libm::sqrt(expected))
            }
            Measure::RatioOfCounts => (libm::log((o + 0.5) / (d + 0.5)), self.error_of_ratio(d)),
        })
    }

    /// The standard error of a log ratio at the target: from the count that the target lets one expect, so that
    /// z values and limits agree.
    fn error_of_ratio(self, d: f64) -> f64 {
        let expected = self.target * d;
        let part = |count: f64| count / ((count + 0.5) * (count + 0.5));
        libm::sqrt(part(expected) + part(d))
    }

    fn widened(self, unit: &Unit, level: f64, phi: f64, tau2: f64) -> Limits {
        let (_, s) = self.seen(unit)?;
        let reach = crate::dist::normal::two_sided(level) * libm::sqrt(s * s * phi + tau2);
        let (low, high) = (self.centre() - reach, self.centre() + reach);
        Some(match self.measure {
            Measure::Proportion => {
                let back = |angle: f64| {
                    let sine = libm::sin(angle.clamp(0.0, std::f64::consts::FRAC_PI_2));
                    sine * sine
                };
                (back(low), back(high))
            }
            Measure::Rate | Measure::StandardisedRatio => {
                let back = |root: f64| self.target * root.max(0.0) * root.max(0.0);
                (back(low), back(high))
            }
            Measure::RatioOfCounts => (libm::exp(low), libm::exp(high)),
        })
    }

    fn exact(self, unit: &Unit, level: f64) -> Limits {
        let (o, d) = (unit.numerator, unit.denominator);
        if d <= 0.0 {
            return None;
        }
        let tail = (1.0 - level) / 2.0;
        match self.measure {
            Measure::Proportion => {
                let n = libm::round(d);
                Some((binomial_limit(tail, n, self.target)? / n, binomial_limit(1.0 - tail, n, self.target)? / n))
            }
            Measure::Rate | Measure::StandardisedRatio => {
                let expected = d * self.target;
                Some((poisson_limit(tail, expected)? / d, poisson_limit(1.0 - tail, expected)? / d))
            }
            // Given both counts together, the first is binomial.
            Measure::RatioOfCounts => {
                let n = libm::round(o + d);
                let share = self.target / (1.0 + self.target);
                let ratio = |count: f64| if count < n { count / (n - count) } else { f64::INFINITY };
                Some((ratio(binomial_limit(tail, n, share)?), ratio(binomial_limit(1.0 - tail, n, share)?)))
            }
        }
    }
}

#[cfg(test)]
mod tests;
