//! The yearly wheel: the regulation's four phases as steps with a day and an owner.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::Role;
use varde_kernel::{PersonId, UnitId, WheelStepId, Words};

varde_kernel::named! {
    /// A phase of the regulation on management and quality improvement.
    Phase {
        /// Goals, tasks, risks and knowledge are laid out.
        Plan "plan",
        /// What was planned is made known and carried out.
        Do "do",
        /// What was done is looked over.
        Evaluate "evaluate",
        /// What is wrong is put right.
        Correct "correct",
    }
}

varde_kernel::named! {
    /// Where a step stands.
    StepState {
        /// Still to be done.
        Open "open",
        /// Done.
        Done "done",
        /// It does not concern the unit, for a reason that stands with it.
        SetAside "set_aside",
    }
}

/// A duty of the regulation, from which a year begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its stable code.
    pub code: String,
    /// The phase it belongs to.
    pub phase: Phase,
    /// The month by whose end it is usually done.
    pub month: i8,
    /// The place in the regulation.
    pub regulation: String,
    /// What is to be done.
    pub title: Words,
    /// How one goes about it.
    pub help: Words,
}

/// A step in a unit's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WheelStep {
    /// Its id.
    pub id: WheelStepId,
    /// The unit whose wheel it is.
    pub unit: UnitId,
    /// The year.
    pub year: i16,
    /// Its phase; each step has exactly one.
    pub phase: Phase,
    /// What is to be done.
    pub title: Words,
    /// How one goes about it.
    pub help: Words,
    /// The regulation's duty it comes from.
    pub duty: Option<String>,
    /// The place in the regulation.
    pub regulation: Option<String>,
    /// When it is due.
    pub due: Option<Date>,
    /// The person who sees to it.
    pub owner_person: Option<PersonId>,
    /// The role that sees to it.
    pub owner_role: Option<Role>,
    /// Where it stands.
    pub state: StepState,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// What is worth knowing about how it went.
    pub note: String,
    /// Counts the changes.
    pub version: i64,
}

impl WheelStep {
    /// Whether someone, by name or by role, sees to it.
    pub const fn has_owner(&self) -> bool {
        self.owner_person.is_some() || self.owner_role.is_some()
    }
}

/// What people write about a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDraft {
    /// Its phase.
    pub phase: Phase,
    /// What is to be done.
    pub title: Words,
    /// How one goes about it.
    pub help: Words,
    /// The place in the regulation.
    pub regulation: Option<String>,
    /// When it is due.
    pub due: Option<Date>,
    /// The person who sees to it.
    pub owner_person: Option<PersonId>,
    /// The role that sees to it.
    pub owner_role: Option<Role>,
}

/// A leader's signature under a phase, with the points that were open then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// The phase.
    pub phase: Phase,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Option<PersonId>,
    /// What the signer wrote.
    pub note: String,
    /// Each open point, and the step that follows it up.
    pub points: Vec<(WheelStepId, Words, WheelStepId)>,
}
