//! Sources as they are written for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use super::IndicatorText;
use crate::model::{self, Delivered};
use crate::views::Beside;

/// A source that values come from.
#[derive(Serialize, ToSchema)]
pub struct DataSource {
    /// Its id.
    pub id: String,
    /// Its code, which indicators name in `data`.
    pub code: String,
    /// Its name.
    pub name: IndicatorText,
    /// Code of the actor that owns it.
    pub owner: String,
    /// Id of the unit that answers for what stands here.
    pub unit: String,
    /// What it holds.
    pub content: IndicatorText,
    /// national, regional, enterprise, municipal, all.
    pub levels: Vec<String>,
    /// day, week, month, quarter, tertial, half or year.
    pub frequency: Option<String>,
    /// By which law.
    pub legal_basis: IndicatorText,
    /// How good it is.
    pub quality: IndicatorText,
    /// How one gets at it.
    pub access: IndicatorText,
    /// What its counts are out of.
    pub base: IndicatorText,
    /// What it cannot say.
    pub limits: IndicatorText,
    /// none, asked, manual or automatic.
    pub connection: String,
    /// Id of the document that tells of it.
    pub document: Option<String>,
    /// Where the facts about it come from.
    pub source: String,
    /// How many indicators rest on it.
    pub n_indicators: i64,
    /// When a value last came.
    pub delivered_at: Option<String>,
    /// Up to which day values reach.
    pub delivered_until: Option<String>,
    /// Send back when changing it.
    pub version: i64,
}

impl DataSource {
    /// A source with what has come from it.
    pub fn new(from: model::DataSource, came: &Delivered) -> Self {
        Self {
            id: from.id.to_string(),
            code: from.code,
            name: from.name.into(),
            owner: from.owner,
            unit: from.unit.to_string(),
            content: from.content.into(),
            levels: from.levels.iter().map(|level| level.name().to_owned()).collect(),
            frequency: from.frequency.map(|often| often.name().to_owned()),
            legal_basis: from.legal_basis.into(),
            quality: from.quality.into(),
            access: from.access.into(),
            base: from.base.into(),
            limits: from.limits.into(),
            connection: from.connection.name().to_owned(),
            document: from.document.map(|id| id.to_string()),
            source: from.source,
            n_indicators: came.n_indicators,
            delivered_at: came.at.map(|at| at.to_string()),
            delivered_until: came.until.map(|day| day.to_string()),
            version: from.version,
        }
    }
}

/// A source as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSourceDraft {
    /// Its code; only for a new one.
    #[serde(default)]
    pub code: String,
    /// Id of the unit that answers for it; only for a new one.
    #[serde(default)]
    pub unit: String,
    /// Its name.
    pub name: IndicatorText,
    /// Code of the actor that owns it.
    #[serde(default)]
    pub owner: String,
    /// What it holds.
    #[serde(default)]
    pub content: IndicatorText,
    /// national, regional, enterprise, municipal, all.
    #[serde(default)]
    pub levels: Vec<String>,
    /// day, week, month, quarter, tertial, half or year.
    #[serde(default)]
    pub frequency: String,
    /// By which law.
    #[serde(default)]
    pub legal_basis: IndicatorText,
    /// How good it is.
    #[serde(default)]
    pub quality: IndicatorText,
    /// How one gets at it.
    #[serde(default)]
    pub access: IndicatorText,
    /// What its counts are out of.
    pub base: IndicatorText,
    /// What it cannot say.
    pub limits: IndicatorText,
    /// none, asked, manual or automatic.
    pub connection: String,
    /// Where the facts about it come from.
    #[serde(default)]
    pub source: String,
    /// The version that was read; only when changing.
    #[serde(default)]
    pub version: Option<i64>,
}

impl DataSourceDraft {
    /// The same as a form would send it, so that one reader judges both.
    pub fn fields(self) -> Fields {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
        for (name, text) in [
            ("name", self.name),
            ("content", self.content),
            ("legal_basis", self.legal_basis),
            ("quality", self.quality),
            ("access", self.access),
            ("base", self.base),
            ("limits", self.limits),
        ] {
            set(name, text.nb);
            set(&format!("{name}_nn"), text.nn.unwrap_or_default());
            set(&format!("{name}_en"), text.en.unwrap_or_default());
        }
        for level in self.levels {
            set("levels", if level.is_empty() { "?".to_owned() } else { level });
        }
        set("code", self.code);
        set("unit", self.unit);
        set("owner", self.owner);
        set("frequency", self.frequency);
        set("connection", self.connection);
        set("source", self.source);
        set("version", self.version.map(|version| version.to_string()).unwrap_or_default());
        Fields::new(pairs)
    }
}

/// What every source says of a unit.
#[derive(Serialize, ToSchema)]
pub struct UnitSources {
    /// The year that values end in.
    pub year: Option<i16>,
    /// Years that can be asked for, newest first.
    pub years: Vec<i16>,
    /// The sources, also those that say nothing. Their counts have different bases and are not to be added up.
    pub sources: Vec<SourceBeside>,
}

/// One source beside the others.
#[derive(Serialize, ToSchema)]
pub struct SourceBeside {
    /// Its id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What its counts are out of.
    pub base: IndicatorText,
    /// What it cannot say.
    pub limits: IndicatorText,
    /// What it says.
    pub values: Vec<SourceSays>,
}

/// A value from a source.
#[derive(Serialize, ToSchema)]
pub struct SourceSays {
    /// Id of the indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The value.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Why there is no value.
    pub missing: Option<String>,
}

impl UnitSources {
    /// What was found.
    pub fn new(beside: Vec<Beside>, years: Vec<i16>, year: Option<i16>) -> Self {
        let sources = beside
            .into_iter()
            .map(|one| SourceBeside {
                id: one.source.id.to_string(),
                code: one.source.code,
                base: one.source.base.into(),
                limits: one.source.limits.into(),
                values: one
                    .values
                    .into_iter()
                    .map(|(indicator, value)| SourceSays {
                        indicator: indicator.id.to_string(),
                        period: value.period.to_string(),
                        value: value.value,
                        numerator: value.numerator,
                        denominator: value.denominator,
                        missing: value.missing.map(|missing| missing.name().to_owned()),
                    })
                    .collect(),
            })
            .collect();
        Self { year, years, sources }
    }
}
