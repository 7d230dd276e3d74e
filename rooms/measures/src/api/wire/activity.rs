//! Activities over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use super::{Pairs, Text};
use crate::model;

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
    /// When work on it is to begin.
    #[serde(default)]
    pub starts: Option<String>,
    /// When it is to be done.
    #[serde(default)]
    pub due: Option<String>,
    /// When it was completed or stopped; today when left out of one that is.
    #[serde(default)]
    pub ended: Option<String>,
    /// The actor that answers for it.
    #[serde(default)]
    pub lead_actor: Option<String>,
    /// Actors that take part, in order.
    #[serde(default)]
    pub contributors: Vec<String>,
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
    /// The evidence, in words.
    #[serde(default)]
    pub evidence_text: String,
    /// Where the evidence can be read: `/…` or `https://…`.
    #[serde(default)]
    pub evidence_href: Option<String>,
    /// The person who answers for it.
    #[serde(default)]
    pub owner_person: Option<String>,
    /// The unit that does it, when it is another than the measure's.
    #[serde(default)]
    pub unit_id: Option<String>,
    /// Why it is changed; needed when days or resources of one under way are.
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
        pairs.put("starts", self.starts.as_ref());
        pairs.put("due", self.due.as_ref());
        pairs.put("ended", self.ended.as_ref());
        pairs.put("lead_actor", self.lead_actor.as_ref());
        pairs.all("contributors", &self.contributors);
        pairs.put("resources", Some(&self.resources));
        pairs.put("resources_hours", self.resources_hours);
        pairs.put("resources_nok", self.resources_nok);
        pairs.put("budget_year", self.budget_year);
        pairs.put("evidence_text", Some(&self.evidence_text));
        pairs.put("evidence_href", self.evidence_href.as_ref());
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
    /// When work on it is to begin.
    pub starts: Option<String>,
    /// When it is to be done.
    pub due: Option<String>,
    /// When it was completed or stopped.
    pub ended: Option<String>,
    /// The actor that answers for it.
    pub lead_actor: Option<String>,
    /// Actors that take part, in order.
    pub contributors: Vec<String>,
    /// What is set aside, in words.
    pub resources: String,
    /// Hours set aside.
    pub resources_hours: Option<f64>,
    /// Kroner set aside.
    pub resources_nok: Option<f64>,
    /// The year whose budget pays.
    pub budget_year: Option<i64>,
    /// The evidence, in words.
    pub evidence_text: String,
    /// Where the evidence can be read.
    pub evidence_href: Option<String>,
    /// The person who answers for it.
    pub owner_person: Option<String>,
    /// The unit that does it, when it is another than the measure's.
    pub unit_id: Option<String>,
    /// Counts the changes.
    pub version: i64,
}

impl From<model::Activity> for OneActivity {
    fn from(activity: model::Activity) -> Self {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        Self {
            id: activity.id.to_string(),
            measure_id: activity.measure.to_string(),
            code: activity.code,
            letter: activity.letter,
            title: (&activity.title).into(),
            detail: (&activity.detail).into(),
            kind: activity.kind.name().to_owned(),
            state: activity.state.name().to_owned(),
            starts: day(activity.starts),
            due: day(activity.due),
            ended: day(activity.ended),
            lead_actor: activity.lead.map(|id| id.to_string()),
            contributors: activity.contributors.iter().map(ToString::to_string).collect(),
            resources: activity.resources.text,
            resources_hours: activity.resources.hours,
            resources_nok: activity.resources.nok,
            budget_year: activity.resources.budget_year.map(i64::from),
            evidence_text: activity.shown_by.text,
            evidence_href: activity.shown_by.href,
            owner_person: activity.owner.map(|id| id.to_string()),
            unit_id: activity.unit.map(|id| id.to_string()),
            version: activity.version,
        }
    }
}
