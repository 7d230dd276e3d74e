//! Periods that values belong to, and the validity of things in time.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A period that a value, goal or round belongs to. Written and read as text:
/// `2023`, `2023-H1`, `2023-T1` (tertial), `2023-Q1`, `2023-01`, `2023-W01`, `2023-01-31`
/// or `2012/2022` (years from and to, both included).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// Half a year, 1 or 2.
    Half(i16, i8),
    /// A Norwegian tertial (four months), 1 to 3.
    Tertial(i16, i8),
    /// A quarter, 1 to 4.
    Quarter(i16, i8),
    /// A month, 1 to 12.
    Month(i16, i8),
    /// An ISO week.
    Week(i16, i8),
    /// One day.
    Day(Date),
    /// Several whole years.
    Years(i16, i16),
}

/// The text is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no period; write for example 2023, 2023-T1, 2023-Q2, 2023-05 or 2023-W07")]
pub struct PeriodError(pub String);

impl Period {
    /// The first day.
    pub fn start(self) -> Date {
        match self {
            Self::Year(year) | Self::Years(year, _) => date(year, 1),
            Self::Half(year, half) => date(year, (half - 1) * 6 + 1),
            Self::Tertial(year, tertial) => date(year, (tertial - 1) * 4 + 1),
            Self::Quarter(year, quarter) => date(year, (quarter - 1) * 3 + 1),
            Self::Month(year, month) => date(year, month),
            Self::Week(year, week) => {
                ISOWeekDate::new(year, week, Weekday::Monday).map_or(Date::MIN, ISOWeekDate::date)
            }
            Self::Day(day) => day,
        }
    }

    /// The last day (included).
    pub fn end(self) -> Date {
        let next = match self {
            Self::Year(year) => date_or_max(year.checked_add(1), 1),
            Self::Years(_, last) => date_or_max(last.checked_add(1), 1),
            Self::Half(..) => self.start().saturating_add(6.months()),
            Self::Tertial(..) => self.start().saturating_add(4.months()),
            Self::Quarter(..) => self.start().saturating_add(3.months()),
            Self::Month(..) => self.start().saturating_add(1.month()),
            Self::Week(..) => self.start().saturating_add(7.days()),
            Self::Day(day) => return day,
        };
        next.saturating_sub(1.day())
    }

    /// The period of one year that holds `date`.
    pub fn year_of(date: Date) -> Self {
        Self::Year(date.year())
    }

    /// The middle of the period as a number of years, for drawing on a time axis.
    pub fn middle(self) -> f64 {
        f64::midpoint(years(self.start()), years(self.end().saturating_add(1.day())))
    }
}

/// A date as a number of years, for drawing on a time axis.
fn years(date: Date) -> f64 {
    f64::from(date.year()) + f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year())
}

fn date(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}

fn date_or_max(year: Option<i16>, month: i8) -> Date {
    year.and_then(|year| Date::new(year, month, 1).ok()).unwrap_or(Date::MAX)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, n) => write!(f, "{year:04}-H{n}"),
            Self::Tertial(year, n) => write!(f, "{year:04}-T{n}"),
            Self::Quarter(year, n) => write!(f, "{year:04}-Q{n}"),
            Self::Month(year, n) => write!(f, "{year:04}-{n:02}"),
            Self::Week(year, n) => write!(f, "{year:04}-W{n:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Years(first, last) => write!(f, "{first:04}/{last:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let error = || PeriodError(text.to_owned());
        let number = |part: &str, low: i8, high: i8| {
            let n: i8 = part.parse().map_err(|_| error())?;
            if (low..=high).contains(&n) { Ok(n) } else { Err(error()) }
        };
        let year = |part: &str| {
            let valid = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
            let year: i16 = part.parse().map_err(|_| error())?;
            if valid && 1000 <= year { Ok(year) } else { Err(error()) }
        };
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (year(first)?, year(last)?);
            return if first < last { Ok(Self::Years(first, last)) } else { Err(error()) };
        }
        let Some((start, rest)) = text.split_once('-') else {
            return year(text).map(Self::Year);
        };
        let y = year(start)?;
        if rest.contains('-') {
            return text.parse().map(Self::Day).map_err(|_| error());
        }
        if let Some(n) = rest.strip_prefix('H') {
            return number(n, 1, 2).map(|n| Self::Half(y, n));
        }
        if let Some(n) = rest.strip_prefix('T') {
            return number(n, 1, 3).map(|n| Self::Tertial(y, n));
        }
        if let Some(n) = rest.strip_prefix('Q') {
            return number(n, 1, 4).map(|n| Self::Quarter(y, n));
        }
        if let Some(n) = rest.strip_prefix('W') {
            let n = number(n, 1, 53)?;
            return match ISOWeekDate::new(y, n, Weekday::Monday) {
                Ok(_) => Ok(Self::Week(y, n)),
                Err(_) => Err(error()),
            };
        }
        if rest.len() == 2 { number(rest, 1, 12).map(|n| Self::Month(y, n)) } else { Err(error()) }
    }
}

/// When something holds: from a day (included) until a day (not included), or until further
/// notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// The first day on which it holds.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub to: Option<Date>,
}

impl Validity {
    /// Valid from a day until further notice.
    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// Whether it holds on `day`.
    pub fn holds_on(self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Whether the two share at least one day.
    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }

    /// Whether it ends before it begins, or on the same day.
    pub fn is_empty(self) -> bool {
        self.to.is_some_and(|to| to <= self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, start: &str, end: &str) {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.to_string(), text);
        assert_eq!(period.start().to_string(), start);
        assert_eq!(period.end().to_string(), end);
    }

    #[test]
    fn periods_read_and_write_and_know_their_days() {
        check("2023", "2023-01-01", "2023-12-31");
        check("2023-H2", "2023-07-01", "2023-12-31");
        check("2023-T2", "2023-05-01", "2023-08-31");
        check("2024-Q1", "2024-01-01", "2024-03-31");
        check("2024-02", "2024-02-01", "2024-02-29");
        check("2020-W53", "2020-12-28", "2021-01-03");
        check("2023-05-17", "2023-05-17", "2023-05-17");
        check("2012/2022", "2012-01-01", "2022-12-31");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "23", "2023-13", "2023-T4", "2023-5", "2021-W53", "2022/2012", "2023-02-30", "+023"] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError(text.into())), "{text}");
        }
    }

    #[test]
    fn validity_is_half_open() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let valid = Validity { from: day("2020-01-01"), to: Some(day("2024-01-01")) };
        assert!(valid.holds_on(day("2023-12-31")));
        assert!(!valid.holds_on(day("2024-01-01")));
        assert!(!valid.overlaps(Validity::since(day("2024-01-01"))));
        assert!(valid.overlaps(Validity::since(day("2023-12-31"))));
    }
}
