//! The plug is pulled while people write: what was acknowledged is there, and nothing is half there.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use varde_kernel::UnitId;
use varde_store::{Db, Read};

use crate::house::{House, Visitor, database, on_each, prepare, said};

/// How many write at the same time.
const WRITERS: usize = 8;

/// A number from a seed, so that a failure can be had again.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_being_killed() {
    on_each(async |folder| println!("{}", killed_and_started_again(folder).await)).await;
}

async fn killed_and_started_again(folder: &Path) -> String {
    let kills = number("VARDE_KILLS", 5);
    let mut seed = number("VARDE_SEED", 1814);
    prepare(folder);
    let mut house = House::start(folder);
    let visitor = Visitor::sign_in(&house.address, "editor").await;
    let (mut acknowledged, mut measures): (Vec<String>, Vec<String>) = Default::default();
    for kill in 1..=kills {
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new(AtomicUsize::new(0));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (address, visitor) = (house.address.clone(), visitor.clone());
                let (stop, done) = (stop.clone(), done.clone());
                // Every fourth writes measures, which have words to be found by and a state of their own.
                let what = if writer % 4 == 3 { &MEASURES } else { &PERSONS };
                tokio::spawn(async move {
                    (writer % 4 == 3, write(&address, visitor, what, &format!("k{kill}w{writer}"), &stop, &done).await)
                })
            })
            .collect();
        // Never before something has been written, else the kill would prove nothing.
        while done.load(Ordering::Relaxed) < WRITERS && !writers.iter().any(JoinHandle::is_finished) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(next(&mut seed) % 700)).await;
        house.kill();
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            let (are_measures, names) = writer.await.expect("a writer ends");
            if are_measures { &mut measures } else { &mut acknowledged }.extend(names);
        }
        house = House::start(folder);
        let mut visitor = visitor.clone();
        let page = visitor.get(&house.address, "/").await.expect("an answer");
        assert_eq!(page.status, 200, "the session holds over kill {kill}");
        let export = visitor.get(&house.address, "/people/export").await.expect("an answer");
        assert_eq!(export.status, 200);
        for name in &acknowledged {
            assert_eq!(export.text.matches(&format!("\"{name}\"")).count(), 1, "{name} after kill {kill}");
        }
        let verified = said(folder, &["audit", "verify"], "");
        assert!(verified.contains("whole"), "{verified}");
    }
    house.kill();
    nothing_half_saved(folder, &measures).await;
    assert!(!measures.is_empty(), "measures were written too");
    format!("{} writes acknowledged over {kills} kills, all there", acknowledged.len() + measures.len())
}

/// What is written: the form's address, the field of the name and that of the unit.
type Written = (&'static str, &'static str, &'static str);

const PERSONS: Written = ("/people", "name", "unit");
const MEASURES: Written = ("/measures", "title", "unit_id");

/// Makes one thing after the other until the house is gone; gives the names that were acknowledged.
async fn write(
    address: &str,
    mut visitor: Visitor,
    (path, name_field, unit_field): &Written,
    mark: &str,
    stop: &AtomicBool,
    done: &AtomicUsize,
) -> Vec<String> {
    let unit = UnitId::from_code("top").to_string();
    let mut names = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let name = format!("Syntetisk {mark}n{}", names.len());
        let fields = [(*name_field, name.as_str()), (*unit_field, &unit)];
        match visitor.post(address, path, &fields).await {
            Ok(answer) => {
                assert!(matches!(answer.status, 200 | 303), "{path}: {} {}", answer.status, answer.text);
                names.push(name);
                done.fetch_add(1, Ordering::Relaxed);
            }
            // Whether this one was kept is open; nobody was told that it was.
            Err(_) => break,
        }
    }
    names
}

/// Every person and measure has the line that tells of the making, and the other way round; and each measure that was
/// acknowledged is there once, with its state noted and its words to be found.
async fn nothing_half_saved(folder: &Path, measures: &[String]) {
    let db = Db::open(&database(folder)).await.expect("it opens");
    let count = async |sql: &str| db.number(sql, vec![]).await.expect("a number");
    for kind in ["person", "measure"] {
        let created = format!(
            "select count(distinct thing_id) as n from history_line where thing_kind = '{kind}' and action = 'created'"
        );
        let (made, there) = (count(&created).await, count(&format!("select count(*) as n from {kind}")).await);
        assert_eq!(there, made, "{kind}");
    }
    let whole = "select count(*) as n from measure m where m.title = $1
        and exists (select 1 from state_since s where s.thing_id = m.id)
        and exists (select 1 from search_entry e where e.id = m.id)";
    for title in measures {
        let n = db.number(whole, varde_store::values![title.as_str()]).await.expect("a number");
        assert_eq!(n, 1, "{title}");
    }
}
