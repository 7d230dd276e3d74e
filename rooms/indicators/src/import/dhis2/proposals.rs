//! The data elements and indicators of a DHIS2, as proposals of ours.

use std::collections::BTreeSet;

use varde_kernel::UnitId;

use super::super::definitions::{Definitions, Proposal, blank, code_of, kept};
use super::super::said::tidy;
use super::metadata::{Indicator as Theirs, Metadata, Thing};
use crate::model::{Indicator, Measure};

/// Proposes everything that is measured in numbers: the indicators first, then the data elements. Which way is better,
/// no DHIS2 says.
pub fn of(metadata: &Metadata, unit: UnitId) -> Definitions {
    let mut told = Definitions::default();
    let mut taken = Taken::default();
    for theirs in &metadata.indicators {
        let names = (theirs.id.as_str(), theirs.code.as_str(), theirs.name.as_str());
        let proposal = Proposal {
            annualised: theirs.annualized,
            ..proposal(&mut told, &mut taken, names, |code, name| indicator(metadata, theirs, blank(code, name, unit)))
        };
        told.found.push(proposal);
    }
    for element in &metadata.data_elements {
        let names = (element.id.as_str(), element.code.as_str(), element.name.as_str());
        match measure_of(element) {
            Some(measure) if element.domain_type != "TRACKER" => {
                let proposal = proposal(&mut told, &mut taken, names, |code, name| Indicator {
                    measure,
                    definition: kept(&element.description),
                    ..blank(code, name, unit)
                });
                told.found.push(proposal);
            }
            _ => told.left_out.push(tidy(if element.name.is_empty() { &element.id } else { &element.name })),
        }
    }
    told
}

/// The codes of ours and the ids of theirs that have come.
#[derive(Default)]
struct Taken {
    codes: BTreeSet<String>,
    ids: BTreeSet<String>,
}

/// One of them with a code of its own here. DHIS2 lets an indicator and a data element have the same code; then the
/// second gets its id beside it.
fn proposal(
    told: &mut Definitions,
    taken: &mut Taken,
    (id, code, name): (&str, &str, &str),
    make: impl FnOnce(String, &str) -> Indicator,
) -> Proposal {
    let line = told.found.len() + told.left_out.len() + 1;
    if id.is_empty() {
        told.problems.line(line, Some("id"), "web-problem-required", vec![]);
    }
    let mut ours = code_of(if code.is_empty() { id } else { code });
    if taken.codes.contains(&ours) && !code.is_empty() {
        ours = code_of(&format!("{id}-{code}"));
    }
    let is_new = taken.codes.insert(ours.clone());
    let is_first = id.is_empty() || taken.ids.insert(id.to_owned());
    if !is_new || !is_first {
        told.problems.line(line, Some("id"), "indicators-define-twice", vec![("code", tidy(id))]);
    }
    let called = [id, code].into_iter().filter(|name| !name.is_empty()).map(tidy).collect();
    Proposal { line, indicator: make(ours, name), called, levels: (None, None), annualised: false }
}

fn indicator(metadata: &Metadata, from: &Theirs, blank: Indicator) -> Indicator {
    let sort = metadata.type_of(from);
    let near = |factor: f64, wanted: f64| (factor - wanted).abs() < 1e-9;
    let (measure, per) = match sort.map(|sort| (sort.number, sort.factor)) {
        Some((true, _)) => (Measure::Count, None),
        Some((_, factor)) if near(factor, 100.0) => (Measure::Percent, None),
        Some((_, factor)) if 1.0 < factor => (Measure::Rate, Some(factor)),
        // Of a kind that the file does not tell of, or that multiplies by nothing, the two are known and no more.
        _ if from.denominator.trim() == "1" => (Measure::Count, None),
        _ => (Measure::Ratio, None),
    };
    Indicator {
        measure,
        per,
        definition: kept(&from.description),
        numerator: kept(&in_words(metadata, &from.numerator_description, &from.numerator)),
        denominator: kept(&in_words(metadata, &from.denominator_description, &from.denominator)),
        ..blank
    }
}

/// In what a data element is measured; none when its values are no numbers.
fn measure_of(element: &Thing) -> Option<Measure> {
    match element.value_type.as_str() {
        "INTEGER" | "INTEGER_POSITIVE" | "INTEGER_ZERO_OR_POSITIVE" | "BOOLEAN" | "TRUE_ONLY" => Some(Measure::Count),
        "PERCENTAGE" => Some(Measure::Percent),
        "UNIT_INTERVAL" => Some(Measure::Ratio),
        "" | "NUMBER" | "INTEGER_NEGATIVE" => Some(Measure::Score),
        _ => None,
    }
}

/// What is counted: as it is described, and how it is put together, with the names of what goes into it.
fn in_words(metadata: &Metadata, described: &str, expression: &str) -> String {
    let mut text = String::new();
    let mut rest = expression.trim();
    while let Some((before, after)) = rest.split_once("#{") {
        let (inside, end) = after.split_once('}').unwrap_or((after, ""));
        let (element, combo) = inside.split_once('.').unwrap_or((inside, ""));
        text.push_str(before);
        text.extend(["«", metadata.element_name(element).unwrap_or(element)]);
        if let Some(combo) = metadata.combo_name(combo) {
            text.extend([", ", combo]);
        }
        text.push('»');
        rest = end;
    }
    text.push_str(rest);
    [described.trim(), text.as_str()].join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_told_with_the_names_of_its_parts() {
        let file = r#"{"dataElements": [{"id": "a", "name": "Tested (RDT)"}, {"id": "b", "code": "POS", "name": "Positive"}],
            "categoryOptionCombos": [{"id": "x", "name": "0-4 years"}]}"#;
        let metadata = Metadata::read(file.as_bytes()).unwrap();
        for (expression, expected) in [
            ("#{a}+ #{POS.x} ", "«Tested (RDT)»+ «Positive, 0-4 years»"),
            ("1", "1"),
            ("#{c}", "«c»"),
            ("#{a", "«Tested (RDT)»"),
            ("", ""),
        ] {
            assert_eq!(in_words(&metadata, "", expression), expected);
        }
        assert_eq!(in_words(&metadata, "Those tested", "#{a}"), "Those tested\n«Tested (RDT)»");
    }
}
