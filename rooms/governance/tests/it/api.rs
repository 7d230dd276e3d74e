//! The room's API.

use serde_json::json;
use varde_governance::import::{content_bodies, content_tasks};
use varde_kernel::BodyId;
use varde_kernel::access::Role;
use varde_testkit::{TestApp, unit};

use crate::{ACTORS, BODIES, holder, rooms};

async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    content_tasks(&tx, ACTORS).await.unwrap();
    content_bodies(&tx, BODIES).await.unwrap();
    tx.commit().await.unwrap();
    app
}

#[tokio::test]
async fn tasks_are_made_assigned_delegated_and_ended() {
    let app = house().await;
    let tx = app.begin().await;
    holder(&tx, "Tora Toppleder", "top_leader", "trust").await;
    tx.commit().await.unwrap();
    let leader = app.user("Kari Prøveleder", &[(Role::TopLeader, "trust")]);
    let trust = unit("trust").to_string();
    let made = app
        .api(Some(&leader), "POST", "/api/v1/tasks", Some(json!({"name": "Godkjenne", "unit": trust, "phase": "do"})))
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let task = format!("/api/v1/tasks/{id}");
    let held = app
        .api(
            Some(&leader),
            "POST",
            &format!("{task}/responsibilities"),
            Some(json!({"authority": "decides", "role": "top_leader", "unit": trust})),
        )
        .await;
    assert_eq!(held.status, 201, "{}", held.text);
    let held = format!("/api/v1/responsibilities/{}", held.json()["id"].as_str().unwrap());
    let clinic = unit("clinic").to_string();
    let delegation = json!({"authority": "decides", "role": "unit_leader", "unit": clinic, "document": "Sak 1", "dated": "2026-11-22", "version": 1});
    let given = app.api(Some(&leader), "POST", &format!("{held}/delegations"), Some(delegation.clone())).await;
    assert_eq!(given.status, 201, "{}", given.text);
    assert_eq!(app.api(Some(&leader), "POST", &format!("{held}/delegations"), Some(delegation)).await.status, 409);
    let shown = app.get(Some(&leader), &task).await.json();
    assert_eq!(shown["responsibilities"].as_array().unwrap().len(), 2);
    let who = |role: &str| {
        let all = shown["responsibilities"].as_array().unwrap();
        all.iter().find(|held| held["role"] == role).unwrap()["holders"].clone()
    };
    assert_eq!((who("top_leader"), who("unit_leader")), (json!(["Tora Toppleder"]), json!([])), "as the page tells it");
    assert_eq!(shown["phase"], "do");
    assert_eq!(app.api(Some(&leader), "POST", &format!("{held}/end"), Some(json!({"version": 2}))).await.status, 204);
    let put = json!({"name": "Godkjenne alt", "unit": trust, "version": 1});
    assert_eq!(app.api(Some(&leader), "PUT", &task, Some(put.clone())).await.json()["version"], 2);
    assert_eq!(app.api(Some(&leader), "PUT", &task, Some(put)).await.status, 409);
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    assert_eq!(
        app.api(Some(&staff), "POST", "/api/v1/tasks", Some(json!({"name": "x", "unit": trust}))).await.status,
        403
    );
    assert_eq!(app.api(None, "GET", "/api/v1/tasks", None).await.status, 401);
}

#[tokio::test]
async fn lists_are_paged_and_filtered() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let mut path = "/api/v1/tasks?missing=true&limit=40".to_owned();
    let mut seen = 0;
    loop {
        let page = app.get(Some(&staff), &path).await.json();
        seen += page["items"].as_array().unwrap().len();
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/api/v1/tasks?missing=true&limit=40&cursor={cursor}");
    }
    assert_eq!(seen, 98);
    let councils = app.get(Some(&staff), "/api/v1/bodies?kind=council").await.json();
    assert_eq!(councils["items"].as_array().unwrap().len(), 2);
    assert_eq!(app.get(Some(&staff), "/api/v1/vacancies").await.json()["items"].as_array().unwrap().len(), 2);
    let nra = app.get(Some(&staff), &format!("/api/v1/bodies/{}", BodyId::from_code("council.nra"))).await.json();
    assert_eq!(
        (nra["n_filled"].as_i64(), nra["n_seats"].as_i64(), nra["quorum"].as_i64()),
        (Some(9), Some(10), Some(5))
    );
}

#[tokio::test]
async fn no_input_is_our_fault() {
    let app = house().await;
    let planner = app.user("Eli Prøveplan", &[(Role::Planner, "no"), (Role::TopLeader, "no")]);
    let body = format!("/api/v1/bodies/{}", BodyId::from_code("council.nra"));
    let seat = app.get(Some(&planner), &body).await.json()["seats"][0]["id"].as_str().unwrap().to_owned();
    let long = "x".repeat(30_000);
    let bodies = [
        ("POST", "/api/v1/tasks".to_owned(), json!({"name": "a\u{0}b"})),
        ("POST", "/api/v1/tasks".into(), json!({"name": long})),
        (
            "POST",
            "/api/v1/tasks".into(),
            json!({"name": "a", "phase": "sleep", "unit": "x", "actor": "00000000-0000-0000-0000-000000000000"}),
        ),
        (
            "POST",
            "/api/v1/bodies".into(),
            json!({"name": "a", "kind": "council", "level": "national", "composition": "known", "quorum_percent": i64::MAX}),
        ),
        (
            "PUT",
            body.clone(),
            json!({"name": "a", "kind": "council", "level": "national", "composition": "known", "version": i64::MIN}),
        ),
        ("PUT", body.clone(), json!({"name": "a", "kind": "nothing", "level": "", "composition": "known"})),
        ("POST", format!("{body}/seats"), json!({"group": "nobody", "appointed_by": "you"})),
        (
            "POST",
            format!("/api/v1/seats/{seat}/holdings"),
            json!({"name": "A", "role": "member", "from": "9999-12-31", "version": 1}),
        ),
        ("POST", format!("/api/v1/seats/{seat}/vacate"), json!({"last_day": "-009999-01-01", "version": 1})),
        ("POST", format!("/api/v1/seats/{seat}/vacate"), json!({"version": "one"})),
    ];
    for (method, path, body) in bodies {
        let reply = app.api(Some(&planner), method, &path, Some(body.clone())).await;
        assert!((400..500).contains(&reply.status.as_u16()), "{method} {path} {}: {}", reply.status, reply.text);
    }
    for path in [
        "/api/v1/tasks?limit=0",
        "/api/v1/tasks?cursor=-1",
        "/api/v1/tasks?phase=x",
        "/api/v1/tasks?q=%00",
        "/api/v1/bodies/none",
        "/api/v1/bodies?kind=x",
    ] {
        let reply = app.get(Some(&planner), path).await;
        assert!((400..500).contains(&reply.status.as_u16()), "{path} {}", reply.status);
    }
}
