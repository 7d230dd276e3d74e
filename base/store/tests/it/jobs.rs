//! Work for later: done once, tried again, given up.

use varde_store::{Db, Read, jobs, json};
use varde_testkit::on_both;

use super::{at, begin, begin_at, things};

async fn ask(db: &Db, count: i64) {
    let tx = begin(db).await;
    for n in 0..count {
        assert!(jobs::ask(&tx, "count", &json!({ "n": n }), at(0), None).await.unwrap());
    }
    tx.commit().await.unwrap();
}

#[test]
fn a_job_is_taken_once_by_many_workers() {
    on_both(things(), |db| async move {
        ask(&db, 30).await;
        let mut workers = Vec::new();
        for _ in 0..6 {
            let db = db.clone();
            workers.push(tokio::spawn(async move {
                let mut taken = Vec::new();
                while let Some(job) = jobs::take(&db, at(1)).await.unwrap() {
                    let tx = begin_at(&db, 1).await;
                    jobs::done(&tx, job.id).await.unwrap();
                    tx.commit().await.unwrap();
                    taken.push(job.payload);
                }
                taken
            }));
        }
        let mut taken = Vec::new();
        for worker in workers {
            taken.extend(worker.await.unwrap());
        }
        assert_eq!(taken.len(), 30);
        taken.sort();
        taken.dedup();
        assert_eq!(taken.len(), 30);
        assert_eq!(jobs::pending(&db).await.unwrap(), (0, 0));
    });
}

#[test]
fn a_job_waits_for_its_time_and_for_the_one_who_has_it() {
    on_both(things(), |db| async move {
        ask(&db, 1).await;
        assert!(jobs::take(&db, at(-1)).await.unwrap().is_none());
        assert!(jobs::take(&db, at(1)).await.unwrap().is_some());
        assert!(jobs::take(&db, at(2)).await.unwrap().is_none(), "someone has it");
        let again = jobs::take(&db, at(302)).await.unwrap().expect("its worker has gone");
        assert_eq!(again.attempts, 1);
    });
}

#[test]
fn a_job_that_fails_is_tried_later_and_given_up_after_eight_tries() {
    on_both(things(), |db| async move {
        ask(&db, 1).await;
        let mut second = 1;
        for tries in 1..=8 {
            let job = jobs::take(&db, at(second)).await.unwrap().expect("due again");
            let tx = begin_at(&db, second).await;
            jobs::failed(&tx, &job, "the mail server does not answer").await.unwrap();
            tx.commit().await.unwrap();
            assert!(jobs::take(&db, at(second + 30)).await.unwrap().is_none(), "a pause after try {tries}");
            second += 100_000;
        }
        assert!(jobs::take(&db, at(second)).await.unwrap().is_none());
        assert_eq!(jobs::pending(&db).await.unwrap(), (0, 1));
    });
}

#[test]
fn a_job_that_takes_its_worker_with_it_is_given_up_too() {
    on_both(things(), |db| async move {
        ask(&db, 1).await;
        for tries in 0..8 {
            assert!(jobs::take(&db, at(1 + tries * 301)).await.unwrap().is_some(), "try {tries}");
        }
        assert!(jobs::take(&db, at(9_000)).await.unwrap().is_none());
        assert_eq!(jobs::pending(&db).await.unwrap(), (0, 1));
    });
}

#[test]
fn the_same_key_is_asked_for_once_even_at_the_same_moment() {
    on_both(things(), |db| async move {
        let mut askers = Vec::new();
        for _ in 0..8 {
            let db = db.clone();
            askers.push(tokio::spawn(async move {
                let tx = begin(&db).await;
                let new = jobs::ask(&tx, "count", &json!(null), at(0), Some("count@2026")).await.unwrap();
                tx.commit().await.unwrap();
                new
            }));
        }
        let mut new = 0;
        for asker in askers {
            new += i64::from(asker.await.unwrap());
        }
        assert_eq!(new, 1);
        assert_eq!(jobs::pending(&db).await.unwrap(), (1, 0));
        assert_eq!(jobs::known(&db, ["count@2026", "count@2027"].into_iter()).await.unwrap(), ["count@2026"]);
    });
}

#[test]
fn a_job_that_was_not_committed_is_not_done() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        jobs::ask(&tx, "count", &json!(null), at(0), None).await.unwrap();
        drop(tx);
        assert!(jobs::take(&db, at(1)).await.unwrap().is_none());
        assert_eq!(db.number("select count(*) as n from job", vec![]).await.unwrap(), 0);
    });
}

#[test]
fn what_a_job_concerned_is_forgotten_when_done_and_the_row_when_its_time_is_over() {
    on_both(things(), |db| async move {
        ask(&db, 3).await;
        let texts = async |db: &Db, state: &str| {
            let sql = format!("select payload from job where state = '{state}' order by payload");
            db.all(&sql, vec![], |row| row.get::<String>("payload")).await.unwrap()
        };
        for second in [1, 50_000] {
            let job = jobs::take(&db, at(second)).await.unwrap().expect("one is due");
            let tx = begin_at(&db, second).await;
            jobs::done(&tx, job.id).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert_eq!(texts(&db, "done").await, ["", ""], "nothing is kept of what they concerned");
        let mut second = 50_001;
        for _ in 0..8 {
            let job = jobs::take(&db, at(second)).await.unwrap().expect("due again");
            let tx = begin_at(&db, second).await;
            jobs::failed(&tx, &job, "the mail server did not take the letter").await.unwrap();
            tx.commit().await.unwrap();
            second += 100_000;
        }
        assert_eq!(texts(&db, "failed").await.len(), 1);
        assert_ne!(texts(&db, "failed").await, [""], "someone may still want to see it");
        let given_up = jobs::given_up(&db).await.unwrap();
        assert_eq!((given_up.len(), given_up[0].n), (1, 1));
        assert_eq!((given_up[0].kind.as_str(), given_up[0].last), ("count", at(0)));
        assert_eq!(given_up[0].reason, "the mail server did not take the letter");

        let tx = begin_at(&db, second).await;
        assert_eq!(jobs::sweep(&tx, at(50_000)).await.unwrap(), 1, "the one that was done before");
        tx.commit().await.unwrap();
        assert_eq!(texts(&db, "done").await.len(), 1);
        assert_ne!(texts(&db, "failed").await, [""]);
        let tx = begin_at(&db, second).await;
        assert_eq!(jobs::sweep(&tx, at(9_000_000)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(texts(&db, "failed").await, [""], "the row stays, what it concerned does not");
        assert_eq!(jobs::pending(&db).await.unwrap(), (0, 1));
    });
}

#[test]
fn someone_decides_what_becomes_of_work_that_was_given_up() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        for (n, key) in [(1, Some("count@today")), (2, None), (3, None)] {
            assert!(jobs::ask(&tx, "count", &json!({ "n": n }), at(0), key).await.unwrap());
        }
        tx.commit().await.unwrap();
        let mut second = 1;
        for _ in 0..24 {
            let job = jobs::take(&db, at(second)).await.unwrap().expect("due again");
            let tx = begin_at(&db, second).await;
            jobs::failed(&tx, &job, "the mail server does not answer").await.unwrap();
            tx.commit().await.unwrap();
            second += 100_000;
        }
        let failed = jobs::failed_ones(&db, 10).await.unwrap();
        assert_eq!(failed.len(), 3);
        assert!(failed.iter().all(|one| one.is_known && one.attempts == 8 && one.kind == "count"), "{failed:?}");
        let [first, second_job, third] = [0, 1, 2].map(|n| failed[n].id);

        let tx = begin_at(&db, second).await;
        assert!(jobs::retry(&tx, second_job).await.unwrap());
        assert!(!jobs::retry(&tx, second_job).await.unwrap(), "it waits already");
        assert!(jobs::drop_failed(&tx, first).await.unwrap());
        assert!(!jobs::drop_failed(&tx, first).await.unwrap(), "it is closed already");
        tx.commit().await.unwrap();
        assert_eq!(jobs::pending(&db).await.unwrap(), (1, 1));
        let again = jobs::take(&db, at(second)).await.unwrap().expect("it is tried again");
        assert_eq!((again.id, again.attempts), (second_job, 0));
        // What was closed is not asked for anew under its key.
        let tx = begin_at(&db, second).await;
        assert!(!jobs::ask(&tx, "count", &json!(null), at(0), Some("count@today")).await.unwrap());
        // What it concerned has gone: it cannot be tried, only closed.
        jobs::sweep(&tx, at(second + 100_000)).await.unwrap();
        assert!(!jobs::retry(&tx, third).await.unwrap());
        tx.commit().await.unwrap();
        assert!(!jobs::failed_ones(&db, 10).await.unwrap()[0].is_known);
        let told = varde_store::history::of_thing(&db, second_job, 10).await.unwrap();
        assert_eq!(told.iter().map(|line| line.action.as_str()).collect::<Vec<_>>(), ["retried"]);
    });
}
