//! The constants of control charts, as functions of the subgroup size.
//!
//! `d2` and `d3` are integrals of the range's distribution in normal samples, worked out here; the rest
//! are ratios of gamma functions or follow from them. Textbooks print them to three or four digits.

use std::sync::OnceLock;

use varde_stats::special::ln_gamma;

use crate::number::float;

/// Largest subgroup size whose range constants are known.
pub const MAX_RANGE_SIZE: usize = 100;

/// All constants for subgroups of one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constants {
    /// Size of the subgroups.
    pub n: usize,
    /// Expected range, in standard deviations.
    pub d2: f64,
    /// Standard deviation of the range, in standard deviations.
    pub d3: f64,
    /// Expected sample standard deviation, in standard deviations.
    pub c4: f64,
    /// Limits of the mean about it, in mean ranges.
    pub a2: f64,
    /// Limits of the mean about it, in mean sample standard deviations.
    pub a3: f64,
    /// Lower limit of s, in mean sample standard deviations.
    pub b3: f64,
    /// Upper limit of s.
    pub b4: f64,
    /// Lower limit of s, in standard deviations.
    pub b5: f64,
    /// Upper limit of s, in standard deviations.
    pub b6: f64,
    /// Lower limit of R, in standard deviations.
    pub d1_limit: f64,
    /// Upper limit of R, in standard deviations.
    pub d2_limit: f64,
    /// Lower limit of R, in mean ranges.
    pub d3_limit: f64,
    /// Upper limit of R, in mean ranges.
    pub d4_limit: f64,
    /// Limits of single values, in mean ranges.
    pub e2: f64,
}

/// The constants for subgroups of size `n`; `None` below 2 and above [`MAX_RANGE_SIZE`].
pub fn constants(n: usize) -> Option<Constants> {
    let (d2, d3) = range_moments(n)?;
    let size = float(n);
    let c4 = c4(size);
    let c5 = (1.0 - c4 * c4).max(0.0).sqrt();
    Some(Constants {
        n,
        d2,
        d3,
        c4,
        a2: 3.0 / (d2 * size.sqrt()),
        a3: 3.0 / (c4 * size.sqrt()),
        b3: (1.0 - 3.0 * c5 / c4).max(0.0),
        b4: 1.0 + 3.0 * c5 / c4,
        b5: (c4 - 3.0 * c5).max(0.0),
        b6: c4 + 3.0 * c5,
        d1_limit: (d2 - 3.0 * d3).max(0.0),
        d2_limit: d2 + 3.0 * d3,
        d3_limit: (1.0 - 3.0 * d3 / d2).max(0.0),
        d4_limit: 1.0 + 3.0 * d3 / d2,
        e2: 3.0 / d2,
    })
}

/// Expected sample standard deviation of `n` normal values, in standard deviations; `NaN` below 2.
pub(crate) fn c4(n: f64) -> f64 {
    static TABLE: OnceLock<Vec<f64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        // r(n) = gamma(n/2) / gamma((n-1)/2) obeys r(n) r(n+1) = (n-1)/2, and r(2) = 1/sqrt(pi).
        let mut ratio = std::f64::consts::FRAC_2_SQRT_PI / 2.0;
        let mut table = vec![f64::NAN; 2];
        for n in 2..=400_u32 {
            let n = f64::from(n);
            table.push((2.0 / (n - 1.0)).sqrt() * ratio);
            ratio = (n - 1.0) / 2.0 / ratio;
        }
        table
    });
    if n.is_nan() || n < 2.0 {
        return f64::NAN;
    }
    if n <= 400.0 && n.fract() == 0.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 2 to 400")]
        return table[n as usize];
    }
    let m = n - 1.0;
    if n < 400.0 {
        return (2.0 / m).sqrt() * (ln_gamma(n / 2.0) - ln_gamma(m / 2.0)).exp();
    }
    // Asymptotic series of the same ratio, good to 1e-13 from 400 on.
    1.0 - 1.0 / (4.0 * m) + 1.0 / (32.0 * m * m) + 5.0 / (128.0 * m * m * m) - 21.0 / (2048.0 * m * m * m * m)
}

/// Mean and standard deviation of the range of `n` standard normal values.
pub(crate) fn range_moments(n: usize) -> Option<(f64, f64)> {
    static TABLE: OnceLock<Vec<OnceLock<(f64, f64)>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| (0..=MAX_RANGE_SIZE).map(|_| OnceLock::new()).collect());
    if n < 2 {
        return None;
    }
    Some(*table.get(n)?.get_or_init(|| integrate_range(n)))
}

/// d2 = E R and d3 = sd R from P(R > r) = 1 - n times the integral of phi(x) (Phi(x+r) - Phi(x))^(n-1).
fn integrate_range(n: usize) -> (f64, f64) {
    const STEP: f64 = 0.02;
    const HALF: f64 = 10.0;
    const POINTS: usize = 1001;
    // Trapezoid sums of smooth functions that vanish at both ends are exact to rounding.
    let normal: Vec<(f64, f64)> = (0..2 * POINTS)
        .map(|i| {
            let x = -HALF + STEP * float(i);
            (density(x), below(x))
        })
        .collect();
    let power = i32::try_from(n - 1).unwrap_or(i32::MAX);
    let (mut first, mut second) = (0.0, 0.0);
    for shift in 0..POINTS {
        let range = STEP * float(shift);
        let inside: f64 =
            (0..POINTS).map(|i| normal[i].0 * (normal[i + shift].1 - normal[i].1).max(0.0).powi(power)).sum::<f64>()
                * STEP
                * float(n);
        let beyond = (1.0 - inside).max(0.0);
        let weight = if shift == 0 { STEP / 2.0 } else { STEP };
        first += weight * beyond;
        second += weight * 2.0 * range * beyond;
    }
    if n == 2 {
        let mean = std::f64::consts::FRAC_2_SQRT_PI;
        return (mean, (2.0 - mean * mean).sqrt());
    }
    // Euler and Maclaurin: the second integrand starts with slope 2.
    second += STEP * STEP / 6.0;
    (first, (second - first * first).max(0.0).sqrt())
}

fn density(x: f64) -> f64 {
    (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

fn below(x: f64) -> f64 {
    0.5 * varde_stats::special::erfc(-x / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    // Montgomery, Introduction to Statistical Quality Control, 6th ed. (2009), Appendix VI, "Factors for
    // constructing variables control charts".
    use super::{c4, constants};

    #[track_caller]
    fn check(n: usize, printed: [f64; 12], digits: f64) {
        let c = constants(n).unwrap();
        let ours = [c.a2, c.a3, c.c4, c.b3, c.b4, c.b5, c.b6, c.d2, c.d3, c.d1_limit, c.d2_limit, c.d3_limit];
        for (i, (a, b)) in ours.into_iter().zip(printed).enumerate() {
            assert!((a - b).abs() <= digits, "n = {n}, column {i}: {a} is printed as {b}");
        }
    }

    #[test]
    fn constants_are_those_of_the_textbook() {
        check(2, [1.880, 2.659, 0.7979, 0.0, 3.267, 0.0, 2.606, 1.128, 0.853, 0.0, 3.686, 0.0], 6e-4);
        check(5, [0.577, 1.427, 0.9400, 0.0, 2.089, 0.0, 1.964, 2.326, 0.864, 0.0, 4.918, 0.0], 6e-4);
        check(7, [0.419, 1.182, 0.9594, 0.118, 1.882, 0.113, 1.806, 2.704, 0.833, 0.204, 5.204, 0.076], 1.1e-3);
        check(10, [0.308, 0.975, 0.9727, 0.284, 1.716, 0.276, 1.669, 3.078, 0.797, 0.687, 5.469, 0.223], 1.1e-3);
        check(25, [0.153, 0.606, 0.9896, 0.565, 1.435, 0.559, 1.420, 3.931, 0.708, 1.806, 6.056, 0.459], 1.1e-3);
    }

    #[test]
    fn the_mean_range_has_its_closed_forms() {
        // d2(2) = 2/sqrt(pi) and d2(3) = 3/sqrt(pi); the others from Harter (1960), Tables of range and
        // studentized range, Annals of Mathematical Statistics 31, 1122-1147.
        let root_pi = std::f64::consts::PI.sqrt();
        for (n, d2, d3) in [
            (2, 2.0 / root_pi, (2.0 - 4.0 / std::f64::consts::PI).sqrt()),
            (3, 3.0 / root_pi, 0.888_368_004_6),
            (5, 2.325_928_947, 0.864_081_941_1),
            (10, 3.077_505_462, 0.797_050_673_5),
        ] {
            let ours = constants(n).unwrap();
            assert!((ours.d2 - d2).abs() < 2e-9, "d2({n}) = {}", ours.d2);
            assert!((ours.d3 - d3).abs() < 2e-9, "d3({n}) = {}", ours.d3);
        }
    }

    #[test]
    fn sizes_without_constants() {
        assert!(constants(0).is_none() && constants(1).is_none() && constants(101).is_none());
        assert!(c4(1.0).is_nan() && c4(f64::NAN).is_nan());
        assert!((c4(400.0) - c4(400.000_001)).abs() < 1e-8, "table and series meet");
    }
}
