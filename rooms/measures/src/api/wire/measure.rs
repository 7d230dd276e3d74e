//! Measures over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use super::{OneActivity, Pairs, Text};
use crate::model;
use crate::store::ListedMeasure;

/// A measure in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeasureLine {
    /// Its id.
    pub id: String,
    /// Its number in its plan.
    pub number: Option<i64>,
    /// Its name.
    pub title: Text,
    /// The organisation that owns it.
    pub unit_id: String,
    /// The actor that leads it.
    pub lead_actor: Option<String>,
    /// The person who answers for it.
    pub owner_person: Option<String>,
    /// `stated`, `concrete`, `started`, `running`, `completed`, `evaluated` or `stopped`.
    pub state: String,
    /// When it is to be done (ISO date).
    pub due: Option<String>,
}

impl From<ListedMeasure> for MeasureLine {
    fn from(line: ListedMeasure) -> Self {
        Self {
            id: line.id.to_string(),
            number: line.number,
            title: (&line.title).into(),
            unit_id: line.unit.to_string(),
            lead_actor: line.lead.map(|id| id.to_string()),
            owner_person: line.owner.map(|id| id.to_string()),
            state: line.state.name().to_owned(),
            due: line.due.map(|day| day.to_string()),
        }
    }
}

/// What a measure says, as it is sent in and given out.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
pub(crate) struct MeasureBody {
    /// Its name.
    pub title: Text,
    /// What is to be done.
    #[serde(default)]
    pub detail: Text,
    /// The problem it is to solve, in a line.
    #[serde(default)]
    pub problem: String,
    /// The actor that leads it.
    #[serde(default)]
    pub lead_actor: Option<String>,
    /// The person who answers for it.
    #[serde(default)]
    pub owner_person: Option<String>,
    /// When it was decided.
    #[serde(default)]
    pub adopted: Option<String>,
    /// When work is to begin.
    #[serde(default)]
    pub starts: Option<String>,
    /// When it is to be done.
    #[serde(default)]
    pub due: Option<String>,
    /// The indicator on which the effect should show.
    #[serde(default)]
    pub effect_indicator: Option<String>,
    /// The series on which the effect should show.
    #[serde(default)]
    pub effect_series: Option<String>,
    /// `up`, `down` or `keep`.
    #[serde(default)]
    pub effect_direction: Option<String>,
    /// How much, in the indicator's own unit.
    #[serde(default)]
    pub effect_size: Option<f64>,
    /// By when.
    #[serde(default)]
    pub effect_by: Option<String>,
    /// The expected effect in words.
    #[serde(default)]
    pub effect_text: Text,
    /// What is set aside, in words.
    #[serde(default)]
    pub resources: String,
    /// Hours set aside.
    #[serde(default)]
    pub resources_hours: Option<f64>,
    /// Kroner set aside.
    #[serde(default)]
    pub resources_nok: Option<f64>,
    /// The year whose budget pays.
    #[serde(default)]
    pub budget_year: Option<i64>,
    /// `not_stated`, `insufficient`, `some` or `strong`.
    #[serde(default)]
    pub evidence_level: Option<String>,
    /// The evidence, in words.
    #[serde(default)]
    pub evidence_text: String,
    /// Where the evidence can be read: `/…` or `https://…`.
    #[serde(default)]
    pub evidence_href: Option<String>,
    /// Where it was decided.
    #[serde(default)]
    pub source: Option<String>,
    /// Whether everyone signed in may see it.
    #[serde(default)]
    pub open: bool,
    /// Actors that take part, in order.
    #[serde(default)]
    pub contributors: Vec<String>,
    /// Parts of frameworks.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Marks of good quality: `effective`, `safe`, `involving`, `coordinated`, `frugal`, `accessible`.
    #[serde(default)]
    pub dimensions: Vec<String>,
    /// Findings that it answers.
    #[serde(default)]
    pub findings: Vec<String>,
}

impl MeasureBody {
    pub(crate) fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        pairs.text("title", &self.title);
        pairs.text("detail", &self.detail);
        pairs.put("problem", Some(&self.problem));
        pairs.put("lead_actor", self.lead_actor.as_ref());
        pairs.put("owner_person", self.owner_person.as_ref());
        pairs.put("adopted", self.adopted.as_ref());
        pairs.put("starts", self.starts.as_ref());
        pairs.put("due", self.due.as_ref());
        pairs.put("effect_indicator", self.effect_indicator.as_ref());
        pairs.put("effect_series", self.effect_series.as_ref());
        pairs.put("effect_direction", self.effect_direction.as_ref());
        pairs.put("effect_size", self.effect_size);
        pairs.put("effect_by", self.effect_by.as_ref());
        pairs.text("effect_text", &self.effect_text);
        pairs.put("resources", Some(&self.resources));
        pairs.put("resources_hours", self.resources_hours);
        pairs.put("resources_nok", self.resources_nok);
        pairs.put("budget_year", self.budget_year);
        pairs.put("evidence_level", self.evidence_level.as_ref());
        pairs.put("evidence_text", Some(&self.evidence_text));
        pairs.put("evidence_href", self.evidence_href.as_ref());
        pairs.put("source", self.source.as_ref());
        pairs.tick("open", self.open);
        pairs.all("contributors", &self.contributors);
        pairs.all("tags", &self.tags);
        pairs.all("dimensions", &self.dimensions);
        pairs.all("findings", &self.findings);
        pairs
    }
}

/// A new measure.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewMeasure {
    /// The organisation that owns it.
    pub unit_id: String,
    /// What it says.
    #[serde(flatten)]
    pub body: MeasureBody,
}

/// A changed measure: all of it, over the version that was read.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ChangedMeasure {
    /// The version that was read.
    pub version: i64,
    /// Why the scope is changed, when work has begun.
    #[serde(default)]
    pub cause: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub body: MeasureBody,
}

/// A measure with its activities.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneMeasure {
    /// Its id.
    pub id: String,
    /// Its code in content.
    pub code: Option<String>,
    /// Its number in its plan.
    pub number: Option<i64>,
    /// The organisation that owns it.
    pub unit_id: String,
    /// How far it has come.
    pub state: String,
    /// When it was completed or stopped.
    pub ended: Option<String>,
    /// When it was decided to spread it.
    pub scaled_up: Option<String>,
    /// What came of it.
    pub result: String,
    /// Counts the changes.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub body: MeasureBody,
    /// Its steps, in order.
    pub activities: Vec<OneActivity>,
}

impl OneMeasure {
    pub(crate) fn new(measure: model::Measure, links: &model::Links, activities: Vec<model::Activity>) -> Self {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        Self {
            id: measure.id.to_string(),
            code: measure.code,
            number: measure.number,
            unit_id: measure.unit.to_string(),
            state: measure.state.name().to_owned(),
            ended: day(measure.ended),
            scaled_up: day(measure.scaled_up),
            result: measure.result,
            version: measure.version,
            body: MeasureBody {
                title: (&measure.title).into(),
                detail: (&measure.detail).into(),
                problem: measure.problem,
                lead_actor: measure.lead.map(|id| id.to_string()),
                owner_person: measure.owner.map(|id| id.to_string()),
                adopted: day(measure.adopted),
                starts: day(measure.starts),
                due: day(measure.due),
                effect_indicator: measure.effect.indicator.map(|id| id.to_string()),
                effect_series: measure.effect.series.map(|id| id.to_string()),
                effect_direction: measure.effect.direction.map(|way| way.name().to_owned()),
                effect_size: measure.effect.size,
                effect_by: day(measure.effect.by),
                effect_text: (&measure.effect.text).into(),
                resources: measure.resources.text,
                resources_hours: measure.resources.hours,
                resources_nok: measure.resources.nok,
                budget_year: measure.resources.budget_year.map(i64::from),
                evidence_level: Some(measure.evidence.name().to_owned()),
                evidence_text: measure.shown_by.text,
                evidence_href: measure.shown_by.href,
                source: measure.source,
                open: measure.open,
                contributors: links.contributors.iter().map(ToString::to_string).collect(),
                tags: links.tags.iter().map(ToString::to_string).collect(),
                dimensions: links.dimensions.iter().map(|one| one.name().to_owned()).collect(),
                findings: links.findings.iter().map(ToString::to_string).collect(),
            },
            activities: activities.into_iter().map(OneActivity::from).collect(),
        }
    }
}

/// A step that a measure is to take.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepBody {
    /// `concrete`, `start`, `run`, `complete`, `evaluate`, `stop` or `scale-up`.
    pub step: String,
    /// The version that was read.
    pub version: i64,
    /// `start`: the problem in a line, when none is documented.
    #[serde(default)]
    pub problem: Option<String>,
    /// `start` without resources, `scale-up` without knowledge: why all the same.
    #[serde(default)]
    pub exception: Option<String>,
    /// `evaluate`: what came of it.
    #[serde(default)]
    pub result: Option<String>,
    /// `stop`: why.
    #[serde(default)]
    pub reason: Option<String>,
    /// `complete` with activities that are not over: `completed` or `stopped`, for all of them.
    #[serde(default)]
    pub activities: Option<String>,
}

impl StepBody {
    pub(crate) fn fields(&self) -> Fields {
        let mut pairs = Pairs::default();
        pairs.put("version", Some(self.version));
        pairs.put("problem", self.problem.as_ref());
        pairs.put("exception", self.exception.as_ref());
        pairs.put("result", self.result.as_ref());
        pairs.put("reason", self.reason.as_ref());
        pairs.put("activities", self.activities.as_ref());
        pairs.done()
    }
}

/// A change of scope that was logged: of a measure, or of one of its activities.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneScopeChange {
    /// The activity it concerns, when it is not the whole measure.
    pub activity_id: Option<String>,
    /// When.
    pub at: String,
    /// `scope`, `starts`, `due`, `resources_hours`, `resources_nok`, `budget_year`, `resources`, `effect_size` or
    /// `effect_by`.
    pub field: String,
    /// Why.
    pub cause: String,
    /// What held before.
    pub before: String,
    /// What holds after.
    pub after: String,
    /// Who wrote it down.
    pub author: Option<String>,
}

impl From<model::ScopeChange> for OneScopeChange {
    fn from(change: model::ScopeChange) -> Self {
        Self {
            activity_id: change.activity.map(|id| id.to_string()),
            at: change.at.to_string(),
            field: change.field.name().to_owned(),
            cause: change.cause,
            before: change.before,
            after: change.after,
            author: change.author.map(|id| id.to_string()),
        }
    }
}

/// A change of what a measure covers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeBody {
    /// The activity it concerns; the whole measure when left out.
    #[serde(default)]
    pub activity_id: Option<String>,
    /// Why.
    pub cause: String,
    /// What held before.
    #[serde(default)]
    pub before: String,
    /// What holds after.
    pub after: String,
}

/// What a unit does with a measure.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UptakeBody {
    /// The unit.
    pub unit_id: String,
    /// `chosen` or `left_out`.
    pub choice: String,
    /// Why; needed to leave a measure out.
    #[serde(default)]
    pub reason: String,
    /// The version that was read; 0 for a first choice.
    #[serde(default)]
    pub version: i64,
}

/// A part of a framework that measures can be tagged with.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasuresTag)]
pub(crate) struct OneTag {
    /// The part.
    pub id: String,
    /// What sort of part.
    pub kind: String,
    /// Its name.
    pub title: Text,
}

impl From<model::Tag> for OneTag {
    fn from(tag: model::Tag) -> Self {
        Self { id: tag.part.to_string(), kind: tag.kind, title: (&tag.title).into() }
    }
}
