//! The store of event data: a folder with Parquet files by source and year, persons in buckets.
//!
//! ```text
//! manifest.json            which files hold, what was delivered, which number stands for which unit
//! deaths-7.parquet         when persons died, as far as any source has told
//! npr/2025/03-7.parquet    the stays of source npr that began in 2025, of the persons in bucket 3
//! ```
//!
//! Files are never changed: whoever takes a delivery in writes new ones beside the old, and then puts a new
//! manifest in place of the old one. Until that moment the old state holds, whatever happens; files that no manifest names
//! are what is left of a delivery that was broken off. When the same delivery comes again it goes on with them (`.incoming/`
//! says how far it had come); any other clears them away. Files that the
//! manifest has just dropped stay until then as well, so that whoever reads is not cut short.

mod intake;
mod manifest;
mod take;
mod waiting;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use varde_events::Places;

pub use intake::{Delivery, Form};
pub use manifest::{Delivered, StoredFile};
pub use take::{BUCKETS, Origin, Taken, take, take_from};

use crate::frame::FrameError;
use crate::read::Problems;
use manifest::Manifest;

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is being read.
    Read {
        /// How many events so far.
        n_events: u64,
    },
    /// It is being put beside what is there.
    Written {
        /// How many buckets of persons are done.
        n_buckets: u32,
        /// How many there are.
        of: u32,
    },
}

/// Who hears how far a delivery has come.
pub type Tell<'a> = &'a mut dyn FnMut(Progress);

/// The store cannot be used, or a delivery was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file or folder does not answer.
    #[error("{}: {error}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no store in the folder.
    #[error("{} holds no event data yet", .0.display())]
    Nothing(PathBuf),
    /// A file of the store is not as it was written.
    #[error("{} is not as it was written ({why}); restore it, or take its deliveries in anew in another folder", path.display())]
    Torn {
        /// Which one.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// Somebody else is taking a delivery in.
    #[error("another delivery is being taken in")]
    Busy,
    /// The store's persons have keys from another secret.
    #[error("the store's persons have keys from another secret; with this one nobody would be found again")]
    OtherSecret,
    /// The store's months are told by another zone.
    #[error("the store's months are those of {0}; time_zone says otherwise")]
    OtherZone(String),
    /// The name of a source cannot be a folder's.
    #[error("a source is named by 1 to 40 small letters, digits and hyphens, not {0:?}")]
    Source(String),
    /// The delivery cannot be read; nothing of it was taken in.
    #[error("{} lines cannot be read", .0.len())]
    Problems(Problems),
}

impl StoreError {
    fn file(path: &Path, error: io::Error) -> Self {
        Self::File { path: path.to_owned(), error }
    }

    fn frame(path: &Path, error: FrameError) -> Self {
        match error {
            FrameError::File(error) => Self::file(path, error),
            other => Self::Torn { path: path.to_owned(), why: other.to_string() },
        }
    }
}

/// A store as its manifest stood when it was opened.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    manifest: Manifest,
}

impl Store {
    /// Opens the store in a folder for reading.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when there is none, or a file has not the length with which it was written.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let manifest = Manifest::read(root)?.ok_or_else(|| StoreError::Nothing(root.to_owned()))?;
        for file in &manifest.files {
            let path = root.join(&file.path);
            let length = fs::metadata(&path).map_err(|error| StoreError::file(&path, error))?.len();
            if length != file.bytes {
                let why = format!("{length} bytes rather than {}", file.bytes);
                return Err(StoreError::Torn { path, why });
            }
        }
        Ok(Self { root: root.to_owned(), manifest })
    }

    /// Reads every file and compares it with its digest.
    ///
    /// # Errors
    ///
    /// [`StoreError::Torn`] names the first file that is not as it was written.
    pub fn check(&self) -> Result<(), StoreError> {
        for file in &self.manifest.files {
            let path = self.root.join(&file.path);
            if manifest::digest_of(&path).map_err(|error| StoreError::file(&path, error))? != file.sha256 {
                return Err(StoreError::Torn { path, why: "its digest differs".to_owned() });
            }
        }
        Ok(())
    }

    /// Units and areas with the numbers that rows hold.
    pub fn places(&self) -> Places {
        Places::new(self.manifest.places.iter().cloned())
    }

    /// The deliveries, in the order in which they were taken in.
    pub fn deliveries(&self) -> &[Delivered] {
        &self.manifest.deliveries
    }

    /// The files.
    pub fn files(&self) -> &[StoredFile] {
        &self.manifest.files
    }

    /// The zone by which months are told.
    pub fn zone(&self) -> &str {
        &self.manifest.zone
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The files of each bucket of persons that has any.
    pub fn buckets(&self) -> Vec<Vec<&StoredFile>> {
        let of = |bucket| self.manifest.files.iter().filter(|file| file.bucket == bucket).collect::<Vec<_>>();
        (0..self.manifest.buckets).map(of).filter(|files| !files.is_empty()).collect()
    }
}

/// The right to change a store, held by one process at a time.
struct Lock(#[expect(dead_code, reason = "the lock is held as long as the file is open")] File);

impl Lock {
    fn take(root: &Path) -> Result<Self, StoreError> {
        let path = root.join("lock");
        let file = File::create(&path).map_err(|error| StoreError::file(&path, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(error)) => Err(StoreError::file(&path, error)),
        }
    }
}
