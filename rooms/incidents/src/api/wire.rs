//! What goes over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use crate::model::{Incident, Report};
use crate::rules::reporting::reference;

/// A report that is sent in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewReport {
    /// What the sender makes up for it (a UUID, say): the same sent twice is one report.
    #[serde(default)]
    pub sent: Option<String>,
    /// What happened, in the reporter's own words.
    pub what: String,
    /// `harmed`, `unharmed`, `unsure`, `nearly`, `unsafe`, `worried` or `well`.
    pub sort: String,
    /// Where: a unit.
    pub unit: String,
    /// When: a day, not one to come.
    pub on: String,
    /// At what time, such as `14:30`.
    #[serde(default)]
    pub at: Option<String>,
    /// Where more exactly.
    #[serde(default)]
    pub place: Option<String>,
    /// What was done at once.
    #[serde(default)]
    pub done: Option<String>,
    /// What else it is about: `staff_harm`, `violence`, `medicine_ordering`, `medicine_dispensing`, `medicine_giving`,
    /// `medicine_monitoring`, `equipment`, `transition`, `contracted_provider`.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether those who handle it are not to know who it was.
    #[serde(default)]
    pub confidential: bool,
}

impl NewReport {
    /// As the form would send it.
    pub(crate) fn fields(&self) -> Fields {
        let pairs = [
            ("sent", self.sent.clone()),
            ("what", Some(self.what.clone())),
            ("sort", Some(self.sort.clone())),
            ("unit", Some(self.unit.clone())),
            ("on", Some(self.on.clone())),
            ("at", self.at.clone()),
            ("place", self.place.clone()),
            ("done", self.done.clone()),
        ];
        let mut all: Vec<(String, String)> =
            pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        all.extend(self.topics.iter().map(|topic| ("topics".to_owned(), topic.clone())));
        Fields::new(all)
    }
}

/// That a report has been received.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReceivedReport {
    /// The report.
    pub id: String,
    /// Whether it had not been received already.
    pub is_new: bool,
}

/// One's own report, and how far it has come.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnReport {
    /// The report.
    pub id: String,
    /// What people call it when they speak of it.
    pub reference: String,
    /// `incident`, `near_miss`, `unsafe_condition`, `concern` or `good_care`.
    pub kind: String,
    /// `yes`, `no` or `unknown`.
    pub harmed: String,
    /// `open` or `confidential`.
    pub mode: String,
    /// What was sent in.
    pub what: String,
    /// Where.
    pub unit: String,
    /// When it happened.
    pub happened_on: String,
    /// When it came.
    pub received_on: String,
    /// How far it has come.
    pub state: String,
    /// What the reporter was answered.
    pub answer: Option<String>,
    /// When.
    pub answered_on: Option<String>,
}

impl OwnReport {
    pub(crate) fn new(report: &Report, incident: &Incident) -> Self {
        Self {
            id: report.id.to_string(),
            reference: reference(incident.id),
            kind: report.said.kind.name().to_owned(),
            harmed: report.said.harmed.name().to_owned(),
            mode: report.said.mode.name().to_owned(),
            what: report.said.what.clone(),
            unit: report.said.unit.to_string(),
            happened_on: report.said.on.to_string(),
            received_on: report.received_on.to_string(),
            state: incident.state.name().to_owned(),
            answer: Some(incident.answer.clone()).filter(|answer| !answer.is_empty()),
            answered_on: incident.answered_on.map(|day| day.to_string()),
        }
    }
}

/// An incident, for those who handle it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneIncident {
    /// The incident.
    pub id: String,
    /// What people call it when they speak of it.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// `incident`, `near_miss`, `unsafe_condition`, `concern` or `good_care`.
    pub kind: String,
    /// The unit that answers for it.
    pub unit: String,
    /// `received`, `triage`, `duties`, `analysis`, `measures`, `effect`, `closed` or `joined`.
    pub state: String,
    /// The most guarded way in which a report of it came: `open`, `confidential` or `anonymous`.
    pub mode: String,
    /// `staff`, `patient`, `next_of_kin` or `partner`.
    pub entrance: String,
    /// How much someone was harmed: `none`, `mild`, `moderate`, `severe` or `death`; missing until it is assessed.
    pub harm: Option<String>,
    /// How much someone could well have been harmed.
    pub potential: Option<String>,
    /// When it happened.
    pub happened_on: String,
    /// When the first report came.
    pub received_on: String,
    /// When what it waits for is due.
    pub due_on: Option<String>,
    /// When the reporter was answered.
    pub answered_on: Option<String>,
    /// When it was closed.
    pub closed_on: Option<String>,
    /// What was learnt.
    pub learning: String,
    /// The incident that it was joined to.
    pub joined_to: Option<String>,
    /// What was sent in, one after the other.
    pub reports: Vec<String>,
    /// Counts up with every change.
    pub version: i64,
}

impl OneIncident {
    pub(crate) fn new(incident: &Incident, reports: &[Report]) -> Self {
        Self {
            id: incident.id.to_string(),
            reference: reference(incident.id),
            title: incident.title.clone(),
            kind: incident.kind.name().to_owned(),
            unit: incident.unit.to_string(),
            state: incident.state.name().to_owned(),
            mode: incident.mode.name().to_owned(),
            entrance: incident.entrance.name().to_owned(),
            harm: incident.harm.map(|harm| harm.name().to_owned()),
            potential: incident.potential.map(|harm| harm.name().to_owned()),
            happened_on: incident.happened_on.to_string(),
            received_on: incident.received_on.to_string(),
            due_on: incident.due_on.map(|day| day.to_string()),
            answered_on: incident.answered_on.map(|day| day.to_string()),
            closed_on: incident.closed_on.map(|day| day.to_string()),
            learning: incident.learning.clone(),
            joined_to: incident.joined_to.map(|id| id.to_string()),
            reports: reports.iter().map(|report| report.said.what.clone()).collect(),
            version: incident.version,
        }
    }
}
