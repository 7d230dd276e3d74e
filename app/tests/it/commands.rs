//! The commands of whoever runs an installation, on the real program.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::Duration;

use varde_store::{Db, Read};

use crate::house::{House, PASSWORD, Visitor, prepare, said, varde};

fn told(output: &std::process::Output) -> (i32, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn two_who_migrate_at_once_both_succeed() {
    let folder = tempfile::tempdir().expect("a folder");
    let outputs: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..2).map(|_| scope.spawn(|| varde(folder.path(), &["migrate"], ""))).collect();
        runs.into_iter().map(|run| run.join().expect("it ends")).collect()
    });
    let mut said: Vec<_> = outputs.iter().map(told).collect();
    said.sort();
    assert!(said.iter().all(|(code, _)| *code == 0), "{said:?}");
    assert_eq!(said.iter().filter(|(_, text)| text.contains("was up to date")).count(), 1, "{said:?}");
}

#[test]
fn preparing_again_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let before = said(folder.path(), &["audit", "heads"], "");
    let again = said(folder.path(), &["init", "--unit", "Testsykehuset", "--administrator", "Test Testesen"], "");
    assert!(again.contains("already"), "{again}");
    assert_eq!(said(folder.path(), &["audit", "heads"], ""), before);
}

#[test]
fn the_status_of_a_plan_is_a_document_too() {
    let folder = tempfile::tempdir().expect("a folder");
    said(folder.path(), &["init", "--content", "--administrator", "Test Testesen"], "");
    let print = || {
        let wanted = ["status", "--plan", "plan.nhp", "--as-of", "2023-12-31", "--format", "pdf"];
        let output = varde(folder.path(), &wanted, "");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let document = print();
    assert!(document.starts_with(b"%PDF-1.7"));
    assert_eq!(print(), document, "the same input, the same bytes");
}

#[test]
fn a_backup_is_restored_and_the_doctor_is_content() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let written = said(folder.path(), &["backup", "day.varde"], "");
    assert!(written.contains("rows of"), "{written}");
    let file = folder.path().join("day.varde");
    let mode = fs::metadata(&file).expect("the file").permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else reads it");
    assert_eq!(told(&varde(folder.path(), &["backup", "day.varde"], "")).0, 1, "nothing is overwritten unasked");
    said(folder.path(), &["backup", "--force", "day.varde"], "");

    let other = tempfile::tempdir().expect("a folder");
    let path = file.to_str().expect("a path");
    let restored = said(other.path(), &["restore", path], "");
    assert!(restored.contains("The history is whole"), "{restored}");
    assert_eq!(said(other.path(), &["audit", "heads"], ""), said(folder.path(), &["audit", "heads"], ""));
    let healthy = said(other.path(), &["doctor"], "");
    assert!(healthy.contains("Nothing is wrong."), "{healthy}");

    let (code, text) = told(&varde(other.path(), &["restore", path], ""));
    assert!(code == 1 && text.contains("empty"), "a database in use is left alone: {text}");
    let bytes = fs::read(&file).expect("bytes");
    fs::write(folder.path().join("cut.varde"), bytes.get(..200).expect("more than that")).expect("written");
    let third = tempfile::tempdir().expect("a folder");
    let cut = folder.path().join("cut.varde");
    let (code, text) = told(&varde(third.path(), &["restore", cut.to_str().expect("a path")], ""));
    assert!(code == 1 && text.contains("cut off"), "{text}");
}

#[test]
fn what_is_wrong_is_said_with_its_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    for (args, code, expected) in [
        (&["doctor"][..], 1, "no database"),
        (&["backup", "x.varde"], 1, "no database"),
        (&["user", "reset-password", "nobody"], 1, "no database"),
        (&["restore", "missing.varde"], 3, "cannot read"),
        (&["frobnicate"], 2, "Usage"),
        (&["--config", "missing.toml", "doctor"], 1, "missing.toml"),
    ] {
        let (found, text) = told(&varde(folder.path(), args, ""));
        assert!(found == code && text.contains(expected), "{args:?}: {found} {text}");
    }
    prepare(folder.path());
    let create = ["user", "create", "--username"];
    for (more, expected) in [
        (&["editor"][..], "taken"),
        (&["x"], "cannot be a user name"),
        (&["other", "--role", "king@top"], "no role"),
        (&["other", "--role", "staff@nowhere"], "no unit"),
        (&["other", "--role", "staff"], "ROLE@UNIT"),
    ] {
        let (code, text) = told(&varde(folder.path(), &[&create[..], more].concat(), ""));
        assert!(code == 1 && text.contains(expected), "{more:?}: {code} {text}");
    }
    let weak = [&create[..], &["other", "--password-stdin"]].concat();
    let (code, text) = told(&varde(folder.path(), &weak, "kort\n"));
    assert!(code == 1 && text.contains("too short"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_password_to_be_used_once_must_be_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let house = House::start(folder.path());
    let mut editor = Visitor::sign_in(&house.address, "editor").await;
    let made = said(folder.path(), &["user", "reset-password", "editor"], "");
    assert!(!made.contains(PASSWORD) && made.contains("to be replaced"), "{made}");
    let answer = editor.get(&house.address, "/").await.expect("an answer");
    assert!(answer.header("location").starts_with("/sign-in"), "the old session is over");
    let once = made.trim().rsplit(' ').next().expect("a password");
    let mut back = Visitor::default();
    back.look(&house.address, "/sign-in").await;
    let fields = [("username", "editor"), ("password", once)];
    assert_eq!(back.post(&house.address, "/sign-in", &fields).await.expect("an answer").status, 303);
    let answer = back.get(&house.address, "/").await.expect("an answer");
    assert_eq!(answer.header("location"), "/me/password");
}

#[test]
fn what_the_history_need_not_keep_goes_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    fs::write(folder.path().join("varde.toml"), "history_days = 0\n").expect("written");
    let lines = said(folder.path(), &["audit", "verify"], "");
    let house = House::start(folder.path());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let left = runtime.block_on(async {
        let db = Db::open(&format!("sqlite:{}", folder.path().join("varde.sqlite").display())).await.expect("open");
        let told = "select count(*) as n from history_line where action = 'payloads_deleted'";
        let mut rest = 200;
        while db.number(told, vec![]).await.expect("a count") == 0 && 0 < rest {
            tokio::time::sleep(Duration::from_millis(50)).await;
            rest -= 1;
        }
        let before =
            "select count(*) as n from history_payload p join history_line l on l.chain = p.chain and l.seq = p.seq
             where l.action <> 'payloads_deleted'";
        db.number(before, vec![]).await.expect("a count")
    });
    house.kill();
    assert_eq!(left, 0, "nothing is kept for no days");
    let after = said(folder.path(), &["audit", "verify"], "");
    assert!(after.contains("The history is whole") && after != lines, "the lines stay, with one more: {after}");
}

#[test]
fn work_that_was_given_up_is_listed_tried_again_or_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let none = said(folder.path(), &["jobs", "list"], "");
    assert!(none.contains("No work has been given up."), "{none}");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let url = format!("sqlite:{}", folder.path().join("varde.sqlite").display());
    let ids: Vec<String> = runtime.block_on(async {
        let db = Db::open(&url).await.expect("open");
        let now = "2026-11-22T12:00:00Z".parse().expect("a time");
        let author = varde_kernel::access::Author::System(varde_kernel::access::System::Console);
        let tx = db.begin_write(author, now).await.expect("a transaction");
        for _ in 0..2 {
            varde_store::jobs::ask(&tx, "mail", &varde_store::json!({ "to": "x" }), now, None).await.expect("asked");
        }
        tx.run("update job set state = 'failed', attempts = 8, last_error = 'no answer' where kind = 'mail'", vec![])
            .await
            .expect("given up");
        tx.commit().await.expect("kept");
        let ids = varde_store::jobs::failed_ones(&db, 10).await.expect("a list");
        db.close().await.expect("closed");
        ids.into_iter().map(|one| one.id.to_string()).collect()
    });
    let [first, second] = ids.as_slice() else { panic!("two were given up: {ids:?}") };
    let list = said(folder.path(), &["jobs", "list"], "");
    assert!(list.contains(first) && list.contains(second) && list.contains("no answer"), "{list}");
    let (code, text) = told(&varde(folder.path(), &["doctor"], ""));
    assert!(code == 1 && text.contains("varde jobs list"), "the doctor says where to look: {text}");
    let again = said(folder.path(), &["jobs", "retry", first], "");
    assert!(again.contains("1 will be tried again"), "{again}");
    let (code, text) = told(&varde(folder.path(), &["jobs", "retry", first], ""));
    assert!(code == 1 && text.contains("nothing to try again"), "{text}");
    assert!(said(folder.path(), &["jobs", "drop", "--kind", "mail"], "").contains("1 closed."));
    assert!(said(folder.path(), &["doctor"], "").contains("no work given up"));
    for (args, expected) in [(&["jobs", "drop", "x"][..], "is no id"), (&["jobs", "drop", first], "nothing to close")] {
        let (code, text) = told(&varde(folder.path(), args, ""));
        assert!(code == 1 && text.contains(expected), "{args:?}: {text}");
    }
    assert_eq!(told(&varde(folder.path(), &["jobs", "retry"], "")).0, 2, "which is meant must be said");
}

#[test]
fn a_reader_who_stops_early_is_no_fault() {
    let script = format!("'{}' show openapi | head -c 10; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_varde"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("a shell");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A service keeps no memory that nobody uses.
#[test]
#[cfg(target_os = "linux")]
fn a_service_tells_its_allocator_to_give_memory_back() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let house = House::start(folder.path());
    for name in ["MIMALLOC_PURGE_DELAY", "MIMALLOC_ALLOW_THP"] {
        assert_eq!(house.environment(name).as_deref(), Some("0"), "{name}");
    }
}
