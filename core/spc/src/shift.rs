//! Has the level changed once? The largest standardised difference between the means before and after a
//! point, over all points where it could have happened, with an honest p-value.
//!
//! Each split is a two-sample t test. Their largest is odder by chance than one test is; how much odder
//! follows from geometry. With independent normal values of equal variance (or variance inversely
//! proportional to known weights), what is left after the mean is a random direction in n - 1 dimensions,
//! and each split is a fixed direction `a_k`: the share of variance that the split explains is the square
//! of the cosine between the two. The probability that any cosine exceeds `c` is at most the sum over the
//! splits, less the sum over neighbours of the probability that both do (Hunter 1976; Worsley 1982). Both
//! are areas on a sphere: an incomplete beta function, and one smooth integral over an angle.
//!
//! Worsley KJ (1982). An improved Bonferroni inequality and applications. Biometrika 69: 297-302.
//! Worsley KJ (1979). On the likelihood ratio test for a shift in location of normal populations. Journal
//! of the American Statistical Association 74: 365-367.

use varde_stats::dist::beta;
use varde_stats::special::beta_tails;

use crate::memo::Memo;
use crate::number::{float, sum};

thread_local! {
    /// What one split must explain at least, by dimensions and tail.
    static LEAST_EXPLAINED: Memo<128> = const { Memo::new() };
}

/// A change of level that was looked for, found or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// First value of the new level, counted from 0 among the values given.
    pub at: usize,
    /// Mean before.
    pub before: f64,
    /// Mean after.
    pub after: f64,
    /// Standard deviation of a value of weight 1 about the two means.
    pub sigma: f64,
    /// Standard error of the difference of the means, with the place of the change taken as known.
    pub error: f64,
    /// Two-sample t statistic at the place of the change.
    pub t: f64,
    /// Probability of a t as large anywhere, if nothing has happened: an upper bound that is close where it
    /// matters (below 0.1).
    pub p_value: f64,
}

/// Looks for one change of level.
///
/// `values` must be finite, `weights` (of the same length, or empty for all alike) finite and above zero.
/// Both levels keep `least` values or more. `None` with too few values, or when all are equal.
pub fn shift(values: &[f64], weights: &[f64], least: usize) -> Option<Shift> {
    shift_within(values, weights, least, 1.0)
}

/// The same, but `None` as well when the p-value is above `most`; most series that have nothing to show are
/// told apart without it.
pub(crate) fn shift_within(values: &[f64], weights: &[f64], least: usize, most: f64) -> Option<Shift> {
    let n = values.len();
    let least = least.max(1);
    let weight = |i: usize| if weights.is_empty() { 1.0 } else { weights[i] };
    let sound = values.iter().all(|v| v.is_finite()) && weights.iter().all(|w| w.is_finite() && *w > 0.0);
    if n < 2 * least || n < 4 || !sound || !(weights.is_empty() || weights.len() == n) {
        return None;
    }
    let all = sum((0..n).map(weight));
    let mean = sum((0..n).map(|i| weight(i) * values[i])) / all;
    let squares = sum((0..n).map(|i| weight(i) * (values[i] - mean) * (values[i] - mean)));
    let size = sum((0..n).map(|i| weight(i) * mean * mean));
    if squares <= 1e-24 * size || squares <= 0.0 {
        return None;
    }
    // Sums of what lies before each split, and the share of the squares that the split explains.
    let mut weight_before = Vec::with_capacity(n);
    let (mut so_far, mut gone, mut best) = (0.0, 0.0, (0.0, least));
    for (i, value) in values.iter().enumerate().take(n - 1) {
        so_far += weight(i);
        gone += weight(i) * (value - mean);
        weight_before.push(so_far);
        let explained = gone * gone * all / (so_far * (all - so_far)) / squares;
        if i + 1 >= least && n - i > least && explained > best.0 {
            best = (explained, i + 1);
        }
    }
    let (explained, at) = (best.0.min(1.0), best.1);
    // No p-value is below that of one split alone.
    if most < 1.0 && explained < least_explained(n - 1, most) {
        return None;
    }
    let splits = &weight_before[least - 1..n - least];
    let p_value = p_value(explained, splits, all, n - 1);
    if p_value > most {
        return None;
    }
    let level =
        |range: std::ops::Range<usize>| (sum(range.clone().map(|i| weight(i) * values[i])), sum(range.map(weight)));
    let ((sum_before, w_before), (sum_after, w_after)) = (level(0..at), level(at..n));
    let freedom = float(n - 2);
    let sigma = ((1.0 - explained) * squares / freedom).sqrt();
    let (before, after) = (sum_before / w_before, sum_after / w_after);
    let error = sigma * (1.0 / w_before + 1.0 / w_after).sqrt();
    let t = (freedom * explained / (1.0 - explained)).sqrt() * (after - before).signum();
    Some(Shift { at, before, after, sigma, error, t, p_value })
}

/// What a split must explain for its own p-value to be `tail` at most, less a grain.
fn least_explained(dimensions: usize, tail: f64) -> f64 {
    let quantile = || beta::upper_quantile(tail, 0.5, float(dimensions - 1) / 2.0) * (1.0 - 1e-9);
    LEAST_EXPLAINED.with(|memo| memo.get(dimensions as u64, tail.to_bits(), quantile))
}

/// Upper bound of the probability that a random direction in `dimensions` explains more than `explained`
/// along any of the splits, whose weights before them are given.
fn p_value(explained: f64, splits: &[f64], all: f64, dimensions: usize) -> f64 {
    let half = float(dimensions - 1) / 2.0;
    // P(cosine² > c²) of one direction; both signs are in it.
    let single = beta_tails(0.5, half, explained, 1.0 - explained).upper;
    let both: f64 = splits
        .windows(2)
        .map(|pair| {
            let cosine = (pair[0] * (all - pair[1]) / (pair[1] * (all - pair[0]))).sqrt();
            2.0 * both_beyond(explained, cosine, dimensions - 2)
        })
        .sum();
    (float(splits.len()) * single - both).clamp(single.min(1.0), 1.0)
}

/// P(u·a > c and u·b > c) for a random direction u, where a·b = `cosine`: in the plane of a and b the
/// direction lies beyond radius r with probability (1 - r²)^(others/2), at any angle alike, where `others`
/// are the dimensions beside the plane. Over the tangent of the angle no trigonometry is left.
fn both_beyond(explained: f64, cosine: f64, others: usize) -> f64 {
    // Gauss and Legendre, 10 nodes on each side of the middle of (-1, 1).
    const NODES: [(f64, f64); 10] = [
        (0.076_526_521_133_497_33, 0.152_753_387_130_725_85),
        (0.227_785_851_141_645_08, 0.149_172_986_472_603_75),
        (0.373_706_088_715_419_56, 0.142_096_109_318_382_05),
        (0.510_867_001_950_827_1, 0.131_688_638_449_176_63),
        (0.636_053_680_726_515, 0.118_194_531_961_518_42),
        (0.746_331_906_460_150_8, 0.101_930_119_817_240_44),
        (0.839_116_971_822_218_8, 0.083_276_741_576_704_75),
        (0.912_234_428_251_326, 0.062_672_048_334_109_06),
        (0.963_971_927_277_913_8, 0.040_601_429_800_386_94),
        (0.993_128_599_185_094_9, 0.017_614_007_139_152_118),
    ];
    // From the middle between a and b outwards, as far as the line of the nearer allows.
    let cosine = cosine.clamp(-1.0, 1.0);
    let from = ((1.0 - cosine) / (1.0 + cosine)).sqrt();
    let to = ((1.0 - explained) / explained).max(0.0).sqrt();
    if to.is_nan() || to <= from {
        return 0.0;
    }
    let (middle, reach) = (f64::midpoint(from, to), (to - from) / 2.0);
    let whole = i32::try_from(others / 2).unwrap_or(i32::MAX);
    let odd = !others.is_multiple_of(2);
    let height = |tangent: f64| {
        let square = 1.0 + tangent * tangent;
        let beyond = (1.0 - explained * square).max(0.0);
        let power = if odd { beyond.powi(whole) * beyond.sqrt() } else { beyond.powi(whole) };
        power / square
    };
    let area: f64 = NODES.iter().map(|(x, w)| w * (height(middle + reach * x) + height(middle - reach * x))).sum();
    area * reach / std::f64::consts::PI
}

#[cfg(test)]
mod tests {
    use super::{both_beyond, p_value, shift, shift_within};
    use crate::number::float;
    use varde_stats::special::beta_tails;

    #[test]
    fn a_plain_step_is_found_with_its_size() {
        let values: Vec<f64> = (0..24).map(|i| if i < 12 { 10.0 } else { 12.0 } + f64::from(i % 3) * 0.5).collect();
        let found = shift(&values, &[], 3).unwrap();
        assert_eq!(found.at, 12);
        assert!((found.after - found.before - 2.0).abs() < 1e-12);
        assert!(found.p_value < 1e-6 && found.t > 8.0);
        let turned: Vec<f64> = values.iter().rev().map(|v| -v).collect();
        let back = shift(&turned, &[], 3).unwrap();
        assert!(back.at == 12 && (back.p_value - found.p_value).abs() < 1e-12 && (back.t - found.t).abs() < 1e-9);
    }

    #[test]
    fn the_same_direction_twice_is_one_tail() {
        // With cosine 1 both are beyond as often as one is, and that is half of the two-sided beta tail.
        for (explained, dimensions) in [(0.3_f64, 23_usize), (0.6, 11), (0.05, 40)] {
            let one = beta_tails(0.5, float(dimensions - 1) / 2.0, explained, 1.0 - explained).upper / 2.0;
            let both = both_beyond(explained, 1.0, dimensions - 2);
            assert!((one / both - 1.0).abs() < 1e-6, "{one} {both}");
        }
    }

    #[test]
    fn with_one_split_it_is_students_t_test() {
        // Student (1908), the ten differences of extra sleep in two groups, as in R's `sleep`: t = -1.8608
        // with 18 degrees of freedom, p = 0.07919 (equal variances).
        let sleep =
            [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let found = shift(&sleep, &[], 10).unwrap();
        assert!((found.t - 1.8608).abs() < 5e-5 && (found.p_value - 0.079_19).abs() < 5e-6);
    }

    #[test]
    fn the_largest_t_is_as_rare_as_simulation_has_it() {
        // numpy 2.4.6, default_rng(2026): share of 2 000 000 series of independent normal values whose largest |t|
        // over the divisions with `least` values on each side or more is above the bound; standard errors are
        // 0.0002 at most. Where it matters (below 0.1), Worsley's inequality gives no less, and a fifth more at most.
        for (n, least, bound, simulated) in [
            (20_u32, 1_u32, 3.31_f64, 0.0468),
            (20, 1, 4.0, 0.0118),
            (24, 3, 3.0, 0.0609),
            (24, 3, 3.4, 0.0268),
            (12, 3, 3.0, 0.0651),
        ] {
            let splits: Vec<f64> = (least..=n - least).map(f64::from).collect();
            let explained = bound * bound / (bound * bound + f64::from(n - 2));
            let p = p_value(explained, &splits, f64::from(n), n as usize - 1);
            assert!(simulated - 0.0006 <= p && p <= 1.22 * simulated + 0.0006, "{n} {bound}: {p}");
        }
    }

    #[test]
    fn a_bound_on_the_p_value_leaves_out_what_is_above_it_and_nothing_else() {
        let mut random = varde_stats::random::Generator::new(7);
        let mut kept = 0;
        for round in 0..3000_u32 {
            let n = 6 + random.below(40);
            let values: Vec<f64> = (0..n).map(|_| random.normal()).collect();
            let sizes: Vec<f64> = (0..n).map(|_| 20.0 + float(random.below(60))).collect();
            let weights: &[f64] = if round % 2 == 0 { &[] } else { &sizes };
            for most in [0.025, 0.0125] {
                let found = shift(&values, weights, 3).filter(|shift| shift.p_value <= most);
                assert_eq!(shift_within(&values, weights, 3, most), found);
                kept += u32::from(found.is_some());
            }
        }
        assert!((80..320).contains(&kept), "{kept} of 6000");
    }

    #[test]
    fn nothing_to_find() {
        assert_eq!(shift(&[1.0; 24], &[], 3), None);
        assert_eq!(shift(&[1.0, 2.0, 3.0], &[], 3), None);
        assert_eq!(shift(&[1.0, f64::NAN, 3.0, 4.0], &[], 1), None);
        assert_eq!(shift(&[1.0, 2.0, 3.0, 4.0], &[1.0, 0.0, 1.0, 1.0], 1), None);
        assert!(shift(&[0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0], &[], 2).unwrap().p_value < 0.01);
    }
}
