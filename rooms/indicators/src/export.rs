//! Values as CSV that spreadsheets open and [`crate::import::table`] reads back.

use std::collections::HashMap;
use std::hash::BuildHasher;

use varde_kernel::{SeriesId, UnitTree};

use crate::model::{Indicator, Observation, Series};

/// The columns, as the import names them.
const HEAD: &str = "indicator;unit;period;numerator;denominator;value;source;stratum;provisional";

/// The values of an indicator, one line each. Units that no longer exist are left out, since
/// nothing could be said of where the values belong.
pub fn values<S: BuildHasher>(
    indicator: &Indicator,
    tree: &UnitTree,
    series: &[Series],
    values: &HashMap<SeriesId, Vec<Observation>, S>,
) -> String {
    // The mark at the start tells spreadsheets that this is UTF-8.
    let mut text = format!("\u{feff}{HEAD}\r\n");
    for series in series {
        let Some(unit) = tree.get(series.unit) else { continue };
        for observation in values.get(&series.id).into_iter().flatten() {
            let cells = [
                indicator.code.clone(),
                unit.code.clone(),
                observation.period.to_string(),
                number(observation.numerator),
                number(observation.denominator),
                number(observation.value),
                quoted(&observation.source),
                quoted(&series.stratum),
                if observation.provisional { "1".to_owned() } else { String::new() },
            ];
            text.push_str(&cells.join(";"));
            text.push_str("\r\n");
        }
    }
    text
}

/// A table of words, for lists that people take with them.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";");
    let mut text = format!("\u{feff}{}\r\n", line(head));
    for row in rows {
        text.push_str(&line(row));
        text.push_str("\r\n");
    }
    text
}

fn number(value: Option<f64>) -> String {
    value.map(|value| value.to_string().replace('.', ",")).unwrap_or_default()
}

fn quoted(text: &str) -> String {
    // A cell that begins like a formula must not become one.
    let guard = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    if guard.is_empty() && !text.contains([';', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
