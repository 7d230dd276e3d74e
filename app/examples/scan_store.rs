//! How long a look at every series takes, from a store that is made first: 100 000 series of 36 months on SQLite, a
//! hundred indicators over a thousand units. Run it optimised, on two cores:
//! `cargo run --release -p varde --example scan_store [SERIES]`.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a measuring program speaks to the console")]

use std::fmt::Write as _;
use std::time::Instant;

use jiff::Timestamp;
use varde_indicators::model::ScanList;
use varde_indicators::rules::scan::RATE;
use varde_indicators::store;
use varde_kernel::access::{Author, System};
use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_store::{Db, Insert, Tx, migrate, migrations};

/// As the program itself has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const MONTHS: i16 = 36;
const UNITS: usize = 1_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let asked: Vec<String> = std::env::args().skip(1).collect();
    // The look is a process of its own, so that its memory is not that of making the series.
    if let [first, database] = asked.as_slice()
        && first == "look"
    {
        return runtime.block_on(look(database));
    }
    let series: usize = asked.first().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("varde-scan-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let database = format!("sqlite:{}", folder.join("scan.sqlite").display());
    runtime.block_on(make(&database, series));
    let program = std::env::current_exe().expect("this program");
    let looked = std::process::Command::new(program).args(["look", &database]).status().expect("it starts");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(looked.success(), "the look ends well");
}

async fn make(database: &str, n_series: usize) {
    let db = Db::open(database).await.expect("SQLite opens");
    let tables = migrations().into_iter().chain(varde_indicators::migrations()).collect();
    migrate(&db, tables, Timestamp::UNIX_EPOCH).await.expect("the tables are made");
    let start = Instant::now();
    fill(&db, &tree(), n_series).await;
    println!("made {n_series} series of {MONTHS} months in {:.1} s", start.elapsed().as_secs_f64());
    db.close().await.expect("closed");
}

async fn look(database: &str) {
    let db = Db::open(database).await.expect("SQLite opens");
    let tree = tree();
    let before = memory();
    let start = Instant::now();
    let at = "2026-11-22T12:00:00Z".parse().expect("an instant");
    let found = store::look(&db, &tree, UnitId::from_code("no"), (at, RATE)).await.expect("an answer").own;
    println!(
        "looked at {} series in {:.2} s: {} alerts, {} to watch, {} with too little; most memory {before} MB before, {} MB after",
        found.n_series,
        start.elapsed().as_secs_f64(),
        found.count(ScanList::Alert),
        found.count(ScanList::Watch),
        found.n_short,
        memory(),
    );
    db.close().await.expect("closed");
}

/// The most memory that this process has held, in MB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default()
        / 1024
}

/// A nation of fifty trusts of twenty units.
fn tree() -> UnitTree {
    let unit = |code: String, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(&code),
        kind,
        name: Words::plain(code.clone()),
        code,
        parent: parent.map(UnitId::from_code),
    };
    let mut units = vec![unit("no".to_owned(), UnitKind::Nation, None)];
    units.extend((0..50).map(|n| unit(format!("t{n}"), UnitKind::HealthTrust, Some("no"))));
    units.extend((0..UNITS).map(|n| unit(format!("u{n}"), UnitKind::Ward, Some(&format!("t{}", n / 20)))));
    UnitTree::new(units)
}

async fn fill(db: &Db, tree: &UnitTree, n_series: usize) {
    let tx = db.begin_write(Author::System(System::Console), Timestamp::UNIX_EPOCH).await.expect("a transaction");
    for unit in tree.iter() {
        for (depth, above) in (0_i64..).zip(tree.line(unit.id).iter()) {
            let line = Insert::into("unit_line").set("unit_id", unit.id).set("ancestor_id", *above).set("depth", depth);
            line.run(&tx).await.expect("a line");
        }
    }
    let blob = |id: String| format!("x'{}'", id.replace('-', ""));
    for n in 0..n_series.div_ceil(UNITS) {
        let id = blob(IndicatorId::from_code(&format!("i{n}")).to_string());
        let empty = "''";
        run(&tx, &format!(
            "insert into indicator (id, code, name, measure, direction, direction_stated, state, levels, data, source_owner,
             companion_of, definition, numerator, denominator, note, source, search_text, version)
             values ({id}, 'i{n}', 'i{n}', 'percent', 'down', true, 'adopted', {empty}, {empty}, {empty}, {empty}, {empty},
             {empty}, {empty}, {empty}, {empty}, {empty}, 1)"
        )).await;
    }
    let mut state = 2026_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for from in (0..n_series).step_by(500) {
        let these = from..(from + 500).min(n_series);
        let (mut series, mut values) = (String::new(), String::new());
        for n in these {
            let (indicator, unit) =
                (IndicatorId::from_code(&format!("i{}", n / UNITS)), UnitId::from_code(&format!("u{}", n % UNITS)));
            let id = blob(SeriesId::from_code(&format!("s{n}")).to_string());
            let _always = write!(
                series,
                "{}({id}, {}, {}, '', '', '', 1)",
                comma(&series),
                blob(indicator.to_string()),
                blob(unit.to_string())
            );
            // A tenth are too small to be judged alone; one in a hundred has changed.
            let (small, changed) = (n % 10 == 0, n % 100 == 37);
            for month in 0..MONTHS {
                let period = Period::Month(2023 + month / 12, i8::try_from(month % 12 + 1).expect("a month"));
                let among = 150 + next(100);
                let had = if small {
                    u64::from(next(4) == 0)
                } else {
                    8 + next(12) + if changed && 20 <= month { 12 } else { 0 }
                };
                let value = next_value(had, among);
                let own = blob(ObservationId::from_code(&format!("o{n}-{month}")).to_string());
                let _always = write!(
                    values,
                    "{}({own}, {id}, '{period}', '{}', '{}', {had}.0, {among}.0, {value:?}, false, false, '', '', '', '', 0, '')",
                    comma(&values),
                    period.start(),
                    period.end()
                );
            }
        }
        run(
            &tx,
            &format!(
                "insert into series (id, indicator_id, unit_id, stratum, stratum_name, source, version) values {series}"
            ),
        )
        .await;
        run(
            &tx,
            &format!(
            "insert into observation (id, series_id, period, period_start, period_end, numerator, denominator, value,
             approximate, provisional, note, scope, source, reason, recorded_at, recorded_by) values {values}"
        ),
        )
        .await;
    }
    tx.commit().await.expect("committed");
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn next_value(had: u64, among: u64) -> f64 {
    had as f64 / among as f64 * 100.0
}

fn comma(text: &str) -> &'static str {
    if text.is_empty() { "" } else { ", " }
}

async fn run(tx: &Tx, sql: &str) {
    tx.run(sql, vec![]).await.expect("a statement");
}
