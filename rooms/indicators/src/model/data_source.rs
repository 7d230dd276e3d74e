//! Sources that values come from: what each holds, what its counts are out of, and what it cannot say.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::{Kind, Target};
use varde_kernel::{DataSourceId, DocumentId, PeriodType, UnitId, UnitTree, Words};

use super::Level;

varde_kernel::named! {
    /// How values come from a source.
    Connection {
        /// Not at all so far.
        None "none",
        /// Someone has asked for them.
        Asked "asked",
        /// Someone takes them in by hand or by file.
        Manual "manual",
        /// A program delivers them.
        Automatic "automatic",
    }
}

/// A source that values come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSource {
    /// Its identity.
    pub id: DataSourceId,
    /// Its code; indicators name it in `data`.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The code of the actor that owns it.
    pub owner: String,
    /// The unit that answers for what stands here.
    pub unit: UnitId,
    /// What it holds.
    pub content: Words,
    /// At which levels of the service.
    pub levels: Vec<Level>,
    /// How often it gives something new.
    pub frequency: Option<PeriodType>,
    /// By which law.
    pub legal_basis: Words,
    /// How good it is.
    pub quality: Words,
    /// How one gets at it.
    pub access: Words,
    /// What its counts are out of.
    pub base: Words,
    /// What it cannot say.
    pub limits: Words,
    /// How values come from it.
    pub connection: Connection,
    /// The document that tells of it.
    pub document: Option<DocumentId>,
    /// Where the facts about it come from.
    pub source: String,
    /// How many times it has been saved.
    pub version: i64,
}

impl DataSource {
    /// The source as the policy sees it.
    pub fn target(&self, tree: &UnitTree) -> Target {
        Target::open(Kind::DataSource, tree.line(self.unit))
    }
}

/// What has come from a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// How many indicators rest on it.
    pub n_indicators: i64,
    /// When a value last came.
    pub at: Option<Timestamp>,
    /// Up to which day values reach.
    pub until: Option<Date>,
}
