//! What counts as news to someone who follows an indicator.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::model::Audience;

/// For how many days something is news, whether or not anyone has said that they have seen it.
pub const NEWS_DAYS: i64 = 30;
/// The most that one person follows.
pub const MOST_FOLLOWED: usize = 200;

/// The instant before which nothing is news any longer.
pub fn floor(today: Date) -> Timestamp {
    let day = today.saturating_sub(NEWS_DAYS.days());
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::MIN, |start| start.timestamp())
}

/// When a value came to someone's sight: when it was recorded, for those inside; for others when it
/// was published. `None` when it has not.
pub fn came_to_sight(
    inside: bool,
    recorded: Timestamp,
    (published, shown): (Option<Timestamp>, Option<Audience>),
) -> Option<Timestamp> {
    if inside {
        return Some(recorded);
    }
    shown.filter(|shown| Audience::Service <= *shown).map(|_| published.unwrap_or(recorded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_hear_of_a_value_when_it_is_published_and_never_of_one_that_is_kept_back() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (recorded, published) = (at("2026-11-01T12:00:00Z"), at("2026-11-02T12:00:00Z"));
        for (inside, shown, published, expected) in [
            (true, None, None, Some(recorded)),
            (true, Some(Audience::Open), Some(published), Some(recorded)),
            (false, None, None, None),
            (false, Some(Audience::Own), None, None),
            (false, Some(Audience::Own), Some(published), None),
            (false, Some(Audience::Service), Some(published), Some(published)),
            // Without counts it is everyone's at once.
            (false, Some(Audience::Open), None, Some(recorded)),
        ] {
            assert_eq!(came_to_sight(inside, recorded, (published, shown)), expected, "{inside} {shown:?}");
        }
    }

    #[test]
    fn news_grow_old() {
        assert_eq!(floor("2026-11-30".parse().unwrap()).to_string(), "2026-10-31T00:00:00Z");
    }
}
