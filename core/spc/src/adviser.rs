//! Which chart fits this data, why, and where a rule would cry wolf.
//!
//! The adviser looks at the kind of data, how many events a point holds, whether the points vary more than
//! chance lets them, and whether they depend on each other or on the season. It gives a chart, reasons and
//! warnings with their numbers; the words are for whoever shows them.

use varde_stats::dist::f;

use crate::aggregate::{Groups, groups};
use crate::model::{Kind, Limits, RuleSet, Series, Spec};
use crate::number::{float, mean, sum};
use crate::shift::shift;

/// What the values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Units with a property among units looked at.
    Share,
    /// Events per amount of opportunity: per patient day, per stay.
    Rate,
    /// Events in periods that give them the same opportunity.
    Count,
    /// Cases between events.
    Cases,
    /// Time between events.
    Time,
    /// Something measured, one value a period.
    Value,
    /// Something measured, several values a period.
    Sample,
}

/// Why the chart fits, with the numbers that say so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// The kind of data has this chart.
    KindOfData(Measure),
    /// Fewer than one event a point: chart the time, or the cases, between events, or join periods; so many
    /// joined would hold five events.
    RareEvents {
        /// Events a point.
        expected: f64,
        /// How many periods to join.
        join: u32,
    },
    /// Fewer than five events a point: limits by the exact distribution.
    FewEvents {
        /// Events a point.
        expected: f64,
    },
    /// The points vary more than chance lets them.
    Overdispersed {
        /// How many times more, in standard deviations.
        sigma_z: f64,
        /// Mean denominator.
        denominator: f64,
    },
    /// Values rest on denominators that differ.
    SizesVary {
        /// Largest over smallest.
        ratio: f64,
    },
    /// Too few points for limits to mean much.
    FewPoints {
        /// Points with a value.
        points: usize,
    },
    /// All values are the same.
    Constant,
}

/// Where a rule would signal though nothing has happened, or stay silent though something has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Warning {
    /// A value resembles the one before it: runs and limits signal too often.
    Autocorrelated {
        /// Correlation of neighbours.
        r: f64,
    },
    /// The values follow the season: runs and limits signal every year.
    Seasonal {
        /// Share of the variation that the season explains.
        explained: f64,
        /// Probability of as much by chance.
        p_value: f64,
    },
    /// The values are skew: the limit on the long side signals too often.
    Skewed {
        /// Skewness.
        skewness: f64,
    },
    /// Many values are the same as another: runs about a line lose them.
    ManyTies {
        /// Share of values on the median.
        share: f64,
    },
    /// So near 0 or 100 % that one limit cannot be passed.
    NearBound {
        /// The level.
        level: f64,
    },
    /// Fewer than twelve points: limits will move with every new one.
    ShortBaseline {
        /// Points with a value.
        points: usize,
    },
    /// Values are missing.
    Gaps {
        /// How many.
        missing: usize,
    },
    /// The points vary less than chance lets them: are cases independent, are figures made up?
    Underdispersed {
        /// How many times less, in standard deviations.
        sigma_z: f64,
    },
    /// The level has changed: a chart over all of it describes neither level.
    LevelChanged {
        /// Probability of such a change by chance.
        p_value: f64,
    },
}

/// The advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The chart.
    pub kind: Kind,
    /// How to work out its limits outside `varde-1`, which calibrates them anyway.
    pub limits: Limits,
    /// Why, the strongest reason last.
    pub reasons: Vec<Reason>,
    /// What to mind.
    pub warnings: Vec<Warning>,
}

/// More variation than this, in chance's standard deviations, is more than chance.
const OVER: f64 = 1.2;
/// Less than this is less.
const UNDER: f64 = 0.6;

/// Advises on a series. `season` is how many points make a year: 12 of months, 4 of quarters; `None` looks
/// for no season.
pub fn advise(series: &Series, measure: Measure, season: Option<usize>) -> Advice {
    let spec = Spec::new(Kind::Run, RuleSet::Varde1);
    let rows = series.y.len();
    let fits = series.n.as_ref().is_none_or(|n| n.len() == rows) && series.x.as_ref().is_none_or(|x| x.len() == rows);
    let g = if fits { groups(series, &spec, &mut Vec::new()) } else { Groups::default() };
    let there: Vec<usize> = (0..g.y.len()).filter(|i| g.y[*i].is_finite()).collect();
    let mut advice = Advice {
        kind: Kind::Run,
        limits: Limits::Sigma,
        reasons: vec![Reason::KindOfData(measure)],
        warnings: Vec::new(),
    };
    if there.len() < g.y.len() {
        advice.warnings.push(Warning::Gaps { missing: g.y.len() - there.len() });
    }
    let values: Vec<f64> = there.iter().map(|i| g.y[*i]).collect();
    advice.kind = chart(measure, &g, &there, &mut advice.reasons, &mut advice.limits);
    if let Some(first) = values.first()
        && values.iter().all(|value| crate::number::side(*value, *first) == 0)
    {
        advice.reasons.push(Reason::Constant);
        return advice;
    }
    if there.len() < 8 {
        advice.kind = Kind::Run;
        advice.reasons.push(Reason::FewPoints { points: there.len() });
    } else if there.len() < 12 {
        advice.warnings.push(Warning::ShortBaseline { points: there.len() });
    }
    if matches!(measure, Measure::Share | Measure::Rate | Measure::Count) {
        dispersion(measure, &g, &there, &mut advice);
    }
    if measure == Measure::Share {
        let level = sum(there.iter().map(|i| g.total[*i]))
            / sum(there.iter().map(|i| g.n.get(*i).copied().unwrap_or(f64::NAN)));
        if !(0.02..=0.98).contains(&level) && level.is_finite() {
            advice.warnings.push(Warning::NearBound { level });
        }
    }
    order(&values, measure, season, &mut advice.warnings);
    advice
}

/// The chart of the kind of data, before its variation is looked at.
fn chart(measure: Measure, g: &Groups, there: &[usize], reasons: &mut Vec<Reason>, limits: &mut Limits) -> Kind {
    let expected = sum(there.iter().map(|i| g.total[*i])) / float(there.len());
    let events = matches!(measure, Measure::Share | Measure::Rate | Measure::Count);
    if events && expected < 1.0 && expected > 0.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let join = (5.0 / expected).ceil().clamp(2.0, 1e6) as u32;
        reasons.push(Reason::RareEvents { expected, join });
        return if measure == Measure::Share { Kind::G } else { Kind::T };
    }
    if events && expected < 5.0 {
        *limits = Limits::Exact;
        reasons.push(Reason::FewEvents { expected });
    }
    match measure {
        Measure::Share if g.has_n() => Kind::P,
        Measure::Rate if g.has_n() => Kind::U,
        Measure::Rate | Measure::Count => Kind::C,
        Measure::Cases => Kind::G,
        Measure::Time => Kind::T,
        Measure::Sample if g.len.iter().any(|len| *len > 1.0) => Kind::Xbar,
        Measure::Value | Measure::Sample | Measure::Share => {
            let sizes = || there.iter().filter_map(|i| g.n.get(*i)).copied();
            let (least, most) = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
            if g.has_n() && most / least > 1.25 {
                reasons.push(Reason::SizesVary { ratio: most / least });
                Kind::Ip
            } else {
                Kind::I
            }
        }
    }
}

/// Whether points vary more, or less, than chance lets them, by moving ranges (which a change of level
/// hardly moves).
fn dispersion(measure: Measure, g: &Groups, there: &[usize], advice: &mut Advice) {
    let size = |i: usize| g.n.get(i).copied().unwrap_or(1.0);
    // A change of level is no variation between months: each side has its own.
    let values: Vec<f64> = there.iter().map(|i| g.total[*i] / size(*i)).collect();
    let sizes: Vec<f64> = there.iter().map(|i| size(*i)).collect();
    let change = shift(&values, &sizes, 3).filter(|shift| shift.p_value < 0.01);
    let whole = sum(there.iter().map(|i| g.total[*i])) / sum(sizes.iter().copied());
    let z: Vec<f64> = (0..values.len())
        .map(|k| {
            let level = change.map_or(whole, |c| if k < c.at { c.before } else { c.after });
            let share = if measure == Measure::Share { level * (1.0 - level) } else { level };
            (values[k] - level) / (share / sizes[k]).sqrt()
        })
        .collect();
    let sigma_z = mean(z.windows(2).map(|pair| (pair[1] - pair[0]).abs())) / std::f64::consts::FRAC_2_SQRT_PI;
    let few = advice.limits == Limits::Exact;
    let prime = match advice.kind {
        Kind::P => Kind::Pp,
        Kind::U => Kind::Up,
        Kind::C => Kind::I,
        _ => return,
    };
    // By chance a short series of such ranges strays: two of its standard errors are asked for too.
    let error = (0.8264 / float(there.len().max(2))).sqrt();
    if sigma_z > OVER.max(1.0 + 2.0 * error) && !(few && sigma_z < 1.5) {
        advice.kind = prime;
        advice.limits = Limits::Sigma;
        let denominator = mean(there.iter().map(|i| size(*i)));
        advice.reasons.push(Reason::Overdispersed { sigma_z, denominator });
    } else if sigma_z < UNDER.min(1.0 - 2.0 * error) && !few {
        advice.warnings.push(Warning::Underdispersed { sigma_z });
    }
}

/// What the order and the shape of the values do to the rules.
fn order(values: &[f64], measure: Measure, season: Option<usize>, warnings: &mut Vec<Warning>) {
    let n = values.len();
    if n < 8 {
        return;
    }
    let median = crate::number::median(values.iter().copied());
    let on_line = values.iter().filter(|value| crate::number::side(**value, median) == 0).count();
    if on_line * 4 > n {
        warnings.push(Warning::ManyTies { share: float(on_line) / float(n) });
    }
    // Levels before and after the likeliest change, so that a change is not taken for dependence.
    let change = shift(values, &[], 3).filter(|shift| shift.p_value < 0.01);
    let level = |i: usize| change.map_or(f64::NAN, |c| if i < c.at { c.before } else { c.after });
    let whole = mean(values.iter().copied());
    let rest: Vec<f64> = (0..n).map(|i| values[i] - if change.is_some() { level(i) } else { whole }).collect();
    let squares = sum(rest.iter().map(|r| r * r));
    if squares <= 0.0 {
        return;
    }
    let seasonal = season.filter(|points| *points > 1 && n >= 2 * points).and_then(|points| by_season(&rest, points));
    if let Some((explained, p_value)) = seasonal.filter(|(_, p)| *p < 0.01) {
        warnings.push(Warning::Seasonal { explained, p_value });
    } else {
        let r = sum(rest.windows(2).map(|pair| pair[0] * pair[1])) / squares;
        if r > 2.0 / float(n).sqrt() && n >= 16 {
            warnings.push(Warning::Autocorrelated { r });
        } else if let Some(change) = change {
            warnings.push(Warning::LevelChanged { p_value: change.p_value });
        }
    }
    let skewness = (sum(rest.iter().map(|r| r * r * r)) / float(n)) / (squares / float(n)).powf(1.5);
    // Three standard errors of the skewness of normal values.
    let usual = 3.0 * (6.0 / float(n)).sqrt();
    if matches!(measure, Measure::Value) && skewness.abs() > usual.max(1.0) {
        warnings.push(Warning::Skewed { skewness });
    }
}

/// Share of the variation that the place in the year explains, and how likely as much is by chance (F test
/// of the means of the places).
fn by_season(rest: &[f64], points: usize) -> Option<(f64, f64)> {
    let all = sum(rest.iter().map(|r| r * r));
    let between = sum((0..points).map(|place| {
        let of_place = rest.iter().skip(place).step_by(points);
        let count = float(of_place.clone().count());
        let total = sum(of_place.copied());
        total * total / count
    }));
    let (top, bottom) = (float(points - 1), float(rest.len().checked_sub(points)?));
    let explained = (between / all).clamp(0.0, 1.0);
    let ratio = explained / top / ((1.0 - explained) / bottom);
    (bottom > 0.0).then(|| (explained, f::sf(ratio, top, bottom)))
}
