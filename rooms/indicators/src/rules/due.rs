//! Which values are due, and when.

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::{Period, UnitKind};

use super::chart::sort_of;
use crate::model::{Indicator, Level, Observation, Schedule};

/// Days within which a signal is commented when nobody has said otherwise (S4-055).
pub const COMMENT_DAYS: i64 = 14;
/// Days after its period within which a value is due when nobody has said otherwise.
pub const DUE_DAYS: i64 = 15;
/// No more periods than this are asked for at a time: a series that stopped long ago is not caught
/// up with in one sitting.
const MOST_DUE: usize = 6;

/// The level of the service that a unit belongs to.
pub const fn level_of(kind: UnitKind) -> Level {
    match kind {
        UnitKind::Nation | UnitKind::Ministry | UnitKind::Authority => Level::National,
        UnitKind::RegionalHealthAuthority | UnitKind::County => Level::Regional,
        UnitKind::Municipality
        | UnitKind::MunicipalService
        | UnitKind::NursingHome
        | UnitKind::HomeCare
        | UnitKind::GpPractice
        | UnitKind::OutOfHours => Level::Municipal,
        UnitKind::HealthTrust
        | UnitKind::Hospital
        | UnitKind::Clinic
        | UnitKind::Department
        | UnitKind::Ward
        | UnitKind::PrivateProvider
        | UnitKind::CompetenceCentre => Level::Enterprise,
        UnitKind::Organisation | UnitKind::Education | UnitKind::Other => Level::All,
    }
}

/// The schedule that holds for a level: its own, or the one for every level.
pub fn schedule_for(schedules: &[Schedule], level: Level) -> Option<&Schedule> {
    let of = |wanted: Level| schedules.iter().find(|schedule| schedule.level == wanted);
    of(level).or_else(|| of(Level::All))
}

/// Whether a level is asked for values at all. Nations and authorities publish theirs when they do: only a
/// schedule that someone has set makes a value due there.
pub fn is_asked(level: Level, schedule: Option<&Schedule>) -> bool {
    schedule.is_some() || level != Level::National
}

/// A value that someone is to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// For which period.
    pub period: Period,
    /// By when.
    pub by: Date,
}

/// The periods of a series that are over and have no value, oldest first.
///
/// How often it is measured is what the level's schedule says, what the definition sheet says first,
/// or what its values are like.
pub fn due(indicator: &Indicator, schedule: Option<&Schedule>, values: &[Observation], today: Date) -> Vec<Due> {
    let sort = schedule
        .map(|schedule| schedule.period)
        .or_else(|| indicator.sheet.periods.first().copied())
        .or_else(|| sort_of(values));
    let Some(sort) = sort else { return Vec::new() };
    let days = schedule.map_or(DUE_DAYS, |schedule| schedule.due_days);
    let over = sort.last_over(today);
    let newest =
        values.iter().filter(|one| one.period.sort() == Some(sort)).map(|one| one.period).max_by_key(|p| p.end());
    let mut period = newest.and_then(Period::following).unwrap_or(over);
    let mut found = Vec::new();
    while period.end() <= over.end() {
        found.push(Due { period, by: period.end().saturating_add(days.days()) });
        match period.following() {
            Some(next) => period = next,
            None => break,
        }
    }
    let from = found.len().saturating_sub(MOST_DUE);
    found.split_off(from)
}

#[cfg(test)]
mod tests {
    use varde_kernel::PeriodType;

    use super::*;
    use crate::rules::fixtures::{month, observation, rate};

    #[track_caller]
    fn check(indicator: &Indicator, schedule: Option<&Schedule>, values: &[Observation], expected: &[(&str, &str)]) {
        let found = due(indicator, schedule, values, "2026-11-22".parse().unwrap());
        let found: Vec<(String, String)> =
            found.iter().map(|one| (one.period.to_string(), one.by.to_string())).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_nation_is_asked_by_its_schedule_alone() {
        let yearly = Schedule { level: Level::National, period: PeriodType::Year, due_days: 60, comment_days: 14 };
        assert!(!is_asked(Level::National, None) && is_asked(Level::National, Some(&yearly)));
        assert!(is_asked(Level::Enterprise, None));
    }

    #[test]
    fn what_is_over_and_has_no_value_is_due() {
        let monthly = [observation(month(32), 1.0, 20.0)]; // September 2026
        check(&rate(), None, &monthly, &[("2026-10", "2026-11-15")]);
        check(&rate(), None, &[observation(month(33), 1.0, 20.0)], &[]);
        let tertial = Schedule { level: Level::All, period: PeriodType::Tertial, due_days: 60, comment_days: 14 };
        check(&rate(), Some(&tertial), &[], &[("2026-T2", "2026-10-30")]);
        // Nobody has said how often, and there is no value to tell by.
        check(&rate(), None, &[], &[]);
    }

    #[test]
    fn a_series_that_stopped_is_not_caught_up_with_at_once() {
        let found = due(&rate(), None, &[observation(month(0), 1.0, 20.0)], "2026-11-22".parse().unwrap());
        assert_eq!(found.len(), 6);
        assert_eq!(found[5].period, month(33));
    }

    #[test]
    fn a_level_without_a_schedule_follows_the_one_for_all() {
        let one = |level, due_days| Schedule { level, period: PeriodType::Month, due_days, comment_days: 14 };
        let both = [one(Level::All, 15), one(Level::Municipal, 20)];
        assert_eq!(schedule_for(&both, Level::Municipal).unwrap().due_days, 20);
        assert_eq!(schedule_for(&both, Level::Enterprise).unwrap().due_days, 15);
        assert!(schedule_for(&both[1..], Level::National).is_none());
    }
}
