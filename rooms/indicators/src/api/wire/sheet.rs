//! The rest of the definition sheet, the schedule and notes on points, as they are written.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::{PeriodType, Problems};
use varde_web::Fields;

use super::{IndicatorText, typed};
use crate::model::{self, Level};

/// The parts of a definition sheet that not every indicator needs.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSheet {
    /// Who and what is counted.
    #[serde(default)]
    pub inclusion: IndicatorText,
    /// Who and what is left out.
    #[serde(default)]
    pub exclusion: IndicatorText,
    /// none, direct, indirect or model.
    #[serde(default)]
    pub standardisation: String,
    /// How often it is measured: day, week, month, quarter, tertial, half, year.
    #[serde(default)]
    pub periods: Vec<String>,
    /// The least coverage, in per cent, at which a value is not marked as uncertain.
    #[serde(default)]
    pub least_coverage: Option<f64>,
    /// Code of the indicator that says how complete the data are.
    #[serde(default)]
    pub coverage_indicator: String,
    /// The least denominator for which a value is compared.
    #[serde(default)]
    pub least_denominator: Option<f64>,
    /// How it was shown that it measures what it should.
    #[serde(default)]
    pub validation: String,
    /// When that was shown.
    #[serde(default)]
    pub validated_on: Option<String>,
    /// effective, safe, involving, coordinated, frugal, accessible.
    #[serde(default)]
    pub dimensions: Vec<String>,
    /// none, over or under: what much or little of it may mean, when areas are compared.
    #[serde(default)]
    pub use_mark: String,
    /// Code of the shared indicator that this is a local variant of.
    #[serde(default)]
    pub variant_of: String,
    /// Under which terms the values may be used.
    #[serde(default)]
    pub licence: String,
}

impl From<model::Sheet> for IndicatorSheet {
    fn from(from: model::Sheet) -> Self {
        Self {
            inclusion: from.inclusion.into(),
            exclusion: from.exclusion.into(),
            standardisation: from.standardisation.name().to_owned(),
            periods: from.periods.iter().map(|one| one.name().to_owned()).collect(),
            least_coverage: from.least_coverage,
            coverage_indicator: from.coverage_indicator,
            least_denominator: from.least_denominator,
            validation: from.validation,
            validated_on: from.validated_on.map(|day| day.to_string()),
            dimensions: from.dimensions.iter().map(|one| one.name().to_owned()).collect(),
            use_mark: from.use_mark.name().to_owned(),
            variant_of: from.variant_of,
            licence: from.licence,
        }
    }
}

impl IndicatorSheet {
    /// The same as a form would send it.
    pub fn pairs(self) -> Vec<(String, String)> {
        let mut pairs = vec![("sheet".to_owned(), "1".to_owned())];
        let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
        for (name, text) in [("inclusion", self.inclusion), ("exclusion", self.exclusion)] {
            set(name, text.nb);
            set(&format!("{name}_nn"), text.nn.unwrap_or_default());
            set(&format!("{name}_en"), text.en.unwrap_or_default());
        }
        set("standardisation", self.standardisation);
        set("least_coverage", typed(self.least_coverage));
        set("coverage_indicator", self.coverage_indicator);
        set("least_denominator", typed(self.least_denominator));
        set("validation", self.validation);
        set("validated_on", self.validated_on.unwrap_or_default());
        set("use_mark", self.use_mark);
        set("variant_of", self.variant_of);
        set("licence", self.licence);
        for period in self.periods {
            set("periods", period);
        }
        for dimension in self.dimensions {
            set("dimensions", dimension);
        }
        pairs
    }
}

/// How the levels of the service follow an indicator.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSchedules {
    /// The levels that follow it.
    pub levels: Vec<LevelSchedule>,
}

/// How one level follows an indicator.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelSchedule {
    /// national, regional, enterprise, municipal or all.
    pub level: String,
    /// day, week, month, quarter, tertial, half or year.
    pub period: String,
    /// Within how many days after the period its value is due.
    pub due_days: i64,
    /// Within how many days a signal is to be commented.
    pub comment_days: i64,
}

impl From<Vec<model::Schedule>> for IndicatorSchedules {
    fn from(from: Vec<model::Schedule>) -> Self {
        let level = |one: model::Schedule| LevelSchedule {
            level: one.level.name().to_owned(),
            period: one.period.name().to_owned(),
            due_days: one.due_days,
            comment_days: one.comment_days,
        };
        Self { levels: from.into_iter().map(level).collect() }
    }
}

impl IndicatorSchedules {
    /// The same as a form would send it; a level or a kind of period that does not exist is a problem.
    pub fn fields(self, problems: &mut Problems) -> Fields {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for one in self.levels {
            if one.level.parse::<Level>().is_err() {
                problems.field("level", "web-problem-choice");
            }
            if one.period.parse::<PeriodType>().is_err() {
                problems.field("period", "web-problem-choice");
            }
            pairs.push((format!("period.{}", one.level), one.period));
            pairs.push((format!("due.{}", one.level), one.due_days.to_string()));
            pairs.push((format!("comment.{}", one.level), one.comment_days.to_string()));
        }
        Fields::new(pairs)
    }
}

/// A note on a point of a series.
#[derive(Serialize, ToSchema)]
pub struct PointNote {
    /// Its id.
    pub id: String,
    /// The period.
    pub period: String,
    /// What happened.
    pub note: String,
    /// Id of the measure that it tells of.
    pub measure: Option<String>,
    /// Whether it is drawn on the chart, as something that happened; what tells of a measure always is.
    pub event: bool,
    /// When it was written.
    pub at: String,
}

impl From<model::PointNote> for PointNote {
    fn from(from: model::PointNote) -> Self {
        Self {
            id: from.id.to_string(),
            event: from.is_event(),
            period: from.period.to_string(),
            note: from.text,
            measure: from.measure.map(|id| id.to_string()),
            at: from.at.to_string(),
        }
    }
}

/// A note as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPointNote {
    /// The period, of which the series has a value.
    pub period: String,
    /// What happened.
    pub note: String,
    /// Id of the measure that it tells of.
    #[serde(default)]
    pub measure: Option<String>,
    /// Whether it tells of something that happened, and is drawn on the chart as an event.
    #[serde(default)]
    pub event: bool,
}

impl NewPointNote {
    /// The same as a form would send it.
    pub fn fields(self) -> Fields {
        let pairs = [
            ("period", self.period),
            ("note", self.note),
            ("measure", self.measure.unwrap_or_default()),
            ("event", if self.event { "true".to_owned() } else { String::new() }),
        ];
        Fields::new(pairs.map(|(name, value)| (name.to_owned(), value)).to_vec())
    }
}
