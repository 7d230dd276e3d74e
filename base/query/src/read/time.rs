//! Dates and instants as files have them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// An instant with what civil time says of it in the service's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// Seconds since 1970 in UTC.
    pub second: i64,
    /// The civil day.
    pub day: Date,
    /// The civil month, counted from the year 0.
    pub month: i32,
    /// Whether the file told the time of day.
    pub has_time: bool,
}

/// Reads `2025-01-31`, `2025-01-31T14:05`, `2025-01-31 14:05:30` (civil time in `zone`), or an instant with
/// offset such as `2025-01-31T14:05:30+01:00`. A day alone is its first second.
pub fn instant(text: &str, zone: &TimeZone) -> Option<Instant> {
    let text = text.trim();
    let (zoned, has_time): (Zoned, bool) = if text.len() <= 10 {
        (text.parse::<Date>().ok()?.to_zoned(zone.clone()).ok()?, false)
    } else if let Ok(timestamp) = text.parse::<Timestamp>() {
        (timestamp.to_zoned(zone.clone()), true)
    } else {
        (text.parse::<DateTime>().ok()?.to_zoned(zone.clone()).ok()?, true)
    };
    let day = zoned.date();
    // Whoever was born or treated before this is a slip of the pen; periods are numbered from the year 0.
    (1850 <= day.year() && day.year() < 2_200).then(|| Instant {
        second: zoned.timestamp().as_second(),
        day,
        month: i32::from(day.year()) * 12 + i32::from(day.month()) - 1,
        has_time,
    })
}

/// The instant of a death: a day alone is its last second, so that nobody dies before being admitted that day.
pub(super) fn death(text: &str, zone: &TimeZone) -> Option<i64> {
    let at = instant(text, zone)?;
    if at.has_time {
        return Some(at.second);
    }
    Some(at.day.tomorrow().ok()?.to_zoned(zone.clone()).ok()?.timestamp().as_second() - 1)
}

/// Whole years from birth to a day; none when born after it, or more than 130 years before.
pub(super) fn age(born: Date, on: Date) -> Option<i32> {
    let had_birthday = (born.month(), born.day()) <= (on.month(), on.day());
    let years = i32::from(on.year()) - i32::from(born.year()) - i32::from(!had_birthday);
    (0..=130).contains(&years).then_some(years)
}

/// Civil days from one instant to another.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Oslo").unwrap()
    }

    #[track_caller]
    fn check(text: &str, second: i64, day: &str) {
        let found = instant(text, &zone()).unwrap();
        assert_eq!((found.second, found.day), (second, day.parse().unwrap()));
    }

    #[test]
    fn civil_time_has_a_zone() {
        check("2025-01-01", 1_735_686_000, "2025-01-01");
        check("2025-07-01T00:00", 1_751_320_800, "2025-07-01");
        check("2025-07-01 12:30:15", 1_751_365_815, "2025-07-01");
        // New Year's Eve in UTC, New Year's Day in Norway: the civil day decides the period.
        check("2024-12-31T23:30:00Z", 1_735_687_800, "2025-01-01");
        check("2025-01-01T00:30:00+01:00", 1_735_687_800, "2025-01-01");
        for wrong in ["", "31.01.2025", "2025-02-30", "2025-13-01", "yesterday", "0001-01-01", "2025-01-01T25:00"] {
            assert_eq!(instant(wrong, &zone()), None, "{wrong}");
        }
    }

    #[test]
    fn ages_and_deaths() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(age(day("1950-06-15"), day("2025-06-14")), Some(74));
        assert_eq!(age(day("1950-06-15"), day("2025-06-15")), Some(75));
        assert_eq!(age(day("2026-01-01"), day("2025-06-15")), None);
        assert_eq!(death("2025-01-01", &zone()), Some(1_735_686_000 + 86_399));
        assert_eq!(days_between(day("2025-02-27"), day("2025-03-02")), 3);
    }
}
