//! Units of a DHIS2: the `organisationUnits` of its metadata.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;
use varde_kernel::{Place, Problems, UnitKind};

use super::csv_units::Plan;
use super::read_day;
use super::tree::{self, Placed, Shape};
use crate::model::units::{CodeSystem, Register, UnitCode};
use crate::rules::units::is_organisation_number;

/// Our names of what can be wrong, and theirs.
const HEADS: &[(&str, &str)] = &[
    ("code", "id"),
    ("local", "id"),
    ("orgnr", "code"),
    ("short", "shortName"),
    ("valid_from", "openingDate"),
    ("valid_to", "closedDate"),
];
/// The largest export that is read.
const MAX_BYTES: usize = 64 << 20;

/// The metadata, as far as it is about units. The rest of it is passed over.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Metadata {
    organisation_units: Vec<Theirs>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Theirs {
    id: Option<String>,
    code: Option<String>,
    name: Option<String>,
    short_name: Option<String>,
    opening_date: Option<String>,
    closed_date: Option<String>,
    parent: Option<Above>,
}

#[derive(Deserialize)]
struct Above {
    id: Option<String>,
    code: Option<String>,
}

/// Whether a file is JSON, and so none of the tables.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let plain = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    plain.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// What the units of an export would add to the organisation. A unit keeps DHIS2's id and code among its numbers,
/// so that files of values find it.
pub(super) fn units(bytes: &[u8], known: &Register, on: Date) -> Result<Plan, Problems> {
    let mut problems = Problems::new();
    let refuse = |key| {
        let mut problems = Problems::new();
        problems.push(Place::Whole, key, Vec::new());
        Err(problems)
    };
    if MAX_BYTES < bytes.len() {
        return refuse("people-import-too-large");
    }
    let plain = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let theirs = match serde_json::from_slice::<Metadata>(plain) {
        Ok(metadata) => metadata.organisation_units,
        Err(_) => return refuse("people-import-not-json"),
    };
    if theirs.is_empty() {
        return refuse("people-import-no-units");
    }
    // Where every code is an organisation number, that is what they are; a few may be so by chance.
    let mut codes = theirs.iter().filter_map(|unit| unit.code.as_deref()).filter(|code| !code.is_empty());
    let by_number = codes.all(is_organisation_number);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (line, unit) in (1..).zip(theirs) {
        let from = date(unit.opening_date.as_deref(), (line, "openingDate"), &mut problems);
        let to = date(unit.closed_date.as_deref(), (line, "closedDate"), &mut problems);
        let Some(id) = unit.id.clone().filter(|id| !id.is_empty()) else {
            problems.line(line, Some("id"), "web-problem-required", Vec::new());
            continue;
        };
        if !seen.insert(id.clone()) {
            problems.line(line, Some("id"), "people-import-twice", vec![("code", id)]);
            continue;
        }
        found.push(Placed { line, from, to, ..placed(id, unit, by_number) });
    }
    let shape = Shape { heads: HEADS, top: None, top_kind: UnitKind::Other };
    tree::planned(&found, &shape, known, on, problems)
}

/// A day as DHIS2 writes it, with a time that says nothing.
fn date(text: Option<&str>, (line, column): (usize, &str), problems: &mut Problems) -> Option<Date> {
    let text = text.filter(|text| !text.is_empty())?;
    let day = text.split('T').next().and_then(read_day);
    if day.is_none() {
        problems.line(line, Some(column), "web-problem-date", Vec::new());
    }
    day
}

fn placed(id: String, unit: Theirs, by_number: bool) -> Placed {
    let filled = |name: Option<String>| name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let code = filled(unit.code).filter(|code| *code != id);
    let system = if by_number { CodeSystem::Organisation } else { CodeSystem::Local };
    let codes = std::iter::once(UnitCode { system: CodeSystem::Local, code: id.clone() })
        .chain(code.iter().map(|code| UnitCode { system, code: code.clone() }));
    Placed {
        code: format!("dhis2.{id}"),
        name: filled(unit.name).unwrap_or_default(),
        short: filled(unit.short_name).unwrap_or_default(),
        above: unit
            .parent
            .map(|above| [filled(above.id), filled(above.code)])
            .into_iter()
            .flatten()
            .flatten()
            .collect(),
        codes: codes.collect(),
        called: std::iter::once(id).chain(code).collect(),
        ..Placed::default()
    }
}
