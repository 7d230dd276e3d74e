//! Areas beside each other as a table.

use varde_document::{Cell, CsvStyle, CsvWriter};

use crate::model::{Indicator, Observation};
use crate::rules;

/// One area's line.
pub struct AreaLine<'a> {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: &'a Observation,
}

/// The table: the country first, then areas by name.
pub fn csv(indicator: &Indicator, lines: &[AreaLine<'_>]) -> String {
    let mut writer = CsvWriter::new(CsvStyle::default());
    writer.texts(["indicator", "unit", "name", "period", "numerator", "denominator", "value", "low", "high", "source"]);
    for line in lines {
        let ends = rules::interval(indicator.measure, &line.value.entry());
        writer.row(&[
            Cell::of_text(&indicator.code),
            Cell::of_text(&line.code),
            Cell::of_text(&line.name),
            Cell::of_text(&line.value.period.to_string()),
            Cell::of_number(line.value.numerator),
            Cell::of_number(line.value.denominator),
            Cell::of_number(line.value.value),
            Cell::of_number(ends.map(|ends| ends.0)),
            Cell::of_number(ends.map(|ends| ends.1)),
            Cell::of_text(&line.value.source),
        ]);
    }
    writer.finish()
}
