//! `varde events take` and `varde events list`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use serde_json::json;
use varde_kernel::Clock as _;
use varde_query::{BUCKETS, Delivery, Form, Keys, Problems, Store, StoreError};

use super::super::progress::Progress;
use super::super::{Failure, say};
use super::refused;
use crate::config::Settings;
use crate::house::MachineClock;

/// Flags of `varde events take`.
#[derive(clap::Args)]
#[command(after_long_help = FORMS)]
pub(super) struct Take {
    /// The files of the delivery.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// From whom it is. Sources number their events each for itself; a person is the same in all of them.
    #[arg(long, value_name = "NAME")]
    source: String,
    /// A file with the secret from which persons' keys are made, at least 32 bytes. Always the same one.
    #[arg(long, value_name = "FILE", env = "VARDE_EVENTS_KEY")]
    key: PathBuf,
    /// How the files are made up; by their names unless given.
    #[arg(long, value_enum)]
    form: Option<Made>,
    /// Into how many parts persons are divided when the store is made; more need less memory.
    #[arg(long, default_value_t = BUCKETS, value_parser = clap::value_parser!(u32).range(1..=256), hide_short_help = true)]
    buckets: u32,
    /// Tell on standard error how far it has come, also when that is no terminal.
    #[arg(long)]
    progress: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Made {
    /// One event a line.
    Csv,
    /// Bulk FHIR R4 (NDJSON).
    Fhir,
}

const FORMS: &str = "CSV has a first line with names, in any order. There must be person, event (the source's own ids), \
kind (stay, operation, review, residency, contact), unit and start; there may be end, residence, born or age, sex, \
acute, code, died, done, outcome and followed. Separated by ; or , or tab. An empty field is not known.\n\n\
FHIR files (.ndjson) hold Patient, Encounter, Condition, Procedure, Observation and Organization.\n\n\
An event that the source had told of before is replaced. A death is put on all rows of the person. When one line \
cannot be read, every such line is named and nothing is taken in.\n\n\
Stopped before its end, nothing is taken in either. The same command then goes on: files that had been read are not read \
again.";

/// Flags of `varde events list`.
#[derive(clap::Args)]
pub(super) struct List {
    /// Read every file and compare it with its digest.
    #[arg(long)]
    check: bool,
    /// Print JSON rather than words.
    #[arg(long)]
    json: bool,
}

/// Takes the files in.
pub(super) fn take(settings: &Settings, root: &Path, asked: &Take) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let zone = TimeZone::get(&settings.time_zone).map_err(|error| Failure::Asked(error.to_string()))?;
    let secret =
        std::fs::read(&asked.key).map_err(|error| Failure::Asked(format!("{}: {error}", asked.key.display())))?;
    let keys = Keys::new(&secret).ok_or_else(|| {
        let name = asked.key.display();
        Failure::Asked(format!("{name} is no secret: at least 32 bytes, such as `head -c 32 /dev/urandom > {name}`"))
    })?;
    let by_name = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ndjson"));
    let form = match asked.form {
        Some(Made::Fhir) => Form::Fhir,
        None if asked.files.iter().all(by_name) => Form::Fhir,
        None if asked.files.iter().any(by_name) => {
            return Err(Failure::Asked(
                "a delivery is either CSV or FHIR; take them in one after the other".to_owned(),
            ));
        }
        Some(Made::Csv) | None => Form::Csv,
    };
    let delivery = Delivery { source: &asked.source, files: &asked.files, form, keys: &keys, zone: &zone };
    let mut progress = Progress::new(asked.progress);
    progress.tell("Reading".to_owned());
    let mut tell = |step| match step {
        varde_query::Progress::Read { n_events } => progress.tell(format!("Reading: {n_events} events")),
        varde_query::Progress::Written { n_buckets, of } => {
            progress.tell(format!("Writing: {n_buckets} of {of} parts"));
        }
    };
    let taken = varde_query::take(root, asked.buckets, &delivery, (&clock.now().to_string(), &mut tell));
    progress.end();
    let taken = match taken {
        Err(StoreError::Problems(problems)) => return Err(Failure::Asked(told(&asked.files, &problems))),
        other => other.map_err(refused)?,
    };
    let done = &taken.delivered;
    if taken.already {
        say(format!("This content was taken in from {} at {}; nothing was done.", done.source, done.taken));
        return Ok(());
    }
    for (n, what) in [
        (done.n_new, "new"),
        (done.n_corrected, "corrected"),
        (done.n_same, "unchanged"),
        (done.n_void, "that say of themselves that they do not hold"),
        (done.n_deaths, "deaths that were not known, or known otherwise"),
    ] {
        say(format!("{n:>9} {what}"));
    }
    say(format!("{:>9} files written", taken.n_files));
    Ok(())
}

fn told(files: &[PathBuf], problems: &Problems) -> String {
    let what = match problems.len() {
        1 => "1 line or field".to_owned(),
        n => format!("{n} lines or fields"),
    };
    let mut text = format!("{what} cannot be read; nothing was taken in:");
    for problem in problems.told() {
        let name = files.get(problem.file).map(|path| path.display().to_string()).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(text, "\n  {name}, {problem}");
    }
    let more = problems.len().saturating_sub(problems.told().len() as u64);
    if 0 < more {
        let _ = write!(text, "\n  and {more} more");
    }
    text
}

/// Tells what is there.
pub(super) fn list(root: &Path, asked: &List) -> Result<(), Failure> {
    let store = Store::open(root).map_err(refused)?;
    if asked.check {
        store.check().map_err(refused)?;
    }
    let mut parts: BTreeMap<(&str, i32), (u64, u64, usize)> = BTreeMap::new();
    for file in store.files() {
        let part = parts.entry((&file.source, file.year)).or_default();
        *part = (part.0 + file.n_rows, part.1 + file.bytes, part.2 + 1);
    }
    if asked.json {
        let rows: Vec<_> = parts
            .iter()
            .map(|((source, year), (n_events, bytes, n_files))| {
                json!({ "source": source, "year": year, "events": n_events, "bytes": bytes, "files": n_files })
            })
            .collect();
        let deliveries = serde_json::to_value(store.deliveries()).map_err(|error| Failure::World(error.to_string()))?;
        say(format!("{:#}", json!({ "deliveries": deliveries, "held": rows, "units": store.places().codes().len() })));
        return Ok(());
    }
    say(format!("{:10} {:>4} {:>12} {:>6} {:>8}", "source", "year", "events", "files", "MB"));
    for ((source, year), (n_events, bytes, n_files)) in &parts {
        let megabytes = bytes.div_ceil(1_000_000);
        say(format!("{source:10} {year:>4} {n_events:>12} {n_files:>6} {megabytes:>8}"));
    }
    say(format!("\n{:21} {:10} {:>9} {:>9} {:>9}", "taken in", "from", "new", "corrected", "unchanged"));
    for done in store.deliveries() {
        let when = done.taken.get(..19).unwrap_or(&done.taken);
        say(format!("{when:21} {:10} {:>9} {:>9} {:>9}", done.source, done.n_new, done.n_corrected, done.n_same));
    }
    if asked.check {
        say("\nEvery file is as it was written.");
    }
    Ok(())
}
