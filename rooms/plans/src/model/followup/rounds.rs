//! Status rounds: what is asked of whom, and what they answer.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{ActivityId, AnswerId, MeasureId, Period, PersonId, PlanId, RoundId, UnitId, Words};

varde_kernel::named! {
    /// How a measure or an activity stands, as its owner sees it.
    Status {
        /// Nothing has been begun.
        NotStarted "not_started",
        /// As planned.
        Green "green",
        /// Something keeps it from going as planned.
        Yellow "yellow",
        /// It does not go as planned.
        Red "red",
        /// Done.
        Done "done",
    }
}

varde_kernel::named! {
    /// Whether a round takes answers.
    RoundState {
        /// It does.
        Open "open",
        /// It does no longer.
        Closed "closed",
    }
}

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A measure of the plan.
    Measure(MeasureId),
    /// An activity under a measure.
    Activity(ActivityId),
}

impl Thing {
    /// Its kind in the database and the API.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Measure(_) => "measure",
            Self::Activity(_) => "activity",
        }
    }

    /// Its id as text.
    pub fn id(self) -> String {
        match self {
            Self::Measure(id) => id.to_string(),
            Self::Activity(id) => id.to_string(),
        }
    }
}

/// A status round of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The plan.
    pub plan: PlanId,
    /// The unit that holds the round: the plan's owner.
    pub unit: UnitId,
    /// Its name ("First quarter").
    pub name: String,
    /// From which day one can answer.
    pub opens: Date,
    /// By which day answers are wanted.
    pub due: Date,
    /// Which period it speaks of.
    pub period: Option<Period>,
    /// Whether it takes answers.
    pub state: RoundState,
    /// Counts the changes.
    pub version: i64,
}

/// What people write when they open a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundDraft {
    /// Its name.
    pub name: String,
    /// From which day one can answer.
    pub opens: Date,
    /// By which day answers are wanted.
    pub due: Date,
    /// Which period it speaks of.
    pub period: Option<Period>,
}

/// Something to ask about, and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// A measure or an activity.
    pub thing: Thing,
    /// The unit that answers.
    pub unit: UnitId,
    /// Its number in the plan ("2 b").
    pub number: String,
    /// Its name when the round opened.
    pub name: Words,
}

/// One thing asked about in a round, with the answer when there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// The round.
    pub round: RoundId,
    /// What is asked about.
    pub item: Item,
    /// How it stands; nothing until someone has answered.
    pub status: Option<Status>,
    /// What deviates from the plan.
    pub deviation: String,
    /// What may go wrong.
    pub risk: String,
    /// What has been decided.
    pub decision: String,
    /// When it was answered.
    pub at: Option<Timestamp>,
    /// By whom.
    pub by: Option<PersonId>,
    /// Counts the changes.
    pub version: i64,
}

/// What was said of a thing in a round before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The round's name.
    pub round: String,
    /// Which period it spoke of.
    pub period: Option<Period>,
    /// What was said.
    pub said: AnswerDraft,
}

/// What the latest round that asked about a measure was told, of it and of its activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTold {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub name: String,
    /// Which period it spoke of.
    pub period: Option<Period>,
    /// What was asked about, with what was answered.
    pub answers: Vec<Answer>,
}

/// By when a thing is to be done, and what of it is late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// Its date.
    pub due: Option<Date>,
    /// Whether that has passed.
    pub is_overdue: bool,
    /// How many activities under it are past their date.
    pub n_late: usize,
}

/// What someone says about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDraft {
    /// How it stands.
    pub status: Status,
    /// What deviates from the plan.
    pub deviation: String,
    /// What may go wrong.
    pub risk: String,
    /// What has been decided.
    pub decision: String,
}
