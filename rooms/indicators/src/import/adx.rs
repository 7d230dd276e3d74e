//! IHE ADX (aggregate data exchange), as DHIS2 and others send it.

use jiff::civil::Date;

use super::dhis2::number;
use super::said::{Reading, Said, tidy};
use super::when;
use super::xml::{self, Step, Tag};

/// What is an attribute of its own; every other one tells which part was counted.
const KNOWN: &[&str] =
    &["dataElement", "value", "orgUnit", "period", "dataSet", "comment", "timestamp", "storedBy", "xmlns"];

/// Reads a file.
pub fn read(text: &str, today: Date, mut reading: Reading) -> Reading {
    let mut group: Option<Tag> = None;
    let mut open: Option<Said> = None;
    let read = xml::each(text, |step| {
        match step {
            Step::Open(tag) if tag.name == "group" => group = Some(tag),
            Step::Open(tag) if tag.name == "dataValue" => {
                if let Some(group) = &group {
                    open = Some(value(group, &tag, today, &mut reading));
                } else {
                    reading.problems.line(tag.line, Some("group"), "web-problem-required", vec![]);
                }
            }
            Step::Text(text) => {
                if let Some(said) = &mut open {
                    let note = format!("{} {}", said.note, tidy(text));
                    note.trim().clone_into(&mut said.note);
                }
            }
            Step::Close(1) => group = None,
            Step::Close(2) => {
                if let Some(said) = open.take().filter(|said| said.period.is_some()) {
                    return reading.keep(said) && !reading.is_full();
                }
            }
            Step::Open(_) | Step::Close(_) => {}
        }
        true
    });
    if let Err(broken) = read {
        reading.refuse(broken.line, broken.key);
    }
    reading.done()
}

fn value(group: &Tag, tag: &Tag, today: Date, reading: &mut Reading) -> Said {
    let period = when::from_day(group.get("period")).or_else(|| when::read(group.get("period")));
    let strata = [group, tag].into_iter().flat_map(|tag| &tag.attributes);
    let said = Said {
        line: tag.line,
        indicator: tidy(tag.get("dataElement")),
        unit: tidy(group.get("orgUnit")),
        period: when::sensible(period, today, (tag.line, "period"), &mut reading.problems),
        strata: strata
            .filter(|(name, _)| !KNOWN.contains(&name.as_str()))
            .map(|(name, category)| (tidy(name), tidy(category)))
            .collect(),
        value: number(tag.get("value"), (tag.line, "value"), &mut reading.problems),
        note: tidy(tag.get("comment")),
        ..Said::default()
    };
    for (name, text) in [("dataElement", &said.indicator), ("orgUnit", &said.unit)] {
        if text.is_empty() {
            reading.problems.line(tag.line, Some(name), "web-problem-required", vec![]);
        }
    }
    said
}
