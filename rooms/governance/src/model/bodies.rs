//! Bodies, their seats and who sits in them.

use jiff::civil::Date;
use varde_kernel::{ActorId, BodyId, PersonId, SeatHoldingId, SeatId, UnitId, Words};

varde_kernel::named! {
    /// What sort of body it is.
    BodyKind {
        /// A council.
        Council "council",
        /// A network.
        Network "network",
        /// Another standing body.
        Standing "body",
        /// A meeting place.
        Arena "arena",
        /// A committee.
        Committee "committee",
        /// A working group.
        WorkingGroup "working_group",
    }
}

varde_kernel::named! {
    /// For how much of the service it works.
    Level {
        /// The whole country.
        National "national",
        /// A region.
        Regional "regional",
        /// A trust.
        Enterprise "enterprise",
        /// A municipality.
        Municipal "municipal",
        /// Every level.
        All "all",
    }
}

varde_kernel::named! {
    /// What is known of its composition.
    Composition {
        /// The seats are known.
        Known "known",
        /// Only the groups that take part are known.
        GroupsOnly "groups_only",
        /// Nothing is written about it.
        Missing "missing",
    }
}

varde_kernel::named! {
    /// Whom a seat speaks for.
    Group {
        /// Municipalities.
        Municipal "municipal",
        /// Specialist health services.
        Specialist "specialist",
        /// The directorate.
        Directorate "directorate",
        /// Other public administration.
        Administration "administration",
        /// Competence centres.
        Competence "competence",
        /// Trade unions.
        Union "union",
        /// Patients and users.
        Users "users",
        /// Next of kin.
        NextOfKin "next_of_kin",
        /// Researchers.
        Research "research",
        /// Personnel.
        Personnel "personnel",
        /// Technology and e-health.
        Technology "technology",
        /// Others.
        Other "other",
    }
}

varde_kernel::named! {
    /// In what capacity someone sits.
    SeatRole {
        /// Leads the body.
        Leader "leader",
        /// Leads it when the leader is away.
        DeputyLeader "deputy_leader",
        /// Sits in it.
        Member "member",
        /// Sits when the member is away.
        Substitute "substitute",
    }
}

/// A council, network, board or other place where people meet to advise or decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its identity.
    pub id: BodyId,
    /// Its stable code, when it comes from a document.
    pub code: Option<String>,
    /// What is written about it.
    pub draft: BodyDraft,
    /// How many seats the source prints.
    pub seats_printed: Option<i64>,
    /// How many holders the source prints.
    pub holders_printed: Option<i64>,
    /// Where it was read.
    pub source: String,
    /// Counts its changes.
    pub version: i64,
}

/// What people write about a body.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyDraft {
    /// Its name.
    pub name: Words,
    /// What it is for.
    pub purpose: Words,
    /// What sort.
    pub kind: BodyKind,
    /// For how much of the service.
    pub level: Level,
    /// The unit it belongs to; none for a national body.
    pub unit: Option<UnitId>,
    /// The actor that leads it.
    pub led_by: Option<ActorId>,
    /// The actor that set it up.
    pub established_by: Option<ActorId>,
    /// The body it took over from.
    pub succeeds: Option<BodyId>,
    /// What is known of who sits in it.
    pub composition: Composition,
    /// Groups that must have a seat.
    pub required: Vec<Group>,
    /// More than this share of the filled seats must be present, in per cent.
    pub quorum_percent: i64,
}

/// A place in a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Its identity.
    pub id: SeatId,
    /// The body.
    pub body: BodyId,
    /// Where it stands in the list.
    pub ord: i64,
    /// What is written about it.
    pub draft: SeatDraft,
    /// Whether the source prints a holder; none when it says nothing.
    pub printed_holder: Option<bool>,
    /// Counts its changes.
    pub version: i64,
    /// Who sits or has sat in it, newest first.
    pub holdings: Vec<SeatHolding>,
}

/// What people write about a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatDraft {
    /// Who appoints to it.
    pub appointed_by: Option<ActorId>,
    /// Whom it speaks for.
    pub group: Group,
    /// Takes part without a vote.
    pub observer: bool,
    /// Is listed, but nobody appoints to it.
    pub not_appointed: bool,
    /// What else is said of it.
    pub label: Words,
}

/// Someone's time in a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatHolding {
    /// Its identity.
    pub id: SeatHoldingId,
    /// The seat.
    pub seat: SeatId,
    /// Who, in what capacity, from when until when.
    pub draft: HoldingDraft,
    /// Counts its changes.
    pub version: i64,
}

/// Who sits, in what capacity, from when until when.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldingDraft {
    /// The person, when the register knows them.
    pub person: Option<PersonId>,
    /// The name, as long as it may be kept.
    pub name: Option<String>,
    /// In what capacity.
    pub role: SeatRole,
    /// Where the person works.
    pub organisation: String,
    /// Whether the name may be shown to everyone who is signed in.
    pub public: bool,
    /// The first day.
    pub from: Date,
    /// The first day on which the person no longer sits.
    pub to: Option<Date>,
}
