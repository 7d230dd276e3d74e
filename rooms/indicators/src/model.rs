//! What the room holds.

use std::str::FromStr;

use jiff::Timestamp;
use varde_kernel::access::{Author, Kind, System, Target};
use varde_kernel::{IndicatorId, ObservationId, Period, PersonId, SeriesId, UnitId, UnitTree, Words};

macro_rules! closed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in the order in which people choose.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in files, the database and the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
    };
}

closed! {
    /// In what a value is measured.
    Measure {
        /// A share, in per cent.
        Percent "percent",
        /// A number of cases.
        Count "count",
        /// Cases per so many (see [`Indicator::per`]).
        Rate "rate",
        /// One number over another.
        Ratio "ratio",
        /// Points on a scale.
        Score "score",
        /// A place in a ranking.
        Rank "rank",
        /// Norwegian kroner.
        Nok "nok",
        /// Full-time equivalents.
        Fte "fte",
        /// Years.
        Years "years",
    }
}

closed! {
    /// Which way is better.
    Direction {
        /// Higher is better.
        Up "up",
        /// Lower is better.
        Down "down",
        /// Neither; the figure is for insight.
        None "none",
    }
}

closed! {
    /// Where an indicator is in its life.
    State {
        /// Someone has suggested it.
        Proposed "proposed",
        /// Its definition is written.
        Specified "specified",
        /// It is being tried out.
        Piloted "piloted",
        /// It is in use.
        Adopted "adopted",
        /// It is no longer measured.
        Retired "retired",
    }
}

closed! {
    /// At which level of the service the figure can be read.
    Level {
        /// The whole country.
        National "national",
        /// A health region.
        Regional "regional",
        /// A trust or another enterprise.
        Enterprise "enterprise",
        /// A municipality.
        Municipal "municipal",
        /// Every level.
        All "all",
    }
}

impl Measure {
    /// Whether a value is worked out from a numerator and a denominator.
    pub const fn has_denominator(self) -> bool {
        matches!(self, Self::Percent | Self::Rate | Self::Ratio | Self::Score)
    }

    /// Whether the value itself is typed, since it may come without what it was worked out from.
    pub const fn value_is_typed(self) -> bool {
        !matches!(self, Self::Percent | Self::Rate | Self::Ratio)
    }
}

impl State {
    /// Whether everyone who is signed in may read it; before that it is a draft.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Piloted | Self::Adopted | Self::Retired)
    }
}

/// A defined way of counting.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its identity.
    pub id: IndicatorId,
    /// Its stable code, used in files.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// In what it is measured.
    pub measure: Measure,
    /// For a rate: per how many.
    pub per: Option<f64>,
    /// Which way is better.
    pub direction: Direction,
    /// Whether a document prints the direction; otherwise it is a proposal of ours.
    pub direction_stated: bool,
    /// Where it is in its life.
    pub state: State,
    /// At which levels it can be read.
    pub levels: Vec<Level>,
    /// The code of the data source.
    pub data: String,
    /// The code of the actor that owns the data.
    pub source_owner: String,
    /// The code of the indicator that it should be read with.
    pub companion_of: String,
    /// What is counted, and who is left out.
    pub definition: Words,
    /// What stands over the line.
    pub numerator: Words,
    /// What stands under the line.
    pub denominator: Words,
    /// What one should know when reading it.
    pub note: Words,
    /// The unit that answers for the definition; none for what no single unit owns.
    pub unit: Option<UnitId>,
    /// Where the facts about it come from.
    pub source: String,
    /// How many times it has been saved.
    pub version: i64,
}

impl Indicator {
    /// The indicator as the policy sees it.
    pub fn target(&self, tree: &UnitTree) -> Target {
        let Some(unit) = self.unit else {
            return Target { open: self.state.is_open(), ..Target::central(Kind::Indicator) };
        };
        Target { open: self.state.is_open(), ..Target::open(Kind::Indicator, tree.line(unit)) }
    }

    /// Its series for `unit` as the policy sees it: as open as the indicator is.
    pub fn series_target(&self, tree: &UnitTree, unit: UnitId) -> Target {
        Target { open: self.state.is_open(), ..Target::open(Kind::Series, tree.line(unit)) }
    }
}

/// One indicator for one unit and stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its identity.
    pub id: SeriesId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// For which unit.
    pub unit: UnitId,
    /// For which part of those counted; empty for all of them.
    pub stratum: String,
    /// The stratum in words.
    pub stratum_name: Words,
    /// Where its values come from as a rule.
    pub source: String,
    /// How many times its values have been changed.
    pub version: i64,
}

/// A value as it is given, before it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The value; none when it is missing.
    pub value: Option<f64>,
    /// Lower end of a printed range or interval.
    pub low: Option<f64>,
    /// Upper end of a printed range or interval.
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it; why it is missing when it is.
    pub note: Words,
    /// For whom it holds, when that differs from the indicator's definition.
    pub scope: Words,
    /// Where it comes from.
    pub source: String,
}

/// One value of a series in one period. Missing stays missing: a value of `None` was reported as
/// missing, and a period nobody reported has no observation at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Its identity.
    pub id: ObservationId,
    /// The series.
    pub series: SeriesId,
    /// Its code in a content file, if it came from one.
    pub code: Option<String>,
    /// The period.
    pub period: Period,
    /// The value; `None` when it was reported as missing.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Lower end of a printed range or interval.
    pub low: Option<f64>,
    /// Upper end of a printed range or interval.
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it; why it is missing when it is.
    pub note: Words,
    /// For whom it holds, when that differs from the indicator's definition.
    pub scope: Words,
    /// Where it comes from.
    pub source: String,
    /// Why it replaced a former value; empty when it did not.
    pub reason: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it; none when that is not known any longer.
    pub recorded_by: Option<Author>,
    /// When a correction replaced it.
    pub superseded_at: Option<Timestamp>,
}

impl Observation {
    /// What was given.
    pub fn entry(&self) -> Entry {
        Entry {
            numerator: self.numerator,
            denominator: self.denominator,
            value: self.value,
            low: self.low,
            high: self.high,
            approximate: self.approximate,
            provisional: self.provisional,
            note: self.note.clone(),
            scope: self.scope.clone(),
            source: self.source.clone(),
        }
    }
}

/// How an author is written in a column.
pub fn author_text(author: Author) -> String {
    match author {
        Author::Person(person) => person.to_string(),
        Author::System(system) => format!("system:{}", system.name()),
        Author::Anonymous => "anonymous".to_owned(),
    }
}

/// Reads what [`author_text`] wrote.
pub fn read_author(text: &str) -> Option<Author> {
    match text.strip_prefix("system:") {
        Some(name) => name.parse::<System>().ok().map(Author::System),
        None => text.parse::<PersonId>().ok().map(Author::Person),
    }
}

/// A number that a document prints about something no indicator defines.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its code in the content files.
    pub code: String,
    /// What was counted or measured.
    pub metric: Words,
    /// About which unit, if one.
    pub unit: Option<UnitId>,
    /// For which period, if the text says so.
    pub period: Option<Period>,
    /// The number, when it is printed as one.
    pub value: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// How many records stand behind it.
    pub n_records: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// In what it is measured.
    pub measure: Measure,
    /// Whether the text itself says "about".
    pub approximate: bool,
    /// For whom it holds.
    pub scope: Words,
    /// What one should know about it.
    pub note: Words,
    /// Document and place.
    pub source: String,
}

/// Which indicators a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that the name, code or note must hold.
    pub words: String,
    /// In this state.
    pub state: Option<State>,
    /// With this direction.
    pub direction: Option<Direction>,
    /// Readable at this level.
    pub level: Option<Level>,
    /// With values, or without.
    pub has_values: Option<bool>,
    /// From Z to A.
    pub backwards: bool,
}
