//! A goal's values over time against its target path.

mod draw;
mod key;
mod labels;
mod model;
mod plan;

pub use model::{Baseline, GoalChart, GoalTexts, Point, TargetPath, ValueAxis};

/// Draws the chart.
///
/// A missing value leaves a gap that is never bridged. The target path is dashed, without points,
/// and ends in a mark of its own, so nobody takes it for measurements. The last value and the end
/// of each target path are labelled in place; a label that finds no place moves to a key under the
/// picture.
pub fn goal_chart(chart: &GoalChart) -> String {
    draw::draw(chart)
}

#[cfg(test)]
mod tests;
