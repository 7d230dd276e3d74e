//! Student's t distribution.

use super::solve::Given;
use super::{beta, is_probability, normal};
use crate::special::{INV_SQRT_2PI, beta_tails, ln_gamma};

/// The density.
pub fn pdf(t: f64, df: f64) -> f64 {
    if df.is_infinite() && 0.0 < df {
        return normal::pdf(t);
    }
    if df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    let scale = if df < 1e6 {
        libm::exp(ln_gamma(df / 2.0 + 0.5) - ln_gamma(df / 2.0)) * libm::sqrt(2.0 / df)
    } else {
        1.0 - 1.0 / (4.0 * df)
    };
    INV_SQRT_2PI * scale * libm::exp(-(df + 1.0) / 2.0 * libm::log1p(t * t / df))
}

/// The probability of a value above `t`.
pub fn sf(t: f64, df: f64) -> f64 {
    if t.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if df.is_infinite() {
        return normal::sf(t);
    }
    if t.is_infinite() {
        return if 0.0 < t { 0.0 } else { 1.0 };
    }
    let square = t * t;
    let (x, y) = if square < df {
        let ratio = square / df;
        (1.0 / (1.0 + ratio), ratio / (1.0 + ratio))
    } else {
        let ratio = df / t / t;
        (ratio / (1.0 + ratio), 1.0 / (1.0 + ratio))
    };
    let half = beta_tails(df / 2.0, 0.5, x, y).lower / 2.0;
    if 0.0 <= t { half } else { 1.0 - half }
}

/// The probability of a value at or below `t`.
pub fn cdf(t: f64, df: f64) -> f64 {
    sf(-t, df)
}

/// The value that a share `q` lies above.
pub fn upper_quantile(q: f64, df: f64) -> f64 {
    if !is_probability(q) || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if 0.5 < q {
        return -upper_quantile(1.0 - q, df);
    }
    if df.is_infinite() {
        return normal::upper_quantile(q);
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    let (x, y) = beta::find(Given::Lower(2.0 * q), df / 2.0, 0.5);
    libm::sqrt(df * (y / x))
}

/// The value that a share `p` lies below.
pub fn quantile(p: f64, df: f64) -> f64 {
    if p <= 0.5 { -upper_quantile(p, df) } else { upper_quantile(1.0 - p, df) }
}

/// How many standard errors an interval of this level reaches to each side.
pub fn two_sided(level: f64, df: f64) -> f64 {
    if 0.0 < level && level < 1.0 { upper_quantile((1.0 - level) / 2.0, df) } else { f64::NAN }
}
