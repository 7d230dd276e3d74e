//! Bringing a database up to date.

use varde_store::{Db, Migration, Read, Sql, migrate, migrated, migrations};
use varde_testkit::on_both;

use super::{at, things};

fn with(more: Vec<Migration>) -> Vec<Migration> {
    migrations().into_iter().chain(things()).chain(more).collect()
}

#[test]
fn running_again_changes_nothing() {
    on_both(things(), |db| async move {
        let before = migrated(&db).await.unwrap();
        assert_eq!(migrate(&db, with(vec![]), at(0)).await.unwrap(), [""; 0]);
        assert_eq!(migrated(&db).await.unwrap(), before);
    });
}

#[test]
fn a_step_that_fails_leaves_nothing_behind() {
    on_both(things(), |db| async move {
        let broken = Migration {
            name: "m20261122910000_test_broken",
            up: &[Sql::Both("create table half (id uuid primary key)"), Sql::Both("create table half (again")],
        };
        assert!(migrate(&db, with(vec![broken]), at(0)).await.is_err());
        assert!(db.number("select count(*) as n from half", vec![]).await.is_err(), "no half table");
        assert_eq!(migrated(&db).await.unwrap().len(), with(vec![]).len());
    });
}

#[test]
fn two_who_start_at_once_migrate_once() {
    on_both(vec![], |db| async move {
        // Pools and queues of their own, as two processes have.
        let url = address(&db).await;
        let mut starters = Vec::new();
        for _ in 0..4 {
            let url = url.clone();
            starters.push(tokio::spawn(async move {
                let db = Db::open(&url).await.unwrap();
                let ran = migrate(&db, with(vec![]), at(0)).await.unwrap();
                db.close().await.unwrap();
                ran.len()
            }));
        }
        let mut ran = 0;
        for starter in starters {
            ran += starter.await.unwrap();
        }
        assert_eq!(ran, 1);
    });
}

#[test]
fn four_who_find_no_file_at_all_make_one() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("new.sqlite").display());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    let ran = runtime.block_on(async {
        let starters: Vec<_> = (0..4)
            .map(|_| {
                let url = url.clone();
                tokio::spawn(async move {
                    let db = Db::open(&url).await.unwrap();
                    migrate(&db, with(vec![]), at(0)).await.unwrap().len()
                })
            })
            .collect();
        let mut ran = 0;
        for starter in starters {
            ran += starter.await.unwrap();
        }
        ran
    });
    assert_eq!(ran, with(vec![]).len());
}

/// Where a test's database is, for opening it a second time.
pub(super) async fn address(db: &Db) -> String {
    let file = db.one("select file as place from pragma_database_list", vec![], |row| row.get::<String>("place")).await;
    if let Ok(Some(file)) = file {
        return format!("sqlite:{file}");
    }
    let sql = "select current_database()::text as place";
    let name = db.one(sql, vec![], |row| row.get::<String>("place")).await.unwrap().unwrap();
    let server = std::env::var("VARDE_TEST_POSTGRES").unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}
