//! The whole access policy: who may do what to which thing.
//!
//! [`may`] is the one door. It is a pure function of actor, action and target; behind it stands
//! one small table per kind of thing. Roles are held on a unit and reach down the owner line.
//! A write needs a [`Granted`], which only a passed check can make; lists take a [`Scope`] made
//! from the same tables. `docs/access.txt` is this policy printed.

mod policy;
mod print;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::{PersonId, UnitId, named};

pub use print::table;

named! {
    /// What a person is trusted with on a unit and everything below it.
    Role {
        /// Works there: reads what concerns the unit.
        Staff "staff",
        /// Leads a unit: answers for its goals, measures and wheel.
        UnitLeader "unit_leader",
        /// Helps leaders with quality work.
        QualityAdviser "quality_adviser",
        /// Makes plans and follows them.
        Planner "planner",
        /// Top leader: adopts plans, delegates authority.
        TopLeader "top_leader",
        /// Sits on the board or council: reads and votes.
        BoardMember "board_member",
        /// Runs accounts, roles and the organisation; no say in content.
        Administrator "administrator",
        /// Watches over privacy: reads logs and holdings, changes nothing.
        PrivacyOfficer "privacy_officer",
    }
}

named! {
    /// The kinds of thing that the policy speaks of.
    Kind {
        /// The organisation's units and their changes.
        Unit "unit",
        /// Persons and their accounts.
        Person "person",
        /// Roles held on units.
        Holding "holding",
        /// One's own sessions, tokens and settings.
        Own "own",
        /// Who has looked up whom.
        Lookup "lookup",
        /// Indicators and their definitions.
        Indicator "indicator",
        /// Series and their values.
        Series "series",
        /// How series are charted: phases, rules, targets.
        ChartSpec "chart_spec",
        /// Signals in series.
        Signal "signal",
        /// Notes on points of charts.
        PointNote "point_note",
        /// Looks at every series at once.
        Scan "scan",
        /// Sources that values come from, and what they can and cannot say.
        DataSource "data_source",
        /// Findings.
        Finding "finding",
        /// Measures and their activities.
        Measure "measure",
        /// Plans, their parts and relations.
        Plan "plan",
        /// Goals and targets.
        Goal "goal",
        /// Alternatives and votes.
        Alternative "alternative",
        /// The yearly wheel of a unit.
        Wheel "wheel",
        /// Status rounds and answers.
        Round "round",
        /// Proposals and their scores.
        Proposal "proposal",
        /// Pilots and initiatives.
        Pilot "pilot",
        /// Tasks, responsibility and delegation.
        Task "task",
        /// Bodies and seats.
        Body "body",
        /// Normative documents and notes on them.
        Document "document",
        /// Sending in a report, and the reports that one has sent in.
        Report "report",
        /// What someone reads and writes with the receipt of a report sent in without a name.
        Receipt "receipt",
        /// Incidents: what was reported, handled by those who answer for the unit.
        Incident "incident",
        /// Who sent in a report in confidence.
        Reporter "reporter",
        /// The history of changes.
        History "history",
        /// Jobs, metrics and settings of the installation.
        System "system",
    }
}

named! {
    /// What someone wants to do.
    Action {
        /// See it.
        Read "read",
        /// Make a new one on the unit.
        Create "create",
        /// Change it.
        Edit "edit",
        /// Adopt or decide it with the unit's authority.
        Approve "approve",
        /// Say how it stands (status, score, vote).
        Answer "answer",
        /// Take data out in bulk.
        Export "export",
        /// See counts as they are, also those that are kept back from others because they are small.
        Count "count",
    }
}

named! {
    /// Varde itself, when it acts without a person.
    System {
        /// Loads the content files.
        Content "content",
        /// Loads the synthetic service of the demo.
        Demo "demo",
        /// Runs background jobs.
        Worker "worker",
        /// Commands given at the machine by whoever runs it.
        Console "console",
    }
}

/// A role on a unit, with the unit's owner line on the day (the unit itself first).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// The unit on which it is held.
    pub unit: UnitId,
    /// The unit and everything above it.
    pub line: Arc<[UnitId]>,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A person with the roles that hold today.
    Person {
        /// Who it is.
        person: PersonId,
        /// Roles held today.
        held: Vec<Held>,
        /// A read-only token cannot write, whatever its owner may.
        read_only: bool,
    },
    /// Varde itself.
    System(System),
    /// Someone who is not signed in.
    Anonymous,
}

impl Actor {
    /// The person, when it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person, .. } => Some(*person),
            Self::System(_) | Self::Anonymous => None,
        }
    }

    /// Roles held today.
    pub fn held(&self) -> &[Held] {
        match self {
            Self::Person { held, .. } => held,
            Self::System(_) | Self::Anonymous => &[],
        }
    }

    /// Whether the role is held on the unit or on one above it.
    fn holds(&self, role: Role, line: &[UnitId]) -> bool {
        self.held().iter().any(|held| held.role == role && line.contains(&held.unit))
    }

    /// Whether any role is held on the unit, above it or below it.
    fn near(&self, line: &[UnitId]) -> bool {
        let here = line.first();
        self.held().iter().any(|held| line.contains(&held.unit) || here.is_some_and(|here| held.line.contains(here)))
    }

    /// Who is written down as the author of a change.
    pub fn author(&self) -> Author {
        match self {
            Self::Person { person, .. } => Author::Person(*person),
            Self::System(system) => Author::System(*system),
            Self::Anonymous => Author::Anonymous,
        }
    }
}

/// Who is written down as having done something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person(PersonId),
    /// Varde itself.
    System(System),
    /// Nobody that can be known.
    Anonymous,
}

/// What is acted on, as far as the policy needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What sort of thing.
    pub kind: Kind,
    /// Its unit and everything above it; empty when it hangs on no unit.
    pub line: Arc<[UnitId]>,
    /// The person it belongs to, if any.
    pub owner: Option<PersonId>,
    /// Whether it is published (an adopted plan, a national figure) and not a draft.
    pub open: bool,
}

impl Target {
    /// A published thing on a unit.
    pub fn open(kind: Kind, line: Arc<[UnitId]>) -> Self {
        Self { kind, line, owner: None, open: true }
    }

    /// A draft or an internal thing on a unit.
    pub fn internal(kind: Kind, line: Arc<[UnitId]>) -> Self {
        Self { kind, line, owner: None, open: false }
    }

    /// Something that belongs to one person.
    pub fn own(owner: PersonId) -> Self {
        Self { kind: Kind::Own, line: Arc::from([]), owner: Some(owner), open: false }
    }

    /// Something that belongs to the installation and to no unit.
    pub fn central(kind: Kind) -> Self {
        Self { kind, line: Arc::from([]), owner: None, open: true }
    }
}

/// Whether `actor` may do `action` to `on`. The whole policy.
pub fn may(actor: &Actor, action: Action, on: &Target) -> bool {
    if let Actor::Person { read_only: true, .. } = actor
        && !matches!(action, Action::Read | Action::Export | Action::Count)
    {
        return false;
    }
    policy::allows(actor, action, on)
}

/// Whether the policy lets the actor do this to anything at all: where a role of theirs is held, to what belongs to them,
/// or to what hangs on no unit. Who may do it nowhere need not be asked what they meant.
pub fn may_somewhere(actor: &Actor, action: Action, kind: Kind) -> bool {
    let here = |line: Arc<[UnitId]>| {
        let on = Target::internal(kind, line);
        may(actor, action, &on) || may(actor, action, &Target { owner: actor.person(), open: true, ..on })
    };
    actor.held().iter().any(|held| here(Arc::clone(&held.line)))
        || may(actor, action, &Target::central(kind))
        || actor.person().is_some_and(|me| may(actor, action, &Target { kind, ..Target::own(me) }))
}

/// A refusal, and whether the one refused may know that the thing exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Denied {
    /// The actor may see the thing, only not do this to it.
    pub visible: bool,
}

/// A thing with the proof that this actor may do this to it. Every write asks for one.
#[derive(Debug)]
pub struct Granted<T> {
    thing: T,
    by: Author,
    action: Action,
}

/// Checks and gives the thing back with the proof, or says how it was refused.
///
/// # Errors
///
/// [`Denied`] when the policy says no.
pub fn grant<T>(actor: &Actor, action: Action, on: &Target, thing: T) -> Result<Granted<T>, Denied> {
    if may(actor, action, on) {
        Ok(Granted { thing, by: actor.author(), action })
    } else {
        Err(Denied { visible: may(actor, Action::Read, on) })
    }
}

impl<T> Granted<T> {
    /// Who was allowed.
    pub fn by(&self) -> Author {
        self.by
    }

    /// What was allowed.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Gives up the proof and keeps the thing, for reading on.
    pub fn into_inner(self) -> T {
        self.thing
    }

    /// The same proof for something that follows from the thing, such as a changed copy.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Granted<U> {
        Granted { thing: change(self.thing), by: self.by, action: self.action }
    }
}

impl<T> Deref for Granted<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.thing
    }
}

impl<T> DerefMut for Granted<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.thing
    }
}

/// Which things of a kind someone may see in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everything,
    /// What is open, and what is internal to these units: everything below `over`, and the units
    /// in `above` themselves.
    Part {
        /// Whether open things are seen wherever they hang.
        open: bool,
        /// Units whose whole subtree is seen.
        over: Vec<UnitId>,
        /// Units above, seen themselves but not what else hangs below them.
        above: Vec<UnitId>,
    },
}

/// The things of `kind` that `actor` may see, for lists.
pub fn scope(actor: &Actor, kind: Kind) -> Scope {
    policy::scope(actor, kind)
}

#[cfg(test)]
mod tests;
