//! Reports that name two things together more often than either alone lets one expect.

use crate::dist::normal;
use crate::interval::{Interval, is_level};

/// Reports with both things, with the first only, with the second only, and with neither.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reports {
    /// Both.
    pub both: f64,
    /// The first without the second.
    pub first: f64,
    /// The second without the first.
    pub second: f64,
    /// Neither.
    pub neither: f64,
}

/// A measure of disproportion with its interval; 1 (or for the information component 0) is what chance gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The measure.
    pub value: f64,
    /// Its interval; `None` when a count of 0 leaves it without one.
    pub interval: Option<Interval>,
}

impl Reports {
    fn readable(self, level: f64) -> bool {
        let counts = [self.both, self.first, self.second, self.neither];
        is_level(level) && counts.iter().all(|count| 0.0 <= *count && *count <= 1e15) && 0.0 < counts.iter().sum()
    }

    fn ratio(value: f64, variance: f64, level: f64) -> Ratio {
        let reach = normal::two_sided(level) * libm::sqrt(variance);
        let usable = value.is_finite() && 0.0 < value && reach.is_finite();
        let interval = usable.then(|| Interval { low: value * libm::exp(-reach), high: value * libm::exp(reach) });
        Ratio { value, interval }
    }

    /// The proportional reporting ratio; `None` when the counts cannot be right.
    ///
    /// # Source
    ///
    /// Evans SJW, Waller PC, Davis S (2001). *Pharmacoepidemiology and Drug Safety* 10:483–486.
    pub fn proportional(self, level: f64) -> Option<Ratio> {
        let (with, without) = (self.both + self.first, self.second + self.neither);
        let variance = 1.0 / self.both - 1.0 / with + 1.0 / self.second - 1.0 / without;
        self.readable(level).then(|| Self::ratio((self.both / with) / (self.second / without), variance, level))
    }

    /// The reporting odds ratio; `None` when the counts cannot be right.
    ///
    /// # Source
    ///
    /// Rothman KJ, Lanes S, Sacks ST (2004). *Pharmacoepidemiology and Drug Safety* 13:519–523.
    pub fn odds(self, level: f64) -> Option<Ratio> {
        let variance = 1.0 / self.both + 1.0 / self.first + 1.0 / self.second + 1.0 / self.neither;
        self.readable(level)
            .then(|| Self::ratio((self.both / self.first) / (self.second / self.neither), variance, level))
    }

    /// The information component with one half added to what is observed and expected, and its 95 % interval;
    /// `None` when the counts cannot be right.
    ///
    /// # Source
    ///
    /// Norén GN, Hopstadius J, Bate A (2013). *Statistical Methods in Medical Research* 22:57–69.
    pub fn information(self) -> Option<Ratio> {
        if !self.readable(0.95) {
            return None;
        }
        let total = self.both + self.first + self.second + self.neither;
        let expected = (self.both + self.first) * ((self.both + self.second) / total);
        let value = libm::log2((self.both + 0.5) / (expected + 0.5));
        let root = 1.0 / libm::sqrt(self.both + 0.5);
        let cube = root * root * root;
        let interval = Interval { low: value - 3.3 * root - 2.0 * cube, high: value + 2.4 * root - 0.5 * cube };
        Some(Ratio { value, interval: Some(interval) })
    }

    /// Pearson's chi-squared with Yates' correction; `None` when a margin is empty.
    pub fn chi_squared(self) -> Option<f64> {
        let Self { both: a, first: b, second: c, neither: d } = self;
        let apart = ((a * d - b * c).abs() - (a + b + c + d) / 2.0).max(0.0);
        let found = (a + b + c + d) * apart / (a + b) * apart / (c + d) / (a + c) / (b + d);
        (self.readable(0.95) && found.is_finite()).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Reports;

    #[test]
    fn the_measures_of_a_table_are_those_of_scipy() {
        // scipy 1.12: relative_risk, chi2_contingency with Yates' correction, odds_ratio(kind='sample'); the
        // information component by its definition, log2((12 + 0.5) / (100 * 72 / 2000 + 0.5)).
        let reports = Reports { both: 12.0, first: 88.0, second: 60.0, neither: 1840.0 };
        let proportional = reports.proportional(0.95).unwrap();
        let interval = proportional.interval.unwrap();
        assert!((proportional.value - 3.8).abs() < 1e-9);
        assert!((interval.low - 2.114_320_869).abs() < 1e-6 && (interval.high - 6.829_616_171).abs() < 1e-6);
        assert!((reports.chi_squared().unwrap() - 18.930_018_684).abs() < 1e-8);
        let odds = reports.odds(0.95).unwrap();
        let interval = odds.interval.unwrap();
        assert!((odds.value - 4.181_818_182).abs() < 1e-8);
        assert!((interval.low - 2.170_784_807).abs() < 1e-6 && (interval.high - 8.055_889_854).abs() < 1e-6);
        assert!((reports.information().unwrap().value - 1.608).abs() < 5e-4);
    }

    #[test]
    fn none_together_has_no_interval() {
        let reports = Reports { both: 0.0, first: 5.0, second: 6.0, neither: 100.0 };
        assert_eq!(reports.proportional(0.95).unwrap().interval, None);
        assert!(reports.information().unwrap().value < 0.0);
        assert_eq!(Reports { both: -1.0, ..reports }.odds(0.95), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(both in any::<f64>(), first in any::<f64>(), second in any::<f64>(), neither in any::<f64>(), level in any::<f64>()) {
            let reports = Reports { both, first, second, neither };
            let _ = (reports.proportional(level), reports.odds(level), reports.information(), reports.chi_squared());
        }
    }
}
