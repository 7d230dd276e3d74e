//! The words laid beside the things they name.

use super::model::{GoalChart, Point, TargetPath};
use super::plan::Plan;
use crate::Layout;
use crate::ink::Role;
use crate::place::{Anchor, Placer, Rect, Wanted};
use crate::svg::{Svg, count};
use crate::text::{width, wrap};
use crate::words::{LINE, words};

/// What a label belongs to; decides its look and the sample in the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Last,
    Target(usize),
    Baseline,
}

/// A value in bold with its name beneath.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub kind: Kind,
    pub time: f64,
    pub value: f64,
    /// The value in words, in bold.
    pub strong: String,
    /// What it is, wrapped.
    pub quiet: Vec<String>,
    /// Whether only the value is laid and the name stands in the key: several targets end close
    /// to each other, and a phone has no room for their names there.
    pub brief: bool,
    size: f64,
}

impl Label {
    fn new(chart: &GoalChart, kind: Kind, (time, value): (f64, f64), name: &str) -> Self {
        let size = chart.layout.size();
        let room = if chart.layout == Layout::Wide { 150.0 } else { 170.0 };
        let quiet = wrap(name, size, false, room, 3);
        Self { kind, time, value, strong: chart.value_text(value), quiet, brief: false, size }
    }

    fn strong_size(&self) -> f64 {
        if self.kind == Kind::Baseline { self.size } else { self.size + 3.0 }
    }

    /// Estimated width of the widest line.
    pub fn width(&self) -> f64 {
        let quiet = self.shown().iter().map(|line| width(line, self.size, false));
        quiet.fold(width(&self.strong, self.strong_size(), true), f64::max)
    }

    fn height(&self) -> f64 {
        self.strong_size() * 1.15 + count(self.shown().len()) * self.size * 1.25
    }

    /// The lines of the name that are laid beside the value.
    fn shown(&self) -> &[String] {
        if self.brief { &[] } else { &self.quiet }
    }

    /// Name and value in one line, for the key.
    pub fn line(&self) -> String {
        if self.quiet.is_empty() { self.strong.clone() } else { format!("{}: {}", self.quiet.join(" "), self.strong) }
    }
}

/// The labels the chart wants, the most important first.
pub(super) fn wanted(chart: &GoalChart, points: &[&Point], targets: &[(&TargetPath, Vec<(f64, f64)>)]) -> Vec<Label> {
    let mut found = Vec::new();
    if let Some((point, value)) = points.iter().rev().find_map(|point| point.known().map(|value| (point, value))) {
        let mut label = Label::new(chart, Kind::Last, (point.time, value), &point.label);
        if point.approximate && !chart.texts.approximate.is_empty() {
            label.strong = format!("{} {}", chart.texts.approximate, label.strong);
        }
        found.push(label);
    }
    for (rank, (target, path)) in targets.iter().enumerate() {
        if let Some(end) = path.last() {
            let brief = chart.layout == Layout::Narrow && targets.len() > 1;
            found.push(Label { brief, ..Label::new(chart, Kind::Target(rank), *end, &target.label) });
        }
    }
    if let Some((baseline, at)) = chart.baseline.and_then(|baseline| Some((baseline, baseline.place()?))) {
        found.push(Label::new(chart, Kind::Baseline, at, &baseline.label));
    }
    found
}

/// A label in its place.
pub(super) type Laid = (Label, Rect, Anchor);

/// Lays the labels where they cover nothing. The second list holds those that the key must say.
pub(super) fn lay(plan: &Plan, placer: &Placer) -> (Vec<Laid>, Vec<Label>) {
    let labels = wanted(plan.chart, &plan.points, &plan.targets);
    let pieces: Vec<Wanted> = labels
        .iter()
        .map(|label| Wanted {
            at: plan.at(label.time, label.value),
            size: (label.width(), label.height()),
            reach: if label.kind == Kind::Baseline { 14.0 } else { 11.0 },
            // On a phone the place to the right is the narrowest; above is where the eye goes.
            right_first: label.kind != Kind::Baseline && (plan.chart.layout == Layout::Wide || label.brief),
        })
        .collect();
    let (mut laid, mut left) = (Vec::new(), Vec::new());
    for (label, place) in labels.into_iter().zip(placer.lay(&pieces)) {
        if label.brief || place.is_none() {
            left.push(label.clone());
        }
        if let Some((rect, anchor)) = place {
            laid.push((label, rect, anchor));
        }
    }
    (laid, left)
}

/// Writes one label into its place.
pub(super) fn write(svg: &mut Svg, label: &Label, rect: &Rect, anchor: Anchor) {
    let role = match label.kind {
        Kind::Last => Role::Series,
        Kind::Target(_) => Role::Target,
        Kind::Baseline => Role::Ink,
    };
    let x = anchor.x(rect);
    let mut y = rect.y0 + label.strong_size() * 0.95;
    words(svg, &label.strong, (x, y), anchor, label.strong_size(), role, true);
    for line in label.shown() {
        y += label.size * if label.size < label.strong_size() { 1.22 } else { LINE - 0.1 };
        words(svg, line, (x, y), anchor, label.size, role, false);
    }
}
