//! Values over time with centre, limits, signals and phases.

mod draw;
mod key;
mod labels;
mod marks;
mod model;
mod plan;
mod strip;
mod table;
#[cfg(test)]
mod tests;

pub use model::{
    LimitLine, SignalShape, SpcAxis, SpcChart, SpcEvent, SpcPhase, SpcPoint, SpcSignal, SpcTarget, SpcTexts, SpcTrace,
    Tone,
};
pub use table::spc_table;

pub(crate) use marks::{role as signal_role, shape as signal_mark};

/// Draws the chart as an SVG element.
///
/// Question and answer stand above, direct labels at the right end of centre, limits and target;
/// what has happened is numbered above the plot and told beneath it. The root has `role="img"`
/// with title and description; every period is a group of class `chart-point` with
/// `data-point` (its rank in time), an id and a `title` that says all that is known of it, so
/// that a script can walk them.
///
/// # Example
///
/// ```
/// use varde_chart::{SpcChart, SpcPoint, spc_chart};
///
/// let falls = [6.1, 5.2, 7.4, 4.9, 5.8, 6.6];
/// let points: Vec<SpcPoint> = (1..=6_u8)
///     .zip(falls)
///     .map(|(month, value)| SpcPoint {
///         time: f64::from(month),
///         label: format!("2025-{month:02}"),
///         tick: month.to_string(),
///         group: "2025".into(),
///         value: Some(value),
///         centre: Some(6.0),
///         upper: Some(11.2),
///         lower: Some(0.8),
///         ..SpcPoint::default()
///     })
///     .collect();
/// let svg = spc_chart(&SpcChart { title: "Are there fewer falls?", points: &points, ..SpcChart::default() });
/// assert!(svg.starts_with("<svg") && svg.contains("data-point=\"5\""));
/// ```
pub fn spc_chart(chart: &SpcChart) -> String {
    draw::draw(chart)
}
