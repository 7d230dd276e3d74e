//! What can only be counted in whole: persons and events.

use super::Fault;
use crate::model::{Entry, Indicator, Measure, Standardisation};

/// Words that say that something is measured and not counted, when a definition begins with one of them, as in
/// "Tapte dagsverk" and "Hours of care".
const AMOUNTS: [&str; 15] = [
    "årsverk",
    "månedsverk",
    "månadsverk",
    "ukeverk",
    "vekeverk",
    "dagsverk",
    "timeverk",
    "timer",
    "timar",
    "kroner",
    "beløp",
    "hours",
    "fte",
    "man-days",
    "person-days",
];
/// How far into a definition such a word may stand: further on it is a part of some condition ("fra 8 timer etter").
const BEGINNING: usize = 3;

/// Whether a definition begins with an amount.
fn is_amount(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-').filter(|word| !word.is_empty());
    words.take(BEGINNING).any(|word| AMOUNTS.contains(&word))
}

/// Numbers of persons or events that are no whole numbers. A share counts over the line and under it, unless its
/// definition names an amount; a rate counts events, in time that may be any number. What is standardised is no count
/// any longer.
pub fn check(indicator: &Indicator, entry: &Entry) -> Vec<Fault> {
    let amount = |words: &varde_kernel::Words| {
        [Some(&words.nb), words.nn.as_ref(), words.en.as_ref()].into_iter().flatten().any(|text| is_amount(text))
    };
    if indicator.sheet.standardisation != Standardisation::None || amount(&indicator.numerator) {
        return Vec::new();
    }
    let counted = match indicator.measure {
        Measure::Percent if amount(&indicator.denominator) => [false, false],
        Measure::Percent => [true, true],
        Measure::Rate => [true, false],
        _ => [false, false],
    };
    let is_broken = |number: Option<f64>| number.is_some_and(|number| number.is_finite() && number.fract() != 0.0);
    let faults = [(entry.numerator, Fault::NumeratorNotWhole), (entry.denominator, Fault::DenominatorNotWhole)];
    let found = faults.into_iter().zip(counted).filter(|((number, _), counted)| *counted && is_broken(*number));
    found.map(|((_, fault), _)| fault).collect()
}

#[cfg(test)]
mod tests {
    use varde_kernel::Words;

    use super::super::fixtures::rate;
    use super::*;

    #[track_caller]
    fn check_as(indicator: &Indicator, numbers: (f64, f64), expected: &[Fault]) {
        let entry = Entry { numerator: Some(numbers.0), denominator: Some(numbers.1), ..Entry::default() };
        assert_eq!(check(indicator, &entry), expected, "{numbers:?}");
    }

    #[test]
    fn half_a_patient_is_no_count() {
        use Fault::{DenominatorNotWhole, NumeratorNotWhole};
        let share = Indicator {
            numerator: Words::plain("Pasienter med trykksår, fra 8 timer etter innleggelse"),
            denominator: Words::plain("Undersøkte pasienter"),
            ..rate()
        };
        check_as(&share, (1.0, 40.0), &[]);
        check_as(&share, (1.5, 40.0), &[NumeratorNotWhole]);
        check_as(&share, (1.5, 40.5), &[NumeratorNotWhole, DenominatorNotWhole]);
        check_as(&Indicator { numerator: Words::default(), ..share.clone() }, (1.5, 40.0), &[NumeratorNotWhole]);
        // Events in time.
        let events = Indicator { measure: Measure::Rate, per: Some(1000.0), ..share.clone() };
        check_as(&events, (3.0, 812.5), &[]);
        check_as(&events, (3.5, 812.5), &[NumeratorNotWhole]);
        // What is measured, weighted or put together may be any number.
        for measure in [Measure::Ratio, Measure::Score, Measure::Nok, Measure::Fte] {
            check_as(&Indicator { measure, ..share.clone() }, (1.5, 40.5), &[]);
        }
        let lost = |over: &str, under: &str| Indicator {
            numerator: Words::plain(over),
            denominator: Words::plain(under),
            ..share.clone()
        };
        check_as(&lost("Tapte dagsverk", "Avtalte dagsverk"), (123.5, 2000.5), &[]);
        check_as(&lost("Besvarte henvendelser", "Hours of duty"), (123.5, 2000.5), &[]);
        let mut standardised = share;
        standardised.sheet.standardisation = Standardisation::Direct;
        check_as(&standardised, (1.5, 40.0), &[]);
    }
}
