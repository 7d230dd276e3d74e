//! Pilots and initiatives: tried out, followed, and then decided on.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{PersonId, PilotId, UnitId, Words};

varde_kernel::named! {
    /// What sort of effort it is.
    PilotKind {
        /// A trial with an end, after which one decides.
        Pilot "pilot",
        /// An effort of one's own.
        Initiative "initiative",
        /// A national effort.
        NationalInitiative "national_initiative",
        /// A tool.
        Tool "tool",
        /// A course.
        Course "course",
        /// A source of information.
        InformationSource "information_source",
        /// A competence service.
        CompetenceService "competence_service",
    }
}

varde_kernel::named! {
    /// How far it has come.
    PilotState {
        /// Proposed, with the risk that gives ground for it.
        Proposed "proposed",
        /// What is known about it has been looked up.
        Checked "checked",
        /// Under way.
        Launched "launched",
        /// Over, and decided on.
        Ended "ended",
        /// Known from a document; nothing is followed here.
        Listed "listed",
    }
}

varde_kernel::named! {
    /// How good the knowledge is that it works.
    Evidence {
        /// Nobody has looked.
        Unknown "unknown",
        /// Not enough to build on.
        Insufficient "insufficient",
        /// Some.
        Some "some",
        /// Enough to introduce it broadly.
        Sufficient "sufficient",
    }
}

varde_kernel::named! {
    /// What was decided after the trial.
    PilotDecision {
        /// Introduce it more broadly.
        Scale "scale",
        /// Change it and try again.
        Adjust "adjust",
        /// Stop.
        Stop "stop",
        /// Go on as now.
        Continue "continue",
    }
}

/// What people write about a pilot or an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PilotDraft {
    /// What sort it is.
    pub kind: PilotKind,
    /// Its name.
    pub name: Words,
    /// The area it belongs to, such as medicines or infections.
    pub field: Words,
    /// The risk or need that gives ground for it.
    pub ground: String,
    /// What is known about whether it works.
    pub knowledge: String,
    /// How good that knowledge is.
    pub evidence: Evidence,
    /// How it was before.
    pub baseline: String,
    /// When it begins.
    pub starts: Option<Date>,
    /// When it ends.
    pub ends: Option<Date>,
    /// When one must have decided.
    pub decision_due: Option<Date>,
    /// How it is followed.
    pub follow_up: String,
    /// Whether it supports decisions about patients.
    pub decision_support: bool,
    /// Whether the risk has been assessed.
    pub risk_assessed: bool,
    /// The actor that owns it, by code.
    pub owner_actor: Option<String>,
}

/// A pilot or an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pilot {
    /// Its id.
    pub id: PilotId,
    /// The unit it belongs to.
    pub unit: UnitId,
    /// What people write about it.
    pub text: PilotDraft,
    /// How far it has come.
    pub state: PilotState,
    /// What was decided, why, and on which exception.
    pub decision: Option<Decided>,
    /// Since when it exists, as the document prints it.
    pub since: Option<String>,
    /// How often it comes, as the document prints it.
    pub cadence: Option<String>,
    /// Where it is written.
    pub source: String,
    /// Counts the changes.
    pub version: i64,
}

/// What was decided after the trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Scale, adjust, stop or continue.
    pub decision: PilotDecision,
    /// Why.
    pub reason: String,
    /// Why it is scaled up although the knowledge does not suffice.
    pub exception: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<PersonId>,
}
