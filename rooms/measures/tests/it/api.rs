//! The same through the API, and input that nobody should send.

use http::StatusCode;
use serde_json::{Value, json};
use varde_kernel::access::Role;
use varde_kernel::{ActivityId, ActorId};
use varde_testkit::{TestApp, unit};

use super::{concrete, content, put, put_actor, rooms};

async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    put_actor(&tx, "hf", "Testforetaket", Some(unit("trust"))).await;
    put(&tx, &concrete("api.1", "ward")).await;
    put(&tx, &content("api.2", "ward")).await;
    tx.commit().await.unwrap();
    app
}

fn ward() -> String {
    unit("ward").to_string()
}

#[tokio::test]
async fn a_measure_is_made_read_changed_and_moved() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let body = json!({
        "unit_id": ward(), "title": { "nb": "Flere på vakt", "en": "More on duty" }, "problem": "Mange fall",
        "lead_actor": ActorId::from_code("hf").to_string(), "due": "2026-12-31",
        "effect_text": { "nb": "Færre fall" }, "resources_hours": 12.5, "dimensions": ["safe"], "open": true,
    });
    let made = app.api(Some(&leader), "POST", "/api/v1/measures", Some(body)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let href = format!("/api/v1/measures/{}", made.json()["id"].as_str().unwrap());
    let read = app.api(Some(&leader), "GET", &href, None).await.json();
    assert_eq!(read["title"]["en"], "More on duty");
    assert_eq!((&read["state"], &read["resources_hours"]), (&json!("stated"), &json!(12.5)));

    let mut changed = read.clone();
    changed["title"]["nb"] = json!("Enda flere på vakt");
    let saved = app.api(Some(&leader), "PUT", &href, Some(changed.clone())).await;
    assert_eq!(saved.json()["version"], 2, "{}", saved.text);
    assert_eq!(app.api(Some(&leader), "PUT", &href, Some(changed)).await.status, StatusCode::CONFLICT);
    let step = async |body: Value| app.api(Some(&leader), "POST", &format!("{href}/steps"), Some(body)).await;
    assert_eq!(step(json!({ "step": "start", "version": 2 })).await.status, StatusCode::CONFLICT);
    assert_eq!(step(json!({ "step": "concrete", "version": 2 })).await.status, StatusCode::OK);
    assert_eq!(step(json!({ "step": "start", "version": 3 })).await.status, StatusCode::OK);
    let refused = step(json!({ "step": "stop", "version": 4 })).await;
    assert_eq!(
        (refused.status, &refused.json()["problems"][0]["place"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("reason"))
    );
    assert_eq!(step(json!({ "step": "fly", "version": 4 })).await.status, StatusCode::NOT_FOUND);
    let scope = json!({ "cause": "Mindre penger", "after": "Bare natt" });
    let logged = app.api(Some(&leader), "POST", &format!("{href}/scope-changes"), Some(scope)).await;
    assert_eq!(logged.status, StatusCode::NO_CONTENT, "{}", logged.text);
    let choice = json!({ "unit_id": ward(), "choice": "chosen" });
    assert_eq!(app.api(Some(&leader), "PUT", &format!("{href}/uptake"), Some(choice)).await.json()["version"], 1);

    let activity = json!({ "title": { "nb": "Ny vaktplan" }, "state": "running" });
    let made = app.api(Some(&leader), "POST", &format!("{href}/activities"), Some(activity)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let activity = format!("/api/v1/activities/{}", made.json()["id"].as_str().unwrap());
    let state = json!({ "version": 1, "state": "completed" });
    let moved = app.api(Some(&leader), "PUT", &format!("{activity}/state"), Some(state.clone())).await;
    assert_eq!((moved.status, &moved.json()["version"]), (StatusCode::OK, &json!(2)));
    assert_eq!(
        app.api(Some(&leader), "PUT", &format!("{activity}/state"), Some(state)).await.status,
        StatusCode::CONFLICT
    );
    let renamed = json!({ "version": 2, "title": { "nb": "Bedre vaktplan" } });
    let renamed = app.api(Some(&leader), "PUT", &activity, Some(renamed)).await.json();
    assert_eq!((&renamed["title"]["nb"], &renamed["state"]), (&json!("Bedre vaktplan"), &json!("completed")));
}

#[tokio::test]
async fn nothing_runs_under_a_measure_that_is_only_stated() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let path = format!("/api/v1/activities/{}/state", ActivityId::from_code("api.2.a"));
    let refused = app.api(Some(&leader), "PUT", &path, Some(json!({ "version": 1, "state": "running" }))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert_eq!(refused.json()["problems"][0]["place"], "state");
}

#[tokio::test]
async fn findings_go_the_same_way() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let body = json!({
        "unit_id": ward(), "title": { "nb": "Mange fall" }, "period": "2026-T2", "judgement": "For få på vakt",
        "evidence": [{ "kind": "series", "text": "Fall per 1000 døgn", "href": "/indicators" }],
    });
    let made = app.api(Some(&leader), "POST", "/api/v1/findings", Some(body)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/findings/{id}");
    let read = app.api(Some(&leader), "GET", &path, None).await.json();
    assert_eq!((&read["evidence"][0]["kind"], &read["state"]), (&json!("series"), &json!("open")));
    let mut changed = read;
    changed["closed"] = json!(true);
    assert_eq!(app.api(Some(&leader), "PUT", &path, Some(changed.clone())).await.json()["version"], 2);
    assert_eq!(app.api(Some(&leader), "PUT", &path, Some(changed)).await.status, StatusCode::CONFLICT);
    let far = app.user("Eva Fjern", &[(Role::UnitLeader, "town")]);
    assert_eq!(app.api(Some(&far), "GET", &path, None).await.status, StatusCode::NOT_FOUND, "an internal finding");
    let listed = app.api(Some(&far), "GET", "/api/v1/findings", None).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 0);
    let listed = app.api(Some(&leader), "GET", "/api/v1/findings?state=closed", None).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn lists_are_paged_and_filters_are_strict() {
    let app = house().await;
    let staff = app.user("Ola Ansatt", &[(Role::Staff, "town")]);
    let first = app.api(Some(&staff), "GET", "/api/v1/measures?limit=1&sort=title", None).await.json();
    assert_eq!(first["items"].as_array().unwrap().len(), 1);
    let next = first["next_cursor"].as_str().unwrap();
    let second =
        app.api(Some(&staff), "GET", &format!("/api/v1/measures?limit=1&sort=title&cursor={next}"), None).await;
    assert!(second.json().get("next_cursor").is_none());
    assert_eq!(app.api(None, "GET", "/api/v1/measures", None).await.status, StatusCode::UNAUTHORIZED);
    for (query, status) in [
        ("limit=0", 400),
        ("cursor=-1", 400),
        ("state=flying", 422),
        ("unit=%00", 422),
        ("q=%00", 422),
        ("dimension=x", 422),
        ("sort=%27", 422),
        ("overdue=1&needs_start=1&owes_effect=1", 200),
    ] {
        let reply = app.api(Some(&staff), "GET", &format!("/api/v1/measures?{query}"), None).await;
        assert_eq!(reply.status.as_u16(), status, "{query}: {}", reply.text);
    }
}

#[tokio::test]
async fn nonsense_is_refused_with_its_place_and_never_with_a_fault_of_ours() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let base = |name: &str, value: Value| {
        let mut body = json!({ "unit_id": ward(), "title": { "nb": "Et tiltak" } });
        body[name] = value;
        body
    };
    let long = "x".repeat(30_000);
    let nowhere = ActorId::from_code("nowhere").to_string();
    for (name, value, place) in [
        ("title", json!({ "nb": " " }), "title"),
        ("title", json!({ "nb": "a\u{0}b" }), "title"),
        ("title", json!({ "nb": "a", "nn": long }), "title_nn"),
        ("detail", json!({ "nb": long }), "detail"),
        ("due", json!("9999-01-01"), "due"),
        ("due", json!("31.02.2026"), "due"),
        ("resources_nok", json!(-1.0), "resources_nok"),
        ("budget_year", json!(27), "budget_year"),
        ("lead_actor", json!(nowhere), "lead_actor"),
        ("lead_actor", json!("nobody"), "lead_actor"),
        ("owner_person", json!(nowhere), "owner_person"),
        ("effect_indicator", json!(nowhere), "effect_indicator"),
        ("effect_direction", json!("sideways"), "effect_direction"),
        ("contributors", json!([nowhere]), "contributors"),
        ("tags", json!([nowhere]), "tags"),
        ("findings", json!([nowhere]), "findings"),
        ("dimensions", json!(["blue"]), "dimensions"),
        ("unit_id", json!(nowhere), "unit_id"),
        ("evidence_level", json!("huge"), "evidence_level"),
    ] {
        let reply = app.api(Some(&leader), "POST", "/api/v1/measures", Some(base(name, value))).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", reply.text);
        assert_eq!(reply.json()["problems"][0]["place"], place, "{}", reply.text);
    }
    for body in [json!(null), json!([]), json!({ "unit_id": 4 }), json!({ "title": { "nb": 1 } })] {
        assert_eq!(
            app.api(Some(&leader), "POST", "/api/v1/measures", Some(body)).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    let huge = base("resources_hours", json!(1e300));
    assert_eq!(app.api(Some(&leader), "POST", "/api/v1/measures", Some(huge)).await.status, StatusCode::CREATED);
    let finding = |name: &str, value: Value| {
        let mut body = json!({ "unit_id": ward(), "title": { "nb": "Et funn" } });
        body[name] = value;
        body
    };
    for (name, value, place) in [
        ("period", json!("2026-13"), "period"),
        ("period", json!("9999"), "period"),
        ("evidence", json!([{ "kind": "x", "text": "y" }]), "evidence_kind"),
        ("evidence", json!([{ "kind": "risk", "text": "y", "href": "javascript:alert(1)" }]), "evidence_href"),
        ("evidence", json!([{ "kind": "risk", "text": "y", "href": "/\\evil" }]), "evidence_href"),
        ("evidence", json!([{ "kind": "risk", "text": "", "href": "/x" }]), "evidence_text"),
    ] {
        let reply = app.api(Some(&leader), "POST", "/api/v1/findings", Some(finding(name, value))).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", reply.text);
        assert_eq!(reply.json()["problems"][0]["place"], place, "{}", reply.text);
    }
}

#[tokio::test]
async fn an_activity_goes_there_and_back_with_all_of_it() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let path = format!("/api/v1/activities/{}", ActivityId::from_code("api.1.a"));
    let hf = ActorId::from_code("hf").to_string();
    let body = json!({
        "version": 1, "title": { "nb": "Ny vaktplan" }, "kind": "new", "state": "running", "starts": "2026-10-01",
        "due": "2026-12-31", "contributors": [hf], "resources": "Ett årsverk", "resources_hours": 1600.0,
        "budget_year": 2026, "evidence_text": "Prøvd i fjor", "evidence_href": "https://example.org",
    });
    let saved = app.api(Some(&leader), "PUT", &path, Some(body.clone())).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    let read = saved.json();
    for field in [
        "starts",
        "due",
        "contributors",
        "resources",
        "resources_hours",
        "budget_year",
        "evidence_text",
        "evidence_href",
    ] {
        assert_eq!(read[field], body[field], "{field}");
    }
    let mut later = body.clone();
    (later["version"], later["due"]) = (json!(2), json!("2027-02-01"));
    let refused = app.api(Some(&leader), "PUT", &path, Some(later.clone())).await;
    assert_eq!(
        (refused.status, &refused.json()["problems"][0]["place"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("why"))
    );
    later["why"] = json!("Sykdom");
    assert_eq!(app.api(Some(&leader), "PUT", &path, Some(later)).await.status, StatusCode::OK);
    let of = format!("/api/v1/measures/{}", read["measure_id"].as_str().unwrap());
    let changes = app.api(Some(&leader), "GET", &format!("{of}/scope-changes"), None).await.json();
    assert_eq!((&changes[0]["field"], &changes[0]["cause"]), (&json!("due"), &json!("Sykdom")));
    assert_eq!(changes[0]["activity_id"], read["id"]);
    let nobody = json!({ "version": 3, "title": { "nb": "x" }, "why": "Prøve", "lead_actor": ActorId::from_code("nobody").to_string(), "evidence_href": "javascript:x" });
    let refused = app.api(Some(&leader), "PUT", &path, Some(nobody)).await;
    assert_eq!(refused.json()["problems"].as_array().unwrap().len(), 2, "{}", refused.text);
    let mut measure = app.api(Some(&leader), "GET", &of, None).await.json();
    measure["evidence_text"] = json!("Se d004");
    assert_eq!(app.api(Some(&leader), "PUT", &of, Some(measure)).await.status, StatusCode::OK);
    assert_eq!(app.api(Some(&leader), "GET", &of, None).await.json()["evidence_text"], "Se d004");
}
