//! The one file that says what the store holds.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::StoreError;

const NAME: &str = "manifest.json";
/// The form of the store that this program writes and reads.
const FORM: u32 = 1;

/// A file with events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// Where it lies in the folder.
    pub path: String,
    /// From whom its events are.
    pub source: String,
    /// The civil year in which they began.
    pub year: i32,
    /// Which persons'.
    pub bucket: u32,
    /// How many.
    pub n_rows: u64,
    /// Its length.
    pub bytes: u64,
    /// Its digest.
    pub sha256: String,
}

/// A delivery that was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The digest of its content.
    pub sha256: String,
    /// From whom.
    pub source: String,
    /// When it was taken in, as an instant in text.
    pub taken: String,
    /// Events that were not there before.
    pub n_new: u64,
    /// Events that replaced an earlier version.
    pub n_corrected: u64,
    /// Events that were there already.
    pub n_same: u64,
    /// Persons of whose death the store did not know, or knew otherwise.
    pub n_deaths: u64,
    /// Records that say of themselves that they do not hold.
    pub n_void: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub form: u32,
    /// How many changes there have been.
    pub generation: u64,
    pub buckets: u32,
    /// The mark of the secret from which persons' keys were made.
    pub secret: String,
    /// The zone by which months are told.
    pub zone: String,
    /// Codes of units and areas in the order of their numbers.
    pub places: Vec<String>,
    /// The file with deaths, once there are any.
    pub deaths: Option<String>,
    pub files: Vec<StoredFile>,
    pub deliveries: Vec<Delivered>,
}

impl Manifest {
    pub(super) fn new(buckets: u32, secret: String, zone: String) -> Self {
        Self {
            form: FORM,
            generation: 0,
            buckets: buckets.max(1),
            secret,
            zone,
            places: Vec::new(),
            deaths: None,
            files: Vec::new(),
            deliveries: Vec::new(),
        }
    }

    /// Which bucket a person lies in: keys are spread evenly, so equal parts of them hold equally many.
    pub(super) fn bucket(&self, person: i64) -> u32 {
        let part = i128::from(person.max(0)) * i128::from(self.buckets) / (i128::from(i64::MAX) + 1);
        u32::try_from(part).unwrap_or(0)
    }

    /// Reads the manifest of a folder; none when there is none.
    pub(super) fn read(root: &Path) -> Result<Option<Self>, StoreError> {
        let path = root.join(NAME);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::file(&path, error)),
        };
        let manifest: Self = serde_json::from_slice(&text)
            .map_err(|error| StoreError::Torn { path: path.clone(), why: error.to_string() })?;
        if manifest.form != FORM {
            return Err(StoreError::Torn { path, why: format!("form {} is not known here", manifest.form) });
        }
        Ok(Some(manifest))
    }

    /// Puts this manifest in place of the one before: either that one holds or this one, never a half.
    pub(super) fn write(&self, root: &Path) -> Result<(), StoreError> {
        let (path, fresh) = (root.join(NAME), root.join("manifest.json.new"));
        let write = || -> io::Result<()> {
            let mut file = File::create(&fresh)?;
            file.write_all(&serde_json::to_vec_pretty(self)?)?;
            file.sync_all()?;
            fs::rename(&fresh, &path)?;
            sync_folder(root)
        };
        write().map_err(|error| StoreError::file(&path, error))
    }
}

/// Makes sure that what was named in a folder is named after a power cut as well.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere than on Unix a folder cannot be opened, and need not be.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

pub(super) fn digest_of(path: &Path) -> io::Result<String> {
    let mut digest = Sha256::new();
    io::copy(&mut File::open(path)?, &mut digest)?;
    Ok(hex::encode(digest.finalize()))
}
