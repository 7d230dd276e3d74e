//! Periods as other systems write them.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};
use varde_kernel::{Period, Problems};

use crate::rules;

/// Reads a period as anyone of those we know writes it:
/// - Varde: `2023`, `2023-H1`, `2023-T1`, `2023-Q1`, `2023-01`, `2023-W01`, `2023-01-31`, `2012/2022`
/// - DHIS2: `2023`, `2023S1`, `2023Q1`, `202301`, `2023W1`, `20230131`
/// - Statistics Norway and others with `PxWeb`: `2023K1`, `2023M01`, `2023U01`, `2023T1`, `2023H1`
/// - the Institute of Public Health: `2023_2023`, `2019_2023`
/// - people: `31.01.2023`, `01.2023`, `T1 2023`, `1. tertial 2023`, `2. kvartal 2023`
pub fn read(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Ok(period) = text.parse() {
        return Some(period);
    }
    if let Some(date) = varde_web::read_date(text) {
        return Some(Period::Day(date));
    }
    let upper = text.to_uppercase();
    if let Some((first, last)) = upper.split_once(['_', '\u{2013}']).or_else(|| upper.split_once('-')) {
        let years = (year(first.trim()), year(last.trim()));
        if let (Some(first), Some(last)) = years {
            return match first.cmp(&last) {
                std::cmp::Ordering::Less => Some(Period::Years(first, last)),
                std::cmp::Ordering::Equal => Some(Period::Year(first)),
                std::cmp::Ordering::Greater => None,
            };
        }
    }
    compact(&upper).or_else(|| spoken(&upper))
}

fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}

/// A year followed by a part of it, with or without something between.
fn compact(text: &str) -> Option<Period> {
    let year = year(text.get(..4)?)?;
    let rest = text.get(4..)?.trim_start_matches(['-', ' ']);
    if rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return match rest.len() {
            2 => part(year, 'M', rest.parse().ok()?),
            4 => {
                let day = Date::new(year, rest.get(..2)?.parse().ok()?, rest.get(2..)?.parse().ok()?);
                day.ok().map(Period::Day)
            }
            _ => None,
        };
    }
    let mut letters = rest.chars();
    let letter = letters.next()?;
    let number = letters.as_str();
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { part(year, letter, number.parse().ok()?) } else { None }
}

/// A part of a year before it, as people say it.
fn spoken(text: &str) -> Option<Period> {
    let (before, last) = text.rsplit_once([' ', '.', '/'])?;
    let year = year(last)?;
    let before = before.trim().trim_end_matches('.');
    if before.bytes().all(|byte| byte.is_ascii_digit()) {
        return part(year, 'M', before.parse().ok()?);
    }
    let digits: String = before.chars().filter(char::is_ascii_digit).collect();
    let word: String = before.chars().filter(|letter| letter.is_alphabetic()).collect();
    let letter = match word.as_str() {
        "T" | "TERTIAL" => 'T',
        "Q" | "K" | "KVARTAL" | "QUARTER" => 'Q',
        "H" | "HALVÅR" | "HALF" => 'H',
        "W" | "U" | "UKE" | "VEKE" | "WEEK" => 'W',
        month => return month_named(month).and_then(|month| part(year, 'M', month)),
    };
    part(year, letter, digits.parse().ok()?)
}

fn month_named(name: &str) -> Option<i8> {
    const NAMES: [(&str, i8); 16] = [
        ("JAN", 1),
        ("FEB", 2),
        ("MAR", 3),
        ("APR", 4),
        ("MAI", 5),
        ("MAY", 5),
        ("JUN", 6),
        ("JUL", 7),
        ("AUG", 8),
        ("SEP", 9),
        ("OKT", 10),
        ("OCT", 10),
        ("NOV", 11),
        ("DES", 12),
        ("DEC", 12),
        ("MARS", 3),
    ];
    NAMES.iter().find(|(start, _)| name.starts_with(start)).map(|(_, month)| *month)
}

fn part(year: i16, letter: char, number: i8) -> Option<Period> {
    let up_to = |most: i8, period: Period| (1..=most).contains(&number).then_some(period);
    match letter {
        'M' => up_to(12, Period::Month(year, number)),
        'Q' | 'K' => up_to(4, Period::Quarter(year, number)),
        'T' => up_to(3, Period::Tertial(year, number)),
        'S' | 'H' => up_to(2, Period::Half(year, number)),
        'W' | 'U' => {
            let exists = ISOWeekDate::new(year, number, Weekday::Monday).is_ok();
            exists.then_some(Period::Week(year, number))
        }
        _ => None,
    }
}

/// The period that lasts from one day to another, both included.
pub fn lasting(first: Date, last: Date) -> Option<Period> {
    let (year, month) = (first.year(), first.month());
    let week = first.iso_week_date();
    let candidates = [
        Period::Year(year),
        Period::Half(year, (month - 1) / 6 + 1),
        Period::Tertial(year, (month - 1) / 4 + 1),
        Period::Quarter(year, (month - 1) / 3 + 1),
        Period::Month(year, month),
        Period::Week(week.year(), week.week()),
        Period::Day(first),
        Period::Years(year, last.year()),
    ];
    candidates.into_iter().find(|period| period.start() == first && period.end() == last && first <= last)
}

/// `2020-01-01/P1M`, as ADX writes a period: a day and how long from it.
pub fn from_day(text: &str) -> Option<Period> {
    let (first, length) = text.trim().split_once('/')?;
    let first: Date = first.get(..10)?.parse().ok()?;
    let span: Span = length.parse().ok()?;
    lasting(first, first.checked_add(span).ok()?.checked_sub(1.day()).ok()?)
}

/// The period as ADX writes it.
pub fn to_day(period: Period) -> String {
    let length = match period {
        Period::Year(_) => "P1Y".to_owned(),
        Period::Half(..) => "P6M".to_owned(),
        Period::Tertial(..) => "P4M".to_owned(),
        Period::Quarter(..) => "P3M".to_owned(),
        Period::Month(..) => "P1M".to_owned(),
        Period::Week(..) => "P7D".to_owned(),
        Period::Day(_) => "P1D".to_owned(),
        Period::Years(first, last) => format!("P{}Y", last - first + 1),
    };
    format!("{}/{length}", period.start())
}

/// The period as DHIS2 writes it; none for those it does not know, such as the tertial.
pub fn to_dhis2(period: Period) -> Option<String> {
    Some(match period {
        Period::Year(year) => year.to_string(),
        Period::Half(year, n) => format!("{year}S{n}"),
        Period::Quarter(year, n) => format!("{year}Q{n}"),
        Period::Month(year, n) => format!("{year}{n:02}"),
        Period::Week(year, n) => format!("{year}W{n}"),
        Period::Day(day) => format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()),
        Period::Tertial(..) | Period::Years(..) => return None,
    })
}

/// A period that may be kept: it has begun, and lies in years that make sense. What is wrong with it
/// is noted.
pub fn sensible(
    period: Option<Period>,
    today: Date,
    (line, column): (usize, &str),
    problems: &mut Problems,
) -> Option<Period> {
    let read = match period {
        None => Err(rules::PeriodFault::Unreadable),
        Some(period) => rules::read_period(&period.to_string(), today),
    };
    read.map_err(|fault| problems.line(line, Some(column), fault.key(), vec![])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).map(|period| period.to_string()).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn periods_of_many_systems_are_read() {
        for (text, expected) in [
            ("202401", "2024-01"),
            ("2024Q1", "2024-Q1"),
            ("2024W5", "2024-W05"),
            ("2024S1", "2024-H1"),
            ("20240131", "2024-01-31"),
            ("2024", "2024"),
            ("2024M05", "2024-05"),
            ("2024K2", "2024-Q2"),
            ("2024U07", "2024-W07"),
            ("2024T3", "2024-T3"),
            ("2024-T3", "2024-T3"),
            ("2020_2020", "2020"),
            ("2016_2020", "2016/2020"),
            ("2016-2020", "2016/2020"),
            ("31.01.2024", "2024-01-31"),
            ("05.2024", "2024-05"),
            ("t2 2024", "2024-T2"),
            ("1. tertial 2024", "2024-T1"),
            ("2. kvartal 2024", "2024-Q2"),
            ("mai 2024", "2024-05"),
            // Weeks that do not begin on Monday and years that do not begin in January are other periods.
            ("2024WedW5", ""),
            ("2024April", ""),
            ("2024Nov", ""),
            ("202401B", ""),
            ("2024W54", ""),
            ("202413", ""),
            ("45201", ""),
            ("", ""),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn a_day_and_a_length_are_a_period_when_they_fit_one() {
        for text in [
            "2020-01-01/P1M",
            "2021-01-01/P3M",
            "2021-05-01/P4M",
            "2021-07-01/P6M",
            "2021-01-01/P1Y",
            "2021-01-04/P7D",
            "2021-01-01/P1D",
            "2018-01-01/P3Y",
        ] {
            assert_eq!(to_day(from_day(text).unwrap()), text);
        }
        for text in
            ["2020-01-02/P1M", "2020-02-01/P3M", "2020-01-01", "2020-01-01/P0M", "x/P1M", "2020-01-01/P1000000000Y"]
        {
            assert_eq!(from_day(text), None, "{text}");
        }
        assert_eq!(to_dhis2(Period::Tertial(2024, 1)), None);
        assert_eq!(read(&to_dhis2(Period::Week(2024, 5)).unwrap()), Some(Period::Week(2024, 5)));
    }
}
