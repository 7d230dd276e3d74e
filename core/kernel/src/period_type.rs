//! Sorts of periods, and going from one period to the next.

use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::Period;

macro_rules! period_types {
    ($($(#[$doc:meta])* $name:ident $text:literal $per_year:literal;)*) => {
        /// How long the periods of a series are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum PeriodType { $($(#[$doc])* $name,)* }

        impl PeriodType {
            /// Every sort, the shortest first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in files, the database and the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// About how many there are in a year.
            pub const fn per_year(self) -> u16 {
                match self { $(Self::$name => $per_year,)* }
            }
        }

        impl FromStr for PeriodType {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$name),)* _ => Err(()) }
            }
        }
    };
}

period_types! {
    /// Days.
    Day "day" 365;
    /// ISO weeks.
    Week "week" 52;
    /// Months.
    Month "month" 12;
    /// Quarters.
    Quarter "quarter" 4;
    /// Norwegian tertials of four months.
    Tertial "tertial" 3;
    /// Half-years.
    Half "half" 2;
    /// Years.
    Year "year" 1;
}

impl PeriodType {
    /// The period of this sort that holds `date`.
    pub fn holding(self, date: Date) -> Period {
        let (year, month) = (date.year(), date.month());
        match self {
            Self::Day => Period::Day(date),
            Self::Week => {
                let week = date.iso_week_date();
                Period::Week(week.year(), week.week())
            }
            Self::Month => Period::Month(year, month),
            Self::Quarter => Period::Quarter(year, (month - 1) / 3 + 1),
            Self::Tertial => Period::Tertial(year, (month - 1) / 4 + 1),
            Self::Half => Period::Half(year, (month - 1) / 6 + 1),
            Self::Year => Period::Year(year),
        }
    }

    /// The newest period of this sort that is over on `today`.
    pub fn last_over(self, today: Date) -> Period {
        self.holding(today).previous().unwrap_or_else(|| self.holding(today))
    }
}

impl Period {
    /// Its sort; none for several years together.
    pub const fn sort(self) -> Option<PeriodType> {
        match self {
            Self::Day(_) => Some(PeriodType::Day),
            Self::Week(..) => Some(PeriodType::Week),
            Self::Month(..) => Some(PeriodType::Month),
            Self::Quarter(..) => Some(PeriodType::Quarter),
            Self::Tertial(..) => Some(PeriodType::Tertial),
            Self::Half(..) => Some(PeriodType::Half),
            Self::Year(_) => Some(PeriodType::Year),
            Self::Years(..) => None,
        }
    }

    /// The period of the same sort after it; none after several years together.
    pub fn following(self) -> Option<Self> {
        Some(self.sort()?.holding(self.end().saturating_add(1.day())))
    }

    /// The period of the same sort before it; none before several years together.
    pub fn previous(self) -> Option<Self> {
        Some(self.sort()?.holding(self.start().saturating_sub(1.day())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: &str, before: &str, after: &str) {
        let period: Period = period.parse().unwrap();
        assert_eq!(period.previous().unwrap().to_string(), before);
        assert_eq!(period.following().unwrap().to_string(), after);
    }

    #[test]
    fn each_sort_has_a_neighbour_on_either_side() {
        check("2026", "2025", "2027");
        check("2026-H1", "2025-H2", "2026-H2");
        check("2026-T3", "2026-T2", "2027-T1");
        check("2026-Q1", "2025-Q4", "2026-Q2");
        check("2026-12", "2026-11", "2027-01");
        check("2026-W53", "2026-W52", "2027-W01");
        check("2024-02-29", "2024-02-28", "2024-03-01");
        assert_eq!("2012/2022".parse::<Period>().unwrap().following(), None);
    }

    #[test]
    fn what_is_over_is_not_the_period_that_runs() {
        let today: Date = "2026-11-22".parse().unwrap();
        for (sort, expected) in [
            (PeriodType::Month, "2026-10"),
            (PeriodType::Tertial, "2026-T2"),
            (PeriodType::Year, "2025"),
            (PeriodType::Week, "2026-W46"),
        ] {
            assert_eq!(sort.last_over(today).to_string(), expected);
        }
    }
}
