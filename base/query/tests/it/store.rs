//! The store: once, all or nothing, corrected where it lies, and never half.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use varde_events::{Cube, Kind, evaluate, seconds_at_month};
use varde_query::{
    Collected, Delivered, Delivery, Embedded, Fault, Form, Keys, Origin, Progress, Store, StoreError, Taken, compute,
    read, take, take_from,
};

use super::engine::definitions;
use super::{keys, zone};

const NOW: &str = "2026-01-01T00:00:00Z";
const HEAD: &str = "person;event;kind;unit;start;end;residence;born;sex;acute;code;died\n";

struct House {
    folder: tempfile::TempDir,
    n_files: u32,
}

impl House {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), n_files: 0 }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("events")
    }

    fn file(&mut self, rows: &str) -> PathBuf {
        self.n_files += 1;
        let path = self.folder.path().join(format!("{}.csv", self.n_files));
        fs::write(&path, format!("{HEAD}{rows}")).unwrap();
        path
    }

    fn take_with(&mut self, source: &str, rows: &str, keys: &Keys) -> Result<Taken, StoreError> {
        let files = [self.file(rows)];
        let delivery = Delivery { source, files: &files, form: Form::Csv, keys, zone: &zone() };
        take(&self.root(), 2, &delivery, (NOW, &mut |_| {}))
    }

    fn take(&mut self, source: &str, rows: &str) -> Taken {
        self.take_with(source, rows, &keys()).unwrap()
    }

    fn cube(&self) -> Cube {
        let store = Store::open(&self.root()).unwrap();
        store.check().unwrap();
        let engine = Embedded::new(store.root(), 64 << 20, 1).unwrap();
        compute(&engine, &store, &definitions()[0], late()).unwrap()
    }

    /// Numerator and denominator over everything.
    fn counted(&self) -> (i64, i64) {
        let cube = self.cube();
        cube.cells.values().fold((0, 0), |sum, cell| (sum.0 + cell.n, sum.1 + cell.d))
    }
}

fn late() -> i64 {
    seconds_at_month(2027 * 12)
}

/// A stay of five days from the second of the month on.
fn stay(person: u32, event: u32, month: &str, died: &str) -> String {
    format!("{person};{event};stay;ward;{month}-02T10:00;{month}-07T10:00;0301;1950-01-01;f;1;S720;{died}\n")
}

/// All files below a folder with their contents.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(contents(&path)) } else { all.push((path.clone(), fs::read(&path).unwrap())) }
    }
    all.sort();
    all
}

#[test]
fn the_same_content_is_taken_once() {
    let mut house = House::new();
    let rows = [stay(1, 1, "2024-03", ""), stay(2, 2, "2025-03", "2025-03-20")].concat();
    let first = house.take("npr", &rows);
    assert_eq!((first.already, first.delivered.n_new, first.delivered.n_deaths), (false, 2, 1));
    assert_eq!(house.counted(), (1, 2));
    let before = contents(&house.root());
    let again = house.take("npr", &rows);
    assert!(again.already && again.delivered == first.delivered);
    assert_eq!(contents(&house.root()), before);
    // The same rows among others are the same rows, and their files stay as they are.
    let more = house.take("npr", &[rows.as_str(), &stay(3, 3, "2026-03", "")].concat());
    assert_eq!((more.delivered.n_new, more.delivered.n_same, more.n_files), (1, 2, 1));
    // Another source's events are others, whatever their numbers.
    let other = house.take("kpr", &rows);
    assert_eq!((other.already, other.delivered.n_new), (false, 2));
}

#[test]
fn a_correction_replaces_the_event_wherever_it_lies() {
    let mut house = House::new();
    house.take("npr", &(1..=40).map(|n| stay(n, n, "2024-03", "")).collect::<String>());
    // Another month of the same year, another year, and another person: one event each.
    let corrected = [stay(1, 1, "2024-05", ""), stay(2, 2, "2025-05", ""), stay(99, 3, "2024-03", "")].concat();
    let taken = house.take("npr", &corrected);
    assert_eq!((taken.delivered.n_new, taken.delivered.n_corrected, taken.delivered.n_same), (0, 3, 0));
    assert_eq!(house.counted(), (40, 40));
    let years: Vec<i32> = house.cube().cells.keys().map(|key| key.period).collect();
    assert!(years.contains(&2025), "{years:?}");
    // A death that another source tells of is put on the person's rows from all sources.
    let taken = house.take("kpr", &stay(4, 1, "2024-03", "2024-03-10"));
    assert_eq!((taken.delivered.n_new, taken.delivered.n_deaths), (1, 1));
    assert_eq!(house.counted(), (39, 40), "the two stays are one course");
    // A row that comes later without it is of somebody known to be dead.
    house.take("npr", &stay(4, 400, "2024-02", ""));
    assert_eq!(house.counted().1 - house.counted().0, 1);
    // Whoever tells of it anew is believed.
    house.take("npr", &stay(4, 401, "2024-01", "2026-01-01"));
    assert_eq!(house.counted(), (42, 42));
}

#[test]
fn a_store_counts_as_its_deliveries_do() {
    let mut house = House::new();
    let rows: String = (1..=60).map(|n| stay(n % 25, n, &format!("2024-{:02}", n % 12 + 1), "")).collect();
    house.take("npr", &rows);
    let mut collected = Collected::default();
    let path = house.file(&rows);
    let file = fs::File::open(path).unwrap();
    read::csv::read((0, file), ("npr", &keys(), &zone()), &mut collected).unwrap();
    assert_eq!(house.cube(), evaluate(&definitions()[0], collected.events, late()).unwrap());
}

#[test]
fn nothing_is_half_loaded_and_every_bad_line_is_named() {
    let mut house = House::new();
    house.take("npr", &stay(1, 1, "2024-03", ""));
    let before = contents(&house.root());
    let bad = [
        stay(2, 2, "2024-13", ""),
        stay(3, 3, "2024-03", ""),
        stay(3, 3, "2024-04", ""),
        stay(4, 4, "2024-03", "2024-01-01"),
        "5;5;stay;ward;2024-0".to_owned(),
    ]
    .concat();
    match house.take_with("npr", &bad, &keys()) {
        Err(StoreError::Problems(problems)) => {
            let told: Vec<(u64, &str, Fault)> =
                problems.told().iter().map(|problem| (problem.line, problem.column, problem.fault)).collect();
            assert_eq!(
                told,
                [
                    (2, "end", Fault::NoInstant),
                    (2, "start", Fault::NoInstant),
                    (5, "died", Fault::BeforeStart),
                    (6, "", Fault::Broken)
                ]
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(contents(&house.root()), before);
    // The same event twice: alike is once, otherwise it is told of.
    let twice = [stay(3, 3, "2024-03", ""), stay(3, 3, "2024-03", ""), stay(3, 3, "2024-04", "")].concat();
    match house.take_with("npr", &twice, &keys()) {
        Err(StoreError::Problems(problems)) => {
            let told: Vec<(u64, Fault)> = problems.told().iter().map(|problem| (problem.line, problem.fault)).collect();
            assert_eq!(told, [(4, Fault::Contradicts)]);
        }
        other => panic!("{other:?}"),
    }
    let alike = [stay(3, 3, "2024-03", ""), stay(3, 3, "2024-03", "")].concat();
    assert_eq!(house.take("npr", &alike).delivered.n_new, 1);
    for source in ["", "NPR", "../npr", ".incoming"] {
        assert!(matches!(house.take_with(source, &alike, &keys()), Err(StoreError::Source(_))), "{source}");
    }
    let other = Keys::new(b"another secret of the tests, thirty-two bytes or more").unwrap();
    assert!(matches!(house.take_with("npr", &alike, &other), Err(StoreError::OtherSecret)));
}

#[test]
fn a_delivery_that_is_broken_off_leaves_the_old_state() {
    let mut house = House::new();
    house.take("npr", &(1..=20).map(|n| stay(n, n, "2024-03", "")).collect::<String>());
    // Everything but the manifest gets written: a folder stands where it would go first.
    let obstacle = house.root().join("manifest.json.new");
    fs::create_dir(&obstacle).unwrap();
    let rows: String = (10..=30).map(|n| stay(n, n, "2024-04", "")).collect();
    assert!(matches!(house.take_with("npr", &rows, &keys()), Err(StoreError::File { .. })));
    let left = contents(&house.root());
    assert!(left.iter().any(|(path, _)| path.to_string_lossy().contains("-2.parquet")), "files were written");
    assert_eq!(house.counted(), (20, 20));
    fs::remove_dir(&obstacle).unwrap();
    // What a killed process leaves: half-read rows and a half-written manifest.
    fs::write(house.root().join(".incoming/bucket-0.parquet"), b"PAR1 half").unwrap();
    fs::write(&obstacle, b"{ \"form\": 1, ").unwrap();
    fs::write(house.root().join("npr/2024/00-2.parquet"), b"PAR1 half").unwrap();
    assert_eq!(house.counted(), (20, 20));
    let taken = house.take("npr", &rows);
    assert_eq!((taken.delivered.n_new, taken.delivered.n_corrected), (10, 11));
    assert_eq!(house.counted(), (30, 30));
    // Files that no longer hold stay for whoever reads them, until the next delivery.
    house.take("npr", &stay(50, 50, "2025-01", ""));
    let store = Store::open(&house.root()).unwrap();
    let files =
        contents(&house.root()).into_iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "parquet"));
    assert_eq!(files.count(), store.files().len());
}

/// The contents of a store, by their places in it.
fn held(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    contents(root).into_iter().map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes)).collect()
}

#[test]
fn a_delivery_that_was_stopped_is_taken_up_where_it_stopped() {
    let first: String = (1..=20).map(|n| stay(n, n, "2024-03", "")).collect();
    let rows: String = (10..=30).map(|n| stay(n, n, "2024-04", if n == 12 { "2025-05-01" } else { "" })).collect();
    for stop in 0..=2 {
        let (mut stopped, mut whole) = (House::new(), House::new());
        let root = stopped.root();
        stopped.take("npr", &first);
        let file = stopped.file(&rows);
        let mut n_read = 0;
        let mut go = |tell: &mut dyn FnMut(Progress)| {
            let origin = Origin { source: "npr", sha256: "b", secret: &keys().mark(), zone: "Europe/Oslo", now: NOW };
            take_from(&root, 2, (&origin, tell), |into| {
                n_read += 1;
                read::csv::read((0, fs::File::open(&file)?), ("npr", &keys(), &zone()), into)
            })
        };
        // The plug is pulled between two files.
        let told = catch_unwind(AssertUnwindSafe(|| {
            go(&mut |step| assert_ne!(step, Progress::Written { n_buckets: stop, of: 2 }))
        }));
        assert!(told.is_err());
        assert_eq!(stopped.counted(), (20, 20), "the old state holds");
        let mut steps = Vec::new();
        let taken = go(&mut |step| steps.push(step)).unwrap();
        assert_eq!((steps[0], n_read), (Progress::Written { n_buckets: stop, of: 2 }, 1), "it is not read again");
        // Nobody can tell afterwards that it was stopped.
        whole.take("npr", &first);
        let at_once = whole.take("npr", &rows);
        assert_eq!(Delivered { sha256: at_once.delivered.sha256.clone(), ..taken.delivered }, at_once.delivered);
        assert_eq!(taken.n_files, at_once.n_files);
        let without_manifest = |root: &Path| -> Vec<_> {
            held(root).into_iter().filter(|(path, _)| path != Path::new("manifest.json")).collect()
        };
        assert_eq!(without_manifest(&stopped.root()), without_manifest(&whole.root()));
        assert_eq!(stopped.counted(), whole.counted());
        assert!(!stopped.root().join(".incoming").exists());
    }
}

#[test]
fn what_waits_gives_way_to_another_delivery_and_is_not_believed_when_torn() {
    let rows: String = (10..=30).map(|n| stay(n, n, "2024-04", "")).collect();
    for torn in [None, Some(".incoming/state.json"), Some(".incoming/events"), Some("npr/2024/00-2.parquet")] {
        let mut house = House::new();
        house.take("npr", &(1..=20).map(|n| stay(n, n, "2024-03", "")).collect::<String>());
        let obstacle = house.root().join("manifest.json.new");
        fs::create_dir(&obstacle).unwrap();
        assert!(house.take_with("npr", &rows, &keys()).is_err());
        fs::remove_dir(&obstacle).unwrap();
        assert!(house.root().join(".incoming/state.json").exists(), "it waits");
        let Some(torn) = torn else {
            assert_eq!(house.take("npr", &stay(50, 50, "2025-01", "")).delivered.n_new, 1);
            assert_eq!(house.counted(), (21, 21));
            continue;
        };
        fs::write(house.root().join(torn), b"half").unwrap();
        // At the latest the second try begins anew.
        let taken = house.take_with("npr", &rows, &keys()).or_else(|_| house.take_with("npr", &rows, &keys())).unwrap();
        assert_eq!((taken.delivered.n_new, taken.delivered.n_corrected), (10, 11), "{torn}");
        assert_eq!(house.counted(), (30, 30), "{torn}");
    }
}

#[test]
fn a_torn_file_is_named_and_not_counted() {
    let mut house = House::new();
    house.take("npr", &(1..=20).map(|n| stay(n, n, "2024-03", "")).collect::<String>());
    let store = Store::open(&house.root()).unwrap();
    let path = house.root().join(&store.files()[0].path);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 100]).unwrap();
    match Store::open(&house.root()) {
        Err(StoreError::Torn { path: named, .. }) => assert_eq!(named, path),
        other => panic!("{other:?}"),
    }
    // Of the right length, but not the right content: only the digest tells.
    let mut other = whole.clone();
    other[40] ^= 0xff;
    fs::write(&path, &other).unwrap();
    assert!(matches!(Store::open(&house.root()).unwrap().check(), Err(StoreError::Torn { .. })));
    fs::write(&path, &whole).unwrap();
    assert_eq!(house.counted(), (20, 20));
    fs::write(house.root().join("manifest.json"), b"{ \"form\": 1, ").unwrap();
    assert!(matches!(Store::open(&house.root()), Err(StoreError::Torn { .. })));
    assert!(matches!(Store::open(house.folder.path()), Err(StoreError::Nothing(_))));
}

#[test]
fn from_description_bulk_fhir_is_taken_in_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.ndjson");
    let lines = [
        r#"{"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/p1"},"period":{"start":"2025-01-31T10:00:00+01:00","end":"2025-02-03"},"serviceProvider":{"reference":"Organization/o1"}}"#,
        r#"{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1950-06-15","deceasedDateTime":"2025-02-10"}"#,
    ];
    fs::write(&path, lines.join("\n")).unwrap();
    let (files, keys, zone) = ([path], keys(), zone());
    let delivery = Delivery { source: "ehr", files: &files, form: Form::Fhir, keys: &keys, zone: &zone };
    let root = folder.path().join("events");
    let taken = take(&root, 2, &delivery, (NOW, &mut |_| {})).unwrap();
    assert_eq!((taken.delivered.n_new, taken.delivered.n_deaths), (1, 1));
    let store = Store::open(&root).unwrap();
    let engine = Embedded::new(&root, 64 << 20, 1).unwrap();
    let cube = compute(&engine, &store, &definitions()[0], late()).unwrap();
    let unit = store.places().find("o1").unwrap();
    assert_eq!((cube.total(unit, 2025).n, cube.total(unit, 2025).d), (0, 1));
    assert_eq!(definitions()[0].scope.kind, Kind::Stay);
}
