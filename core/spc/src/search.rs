//! Looking for limits among whole numbers.

use varde_stats::dist::normal;

use crate::memo::Memo;

thread_local! {
    /// Normal quantiles by tail.
    static NORMAL: Memo<128> = const { Memo::new() };
}

/// The normal quantile above which a tail lies.
pub(crate) fn normal_quantile(tail: f64) -> f64 {
    NORMAL.with(|memo| memo.get(tail.to_bits(), 0, || normal::upper_quantile(tail)))
}

/// Counts beyond this have no neighbours as floats; no limit is looked for there.
pub(crate) const MOST: f64 = 1e14;

/// Where limits with such tails lie about (Cornish and Fisher's expansion): a place to begin looking. `skew` is
/// the third central moment over the variance.
pub(crate) fn guess(tail: f64, mean: f64, variance: f64, skew: f64) -> (f64, f64) {
    let z = normal_quantile(tail);
    let sd = variance.max(0.0).sqrt();
    let bend = skew * (z * z - 1.0) / 6.0;
    (mean + bend - z * sd, mean + bend + z * sd)
}

/// The lowest whole number from `low` to `high` at which a condition that stays true holds; `high` if none.
/// The search begins at `near`, in steps that double until it is enclosed.
pub(crate) fn lowest(low: f64, high: f64, near: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (low, high.min(MOST));
    if low >= high {
        return low;
    }
    let near = if near.is_nan() { f64::midpoint(low, high) } else { near };
    let mut at = near.round().clamp(low, high);
    let mut step = 1.0;
    if at >= high || holds(at) {
        high = at;
        while low < high {
            at = (high - step).max(low);
            if !holds(at) {
                low = at + 1.0;
                break;
            }
            high = at;
            step *= 2.0;
        }
    } else {
        low = at + 1.0;
        while low < high {
            at = low + step - 1.0;
            if at >= high {
                break;
            }
            if holds(at) {
                high = at;
                break;
            }
            low = at + 1.0;
            step *= 2.0;
        }
    }
    while low < high {
        let middle = f64::midpoint(low, high).floor();
        if holds(middle) { high = middle } else { low = middle + 1.0 }
    }
    low
}

/// The highest whole number from `low` to `high` at which a condition that stays false once it is holds.
pub(crate) fn highest(low: f64, high: f64, near: f64, holds: impl Fn(f64) -> bool) -> f64 {
    // The same seen from the other side; never a negative zero.
    0.0 - lowest(-high.min(MOST), -low, -near, |mirrored| holds(-mirrored))
}

#[cfg(test)]
mod tests {
    use super::{highest, lowest};

    #[test]
    fn wherever_the_search_begins_it_ends_at_the_same_number() {
        for edge in 0..=40_u32 {
            let edge = f64::from(edge);
            for near in [f64::NAN, f64::NEG_INFINITY, -3.0, 0.0, 1.4, 17.0, 39.5, 40.0, 1e9, f64::INFINITY] {
                assert!((lowest(0.0, 40.0, near, |u| u >= edge) - edge).abs() < 0.5, "{edge} from {near}");
                let found = highest(0.0, 40.0, near, |l| l <= edge);
                assert!((found - edge).abs() < 0.5 && found.is_sign_positive(), "{edge} from {near}: {found}");
            }
        }
        assert!(lowest(3.0, 3.0, 9.0, |_| false) < 3.5 && lowest(0.0, 7.0, 2.0, |_| false) > 6.5);
    }
}
