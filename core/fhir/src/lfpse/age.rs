//! An age as LFPSE writes it: one number that is called days and is not.

/// LFPSE's month, in its days.
const MONTH: u32 = 31;
/// LFPSE's year: twelve of its months.
const YEAR: u32 = 12 * MONTH;
/// The most of each: 30 days, 11 months, 199 years.
const MOST: (u32, u32, u32) = (30, 11, 199);

/// An age in whole days, months or years.
///
/// Days stand as they are, months are multiplied by 31 and years by 372. So 31 is one month and never 31 days, and
/// 18 600 is 50 years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age(u32);

/// In what an age is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeUnit {
    /// Days, under a month.
    Days,
    /// Months, under a year.
    Months,
    /// Years.
    Years,
}

impl Age {
    /// An age in days (1 to 30), months (1 to 11) or years (1 to 199); `None` outside these.
    pub fn of(n: u32, unit: AgeUnit) -> Option<Self> {
        let (most, length) = match unit {
            AgeUnit::Days => (MOST.0, 1),
            AgeUnit::Months => (MOST.1, MONTH),
            AgeUnit::Years => (MOST.2, YEAR),
        };
        (1..=most).contains(&n).then(|| Self(n * length))
    }

    /// The age with this number; `None` when the number is none of an age.
    pub fn of_code(code: u32) -> Option<Self> {
        let whole = |length: u32| code.is_multiple_of(length).then_some(code / length);
        if code <= MOST.0 {
            Self::of(code, AgeUnit::Days)
        } else if code < YEAR {
            Self::of(whole(MONTH)?, AgeUnit::Months)
        } else {
            Self::of(whole(YEAR)?, AgeUnit::Years)
        }
    }

    /// Its number.
    pub fn code(self) -> u32 {
        self.0
    }

    /// How many of which unit it is.
    pub fn parts(self) -> (u32, AgeUnit) {
        if self.0 <= MOST.0 {
            (self.0, AgeUnit::Days)
        } else if self.0 < YEAR {
            (self.0 / MONTH, AgeUnit::Months)
        } else {
            (self.0 / YEAR, AgeUnit::Years)
        }
    }
}
