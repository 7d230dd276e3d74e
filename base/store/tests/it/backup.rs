//! Everything out to a file, and in again into either database.

use std::collections::BTreeMap;
use std::io::{Read as _, Write};

use varde_kernel::access::{Kind, Scope};
use varde_kernel::{PlanId, Words};
use varde_store::history::{self, Line};
use varde_store::search::{self, Entry};
use varde_store::{BackupError, Db, Insert, Migration, Read, Sql, backup, json, migrations, restore, setting};
use varde_testkit::on_both;

use super::migrations::address;
use super::{at, begin_at, put, things};

fn all() -> Vec<Migration> {
    migrations().into_iter().chain(things()).collect()
}

/// More than one page of rows, children before their parents, odd numbers and letters, a history.
async fn fill(db: &Db) {
    let tx = begin_at(db, 1).await;
    let parent = put(&tx, "zz parent", i64::MAX).await;
    for n in 0..2_500_i64 {
        let insert = Insert::into("thing").set("id", PlanId::from_code(&format!("thing {n}"))).set("version", n);
        let insert = match n % 5 {
            0 => insert.words("name", &Words { nb: "«Å»\n\"'\\\u{1F3D4}".into(), nn: None, en: Some(String::new()) }),
            1 => insert.set("parent_id", parent).set("x", 1e-300 * (0.1 + 0.2)),
            2 => insert.set("ok", true).set("x", f64::MAX),
            3 => insert.set("ok", false).set("n", i64::MIN),
            _ => insert,
        };
        insert.run(&tx).await.unwrap();
    }
    // A row that comes before the one it points to.
    let last = "select id from thing order by id desc limit 1";
    tx.run(&format!("update thing set parent_id = ({last}) where version = 3"), vec![]).await.unwrap();
    setting::set(&tx, "name", "Prøvehelse").await.unwrap();
    search::put(
        &tx,
        Entry {
            id: parent.uuid(),
            kind: "plan",
            unit: None,
            href: "/plans/1".into(),
            title: Words::plain("Handlingsplan"),
            detail: String::new(),
            text: String::new(),
            open: true,
        },
    )
    .await
    .unwrap();
    tx.record(Line::new(Kind::Plan, parent, None, "created").after(json!({ "n": 1 })).why("to see it again"));
    tx.commit().await.unwrap();
}

/// Every row of every table that is copied, as text, in an order of its own.
async fn rows(db: &Db) -> BTreeMap<&'static str, Vec<String>> {
    let mut rows = BTreeMap::new();
    for (table, columns) in [
        ("thing", &["id", "parent_id", "name", "name_nn", "name_en", "n", "x", "ok", "version"][..]),
        ("setting", &["name", "value"]),
        ("history_line", &["chain", "seq", "at", "author", "thing_id", "unit_id", "version", "digest", "hash"]),
        ("history_payload", &["chain", "seq", "salt", "body"]),
        ("history_head", &["chain", "seq", "hash"]),
        ("search_entry", &["id", "kind", "href", "title", "title_nn", "open", "search_text"]),
    ] {
        let sql = format!("select {} from {table}", columns.join(", "));
        let mut lines = db
            .all(&sql, vec![], |row| {
                let said: Vec<String> = columns.iter().map(|column| said(row, column)).collect();
                Ok(said.join("|"))
            })
            .await
            .unwrap();
        lines.sort();
        rows.insert(table, lines);
    }
    rows
}

fn said(row: &varde_store::Row, column: &str) -> String {
    match column {
        "id" | "parent_id" | "thing_id" | "unit_id" => format!("{:?}", row.get::<Option<uuid::Uuid>>(column)),
        "n" | "version" | "seq" | "at" => format!("{:?}", row.get::<Option<i64>>(column)),
        "x" => format!("{:?}", row.get::<Option<f64>>(column)),
        "ok" | "open" => format!("{:?}", row.get::<Option<bool>>(column)),
        _ => format!("{:?}", row.get::<Option<String>>(column)),
    }
}

async fn written(db: &Db) -> Vec<u8> {
    let mut file = Vec::new();
    backup(db, &mut file, at(9)).await.unwrap();
    file
}

async fn new_sqlite(folder: &tempfile::TempDir) -> Db {
    Db::open(&format!("sqlite:{}", folder.path().join("new.sqlite").display())).await.unwrap()
}

/// A PostgreSQL database without a table, beside the test's own when that is one.
async fn on_new_postgres<F: AsyncFn(Db)>(name: &str, story: F) {
    let server = std::env::var("VARDE_TEST_POSTGRES").unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    let name = format!("varde_new_{name}_{}", std::process::id());
    let admin = Db::open(&server).await.unwrap();
    outside(&admin, &format!("create database {name} template template0")).await;
    let db = Db::open(&format!("{base}/{name}")).await.unwrap();
    story(db.clone()).await;
    db.close().await.unwrap();
    outside(&admin, &format!("drop database {name} with (force)")).await;
    admin.close().await.unwrap();
}

/// Reading runs any one statement, outside a transaction.
async fn outside(db: &Db, sql: &str) {
    db.one(sql, vec![], |_| Ok(())).await.unwrap();
}

#[test]
fn what_was_written_is_read_into_either_database() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let file = written(&db).await;
        let before = rows(&db).await;
        assert_eq!(before["thing"].len(), 2_501);
        let same = async |new: Db| {
            let copied = restore(&new, file.as_slice(), all(), at(10)).await.unwrap();
            assert_eq!(copied.tables["thing"], 2_501);
            assert!(rows(&new).await == before, "every row is the same");
            assert_eq!(history::verify(&new, &history::heads(&db).await.unwrap()).await.unwrap(), (1, vec![]));
            assert_eq!(search::count(&new, "handlingsplaner", &Scope::Everything).await.unwrap(), 1);
            // Keys hold, and life goes on.
            let tx = begin_at(&new, 11).await;
            let lost = Insert::into("thing")
                .set("id", PlanId::from_code("lost"))
                .set("parent_id", PlanId::from_code("nobody"))
                .set("version", 1_i64)
                .run(&tx)
                .await;
            assert!(lost.is_err(), "a key that points nowhere");
            drop(tx);
            let tx = begin_at(&new, 12).await;
            tx.record(Line::new(Kind::Plan, PlanId::from_code("after"), None, "created"));
            tx.commit().await.unwrap();
            assert_eq!(history::verify(&new, &[]).await.unwrap().1, []);
        };
        let folder = tempfile::tempdir().unwrap();
        same(new_sqlite(&folder).await).await;
        let from = if address(&db).await.starts_with("sqlite") { "sqlite" } else { "postgres" };
        on_new_postgres(from, same).await;
    });
}

#[test]
fn a_backup_is_one_state_while_others_write() {
    on_both(things(), |db| async move {
        let writer = tokio::spawn({
            let db = db.clone();
            async move {
                for n in 0..40_i64 {
                    let tx = begin_at(&db, n).await;
                    let id = put(&tx, &format!("thing {n}"), n).await;
                    tx.record(Line::new(Kind::Plan, id, None, "created"));
                    tx.commit().await.unwrap();
                }
            }
        });
        let mut files = vec![written(&db).await];
        while !writer.is_finished() {
            files.push(written(&db).await);
        }
        writer.await.unwrap();
        for file in files {
            let folder = tempfile::tempdir().unwrap();
            let new = new_sqlite(&folder).await;
            let copied = restore(&new, file.as_slice(), all(), at(10)).await.unwrap();
            assert_eq!(copied.tables["thing"], copied.tables["history_line"]);
            assert_eq!(history::verify(&new, &[]).await.unwrap().1, []);
        }
    });
}

fn plain(file: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text
}

fn packed(text: &str) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(text.as_bytes()).unwrap();
    out.finish().unwrap()
}

#[test]
fn a_file_that_is_not_whole_is_refused_and_nothing_is_left() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let file = written(&db).await;
        let text = plain(&file);
        let without_last = text.trim_end().rsplit_once('\n').map(|(rest, _)| format!("{rest}\n")).unwrap();
        let changed_row = text.replacen("Prøvehelse", "Prøvehelsa", 1);
        let without_row = {
            let mut lines: Vec<&str> = text.lines().collect();
            let row = lines.iter().position(|line| line.starts_with('[')).unwrap();
            lines.remove(row);
            lines.join("\n") + "\n"
        };
        let mut turned = file.clone();
        let middle = turned.len() / 2;
        turned[middle] ^= 0x55;
        let cut = file[..file.len() - 20].to_vec();
        let mut longer = file.clone();
        longer.extend(packed("[1]\n"));
        for (what, bad, expected) in [
            ("cut", cut, "cut off"),
            ("cut cleanly", packed(&without_last), "cut off"),
            ("a byte turned", turned, "damaged"),
            ("a row changed", packed(&changed_row), "digest"),
            ("a row removed", packed(&without_row), "digest"),
            ("something added", longer, "follows"),
            ("another file", b"PK\x03\x04 something else".to_vec(), "not a backup"),
            ("other text", packed("{}\n"), "not a backup"),
            ("a later form", packed("{\"varde_backup\":99}\n"), "newer"),
            ("a later program", packed(&text.replacen("_test_things", "_test_unheard_of", 1)), "newer"),
            ("nothing", Vec::new(), "cut off"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let new = new_sqlite(&folder).await;
            let said = restore(&new, bad.as_slice(), all(), at(10)).await.unwrap_err().to_string();
            assert!(said.contains(expected), "{what}: {said}");
            let tables = "select count(*) as n from sqlite_master";
            assert_eq!(new.number(tables, vec![]).await.unwrap(), 0, "{what} leaves nothing");
        }
        let said = restore(&db, file.as_slice(), all(), at(10)).await;
        assert!(matches!(said, Err(BackupError::NotEmpty(_))), "a database in use is left alone");
        assert_eq!(db.number("select count(*) as n from thing", vec![]).await.unwrap(), 2_501);
    });
}

#[test]
fn an_older_backup_is_brought_up_to_date() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let file = written(&db).await;
        let mut newer = all();
        newer.push(Migration {
            name: "m20261122910000_test_colour",
            up: &[Sql::Both("alter table thing add column colour text"), Sql::Both("update thing set colour = 'grey'")],
        });
        let folder = tempfile::tempdir().unwrap();
        let new = new_sqlite(&folder).await;
        restore(&new, file.as_slice(), newer, at(10)).await.unwrap();
        let grey = "select count(*) as n from thing where colour = 'grey'";
        assert_eq!(new.number(grey, vec![]).await.unwrap(), 2_501);
    });
}
