//! What a person has to do, from whichever room it comes.

use jiff::civil::Date;

use crate::UnitId;

/// One thing that someone has to do. Rooms offer these; "my work" shows them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkItem {
    /// The Fluent key of what is asked for ("Answer the status round").
    pub ask: &'static str,
    /// What it concerns, in the reader's language.
    pub title: String,
    /// Where to do it.
    pub href: String,
    /// The unit it concerns.
    pub unit: UnitId,
    /// When it is due, if it has a date.
    pub due: Option<Date>,
}

/// How a due date stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// The date has passed.
    Overdue,
    /// Due within a week.
    Soon,
    /// Due later.
    Later,
    /// Without a date.
    Undated,
}

impl WorkItem {
    /// How the item stands on `today`.
    pub fn urgency(&self, today: Date) -> Urgency {
        Urgency::of(self.due, today)
    }
}

impl Urgency {
    /// Days ahead that count as soon.
    const SOON_DAYS: i32 = 7;

    /// How a due date stands on `today`.
    pub fn of(due: Option<Date>, today: Date) -> Self {
        match due {
            None => Self::Undated,
            Some(due) if due < today => Self::Overdue,
            Some(due) if due.since(today).map_or(i32::MAX, |span| span.get_days()) <= Self::SOON_DAYS => Self::Soon,
            Some(_) => Self::Later,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urgency_follows_the_date() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let today = day("2026-11-22");
        for (due, expected) in [
            (None, Urgency::Undated),
            (Some("2026-11-21"), Urgency::Overdue),
            (Some("2026-11-22"), Urgency::Soon),
            (Some("2026-11-29"), Urgency::Soon),
            (Some("2026-11-30"), Urgency::Later),
            (Some("2027-11-30"), Urgency::Later),
        ] {
            assert_eq!(Urgency::of(due.map(day), today), expected, "{due:?}");
        }
    }
}
