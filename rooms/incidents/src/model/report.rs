//! A report: what one person has sent in, in their own words, which nobody changes afterwards.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use varde_kernel::{IncidentId, PersonId, ReportId, UnitId, named};

named! {
    /// What sort of thing is reported.
    ReportKind {
        /// Something went wrong and reached someone.
        Incident "incident",
        /// It nearly went wrong.
        NearMiss "near_miss",
        /// Something that can go wrong.
        UnsafeCondition "unsafe_condition",
        /// Someone is worried about how things are done or how someone is.
        Concern "concern",
        /// Something went well, and is worth learning from.
        GoodCare "good_care",
    }
}

named! {
    /// Whether anyone was harmed, as the reporter saw it.
    Harmed {
        /// Someone was.
        Yes "yes",
        /// Nobody was.
        No "no",
        /// It is not known (yet).
        Unknown "unknown",
    }
}

named! {
    /// The one question from which both kind and harm are read, so that a tired person has one thing less to choose.
    Sort {
        /// It went wrong, and someone was harmed.
        Harmed "harmed",
        /// It went wrong, and nobody was harmed.
        Unharmed "unharmed",
        /// It went wrong, and one does not know whether anyone was harmed.
        Unsure "unsure",
        /// It nearly went wrong.
        Nearly "nearly",
        /// Something is unsafe.
        Unsafe "unsafe",
        /// One is worried.
        Worried "worried",
        /// It went well.
        Well "well",
    }
}

impl Sort {
    /// Which kind of report it is, and whether anyone was harmed.
    pub const fn meaning(self) -> (ReportKind, Harmed) {
        match self {
            Self::Harmed => (ReportKind::Incident, Harmed::Yes),
            Self::Unharmed => (ReportKind::Incident, Harmed::No),
            Self::Unsure => (ReportKind::Incident, Harmed::Unknown),
            Self::Nearly => (ReportKind::NearMiss, Harmed::No),
            Self::Unsafe => (ReportKind::UnsafeCondition, Harmed::No),
            Self::Worried => (ReportKind::Concern, Harmed::Unknown),
            Self::Well => (ReportKind::GoodCare, Harmed::No),
        }
    }
}

named! {
    /// Who is to know who sent it in.
    Mode {
        /// Those who handle it.
        Open "open",
        /// Nobody, unless two agree that they must; the reporter sees that they did.
        Confidential "confidential",
        /// Nobody at all.
        Anonymous "anonymous",
    }
}

named! {
    /// By which door it came.
    Entrance {
        /// Someone who works here.
        Staff "staff",
        /// A patient or user.
        Patient "patient",
        /// A next of kin.
        NextOfKin "next_of_kin",
        /// Someone from another organisation.
        Partner "partner",
    }
}

named! {
    /// What else it is about, as plain choices.
    Topic {
        /// Someone who works here was harmed.
        StaffHarm "staff_harm",
        /// Violence or threats.
        Violence "violence",
        /// A medicine was ordered.
        MedicineOrdering "medicine_ordering",
        /// A medicine was dispensed or made ready.
        MedicineDispensing "medicine_dispensing",
        /// A medicine was given.
        MedicineGiving "medicine_giving",
        /// How a medicine worked was followed.
        MedicineMonitoring "medicine_monitoring",
        /// Equipment.
        Equipment "equipment",
        /// A patient moved between units or services.
        Transition "transition",
        /// It happened at a provider under contract.
        ContractedProvider "contracted_provider",
    }
}

named! {
    /// Why someone does not give a name (the eight reasons that the English national system asks for).
    WhyAnonymous {
        /// To save time.
        SaveTime "save_time",
        /// They do not remember how to sign in.
        NoSignIn "no_sign_in",
        /// They see no good in giving it.
        NoBenefit "no_benefit",
        /// They fear what their employer may do.
        FearEmployer "fear_employer",
        /// They fear what another organisation may do.
        FearOther "fear_other",
        /// They fear for their name or career.
        FearCareer "fear_career",
        /// They think of their colleagues.
        Colleagues "colleagues",
        /// Something else.
        Other "other",
    }
}

/// What someone sends in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDraft {
    /// What sort.
    pub kind: ReportKind,
    /// Whether anyone was harmed.
    pub harmed: Harmed,
    /// Who is to know.
    pub mode: Mode,
    /// By which door.
    pub entrance: Entrance,
    /// What happened, in their own words.
    pub what: String,
    /// Where: the unit.
    pub unit: UnitId,
    /// Where more exactly, in words.
    pub place: String,
    /// When.
    pub on: Date,
    /// At what time, as far as they know.
    pub at: Option<Time>,
    /// What was done at once.
    pub done: String,
    /// What else it is about.
    pub topics: Vec<Topic>,
}

/// What someone has sent in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its identity.
    pub id: ReportId,
    /// The incident that it tells of.
    pub incident: IncidentId,
    /// What was sent in.
    pub said: ReportDraft,
    /// Who sent it in openly.
    pub reporter: Option<PersonId>,
    /// The day it came.
    pub received_on: Date,
    /// The instant it came; never for one without a name.
    pub received_at: Option<Timestamp>,
}
