//! What the caller says of a process over time.

use crate::axis::drawable;
use crate::text::with_unit;
use crate::{Colours, Layout};

/// How a signal is drawn, so that it can be told apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignalShape {
    /// One value beyond a limit: a filled diamond in a ring.
    Outside,
    /// Part of a run on one side of the centre, or of another lasting shift: a filled square.
    Run,
    /// Part of a steady rise or fall: a filled triangle.
    Trend,
    /// Part of a group near a limit: a dot in a ring.
    Near,
}

/// What a signal means for those the service is for. Decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// No direction is better, or it is not known.
    #[default]
    Neutral,
    /// A change for the better.
    Better,
    /// A change for the worse.
    Worse,
}

/// Why a point is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpcSignal {
    /// How it is drawn.
    pub shape: SignalShape,
    /// What it means.
    pub tone: Tone,
    /// The rule in words, such as "above the upper limit"; said of the point and in the table.
    pub words: String,
}

/// One period of the series, with what was worked out for it.
///
/// Numbers that are not finite, or 10¹² and beyond, count as missing. The limits may differ from
/// point to point; a limit that is missing is not drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpcPoint {
    /// Where the period lies, in any unit that grows with time; the rank of the period will do.
    pub time: f64,
    /// The period in full, such as "January 2025": said of the point and in the table.
    pub label: String,
    /// The period on the axis, within its group: "jan", "T1", "Q3", "week 7".
    pub tick: String,
    /// What several periods on the axis share: "2025". Empty where the tick stands alone.
    pub group: String,
    /// The value that is drawn; `None` when it is missing.
    pub value: Option<f64>,
    /// The value before smoothing (EWMA): drawn as a faint dot.
    pub raw: Option<f64>,
    /// What the value was counted from, for point texts and the table.
    pub numerator: Option<f64>,
    /// What the numerator is held against.
    pub denominator: Option<f64>,
    /// The centre line here.
    pub centre: Option<f64>,
    /// The lower limit here.
    pub lower: Option<f64>,
    /// The upper limit here.
    pub upper: Option<f64>,
    /// A second, narrower pair of limits here (two sigma).
    pub inner: Option<(f64, f64)>,
    /// Why the point is marked, if it is.
    pub signal: Option<SpcSignal>,
    /// Why the value is kept out of centre and limits, if it is: drawn as a cross. The reason may be empty.
    pub excluded: Option<String>,
    /// Whether the value may still change: drawn hollow. The caller keeps it out of the signals.
    pub provisional: bool,
    /// What somebody wrote about the point.
    pub note: String,
}

/// A stretch of time with a centre and limits of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpcPhase {
    /// Time of its first point.
    pub start: f64,
    /// Since when and why, such as "March 2025: new ward". The first phase needs none.
    pub label: String,
}

/// Something that happened: a measure, an event. Drawn as a numbered flag, told beneath.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpcEvent {
    /// When, on the points' time axis; between two periods is fine.
    pub time: f64,
    /// When and what, in words.
    pub words: String,
}

/// The target: one value throughout, or a value from each time on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpcTarget {
    /// What it is called, such as "Target". The value is added by the chart.
    pub label: String,
    /// From when on which value holds. A single entry holds throughout.
    pub steps: Vec<(f64, f64)>,
}

/// One more line of the same unit: the other side of a CUSUM, a parent unit, an expectation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpcTrace {
    /// What it is called.
    pub label: String,
    /// Times and values; the line breaks where a value is missing.
    pub path: Vec<(f64, Option<f64>)>,
    /// Where the line signals, and why.
    pub signals: Vec<(f64, SpcSignal)>,
}

/// The value axis.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum SpcAxis {
    /// Fitted to values and limits; zero is on it when it is near.
    #[default]
    Fitted,
    /// With zero on it.
    FromZero,
    /// Fitted, but not beyond what values can be, such as 0 and 100 for a share in per cent.
    Within {
        /// The least a value can be.
        least: f64,
        /// The most a value can be.
        most: f64,
    },
    /// Logarithmic. Values of zero and less are drawn at the foot and said to lie beyond.
    Log,
}

/// How limits that differ from point to point are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LimitLine {
    /// Level over each period, with a step between two that differ.
    #[default]
    Steps,
    /// Straight from point to point.
    Slopes,
}

/// The words the chart and its table add on their own. An empty word is left out.
#[derive(Clone, Copy)]
pub struct SpcTexts<'a> {
    /// Heading of the periods in the table: "Month".
    pub period: &'a str,
    /// Heading of the values; the unit is added.
    pub value: &'a str,
    /// Heading of the numerators: "Falls".
    pub numerator: &'a str,
    /// Heading of the denominators: "Bed days".
    pub denominator: &'a str,
    /// Name of the values where a line beside them has one too: "Upwards".
    pub series: &'a str,
    /// Name of the centre line: "Mean" or "Median".
    pub centre: &'a str,
    /// "Lower limit".
    pub lower: &'a str,
    /// "Upper limit".
    pub upper: &'a str,
    /// Both limits in one word, for the key: "Limits".
    pub limits: &'a str,
    /// The narrower limits: "Two sigma".
    pub inner: &'a str,
    /// The value before smoothing: "Monthly value".
    pub raw: &'a str,
    /// Heading of what a point signals: "Signal".
    pub signal: &'a str,
    /// Key to the diamond: "Outside the limits".
    pub outside: &'a str,
    /// Key to the square: "Lasting shift".
    pub run: &'a str,
    /// Key to the triangle: "Steady rise or fall".
    pub trend: &'a str,
    /// Key to the ring: "Several near a limit".
    pub near: &'a str,
    /// Said of excluded values: "left out of the limits".
    pub excluded: &'a str,
    /// Said of provisional values.
    pub provisional: &'a str,
    /// Said of periods without a value.
    pub missing: &'a str,
    /// Said of points drawn at the rim because they lie beyond the axis.
    pub beyond: &'a str,
    /// Shown when there is no value at all.
    pub no_values: &'a str,
    /// Heading of what was written about points: "Note".
    pub note: &'a str,
    /// A range from its formatted ends: "12.6 to 14.8".
    pub range: &'a dyn Fn(&str, &str) -> String,
    /// A numerator and its denominator, formatted: "17 of 1 405".
    pub of: &'a dyn Fn(&str, &str) -> String,
}

/// A process over time with centre, limits and signals: run charts and all control charts, EWMA,
/// CUSUM and VLAD.
///
/// For EWMA give the smoothed value as the value and the period's own as `raw`. For a two-sided
/// CUSUM give one side as the series, the other as a trace and the thresholds as limits. For VLAD
/// the centre is zero.
#[derive(Clone, Copy)]
pub struct SpcChart<'a> {
    /// Unique on the page; the ids inside the picture begin with it.
    pub id: &'a str,
    /// The question the picture answers.
    pub title: &'a str,
    /// The answer in one sentence, drawn beneath the question.
    pub answer: &'a str,
    /// What the picture shows in a paragraph, for those who do not see it. The answer if empty.
    pub description: &'a str,
    /// Whether question and answer are drawn. Leave them out where the page says the same above.
    pub show_title: bool,
    /// What the value axis shows, with its unit in words: "Falls per 1 000 bed days".
    pub y_label: &'a str,
    /// Short unit written after values, such as "%"; may be empty.
    pub unit: &'a str,
    /// Whether the unit stands close to the number, as English writes "%".
    pub is_close: bool,
    /// Writes a value in the caller's language. Zeros that all axis labels share are cut.
    pub number: &'a dyn Fn(f64) -> String,
    /// Writes a count in the caller's language.
    pub count: &'a dyn Fn(f64) -> String,
    /// The periods, in any order; periods known to be missing are among them without value.
    pub points: &'a [SpcPoint],
    /// The phases, in any order. None means one phase.
    pub phases: &'a [SpcPhase],
    /// What happened when.
    pub events: &'a [SpcEvent],
    /// The target.
    pub target: Option<&'a SpcTarget>,
    /// More lines.
    pub traces: &'a [SpcTrace],
    /// The value axis.
    pub axis: SpcAxis,
    /// How limits that differ are drawn.
    pub limit_line: LimitLine,
    /// The words for the rest.
    pub texts: SpcTexts<'a>,
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

impl Default for SpcTexts<'_> {
    fn default() -> Self {
        Self {
            period: "",
            value: "",
            numerator: "",
            denominator: "",
            series: "",
            centre: "",
            lower: "",
            upper: "",
            limits: "",
            inner: "",
            raw: "",
            signal: "",
            outside: "",
            run: "",
            trend: "",
            near: "",
            excluded: "",
            provisional: "",
            missing: "",
            beyond: "",
            no_values: "",
            note: "",
            range: &plain_range,
            of: &plain_of,
        }
    }
}

impl Default for SpcChart<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            y_label: "",
            unit: "",
            is_close: false,
            number: &plain_number,
            count: &plain_number,
            points: &[],
            phases: &[],
            events: &[],
            target: None,
            traces: &[],
            axis: SpcAxis::default(),
            limit_line: LimitLine::default(),
            texts: SpcTexts::default(),
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

impl SpcChart<'_> {
    /// A value with its unit, kept on one line.
    pub(super) fn value_text(&self, value: f64) -> String {
        let number = (self.number)(value);
        with_unit(&number, self.unit, self.is_close)
    }

    /// All that is known of a point, in one line.
    pub(super) fn point_text(&self, point: &SpcPoint) -> String {
        let mut words = Vec::new();
        match point.known() {
            Some(value) => {
                let counted = match (finite(point.numerator), finite(point.denominator)) {
                    (Some(part), Some(whole)) => {
                        format!(" ({})", (self.texts.of)(&(self.count)(part), &(self.count)(whole)))
                    }
                    _ => String::new(),
                };
                words.push(format!("{}{counted}", self.value_text(value)));
            }
            None => words.push(self.texts.missing.to_owned()),
        }
        for trace in self.traces {
            words.extend(trace.at(point.time).map(|value| format!("{} {}", trace.label, self.value_text(value))));
        }
        words.push(self.signal_text(point));
        words.push(self.excluded_text(point));
        if point.provisional {
            words.push(self.texts.provisional.to_owned());
        }
        words.push(point.note.clone());
        words.retain(|word| !word.trim().is_empty());
        format!("{}: {}", point.label, words.join(", "))
    }

    /// What the values and the lines beside them signal at a point.
    pub(super) fn signal_text(&self, point: &SpcPoint) -> String {
        let own = point.signal.as_ref().map(|signal| signal.words.as_str());
        let beside = self.traces.iter().flat_map(|trace| &trace.signals);
        let beside = beside.filter(|(time, _)| time.total_cmp(&point.time).is_eq());
        let mut words: Vec<&str> = own.into_iter().chain(beside.map(|(_, signal)| signal.words.as_str())).collect();
        words.retain(|word| !word.trim().is_empty());
        words.join(", ")
    }

    /// That a point was left out, and why.
    pub(super) fn excluded_text(&self, point: &SpcPoint) -> String {
        match &point.excluded {
            None => String::new(),
            Some(reason) if reason.is_empty() => self.texts.excluded.to_owned(),
            Some(reason) => format!("{} ({reason})", self.texts.excluded).trim().to_owned(),
        }
    }
}

impl SpcPoint {
    /// The value, if it can be drawn.
    pub(super) fn known(&self) -> Option<f64> {
        finite(self.value)
    }
}

impl SpcTrace {
    /// What the line is worth at a time.
    pub(super) fn at(&self, time: f64) -> Option<f64> {
        let at = self.path.iter().find(|(other, _)| other.total_cmp(&time).is_eq());
        finite(at.and_then(|(_, value)| *value))
    }
}

/// A number that can be drawn.
pub(super) fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| drawable(*value))
}
