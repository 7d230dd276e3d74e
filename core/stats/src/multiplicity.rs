//! Many tests at once: which findings stand when the number of tries is counted.
//!
//! Every function takes p values and gives *adjusted* p values in the same order: a finding stands at level
//! α when its adjusted value is at most α. A p value that is missing or unreadable (not in 0 to 1) stays
//! not a number and does not count as a test.

use crate::sum::sum;

/// How p values are adjusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// Times the number of tests: no false finding at all, at level α, whatever the dependence.
    Bonferroni,
    /// Holm's steps downwards: the same promise, never weaker than Bonferroni.
    Holm,
    /// Hochberg's steps upwards: the same promise when tests are independent or positively dependent.
    Hochberg,
    /// Benjamini and Hochberg: the expected share of false findings among the findings is at most α, for
    /// tests that are independent or positively dependent.
    BenjaminiHochberg,
    /// Benjamini and Yekutieli: the same for any dependence, at the price of the harmonic sum.
    BenjaminiYekutieli,
}

/// Adjusts p values.
///
/// # Example
///
/// ```
/// use varde_stats::multiplicity::{Adjustment, adjust};
/// let adjusted = adjust(&[0.01, 0.04, 0.03], Adjustment::BenjaminiHochberg);
/// assert_eq!(adjusted, [0.03, 0.04, 0.04]);
/// ```
///
/// # Source
///
/// Holm (1979); Hochberg (1988); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001). See
/// docs/methods/multiplicity.md.
pub fn adjust(p_values: &[f64], adjustment: Adjustment) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).filter(|i| is_p(p_values[*i])).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let m = order.len() as f64;
    let harmonic = match adjustment {
        Adjustment::BenjaminiYekutieli => sum((1..=order.len()).map(|rank| 1.0 / rank as f64)),
        _ => 1.0,
    };
    let mut adjusted = vec![f64::NAN; p_values.len()];
    // The factor of the test with this rank, counted from 1.
    let factor = |rank: f64| match adjustment {
        Adjustment::Bonferroni => m,
        Adjustment::Holm | Adjustment::Hochberg => m - rank + 1.0,
        Adjustment::BenjaminiHochberg | Adjustment::BenjaminiYekutieli => m / rank * harmonic,
    };
    match adjustment {
        Adjustment::Bonferroni | Adjustment::Holm => {
            let mut largest: f64 = 0.0;
            for (place, i) in order.iter().enumerate() {
                largest = largest.max(p_values[*i] * factor(place as f64 + 1.0));
                adjusted[*i] = if adjustment == Adjustment::Bonferroni { p_values[*i] * m } else { largest }.min(1.0);
            }
        }
        _ => {
            let mut smallest: f64 = 1.0;
            for (place, i) in order.iter().enumerate().rev() {
                smallest = smallest.min(p_values[*i] * factor(place as f64 + 1.0));
                adjusted[*i] = smallest;
            }
        }
    }
    adjusted
}

fn is_p(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

/// Which findings stand at level `alpha`.
pub fn stands(adjusted: &[f64], alpha: f64) -> Vec<bool> {
    adjusted.iter().map(|p| *p <= alpha).collect()
}

/// Benjamini and Hochberg's selection in two layers: families first, then members of the selected families.
///
/// A family (an indicator, say) is judged by Simes' combination of its members (units); families are selected
/// by Benjamini and Hochberg at `alpha`, and within each selected family the members at `alpha` times the
/// share of families selected. The expected share of false findings, averaged over the selected families, is
/// then at most `alpha`. Gives for each family `None` when it is not selected, else which members stand.
///
/// # Source
///
/// Benjamini Y, Bogomolov M (2014). Selective inference on multiple families of hypotheses. *JRSS B*
/// 76:297–318.
pub fn hierarchical(families: &[Vec<f64>], alpha: f64) -> Vec<Option<Vec<bool>>> {
    let combined: Vec<f64> = families.iter().map(|members| simes(members).unwrap_or(f64::NAN)).collect();
    let selected = stands(&adjust(&combined, Adjustment::BenjaminiHochberg), alpha);
    let tested = combined.iter().filter(|p| p.is_finite()).count();
    let n_selected = selected.iter().filter(|selected| **selected).count();
    let within = alpha * n_selected as f64 / tested.max(1) as f64;
    families
        .iter()
        .zip(selected)
        .map(|(members, selected)| selected.then(|| stands(&adjust(members, Adjustment::BenjaminiHochberg), within)))
        .collect()
}

/// Simes' combination: small when any of the tests is; valid when they are independent or positively
/// dependent. `None` of no readable p value.
///
/// # Source
///
/// Simes RJ (1986). *Biometrika* 73:751–754.
pub fn simes(p_values: &[f64]) -> Option<f64> {
    adjust(p_values, Adjustment::BenjaminiHochberg).into_iter().filter(|p| p.is_finite()).min_by(f64::total_cmp)
}

/// Fisher's combination: small when the tests together are; for independent tests. `None` of no readable p
/// value.
///
/// # Source
///
/// Fisher RA (1932). *Statistical Methods for Research Workers*, 4th ed., section 21.1.
pub fn fisher(p_values: &[f64]) -> Option<f64> {
    let readable = || p_values.iter().filter(|p| is_p(**p));
    let n = readable().count();
    let statistic = -2.0 * sum(readable().map(|p| libm::log(*p)));
    (0 < n).then(|| crate::dist::chi_squared::sf(statistic, 2.0 * n as f64))
}

/// The Cauchy combination: valid in the small tail under any dependence, and quick. `None` of no readable p
/// value.
///
/// # Source
///
/// Liu Y, Xie J (2020). Cauchy combination test. *JASA* 115:393–402.
pub fn cauchy(p_values: &[f64]) -> Option<f64> {
    let readable: Vec<f64> = p_values.iter().copied().filter(|p| is_p(*p)).collect();
    let n = readable.len() as f64;
    if readable.is_empty() {
        return None;
    }
    if readable.contains(&0.0) {
        return Some(0.0);
    }
    // tan((½ − p)π) is 1/tan(pπ), which keeps small p exact.
    let terms = readable.iter().map(|p| if *p == 1.0 { -1e15 } else { 1.0 / libm::tan(p * std::f64::consts::PI) });
    let statistic = sum(terms) / n;
    // ½ − arctan(t)/π, as the angle of the point (t, 1).
    Some(libm::atan2(1.0, statistic) / std::f64::consts::PI)
}

/// Control of the false-discovery rate in a stream of tests that never ends: each test gets its level before
/// it is seen, and every finding earns back what later tests may spend (LORD++).
///
/// For monthly re-looks at the same series, so that one series is not "new" every month.
///
/// # Source
///
/// Ramdas A, Yang F, Wainwright MJ, Jordan MI (2017). Online control of the false discovery rate with
/// decaying memory. Advances in Neural Information Processing Systems 30; the sequence γ from Javanmard A, Montanari A (2018), *Annals of
/// Statistics* 46:526–554.
#[derive(Clone, Debug, PartialEq)]
pub struct Online {
    alpha: f64,
    wealth: f64,
    tested: usize,
    findings: Vec<usize>,
}

impl Online {
    /// A stream in which at most a share `alpha` of the findings is false, in expectation. It starts with a
    /// tenth of that to spend. `None` unless `alpha` lies between 0 and 1.
    pub fn new(alpha: f64) -> Option<Self> {
        (0.0 < alpha && alpha < 1.0).then(|| Self { alpha, wealth: alpha / 10.0, tested: 0, findings: Vec::new() })
    }

    /// The level that the next test will be held against.
    pub fn next_level(&self) -> f64 {
        let t = self.tested + 1;
        let earned = sum(self.findings.iter().enumerate().map(|(place, at)| {
            let reward = if place == 0 { self.alpha - self.wealth } else { self.alpha };
            reward * gamma(t - at)
        }));
        self.wealth * gamma(t) + earned
    }

    /// Takes the next test; says whether it is a finding. What is no p value is passed over.
    pub fn test(&mut self, p: f64) -> bool {
        if !is_p(p) {
            return false;
        }
        let found = p <= self.next_level();
        self.tested += 1;
        if found {
            self.findings.push(self.tested);
        }
        found
    }

    /// How many tests there have been.
    pub const fn tested(&self) -> usize {
        self.tested
    }

    /// The places of the findings so far, counted from 1.
    pub fn findings(&self) -> &[usize] {
        &self.findings
    }
}

/// The share of a budget for the `j`-th test after it came in.
fn gamma(j: usize) -> f64 {
    let j = j as f64;
    0.072_206_71 * libm::log(j.max(2.0)) / (j * libm::exp(libm::sqrt(libm::log(j))))
}

#[cfg(test)]
mod tests;
