//! Decisions about values: what cannot be right, what is worked out, how sure a share is, and
//! which period comes next.

pub mod areas;
pub mod cause;
pub mod chart;
pub mod counted;
pub mod coverage;
pub mod disclosure;
pub mod due;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod following;
pub mod published;
pub mod reading;
pub mod rebase;
pub mod rollup;
pub mod scan;
pub mod sources;
pub mod spread;
pub mod typed;

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::Period;
use varde_kernel::access::Action;

use crate::model::{Entry, Indicator, Measure, Observation, State};

/// The first and last year that a value may belong to. Spreadsheets that mistake a number for a
/// date end up before the first.
pub const YEARS: std::ops::RangeInclusive<i16> = 1901..=2200;
/// Larger numbers are mistakes of typing, and no longer exact.
pub const LARGEST: f64 = 1e13;

/// Something that cannot be right about a value.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum Fault {
    /// Neither a value, a part of one, nor a reason why it is missing.
    #[error("nothing is given")]
    Nothing,
    /// A share below 0 or above 100 per cent.
    #[error("a share outside 0 to 100 per cent")]
    ShareOutside,
    /// A count below zero.
    #[error("a negative count")]
    Negative,
    /// A number beyond all sense.
    #[error("a number that is too large")]
    TooLarge,
    /// Nothing under the line.
    #[error("a denominator of zero")]
    DenominatorZero,
    /// A numerator without what it is out of.
    #[error("a numerator without a denominator")]
    DenominatorMissing,
    /// More over the line than under it.
    #[error("a numerator above the denominator")]
    NumeratorAbove,
    /// A count or rank that is no whole number.
    #[error("no whole number")]
    NotWhole,
    /// Half a person or event over the line.
    #[error("a numerator that counts, and is no whole number")]
    NumeratorNotWhole,
    /// Half a person or event under the line.
    #[error("a denominator that counts, and is no whole number")]
    DenominatorNotWhole,
    /// Low, value and high in another order.
    #[error("low, value and high out of order")]
    RangeOrder,
    /// A coverage below 0 or above 100 per cent.
    #[error("a coverage outside 0 to 100 per cent")]
    CoverageOutside,
    /// A coverage that is neither per cent nor a count out of another.
    #[error("a coverage that cannot be read")]
    CoverageUnread,
    /// A reason why there is no value, beside a value.
    #[error("both a value and a reason why there is none")]
    MissingAndValue,
    /// A value that is not what numerator and denominator give.
    #[error("the value disagrees with numerator and denominator")]
    Disagrees {
        /// What they give.
        computed: f64,
    },
}

impl Fault {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "indicators-fault-nothing",
            Self::ShareOutside => "indicators-fault-share",
            Self::Negative => "indicators-fault-negative",
            Self::TooLarge => "indicators-fault-large",
            Self::DenominatorZero => "indicators-fault-denominator-zero",
            Self::DenominatorMissing => "indicators-fault-denominator-missing",
            Self::NumeratorAbove => "indicators-fault-numerator-above",
            Self::NotWhole => "indicators-fault-whole",
            Self::NumeratorNotWhole | Self::DenominatorNotWhole => "indicators-fault-counted",
            Self::RangeOrder => "indicators-fault-range",
            Self::CoverageOutside => "indicators-fault-coverage",
            Self::CoverageUnread => "indicators-fault-coverage-unread",
            Self::MissingAndValue => "indicators-fault-missing-value",
            Self::Disagrees { .. } => "indicators-fault-disagrees",
        }
    }

    /// The field that it concerns.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Nothing | Self::DenominatorMissing | Self::DenominatorZero | Self::DenominatorNotWhole => {
                "denominator"
            }
            Self::Negative | Self::NumeratorAbove | Self::TooLarge | Self::NumeratorNotWhole => "numerator",
            Self::CoverageOutside | Self::CoverageUnread => "coverage",
            Self::MissingAndValue => "missing",
            Self::ShareOutside | Self::NotWhole | Self::RangeOrder | Self::Disagrees { .. } => "value",
        }
    }
}

/// What numerator and denominator give in the measure; `None` when they are not both known, when
/// there is nothing under the line, or when the measure is not worked out from them.
pub fn computed(measure: Measure, per: Option<f64>, entry: &Entry) -> Option<f64> {
    let (numerator, denominator) = (entry.numerator?, entry.denominator.filter(|n| 0.0 < *n)?);
    let ratio = numerator / denominator;
    match measure {
        Measure::Percent => Some(ratio * 100.0),
        Measure::Rate => per.map(|per| ratio * per),
        Measure::Ratio | Measure::Score => Some(ratio),
        Measure::Count | Measure::Rank | Measure::Nok | Measure::Fte | Measure::Years => None,
    }
}

/// Fills in the value where numerator and denominator give it and none was typed.
#[must_use]
pub fn completed(measure: Measure, per: Option<f64>, entry: Entry) -> Entry {
    let value = entry.value.or_else(|| computed(measure, per, &entry));
    Entry { value, ..entry }
}

/// Everything that cannot be right about a value that someone reports; what is worked out here goes through [`check`].
pub fn check_reported(indicator: &Indicator, entry: &Entry) -> Vec<Fault> {
    let mut faults = check(indicator.measure, indicator.per, entry);
    faults.extend(counted::check(indicator, entry));
    faults
}

/// Everything that cannot be right about a value.
pub fn check(measure: Measure, per: Option<f64>, entry: &Entry) -> Vec<Fault> {
    let mut faults = Vec::new();
    let numbers = [entry.numerator, entry.denominator, entry.value, entry.low, entry.high];
    if numbers.iter().all(Option::is_none) && entry.note.is_empty() && entry.missing.is_none() {
        faults.push(Fault::Nothing);
    }
    if entry.missing.is_some() && (entry.value.is_some() || entry.numerator.is_some()) {
        faults.push(Fault::MissingAndValue);
    }
    if entry.coverage.is_some_and(|coverage| !(0.0..=100.0).contains(&coverage)) {
        faults.push(Fault::CoverageOutside);
    }
    if numbers.iter().flatten().any(|number| !number.is_finite() || LARGEST < number.abs()) {
        faults.push(Fault::TooLarge);
        return faults;
    }
    if [entry.numerator, entry.denominator].into_iter().flatten().any(|number| number < 0.0) {
        faults.push(Fault::Negative);
    }
    match (entry.numerator, entry.denominator) {
        (Some(_), None) if measure.has_denominator() && entry.value.is_none() => faults.push(Fault::DenominatorMissing),
        (Some(_), Some(denominator)) if denominator.total_cmp(&0.0).is_eq() => faults.push(Fault::DenominatorZero),
        (Some(numerator), Some(denominator)) if measure == Measure::Percent && denominator < numerator => {
            faults.push(Fault::NumeratorAbove);
        }
        _ => {}
    }
    faults.extend(check_value(measure, per, entry));
    faults
}

fn check_value(measure: Measure, per: Option<f64>, entry: &Entry) -> Vec<Fault> {
    let mut faults = Vec::new();
    let typed = [entry.value, entry.low, entry.high];
    let mut values = typed.iter().flatten();
    match measure {
        Measure::Percent if values.any(|value| !(0.0..=100.0).contains(value)) => faults.push(Fault::ShareOutside),
        Measure::Count | Measure::Rate | Measure::Ratio | Measure::Fte | Measure::Years
            if values.any(|value| *value < 0.0) =>
        {
            faults.push(Fault::Negative);
        }
        // A count that the source rounds ("about 1.5 million") is still whole; half a case is not.
        Measure::Count | Measure::Rank if entry.value.is_some_and(|value| value.fract() != 0.0) => {
            faults.push(Fault::NotWhole);
        }
        _ => {}
    }
    let ends = [entry.low, entry.value, entry.high];
    let known: Vec<f64> = ends.into_iter().flatten().collect();
    if !known.is_sorted() {
        faults.push(Fault::RangeOrder);
    }
    if let (Some(value), Some(computed)) = (entry.value, computed(measure, per, entry))
        && !agrees(value, computed)
    {
        faults.push(Fault::Disagrees { computed });
    }
    faults
}

/// Whether `printed` is `exact` rounded to as many decimals as it is printed with, or nearer.
pub fn agrees(printed: f64, exact: f64) -> bool {
    let text = printed.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half_step = 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX));
    (printed - exact).abs() <= half_step + 1e-9 * exact.abs().max(1.0)
}

/// The 95 % interval of a share, as two shares between 0 and 1. `None` unless 0 ≤ numerator ≤
/// denominator and 0 < denominator. See docs/methods/intervals.md.
pub fn wilson(numerator: f64, denominator: f64) -> Option<(f64, f64)> {
    varde_stats::interval::wilson(numerator, denominator, 0.95).map(|interval| (interval.low, interval.high))
}

/// The 95 % interval to show with a value of `measure`, in the value's own unit: the one that was
/// given, or Wilson's for a share with known numerator and denominator.
pub fn interval(measure: Measure, entry: &Entry) -> Option<(f64, f64)> {
    if let (Some(low), Some(high)) = (entry.low, entry.high) {
        return Some((low, high));
    }
    if measure != Measure::Percent {
        return None;
    }
    let (low, high) = wilson(entry.numerator?, entry.denominator?)?;
    Some((low * 100.0, high * 100.0))
}

/// The newest value that is known; a period reported as missing does not count.
pub fn latest(values: &[Observation]) -> Option<&Observation> {
    values
        .iter()
        .filter(|observation| observation.value.is_some())
        .max_by_key(|observation| (observation.period.end(), observation.period.start()))
}

/// The states that may come next, and whether each takes the authority of the unit
/// ([`Action::Approve`]) or only its quality workers ([`Action::Edit`]).
pub const fn next_states(state: State) -> &'static [(State, Action)] {
    use State::{Adopted, Piloted, Proposed, Retired, Specified};
    match state {
        Proposed => &[(Specified, Action::Edit), (Retired, Action::Approve)],
        Specified => {
            &[(Proposed, Action::Edit), (Piloted, Action::Edit), (Adopted, Action::Approve), (Retired, Action::Approve)]
        }
        Piloted => &[(Specified, Action::Edit), (Adopted, Action::Approve), (Retired, Action::Approve)],
        Adopted => &[(Retired, Action::Approve)],
        Retired => &[(Proposed, Action::Edit)],
    }
}

/// Why an indicator may not take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// The state does not follow from the one it is in.
    #[error("the step is out of order")]
    OutOfOrder,
    /// Nobody can count by a definition that is not written.
    #[error("the definition is not written")]
    Undefined,
}

impl StepRefused {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OutOfOrder => "indicators-fault-step",
            Self::Undefined => "indicators-fault-undefined",
        }
    }
}

/// Moves an indicator one step in its life, and says what right it takes.
///
/// # Errors
///
/// [`StepRefused`] names the rule that stopped it.
pub fn step(indicator: &Indicator, to: State) -> Result<Action, StepRefused> {
    let found = next_states(indicator.state).iter().find(|(state, _)| *state == to);
    let (_, action) = found.ok_or(StepRefused::OutOfOrder)?;
    let in_use = matches!(to, State::Specified | State::Piloted | State::Adopted);
    let parts =
        indicator.measure.has_denominator() && (indicator.numerator.is_empty() || indicator.denominator.is_empty());
    if in_use && (indicator.definition.is_empty() || parts) {
        return Err(StepRefused::Undefined);
    }
    Ok(*action)
}

/// Why a text is no period that a value can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodFault {
    /// It is written in a way we do not know.
    #[error("no period")]
    Unreadable,
    /// It lies before or after all sense.
    #[error("a year that cannot be meant")]
    Year,
    /// It has not begun.
    #[error("a period that has not begun")]
    Future,
}

impl PeriodFault {
    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "indicators-fault-period",
            Self::Year => "indicators-fault-period-year",
            Self::Future => "indicators-fault-period-future",
        }
    }
}

/// Whether a period lies in years that can be meant.
pub fn is_in_years(period: Period) -> bool {
    YEARS.contains(&period.start().year()) && YEARS.contains(&period.end().year())
}

/// Reads a period as people write it: `2026-10`, `10.2026`, `2026-T2`, `t2 2026`, `2026`.
///
/// # Errors
///
/// [`PeriodFault`] when it is none, lies outside [`YEARS`] or has not begun on `today`.
pub fn read_period(text: &str, today: Date) -> Result<Period, PeriodFault> {
    let text = text.trim().to_uppercase();
    let turned = text
        .split_once(['.', '/', ' '])
        .filter(|(_, year)| year.len() == 4)
        .map(|(part, year)| if part.len() == 1 { format!("{year}-0{part}") } else { format!("{year}-{part}") });
    let period = text
        .parse::<Period>()
        .or_else(|fault| turned.as_deref().map_or(Err(fault), str::parse))
        .map_err(|_| PeriodFault::Unreadable)?;
    if !is_in_years(period) {
        return Err(PeriodFault::Year);
    }
    if today < period.start() {
        return Err(PeriodFault::Future);
    }
    Ok(period)
}

/// The period that one is most likely to report on `today`: the one after the latest in the
/// series, as long as it has begun, or the month before this one.
pub fn next_period(latest: Option<Period>, today: Date) -> Period {
    let last_month = today.saturating_sub(1.month());
    let Some(latest) = latest else { return Period::Month(last_month.year(), last_month.month()) };
    let day = latest.end().saturating_add(1.day());
    let (year, month) = (day.year(), day.month());
    let next = match latest {
        Period::Year(_) | Period::Years(..) => Period::Year(year),
        Period::Half(..) => Period::Half(year, (month - 1) / 6 + 1),
        Period::Tertial(..) => Period::Tertial(year, (month - 1) / 4 + 1),
        Period::Quarter(..) => Period::Quarter(year, (month - 1) / 3 + 1),
        Period::Month(..) => Period::Month(year, month),
        Period::Week(..) => {
            let week = day.iso_week_date();
            Period::Week(week.year(), week.week())
        }
        Period::Day(_) => Period::Day(day),
    };
    if today < next.start() { latest } else { next }
}

#[cfg(test)]
mod tests;
