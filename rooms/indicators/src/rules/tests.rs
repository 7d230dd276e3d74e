use varde_kernel::Words;

use super::*;

fn entry(numerator: Option<f64>, denominator: Option<f64>, value: Option<f64>) -> Entry {
    Entry { numerator, denominator, value, ..Entry::default() }
}

#[track_caller]
fn check_faults(measure: Measure, numbers: (Option<f64>, Option<f64>, Option<f64>), expected: &[Fault]) {
    assert_eq!(check(measure, Some(1000.0), &entry(numbers.0, numbers.1, numbers.2)), expected, "{numbers:?}");
}

#[test]
fn what_cannot_be_right_is_found() {
    use Measure::{Count, Percent, Rank, Rate, Score};
    check_faults(Percent, (Some(3.0), Some(20.0), None), &[]);
    check_faults(Percent, (None, None, Some(13.7)), &[]);
    check_faults(Percent, (None, None, None), &[Fault::Nothing]);
    check_faults(Percent, (None, None, Some(100.5)), &[Fault::ShareOutside]);
    check_faults(Percent, (Some(-1.0), Some(20.0), None), &[Fault::Negative]);
    check_faults(Percent, (Some(0.0), Some(0.0), None), &[Fault::DenominatorZero]);
    check_faults(Percent, (Some(21.0), Some(20.0), None), &[Fault::NumeratorAbove]);
    check_faults(Percent, (Some(21.0), None, None), &[Fault::DenominatorMissing]);
    check_faults(Percent, (Some(1.0), Some(3.0), Some(33.3)), &[]);
    check_faults(Percent, (Some(1.0), Some(3.0), Some(33.0)), &[]);
    check_faults(Percent, (Some(1.0), Some(4.0), Some(26.0)), &[Fault::Disagrees { computed: 25.0 }]);
    check_faults(Rate, (Some(2.0), Some(4000.0), Some(0.5)), &[]);
    check_faults(Rate, (Some(8000.0), Some(4000.0), None), &[]);
    check_faults(Count, (None, None, Some(-3.0)), &[Fault::Negative]);
    check_faults(Count, (None, None, Some(2.5)), &[Fault::NotWhole]);
    check_faults(Rank, (None, None, Some(2.5)), &[Fault::NotWhole]);
    check_faults(Score, (None, None, Some(-0.4)), &[]);
    check_faults(Score, (None, None, Some(f64::NAN)), &[Fault::TooLarge]);
    check_faults(Count, (None, None, Some(1e300)), &[Fault::TooLarge]);
}

#[test]
fn a_range_is_in_order_and_a_missing_value_has_a_reason() {
    let range = |low, value, high| Entry { low, high, ..entry(None, None, value) };
    assert!(check(Measure::Percent, None, &range(Some(12.0), None, Some(14.0))).is_empty());
    let wrong = range(Some(14.0), None, Some(12.0));
    assert_eq!(check(Measure::Percent, None, &wrong), [Fault::RangeOrder]);
    let wrong = range(Some(12.0), Some(15.0), Some(14.0));
    assert_eq!(check(Measure::Percent, None, &wrong), [Fault::RangeOrder]);
    let missing = Entry { note: Words::plain("Ikke talt denne måneden"), ..Entry::default() };
    assert!(check(Measure::Percent, None, &missing).is_empty());
}

#[test]
fn the_value_is_worked_out_when_it_can_be() {
    let value = |measure, per, n, d| completed(measure, per, entry(n, d, None)).value;
    assert_eq!(value(Measure::Percent, None, Some(1.0), Some(8.0)), Some(12.5));
    assert_eq!(value(Measure::Rate, Some(1000.0), Some(3.0), Some(6000.0)), Some(0.5));
    assert_eq!(value(Measure::Rate, None, Some(3.0), Some(6000.0)), None);
    assert_eq!(value(Measure::Percent, None, Some(1.0), Some(0.0)), None);
    assert_eq!(value(Measure::Percent, None, None, Some(9.0)), None);
    assert_eq!(value(Measure::Count, None, Some(3.0), Some(6.0)), None);
}

/// Newcombe RG (1998), Two-sided confidence intervals for the single proportion, Statistics in
/// Medicine 17:857–872, table I, method 3 (score without continuity correction).
#[test]
fn wilson_intervals_are_newcombes() {
    for (numerator, denominator, low, high) in [
        (81.0, 263.0, 0.2553, 0.3662),
        (15.0, 148.0, 0.0624, 0.1605),
        (0.0, 20.0, 0.0000, 0.1611),
        (1.0, 29.0, 0.0061, 0.1718),
    ] {
        let (found_low, found_high) = wilson(numerator, denominator).unwrap();
        assert!((found_low - low).abs() < 5e-5, "{numerator}/{denominator}: {found_low}");
        assert!((found_high - high).abs() < 5e-5, "{numerator}/{denominator}: {found_high}");
    }
    for (numerator, denominator) in [(1.0, 0.0), (-1.0, 5.0), (6.0, 5.0), (f64::NAN, 5.0), (1.0, f64::INFINITY)] {
        assert_eq!(wilson(numerator, denominator), None, "{numerator}/{denominator}");
    }
}

#[test]
fn a_printed_interval_goes_before_a_computed_one() {
    let mut value = entry(Some(81.0), Some(263.0), None);
    let (low, _) = interval(Measure::Percent, &value).unwrap();
    assert!((low - 25.53).abs() < 5e-3);
    assert_eq!(interval(Measure::Rate, &value), None);
    value.low = Some(20.0);
    value.high = Some(40.0);
    assert_eq!(interval(Measure::Percent, &value), Some((20.0, 40.0)));
}

#[test]
fn periods_are_read_as_people_write_them() {
    let today = jiff::civil::date(2026, 11, 22);
    for (text, expected) in [
        ("2026-10", Ok("2026-10")),
        (" 10.2026 ", Ok("2026-10")),
        ("9/2026", Ok("2026-09")),
        ("t2 2026", Ok("2026-T2")),
        ("2026-q3", Ok("2026-Q3")),
        ("2012/2022", Ok("2012/2022")),
        ("2026", Ok("2026")),
        ("2026-11", Ok("2026-11")),
        ("1900-01-01", Err(PeriodFault::Year)),
        ("2026-12", Err(PeriodFault::Future)),
        ("oktober", Err(PeriodFault::Unreadable)),
        ("13.2026", Err(PeriodFault::Unreadable)),
        ("å.2026", Err(PeriodFault::Unreadable)),
        ("", Err(PeriodFault::Unreadable)),
    ] {
        let found = read_period(text, today).map(|period| period.to_string());
        assert_eq!(found, expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn the_next_period_follows_the_rhythm() {
    let today = jiff::civil::date(2026, 11, 22);
    for (latest, expected) in [
        (None, "2026-10"),
        (Some("2026-09"), "2026-10"),
        (Some("2026-11"), "2026-11"),
        (Some("2025-T3"), "2026-T1"),
        (Some("2025-H2"), "2026-H1"),
        (Some("2026-Q3"), "2026-Q4"),
        (Some("2024"), "2025"),
        (Some("2025-W52"), "2026-W01"),
        (Some("2012/2022"), "2023"),
        (Some("2026-11-20"), "2026-11-21"),
    ] {
        let latest = latest.map(|text| text.parse().unwrap());
        assert_eq!(next_period(latest, today).to_string(), expected, "{latest:?}");
    }
}
