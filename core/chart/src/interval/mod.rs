//! Estimates with their intervals, side by side.

mod draw;
mod model;
mod plan;
#[cfg(test)]
mod tests;

use crate::Table;
use crate::axis::drawable;

pub use model::{IntervalPlot, IntervalRow, IntervalTexts};

/// Draws estimates with their intervals on one axis as an SVG element, in the caller's order.
///
/// Every row is a group of class `chart-point` with `data-point` (its rank), an id and a `title`.
/// An interval that reaches beyond the axis ends in an arrow.
///
/// # Example
///
/// ```
/// use varde_chart::{IntervalPlot, IntervalRow, interval_plot};
///
/// let rows = [IntervalRow {
///     label: "2021".into(), value: Some(12.8), interval: Some((12.1, 13.5)), ..IntervalRow::default()
/// }];
/// let svg = interval_plot(&IntervalPlot { title: "Is there less harm?", rows: &rows, ..IntervalPlot::default() });
/// assert!(svg.contains("12.8 (12.1–13.5)"));
/// ```
pub fn interval_plot(plot: &IntervalPlot) -> String {
    draw::draw(plot)
}

/// The data of the plot in the caller's order: name, value, interval, numerator, denominator and
/// what is said of each row, as they are written in the picture.
pub fn interval_table(plot: &IntervalPlot) -> Table {
    let texts = &plot.texts;
    let write = |value: Option<f64>, with: &dyn Fn(f64) -> String| value.filter(|v| drawable(*v)).map(with);
    let column = |heading: &str, numeric: bool, cell: &dyn Fn(&IntervalRow) -> String| {
        (heading.to_owned(), numeric, plot.rows.iter().map(cell).collect::<Vec<String>>())
    };
    let value = if plot.unit.is_empty() { texts.value.to_owned() } else { format!("{} ({})", texts.value, plot.unit) };
    Table::of(vec![
        column(texts.label, false, &|row| row.label.clone()),
        column(value.trim(), true, &|row| row.known().map_or_else(|| texts.missing.to_owned(), plot.number)),
        column(texts.interval, true, &|row| plot.interval_text(row).unwrap_or_default()),
        column(texts.numerator, true, &|row| write(row.numerator, plot.count).unwrap_or_default()),
        column(texts.denominator, true, &|row| write(row.denominator, plot.count).unwrap_or_default()),
        column(texts.note, false, &|row| plot.said(row).join("; ")),
    ])
}
