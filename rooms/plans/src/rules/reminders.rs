//! When someone who asked for it is reminded of a round.

use jiff::civil::Date;

/// Days before the due date on which the first reminder goes.
const DAYS_AHEAD: i32 = 3;
/// Days between reminders once the due date has passed.
const DAYS_BETWEEN: i32 = 7;

/// Whether `today` is a day on which to remind of something due on `due`: three days ahead, on
/// the day, and each week after it.
pub fn remind_on(due: Date, today: Date) -> bool {
    let Ok(span) = due.since(today) else { return false };
    let ahead = span.get_days();
    ahead == DAYS_AHEAD || (ahead <= 0 && ahead.rem_euclid(DAYS_BETWEEN) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_days_ahead_on_the_day_and_each_week_after() {
        let today: Date = "2026-11-22".parse().unwrap();
        for (due, expected) in [
            ("2026-11-26", false),
            ("2026-11-25", true),
            ("2026-11-24", false),
            ("2026-11-22", true),
            ("2026-11-21", false),
            ("2026-11-15", true),
            ("2026-11-08", true),
            ("2026-11-09", false),
        ] {
            assert_eq!(remind_on(due.parse().unwrap(), today), expected, "{due}");
        }
    }
}
