//! The bootstrap: how a figure would vary if the sample were drawn anew from itself.

use crate::dist::normal;
use crate::interval::{Interval, is_level};
use crate::random::Generator;
use crate::sum::sum;

/// A figure with what it became in the resamples.
#[derive(Clone, Debug, PartialEq)]
pub struct Bootstrap {
    /// The figure of the sample itself.
    pub estimate: f64,
    /// The figure of each resample, sorted.
    pub replicates: Vec<f64>,
    /// How skewed the figure is, from leaving out one value at a time (for the bias-corrected interval).
    pub acceleration: f64,
}

/// Draws `resamples` samples of the same size with replacement and works out `statistic` on each.
///
/// `None` of no values, no resamples, or when the figure is not finite for the sample or a resample.
///
/// # Source
///
/// Efron B (1987). Better bootstrap confidence intervals. *JASA* 82:171–185. See docs/methods/bootstrap.md.
pub fn bootstrap<T: Clone>(
    values: &[T],
    resamples: usize,
    seed: u64,
    statistic: impl Fn(&[T]) -> f64,
) -> Option<Bootstrap> {
    if values.is_empty() || resamples == 0 {
        return None;
    }
    let estimate = statistic(values);
    let mut generator = Generator::new(seed);
    let mut sample = values.to_vec();
    let mut replicates = Vec::with_capacity(resamples);
    for _ in 0..resamples {
        for place in &mut sample {
            place.clone_from(values.get(generator.below(values.len()))?);
        }
        replicates.push(statistic(&sample));
    }
    if !estimate.is_finite() || replicates.iter().any(|replicate| !replicate.is_finite()) {
        return None;
    }
    replicates.sort_by(f64::total_cmp);
    Some(Bootstrap { estimate, replicates, acceleration: acceleration(values, &statistic) })
}

fn acceleration<T: Clone>(values: &[T], statistic: &impl Fn(&[T]) -> f64) -> f64 {
    let left_out: Vec<f64> = (0..values.len())
        .map(|place| {
            let mut rest = values.to_vec();
            rest.remove(place);
            statistic(&rest)
        })
        .collect();
    let centre = sum(left_out.iter().copied()) / left_out.len() as f64;
    let power = |exponent: i32| sum(left_out.iter().map(|figure| (centre - figure).powi(exponent)));
    let (squares, cubes) = (power(2), power(3));
    let skew = cubes / (6.0 * squares * libm::sqrt(squares));
    if skew.is_finite() { skew } else { 0.0 }
}

impl Bootstrap {
    /// The interval between the percentiles of the resamples; `None` for a level outside 0 to 1.
    pub fn percentile(&self, level: f64) -> Option<Interval> {
        let tail = (1.0 - level) / 2.0;
        is_level(level)
            .then(|| Interval { low: quantile(&self.replicates, tail), high: quantile(&self.replicates, 1.0 - tail) })
    }

    /// The bias-corrected and accelerated interval; `None` for a level outside 0 to 1, or when the figure
    /// lies beyond all resamples.
    pub fn bca(&self, level: f64) -> Option<Interval> {
        if !is_level(level) {
            return None;
        }
        let count = |hit: &dyn Fn(f64) -> bool| self.replicates.iter().filter(|value| hit(**value)).count() as f64;
        // Ties count half, so that a figure of few distinct values is not called biased.
        let below = f64::midpoint(count(&|value| value < self.estimate), count(&|value| value <= self.estimate));
        let bias = normal::quantile(below / self.replicates.len() as f64);
        let z = normal::two_sided(level);
        let at = |z: f64| {
            let shifted = bias + z;
            normal::cdf(bias + shifted / (1.0 - self.acceleration * shifted))
        };
        bias.is_finite()
            .then(|| Interval { low: quantile(&self.replicates, at(-z)), high: quantile(&self.replicates, at(z)) })
    }
}

/// The quantile of a sorted sample by linear interpolation (Hyndman and Fan's type 7, as R and `NumPy` have by
/// default); not a number when the sample is empty.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let at = p * last as f64;
    // What rounding made of a whole number is that number.
    let whole = libm::floor(at + 1e-12 * at.max(1.0));
    let part = (at - whole).max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last index")]
    let place = (whole as usize).min(last);
    let low = sorted[place];
    let high = sorted[(place + 1).min(last)];
    if part == 0.0 { low } else { low + part * (high - low) }
}

#[cfg(test)]
mod tests {
    use super::{bootstrap, quantile};
    use crate::mean;

    const VALUES: [f64; 12] = [4.1, 5.2, 3.3, 8.8, 5.0, 4.9, 6.1, 7.7, 2.2, 5.3, 9.9, 4.4];

    #[test]
    fn percentile_and_bca_are_those_of_scipy() {
        // scipy 1.17, stats.bootstrap of numpy.mean, 2 000 000 resamples, random_state 1; the tolerance is what
        // 40 000 resamples leave to chance.
        let found = bootstrap(&VALUES, 40_000, 1, |sample| mean(sample).unwrap()).unwrap();
        for (interval, low, high) in
            [(found.percentile(0.95).unwrap(), PERCENTILE.0, PERCENTILE.1), (found.bca(0.95).unwrap(), BCA.0, BCA.1)]
        {
            assert!((interval.low - low).abs() < 0.03 && (interval.high - high).abs() < 0.03, "{interval:?}");
        }
        assert!((found.estimate - 5.575).abs() < 1e-12);
    }

    const PERCENTILE: (f64, f64) = (4.425, 6.833_333);
    const BCA: (f64, f64) = (4.508_333, 6.958_333);

    #[test]
    fn the_seed_decides() {
        let run = |seed| bootstrap(&VALUES, 200, seed, |sample| mean(sample).unwrap()).unwrap();
        assert_eq!(run(5), run(5));
        assert_ne!(run(5), run(6));
        assert_eq!(bootstrap(&[] as &[f64], 10, 1, |_| 0.0), None);
        assert_eq!(bootstrap(&VALUES, 0, 1, |_| 0.0), None);
        assert_eq!(bootstrap(&VALUES, 10, 1, |_| f64::NAN), None);
        let constant = bootstrap(&[2.0; 5], 50, 1, |sample| mean(sample).unwrap()).unwrap();
        assert_eq!(constant.bca(0.95).unwrap().low, 2.0);
    }

    #[test]
    fn quantiles_are_of_type_seven() {
        // R 4.2: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .6, 1))
        let sorted = [1.0, 2.0, 4.0, 8.0, 16.0];
        for (p, want) in [(0.0, 1.0), (0.1, 1.4), (0.25, 2.0), (0.6, 5.6), (1.0, 16.0)] {
            assert!((quantile(&sorted, p) - want).abs() < 1e-12, "{p}");
        }
        assert!(quantile(&[], 0.5).is_nan() && quantile(&sorted, 1.1).is_nan());
    }
}
