//! What the caller says of estimates side by side.

use crate::axis::drawable;
use crate::spc::Tone;
use crate::{Colours, Layout};

/// One estimate: a unit, a year, a group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IntervalRow {
    /// What it is of.
    pub label: String,
    /// The estimate; `None` when it is missing.
    pub value: Option<f64>,
    /// Lower and upper end of its interval.
    pub interval: Option<(f64, f64)>,
    /// What was counted; for its text and the table.
    pub numerator: Option<f64>,
    /// Of how many.
    pub denominator: Option<f64>,
    /// Set when it differs from the reference beyond chance: what that means and the same in
    /// words. Drawn as a filled diamond.
    pub differs: Option<(Tone, String)>,
    /// Whether it is the reader's own: its name in bold on a ground of its own.
    pub own: bool,
    /// Whether the value may still change or stands on too few: drawn hollow, with this word.
    pub uncertain: Option<String>,
    /// What else one should know before trusting the value, such as how much of it was reported.
    pub remarks: String,
}

/// The words the plot and its table add on their own. An empty word is left out.
#[derive(Clone, Copy)]
pub struct IntervalTexts<'a> {
    /// Heading of the names in the table.
    pub label: &'a str,
    /// Heading of the values; the short unit is added.
    pub value: &'a str,
    /// Heading of the intervals, and key to the lines: "95 % confidence interval".
    pub interval: &'a str,
    /// Heading of the numerators.
    pub numerator: &'a str,
    /// Heading of the denominators.
    pub denominator: &'a str,
    /// Heading of what is said of a row.
    pub note: &'a str,
    /// Key to the diamond: "differs from the nation beyond chance".
    pub differs: &'a str,
    /// Key to hollow points.
    pub uncertain: &'a str,
    /// Word for the reader's own.
    pub own: &'a str,
    /// Said of rows without a value.
    pub missing: &'a str,
    /// A range from its formatted ends: "12.6 to 14.8".
    pub range: &'a dyn Fn(&str, &str) -> String,
    /// A numerator and its denominator, formatted: "17 of 1 405".
    pub of: &'a dyn Fn(&str, &str) -> String,
}

/// Estimates with their intervals on one axis, in the caller's order: units by name, years in
/// time. The plot never sorts by result.
#[derive(Clone, Copy)]
pub struct IntervalPlot<'a> {
    /// Unique on the page; the ids inside the picture begin with it.
    pub id: &'a str,
    /// The question the picture answers.
    pub title: &'a str,
    /// The answer in one sentence, drawn beneath the question.
    pub answer: &'a str,
    /// What the picture shows in a paragraph, for those who do not see it. The answer if empty.
    pub description: &'a str,
    /// Whether question and answer are drawn.
    pub show_title: bool,
    /// What the axis shows, with its unit in words.
    pub x_label: &'a str,
    /// Short unit written after values; may be empty.
    pub unit: &'a str,
    /// Writes a value in the caller's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// Writes a count in the caller's language.
    pub count: &'a dyn Fn(f64) -> String,
    /// The estimates.
    pub rows: &'a [IntervalRow],
    /// What they are held against, and its name.
    pub reference: Option<(&'a str, f64)>,
    /// Whether zero is on the axis.
    pub from_zero: bool,
    /// The words for the rest.
    pub texts: IntervalTexts<'a>,
    /// How much room there is.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_number(value: f64) -> String {
    crate::svg::number(value)
}

fn plain_range(low: &str, high: &str) -> String {
    format!("{low}–{high}")
}

fn plain_of(part: &str, whole: &str) -> String {
    format!("{part}/{whole}")
}

impl Default for IntervalTexts<'_> {
    fn default() -> Self {
        Self {
            label: "",
            value: "",
            interval: "",
            numerator: "",
            denominator: "",
            note: "",
            differs: "",
            uncertain: "",
            own: "",
            missing: "",
            range: &plain_range,
            of: &plain_of,
        }
    }
}

impl Default for IntervalPlot<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            x_label: "",
            unit: "",
            number: &plain_number,
            count: &plain_number,
            rows: &[],
            reference: None,
            from_zero: false,
            texts: IntervalTexts::default(),
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

impl IntervalRow {
    /// The value, if it can be drawn.
    pub(super) fn known(&self) -> Option<f64> {
        self.value.filter(|value| drawable(*value))
    }

    /// The ends of the interval in order, if there is a value and both can be drawn.
    pub(super) fn ends(&self) -> Option<(f64, f64)> {
        let (low, high) = self.interval.filter(|(low, high)| drawable(*low) && drawable(*high))?;
        self.known().map(|_| (low.min(high), low.max(high)))
    }
}

impl IntervalPlot<'_> {
    /// The interval in words.
    pub(super) fn interval_text(&self, row: &IntervalRow) -> Option<String> {
        row.ends().map(|(low, high)| (self.texts.range)(&(self.number)(low), &(self.number)(high)))
    }

    /// What is said of a row beyond its figures.
    pub(super) fn said(&self, row: &IntervalRow) -> Vec<String> {
        let mut words: Vec<String> = row.differs.iter().map(|(_, words)| words.clone()).collect();
        words.extend(row.uncertain.clone());
        if row.own {
            words.push(self.texts.own.to_owned());
        }
        words.push(row.remarks.clone());
        words.retain(|word| !word.trim().is_empty());
        words
    }

    /// All that is known of a row, in one line.
    pub(super) fn row_text(&self, row: &IntervalRow) -> String {
        let mut words = Vec::new();
        match row.known() {
            Some(value) if self.unit.is_empty() => words.push((self.number)(value)),
            Some(value) => words.push(format!("{}\u{a0}{}", (self.number)(value), self.unit)),
            None => words.push(self.texts.missing.to_owned()),
        }
        words.extend(self.interval_text(row).map(|range| format!("{} {range}", self.texts.interval).trim().to_owned()));
        let fine = |value: Option<f64>| value.filter(|value| drawable(*value));
        if let (Some(part), Some(whole)) = (fine(row.numerator), fine(row.denominator)) {
            words.push((self.texts.of)(&(self.count)(part), &(self.count)(whole)));
        }
        words.extend(self.said(row));
        words.retain(|word| !word.trim().is_empty());
        format!("{}: {}", row.label, words.join(", "))
    }
}
