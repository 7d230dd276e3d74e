//! Periods as whole numbers that an engine can count with.

use crate::event::{DAY, closed};

closed! {
    /// How long a period is; the number is its months.
    PeriodType {
        /// A month.
        Month 1 "month",
        /// A quarter.
        Quarter 3 "quarter",
        /// A Norwegian tertial.
        Tertial 4 "tertial",
        /// Half a year.
        Half 6 "half",
        /// A year.
        Year 12 "year",
    }
}

impl PeriodType {
    /// The period that holds a month: periods of a type are numbered on from the year 0.
    pub const fn of_month(self, month: i32) -> i32 {
        month.div_euclid(self.code())
    }

    /// The first month of a period.
    pub const fn first_month(self, period: i32) -> i32 {
        period.saturating_mul(self.code())
    }

    /// The period as text, such as `2025`, `2025-T1`, `2025-Q4` or `2025-03`.
    pub fn text(self, period: i32) -> String {
        let month = self.first_month(period);
        let (year, within) = (month.div_euclid(12), month.rem_euclid(12) / self.code() + 1);
        match self {
            Self::Year => format!("{year:04}"),
            Self::Half => format!("{year:04}-H{within}"),
            Self::Tertial => format!("{year:04}-T{within}"),
            Self::Quarter => format!("{year:04}-Q{within}"),
            Self::Month => format!("{year:04}-{within:02}"),
        }
    }

    /// The first second after a period, in UTC.
    pub fn end_of(self, period: i32) -> i64 {
        seconds_at_month(self.first_month(period.saturating_add(1)))
    }
}

/// The month in which an instant lies, in UTC.
pub const fn month_of(second: i64) -> i32 {
    // Days to a civil date: Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let z = second.div_euclid(DAY) + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + if month <= 2 { 1 } else { 0 };
    clamp(year * 12 + month - 1)
}

#[expect(clippy::cast_possible_truncation, reason = "held within the bounds of the type just before")]
const fn clamp(value: i64) -> i32 {
    if value < i32::MIN as i64 {
        i32::MIN
    } else if (i32::MAX as i64) < value {
        i32::MAX
    } else {
        value as i32
    }
}

/// The first second of a month, in UTC.
pub fn seconds_at_month(month: i32) -> i64 {
    // Hinnant, days_from_civil, for the first of the month.
    let (year, m) = (i64::from(month.div_euclid(12)), i64::from(month.rem_euclid(12)) + 1);
    let y = if m <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (if 2 < m { m - 3 } else { m + 9 }) + 2) / 5;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    (era * 146_097 + doe - 719_468) * DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sort: PeriodType, month: (i32, i32), text: &str) {
        assert_eq!(sort.text(sort.of_month(month.0 * 12 + month.1 - 1)), text);
    }

    #[test]
    fn every_sort_names_the_period_that_holds_a_month() {
        check(PeriodType::Year, (2025, 12), "2025");
        check(PeriodType::Half, (2025, 7), "2025-H2");
        check(PeriodType::Tertial, (2025, 4), "2025-T1");
        check(PeriodType::Tertial, (2025, 9), "2025-T3");
        check(PeriodType::Quarter, (2025, 10), "2025-Q4");
        check(PeriodType::Month, (2025, 3), "2025-03");
    }

    /// Instants from `date -u -d … +%s` of GNU coreutils.
    #[test]
    fn months_and_seconds_agree_with_the_calendar() {
        for (year, month, first) in
            [(1970, 1, 0), (2000, 3, 951_868_800), (2024, 3, 1_709_251_200), (2026, 1, 1_767_225_600)]
        {
            let number = year * 12 + month - 1;
            assert_eq!(seconds_at_month(number), first);
            assert_eq!(month_of(first), number);
            assert_eq!(month_of(first - 1), number - 1);
        }
    }
}
