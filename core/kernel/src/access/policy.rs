//! The tables. Each kind says which roles, held on the thing's unit or above it, may do what;
//! the rest is said in words beside it.

use super::{Action, Actor, Kind, Role, Scope, System, Target};
use Action::{Answer, Approve, Count, Create, Edit, Export, Read};
use Role::{Administrator, BoardMember, Planner, PrivacyOfficer, QualityAdviser, Staff, TopLeader, UnitLeader};

/// Roles that belong to a unit's own people, in whatever capacity.
const ANYONE_THERE: &[Role] = Role::ALL;
/// Those who answer for or help with a unit's daily quality work.
const LEADERS: &[Role] = &[UnitLeader, QualityAdviser, Planner, TopLeader];
/// Those who make plans.
const PLANNERS: &[Role] = &[Planner, TopLeader];
/// Those who decide with the unit's authority.
const DECIDERS: &[Role] = &[TopLeader];
/// Those who run the installation for a unit.
const ADMINISTRATORS: &[Role] = &[Administrator];
/// Those who work with a unit's results, and may know what lies behind them however few it concerns.
const INSIDERS: &[Role] = &[Staff, UnitLeader, QualityAdviser, Planner, TopLeader, BoardMember];
/// Nobody by role.
const NOBODY: &[Role] = &[];

/// The roles that may do `action` to a thing of `kind` when held on its unit or above.
#[expect(clippy::match_same_arms, reason = "one kind after the other, so that each can be read and changed alone")]
pub(super) fn roles(kind: Kind, action: Action) -> &'static [Role] {
    match (kind, action) {
        (Kind::Unit, Read | Export) => ANYONE_THERE,
        (Kind::Unit, Create | Edit | Approve) => ADMINISTRATORS,

        (Kind::Person, Read) => &[UnitLeader, QualityAdviser, TopLeader, Administrator, PrivacyOfficer],
        (Kind::Person, Create | Edit) => ADMINISTRATORS,
        (Kind::Person, Export) => &[Administrator, PrivacyOfficer],

        (Kind::Holding, Read | Export) => ANYONE_THERE,
        (Kind::Holding, Create | Edit) => ADMINISTRATORS,

        // Each sees who has looked up oneself; all of it is for the one who watches over privacy.
        (Kind::Lookup, Read) => &[PrivacyOfficer],

        (Kind::Indicator, Read | Export) => ANYONE_THERE,
        // A ward leader may propose and try out an indicator of their own; adopting takes authority.
        (Kind::Indicator, Create | Edit) => &[UnitLeader, QualityAdviser, Planner],
        (Kind::Indicator, Approve) => DECIDERS,

        (Kind::Series, Read | Export) => INSIDERS,
        (Kind::Series, Create | Edit | Answer) => LEADERS,
        // Everyone else sees the published table alone (ADR 0023).
        (Kind::Series, Count) => INSIDERS,

        (Kind::ChartSpec | Kind::PointNote, Read | Export) => ANYONE_THERE,
        (Kind::ChartSpec | Kind::PointNote, Create | Edit) => LEADERS,

        // Varde raises signals; people say what is behind them. A signal in a series of which something is kept
        // back is for those inside.
        (Kind::Signal, Read | Export) => INSIDERS,
        (Kind::Signal, Answer) => LEADERS,

        (Kind::Scan, Read | Export) => INSIDERS,
        (Kind::Scan, Create) => &[QualityAdviser, Planner, TopLeader],

        (Kind::DataSource, Read | Export) => ANYONE_THERE,
        (Kind::DataSource, Create | Edit) => &[QualityAdviser, Planner],

        (Kind::Finding | Kind::Measure | Kind::Goal | Kind::Pilot, Read | Export) => ANYONE_THERE,
        (Kind::Finding | Kind::Measure | Kind::Goal | Kind::Pilot, Create | Edit | Answer) => LEADERS,
        (Kind::Finding | Kind::Measure | Kind::Goal | Kind::Pilot, Approve) => &[UnitLeader, TopLeader],

        (Kind::Plan, Read | Export) => ANYONE_THERE,
        (Kind::Plan, Create | Edit) => PLANNERS,
        (Kind::Plan, Answer) => LEADERS,
        (Kind::Plan, Approve) => DECIDERS,

        (Kind::Alternative, Read | Export) => ANYONE_THERE,
        (Kind::Alternative, Create | Edit) => PLANNERS,
        (Kind::Alternative, Answer) => &[BoardMember, TopLeader],
        (Kind::Alternative, Approve) => DECIDERS,

        (Kind::Wheel, Read | Export) => ANYONE_THERE,
        (Kind::Wheel, Create | Edit | Answer) => LEADERS,
        (Kind::Wheel, Approve) => &[UnitLeader, TopLeader],

        (Kind::Round, Read | Export) => ANYONE_THERE,
        (Kind::Round, Create | Edit) => PLANNERS,
        (Kind::Round, Answer) => LEADERS,
        (Kind::Round, Approve) => &[UnitLeader, TopLeader],

        // Any employee can propose an improvement; scoring is for those who lead or sit on the board.
        (Kind::Proposal, Read | Export | Create) => ANYONE_THERE,
        (Kind::Proposal, Edit) => LEADERS,
        (Kind::Proposal, Answer) => &[UnitLeader, QualityAdviser, Planner, TopLeader, BoardMember],
        (Kind::Proposal, Approve) => &[UnitLeader, TopLeader],

        (Kind::Task, Read | Export) => ANYONE_THERE,
        (Kind::Task, Create | Edit) => LEADERS,
        (Kind::Task, Approve) => &[UnitLeader, TopLeader],

        (Kind::Body, Read | Export) => ANYONE_THERE,
        (Kind::Body, Create | Edit) => PLANNERS,

        (Kind::Document, Read | Export) => ANYONE_THERE,
        (Kind::Document, Create | Edit) => &[QualityAdviser, Planner],
        (Kind::Document, Approve) => DECIDERS,

        // Anyone sends in, also without signing in, and follows what they sent; see `open_to_anyone` and `allows`.
        (Kind::Report | Kind::Receipt, _) => NOBODY,
        // What people have said in trust is for those who can do something about it.
        (Kind::Incident, Read) => &[UnitLeader, QualityAdviser, TopLeader],
        (Kind::Incident, Edit | Answer) => &[UnitLeader, QualityAdviser],
        (Kind::Incident, Approve) => &[UnitLeader, QualityAdviser, TopLeader],
        (Kind::Incident, Export) => &[QualityAdviser, TopLeader],
        // One asks and another agrees before anyone learns who it was, and then only the one who asked.
        (Kind::Reporter, Create) => &[UnitLeader, QualityAdviser],
        (Kind::Reporter, Approve) => &[TopLeader, PrivacyOfficer],

        (Kind::History, Read) => &[UnitLeader, QualityAdviser, Planner, TopLeader, Administrator, PrivacyOfficer],
        (Kind::History, Export) => &[PrivacyOfficer],

        (Kind::System, Read) => &[Administrator, PrivacyOfficer],
        (Kind::System, Edit) => ADMINISTRATORS,

        // One's own things follow ownership alone; see `allows`.
        (Kind::Own, _) => NOBODY,
        // What is not said above is not done.
        _ => NOBODY,
    }
}

/// Kinds of which published things are read by everyone who is signed in, wherever they work:
/// openness about goals and results is the rule, and drafts are the exception.
pub(super) const fn open_to_signed_in(kind: Kind) -> bool {
    match kind {
        Kind::Unit
        | Kind::Holding
        | Kind::Indicator
        | Kind::Series
        | Kind::ChartSpec
        | Kind::Signal
        | Kind::PointNote
        | Kind::Scan
        | Kind::DataSource
        | Kind::Finding
        | Kind::Measure
        | Kind::Plan
        | Kind::Goal
        | Kind::Alternative
        | Kind::Wheel
        | Kind::Round
        | Kind::Pilot
        | Kind::Task
        | Kind::Body
        | Kind::Document => true,
        Kind::Person
        | Kind::Own
        | Kind::Lookup
        | Kind::Proposal
        | Kind::Report
        | Kind::Receipt
        | Kind::Incident
        | Kind::Reporter
        | Kind::History
        | Kind::System => false,
    }
}

/// What nobody needs to sign in for: sending in a report, and reading and writing on one whose receipt one holds.
pub(super) const fn open_to_anyone(kind: Kind, action: Action) -> bool {
    matches!((kind, action), (Kind::Report, Create) | (Kind::Receipt, Read | Answer))
}

/// What someone may do to a thing because it belongs to them: one's own proposal or report, what one has asked
/// to learn of a reporter.
pub(super) const fn own_may(kind: Kind, action: Action) -> bool {
    matches!(
        (kind, action),
        (Kind::Own, _) | (Kind::Proposal, Read | Edit) | (Kind::Report, Read | Answer) | (Kind::Reporter, Read)
    )
}

/// Kinds whose drafts are seen by those above and below the unit too, not only by those who hold
/// a role over it: a ward sees what its trust is preparing.
pub(super) const fn drafts_seen_in_line(kind: Kind) -> bool {
    matches!(kind, Kind::Plan | Kind::Goal | Kind::Measure | Kind::Round | Kind::Alternative | Kind::Proposal)
}

pub(super) fn allows(actor: &Actor, action: Action, on: &Target) -> bool {
    match actor {
        _ if open_to_anyone(on.kind, action) => true,
        Actor::Anonymous => false,
        Actor::System(system) => system_may(*system, action, on.kind),
        Actor::Person { person, held, .. } => {
            // One's own things are one's own, whatever roles one holds.
            if on.owner == Some(*person) {
                match on.kind {
                    Kind::Own | Kind::Proposal => return own_may(on.kind, action),
                    _ if own_may(on.kind, action) => return true,
                    _ => {}
                }
            }
            let central = on.line.is_empty();
            let by_role = roles(on.kind, action).iter().any(|role| {
                // What hangs on no unit is run by whoever holds the role anywhere.
                if central { held.iter().any(|h| h.role == *role) } else { actor.holds(*role, &on.line) }
            });
            by_role
                || (matches!(action, Read | Export) && on.open && open_to_signed_in(on.kind))
                || (action == Read && drafts_seen_in_line(on.kind) && actor.near(&on.line))
        }
    }
}

/// What Varde itself does without a person.
pub(super) const fn system_may(system: System, action: Action, kind: Kind) -> bool {
    match system {
        // The two loaders and the console build everything up, and touch nobody's own settings.
        System::Content | System::Demo | System::Console => !matches!(kind, Kind::Own),
        // The worker reads, sends reminders, cleans up, and says what charts show; it decides nothing.
        System::Worker => {
            matches!(action, Read)
                || matches!((kind, action), (Kind::Series, Count))
                || matches!((kind, action), (Kind::History | Kind::System, Edit))
                || matches!((kind, action), (Kind::Signal | Kind::Incident, Edit) | (Kind::Signal | Kind::Scan, Create))
        }
    }
}

pub(super) fn scope(actor: &Actor, kind: Kind) -> Scope {
    match actor {
        Actor::System(system) if system_may(*system, Read, kind) => Scope::Everything,
        Actor::System(_) | Actor::Anonymous => Scope::Part { open: false, over: Vec::new(), above: Vec::new() },
        Actor::Person { held, .. } => {
            let readers = roles(kind, Read);
            let mut over: Vec<_> =
                held.iter().filter(|held| readers.contains(&held.role)).map(|held| held.unit).collect();
            let mut above: Vec<_> = if drafts_seen_in_line(kind) {
                held.iter().flat_map(|held| held.line.iter().copied()).collect()
            } else {
                Vec::new()
            };
            for units in [&mut over, &mut above] {
                units.sort_unstable();
                units.dedup();
            }
            // `near` also lets someone below see drafts; someone over sees them by role or line.
            if drafts_seen_in_line(kind) {
                over.extend(held.iter().map(|held| held.unit));
                over.sort_unstable();
                over.dedup();
            }
            Scope::Part { open: open_to_signed_in(kind), over, above }
        }
    }
}

const _: () = assert!(Staff as u8 == 0, "the printed policy lists staff first");
