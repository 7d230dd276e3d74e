//! Units against the size of what they did, within the limits that chance allows.

mod draw;
mod key;
mod model;
mod plan;
mod table;
#[cfg(test)]
mod tests;

pub use model::{FunnelAxis, FunnelChart, FunnelCurve, FunnelMark, FunnelTexts, FunnelUnit};
pub use table::funnel_table;

/// Draws a funnel as an SVG element.
///
/// Only the units outside the limits and the reader's own are named in the picture; all are
/// groups of class `chart-point` with `data-point` (their rank by denominator, so that arrow keys
/// walk the picture from left to right), an id and a `title`. Nothing is ever ordered by result.
///
/// # Example
///
/// ```
/// use varde_chart::{FunnelChart, FunnelUnit, funnel_chart};
///
/// let units = [FunnelUnit { label: "North".into(), denominator: Some(420.0), value: Some(7.1), ..FunnelUnit::default() }];
/// let svg = funnel_chart(&FunnelChart { title: "Do units differ?", units: &units, ..FunnelChart::default() });
/// assert!(svg.contains("data-chart=\"funnel\""));
/// ```
pub fn funnel_chart(chart: &FunnelChart) -> String {
    draw::draw(chart)
}
