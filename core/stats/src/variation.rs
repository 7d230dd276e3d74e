//! How much units vary: figures for a whole set of units.

use crate::dist::normal;
use crate::interval::{Interval, is_level};
use crate::sum::sum;

/// Variation between areas or units in how often something happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variation {
    /// The highest observed-to-expected ratio over the lowest; infinite when the lowest is 0. It grows with the
    /// number of units and with chance.
    pub extremal_quotient: f64,
    /// The systematic component of variation: the variance of the true ratios, chance taken out. 0 or below
    /// means no more than chance. Often printed times 100.
    pub systematic: f64,
    /// The chi-squared statistic against one common level, with one degree of freedom less than units.
    pub chi_squared: f64,
    /// Its p value.
    pub p_value: f64,
}

/// Variation from observed and expected counts; `None` of fewer than two units, or one that cannot be right.
///
/// # Source
///
/// `McPherson` K, Wennberg JE, Hovind OB, Clifford P (1982). *NEJM* 307:1310–1314.
pub fn variation(observed: &[f64], expected: &[f64]) -> Option<Variation> {
    let readable =
        observed.iter().all(|o| 0.0 <= *o && o.is_finite()) && expected.iter().all(|e| 0.0 < *e && e.is_finite());
    let k = observed.len();
    if k < 2 || expected.len() != k || !readable {
        return None;
    }
    let both = || observed.iter().zip(expected);
    let ratios = || both().map(|(o, e)| o / e);
    let (low, high) = (ratios().fold(f64::INFINITY, f64::min), ratios().fold(0.0, f64::max));
    let squares = sum(both().map(|(o, e)| (o - e) * (o - e) / (e * e)));
    let chance = sum(expected.iter().map(|e| 1.0 / e));
    let chi_squared = sum(both().map(|(o, e)| (o - e) * (o - e) / e));
    Some(Variation {
        extremal_quotient: high / low,
        systematic: (squares - chance) / k as f64,
        chi_squared,
        p_value: crate::dist::chi_squared::sf(chi_squared, k as f64 - 1.0),
    })
}

/// What was counted, and among how many.
pub type Counted = (f64, f64);

/// How many times as often something happens in one place as in another, with its interval: log-normal, for
/// shares (`is_share`) or for rates. `None` when a count of 0 leaves it without one, or one cannot be right.
///
/// Where the two places were chosen for being the highest and the lowest, the interval is too narrow.
///
/// # Source
///
/// Shares: Katz D, Baptista J, Azen SP, Pike MC (1978). *Biometrics* 34:469–474. Rates: Rothman KJ (1986),
/// *Modern Epidemiology*, chapter 11.
pub fn quotient(over: Counted, under: Counted, is_share: bool, level: f64) -> Option<(f64, Interval)> {
    let readable =
        |(n, among): Counted| 0.0 < n && n.is_finite() && 0.0 < among && among.is_finite() && (!is_share || n <= among);
    if !readable(over) || !readable(under) || !is_level(level) {
        return None;
    }
    let value = (over.0 / over.1) / (under.0 / under.1);
    let part = |(n, among): Counted| if is_share { 1.0 / n - 1.0 / among } else { 1.0 / n };
    let reach = normal::two_sided(level) * libm::sqrt(part(over) + part(under));
    Some((value, Interval { low: value * libm::exp(-reach), high: value * libm::exp(reach) }))
}

/// Two lists that were filled independently, and how many are on both: how many there are in all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Captured {
    /// How many there are.
    pub total: f64,
    /// Its interval; never below the number of those seen.
    pub interval: Interval,
}

/// Chapman's estimate from the lengths of two lists and how many are on both. `None` when that cannot be, or
/// for a level outside 0 to 1.
///
/// The lists are seldom independent: what is grave is both reported and found. Then the estimate is too low.
///
/// # Source
///
/// Chapman DG (1951); variance: Seber GAF (1970); interval: Burnham KP et al. (1987), log-normal in those not
/// seen.
pub fn chapman(first: f64, second: f64, both: f64, level: f64) -> Option<Captured> {
    let fits = 0.0 <= both && both <= first && both <= second && first.is_finite() && second.is_finite();
    if !fits || !is_level(level) {
        return None;
    }
    let total = (first + 1.0) * (second + 1.0) / (both + 1.0) - 1.0;
    let variance = (first + 1.0) * (second + 1.0) * (first - both) * (second - both)
        / ((both + 1.0) * (both + 1.0) * (both + 2.0));
    let seen = first + second - both;
    let unseen = (total - seen).max(0.0);
    let interval = if 0.0 < unseen {
        let z = normal::two_sided(level);
        let spread = libm::exp(z * libm::sqrt(libm::log1p(variance / (unseen * unseen))));
        Interval { low: seen + unseen / spread, high: seen + unseen * spread }
    } else {
        Interval { low: seen, high: seen }
    };
    Some(Captured { total, interval })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{chapman, quotient, variation};

    #[test]
    fn chance_is_taken_out() {
        // Worked by hand: ratios 0.5, 1, 1.5 of 20 expected each: squares 0.5, chance 0.15, k 3.
        let found = variation(&[10.0, 20.0, 30.0], &[20.0; 3]).unwrap();
        assert!((found.extremal_quotient - 3.0).abs() < 1e-12);
        assert!((found.systematic - 0.35 / 3.0).abs() < 1e-12);
        // R 4.2: chisq.test(c(10, 20, 30)): X-squared = 10, df = 2, p-value = 0.006738.
        assert!((found.chi_squared - 10.0).abs() < 1e-12 && (found.p_value - 0.006_737_947).abs() < 1e-8);
        assert_eq!(variation(&[0.0, 3.0], &[1.0, 2.0]).unwrap().extremal_quotient, f64::INFINITY);
        assert!(variation(&[1.0], &[1.0]).is_none() && variation(&[1.0, 2.0], &[0.0, 1.0]).is_none());
    }

    #[test]
    fn one_place_is_so_many_times_another() {
        // Agresti (2007), An Introduction to Categorical Data Analysis, section 2.2.1: heart attacks among 11 034 who
        // took placebo and 11 037 who took aspirin: 1.82, 95 % interval 1.43 to 2.30 (from a rounded logarithm).
        let (value, interval) = quotient((189.0, 11_034.0), (104.0, 11_037.0), true, 0.95).unwrap();
        assert!((value - 1.82).abs() < 0.005, "{value}");
        assert!((interval.low - 1.43).abs() < 0.01 && (interval.high - 2.30).abs() < 0.01, "{interval:?}");
        // What is rare is a share and a rate at once.
        let rare = |is_share| quotient((41.0, 2.8e9), (15.0, 1.9e9), is_share, 0.95).unwrap().1;
        assert!((rare(true).high - rare(false).high).abs() < 1e-6);
        assert_eq!(quotient((0.0, 10.0), (3.0, 10.0), true, 0.95), None);
        assert_eq!(quotient((11.0, 10.0), (3.0, 10.0), true, 0.95), None);
        assert!(quotient((11.0, 10.0), (3.0, 10.0), false, 0.95).is_some());
    }

    #[test]
    fn chapmans_estimate_is_the_textbooks() {
        // Seber (1982), The Estimation of Animal Abundance, section 3.1: (n1 + 1)(n2 + 1)/(m + 1) − 1.
        let found = chapman(200.0, 150.0, 32.0, 0.95).unwrap();
        assert!((found.total - (201.0 * 151.0 / 33.0 - 1.0)).abs() < 1e-9);
        assert!(found.interval.contains(found.total) && 318.0 <= found.interval.low);
        assert_eq!(chapman(5.0, 5.0, 5.0, 0.95).unwrap().total, 5.0);
        assert_eq!(chapman(5.0, 5.0, 6.0, 0.95), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(o in prop::collection::vec(any::<f64>(), 0..5), e in prop::collection::vec(any::<f64>(), 0..5), a in any::<f64>(), b in any::<f64>(), c in any::<f64>()) {
            let _ = (variation(&o, &e), chapman(a, b, c, 0.95));
        }

        #[test]
        fn lists_change_places(first in 0..500_u32, second in 0..500_u32, both in 0..500_u32) {
            let both = f64::from(both.min(first).min(second));
            let (first, second) = (f64::from(first), f64::from(second));
            let (one, other) = (chapman(first, second, both, 0.9).unwrap(), chapman(second, first, both, 0.9).unwrap());
            prop_assert!((one.total - other.total).abs() <= 1e-9 * one.total && first + second - both <= one.total + 1e-6);
        }
    }
}
