//! The room's pages as people meet them.

use varde_kernel::access::Role;
use varde_kernel::{DocumentId, Locale, NoteId, PlanId};
use varde_testkit::{TestApp, unit};

use crate::{load, person, rooms};

pub(crate) async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    load(&tx).await;
    person(&tx, "Siri Prøveansatt").await;
    tx.commit().await.unwrap();
    app
}

pub(crate) fn page(code: &str) -> String {
    format!("/documents/{}", DocumentId::from_code(code))
}

#[tokio::test]
async fn the_chain_says_which_document_applies() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    for code in ["doc.kreft-2015", "doc.kreft-rad"] {
        let text = app.get(Some(&staff), &page(code)).await.text;
        assert!(text.contains("Det er «Kreftkirurgi i Norge» som gjelder."), "{text}");
    }
    assert_eq!(app.get(Some(&staff), &format!("{}/edit", page("d004"))).await.status, 403);
    assert_eq!(app.get(Some(&staff), "/documents/new").await.status, 403);
    assert_eq!(app.get(None, "/documents").await.status, 303);
    let csv = app.get(Some(&staff), "/documents?status=planned&format=csv").await.text;
    assert_eq!(csv.lines().count(), 5, "{csv}");
}

#[tokio::test]
async fn a_request_for_revision_shows_its_asker_what_became_of_it() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "no")]);
    let here = page("reg.akutt");
    assert_eq!(app.post(Some(&staff), &format!("{here}/revision"), &[("text", " ")]).await.status, 422);
    let asked =
        app.post(Some(&staff), &format!("{here}/revision"), &[("text", "Kravet til kompetanse er uklart")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    assert!(app.get(Some(&keeper), "/work").await.text.contains("Svar på en bestilling av revisjon"));
    let text = app.get(Some(&keeper), &here).await.text;
    let (_, rest) = text.split_once("/documents/requests/").unwrap();
    let request = format!("/documents/requests/{}", rest.get(..36).unwrap());
    assert_eq!(app.get(Some(&staff), &request).await.status, 403);
    let answer =
        [("state", "under_revision"), ("answer", "Gruppa ser på kompetansekravene innen juni"), ("version", "1")];
    assert_eq!(app.post(Some(&keeper), &request, &answer).await.status, 303);
    assert_eq!(app.post(Some(&keeper), &request, &answer).await.status, 409);
    let text = app.get(Some(&staff), &here).await.text;
    for words in ["Under revisjon", "Gruppa ser på kompetansekravene", "Siri Prøveansatt"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[tokio::test]
async fn a_document_is_registered_edited_and_put_into_force() {
    let app = house().await;
    let adviser = app.user("Ola Prøverådgiver", &[(Role::QualityAdviser, "trust")]);
    let leader = app.user("Kari Prøveleder", &[(Role::TopLeader, "trust"), (Role::QualityAdviser, "trust")]);
    let elsewhere = app.user("Per Prøverådgiver", &[(Role::QualityAdviser, "trust2")]);
    let trust = unit("trust").to_string();
    let bad = [("name", ""), ("kind", "guide"), ("status", "planned"), ("url", "javascript:alert(1)"), ("year", "12")];
    let refused = app.post(Some(&adviser), "/documents/new", &bad).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Skriv en adresse som begynner"), "{}", refused.text);
    let fields = [
        ("name", "Lokal veileder"),
        ("kind", "guide"),
        ("status", "planned"),
        ("unit", trust.as_str()),
        ("internal", "true"),
        ("review_by", "2026-01-01"),
    ];
    let made = app.post(Some(&adviser), "/documents/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let here = made.location().to_owned();
    // What is internal is not even known elsewhere.
    assert_eq!(app.get(Some(&elsewhere), &here).await.status, 404);
    assert!(!app.get(Some(&elsewhere), "/documents?q=lokal").await.text.contains("Lokal veileder"));
    let step = [("status", "in_force"), ("version", "1")];
    assert_eq!(app.post(Some(&adviser), &format!("{here}/status"), &step).await.status, 403);
    assert_eq!(app.post(Some(&leader), &format!("{here}/status"), &step).await.status, 303);
    assert_eq!(
        app.post(Some(&leader), &format!("{here}/status"), &[("status", "hearing"), ("version", "2")]).await.status,
        422
    );
    let text = app.get(Some(&adviser), &here).await.text;
    assert!(text.contains("Klar for gjennomgang"), "{text}");
    assert!(app.get(Some(&adviser), "/work").await.text.contains("Gå gjennom dokumentet"));
    let edit = [("name", "Lokal veileder 2"), ("kind", "guide"), ("unit", trust.as_str()), ("version", "2")];
    assert_eq!(app.post(Some(&adviser), &format!("{here}/edit"), &edit).await.status, 303);
    let stale = app.post(Some(&adviser), &format!("{here}/edit"), &edit).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("Lokal veileder 2"));
}

#[tokio::test]
async fn successors_never_go_in_a_ring() {
    let app = house().await;
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "no")]);
    let back = DocumentId::from_code("doc.kreft-2015").to_string();
    let fields =
        [("name", "Nasjonale råd"), ("kind", "professional_advice"), ("successor", back.as_str()), ("version", "1")];
    let refused = app.post(Some(&keeper), &format!("{}/edit", page("doc.kreft-rad")), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("gå i ring"), "{}", refused.text);
}

#[tokio::test]
async fn notes_are_shown_for_a_thing_and_answered_by_those_who_keep_them() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "no")]);
    let by_code = app.get(Some(&staff), "/notes?kind=plan&code=plan.nhp").await.text;
    let by_thing = app.get(Some(&staff), &format!("/notes?thing={}", PlanId::from_code("plan.nhp"))).await.text;
    let beside = app.get(Some(&staff), "/beside").await.text;
    assert!(beside.contains("Motsigelser og mangler") && beside.contains("href=\"/notes/"), "{beside}");
    for text in [&by_code, &by_thing, &beside] {
        assert!(text.contains("Bare ett av tretten mål, det for skader, har en trykt utgangsverdi"), "{text}");
    }
    assert!(app.get(Some(&staff), "/notes?thing=none").await.text.contains("Ingen merknader her"));
    let note = format!("/notes/{}", NoteId::from_code("q.2"));
    assert_eq!(app.get(Some(&staff), &format!("{note}/answer")).await.status, 403);
    let answer = [("state", "explained"), ("answer", "Verdiene finnes ikke på trykk"), ("version", "1")];
    assert_eq!(app.post(Some(&staff), &format!("{note}/answer"), &answer).await.status, 403);
    assert_eq!(app.post(Some(&keeper), &format!("{note}/answer"), &[("version", "1")]).await.status, 422);
    assert_eq!(app.post(Some(&keeper), &format!("{note}/answer"), &answer).await.status, 303);
    assert_eq!(app.post(Some(&keeper), &format!("{note}/answer"), &answer).await.status, 409);
    assert!(app.get(Some(&staff), &note).await.text.contains("Verdiene finnes ikke på trykk"));
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let app = house().await;
    for locale in Locale::ALL {
        let user = app.user_in("Eli Prøveplan", &[(Role::Planner, "no")], locale);
        let (here, note) = (page("d004"), format!("/notes/{}", NoteId::from_code("q.1")));
        for path in [
            "/documents".to_owned(),
            "/documents?sort=-year&page=2".into(),
            "/documents?q=finnesikke".into(),
            "/documents/new".into(),
            here.clone(),
            page("reg.akutt"),
            format!("{here}/edit"),
            format!("{here}/status"),
            format!("{here}/revision"),
            "/notes".into(),
            "/notes?type=gap&q=%F0%9F%A6%8A".into(),
            note.clone(),
            format!("{note}/answer"),
        ] {
            let reply = app.get(Some(&user), &path).await;
            assert_eq!(reply.status, 200, "{path}");
            // A title of the register begins like a key.
            let bare = reply.text.replace("knowledge-based", "");
            assert!(!bare.contains("knowledge-"), "{locale} {path}: {}", reply.text);
        }
    }
}

#[tokio::test]
async fn a_draft_is_found_by_its_own_people_alone() {
    let app = house().await;
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "trust")]);
    let (below, beside) =
        (app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]), app.user("Ulv Utenfor", &[(Role::TopLeader, "town")]));
    let trust = unit("trust").to_string();
    let fields = [
        ("name", "Hvitbok om nedleggelse"),
        ("kind", "strategy"),
        ("status", "planned"),
        ("unit", trust.as_str()),
        ("internal", "true"),
    ];
    let made = app.post(Some(&keeper), "/documents/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    for person in [&below, &beside] {
        assert_eq!(app.get(Some(person), made.location()).await.status, 404);
        let text = app.get(Some(person), "/search?q=hvitbok").await.text;
        assert!(!text.contains("Hvitbok om nedleggelse"), "{text}");
    }
    assert!(app.get(Some(&keeper), "/search?q=hvitbok").await.text.contains("Hvitbok om nedleggelse"));
}

#[tokio::test]
async fn who_changed_a_document_and_why_is_for_those_who_read_histories() {
    let app = house().await;
    let keeper = app.user("Eli Prøveplan", &[(Role::Planner, "trust")]);
    let (staff, beside) = (
        app.user("Siri Prøveansatt", &[(Role::Staff, "trust")]),
        app.user("Ulv Utenfor", &[(Role::TopLeader, "town")]),
    );
    let trust = unit("trust").to_string();
    let fields = [("name", "Åpen strategi"), ("kind", "strategy"), ("status", "planned"), ("unit", trust.as_str())];
    let made = app.post(Some(&keeper), "/documents/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    for person in [&staff, &beside] {
        let page = app.get(Some(person), made.location()).await;
        assert!(page.status.is_success() && !page.text.contains("Historikk"), "{}", page.text);
    }
    assert!(app.get(Some(&keeper), made.location()).await.text.contains("Historikk"));
}
