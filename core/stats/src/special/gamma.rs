//! The gamma function's logarithm, and the incomplete gamma functions.

use super::beta::Tails;
use super::{INV_SQRT_2PI, LN_SQRT_2PI};

/// The natural logarithm of the gamma function's absolute value.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// The natural logarithm of `n!`, for any real n above −1.
pub fn ln_factorial(n: f64) -> f64 {
    ln_gamma(n + 1.0)
}

/// The natural logarithm of the number of ways to choose `k` of `n`; minus infinity outside `0..=n`.
pub fn ln_choose(n: f64, k: f64) -> f64 {
    if k < 0.0 || n < k {
        return f64::NEG_INFINITY;
    }
    let k = k.min(n - k);
    if k == 0.0 {
        return 0.0;
    }
    // At p = k/n the deviances vanish, and what is left are three small corrections.
    let rest = n - k;
    let correction = stirling_error(n) - stirling_error(k) - stirling_error(rest);
    let ratio = libm::log(n / (k * rest)) / 2.0 - LN_SQRT_2PI;
    correction + ratio - k * libm::log(k / n) - rest * libm::log1p(-k / n)
}

/// Bernoulli numbers over 2k(2k − 1): Abramowitz & Stegun 6.1.41.
const STIRLING: [f64; 8] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1260.0,
    -1.0 / 1680.0,
    1.0 / 1188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
    -3617.0 / 122_400.0,
];

/// What Stirling's formula lacks: `ln n! − ((n + ½) ln n − n + ln √(2π))`.
pub(super) fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return ln_gamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - LN_SQRT_2PI;
    }
    let square = n * n;
    STIRLING.iter().rev().fold(0.0, |tail, term| term + tail / square) / n
}

/// The Poisson deviance `x ln(x/m) + m − x`, without cancellation where x is near m.
pub(super) fn deviance(x: f64, m: f64) -> f64 {
    deviance_apart(x, m, x - m)
}

/// The same when `x − m` is known better than the two tell.
pub(super) fn deviance_apart(x: f64, m: f64, apart: f64) -> f64 {
    if apart.abs() < 0.1 * (x + m) {
        let v = apart / (x + m);
        let mut total = apart * v;
        let mut power = 2.0 * x * v;
        let mut odd = 1.0;
        loop {
            power *= v * v;
            odd += 2.0;
            let next = total + power / odd;
            if next.to_bits() == total.to_bits() || 1000.0 < odd {
                return next;
            }
            total = next;
        }
    }
    if x == 0.0 { m } else { x * libm::log(x / m) - apart }
}

/// `mˣ e⁻ᵐ / Γ(x + 1)` for real x ≥ 0 and m ≥ 0.
///
/// # Source
///
/// Loader C (2000). Fast and accurate computation of binomial probabilities.
pub(crate) fn poisson_term(x: f64, m: f64) -> f64 {
    if m == 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if x == 0.0 {
        return libm::exp(-m);
    }
    if x < 1.0 {
        return libm::exp(x * libm::log(m) - m - ln_gamma(x + 1.0));
    }
    libm::exp(-stirling_error(x) - deviance(x, m)) * INV_SQRT_2PI / libm::sqrt(x)
}

/// `Γ(n+1)/(Γ(x+1)Γ(n−x+1)) · pˣ q^(n−x)` for real `x` in `0..=n`, with `p + q = 1`.
pub(crate) fn binomial_term(x: f64, rest: f64, p: f64, q: f64) -> f64 {
    let n = x + rest;
    if p == 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if q == 0.0 {
        return if rest == 0.0 { 1.0 } else { 0.0 };
    }
    if x == 0.0 {
        return if p < 0.1 { libm::exp(n * libm::log1p(-p)) } else { libm::exp(n * libm::log(q)) };
    }
    if rest == 0.0 {
        return if q < 0.1 { libm::exp(n * libm::log1p(-q)) } else { libm::exp(n * libm::log(p)) };
    }
    let exponent =
        stirling_error(n) - stirling_error(x) - stirling_error(rest) - deviance(x, n * p) - deviance(rest, n * q);
    libm::exp(exponent) * INV_SQRT_2PI * libm::sqrt(n / x / rest)
}

/// Shapes above this are worked out by Temme's uniform expansion, whose error is then below 1e-15.
const LARGE: f64 = 1e6;

/// The regularised incomplete gamma functions of shape `a` at `x`: `lower` is P(a, x), `upper` is Q(a, x).
///
/// Each is worked out in the way that keeps its own relative accuracy, so that tails of 1e-300 are as good
/// as the middle. Not a number when `a ≤ 0`, `x < 0`, or either is not a number.
///
/// # Source
///
/// Series and continued fraction: Abramowitz & Stegun 6.5.29, 6.5.31. Large shapes: Temme NM (1979),
/// *SIAM J Math Anal* 10:757–766.
pub fn gamma_tails(a: f64, x: f64) -> Tails {
    if a.is_nan() || x.is_nan() || a <= 0.0 || x < 0.0 || a.is_infinite() {
        return Tails::UNDEFINED;
    }
    if x == 0.0 {
        return Tails::NONE;
    }
    if x.is_infinite() {
        return Tails::ALL;
    }
    if LARGE < a {
        return temme(a, x);
    }
    if x < a + 1.0 {
        let lower = poisson_term(a, x) * series(a, x);
        if a < 1.0 && 0.5 < lower && x < 1.5 {
            return Tails { lower, upper: small_upper(a, x) };
        }
        return Tails::from_lower(lower);
    }
    Tails::from_upper(a * poisson_term(a, x) * fraction(a, x))
}

fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0;
    let mut total = 1.0;
    let mut k = a;
    loop {
        k += 1.0;
        term *= x / k;
        total += term;
        if term <= total * 1e-17 {
            return total;
        }
    }
}

/// `Γ(a, x) eˣ x⁻ᵃ` by Lentz's method.
fn fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut h = d;
    let mut i = 0.0;
    loop {
        i += 1.0;
        let an = -i * (i - a);
        b += 2.0;
        let lower = an * d + b;
        d = 1.0 / if lower.abs() < TINY { TINY } else { lower };
        let upper = b + an / c;
        c = if upper.abs() < TINY { TINY } else { upper };
        let step = d * c;
        h *= step;
        if (step - 1.0).abs() < 2e-16 || 1e5 < i {
            return h;
        }
    }
}

/// Q(a, x) for a below 1 and a small x, where P is near 1: both parts shrink with a, so nothing cancels.
fn small_upper(a: f64, x: f64) -> f64 {
    let u = libm::expm1(a * libm::log(x) - ln_gamma(a + 1.0));
    let mut power = 1.0;
    let mut v = 0.0;
    let mut k = 0.0;
    loop {
        k += 1.0;
        power *= -x / k;
        let term = power / (a + k);
        v += term;
        if term.abs() <= v.abs() * 1e-17 || 200.0 < k {
            break;
        }
    }
    v *= a;
    -(u + v + u * v)
}

fn temme(a: f64, x: f64) -> Tails {
    let half_square = deviance(a, x);
    let mu = (x - a) / a;
    let eta = libm::sqrt(2.0 * half_square / a).copysign(mu);
    let (c0, c1) = if mu.abs() < 1e-3 {
        let c0 = -1.0 / 3.0 + eta * (1.0 / 12.0 + eta * (-2.0 / 135.0 + eta * (1.0 / 864.0 + eta / 2835.0)));
        (c0, -1.0 / 540.0 - eta / 288.0)
    } else {
        let c1 = 1.0 / (eta * eta * eta) - 1.0 / (mu * mu * mu) - 1.0 / (mu * mu) - 1.0 / (12.0 * mu);
        (1.0 / mu - 1.0 / eta, c1)
    };
    let rest = libm::exp(-half_square) * INV_SQRT_2PI / libm::sqrt(a) * (c0 + c1 / a);
    let root = libm::sqrt(half_square);
    if mu < 0.0 {
        Tails::from_lower(libm::erfc(root) / 2.0 - rest)
    } else {
        Tails::from_upper(libm::erfc(root) / 2.0 + rest)
    }
}
