//! Who answers questions about event files: the seam behind which the engine can be another.

mod embedded;

use datafusion::arrow::array::RecordBatch;

pub use embedded::Embedded;

/// A part of an answer, as columns.
pub type Portion = RecordBatch;

/// An answer, portion by portion; the next is worked out when it is asked for.
pub type Answer<'a> = Box<dyn Iterator<Item = Result<Portion, EngineError>> + 'a>;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The engine cannot answer.
    #[error("the engine gives no answer: {0}")]
    Failed(String),
    /// The rows would have to be sorted first, which could take any amount of memory.
    #[error("the engine would sort the rows rather than read them in the order in which they lie: {0}")]
    Sorts(String),
}

/// Answers questions in SQL about one table, [`crate::question::TABLE`], which is made of files of a store.
pub trait Engine: Sync {
    /// Asks about the rows of all files together.
    ///
    /// # Errors
    ///
    /// [`EngineError::Failed`].
    fn ask<'a>(&'a self, files: &[&str], sql: &str) -> Result<Answer<'a>, EngineError>;

    /// Asks for rows in the order in which they lie, person by person: one answer for each file.
    ///
    /// # Errors
    ///
    /// [`EngineError::Sorts`] when the question cannot be answered so.
    fn ask_in_order<'a>(&'a self, files: &[&str], sql: &str) -> Result<Vec<Answer<'a>>, EngineError>;

    /// How many questions may be asked at a time.
    fn n_at_a_time(&self) -> usize;
}
