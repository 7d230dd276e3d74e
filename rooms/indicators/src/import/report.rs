//! FHIR R4: `MeasureReport` of the type summary (which is also IHE mADX), alone or in a bundle, and `Measure`.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_fhir::{Broken, CodeableConcept, Identifier, Measure, MeasureReport, Population, Quantity, Resource, system};

use super::said::{Reading, Said, tidy};
use super::when;

/// The system of Varde's own codes of units and indicators.
pub const OURS: &str = "urn:varde:code";

/// Reads reports.
pub fn read(bytes: &[u8], today: Date, mut reading: Reading) -> Reading {
    let resource = match varde_fhir::parse(bytes) {
        Ok(resource) => resource,
        Err(Broken::NotJson(line)) => {
            reading.refuse(line, "indicators-import-not-json");
            return reading;
        }
        Err(Broken::NoKind | Broken::Field(_)) => {
            reading.refuse(1, "indicators-import-not-fhir");
            return reading;
        }
    };
    let (reports, units) = match resource {
        Resource::MeasureReport(report) => (vec![(1, *report)], HashMap::new()),
        Resource::Bundle(bundle) => {
            let (mut reports, mut units) = (Vec::new(), HashMap::new());
            for (place, entry) in bundle.entry.into_iter().enumerate() {
                let Some(value) = entry.resource else { continue };
                match varde_fhir::of_value(value) {
                    Ok(Resource::MeasureReport(report)) => reports.push((place + 1, *report)),
                    Ok(Resource::Organization(one)) => {
                        for address in addresses("Organization", one.id.as_deref(), entry.full_url.as_deref()) {
                            units.insert(address, one.identifier.clone());
                        }
                    }
                    Ok(Resource::Location(one)) => {
                        for address in addresses("Location", one.id.as_deref(), entry.full_url.as_deref()) {
                            units.insert(address, one.identifier.clone());
                        }
                    }
                    Ok(_) => {}
                    Err(_) => reading.refuse(place + 1, "indicators-import-not-fhir"),
                }
            }
            (reports, units)
        }
        Resource::Measure(_)
        | Resource::Organization(_)
        | Resource::Location(_)
        | Resource::OperationOutcome(_)
        | Resource::Other(..) => {
            reading.refuse(1, "indicators-import-not-report");
            return reading;
        }
    };
    for (line, report) in reports {
        if !one(line, &report, &units, today, &mut reading) {
            break;
        }
    }
    reading.done()
}

/// The addresses by which a resource in a bundle is pointed to.
fn addresses(kind: &str, id: Option<&str>, full_url: Option<&str>) -> Vec<String> {
    let own = id.map(|id| format!("{kind}/{id}"));
    own.into_iter().chain(full_url.map(str::to_owned)).collect()
}

fn one(
    line: usize,
    report: &MeasureReport,
    units: &HashMap<String, Vec<Identifier>>,
    today: Date,
    reading: &mut Reading,
) -> bool {
    if report.r#type.as_deref() != Some("summary") {
        // A report about one person holds what Varde never keeps.
        reading.problems.line(line, Some("type"), "indicators-import-individual", vec![]);
        return !reading.is_full();
    }
    if report.status.as_deref() == Some("error") {
        reading.problems.line(line, Some("status"), "indicators-import-report-failed", vec![]);
        return !reading.is_full();
    }
    let who = report.subject.as_ref().or(report.reporter.as_ref());
    let pointed = who.and_then(|who| units.get(who.reference.as_deref()?)).and_then(|found| found.first());
    let unit = who
        .and_then(|who| who.identifier.as_ref())
        .or(pointed)
        .and_then(|identifier| identifier.value.as_deref())
        .or_else(|| who.and_then(|who| who.reference.as_deref()).map(last_part));
    let measure = report.measure.as_deref().map(|address| last_part(address.split('|').next().unwrap_or_default()));
    for (name, found) in [("subject", unit), ("measure", measure)] {
        if found.unwrap_or_default().is_empty() {
            reading.problems.line(line, Some(name), "web-problem-required", vec![]);
        }
    }
    let day = |text: Option<&String>| text.and_then(|text| text.get(..10)).and_then(|text| text.parse::<Date>().ok());
    let period = report.period.as_ref().and_then(|period| {
        let written = period.start.as_deref().and_then(when::read).filter(|_| period.end == period.start);
        written.or_else(|| when::lasting(day(period.start.as_ref())?, day(period.end.as_ref())?))
    });
    let period = when::sensible(period, today, (line, "period"), &mut reading.problems);
    let base = Said {
        line,
        unit: tidy(unit.unwrap_or_default()),
        period,
        provisional: report.status.as_deref() == Some("pending"),
        ..Said::default()
    };
    let (Some(_), Some(measure)) = (period, measure) else { return !reading.is_full() };
    let several = 1 < report.group.len();
    for group in &report.group {
        let code = group.code.as_ref().map(CodeableConcept::code).filter(|code| several && !code.is_empty());
        let indicator = tidy(&code.map_or_else(|| measure.to_owned(), |code| format!("{measure}#{code}")));
        let whole = Said { indicator, ..base.clone() };
        // A group that says nothing of them all only holds its parts.
        let is_split_alone =
            group.population.is_empty() && group.measure_score.is_none() && !group.stratifier.is_empty();
        if !is_split_alone && !keep(&whole, Vec::new(), (&group.population, group.measure_score.as_ref()), reading) {
            return false;
        }
        for stratifier in &group.stratifier {
            let by = stratifier.code.first().map(CodeableConcept::code).unwrap_or_default();
            for stratum in &stratifier.stratum {
                let value = stratum.value.as_ref().map(CodeableConcept::code).unwrap_or_default();
                let strata = vec![(tidy(by), tidy(value))];
                if !keep(&whole, strata, (&stratum.population, stratum.measure_score.as_ref()), reading) {
                    return false;
                }
            }
        }
    }
    !reading.is_full()
}

fn last_part(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

/// What was counted in a group or a part of one.
type Counted<'a> = (&'a [Population], Option<&'a Quantity>);

fn keep(
    whole: &Said,
    strata: Vec<(String, String)>,
    (population, quantity): Counted<'_>,
    reading: &mut Reading,
) -> bool {
    let found = |code: &str| {
        let mut found = population.iter().filter(|one| one.code.as_ref().is_some_and(|known| known.code() == code));
        found.next().and_then(|one| one.count)
    };
    #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^53")]
    let number = |code: &str| found(code).map(|count| count as f64);
    // What is excluded from the denominator is counted in it, as the specification has it.
    let left_out = number("denominator-exclusion").unwrap_or(0.0) + number("denominator-exception").unwrap_or(0.0);
    let denominator = number("denominator").map(|denominator| denominator - left_out);
    let numerator = number("numerator").map(|n| n - number("numerator-exclusion").unwrap_or(0.0));
    let observed = number("measure-population").or_else(|| number("initial-population"));
    let alone = population.len() == 1 && numerator.is_none();
    // A share is printed as such, or as per cent with its unit.
    let score = quantity.and_then(|quantity| quantity.value).map(|value| {
        let percent = quantity.is_some_and(|one| one.code.as_deref().or(one.unit.as_deref()) == Some("%"));
        if percent || denominator.is_none() { value } else { value * 100.0 }
    });
    let absent = quantity.and_then(|quantity| quantity.extra.get("extension"));
    let value = if numerator.is_some() && denominator.is_some() { None } else { score.or(observed.filter(|_| alone)) };
    let said = Said {
        strata,
        numerator,
        denominator,
        value,
        missing: (numerator.is_none() && value.is_none()).then(|| absent.map_or("not_reported", why)),
        ..whole.clone()
    };
    reading.keep(said)
}

/// Why a score is not there, by the codes of FHIR.
fn why(extensions: &serde_json::Value) -> &'static str {
    let code = extensions
        .as_array()
        .and_then(|list| {
            list.iter().find(|one| one.get("url").and_then(|url| url.as_str()) == Some(system::ABSENT_EXTENSION))
        })
        .and_then(|one| one.get("valueCode"))
        .and_then(|code| code.as_str());
    match code.unwrap_or_default() {
        "masked" => "too_few",
        "not-applicable" => "not_applicable",
        "not-performed" => "not_measured",
        "error" | "as-text" => "technical",
        "temp-unknown" => "not_complete",
        _ => "not_reported",
    }
}

/// What a `Measure` says that an indicator can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    /// Its code: the last part of its address, or its name.
    pub code: String,
    /// Its name for people.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// What is counted.
    pub numerator: String,
    /// Out of what.
    pub denominator: String,
    /// How it is scored, such as `proportion`.
    pub scoring: String,
    /// Whether more is better; none when it does not say.
    pub more_is_better: Option<bool>,
    /// Its version.
    pub version: String,
    /// Who publishes it.
    pub publisher: String,
}

/// Reads a `Measure`.
///
/// # Errors
///
/// The key of a message when it is none.
pub fn measure(bytes: &[u8]) -> Result<Definition, &'static str> {
    match varde_fhir::parse(bytes) {
        Ok(Resource::Measure(measure)) => Ok(definition(&measure)),
        Ok(_) => Err("indicators-import-not-measure"),
        Err(Broken::NotJson(_)) => Err("indicators-import-not-json"),
        Err(Broken::NoKind | Broken::Field(_)) => Err("indicators-import-not-fhir"),
    }
}

fn definition(measure: &Measure) -> Definition {
    let text = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let population = |code: &str| {
        let found = measure.group.iter().flat_map(|group| &group.population);
        let mut found = found.filter(|one| one.code.as_ref().is_some_and(|known| known.code() == code));
        found.next().map(|one| text(&one.description)).unwrap_or_default()
    };
    let address = text(&measure.url);
    let code = last_part(address.split('|').next().unwrap_or_default());
    let code = if code.is_empty() { text(&measure.name) } else { code.to_owned() };
    Definition {
        code: tidy(&code),
        title: if measure.title.is_some() { text(&measure.title) } else { text(&measure.name) },
        description: text(&measure.description),
        numerator: population("numerator"),
        denominator: population("denominator"),
        scoring: measure.scoring.as_ref().map(CodeableConcept::code).unwrap_or_default().to_owned(),
        more_is_better: measure.improvement_notation.as_ref().map(|notation| notation.code() == "increase"),
        version: text(&measure.version),
        publisher: text(&measure.publisher),
    }
}
