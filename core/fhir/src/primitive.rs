//! What FHIR asks of single values: dates, ids, addresses and texts.

/// FHIR allows texts of at most 1 MiB characters.
pub(crate) const MOST_LETTERS: usize = 1024 * 1024;

/// The schemes of addresses that are taken; anything else could run as a program where a page links to it.
const SCHEMES: &[&str] = &["http", "https", "urn"];

/// The hour that is as far from UTC as a zone may lie.
const FARTHEST_ZONE: u32 = 14;

/// A `dateTime`: a year, a month, a day, or an instant with its zone.
pub(crate) fn is_date_time(text: &str) -> bool {
    match text.split_once('T') {
        None => is_date(text),
        Some((date, time)) => date.len() == "2026-01-01".len() && is_date(date) && is_time_with_zone(time),
    }
}

/// An `instant`: a day and a time with its zone.
pub(crate) fn is_instant(text: &str) -> bool {
    text.contains('T') && is_date_time(text)
}

/// A `date`: a year, a month or a day that the calendar has.
pub(crate) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4)).filter(|year| 0 < *year);
    let (month, day) = (parts.next(), parts.next());
    let Some(year) = year.filter(|_| parts.next().is_none()) else { return false };
    let Some(month) = month else { return true };
    let Some(month) = number(month, 2).filter(|month| (1..=12).contains(month)) else { return false };
    day.is_none_or(|day| number(day, 2).is_some_and(|day| (1..=days(year, month)).contains(&day)))
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `hh:mm:ss`, perhaps with a fraction, and `Z` or how far from UTC it is.
fn is_time_with_zone(text: &str) -> bool {
    let Some(at) = text.find(['Z', '+', '-']) else { return false };
    let (time, zone) = text.split_at(at);
    let (clock, fraction) = time.split_once('.').map_or((time, None), |(clock, fraction)| (clock, Some(fraction)));
    let fraction_right = fraction.is_none_or(|digits| !digits.is_empty() && digits.bytes().all(|d| d.is_ascii_digit()));
    // FHIR allows the leap second.
    fraction_right && clock_of(clock, &[23, 59, 60]) && is_zone(zone)
}

fn is_zone(zone: &str) -> bool {
    match zone.strip_prefix(['+', '-']) {
        None => zone == "Z",
        Some(far) => clock_of(far, &[FARTHEST_ZONE, 59]) && (far == "14:00" || !far.starts_with("14")),
    }
}

/// Two digits for each of `most`, none larger than it, with colons between.
fn clock_of(text: &str, most: &[u32]) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    parts.len() == most.len()
        && parts.iter().zip(most).all(|(part, most)| number(part, 2).is_some_and(|number| number <= *most))
}

fn number(text: &str, n_digits: usize) -> Option<u32> {
    let right = text.len() == n_digits && text.bytes().all(|digit| digit.is_ascii_digit());
    if right { text.parse().ok() } else { None }
}

/// An `id`: letters, digits, `-` and `.`, at most 64 of them.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'.')
}

/// A `uri` that may stand in a link: relative, or of a scheme that only points.
pub(crate) fn is_address(text: &str) -> bool {
    !text.is_empty()
        && !text.contains(char::is_whitespace)
        && scheme(text).is_none_or(|scheme| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// An address that says where it is by itself, as the address of an extension must.
pub(crate) fn is_url(text: &str) -> bool {
    is_address(text) && (text.starts_with("http://") || text.starts_with("https://"))
}

/// What stands before the first colon, when that colon ends a scheme and is no part of a path.
fn scheme(text: &str) -> Option<&str> {
    let (before, _) = text.split_once(':')?;
    (!before.contains(['/', '?', '#'])).then_some(before)
}

/// A `code`: words with single spaces between, none around.
pub(crate) fn is_code(text: &str) -> bool {
    !text.is_empty() && text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
}

/// Whether a letter may stand in a text: FHIR forbids control characters but tabs and ends of lines.
pub(crate) fn is_letter(letter: char) -> bool {
    ' ' <= letter || matches!(letter, '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::{is_address, is_code, is_date_time, is_id, is_instant, is_url};

    #[test]
    fn dates_are_dates_of_the_calendar() {
        for right in [
            "2026",
            "2026-11",
            "2024-02-29",
            "2000-02-29",
            "2026-11-05T07:08:09Z",
            "2026-11-05T07:08:09.123456+01:00",
            "2016-12-31T23:59:60Z",
            "2026-11-05T07:08:09-14:00",
        ] {
            assert!(is_date_time(right), "{right}");
        }
        for wrong in [
            "",
            "26",
            "0000",
            "2026-13",
            "2026-00-01",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-4-1",
            "2026-11-05-01",
            "05.11.2026",
            "2026-11-05T07:08:09",
            "2026-11-05T07:08Z",
            "2026-11-05T24:00:00Z",
            "2026-11-05T07:08:09.Z",
            "2026-11-05T07:08:09+14:30",
            "2026-11-05T07:08:09+1:00",
            "2026-11-05 07:08:09Z",
            "2026-11T07:08:09Z",
            "2026-11-05T07:08:09Zulu",
            "２０２６",
        ] {
            assert!(!is_date_time(wrong), "{wrong}");
        }
        assert!(is_instant("2026-11-05T07:08:09Z") && !is_instant("2026-11-05"));
    }

    #[test]
    fn an_address_points_and_does_not_run() {
        for right in
            ["Patient/1", "#subject", "https://example.org/a?b=c:d", "urn:uuid:1", "HTTP://example.org", "a/b:c"]
        {
            assert!(is_address(right), "{right}");
        }
        for wrong in
            ["", "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "a b", "vbscript:x", "\tjavascript:x"]
        {
            assert!(!is_address(wrong), "{wrong}");
        }
        assert!(is_url("https://example.org/x") && !is_url("urn:x") && !is_url("kind"));
    }

    #[test]
    fn ids_and_codes_are_plain() {
        assert!(is_id("a-1.B") && is_id(&"a".repeat(64)));
        assert!(!is_id("") && !is_id("a_b") && !is_id(&"a".repeat(65)) && !is_id("<script>") && !is_id("blå"));
        assert!(is_code("near-miss") && is_code("two words"));
        assert!(!is_code("") && !is_code(" a") && !is_code("a  b") && !is_code("a\nb"));
    }
}
