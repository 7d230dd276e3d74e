//! A delivery that has been read and waits to be put beside what is there, and how far that has come: whoever was
//! stopped takes the same delivery up there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::intake::Read;
use super::manifest::{Manifest, StoredFile, digest_of, sync_folder};
use super::{Origin, StoreError};

const NAME: &str = "state.json";
/// The form in which this program puts deliveries by.
const FORM: u32 = 1;

/// How far a delivery that has been read has come.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Waiting {
    form: u32,
    sha256: String,
    source: String,
    /// The store's generation when it was read.
    generation: u64,
    pub places: Vec<String>,
    pub n_void: u64,
    /// How many deaths and events were put by, so that a file that was cut is known.
    pub n_deaths: usize,
    pub n_events: usize,
    /// How many buckets are written.
    pub n_buckets: u32,
    /// All files of those buckets, new and old.
    pub files: Vec<StoredFile>,
    pub n_files: usize,
    pub n_corrected: u64,
    pub n_same: u64,
}

impl Waiting {
    pub(super) fn new(origin: &Origin<'_>, old: &Manifest, read: &Read) -> Self {
        Self {
            form: FORM,
            sha256: origin.sha256.to_owned(),
            source: origin.source.to_owned(),
            generation: old.generation,
            places: read.places.clone(),
            n_void: read.n_void,
            n_deaths: read.deaths.len(),
            n_events: read.events.len(),
            n_buckets: 0,
            files: Vec::new(),
            n_files: 0,
            n_corrected: 0,
            n_same: 0,
        }
    }

    /// What waits in a folder, when it is this very delivery for this very store, and all of it is as it was written.
    pub(super) fn find(root: &Path, folder: &Path, origin: &Origin<'_>, old: &Manifest) -> Option<Self> {
        let text = fs::read(folder.join(NAME)).ok()?;
        let found: Self = serde_json::from_slice(&text).ok()?;
        let is_same = found.form == FORM
            && found.sha256 == origin.sha256
            && found.source == origin.source
            && found.generation == old.generation
            && found.n_buckets <= old.buckets;
        // Files of the old state are looked after by whoever opens the store.
        let fresh = |file: &&StoredFile| !old.files.contains(file);
        let is_whole = |file: &StoredFile| digest_of(&root.join(&file.path)).is_ok_and(|digest| digest == file.sha256);
        (is_same && found.files.iter().filter(fresh).all(is_whole)).then_some(found)
    }

    /// Keeps it in place of what was kept before: either that holds or this, never a half.
    pub(super) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let (path, fresh) = (folder.join(NAME), folder.join("state.json.new"));
        let write = || -> io::Result<()> {
            let mut file = File::create(&fresh)?;
            file.write_all(&serde_json::to_vec(self)?)?;
            file.sync_all()?;
            fs::rename(&fresh, &path)?;
            sync_folder(folder)
        };
        write().map_err(|error| StoreError::file(&path, error))
    }
}
