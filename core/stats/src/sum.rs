//! Sums that do not depend on the order of their terms, to within the last digit.

/// A running sum that keeps what rounding would lose (Neumaier's form of Kahan's sum).
///
/// # Example
///
/// ```
/// let fifteen = [0.1; 15];
/// assert_eq!(varde_stats::sum(fifteen), 1.5);
/// ```
///
/// # Source
///
/// Neumaier A (1974). Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen. ZAMM 54:39–51.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    /// Nothing added yet.
    pub const fn new() -> Self {
        Self { total: 0.0, lost: 0.0 }
    }

    /// Adds one term.
    pub fn add(&mut self, term: f64) {
        let total = self.total + term;
        self.lost +=
            if term.abs() <= self.total.abs() { (self.total - total) + term } else { (term - total) + self.total };
        self.total = total;
    }

    /// The sum so far. An infinite sum stays infinite.
    pub fn value(self) -> f64 {
        if self.total.is_finite() { self.total + self.lost } else { self.total }
    }
}

impl Extend<f64> for Sum {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, terms: I) {
        for term in terms {
            self.add(term);
        }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Self::new();
        sum.extend(terms);
        sum
    }
}

/// The compensated sum of all terms; 0 of none.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    terms.into_iter().collect::<Sum>().value()
}

/// The mean; `None` of no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    (0.0 < n).then(|| sum(values.iter().copied()) / n)
}

/// The sample variance (divisor n − 1), in two passes; `None` of fewer than two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let centre = mean(values)?;
    let n = values.len() as f64;
    (1.0 < n).then(|| {
        let squares = sum(values.iter().map(|value| (value - centre) * (value - centre)));
        let drift = sum(values.iter().map(|value| value - centre));
        ((squares - drift * drift / n) / (n - 1.0)).max(0.0)
    })
}

/// Whether two numbers are the same but for rounding: within 1e-12 of the larger.
///
/// Values that were worked out in two ways differ in their last digits; which side of a line they lie on
/// must not depend on that.
pub fn close(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sum, close, mean, sum, variance};

    #[test]
    fn what_rounding_loses_is_kept() {
        assert_eq!(sum([1.0, 1e100, 1.0, -1e100]).to_bits(), 2.0_f64.to_bits());
        assert_eq!(sum([0.1; 10]).to_bits(), 1.0_f64.to_bits());
        assert_eq!(mean(&[0.1; 15]), Some(0.1));
        assert_eq!(mean(&[]), None);
        assert_eq!(sum([f64::INFINITY, 1.0]), f64::INFINITY);
        assert!(sum([f64::INFINITY, f64::NEG_INFINITY]).is_nan());
        assert!(sum([f64::NAN, 1.0]).is_nan());
    }

    #[test]
    fn variance_survives_a_large_centre() {
        // NIST StRD, dataset NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 in turn, 1001 values,
        // standard deviation 0.1.
        let mut values = vec![10_000_000.2];
        for _ in 0..500 {
            values.extend([10_000_000.1, 10_000_000.3]);
        }
        assert!((variance(&values).unwrap().sqrt() - 0.1).abs() < 1e-8);
        assert_eq!(variance(&[3.0]), None);
        assert_eq!(variance(&[3.0, 3.0]), Some(0.0));
    }

    proptest! {
        #[test]
        fn order_does_not_matter(mut terms in prop::collection::vec(-1e9..1e9_f64, 0..60)) {
            let forwards: Sum = terms.iter().copied().collect();
            terms.reverse();
            let backwards: Sum = terms.iter().copied().collect();
            let size: f64 = terms.iter().map(|term| term.abs()).sum();
            prop_assert!((forwards.value() - backwards.value()).abs() <= 1e-15 * size);
        }

        #[test]
        fn closeness_is_mutual(a in any::<f64>(), b in any::<f64>()) {
            prop_assert_eq!(close(a, b), close(b, a));
        }
    }
}
