//! How soon a duty is to be done: the law's words, its clock, and the instant that follows from them.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};

use crate::rules::workdays::nth_workday_after;

varde_kernel::named! {
    /// How the law says "soon" without a number.
    Pace {
        /// At once (*straks*, *umiddelbart*, *omgående*).
        AtOnce "at_once",
        /// As soon as possible (*snarest mulig*).
        AsSoonAsPossible "as_soon_as_possible",
        /// Without undue delay (*uten unødig opphold*).
        WithoutUndueDelay "without_undue_delay",
    }
}

varde_kernel::named! {
    /// What starts the clock.
    ClockStart {
        /// The event itself.
        Event "event",
        /// When the service learnt of it.
        Known "known",
        /// When it was decided that the duty applies.
        Decision "decision",
        /// When the first notification was sent.
        Notification "notification",
    }
}

/// The last moment, as the law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// There is none.
    None,
    /// There may be one, and nobody has established it.
    NotEstablished,
    /// Hours that pass on a clock, whatever the day.
    Hours(u16),
    /// The end of the same day.
    SameDay,
    /// The end of the first working day after.
    NextWorkingDay,
    /// The end of so many days after.
    CalendarDays(u16),
    /// The end of so many working days after.
    WorkingDays(u16),
    /// The end of the day so many months after; the month's last day where it has no such day.
    Months(u16),
}

/// How soon a duty is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The law's word for soon, if it has one.
    pub pace: Option<Pace>,
    /// The last moment.
    pub limit: Limit,
    /// What starts the clock.
    pub from: ClockStart,
    /// What is usual where the law has a word and no number. It is no limit, and passing it breaks no law.
    pub practice: Option<Limit>,
}

/// When the things happened that clocks start from; `None` for what has not, or is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// The event itself.
    pub event: Option<Timestamp>,
    /// When the service learnt of it.
    pub known: Option<Timestamp>,
    /// When it was decided that the duty applies.
    pub decision: Option<Timestamp>,
    /// When the first notification was sent.
    pub notification: Option<Timestamp>,
    /// The zone in which days begin and end: Europe/Oslo.
    pub zone: TimeZone,
}

impl Times {
    /// No clock runs yet.
    pub const fn none(zone: TimeZone) -> Self {
        Self { event: None, known: None, decision: None, notification: None, zone }
    }

    /// When a clock started.
    pub const fn started(&self, from: ClockStart) -> Option<Timestamp> {
        match from {
            ClockStart::Event => self.event,
            ClockStart::Known => self.known,
            ClockStart::Decision => self.decision,
            ClockStart::Notification => self.notification,
        }
    }
}

/// The last moment of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latest {
    /// This instant.
    At(Timestamp),
    /// The end of a day.
    EndOf {
        /// The day.
        day: Date,
        /// The instant after it: midnight, when the next day begins.
        ends: Timestamp,
    },
    /// The clock has not started; it starts with this.
    Waiting(ClockStart),
    /// There is no last moment.
    Unlimited,
    /// Nobody has established it.
    NotEstablished,
}

impl Latest {
    /// The instant when it is too late, where there is one.
    pub const fn instant(self) -> Option<Timestamp> {
        match self {
            Self::At(instant) | Self::EndOf { ends: instant, .. } => Some(instant),
            Self::Waiting(_) | Self::Unlimited | Self::NotEstablished => None,
        }
    }
}

/// How soon a duty is to be done in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The law's word for soon, if it has one.
    pub pace: Option<Pace>,
    /// When the clock started, if it has.
    pub started: Option<Timestamp>,
    /// The last moment.
    pub latest: Latest,
    /// When it is usually done by, where the law has no number and practice has.
    pub practice: Option<Timestamp>,
}

varde_kernel::named! {
    /// How pressing a duty is that has not been done.
    Urgency {
        /// There is time, or no limit.
        Open "open",
        /// It is to be done at once, or three quarters of the time have passed (requirement S3-084).
        Pressing "pressing",
        /// The last moment has passed.
        Late "late",
    }
}

impl Due {
    /// From when on a duty with a last moment is pressing: when a quarter of its time is left (requirement S3-084).
    pub fn pressing_from(&self) -> Option<Timestamp> {
        let (started, ends) = (self.started?, self.latest.instant()?);
        ends.checked_sub(ends.duration_since(started) / 4).ok()
    }

    /// How pressing it is at `now`, as long as it has not been done.
    pub fn urgency(&self, now: Timestamp) -> Urgency {
        if self.latest.instant().is_some_and(|ends| ends <= now) {
            Urgency::Late
        } else if self.pace == Some(Pace::AtOnce) || self.pressing_from().is_some_and(|from| from <= now) {
            Urgency::Pressing
        } else {
            Urgency::Open
        }
    }
}

impl Deadline {
    /// How soon it is to be done in a case of these times.
    pub fn due(self, times: &Times) -> Due {
        let started = times.started(self.from);
        let latest = |limit| latest(limit, self.from, started, &times.zone);
        Due {
            pace: self.pace,
            started,
            latest: latest(self.limit),
            practice: self.practice.and_then(|usual| latest(usual).instant()),
        }
    }
}

fn latest(limit: Limit, from: ClockStart, started: Option<Timestamp>, zone: &TimeZone) -> Latest {
    let Some(start) = started else {
        return match limit {
            Limit::None => Latest::Unlimited,
            Limit::NotEstablished => Latest::NotEstablished,
            Limit::Hours(_)
            | Limit::SameDay
            | Limit::NextWorkingDay
            | Limit::CalendarDays(_)
            | Limit::WorkingDays(_)
            | Limit::Months(_) => Latest::Waiting(from),
        };
    };
    let first = start.to_zoned(zone.clone()).date();
    let end = |day: Date| Latest::EndOf { day, ends: end_of(day, zone) };
    match limit {
        Limit::None => Latest::Unlimited,
        Limit::NotEstablished => Latest::NotEstablished,
        Limit::Hours(n) => {
            let later = start.checked_add(SignedDuration::from_hours(i64::from(n)));
            Latest::At(later.unwrap_or(Timestamp::MAX))
        }
        Limit::SameDay => end(first),
        Limit::NextWorkingDay => end(nth_workday_after(first, 1)),
        Limit::CalendarDays(n) => end(first.saturating_add(i64::from(n).days())),
        Limit::WorkingDays(n) => end(nth_workday_after(first, n)),
        Limit::Months(n) => end(first.saturating_add(i64::from(n).months())),
    }
}

/// The instant when a day is over. A day may have 23 or 25 hours.
fn end_of(day: Date, zone: &TimeZone) -> Timestamp {
    day.tomorrow().and_then(|next| next.to_zoned(zone.clone())).as_ref().map_or(Timestamp::MAX, Zoned::timestamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn oslo() -> TimeZone {
        TimeZone::get("Europe/Oslo").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(oslo()).unwrap().timestamp()
    }

    fn due(limit: Limit, known: &str) -> Due {
        let deadline = Deadline { pace: None, limit, from: ClockStart::Known, practice: None };
        deadline.due(&Times { known: Some(at(known)), ..Times::none(oslo()) })
    }

    #[test]
    fn days_end_at_midnight_in_oslo() {
        let check = |limit, known: &str, expected: &str| {
            assert_eq!(due(limit, known).latest.instant(), Some(at(expected)), "{limit:?} from {known}");
        };
        check(Limit::SameDay, "2026-11-02T00:00", "2026-11-03T00:00");
        check(Limit::SameDay, "2026-11-02T23:59", "2026-11-03T00:00");
        check(Limit::NextWorkingDay, "2026-11-06T12:00", "2026-11-10T00:00");
        check(Limit::NextWorkingDay, "2026-04-01T22:30", "2026-04-08T00:00");
        check(Limit::WorkingDays(3), "2026-12-23T10:00", "2026-12-30T00:00");
        check(Limit::WorkingDays(5), "2026-05-13T10:00", "2026-05-22T00:00");
        check(Limit::CalendarDays(3), "2026-12-23T10:00", "2026-12-27T00:00");
        check(Limit::Months(3), "2026-11-30T10:00", "2027-03-01T00:00");
        check(Limit::Months(3), "2026-11-02T10:00", "2027-02-03T00:00");
    }

    /// Clocks go forward on 29 March 2026 and back on 25 October 2026, each at night.
    #[test]
    fn hours_pass_and_days_end_also_when_the_clocks_change() {
        assert_eq!(due(Limit::Hours(72), "2026-03-27T12:00").latest, Latest::At(at("2026-03-30T13:00")));
        assert_eq!(due(Limit::Hours(72), "2026-10-23T12:00").latest, Latest::At(at("2026-10-26T11:00")));
        // Midnight in Oslo is 23:00 in UTC before the clocks change and 22:00 after.
        let ends = |known| due(Limit::WorkingDays(1), known).latest.instant().map(|ends| ends.to_string());
        assert_eq!(ends("2026-03-26T12:00"), Some("2026-03-27T23:00:00Z".into()));
        assert_eq!(ends("2026-03-27T12:00"), Some("2026-03-30T22:00:00Z".into()));
    }

    #[test]
    fn the_zone_decides_which_day_it_is() {
        // Half past eleven in the evening by UTC on a Thursday is Friday in Oslo: the next working day is Monday.
        let known: Timestamp = "2026-11-05T23:30:00Z".parse().unwrap();
        let deadline = Deadline { pace: None, limit: Limit::NextWorkingDay, from: ClockStart::Known, practice: None };
        let times = Times { known: Some(known), ..Times::none(oslo()) };
        assert_eq!(deadline.due(&times).latest.instant(), Some(at("2026-11-10T00:00")));
    }

    #[test]
    fn a_clock_that_has_not_started_waits() {
        for (limit, expected) in [
            (Limit::None, Latest::Unlimited),
            (Limit::NotEstablished, Latest::NotEstablished),
            (Limit::Hours(72), Latest::Waiting(ClockStart::Notification)),
            (Limit::SameDay, Latest::Waiting(ClockStart::Notification)),
            (Limit::Months(3), Latest::Waiting(ClockStart::Notification)),
        ] {
            let deadline = Deadline { pace: None, limit, from: ClockStart::Notification, practice: None };
            let times = Times { known: Some(at("2026-11-02T12:00")), ..Times::none(oslo()) };
            assert_eq!(deadline.due(&times).latest, expected);
        }
    }

    #[test]
    fn a_duty_presses_when_a_quarter_of_its_time_is_left() {
        let breach = due(Limit::Hours(72), "2026-11-02T12:00");
        let check = |now: &str, expected| assert_eq!(breach.urgency(at(now)), expected, "{now}");
        check("2026-11-02T12:00", Urgency::Open);
        check("2026-11-04T17:59", Urgency::Open);
        check("2026-11-04T18:00", Urgency::Pressing);
        check("2026-11-05T11:59", Urgency::Pressing);
        check("2026-11-05T12:00", Urgency::Late);
        let unlimited = due(Limit::None, "2026-11-02T12:00");
        assert_eq!(unlimited.urgency(at("2030-01-01T00:00")), Urgency::Open);
    }

    #[test]
    fn at_once_presses_from_the_first_moment_and_practice_makes_nobody_late() {
        let deadline = Deadline {
            pace: Some(Pace::AtOnce),
            limit: Limit::None,
            from: ClockStart::Known,
            practice: Some(Limit::Hours(24)),
        };
        let due = deadline.due(&Times { known: Some(at("2026-11-02T12:00")), ..Times::none(oslo()) });
        assert_eq!(due.practice, Some(at("2026-11-03T12:00")));
        assert_eq!(due.urgency(at("2026-11-02T12:00")), Urgency::Pressing);
        assert_eq!(due.urgency(at("2026-11-09T12:00")), Urgency::Pressing);
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        let times = Times { known: Some(Timestamp::MAX), ..Times::none(TimeZone::UTC) };
        for limit in [Limit::Hours(u16::MAX), Limit::CalendarDays(u16::MAX), Limit::WorkingDays(9), Limit::Months(9)] {
            let deadline = Deadline { pace: None, limit, from: ClockStart::Known, practice: None };
            assert_eq!(deadline.due(&times).latest.instant(), Some(Timestamp::MAX), "{limit:?}");
        }
    }
}
