//! Where a goal stands: the one judgement that pages, API, command line and pictures share. The
//! method is told in `docs/methods/goal-status.md`.

use jiff::civil::Date;
use varde_kernel::Period;

use crate::model::goal::{Aim, ChangeMode, Direction, Measured, Target, TargetKind, TargetStanding};

/// Numbers closer than this are the same number written twice.
const SAME: f64 = 1e-9;

/// A value of the series that judges the goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// Its period.
    pub period: Period,
    /// The value.
    pub value: f64,
    /// Lower and upper end of its interval.
    pub interval: Option<(f64, f64)>,
    /// The source gives it as approximate.
    pub approximate: bool,
}

/// What is known when a goal is judged.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The target that holds on the day.
    pub target: Option<&'a Target>,
    /// Which way is better, as the goal says.
    pub direction: Option<Direction>,
    /// What the indicator counts; `None` when the goal has no indicator.
    pub measured: Option<Measured>,
    /// The values, in any order.
    pub values: &'a [Observed],
    /// The day.
    pub as_of: Date,
}

/// Why a goal cannot be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The target is a change, and what it is a change from is not known.
    BaselineMissing,
    /// The target names no number.
    NumberMissing,
    /// No indicator judges the goal.
    NoIndicator,
    /// "Per cent" can be read in two ways, and the two do not agree.
    ReadingsDisagree,
    /// The values count something else than the target.
    OtherUnit,
    /// Nobody has said which way is better.
    DirectionUnknown,
    /// The newest value is kept back from the reader, since it is small or would give a small one away.
    Withheld,
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// There is no target in numbers on the day.
    NoTarget,
    /// Something is missing that no value can make up for.
    CannotBeJudged(Reason),
    /// The target is complete, and there is no value to hold against it.
    AwaitsValue,
    /// The target is reached.
    Met,
    /// The time is out, or the round is over, and the target is not reached.
    NotMet,
    /// There is time left, and the last value is on the path or better.
    OnPath,
    /// There is time left, and the last value is worse than the path.
    OffPath,
    /// The time is out, there are values from on the way, and none for the year of the target.
    NoFinalValue,
}

/// The three ways a numeric target can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Something can be said about how it stands.
    Judged,
    /// Nothing can be said.
    CannotBeJudged,
    /// Something can be said as soon as there is a value.
    AwaitsValue,
}

impl State {
    /// How a numeric target with this state is counted; `None` for a goal without one.
    pub const fn class(self) -> Option<Class> {
        match self {
            Self::NoTarget => None,
            Self::CannotBeJudged(_) => Some(Class::CannotBeJudged),
            Self::AwaitsValue => Some(Class::AwaitsValue),
            Self::Met | Self::NotMet | Self::OnPath | Self::OffPath | Self::NoFinalValue => Some(Class::Judged),
        }
    }

    /// Every state, the one that most wants an eye first; the reason stands for all reasons.
    pub const ALL: [Self; 8] = [
        Self::NotMet,
        Self::OffPath,
        Self::NoFinalValue,
        Self::OnPath,
        Self::Met,
        Self::AwaitsValue,
        Self::CannotBeJudged(Reason::BaselineMissing),
        Self::NoTarget,
    ];

    /// Its place among all states, whatever the reason.
    pub fn rank(self) -> Option<usize> {
        Self::ALL.iter().position(|state| state.name() == self.name())
    }

    /// The name in the API and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoTarget => "no_target",
            Self::CannotBeJudged(_) => "cannot_be_judged",
            Self::AwaitsValue => "awaits_value",
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::OnPath => "on_path",
            Self::OffPath => "off_path",
            Self::NoFinalValue => "no_final_value",
        }
    }
}

impl Reason {
    /// The name in the API and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BaselineMissing => "baseline_missing",
            Self::NumberMissing => "number_missing",
            Self::NoIndicator => "no_indicator",
            Self::ReadingsDisagree => "readings_disagree",
            Self::OtherUnit => "other_unit",
            Self::DirectionUnknown => "direction_unknown",
            Self::Withheld => "withheld",
        }
    }
}

/// What the target is measured from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// The year.
    pub year: i16,
    /// The value.
    pub value: f64,
    /// The plan does not print it; the series has it.
    pub from_series: bool,
}

/// The number to reach, by one reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// By which reading, when the target is a change.
    pub mode: Option<ChangeMode>,
    /// The number.
    pub value: f64,
    /// What exact arithmetic gives, where the plan prints a rounded number.
    pub exact: Option<f64>,
    /// Where the path is at the last value's period.
    pub path: Option<f64>,
    /// How the goal stands by this reading.
    pub state: State,
}

/// What can be said of a goal on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Where it stands.
    pub state: State,
    /// The number to reach; two when "per cent" can be read in two ways.
    pub wanted: Vec<Wanted>,
    /// What it is measured from.
    pub baseline: Option<Baseline>,
    /// The last value that counts.
    pub last: Option<Observed>,
    /// The first period of the unbroken run of values with the same state.
    pub since: Option<Period>,
    /// A value after the time was out that reaches the target. It does not change history.
    pub reached_later: Option<Observed>,
    /// The day the time was out lies behind.
    pub over: bool,
    /// "Per cent" of the change can be read in two ways, and nobody has decided.
    pub undecided: bool,
    /// Which way is better.
    pub direction: Option<Direction>,
}

impl Judgement {
    /// How far the last value is from the number to reach; zero and below is there. Only when
    /// there is one number to reach.
    pub fn left(&self) -> Option<f64> {
        let (only, last) = (self.single()?, self.last?);
        Some(worse_by(self.direction?, last.value, only.value))
    }

    /// How far the last value is behind the path; below zero is ahead of it.
    pub fn behind(&self) -> Option<f64> {
        let (only, last) = (self.single()?, self.last?);
        Some(worse_by(self.direction?, last.value, only.path?))
    }

    /// The number to reach, when there is one and not two.
    pub fn single(&self) -> Option<Wanted> {
        match self.wanted.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn only(state: State) -> Self {
        Self {
            state,
            wanted: Vec::new(),
            baseline: None,
            last: None,
            since: None,
            reached_later: None,
            over: false,
            undecided: false,
            direction: None,
        }
    }
}

/// The version of a goal's target that holds on a day: the year 2020 is judged by the target that
/// held then.
pub fn target_on(versions: &[Target], day: Date) -> Option<&Target> {
    version_on(versions, |version| version, day)
}

/// As [`target_on`], of versions that hold a target and more.
pub fn version_on<T>(versions: &[T], target: fn(&T) -> &Target, day: Date) -> Option<&T> {
    versions
        .iter()
        .filter(|version| target(version).standing == TargetStanding::Holds)
        .filter(|version| target(version).valid_from.is_none_or(|from| from <= day))
        .max_by_key(|version| target(version).version_no)
}

/// What a reader is told where the newest value is kept back from them: not an older value's judgement, which
/// those who see the newest would not give.
pub fn without_newest(judgement: Judgement) -> Judgement {
    match judgement.state {
        State::NoTarget | State::CannotBeJudged(_) => judgement,
        _ => Judgement { state: State::CannotBeJudged(Reason::Withheld), ..judgement },
    }
}

/// Says where a goal stands.
pub fn judge(facts: &Facts<'_>) -> Judgement {
    let mut known: Vec<Observed> = facts
        .values
        .iter()
        .copied()
        .filter(|seen| seen.value.is_finite() && seen.period.end() <= facts.as_of)
        .collect();
    known.sort_by_key(|seen| (seen.period.end(), seen.period.start()));
    let Some(target) = facts.target else {
        return Judgement {
            last: known.last().copied(),
            direction: facts.direction,
            ..Judgement::only(State::NoTarget)
        };
    };
    let aim = &target.aim;

    let mode = target.reading.as_ref().map_or(aim.mode, |decided| decided.mode);
    let baseline = baseline(aim, &known);
    let direction = better(aim, facts.direction);
    let mut judgement = Judgement {
        baseline,
        direction,
        undecided: aim.kind == TargetKind::Relative && aim.value.is_none() && mode == ChangeMode::Unspecified,
        over: aim.by.is_some_and(|by| by < facts.as_of),
        last: known.last().copied(),
        ..Judgement::only(State::AwaitsValue)
    };
    let cannot = |mut judgement: Judgement, reason| {
        judgement.state = State::CannotBeJudged(reason);
        judgement
    };

    let wanted = wanted(aim, mode, baseline);
    if wanted.is_empty() {
        let change = aim.kind == TargetKind::Relative && aim.change.is_some();
        return cannot(judgement, if change { Reason::BaselineMissing } else { Reason::NumberMissing });
    }
    let Some(direction) = direction else { return cannot(judgement, Reason::DirectionUnknown) };
    match facts.measured {
        None => return cannot(judgement, Reason::NoIndicator),
        Some(measured) if measured != aim.measured => return cannot(judgement, Reason::OtherUnit),
        Some(_) => {}
    }

    let after_baseline = |seen: &Observed| baseline.is_none_or(|from| year_end(from.year) < seen.period.start());
    let (mut in_time, late): (Vec<Observed>, Vec<Observed>) =
        known.into_iter().filter(after_baseline).partition(|seen| aim.by.is_none_or(|by| seen.period.end() <= by));
    // Two values of the same period end are one moment; the later start is the finer period.
    in_time.dedup_by_key(|seen| seen.period.end());
    judgement.last = in_time.last().copied();
    judgement.wanted = wanted;
    let Some(last) = judgement.last else { return judgement };

    let over = judgement.over;
    let state_of = |seen: &Observed, want: &Wanted| {
        let path = path(aim, baseline, want.value, seen.period);
        (state(aim, direction, over, last, seen, want.value, path), path)
    };
    for want in &mut judgement.wanted {
        (want.state, want.path) = state_of(&last, want);
    }
    let mut states = judgement.wanted.iter().map(|want| want.state);
    let first = states.next().unwrap_or(State::AwaitsValue);
    judgement.state =
        if states.all(|state| state == first) { first } else { State::CannotBeJudged(Reason::ReadingsDisagree) };
    if let Some(only) = judgement.single() {
        let reached = |seen: &Observed| worse_by(direction, seen.value, only.value) <= SAME;
        // Without a final value all have the same state; what is told then is whether they fell short of the
        // path, or of the target where there is no path.
        let is_short = |seen: &Observed| match state_of(seen, &only).1 {
            Some(path) => SAME < worse_by(direction, seen.value, path),
            None => !reached(seen),
        };
        let same = |seen: &Observed| {
            state_of(seen, &only).0 == only.state
                && (only.state != State::NoFinalValue || is_short(seen) == is_short(&last))
        };
        judgement.since = in_time.iter().rev().take_while(|seen| same(seen)).last().map(|seen| seen.period);
        if over && only.state != State::Met {
            judgement.reached_later = late.into_iter().find(|seen| worse_by(direction, seen.value, only.value) <= SAME);
        }
    }
    judgement
}

/// The state of one value. `last` decides whether the year of the target has a value at all.
fn state(
    aim: &Aim,
    direction: Direction,
    over: bool,
    last: Observed,
    seen: &Observed,
    wanted: f64,
    path: Option<f64>,
) -> State {
    let reached = worse_by(direction, seen.value, wanted) <= SAME;
    if aim.every_round {
        return if reached { State::Met } else { State::NotMet };
    }
    let Some(by) = aim.by else {
        return if reached { State::Met } else { State::NotMet };
    };
    if over && last.period.end().year() != by.year() {
        return State::NoFinalValue;
    }
    match (reached, over) {
        (true, _) => State::Met,
        (false, true) => State::NotMet,
        (false, false) => match path {
            Some(path) if worse_by(direction, seen.value, path) <= SAME => State::OnPath,
            _ => State::OffPath,
        },
    }
}

/// Which way is better: the kind of target says it, or the sign of the change, or the goal.
fn better(aim: &Aim, said: Option<Direction>) -> Option<Direction> {
    match aim.kind {
        TargetKind::AtLeast | TargetKind::ShareOfUnits => Some(Direction::Up),
        TargetKind::AtMost => Some(Direction::Down),
        TargetKind::Absolute => said,
        TargetKind::Relative => match aim.change {
            Some(change) if change < 0.0 => Some(Direction::Down),
            Some(change) if 0.0 < change => Some(Direction::Up),
            _ => said,
        },
    }
}

/// How much worse than `wanted` a value is.
fn worse_by(direction: Direction, value: f64, wanted: f64) -> f64 {
    match direction {
        Direction::Up => wanted - value,
        Direction::Down => value - wanted,
    }
}

/// The printed baseline, or the series' own value for the baseline year.
fn baseline(aim: &Aim, known: &[Observed]) -> Option<Baseline> {
    let year = aim.baseline_year?;
    if let Some(value) = aim.baseline_value {
        return Some(Baseline { year, value, from_series: false });
    }
    let seen = known.iter().find(|seen| seen.period == Period::Year(year))?;
    Some(Baseline { year, value: seen.value, from_series: true })
}

/// The numbers to reach: one, or two when "per cent" can be read in two ways.
fn wanted(aim: &Aim, mode: ChangeMode, baseline: Option<Baseline>) -> Vec<Wanted> {
    let plain = |mode, value, exact| Wanted { mode, value, exact, path: None, state: State::AwaitsValue };
    let change = |mode| {
        let (from, change) = (baseline?.value, aim.change?);
        Some(tidy(match mode {
            ChangeMode::Points => from + change,
            ChangeMode::Relative | ChangeMode::Unspecified => from * (1.0 + change / 100.0),
        }))
    };
    if aim.kind != TargetKind::Relative {
        return aim.value.map(|value| plain(None, value, None)).into_iter().collect();
    }
    // What the plan prints is the target; arithmetic that gives another number is told beside it.
    if let Some(value) = aim.value {
        let exact = change(mode).filter(|exact| mode != ChangeMode::Unspecified && SAME < (exact - value).abs());
        return vec![plain((mode != ChangeMode::Unspecified).then_some(mode), value, exact)];
    }
    let readings: &[ChangeMode] = match mode {
        ChangeMode::Unspecified => &[ChangeMode::Relative, ChangeMode::Points],
        ChangeMode::Relative => &[ChangeMode::Relative],
        ChangeMode::Points => &[ChangeMode::Points],
    };
    readings.iter().filter_map(|mode| change(*mode).map(|value| plain(Some(*mode), value, None))).collect()
}

/// Where the straight path from the baseline to the target is at the end of a period.
pub fn path(aim: &Aim, baseline: Option<Baseline>, wanted: f64, period: Period) -> Option<f64> {
    let (from, by) = (baseline?, aim.by?);
    let start = moment(year_end(from.year));
    let whole = moment(by) - start;
    let gone = moment(period.end()) - start;
    if whole <= 0.0 || gone < 0.0 {
        return None;
    }
    Some(from.value + (wanted - from.value) * (gone / whole).min(1.0))
}

/// Without what binary arithmetic leaves behind: 13.7 less a quarter is 10.275.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { value }
}

fn year_end(year: i16) -> Date {
    Period::Year(year).end()
}

/// The end of a day in years, so that each year weighs the same whether it has a leap day or not.
fn moment(day: Date) -> f64 {
    f64::from(day.year()) + f64::from(day.day_of_year()) / f64::from(day.days_in_year())
}

/// The share of units that fulfil a rule, over those that could be judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Units that fulfil it.
    pub n: usize,
    /// Units that could be judged.
    pub of: usize,
    /// Units left out because they are too small to be shown or have no value.
    pub left_out: usize,
}

impl Share {
    /// Per cent; `None` when no unit could be judged.
    pub fn percent(self) -> Option<f64> {
        let (n, of) = (u32::try_from(self.n).ok()?, u32::try_from(self.of).ok()?);
        (0 < of).then(|| f64::from(n) * 100.0 / f64::from(of))
    }
}

/// Counts the units whose value reaches `limit`; those without a value are left out and counted.
pub fn share_of_units(values: &[Option<f64>], direction: Direction, limit: f64) -> Share {
    let judged: Vec<f64> = values.iter().copied().flatten().collect();
    Share {
        n: judged.iter().filter(|value| worse_by(direction, **value, limit) <= SAME).count(),
        of: judged.len(),
        left_out: values.len() - judged.len(),
    }
}

/// How many numeric targets stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Goals with a target in numbers.
    pub targets: i64,
    /// Of these, those of which something can be said.
    pub judged: i64,
    /// Those of which nothing can be said.
    pub cannot: i64,
    /// Those that await a value.
    pub awaits: i64,
    /// Those that are met.
    pub met: i64,
    /// Those that are on path.
    pub on_path: i64,
    /// Those that are off path, not met, or ended without a value for the last year.
    pub behind: i64,
}

/// Counts states.
pub fn tally(states: impl IntoIterator<Item = State>) -> Tally {
    let mut tally = Tally::default();
    for state in states {
        let Some(class) = state.class() else { continue };
        tally.targets += 1;
        match class {
            Class::Judged => tally.judged += 1,
            Class::CannotBeJudged => tally.cannot += 1,
            Class::AwaitsValue => tally.awaits += 1,
        }
        match state {
            State::Met => tally.met += 1,
            State::OnPath => tally.on_path += 1,
            State::NotMet | State::OffPath | State::NoFinalValue => tally.behind += 1,
            State::NoTarget | State::CannotBeJudged(_) | State::AwaitsValue => {}
        }
    }
    tally
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
