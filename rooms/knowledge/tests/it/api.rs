//! The room's API.

use serde_json::json;
use varde_kernel::access::Role;
use varde_kernel::{DocumentId, NoteId};
use varde_testkit::TestApp;

use crate::{load, rooms};

async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    load(&tx).await;
    tx.commit().await.unwrap();
    app
}

#[tokio::test]
async fn documents_and_notes_over_the_wire() {
    let app = house().await;
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "no"), (Role::TopLeader, "no")]);
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let made = app
        .api(
            Some(&keeper),
            "POST",
            "/api/v1/documents",
            Some(json!({"name": "Ny veileder", "kind": "guide", "status": "planned", "year": 2026})),
        )
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    let here = format!("/api/v1/documents/{}", made.json().get("id").and_then(|id| id.as_str()).unwrap());
    let put = json!({"name": "Ny veileder 2", "kind": "guide", "version": 1});
    assert_eq!(app.api(Some(&keeper), "PUT", &here, Some(put.clone())).await.status, 200);
    assert_eq!(app.api(Some(&keeper), "PUT", &here, Some(put)).await.status, 409);
    assert_eq!(
        app.api(Some(&keeper), "POST", &format!("{here}/status"), Some(json!({"status": "in_force", "version": 2})))
            .await
            .status,
        204
    );
    let asked =
        app.api(Some(&staff), "POST", &format!("{here}/revision-requests"), Some(json!({"text": "Mangler noe"}))).await;
    assert_eq!(asked.status, 201);
    let request =
        format!("/api/v1/revision-requests/{}/answer", asked.json().get("id").and_then(|id| id.as_str()).unwrap());
    let answer = json!({"state": "declined", "answer": "Ikke nå", "version": 1});
    assert_eq!(app.api(Some(&staff), "POST", &request, Some(answer.clone())).await.status, 403);
    assert_eq!(app.api(Some(&keeper), "POST", &request, Some(answer)).await.status, 204);
    let shown = app.get(Some(&staff), &here).await.text;
    assert!(shown.contains("Ikke nå") && shown.contains("in_force"), "{shown}");
    let notes = app.get(Some(&staff), "/api/v1/notes?kind=plan&code=plan.nhp&limit=200").await.text;
    assert!(notes.contains("\"q.2\""), "{notes}");
    let note = format!("/api/v1/notes/{}", NoteId::from_code("q.2"));
    assert!(app.get(Some(&staff), &note).await.text.contains("nhp.g12"));
    assert_eq!(
        app.api(
            Some(&keeper),
            "POST",
            &format!("{note}/answer"),
            Some(json!({"state": "resolved", "answer": "Ja", "version": 1}))
        )
        .await
        .status,
        204
    );
    assert_eq!(app.api(None, "GET", "/api/v1/documents", None).await.status, 401);
}

#[tokio::test]
async fn no_input_is_our_fault() {
    let app = house().await;
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "no"), (Role::TopLeader, "no")]);
    let here = format!("/api/v1/documents/{}", DocumentId::from_code("d004"));
    for (method, path, body) in [
        ("POST", "/api/v1/documents".to_owned(), json!({"name": "a\u{0}", "kind": "guide", "status": "planned"})),
        (
            "POST",
            "/api/v1/documents".into(),
            json!({"name": "a", "kind": "guide", "status": "planned", "year": i64::MAX}),
        ),
        (
            "POST",
            "/api/v1/documents".into(),
            json!({"name": "a", "kind": "x", "status": "y", "review_by": "9999-99-99", "successor": "z"}),
        ),
        ("POST", "/api/v1/documents".into(), json!({"name": "a", "kind": "guide", "status": "planned", "more": 1})),
        ("PUT", here.clone(), json!({"name": "a", "kind": "guide", "version": i64::MIN})),
        ("PUT", here.clone(), json!({"name": "a", "kind": "guide"})),
        ("POST", format!("{here}/status"), json!({"status": "in_force", "version": 1})),
        ("POST", format!("{here}/status"), json!({"status": "nothing", "version": 1})),
        ("POST", format!("{here}/revision-requests"), json!({"text": "x".repeat(30_000)})),
        (
            "POST",
            format!("/api/v1/notes/{}/answer", NoteId::from_code("q.1")),
            json!({"state": "resolved", "answer": "", "version": 1}),
        ),
    ] {
        let reply = app.api(Some(&keeper), method, &path, Some(body)).await;
        assert!((400..500).contains(&reply.status.as_u16()), "{method} {path} {}: {}", reply.status, reply.text);
    }
    for path in [
        "/api/v1/documents?limit=x",
        "/api/v1/documents?q=%00",
        "/api/v1/documents?kind=x",
        "/api/v1/notes?thing=x",
        "/api/v1/notes?code=%01",
        "/api/v1/notes/none",
    ] {
        let status = app.get(Some(&keeper), path).await.status.as_u16();
        assert!((400..500).contains(&status), "{path} {status}");
    }
}

#[tokio::test]
async fn a_fault_is_noted_on_a_thing_by_those_who_keep_documents() {
    let app = house().await;
    let adviser = app.user("Rita Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let document = DocumentId::from_code("d004");
    let (id, form) = (document.to_string(), format!("/notes/new?thing={document}"));
    assert_eq!(app.get(Some(&staff), &form).await.status, 403);
    let shown = app.get(Some(&adviser), &form).await;
    assert!(
        shown.text.contains("Hva er det som mangler") && shown.text.contains("Dokumentet det gjelder"),
        "{}",
        shown.text
    );
    let fields =
        [("thing", id.as_str()), ("kind", "gap"), ("text", "Sier ikke hvem som betaler"), ("source", "Tiltak 4")];
    assert_eq!(app.post(Some(&staff), "/notes/new", &fields).await.status, 403);
    assert_eq!(app.post(Some(&adviser), "/notes/new", &fields[..2]).await.status, 422);
    let made = app.post(Some(&adviser), "/notes/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = app.get(Some(&staff), made.location()).await.text;
    assert!(page.contains("Sier ikke hvem som betaler") && page.contains("Tiltak 4"), "{page}");
    for list in [format!("/notes?thing={id}"), "/search?q=betaler".into()] {
        assert!(app.get(Some(&staff), &list).await.text.contains("Sier ikke hvem som betaler"), "{list}");
    }

    let body = |thing: &str| json!({"kind": "contradiction", "text": "To tall for det samme", "thing": thing});
    let send = async |user, body| app.api(Some(user), "POST", "/api/v1/notes", Some(body)).await;
    assert_eq!(send(&staff, body(&id)).await.status, 403);
    let made = send(&adviser, body(&id)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let note = format!("/api/v1/notes/{}", made.json()["id"].as_str().unwrap());
    let told = app.get(Some(&staff), &note).await.json();
    assert_eq!((&told["kind"], &told["concerns"][0]["thing"]), (&json!("contradiction"), &json!(id)));
    let note: NoteId = made.json()["id"].as_str().unwrap().parse().unwrap();
    let lines = varde_store::history::of_thing(app.db(), note, 5).await.unwrap();
    assert_eq!((lines[0].action.as_str(), lines[0].unit), ("noted", Some(varde_testkit::unit("trust"))));
    // What is not there, or not open to all, is not noted on.
    assert_eq!(send(&adviser, body(&NoteId::from_code("nothing").to_string())).await.status, 422);
    assert_eq!(send(&adviser, json!({"kind": "gap", "text": "Uten noe"})).await.status, 422);
    // Of a document alone it is the document that it concerns.
    let alone = send(&adviser, json!({"kind": "gap", "text": "Mangler periode", "document": id})).await;
    assert_eq!(alone.status, 201, "{}", alone.text);
}
