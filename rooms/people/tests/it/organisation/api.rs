use http::StatusCode;
use serde_json::{Value, json};
use varde_kernel::access::Role;
use varde_testkit::{TestApp, unit};

use super::house;

async fn call(app: &TestApp, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let admin = app.user("Ada Administrator", &[(Role::Administrator, "no")]);
    let reply = app.api(Some(&admin), method, path, (!body.is_null()).then_some(body)).await;
    (reply.status, serde_json::from_str(&reply.text).unwrap_or_default())
}

#[tokio::test]
async fn units_are_listed_page_by_page_and_as_of_a_day() {
    let app = house().await;
    let (status, first) = call(&app, "GET", "/api/v1/units?limit=4", Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(first["items"].as_array().unwrap().len(), 4);
    let (_, rest) = call(&app, "GET", "/api/v1/units?limit=200&cursor=4", Value::Null).await;
    assert_eq!(rest["items"].as_array().unwrap().len(), 6);
    assert!(rest.get("next_cursor").is_none());
    let (_, before) = call(&app, "GET", "/api/v1/units?as_of=1999-01-01", Value::Null).await;
    assert_eq!(before["items"], json!([]));
    let (status, who) = call(&app, "GET", &format!("/api/v1/units/{}/who", unit("ward")), Value::Null).await;
    assert_eq!((status, who), (StatusCode::OK, json!([])), "nobody holds a role in the database yet");
    assert_eq!(
        call(&app, "GET", &format!("/api/v1/units/{}/who", unit("nowhere")), Value::Null).await.0,
        StatusCode::NOT_FOUND
    );
    let (_, wards) = call(&app, "GET", "/api/v1/units?kind=ward&q=ward2", Value::Null).await;
    assert_eq!(wards["items"][0]["owner"], unit("clinic").to_string());
    for bad in ["kind=castle", "as_of=soon", "limit=0", "cursor=-1", "limit=99999999999999999999"] {
        let (status, body) = call(&app, "GET", &format!("/api/v1/units?{bad}"), Value::Null).await;
        assert_eq!((status, &body["status"]), (StatusCode::BAD_REQUEST, &json!(400)), "{bad}");
    }
    let (_, actors) = call(&app, "GET", "/api/v1/actors", Value::Null).await;
    assert_eq!(actors["items"][1]["duties"][0]["code"], "trusts.1");
}

#[tokio::test]
async fn a_unit_lives_its_whole_life_through_the_api() {
    let app = house().await;
    let new = json!({"name": "Ny post", "kind": "ward", "owner": "clinic", "valid_from": "2025-01-01",
        "numbers": {"orgnr": "974760673"}});
    let (status, made) = call(&app, "POST", "/api/v1/units", new).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    assert_eq!(made["numbers"][0]["system_uri"], "urn:oid:2.16.578.1.12.4.1.4.101");
    let path = format!("/api/v1/units/{}", made["id"].as_str().unwrap());
    let edit = json!({"version": 1, "name": "Nyere post", "kind": "ward", "on": "2026-01-01"});
    let (status, edited) = call(&app, "PUT", &path, edit.clone()).await;
    assert_eq!((status, &edited["version"]), (StatusCode::OK, &json!(2)), "{edited}");
    assert_eq!(call(&app, "PUT", &path, edit).await.0, StatusCode::CONFLICT);
    let relocate = json!({"version": 2, "relation": "owner", "to": unit("hospital").to_string(), "on": "2027-01-01"});
    let (status, moved) = call(&app, "POST", &format!("{path}/move"), relocate).await;
    assert_eq!(status, StatusCode::OK, "{moved}");
    let split = json!({"version": 3, "parts": ["Post A", "Post B"], "ends": false, "on": "2028-01-01"});
    let (status, split) = call(&app, "POST", &format!("{path}/split"), split).await;
    assert_eq!(status, StatusCode::OK, "{split}");
    let merge = json!({"version": split["version"], "others": ["ward", "ward2"], "on": "2029-01-01"});
    let (status, merged) = call(&app, "POST", &format!("{path}/merge"), merge).await;
    assert_eq!(status, StatusCode::OK, "{merged}");
    let close = json!({"version": merged["version"], "on": "2030-01-01"});
    let (status, closed) = call(&app, "POST", &format!("{path}/close"), close).await;
    assert_eq!((status, &closed["valid"]["until"]), (StatusCode::OK, &json!("2030-01-01")), "{closed}");
    let kinds: Vec<&str> =
        closed["changes"].as_array().unwrap().iter().filter_map(|change| change["kind"].as_str()).collect();
    assert_eq!(kinds, ["closed", "merged", "split", "moved", "renamed", "created"]);
}

#[tokio::test]
async fn no_input_breaks_it() {
    let app = house().await;
    let ward = format!("/api/v1/units/{}", unit("ward"));
    let gone = format!("/api/v1/units/{}", unit("gone"));
    let long = "x".repeat(10_000);
    let edit = |name: &str, on: &str| json!({"version": 1, "name": name, "kind": "ward", "on": on});
    for (method, path, body, expected) in [
        ("GET", gone.as_str(), Value::Null, 404),
        ("GET", "/api/v1/units/no-id", Value::Null, 404),
        ("PUT", &gone, edit("a", "2026-01-01"), 404),
        ("PUT", &ward, edit("", "2026-01-01"), 422),
        ("PUT", &ward, edit("a\u{0}b", "2026-01-01"), 422),
        ("PUT", &ward, edit(&long, "2026-01-01"), 422),
        ("PUT", &ward, edit("a", "9999-12-31"), 422),
        ("PUT", &ward, edit("a", "-9999-01-01"), 422),
        ("PUT", &ward, edit("a", "1999-12-31"), 422),
        ("PUT", &ward, json!({"version": -5, "name": "a", "kind": "ward", "on": "2026-01-01"}), 409),
        ("PUT", &ward, json!({"version": 1e300, "name": "a", "kind": "ward", "on": "2026-01-01"}), 400),
        ("PUT", &ward, json!([]), 400),
        ("POST", "/api/v1/units", json!({"name": "a", "kind": "castle", "valid_from": "2026-01-01"}), 422),
        ("POST", "/api/v1/units", json!({"name": "a", "kind": "ward", "surprise": 1}), 400),
        (
            "POST",
            &format!("{ward}/move"),
            json!({"version": 1, "relation": "owner", "to": "ward", "on": "2026-01-01"}),
            422,
        ),
        ("POST", &format!("{ward}/move"), json!({"version": 1, "relation": "owner", "on": "2026-01-01"}), 422),
        ("POST", &format!("{ward}/merge"), json!({"version": 1, "others": [], "on": "2026-01-01"}), 422),
        ("POST", &format!("{ward}/split"), json!({"version": 1, "parts": [], "ends": true, "on": "2026-01-01"}), 422),
        ("POST", &format!("{ward}/close"), json!({"version": 1, "on": "1999-01-01"}), 422),
        ("POST", "/api/v1/units/import", json!({"csv": "\u{0}", "apply": true}), 422),
        ("POST", "/api/v1/units/import", json!({"csv": "code;name\n", "on": "x", "apply": true}), 422),
    ] {
        let (status, reply) = call(&app, method, path, body.clone()).await;
        assert_eq!(status.as_u16(), expected, "{method} {path} {body} {reply}");
    }
}

#[tokio::test]
async fn a_table_is_tried_and_then_done() {
    let app = house().await;
    let csv = "code;name;kind;parent;valid_from\nx;Ny;ward;clinic;2026-01-01\n";
    let (status, tried) = call(&app, "POST", "/api/v1/units/import", json!({"csv": csv, "apply": false})).await;
    assert_eq!((status, &tried["changes"][0]["effects"]), (StatusCode::OK, &json!(["created"])));
    let path = format!("/api/v1/units/{}", unit("x"));
    assert_eq!(call(&app, "GET", &path, Value::Null).await.0, StatusCode::NOT_FOUND);
    let (_, done) = call(&app, "POST", "/api/v1/units/import", json!({"csv": csv, "apply": true})).await;
    assert_eq!(done["applied"], true);
    assert_eq!(call(&app, "GET", &path, Value::Null).await.0, StatusCode::OK);
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let refused = app
        .api(Some(&leader), "POST", "/api/v1/units/import", Some(json!({"csv": csv.replace('x', "y"), "apply": true})))
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let nobody = app.api(None, "GET", "/api/v1/units", None).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_dry_run_says_what_would_follow_and_changes_nothing() {
    let app = house().await;
    let path = format!("/api/v1/units/{}", unit("clinic"));
    let before = call(&app, "GET", &path, Value::Null).await.1;
    let version = before["version"].clone();
    let body = json!({"version": version, "on": "2028-01-01", "with_below": true, "dry_run": true});
    let (status, told) = call(&app, "POST", &format!("{path}/close"), body.clone()).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    let ends: Vec<&str> = told["foreseen"]["ends"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for gone in ["clinic", "ward", "ward2"] {
        assert!(ends.contains(&unit(gone).to_string().as_str()), "{gone}: {told}");
    }
    assert_eq!(call(&app, "GET", &path, Value::Null).await.1, before, "nothing is changed");
    let stale = json!({"version": 99, "on": "2028-01-01", "dry_run": true, "with_below": true});
    assert_eq!(call(&app, "POST", &format!("{path}/close"), stale).await.0, StatusCode::CONFLICT);
    let moved = json!({"version": version, "relation": "owner", "to": unit("hospital").to_string(), "on": "2028-01-01", "dry_run": true});
    let (status, told) = call(&app, "POST", &format!("/api/v1/units/{}/move", unit("ward")), moved).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    assert_eq!(told["foreseen"]["moves"][0]["to"], unit("hospital").to_string());
    let wrong = json!({"version": version, "relation": "owner", "to": unit("ward").to_string(), "on": "2028-01-01", "dry_run": true});
    assert_eq!(call(&app, "POST", &format!("{path}/move"), wrong).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let staff = app.user("Siri Sykepleier", &[(Role::Staff, "ward")]);
    assert_eq!(app.api(Some(&staff), "POST", &format!("{path}/close"), Some(body)).await.status, StatusCode::FORBIDDEN);
    let (_, done) = call(
        &app,
        "POST",
        &format!("{path}/close"),
        json!({"version": version, "on": "2028-01-01", "with_below": true}),
    )
    .await;
    assert!(done.get("foreseen").is_none(), "{done}");
}

#[tokio::test]
async fn whoever_runs_nothing_is_told_nothing_of_what_they_sent() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    for (path, body) in [
        ("/api/v1/units", json!({"name": "", "kind": "castle", "valid_from": "x"})),
        ("/api/v1/units/import", json!({"csv": "x", "on": "x", "apply": true})),
        ("/api/v1/units/import", json!({"csv": "code;name\n", "apply": false})),
        ("/api/v1/units/import/klass", json!({"classification": "x", "nodes": "", "edges": "", "apply": false})),
        (
            "/api/v1/units/import/klass",
            json!({"classification": "counties", "nodes": "x", "edges": "y", "apply": true}),
        ),
    ] {
        let refused = app.api(Some(&leader), "POST", path, Some(body)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}: {}", refused.text);
    }
}

#[tokio::test]
async fn a_file_is_looked_at_while_others_write_and_nobody_takes_a_unit_with_one() {
    let app = house().await;
    let line = "ward;Testenhet ward;ward";
    let head = "code;name;kind;parent;valid_from";
    let local = app.user("Lars Lokal", &[(Role::Administrator, "ward")]);
    let send = async |user: &varde_testkit::User, parent: &str, apply: bool| {
        let csv = format!("{head}\n{line};{parent};2000-01-01\n");
        app.api(Some(user), "POST", "/api/v1/units/import", Some(json!({"csv": csv, "apply": apply}))).await.status
    };
    // With a transaction that writes open all the while.
    let tx = app.begin().await;
    let begun = std::time::Instant::now();
    assert_eq!(send(&local, "", false).await, StatusCode::FORBIDDEN, "detached");
    assert_eq!(send(&local, "trust2", true).await, StatusCode::FORBIDDEN, "moved to another trust");
    let region = app.user("Rita Region", &[(Role::Administrator, "region")]);
    assert_eq!(send(&region, "", true).await, StatusCode::FORBIDDEN, "to stand alone is for whoever runs the whole");
    assert_eq!(send(&region, "trust2", false).await, StatusCode::OK);
    assert!(begun.elapsed().as_secs() < 5, "nothing waits for the one who writes");
    drop(tx);
    assert_eq!(send(&region, "trust2", true).await, StatusCode::OK);
    let path = format!("/api/v1/units/{}", unit("ward"));
    let relations = call(&app, "GET", &path, Value::Null).await.1["relations"].to_string();
    assert!(relations.contains(&unit("trust2").to_string()), "{relations}");
}
