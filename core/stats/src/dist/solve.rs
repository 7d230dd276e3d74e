//! Finding the point at which a distribution has a given tail.

use crate::special::Tails;

/// Which tail is given.
#[derive(Clone, Copy)]
pub(super) enum Given {
    Lower(f64),
    Upper(f64),
}

impl Given {
    /// The tail that is the smaller, since that one is known best.
    fn smaller(self) -> Self {
        match self {
            Self::Lower(p) if 0.5 < p => Self::Upper(1.0 - p),
            Self::Upper(q) if 0.5 < q => Self::Lower(1.0 - q),
            same => same,
        }
    }
}

/// Finds the `t` with a given tail, by Newton's steps on the logarithm of the tail, kept inside a bracket
/// that bisection shrinks when a step would leave it. `at` gives both tails and the density at `t`; `t`
/// runs over all real numbers and starts at `start`.
pub(super) fn solve(given: Given, start: f64, at: impl Fn(f64) -> (Tails, f64)) -> f64 {
    let given = given.smaller();
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut t = start;
    let mut width = 1.0;
    for _ in 0..200 {
        let (tails, density) = at(t);
        let (have, want, sign) = match given {
            Given::Lower(p) => (tails.lower, p, 1.0),
            Given::Upper(q) => (tails.upper, q, -1.0),
        };
        if have.is_nan() {
            return f64::NAN;
        }
        let excess = libm::log(have / want);
        if excess == 0.0 {
            return t;
        }
        if 0.0 < excess * sign {
            high = t;
        } else {
            low = t;
        }
        let newton = t - sign * excess * have / density;
        let inside = newton.is_finite() && low < newton && newton < high;
        let next = if inside {
            newton
        } else if low.is_finite() && high.is_finite() {
            f64::midpoint(low, high)
        } else {
            width *= 2.0;
            if low.is_finite() { low + width } else { high - width }
        };
        if (next - t).abs() <= 4e-16 * t.abs().max(next.abs()).max(1e-300) || next.to_bits() == t.to_bits() {
            return next;
        }
        t = next;
    }
    t
}

/// The least whole number in `0..=last` whose tail below it reaches `p`, walking from a first guess. A
/// relative 1e-14 of slack keeps a probability that was itself worked out from missing its own number.
pub(super) fn walk(given: Given, last: f64, guess: f64, tails: impl Fn(f64) -> Tails) -> f64 {
    const SLACK: f64 = 64.0 * f64::EPSILON;
    let reached = |k: f64| {
        let found = tails(k);
        match given {
            Given::Lower(p) => p * (1.0 - SLACK) <= found.lower,
            Given::Upper(q) => found.upper <= q * (1.0 + SLACK),
        }
    };
    let mut k = libm::floor(guess).clamp(0.0, last);
    if !k.is_finite() {
        return f64::NAN;
    }
    let mut step = 1.0;
    // `low` has not reached it, `high` has.
    let (mut low, mut high);
    if reached(k) {
        high = k;
        loop {
            if k <= 0.0 {
                return 0.0;
            }
            k = (k - step).max(0.0);
            if !reached(k) {
                low = k;
                break;
            }
            high = k;
            step *= 2.0;
        }
    } else {
        low = k;
        loop {
            if last <= k || 1e300 < k {
                return last;
            }
            k = (k + step).min(last);
            if reached(k) {
                high = k;
                break;
            }
            low = k;
            step *= 2.0;
        }
    }
    while 1.0 < high - low {
        let middle = libm::floor(f64::midpoint(low, high));
        if middle <= low || high <= middle {
            break;
        }
        if reached(middle) { high = middle } else { low = middle }
    }
    high
}

/// The Cornish–Fisher guess of a quantile from mean, standard deviation and skewness.
pub(super) fn guess(given: Given, mean: f64, sd: f64, skewness: f64) -> f64 {
    let z = match given {
        Given::Lower(p) => super::normal::quantile(p),
        Given::Upper(q) => super::normal::upper_quantile(q),
    };
    mean + sd * (z + skewness * (z * z - 1.0) / 6.0) + 0.5
}
