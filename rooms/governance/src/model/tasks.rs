//! Tasks and who answers for them.

use jiff::civil::Date;
use varde_kernel::{ActorId, PersonId, ResponsibilityId, TaskId, UnitId, UnitKind, Words};

varde_kernel::named! {
    /// A phase of the cycle that the regulation on management asks for.
    Phase {
        /// Plan.
        Plan "plan",
        /// Carry out.
        Do "do",
        /// Evaluate.
        Evaluate "evaluate",
        /// Correct.
        Correct "correct",
    }
}

varde_kernel::named! {
    /// What someone may do with a task; the strongest first.
    Authority {
        /// Decides.
        Decides "decides",
        /// Carries it out.
        CarriesOut "carries_out",
        /// Gives advice before it is decided.
        Advises "advises",
        /// Is told.
        Informed "informed",
    }
}

/// A thing that must be done by someone in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its identity.
    pub id: TaskId,
    /// Its stable code, when it comes from a document.
    pub code: Option<String>,
    /// What it says.
    pub draft: TaskDraft,
    /// Counts its changes.
    pub version: i64,
}

/// What people write about a task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskDraft {
    /// The unit whose task it is; none for a national task and for the task of a class of units.
    pub unit: Option<UnitId>,
    /// The kind of unit of which every one has this task.
    pub unit_kind: Option<UnitKind>,
    /// The actor that a plan gives it to.
    pub actor: Option<ActorId>,
    /// What is to be done.
    pub name: Words,
    /// More about it.
    pub description: String,
    /// Where in the cycle it belongs.
    pub phase: Option<Phase>,
    /// Where it is written.
    pub source: String,
}

/// Who holds a task, with which authority, from when until when.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsibility {
    /// Its identity.
    pub id: ResponsibilityId,
    /// The task.
    pub task: TaskId,
    /// What is held, by whom and when.
    pub draft: ResponsibilityDraft,
    /// How it was handed over, when it was.
    pub delegation: Option<Delegation>,
    /// Counts its changes.
    pub version: i64,
}

/// Who gets which authority.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponsibilityDraft {
    /// With which authority.
    pub authority: Authority,
    /// The role: the name of an access role, or the title of a post in free words.
    pub role: String,
    /// The unit on which the role is held.
    pub unit: Option<UnitId>,
    /// A person named in particular.
    pub person: Option<PersonId>,
    /// An actor, when it is an organisation that holds it.
    pub actor: Option<ActorId>,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub to: Option<Date>,
}

/// A written handing over.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegation {
    /// The responsibility from which it is handed.
    pub source: ResponsibilityId,
    /// Where it is written.
    pub document: String,
    /// The day of the writing.
    pub on: Date,
    /// Who handed it over.
    pub by: Option<PersonId>,
}

/// Someone who holds a role today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The role's name.
    pub role: String,
    /// The unit on which it is held.
    pub unit: UnitId,
}
