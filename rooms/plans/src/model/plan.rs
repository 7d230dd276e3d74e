//! Plans, their owners, parts and relations.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{ActorId, MeasureId, PartId, PersonId, PlanId, UnitId, Words};

varde_kernel::named! {
    /// What sort of plan it is. Frameworks are plans too: their parts are tags for local work.
    PlanKind {
        /// An action plan with goals and measures.
        ActionPlan "action_plan",
        /// A framework: vision, goals, instruments and focus areas.
        Framework "framework",
        /// A strategy.
        Strategy "strategy",
        /// A development plan of a trust or region.
        DevelopmentPlan "development_plan",
        /// Professional advice.
        ProfessionalAdvice "professional_advice",
        /// The report of a working group.
        WorkingGroupReport "working_group_report",
        /// The yearly plan of a unit.
        UnitPlan "unit_plan",
        /// A template: chapters that plans made from it must have, with guidance in each.
        Template "template",
    }
}

impl PlanKind {
    /// Whether a unit sets its own priorities in such a plan, within what comes from above.
    pub const fn sets_local_priorities(self) -> bool {
        matches!(self, Self::UnitPlan | Self::DevelopmentPlan)
    }
}

varde_kernel::named! {
    /// How far a plan has come.
    PlanState {
        /// Being written.
        Draft "draft",
        /// Sent to its owners; not all of them have approved this version.
        Awaiting "awaiting",
        /// Approved by all its owners.
        Adopted "adopted",
        /// Over.
        Closed "closed",
    }
}

varde_kernel::named! {
    /// Whether the plan binds those it speaks to.
    Binding {
        /// It guides.
        Guiding "guiding",
        /// It binds.
        Bind "binding",
    }
}

varde_kernel::named! {
    /// How a plan stands to another.
    RelationKind {
        /// Takes its place.
        Replaces "replaces",
        /// Stands on it.
        BuildsOn "builds_on",
        /// Leaves out what the other covers.
        DelimitedBy "delimited_by",
        /// Takes something in by reference; the other still owns it.
        Includes "includes",
        /// Serves the other's aims.
        Supports "supports",
    }
}

varde_kernel::named! {
    /// What sort of part it is.
    PartKind {
        /// A driver: what must change for the goals to be reached.
        Area "area",
        /// An instrument of a framework.
        Instrument "instrument",
        /// A focus area.
        FocusArea "focus_area",
        /// A criterion for choosing.
        Criterion "criterion",
        /// A challenge that measures answer.
        Challenge "challenge",
        /// A link of the treatment chain.
        ChainLink "chain_link",
        /// A piece of advice.
        Advice "advice",
        /// A rule for how the plan is carried out.
        Rule "rule",
        /// A chapter; mandatory ones must be written before the plan is adopted.
        Chapter "chapter",
        /// A lasting structure that is to be in place.
        Structure "structure",
        /// A heading that goals or measures stand under.
        Heading "heading",
        /// A group of other parts.
        Group "group",
        /// A dimension of quality.
        Dimension "dimension",
        /// A level at which behaviour has to change: a person, an organisation, the system.
        BehaviourLevel "behaviour_level",
        /// A part of the yearly status report.
        StatusReportPart "status_report_part",
    }
}

impl PartKind {
    /// Whether a measure can hang on such a part.
    pub const fn carries_measures(self) -> bool {
        matches!(
            self,
            Self::Area
                | Self::Instrument
                | Self::FocusArea
                | Self::Heading
                | Self::Group
                | Self::Chapter
                | Self::ChainLink
                | Self::Challenge
        )
    }

    /// Whether local work can be tagged with such a part.
    pub const fn is_tag(self) -> bool {
        matches!(self, Self::Area | Self::Instrument | Self::FocusArea | Self::Challenge | Self::Dimension)
    }
}

varde_kernel::named! {
    /// The two halves of the service.
    Service {
        /// Hospitals, and those who own them.
        Specialist "specialist",
        /// What municipalities give.
        Municipal "municipal",
    }
}

/// Where something is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Key of the document.
    pub document: Option<String>,
    /// Place in it.
    pub place: Option<String>,
}

impl Source {
    /// Document and place in one line, with the document's key; nothing when neither is known.
    pub fn text(&self) -> Option<String> {
        let parts: Vec<&str> = [self.document.as_deref(), self.place.as_deref()].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    }
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its identity.
    pub id: PlanId,
    /// Its stable code in content; plans made here have none.
    pub code: Option<String>,
    /// What sort of plan it is.
    pub kind: PlanKind,
    /// Everything that people edit on its first page.
    pub said: PlanText,
    /// The first owner, on whose unit the plan hangs.
    pub unit: UnitId,
    /// How far it has come.
    pub state: PlanState,
    /// Number of the version that owners approve.
    pub version_no: i64,
    /// The plan it took over from.
    pub predecessor: Option<PlanId>,
    /// Who asked for it.
    pub commissioned_by: Option<ActorId>,
    /// What is known of the owners beside the list.
    pub owner_note: Words,
    /// Where it comes from.
    pub source: Source,
    /// Whether everyone signed in may read it.
    pub open: bool,
    /// Grows with every change.
    pub version: i64,
}

/// What people write about a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanText {
    /// Name.
    pub name: Words,
    /// What it wants the world to be like.
    pub vision: Words,
    /// What it is for.
    pub purpose: Words,
    /// Whom it speaks to.
    pub target_group: Words,
    /// How it is followed up.
    pub follow_up: Words,
    /// With what means.
    pub resources: Words,
    /// What it covers.
    pub scope: Words,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// What is known of the period beside the days.
    pub period_note: Words,
    /// Whether it binds.
    pub binding: Option<Binding>,
    /// Inside which legal frame.
    pub binding_note: Words,
}

/// An owner of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The unit that owns it.
    pub unit: UnitId,
    /// Which version it has approved.
    pub approved_version: Option<i64>,
    /// When; unknown for plans that were published before they came here.
    pub approved_at: Option<Timestamp>,
    /// By whom.
    pub approved_by: Option<PersonId>,
}

/// How a plan stands to something else.
#[derive(Clone, Debug)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// The other plan, when it is one that is held here.
    pub other: Option<PlanId>,
    /// Name of the other.
    pub name: Words,
    /// More about it.
    pub note: Words,
    /// The other plan's state, when it is held here: what is included by reference shows how it
    /// stands with its owner.
    pub other_state: Option<PlanState>,
}

/// A part of a plan.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its identity.
    pub id: PartId,
    /// The plan.
    pub plan: PlanId,
    /// Its stable code in content.
    pub code: Option<String>,
    /// What sort of part.
    pub kind: PartKind,
    /// Its place among those of its kind.
    pub ord: i64,
    /// The part it belongs under.
    pub parent: Option<PartId>,
    /// Name.
    pub name: Words,
    /// Text.
    pub text: Words,
    /// The actor it speaks to.
    pub actor: Option<ActorId>,
    /// Further facts as JSON, for display only.
    pub attributes: String,
    /// Must be written before the plan is adopted.
    pub mandatory: bool,
    /// For a structure: it is in place.
    pub done: bool,
    /// For a criterion: how much it counts when proposals are scored; `None` counts as 1.
    pub weight: Option<f64>,
    /// The chapter of a template that it was made from, which says what should stand in it.
    pub guide: Option<PartId>,
    /// For a focus area: the half of the service that it concerns, when it is one alone.
    pub service: Option<Service>,
    /// Where it is said.
    pub source: Source,
    /// Grows with every change.
    pub version: i64,
}

/// A date that the plan names, or a step of how it came about.
#[derive(Clone, Debug)]
pub struct PlanDate {
    /// True for what has happened on the way to the plan, false for a deadline it sets.
    pub past: bool,
    /// The day, when given.
    pub date: Option<Date>,
    /// The year, when only that is given.
    pub year: Option<i64>,
    /// How often, when it comes again.
    pub cadence: Option<String>,
    /// What.
    pub name: Words,
}

/// A measure's place in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// The part it serves.
    pub part: Option<PartId>,
}

/// What a list shows of a plan.
#[derive(Clone, Debug)]
pub struct PlanLine {
    /// The plan.
    pub id: PlanId,
    /// Its name.
    pub name: Words,
    /// What sort of plan.
    pub kind: PlanKind,
    /// First owner's unit.
    pub unit: UnitId,
    /// How far it has come.
    pub state: PlanState,
    /// Whether somebody owns it, as far as is known.
    pub is_owned: bool,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// How many goals it has.
    pub n_goals: i64,
    /// How many measures.
    pub n_measures: i64,
}
