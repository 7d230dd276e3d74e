//! Limits whose false-signal rate is known for the whole chart, also when the baseline is short and the
//! counts are small.
//!
//! Each point gets the tail that leaves the chart its budget. Where values of the baseline are judged by
//! limits they helped to make, they are judged given the baseline's total: a Poisson count is then
//! binomial, a binomial one hypergeometric, a geometric or exponential one has a closed form, a mean and a
//! standard deviation follow from the beta distribution. A point after the baseline is judged given the
//! total of the baseline and itself. No unknown level is left in any of them. What has no such law
//! (individual values by moving ranges) rests on a table that was simulated (`examples/calibrate.rs`).

use varde_stats::dist::{beta, binomial, geometric, hypergeometric, normal, poisson, student};
use varde_stats::special::ln_gamma;

use crate::constants::{c4, range_moments};
use crate::limits::{Facts, Lines, Part};
use crate::model::{Centre, Kind};
use crate::number::{float, sum};

/// Replaces the outer limits of a part. `tail` is the probability that one point may lie beyond one of its
/// limits by chance; `judged` is how many points of the whole chart share the budget.
pub(crate) fn outer(part: &Part<'_>, out: &mut Lines, facts: Facts, tail: f64, judged: usize) {
    let known = part.spec.centre != Centre::Own;
    let base = Base::of(part, known);
    for i in part.range.clone() {
        let inside = part.base[i] && !known;
        let found = match part.spec.kind {
            Kind::Run => None,
            Kind::I | Kind::Ip | Kind::Pp | Kind::Up => by_spread(part, out, &base, i, tail, judged),
            Kind::Mr => Some((0.0, facts.sigma * std::f64::consts::SQRT_2 * base.student(tail))),
            Kind::Xbar => mean(part, out, facts, i, inside, tail),
            Kind::S | Kind::R => within(part, facts, i, tail),
            Kind::T => Some(time(part, out, &base, i, inside, known, tail)),
            Kind::P | Kind::Np => share(part, out, &base, i, inside, known, tail),
            Kind::C | Kind::U => rate(part, out, &base, i, inside, known, tail),
            Kind::G => between(part, out, &base, i, inside, known, tail),
        };
        if let Some((lower, upper)) = found {
            out.lower[i] = lower;
            out.upper[i] = upper;
        }
    }
}

/// What the baseline is known by.
struct Base {
    /// Number of values.
    points: f64,
    /// Sum of counts or values.
    total: f64,
    /// Sum of denominators, or the number of values.
    size: f64,
}

impl Base {
    fn of(part: &Part<'_>, _known: bool) -> Self {
        let g = part.groups;
        let there: Vec<usize> = part.base().filter(|i| !g.y[*i].is_nan()).collect();
        let points = float(there.len());
        let values = match part.spec.kind {
            Kind::T | Kind::G => &g.y,
            _ => &g.total,
        };
        let size = match part.spec.kind {
            Kind::C | Kind::T | Kind::G => points,
            _ if g.has_n() => sum(there.iter().map(|i| g.n[*i])),
            _ => points,
        };
        Self { points, total: sum(there.iter().map(|i| values[*i])), size }
    }

    /// How many estimated standard deviations a new value may be off, with the standard deviation from
    /// moving ranges: Student's t with the degrees of freedom that such an estimate is worth (Cryer and Ryan
    /// 1990 give its variance).
    fn student(&self, tail: f64) -> f64 {
        let m = self.points;
        if m < 3.0 {
            return f64::NAN;
        }
        let variance = (0.8264 * m - 1.082) / ((m - 1.0) * (m - 1.0));
        let freedom = 0.5 / variance;
        student::upper_quantile(tail, freedom) * c4(freedom + 1.0)
    }
}

/// Individual values and those standardised by chance: the lines of the chart at another distance.
fn by_spread(part: &Part<'_>, out: &Lines, base: &Base, i: usize, tail: f64, judged: usize) -> Option<(f64, f64)> {
    let m = base.points;
    if m < 3.0 {
        return None;
    }
    let factor = if part.base[i] {
        // The table is for charts that are their own baseline; other budgets scale by the normal tails.
        let usual = crate::varde::OUTSIDE / 2.0 / m;
        crate::varde::own_limit(m) * normal::upper_quantile(tail) / normal::upper_quantile(usual)
    } else {
        base.student(tail) * (1.0 + 1.0 / m).sqrt()
    };
    let _ = judged;
    let sigma = (out.upper_near[i].max(out.centre[i] - 0.0) - out.centre[i]) / part.spec.sigmas.1;
    let sigma = if part.sigma_at[i].is_nan() { sigma } else { part.sigma_at[i] };
    let (floor, ceiling) = match part.spec.kind {
        Kind::Pp => (0.0, 1.0),
        Kind::Up => (0.0, f64::INFINITY),
        _ => (f64::NEG_INFINITY, f64::INFINITY),
    };
    let centre = out.centre[i];
    Some(((centre - factor * sigma).max(floor), (centre + factor * sigma).min(ceiling)))
}
