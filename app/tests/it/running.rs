//! The program in several processes, and what it says beside its pages.

use std::fs;
use std::time::Duration;

use varde_store::{Db, Read};

use crate::house::{ELSEWHERE, House, Visitor, Worker, database, on_each, prepare, said};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_process_serves_and_another_works() {
    on_each(async |folder| {
        prepare(folder);
        let house = House::start_with(folder, &["--no-work"]);
        let mut visitor = Visitor::sign_in(&house.address, "editor").await;
        assert_eq!(visitor.get(&house.address, "/work").await.expect("an answer").status, 200);
        let db = Db::open(&database(folder)).await.expect("open");
        // Longer than a worker rests between two looks.
        tokio::time::sleep(Duration::from_secs(3)).await;
        let jobs = "select count(*) as n from job where state = 'done'";
        assert_eq!(db.number(jobs, vec![]).await.expect("a count"), 0, "who only serves does no work");
        let worker = Worker::start(folder);
        let mut rest = 200;
        while db.number(jobs, vec![]).await.expect("a count") == 0 && 0 < rest {
            tokio::time::sleep(Duration::from_millis(50)).await;
            rest -= 1;
        }
        assert!(0 < db.number(jobs, vec![]).await.expect("a count"), "the other process took the work");
        assert_eq!(visitor.get(&house.address, "/work").await.expect("an answer").status, 200);
        drop(worker);
        db.close().await.expect("closed");
        house.kill();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_says_of_a_plan_what_its_page_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let prepared = said(folder.path(), &["demo", "--prepare", "--data", "demo"], "");
    assert!(prepared.contains("synthetic units"), "{prepared}");
    let again = said(folder.path(), &["demo", "--prepare", "--data", "demo"], "");
    assert!(!again.contains("synthetic units"), "what is there is left as it is: {again}");
    let file = folder.path().join("demo/varde-demo.sqlite");
    fs::write(folder.path().join(ELSEWHERE), format!("sqlite:{}", file.display())).expect("written");
    let house = House::start_with(folder.path(), &["--no-work"]);
    let mut nurse = Visitor::sign_in_with(&house.address, "sykepleier", "varde-demo-2026").await;
    let plan = varde_kernel::PlanId::from_code("plan.nhp");
    for format in ["text", "json", "csv"] {
        let said = said(folder.path(), &["status", "--plan", "plan.nhp", "--format", format], "");
        let path = format!("/plans/{plan}/status?format={format}");
        let page = nurse.get(&house.address, &path).await.expect("an answer");
        assert_eq!((page.status, page.text.trim_end()), (200, said.trim_end()), "{format}");
    }
    // The ward that got better did so after a measure: its page leads to the chart, and the chart shows it.
    let ward = varde_kernel::UnitId::from_code(varde_synthetic::IMPROVED);
    let ulcers = varde_kernel::IndicatorId::from_code("syn.ind.ulcers");
    let measure =
        varde_kernel::MeasureId::from_code(&format!("syn.measure.syn.ind.ulcers.{}", varde_synthetic::IMPROVED));
    // Her ward's neighbour counts few: the chart is for those who work with it.
    let mut director = Visitor::sign_in_with(&house.address, "direktor", "varde-demo-2026").await;
    let page = director.get(&house.address, &format!("/measures/{measure}")).await.expect("an answer");
    let chart = format!("/indicators/{ulcers}/units/{ward}");
    assert_eq!(page.status, 200, "{}", page.text);
    for words in ["Ny rutine for snuing og madrasser", "Syntetisk", chart.as_str()] {
        assert!(page.text.contains(words), "{words} is not in {}", page.text);
    }
    let page = director.get(&house.address, &chart).await.expect("an answer");
    assert!(page.text.contains("chart-event") && page.text.contains(": Ny rutine for snuing og madrasser"));
    let then = said(folder.path(), &["status", "--plan", "plan.nhp", "--as-of", "2022-06-30", "--language", "en"], "");
    assert!(then.contains("2022") && then.contains("13 numeric targets"), "{then}");
    house.kill();
}

#[test]
fn what_was_before_is_forgotten_on_request_and_the_history_stays_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let kept = said(folder.path(), &["audit", "forget"], "");
    assert!(kept.starts_with("0 payloads deleted"), "ten years are kept unless one says otherwise: {kept}");
    let forgotten = said(folder.path(), &["audit", "forget", "--days", "0"], "");
    let n: usize = forgotten.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
    assert!(0 < n, "{forgotten}");
    assert!(said(folder.path(), &["audit", "verify"], "").contains("The history is whole"));
}
