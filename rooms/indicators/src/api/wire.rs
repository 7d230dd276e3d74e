//! How the room's things are written for other programs.

mod chart;
mod definitions;
mod following;
mod register;
mod residence;
mod scan;
mod sheet;
mod uploads;
mod value;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::Words;
use varde_web::Fields;

use crate::model;

pub use chart::*;
pub use definitions::*;
pub use following::*;
pub use register::*;
pub use residence::*;
pub use scan::*;
pub use sheet::*;
pub use uploads::*;
pub use value::*;

/// A text in up to three languages.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorText {
    /// Bokmål, or as first written.
    pub nb: String,
    /// Nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<Words> for IndicatorText {
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
    pub name: IndicatorText,
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
    pub definition: IndicatorText,
    /// What stands over the line.
    pub numerator: IndicatorText,
    /// What stands under the line.
    pub denominator: IndicatorText,
    /// What one should know when reading it.
    pub note: IndicatorText,
    /// Id of the unit that answers for the definition.
    pub unit: Option<String>,
    /// Where the facts about it come from.
    pub source: String,
    /// The rest of its definition sheet.
    pub sheet: IndicatorSheet,
    /// The version of what is counted; values and charts name the one that they were made by.
    pub definition_version: i64,
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
            sheet: from.sheet.into(),
            definition_version: from.definition_version,
            version: from.version,
        }
    }
}

/// A definition as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDraft {
    /// Its code; only for a new one.
    #[serde(default)]
    pub code: Option<String>,
    /// Id of the unit that answers for it; only for a new one.
    #[serde(default)]
    pub unit: Option<String>,
    /// Its name.
    pub name: IndicatorText,
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
    pub definition: IndicatorText,
    /// What stands over the line.
    #[serde(default)]
    pub numerator: IndicatorText,
    /// What stands under the line.
    #[serde(default)]
    pub denominator: IndicatorText,
    /// What one should know when reading it.
    #[serde(default)]
    pub note: IndicatorText,
    /// Where the facts about it come from.
    #[serde(default)]
    pub source: String,
    /// The rest of its definition sheet; left as it is when not given.
    #[serde(default)]
    pub sheet: Option<IndicatorSheet>,
    /// Why it is changed.
    #[serde(default)]
    pub reason: String,
    /// The version that was read; only when changing.
    #[serde(default)]
    pub version: Option<i64>,
}

impl IndicatorDraft {
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
        pairs.extend(self.sheet.into_iter().flat_map(IndicatorSheet::pairs));
        Fields::new(pairs)
    }
}

fn typed(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A step in an indicator's life.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorStep {
    /// The state to come.
    pub state: String,
    /// Why.
    pub reason: String,
    /// The version that was read.
    pub version: i64,
}
