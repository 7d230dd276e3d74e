//! Trends over groups in order, and a series before and after something was done.

use crate::dist::normal;
use crate::interval::{Interval, is_level, is_rate, is_share};
use crate::sum::sum;

/// A trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The statistic: standard normal without trend, above 0 when the level rises.
    pub z: f64,
    /// The two-sided p value.
    pub p_value: f64,
}

fn trend(score: f64, variance: f64) -> Option<Trend> {
    let z = score / libm::sqrt(variance);
    z.is_finite().then(|| Trend { z, p_value: (2.0 * normal::sf(z.abs())).min(1.0) })
}

/// The trend of shares over scores (Cochran and Armitage). `None` when columns differ in length, hold what
/// cannot be right, or leave nothing to compare.
///
/// # Source
///
/// Armitage P (1955). *Biometrics* 11:375–386; the same as R's `prop.trend.test`.
pub fn cochran_armitage(x: &[f64], n: &[f64], scores: &[f64]) -> Option<Trend> {
    let readable = x.iter().zip(n).all(|(x, n)| is_share(*x, *n)) && scores.iter().all(|score| score.is_finite());
    if x.len() != n.len() || scores.len() != n.len() || !readable {
        return None;
    }
    let total = sum(n.iter().copied());
    let p = sum(x.iter().copied()) / total;
    let centre = sum(n.iter().zip(scores).map(|(n, t)| n * t)) / total;
    let score = sum(x.iter().zip(n).zip(scores).map(|((x, n), t)| (t - centre) * (x - n * p)));
    let variance = p * (1.0 - p) * sum(n.iter().zip(scores).map(|(n, t)| n * (t - centre) * (t - centre)));
    trend(score, variance)
}

/// The trend of rates over scores: the score test of a log-linear Poisson model.
///
/// # Source
///
/// Breslow & Day (1987), formula 3.12.
pub fn poisson_trend(counts: &[f64], exposures: &[f64], scores: &[f64]) -> Option<Trend> {
    let readable =
        counts.iter().zip(exposures).all(|(x, n)| is_rate(*x, *n)) && scores.iter().all(|score| score.is_finite());
    if counts.len() != exposures.len() || scores.len() != counts.len() || !readable {
        return None;
    }
    let rate = sum(counts.iter().copied()) / sum(exposures.iter().copied());
    let centre = sum(exposures.iter().zip(scores).map(|(n, t)| n * t)) / sum(exposures.iter().copied());
    let score = sum(counts.iter().zip(exposures).zip(scores).map(|((x, n), t)| (t - centre) * (x - n * rate)));
    let variance = rate * sum(exposures.iter().zip(scores).map(|(n, t)| n * (t - centre) * (t - centre)));
    trend(score, variance)
}

/// A coefficient with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// The estimate.
    pub value: f64,
    /// Its standard error, which allows for neighbours in time being alike.
    pub standard_error: f64,
}

impl Coefficient {
    /// The interval; `None` for a level outside 0 to 1.
    pub fn interval(self, level: f64) -> Option<Interval> {
        let reach = normal::two_sided(level) * self.standard_error;
        is_level(level).then_some(Interval { low: self.value - reach, high: self.value + reach })
    }
}

/// A series before and after: two straight lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interrupted {
    /// The level at the first point.
    pub start: Coefficient,
    /// The slope before, per point.
    pub slope: Coefficient,
    /// The jump at the first point after.
    pub step: Coefficient,
    /// How much the slope changed.
    pub slope_change: Coefficient,
}

/// Fits two straight lines to a series that was interrupted before the point `at` (counted from 0), with standard
/// errors by Newey and West over `lags` neighbours. `None` when a value is not finite, or fewer than three points
/// lie on either side.
///
/// # Source
///
/// Wagner AK et al. (2002). *Journal of Clinical Pharmacy and Therapeutics* 27:299–309; Newey WK, West KD (1987).
/// *Econometrica* 55:703–708.
pub fn interrupted(y: &[f64], at: usize, lags: usize) -> Option<Interrupted> {
    if at < 3 || y.len() < at + 3 || y.iter().any(|y| !y.is_finite()) {
        return None;
    }
    let row = |t: usize| {
        let after = t.checked_sub(at);
        [1.0, t as f64, f64::from(u8::from(after.is_some())), after.unwrap_or(0) as f64]
    };
    let rows: Vec<[f64; 4]> = (0..y.len()).map(row).collect();
    let cross = |i: usize, j: usize| sum(rows.iter().map(|row| row[i] * row[j]));
    let bread = inverse(std::array::from_fn(|i| std::array::from_fn(|j| cross(i, j))))?;
    let right: [f64; 4] = std::array::from_fn(|i| sum(rows.iter().zip(y).map(|(row, y)| row[i] * y)));
    let beta: [f64; 4] = std::array::from_fn(|i| sum((0..4).map(|j| bread[i][j] * right[j])));
    // Each point's part in the equations.
    let scores: Vec<[f64; 4]> = rows
        .iter()
        .zip(y)
        .map(|(row, y)| {
            let residual = y - sum((0..4).map(|j| row[j] * beta[j]));
            row.map(|x| x * residual)
        })
        .collect();
    let lagged = |lag: usize, i: usize, j: usize| {
        sum(scores.iter().zip(scores.iter().skip(lag)).map(|(early, late)| late[i] * early[j]))
    };
    let meat: [[f64; 4]; 4] = std::array::from_fn(|i| {
        std::array::from_fn(|j| {
            let tail = sum((1..=lags.min(y.len() - 1)).map(|lag| {
                let weight = 1.0 - lag as f64 / (lags as f64 + 1.0);
                weight * (lagged(lag, i, j) + lagged(lag, j, i))
            }));
            lagged(0, i, j) + tail
        })
    });
    let variance = |i: usize| {
        sum((0..4).flat_map(|j| (0..4).map(move |k| (j, k))).map(|(j, k)| bread[i][j] * meat[j][k] * bread[k][i]))
    };
    let coefficient = |i: usize| Coefficient { value: beta[i], standard_error: libm::sqrt(variance(i).max(0.0)) };
    Some(Interrupted {
        start: coefficient(0),
        slope: coefficient(1),
        step: coefficient(2),
        slope_change: coefficient(3),
    })
}

/// The inverse of a small matrix, by Gauss and Jordan with the largest pivot; `None` when it has none.
fn inverse(mut a: [[f64; 4]; 4]) -> Option<[[f64; 4]; 4]> {
    let mut b: [[f64; 4]; 4] = std::array::from_fn(|i| std::array::from_fn(|j| f64::from(u8::from(i == j))));
    for column in 0..4 {
        let pivot = (column..4).max_by(|i, j| a[*i][column].abs().total_cmp(&a[*j][column].abs()))?;
        if a[pivot][column].abs() < 1e-12 {
            return None;
        }
        a.swap(column, pivot);
        b.swap(column, pivot);
        let scale = a[column][column];
        a[column] = a[column].map(|x| x / scale);
        b[column] = b[column].map(|x| x / scale);
        for row in (0..4).filter(|row| *row != column) {
            let factor = a[row][column];
            for j in 0..4 {
                a[row][j] -= factor * a[column][j];
                b[row][j] -= factor * b[column][j];
            }
        }
    }
    Some(b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn trends_are_rs() {
        // R 4.2: prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)), the smokers of Fleiss (1981): 8.2249.
        let found = cochran_armitage(&[83., 90., 129., 70.], &[86., 93., 136., 82.], &[1., 2., 3., 4.]).unwrap();
        assert!(
            (found.z * found.z - 8.224_9).abs() < 1e-4 && found.z < 0.0 && (found.p_value - 0.004_132).abs() < 1e-6
        );
        // R 4.2: anova(glm(x ~ 1 + offset(log(n)), poisson), glm(x ~ t + …), test = "Rao").
        let found =
            poisson_trend(&[5., 9., 8., 15., 17.], &[100., 120., 90., 110., 105.], &[0., 1., 2., 3., 4.]).unwrap();
        assert!((found.z * found.z - RAO).abs() < 1e-4, "{}", found.z * found.z);
        assert_eq!(cochran_armitage(&[1.0], &[2.0], &[1.0]), None);
    }

    const RAO: f64 = 8.333_371_021;

    #[test]
    fn two_lines_and_their_errors_are_those_of_statsmodels() {
        // statsmodels 0.15, OLS.fit(cov_type = "HAC", maxlags 3, no correction for small samples).
        let y = [5.1, 4.8, 5.6, 5.0, 5.9, 5.7, 6.1, 5.8, 4.2, 4.0, 4.3, 3.6, 3.9, 3.1, 3.3, 3.0];
        let found = interrupted(&y, 8, 3).unwrap();
        for (found, (value, error)) in [found.start, found.slope, found.step, found.slope_change].into_iter().zip(LINES)
        {
            assert!((found.value - value).abs() < 1e-10 && (found.standard_error - error).abs() < 1e-10, "{found:?}");
        }
        assert_eq!(interrupted(&y, 2, 3), None);
        assert_eq!(interrupted(&y, 14, 3), None);
    }

    const LINES: [(f64, f64); 4] = [
        (4.975, 0.076_063_067_764_704_67),
        (0.15, 0.018_545_750_715_851_725),
        (-1.866_666_666_666_666_7, 0.108_038_356_112_115_21),
        (-0.330_952_380_952_380_95, 0.025_899_794_995_092_894),
    ];

    proptest! {
        #[test]
        fn nothing_panics(y in prop::collection::vec(any::<f64>(), 0..12), n in prop::collection::vec(any::<f64>(), 0..12), at in 0..12_usize, lags in 0..20_usize) {
            let _ = (cochran_armitage(&y, &n, &y), poisson_trend(&y, &n, &n), interrupted(&y, at, lags));
        }

        #[test]
        fn a_broken_line_is_found_again(a in -9.0..9.0_f64, b in -2.0..2.0_f64, step in -5.0..5.0_f64, turn in -1.0..1.0_f64) {
            let y: Vec<f64> = (0..20).map(|t| {
                let t = f64::from(t);
                a + b * t + if t < 9.0 { 0.0 } else { step + turn * (t - 9.0) }
            }).collect();
            let found = interrupted(&y, 9, 2).unwrap();
            prop_assert!((found.step.value - step).abs() < 1e-8 && (found.slope_change.value - turn).abs() < 1e-8);
        }
    }
}
