//! DHIS2: values as JSON, XML and CSV, and what its metadata says about them.
//!
//! A value belongs to a data element, an organisation unit, a period and a category option combo. Each
//! data element can be an indicator of its own here, or one part of one; and with the sender's metadata,
//! DHIS2's own indicators are worked out from them ([`metadata::Metadata::indicators`]).

pub mod expression;
pub mod metadata;
pub mod proposals;

use jiff::civil::Date;
use serde::Deserialize;
use varde_document::{Decimals, Mark, NumberFault, Table};
use varde_kernel::Problems;

use super::said::{Reading, Said, tidy};
use super::when;
use super::xml::{self, Step};

/// A value as DHIS2 writes it. What stands on the whole set holds where a value says nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct One {
    data_element: String,
    period: String,
    org_unit: String,
    category_option_combo: String,
    attribute_option_combo: String,
    value: Option<serde_json::Value>,
    comment: String,
    deleted: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Set {
    period: String,
    org_unit: String,
    attribute_option_combo: String,
    data_values: Vec<One>,
}

/// Several sets in one file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Sets {
    data_value_sets: Vec<Set>,
}

/// The categories that DHIS2 itself calls `default`, besides the ones a file's metadata names.
const DEFAULTS: &[&str] = &["", "default", "HllvX50cXC0"];

/// Reads a `dataValueSet` as JSON, or several.
pub fn json(bytes: &[u8], today: Date, mut reading: Reading) -> Reading {
    let sets = match (serde_json::from_slice::<Sets>(bytes), serde_json::from_slice::<Set>(bytes)) {
        (Ok(sets), _) if !sets.data_value_sets.is_empty() => sets.data_value_sets,
        (_, Ok(set)) => vec![set],
        (_, Err(error)) => {
            let key = if error.is_eof() { "indicators-import-cut" } else { "indicators-import-not-json" };
            reading.refuse(error.line().max(1), key);
            return reading;
        }
    };
    let mut line = 0;
    for set in sets {
        for value in &set.data_values {
            line += 1;
            if !keep(&set, value, line, today, &mut reading) {
                return reading;
            }
        }
    }
    reading.done()
}

/// Reads a `dataValueSet` as XML.
pub fn xml(text: &str, today: Date, mut reading: Reading) -> Reading {
    let mut set = Set::default();
    let read = xml::each(text, |step| {
        let Step::Open(tag) = step else { return true };
        match tag.name.as_str() {
            "dataValueSet" => {
                tag.get("period").clone_into(&mut set.period);
                tag.get("orgUnit").clone_into(&mut set.org_unit);
                tag.get("attributeOptionCombo").clone_into(&mut set.attribute_option_combo);
                true
            }
            "dataValue" => {
                let value = One {
                    data_element: tag.get("dataElement").to_owned(),
                    period: tag.get("period").to_owned(),
                    org_unit: tag.get("orgUnit").to_owned(),
                    category_option_combo: tag.get("categoryOptionCombo").to_owned(),
                    attribute_option_combo: tag.get("attributeOptionCombo").to_owned(),
                    value: Some(tag.get("value").into()),
                    comment: tag.get("comment").to_owned(),
                    deleted: tag.get("deleted") == "true",
                };
                keep(&set, &value, tag.line, today, &mut reading)
            }
            _ => true,
        }
    });
    if let Err(broken) = read {
        reading.refuse(broken.line, broken.key);
    }
    reading.done()
}

/// Reads values as CSV with DHIS2's own columns.
pub fn csv(table: &Table, today: Date, mut reading: Reading) -> Reading {
    let head: Vec<String> = match table.rows.first() {
        Some(row) => row.cells.iter().map(|cell| cell.text().to_lowercase().replace('_', "")).collect(),
        None => return reading.done(),
    };
    for row in table.rows.iter().skip(1) {
        let get = |name: &str| {
            let place = head.iter().position(|known| known == name);
            place.map(|place| row.cell(place).text().into_owned()).unwrap_or_default()
        };
        let value = One {
            data_element: get("dataelement"),
            period: get("period"),
            org_unit: get("orgunit"),
            category_option_combo: get("categoryoptioncombo"),
            attribute_option_combo: get("attributeoptioncombo"),
            value: Some(get("value").into()),
            comment: get("comment"),
            deleted: get("deleted") == "true",
        };
        if !keep(&Set::default(), &value, row.line, today, &mut reading) {
            return reading;
        }
    }
    reading.done()
}

/// A number as DHIS2 writes it: with a decimal point, and `true` and `false` for one and nought.
pub(super) fn number(text: &str, (line, column): (usize, &str), problems: &mut Problems) -> Option<f64> {
    let read = match text.trim() {
        "" => return None,
        "true" => Ok(1.0),
        "false" => Ok(0.0),
        other => Decimals::new(Some(Mark::Point)).parse(other),
    };
    let key = |fault: NumberFault| match fault {
        NumberFault::Mixed => "indicators-import-mixed-decimals",
        _ => "web-problem-number",
    };
    read.map_err(|fault| problems.line(line, Some(column), key(fault), vec![])).ok()
}

fn keep(set: &Set, value: &One, line: usize, today: Date, reading: &mut Reading) -> bool {
    let or = |own: &str, whole: &str| tidy(if own.is_empty() { whole } else { own });
    let (unit, period) = (or(&value.org_unit, &set.org_unit), or(&value.period, &set.period));
    let attribute = or(&value.attribute_option_combo, &set.attribute_option_combo);
    let indicator = tidy(&value.data_element);
    for (name, text) in [("dataElement", &indicator), ("orgUnit", &unit), ("period", &period)] {
        if text.is_empty() {
            reading.problems.line(line, Some(name), "web-problem-required", vec![]);
        }
    }
    if value.deleted {
        // Taking a value away is a correction that someone must give a reason for.
        reading.problems.line(line, Some("deleted"), "indicators-import-deleted", vec![]);
    }
    let written = match &value.value {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let number = number(&written, (line, "value"), &mut reading.problems);
    let parts = [("categoryOptionCombo", value.category_option_combo.as_str()), ("attributeOptionCombo", &attribute)];
    let read = if period.is_empty() {
        None
    } else {
        when::sensible(when::read(&period), today, (line, "period"), &mut reading.problems)
    };
    let said = Said {
        line,
        indicator,
        unit,
        period: read,
        strata: parts
            .into_iter()
            .filter(|(_, code)| !DEFAULTS.contains(code))
            .map(|(name, code)| (name.to_owned(), tidy(code)))
            .collect(),
        value: number,
        missing: written.trim().is_empty().then_some("not_reported"),
        note: tidy(&value.comment),
        ..Said::default()
    };
    (said.period.is_none() || reading.keep(said)) && !reading.is_full()
}
