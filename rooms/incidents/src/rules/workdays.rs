//! Norwegian public holidays and working days.
//!
//! A working day is Monday to Friday that is no public holiday. Christmas Eve, New Year's Eve and the Saturday of
//! Easter are no public holidays by law.
//!
//! # Source
//!
//! Lov om helligdager og helligdagsfred (LOV-1995-02-24-12) § 2 and lov om 1 og 17 mai som høgtidsdager
//! (LOV-1947-04-26-1).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

varde_kernel::named! {
    /// A Norwegian public holiday.
    Holiday {
        /// 1 January.
        NewYear "new_year",
        /// The Thursday before Easter.
        MaundyThursday "maundy_thursday",
        /// The Friday before Easter.
        GoodFriday "good_friday",
        /// Easter Sunday.
        EasterSunday "easter_sunday",
        /// The day after Easter Sunday.
        EasterMonday "easter_monday",
        /// 1 May.
        LabourDay "labour_day",
        /// 17 May.
        ConstitutionDay "constitution_day",
        /// The fortieth day of Easter, a Thursday.
        Ascension "ascension",
        /// The fiftieth day of Easter.
        WhitSunday "whit_sunday",
        /// The day after Whit Sunday.
        WhitMonday "whit_monday",
        /// 25 December.
        ChristmasDay "christmas_day",
        /// 26 December.
        BoxingDay "boxing_day",
    }
}

/// Easter Sunday of a year, by the Gregorian reckoning (so from 1583 on). `None` outside the years that dates can
/// have.
///
/// # Source
///
/// The anonymous Gregorian algorithm as given by Meeus, Astronomical Algorithms (1991), chapter 8; the letters are his.
#[expect(clippy::many_single_char_names, reason = "the letters of the printed algorithm, to be compared with it")]
pub fn easter(year: i16) -> Option<Date> {
    let x = i32::from(year);
    let a = x.rem_euclid(19);
    let (b, c) = (x.div_euclid(100), x.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let day = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?).ok()
}

/// Which public holiday a day is. Where two fall together (Ascension Day on 17 May), the one of fixed date.
pub fn holiday(day: Date) -> Option<Holiday> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (5, 17) => Some(Holiday::ConstitutionDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        _ => None,
    };
    fixed.or_else(|| movable(day))
}

fn movable(day: Date) -> Option<Holiday> {
    let easter = easter(day.year())?;
    match i32::from(day.day_of_year()) - i32::from(easter.day_of_year()) {
        -3 => Some(Holiday::MaundyThursday),
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        49 => Some(Holiday::WhitSunday),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    }
}

/// Whether a day is a working day.
pub fn is_workday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(day).is_none()
}

/// The `n`th working day after `day`. The day itself never counts; for `n` = 0 it is given back as it is. Ends at the
/// last day that dates can have.
pub fn nth_workday_after(day: Date, n: u16) -> Date {
    let mut there = day;
    for _ in 0..n {
        there = there.saturating_add(1.day());
        while !is_workday(there) && there < Date::MAX {
            there = there.saturating_add(1.day());
        }
    }
    there
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// From python-dateutil (`dateutil.easter`), with the earliest and latest Easters there can be among them.
    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for (year, month, day) in [
            (2016, 3, 27),
            (2017, 4, 16),
            (2018, 4, 1),
            (2019, 4, 21),
            (2020, 4, 12),
            (2021, 4, 4),
            (2022, 4, 17),
            (2023, 4, 9),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2031, 4, 13),
            (2032, 3, 28),
            (2033, 4, 17),
            (2034, 4, 9),
            (2035, 3, 25),
            (2036, 4, 13),
            (2037, 4, 5),
            (2038, 4, 25),
            (2039, 4, 10),
            (2040, 4, 1),
            (2041, 4, 21),
            (1583, 4, 10),
            (1761, 3, 22),
            (1818, 3, 22),
            (1886, 4, 25),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
            (2400, 4, 16),
            (3000, 4, 13),
        ] {
            assert_eq!(easter(year), Date::new(year, month, day).ok(), "{year}");
        }
    }

    /// The almanac's holidays of one year, among others one in which Ascension Day is 17 May (2012).
    #[test]
    fn every_holiday_of_a_year_is_known() {
        let check = |year: i16, expected: [(i8, i8); 12]| {
            let first = date(year, 1, 1);
            let found: Vec<(i8, i8)> = (0..366_i32)
                .map(|n| first.saturating_add(n.days()))
                .filter(|day| day.year() == year && holiday(*day).is_some())
                .map(|day| (day.month(), day.day()))
                .collect();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            expected.dedup();
            assert_eq!(found, expected, "{year}");
        };
        let around = |moving: [(i8, i8); 7]| {
            let mut all =
                [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)];
            all[5..].copy_from_slice(&moving);
            all
        };
        check(2012, around([(4, 5), (4, 6), (4, 8), (4, 9), (5, 17), (5, 27), (5, 28)]));
        check(2024, around([(3, 28), (3, 29), (3, 31), (4, 1), (5, 9), (5, 19), (5, 20)]));
        check(2025, around([(4, 17), (4, 18), (4, 20), (4, 21), (5, 29), (6, 8), (6, 9)]));
        check(2026, around([(4, 2), (4, 3), (4, 5), (4, 6), (5, 14), (5, 24), (5, 25)]));
        check(2027, around([(3, 25), (3, 26), (3, 28), (3, 29), (5, 6), (5, 16), (5, 17)]));
        check(2038, around([(4, 22), (4, 23), (4, 25), (4, 26), (6, 3), (6, 13), (6, 14)]));
    }

    #[test]
    fn weekends_and_holidays_are_passed_over() {
        let check =
            |from: Date, n: u16, expected: Date| assert_eq!(nth_workday_after(from, n), expected, "{from} + {n}");
        // An ordinary week.
        check(date(2026, 11, 2), 3, date(2026, 11, 5));
        check(date(2026, 11, 5), 3, date(2026, 11, 10));
        // Learnt of on a Saturday: Monday is the first day.
        check(date(2026, 11, 7), 1, date(2026, 11, 9));
        // Over Easter 2026: 1 April is the Wednesday before, 7 April the Tuesday after.
        check(date(2026, 4, 1), 1, date(2026, 4, 7));
        check(date(2026, 3, 31), 5, date(2026, 4, 10));
        // May 2026: the 1st is a Friday, the 14th Ascension Day, the 17th a Sunday, the 25th Whit Monday.
        check(date(2026, 4, 30), 1, date(2026, 5, 4));
        check(date(2026, 5, 13), 5, date(2026, 5, 21));
        check(date(2026, 5, 22), 1, date(2026, 5, 26));
        // Christmas 2026: the 24th is a Thursday and counts, the 25th and 26th do not; 1 January 2027 is a Friday.
        check(date(2026, 12, 23), 1, date(2026, 12, 24));
        check(date(2026, 12, 24), 5, date(2027, 1, 4));
        check(date(2026, 12, 24), 0, date(2026, 12, 24));
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        assert_eq!(nth_workday_after(Date::MAX, 5), Date::MAX);
        assert_eq!(easter(Date::MIN.year()).map(Date::year), Some(Date::MIN.year()));
    }

    /// Easter by another road: Gauss's method with the corrections of 1816, in his letters.
    #[expect(clippy::many_single_char_names, reason = "the letters of the printed method")]
    fn gauss(year: i16) -> Date {
        let x = i32::from(year);
        let (a, b, c) = (x % 19, x % 4, x % 7);
        let k = x / 100;
        let p = (13 + 8 * k) / 25;
        let m = (15 - p + k - k / 4) % 30;
        let n = (4 + k - k / 4) % 7;
        let d = (19 * a + m) % 30;
        let e = (2 * b + 4 * c + 6 * d + n) % 7;
        let e = if (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) { -1 } else { e };
        date(year, 3, 22).saturating_add((d + e).days())
    }

    proptest! {
        #[test]
        fn two_reckonings_of_easter_agree(year in 1583_i16..9999) {
            let found = easter(year);
            prop_assert_eq!(found, Some(gauss(year)));
            prop_assert_eq!(found.map(Date::weekday), Some(Weekday::Sunday));
        }

        #[test]
        fn the_nth_working_day_has_n_working_days_before_it(day in -40_000_i32..40_000, n in 1_u16..40) {
            let from = date(2026, 1, 1).saturating_add(day.days());
            let to = nth_workday_after(from, n);
            prop_assert!(is_workday(to));
            let mut between = 0;
            let mut there = from;
            while there < to {
                there = there.saturating_add(1.day());
                between += u16::from(is_workday(there));
            }
            prop_assert_eq!(between, n);
        }
    }
}
