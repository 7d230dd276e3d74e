//! What the caller says.

use crate::axis::drawable;
use crate::text::with_unit;
use crate::{Colours, Layout};

/// One period of the series.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Point {
    /// Where the period lies on the time axis, in any unit that grows with time (a year, a day).
    pub time: f64,
    /// The period in words, such as "2017".
    pub label: String,
    /// The value; `None` when it is missing.
    pub value: Option<f64>,
    /// Lower and upper end of the interval, if known.
    pub interval: Option<(f64, f64)>,
    /// Whether the value may still change: drawn hollow.
    pub provisional: bool,
    /// Whether the source gives the value as approximate: drawn as a square.
    pub approximate: bool,
    /// Whether there is a value that the reader is not shown: told apart from what nobody knows.
    pub withheld: bool,
}

/// Where the goal wants to be when: one reading of the target.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TargetPath {
    /// What the end of the line is called, such as "Target 2023". The value is added by the chart.
    pub label: String,
    /// Times and values in the chart's units. A single entry draws the end mark alone.
    pub path: Vec<(f64, f64)>,
}

/// The value a relative target is measured from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Baseline {
    /// Its time.
    pub time: f64,
    /// Its value.
    pub value: f64,
    /// What it is called, such as "Baseline 2017". The value is added by the chart.
    pub label: String,
}

/// Where the value axis begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ValueAxis {
    /// At zero: the choice for shares and counts.
    #[default]
    FromZero,
    /// Near the smallest value. A break sign and the caller's words say so.
    Fitted,
}

/// The words the chart adds on its own. An empty word is left out.
#[derive(Clone, Copy)]
pub struct GoalTexts<'a> {
    /// Said of periods without a value, such as "no figures".
    pub missing: &'a str,
    /// Said of periods whose value is kept back, such as "withheld".
    pub withheld: &'a str,
    /// Said of provisional values.
    pub provisional: &'a str,
    /// Said of approximate values.
    pub approximate: &'a str,
    /// Said of the vertical lines that show intervals, such as "95 % confidence interval".
    pub interval: &'a str,
    /// Shown when there is no value at all.
    pub no_values: &'a str,
    /// An interval from its formatted ends: "12.6 to 14.8".
    pub range: &'a dyn Fn(&str, &str) -> String,
    /// Said when the axis does not begin at zero, from its formatted first value:
    /// "The axis begins at 60 %".
    pub axis_from: &'a dyn Fn(&str) -> String,
}

/// Everything a goal chart needs.
#[derive(Clone, Copy)]
pub struct GoalChart<'a> {
    /// Unique on the page; the ids inside the picture begin with it.
    pub id: &'a str,
    /// The question the picture answers.
    pub title: &'a str,
    /// The answer in words, for those who do not see the picture.
    pub description: &'a str,
    /// Whether the title is drawn too. Leave it out where a heading above says the same.
    pub show_title: bool,
    /// What the value axis shows, in words.
    pub y_label: &'a str,
    /// Short unit written after values, such as "%"; may be empty.
    pub unit: &'a str,
    /// Whether the unit stands close to the number, as English writes "%".
    pub is_close: bool,
    /// Writes a number in the caller's language. Zeros that all axis labels share are cut.
    pub number: &'a dyn Fn(f64) -> String,
    /// The periods, in any order; periods known to be missing are among them without value.
    pub points: &'a [Point],
    /// Times with words that only the axis needs, such as years still to come.
    pub more_times: &'a [(f64, String)],
    /// The target, with one path for each way of reading it.
    pub targets: &'a [TargetPath],
    /// Where a relative target is measured from.
    pub baseline: Option<&'a Baseline>,
    /// Where the value axis begins.
    pub axis: ValueAxis,
    /// The words for the rest.
    pub texts: GoalTexts<'a>,
    /// How much room there is.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
    /// Whether each point can be reached with the keyboard. Off, the picture is one image.
    pub focusable: bool,
}

fn plain_number(value: f64) -> String {
    crate::svg::number(value)
}

fn plain_range(low: &str, high: &str) -> String {
    format!("{low}–{high}")
}

fn plain_start(from: &str) -> String {
    from.to_owned()
}

impl Default for GoalTexts<'_> {
    fn default() -> Self {
        Self {
            missing: "",
            withheld: "",
            provisional: "",
            approximate: "",
            interval: "",
            no_values: "",
            range: &plain_range,
            axis_from: &plain_start,
        }
    }
}

impl Default for GoalChart<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            description: "",
            show_title: false,
            y_label: "",
            unit: "",
            is_close: false,
            number: &plain_number,
            points: &[],
            more_times: &[],
            targets: &[],
            baseline: None,
            axis: ValueAxis::default(),
            texts: GoalTexts::default(),
            layout: Layout::default(),
            colours: Colours::default(),
            focusable: false,
        }
    }
}

impl GoalChart<'_> {
    /// A value with its unit, kept on one line.
    pub(super) fn value_text(&self, value: f64) -> String {
        let number = (self.number)(value);
        with_unit(&number, self.unit, self.is_close)
    }

    /// All that is known of a point, in one line.
    pub(super) fn point_text(&self, point: &Point) -> String {
        let Some(value) = point.known() else {
            let why = if point.is_withheld() { self.texts.withheld } else { self.texts.missing };
            return format!("{}: {why}", point.label);
        };
        let mut words = vec![self.value_text(value)];
        if let Some((low, high)) = point.ends() {
            let range = (self.texts.range)(&(self.number)(low), &(self.number)(high));
            words.push(format!("{} {range}", self.texts.interval).trim().to_owned());
        }
        if point.provisional {
            words.push(self.texts.provisional.to_owned());
        }
        if point.approximate {
            words.push(self.texts.approximate.to_owned());
        }
        words.retain(|word| !word.is_empty());
        format!("{}: {}", point.label, words.join(", "))
    }
}

impl Point {
    /// The value, if it can be drawn.
    pub(super) fn known(&self) -> Option<f64> {
        self.value.filter(|value| drawable(*value))
    }

    /// Whether its value is kept back.
    pub(super) fn is_withheld(&self) -> bool {
        self.withheld && self.known().is_none()
    }

    /// The ends of the interval in order, if there is a value and both can be drawn.
    pub(super) fn ends(&self) -> Option<(f64, f64)> {
        let (low, high) = self.interval?;
        let fine = self.known().is_some() && drawable(low) && drawable(high);
        fine.then(|| (low.min(high), low.max(high)))
    }
}

impl Baseline {
    /// Time and value, if both can be drawn.
    pub(super) fn place(&self) -> Option<(f64, f64)> {
        (drawable(self.time) && drawable(self.value)).then_some((self.time, self.value))
    }
}
