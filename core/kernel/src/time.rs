//! Time comes from outside: a clock that is passed in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Tells what time it is. The only other source of time is a caller's argument.
pub trait Clock: Send + Sync {
    /// The instant now, cut to whole microseconds so that every database keeps it exactly.
    fn now(&self) -> Timestamp;

    /// The zone in which the service lives its days.
    fn zone(&self) -> TimeZone;

    /// Today's date in the service's zone.
    fn today(&self) -> Date {
        self.now().to_zoned(self.zone()).date()
    }
}

/// Cuts an instant to whole microseconds.
pub fn instant(time: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(time.as_microsecond()).unwrap_or(time)
}

/// A clock that stands still, for tests and for reproducible content.
#[derive(Clone, Debug)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        instant(self.0)
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}
