//! Agreement between raters beyond what chance would give.

use crate::dist::normal;
use crate::interval::{Interval, is_level};
use crate::sum::sum;

/// A coefficient of agreement: 1 when raters agree throughout, 0 when no more than by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// The coefficient; not a number when chance alone would agree throughout.
    pub value: f64,
    /// Its standard error from a large sample.
    pub standard_error: f64,
    /// The share of agreement that was seen.
    pub observed: f64,
    /// The share of agreement that chance would give.
    pub expected: f64,
}

impl Agreement {
    /// The interval from the standard error, cut at −1 and 1. `None` for a level outside 0 to 1, or when the
    /// coefficient is undefined.
    pub fn interval(self, level: f64) -> Option<Interval> {
        let reach = normal::two_sided(level) * self.standard_error;
        (is_level(level) && self.value.is_finite() && reach.is_finite())
            .then(|| Interval { low: (self.value - reach).max(-1.0), high: (self.value + reach).min(1.0) })
    }
}

/// How much two categories that differ still agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Not at all.
    None,
    /// Less by each step apart.
    Linear,
    /// Less by the square of the steps apart.
    Quadratic,
}

impl Weights {
    fn of(self, i: usize, j: usize, categories: usize) -> f64 {
        let far = i.abs_diff(j) as f64 / categories.saturating_sub(1).max(1) as f64;
        match self {
            Self::None => f64::from(i == j),
            Self::Linear => 1.0 - far,
            Self::Quadratic => 1.0 - far * far,
        }
    }
}

/// Two raters' table as shares, with its margins; `None` when it is not square, holds a negative or
/// unreadable number, or is empty.
struct Table {
    shares: Vec<Vec<f64>>,
    first: Vec<f64>,
    second: Vec<f64>,
    n: f64,
}

impl Table {
    fn of(counts: &[Vec<f64>]) -> Option<Self> {
        let k = counts.len();
        let readable = counts.iter().all(|row| row.len() == k && row.iter().all(|c| 0.0 <= *c && c.is_finite()));
        let n = sum(counts.iter().flatten().copied());
        if !readable || k < 2 || n <= 0.0 || !n.is_finite() {
            return None;
        }
        let shares: Vec<Vec<f64>> = counts.iter().map(|row| row.iter().map(|count| count / n).collect()).collect();
        let first = shares.iter().map(|row| sum(row.iter().copied())).collect();
        let second = (0..k).map(|j| sum(shares.iter().map(|row| row[j]))).collect();
        Some(Self { shares, first, second, n })
    }

    fn total(&self, term: impl Fn(usize, usize, f64) -> f64) -> f64 {
        sum(self.shares.iter().enumerate().flat_map(|(i, row)| {
            let term = &term;
            row.iter().enumerate().map(move |(j, share)| term(i, j, *share))
        }))
    }
}

/// Cohen's kappa of two raters, weighted where categories have an order. `counts[i][j]` is how many things the
/// first rater put in category `i` and the second in `j`.
///
/// # Source
///
/// Cohen (1960, 1968); standard error: Fleiss, Cohen & Everitt (1969). See docs/methods/agreement.md.
pub fn cohen(counts: &[Vec<f64>], weights: Weights) -> Option<Agreement> {
    let table = Table::of(counts)?;
    let k = counts.len();
    let weight = |i, j| weights.of(i, j, k);
    let observed = table.total(|i, j, share| weight(i, j) * share);
    let expected = table.total(|i, j, _| weight(i, j) * table.first[i] * table.second[j]);
    let value = (observed - expected) / (1.0 - expected);
    let row: Vec<f64> = (0..k).map(|i| sum((0..k).map(|j| weight(i, j) * table.second[j]))).collect();
    let column: Vec<f64> = (0..k).map(|j| sum((0..k).map(|i| weight(i, j) * table.first[i]))).collect();
    let spread = table.total(|i, j, share| {
        let term = weight(i, j) - (row[i] + column[j]) * (1.0 - value);
        share * term * term
    });
    let bias = value - expected * (1.0 - value);
    let variance = (spread - bias * bias) / (table.n * (1.0 - expected) * (1.0 - expected));
    Some(Agreement { value, standard_error: error(variance, table.n), observed, expected })
}

/// Scott's pi of two raters: as Cohen's kappa, with the margins of both taken together.
///
/// # Source
///
/// Scott (1955); standard error: Gwet (2008), formula for π in the two-rater case.
pub fn scott(counts: &[Vec<f64>]) -> Option<Agreement> {
    let table = Table::of(counts)?;
    let both: Vec<f64> = (0..counts.len()).map(|i| f64::midpoint(table.first[i], table.second[i])).collect();
    let observed = table.total(|i, j, share| if i == j { share } else { 0.0 });
    let expected = sum(both.iter().map(|share| share * share));
    Some(linearised(&table, observed, expected, |i, j| f64::midpoint(both[i], both[j])))
}

/// Gwet's AC1 of two raters: chance is what raters do who guess, not what their margins say, so that a
/// rare category does not drag it down.
///
/// # Source
///
/// Gwet KL (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
/// *British Journal of Mathematical and Statistical Psychology* 61:29–48.
pub fn gwet_ac1(counts: &[Vec<f64>]) -> Option<Agreement> {
    let table = Table::of(counts)?;
    let k = counts.len() as f64;
    let both: Vec<f64> = (0..counts.len()).map(|i| f64::midpoint(table.first[i], table.second[i])).collect();
    let observed = table.total(|i, j, share| if i == j { share } else { 0.0 });
    let expected = sum(both.iter().map(|share| share * (1.0 - share))) / (k - 1.0);
    Some(linearised(&table, observed, expected, |i, j| (1.0 - f64::midpoint(both[i], both[j])) / (k - 1.0)))
}

/// Value and standard error when each thing's part in the expected agreement is `part(i, j)`, the mean of
/// which is `expected`.
fn linearised(table: &Table, observed: f64, expected: f64, part: impl Fn(usize, usize) -> f64) -> Agreement {
    let value = (observed - expected) / (1.0 - expected);
    let squares = table.total(|i, j, share| {
        let own = (f64::from(i == j) - expected) / (1.0 - expected);
        let term = own - 2.0 * (1.0 - value) * (part(i, j) - expected) / (1.0 - expected) - value;
        share * term * term
    });
    let variance = squares / (table.n - 1.0);
    Agreement { value, standard_error: error(variance, table.n), observed, expected }
}

/// The standard error of `n` things; not a number where the variance is none, or for fewer than two things,
/// which tell nothing of their spread. Below 0 only by rounding.
fn error(variance: f64, n: f64) -> f64 {
    if variance.is_nan() || n < 2.0 { f64::NAN } else { libm::sqrt(variance.max(0.0)) }
}

/// What many raters said of each thing: `ratings[thing][category]` is how many of them put it there.
struct Ratings<'a> {
    rows: Vec<(&'a [f64], f64)>,
    shares: Vec<f64>,
    agreeing: Vec<f64>,
}

impl<'a> Ratings<'a> {
    /// `None` when rows differ in length, hold unreadable numbers, or no thing was rated twice.
    fn of(ratings: &'a [Vec<f64>]) -> Option<Self> {
        let k = ratings.first()?.len();
        let readable = ratings.iter().all(|row| row.len() == k && row.iter().all(|c| 0.0 <= *c && c.is_finite()));
        if !readable || k < 2 {
            return None;
        }
        let rows: Vec<(&[f64], f64)> = ratings
            .iter()
            .map(|row| (row.as_slice(), sum(row.iter().copied())))
            .filter(|(_, raters)| 2.0 <= *raters)
            .collect();
        if rows.is_empty() {
            return None;
        }
        let n = rows.len() as f64;
        let shares = (0..k).map(|c| sum(rows.iter().map(|(row, raters)| row[c] / raters)) / n).collect();
        let agreeing = rows
            .iter()
            .map(|(row, raters)| sum(row.iter().map(|c| c * (c - 1.0))) / (raters * (raters - 1.0)))
            .collect();
        Some(Self { rows, shares, agreeing })
    }

    fn agreement(&self, expected: f64, part: impl Fn(usize) -> f64) -> Agreement {
        let n = self.rows.len() as f64;
        let observed = sum(self.agreeing.iter().copied()) / n;
        let value = (observed - expected) / (1.0 - expected);
        let squares = sum(self.rows.iter().zip(&self.agreeing).map(|((row, raters), agreeing)| {
            let chance = sum(row.iter().enumerate().map(|(c, count)| part(c) * count / raters));
            let own = (agreeing - expected) / (1.0 - expected);
            let term = own - 2.0 * (1.0 - value) * (chance - expected) / (1.0 - expected) - value;
            term * term
        }));
        let variance = squares / (n * (n - 1.0));
        Agreement { value, standard_error: error(variance, n), observed, expected }
    }
}

/// Fleiss' kappa of several raters, not necessarily the same ones for each thing. Things rated only once do
/// not count.
///
/// # Source
///
/// Fleiss JL (1971). *Psychological Bulletin* 76:378–382; standard error: Gwet (2008).
pub fn fleiss(ratings: &[Vec<f64>]) -> Option<Agreement> {
    let ratings = Ratings::of(ratings)?;
    let expected = sum(ratings.shares.iter().map(|share| share * share));
    Some(ratings.agreement(expected, |c| ratings.shares[c]))
}

/// Gwet's AC1 of several raters.
///
/// # Source
///
/// Gwet (2008).
pub fn gwet_ac1_many(ratings: &[Vec<f64>]) -> Option<Agreement> {
    let ratings = Ratings::of(ratings)?;
    let k = ratings.shares.len() as f64;
    let expected = sum(ratings.shares.iter().map(|share| share * (1.0 - share))) / (k - 1.0);
    Some(ratings.agreement(expected, |c| (1.0 - ratings.shares[c]) / (k - 1.0)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(found: f64, want: f64, digits: i32) {
        assert!((found - want).abs() <= 0.51 * 10.0_f64.powi(-digits), "{found} against {want}");
    }

    /// Fleiss 1971, table 1: 30 patients, 6 psychiatrists each, 5 diagnoses.
    fn psychiatrists() -> Vec<Vec<f64>> {
        const ROWS: [[u8; 5]; 30] = [
            [0, 0, 0, 6, 0],
            [0, 3, 0, 0, 3],
            [0, 1, 4, 0, 1],
            [0, 0, 0, 0, 6],
            [0, 3, 0, 3, 0],
            [2, 0, 4, 0, 0],
            [0, 0, 4, 0, 2],
            [2, 0, 3, 1, 0],
            [2, 0, 0, 4, 0],
            [0, 0, 0, 0, 6],
            [1, 0, 0, 5, 0],
            [1, 1, 0, 4, 0],
            [0, 3, 3, 0, 0],
            [1, 0, 0, 5, 0],
            [0, 2, 0, 3, 1],
            [0, 0, 5, 0, 1],
            [3, 0, 0, 1, 2],
            [5, 1, 0, 0, 0],
            [0, 2, 0, 4, 0],
            [1, 0, 2, 0, 3],
            [0, 0, 0, 0, 6],
            [0, 1, 0, 5, 0],
            [0, 2, 0, 1, 3],
            [2, 0, 0, 4, 0],
            [1, 0, 0, 4, 1],
            [0, 5, 0, 1, 0],
            [4, 0, 0, 0, 2],
            [0, 2, 0, 4, 0],
            [1, 0, 5, 0, 0],
            [0, 0, 0, 0, 6],
        ];
        ROWS.iter().map(|row| row.iter().map(|count| f64::from(*count)).collect()).collect()
    }

    #[test]
    fn the_psychiatrists_agree_as_fleiss_wrote() {
        let found = fleiss(&psychiatrists()).unwrap();
        // Fleiss 1971, page 381: observed 0.556, expected 0.220, kappa 0.430.
        near(found.observed, 0.556, 3);
        near(found.expected, 0.220, 3);
        near(found.value, 0.430, 3);
        assert!(found.interval(0.95).unwrap().contains(0.430));
    }

    #[test]
    fn one_record_tells_nothing_of_its_spread() {
        let one = [vec![0.0, 1.0], vec![0.0, 0.0]];
        for found in [cohen(&one, Weights::None), scott(&one), gwet_ac1(&one)] {
            let found = found.unwrap();
            assert!(found.standard_error.is_nan() && found.interval(0.95).is_none(), "{found:?}");
        }
        for found in [fleiss(&[vec![1.0, 1.0]]), gwet_ac1_many(&[vec![1.0, 1.0]])] {
            assert!(found.unwrap().interval(0.95).is_none());
        }
        // Chance alone would agree throughout: no coefficient, and no error of it either.
        assert!(cohen(&[vec![9.0, 0.0], vec![0.0, 0.0]], Weights::None).unwrap().standard_error.is_nan());
    }

    #[test]
    fn a_rare_category_drags_kappa_down_and_ac1_not() {
        // Two reviewers of 240 records, 30 harms seen by both: statsmodels 0.15 (cohens_kappa) and irrCAC 0.4.4.
        let table = [vec![30.0, 10.0], vec![8.0, 192.0]];
        near(cohen(&table, Weights::None).unwrap().value, 0.72449, 5);
        near(scott(&table).unwrap().value, 0.72445, 5);
        near(gwet_ac1(&table).unwrap().value, 0.89695, 5);
        near(gwet_ac1(&table).unwrap().observed, 0.925, 12);
        // 118 of 125 the same, and never both of them the rare one: kappa is near 0 though raters nearly always
        // agree. The same programs.
        let skewed = [vec![118.0, 5.0], vec![2.0, 0.0]];
        near(cohen(&skewed, Weights::None).unwrap().value, -0.023_391_813, 8);
        near(gwet_ac1(&skewed).unwrap().value, 0.940_78, 5);
        near(scott(&skewed).unwrap().value, -0.028_81, 5);
    }

    #[test]
    fn weighted_kappa_and_its_error_are_those_of_statsmodels() {
        for (weights, value, error) in GOLDEN {
            let found = cohen(&ordered(), weights).unwrap();
            assert!((found.value - value).abs() < 1e-12, "{weights:?} {found:?}");
            assert!((found.standard_error - error).abs() < 1e-12, "{weights:?} {found:?}");
        }
    }

    #[test]
    fn the_other_coefficients_and_their_errors_are_those_of_irrcac() {
        // irrCAC 0.4.4 (by way of PyPI), CAC.gwet and CAC.fleiss on the raw ratings, 12 digits.
        let review = [vec![30.0, 10.0], vec![8.0, 192.0]];
        for (found, value, error) in [
            (gwet_ac1(&review), 0.896_951_481_322, 0.024_930_885_112),
            (scott(&review), 0.724_454_649_828, 0.061_412_627_761),
            (gwet_ac1(&ordered()), 0.526_303_505_578, 0.058_588_324_776),
            (scott(&ordered()), 0.473_514_915_694, 0.063_846_277_197),
            (gwet_ac1_many(&psychiatrists()), 0.447_884_515_845, 0.055_662_141_682),
            (fleiss(&psychiatrists()), 0.430_244_520_06, 0.054_198_935_515),
        ] {
            let found = found.unwrap();
            assert!((found.value - value).abs() < 1e-11 && (found.standard_error - error).abs() < 1e-11, "{found:?}");
        }
    }

    fn ordered() -> Vec<Vec<f64>> {
        [[22.0, 2.0, 2.0, 0.0], [5.0, 7.0, 14.0, 0.0], [0.0, 2.0, 36.0, 0.0], [0.0, 1.0, 17.0, 10.0]]
            .iter()
            .map(|row| row.to_vec())
            .collect()
    }

    /// statsmodels 0.15, `inter_rater.cohens_kappa` of the table of `ordered` (Landis & Koch's pathologists).
    const GOLDEN: [(Weights, f64, f64); 3] = [
        (Weights::None, 0.493_005_595_523_581_1, 0.056_743_150_408_035_8),
        (Weights::Linear, 0.648_809_523_809_523_8, 0.047_652_422_356_387_1),
        (Weights::Quadratic, 0.783_821_871_476_888_3, 0.038_670_336_137_154_3),
    ];

    #[test]
    fn raters_who_only_ever_say_one_thing_are_undefined() {
        let found = cohen(&[vec![10.0, 0.0], vec![0.0, 0.0]], Weights::None).unwrap();
        assert!(found.value.is_nan() && found.interval(0.95).is_none());
        assert!(cohen(&[vec![1.0, 2.0]], Weights::None).is_none());
        assert!(cohen(&[vec![1.0, -2.0], vec![0.0, 1.0]], Weights::None).is_none());
        assert!(fleiss(&[]).is_none());
        assert!(fleiss(&[vec![1.0, 0.0]]).is_none());
    }

    proptest! {
        #[test]
        fn two_raters_are_a_case_of_many(counts in prop::collection::vec(0..12_u32, 9)) {
            let table: Vec<Vec<f64>> = counts.chunks(3).map(|row| row.iter().map(|c| f64::from(*c)).collect()).collect();
            let mut ratings = Vec::new();
            for i in 0..3 {
                for j in 0..3 {
                    let mut rating = vec![0.0; 3];
                    rating[i] += 1.0;
                    rating[j] += 1.0;
                    for _ in 0..counts[3 * i + j] {
                        ratings.push(rating.clone());
                    }
                }
            }
            for (two, many) in [(scott(&table), fleiss(&ratings)), (gwet_ac1(&table), gwet_ac1_many(&ratings))] {
                match (two, many) {
                    (Some(two), Some(many)) if two.value.is_finite() && 1 < ratings.len() => {
                        prop_assert!((two.value - many.value).abs() < 1e-9);
                        prop_assert!((two.standard_error - many.standard_error).abs() < 1e-9);
                        prop_assert!(two.value <= 1.0 + 1e-12);
                    }
                    (two, many) => prop_assert!(two.is_none() == many.is_none() || ratings.len() < 2),
                }
            }
            // Who is called first does not matter.
            let turned: Vec<Vec<f64>> = (0..3).map(|j| table.iter().map(|row| row[j]).collect()).collect();
            for weights in [Weights::None, Weights::Linear, Weights::Quadratic] {
                if let (Some(one), Some(other)) = (cohen(&table, weights), cohen(&turned, weights)) {
                    prop_assert!(one.value.is_nan() || (one.value - other.value).abs() < 1e-9);
                }
            }
        }

        #[test]
        fn nothing_panics(counts in prop::collection::vec(prop::collection::vec(any::<f64>(), 0..4), 0..4), level in any::<f64>()) {
            for found in [cohen(&counts, Weights::Linear), scott(&counts), gwet_ac1(&counts), fleiss(&counts), gwet_ac1_many(&counts)] {
                let _ = found.and_then(|found| found.interval(level));
            }
        }
    }
}
