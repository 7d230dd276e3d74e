//! Taking a delivery in: all of it or nothing, once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use varde_events::Event;

use super::intake::{Intake, Read, WAITING};
use super::manifest::{Delivered, Manifest, StoredFile, digest_of, sync_folder};
use super::waiting::Waiting;
use super::{Delivery, Lock, Progress, StoreError, Tell};
use crate::frame;
use crate::read::Receive;

/// What became of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Whether the same content of the same source had been taken in before, and nothing was done.
    pub already: bool,
    /// What was done, now or then.
    pub delivered: Delivered,
    /// How many files were written.
    pub n_files: usize,
}

/// How many buckets a new store has, unless its maker says otherwise: fifty million stays are three million a
/// bucket, which fit into memory.
pub const BUCKETS: u32 = 16;

/// Takes files of a source into the store in a folder, which is made when it is not there. `now` is an instant
/// in text.
///
/// An event that the source had told of before is replaced by its new version, wherever it lies. A death
/// is put on all rows of the person, whichever source told of them; of what different deliveries
/// say of a death, the latest holds.
///
/// When it is stopped, the same call goes on: a delivery that had been read is not read again, and files that had been
/// written are kept. `tell` hears how far it has come.
///
/// # Errors
///
/// [`StoreError::Problems`] with every line that cannot be read, or what else is in the way. Nothing has been
/// taken in then.
pub fn take(
    root: &Path,
    buckets: u32,
    delivery: &Delivery<'_>,
    (now, tell): (&str, Tell<'_>),
) -> Result<Taken, StoreError> {
    let mut digests = Vec::new();
    for path in delivery.files {
        digests.push(digest_of(path).map_err(|error| StoreError::file(path, error))?);
    }
    // The order in which files are named says nothing.
    digests.sort_unstable();
    let sha256 = hex::encode(Sha256::digest(digests.concat()));
    let zone = delivery.zone.iana_name().unwrap_or("UTC");
    let origin = Origin { source: delivery.source, sha256: &sha256, secret: &delivery.keys.mark(), zone, now };
    take_from(root, buckets, (&origin, tell), |into| delivery.read(into))
}

/// Where rows come from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// From whom.
    pub source: &'a str,
    /// The digest of the content.
    pub sha256: &'a str,
    /// The mark of the secret behind persons' keys.
    pub secret: &'a str,
    /// The zone by which months are told.
    pub zone: &'a str,
    /// The present instant in text.
    pub now: &'a str,
}

/// The same, with rows from whatever hands them over.
///
/// # Errors
///
/// As [`take`].
pub fn take_from(
    root: &Path,
    buckets: u32,
    (origin, tell): (&Origin<'_>, Tell<'_>),
    read: impl FnOnce(&mut dyn Receive) -> io::Result<()>,
) -> Result<Taken, StoreError> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=40).contains(&origin.source.len()) || !origin.source.bytes().all(plain) {
        return Err(StoreError::Source(origin.source.to_owned()));
    }
    let named = |error| StoreError::file(root, error);
    fs::create_dir_all(root).map_err(named)?;
    let _lock = Lock::take(root)?;
    let old = Manifest::read(root)?
        .unwrap_or_else(|| Manifest::new(buckets, origin.secret.to_owned(), origin.zone.to_owned()));
    if old.secret != origin.secret {
        return Err(StoreError::OtherSecret);
    }
    if old.zone != origin.zone {
        return Err(StoreError::OtherZone(old.zone));
    }
    let same = |delivered: &&Delivered| delivered.sha256 == origin.sha256 && delivered.source == origin.source;
    if let Some(delivered) = old.deliveries.iter().find(same) {
        return Ok(Taken { already: true, delivered: delivered.clone(), n_files: 0 });
    }
    let folder = root.join(WAITING);
    let waiting = Waiting::find(root, &folder, origin, &old);
    let is_second = waiting.is_some();
    clear(root, &old, waiting.as_ref()).map_err(named)?;
    let result = match waiting {
        Some(waiting) => Read::again(root, &waiting).map(|read| (read, waiting)),
        None => read_first(root, &old, (origin, &mut *tell), read),
    };
    let result = result.and_then(|(read, waiting)| merge((root, &old, origin), (read, waiting), tell));
    // A delivery that is right and was stopped by something else is kept for a second try, and for no third.
    let is_kept = matches!(&result, Err(error) if !matches!(error, StoreError::Problems(_)) && !is_second);
    if !is_kept {
        // What is left of it is in nobody's way, and cleared away at the next delivery at the latest.
        let _ = fs::remove_dir_all(&folder);
    }
    result
}

/// Reads a delivery and puts it by.
fn read_first(
    root: &Path,
    old: &Manifest,
    (origin, tell): (&Origin<'_>, Tell<'_>),
    read: impl FnOnce(&mut dyn Receive) -> io::Result<()>,
) -> Result<(Read, Waiting), StoreError> {
    let mut intake = Intake::new(root, old, tell)?;
    read(&mut intake).map_err(|error| StoreError::file(root, error))?;
    let read = intake.finish()?;
    read.put_by()?;
    let waiting = Waiting::new(origin, old, &read);
    waiting.write(read.folder())?;
    Ok((read, waiting))
}

/// Puts a delivery beside what is there, bucket by bucket from where it had come.
fn merge(
    (root, old, origin): (&Path, &Manifest, &Origin<'_>),
    (read, mut waiting): (Read, Waiting),
    tell: Tell<'_>,
) -> Result<Taken, StoreError> {
    let mut merge = Merge::new(root, old, origin, read)?;
    merge.go_on_from(&waiting);
    for bucket in waiting.n_buckets..old.buckets {
        tell(Progress::Written { n_buckets: bucket, of: old.buckets });
        merge.bucket(bucket)?;
        merge.put_by(&mut waiting)?;
        merge.read.forget(bucket)?;
    }
    tell(Progress::Written { n_buckets: old.buckets, of: old.buckets });
    merge.finish()
}

/// Clears away what earlier deliveries left: half-written files, and those that no longer hold. What waits to be gone
/// on with stays.
fn clear(root: &Path, manifest: &Manifest, waiting: Option<&Waiting>) -> io::Result<()> {
    let fresh = waiting.into_iter().flat_map(|waiting| &waiting.files);
    let files = manifest.files.iter().chain(fresh);
    let named: HashSet<&str> = files.map(|file| file.path.as_str()).chain(manifest.deaths.as_deref()).collect();
    let unnamed = |folder: &Path, prefix: &str| -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".parquet") && !named.contains(format!("{prefix}{name}").as_str()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    };
    if waiting.is_none() && root.join(WAITING).exists() {
        fs::remove_dir_all(root.join(WAITING))?;
    }
    unnamed(root, "")?;
    for source in folders(root)?.into_iter().filter(|name| name != WAITING) {
        for year in folders(&root.join(&source))? {
            unnamed(&root.join(&source).join(&year), &format!("{source}/{year}/"))?;
        }
    }
    Ok(())
}

fn folders(of: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(of)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// What a bucket's files that change will hold, by source and year, with what holds it now.
type Changed<'a> = BTreeMap<(&'a str, i32), (Vec<Event>, Option<&'a StoredFile>)>;

/// A delivery being put beside what is there.
struct Merge<'a> {
    root: &'a Path,
    origin: &'a Origin<'a>,
    old: &'a Manifest,
    read: Read,
    /// All deaths that are known, with those of this delivery.
    deaths: HashMap<i64, i64>,
    /// Persons of whose death something new is known, by bucket.
    news: HashMap<u32, HashSet<i64>>,
    new: Manifest,
    n_files: usize,
    delivered: Delivered,
}

impl<'a> Merge<'a> {
    fn new(root: &'a Path, old: &'a Manifest, origin: &'a Origin<'a>, read: Read) -> Result<Self, StoreError> {
        let mut deaths = HashMap::new();
        if let Some(name) = &old.deaths {
            let path = root.join(name);
            frame::read_deaths(&path, |person, died| {
                deaths.insert(person, died);
            })
            .map_err(|error| StoreError::frame(&path, error))?;
        }
        let mut news: HashMap<u32, HashSet<i64>> = HashMap::new();
        for (person, died) in &read.deaths {
            if deaths.insert(*person, *died) != Some(*died) {
                news.entry(old.bucket(*person)).or_default().insert(*person);
            }
        }
        let mut new = Manifest { generation: old.generation + 1, files: Vec::new(), ..old.clone() };
        new.places.clone_from(&read.places);
        let delivered = Delivered {
            sha256: origin.sha256.to_owned(),
            source: origin.source.to_owned(),
            taken: origin.now.to_owned(),
            n_new: 0,
            n_corrected: 0,
            n_same: 0,
            n_deaths: news.values().map(|persons| persons.len() as u64).sum(),
            n_void: read.n_void,
        };
        Ok(Self { root, origin, old, read, deaths, news, new, n_files: 0, delivered })
    }

    /// Takes over what was written before the delivery was stopped.
    fn go_on_from(&mut self, waiting: &Waiting) {
        self.new.files.clone_from(&waiting.files);
        self.n_files = waiting.n_files;
        (self.delivered.n_corrected, self.delivered.n_same) = (waiting.n_corrected, waiting.n_same);
    }

    /// Keeps how far it has come, after a bucket.
    fn put_by(&self, waiting: &mut Waiting) -> Result<(), StoreError> {
        waiting.n_buckets += 1;
        waiting.files.clone_from(&self.new.files);
        waiting.n_files = self.n_files;
        (waiting.n_corrected, waiting.n_same) = (self.delivered.n_corrected, self.delivered.n_same);
        waiting.write(self.read.folder())
    }

    /// Writes the files of a bucket that change.
    fn bucket(&mut self, bucket: u32) -> Result<(), StoreError> {
        let mut fresh = self.read.bucket(bucket)?;
        for row in &mut fresh {
            row.died = self.deaths.get(&row.person).copied();
        }
        let years: HashSet<i32> = fresh.iter().map(year).collect();
        let mut changed: Changed<'_> = BTreeMap::new();
        for file in self.old.files.iter().filter(|file| file.bucket == bucket) {
            let joined = file.source == self.origin.source && years.contains(&file.year);
            if !joined && !self.touches(file)? {
                self.new.files.push(file.clone());
                continue;
            }
            let path = self.root.join(&file.path);
            let mut rows = frame::read(&path).map_err(|error| StoreError::frame(&path, error))?;
            for row in &mut rows {
                row.died = self.deaths.get(&row.person).copied();
            }
            if file.source == self.origin.source {
                rows.retain(|row| !self.replaced(row, &fresh));
            }
            changed.insert((&file.source, file.year), (rows, Some(file)));
        }
        for row in fresh {
            changed.entry((self.origin.source, year(&row))).or_default().0.push(row);
        }
        for ((source, year), (mut rows, former)) in changed {
            frame::order(&mut rows);
            if !rows.is_empty() {
                let written = self.write((source, year, bucket), &rows, former)?;
                self.new.files.push(written);
            }
        }
        Ok(())
    }

    /// Whether a file holds an event of the delivery, or a person of whose death something new is known.
    fn touches(&self, file: &StoredFile) -> Result<bool, StoreError> {
        let path = self.root.join(&file.path);
        let mut found = false;
        if file.source == self.origin.source {
            frame::read_longs(&path, "event", |events| {
                found = found || events.iter().any(|event| self.read.events.binary_search(event).is_ok());
            })
            .map_err(|error| StoreError::frame(&path, error))?;
        }
        if let Some(news) = self.news.get(&file.bucket).filter(|_| !found) {
            frame::read_longs(&path, "person", |persons| {
                found = found || persons.iter().any(|person| news.contains(person));
            })
            .map_err(|error| StoreError::frame(&path, error))?;
        }
        Ok(found)
    }

    /// Whether the delivery holds another version of a row, which is counted. `fresh` lies by rising key.
    fn replaced(&mut self, row: &Event, fresh: &[Event]) -> bool {
        if self.read.events.binary_search(&row.event).is_err() {
            return false;
        }
        let version = fresh.binary_search_by_key(&row.event, |fresh| fresh.event).ok().and_then(|at| fresh.get(at));
        // Its version lies in another bucket when it turned out to be another person's.
        if version == Some(row) {
            self.delivered.n_same += 1;
        } else {
            self.delivered.n_corrected += 1;
        }
        true
    }

    fn write(
        &mut self,
        (source, year, bucket): (&str, i32, u32),
        rows: &[Event],
        former: Option<&StoredFile>,
    ) -> Result<StoredFile, StoreError> {
        let name = format!("{source}/{year}/{bucket:02}-{}.parquet", self.new.generation);
        let (folder, path) = (self.root.join(source).join(year.to_string()), self.root.join(&name));
        fs::create_dir_all(&folder).map_err(|error| StoreError::file(&folder, error))?;
        let file = File::create(&path).map_err(|error| StoreError::file(&path, error))?;
        let put = || -> Result<(u64, String), frame::FrameError> {
            let mut file = frame::write(io::BufWriter::with_capacity(1 << 20, file), rows)?;
            file.flush()?;
            file.get_ref().sync_all()?;
            sync_folder(&folder)?;
            Ok((fs::metadata(&path)?.len(), digest_of(&path)?))
        };
        let (bytes, sha256) = put().map_err(|error| StoreError::frame(&path, error))?;
        if let Some(former) = former.filter(|former| former.sha256 == sha256) {
            fs::remove_file(&path).map_err(|error| StoreError::file(&path, error))?;
            return Ok(former.clone());
        }
        self.n_files += 1;
        let n_rows = rows.len() as u64;
        Ok(StoredFile { path: name, source: source.to_owned(), year, bucket, n_rows, bytes, sha256 })
    }

    /// Puts the new manifest in place of the old one.
    fn finish(mut self) -> Result<Taken, StoreError> {
        if !self.news.is_empty() {
            let name = format!("deaths-{}.parquet", self.new.generation);
            let path = self.root.join(&name);
            let put = || -> Result<(), frame::FrameError> {
                let mut file = frame::write_deaths(File::create(&path)?, &self.deaths)?;
                file.flush()?;
                Ok(file.sync_all()?)
            };
            put().map_err(|error| StoreError::frame(&path, error))?;
            self.new.deaths = Some(name);
        }
        let held = self.delivered.n_same + self.delivered.n_corrected;
        self.delivered.n_new = (self.read.events.len() as u64).saturating_sub(held);
        self.new.deliveries.push(self.delivered.clone());
        self.new.files.sort_by(|one, other| one.path.cmp(&other.path));
        self.new.write(self.root)?;
        Ok(Taken { already: false, delivered: self.delivered, n_files: self.n_files })
    }
}

/// The civil year in which an event began.
fn year(row: &Event) -> i32 {
    row.month.div_euclid(12)
}
