//! What goes over the wire. Bodies become the same fields as forms send, so that the same reading,
//! the same limits and the same problems hold for both.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::Words;
use varde_web::Fields;

use crate::model;
use crate::store::ListedMeasure;

/// A text in bokmål, with nynorsk and English where they are written.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeasuresText)]
pub(crate) struct Text {
    /// As first written.
    pub nb: String,
    /// In nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        Self { nb: words.nb.clone(), nn: words.nn.clone(), en: words.en.clone() }
    }
}

/// Fields as a form would send them.
#[derive(Default)]
pub(crate) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(crate) fn put(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.0.push((name.to_owned(), value.to_string()));
        }
    }

    pub(crate) fn all(&mut self, name: &str, values: &[impl ToString]) {
        for value in values {
            self.put(name, Some(value.to_string()));
        }
    }

    pub(crate) fn text(&mut self, name: &str, text: &Text) {
        self.put(name, Some(&text.nb));
        self.put(&format!("{name}_nn"), text.nn.as_ref());
        self.put(&format!("{name}_en"), text.en.as_ref());
    }

    pub(crate) fn tick(&mut self, name: &str, ticked: bool) {
        self.put(name, ticked.then_some("true"));
    }

    pub(crate) fn done(self) -> Fields {
        Fields::new(self.0)
    }
}

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
    /// `not_stated`, `insufficient`, `some` or `strong`.
    #[serde(default)]
    pub evidence_level: Option<String>,
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
        pairs.put("evidence_level", self.evidence_level.as_ref());
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
                evidence_level: Some(measure.evidence.name().to_owned()),
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
}

impl StepBody {
    pub(crate) fn fields(&self) -> Fields {
        let mut pairs = Pairs::default();
        pairs.put("version", Some(self.version));
        pairs.put("problem", self.problem.as_ref());
        pairs.put("exception", self.exception.as_ref());
        pairs.put("result", self.result.as_ref());
        pairs.put("reason", self.reason.as_ref());
        pairs.done()
    }
}

/// A change of what a measure covers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeBody {
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

/// What an activity says, as it is sent in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActivityBody {
    /// The version that was read; not used for a new activity.
    #[serde(default)]
    pub version: Option<i64>,
    /// Its name.
    pub title: Text,
    /// More about it.
    #[serde(default)]
    pub detail: Text,
    /// `ongoing`, `new` or `unspecified`.
    #[serde(default)]
    pub kind: Option<String>,
    /// `planned`, `running`, `completed` or `stopped`.
    #[serde(default)]
    pub state: Option<String>,
    /// When it is to be done.
    #[serde(default)]
    pub due: Option<String>,
    /// The person who answers for it.
    #[serde(default)]
    pub owner_person: Option<String>,
    /// The unit that does it, when it is another than the measure's.
    #[serde(default)]
    pub unit_id: Option<String>,
    /// Why it is changed.
    #[serde(default)]
    pub why: Option<String>,
}

impl ActivityBody {
    pub(crate) fn fields(&self) -> Fields {
        let mut pairs = Pairs::default();
        pairs.put("version", self.version);
        pairs.text("title", &self.title);
        pairs.text("detail", &self.detail);
        pairs.put("kind", self.kind.as_ref());
        pairs.put("state", self.state.as_ref());
        pairs.put("due", self.due.as_ref());
        pairs.put("owner_person", self.owner_person.as_ref());
        pairs.put("unit_id", self.unit_id.as_ref());
        pairs.put("why", self.why.as_ref());
        pairs.done()
    }
}

/// A new state of an activity.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActivityStateBody {
    /// The version that was read.
    pub version: i64,
    /// `planned`, `running`, `completed` or `stopped`.
    pub state: String,
    /// Why.
    #[serde(default)]
    pub why: Option<String>,
}

/// An activity.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneActivity {
    /// Its id.
    pub id: String,
    /// Its measure.
    pub measure_id: String,
    /// Its code in content.
    pub code: Option<String>,
    /// Its letter in the plan.
    pub letter: Option<String>,
    /// Its name.
    pub title: Text,
    /// More about it.
    pub detail: Text,
    /// `ongoing`, `new` or `unspecified`.
    pub kind: String,
    /// `planned`, `running`, `completed` or `stopped`.
    pub state: String,
    /// When it is to be done.
    pub due: Option<String>,
    /// The person who answers for it.
    pub owner_person: Option<String>,
    /// The unit that does it, when it is another than the measure's.
    pub unit_id: Option<String>,
    /// Counts the changes.
    pub version: i64,
}

impl From<model::Activity> for OneActivity {
    fn from(activity: model::Activity) -> Self {
        Self {
            id: activity.id.to_string(),
            measure_id: activity.measure.to_string(),
            code: activity.code,
            letter: activity.letter,
            title: (&activity.title).into(),
            detail: (&activity.detail).into(),
            kind: activity.kind.name().to_owned(),
            state: activity.state.name().to_owned(),
            due: activity.due.map(|day| day.to_string()),
            owner_person: activity.owner.map(|id| id.to_string()),
            unit_id: activity.unit.map(|id| id.to_string()),
            version: activity.version,
        }
    }
}

/// Something that a finding rests on.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EvidenceBody {
    /// `observation`, `series`, `report`, `review`, `survey`, `risk`, `audit` or `document`.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Where it can be read: a place in Varde, or an https address.
    #[serde(default)]
    pub href: Option<String>,
    /// The thing itself, when Varde holds it.
    #[serde(default)]
    pub thing_id: Option<String>,
}

/// What a finding says, as it is sent in and given out.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub(crate) struct FindingBody {
    /// What was found, in a line.
    pub title: Text,
    /// What it means.
    #[serde(default)]
    pub judgement: String,
    /// The period it concerns (`2026`, `2026-T1`, `2026-05` …).
    #[serde(default)]
    pub period: Option<String>,
    /// Whether nothing more is to be done about it.
    #[serde(default)]
    pub closed: bool,
    /// Whether everyone signed in may see it.
    #[serde(default)]
    pub open: bool,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Vec<EvidenceBody>,
}

impl FindingBody {
    pub(crate) fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        pairs.text("title", &self.title);
        pairs.put("judgement", Some(&self.judgement));
        pairs.put("period", self.period.as_ref());
        pairs.tick("closed", self.closed);
        pairs.tick("open", self.open);
        for piece in &self.evidence {
            pairs.put("evidence_kind", Some(&piece.kind));
            pairs.put("evidence_text", Some(&piece.text));
            pairs.put("evidence_href", Some(piece.href.clone().unwrap_or_default()));
            pairs.put("evidence_thing", Some(piece.thing_id.clone().unwrap_or_default()));
        }
        pairs
    }
}

/// A new finding.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewFinding {
    /// The unit it concerns.
    pub unit_id: String,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
}

/// A changed finding: all of it, over the version that was read.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ChangedFinding {
    /// The version that was read.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
}

/// A finding with what it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneFinding {
    /// Its id.
    pub id: String,
    /// The unit it concerns.
    pub unit_id: String,
    /// `open`, `answered` or `closed`.
    pub state: String,
    /// Counts the changes.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
    /// The measures that answer it; left out of lists.
    pub measures: Vec<String>,
}

impl OneFinding {
    pub(crate) fn new(finding: model::Finding, evidence: Vec<model::Evidence>, measures: Vec<String>) -> Self {
        Self {
            id: finding.id.to_string(),
            unit_id: finding.unit.to_string(),
            state: finding.state.name().to_owned(),
            version: finding.version,
            body: FindingBody {
                title: (&finding.title).into(),
                judgement: finding.judgement,
                period: finding.period.map(|period| period.to_string()),
                closed: finding.state == model::FindingState::Closed,
                open: finding.open,
                evidence: evidence
                    .into_iter()
                    .map(|piece| EvidenceBody {
                        kind: piece.kind.name().to_owned(),
                        text: piece.text,
                        href: piece.href,
                        thing_id: piece.thing.map(|id| id.to_string()),
                    })
                    .collect(),
            },
            measures,
        }
    }
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

/// What was saved.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasuresSaved)]
pub(crate) struct Saved {
    /// The thing's id.
    pub id: String,
    /// Its version now.
    pub version: i64,
}
