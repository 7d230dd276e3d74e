//! A report as NHS England's LFPSE service takes it: taxonomy 6, which has the form of R4.
//!
//! Everything lies inside one `AdverseEvent`: a `Location`, a `Practitioner` for the reporter and one `Patient` for
//! all who were harmed, with one extension for each of them. Nobody has a name, a number or a date of birth.
//!
//! Left out, since no open source gives their codes for taxonomy 6: the event types for a risk and for an outcome of
//! concern (only 1, incident, and 4, good care, are known, and these from what others send); gender; age brackets;
//! organisations, which go by codes of England's own; medicines, devices and the other mechanisms; the service area
//! and the specialty; the reporter's role; level of concern and safety challenges. The codes that are used are those
//! of taxonomy 5: that taxonomy 6 has kept the ones of harm is seen from what others send; of the strength of
//! association, the reporter and the reasons for staying anonymous it is assumed. The addresses of the extensions are
//! built after the only two addresses of taxonomy 6 that are known whole: the profile's and one extension's.
//!
//! Nothing has been sent to the service with this: it takes reports only from registered systems.
//!
//! # Source
//!
//! Taxonomy 5: `cuperman007/lfpse-taxonomy`, `.mkdocs/docs/v5/{taxonomy,code-systems}.md` (Apache-2.0). Ages and
//! combined harm: `nhs-england-patient-safety/patient-safety-data-request-template`, `R/processors/lfpse.R` (MIT).

mod age;
mod harm;

use std::fmt;

use serde_json::{Value, json};

use crate::adverse_event::codes;
use crate::primitive::is_date;
use crate::{AdverseEvent, CodeableConcept, Coding, EventKind, Extension, Meta, Reference};

pub use age::{Age, AgeUnit};
pub use harm::{Harm, HarmRefused, PhysicalHarm, PsychologicalHarm, StrengthOfAssociation, worst};

/// The profile that a report claims to follow.
pub const PROFILE: &str = concat!(
    "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/",
    "patient-safety-adverse-event-6"
);
/// The address of an extension, before and after its name.
const EXTENSION: (&str, &str) =
    ("https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/", "-6");
/// So many patients a report may have.
pub const MOST_PATIENTS: usize = 100;

codes! {
    /// Who reports.
    Reporter {
        /// The patient.
        Patient = "1",
        /// A friend, carer or relative.
        Relative = "2",
        /// Someone who works there.
        Staff = "3",
        /// Someone else.
        Other = "5",
    }
}

codes! {
    /// Why a reporter does not say who it is.
    WhyAnonymous {
        /// It takes less time.
        SaveTime = "1",
        /// They cannot sign in.
        ForgotAccount = "2",
        /// They see no use in signing in.
        NoBenefit = "3",
        /// They fear their own employer.
        OwnEmployer = "4",
        /// They fear another organisation.
        OtherOrganisation = "5",
        /// They fear for their name or career.
        Career = "6",
        /// They fear that colleagues find out.
        Colleagues = "7",
        /// Something else.
        Other = "8",
    }
}

/// When it happened, as well as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// On this day: `2026-11-05`.
    Day(String),
    /// In this month: `2026-11`.
    Month(String),
    /// Nobody knows.
    Unknown,
}

/// One patient who was harmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patient {
    /// How old, when it is known.
    pub age: Option<Age>,
    /// How much harm.
    pub harm: Harm,
    /// How it went, in words that name nobody.
    pub clinical_outcome: Option<String>,
}

/// What is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What sort of report.
    pub kind: EventKind,
    /// What happened, in words that name nobody.
    pub description: String,
    /// When.
    pub when: When,
    /// In which organisation, by name; `None` when that is not known.
    pub organisation: Option<String>,
    /// Who reports.
    pub reporter: Reporter,
    /// Why the reporter does not say who it is; empty for one who does, or who gives no reason.
    pub why_anonymous: Vec<WhyAnonymous>,
    /// Whether the reporter does not say who it is.
    pub is_anonymous: bool,
    /// Whether the data may not be shared further.
    pub sharing_refused: bool,
    /// What was done at once.
    pub immediate_actions: Option<String>,
    /// Of good care: how it can come about again. Good care must say so.
    pub how_again: Option<String>,
    /// Who was harmed; nobody is allowed.
    pub patients: Vec<Patient>,
}

/// Why a report is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The code for this kind of report is not established.
    KindNotEstablished,
    /// It does not say what happened.
    DescriptionMissing,
    /// The day or the month is none.
    NotADate,
    /// Good care does not say how it can come about again.
    HowAgainMissing,
    /// Something other than good care says how it can come about again.
    HowAgainOfHarm,
    /// Good care has harmed somebody.
    GoodCareHarms,
    /// There are reasons for being anonymous, but the reporter is not.
    ReasonsWithoutAnonymity,
    /// There are more than [`MOST_PATIENTS`].
    TooManyPatients,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KindNotEstablished => "the code for this kind of report is not established",
            Self::DescriptionMissing => "the report does not say what happened",
            Self::NotADate => "the day or the month is none",
            Self::HowAgainMissing => "good care does not say how it can come about again",
            Self::HowAgainOfHarm => "only good care can say how it can come about again",
            Self::GoodCareHarms => "good care has harmed nobody",
            Self::ReasonsWithoutAnonymity => "there are reasons for being anonymous, but the reporter is not",
            Self::TooManyPatients => "there are more than 100 patients",
        })
    }
}

impl std::error::Error for Refused {}

/// The code of a kind of report, when it is established.
///
/// LFPSE has no code for a near miss that is known; it is taken as an incident that harmed nobody.
pub fn event_code(kind: EventKind) -> Option<&'static str> {
    match kind {
        EventKind::Incident | EventKind::NearMiss => Some("1"),
        EventKind::GoodCare => Some("4"),
        EventKind::UnsafeCondition | EventKind::Concern => None,
    }
}

/// The report as LFPSE takes it.
///
/// `actuality` is `actual` for every kind: that is what the service is sent, also for what harmed nobody.
///
/// # Errors
///
/// Every rule that the report breaks.
pub fn adverse_event(report: &Report) -> Result<AdverseEvent, Vec<Refused>> {
    let refused = refusals(report);
    let Some(code) = event_code(report.kind).filter(|_| refused.is_empty()) else { return Err(refused) };
    let coding = Coding { code: Some(code.to_owned()), ..Coding::default() };
    Ok(AdverseEvent {
        resource_type: "AdverseEvent".to_owned(),
        meta: Some(Meta { profile: vec![PROFILE.to_owned()], ..Meta::default() }),
        contained: vec![location(report), practitioner(report), patients(&report.patients)],
        extension: extensions(report),
        actuality: Some("actual".to_owned()),
        event: Some(CodeableConcept { coding: vec![coding], ..CodeableConcept::default() }),
        subject: Some(Reference::to("#patient")),
        date: match &report.when {
            When::Day(day) => Some(day.clone()),
            When::Month(_) | When::Unknown => None,
        },
        location: Some(Reference::to("#location1")),
        recorder: Some(Reference::to("#practitioner1")),
        ..AdverseEvent::default()
    })
}

/// The number that the service has given a report, from its answer.
pub fn reference_number(answer: &AdverseEvent) -> Option<&str> {
    fn find(extensions: &[Extension]) -> Option<&str> {
        extensions.iter().find_map(|one| {
            let own = one.value_string.as_deref().filter(|_| one.url.as_deref() == Some("ReferenceNumber"));
            own.or_else(|| find(&one.extension))
        })
    }
    find(&answer.extension)
}

fn refusals(report: &Report) -> Vec<Refused> {
    let good = report.kind == EventKind::GoodCare;
    let right_date = match &report.when {
        When::Day(day) => day.len() == "2026-01-01".len() && is_date(day),
        When::Month(month) => month.len() == "2026-01".len() && is_date(month),
        When::Unknown => true,
    };
    let says_how = report.how_again.as_deref().is_some_and(|words| !words.trim().is_empty());
    let rules = [
        (event_code(report.kind).is_none(), Refused::KindNotEstablished),
        (report.description.trim().is_empty(), Refused::DescriptionMissing),
        (!right_date, Refused::NotADate),
        (good && !says_how, Refused::HowAgainMissing),
        (!good && report.how_again.is_some(), Refused::HowAgainOfHarm),
        (good && !report.patients.is_empty(), Refused::GoodCareHarms),
        (!report.is_anonymous && !report.why_anonymous.is_empty(), Refused::ReasonsWithoutAnonymity),
        (MOST_PATIENTS < report.patients.len(), Refused::TooManyPatients),
    ];
    rules.into_iter().filter_map(|(broken, rule)| broken.then_some(rule)).collect()
}

fn extension(name: &str, parts: Vec<Extension>) -> Extension {
    Extension::of(&format!("{}{name}{}", EXTENSION.0, EXTENSION.1), parts)
}

fn extensions(report: &Report) -> Vec<Extension> {
    let mut all = vec![extension("adverse-event-core", vec![Extension::text("Description", &report.description)])];
    if let When::Month(month) = &report.when {
        let parts = vec![Extension::text("ApproximateDate", month)];
        all.push(extension("adverse-event-estimated-date", parts));
    }
    if let Some(actions) = &report.immediate_actions {
        all.push(extension("adverse-event-outcome", vec![Extension::text("ImmediateActions", actions)]));
    }
    if let Some(how) = &report.how_again {
        all.push(extension("adverse-event-went-well", vec![Extension::text("HowFutureOccurrence", how)]));
    }
    let about = vec![
        Extension::flag("IsAnonymous", report.is_anonymous),
        Extension::flag("DataSharingOptOut", report.sharing_refused),
    ];
    all.push(extension("adverse-event-reference-metadata", about));
    all
}

fn location(report: &Report) -> Value {
    // An organisation outside England has no code there, and goes by its name.
    let detail = match &report.organisation {
        Some(name) => Extension::text("OrganisationOther", name),
        None => Extension::code("LocationKnown", "u"),
    };
    contained("Location", "location1", &[extension("location-details", vec![detail])])
}

fn practitioner(report: &Report) -> Value {
    let mut details = vec![Extension::code("ReporterType", report.reporter.code())];
    details.extend(report.why_anonymous.iter().map(|reason| Extension::code("WhyAnonymous", reason.code())));
    contained("Practitioner", "practitioner1", &[extension("practitioner-details", details)])
}

fn patients(patients: &[Patient]) -> Value {
    let each = (1..).zip(patients).map(|(number, patient)| {
        let mut parts = vec![Extension::number("PatientSequence", number)];
        parts.extend(patient.age.map(|age| Extension::number("AgeAtTimeOfIncidentDays", i64::from(age.code()))));
        parts.extend(patient.harm.extensions());
        parts.extend(patient.clinical_outcome.as_deref().map(|words| Extension::text("ClinicalOutcome", words)));
        extension("patient-information", parts)
    });
    contained("Patient", "patient", &each.collect::<Vec<_>>())
}

fn contained(kind: &str, id: &str, extensions: &[Extension]) -> Value {
    let mut resource = json!({ "resourceType": kind, "id": id });
    if !extensions.is_empty()
        && let Some(object) = resource.as_object_mut()
    {
        object.insert("extension".to_owned(), json!(extensions));
    }
    resource
}
