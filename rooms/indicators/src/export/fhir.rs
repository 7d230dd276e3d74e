//! FHIR R4: a bundle with the `Measure` and one summary `MeasureReport` for each unit and period.

use std::collections::BTreeMap;

use serde_json::json;
use varde_fhir::{
    Bundle, CodeableConcept, Entry, Extra, Group, Identifier, Measure, MeasureGroup, MeasurePopulation, MeasureReport,
    Period, Population, Quantity, Reference, Resource, Stratifier, Stratum, system,
};

use super::{Refused, Told};
use crate::import::report::OURS;
use crate::model::{Direction, Indicator, Measure as Sort, Missing, Observation, State};

/// The address of a measure of ours; its last part is the indicator's code.
fn address(indicator: &Indicator) -> String {
    format!("urn:varde:measure/{}", indicator.code)
}

fn improvement(indicator: &Indicator) -> Option<CodeableConcept> {
    match indicator.direction {
        Direction::Up => Some(CodeableConcept::of(system::IMPROVEMENT, "increase")),
        Direction::Down => Some(CodeableConcept::of(system::IMPROVEMENT, "decrease")),
        Direction::None => None,
    }
}

/// The definition as a `Measure`.
pub fn measure(indicator: &Indicator) -> Measure {
    let scoring = match indicator.measure {
        Sort::Percent => "proportion",
        Sort::Rate | Sort::Ratio => "ratio",
        Sort::Score | Sort::Rank | Sort::Nok | Sort::Fte | Sort::Years => "continuous-variable",
        Sort::Count => "cohort",
    };
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let population = |code: &str, description: &str| MeasurePopulation {
        code: Some(CodeableConcept::of(system::POPULATION, code)),
        description: text(description),
        // R4 asks for a criterion; ours is the description above, in words.
        extra: criterion(description),
    };
    let populations = if indicator.measure.has_denominator() {
        vec![population("denominator", &indicator.denominator.nb), population("numerator", &indicator.numerator.nb)]
    } else {
        vec![population("initial-population", &indicator.definition.nb)]
    };
    let status = match indicator.state {
        State::Proposed | State::Specified | State::Piloted => "draft",
        State::Adopted => "active",
        State::Retired => "retired",
    };
    Measure {
        resource_type: "Measure".to_owned(),
        id: Some(id_of(&indicator.code)),
        url: Some(address(indicator)),
        identifier: vec![identifier(OURS, &indicator.code)],
        version: Some(indicator.definition_version.to_string()),
        title: text(&indicator.name.nb),
        status: Some(status.to_owned()),
        description: text(&indicator.definition.nb),
        scoring: Some(CodeableConcept::of(system::SCORING, scoring)),
        improvement_notation: improvement(indicator),
        group: vec![MeasureGroup { population: populations, ..MeasureGroup::default() }],
        ..Measure::default()
    }
}

fn criterion(description: &str) -> Extra {
    let words = if description.is_empty() { "See the definition." } else { description };
    let mut extra = Extra::new();
    extra.insert("criteria".to_owned(), json!({ "language": "text/plain", "expression": words }));
    extra
}

/// A resource's id: letters, digits, `-` and `.`, at most 64 of them.
fn id_of(code: &str) -> String {
    let plain = code.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' });
    plain.take(64).collect()
}

fn identifier(system: &str, value: &str) -> Identifier {
    Identifier { system: Some(system.to_owned()), value: Some(value.to_owned()), ..Identifier::default() }
}

pub(super) fn write(indicator: &Indicator, told: &[Told<'_>]) -> Result<String, Refused> {
    if told.iter().any(Told::is_residence) {
        return Err(Refused::Residence);
    }
    let mut reports: BTreeMap<(&str, String), Vec<&Told<'_>>> = BTreeMap::new();
    for one in told {
        reports.entry((one.unit_code, one.value.period.to_string())).or_default().push(one);
    }
    let mut entry = vec![Entry {
        full_url: Some(address(indicator)),
        resource: Some(varde_fhir::value(&Resource::Measure(Box::new(measure(indicator))))),
        ..Entry::default()
    }];
    for found in reports.values() {
        entry.extend(report(indicator, found).map(|report| Entry {
            resource: Some(varde_fhir::value(&Resource::MeasureReport(Box::new(report)))),
            ..Entry::default()
        }));
    }
    let bundle = Bundle {
        resource_type: "Bundle".to_owned(),
        r#type: Some("collection".to_owned()),
        entry,
        ..Bundle::default()
    };
    Ok(format!("{}\n", varde_fhir::print(&Resource::Bundle(Box::new(bundle)))))
}

fn report(indicator: &Indicator, found: &[&Told<'_>]) -> Option<MeasureReport> {
    let first = found.first()?;
    let (start, end) = (first.value.period.start().to_string(), first.value.period.end().to_string());
    let (system, number) = first.number.clone().unwrap_or((OURS, first.unit_code.to_owned()));
    let unit = Reference {
        identifier: Some(identifier(system, &number)),
        display: Some(first.unit_name.nb.clone()).filter(|name| !name.is_empty()),
        ..Reference::default()
    };
    let whole = found.iter().find(|one| one.series.stratum.is_empty());
    let mut group = whole.map_or_else(Group::default, |one| Group {
        population: populations(indicator, one.value),
        measure_score: Some(score(indicator, one.value)),
        ..Group::default()
    });
    let stratum = found.iter().filter(|one| !one.series.stratum.is_empty()).map(|one| Stratum {
        value: Some(CodeableConcept::words(&one.series.stratum)),
        population: populations(indicator, one.value),
        measure_score: Some(score(indicator, one.value)),
        ..Stratum::default()
    });
    let stratum: Vec<Stratum> = stratum.collect();
    if !stratum.is_empty() {
        group.stratifier =
            vec![Stratifier { code: vec![CodeableConcept::words("stratum")], stratum, ..Stratifier::default() }];
    }
    let pending = found.iter().any(|one| one.value.provisional);
    Some(MeasureReport {
        resource_type: "MeasureReport".to_owned(),
        status: Some(if pending { "pending" } else { "complete" }.to_owned()),
        r#type: Some("summary".to_owned()),
        measure: Some(address(indicator)),
        subject: Some(unit.clone()),
        reporter: Some(unit),
        period: Some(Period { start: Some(start), end: Some(end), ..Period::default() }),
        improvement_notation: improvement(indicator),
        group: vec![group],
        ..MeasureReport::default()
    })
}

/// The counts, when they are whole; others are only in the score.
fn populations(indicator: &Indicator, value: &Observation) -> Vec<Population> {
    let whole = |number: Option<f64>| {
        let number = number.filter(|number| number.fract() == 0.0 && number.abs() < 1e15)?;
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e15")]
        Some(number as i64)
    };
    let population = |code: &str, count: i64| Population {
        code: Some(CodeableConcept::of(system::POPULATION, code)),
        count: Some(count),
        ..Population::default()
    };
    match (whole(value.numerator), whole(value.denominator)) {
        (Some(numerator), Some(denominator)) => {
            vec![population("denominator", denominator), population("numerator", numerator)]
        }
        _ if indicator.measure == Sort::Count => {
            whole(value.value).map(|count| population("initial-population", count)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The value, or why there is none.
fn score(indicator: &Indicator, value: &Observation) -> Quantity {
    if let Some(number) = value.value {
        let percent = indicator.measure == Sort::Percent;
        let unit = percent.then(|| "%".to_owned());
        let ucum = percent.then(|| "http://unitsofmeasure.org".to_owned());
        return Quantity { value: Some(number), unit: unit.clone(), system: ucum, code: unit, ..Quantity::default() };
    }
    let reason = match value.missing {
        Some(Missing::TooFew | Missing::Protected) => "masked",
        Some(Missing::NotApplicable) => "not-applicable",
        Some(Missing::NotMeasured) => "not-performed",
        Some(Missing::Technical) => "error",
        Some(Missing::NotComplete) => "temp-unknown",
        Some(Missing::NotReported) | None => "unknown",
    };
    let mut extra = Extra::new();
    extra.insert("extension".to_owned(), json!([{ "url": system::ABSENT_EXTENSION, "valueCode": reason }]));
    Quantity { extra, ..Quantity::default() }
}
