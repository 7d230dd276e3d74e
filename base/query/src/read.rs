//! Reading deliveries: every line that cannot be read is told of, and then nothing is taken in.

pub mod csv;
pub mod fhir;
mod time;

use std::collections::BTreeMap;
use std::fmt;

pub use time::{Instant, instant};
use varde_events::{Event, Places};

/// Problems that are spelt out; the rest are counted.
const MOST_TOLD: usize = 10_000;

/// What is wrong with a field or a line. Nothing of its content is repeated: it may be about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It must be filled.
    Missing,
    /// It is no date or instant.
    NoInstant,
    /// It is no whole number, or one out of bounds.
    NoNumber,
    /// It is neither yes nor no.
    NeitherYesNorNo,
    /// It is none of the names that may stand there.
    UnknownName,
    /// It is no code of letters and digits.
    NoCode,
    /// It lies before the beginning, or the age before birth.
    BeforeStart,
    /// The line has another number of fields than the first one, or the file ends in the middle of it.
    Broken,
    /// A column that no reader knows.
    UnknownColumn,
    /// The line is no JSON.
    NoJson,
    /// The resource is of a type that is not read.
    UnknownType,
    /// It points to something that is not in the delivery.
    PointsNowhere,
    /// The same id stands earlier with other content.
    Contradicts,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "must be filled",
            Self::NoInstant => "is no date or instant such as 2025-01-31 or 2025-01-31T14:05",
            Self::NoNumber => "is no whole number within bounds",
            Self::NeitherYesNorNo => "is neither yes nor no",
            Self::UnknownName => "is none of the names that may stand there",
            Self::NoCode => "is no code of letters and digits",
            Self::BeforeStart => "lies before the beginning",
            Self::Broken => "the line is broken: it has too few or too many fields, or the file ends in it",
            Self::UnknownColumn => "is no column that can be read",
            Self::NoJson => "the line is no JSON object",
            Self::UnknownType => "is a type of resource that is not read",
            Self::PointsNowhere => "points to something that is not in the delivery",
            Self::Contradicts => "stands earlier in the delivery with other content",
        })
    }
}

/// Something that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Which file of the delivery, from 0.
    pub file: usize,
    /// Which line, from 1.
    pub line: u64,
    /// Which column or element; empty for the whole line.
    pub column: &'static str,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if self.column.is_empty() { write!(f, "{}", self.fault) } else { write!(f, "{} {}", self.column, self.fault) }
    }
}

/// All that cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    told: Vec<Problem>,
    n: u64,
}

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.n += 1;
        if self.told.len() < MOST_TOLD {
            self.told.push(problem);
        }
    }

    /// How many there are.
    pub const fn len(&self) -> u64 {
        self.n
    }

    /// Whether all is well.
    pub const fn is_empty(&self) -> bool {
        self.n == 0
    }

    /// The first ten thousand, by file and line.
    pub fn told(&self) -> &[Problem] {
        &self.told
    }

    /// Puts them in the order of files and lines.
    pub fn sort(&mut self) {
        self.told.sort_unstable();
    }
}

/// What takes a delivery in, row by row.
pub trait Receive {
    /// The number of a unit or area.
    fn place(&mut self, code: &str) -> u32;

    /// Takes an event from a file and a line of it.
    ///
    /// # Errors
    ///
    /// When it cannot be put by.
    fn event(&mut self, at: (usize, u64), event: Event) -> std::io::Result<()>;

    /// Takes word of a death. Of several of one person the last instant holds.
    fn death(&mut self, person: i64, died: i64);

    /// Takes a record that says of itself that it does not hold.
    fn void(&mut self);

    /// Takes word of something that cannot be read.
    fn problem(&mut self, problem: Problem);
}

/// A delivery held in memory: for small files.
#[derive(Clone, Debug, Default)]
pub struct Collected {
    /// Units and areas by their numbers.
    pub places: Places,
    /// The events, in the order in which they were read.
    pub events: Vec<Event>,
    /// When persons died, by key.
    pub deaths: BTreeMap<i64, i64>,
    /// How many records do not hold by their own word.
    pub n_void: u64,
    /// What cannot be read. With any, nothing of the delivery should be used.
    pub problems: Problems,
}

impl Receive for Collected {
    fn place(&mut self, code: &str) -> u32 {
        self.places.number(code)
    }

    fn event(&mut self, _at: (usize, u64), event: Event) -> std::io::Result<()> {
        if let Some(died) = event.died {
            self.death(event.person, died);
        }
        self.events.push(event);
        Ok(())
    }

    fn death(&mut self, person: i64, died: i64) {
        self.deaths.entry(person).and_modify(|at| *at = died.max(*at)).or_insert(died);
    }

    fn void(&mut self) {
        self.n_void += 1;
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}
