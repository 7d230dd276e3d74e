//! The incomplete beta function.

use super::gamma::{binomial_term, deviance_apart, ln_gamma, stirling_error};
use super::{INV_SQRT_2PI, LN_SQRT_2PI};

/// Both tails of a distribution at a point. They add to 1, and the smaller one has full relative accuracy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// At or below the point.
    pub lower: f64,
    /// Above the point.
    pub upper: f64,
}

impl Tails {
    pub(crate) const UNDEFINED: Self = Self { lower: f64::NAN, upper: f64::NAN };
    pub(crate) const NONE: Self = Self { lower: 0.0, upper: 1.0 };
    pub(crate) const ALL: Self = Self { lower: 1.0, upper: 0.0 };

    pub(crate) fn from_lower(lower: f64) -> Self {
        let lower = lower.clamp(0.0, 1.0);
        Self { lower, upper: 1.0 - lower }
    }

    pub(crate) fn from_upper(upper: f64) -> Self {
        Self::from_lower(upper).turned()
    }

    /// The tails seen from the other side.
    #[must_use]
    pub(crate) const fn turned(self) -> Self {
        Self { lower: self.upper, upper: self.lower }
    }
}

/// The natural logarithm of the beta function.
pub fn ln_beta(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() || a <= 0.0 || b <= 0.0 {
        return f64::NAN;
    }
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if small < 1.0 || large < 10.0 {
        if large < 1e3 {
            return ln_gamma(small) + ln_gamma(large) - ln_gamma(small + large);
        }
        // Γ(b)/Γ(a + b) by Stirling, since the two logarithms would cancel.
        let ratio = stirling_error(large) - stirling_error(small + large) + small
            - (large + 0.5) * libm::log1p(small / large)
            - small * libm::log(small + large)
            + libm::log1p(small / large);
        return ln_gamma(small) + ratio;
    }
    let n = small + large;
    stirling_error(small) + stirling_error(large) - stirling_error(n) + LN_SQRT_2PI
        - libm::log(small * (large / n)) / 2.0
        + small * libm::log(small / n)
        + large * libm::log1p(-small / n)
}

/// When both shapes are above this, the leading terms of Temme's uniform expansion are exact to 1e-12.
const LARGE: f64 = 1e8;

/// The regularised incomplete beta functions of shapes `a` and `b` at `x`, where `y = 1 − x` is given
/// apart so that an x near 1 loses nothing: `lower` is `I_x(a, b)`, `upper` is `I_y(b, a)`.
///
/// Not a number when a shape is not positive and finite, or x or y lies outside `0..=1`.
///
/// # Source
///
/// Continued fraction: DLMF 8.17.22, by Lentz's method; the factor before it from Loader (2000). Large
/// shapes: Temme NM (1996). *Special Functions*, section 11.3.3.2.
pub fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> Tails {
    let shapes = 0.0 < a && 0.0 < b && a.is_finite() && b.is_finite();
    if !shapes || !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
        return Tails::UNDEFINED;
    }
    if x == 0.0 {
        return Tails::NONE;
    }
    if y == 0.0 {
        return Tails::ALL;
    }
    if LARGE < a.min(b) {
        return uniform(a, b, x, y);
    }
    let front = binomial_term(a, b, x, y) * (a / (a + b)) * b;
    // How far x lies below its mean, times a + b; from whichever of x and y has the more digits.
    let below = if x <= y { a - (a + b) * x } else { (a + b) * y - b };
    // x < (a + 1)/(a + b + 2), written so that neither end loses digits.
    if x * (b + 1.0) < y * (a + 1.0) {
        Tails::from_lower(front / fraction(a, b, x, y, below))
    } else {
        Tails::from_upper(front / fraction(b, a, y, x, -below))
    }
}

fn uniform(a: f64, b: f64, x: f64, y: f64) -> Tails {
    let n = a + b;
    let (x0, y0) = (a / n, b / n);
    // n η²/2, and η with the sign of the distance from the mean.
    let beyond = if x <= y { libm::fma(n, x, -a) } else { -libm::fma(n, y, -b) };
    let half_square = deviance_apart(a, n * x, -beyond) + deviance_apart(b, n * y, beyond);
    let distance = beyond / n;
    let eta = libm::sqrt(2.0 * half_square / n).copysign(distance);
    let spread = libm::sqrt(x0 * y0);
    let c0 = if distance.abs() < 1e-4 * spread {
        // The two poles cancel; what is left near the mean.
        (y0 - x0) / (3.0 * spread) - distance / spread * (1.0 / (spread * spread) - 1.0) / 12.0
    } else {
        1.0 / eta - spread / distance
    };
    let rest = libm::exp(-half_square) * INV_SQRT_2PI / libm::sqrt(n) * c0;
    let tail = libm::erfc(libm::sqrt(half_square)) / 2.0;
    if distance < 0.0 { Tails::from_lower(tail + rest) } else { Tails::from_upper(tail - rest) }
}

/// The continued fraction under `xᵃ yᵇ / B(a, b)`: the even part of DLMF 8.17.22, in which x near 1 does
/// no harm, since it enters by its distance from the mean.
fn fraction(a: f64, b: f64, x: f64, y: f64, below: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut h = guard(a * (below + 1.0) / (a + 1.0));
    let mut c = h;
    let mut d = 0.0;
    let mut m = 0.0;
    loop {
        m += 1.0;
        let odd = a + 2.0 * m - 1.0;
        let alpha = (a + m - 1.0) / odd * x * ((a + b + m - 1.0) / odd * x) * m * (b - m);
        let beta = m + m * (b - m) * x / odd + (a + m) / (odd + 2.0) * (below + 1.0 + m * (1.0 + y));
        d = 1.0 / guard(beta + alpha * d);
        c = guard(beta + alpha / c);
        let step = d * c;
        h *= step;
        if (step - 1.0).abs() < 2e-16 || 1e5 < m {
            return h;
        }
    }
}
