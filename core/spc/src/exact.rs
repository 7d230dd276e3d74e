//! Limits at quantiles of the binomial, Poisson and geometric distribution: for small counts, where the
//! textbook's standard deviations give false signals.

use varde_stats::dist::{binomial, geometric, normal, poisson};

use crate::limits::{Lines, Part};
use crate::model::Kind;
use crate::number::sum;

/// Replaces both pairs of lines, where the chart counts events; others keep their standard deviations.
pub(crate) fn lines(part: &Part<'_>, out: &mut Lines) {
    let g = part.groups;
    let (far, near) = part.spec.sigmas;
    let mean = |i: usize| match part.spec.kind {
        // The chart shows the median; the law needs the mean.
        Kind::G if !g.known.is_empty() && !g.known[i].is_nan() => g.known[i],
        Kind::G => {
            let there = part.base().filter(|i| !g.y[*i].is_nan());
            sum(there.clone().map(|i| g.y[i])) / crate::number::float(there.count())
        }
        _ => out.centre[i],
    };
    let pair = |i: usize, mean: f64, k: f64| {
        let tail = normal::sf(k);
        limits(part.spec.kind, mean, g.n.get(i).copied().unwrap_or(f64::NAN), tail)
    };
    let found: Vec<_> = part
        .range
        .clone()
        .map(|i| (i, mean(i)))
        .map(|(i, mean)| (i, pair(i, mean, far), pair(i, mean, near)))
        .collect();
    for (i, outer, inner) in found {
        if let Some((lower, upper)) = outer {
            (out.lower[i], out.upper[i]) = (lower, upper);
        }
        if let Some((lower, upper)) = inner {
            (out.lower_near[i], out.upper_near[i]) = (lower, upper);
        }
    }
}

/// Lower and upper limit with a tail on each side; `None` where the chart does not count events or the
/// level is none that it can have.
pub(crate) fn limits(kind: Kind, centre: f64, n: f64, tail: f64) -> Option<(f64, f64)> {
    let found = match kind {
        Kind::P => {
            (binomial::quantile(tail, n.round(), centre) / n, binomial::upper_quantile(tail, n.round(), centre) / n)
        }
        Kind::Np => {
            let p = centre / n;
            (binomial::quantile(tail, n.round(), p), binomial::upper_quantile(tail, n.round(), p))
        }
        Kind::C => (poisson::quantile(tail, centre), poisson::upper_quantile(tail, centre)),
        Kind::U => (poisson::quantile(tail, centre * n) / n, poisson::upper_quantile(tail, centre * n) / n),
        Kind::G => {
            let p = 1.0 / (centre + 1.0);
            (geometric::quantile(tail, p), geometric::quantile(1.0 - tail, p))
        }
        _ => return None,
    };
    (found.0.is_finite() && found.1.is_finite()).then_some(found)
}

/// Centre line, and lower and upper limit of each point.
pub type Bounds = (f64, Vec<Option<(f64, f64)>>);

/// Limits of counts `y` (among `n` where the chart has denominators) at quantiles that leave half of
/// `1 - confidence` on each side. `None` for charts that do not count events.
pub fn exact_limits(kind: Kind, y: &[Option<f64>], n: Option<&[Option<f64>]>, confidence: f64) -> Option<Bounds> {
    let tail = (1.0 - confidence) / 2.0;
    let size = |i: usize| n.map_or(1.0, |n| n.get(i).copied().flatten().unwrap_or(f64::NAN));
    let there = (0..y.len()).filter_map(|i| Some((y[i]?, size(i)))).filter(|(y, n)| y.is_finite() && n.is_finite());
    let (events, sizes) = (sum(there.clone().map(|(y, _)| y)), sum(there.map(|(_, n)| n)));
    let level = events / sizes;
    if !matches!(kind, Kind::P | Kind::Np | Kind::C | Kind::U | Kind::G) || !(0.0..1.0).contains(&confidence) {
        return None;
    }
    let at = |i: usize| if kind == Kind::Np { level * size(i) } else { level };
    Some((level, (0..y.len()).map(|i| limits(kind, at(i), size(i), tail)).collect()))
}
