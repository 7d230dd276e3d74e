//! Signals of a chart put together by cause, and held against those that are known already.

use varde_spc::{Rule, Way};

use super::chart::Drawn;
use crate::model::{Cause, Signal, SignalState, Verdict};

/// The rules in the order of how much they say: a lasting shift before a single point.
pub const RULES: [Rule; 11] = [
    Rule::Shift,
    Rule::Runs,
    Rule::OneSide,
    Rule::Trend,
    Rule::Outside,
    Rule::TwoOfThree,
    Rule::FourOfFive,
    Rule::NearLimit,
    Rule::Alternating,
    Rule::Hugging,
    Rule::Mixture,
];

fn rank(rule: Rule) -> usize {
    RULES.iter().position(|known| *known == rule).unwrap_or(RULES.len())
}

/// What several rules tell of the same is one cause: those that point the same way, in one phase,
/// at points that meet.
pub fn causes(drawn: &Drawn) -> Vec<Cause> {
    struct Found {
        part: usize,
        way: Option<Way>,
        first: usize,
        last: usize,
        rules: Vec<Rule>,
        p_value: Option<f64>,
    }
    let mut found: Vec<Found> = Vec::new();
    let mut signals: Vec<(Option<Way>, &varde_spc::Signal)> = drawn
        .chart
        .signals
        .iter()
        .map(|signal| {
            // Runs are a pattern of the whole phase: most points lie on one side also when the few on
            // the other are what has happened.
            let sided = signal.rule != Rule::Runs;
            (signal.way.or_else(|| if sided { way_of(drawn, &signal.points) } else { None }), signal)
        })
        .collect();
    // Those that point a way first, and long patterns before the points within them: what points no
    // way then tells of what it meets.
    signals.sort_by_key(|(way, signal)| {
        (way.is_none(), signal.points.first().copied(), std::cmp::Reverse(signal.points.len()))
    });
    for (way, signal) in signals {
        let (Some(first), Some(last)) = (signal.points.first().copied(), signal.points.last().copied()) else {
            continue;
        };
        let meets = |one: &&mut Found| {
            one.part == signal.part
                && (way.is_none() || one.way == way)
                && first <= one.last.saturating_add(1)
                && one.first <= last.saturating_add(1)
        };
        match found.iter_mut().rev().find(meets) {
            Some(one) => {
                if way.is_some() || one.way.is_none() {
                    (one.first, one.last) = (one.first.min(first), one.last.max(last));
                }
                if !one.rules.contains(&signal.rule) {
                    one.rules.push(signal.rule);
                }
                one.p_value = smaller(one.p_value, signal.p_value);
            }
            None => found.push(Found {
                part: signal.part,
                way,
                first,
                last,
                rules: vec![signal.rule],
                p_value: signal.p_value,
            }),
        }
    }
    found
        .into_iter()
        .filter_map(|mut one| {
            one.rules.sort_by_key(|rule| rank(*rule));
            Some(Cause {
                rule: *one.rules.first()?,
                rules: one.rules,
                way: one.way,
                first: *drawn.periods.get(one.first)?,
                last: *drawn.periods.get(one.last)?,
                p_value: one.p_value,
            })
        })
        .collect()
}

/// On which side of the centre most points of a pattern lie.
fn way_of(drawn: &Drawn, points: &[usize]) -> Option<Way> {
    let sides = points.iter().filter_map(|place| {
        let point = drawn.chart.points.get(*place)?;
        let (y, centre) = (point.y?, point.centre?);
        if centre < y {
            Some(1_i32)
        } else if y < centre {
            Some(-1)
        } else {
            None
        }
    });
    let (mut n, mut sum) = (0_i32, 0_i32);
    for side in sides {
        (n, sum) = (n + 1, sum + side);
    }
    match sum {
        _ if n == 0 || 2 * sum.abs() < n => None,
        up if 0 < up => Some(Way::Up),
        _ => Some(Way::Down),
    }
}

fn smaller(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// What is to be done about what a chart sees, given what is known already.
#[derive(Clone, Debug, PartialEq)]
pub enum Step<'a> {
    /// Something new.
    Raise(Cause),
    /// A known signal reaches further.
    Continue(&'a Signal, Cause),
    /// A known signal rests on something else after a correction.
    Change(&'a Signal, Cause),
    /// A known signal is not there any longer.
    Vanish(&'a Signal),
}

/// Holds what a chart sees against the signals that are known. Only causes that reach into the
/// last `recent` points raise a new signal: what lies further back is history, and nobody is to be
/// woken for it. What people have answered stays answered for as long as it goes on.
pub fn compare<'a>(seen: &[Cause], known: &'a [Signal], oldest_new: Option<jiff::civil::Date>) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    for cause in seen {
        let of_it =
            known.iter().find(|signal| signal.verdict != Some(Verdict::Vanished) && goes_on(&signal.cause, cause));
        match of_it {
            None if oldest_new.is_none_or(|oldest| oldest <= cause.last.end()) => {
                steps.push(Step::Raise(cause.clone()));
            }
            None => {}
            Some(signal) => steps.extend(update(signal, cause)),
        }
    }
    steps.extend(
        known
            .iter()
            .filter(|signal| signal.state != SignalState::Closed && signal.verdict != Some(Verdict::Vanished))
            .filter(|signal| !seen.iter().any(|cause| goes_on(&signal.cause, cause)))
            .map(Step::Vanish),
    );
    steps
}

/// Whether a chart still sees what a known signal told. What merely follows on it, by another rule, is
/// news of its own: a month outside the limits does not make the half year before it lie outside too.
fn goes_on(known: &Cause, cause: &Cause) -> bool {
    let follows = known.last.end() < cause.first.start();
    known.is_same(cause) && (!follows || cause.rules.contains(&known.rule))
}

/// What a known signal has become. One that reaches further keeps the beginning it was known by, as long
/// as it rests on the same rule.
fn update<'a>(signal: &'a Signal, cause: &Cause) -> Option<Step<'a>> {
    let known = &signal.cause;
    // Where a change of level began is an estimate, and moves a little as values come in.
    let is_moved = cause.first.start() < known.first.start() || !cause.rules.contains(&known.rule);
    let first = if is_moved { cause.first } else { known.first };
    if known.last.end() < cause.last.end() {
        Some(Step::Continue(signal, Cause { first, ..cause.clone() }))
    } else if first == known.first && known.last == cause.last && known.rule == cause.rule {
        None
    } else {
        Some(Step::Change(signal, cause.clone()))
    }
}

/// Why a signal may not take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignalRefused {
    /// The step does not follow from where it is.
    #[error("the step is out of order")]
    OutOfOrder,
    /// Others must be able to see what was found.
    #[error("a comment is needed")]
    CommentMissing,
    /// Which measure answers it is not said.
    #[error("the measure is needed")]
    MeasureMissing,
}

impl SignalRefused {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OutOfOrder => "indicators-signal-fault-order",
            Self::CommentMissing => "indicators-signal-fault-comment",
            Self::MeasureMissing => "indicators-signal-fault-measure",
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(self) -> &'static str {
        match self {
            Self::OutOfOrder => "state",
            Self::CommentMissing => "comment",
            Self::MeasureMissing => "measure",
        }
    }
}

/// The states that may come next.
pub const fn next_of(state: SignalState) -> &'static [SignalState] {
    use SignalState::{Closed, Explained, FalseAlarm, Measure, New, Seen};
    match state {
        New => &[Seen, Explained, Measure, FalseAlarm],
        Seen => &[Explained, Measure, FalseAlarm],
        Explained | FalseAlarm => &[Measure, Closed],
        Measure => &[Closed],
        Closed => &[],
    }
}

/// Takes a signal one step, and says what it turned out to be. This is the whole life of a signal. Whoever says
/// that a measure answers it says which one (`measured`).
///
/// # Errors
///
/// [`SignalRefused`] names the rule that stopped it.
pub fn advance(
    from: SignalState,
    to: SignalState,
    (comment, measured): (&str, bool),
) -> Result<Option<Verdict>, SignalRefused> {
    if !next_of(from).contains(&to) {
        return Err(SignalRefused::OutOfOrder);
    }
    let verdict = match to {
        SignalState::Explained => Some(Verdict::Explained),
        SignalState::Measure => Some(Verdict::Measure),
        SignalState::FalseAlarm => Some(Verdict::FalseAlarm),
        SignalState::New | SignalState::Seen | SignalState::Closed => None,
    };
    if verdict.is_some() && comment.trim().is_empty() {
        return Err(SignalRefused::CommentMissing);
    }
    if to == SignalState::Measure && !measured {
        return Err(SignalRefused::MeasureMissing);
    }
    Ok(verdict)
}

#[cfg(test)]
mod tests {
    use varde_kernel::SeriesId;
    use varde_spc::RuleSet;

    use super::*;
    use crate::model::ChartSpec;
    use crate::rules::fixtures::{known_signal, month, observation, rate};

    fn drawn(rules: RuleSet) -> Drawn {
        // 24 quiet months, then twelve with three times as many: runs and points outside.
        let values: Vec<_> = (0..36_u16)
            .map(|i| observation(month(i), f64::from(if i < 24 { 4 + i % 3 } else { 16 + i % 3 }), 60.0))
            .collect();
        let spec = ChartSpec { rules, ..ChartSpec::undecided(SeriesId::from_code("s"), 1) };
        super::super::chart::draw(&rate(), &values, &spec).unwrap()
    }

    #[test]
    fn many_points_and_rules_are_one_cause() {
        let found = causes(&drawn(RuleSet::WesternElectric1));
        let up: Vec<&Cause> = found.iter().filter(|cause| cause.way == Some(Way::Up)).collect();
        assert_eq!(up.len(), 1, "{found:?}");
        assert_eq!(up[0].last, month(35));
        assert!(1 < up[0].rules.len());
        assert_eq!(up[0].rule, up[0].rules[0]);
    }

    #[test]
    fn the_same_cause_is_raised_once_and_goes_on() {
        let cause = |first, last| Cause {
            rule: Rule::Outside,
            rules: vec![Rule::Outside],
            way: Some(Way::Up),
            first: month(first),
            last: month(last),
            p_value: None,
        };
        let none: &[Signal] = &[];
        assert_eq!(compare(&[cause(3, 5)], none, None), [Step::Raise(cause(3, 5))]);
        // Long past: nobody is woken.
        assert_eq!(compare(&[cause(3, 5)], none, Some(month(10).start())), []);
        let known = [known_signal(cause(3, 5), SignalState::Explained)];
        assert_eq!(compare(&[cause(3, 5)], &known, None), []);
        assert_eq!(compare(&[cause(3, 6)], &known, None), [Step::Continue(&known[0], cause(3, 6))]);
        // The month after is the same cause, and its beginning is not forgotten.
        assert_eq!(compare(&[cause(6, 6)], &known, None), [Step::Continue(&known[0], cause(3, 6))]);
        assert_eq!(compare(&[cause(4, 5)], &known, None), []);
        assert_eq!(compare(&[cause(3, 4)], &known, None), [Step::Change(&known[0], cause(3, 4))]);
        assert_eq!(compare(&[], &known, None), [Step::Vanish(&known[0])]);
        let closed = [known_signal(cause(3, 5), SignalState::Closed)];
        assert_eq!(compare(&[], &closed, None), []);
        // The other way is another cause.
        let down = Cause { way: Some(Way::Down), ..cause(3, 5) };
        let steps = compare(std::slice::from_ref(&down), &known, None);
        assert_eq!(steps, [Step::Raise(down.clone()), Step::Vanish(&known[0])]);
    }

    #[test]
    fn a_month_outside_the_limits_does_not_rewrite_the_shift_before_it() {
        let cause = |rule, first, last| Cause {
            rule,
            rules: vec![rule],
            way: Some(Way::Down),
            first: month(first),
            last: month(last),
            p_value: None,
        };
        let known = [known_signal(cause(Rule::Shift, 3, 9), SignalState::Seen)];
        // The month after, alone.
        let outside = cause(Rule::Outside, 10, 10);
        let steps = compare(std::slice::from_ref(&outside), &known, None);
        assert_eq!(steps, [Step::Raise(outside.clone()), Step::Vanish(&known[0])]);
        // Both are seen: each has its own words.
        let both = [cause(Rule::Shift, 3, 9), outside.clone()];
        assert_eq!(compare(&both, &known, None), [Step::Raise(outside)]);
        // Another rule takes over within it: it tells of its own months only.
        let within = cause(Rule::Outside, 8, 10);
        assert_eq!(compare(std::slice::from_ref(&within), &known, None), [Step::Continue(&known[0], within.clone())]);
    }

    #[track_caller]
    fn check(from: SignalState, to: SignalState, comment: &str, expected: Result<Option<Verdict>, SignalRefused>) {
        assert_eq!(advance(from, to, (comment, true)), expected);
    }

    #[test]
    fn a_signal_is_seen_answered_and_closed() {
        use SignalState::{Closed, Explained, FalseAlarm, Measure, New, Seen};
        check(New, Seen, "", Ok(None));
        check(Seen, Explained, "Ny legevakt", Ok(Some(Verdict::Explained)));
        check(Seen, FalseAlarm, " ", Err(SignalRefused::CommentMissing));
        check(New, FalseAlarm, "Dobbelt talt", Ok(Some(Verdict::FalseAlarm)));
        check(Explained, Measure, "Opplæring", Ok(Some(Verdict::Measure)));
        check(Measure, Closed, "", Ok(None));
        check(New, Closed, "", Err(SignalRefused::OutOfOrder));
        check(Closed, Seen, "", Err(SignalRefused::OutOfOrder));
        let unsaid = advance(Seen, Measure, ("Opplæring", false));
        assert_eq!(unsaid, Err(SignalRefused::MeasureMissing), "which one is said");
        assert_eq!(advance(Seen, Explained, ("Ny legevakt", false)), Ok(Some(Verdict::Explained)));
    }
}
