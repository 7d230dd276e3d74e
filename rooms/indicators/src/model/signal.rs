//! Signals: what in a series is not chance, and what people made of it.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::Author;
use varde_kernel::{FindingId, IndicatorId, MeasureId, Period, SeriesId, SignalId, UnitId};
use varde_spc::{Kind, Rule, RuleSet, Way};

use super::Direction;

varde_kernel::named! {
    /// How far a signal has come.
    SignalState {
        /// Nobody has looked at it.
        New "new",
        /// Somebody has looked at it.
        Seen "seen",
        /// Its cause is known.
        Explained "explained",
        /// A measure answers it.
        Measure "measure",
        /// Somebody who knows the unit says that there is nothing behind it.
        FalseAlarm "false_alarm",
        /// Nothing more is to be done about it.
        Closed "closed",
    }
}

impl SignalState {
    /// Whether someone still has to say what it means.
    pub const fn waits(self) -> bool {
        matches!(self, Self::New | Self::Seen)
    }
}

varde_kernel::named! {
    /// What a signal turned out to be.
    Verdict {
        /// There was a cause.
        Explained "explained",
        /// There was a cause, and a measure answers it.
        Measure "measure",
        /// There was nothing behind it.
        FalseAlarm "false_alarm",
        /// The values were corrected, and it was gone.
        Vanished "vanished",
    }
}

varde_kernel::named! {
    /// What made Varde raise a signal.
    Raised {
        /// New or corrected values in the series.
        Values "values",
        /// A look at every series at once.
        Scan "scan",
    }
}

/// One signal: one cause in one series, however many points and rules tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// Its identity.
    pub id: SignalId,
    /// The series.
    pub series: SeriesId,
    /// The indicator of the series.
    pub indicator: IndicatorId,
    /// The unit of the series.
    pub unit: UnitId,
    /// What the chart saw.
    pub cause: Cause,
    /// The chart it was seen in: version of the chart, kind, rule set, version of the definition.
    pub chart: Pinned,
    /// What made Varde look.
    pub raised: Raised,
    /// When it was raised.
    pub at: Timestamp,
    /// How far it has come.
    pub state: SignalState,
    /// What it turned out to be, once somebody has said.
    pub verdict: Option<Verdict>,
    /// What was said.
    pub comment: String,
    /// When it came to its state.
    pub state_at: Timestamp,
    /// Who brought it there.
    pub state_by: Option<Author>,
    /// By when someone is to comment on it.
    pub due: Option<Date>,
    /// The finding that was drawn from it.
    pub finding: Option<FindingId>,
    /// The measure that answers it.
    pub measure: Option<MeasureId>,
    /// How many times it has been changed.
    pub version: i64,
}

/// The chart that a signal was seen in, so that it can be shown again as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The version of the chart; 0 when nobody had decided on one.
    pub spec: i64,
    /// Which chart.
    pub kind: Kind,
    /// By which rules.
    pub rules: RuleSet,
    /// The version of the definition.
    pub definition: i64,
}

/// What a chart saw, put together when several rules tell of the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The rule that says most: the first of those that fired.
    pub rule: Rule,
    /// All rules that fired.
    pub rules: Vec<Rule>,
    /// Which way; none for patterns that go both.
    pub way: Option<Way>,
    /// The first period of the pattern.
    pub first: Period,
    /// The last period of the pattern.
    pub last: Period,
    /// Probability of something as odd when nothing has happened, where a rule is a test.
    pub p_value: Option<f64>,
}

impl Cause {
    /// Whether two speak of the same thing: the same way, in periods that meet or follow each other.
    pub fn is_same(&self, other: &Self) -> bool {
        let reaches = |one: &Self, two: &Self| {
            let after = one.last.following().unwrap_or(one.last);
            two.first.start() <= after.start().max(one.last.end())
        };
        self.way == other.way && reaches(self, other) && reaches(other, self)
    }

    /// Whether it is a change for the better, for the worse, or neither.
    pub fn meaning(&self, direction: Direction) -> Meaning {
        Meaning::of(self.way, direction)
    }
}

impl Meaning {
    /// What going one way means where one of them is better.
    pub const fn of(way: Option<Way>, direction: Direction) -> Self {
        match (way, direction) {
            (Some(Way::Up), Direction::Up) | (Some(Way::Down), Direction::Down) => Self::Better,
            (Some(Way::Up), Direction::Down) | (Some(Way::Down), Direction::Up) => Self::Worse,
            _ => Self::Changed,
        }
    }
}

varde_kernel::named! {
    /// What a signal means for those it concerns.
    Meaning {
        /// For the better.
        Better "better",
        /// For the worse.
        Worse "worse",
        /// Another than before; nobody has said which way is better.
        Changed "changed",
    }
}

/// Something that happened to a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalEvent {
    /// What.
    pub what: EventKind,
    /// In words that a person wrote.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<Author>,
}

varde_kernel::named! {
    /// What can happen to a signal.
    EventKind {
        /// It was raised.
        Raised "raised",
        /// It goes on in a new period.
        Continued "continued",
        /// A correction changed what it rests on.
        Changed "changed",
        /// A correction took it away.
        Vanished "vanished",
        /// Somebody looked at it.
        Seen "seen",
        /// Somebody said what is behind it.
        Explained "explained",
        /// Somebody said that nothing is behind it.
        FalseAlarm "false_alarm",
        /// A finding was drawn from it.
        Finding "finding",
        /// A measure answers it.
        Measure "measure",
        /// It was closed.
        Closed "closed",
        /// Nobody commented in time, and it went to the unit above.
        Lifted "lifted",
    }
}

/// How often a rule was right: signals that people have judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hits {
    /// The rule.
    pub rule: Rule,
    /// The rule set.
    pub rules: RuleSet,
    /// Signals with a cause.
    pub n_real: i64,
    /// Signals with nothing behind them.
    pub n_false: i64,
    /// Signals that nobody has judged.
    pub n_waiting: i64,
}
