//! Small units borrow strength from all: empirical-Bayes estimates, and how sure a rank is.

use crate::dist::{beta, gamma, normal};
use crate::funnel::{Tau, tau_squared};
use crate::interval::{Interval, is_level};
use crate::random::Generator;
use crate::special::{ln_beta, ln_gamma};
use crate::sum::sum;

/// What is known of one unit after looking at all of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Posterior {
    /// A share: beta with these shapes.
    Beta(f64, f64),
    /// A rate: gamma with this shape and rate.
    Gamma(f64, f64),
    /// A value: normal with this mean and standard deviation.
    Normal(f64, f64),
}

impl Posterior {
    /// The shrunken estimate.
    pub fn mean(self) -> f64 {
        match self {
            Self::Beta(a, b) => a / (a + b),
            Self::Gamma(shape, rate) => shape / rate,
            Self::Normal(mean, _) => mean,
        }
    }

    /// The equal-tailed interval; `None` for a level outside 0 to 1.
    pub fn interval(self, level: f64) -> Option<Interval> {
        let tail = (1.0 - level) / 2.0;
        is_level(level).then(|| match self {
            Self::Beta(a, b) => Interval { low: beta::quantile(tail, a, b), high: beta::upper_quantile(tail, a, b) },
            Self::Gamma(shape, rate) => {
                Interval { low: gamma::quantile(tail, shape, rate), high: gamma::upper_quantile(tail, shape, rate) }
            }
            Self::Normal(mean, sd) => {
                let reach = normal::two_sided(level) * sd;
                Interval { low: mean - reach, high: mean + reach }
            }
        })
    }

    fn draw(self, generator: &mut Generator) -> f64 {
        match self {
            Self::Beta(a, b) => {
                let (x, y) = (standard_gamma(a, generator), standard_gamma(b, generator));
                if 0.0 < x + y { x / (x + y) } else { a / (a + b) }
            }
            Self::Gamma(shape, rate) => standard_gamma(shape, generator) / rate,
            Self::Normal(mean, sd) => mean + sd * generator.normal(),
        }
    }
}

/// A draw from a gamma distribution of rate 1 (Marsaglia G, Tsang WW (2000), *ACM TOMS* 26:363–372).
fn standard_gamma(shape: f64, generator: &mut Generator) -> f64 {
    if shape < 1.0 {
        let u = generator.uniform().max(f64::MIN_POSITIVE);
        return standard_gamma(shape + 1.0, generator) * libm::exp(libm::log(u) / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    for _ in 0..1000 {
        let z = generator.normal();
        let v = 1.0 + c * z;
        if 0.0 < v {
            let cube = v * v * v;
            let u = generator.uniform();
            if libm::log(u) < 0.5 * z * z + d - d * cube + d * libm::log(cube) {
                return d * cube;
            }
        }
    }
    shape
}

/// Shares of units as draws from one beta distribution, fitted by maximum likelihood. `units` are numerators and
/// denominators; `None` when one cannot be right, or all numerators or none are as large as can be.
///
/// # Source
///
/// Efron B, Morris C (1975). *JASA* 70:311–319 (the idea); Skellam JG (1948). *JRSS B* 10:257–261 (the
/// beta-binomial model).
pub fn beta_binomial(units: &[(f64, f64)]) -> Option<Vec<Posterior>> {
    let readable = units.iter().all(|(x, n)| 0.0 <= *x && x <= n && n.is_finite());
    let (x, n) = (sum(units.iter().map(|(x, _)| *x)), sum(units.iter().map(|(_, n)| *n)));
    if !readable || x <= 0.0 || n <= x || !n.is_finite() {
        return None;
    }
    let likelihood = |mean: f64, size: f64| {
        let (a, b) = (mean * size, (1.0 - mean) * size);
        let whole = ln_beta(a, b);
        sum(units.iter().map(|(x, n)| ln_beta(a + x, b + n - x) - whole))
    };
    let (mean, size) = fitted(x / n, |mean| (0.0 < mean && mean < 1.0).then_some(()), likelihood);
    Some(units.iter().map(|(x, n)| Posterior::Beta(mean * size + x, (1.0 - mean) * size + n - x)).collect())
}

/// Rates of units as draws from one gamma distribution, fitted by maximum likelihood. `units` are counts and
/// exposures (or observed and expected); `None` when one cannot be right, or nothing happened.
///
/// # Source
///
/// Clayton D, Kaldor J (1987). *Biometrics* 43:671–681.
pub fn gamma_poisson(units: &[(f64, f64)]) -> Option<Vec<Posterior>> {
    let readable = units.iter().all(|(x, n)| 0.0 <= *x && x.is_finite() && 0.0 < *n && n.is_finite());
    let (x, n) = (sum(units.iter().map(|(x, _)| *x)), sum(units.iter().map(|(_, n)| *n)));
    if !readable || x <= 0.0 || !x.is_finite() || !n.is_finite() {
        return None;
    }
    let likelihood = |mean: f64, shape: f64| {
        let rate = shape / mean;
        let whole = ln_gamma(shape) - shape * libm::log(rate);
        sum(units.iter().map(|(x, n)| ln_gamma(shape + x) - (shape + x) * libm::log(rate + n) - whole))
    };
    let (mean, shape) = fitted(x / n, |mean| (0.0 < mean).then_some(()), likelihood);
    Some(units.iter().map(|(x, n)| Posterior::Gamma(shape + x, shape / mean + n)).collect())
}

/// Values of units with known standard errors as draws from one normal distribution (variance by restricted
/// maximum likelihood). `None` of fewer than two units, or one that cannot be right.
///
/// # Source
///
/// Morris CN (1983). Parametric empirical Bayes inference. *JASA* 78:47–55.
pub fn normal_normal(units: &[(f64, f64)]) -> Option<Vec<Posterior>> {
    let readable = units.iter().all(|(y, s)| y.is_finite() && 0.0 < *s && s.is_finite());
    if !readable || units.len() < 2 {
        return None;
    }
    let tau2 = tau_squared(Tau::Reml, units, &[]);
    let weight = |s: f64| 1.0 / (s * s + tau2);
    let total = sum(units.iter().map(|(_, s)| weight(*s)));
    let mean = sum(units.iter().map(|(y, s)| y * weight(*s))) / total;
    Some(
        units
            .iter()
            .map(|(y, s)| {
                let kept = tau2 / (s * s + tau2);
                Posterior::Normal(mean + kept * (y - mean), libm::sqrt(kept) * s)
            })
            .collect(),
    )
}

/// The mean and size with the largest likelihood: golden sections, the mean within the size.
fn fitted(start: f64, valid: impl Fn(f64) -> Option<()>, likelihood: impl Fn(f64, f64) -> f64) -> (f64, f64) {
    let best_mean = |size: f64| {
        let at = |shift: f64| {
            let mean = start * libm::exp(shift);
            valid(mean).map_or(f64::NEG_INFINITY, |()| likelihood(mean, size))
        };
        let (shift, value) = golden(-2.0, 2.0, 28, at);
        (start * libm::exp(shift), value)
    };
    // The logarithm of the size: from wildly different units to hardly different ones.
    let (log_size, _) = golden(-3.0, 16.0, 40, |log_size| best_mean(libm::exp(log_size)).1);
    let size = libm::exp(log_size);
    (best_mean(size).0, size)
}

/// The largest value of a function with one peak.
fn golden(mut low: f64, mut high: f64, steps: usize, f: impl Fn(f64) -> f64) -> (f64, f64) {
    const RATIO: f64 = 0.618_033_988_749_894_9;
    let (mut a, mut b) = (high - RATIO * (high - low), low + RATIO * (high - low));
    let (mut fa, mut fb) = (f(a), f(b));
    for _ in 0..steps {
        if fa < fb {
            low = a;
            (a, fa) = (b, fb);
            b = low + RATIO * (high - low);
            fb = f(b);
        } else {
            high = b;
            (b, fb) = (a, fa);
            a = high - RATIO * (high - low);
            fa = f(a);
        }
    }
    if fa < fb { (b, fb) } else { (a, fa) }
}

/// How sure a unit's place among all is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// The middle rank, 1 for the lowest value.
    pub median: f64,
    /// The interval of the rank.
    pub interval: Interval,
    /// The probability of being among the lowest quarter.
    pub lowest_quarter: f64,
    /// The probability of being among the highest quarter.
    pub highest_quarter: f64,
}

/// Ranks from draws of all units together. `None` of no unit or draw, or for a level outside 0 to 1.
///
/// # Source
///
/// Goldstein H, Spiegelhalter DJ (1996). League tables and their limitations. *JRSS A* 159:385–443.
pub fn ranks(units: &[Posterior], draws: usize, seed: u64, level: f64) -> Option<Vec<Rank>> {
    if units.is_empty() || draws == 0 || !is_level(level) {
        return None;
    }
    let mut generator = Generator::new(seed);
    let mut found: Vec<Vec<f64>> = vec![Vec::with_capacity(draws); units.len()];
    let mut order: Vec<(f64, usize)> = Vec::with_capacity(units.len());
    for _ in 0..draws {
        order.clear();
        order.extend(units.iter().enumerate().map(|(place, unit)| (unit.draw(&mut generator), place)));
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (rank, (_, place)) in order.iter().enumerate() {
            found[*place].push(rank as f64 + 1.0);
        }
    }
    let n = units.len() as f64;
    let share = |ranks: &[f64], hit: &dyn Fn(f64) -> bool| {
        ranks.iter().filter(|rank| hit(**rank)).count() as f64 / draws as f64
    };
    let tail = (1.0 - level) / 2.0;
    Some(
        found
            .iter_mut()
            .map(|ranks| {
                ranks.sort_by(f64::total_cmp);
                let at = |p: f64| crate::bootstrap::quantile(ranks, p);
                Rank {
                    median: at(0.5),
                    interval: Interval { low: libm::floor(at(tail)), high: libm::ceil(at(1.0 - tail)) },
                    lowest_quarter: share(ranks, &|rank| rank <= n / 4.0),
                    highest_quarter: share(ranks, &|rank| n - n / 4.0 < rank),
                }
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Efron & Morris (1975), table 1: hits of 18 baseball players in their first 45 times at bat, 1970.
    const HITS: [f64; 18] = [18., 17., 16., 15., 14., 14., 13., 12., 11., 11., 10., 10., 10., 10., 10., 9., 8., 7.];

    #[test]
    fn batters_are_pulled_to_the_middle() {
        let units: Vec<(f64, f64)> = HITS.iter().map(|x| (*x, 45.0)).collect();
        let found = beta_binomial(&units).unwrap();
        // The paper's point: every estimate lies far nearer the common 0.2654 than what was seen (0.400 and 0.156),
        // none beyond its own limiting estimates of 0.290 and 0.242, and their order stays.
        let (best, worst) = (found[0].mean(), found[17].mean());
        assert!(0.2654 < best && best < 0.290 && 0.242 < worst && worst < 0.2654, "{best} {worst}");
        assert!(found.windows(2).all(|pair| pair[1].mean() <= pair[0].mean()));
        assert!((found.iter().map(|unit| unit.mean()).sum::<f64>() / 18.0 - 0.2654).abs() < 0.002);
    }

    #[test]
    fn the_fit_is_the_one_that_optim_finds() {
        // R 4.2, optim(BFGS, reltol 1e-14) on the same likelihoods written with lbeta and dnbinom.
        let units: Vec<(f64, f64)> =
            [(3., 40.), (9., 52.), (4., 61.), (20., 90.), (1., 33.), (14., 70.), (30., 100.), (2., 45.)].to_vec();
        let Posterior::Beta(a, b) = beta_binomial(&units).unwrap()[0] else { panic!("a share") };
        let (a, b) = (a - 3.0, b - 37.0);
        assert!((a / BETA.0 - 1.0).abs() < 1e-3 && (b / BETA.1 - 1.0).abs() < 1e-3, "{a} {b}");
        let Posterior::Gamma(shape, rate) = gamma_poisson(&units).unwrap()[0] else { panic!("a rate") };
        let (shape, rate) = (shape - 3.0, rate - 40.0);
        assert!((shape / GAMMA.0 - 1.0).abs() < 1e-3 && (rate / GAMMA.1 - 1.0).abs() < 1e-3, "{shape} {rate}");
    }

    const BETA: (f64, f64) = (2.469_625_8, 14.550_728);
    const GAMMA: (f64, f64) = (3.034_828_5, 20.710_519);

    #[test]
    fn ranks_of_clear_units_are_clear() {
        let units: Vec<Posterior> = (0..8).map(|unit| Posterior::Normal(f64::from(unit) * 10.0, 1.0)).collect();
        let found = ranks(&units, 500, 1, 0.95).unwrap();
        assert_eq!((found[0].median, found[0].lowest_quarter, found[7].highest_quarter), (1.0, 1.0, 1.0));
        let alike = ranks(&[Posterior::Gamma(5.0, 1.0); 8], 2000, 1, 0.95).unwrap();
        assert!(alike.iter().all(|rank| (rank.lowest_quarter - 0.25).abs() < 0.04 && rank.interval.high >= 7.0));
        assert_eq!(ranks(&[], 10, 1, 0.95), None);
        assert_eq!(ranks(&units, 10, 4, 0.95), ranks(&units, 10, 4, 0.95));
    }

    proptest! {
        #[test]
        fn estimates_lie_between_the_unit_and_the_middle(units in prop::collection::vec((0..60_u32, 1..120_u32), 2..12)) {
            let units: Vec<(f64, f64)> = units.iter().map(|&(x, n)| (f64::from(x.min(n)), f64::from(n))).collect();
            for found in [beta_binomial(&units), gamma_poisson(&units)].into_iter().flatten() {
                let lowest = units.iter().map(|(x, n)| x / n).fold(f64::INFINITY, f64::min);
                let highest = units.iter().map(|(x, n)| x / n).fold(0.0, f64::max);
                for unit in found {
                    // The peak of a likelihood is found to half of a number's digits at best.
                    prop_assert!(lowest * (1.0 - 1e-4) <= unit.mean() && unit.mean() <= highest * (1.0 + 1e-4));
                    prop_assert!(unit.interval(0.95).unwrap().contains(unit.mean()));
                }
            }
        }

        #[test]
        fn nothing_panics(units in prop::collection::vec((any::<f64>(), any::<f64>()), 0..5), level in any::<f64>()) {
            for found in [beta_binomial(&units), gamma_poisson(&units), normal_normal(&units)].into_iter().flatten() {
                let _ = ranks(&found, 3, 1, level);
                for unit in found {
                    let _ = unit.interval(level);
                }
            }
        }
    }
}
