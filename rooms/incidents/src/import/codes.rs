//! Code sets, maps between them and the risk matrix from Varde's own YAML files, and codes from a table that
//! someone else made. All that is wrong with a file is told at once, each with its line.

mod table;
mod text;
mod yaml;

pub use table::{COLUMNS, read_table};
pub use yaml::{read_map, read_matrix, read_set};

use crate::rules::coding::model::Flaw;
use crate::rules::coding::risk::MatrixFault;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Its letters are neither UTF-8 nor Windows-1252.
    #[error("the letters cannot be read")]
    Letters,
    /// It is no YAML of the form that is wanted.
    #[error("{0}")]
    Yaml(String),
    /// It is no table.
    #[error("{0}")]
    Table(String),
    /// A column is missing.
    #[error("the column {0} is missing")]
    MissingColumn(&'static str),
    /// A column is not known.
    #[error("the column {0} is not known")]
    UnknownColumn(String),
    /// A column stands twice.
    #[error("the column {0} stands twice")]
    ColumnTwice(String),
    /// A line has another number of cells than the first.
    #[error("there are {found} cells and not {wanted}")]
    Cells {
        /// How many there are.
        found: usize,
        /// How many there are in the first line.
        wanted: usize,
    },
    /// A date is none.
    #[error("{0} is no date such as 2026-01-31")]
    Date(String),
    /// A word is none of those that may stand there.
    #[error("{0} is not known here")]
    UnknownWord(String),
    /// A provenance is referred to that the file does not give.
    #[error("the provenance {0} is not given")]
    UnknownProvenance(String),
    /// The codes make no set.
    #[error(transparent)]
    Flaw(#[from] Flaw),
    /// The cells make no matrix.
    #[error(transparent)]
    Matrix(#[from] MatrixFault),
}

/// What is wrong on a line; `None` when it is the file's as a whole. The first line is 1.
pub type OnLine = (Option<usize>, Fault);
