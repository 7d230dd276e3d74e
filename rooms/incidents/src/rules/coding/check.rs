//! Checking a coding against the version of the set that it names.

use super::model::{CodeSet, Coded, Takes};
use jiff::civil::Date;

/// What is wrong with a coding.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodingFault {
    /// The version of the set is not in use on the day.
    #[error("this version is not in use on {0}")]
    SetNotValid(Date),
    /// The set has no such axis.
    #[error("there is no axis {0}")]
    UnknownAxis(String),
    /// The set has no such code.
    #[error("there is no code {}", .0.code)]
    UnknownCode(Coded),
    /// The code belongs to another axis.
    #[error("{} belongs to axis {belongs_to}", coded.code)]
    WrongAxis {
        /// What was coded.
        coded: Coded,
        /// Where it belongs.
        belongs_to: String,
    },
    /// The code is not in use on the day.
    #[error("{} is not in use on {on}", coded.code)]
    NotValid {
        /// What was coded.
        coded: Coded,
        /// The day.
        on: Date,
    },
    /// No source vouches for the code.
    #[error("no source vouches for {}", .0.code)]
    NotEstablished(Coded),
    /// The same code stands twice.
    #[error("{} stands twice", .0.code)]
    Twice(Coded),
    /// The axis takes one code and has several.
    #[error("axis {axis} takes one code and has {n_codes}")]
    TakesOne {
        /// The axis.
        axis: String,
        /// How many it has.
        n_codes: usize,
    },
    /// The axis takes several codes, but not so many.
    #[error("axis {axis} takes at most {most} codes and has {n_codes}")]
    TooMany {
        /// The axis.
        axis: String,
        /// How many it takes.
        most: usize,
        /// How many it has.
        n_codes: usize,
    },
}

/// Everything that is wrong with a coding made on a day; empty when it stands. Axes that are not coded are no
/// fault, since coding may be done in steps: [`CodeSet::missing`] tells them.
pub fn check(set: &CodeSet, coding: &[Coded], on: Date) -> Vec<CodingFault> {
    let mut faults = Vec::new();
    if !set.head().valid.covers(on) {
        faults.push(CodingFault::SetNotValid(on));
    }
    for (at, coded) in coding.iter().enumerate() {
        if coding.iter().take(at).any(|before| before == coded) {
            faults.push(CodingFault::Twice(coded.clone()));
        } else {
            faults.extend(fault_of(set, coded, on));
        }
    }
    for axis in &set.head().axes {
        let n_codes = coding.iter().filter(|coded| coded.axis == axis.key).count();
        match axis.takes {
            Takes::One if 1 < n_codes => faults.push(CodingFault::TakesOne { axis: axis.key.clone(), n_codes }),
            Takes::Several { most } if most < n_codes => {
                faults.push(CodingFault::TooMany { axis: axis.key.clone(), most, n_codes });
            }
            Takes::One | Takes::Several { .. } => {}
        }
    }
    faults
}

fn fault_of(set: &CodeSet, coded: &Coded, on: Date) -> Option<CodingFault> {
    if set.axis(&coded.axis).is_none() {
        return Some(CodingFault::UnknownAxis(coded.axis.clone()));
    }
    let Some(code) = set.code(&coded.axis, &coded.code) else {
        let elsewhere = set.codes().iter().find(|code| code.code == coded.code);
        return Some(match elsewhere {
            Some(code) => CodingFault::WrongAxis { coded: coded.clone(), belongs_to: code.axis.clone() },
            None => CodingFault::UnknownCode(coded.clone()),
        });
    };
    if !code.valid.covers(on) {
        return Some(CodingFault::NotValid { coded: coded.clone(), on });
    }
    (!code.established).then(|| CodingFault::NotEstablished(coded.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::coding::fixtures::{code, day, set};
    use crate::rules::coding::model::{Code, Validity};

    fn check_coding(coding: &[(&str, &str)], on: &str, expected: &[CodingFault]) {
        let set = set(vec![
            code("kind", "1", None, "Fall"),
            code("kind", "2", None, "Blood"),
            Code { established: false, ..code("kind", "3", None, "Without source") },
            code("harm", "H1", None, "Death"),
            code("factor", "F1", None, "Procedure"),
            code("factor", "F2", None, "Equipment"),
            Code {
                valid: Validity { from: Some(day("2025-01-01")), to: Some(day("2025-12-31")) },
                ..code("factor", "F3", None, "For a year")
            },
        ]);
        let coding: Vec<Coded> = coding.iter().map(|(axis, code)| Coded::new(*axis, *code)).collect();
        assert_eq!(check(&set, &coding, day(on)), expected, "{coding:?}");
    }

    #[test]
    fn a_coding_stands_or_every_fault_is_told() {
        let coded = Coded::new;
        check_coding(&[("kind", "1"), ("harm", "H1"), ("factor", "F1"), ("factor", "F3")], "2025-12-31", &[]);
        check_coding(&[], "2026-01-01", &[]);
        check_coding(&[("kind", "7")], "2026-01-01", &[CodingFault::UnknownCode(coded("kind", "7"))]);
        check_coding(&[("place", "1")], "2026-01-01", &[CodingFault::UnknownAxis("place".to_owned())]);
        check_coding(&[("kind", "3")], "2026-01-01", &[CodingFault::NotEstablished(coded("kind", "3"))]);
        check_coding(
            &[("kind", "1"), ("kind", "2")],
            "2026-01-01",
            &[CodingFault::TakesOne { axis: "kind".to_owned(), n_codes: 2 }],
        );
        check_coding(&[("factor", "F1"), ("factor", "F1")], "2026-01-01", &[CodingFault::Twice(coded("factor", "F1"))]);
        let not_valid = CodingFault::NotValid { coded: coded("factor", "F3"), on: day("2026-01-01") };
        let too_many = CodingFault::TooMany { axis: "factor".to_owned(), most: 2, n_codes: 3 };
        check_coding(&[("factor", "F1"), ("factor", "F2"), ("factor", "F3")], "2026-01-01", &[not_valid, too_many]);
        let wrong_axis = CodingFault::WrongAxis { coded: coded("kind", "H1"), belongs_to: "harm".to_owned() };
        check_coding(&[("kind", "H1")], "2019-12-31", &[CodingFault::SetNotValid(day("2019-12-31")), wrong_axis]);
    }
}
