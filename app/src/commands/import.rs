//! `varde import`: files into the rooms. Nothing is written unless the whole file is right.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::kind::{MAX_BYTES, digest};
use varde_indicators::import::portion::MAX_WHOLE_ROWS;
use varde_indicators::import::sender::{Format, Mapping};
use varde_indicators::import::store::{self as senders, Sender};
use varde_indicators::import::values::{self as value_file, Counts, MAX_PROBLEMS};
use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{Clock, Locale, Place, Problems, UnitId};
use varde_people::import::csv_units::Effect;
use varde_people::import::klass::{Klass, klass};
use varde_people::import::units;
use varde_people::rules::units::Change;
use varde_people::store as people;
use varde_store::Db;
use varde_web::{Arg, Say};

use super::copy::existing;
use super::progress::Progress;
use super::{Failure, counted, say};
use crate::config::Settings;
use crate::house::{self, MachineClock};

/// How many values are checked and written at a time.
const AT_A_TIME: usize = 5_000;

/// Flags of `varde import`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
    /// Only tell what would happen.
    #[arg(long, global = true)]
    dry_run: bool,
}

#[derive(clap::Subcommand)]
enum What {
    /// Units: a CSV with code, name, kind, parent, `valid_from`, …; the quality registries' tree; or a DHIS2's
    /// metadata (JSON). The file shows by itself which it is.
    Units {
        /// The file.
        file: PathBuf,
    },
    /// Values of indicators: a table (CSV, Excel, Parquet), JSON-stat, DHIS2, ADX, FHIR, NKI or SKDE.
    ///
    /// At most a million values and 256 MB. A table has the columns indicator, unit, period, numerator,
    /// denominator, value, source, stratum, provisional, coverage, missing, note and context; the first three are
    /// needed.
    Values(Values),
    /// Municipalities (KLASS 131) from Statistics Norway's tables, with all their versions.
    Municipalities(Tables),
    /// Counties (KLASS 104) from Statistics Norway's tables, with all their versions.
    Counties(Tables),
}

#[derive(clap::Args)]
struct Values {
    /// The file.
    file: PathBuf,
    /// How it is made up: table, json-stat, dhis2-json, dhis2-xml, dhis2-csv, adx, fhir, nki,
    /// skde-cases or skde-coverage. Found out when it is not given.
    #[arg(long)]
    format: Option<String>,
    /// The register whose numbers name the units: orgnr, kommunenr, fylkesnr, reshid, her or local.
    #[arg(long)]
    unit_codes: Option<String>,
    /// Who sent it: with a name that is known, the file is read as was remembered; other flags then change
    /// nothing unless --save is given.
    #[arg(long)]
    sender: Option<String>,
    /// Remember for the sender what the flags say; what they leave out is forgotten.
    #[arg(long, requires = "sender")]
    save: bool,
    /// Which of the sender's codes are which of ours: a file with lines such as
    /// `indicator;theirs;ours;numerator`, `unit;theirs;ours` and `stratum;theirs;ours`.
    #[arg(long)]
    codes: Option<PathBuf>,
    /// What a DHIS2 says about its values: its metadata as JSON. May be given several times.
    #[arg(long)]
    metadata: Vec<PathBuf>,
    /// Why values that are there already are replaced.
    #[arg(long, default_value = "")]
    reason: String,
    /// Tell on standard error how far it has come, also when that is no terminal.
    #[arg(long)]
    progress: bool,
}

#[derive(clap::Args)]
struct Tables {
    /// The versions: name, code, label, variant, validFrom, validTo.
    nodes: PathBuf,
    /// Which version became which: from, to (row numbers of the versions), changeOccurred.
    edges: PathBuf,
}

/// Reads the file and writes what it says.
pub async fn run(settings: &Settings, args: Args) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let db = existing(settings).await?;
    let voice = varde_web::voice(&house::rooms(), Locale::Nb, clock.zone());
    match &args.what {
        What::Units { file } => {
            let register = people::units::register(&db).await?;
            let plan =
                units(&read(&voice, file)?, &register, clock.today()).map_err(|problems| told(&voice, &problems))?;
            for (effect, what) in [
                (Effect::Created, "new"),
                (Effect::Renamed, "renamed"),
                (Effect::Moved, "moved"),
                (Effect::Closed, "closed"),
                (Effect::Corrected, "corrected"),
            ] {
                say(format!("{:>6} {what}", plan.count(effect)));
            }
            say(format!("{:>6} unchanged", plan.n_unchanged));
            change(&db, &clock, plan.change, args.dry_run).await?;
        }
        What::Municipalities(tables) => {
            self::tables(&db, &clock, &voice, Klass::Municipalities, tables, args.dry_run).await?;
        }
        What::Counties(tables) => self::tables(&db, &clock, &voice, Klass::Counties, tables, args.dry_run).await?,
        What::Values(asked) => values(&db, &clock, &voice, asked, args.dry_run).await?,
    }
    if args.dry_run {
        say("Nothing was written: this was a dry run.");
    }
    Ok(db.close().await?)
}

/// Reads a file, unless it is too large: then nothing of it is read.
fn read(voice: &Say, file: &Path) -> Result<Vec<u8>, Failure> {
    let wrong = |error| Failure::Asked(format!("{}: {error}", file.display()));
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let mut length = std::fs::metadata(file).map_err(wrong)?.len();
    if length <= most {
        // What is no file, such as a pipe, tells no length beforehand.
        let opened = std::fs::File::open(file).map_err(wrong)?;
        opened.take(most + 1).read_to_end(&mut bytes).map_err(wrong)?;
        length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    }
    if most < length {
        let max = (MAX_BYTES >> 20).to_string();
        let text = voice.with("indicators-import-too-large-to-read", &[("max", max.as_str().into())]);
        return Err(Failure::Asked(format!("{}: {text}", file.display())));
    }
    Ok(bytes)
}

fn told(voice: &Say, problems: &Problems) -> Failure {
    let mut text = format!("the file has {}; nothing was written:", counted(problems.len(), "problem"));
    for problem in problems {
        let place = match &problem.place {
            Place::Whole => String::new(),
            Place::Field(name) => format!("{name}: "),
            Place::Line(line, None) => format!("line {line}: "),
            Place::Line(line, Some(column)) => format!("line {line}, {column}: "),
        };
        text.extend(["\n  ", &place, &voice.problem(problem)]);
    }
    Failure::Asked(text)
}

async fn tables(
    db: &Db,
    clock: &MachineClock,
    voice: &Say,
    which: Klass,
    tables: &Tables,
    dry_run: bool,
) -> Result<(), Failure> {
    let register = people::units::register(db).await?;
    let change = klass(which, &read(voice, &tables.nodes)?, &read(voice, &tables.edges)?, &register)
        .map_err(|problems| told(voice, &problems))?;
    say(format!("{:>6} units change", change.after.len()));
    self::change(db, clock, change, dry_run).await
}

async fn change(db: &Db, clock: &MachineClock, change: Change, dry_run: bool) -> Result<(), Failure> {
    if dry_run || change.after.is_empty() {
        return Ok(());
    }
    let tx = db.begin_write(Author::System(System::Console), clock.now()).await?;
    let register = people::units::register(&tx).await?;
    let granted = people::changes::grant(&Actor::System(System::Console), &register, change, clock.today())?;
    people::changes::save(&tx, &granted, None, clock.today()).await?;
    tx.commit().await?;
    say("Written.");
    Ok(())
}

async fn values(db: &Db, clock: &MachineClock, voice: &Say, asked: &Values, dry_run: bool) -> Result<(), Failure> {
    let bytes = read(voice, &asked.file)?;
    let sent = sender(db, voice, asked).await?;
    let (mapping, metadata) = (sent.mapping.clone(), sent.metadata.clone());
    let digest = digest(&bytes);
    if let Some(earlier) = senders::delivered(db, &sent.name, &digest).await?.filter(|_| !sent.name.is_empty()) {
        let (time, name) = (voice.time(earlier.at), earlier.file_name.as_str());
        let args = [("time", time.into()), ("sender", sent.name.as_str().into()), ("name", name.into())];
        say(voice.with("indicators-import-earlier", &args));
    }
    let reason = asked.reason.as_str();
    let mut progress = Progress::new(asked.progress);
    progress.tell(format!("Reading {} kB", bytes.len().div_ceil(1_000)));
    let known = (&mapping, metadata.as_ref());
    let (lines, reading) = value_file::read_aside(db, MAX_WHOLE_ROWS, bytes, known, clock.today()).await?;
    let tx = db.begin_write(Author::System(System::Console), clock.now()).await?;
    let tree = people::units::tree(&tx, clock.today()).await?;
    let console = Actor::System(System::Console);
    // Portions are written as they are found right, in one transaction: what is wrong later takes all of them back.
    let (mut counts, mut written, mut n_checked) = (Counts::default(), 0, 0);
    let mut problems = reading.problems;
    value_file::more_faults(&tx, &console, &tree, &reading.unfit, &mut problems).await?;
    for portion in lines.chunks(AT_A_TIME) {
        let mut report = value_file::check(&tx, &console, &tree, (portion.to_vec(), Problems::new())).await?;
        counts += report.counts();
        for problem in &report.problems {
            problems.push(problem.place.clone(), problem.key, problem.args.clone());
        }
        let is_free = counts.n_changed == 0 || !reason.trim().is_empty();
        if problems.is_empty() && is_free && !dry_run {
            written += value_file::apply(&tx, &mut report, reason).await?;
        }
        n_checked += portion.len();
        progress.part("Checked", n_checked, lines.len());
        if MAX_PROBLEMS <= problems.len() {
            break;
        }
    }
    progress.end();
    for remark in &reading.remarks {
        let args: Vec<(&str, Arg)> = remark.args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        say(voice.with(remark.key, &args));
    }
    if !problems.is_empty() {
        problems.sort_by_line();
        return Err(told(voice, &problems));
    }
    say(format!("{:>6} new\n{:>6} changed\n{:>6} unchanged", counts.n_new, counts.n_changed, counts.n_unchanged));
    if 0 < counts.n_changed && reason.trim().is_empty() {
        return Err(Failure::Asked("values that are there already are replaced only with --reason".into()));
    }
    if !dry_run {
        if !sent.name.is_empty() {
            let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let by = senders::grant_sender(&console, &tree, sent.clone())?;
            senders::deliver(&tx, &by, (&digest, &name), counts).await?;
        }
        if asked.save {
            let unit = tree.roots().first().copied().ok_or_else(|| Failure::Asked("there are no units yet".into()))?;
            let kept = senders::grant_sender(&console, &tree, Sender { unit, ..sent })?;
            senders::save_sender(&tx, &kept).await?;
        }
        tx.commit().await?;
        say(format!("Written: {written} values."));
    }
    Ok(())
}

/// How the file is to be read, by the flags.
fn mapping(voice: &Say, asked: &Values) -> Result<Mapping, Failure> {
    let mut mapping = Mapping { unit_codes: asked.unit_codes.clone(), ..Mapping::default() };
    if let Some(name) = &asked.format {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let known = name.parse().map_err(|()| Failure::Asked(format!("--format is one of {}", names.join(", "))))?;
        mapping.format = Some(known);
    }
    if mapping.unit_codes.is_some() && mapping.code_system().is_none() {
        return Err(Failure::Asked("--unit-codes is one of orgnr, kommunenr, fylkesnr, reshid, her, local".into()));
    }
    if let Some(file) = &asked.codes {
        let bytes = read(voice, file)?;
        let wrong = |line: usize| Failure::Asked(format!("{}: line {line} cannot be read", file.display()));
        mapping.codes = Mapping::read_codes(std::str::from_utf8(&bytes).map_err(|_| wrong(1))?).map_err(wrong)?;
    }
    Ok(mapping)
}

fn metadata(voice: &Say, files: &[PathBuf]) -> Result<Option<Metadata>, Failure> {
    let mut all: Option<Metadata> = None;
    for file in files {
        let one = Metadata::read(&read(voice, file)?)
            .map_err(|key| Failure::Asked(format!("{}: {}", file.display(), voice.t(key))))?;
        match &mut all {
            Some(all) => all.join(one),
            None => all = Some(one),
        }
    }
    Ok(all)
}

/// Whom the file is from: what is remembered, or what the flags say.
async fn sender(db: &Db, voice: &Say, asked: &Values) -> Result<Sender, Failure> {
    let name = asked.sender.clone().unwrap_or_default();
    let known = if name.is_empty() { None } else { senders::sender(db, &name).await? };
    let beside = metadata(voice, &asked.metadata)?;
    Ok(match known {
        Some(known) if asked.save => Sender { mapping: mapping(voice, asked)?, ..known }.told(beside),
        Some(known) => known.told(beside),
        None => {
            let (unit, mapping) = (UnitId::from_code(""), mapping(voice, asked)?);
            Sender { name, unit, mapping, metadata: beside, version: 0 }
        }
    })
}
