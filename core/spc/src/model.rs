//! What goes in: raw rows, and the description of the chart one wants.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// What tells the subgroups of a series apart and puts them in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// A number: 1, 2, 3 …, a year.
    Number(f64),
    /// A day, or the first day of a period.
    Date(Date),
    /// A category: it has an order for showing, but none in time, so runs mean nothing.
    Text(String),
}

/// Length of the periods that dates may be cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Weeks begin on Monday.
    Week,
    /// Calendar months.
    Month,
    /// Quarters of a calendar year.
    Quarter,
    /// Calendar years.
    Year,
}

/// Raw rows, in columns of the same length. Rows with the same key form one subgroup, which is one
/// point of the chart. A missing value is `None`; what is not finite counts as missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// Values, or numerators when there are denominators.
    pub y: Vec<Option<f64>>,
    /// Denominators: stays, patient days, sizes of samples.
    pub n: Option<Vec<Option<f64>>>,
    /// Subgroup of each row; without it every row is a point, numbered from 1. Rows without a key are
    /// left out.
    pub x: Option<Vec<Option<Key>>>,
}

impl Series {
    /// A series of values, one row a point.
    pub fn of(y: impl IntoIterator<Item = f64>) -> Self {
        Self { y: y.into_iter().map(Some).collect(), n: None, x: None }
    }

    /// A series of numerators and denominators, one row a point.
    pub fn ratio(rows: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (y, n) = rows.into_iter().map(|(y, n)| (Some(y), Some(n))).unzip();
        Self { y, n: Some(n), x: None }
    }

    /// Cuts dates to the first day of their period.
    #[must_use]
    pub fn by(mut self, period: Period) -> Self {
        for key in self.x.iter_mut().flatten().flatten() {
            if let Key::Date(date) = key {
                *date = period.first_day(*date);
            }
        }
        self
    }
}

impl Period {
    /// First day of the period in which `date` lies.
    pub fn first_day(self, date: Date) -> Date {
        match self {
            Self::Week => {
                let back = i64::from(date.weekday().to_monday_zero_offset());
                date.checked_sub(jiff::Span::new().days(back)).unwrap_or(date)
            }
            Self::Month => date.first_of_month(),
            Self::Quarter => {
                let month = (date.month() - 1) / 3 * 3 + 1;
                Date::new(date.year(), month, 1).unwrap_or(date)
            }
            Self::Year => date.first_of_year(),
        }
    }
}

/// The charts of subgroups in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Run chart: values about their median.
    Run,
    /// Individual values.
    I,
    /// Moving ranges of individual values.
    Mr,
    /// I prime: individual values with varying subgroup size.
    Ip,
    /// Means of subgroups.
    Xbar,
    /// Standard deviations of subgroups.
    S,
    /// Ranges of subgroups.
    R,
    /// Time between events.
    T,
    /// Proportions.
    P,
    /// P prime (Laney): proportions that vary more, or less, than chance allows.
    Pp,
    /// Number of units with the property, in samples of a given size.
    Np,
    /// Counts in equal areas of opportunity.
    C,
    /// Rates.
    U,
    /// U prime (Laney): rates that vary more, or less, than chance allows.
    Up,
    /// Number of cases between events.
    G,
}

impl Kind {
    /// All kinds, in the order of the manual.
    pub const ALL: [Self; 15] = [
        Self::Run,
        Self::I,
        Self::Mr,
        Self::Ip,
        Self::Xbar,
        Self::S,
        Self::R,
        Self::T,
        Self::P,
        Self::Pp,
        Self::Np,
        Self::C,
        Self::U,
        Self::Up,
        Self::G,
    ];

    /// The name by which files and commands know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::I => "i",
            Self::Mr => "mr",
            Self::Ip => "ip",
            Self::Xbar => "xbar",
            Self::S => "s",
            Self::R => "r",
            Self::T => "t",
            Self::P => "p",
            Self::Pp => "pp",
            Self::Np => "np",
            Self::C => "c",
            Self::U => "u",
            Self::Up => "up",
            Self::G => "g",
        }
    }

    /// Whether the chart cannot be drawn without denominators.
    pub const fn needs_denominator(self) -> bool {
        matches!(self, Self::P | Self::Pp | Self::Np | Self::U | Self::Up)
    }

    /// Whether numerators count units among the denominator, so that none may exceed it.
    pub const fn is_share(self) -> bool {
        matches!(self, Self::P | Self::Pp | Self::Np)
    }

    /// Whether values are counts and cannot be negative.
    pub const fn counts(self) -> bool {
        matches!(self, Self::P | Self::Pp | Self::Np | Self::C | Self::U | Self::Up | Self::G)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let plain = name.to_ascii_lowercase();
        let found = Self::ALL.into_iter().find(|kind| kind.name() == plain);
        found.ok_or_else(|| UnknownName(name.to_owned()))
    }
}

/// A name that stands for none of the things it could be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown name {0:?}")]
pub struct UnknownName(pub String);

/// A phase of the series: it has centre and limits of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Phase {
    /// First point of the phase, counted from 0.
    pub first: usize,
    /// The lock: centre and limits come from this many points at its start, and later points are held
    /// against them. Without it, all points of the phase count.
    pub baseline: Option<usize>,
}

/// The centre line, when it is known in advance.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Centre {
    /// Worked out from the points.
    #[default]
    Own,
    /// The same for all points.
    Known(f64),
    /// One for each raw row; the first row of a subgroup counts. If one is missing within a phase,
    /// the phase works out its own and says so.
    Each(Vec<Option<f64>>),
}

/// How the rows of a subgroup become one value, in run and I charts without denominators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aggregate {
    /// Their mean.
    #[default]
    Mean,
    /// Their median.
    Median,
    /// Their sum.
    Sum,
    /// Their standard deviation.
    Sd,
}

/// How far out the limits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// A number of standard deviations, by the formulas of the textbooks.
    Sigma,
    /// Quantiles of the binomial, Poisson or geometric distribution with the same tails; other charts
    /// as [`Limits::Sigma`].
    Exact,
    /// So that the whole chart has the false-signal rate that `varde-1` allows its limits, also when
    /// the baseline is short and the counts are small.
    Calibrated,
}

/// How runs are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Runs {
    /// Longest run against log2(n) + 3, crossings against the 5 % quantile of the binomial.
    #[default]
    Anhoej,
    /// The box of longest run and crossings with the best power at n; 10 to 100 useful points.
    BestBox,
    /// The same box with its corners cut; 10 to 100 useful points.
    CutBox,
}

/// A named set of rules. What each demands of the data is on the method page `rule-sets.md`; a
/// released set is never changed, a better one gets a new version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleSet {
    /// `anhoej-1`: long runs and few crossings, and points outside the limits. As `qicharts2`.
    Anhoej1,
    /// `3sigma-1`: points outside the limits only.
    ThreeSigma1,
    /// `we-1`: the four rules of Western Electric. As qcc.
    WesternElectric1,
    /// `nelson-1`: Nelson's eight rules.
    Nelson1,
    /// `mdc-1`: "making data count". As `NHSRplotthedots`.
    MakingDataCount1,
    /// `varde-1`: calibrated limits, change of level, and runs, together at most 6 % of charts of 24
    /// points that have nothing to show.
    Varde1,
}

impl RuleSet {
    /// All sets, the default first.
    pub const ALL: [Self; 6] =
        [Self::Varde1, Self::Anhoej1, Self::ThreeSigma1, Self::WesternElectric1, Self::Nelson1, Self::MakingDataCount1];

    /// Name and version, as they are kept with a result.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anhoej1 => "anhoej-1",
            Self::ThreeSigma1 => "3sigma-1",
            Self::WesternElectric1 => "we-1",
            Self::Nelson1 => "nelson-1",
            Self::MakingDataCount1 => "mdc-1",
            Self::Varde1 => "varde-1",
        }
    }

    /// The limits that belong to the set.
    pub const fn limits(self) -> Limits {
        match self {
            Self::Varde1 => Limits::Calibrated,
            _ => Limits::Sigma,
        }
    }

    /// Whether the set screens moving ranges unless told otherwise.
    pub const fn screens(self) -> bool {
        matches!(self, Self::Anhoej1 | Self::MakingDataCount1)
    }
}

impl fmt::Display for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for RuleSet {
    type Err = UnknownName;

    /// A name without a version stands for the newest version.
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let plain = name.to_ascii_lowercase();
        let fits =
            |set: &Self| set.name() == plain || set.name().rsplit_once('-').is_some_and(|(stem, _)| stem == plain);
        Self::ALL.into_iter().find(fits).ok_or_else(|| UnknownName(name.to_owned()))
    }
}

/// Everything that decides how a series becomes a chart. Kept with the chart, it gives the same chart
/// again; nothing outside it has a say.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Which chart.
    pub kind: Kind,
    /// By which rules points and patterns are signals.
    pub rules: RuleSet,
    /// How runs are judged under `anhoej`.
    pub runs: Runs,
    /// How limits are worked out.
    pub limits: Limits,
    /// Distance of the limits in standard deviations: outer and near line.
    pub sigmas: (f64, f64),
    /// Phases in order; none means one phase of all points. What lies before the first belongs to it.
    pub phases: Vec<Phase>,
    /// Points left out of centre, limits and runs, counted from 0 over the whole series. They are still
    /// held against the limits.
    pub exclude: Vec<usize>,
    /// How many of the last points are not final yet: drawn, but in nothing else.
    pub provisional: usize,
    /// Centre line known in advance.
    pub centre: Centre,
    /// How the rows of a subgroup become one value.
    pub aggregate: Aggregate,
    /// Whether moving ranges above 3.267 times their mean are dropped once before the mean is taken.
    pub screen_mr: bool,
    /// Factor of everything that is shown: 100 for per cent, 1000 for "per 1000 patient days".
    pub multiply: f64,
    /// Whether the axis may be negative. If not, and no value is, negative lower limits become 0.
    pub y_neg: bool,
}

impl Spec {
    /// The chart as the rule set has it, with all else at its default.
    pub const fn new(kind: Kind, rules: RuleSet) -> Self {
        Self {
            kind,
            rules,
            runs: Runs::Anhoej,
            limits: rules.limits(),
            sigmas: (3.0, 2.0),
            phases: Vec::new(),
            exclude: Vec::new(),
            provisional: 0,
            centre: Centre::Own,
            aggregate: Aggregate::Mean,
            screen_mr: rules.screens(),
            multiply: 1.0,
            y_neg: true,
        }
    }

    /// Phases that begin after these points, counted from 1: the "part" of other tools.
    #[must_use]
    pub fn parts_after(mut self, last: &[usize]) -> Self {
        let mut firsts: Vec<usize> = last.to_vec();
        firsts.push(0);
        firsts.sort_unstable();
        firsts.dedup();
        self.phases = firsts.into_iter().map(|first| Phase { first, baseline: None }).collect();
        self
    }

    /// One phase whose centre and limits come from the first `points`.
    #[must_use]
    pub fn frozen_after(mut self, points: usize) -> Self {
        self.phases = vec![Phase { first: 0, baseline: Some(points) }];
        self
    }
}
