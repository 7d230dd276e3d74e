//! What can go wrong between a room and the database.

use varde_kernel::access::Denied;

/// Why a read or a write did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// The actor may see the thing but not do this to it.
    #[error("not allowed")]
    Forbidden,
    /// Someone else saved it after it was read.
    #[error("someone else changed it meanwhile")]
    Stale,
    /// A row does not hold what its column promises.
    #[error("column {column} holds something unexpected")]
    Column {
        /// The column that could not be read.
        column: String,
    },
    /// The database refused or could not be reached.
    #[error("the database refused")]
    Database(#[from] sea_orm::DbErr),
    /// A payload could not be written or read as JSON.
    #[error("a payload is not JSON")]
    Json(#[from] serde_json::Error),
    /// The system gave no random bytes.
    #[error("no random bytes")]
    Random,
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        if denied.visible { Self::Forbidden } else { Self::NotFound }
    }
}

impl Error {
    /// Whether a unique key was broken: the thing exists already.
    pub fn is_duplicate(&self) -> bool {
        let Self::Database(error) = self else { return false };
        matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
    }
}
