//! The national quality indicators (NKI) of the Directorate of Health, as its interface gives them: rows of
//! values in `AttachmentDataRows`, where −10 000 000 says that the value is missing.
//!
//! Written from the description of the interface; no file of the directorate's has been read.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use varde_kernel::Period;

use super::said::{Reading, Said, tidy};
use super::when;

/// What stands where the value is missing.
const MISSING: f64 = -10_000_000.0;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct File {
    attachment_data_rows: Vec<Row>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Row {
    quality_indicator_name: String,
    measure_type: String,
    time_from: String,
    time_to: String,
    period_type: String,
    location_name: String,
    value: Value,
}

/// Reads a file.
pub fn read(bytes: &[u8], today: Date, mut reading: Reading) -> Reading {
    let file: File = match serde_json::from_slice(bytes) {
        Ok(file) => file,
        Err(error) => {
            let key = if error.is_eof() { "indicators-import-cut" } else { "indicators-import-not-json" };
            reading.refuse(error.line().max(1), key);
            return reading;
        }
    };
    for (place, row) in file.attachment_data_rows.iter().enumerate() {
        let line = place + 1;
        let written = match &row.value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => varde_web::read_number(text),
            _ => None,
        };
        if written.is_none() && !row.value.is_null() {
            reading.problems.line(line, Some("Value"), "web-problem-number", vec![]);
        }
        let value = written.filter(|value| (value - MISSING).abs() > 0.5);
        let period = period(row);
        for (name, text) in
            [("QualityIndicatorName", &row.quality_indicator_name), ("LocationName", &row.location_name)]
        {
            if text.trim().is_empty() {
                reading.problems.line(line, Some(name), "web-problem-required", vec![]);
            }
        }
        let measure = tidy(&row.measure_type);
        let name = tidy(&row.quality_indicator_name);
        let said = Said {
            line,
            // One indicator comes as several measures: a share, its numerator, its denominator.
            indicator: if measure.is_empty() { name } else { format!("{name} | {measure}") },
            unit: tidy(&row.location_name),
            period: when::sensible(period, today, (line, "TimeFrom"), &mut reading.problems),
            value,
            missing: value.is_none().then_some("not_reported"),
            source: "Helsedirektoratet, NKI".to_owned(),
            ..Said::default()
        };
        if said.period.is_some() && !reading.keep(said) || reading.is_full() {
            break;
        }
    }
    reading.done()
}

/// The first and last day, which may be written with a time; or the first one and the sort of period.
fn period(row: &Row) -> Option<Period> {
    let day = |text: &str| text.get(..10).and_then(varde_web::read_date);
    let first = day(&row.time_from)?;
    let by_days = day(&row.time_to).and_then(|last| when::lasting(first, last));
    let (year, month) = (first.year(), first.month());
    by_days.or_else(|| match row.period_type.to_lowercase().as_str() {
        "arlig" | "årlig" | "år" | "ar" => Some(Period::Year(year)),
        "tertial" | "tertialvis" => Some(Period::Tertial(year, (month - 1) / 4 + 1)),
        "halvarlig" | "halvårlig" | "halvår" => Some(Period::Half(year, (month - 1) / 6 + 1)),
        "kvartal" | "kvartalsvis" => Some(Period::Quarter(year, (month - 1) / 3 + 1)),
        "maned" | "måned" | "månedlig" => Some(Period::Month(year, month)),
        _ => None,
    })
}
