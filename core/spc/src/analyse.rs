//! From rows and a description to a chart: the one function everything else is a part of.

use crate::aggregate::{Groups, groups};
use crate::chart::{Chart, Notice, Part, Point, Rule, RunSummary, Signal};
use crate::limits::{Facts, Lines, Part as Work};
use crate::model::{Centre, Key, Kind, Limits, Phase, RuleSet, Series, Spec};
use crate::number::{float, shown, side};
use crate::rules::{self, Sequence};
use crate::runs;
use crate::{calibrated, exact, varde};

/// Why there is no chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Columns differ in length.
    #[error("the columns y, n and x have {y}, {n} and {x} rows")]
    Unequal {
        /// Rows of y.
        y: usize,
        /// Rows of n.
        n: usize,
        /// Rows of x.
        x: usize,
    },
    /// A known centre for each row does not have as many rows.
    #[error("the column y has {y} rows and the known centre {centre}")]
    UnequalCentre {
        /// Rows of y.
        y: usize,
        /// Rows of the centre.
        centre: usize,
    },
    /// The chart is one of shares or rates, and there are no denominators.
    #[error("a {0} chart needs denominators")]
    NoDenominator(Kind),
    /// A time between events is not above zero.
    #[error("{0} times between events are not above zero, which a t chart cannot take")]
    TimeNotPositive(usize),
    /// Phases do not follow one another, or one is locked at no points.
    #[error("phases must begin at different points and be locked at one point or more")]
    Phases,
    /// A factor or a distance of limits is not a number above zero.
    #[error("the factor and the distances of the limits must be finite and above zero")]
    Scale,
}

impl Error {
    /// A short name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unequal { .. } | Self::UnequalCentre { .. } => "unequal_columns",
            Self::NoDenominator(_) => "no_denominator",
            Self::TimeNotPositive(_) => "time_not_positive",
            Self::Phases => "phases",
            Self::Scale => "scale",
        }
    }
}

/// Works out the chart of a series.
///
/// # Errors
/// When the columns do not fit together, or the chart cannot be drawn of such data at all. What is merely
/// odd is told in [`Chart::notices`].
pub fn analyse(series: &Series, spec: &Spec) -> Result<Chart, Error> {
    check(series, spec)?;
    let mut notices = Vec::new();
    let groups = groups(series, spec, &mut notices);
    odd_values(&groups, spec, &mut notices)?;
    let points = groups.y.len();
    let phases = phases(&spec.phases, points)?;

    let mut include = vec![true; points];
    for excluded in &spec.exclude {
        if let Some(place) = include.get_mut(*excluded) {
            *place = false;
        }
    }
    let final_points = points.saturating_sub(spec.provisional);
    include[final_points..].fill(false);
    let locked = baseline(&phases, points);
    let base: Vec<bool> = locked.iter().zip(&include).map(|(locked, include)| *locked && *include).collect();

    let mut lines = Lines::missing(points);
    let mut chart = Chart {
        kind: spec.kind,
        rules: spec.rules,
        limits: spec.limits,
        points: Vec::with_capacity(points),
        parts: Vec::with_capacity(phases.len()),
        signals: Vec::new(),
        notices,
    };
    if groups.unordered {
        chart.notices.push(Notice::NoOrder);
    }
    let judged = (0..points).filter(|i| include[*i] && !groups.y[*i].is_nan()).count();
    let tail = varde::OUTSIDE / 2.0 / float(judged.max(1));
    let mut y_neg_matters = !spec.y_neg;
    for (number, phase) in phases.iter().enumerate() {
        let end = phases.get(number + 1).map_or(points, |next| next.first);
        let work = Work { spec, groups: &groups, range: phase.first..end, base: &base, number };
        let facts = work.work(&mut lines, &mut chart.notices);
        match spec.limits {
            Limits::Sigma => {}
            Limits::Exact => exact::lines(&work, &mut lines),
            Limits::Calibrated => calibrated::outer(&work, &mut lines, facts, tail),
        }
        if spec.kind != Kind::Run && !lines.upper[phase.first..end].iter().any(|limit| limit.is_finite()) {
            chart.notices.push(Notice::NoLimits(number));
        }
        let part = part(number, phase.first, end, &lines, &include, facts, spec, &groups, &mut chart);
        chart.parts.push(part);
    }
    y_neg_matters &= !lines.y.iter().any(|y| *y < 0.0);
    write(&mut chart, &groups, &lines, &phases, &include, &locked, spec, y_neg_matters);
    signals(&mut chart, &groups, &lines, spec);
    Ok(chart)
}

/// What cannot be meant.
fn check(series: &Series, spec: &Spec) -> Result<(), Error> {
    let y = series.y.len();
    let n = series.n.as_ref().map_or(y, Vec::len);
    let x = series.x.as_ref().map_or(y, Vec::len);
    if n != y || x != y {
        return Err(Error::Unequal { y, n, x });
    }
    if let Centre::Each(values) = &spec.centre
        && values.len() != y
    {
        return Err(Error::UnequalCentre { y, centre: values.len() });
    }
    if spec.kind.needs_denominator() && series.n.is_none() {
        return Err(Error::NoDenominator(spec.kind));
    }
    let (far, near) = spec.sigmas;
    if !(spec.multiply.is_finite()
        && spec.multiply > 0.0
        && far.is_finite()
        && near.is_finite()
        && far > 0.0
        && near > 0.0)
    {
        return Err(Error::Scale);
    }
    Ok(())
}

/// Values that the kind of data cannot have.
fn odd_values(groups: &Groups, spec: &Spec, notices: &mut Vec<Notice>) -> Result<(), Error> {
    if spec.kind == Kind::T {
        let faulty = groups.y.iter().filter(|y| **y <= 0.0).count();
        if faulty > 0 {
            return Err(Error::TimeNotPositive(faulty));
        }
    }
    if spec.kind.is_share() {
        let above = groups.y.iter().filter(|share| **share > 1.0).count();
        if above > 0 {
            notices.push(Notice::ShareAboveOne(above));
        }
    }
    if spec.kind.counts() {
        let negative = groups.total.iter().filter(|count| **count < 0.0).count();
        if negative > 0 {
            notices.push(Notice::NegativeCount(negative));
        }
    }
    Ok(())
}

/// Phases in order that cover all points; those that begin past the end fall away.
fn phases(asked: &[Phase], points: usize) -> Result<Vec<Phase>, Error> {
    let mut phases: Vec<Phase> = asked.to_vec();
    phases.sort_by_key(|phase| phase.first);
    if phases.windows(2).any(|pair| pair[0].first == pair[1].first) || phases.iter().any(|p| p.baseline == Some(0)) {
        return Err(Error::Phases);
    }
    phases.retain(|phase| phase.first == 0 || phase.first < points);
    match phases.first_mut() {
        Some(first) => first.first = 0,
        None => phases.push(Phase::default()),
    }
    Ok(phases)
}

/// Whether each point is one that the lines of its part come from, unless it is left out.
fn baseline(phases: &[Phase], points: usize) -> Vec<bool> {
    let mut base = vec![true; points];
    for (number, phase) in phases.iter().enumerate() {
        let end = phases.get(number + 1).map_or(points, |next| next.first);
        if let Some(locked) = phase.baseline {
            base[phase.first.saturating_add(locked).min(end)..end].fill(false);
        }
    }
    base
}

/// Runs and facts of a part.
#[expect(clippy::too_many_arguments, reason = "one step of the pipeline, called once")]
fn part(
    number: usize,
    first: usize,
    end: usize,
    lines: &Lines,
    include: &[bool],
    facts: Facts,
    spec: &Spec,
    groups: &Groups,
    chart: &mut Chart,
) -> Part {
    let counting = (first..end).filter(|i| include[*i]);
    let observed = counting.clone().count();
    let counted = runs::count(counting.map(|i| (lines.y[i], lines.centre[i])));
    let (longest_max, crossings_min, signal, fell_back) = runs::judge(counted, spec.runs);
    if fell_back {
        chart.notices.push(Notice::BoxUnknown(number));
    }
    let some = |value: usize| (counted.useful > 0).then_some(value);
    let runs = RunSummary {
        observed,
        useful: counted.useful,
        above: counted.above,
        longest: some(counted.longest),
        longest_max: some(longest_max),
        crossings: some(counted.crossings),
        crossings_min: some(crossings_min),
        signal: signal && in_time(spec.kind, groups),
    };
    Part { first, end, runs, sigma: shown(facts.sigma * spec.multiply), sigma_z: shown(facts.sigma_z) }
}

/// Whether runs mean anything: not for categories, and not for moving ranges, which share values.
fn in_time(kind: Kind, groups: &Groups) -> bool {
    !groups.unordered && kind != Kind::Mr
}

/// Writes the points down, multiplied.
#[expect(clippy::too_many_arguments, reason = "one step of the pipeline, called once")]
fn write(
    chart: &mut Chart,
    groups: &Groups,
    lines: &Lines,
    phases: &[Phase],
    include: &[bool],
    locked: &[bool],
    spec: &Spec,
    lift: bool,
) {
    let scale = |value: f64| shown(value * spec.multiply);
    let lower = |value: f64| scale(value).map(|limit| if lift && limit < 0.0 { 0.0 } else { limit });
    let first_provisional = include.len().saturating_sub(spec.provisional);
    let mut part = 0;
    for i in 0..lines.y.len() {
        if phases.get(part + 1).is_some_and(|next| next.first <= i) {
            part += 1;
        }
        let provisional = i >= first_provisional;
        let n = match spec.kind {
            _ if groups.has_n() => groups.n[i],
            Kind::Xbar | Kind::S | Kind::R | Kind::Ip => groups.len[i],
            _ => f64::NAN,
        };
        chart.points.push(Point {
            x: groups.x.get(i).map_or(Key::Number(f64::NAN), Key::clone),
            y: scale(lines.y[i]),
            n: shown(n),
            centre: scale(lines.centre[i]),
            lower: lower(lines.lower[i]),
            upper: scale(lines.upper[i]),
            lower_near: lower(lines.lower_near[i]),
            upper_near: scale(lines.upper_near[i]),
            part,
            baseline: locked[i],
            include: include[i],
            provisional,
            outside: !provisional && outside(lines, i) != 0,
        });
    }
}

/// Which limit a point is beyond: 1 the upper, -1 the lower, 0 none.
fn outside(lines: &Lines, i: usize) -> i8 {
    if lines.upper[i].is_finite() && side(lines.y[i], lines.upper[i]) > 0 {
        1
    } else if lines.lower[i].is_finite() && side(lines.y[i], lines.lower[i]) < 0 {
        -1
    } else {
        0
    }
}

/// Looks for the patterns of the rule set in every part.
fn signals(chart: &mut Chart, groups: &Groups, lines: &Lines, spec: &Spec) {
    let ordered = !groups.unordered;
    let mut signals = Vec::new();
    // The tests of varde-1 share their budget among the parts that are long enough to be tested.
    let tested = chart.parts.iter().filter(|part| part.runs.observed >= 6).count();
    for (number, part) in chart.parts.iter().enumerate() {
        let mut points = Sequence::with_capacity(part.end - part.first);
        for i in part.first..part.end {
            if chart.points.get(i).is_some_and(|point| point.include) && !lines.y[i].is_nan() {
                points.place.push(i);
                points.y.push(lines.y[i]);
                points.centre.push(lines.centre[i]);
                points.z.push(lines.z[i]);
                points.outside.push(outside(lines, i));
            }
        }
        for (rule, marks) in rules::of_set(spec.rules, &points) {
            if rule == Rule::Outside || ordered {
                gather(rule, number, &points, &marks, &mut signals);
            }
        }
        if spec.rules == RuleSet::Varde1 && ordered && spec.kind != Kind::Mr && part.runs.observed >= 6 {
            signals.extend(varde::signals(part, number, 1.0 / float(tested), &points, groups, spec));
        }
        if part.runs.signal && spec.rules == RuleSet::Anhoej1 {
            signals.push(Signal { rule: Rule::Runs, part: number, points: points.place, way: None, p_value: None });
        }
    }
    signals.sort_by_key(|signal: &Signal| (signal.last(), signal.rule));
    chart.signals = signals;
}

/// One signal for each stretch of marks of the same way; points outside the limits stand alone.
fn gather(rule: Rule, part: usize, points: &Sequence, marks: &[i8], signals: &mut Vec<Signal>) {
    let mut start = 0;
    for stretch in marks.chunk_by(|a, b| a == b && rule != Rule::Outside) {
        let places = &points.place[start..start + stretch.len()];
        start += stretch.len();
        if let Some(mark) = stretch.first().filter(|mark| **mark != 0) {
            signals.push(Signal { rule, part, points: places.to_vec(), way: rules::way(*mark), p_value: None });
        }
    }
}
