//! An incident: what one or several reports tell of, and how far it has come.

use jiff::civil::Date;
use varde_kernel::{IncidentId, PersonId, UnitId, named};

use super::{Entrance, Mode, ReportKind};

named! {
    /// How far an incident has come.
    State {
        /// It has come in, and nobody has begun on it.
        Received "received",
        /// Someone finds out what it is and how serious.
        Triage "triage",
        /// Which duties to notify it raises is decided.
        Duties "duties",
        /// What lay behind is looked into.
        Analysis "analysis",
        /// What is to be done is decided.
        Measures "measures",
        /// What was done is waited for, to see whether it works.
        Effect "effect",
        /// It is done, and the reporter has been answered.
        Closed "closed",
        /// It tells of the same event as another, and goes on there.
        Joined "joined",
    }
}

named! {
    /// What can be done to move it on.
    Step {
        /// Begin on it.
        Take "take",
        /// Say how serious it is, and how thoroughly it is to be looked into.
        Assess "assess",
        /// Every duty to notify is decided.
        SettleDuties "settle_duties",
        /// Say what was learnt.
        FinishAnalysis "finish_analysis",
        /// Measures are decided, or why there are none.
        DecideMeasures "decide_measures",
        /// Answer the reporter and close.
        Close "close",
        /// Begin again, with the reason.
        Reopen "reopen",
    }
}

named! {
    /// How much someone was harmed in the end.
    Harm {
        /// Not at all.
        None "none",
        /// A little, for a short time.
        Mild "mild",
        /// So that something had to be done, or for long.
        Moderate "moderate",
        /// Gravely: life was in danger, or a great loss for good.
        Severe "severe",
        /// They died.
        Death "death",
    }
}

impl Harm {
    /// Whether it is serious in the sense of the duties to notify.
    pub const fn is_serious(self) -> bool {
        match self {
            Self::Severe | Self::Death => true,
            Self::None | Self::Mild | Self::Moderate => false,
        }
    }
}

named! {
    /// How thoroughly it is looked into: no more than it is worth.
    AnalysisLevel {
        /// Not further; with the reason.
        None "none",
        /// Those who were there talk it through.
        Huddle "huddle",
        /// An event analysis, with a team.
        Event "event",
        /// Many of the same sort together.
        Thematic "thematic",
    }
}

named! {
    /// Why nothing is done. That it was a known complication or a foreseeable risk is no reason: such events are
    /// what there is most to learn from.
    NoMeasures {
        /// What is in place already answers it.
        AlreadyInPlace "already_in_place",
        /// It is followed with others of its sort.
        FollowedTogether "followed_together",
        /// It is for another organisation, which has been told.
        ForAnother "for_another",
        /// There was nothing that could have been done otherwise.
        NothingToChange "nothing_to_change",
    }
}

/// What was reported, and what is done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its identity.
    pub id: IncidentId,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// What sort it is.
    pub kind: ReportKind,
    /// How far it has come.
    pub state: State,
    /// What those who handle it call it; at first the beginning of what was said.
    pub title: String,
    /// The most guarded way in which a report of it came: what is asked of the reporter follows from it.
    pub mode: Mode,
    /// By which door the first report came.
    pub entrance: Entrance,
    /// Who handles it.
    pub handler: Option<PersonId>,
    /// How much someone was harmed; unknown until it has been assessed.
    pub harm: Option<Harm>,
    /// How much someone could well have been harmed.
    pub potential: Option<Harm>,
    /// How thoroughly it is looked into.
    pub level: Option<AnalysisLevel>,
    /// What was learnt.
    pub learning: String,
    /// Why nothing is done.
    pub no_measures: Option<NoMeasures>,
    /// Whether the unit above has been asked to step in.
    pub escalated: bool,
    /// When it happened.
    pub happened_on: Date,
    /// The day the first report came.
    pub received_on: Date,
    /// When what it waits for is due.
    pub due_on: Option<Date>,
    /// When the reporter was answered.
    pub answered_on: Option<Date>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// What the reporter was answered.
    pub answer: String,
    /// The incident that it was joined to.
    pub joined_to: Option<IncidentId>,
    /// Counts up with every change.
    pub version: i64,
}

impl Incident {
    /// Whether it is serious: someone was gravely harmed, or could well have been.
    pub fn is_serious(&self) -> bool {
        [self.harm, self.potential].into_iter().flatten().any(Harm::is_serious)
    }
}
