//! Findings, measures and activities as data.

use jiff::civil::Date;
pub use varde_kernel::Dimension;
use varde_kernel::{
    ActivityId, ActorId, FindingId, Id, IndicatorId, MeasureId, PartId, Period, PersonId, SeriesId, UnitId, UnitKind,
    Words,
};

varde_kernel::named! {
    /// At which level of the service a measure is done.
    Level {
        /// By the nation, its ministries and authorities.
        National "national",
        /// By a regional health authority.
        Regional "regional",
        /// By trusts, hospitals and what lies in them.
        Specialist "specialist",
        /// By municipalities and their services.
        Municipal "municipal",
        /// By others: providers, centres, organisations.
        Other "other",
    }
}

impl Level {
    /// The level of a unit of this kind.
    pub const fn of(kind: UnitKind) -> Self {
        match kind {
            UnitKind::Nation | UnitKind::Ministry | UnitKind::Authority => Self::National,
            UnitKind::RegionalHealthAuthority => Self::Regional,
            UnitKind::HealthTrust | UnitKind::Hospital | UnitKind::Clinic | UnitKind::Department | UnitKind::Ward => {
                Self::Specialist
            }
            UnitKind::County
            | UnitKind::Municipality
            | UnitKind::MunicipalService
            | UnitKind::NursingHome
            | UnitKind::HomeCare
            | UnitKind::GpPractice
            | UnitKind::OutOfHours => Self::Municipal,
            UnitKind::PrivateProvider
            | UnitKind::CompetenceCentre
            | UnitKind::Organisation
            | UnitKind::Education
            | UnitKind::Other => Self::Other,
        }
    }
}

varde_kernel::named! {
    /// How far a measure has come.
    MeasureState {
        /// Someone has said that it should be done.
        Stated "stated",
        /// It has someone responsible, a date and an expected effect.
        Concrete "concrete",
        /// Work has begun.
        Started "started",
        /// It is part of daily work.
        Running "running",
        /// What was to be done is done.
        Completed "completed",
        /// Its effect has been looked at.
        Evaluated "evaluated",
        /// It was given up, with a reason.
        Stopped "stopped",
    }
}

impl MeasureState {
    /// Whether nothing more is to be done by its date.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Evaluated | Self::Stopped)
    }

    /// Whether work has begun and is not over.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Started | Self::Running)
    }
}

varde_kernel::named! {
    /// Which way the expected effect goes.
    Direction {
        /// The value is to rise.
        Up "up",
        /// The value is to fall.
        Down "down",
        /// The value is to stay where it is.
        Keep "keep",
    }
}

varde_kernel::named! {
    /// How well it is known that the measure works.
    EvidenceLevel {
        /// Nobody has said.
        NotStated "not_stated",
        /// Too little is known.
        Insufficient "insufficient",
        /// Something is known.
        Some "some",
        /// Much is known.
        Strong "strong",
    }
}

varde_kernel::named! {
    /// What an actor does for a measure.
    ActorPart {
        /// Leads it: has a special duty to start it.
        Lead "lead",
        /// Takes part.
        Contributes "contributes",
    }
}

varde_kernel::named! {
    /// Whether an activity goes on already.
    ActivityKind {
        /// It goes on already.
        Ongoing "ongoing",
        /// It is new.
        New "new",
        /// The plan does not say.
        Unspecified "unspecified",
    }
}

varde_kernel::named! {
    /// How far an activity has come.
    ActivityState {
        /// Not begun.
        Planned "planned",
        /// Under way.
        Running "running",
        /// Done.
        Completed "completed",
        /// Given up.
        Stopped "stopped",
    }
}

impl ActivityState {
    /// Whether nothing more is to be done.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Stopped)
    }
}

varde_kernel::named! {
    /// How far a finding has come.
    FindingState {
        /// Nothing answers it yet.
        Open "open",
        /// At least one measure answers it.
        Answered "answered",
        /// Nothing more is to be done about it.
        Closed "closed",
    }
}

varde_kernel::named! {
    /// What a finding rests on.
    EvidenceKind {
        /// Something somebody saw.
        Observation "observation",
        /// Values of a series.
        Series "series",
        /// A report.
        Report "report",
        /// A record review.
        Review "review",
        /// Answers to a survey.
        Survey "survey",
        /// A risk.
        Risk "risk",
        /// An audit or inspection.
        Audit "audit",
        /// A document.
        Document "document",
    }
}

varde_kernel::named! {
    /// What a unit does with a measure that was decided above it.
    Choice {
        /// The unit follows it.
        Chosen "chosen",
        /// The unit leaves it out, with a reason.
        LeftOut "left_out",
    }
}

varde_kernel::named! {
    /// What a leader decided about a measure.
    DecisionKind {
        /// Started although no resources are set aside.
        StartWithoutResources "start_without_resources",
        /// Spread more widely.
        ScaleUp "scale_up",
    }
}

varde_kernel::named! {
    /// What a change of scope touched.
    ScopeField {
        /// What the measure covers.
        Scope "scope",
        /// Its first day.
        Starts "starts",
        /// Its date.
        Due "due",
        /// Hours set aside.
        Hours "resources_hours",
        /// Money set aside.
        Nok "resources_nok",
        /// The year whose budget pays.
        BudgetYear "budget_year",
        /// Resources in words.
        Resources "resources",
        /// The size of the expected effect.
        EffectSize "effect_size",
        /// When the effect is expected.
        EffectBy "effect_by",
    }
}

/// The effect that is expected, said before the work begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// The indicator on which it should show.
    pub indicator: Option<IndicatorId>,
    /// The series on which it should show.
    pub series: Option<SeriesId>,
    /// Which way.
    pub direction: Option<Direction>,
    /// How much, in the indicator's own unit.
    pub size: Option<f64>,
    /// By when.
    pub by: Option<Date>,
    /// In words.
    pub text: Words,
}

impl Effect {
    /// Whether an effect is named: in words, or as a direction on an indicator or series.
    pub fn is_named(&self) -> bool {
        !self.text.is_empty() || (self.direction.is_some() && (self.indicator.is_some() || self.series.is_some()))
    }
}

/// What is set aside for a measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resources {
    /// In words.
    pub text: String,
    /// Hours.
    pub hours: Option<f64>,
    /// Norwegian kroner.
    pub nok: Option<f64>,
    /// The year whose budget pays.
    pub budget_year: Option<i16>,
}

impl Resources {
    /// Whether anything is set aside.
    pub fn are_set(&self) -> bool {
        !self.text.trim().is_empty() || self.hours.is_some_and(|n| 0.0 < n) || self.nok.is_some_and(|n| 0.0 < n)
    }
}

/// The evidence for a measure or an activity: in words, where it can be read, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownBy {
    /// In words.
    pub text: String,
    /// Where it can be read: a page here, or an address outside.
    pub href: Option<String>,
}

impl ShownBy {
    /// Whether anything is said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.href.is_none()
    }
}

/// A measure: what someone undertakes to reach a goal or to answer a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its identity.
    pub id: MeasureId,
    /// Its code in content files.
    pub code: Option<String>,
    /// Its number in its plan.
    pub number: Option<i64>,
    /// The organisation that owns it.
    pub unit: UnitId,
    /// Its name.
    pub title: Words,
    /// What is to be done.
    pub detail: Words,
    /// The problem it is to solve, in a line.
    pub problem: String,
    /// How far it has come.
    pub state: MeasureState,
    /// The actor that leads it.
    pub lead: Option<ActorId>,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// When it was decided.
    pub adopted: Option<Date>,
    /// When work is to begin.
    pub starts: Option<Date>,
    /// When it is to be done.
    pub due: Option<Date>,
    /// When it was completed or stopped.
    pub ended: Option<Date>,
    /// When it was decided to spread it more widely.
    pub scaled_up: Option<Date>,
    /// What it is expected to lead to.
    pub effect: Effect,
    /// What is set aside for it.
    pub resources: Resources,
    /// How well it is known to work.
    pub evidence: EvidenceLevel,
    /// What that rests on.
    pub shown_by: ShownBy,
    /// What came of it, or why it was stopped.
    pub result: String,
    /// Where it was decided.
    pub source: Option<String>,
    /// Whether everyone signed in may see it.
    pub open: bool,
    /// Counts the changes.
    pub version: i64,
}

impl Measure {
    /// A measure that has only been stated.
    pub fn stated(id: MeasureId, unit: UnitId, title: Words) -> Self {
        Self {
            id,
            code: None,
            number: None,
            unit,
            title,
            detail: Words::default(),
            problem: String::new(),
            state: MeasureState::Stated,
            lead: None,
            owner: None,
            adopted: None,
            starts: None,
            due: None,
            ended: None,
            scaled_up: None,
            effect: Effect::default(),
            resources: Resources::default(),
            evidence: EvidenceLevel::NotStated,
            shown_by: ShownBy::default(),
            result: String::new(),
            source: None,
            open: true,
            version: 1,
        }
    }

    /// Whether its date has passed and it is not over.
    pub fn is_overdue(&self, today: Date) -> bool {
        !self.state.is_over() && self.due.is_some_and(|due| due < today)
    }
}

/// What a measure is tied to, and saved with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Actors that take part, in order; the lead is in the measure itself.
    pub contributors: Vec<ActorId>,
    /// Parts of frameworks.
    pub tags: Vec<PartId>,
    /// Marks of good quality.
    pub dimensions: Vec<Dimension>,
    /// Findings that it answers.
    pub findings: Vec<FindingId>,
}

/// An actor of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureActor {
    /// The measure.
    pub measure: MeasureId,
    /// The actor.
    pub actor: ActorId,
    /// What it does.
    pub part: ActorPart,
}

/// A step under a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Its identity.
    pub id: ActivityId,
    /// Its code in content files.
    pub code: Option<String>,
    /// The measure it belongs to.
    pub measure: MeasureId,
    /// Its letter in the plan.
    pub letter: Option<String>,
    /// Its place.
    pub ord: i64,
    /// Its name.
    pub title: Words,
    /// More about it.
    pub detail: Words,
    /// Whether it goes on already.
    pub kind: ActivityKind,
    /// How far it has come.
    pub state: ActivityState,
    /// When work on it is to begin.
    pub starts: Option<Date>,
    /// When it is to be done.
    pub due: Option<Date>,
    /// When it was completed or stopped.
    pub ended: Option<Date>,
    /// The actor that answers for it, when it is another than the measure's.
    pub lead: Option<ActorId>,
    /// Actors that take part, in order.
    pub contributors: Vec<ActorId>,
    /// What is set aside for it.
    pub resources: Resources,
    /// What shows how it goes, or that it is done.
    pub shown_by: ShownBy,
    /// The person who answers for it.
    pub owner: Option<PersonId>,
    /// The unit that does it, when it is another than the measure's.
    pub unit: Option<UnitId>,
    /// The year of the plan that its state was read from, as long as nobody has told of it since.
    pub stated_in: Option<i16>,
    /// Counts the changes.
    pub version: i64,
}

impl Activity {
    /// A new activity that nothing more is known of.
    pub fn planned(id: ActivityId, measure: MeasureId, title: Words) -> Self {
        Self {
            id,
            code: None,
            measure,
            letter: None,
            ord: 0,
            title,
            detail: Words::default(),
            kind: ActivityKind::New,
            state: ActivityState::Planned,
            starts: None,
            due: None,
            ended: None,
            lead: None,
            contributors: Vec::new(),
            resources: Resources::default(),
            shown_by: ShownBy::default(),
            owner: None,
            unit: None,
            stated_in: None,
            version: 1,
        }
    }

    /// Whether its date has passed and it is not over.
    pub fn is_overdue(&self, today: Date) -> bool {
        !self.state.is_over() && self.due.is_some_and(|due| due < today)
    }
}

/// Something concluded from evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its identity.
    pub id: FindingId,
    /// Its code in content files.
    pub code: Option<String>,
    /// The unit it concerns.
    pub unit: UnitId,
    /// The period it concerns.
    pub period: Option<Period>,
    /// What was found, in a line.
    pub title: Words,
    /// What it means.
    pub judgement: String,
    /// How far it has come.
    pub state: FindingState,
    /// Whether everyone signed in may see it.
    pub open: bool,
    /// Counts the changes.
    pub version: i64,
}

/// Anything that Varde holds, whatever its kind.
pub type ThingId = Id<()>;

/// Something a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What sort of thing.
    pub kind: EvidenceKind,
    /// The thing itself, when Varde holds it.
    pub thing: Option<ThingId>,
    /// What it says.
    pub text: String,
    /// Where it can be read.
    pub href: Option<String>,
}

/// What a unit decided about a measure from above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uptake {
    /// The measure.
    pub measure: MeasureId,
    /// The unit.
    pub unit: UnitId,
    /// Follow it or leave it out.
    pub choice: Choice,
    /// Why.
    pub reason: String,
    /// When.
    pub decided: Date,
    /// Counts the changes.
    pub version: i64,
}

/// A change of what a measure or one of its activities covers or may use, with its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeChange {
    /// The activity it concerns, when it is not the whole measure.
    pub activity: Option<ActivityId>,
    /// When.
    pub at: Date,
    /// What it touched.
    pub field: ScopeField,
    /// Why.
    pub cause: String,
    /// What held before.
    pub before: String,
    /// What holds after.
    pub after: String,
    /// Who wrote it down.
    pub author: Option<PersonId>,
}

/// A leader's decision that a rule asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which one.
    pub kind: DecisionKind,
    /// When.
    pub at: Date,
    /// Why.
    pub reason: String,
    /// By whom.
    pub person: Option<PersonId>,
}

/// A part of a framework that measures can be tagged with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The part.
    pub part: PartId,
    /// What sort of part (`instrument`, `focus_area` …).
    pub kind: String,
    /// Its place.
    pub ord: i64,
    /// Its name.
    pub title: Words,
}
