//! Passwords, user names, roles and sessions: what is good enough, and what holds when.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::Validity;

use crate::model::persons::{Holding, NewHolding};

/// The shortest password (OWASP ASVS 2.1.1).
pub const MIN_PASSWORD: usize = 12;
/// The longest password; a longer one only costs time.
pub const MAX_PASSWORD: usize = 200;
/// A session that has not been used for this long is over.
pub const IDLE: Duration = Duration::from_hours(8);
/// A session is over after this long, however busy.
pub const LONGEST: Duration = Duration::from_hours(30 * 24);
/// How finely "last used" is known; a finer step would write at every request.
pub const SEEN_STEP: Duration = Duration::from_mins(10);
/// The longest life of an API token, in days.
pub const MAX_TOKEN_DAYS: i64 = 365;

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Fewer than [`MIN_PASSWORD`] letters.
    #[error("too short")]
    TooShort,
    /// More than [`MAX_PASSWORD`] letters.
    #[error("too long")]
    TooLong,
    /// Holds the user name or the person's name.
    #[error("holds the person's own name")]
    OwnName,
    /// Among the first that anyone guesses.
    #[error("too common")]
    TooCommon,
    /// The same as the one it replaces.
    #[error("the same as before")]
    Unchanged,
}

/// Words that guessing programs begin with, in Norwegian and English, without digits and signs.
const COMMON: &[&str] = &[
    "abc",
    "abcd",
    "abcdef",
    "abcdefgh",
    "abcdefghijkl",
    "admin",
    "administrator",
    "april",
    "asdf",
    "asdfgh",
    "asdfghjkl",
    "august",
    "autumn",
    "bergen",
    "changeme",
    "default",
    "demo",
    "desember",
    "dragon",
    "februar",
    "football",
    "fotball",
    "guest",
    "helse",
    "helsevesen",
    "hemmelig",
    "host",
    "høst",
    "iloveyou",
    "januar",
    "juli",
    "juni",
    "kommune",
    "letmein",
    "login",
    "mai",
    "mars",
    "master",
    "monkey",
    "norge",
    "norway",
    "november",
    "oktober",
    "oslo",
    "passord",
    "passordet",
    "password",
    "passwort",
    "pasient",
    "princess",
    "qazwsx",
    "qazwsxedc",
    "qwer",
    "qwert",
    "qwerty",
    "qwertyuiop",
    "qwertyuiopå",
    "root",
    "secret",
    "september",
    "sommer",
    "sommeren",
    "spring",
    "summer",
    "sunshine",
    "superman",
    "sykehus",
    "sykehuset",
    "sykepleier",
    "test",
    "trondheim",
    "trustno",
    "user",
    "var",
    "varde",
    "velkommen",
    "vinter",
    "vår",
    "welcome",
    "winter",
    "zxcvbn",
    "zxcvbnm",
];

/// Whether a password is good enough for this person.
///
/// # Errors
///
/// [`PasswordRefused`] names the rule that stopped it.
pub fn password(password: &str, username: &str, name: &str) -> Result<(), PasswordRefused> {
    let length = password.chars().count();
    if length < MIN_PASSWORD {
        return Err(PasswordRefused::TooShort);
    }
    if MAX_PASSWORD < length {
        return Err(PasswordRefused::TooLong);
    }
    let lower = password.to_lowercase();
    let own = name.split_whitespace().chain([username]).map(str::to_lowercase);
    if own.filter(|own| 4 <= own.chars().count()).any(|own| lower.contains(&own)) {
        return Err(PasswordRefused::OwnName);
    }
    if is_common(&lower) { Err(PasswordRefused::TooCommon) } else { Ok(()) }
}

/// Few different letters, a row of the keyboard or the alphabet, or common words with digits
/// around them.
fn is_common(lower: &str) -> bool {
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 5 {
        return true;
    }
    let steps = lower.chars().zip(lower.chars().skip(1)).filter(|(a, b)| u32::from(*a) + 1 == u32::from(*b)).count();
    if lower.chars().count() * 3 / 4 <= steps {
        return true;
    }
    // "P@ssw0rd" is read as "password", which is what guessing programs do too.
    let plain: String = lower
        .chars()
        .map(|letter| match letter {
            '@' => 'a',
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '$' | '5' => 's',
            other => other,
        })
        .collect();
    [lower, &plain].into_iter().any(|text| {
        let mut words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
        // Digits and signs alone are guessed as quickly as a word.
        words.peek().is_none() || words.all(|word| word.chars().count() < 3 || is_common_word(word))
    })
}

fn is_common_word(word: &str) -> bool {
    let trimmed = word.trim_matches('i');
    COMMON.iter().any(|common| word == *common || trimmed == *common || word == common.repeat(2))
}

/// A user name as it is kept, or `None` when it cannot be one: 3 to 60 letters, digits, `.`, `-`,
/// `_` and `@`, lower-cased.
pub fn username(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase();
    let fits = (3..=60).contains(&name.chars().count())
        && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@'));
    fits.then_some(name)
}

/// An e-mail address as it is kept, or `None` when it cannot be one.
pub fn email(text: &str) -> Option<String> {
    let address = text.trim().to_lowercase();
    let (name, place) = address.split_once('@')?;
    let fits = !name.is_empty()
        && place.split('.').count() >= 2
        && place.split('.').all(|part| !part.is_empty())
        && !place.contains('@')
        && address.chars().count() <= 254
        && !address.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    fits.then_some(address)
}

/// Why a role is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GrantRefused {
    /// The last day lies before the first.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// The person holds the same role on the unit in part of that time already.
    #[error("held already")]
    HeldAlready,
    /// Nobody has said why.
    #[error("no grounds")]
    NoGrounds,
}

/// Whether a role may be given to someone who holds `held`.
///
/// # Errors
///
/// [`GrantRefused`] names the rule that stopped it.
pub fn give(new: &NewHolding, held: &[Holding]) -> Result<(), GrantRefused> {
    if new.validity.is_empty() {
        return Err(GrantRefused::EndsBeforeItBegins);
    }
    if new.grounds.trim().is_empty() {
        return Err(GrantRefused::NoGrounds);
    }
    let same = |old: &&Holding| {
        old.role == new.role && old.unit == new.unit && !old.validity.is_empty() && old.validity.overlaps(new.validity)
    };
    if held.iter().any(|old| same(&old)) { Err(GrantRefused::HeldAlready) } else { Ok(()) }
}

/// Why a role is not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndRefused {
    /// It is over already.
    #[error("over already")]
    OverAlready,
    /// The day lies before yesterday: what someone held cannot be taken back afterwards.
    #[error("too early")]
    TooEarly,
    /// The day lies after the one on which it would have ended by itself.
    #[error("later than before")]
    Later,
    /// Nobody has said why.
    #[error("no grounds")]
    NoGrounds,
}

/// When a role holds once it has been given `last` as its last day; yesterday ends it at once.
///
/// # Errors
///
/// [`EndRefused`] names the rule that stopped it.
pub fn end(held: Validity, last: Date, today: Date, grounds: &str) -> Result<Validity, EndRefused> {
    if held.to.is_some_and(|to| to <= today) {
        return Err(EndRefused::OverAlready);
    }
    let to = last.tomorrow().map_err(|_| EndRefused::Later)?;
    if to < today {
        return Err(EndRefused::TooEarly);
    }
    if held.to.is_some_and(|before| before < to) {
        return Err(EndRefused::Later);
    }
    if grounds.trim().is_empty() {
        return Err(EndRefused::NoGrounds);
    }
    Ok(Validity { from: held.from, to: Some(to) })
}

/// Whether a session is still good.
pub fn session_lives(seen_at: Timestamp, expires_at: Timestamp, now: Timestamp) -> bool {
    now < expires_at && seen_at.checked_add(IDLE).is_ok_and(|end| now < end)
}

/// Whether "last used" has become so old that it is written anew.
pub fn worth_noting(seen_at: Timestamp, now: Timestamp) -> bool {
    seen_at.checked_add(SEEN_STEP).is_ok_and(|next| next <= now)
}

/// Letters of one-time passwords: none that are taken for one another when read out or typed off.
const LETTERS: [char; 32] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
    '2', '3', '4', '5', '6', '7', '8', '9', '+',
];

/// A password to be used once, made of random bytes: four groups of four letters, 80 bits.
pub fn one_time(random: &[u8]) -> String {
    let mut text = String::new();
    for (place, byte) in random.iter().take(16).enumerate() {
        if 0 < place && place % 4 == 0 {
            text.push('-');
        }
        text.push(LETTERS.get(usize::from(byte % 32)).copied().unwrap_or('a'));
    }
    text
}

#[cfg(test)]
mod tests {
    use varde_kernel::access::{Author, Role, System};
    use varde_kernel::{HoldingId, PersonId, UnitId};

    use super::*;

    #[track_caller]
    fn check_password(text: &str, expected: Result<(), PasswordRefused>) {
        assert_eq!(password(text, "kari.test", "Kari Testesen"), expected, "{text}");
    }

    #[test]
    fn a_password_is_long_and_not_the_first_one_guesses() {
        check_password("tolv bokstaver holder", Ok(()));
        check_password("grønn-elv-7-sykkel", Ok(()));
        check_password("kort", Err(PasswordRefused::TooShort));
        check_password(&"lang".repeat(60), Err(PasswordRefused::TooLong));
        check_password("min.kari.test.2026", Err(PasswordRefused::OwnName));
        check_password("Testesen er best", Err(PasswordRefused::OwnName));
        for common in [
            "passord12345",
            "Password1234!",
            "P@ssw0rd2026",
            "123456789012",
            "2026-11-22-00",
            "aaaaaaaaaaaaa",
            "abcdefghijklm",
            "sommer2026!!",
            "passordpassord",
            "velkommen.2026",
        ] {
            check_password(common, Err(PasswordRefused::TooCommon));
        }
    }

    #[test]
    fn a_one_time_password_is_easy_to_type_off() {
        let bytes: Vec<u8> = (0..32).collect();
        assert_eq!(one_time(&bytes), "abcd-efgh-jkmn-pqrs");
        assert_eq!(password(&one_time(&bytes), "kari", "Kari"), Ok(()));
    }

    #[test]
    fn user_names_are_lower_case_and_plain() {
        for (text, expected) in [
            (" Kari.Test ", Some("kari.test")),
            ("åse-lill_2", Some("åse-lill_2")),
            ("ab", None),
            ("kari test", None),
            ("kari\0test", None),
        ] {
            assert_eq!(username(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("Kari@Example.org", Some("kari@example.org")),
            ("kari@example", None),
            ("@example.org", None),
            ("kari@@example.org", None),
            ("ka ri@example.org", None),
        ] {
            assert_eq!(email(text).as_deref(), expected, "{text}");
        }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn validity(from: &str, to: Option<&str>) -> Validity {
        Validity { from: day(from), to: to.map(day) }
    }

    #[test]
    fn a_role_is_held_once_at_a_time_and_for_a_reason() {
        let held = Holding {
            id: HoldingId::from_code("h"),
            person: PersonId::from_code("p"),
            unit: UnitId::from_code("ward"),
            role: Role::Planner,
            validity: validity("2026-01-01", Some("2026-07-01")),
            granted_by: Author::System(System::Console),
            grounds: "begins".into(),
            version: 1,
        };
        let check = |role, from, to, grounds: &str, expected| {
            let new = NewHolding { role, unit: held.unit, validity: validity(from, to), grounds: grounds.into() };
            assert_eq!(give(&new, std::slice::from_ref(&held)), expected, "{role:?} {from}");
        };
        check(Role::Planner, "2026-07-01", None, "again", Ok(()));
        check(Role::Staff, "2026-02-01", None, "also", Ok(()));
        check(Role::Planner, "2026-06-30", None, "again", Err(GrantRefused::HeldAlready));
        check(Role::Planner, "2026-08-01", Some("2026-08-01"), "x", Err(GrantRefused::EndsBeforeItBegins));
        check(Role::Planner, "2026-08-01", None, " ", Err(GrantRefused::NoGrounds));
    }

    #[test]
    fn a_role_ends_from_yesterday_on_and_is_never_prolonged() {
        let today = day("2026-11-22");
        let open = validity("2026-01-01", None);
        let check = |held, last, expected| assert_eq!(end(held, day(last), today, "moved on"), expected, "{last}");
        check(open, "2026-11-21", Ok(validity("2026-01-01", Some("2026-11-22"))));
        check(open, "2026-12-31", Ok(validity("2026-01-01", Some("2027-01-01"))));
        check(open, "2026-11-20", Err(EndRefused::TooEarly));
        check(validity("2026-01-01", Some("2026-11-22")), "2026-11-30", Err(EndRefused::OverAlready));
        check(validity("2026-01-01", Some("2026-12-01")), "2026-12-01", Err(EndRefused::Later));
        assert_eq!(end(open, today, today, ""), Err(EndRefused::NoGrounds));
    }

    #[test]
    fn sessions_end_by_idling_and_by_age() {
        let at = |hours: i64| Timestamp::from_second(hours * 3600).unwrap();
        for (seen, now, expected) in [(0, 7, true), (0, 8, false), (719, 719, true), (720, 720, false)] {
            assert_eq!(session_lives(at(seen), at(720), at(now)), expected, "seen {seen}, now {now}");
        }
        assert!(!worth_noting(at(1), at(1)));
        assert!(worth_noting(at(1), at(2)));
    }
}
