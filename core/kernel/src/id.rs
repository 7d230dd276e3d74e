//! One registry of identities: a typed UUID per kind of thing, so that a plan's id can never be
//! passed where a measure's is wanted.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use uuid::Uuid;

/// A thing that has an identity of its own.
pub trait Named {
    /// The kind as stored in history and search, and as shown in the API.
    const KIND: &'static str;
}

/// The identity of a `K`. Time-ordered (`UUIDv7`) when made with [`Id::at`].
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// Wraps a UUID that came from the database or from a path.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The UUID itself, for the database and the wire.
    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// A new time-ordered id from an instant and ten random bytes, both passed in.
    pub fn at(now: jiff::Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// An id that tells nothing of when it was made, from sixteen random bytes.
    pub const fn random(random: [u8; 16]) -> Self {
        Self::from_uuid(uuid::Builder::from_random_bytes(random).into_uuid())
    }

    /// A stable id made from a code, for content that must get the same id on every machine.
    pub fn from_code(code: &str) -> Self
    where
        K: Named,
    {
        // `UUIDv8` over two FNV-1a hashes: no secret, only "same code, same id".
        let mut bytes = [0_u8; 16];
        let (high, low) = bytes.split_at_mut(8);
        high.copy_from_slice(&fnv1a(0xcbf2_9ce4_8422_2325, K::KIND, code).to_be_bytes());
        low.copy_from_slice(&fnv1a(0x6c62_272e_07bb_0142, K::KIND, code).to_be_bytes());
        Self::from_uuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

fn fnv1a(offset: u64, kind: &str, code: &str) -> u64 {
    kind.bytes()
        .chain([b'/'])
        .chain(code.bytes())
        .fold(offset, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl<K> FromStr for Id<K> {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text).map(Self::from_uuid)
    }
}
impl<K> From<Uuid> for Id<K> {
    fn from(uuid: Uuid) -> Self {
        Self::from_uuid(uuid)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $marker:ident $alias:ident $name:literal;)*) => {
        /// Markers that make ids of different kinds different types.
        pub mod kind {
            $($(#[$doc])* #[derive(Debug)] pub enum $marker {})*
        }
        $(
            $(#[$doc])*
            pub type $alias = Id<kind::$marker>;
            impl Named for kind::$marker {
                const KIND: &'static str = $name;
            }
        )*
    };
}

kinds! {
    /// An organisation unit: nation, trust, ward, municipality …
    Unit UnitId "unit";
    /// A dated change of the organisation: merger, split, move.
    UnitChange UnitChangeId "unit_change";
    /// A step with the organisation whose day has not come.
    PlannedChange PlannedChangeId "planned_change";
    /// An actor of the plans: one organisation or a class of units.
    Actor ActorId "actor";
    /// A person with an account or a seat.
    Person PersonId "person";
    /// A role held by a person on a unit.
    Holding HoldingId "holding";
    /// A signed-in session.
    Session SessionId "session";
    /// A token for the API.
    Token TokenId "token";
    /// A quality indicator.
    Indicator IndicatorId "indicator";
    /// One indicator's values for one unit and stratum.
    Series SeriesId "series";
    /// One value of a series.
    Observation ObservationId "observation";
    /// One version of how a series is charted.
    ChartSpec ChartSpecId "chart_spec";
    /// A note on a point of a chart.
    PointNote PointNoteId "point_note";
    /// A signal: something in a series that is not chance.
    Signal SignalId "signal";
    /// A suggestion that a chart begins a new phase.
    Suggestion SuggestionId "suggestion";
    /// A look at every series at once.
    Scan ScanId "scan";
    /// A source that values come from.
    DataSource DataSourceId "data_source";
    /// A large file on its way in.
    Upload UploadId "upload";
    /// A finding drawn from evidence.
    Finding FindingId "finding";
    /// A measure (tiltak).
    Measure MeasureId "measure";
    /// A step under a measure.
    Activity ActivityId "activity";
    /// A plan or framework.
    Plan PlanId "plan";
    /// A part of a plan: area, instrument, focus area, criterion, challenge …
    Part PartId "part";
    /// A goal of a plan or of a unit.
    Goal GoalId "goal";
    /// One version of a goal's target.
    Target TargetId "target";
    /// An alternative (0, 1, 2) to choose between.
    Alternative AlternativeId "alternative";
    /// A vote on an alternative.
    Vote VoteId "vote";
    /// A step in a unit's yearly wheel.
    WheelStep WheelStepId "wheel_step";
    /// A status round.
    Round RoundId "round";
    /// An answer in a status round.
    Answer AnswerId "answer";
    /// A proposal that is scored.
    Proposal ProposalId "proposal";
    /// A pilot or an initiative.
    Pilot PilotId "pilot";
    /// A task in the responsibility matrix.
    Task TaskId "task";
    /// Who holds a task, with which authority.
    Responsibility ResponsibilityId "responsibility";
    /// A council, network, board or other arena.
    Body BodyId "body";
    /// A seat in a body.
    Seat SeatId "seat";
    /// Someone's time in a seat.
    SeatHolding SeatHoldingId "seat_holding";
    /// A normative document.
    Document DocumentId "document";
    /// A note on a contradiction or gap in the documents.
    Note NoteId "note";
    /// A request that a document be revised.
    RevisionRequest RevisionRequestId "revision_request";
    /// What one person has sent in.
    Report ReportId "report";
    /// What was reported, by one or several, and what is done about it.
    Incident IncidentId "incident";
    /// Something said between reporter and handler.
    Message MessageId "message";
    /// Leave to learn who sent in a report in confidence.
    Disclosure DisclosureId "disclosure";
    /// A background job.
    Job JobId "job";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_code_gives_the_same_id_and_kinds_differ() {
        assert_eq!(PlanId::from_code("plan.nhp"), PlanId::from_code("plan.nhp"));
        assert_ne!(PlanId::from_code("plan.nhp"), PlanId::from_code("plan.akutt"));
        assert_ne!(PlanId::from_code("x").uuid(), GoalId::from_code("x").uuid());
    }

    #[test]
    fn ids_made_later_sort_later() {
        let early = PlanId::at(jiff::Timestamp::from_millisecond(1_000).unwrap(), [9; 10]);
        let late = PlanId::at(jiff::Timestamp::from_millisecond(2_000).unwrap(), [0; 10]);
        assert!(early < late);
        assert_eq!(early.to_string().parse::<PlanId>().unwrap(), early);
    }
}
