//! What the caller says of units side by side.

use crate::axis::drawable;
use crate::spc::Tone;
use crate::text::with_unit;
use crate::{Colours, Layout};

/// How far outside a unit lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunnelMark {
    /// Whether it is beyond the outer limits too: a filled diamond in a ring rather than a plain one.
    pub outer: bool,
    /// What it means.
    pub tone: Tone,
    /// The same in words: "above the 99.8 % limit".
    pub words: String,
}

/// One unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FunnelUnit {
    /// Its name.
    pub label: String,
    /// What was counted; for its text and the table.
    pub numerator: Option<f64>,
    /// How much it did: patients, stays, expected events. Must be above zero to be drawn.
    pub denominator: Option<f64>,
    /// Its value; `None` when it is missing.
    pub value: Option<f64>,
    /// Whether and how it lies outside the limits.
    pub mark: Option<FunnelMark>,
    /// Whether it is the reader's own unit: always named, with a ring around it.
    pub own: bool,
    /// Whether it did too little to be judged: drawn hollow. The caller gives it no mark.
    pub too_small: bool,
    /// What else one should know before trusting the value, such as how much of it was reported.
    pub remarks: String,
}

/// A pair of limits, such as those of 95 %.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FunnelCurve {
    /// What it is called: "95 %".
    pub label: String,
    /// Denominator, lower and upper limit there; in any order.
    pub path: Vec<(f64, Option<f64>, Option<f64>)>,
}

/// How denominators are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FunnelAxis {
    /// Evenly; from zero unless all units are nearly as large as the largest.
    #[default]
    Linear,
    /// By their square root, from where the even one begins: more room for small units where a few are very large.
    Root,
}

/// The words the chart and its table add on their own. An empty word is left out.
#[derive(Clone, Copy)]
pub struct FunnelTexts<'a> {
    /// Heading of the units in the table: "Hospital".
    pub unit: &'a str,
    /// Heading of the values; the short unit is added.
    pub value: &'a str,
    /// Heading of the numerators.
    pub numerator: &'a str,
    /// Heading of the denominators.
    pub denominator: &'a str,
    /// Heading of what lies outside: "Outside".
    pub mark: &'a str,
    /// Key to the plain diamond: "outside 95 %".
    pub inner: &'a str,
    /// Key to the diamond in a ring: "outside 99.8 %".
    pub outer: &'a str,
    /// Key to the large ring and word in the table: "own unit".
    pub own: &'a str,
    /// Key to hollow points: "too few to judge".
    pub too_small: &'a str,
    /// Said of units without a value.
    pub missing: &'a str,
    /// Shown when no unit can be drawn.
    pub no_values: &'a str,
    /// A numerator and its denominator, formatted: "17 of 1 405".
    pub of: &'a dyn Fn(&str, &str) -> String,
}

/// Units against their denominators, within the limits that chance allows.
#[derive(Clone, Copy)]
pub struct FunnelChart<'a> {
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
    /// What the value axis shows, with its unit in words.
    pub y_label: &'a str,
    /// What the other axis shows: "Number of operations".
    pub x_label: &'a str,
    /// Short unit written after values, such as "%"; may be empty.
    pub unit: &'a str,
    /// Whether the unit stands close to the number, as English writes "%".
    pub is_close: bool,
    /// Writes a value in the caller's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// Writes a count in the caller's language.
    pub count: &'a dyn Fn(f64) -> String,
    /// The units, in any order.
    pub units: &'a [FunnelUnit],
    /// The limits, the widest first or last.
    pub curves: &'a [FunnelCurve],
    /// What units are held against, and its name: "National mean" or "Target".
    pub centre: Option<(&'a str, f64)>,
    /// How denominators are spread.
    pub axis: FunnelAxis,
    /// Whether zero is on the value axis.
    pub from_zero: bool,
    /// The words for the rest.
    pub texts: FunnelTexts<'a>,
    /// How much room there is.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_number(value: f64) -> String {
    crate::svg::number(value)
}

fn plain_of(part: &str, whole: &str) -> String {
    format!("{part}/{whole}")
}

impl Default for FunnelTexts<'_> {
    fn default() -> Self {
        Self {
            unit: "",
            value: "",
            numerator: "",
            denominator: "",
            mark: "",
            inner: "",
            outer: "",
            own: "",
            too_small: "",
            missing: "",
            no_values: "",
            of: &plain_of,
        }
    }
}

impl Default for FunnelChart<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            y_label: "",
            x_label: "",
            unit: "",
            is_close: false,
            number: &plain_number,
            count: &plain_number,
            units: &[],
            curves: &[],
            centre: None,
            axis: FunnelAxis::default(),
            from_zero: false,
            texts: FunnelTexts::default(),
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

impl FunnelUnit {
    /// Denominator and value, if both can be drawn.
    pub(super) fn place(&self) -> Option<(f64, f64)> {
        let size = self.denominator.filter(|n| drawable(*n) && *n > 0.0)?;
        Some((size, self.value.filter(|value| drawable(*value))?))
    }

    /// How it lies outside, unless it is too small to be judged.
    pub(super) fn outside(&self) -> Option<&FunnelMark> {
        self.mark.as_ref().filter(|_| !self.too_small)
    }
}

impl FunnelChart<'_> {
    /// A value with its unit, kept on one line.
    pub(super) fn value_text(&self, value: f64) -> String {
        let number = (self.number)(value);
        with_unit(&number, self.unit, self.is_close)
    }

    /// All that is known of a unit, in one line.
    pub(super) fn unit_text(&self, unit: &FunnelUnit) -> String {
        let fine = |value: Option<f64>| value.filter(|value| drawable(*value));
        let value = fine(unit.value).map_or_else(|| self.texts.missing.to_owned(), |value| self.value_text(value));
        let counted = match (fine(unit.numerator), fine(unit.denominator)) {
            (Some(part), Some(whole)) => format!(" ({})", (self.texts.of)(&(self.count)(part), &(self.count)(whole))),
            (None, Some(whole)) => format!(" (n = {})", (self.count)(whole)),
            _ => String::new(),
        };
        let mut words = vec![format!("{value}{counted}")];
        words.extend(unit.outside().map(|mark| mark.words.clone()));
        if unit.too_small {
            words.push(self.texts.too_small.to_owned());
        }
        if unit.own {
            words.push(self.texts.own.to_owned());
        }
        words.push(unit.remarks.clone());
        words.retain(|word| !word.trim().is_empty());
        format!("{}: {}", unit.label, words.join(", "))
    }
}
