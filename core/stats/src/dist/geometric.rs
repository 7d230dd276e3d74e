//! The geometric distribution: how many failures before the first success.

use super::is_probability;

fn valid(p: f64) -> bool {
    0.0 < p && p <= 1.0
}

/// The probability of exactly `k`.
pub fn pmf(k: f64, p: f64) -> f64 {
    if !valid(p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 || k.fract() != 0.0 {
        return 0.0;
    }
    if k == 0.0 { p } else { p * libm::exp(k * libm::log1p(-p)) }
}

/// The probability of `k` or fewer.
pub fn cdf(k: f64, p: f64) -> f64 {
    if !valid(p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 {
        return 0.0;
    }
    if p == 1.0 { 1.0 } else { -libm::expm1((libm::floor(k) + 1.0) * libm::log1p(-p)) }
}

/// The probability of more than `k`.
pub fn sf(k: f64, p: f64) -> f64 {
    if !valid(p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 {
        return 1.0;
    }
    if p == 1.0 { 0.0 } else { libm::exp((libm::floor(k) + 1.0) * libm::log1p(-p)) }
}

/// The least `k` with `cdf(k) ≥ below`.
pub fn quantile(below: f64, p: f64) -> f64 {
    if !valid(p) || !is_probability(below) {
        return f64::NAN;
    }
    if below == 1.0 {
        return if p == 1.0 { 0.0 } else { f64::INFINITY };
    }
    if p == 1.0 {
        return 0.0;
    }
    let exact = libm::log1p(-below) / libm::log1p(-p) - 1.0;
    libm::ceil(exact - 1e-12 * exact.abs().max(1.0)).max(0.0)
}
