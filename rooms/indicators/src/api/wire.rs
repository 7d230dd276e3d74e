//! How the room's things are written for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::Words;
use varde_web::Fields;

use crate::import::csv;
use crate::model;
use crate::rules;

/// A text in up to three languages.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Bokmål, or as first written.
    pub nb: String,
    /// Nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self { nb: words.nb, nn: words.nn, en: words.en }
    }
}

/// A quality indicator.
#[derive(Serialize, ToSchema)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// In what it is measured: percent, count, rate, ratio, score, rank, nok, fte or years.
    pub measure: String,
    /// For a rate: per how many.
    pub per: Option<f64>,
    /// Which way is better: up, down or none.
    pub direction: String,
    /// Whether a document prints the direction.
    pub direction_stated: bool,
    /// proposed, specified, piloted, adopted or retired.
    pub state: String,
    /// national, regional, enterprise, municipal, all.
    pub levels: Vec<String>,
    /// Code of the data source.
    pub data: String,
    /// Code of the actor that owns the data.
    pub source_owner: String,
    /// Code of the indicator to read it with.
    pub companion_of: String,
    /// What is counted, and who is left out.
    pub definition: Text,
    /// What stands over the line.
    pub numerator: Text,
    /// What stands under the line.
    pub denominator: Text,
    /// What one should know when reading it.
    pub note: Text,
    /// Id of the unit that answers for the definition.
    pub unit: Option<String>,
    /// Where the facts about it come from.
    pub source: String,
    /// Send back when changing it.
    pub version: i64,
}

impl From<model::Indicator> for Indicator {
    fn from(from: model::Indicator) -> Self {
        Self {
            id: from.id.to_string(),
            code: from.code,
            name: from.name.into(),
            measure: from.measure.name().to_owned(),
            per: from.per,
            direction: from.direction.name().to_owned(),
            direction_stated: from.direction_stated,
            state: from.state.name().to_owned(),
            levels: from.levels.iter().map(|level| level.name().to_owned()).collect(),
            data: from.data,
            source_owner: from.source_owner,
            companion_of: from.companion_of,
            definition: from.definition.into(),
            numerator: from.numerator.into(),
            denominator: from.denominator.into(),
            note: from.note.into(),
            unit: from.unit.map(|unit| unit.to_string()),
            source: from.source,
            version: from.version,
        }
    }
}

/// A definition as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its code; only for a new one.
    #[serde(default)]
    pub code: Option<String>,
    /// Id of the unit that answers for it; only for a new one.
    #[serde(default)]
    pub unit: Option<String>,
    /// Its name.
    pub name: Text,
    /// percent, count, rate, ratio, score, rank, nok, fte or years.
    pub measure: String,
    /// For a rate: per how many.
    #[serde(default)]
    pub per: Option<f64>,
    /// up, down or none.
    pub direction: String,
    /// national, regional, enterprise, municipal, all.
    #[serde(default)]
    pub levels: Vec<String>,
    /// Code of the data source.
    #[serde(default)]
    pub data: String,
    /// Code of the actor that owns the data.
    #[serde(default)]
    pub source_owner: String,
    /// Code of the indicator to read it with.
    #[serde(default)]
    pub companion_of: String,
    /// What is counted, and who is left out.
    #[serde(default)]
    pub definition: Text,
    /// What stands over the line.
    #[serde(default)]
    pub numerator: Text,
    /// What stands under the line.
    #[serde(default)]
    pub denominator: Text,
    /// What one should know when reading it.
    #[serde(default)]
    pub note: Text,
    /// Where the facts about it come from.
    #[serde(default)]
    pub source: String,
    /// Why it is changed.
    #[serde(default)]
    pub reason: String,
    /// The version that was read; only when changing.
    #[serde(default)]
    pub version: Option<i64>,
}

impl Definition {
    /// The same as a form would send it, so that one reader judges both.
    pub fn fields(self) -> Fields {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
        for (name, text) in [
            ("name", self.name),
            ("definition", self.definition),
            ("numerator", self.numerator),
            ("denominator", self.denominator),
            ("note", self.note),
        ] {
            set(name, text.nb);
            set(&format!("{name}_nn"), text.nn.unwrap_or_default());
            set(&format!("{name}_en"), text.en.unwrap_or_default());
        }
        for level in self.levels {
            set("levels", if level.is_empty() { "?".to_owned() } else { level });
        }
        set("code", self.code.unwrap_or_default());
        set("unit", self.unit.unwrap_or_default());
        set("measure", self.measure);
        set("per", typed(self.per));
        set("direction", self.direction);
        set("data", self.data);
        set("source_owner", self.source_owner);
        set("companion_of", self.companion_of);
        set("source", self.source);
        set("reason", self.reason);
        set("version", self.version.map(|version| version.to_string()).unwrap_or_default());
        Fields::new(pairs)
    }
}

fn typed(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A step in an indicator's life.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The state to come.
    pub state: String,
    /// Why.
    pub reason: String,
    /// The version that was read.
    pub version: i64,
}

/// One indicator for one unit and stratum.
#[derive(Serialize, ToSchema)]
pub struct Series {
    /// Its id.
    pub id: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
    /// For which part of those counted; empty for all.
    pub stratum: String,
    /// The stratum in words.
    pub stratum_name: Text,
    /// How many times its values have been changed.
    pub version: i64,
}

impl From<model::Series> for Series {
    fn from(from: model::Series) -> Self {
        Self {
            id: from.id.to_string(),
            indicator: from.indicator.to_string(),
            unit: from.unit.to_string(),
            stratum: from.stratum,
            stratum_name: from.stratum_name.into(),
            version: from.version,
        }
    }
}

/// Which series to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeries {
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
}

/// One value of a series in one period.
#[derive(Serialize, ToSchema)]
pub struct Observation {
    /// Its id; send as `former` when correcting it.
    pub id: String,
    /// The period: 2026, 2026-H1, 2026-T1, 2026-Q1, 2026-01, 2026-W01, 2026-01-31 or 2012/2022.
    pub period: String,
    /// The value; null when it was reported as missing.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// Ends of the 95 % interval, where one can be given.
    pub interval: Option<Vec<f64>>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it.
    pub note: Text,
    /// For whom it holds.
    pub scope: Text,
    /// Where it comes from.
    pub source: String,
    /// Why it replaced a former value.
    pub reason: String,
    /// When it was recorded (RFC 3339).
    pub recorded_at: String,
    /// When a correction replaced it; null when it holds.
    pub superseded_at: Option<String>,
}

impl Observation {
    /// An observation of an indicator in `measure`.
    pub fn new(from: model::Observation, measure: model::Measure) -> Self {
        let interval = from.value.and_then(|_| rules::interval(measure, &from.entry()));
        Self {
            id: from.id.to_string(),
            period: from.period.to_string(),
            value: from.value,
            numerator: from.numerator,
            denominator: from.denominator,
            low: from.low,
            high: from.high,
            interval: interval.map(|(low, high)| vec![low, high]),
            approximate: from.approximate,
            provisional: from.provisional,
            note: from.note.into(),
            scope: from.scope.into(),
            source: from.source,
            reason: from.reason,
            recorded_at: from.recorded_at.to_string(),
            superseded_at: from.superseded_at.map(|at| at.to_string()),
        }
    }
}

/// A value as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewValue {
    /// What was counted.
    #[serde(default)]
    pub numerator: Option<f64>,
    /// Out of how many.
    #[serde(default)]
    pub denominator: Option<f64>,
    /// The value, when it is not worked out from the two.
    #[serde(default)]
    pub value: Option<f64>,
    /// Lower end of a printed range.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end of a printed range.
    #[serde(default)]
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    #[serde(default)]
    pub approximate: bool,
    /// Whether it may still change.
    #[serde(default)]
    pub provisional: bool,
    /// What one should know about it; why it is missing when it is.
    #[serde(default)]
    pub note: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// Id of the value that it replaces; absent when there is none.
    #[serde(default)]
    pub former: Option<String>,
    /// Why the former value is replaced.
    #[serde(default)]
    pub reason: String,
}

impl NewValue {
    /// The same as a form would send it, so that one reader judges both.
    pub fn fields(&self, period: &str) -> Fields {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
        set("period", period.to_owned());
        for (name, number) in [
            ("numerator", self.numerator),
            ("denominator", self.denominator),
            ("value", self.value),
            ("low", self.low),
            ("high", self.high),
        ] {
            set(name, typed(number));
        }
        for (name, yes) in [("approximate", self.approximate), ("provisional", self.provisional)] {
            set(name, if yes { "true".to_owned() } else { String::new() });
        }
        set("note", self.note.clone());
        set("source", self.source.clone());
        set("reason", self.reason.clone());
        Fields::new(pairs)
    }
}

/// A file of values.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The CSV text: indicator;unit;period;numerator;denominator;value;source;stratum;provisional.
    pub csv: String,
    /// Only say what it would do.
    #[serde(default)]
    pub dry_run: bool,
    /// Why values are replaced; needed when some are.
    #[serde(default)]
    pub reason: String,
}

/// What a file did, or would do.
#[derive(Serialize, ToSchema)]
pub struct Imported {
    /// Whether anything was written.
    pub dry_run: bool,
    /// How many values are new.
    pub n_new: usize,
    /// How many replace another.
    pub n_changed: usize,
    /// How many were there already.
    pub n_unchanged: usize,
}

impl Imported {
    /// The counts of a report.
    pub fn new(report: &csv::Report, dry_run: bool) -> Self {
        Self { dry_run, n_new: report.n_new(), n_changed: report.n_changed(), n_unchanged: report.n_unchanged() }
    }
}

/// A number that a document prints about what no indicator defines.
#[derive(Serialize, ToSchema)]
pub struct Figure {
    /// Its code.
    pub code: String,
    /// What was counted or measured.
    pub metric: Text,
    /// Id of the unit that it is about.
    pub unit: Option<String>,
    /// The period, when the text gives one.
    pub period: Option<String>,
    /// The number, when it is printed as one.
    pub value: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// In what it is measured.
    pub measure: String,
    /// Whether the text itself says "about".
    pub approximate: bool,
    /// For whom it holds.
    pub scope: Text,
    /// What one should know about it.
    pub note: Text,
    /// Document and place.
    pub source: String,
}

impl From<model::Figure> for Figure {
    fn from(from: model::Figure) -> Self {
        Self {
            code: from.code,
            metric: from.metric.into(),
            unit: from.unit.map(|unit| unit.to_string()),
            period: from.period.map(|period| period.to_string()),
            value: from.value,
            low: from.low,
            high: from.high,
            measure: from.measure.name().to_owned(),
            approximate: from.approximate,
            scope: from.scope.into(),
            note: from.note.into(),
            source: from.source,
        }
    }
}
