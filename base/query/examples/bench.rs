//! Makes event files of a nation's size and counts in them, one question a process, so that whoever starts it can
//! measure what each costs. `bench/events.py` does, and asks `DuckDB` the same of the same files.
//!
//! ```text
//! bench make FOLDER STAYS      files with about so many stays
//! bench ask QUESTION FOLDER    counts; QUESTION is survival, courses or readmission
//! bench sql QUESTION           the question as it is put to the engine
//! ```

use std::error::Error;
use std::io::{BufWriter, Write as _, stdout};
use std::path::Path;
use std::time::Instant;

use varde_events::{Attribution, Definition, Kind, Weights, figures};
use varde_query::{BUCKETS, Embedded, Origin, Receive, Store, compute, question, read_definitions, take_from};
use varde_synthetic::EventPlan;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DEFINITIONS: &str = include_str!("../../../content/event-indicators.yaml");
/// The last instant of 2025: everything of the ten years before is ripe but December.
const CUT_OFF: i64 = 1_767_225_599;
/// What the engine may hold.
const MEMORY: usize = 256 << 20;

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder, n_stays] => make(Path::new(folder), n_stays.parse()?),
        ["ask", question, folder] => ask(&definition(question)?, Path::new(folder)),
        ["sql", question] => {
            let definition = definition(question)?;
            let sql = if definition.is_course() {
                question::following(&definition)
            } else {
                question::counting(&definition, CUT_OFF)
            };
            Ok(writeln!(stdout(), "{sql}")?)
        }
        _ => Err("make FOLDER STAYS | ask QUESTION FOLDER | sql QUESTION".into()),
    }
}

/// The definitions of `content/`, where a question differs from them as it says.
fn definition(question: &str) -> Result<Definition, Box<dyn Error>> {
    let all = read_definitions(DEFINITIONS)?;
    let of = |code: &str| all.iter().find(|one| one.definition.code == code).map(|one| one.definition.clone());
    let found = match question {
        // Each stay by itself, for its own hospital.
        "survival" => {
            of("survival-30d-all").map(|found| Definition { link: None, attribution: Attribution::Whole, ..found })
        }
        // Stays linked into courses and shared by time.
        "courses" => of("survival-30d-all"),
        // Of all ages rather than from 67 on, which is more work.
        "readmission" => of("readmission-30d").map(|mut found| {
            found.scope.age_from = None;
            found
        }),
        _ => None,
    };
    found.ok_or_else(|| format!("{question} is none of survival, courses, readmission").into())
}

fn make(folder: &Path, n_stays: u64) -> Done {
    let codes = |what: &str, n: usize| (0..n).map(|number| format!("syn.{what}{number}")).collect();
    let plan = EventPlan {
        seed: 20_260_101,
        hospitals: codes("h", 60),
        homes: Vec::new(),
        areas: codes("area", 357),
        first_month: 2016 * 12,
        n_months: 120,
        mean_stays: 5.0,
    };
    let origin = Origin { source: "bench", sha256: "made", secret: "none", zone: "UTC", now: "2026-01-01T00:00:00Z" };
    let begun = Instant::now();
    let taken = take_from(folder, BUCKETS, (&origin, &mut |_| {}), |into: &mut dyn Receive| {
        for code in plan.places().codes() {
            into.place(code);
        }
        let (mut stays, mut events) = (0, Vec::new());
        for number in 0.. {
            if n_stays <= stays {
                break;
            }
            plan.person(number, &mut events);
            for event in events.drain(..) {
                stays += u64::from(event.kind == Kind::Stay);
                into.event((0, number), event)?;
            }
        }
        Ok(())
    })?;
    let store = Store::open(folder)?;
    let (bytes, rows) = store.files().iter().fold((0, 0), |sum, file| (sum.0 + file.bytes, sum.1 + file.n_rows));
    let seconds = begun.elapsed().as_secs_f64();
    Ok(writeln!(stdout(), "{rows} events in {} files, {} MB, {seconds:.0} s", taken.n_files, bytes / 1_000_000)?)
}

fn ask(definition: &Definition, folder: &Path) -> Done {
    let store = Store::open(folder)?;
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    let engine = Embedded::new(store.root(), MEMORY, n_threads)?;
    let cube = compute(&engine, &store, definition, CUT_OFF)?;
    let weights = Weights::of(definition, &cube);
    let mut out = BufWriter::new(stdout().lock());
    for figure in figures(definition, &cube, weights.as_ref()) {
        let adjusted = figure.adjusted.map(|adjusted| format!("{:.6}", adjusted.value)).unwrap_or_default();
        let first_month = definition.period.first_month(figure.period);
        writeln!(out, "{},{first_month},{},{},{adjusted}", figure.unit, figure.total.n, figure.total.d)?;
    }
    Ok(out.flush()?)
}
