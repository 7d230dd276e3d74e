//! A delivery on its way in: put by in the store's own folder until all of it has been read.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use varde_events::{Event, Places};

use super::manifest::Manifest;
use super::waiting::Waiting;
use super::{Progress, StoreError, Tell};
use crate::frame::{self, FrameError, Writer};
use crate::read::{Fault, Problem, Problems, Receive};
use crate::{Keys, read};

/// Where a delivery waits. Sources have no dots in their names.
pub(super) const WAITING: &str = ".incoming";
/// What is put by beside the buckets: deaths, and the keys of events.
const DEATHS: &str = "deaths.parquet";
const EVENTS: &str = "events";
/// After how many events it is told how many have been read.
const TOLD_EVERY: u64 = 100_000;
/// How much a bucket may hold in memory before it is put by.
const MOST_WAITING: usize = 4 << 20;
/// Into how many parts events' keys are divided, so that one part fits into memory.
const PARTS: usize = 16;

/// How the files of a delivery are made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One event a line.
    Csv,
    /// Bulk FHIR R4, one resource a line.
    Fhir,
}

/// What a source hands over.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// From whom.
    pub source: &'a str,
    /// The files.
    pub files: &'a [PathBuf],
    /// How they are made up.
    pub form: Form,
    /// The secret for persons' keys.
    pub keys: &'a Keys,
    /// The service's zone.
    pub zone: &'a TimeZone,
}

impl Delivery<'_> {
    /// Reads all files.
    pub(super) fn read(&self, into: &mut dyn Receive) -> io::Result<()> {
        let how = (self.source, self.keys, self.zone);
        match self.form {
            Form::Fhir => read::fhir::read(self.files, how, into),
            Form::Csv => {
                for (number, path) in self.files.iter().enumerate() {
                    read::csv::read((number, File::open(path)?), how, into)?;
                }
                Ok(())
            }
        }
    }
}

/// A delivery being read.
pub(super) struct Intake<'a> {
    tell: Tell<'a>,
    n_events: u64,
    folder: PathBuf,
    manifest: &'a Manifest,
    pub places: Places,
    buckets: Vec<Option<Writer<BufWriter<File>>>>,
    parts: Vec<Option<BufWriter<File>>>,
    /// When persons died, as this delivery tells it.
    pub deaths: HashMap<i64, i64>,
    pub n_void: u64,
    problems: Problems,
}

/// A delivery that has been read without a fault.
pub(super) struct Read {
    folder: PathBuf,
    pub places: Vec<String>,
    pub deaths: HashMap<i64, i64>,
    pub n_void: u64,
    /// The keys of its events, rising, each once.
    pub events: Vec<i64>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(root: &Path, manifest: &'a Manifest, tell: Tell<'a>) -> Result<Self, StoreError> {
        let folder = root.join(WAITING);
        fs::create_dir_all(&folder).map_err(|error| StoreError::file(&folder, error))?;
        Ok(Self {
            tell,
            n_events: 0,
            folder,
            manifest,
            places: Places::new(manifest.places.iter().cloned()),
            buckets: (0..manifest.buckets).map(|_| None).collect(),
            parts: (0..PARTS).map(|_| None).collect(),
            deaths: HashMap::new(),
            n_void: 0,
            problems: Problems::default(),
        })
    }

    /// Ends the reading: all is well, or all that is wrong.
    pub(super) fn finish(mut self) -> Result<Read, StoreError> {
        for (number, bucket) in self.buckets.iter_mut().enumerate() {
            if let Some(writer) = bucket.take() {
                let path = bucket_file(&self.folder, number);
                writer
                    .finish()
                    .and_then(|mut file| {
                        file.flush()?;
                        // After a power cut, too, what was read is there for whoever takes it up again.
                        Ok(file.get_ref().sync_all()?)
                    })
                    .map_err(|error| StoreError::frame(&path, error))?;
            }
        }
        let mut events = Vec::new();
        for number in 0..PARTS {
            if let Some(mut file) = self.parts.get_mut(number).and_then(Option::take) {
                let path = part_file(&self.folder, number);
                file.flush()
                    .and_then(|()| contradictions(&path, &mut events, &mut self.problems))
                    .and_then(|()| fs::remove_file(&path))
                    .map_err(|error| StoreError::file(&path, error))?;
            }
        }
        if !self.problems.is_empty() {
            self.problems.sort();
            return Err(StoreError::Problems(self.problems));
        }
        Ok(Read {
            folder: self.folder,
            places: self.places.codes().to_vec(),
            deaths: self.deaths,
            n_void: self.n_void,
            events,
        })
    }

    fn put(&mut self, (file, line): (usize, u64), event: Event) -> Result<(), FrameError> {
        let part = usize::try_from(event.event.cast_unsigned() >> 59).unwrap_or(0) % PARTS;
        if let Some(place) = self.parts.get_mut(part) {
            let to = match place {
                Some(to) => to,
                None => place.insert(BufWriter::new(File::create(part_file(&self.folder, part))?)),
            };
            let seen = Seen { event: event.event, file: file as u64, line, content: content(&event) };
            to.write_all(&seen.bytes())?;
        }
        let bucket = usize::try_from(self.manifest.bucket(event.person)).unwrap_or(0);
        if let Some(place) = self.buckets.get_mut(bucket) {
            let to = match place {
                Some(to) => to,
                None => place.insert(Writer::new(BufWriter::new(File::create(bucket_file(&self.folder, bucket))?))?),
            };
            to.push(event)?;
            if MOST_WAITING < to.waiting() {
                to.flush()?;
            }
        }
        Ok(())
    }
}

impl Receive for Intake<'_> {
    fn place(&mut self, code: &str) -> u32 {
        self.places.number(code)
    }

    fn event(&mut self, at: (usize, u64), event: Event) -> io::Result<()> {
        self.n_events += 1;
        if self.n_events.is_multiple_of(TOLD_EVERY) {
            (self.tell)(Progress::Read { n_events: self.n_events });
        }
        if let Some(died) = event.died {
            self.death(event.person, died);
        }
        // With a fault nothing will be taken in, so nothing needs to be kept.
        if !self.problems.is_empty() {
            return Ok(());
        }
        self.put(at, event).map_err(|error| match error {
            FrameError::File(error) => error,
            other => io::Error::other(other),
        })
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

impl Read {
    /// Puts by what is not in the buckets' files, so that the delivery need not be read again.
    pub(super) fn put_by(&self) -> Result<(), StoreError> {
        let path = self.folder.join(DEATHS);
        let put = || -> Result<(), FrameError> {
            let mut file = frame::write_deaths(BufWriter::new(File::create(&path)?), &self.deaths)?;
            file.flush()?;
            Ok(file.get_ref().sync_all()?)
        };
        put().map_err(|error| StoreError::frame(&path, error))?;
        let path = self.folder.join(EVENTS);
        let put = || -> io::Result<()> {
            let mut file = BufWriter::with_capacity(1 << 20, File::create(&path)?);
            for event in &self.events {
                file.write_all(&event.to_le_bytes())?;
            }
            file.flush()?;
            file.get_ref().sync_all()
        };
        put().map_err(|error| StoreError::file(&path, error))
    }

    /// A delivery that was read and put by earlier.
    pub(super) fn again(root: &Path, waiting: &Waiting) -> Result<Self, StoreError> {
        let folder = root.join(WAITING);
        let mut deaths = HashMap::new();
        let path = folder.join(DEATHS);
        frame::read_deaths(&path, |person, died| {
            deaths.insert(person, died);
        })
        .map_err(|error| StoreError::frame(&path, error))?;
        let path = folder.join(EVENTS);
        let bytes = fs::read(&path).map_err(|error| StoreError::file(&path, error))?;
        let events: Vec<i64> =
            bytes.chunks(8).filter_map(|part| part.first_chunk()).map(|part| i64::from_le_bytes(*part)).collect();
        if (deaths.len(), events.len()) != (waiting.n_deaths, waiting.n_events) {
            return Err(StoreError::Torn { path, why: "it was cut".to_owned() });
        }
        Ok(Self { folder, places: waiting.places.clone(), deaths, n_void: waiting.n_void, events })
    }

    /// Where it waits.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes the rows of a bucket out, each event once, by rising key of event.
    pub(super) fn bucket(&self, bucket: u32) -> Result<Vec<Event>, StoreError> {
        let path = bucket_file(&self.folder, usize::try_from(bucket).unwrap_or(0));
        if !path.exists() {
            return Ok(Vec::new());
        }
        let mut rows = frame::read(&path).map_err(|error| StoreError::frame(&path, error))?;
        rows.sort_unstable_by_key(|row| row.event);
        rows.dedup_by_key(|row| row.event);
        Ok(rows)
    }

    /// Makes room on the disk: a bucket whose files are written is not asked for again.
    pub(super) fn forget(&self, bucket: u32) -> Result<(), StoreError> {
        let path = bucket_file(&self.folder, usize::try_from(bucket).unwrap_or(0));
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::file(&path, error)),
            _ => Ok(()),
        }
    }
}

fn bucket_file(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("bucket-{number}.parquet"))
}

fn part_file(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("part-{number}"))
}

/// That an event was seen, where, and with what content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    event: i64,
    file: u64,
    line: u64,
    content: u64,
}

impl Seen {
    const LENGTH: usize = 32;

    fn bytes(self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        let parts = [self.event.cast_unsigned(), self.file, self.line, self.content];
        for (place, part) in bytes.chunks_exact_mut(8).zip(parts) {
            place.copy_from_slice(&part.to_le_bytes());
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut parts =
            bytes.chunks_exact(8).filter_map(|part| part.first_chunk()).map(|part| u64::from_le_bytes(*part));
        Some(Self {
            event: parts.next()?.cast_signed(),
            file: parts.next()?,
            line: parts.next()?,
            content: parts.next()?,
        })
    }
}

/// A digest of what an event says.
fn content(event: &Event) -> u64 {
    let mut digest = DefaultHasher::new();
    (event.person, event.kind, event.unit, event.residence, event.start, event.end).hash(&mut digest);
    (event.month, event.end_month, event.age, event.sex, event.acute, &event.code).hash(&mut digest);
    (event.died, event.lag_days, event.outcome, event.followed).hash(&mut digest);
    digest.finish()
}

/// Adds the events of a part, each once; those that stand twice with different content are told of.
fn contradictions(path: &Path, events: &mut Vec<i64>, problems: &mut Problems) -> io::Result<()> {
    let mut seen = Vec::new();
    let mut input = BufReader::new(File::open(path)?);
    let mut bytes = [0; Seen::LENGTH];
    while input.read_exact(&mut bytes).is_ok() {
        seen.extend(Seen::from_bytes(&bytes));
    }
    seen.sort_unstable();
    for same in seen.chunk_by(|one, next| one.event == next.event) {
        let Some((first, others)) = same.split_first() else { continue };
        events.push(first.event);
        for other in others.iter().filter(|other| other.content != first.content) {
            let file = usize::try_from(other.file).unwrap_or(usize::MAX);
            problems.push(Problem { file, line: other.line, column: "event", fault: Fault::Contradicts });
        }
    }
    Ok(())
}
