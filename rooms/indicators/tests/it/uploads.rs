//! Large files: stored in parts, read in portions, taken all at once or not at all.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use serde_json::{Value, json};
use varde_indicators::model::{Upload, UploadState};
use varde_indicators::{Sight, migrations, series_of, store, values};
use varde_kernel::PersonId;
use varde_kernel::access::{self, Action, Actor, Role, Target};
use varde_people::model::persons::NewPerson;
use varde_store::{Read, values as asked};
use varde_testkit::{TestApp, User, on_both, unit};

use crate::pages::house;
use crate::store::{begin, falls};

/// The leader of the ward, with an account, so that the background work knows what they may do.
pub async fn leader(app: &TestApp) -> User {
    let kari = app.user("Kari", &[(Role::UnitLeader, "ward")]);
    let tx = app.begin().await;
    let new = NewPerson {
        id: Some(PersonId::from_code("Kari")),
        name: "Kari".into(),
        roles: varde_people::store::persons::roles_since(
            &[(Role::UnitLeader, unit("ward"))],
            "2020-01-01".parse().unwrap(),
            "test",
        ),
        ..NewPerson::default()
    };
    varde_people::store::persons::create(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    kari
}

const HEAD: &str = "indicator;unit;period;numerator;denominator;stratum;note\n";

/// More than one portion: months of the ward for many strata, each with a long note.
fn large() -> String {
    let note = "Talt for hånd. ".repeat(26);
    let rows = (0..3600).map(|n| {
        let (month, stratum) = (n % 120, n / 120);
        let (year, month) = (2014 + month / 12, month % 12 + 1);
        format!("ind.falls;ward;{year}-{month:02};{};400;del {stratum};{note}\n", 20 + n % 9)
    });
    format!("{HEAD}{}", rows.collect::<String>())
}

async fn send(app: &TestApp, user: &User, text: &str) -> String {
    let body = json!({"name": "stor.csv", "n_bytes": text.len()});
    let made = app.api(Some(user), "POST", "/api/v1/uploads", Some(body)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let path = format!("/api/v1/uploads/{}", made.json()["id"].as_str().unwrap());
    for (n, part) in text.as_bytes().chunks(700_000).enumerate() {
        for _ in 0..2 {
            // Whoever was cut off sends the same part again.
            let body = json!({"base64": BASE64.encode(part)});
            let kept = app.api(Some(user), "PUT", &format!("{path}/parts/{n}"), Some(body)).await;
            assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.text);
        }
    }
    path
}

/// Takes files so many steps further; all the way without a number.
pub async fn work(app: &TestApp, steps: Option<usize>) {
    let run = app.app().jobs().iter().find(|kind| kind.name == store::TAKE).unwrap().run;
    let mut n = 0;
    while steps.is_none_or(|steps| n < steps) {
        let Some(job) = varde_store::jobs::take(app.db(), app.app().now()).await.unwrap() else { return };
        if job.kind == store::TAKE {
            run(app.app(), &job).await.unwrap();
            n += 1;
        }
    }
}

pub async fn state(app: &TestApp, user: &User, path: &str) -> Value {
    app.api(Some(user), "GET", path, None).await.json()
}

async fn n_values(app: &TestApp) -> i64 {
    app.db().number("select count(*) as n from observation", asked![]).await.unwrap()
}

#[tokio::test]
async fn a_large_file_is_read_in_portions_and_taken_all_at_once() {
    let app = house().await;
    let kari = leader(&app).await;
    let text = large();
    assert!(1 << 20 < text.len(), "{}", text.len());
    let path = send(&app, &kari, &text).await;
    assert_eq!(state(&app, &kari, &path).await["state"], "reading");
    work(&app, Some(1)).await;
    // Half-way: how far it has come stands in the store, so another machine goes on from there.
    let half = state(&app, &kari, &path).await;
    assert_eq!(half["state"], "reading");
    let percent = half["percent"].as_i64().unwrap();
    assert!(50 < percent && percent < 100, "{half}");
    let rows = half["n_rows"].as_i64().unwrap();
    assert!(0 < rows && rows < 3600, "{half}");
    let page = app.get(Some(&kari), &path.replace("/api/v1", "")).await.text;
    assert!(page.contains("<progress") && page.contains(&format!("{rows} rader, 0 feil så langt")), "{page}");
    assert_eq!(n_values(&app).await, 0);
    work(&app, None).await;
    let ready = state(&app, &kari, &path).await;
    assert_eq!((&ready["state"], &ready["n_rows"], &ready["n_new"]), (&json!("ready"), &json!(3600), &json!(3600)));
    assert_eq!(n_values(&app).await, 0, "nothing before a yes");
    assert!(app.get(Some(&kari), "/uploads").await.text.contains("stor.csv"));
    // It is nobody else's.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "ward")]);
    assert_eq!(app.api(Some(&other), "GET", &path, None).await.status, StatusCode::NOT_FOUND);
    let yes = app.api(Some(&kari), "POST", &format!("{path}/apply"), Some(json!({}))).await;
    assert_eq!((yes.status, &yes.json()["state"]), (StatusCode::ACCEPTED, &json!("applying")));
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::CONFLICT, "too late");
    work(&app, None).await;
    assert_eq!(state(&app, &kari, &path).await["state"], "done");
    assert_eq!(n_values(&app).await, 3600);
    let left = app.db().number("select count(*) as n from upload_part", asked![]).await.unwrap();
    assert_eq!(left, 0, "what is taken is not kept twice");
    // The same file once more changes nothing.
    let again = send(&app, &kari, &text).await;
    work(&app, None).await;
    let again = state(&app, &kari, &again).await;
    assert_eq!((&again["state"], &again["n_unchanged"]), (&json!("ready"), &json!(3600)));
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_line_and_nothing_is_taken() {
    let app = house().await;
    let kari = leader(&app).await;
    let good = "ind.falls;ward;2026-01;5;100;;\n";
    for (rows, line, message) in [
        (format!("{good}ind.falls;ward;2026-02;120;100;;\n"), 3, "Telleren kan ikke være større"),
        (format!("{good}{good}"), 3, "linje 2"),
        (format!("{good}ind.falls;nowhere;2026-02;5;100;;\n"), 3, "nowhere"),
        (format!("{good}ind.falls;ward2;2026-02;5;100;;\n"), 3, "ikke"),
        (format!("{good}ind.falls;ward;2026-02;5;100;;\"en tekst uten sl"), 3, ""),
    ] {
        let path = send(&app, &kari, &format!("{HEAD}{rows}")).await;
        work(&app, None).await;
        let found = state(&app, &kari, &path).await;
        assert_eq!(found["state"], "refused", "{found}");
        let problem = &found["problems"][0];
        assert_eq!(problem["line"], line, "{found}");
        assert!(problem["message"].as_str().unwrap().contains(message), "{found}");
        assert!(!problem["message"].as_str().unwrap().starts_with("indicators-"), "{found}");
        let apply = app.api(Some(&kari), "POST", &format!("{path}/apply"), Some(json!({}))).await;
        assert_eq!(apply.status, StatusCode::CONFLICT);
    }
    assert_eq!(n_values(&app).await, 0);
    // A last line without its end is told of; it may be cut.
    let path = send(&app, &kari, &format!("{HEAD}{}", good.trim_end())).await;
    work(&app, None).await;
    let found = state(&app, &kari, &path).await;
    assert_eq!((&found["state"], &found["is_cut"]), (&json!("ready"), &json!(true)));
    let page = app.get(Some(&kari), &path.replace("/api/v1", "")).await.text;
    assert!(page.contains("Lagre") && page.contains("Avbryt filen") && !page.contains("indicators-"), "{page}");
}

#[tokio::test]
async fn a_file_is_refused_before_it_fills_anything_and_can_be_called_off() {
    let app = house().await;
    let kari = leader(&app).await;
    for n_bytes in [2_u64 << 30, 0] {
        let body = json!({"name": "enorm.csv", "n_bytes": n_bytes});
        let refused = app.api(Some(&kari), "POST", "/api/v1/uploads", Some(body)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{n_bytes}");
    }
    let nurse = app.user("Nils Sykepleier", &[(Role::Staff, "ward")]);
    let body = json!({"name": "x.csv", "n_bytes": 10});
    let refused = app.api(Some(&nurse), "POST", "/api/v1/uploads", Some(body.clone())).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let made = app.api(Some(&kari), "POST", "/api/v1/uploads", Some(body)).await.json();
    let path = format!("/api/v1/uploads/{}", made["id"].as_str().unwrap());
    let part = async |n: &str, text: &str| {
        let body = json!({"base64": BASE64.encode(text)});
        app.api(Some(&kari), "PUT", &format!("{path}/parts/{n}"), Some(body)).await.status
    };
    assert_eq!(part("1", "abc").await, StatusCode::CONFLICT, "the first is to come first");
    assert_eq!(part("0", "more than was told of").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(part("x", "abc").await, StatusCode::NOT_FOUND);
    assert_eq!(part("0", "abc").await, StatusCode::NO_CONTENT);
    assert_eq!(state(&app, &kari, &path).await["percent"], 30);
    // Called off in the middle, also while it is read.
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::CONFLICT);
    let path = send(&app, &kari, &large()).await;
    work(&app, Some(1)).await;
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::NO_CONTENT);
    work(&app, None).await;
    assert_eq!(state(&app, &kari, &path).await["state"], "cancelled");
    let left = app.db().number("select count(*) as n from upload_row", asked![]).await.unwrap();
    assert_eq!((left, n_values(&app).await), (0, 0));
}

#[tokio::test]
async fn a_leader_sends_a_large_file_in_from_the_page_and_says_yes() {
    let app = house().await;
    let kari = leader(&app).await;
    assert!(app.get(Some(&kari), "/indicators/import").await.text.contains("/uploads"));
    let text = format!("{HEAD}ind.falls;ward;2026-01;5;100;;\n");
    let sent = app.upload(&kari, "/uploads", &[], "liten.csv", text.as_bytes()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let page = sent.location().to_owned();
    work(&app, None).await;
    assert_eq!(app.post(Some(&kari), &format!("{page}/apply"), &[]).await.status, StatusCode::SEE_OTHER);
    work(&app, None).await;
    assert!(app.get(Some(&kari), &page).await.text.contains("Lagret"));
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!(kept[0].value, Some(5.0));
    // It is Kari who reported it, not the machine.
    assert_eq!(kept[0].recorded_by, Some(access::Author::Person(kari.person)));
    // A correction needs its reason.
    let text = format!("{HEAD}ind.falls;ward;2026-01;6;100;;\n");
    let page = app.upload(&kari, "/uploads", &[], "rettet.csv", text.as_bytes()).await.location().to_owned();
    work(&app, None).await;
    let refused = app.post(Some(&kari), &format!("{page}/apply"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let yes = app.post(Some(&kari), &format!("{page}/apply"), &[("reason", "Ett fall var glemt")]).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER);
    work(&app, None).await;
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!((kept[0].value, kept[0].reason.as_str()), (Some(6.0), "Ett fall var glemt"));
}

#[test]
fn steps_of_a_file_are_kept_on_both_databases_and_two_do_not_take_the_same() {
    on_both(migrations(), |db| async move {
        let person = PersonId::from_code("Kari");
        let actor = Actor::Person { person, held: vec![], read_only: false };
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        let new = Upload {
            id: tx.new_id().unwrap(),
            person,
            name: "x.csv".into(),
            mapping: "{}".into(),
            metadata: String::new(),
            n_bytes: 6,
            n_stored: 0,
            n_parts: 0,
            state: UploadState::Receiving,
            head: String::new(),
            n_read: 0,
            next_line: 1,
            n_rows: 0,
            n_new: 0,
            n_changed: 0,
            n_unchanged: 0,
            n_problems: 0,
            is_cut: false,
            reason: String::new(),
            made: tx.now(),
            version: 1,
        };
        let id = new.id;
        let granted = access::grant(&actor, Action::Create, &Target::own(person), new).unwrap();
        store::begin_upload(&tx, &granted).await.unwrap();
        for (body, n) in [("YWJj", 3), ("ZGVm", 3)] {
            let granted = store::open_upload(&tx, &actor, id, Action::Edit).await.unwrap();
            store::put_part(&tx, &granted, (body, n)).await.unwrap();
            assert!(store::put_part(&tx, &granted, (body, n)).await.is_err(), "the same part twice");
        }
        assert_eq!(store::parts(&tx, id, (4, 10)).await.unwrap(), [(3, "ZGVm".to_owned())]);
        assert_eq!(store::parts(&tx, id, (0, 3)).await.unwrap(), [(0, "YWJj".to_owned())]);
        assert!(store::put_row(&tx, id, ("a", "2026"), (2, "{}")).await.unwrap());
        assert!(!store::put_row(&tx, id, ("a", "2026"), (3, "{}")).await.unwrap());
        assert!(store::put_row(&tx, id, ("a", "2027"), (4, "{}")).await.unwrap());
        let after = store::rows_after(&tx, id, ("a", "2026"), 10).await.unwrap();
        assert_eq!(after.iter().map(|row| row.1.as_str()).collect::<Vec<_>>(), ["2027"]);
        let found = store::upload(&tx, id).await.unwrap().unwrap();
        assert_eq!((found.state, found.n_parts, found.n_stored), (UploadState::Reading, 2, 6));
        assert!(store::step_upload(&tx, &Upload { n_read: 6, ..found.clone() }).await.unwrap());
        assert!(!store::step_upload(&tx, &Upload { n_read: 6, ..found.clone() }).await.unwrap(), "someone took it");
        let ended = Upload { state: UploadState::Cancelled, version: found.version + 1, ..found };
        assert!(store::step_upload(&tx, &ended).await.unwrap());
        assert!(store::rows_after(&tx, id, ("", ""), 10).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        assert_eq!(store::uploads_of(&db, person).await.unwrap().len(), 1);
        // What nobody goes on with is called off, and what has ended is forgotten after a while.
        let tx = begin(&db, "2026-11-02T12:00:00Z").await;
        let waiting = Upload { id: tx.new_id().unwrap(), state: UploadState::Receiving, n_stored: 0, ..ended.clone() };
        let granted = access::grant(&actor, Action::Create, &Target::own(person), waiting).unwrap();
        store::begin_upload(&tx, &granted).await.unwrap();
        let at = |text: &str| text.parse().unwrap();
        let early = (at("2026-10-01T00:00:00Z"), at("2026-10-01T00:00:00Z"));
        assert_eq!(store::sweep_uploads(&tx, early).await.unwrap(), 0);
        let late = (at("2026-11-03T00:00:00Z"), at("2026-11-02T00:00:00Z"));
        assert_eq!(store::sweep_uploads(&tx, late).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let left = store::uploads_of(&db, person).await.unwrap();
        assert_eq!(
            left.iter().map(|one| (one.id, one.state)).collect::<Vec<_>>(),
            [(granted.id, UploadState::Cancelled)]
        );
    });
}
