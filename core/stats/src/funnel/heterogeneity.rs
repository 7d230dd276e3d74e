//! How much units differ beyond chance.

use crate::bootstrap::quantile;
use crate::sum::sum;

/// How the variance between units is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tau {
    /// `DerSimonian` and Laird's moment estimator on the winsorised z values: usual for funnels, since a few
    /// odd units shall not widen the limits that are to find them.
    DerSimonianLaird,
    /// Paule and Mandel's: the variance at which the weighted squares are what they should be.
    PauleMandel,
    /// Restricted maximum likelihood.
    Reml,
}

/// The values with both ends pulled in to the quantiles `trim` and `1 − trim` (type 7).
pub fn winsorised(z: &[f64], trim: f64) -> Vec<f64> {
    let mut sorted: Vec<f64> = z.iter().copied().filter(|z| !z.is_nan()).collect();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, trim), quantile(&sorted, 1.0 - trim));
    z.iter()
        .map(|z| {
            if *z < low {
                low
            } else if high < *z {
                high
            } else {
                *z
            }
        })
        .collect()
}

/// The dispersion ratio: the mean square of z values; not a number of none.
pub fn dispersion(z: &[f64]) -> f64 {
    sum(z.iter().map(|z| z * z)) / z.len() as f64
}

/// The variance between units from their values and standard errors on a common scale.
/// `z` are the winsorised z values, which only [`Tau::DerSimonianLaird`] uses. 0 when units differ no more than
/// by chance.
///
/// # Source
///
/// `DerSimonian` R, Laird N (1986). *Controlled Clinical Trials* 7:177–188; Paule RC, Mandel J (1982). *Journal of
/// Research of the NBS* 87:377–385; Viechtbauer W (2005). *Journal of Educational and Behavioral Statistics*
/// 30:261–293.
pub fn tau_squared(method: Tau, points: &[(f64, f64)], z: &[f64]) -> f64 {
    let tau2 = match method {
        Tau::DerSimonianLaird => {
            let k = z.len() as f64;
            let squares = sum(z.iter().map(|z| z * z));
            moment(squares, k, points.iter().map(|(_, s)| 1.0 / (s * s)))
        }
        Tau::PauleMandel => paule_mandel(points),
        Tau::Reml => reml(points),
    };
    if tau2.is_finite() { tau2.max(0.0) } else { 0.0 }
}

/// `(Q − (k − 1))/(Σw − Σw²/Σw)`.
pub(super) fn moment(squares: f64, k: f64, weights: impl Iterator<Item = f64> + Clone) -> f64 {
    let total = sum(weights.clone());
    let below = total - sum(weights.map(|w| w * w)) / total;
    if squares < k - 1.0 { 0.0 } else { ((squares - (k - 1.0)) / below).max(0.0) }
}

/// Weights, their sum and the weighted mean at a given variance.
fn weighed(points: &[(f64, f64)], tau2: f64) -> (Vec<f64>, f64, f64) {
    let weights: Vec<f64> = points.iter().map(|(_, s)| 1.0 / (s * s + tau2)).collect();
    let total = sum(weights.iter().copied());
    let mean = sum(points.iter().zip(&weights).map(|((y, _), w)| y * w)) / total;
    (weights, total, mean)
}

fn paule_mandel(points: &[(f64, f64)]) -> f64 {
    let excess = |tau2: f64| {
        let (weights, _, mean) = weighed(points, tau2);
        let squares = sum(points.iter().zip(&weights).map(|((y, _), w)| w * (y - mean) * (y - mean)));
        squares - (points.len() as f64 - 1.0)
    };
    falling_root(excess)
}

fn reml(points: &[(f64, f64)]) -> f64 {
    // The score of the restricted likelihood, times two.
    let score = |tau2: f64| {
        let (weights, total, mean) = weighed(points, tau2);
        let squares = sum(points.iter().zip(&weights).map(|((y, _), w)| w * w * (y - mean) * (y - mean)));
        let squared_weights = sum(weights.iter().map(|w| w * w));
        squares - total + squared_weights / total
    };
    falling_root(score)
}

/// Where a function that starts above 0 first falls below it; 0 when it does not start above.
fn falling_root(f: impl Fn(f64) -> f64) -> f64 {
    let start = f(0.0);
    if start.is_nan() || start <= 0.0 {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, 1e-6);
    while 0.0 < f(high) {
        low = high;
        high *= 4.0;
        if 1e30 < high {
            return f64::NAN;
        }
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || high <= middle {
            break;
        }
        if 0.0 < f(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
