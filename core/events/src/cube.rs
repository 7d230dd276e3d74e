//! The small cube that everything after the counting works on.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::definition::{Context, Definition};
use crate::event::{Sex, WHOLE};
use crate::judge::{Reason, Verdict};
use crate::period::PeriodType;

/// A part of those counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stratum {
    /// The age band; [`Stratum::NO_BAND`] when ages are not told apart or not known.
    pub band: u8,
    /// Sex; unknown when sexes are not told apart.
    pub sex: Sex,
}

impl Stratum {
    /// The band of those without one.
    pub const NO_BAND: u8 = u8::MAX;

    /// Where someone of this age and sex stands under a definition.
    pub fn of(definition: &Definition, age: Option<i32>, sex: Sex) -> Self {
        let bands = &definition.strata;
        let band = match age {
            Some(age) if !bands.bands.is_empty() => bands.band(age),
            _ => Self::NO_BAND,
        };
        Self { band, sex: if bands.sex { sex } else { Sex::Unknown } }
    }
}

/// A cell's place. The unit is a number in the rows' [`crate::Places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The unit or area.
    pub unit: u32,
    /// The period, as [`PeriodType`] numbers it.
    pub period: i32,
    /// The part of those counted.
    pub stratum: Stratum,
}

impl Key {
    /// The unit of what happened to people whose area nobody knows; it holds exclusions only.
    pub const NOWHERE: u32 = u32::MAX;
}

/// What was counted in one cell. All whole numbers, so sums do not depend on order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Events or courses with a part in the numerator.
    pub n: i64,
    /// Events or courses with a part in the denominator.
    pub d: i64,
    /// The sum of weights in the denominator; [`WHOLE`] is one whole event.
    pub w: i64,
    /// The sum of weights in the numerator.
    pub wn: i64,
    /// The sum of squared weights in the denominator.
    pub w2: i64,
    /// The sum of squared weights in the numerator.
    pub wn2: i64,
    /// The sum of values.
    pub value: i64,
    /// How many have a value.
    pub n_value: i64,
    /// Events that were not counted, by [`Reason`].
    pub excluded: [i64; Reason::ALL.len()],
}

impl Cell {
    /// Counts one event or course with a weight.
    pub fn count(&mut self, verdict: Verdict, weight: i64) {
        match verdict {
            Verdict::Out => {}
            Verdict::Excluded(reason) => self.exclude(reason, 1),
            Verdict::In { numerator, value } => {
                self.d += 1;
                self.w += weight;
                self.w2 += weight * weight;
                if numerator {
                    self.n += 1;
                    self.wn += weight;
                    self.wn2 += weight * weight;
                }
                if let Some(value) = value {
                    self.value += value;
                    self.n_value += 1;
                }
            }
        }
    }

    /// Counts whole events that an engine has added up.
    pub fn count_many(&mut self, (n, d): (i64, i64), (value, n_value): (i64, i64)) {
        self.n += n;
        self.d += d;
        self.w += d * WHOLE;
        self.wn += n * WHOLE;
        self.w2 += d * WHOLE * WHOLE;
        self.wn2 += n * WHOLE * WHOLE;
        self.value += value;
        self.n_value += n_value;
    }

    /// Counts events that are left out.
    pub fn exclude(&mut self, reason: Reason, times: i64) {
        let at = usize::try_from(reason.code() - 1).unwrap_or(usize::MAX);
        if let Some(count) = self.excluded.get_mut(at) {
            *count += times;
        }
    }

    /// How many were left out for a reason.
    pub fn excluded_for(&self, reason: Reason) -> i64 {
        usize::try_from(reason.code() - 1).ok().and_then(|at| self.excluded.get(at)).copied().unwrap_or(0)
    }

    /// Adds another cell: the sum of parts.
    pub fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.d += other.d;
        self.w += other.w;
        self.wn += other.wn;
        self.w2 += other.w2;
        self.wn2 += other.wn2;
        self.value += other.value;
        self.n_value += other.n_value;
        for (mine, theirs) in self.excluded.iter_mut().zip(other.excluded) {
            *mine += theirs;
        }
    }

    /// The denominator as it is published: whole events, or the sum of their fractions.
    #[expect(clippy::cast_precision_loss, reason = "weights of a cell stay far below 2^53")]
    pub fn denominator(&self) -> f64 {
        self.w as f64 / WHOLE as f64
    }

    /// The numerator as it is published.
    #[expect(clippy::cast_precision_loss, reason = "weights of a cell stay far below 2^53")]
    pub fn numerator(&self) -> f64 {
        self.wn as f64 / WHOLE as f64
    }
}

/// What a definition counted, with the data as they were cut off at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cube {
    /// The definition's code.
    pub definition: String,
    /// The definition's version.
    pub version: u32,
    /// When the data were cut off.
    pub cut_off: i64,
    /// Whose results they are.
    pub context: Context,
    /// Period.
    pub period: PeriodType,
    /// After how long an event is ripe.
    pub maturity: i64,
    /// The cells.
    pub cells: BTreeMap<Key, Cell>,
}

impl Cube {
    /// An empty cube.
    pub fn new(definition: &Definition, cut_off: i64) -> Self {
        Self {
            definition: definition.code.clone(),
            version: definition.version,
            cut_off,
            context: definition.context,
            period: definition.period,
            maturity: definition.maturity,
            cells: BTreeMap::new(),
        }
    }

    /// The cell at a place, made when it is not there.
    pub fn cell(&mut self, key: Key) -> &mut Cell {
        self.cells.entry(key).or_default()
    }

    /// Whether a period can still change: it was not over, or not ripe, when the data were cut off.
    pub fn is_provisional(&self, period: i32) -> bool {
        self.cut_off < self.period.end_of(period).saturating_add(self.maturity)
    }

    /// The cells of every unit and period, by stratum.
    pub fn by_unit(&self) -> BTreeMap<(u32, i32), BTreeMap<Stratum, &Cell>> {
        let mut found: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (key, cell) in &self.cells {
            found.entry((key.unit, key.period)).or_default().insert(key.stratum, cell);
        }
        found
    }

    /// A unit's period over all strata.
    pub fn total(&self, unit: u32, period: i32) -> Cell {
        let mut total = Cell::default();
        for (key, cell) in &self.cells {
            if key.unit == unit && key.period == period {
                total.add(cell);
            }
        }
        total
    }

    /// The same for larger units: each cell goes to its unit's `parent`; those without one are left out.
    ///
    /// Weights add up to whole courses again where all of a course's units have the same parent. `n` and `d`
    /// count a course once for every part of it, so they tell how many stand behind a cell, not the result.
    #[must_use]
    pub fn roll_up(&self, parent: impl Fn(u32) -> Option<u32>) -> Self {
        let mut rolled = Self { cells: BTreeMap::new(), ..self.clone() };
        for (key, cell) in &self.cells {
            if let Some(unit) = parent(key.unit) {
                rolled.cell(Key { unit, ..*key }).add(cell);
            }
        }
        rolled
    }
}

/// What a published number rests on. When a later number differs, this says why.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RestatementKey {
    /// The definition's code.
    pub definition: String,
    /// The definition's version.
    pub version: u32,
    /// When the data were cut off, as an instant in text.
    pub cut_off: String,
    /// The day whose structure of units the numbers are told by.
    pub structure: String,
    /// The rule for small numbers.
    pub suppression: String,
}

impl RestatementKey {
    /// In which parts another key differs: `definition`, `version`, `cut-off`, `structure`, `suppression`.
    pub fn differs(&self, other: &Self) -> Vec<&'static str> {
        [
            ("definition", self.definition == other.definition),
            ("version", self.version == other.version),
            ("cut-off", self.cut_off == other.cut_off),
            ("structure", self.structure == other.structure),
            ("suppression", self.suppression == other.suppression),
        ]
        .into_iter()
        .filter_map(|(part, same)| (!same).then_some(part))
        .collect()
    }
}

impl fmt::Display for RestatementKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { definition, version, cut_off, structure, suppression } = self;
        write!(f, "{definition}/{version}; cut-off {cut_off}; structure {structure}; suppression {suppression}")
    }
}

impl FromStr for RestatementKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split("; ");
        let (definition, version) = parts.next().and_then(|part| part.rsplit_once('/')).ok_or(())?;
        let mut named = |name: &str| {
            let part = parts.next().and_then(|part| part.strip_prefix(name)).ok_or(())?;
            Ok(part.trim_start().to_owned())
        };
        let key = Self {
            definition: definition.to_owned(),
            version: version.parse().map_err(|_| ())?,
            cut_off: named("cut-off ")?,
            structure: named("structure ")?,
            suppression: named("suppression ")?,
        };
        if parts.next().is_some() { Err(()) } else { Ok(key) }
    }
}
