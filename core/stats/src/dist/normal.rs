//! The standard normal distribution.

use super::is_probability;
use crate::special::{INV_SQRT_2PI, erfc};

/// The 97.5 % quantile, for an interval of 95 %.
pub const Z95: f64 = 1.959_963_984_540_054;

/// The density.
pub fn pdf(z: f64) -> f64 {
    INV_SQRT_2PI * libm::exp(-z * z / 2.0)
}

/// The probability of a value at or below `z`.
pub fn cdf(z: f64) -> f64 {
    erfc(-z * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// The probability of a value above `z`.
pub fn sf(z: f64) -> f64 {
    cdf(-z)
}

/// The value that a share `p` lies below.
pub fn quantile(p: f64) -> f64 {
    if p <= 0.5 { -upper_quantile(p) } else { upper_quantile(1.0 - p) }
}

/// The value that a share `q` lies above.
///
/// # Source
///
/// Start: Abramowitz & Stegun 26.2.23; then Halley's steps on [`cdf`] until nothing changes.
pub fn upper_quantile(q: f64) -> f64 {
    if !is_probability(q) {
        return f64::NAN;
    }
    if 0.5 < q {
        return -upper_quantile(1.0 - q);
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    let t = libm::sqrt(-2.0 * libm::log(q));
    let mut z =
        t - (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    for _ in 0..4 {
        // The relative error of the tail over its hazard; well scaled however far out.
        let step = (sf(z) - q) / pdf(z);
        if !step.is_finite() {
            break;
        }
        z += step / (1.0 + z * step / 2.0).max(0.5);
        if step.abs() <= 1e-16 * z.abs() {
            break;
        }
    }
    z
}

/// How many standard errors an interval of this level reaches to each side; not a number unless the level
/// lies between 0 and 1.
pub fn two_sided(level: f64) -> f64 {
    if 0.0 < level && level < 1.0 { upper_quantile((1.0 - level) / 2.0) } else { f64::NAN }
}
