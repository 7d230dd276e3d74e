//! A large file on its way in: stored first, then read in portions, then taken all at once.

use jiff::Timestamp;
use varde_kernel::{PersonId, UploadId};

varde_kernel::named! {
    /// How far a file has come.
    UploadState {
        /// Parts of it are still to come.
        Receiving "receiving",
        /// It is read and held against what is known, a portion at a time.
        Reading "reading",
        /// All of it is right, and waits for a yes.
        Ready "ready",
        /// It is being written, all of it or nothing.
        Applying "applying",
        /// It is written.
        Done "done",
        /// Something in it is wrong; nothing of it was written.
        Refused "refused",
        /// It was called off; nothing of it was written.
        Cancelled "cancelled",
    }
}

impl UploadState {
    /// Whether it can still be called off.
    pub const fn may_cancel(self) -> bool {
        matches!(self, Self::Receiving | Self::Reading | Self::Ready)
    }
}

/// A large file on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its identity.
    pub id: UploadId,
    /// Who sends it.
    pub person: PersonId,
    /// What it is called.
    pub name: String,
    /// From whom it is; empty when no sender was named.
    pub sender: String,
    /// The digest by which the same file is known again; empty until it is read.
    pub digest: String,
    /// How it is read, packed.
    pub mapping: String,
    /// What the sender's DHIS2 says about its values, packed; empty when it has none.
    pub metadata: String,
    /// How long it is.
    pub n_bytes: i64,
    /// How much of it has come.
    pub n_stored: i64,
    /// In how many parts.
    pub n_parts: i64,
    /// How far it has come.
    pub state: UploadState,
    /// Its first line, packed; empty until it is read.
    pub head: String,
    /// How much of it has been read.
    pub n_read: i64,
    /// The number of the line that is read next.
    pub next_line: i64,
    /// How many values it holds, when it was read whole; 0 while it is read in portions.
    pub n_values: i64,
    /// How many steps have been done with them: each is put by first, and then held against what is known.
    pub n_done: i64,
    /// The place and the period of the value that was held against what is known last.
    pub at: (String, String),
    /// How many rows are right so far.
    pub n_rows: i64,
    /// How many of them are new values.
    pub n_new: i64,
    /// How many replace another.
    pub n_changed: i64,
    /// How many are there already.
    pub n_unchanged: i64,
    /// How many problems were found so far.
    pub n_problems: i64,
    /// Whether it ends without the end of a line.
    pub is_cut: bool,
    /// What one should know about it, packed.
    pub remarks: String,
    /// Why values are replaced.
    pub reason: String,
    /// When it was begun.
    pub made: Timestamp,
    /// Counts its steps.
    pub version: i64,
}

impl Upload {
    /// A file of which nothing has come yet.
    pub fn new((id, person): (UploadId, PersonId), name: &str, n_bytes: i64, made: Timestamp) -> Self {
        Self {
            id,
            person,
            name: name.to_owned(),
            sender: String::new(),
            digest: String::new(),
            mapping: String::new(),
            metadata: String::new(),
            n_bytes,
            n_stored: 0,
            n_parts: 0,
            state: UploadState::Receiving,
            head: String::new(),
            n_read: 0,
            next_line: 1,
            n_values: 0,
            n_done: 0,
            at: (String::new(), String::new()),
            n_rows: 0,
            n_new: 0,
            n_changed: 0,
            n_unchanged: 0,
            n_problems: 0,
            is_cut: false,
            remarks: String::new(),
            reason: String::new(),
            made,
            version: 1,
        }
    }

    /// How much of the work is done, in per cent: receiving is not counted.
    pub fn percent(&self) -> i64 {
        match self.state {
            UploadState::Receiving => self.n_stored.saturating_mul(100) / self.n_bytes.max(1),
            UploadState::Reading | UploadState::Refused | UploadState::Cancelled if 0 < self.n_values => {
                self.n_done.saturating_mul(50) / self.n_values
            }
            UploadState::Reading | UploadState::Refused | UploadState::Cancelled => {
                self.n_read.saturating_mul(100) / self.n_bytes.max(1)
            }
            UploadState::Ready | UploadState::Applying | UploadState::Done => 100,
        }
    }
}

/// A problem of a file, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProblem {
    /// The line; none for the file as a whole.
    pub line: Option<i64>,
    /// The column.
    pub column: String,
    /// The key of the message.
    pub key: String,
    /// Values for the message, by name.
    pub args: Vec<(String, String)>,
}
