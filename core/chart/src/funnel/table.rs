//! The numbers behind the funnel.

use super::model::{FunnelChart, FunnelUnit};
use crate::Table;
use crate::axis::drawable;

/// The data of the funnel in the caller's order of units: name, value, numerator, denominator and
/// how it lies outside, as they are written in the picture.
pub fn funnel_table(chart: &FunnelChart) -> Table {
    let texts = &chart.texts;
    let write = |value: Option<f64>, with: &dyn Fn(f64) -> String| value.filter(|v| drawable(*v)).map(with);
    let column = |heading: &str, numeric: bool, cell: &dyn Fn(&FunnelUnit) -> String| {
        (heading.to_owned(), numeric, chart.units.iter().map(cell).collect::<Vec<String>>())
    };
    let value =
        if chart.unit.is_empty() { texts.value.to_owned() } else { format!("{} ({})", texts.value, chart.unit) };
    Table::of(vec![
        column(texts.unit, false, &|unit| unit.label.clone()),
        column(value.trim(), true, &|unit| write(unit.value, chart.number).unwrap_or_else(|| texts.missing.to_owned())),
        column(texts.numerator, true, &|unit| write(unit.numerator, chart.count).unwrap_or_default()),
        column(texts.denominator, true, &|unit| write(unit.denominator, chart.count).unwrap_or_default()),
        column(texts.mark, false, &|unit| {
            let mut words = vec![unit.outside().map_or(String::new(), |mark| mark.words.clone())];
            words.push(if unit.too_small { texts.too_small.to_owned() } else { String::new() });
            words.push(if unit.own { texts.own.to_owned() } else { String::new() });
            words.push(unit.remarks.clone());
            words.retain(|word| !word.is_empty());
            words.join("; ")
        }),
    ])
}
