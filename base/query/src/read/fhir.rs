//! Events from bulk FHIR R4 (NDJSON): Patient, Encounter, Condition, Procedure, Observation, Organization.
//!
//! The files are read three times, so that what others point to is known before them, whichever order they
//! come in; only patients, diagnoses and findings are held in memory. References may be `Type/id`, whole
//! addresses or `urn:uuid:…`.
//!
//! - An **Encounter** of class IMP, ACUTE, EMER, OBSENC or SS is a stay, NONAC a residency, all others a contact. Its
//!   unit is the service provider's organisation number when the Organization is in the delivery, else the id it
//!   points to. Priority EM or UR (or class ACUTE, EMER) is unplanned, EL planned, others not known. Its code is
//!   the first diagnosis by rank.
//! - A **Procedure** is an operation, or a review when its code is SNOMED CT 182836005. Its unit is its
//!   encounter's.
//! - An **Observation** with a code of the system `urn:varde:event` tells of its encounter (or of the procedure it
//!   is part of): `outcome` and `followed` as booleans, `done` as an instant.
//! - Planned, cancelled and mistaken records are counted as void.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use varde_events::{Event, Kind, Sex};

use super::csv::plain_code;
use super::time::{Instant, age, days_between, death, instant};
use super::{Fault, Problem};
use crate::{Keys, Receive};

const READ: [&str; 6] = ["Patient", "Encounter", "Condition", "Procedure", "Observation", "Organization"];
/// Organisation numbers (ENH) and RESH numbers, in this order of preference.
const UNIT_SYSTEMS: [&str; 2] = ["urn:oid:2.16.578.1.12.4.1.4.101", "urn:oid:2.16.578.1.12.4.1.4.102"];
/// The code system of findings about events.
const FINDINGS: &str = "urn:varde:event";
/// SNOMED CT: review of medication (procedure).
const REVIEW: &str = "182836005";

#[derive(Default)]
struct Patient {
    born: Option<Date>,
    sex: Option<Sex>,
    died: Option<i64>,
    residence: Option<String>,
}

#[derive(Default)]
struct Findings {
    outcome: Option<bool>,
    followed: Option<bool>,
    done: Option<Instant>,
}

#[derive(Default)]
struct Known {
    patients: HashMap<String, Patient>,
    diagnoses: HashMap<String, String>,
    findings: HashMap<String, Findings>,
    organisations: HashMap<String, String>,
    encounters: HashMap<String, (String, Option<bool>)>,
}

/// What is the same for all lines.
struct Frame<'a> {
    source: &'a str,
    keys: &'a Keys,
    zone: &'a TimeZone,
}

/// Why a resource gives no event.
enum Not {
    Void,
    Wrong(&'static str, Fault),
}

/// Reads a source's delivery of NDJSON files.
///
/// # Errors
///
/// [`std::io::Error`] when a file or the disk fails. What is wrong with the lines goes to the receiver.
pub fn read(
    files: &[PathBuf],
    (source, keys, zone): (&str, &Keys, &TimeZone),
    into: &mut dyn Receive,
) -> Result<(), std::io::Error> {
    let frame = Frame { source, keys, zone };
    let mut known = Known::default();
    each(files, |file, line, read| {
        let wrong = |column, fault| Problem { file, line, column, fault };
        let Some(resource) = read else {
            into.problem(wrong("", Fault::NoJson));
            return Ok(());
        };
        let sort = text(&resource, &["resourceType"]).unwrap_or_default();
        if !READ.contains(&sort) {
            into.problem(wrong("resourceType", Fault::UnknownType));
        } else if text(&resource, &["id"]).is_none_or(str::is_empty) {
            into.problem(wrong("id", Fault::Missing));
        } else if let Err(Not::Wrong(column, fault)) = known.learn(sort, &resource, &frame, into) {
            into.problem(wrong(column, fault));
        }
        Ok(())
    })?;
    for wanted in ["Encounter", "Procedure"] {
        each(files, |file, line, read| {
            let Some(resource) = read else { return Ok(()) };
            if text(&resource, &["resourceType"]) != Some(wanted) || text(&resource, &["id"]).is_none_or(str::is_empty)
            {
                return Ok(());
            }
            let event = if wanted == "Encounter" {
                known.encounter(&resource, &frame, into)
            } else {
                known.procedure(&resource, &frame, into)
            };
            match event {
                Ok(event) => into.event((file, line), event)?,
                Err(Not::Void) => into.void(),
                Err(Not::Wrong(column, fault)) => into.problem(Problem { file, line, column, fault }),
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Hands over each line of each file: the resource, or nothing when it is none. Empty lines are passed over.
fn each(
    files: &[PathBuf],
    mut take: impl FnMut(usize, u64, Option<Value>) -> Result<(), std::io::Error>,
) -> Result<(), std::io::Error> {
    for (number, path) in files.iter().enumerate() {
        let mut input = BufReader::new(File::open(path)?);
        let (mut bytes, mut line) = (Vec::new(), 0);
        loop {
            bytes.clear();
            if input.read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            line += 1;
            let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            if !rest.iter().all(u8::is_ascii_whitespace) {
                take(number, line, serde_json::from_slice(rest).ok().filter(Value::is_object))?;
            }
        }
    }
    Ok(())
}

/// The text at a path of names.
fn text<'a>(value: &'a Value, path: &[&str]) -> Option<&'a str> {
    path.iter().try_fold(value, |value, name| value.get(name))?.as_str()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The id that a reference points to, whichever form it has.
fn target(value: &Value, name: &str) -> Option<String> {
    let reference = text(value, &[name, "reference"])?;
    let id = match reference.strip_prefix("urn:uuid:") {
        Some(uuid) => uuid,
        None => reference.split("/_history/").next()?.rsplit('/').next()?,
    };
    (!id.is_empty()).then(|| id.to_lowercase())
}

fn id(resource: &Value) -> String {
    text(resource, &["id"]).unwrap_or_default().to_lowercase()
}

/// The first code of a concept, those of `systems` before others.
fn code<'a>(concept: Option<&'a Value>, systems: &[&str]) -> Option<&'a str> {
    let codings = concept.map_or(&[][..], |concept| list(concept, "coding"));
    let of = |system: &&str| codings.iter().find(|coding| text(coding, &["system"]) == Some(system));
    text(systems.iter().find_map(of).or_else(|| codings.first())?, &["code"])
}

impl Known {
    /// Remembers what others point to.
    fn learn(&mut self, sort: &str, resource: &Value, frame: &Frame<'_>, into: &mut dyn Receive) -> Result<(), Not> {
        match sort {
            "Patient" => {
                let died = match text(resource, &["deceasedDateTime"]) {
                    Some(told) => {
                        Some(death(told, frame.zone).ok_or(Not::Wrong("deceasedDateTime", Fault::NoInstant))?)
                    }
                    None => None,
                };
                let born = match text(resource, &["birthDate"]) {
                    Some(told) => Some(told.parse().map_err(|_| Not::Wrong("birthDate", Fault::NoInstant))?),
                    None => None,
                };
                let sex = match text(resource, &["gender"]) {
                    Some("male") => Some(Sex::Male),
                    Some("female") => Some(Sex::Female),
                    _ => None,
                };
                let residence = list(resource, "address").iter().find_map(municipality);
                if let Some(died) = died {
                    into.death(frame.keys.person(&id(resource)), died);
                }
                self.patients.insert(id(resource), Patient { born, sex, died, residence });
            }
            "Condition" => {
                let systems = ["urn:oid:2.16.578.1.12.4.1.1.7110", "http://hl7.org/fhir/sid/icd-10"];
                let found = code(resource.get("code"), &systems).and_then(plain_code);
                self.diagnoses.insert(id(resource), found.ok_or(Not::Wrong("code", Fault::NoCode))?);
            }
            "Organization" => {
                let identifiers = list(resource, "identifier");
                let of = |system: &&str| {
                    let found = identifiers.iter().find(|identifier| text(identifier, &["system"]) == Some(system))?;
                    text(found, &["value"])
                };
                if let Some(number) = UNIT_SYSTEMS.iter().find_map(of) {
                    self.organisations.insert(id(resource), number.to_owned());
                }
            }
            "Observation" => self.finding(resource, frame)?,
            _ => {}
        }
        Ok(())
    }

    fn finding(&mut self, resource: &Value, frame: &Frame<'_>) -> Result<(), Not> {
        let codings = resource.get("code").map_or(&[][..], |concept| list(concept, "coding"));
        let Some(what) = codings.iter().find(|coding| text(coding, &["system"]) == Some(FINDINGS)) else {
            return Ok(());
        };
        let about = list(resource, "partOf")
            .first()
            .and_then(|first| target(&serde_json::json!({ "partOf": first }), "partOf"))
            .or_else(|| target(resource, "encounter"))
            .ok_or(Not::Wrong("encounter", Fault::Missing))?;
        let found = self.findings.entry(about).or_default();
        let yes_no = resource.get("valueBoolean").and_then(Value::as_bool);
        match text(what, &["code"]) {
            Some("outcome") => {
                found.outcome = Some(yes_no.ok_or(Not::Wrong("valueBoolean", Fault::NeitherYesNorNo))?);
            }
            Some("followed") => {
                found.followed = Some(yes_no.ok_or(Not::Wrong("valueBoolean", Fault::NeitherYesNorNo))?);
            }
            Some("done") => {
                let at = text(resource, &["valueDateTime"]).and_then(|told| instant(told, frame.zone));
                found.done = Some(at.ok_or(Not::Wrong("valueDateTime", Fault::NoInstant))?);
            }
            _ => return Err(Not::Wrong("code", Fault::UnknownName)),
        }
        Ok(())
    }

    fn encounter(&mut self, resource: &Value, frame: &Frame<'_>, into: &mut dyn Receive) -> Result<Event, Not> {
        match text(resource, &["status"]) {
            Some("finished" | "in-progress" | "onleave" | "arrived" | "triaged") => {}
            Some("planned" | "cancelled" | "entered-in-error" | "unknown") => return Err(Not::Void),
            Some(_) => return Err(Not::Wrong("status", Fault::UnknownName)),
            None => return Err(Not::Wrong("status", Fault::Missing)),
        }
        let class = text(resource, &["class", "code"]).ok_or(Not::Wrong("class", Fault::Missing))?;
        let kind = match class {
            "IMP" | "ACUTE" | "EMER" | "OBSENC" | "SS" => Kind::Stay,
            "NONAC" => Kind::Residency,
            _ => Kind::Contact,
        };
        let acute = match code(resource.get("priority"), &[]) {
            Some("EM" | "UR" | "EMU") => Some(true),
            Some("EL") => Some(false),
            _ if matches!(class, "ACUTE" | "EMER") => Some(true),
            _ => None,
        };
        let unit = self.unit(resource).ok_or(Not::Wrong("serviceProvider", Fault::Missing))?;
        self.encounters.insert(id(resource), (unit.clone(), acute));
        let mut diagnoses: Vec<&Value> = list(resource, "diagnosis").iter().collect();
        diagnoses.sort_by_key(|diagnosis| diagnosis.get("rank").and_then(Value::as_u64).unwrap_or(u64::MAX));
        let main = match diagnoses.first() {
            Some(first) => {
                let about = target(first, "condition").ok_or(Not::Wrong("diagnosis", Fault::Missing))?;
                Some(self.diagnoses.get(&about).ok_or(Not::Wrong("diagnosis", Fault::PointsNowhere))?.clone())
            }
            None => None,
        };
        self.event(resource, ("period", kind, unit, acute, main.unwrap_or_default()), frame, into)
    }

    fn procedure(&self, resource: &Value, frame: &Frame<'_>, into: &mut dyn Receive) -> Result<Event, Not> {
        match text(resource, &["status"]) {
            Some("completed" | "in-progress" | "stopped" | "on-hold") => {}
            Some("preparation" | "not-done" | "entered-in-error" | "unknown") => return Err(Not::Void),
            Some(_) => return Err(Not::Wrong("status", Fault::UnknownName)),
            None => return Err(Not::Wrong("status", Fault::Missing)),
        }
        let about = target(resource, "encounter").ok_or(Not::Wrong("encounter", Fault::Missing))?;
        let (unit, acute) = self.encounters.get(&about).ok_or(Not::Wrong("encounter", Fault::PointsNowhere))?;
        let systems = ["urn:oid:2.16.578.1.12.4.1.1.7275", "urn:oid:2.16.578.1.12.4.1.1.7210"];
        let told = code(resource.get("code"), &systems).ok_or(Not::Wrong("code", Fault::Missing))?;
        let kind = if told == REVIEW { Kind::Review } else { Kind::Operation };
        let plain = plain_code(told).ok_or(Not::Wrong("code", Fault::NoCode))?;
        self.event(resource, ("performedPeriod", kind, unit.clone(), *acute, plain), frame, into)
    }

    fn unit(&self, resource: &Value) -> Option<String> {
        if let Some(number) = text(resource, &["serviceProvider", "identifier", "value"]) {
            return Some(number.to_owned());
        }
        let about = target(resource, "serviceProvider")?;
        Some(self.organisations.get(&about).cloned().unwrap_or(about))
    }

    fn event(
        &self,
        resource: &Value,
        (period, kind, unit, acute, code): (&'static str, Kind, String, Option<bool>, String),
        frame: &Frame<'_>,
        into: &mut dyn Receive,
    ) -> Result<Event, Not> {
        let subject = target(resource, "subject").ok_or(Not::Wrong("subject", Fault::Missing))?;
        let patient = self.patients.get(&subject).ok_or(Not::Wrong("subject", Fault::PointsNowhere))?;
        let at = |told: Option<&str>| match told {
            Some(told) => instant(told, frame.zone).map(Some).ok_or(Not::Wrong(period, Fault::NoInstant)),
            None => Ok(None),
        };
        let start = at(text(resource, &[period, "start"]).or_else(|| text(resource, &["performedDateTime"])))?
            .ok_or(Not::Wrong(period, Fault::Missing))?;
        let end = at(text(resource, &[period, "end"]))?;
        if end.is_some_and(|end| end.second < start.second) {
            return Err(Not::Wrong(period, Fault::BeforeStart));
        }
        if patient.died.is_some_and(|died| died < start.second) {
            return Err(Not::Wrong("deceasedDateTime", Fault::BeforeStart));
        }
        let age = match patient.born {
            Some(born) => Some(age(born, start.day).ok_or(Not::Wrong("birthDate", Fault::BeforeStart))?),
            None => None,
        };
        let none = Findings::default();
        let findings = self.findings.get(&id(resource)).unwrap_or(&none);
        Ok(Event {
            person: frame.keys.person(&subject),
            // Ids are unique within a type only.
            event: frame.keys.event(frame.source, &format!("{}/{}", kind.name(), id(resource))),
            kind,
            unit: into.place(&unit),
            residence: patient.residence.as_ref().map(|code| into.place(code)),
            start: start.second,
            end: end.map(|end| end.second),
            month: start.month,
            end_month: end.map(|end| end.month),
            age,
            sex: patient.sex.unwrap_or(Sex::Unknown),
            acute,
            code,
            died: patient.died,
            lag_days: end.zip(findings.done).map(|(end, done)| days_between(end.day, done.day)),
            outcome: findings.outcome,
            followed: findings.followed,
        })
    }
}

/// The municipality's number in an address, as the Norwegian base profiles have it.
fn municipality(address: &Value) -> Option<String> {
    let deep = list(address, "extension")
        .iter()
        .find(|extension| text(extension, &["url"]).is_some_and(|url| url.to_lowercase().contains("municipalitycode")));
    let here = deep.and_then(|extension| text(extension, &["valueCoding", "code"]).map(str::to_owned));
    here.or_else(|| {
        // On the district, as the profile places it.
        let district = address.get("_district")?;
        municipality(district)
    })
}
