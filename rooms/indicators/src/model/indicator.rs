//! Indicators: definition, life and schedule.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::{Author, Kind, Target};
use varde_kernel::{Dimension, IndicatorId, PeriodType, UnitId, UnitTree, Words};

varde_kernel::named! {
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

varde_kernel::named! {
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

varde_kernel::named! {
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

varde_kernel::named! {
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

varde_kernel::named! {
    /// How values are made comparable between units.
    Standardisation {
        /// Not at all: they are as they were counted.
        None "none",
        /// Directly, to one standard population.
        Direct "direct",
        /// Indirectly: observed over expected.
        Indirect "indirect",
        /// By a model of the patients' risk.
        Model "model",
    }
}

varde_kernel::named! {
    /// What much or little of it may mean, when areas are compared.
    UseMark {
        /// Nothing in particular.
        None "none",
        /// High rates may mean that too much is done.
        Over "over",
        /// Low rates may mean that too little is done.
        Under "under",
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
    /// The rest of its definition sheet.
    pub sheet: Sheet,
    /// The version of what is counted; values and charts name the one that they were made by.
    pub definition_version: i64,
    /// How many times it has been saved.
    pub version: i64,
}

/// The parts of a definition sheet that not every indicator needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Who and what is counted.
    pub inclusion: Words,
    /// Who and what is left out.
    pub exclusion: Words,
    /// How values are made comparable.
    pub standardisation: Standardisation,
    /// How often it is measured.
    pub periods: Vec<PeriodType>,
    /// The least coverage, in per cent, at which a value is not marked as uncertain.
    pub least_coverage: Option<f64>,
    /// The code of the indicator that says how complete the data are.
    pub coverage_indicator: String,
    /// The least denominator for which a value is worked out and compared.
    pub least_denominator: Option<f64>,
    /// How it was shown that it measures what it should; empty while nobody has.
    pub validation: String,
    /// When that was shown.
    pub validated_on: Option<Date>,
    /// Which marks of good quality it speaks of.
    pub dimensions: Vec<Dimension>,
    /// What much or little of it may mean.
    pub use_mark: UseMark,
    /// The code of the shared indicator that this is a local variant of.
    pub variant_of: String,
    /// Under which terms the values may be used.
    pub licence: String,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            inclusion: Words::default(),
            exclusion: Words::default(),
            standardisation: Standardisation::None,
            periods: Vec::new(),
            least_coverage: None,
            coverage_indicator: String::new(),
            least_denominator: None,
            validation: String::new(),
            validated_on: None,
            dimensions: Vec::new(),
            use_mark: UseMark::None,
            variant_of: String::new(),
            licence: String::new(),
        }
    }
}

impl Indicator {
    /// Whether `other` counts the same things in the same way. When it does not, values made by
    /// the two do not belong in one row without a word about it.
    pub fn counts_like(&self, other: &Self) -> bool {
        self.measure == other.measure
            && self.per == other.per
            && self.definition == other.definition
            && self.numerator == other.numerator
            && self.denominator == other.denominator
            && self.sheet.inclusion == other.sheet.inclusion
            && self.sheet.exclusion == other.sheet.exclusion
            && self.sheet.standardisation == other.sheet.standardisation
    }

    /// Whether it is a local variant of a shared indicator, and so not to be compared with it.
    pub fn is_variant(&self) -> bool {
        !self.sheet.variant_of.is_empty()
    }

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

/// One step in an indicator's life, as it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeStep {
    /// The state that it came to.
    pub state: State,
    /// Why.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// By whom; none when that is not known any longer.
    pub by: Option<Author>,
}

/// What an indicator's definition said in one of its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The version.
    pub version: i64,
    /// Its texts and choices, by the name of the field.
    pub fields: Vec<(String, String)>,
    /// Why it was changed.
    pub why: String,
    /// Since when it holds.
    pub at: Timestamp,
    /// Who changed it.
    pub by: Option<Author>,
}

/// How one level of the service follows an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The level.
    pub level: Level,
    /// How often.
    pub period: PeriodType,
    /// Within how many days after the period its value is due.
    pub due_days: i64,
    /// Within how many days a signal is to be commented.
    pub comment_days: i64,
}

/// By what indicators can be found in files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// Their own codes.
    pub own: BTreeSet<String>,
    /// Our code for each that others use.
    pub others: HashMap<String, String>,
}

impl Codes {
    /// Our code of what a file names; none when nothing here is called that.
    pub fn find(&self, named: &str) -> Option<&str> {
        self.own.get(named).or_else(|| self.others.get(named)).map(String::as_str)
    }
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
